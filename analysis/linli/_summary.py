"""The main figures of one run by year, from the sums and figures that scenarios are compared by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import xarray as xr

from linli._figure import ratio
from linli._figures_disputes import mediated
from linli._language import Text
from linli._sums import ALL, Sums
from linli.figures_of_merit import figure_of_merit

if TYPE_CHECKING:
    from linli.result import Result

_COUNT = Text("", "")
_ZERO_TO_ONE = Text("0 to 1", "0至1")
_MILLION_YUAN = Text("million yuan", "百万元")


@dataclass(frozen=True)
class _Row:
    key: str
    name: Text
    unit: Text
    compute: Callable[[Sums], xr.DataArray]


def _count(key: str, name: Text, indicator: str) -> _Row:
    return _Row(key, name, _COUNT, lambda sums: sums.of(indicator))


def _harmed(key: str, name: Text, harm: str) -> _Row:
    return _Row(
        key,
        name,
        _COUNT,
        lambda sums: sums.of("victims_harmed", harm=harm) + sums.of("accident_victims", harm=harm),
    )


def _merit(key: str) -> _Row:
    figure = figure_of_merit(key)
    return _Row(key, figure.name, figure.unit, figure.compute)


def _trust(group: str, name: Text) -> _Row:
    return _Row(f"trust.{group}", name, _ZERO_TO_ONE, lambda sums: sums.attitude("trust", group))


_ROWS: tuple[_Row, ...] = (
    _Row(
        "days",
        Text("days simulated", "模拟天数"),
        _COUNT,
        lambda sums: xr.ones_like(sums.of("residents")) * sums.days,
    ),
    _Row(
        "residents",
        Text("residents, mean over days", "平均常住人口"),
        _COUNT,
        lambda sums: ratio(sums.of("residents"), sums.days),
    ),
    _count("grievances", Text("grievances felt", "产生的不满"), "grievances"),
    _count("claims", Text("disputes opened", "新发纠纷"), "claims"),
    _Row("mediated", Text("disputes settled by mediation", "调解成功的纠纷"), _COUNT, mediated),
    _merit("disputes.suits"),
    _merit("crime.true"),
    _merit("crime.recorded"),
    _harmed("deaths", Text("deaths from offences and accidents", "违法犯罪和事故致死"), "death"),
    _harmed("injuries", Text("injuries from offences and accidents", "违法犯罪和事故致伤"), "injury"),
    _count("self_harm", Text("deaths by self-harm", "自杀死亡"), "self_harm"),
    _count("incidents", Text("collective incidents", "群体性事件"), "incidents"),
    _merit("intrusion.stops"),
    _trust("hukou", Text("trust of hukou residents", "户籍居民的信任")),
    _trust("migrant", Text("trust of migrants", "流动人口的信任")),
    _trust("women", Text("trust of women", "女性的信任")),
    _trust("men", Text("trust of men", "男性的信任")),
    _merit("strain.all"),
    _merit("livelihood.wages_owed"),
    _Row("spending", Text("spending", "支出"), _MILLION_YUAN, lambda sums: sums.of("spending") / 1e6),
)


def summarize(result: Result) -> pd.DataFrame:
    """Compute the main figures of a run for each year and the whole run.

    Parameters
    ----------
    result
        A run, finished or not.

    Returns
    -------
    DataFrame
        Indexed by the keys of the figures: name, unit, a column for each year and "all". No rows for a run
        that was interrupted before its first evening.
    """
    if not result.provenance.days:
        return pd.DataFrame(columns=["name", "unit", ALL]).rename_axis("figure")
    sums = Sums(result)
    rows = {row.key: {"name": str(row.name), "unit": str(row.unit)} | _by_year(row, sums) for row in _ROWS}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("figure")


def _by_year(row: _Row, sums: Sums) -> dict[str, float]:
    values = row.compute(sums).sel(town=ALL)
    years = [year for year in map(str, values["year"].values) if year != ALL]
    return {year: float(values.sel(year=year)) for year in [*years, ALL]}
