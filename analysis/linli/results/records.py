"""Tables of a result file as pandas tables: places, and one row per dispute, offence and the like."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pandas as pd

from linli.results.hdf5 import attributes, dates, is_time, reading, texts

_YES_OR_NO = {"complainant_migrant", "reopened", "recorded_settled", "reported", "cleared", "victim_migrant"}
_YES_OR_NO |= {"male", "migrant", "employed"}
_MISSING_ROW = -1
_WORDS = ("_code", "_key", "_label", "_label_zh")  # what a code stands for, for readers without Linli

Columns = dict[str, Any]


def read_records(path: Path, table: str) -> pd.DataFrame:
    """Read all rows of a table of events.

    Kinds and towns are categories. Times are dates, and in a further column ``*_day`` days since the start.
    Sets, such as the doors of a dispute, are bits and a further column of yes or no for each member, as in
    ``doors_court``. ``attrs`` gives the title of the table and the units and names of its columns.

    Parameters
    ----------
    path
        A result file.
    table
        Such as "disputes".

    Raises
    ------
    InputError
        If the file is not a result or is damaged.
    """
    with reading(path), h5py.File(path, "r") as file:
        group = file["records"][table]
        towns = pd.Index(texts(file["town_name"]))
        stored = {name: item for name, item in group.items() if name != "row" and not name.endswith(_WORDS)}
        columns: Columns = {}
        for name, item in stored.items():
            columns |= _columns(name, item, towns)
        described = pd.DataFrame(columns)
        described.attrs.update(attributes(group) | _descriptions(stored))
        return described


def read_towns(path: Path) -> pd.DataFrame:
    """Read names, places and sizes of the towns."""
    with reading(path), h5py.File(path, "r") as file:
        names = {"code": "town_code", "name": "town_name", "name_zh": "town_name_zh"}
        columns: Columns = {name: texts(file[stored]) for name, stored in names.items()}
        return pd.DataFrame(columns | _places(file, "town")).rename_axis("number")


def read_grids(path: Path) -> pd.DataFrame:
    """Read towns, communities, places and sizes of the grids."""
    with reading(path), h5py.File(path, "r") as file:
        town = pd.Categorical.from_codes(file["grid_town"][()], pd.Index(texts(file["town_name"])))
        community = texts(file["community_name"])[file["grid_community"][()]]
        columns: Columns = {"town": town, "community": community}
        return pd.DataFrame(columns | _places(file, "grid")).rename_axis("grid")


def _places(file: h5py.File, place: str) -> Columns:
    measures = {"lon": "lon", "lat": "lat", "area_km2": "area", "residents": "residents"}
    return {name: file[f"{place}_{stored}"][()] for name, stored in measures.items()}


def _columns(name: str, item: h5py.Dataset, towns: pd.Index[str]) -> Columns:
    described, values = attributes(item), item[()]
    if "flag_values" in described:
        return {name: pd.Categorical.from_codes(values.astype(np.int16), described["flag_meanings"].split())}
    if "flag_masks" in described:
        return _bits(name, values, described)
    if is_time(described):
        return _times(name, values, described["units"])
    return {name: _column(name, values, described, towns)}


def _bits(name: str, values: np.ndarray[Any, Any], described: Mapping[str, Any]) -> Columns:
    meanings = zip(described["flag_meanings"].split(), described["flag_masks"], strict=True)
    return {name: values} | {f"{name}_{meaning}": (values & mask) != 0 for meaning, mask in meanings}


def _times(name: str, values: np.ndarray[Any, Any], units: str) -> Columns:
    whole_days = {name: dates(values.astype(float), units)}
    return whole_days if name == "day" else whole_days | {f"{name}_day": values.astype(float)}


def _column(name: str, values: np.ndarray[Any, Any], described: Mapping[str, Any], towns: pd.Index[str]) -> Any:
    if name == "town":
        return pd.Categorical.from_codes(values, towns)
    if name in _YES_OR_NO:
        return values.astype(bool)
    if described.get("_FillValue") == _MISSING_ROW:
        return pd.arrays.IntegerArray(values, values == _MISSING_ROW)
    return values


def _descriptions(stored: Mapping[str, h5py.Dataset]) -> dict[str, dict[str, str]]:
    described = {name: attributes(item) for name, item in stored.items()}
    names = ("units", "long_name", "long_name_zh")
    return {key: {name: of[key] for name, of in described.items() if key in of} for key in names}
