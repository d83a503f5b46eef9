"""One indicator of a result over time: found, summed over towns and kinds, gathered into weeks or months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
import xarray as xr

from linli._language import Text
from linli.errors import InputError
from linli.plot._style import chosen_towns, require

if TYPE_CHECKING:
    from linli.result import Result

Period = Literal["day", "week", "month"]
Split = Literal["town", "kind"]

USUAL = "claims"
"""Key of the indicator that is drawn when none is asked for: what all else begins with."""

OVERLAPPING = ("group", "quantile")
"""Dimensions whose kinds must not be added up: a woman is also a migrant or not."""

_PLACES = ("town", "grid")


def find_indicator(result: Result, indicator: str) -> xr.DataArray:
    """Return a daily or weekly indicator.

    Raises
    ------
    InputError
        If the result has no indicator of that key.
    """
    for dataset in (result.daily, result.weekly):
        if indicator in dataset.data_vars:
            return dataset[indicator]
    known = sorted(map(str, [*result.daily.data_vars, *result.weekly.data_vars]))
    require("indicator", [indicator], known)
    raise AssertionError(indicator)


def time_of(variable: xr.DataArray) -> str:
    """Return the dimension of time: "day" or "week"."""
    return "day" if "day" in variable.dims else "week"


def kind_of(variable: xr.DataArray) -> str | None:
    """Return the dimension of kinds, if the indicator has one."""
    others = [str(dim) for dim in variable.dims if dim not in (time_of(variable), *_PLACES)]
    return others[0] if others else None


def is_stock(variable: xr.DataArray) -> bool:
    """Tell whether values are states at the end of a day or week rather than counts over it."""
    return str(variable.attrs.get("cell_methods", "")).endswith("point")


def years_of(days: xr.DataArray) -> float:
    """Count the years of some days: a calendar year that they hold in full is exactly one."""
    return float((1.0 / (365.0 + days.dt.is_leap_year)).sum())


def is_mean(variable: xr.DataArray) -> bool:
    """Tell whether values are means over the panel of residents, which must not be added up."""
    return variable.dims[:2] == ("week", "town")


def listed_runs(runs: Result | Sequence[Result]) -> list[Result]:
    """Return one run or several as a list."""
    return list(runs) if isinstance(runs, Sequence) else [runs]


def require_one_scenario(runs: Sequence[Result], where: str = "results") -> None:
    """Refuse runs that do not differ in their seeds alone.

    Raises
    ------
    InputError
        If scenarios, days or scales differ, or a seed is there twice.
    """
    if len({scenario_of(run) for run in runs}) > 1:
        raise InputError(where, _DIFFERENT)
    first: dict[int, Result] = {}
    for run in runs:
        other = first.setdefault(run.provenance.seed, run)
        if other is not run:
            raise InputError(str(run.path), _SAME_SEED.format(other.path, run.provenance.seed))


_DIFFERENT = Text(
    'are of different scenarios, days or scales; give each a label, as in {"before": a, "after": b}',
    '来自不同场景、日期或人口规模；请分别加上标签，例如{"before": a, "after": b}',
)
_SAME_SEED = Text("is of the same scenario and seed as {} (seed {})", "与{}的场景和种子（{}）相同")


def scenario_of(run: Result) -> tuple[str, float, int]:
    """Return what runs of one scenario share: its hash, the scale and the days."""
    made = run.provenance
    return made.scenario_hash, made.population_scale, made.days


def paired(runs: Sequence[Result], base: Result | Sequence[Result]) -> list[Result]:
    """Return the run of the base with the same seed, towns and days for each run.

    Raises
    ------
    InputError
        If one has no such partner.
    """
    others = listed_runs(base)
    require_one_scenario(others, "base")
    by_seed = {other.provenance.seed: other for other in others}
    return [_partner(run, by_seed) for run in runs]


def _partner(run: Result, by_seed: Mapping[int, Result]) -> Result:
    made = run.provenance
    if made.seed not in by_seed:
        have = ", ".join(map(str, sorted(by_seed)))
        raise InputError("base", Text("has no seed {}, only {}", "没有种子{}，只有{}").format(made.seed, have))
    other = by_seed[made.seed]
    if not run.towns[["name", "lon", "lat"]].equals(other.towns[["name", "lon", "lat"]]):
        raise InputError("base", Text("has other towns", "的镇街不同"))
    if (made.start, made.days) != (other.provenance.start, other.provenance.days):
        raise InputError("base", Text("has other days", "的日期不同"))
    if made.population_scale != other.provenance.population_scale:
        raise InputError("base", Text("has another population scale", "的人口规模不同"))
    return other


def choose_kinds(variable: xr.DataArray, kinds: Sequence[str] | None, kept: bool = False) -> xr.DataArray:
    """Return an indicator with the kinds wanted.

    Parameters
    ----------
    variable
        With or without a dimension of kinds.
    kinds
        Keys of kinds; None for all.
    kept
        Whether the kinds stay apart, so that none are added up.

    Raises
    ------
    InputError
        If a kind is unknown, or kinds that overlap would be added up.
    """
    dimension = kind_of(variable)
    if dimension is None:
        return variable if kinds is None else _without_kinds(variable)
    allowed = [str(kind) for kind in variable[dimension].values]
    wanted = allowed if kinds is None else require("kinds", kinds, allowed)
    if len(wanted) > 1 and dimension in OVERLAPPING and not kept:
        raise InputError(
            "kinds",
            Text(
                'those of {} overlap and cannot be added up; choose one of {}, or `by="kind"`',
                '{}的各类相互重叠，不能相加；请在{}中选一项，或用`by="kind"`',
            ).format(dimension, ", ".join(allowed)),
        )
    return variable.sel({dimension: wanted})


def _without_kinds(variable: xr.DataArray) -> xr.DataArray:
    raise InputError("kinds", Text("{} is not split by kind", "{}不分类").format(variable.name))


def over_kinds(values: xr.DataArray, variable: xr.DataArray) -> xr.DataArray:
    """Return an indicator summed over its kinds, if it has any."""
    kind = kind_of(variable)
    return values if kind is None else values.sum(kind, skipna=False)


def over_towns(result: Result, variable: xr.DataArray, towns: Sequence[str]) -> xr.DataArray:
    """Return an indicator by town, for those towns; one that is by grid is summed over their grids."""
    if "town" in variable.dims:
        return variable.sel(town=list(towns))
    by_town = variable.groupby(variable["grid_town"].rename("town")).sum("grid")
    return by_town.sel(town=list(towns)).assign_attrs(variable.attrs)


def by_time(
    result: Result,
    indicator: str,
    *,
    towns: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    every: Period = "week",
    by: Split | None = None,
) -> pd.DataFrame:
    """Return an indicator over time: a row for each complete period, a column for each line.

    Counts are summed over the days of a period, stocks averaged; both are summed over towns and kinds.
    Means over the panel (strain, trust, ties) are averaged over towns by the residents they stand for.

    Parameters
    ----------
    result
        A run.
    indicator
        Key of a daily or weekly indicator.
    towns
        English or Chinese names; None for all.
    kinds
        Keys of kinds; None for all.
    every
        "day", "week" (seven days from the first day of the run) or "month"; incomplete periods are left out.
    by
        "town" or "kind" for one column each, whose label is the town's English name or the kind's key; None
        for a single column, labelled with the indicator's key.

    Raises
    ------
    InputError
        If something is unknown, does not add up, or is weekly and wanted by day or month.
    """
    variable = choose_kinds(find_indicator(result, indicator), kinds, kept=by == "kind")
    time, kind = time_of(variable), kind_of(variable)
    split = _dimension(variable, by)
    by_town = over_towns(result, variable, chosen_towns(result.towns, towns))
    values = by_town if split == "town" else _whole(result, by_town, is_mean(variable))
    if split is None or split != kind:
        values = over_kinds(values, variable)
    columns = values.expand_dims(line=[indicator]) if split is None else values.rename({split: "line"})
    table = columns.transpose(time, "line")
    frame = pd.DataFrame(table.to_numpy(), index=table[time].to_index(), columns=table["line"].to_index())
    return _gather(result, frame, variable, every)


def _dimension(variable: xr.DataArray, by: Split | None) -> str | None:
    if by is not None:
        require("by", [by], ["town", "kind"])
    if by == "kind" and kind_of(variable) is None:
        _without_kinds(variable)
    return kind_of(variable) if by == "kind" else by


def _whole(result: Result, values: xr.DataArray, mean: bool) -> xr.DataArray:
    if not mean:
        return values.sum("town", skipna=False)
    return values.weighted(_residents_for(result, values)).mean("town")


def _residents_for(result: Result, values: xr.DataArray) -> xr.DataArray:
    """Return how many residents a mean stands for on the last day of its week; of its own group where it is of one."""
    weekly, daily = result.weekly, result.daily
    last_day = weekly["week"] + (weekly["week_days"] - 1) * np.timedelta64(1, "D")
    group = "group" in values.dims
    people = daily["residents_by_group" if group else "residents"].sel(day=last_day, town=values["town"])
    chosen = people.sel(group=values["group"]) if group else people
    return chosen.drop_vars("day").load().astype(float)


def _gather(result: Result, table: pd.DataFrame, variable: xr.DataArray, every: Period) -> pd.DataFrame:
    if time_of(variable) == "week":
        return _complete_weeks(result, table, every)
    require("every", [every], ["day", "week", "month"])
    if every == "day":
        return table
    periods = table.resample("7D", origin="start") if every == "week" else table.resample("MS")
    gathered: pd.DataFrame = periods.mean() if is_stock(variable) else periods.sum()
    index = pd.DatetimeIndex(gathered.index)
    length = 7 if every == "week" else index.days_in_month
    return gathered[gathered.index.isin(index[periods.size().to_numpy() == length])]


def _complete_weeks(result: Result, table: pd.DataFrame, every: Period) -> pd.DataFrame:
    require("every", [every], ["week"])
    return table[(result.weekly["week_days"] == 7).to_numpy()]
