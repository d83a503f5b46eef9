"""A result file: its tables, and where it comes from."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import h5py  # type: ignore[import-untyped]
import pandas as pd
import xarray as xr

from linli._language import Text
from linli.errors import InputError
from linli.results.hdf5 import attributes, reading
from linli.results.indicators import read_indicators
from linli.results.provenance import Provenance, read_provenance
from linli.results.records import read_grids, read_records, read_towns


class ResultFile:
    """The tables of a result file, and where they come from; see `linli.Result`.

    Parameters
    ----------
    path
        A result file.

    Raises
    ------
    InputError
        If there is no such file, it is not a result, or it is damaged.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        _require_hdf5(self.path)
        with reading(self.path), h5py.File(self.path, "r") as file:
            self.provenance: Provenance = read_provenance(file)
            self.parameters: dict[str, float] = attributes(file["parameters"])
            self.levers: dict[str, float] = attributes(file["levers"])
        self._per_day = read_indicators(self.path, "day")
        self._per_week = read_indicators(self.path, "week")
        self._open = True
        self._companion: object = None  # lives as long: the temporary folder that the file lies in

    @property
    def title(self) -> dict[Literal["en", "zh"], str]:
        """Title of the scenario in both languages."""
        return {"en": self.provenance.title.en, "zh": self.provenance.title.zh}

    @property
    def complete(self) -> bool:
        """Whether the run came to its end; if not, the days before are all there."""
        return self.provenance.complete

    @property
    def daily(self) -> xr.Dataset:
        """Indicators per day, town and mostly kind: dims day, town and one of stage, dispute_type, group...

        Towns are labelled with their English names, kinds with their keys; other names are coordinates.
        ``cell_methods`` tells counts over the day ("day: sum") from states at its end ("day: point").

        Examples
        --------
        >>> daily = linli.open(town).daily
        >>> daily["disputes_at"].dims, daily["disputes_at"].attrs["long_name_zh"]
        (('day', 'town', 'stage'), '各环节未了结的纠纷')
        >>> daily["spending"].attrs["units"]
        'yuan'
        """
        return self._while_open(self._per_day)

    @property
    def weekly(self) -> xr.Dataset:
        """Indicators per week: of grids (dims week, grid and a kind) and of the panel (week, town and group).

        Weeks are labelled with their first days; ``week_days`` gives their lengths, as the last may be short.
        Grids have the coordinates grid_town, grid_community, grid_lon and grid_lat. A group that nobody asked
        belongs to has no value.

        Examples
        --------
        >>> trust = linli.open(town).weekly["trust"]
        >>> trust.dims, 0 < float(trust.sel(group="migrant").mean()) < 1
        (('week', 'town', 'group'), True)
        """
        return self._while_open(self._per_week)

    @cached_property
    def disputes(self) -> pd.DataFrame:
        """One row per dispute that ended or was open at the end: type, outcome, doors, times...

        Kinds and towns are categories. Times are dates; ``opened_day`` and ``closed_day`` are days since the
        start. `doors` has a bit for each stage entered; ``doors_court`` and the like say the same. ``attrs``
        has units and names.

        Examples
        --------
        >>> disputes = linli.open(town).disputes
        >>> settled = disputes[(disputes["outcome"] == "settled") & (disputes["last_stage"] == "community")]
        >>> 10 < (settled["closed"] - settled["opened"]).mean().days < 100
        True
        """
        return self._records("disputes")

    @cached_property
    def offences(self) -> pd.DataFrame:
        """One row per offence, reported or not; columns as in `disputes`.

        Examples
        --------
        >>> offences = linli.open(town).offences
        >>> bool(offences.loc[offences["recorded"] != "none", "reported"].mean() > 0.5)
        True
        """
        return self._records("offences")

    @cached_property
    def incidents(self) -> pd.DataFrame:
        """One row per collective incident; `lasted` is in days.

        Examples
        --------
        >>> incidents = linli.open(town).incidents
        >>> bool((incidents["lasted"] >= 0).all())
        True
        """
        return self._records("incidents")

    @cached_property
    def interventions(self) -> pd.DataFrame:
        """One row per change of a lever in a town: day, town, lever, its value from then on, and what moved it.

        `measure` is the card, or the place of the measure in the scenario, as in "measures[0]"; missing where a
        rule or a hand moved the lever. `fired` is the date on which a conditional measure came into force, and
        `fired_day` that day of the run; both are missing for other measures.

        Examples
        --------
        >>> linli.open(town).interventions.empty
        True
        """
        table = self._records("interventions")
        return table.assign(measure=table["measure"].map(dict(enumerate(self.provenance.measures))))

    @cached_property
    def panel(self) -> pd.DataFrame:
        """One row per member of a fixed panel of residents and year: who they are, strain, trust and ties.

        Examples
        --------
        >>> linli.open(town).panel["year"].unique().tolist()
        [2021, 2022]
        """
        return self._records("panel")

    @cached_property
    def towns(self) -> pd.DataFrame:
        """One row per town: code, name, name_zh, lon, lat [degrees], area_km2 and residents in the scenario.

        Examples
        --------
        >>> linli.open(town).towns["residents"].tolist()
        [100000]
        """
        self._require_open()
        return read_towns(self.path)

    @cached_property
    def grids(self) -> pd.DataFrame:
        """One row per grid: town, community, lon, lat [degrees], area_km2 and residents at the start.

        Examples
        --------
        >>> len(linli.open(town).grids)
        28
        """
        self._require_open()
        return read_grids(self.path)

    def close(self) -> None:
        """Close the file. What has been read stays; other values cannot be read from then on.

        Examples
        --------
        >>> result = linli.open(town)
        >>> result.close()
        >>> result.disputes
        Traceback (most recent call last):
        linli.errors.InputError: ...: this result has been closed
        """
        self._open = False
        self._per_day.close()
        self._per_week.close()

    def __enter__(self) -> Self:
        """Keep the file open within the block."""
        self._require_open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        """Return title, dates and seed, and whether the run came to its end."""
        made = self.provenance
        ending = "complete" if made.complete else f"INCOMPLETE: {made.days} of {made.days_planned} days"
        return f'<Result "{made.title.en}", seed {made.seed}, {made.start} to {made.last_day}, {ending}>'

    def _records(self, table: str) -> pd.DataFrame:
        self._require_open()
        return read_records(self.path, table)

    def _while_open(self, values: xr.Dataset) -> xr.Dataset:
        self._require_open()
        return values

    def _require_open(self) -> None:
        if not self._open:
            raise InputError(str(self.path), Text("this result has been closed", "该结果已关闭"))


def _require_hdf5(path: Path) -> None:
    if not path.exists():
        raise InputError(str(path), Text("there is no such file", "文件不存在"))
    if path.is_dir():
        raise InputError(str(path), Text("this is a folder, not a file", "这是文件夹，不是文件"))
    if not h5py.is_hdf5(path):
        raise InputError(str(path), Text("this is not an HDF5 file", "这不是HDF5文件"))
