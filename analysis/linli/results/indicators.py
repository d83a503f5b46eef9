"""Indicators of a result file as xarray datasets: read when used, with names instead of row numbers.

HDF5 is read directly here: h5netcdf takes seconds to open a file of many variables over growing dimensions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import h5py  # type: ignore[import-untyped]
import numpy as np
import xarray as xr
from xarray.backends import BackendArray, BackendEntrypoint, CachingFileManager
from xarray.core import indexing

from linli.results.hdf5 import attributes, dates, description, reading, texts

_TOWN_COORDINATES = {"town_zh": "town_name_zh", "code": "town_code", "lon": "town_lon", "lat": "town_lat"}


def read_indicators(path: Path, time: Literal["day", "week"]) -> xr.Dataset:
    """Open the indicators per day or per week, without reading their values.

    Parameters
    ----------
    path
        A result file.
    time
        Dimension along which they are counted.

    Raises
    ------
    InputError
        If the file is not a result or is damaged.
    """
    with reading(path):
        return xr.open_dataset(path, engine=_Indicators, time=time)


class _Indicators(BackendEntrypoint):
    """Lets xarray open the indicators of a result file."""

    def open_dataset(  # type: ignore[override]
        self, filename_or_obj: str, *, drop_variables: tuple[str, ...] | None = None, time: str = "day"
    ) -> xr.Dataset:
        files = CachingFileManager(h5py.File, filename_or_obj, mode="r")
        with files.acquire_context() as file:
            found = {name: _indicator(files, name, item) for name, item in _over(file, time)}
            coordinates = _coordinates(file, time, {str(d) for v in found.values() for d in v.dims})
            heading = {name: value for name, value in attributes(file).items() if name != "Conventions"}
        dataset = xr.Dataset(found, coordinates, heading).drop_vars(drop_variables or ())
        dataset.set_close(files.close)
        return dataset


class _StoredArray(BackendArray):
    """Values in a file, as 8-byte floats: sums over millions of people and thousands of days stay exact."""

    def __init__(self, files: CachingFileManager[h5py.File], name: str, shape: tuple[int, ...]) -> None:
        self._files = files
        self._name = name
        self.shape = shape
        self.dtype = np.dtype(float)

    def __getitem__(self, key: indexing.ExplicitIndexer) -> Any:
        support = indexing.IndexingSupport.OUTER_1VECTOR
        return indexing.explicit_indexing_adapter(key, self.shape, support, self._values)

    def _values(self, key: Any) -> Any:
        with self._files.acquire_context() as file, reading(Path(file.filename)):
            return file[self._name].astype(float)[key]


def _over(file: h5py.File, time: str) -> list[tuple[str, h5py.Dataset]]:
    items = [(name, item) for name, item in file.items() if isinstance(item, h5py.Dataset) and item.ndim > 1]
    return [(name, item) for name, item in items if _name_of_dimension(item.dims[0]) == time]


def _dimensions(item: h5py.Dataset) -> tuple[str, ...]:
    return tuple(map(_name_of_dimension, item.dims))


def _name_of_dimension(dimension: Any) -> str:
    # The scale's path would say the same, but HDF5 searches the file for it.
    name: bytes = dimension[0].attrs["NAME"]
    return name.decode()


def _indicator(files: CachingFileManager[h5py.File], name: str, item: h5py.Dataset) -> xr.Variable:
    values = indexing.LazilyIndexedArray(_StoredArray(files, name, item.shape))
    return xr.Variable(_dimensions(item), values, description(item))


def _coordinates(file: h5py.File, time: str, dimensions: set[str]) -> dict[str, xr.Variable]:
    coordinates = _of_time(file, time) | _of_towns(file)
    if "grid" in dimensions:
        coordinates |= _of_grids(file)
    for kind in sorted(dimensions - {time, "town", "grid"}):
        coordinates |= {name: _stored(file, name, kind) for name in (kind, f"{kind}_name", f"{kind}_name_zh")}
    return coordinates


def _of_time(file: h5py.File, time: str) -> dict[str, xr.Variable]:
    named = {name: value for name, value in description(file[time]).items() if name != "units"}
    coordinates = {time: xr.Variable(time, dates(file[time][()], file[time].attrs["units"].decode()), named)}
    if time == "week":
        coordinates["week_days"] = _stored(file, "week_days", time)
    return coordinates


def _of_towns(file: h5py.File) -> dict[str, xr.Variable]:
    town = {"town": xr.Variable("town", texts(file["town_name"]), description(file["town"]))}
    return town | {name: _stored(file, stored, "town") for name, stored in _TOWN_COORDINATES.items()}


def _of_grids(file: h5py.File) -> dict[str, xr.Variable]:
    numbered = {name: _stored(file, name, "grid") for name in ("grid", "grid_lon", "grid_lat")}
    return numbered | {
        "grid_town": _name_of(file, "town", "镇街"),
        "grid_community": _name_of(file, "community", "村（社区）"),
    }


def _name_of(file: h5py.File, place: str, place_zh: str) -> xr.Variable:
    names = texts(file[f"{place}_name"])[file[f"grid_{place}"][()]]
    return xr.Variable("grid", names, {"long_name": f"{place} of the grid", "long_name_zh": f"网格所属{place_zh}"})


def _stored(file: h5py.File, name: str, dimension: str) -> xr.Variable:
    item = file[name]
    values = texts(item) if h5py.check_string_dtype(item.dtype) else item[()]
    return xr.Variable(dimension, values, description(item))
