"""What a map shows of the towns, and how much of that is luck.

Towns differ by more than chance where two of them are further apart than the two furthest of so many towns that are all
alike, in 95 of 100 maps (Tukey's range; for two towns, twice the standard error of their difference). The standard
error of a town is that between seeds, pooled over towns as its square falls with the residents, or its own where that
is larger: one case in one seed, where nothing happens elsewhere, is luck. Of one seed, for counts, it is that of
Poisson's distribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import xarray as xr

from linli._language import Text
from linli.errors import InputError
from linli.plot._indicator import (
    USUAL,
    choose_kinds,
    find_indicator,
    is_mean,
    is_stock,
    listed_runs,
    over_kinds,
    over_towns,
    paired,
    require_one_scenario,
    time_of,
    years_of,
)

if TYPE_CHECKING:
    from linli.result import Result

_CHANCE = 0.05
"""Of maps whose towns are all alike, the share that would show a difference."""


def town_map_table(
    result: Result | Sequence[Result],
    indicator: str = USUAL,
    *,
    kinds: Sequence[str] | None = None,
    per: float | None = 10_000.0,
    base: Result | Sequence[Result] | None = None,
) -> pd.DataFrame:
    """Return what the map of the towns shows.

    Parameters
    ----------
    result
        A run, or several of one scenario that differ in their seeds.
    indicator
        Key of a daily or weekly indicator.
    kinds
        Keys of kinds; None for all.
    per
        Residents to whom values relate: counts per so many residents and year, stocks per so many residents.
        None for the count over the run or the mean stock. Means over the panel stay as they are.
    base
        Runs of the scenario that is taken off, seed by seed: values are then differences.

    Returns
    -------
    DataFrame
        By English name of the town: `name`, `name_zh`, `lon`, `lat` (degrees), `value` (mean over seeds) and `noise`
        (its standard error: between seeds or, of one seed, that of a count; not a number where nothing tells).

    Raises
    ------
    InputError
        If a name is unknown, kinds overlap, runs are of different scenarios or have a seed twice, or the base lacks a
        run with the same seed, towns and days.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     towns = linli.plot.town_map_table(result, "claims", per=None)
    ...     float(towns["value"].sum()) == float(result.daily["claims"].sum())
    True
    """
    runs = runs_of(result)
    towns = runs[0].towns.set_index("name", drop=False)[["name", "name_zh", "lon", "lat"]].rename_axis("town")
    parts = [_by_town(run, indicator, kinds, per) for run in runs]
    if base is not None:
        taken = [_by_town(run, indicator, kinds, per) for run in paired(runs, base)]
        parts = [
            TownValues(one.value - other.value, (one.noise**2 + other.noise**2) ** 0.5, one.residents)
            for one, other in zip(parts, taken, strict=True)
        ]
    value = sum(part.value for part in parts) / len(parts)
    rates = per is not None or is_mean(find_indicator(runs[0], indicator))
    noise = parts[0].noise if len(parts) == 1 else between_seeds(parts, rates=rates)
    return towns.assign(value=value, noise=noise)


def runs_of(result: Result | Sequence[Result]) -> list[Result]:
    runs = listed_runs(result)
    if not runs:
        raise InputError("results", Text("needs at least one run", "至少需要一次运行结果"))
    require_one_scenario(runs)
    return runs


@dataclass(frozen=True)
class TownValues:
    """An indicator by town in one run, with the noise of a count, and how many lived there."""

    value: pd.Series[float]
    noise: pd.Series[float]
    residents: pd.Series[float]


def _by_town(result: Result, indicator: str, kinds: Sequence[str] | None, per: float | None) -> TownValues:
    variable = choose_kinds(find_indicator(result, indicator), kinds)
    names = result.towns["name"].tolist()
    values = over_kinds(over_towns(result, variable, names), variable)
    time = time_of(variable)
    value = (values.mean(time) if is_stock(variable) else values.sum(time)).to_series().reindex(names)
    residents = result.daily["residents"].mean("day").to_series().reindex(names)
    scale = pd.Series(1.0, value.index)
    if per is not None and not is_mean(variable):
        years = 1.0 if is_stock(variable) else years_of(result.daily["day"])
        scale = per / residents / years
    return TownValues(value * scale, np.sqrt(value.clip(lower=1.0)) * scale * _counted(variable), residents)


def _counted(variable: xr.DataArray) -> float:
    """Return one for numbers of cases, whose noise is known, and no number for money, hours and means."""
    return 1.0 if variable.attrs.get("units") == "1" and not is_mean(variable) else float("nan")


def between_seeds(parts: Sequence[TownValues], *, rates: bool) -> pd.Series[float]:
    """Return the standard error between seeds: pooled, as squares of rates fall and of totals grow with residents."""
    variance = pd.concat([part.value for part in parts], axis="columns").var(axis="columns")
    residents = parts[0].residents
    weight = 1.0 / residents if rates else residents
    pooled = (variance / weight).mean() * weight
    return (pooled.where(pooled > variance, variance) / len(parts)) ** 0.5


def differ(table: pd.DataFrame, seeds: int) -> bool:
    """Tell whether any two towns differ by more than chance; of means of one seed nobody can tell: yes.

    Parameters
    ----------
    table
        As from `town_map_table`.
    seeds
        Number of runs.
    """
    from scipy.stats import studentized_range  # here: it takes half a second to import

    value, noise = table["value"].to_numpy(float), table["noise"].to_numpy(float)
    known = np.isfinite(value)
    value, noise = value[known], noise[known]
    if len(value) < 2 or not np.isfinite(noise).all():
        return True
    freedom = len(value) * (seeds - 1) if seeds > 1 else np.inf
    limit = studentized_range.ppf(1.0 - _CHANCE, len(value), freedom)
    return bool((np.abs(np.subtract.outer(value, value)) > limit * np.hypot.outer(noise, noise) / np.sqrt(2.0)).any())
