"""Sums over years and towns of what a run counted: the numerators and denominators of its figures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import xarray as xr

from linli._language import Text
from linli.errors import InputError

if TYPE_CHECKING:
    from linli.result import Result

ALL = "all"
DAYS_PER_YEAR = 365.25
DOORS = ("community", "sector", "town_centre", "police_desk", "arbitration", "court", "petition")
"""The posts and institutions that a dispute can be taken to, from the nearest to the last resort."""

MEDIATION = DOORS[:4]
"""The doors behind which mediators work."""


def with_total(values: xr.DataArray, dimension: str) -> xr.DataArray:
    """Put the sum over a dimension before its values, labelled "all".

    Parameters
    ----------
    values
        With an index coordinate of strings along `dimension`.
    dimension
        "year" or "town".
    """
    axis = values.get_axis_num(dimension)
    numbers = np.concatenate([values.values.sum(axis, keepdims=True), values.values], axis)
    labels = np.array([ALL, *values[dimension].values], dtype=str)
    coordinates = {name: values[name].values for name in values.indexes}
    return xr.DataArray(numbers, coordinates | {dimension: labels}, values.dims)


class Sums:
    """Sums over each year and the whole run, in each town and the whole city; read when they are asked for.

    Every array has the dims (year, town); both begin with "all". Stocks, such as residents, are summed over
    days as well: what is divided by them is a mean over days. Weeks count in the year of their last day.

    Parameters
    ----------
    result
        A finished run.
    """

    def __init__(self, result: Result) -> None:
        self._result = result
        self._read: dict[str, xr.DataArray] = {}
        if ALL in result.daily["town"].values:
            raise InputError("town", Text('no town may be called "all"', "镇街名称不得为“all”"))

    @cached_property
    def days(self) -> xr.DataArray:
        """Days by year."""
        day = self._result.daily["day"]
        return with_total(_by_year(xr.ones_like(day, dtype=float), day), "year")

    @cached_property
    def resident_years(self) -> xr.DataArray:
        """Residents times years."""
        return self.of("residents") / DAYS_PER_YEAR

    def of(self, indicator: str, **kinds: str | tuple[str, ...]) -> xr.DataArray:
        """Sum a daily indicator, over all its kinds or those chosen.

        Parameters
        ----------
        indicator
            Key of a daily indicator.
        **kinds
            For a dimension of kinds, the key or keys to sum over.

        Returns
        -------
        DataArray (year, town)
        """
        values = self._daily(indicator)
        for dimension, keys in kinds.items():
            values = values.sel({dimension: [keys] if isinstance(keys, str) else list(keys)})
        return values.sum([name for name in values.dims if name not in ("year", "town")], skipna=False)

    def by_prefix(self, indicator: str, dimension: str, *prefixes: str) -> xr.DataArray:
        """Sum a daily indicator over the kinds whose keys begin with one of the prefixes."""
        keys = [str(key) for key in self._daily(indicator)[dimension].values]
        return self.of(indicator, **{dimension: tuple(key for key in keys if key.startswith(prefixes))})

    def attitude(self, indicator: str, *groups: str) -> xr.DataArray:
        """Return the mean of an attitude in groups that do not overlap.

        Means of the panel count with the residents they stand for and the days of their week. Where nobody
        asked belongs to a group, that group of that town and week is left out of both sums.

        Parameters
        ----------
        indicator
            "strain", "trust" or "ties".
        *groups
            Keys of groups.

        Returns
        -------
        DataArray (year, town)
        """
        weekly, daily = self._result.weekly, self._result.daily
        last_day = weekly["week"] + (weekly["week_days"] - 1) * np.timedelta64(1, "D")
        means = weekly[indicator].load().sel(group=list(groups)).astype(float)
        people = daily["residents_by_group"].load().sel(group=list(groups), day=last_day).astype(float)
        weights = (people * weekly["week_days"]).where(means.notnull(), 0.0)
        total = _years_and_towns((means.fillna(0.0) * weights).sum("group"), last_day)
        weight = _years_and_towns(weights.sum("group"), last_day)
        return total / weight.where(weight > 0.0)

    @cached_property
    def mediations_timed(self) -> xr.DataArray:
        """Disputes of the table that mediation settled, by when."""
        return self._of_mediations(pd.Series(1.0, self._mediations.index))

    @cached_property
    def mediation_days(self) -> xr.DataArray:
        """Days from claim to settlement, summed over these disputes."""
        mediations = self._mediations
        return self._of_mediations(mediations["closed_day"] - mediations["opened_day"])

    @cached_property
    def _mediations(self) -> pd.DataFrame:
        disputes = self._result.disputes
        chosen = (disputes["outcome"] == "settled") & disputes["last_stage"].isin(MEDIATION)
        mediations: pd.DataFrame = disputes.loc[chosen, ["town", "closed", "opened_day", "closed_day"]]
        return mediations

    def _of_mediations(self, values: pd.Series[float]) -> xr.DataArray:
        days = pd.DatetimeIndex(self._result.daily["day"].to_index())
        closed = self._mediations["closed"]
        year = closed.where(closed <= days.max(), days.max()).dt.year.astype(str)
        towns = self._result.daily["town"].to_index()
        sums = values.groupby([year, self._mediations["town"].astype(str)]).sum().unstack(fill_value=0)
        table = sums.reindex(index=sorted(set(days.year.astype(str))), columns=towns, fill_value=0.0)
        array = xr.DataArray(table.to_numpy(float), {"year": table.index.to_numpy(str), "town": towns.to_numpy(str)})
        return with_total(with_total(array, "year"), "town")

    def _daily(self, indicator: str) -> xr.DataArray:
        if indicator not in self._read:
            values = self._result.daily[indicator]
            self._read[indicator] = _years_and_towns(values, values["day"])
        return self._read[indicator]


def _years_and_towns(values: xr.DataArray, days: xr.DataArray) -> xr.DataArray:
    return with_total(with_total(_by_year(values, days), "year"), "town")


def _by_year(values: xr.DataArray, days: xr.DataArray) -> xr.DataArray:
    """Sum over the first dimension, whose days are in order."""
    others = values.dims[1:]
    years, starts = np.unique(days.dt.year.values, return_index=True)
    sums = np.add.reduceat(values.values.astype(float), starts, axis=0)
    coordinates = {name: values[name].values for name in others if name in values.indexes}
    return xr.DataArray(sums, {"year": years.astype(str)} | coordinates, ["year", *others])
