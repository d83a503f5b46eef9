"""Figures of a run by year and town: what a policy is judged by, and scenarios are compared by.

The list itself is data of the simulator (``sim/state/figures*.cpp``); a figure is a ratio of sums over days, kinds
and towns, never a mean of ratios.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
import xarray as xr

from linli import _core
from linli._language import Text
from linli._values import Date, date_in
from linli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from linli.results import ResultFile

__all__ = ["ALL", "FIGURES", "HEADLINE", "PAGE", "Better", "FigureOfMerit", "Term", "figure_of_merit", "figures"]

Better = Literal["more", "less", "zero"]
Rank = Literal["headline", "page", "rest"]

ALL = "all"
"""Label of the whole run among years, and of the whole city among towns."""

MORE_THAN_SHOWN = 1000


@dataclass(frozen=True)
class Term:
    """What is summed: a daily indicator, or one of the weekly panel, over some of its kinds (none: all)."""

    indicator: str
    kinds: tuple[str, ...]
    sign: float


@dataclass(frozen=True)
class FigureOfMerit:
    """A figure of a run.

    Attributes
    ----------
    key : str
        Group and name, as in "harm.serious".
    name, unit : Text
        In both languages.
    better : {"more", "less", "zero"} or None
        Which way is an improvement; "zero" for gaps between groups, None where it depends on one's view.
    rank : {"headline", "page", "rest"}
        Whether a whole policy is first judged by it, it is on the page of a run, or in the full list only.
    group : str
        Key of the group, as in "harm".
    part, whole : tuple of Term
        Numerator and denominator; without a denominator the sum, the mean over days or the last day, as `period`
        says.
    period : {"sum", "mean", "last"}
    a_year : bool
        Whether the denominator counts in years: a calendar year lived in full is exactly one.
    factor : float
        What the ratio is multiplied by.
    decimals : int
        Worth showing in tables by year.
    less_part, less_whole : tuple of Term
        Of a gap between groups: the ratio that is taken off.
    """

    key: str
    name: Text
    unit: Text
    better: Better | None
    rank: Rank
    group: str
    period: Literal["sum", "mean", "last"]
    a_year: bool
    factor: float
    decimals: int
    part: tuple[Term, ...]
    whole: tuple[Term, ...]
    less_part: tuple[Term, ...] = ()
    less_whole: tuple[Term, ...] = ()

    def improves(self, before: float, after: float) -> bool | None:
        """Whether a change is an improvement; None where `better` is.

        Examples
        --------
        >>> from linli.figures_of_merit import FIGURES
        >>> FIGURES["harm.serious"].improves(12.0, 10.0), FIGURES["crime.recorded"].improves(12.0, 10.0)
        (True, None)
        """
        match self.better:
            case "more":
                return after > before
            case "less":
                return after < before
            case "zero":
                return abs(after) < abs(before)
        return None


def _terms(rows: Iterable[dict[str, Any]]) -> tuple[Term, ...]:
    return tuple(Term(row["indicator"], tuple(row["kinds"]), row["sign"]) for row in rows)


def _figure(row: dict[str, Any]) -> FigureOfMerit:
    sums = ("part", "whole", "less_part", "less_whole")
    return FigureOfMerit(
        key=row["key"],
        name=Text(row["name"]["en"], row["name"]["zh"]),
        unit=Text(row["unit"]["en"], row["unit"]["zh"]),
        better=None if row["better"] == "open" else row["better"],
        rank=row["rank"],
        group=row["group"],
        period=row["period"],
        a_year=row["a_year"],
        factor=row["factor"],
        decimals=row["decimals"],
        **{name: _terms(row[name]) for name in sums if name in row},
    )


FIGURES: dict[str, FigureOfMerit] = {row["key"]: _figure(row) for row in _core.figure_table()}
"""Every figure by its key, in the order of tables and plots."""

HEADLINE: tuple[str, ...] = tuple(key for key, figure in FIGURES.items() if figure.rank == "headline")
"""The figures that a whole policy is first judged by; each true figure stands above the recorded one."""

PAGE: tuple[str, ...] = tuple(key for key, figure in FIGURES.items() if figure.rank != "rest")
"""The figures that the page of a run and the table of a comparison show: these and the headline."""


PICTURED: tuple[str, ...] = (
    "disputes.settled_early",
    "disputes.suits",
    "disputes.settled",
    "harm.serious",
    "crime.true",
    "intrusion.contacts",
    "trust.migrant",
    "spending.all",
)
"""The figures that a picture of effects shows unless others are asked for, chosen before any result was seen.

Of the headline the eight that a page can hold: what is aimed at (disputes, harm, offences), and what it costs in
intrusion, trust and money. True figures, not recorded ones; of a gap, the side that is worse off.
"""


def figure_of_merit(key: str) -> FigureOfMerit:
    """Look up a figure.

    Parameters
    ----------
    key
        One of `FIGURES`.

    Raises
    ------
    InputError
        If there is no such figure; says which is near.

    Examples
    --------
    >>> figure_of_merit("harm.serious").unit.en
    'per 100,000 residents and year'
    """
    if key not in FIGURES:
        raise InputError("figure", _NO_FIGURE.format(key, _core.suggestion(key, list(FIGURES))))
    return FIGURES[key]


_NO_FIGURE = Text("there is no {}{}", "没有{}{}")


def chosen_figures(wanted: Sequence[str] | Literal["all"] | None) -> list[str]:
    """Return the keys of the figures asked for; None: those of the page."""
    if wanted is None:
        return list(PAGE)
    if wanted == ALL:
        return list(FIGURES)
    return [figure_of_merit(key).key for key in wanted]


def figures(result: ResultFile, since: Date | None = None) -> xr.Dataset:
    """Compute the figures of a run.

    Stocks, such as workers owed wages or trust, are means over the days of a year. Rates are per year: a calendar
    year that was lived in full counts as one, a part of it as that part. Settlements, claims and the like count in
    the year when they happened: a share of disputes opened is a flow over a flow, not the fate of one year's disputes.

    Parameters
    ----------
    result
        A run, finished or not.
    since
        The first day that counts; None: the first of the run. Weeks of the panel count when all of them lies there.

    Returns
    -------
    Dataset (year, town)
        A variable for each of `FIGURES`, with units and names in its attributes. Both coordinates are strings
        and begin with "all": the whole run, the whole city. Not a number where there is nothing to divide by,
        such as days to settlement where nothing was settled. ``days`` gives the days simulated by year.

    Examples
    --------
    >>> import linli
    >>> run = figures(linli.open(town))
    >>> run.sizes["year"], run.sizes["town"]
    (3, 2)
    >>> suits = run["disputes.suits"].sel(year="2022", town="all")
    >>> 20 < float(suits) < 60
    True
    """
    towns = result.towns
    return dataset_of(_core.figures_of_file(result.path, _day_in(result, since)), towns["name"], towns["name_zh"])


def _day_in(result: ResultFile, since: Date | None) -> int:
    run = result.provenance
    day = 0 if since is None else (date_in("since", since) - run.start).days
    if not 0 <= day < max(run.days, 1):
        raise InputError("since", _OUTSIDE.format(since, run.start, run.days))
    return day


_OUTSIDE = Text("{} lies outside the run, which has begun on {} and has {} days", "{}不在运行期内：{}开始，共{}天")


def dataset_of(
    values: tuple[list[int], list[int], npt.NDArray[np.float64]], towns: Iterable[str], towns_zh: Iterable[str]
) -> xr.Dataset:
    """Label what the simulator computed: years, days by year, and values by figure, year and town."""
    years, days, table = values
    names = [ALL, *map(str, towns)]
    if names.count(ALL) > 1:
        raise InputError("town", Text('no town may be called "all"', "镇街名称不得为“all”"))
    variables = {
        key: (("year", "town"), table[i], _attributes(figure)) for i, (key, figure) in enumerate(FIGURES.items())
    }
    coordinates = {
        "year": np.array([ALL, *map(str, years)]),
        "town": np.array(names),
        "days": ("year", np.array(days, dtype=float)),
        "town_zh": ("town", ["全市", *map(str, towns_zh)]),
    }
    return xr.Dataset(variables, coordinates)


def _attributes(figure: FigureOfMerit) -> dict[str, str]:
    return {
        "long_name": figure.name.en,
        "long_name_zh": figure.name.zh,
        "units": figure.unit.en,
        "units_zh": figure.unit.zh,
    }


def summarize(
    result: ResultFile, wanted: Sequence[str] | Literal["all"] | None, since: Date | None = None
) -> pd.DataFrame:
    """Sum a run up for `Result.summary`: a row for each figure, a column for each year and the whole run."""
    if not result.provenance.days:
        return pd.DataFrame(columns=["name", "unit", ALL]).rename_axis("figure")
    city = figures(result, since).sel(town=ALL)
    years = [year for year in map(str, city["year"].values) if year != ALL]
    rows = {key: _row(FIGURES[key], city[key], [*years, ALL]) for key in chosen_figures(wanted)}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("figure")


def _row(figure: FigureOfMerit, values: xr.DataArray, years: list[str]) -> dict[str, object]:
    by_year = {year: float(values.sel(year=year)) for year in years}
    return {"name": str(figure.name), "unit": str(figure.unit), **by_year}


def figure_text(value: float) -> str:
    """Write a number with as many digits as one reads."""
    if pd.isna(value):
        return "–"
    if value == round(value) or abs(value) >= MORE_THAN_SHOWN:
        return f"{value:,.0f}"
    return f"{value:.4g}"
