"""Headline figures of a run by year and town: what scenarios are compared by.

Every figure is a ratio of sums (never a mean of ratios) and is defined in one of the lists that `FIGURES`
joins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import xarray as xr

from linli._figure import Better, FigureOfMerit
from linli._figures_disputes import DISPUTE_FIGURES
from linli._figures_people import PEOPLE_FIGURES
from linli._figures_safety import SAFETY_FIGURES
from linli._language import Text
from linli._sums import ALL, Sums
from linli.errors import InputError

if TYPE_CHECKING:
    from linli.result import Result

__all__ = ["ALL", "FIGURES", "HEADLINE", "Better", "FigureOfMerit", "figure_of_merit", "figures"]

FIGURES: dict[str, FigureOfMerit] = {figure.key: figure for figure in SAFETY_FIGURES + DISPUTE_FIGURES + PEOPLE_FIGURES}
"""Every figure of merit by its key, in the order of tables and plots."""

HEADLINE: tuple[str, ...] = (
    "harm.serious",
    "disputes.settled_early",
    "disputes.suits",
    "trust.hukou",
    "trust.migrant",
    "equity.trust_gap",
    "equity.settled_gap",
    "intrusion.contacts",
    "crime.true",
    "crime.recorded",
    "disputes.settled",
    "disputes.settled_on_record",
    "spending.all",
)
"""The figures that a whole policy is first judged by; each true figure stands above the recorded one."""


def figure_of_merit(key: str) -> FigureOfMerit:
    """Look up a figure.

    Parameters
    ----------
    key
        One of `FIGURES`.

    Raises
    ------
    InputError
        If there is no such figure; says which there are.

    Examples
    --------
    >>> figure_of_merit("harm.serious").unit.en
    'per 100,000 residents and year'
    """
    if key not in FIGURES:
        known = ", ".join(FIGURES)
        raise InputError("figure", Text("is {}; allowed are {}", "为{}；允许{}").format(key, known))
    return FIGURES[key]


def figures(result: Result) -> xr.Dataset:
    """Compute the figures of merit of a run.

    Stocks, such as workers owed wages or trust, are means over the days of a year. Rates are per 365.25 days,
    so a year that was simulated in part has rates as well. Settlements, claims and the like count in the year
    when they happened: a share of disputes opened is a flow over a flow, not the fate of one year's disputes.

    Parameters
    ----------
    result
        A finished run.

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
    sums = Sums(result)
    variables = {key: _described(figure, sums) for key, figure in FIGURES.items()}
    names = [ALL, *map(str, result.daily["town"].values)]
    table = xr.Dataset(variables).sel(town=names).transpose("year", "town")
    return table.assign_coords(days=sums.days, town_zh=("town", _chinese_names(result)))


def _described(figure: FigureOfMerit, sums: Sums) -> xr.DataArray:
    attributes = {"long_name": figure.name.en, "long_name_zh": figure.name.zh}
    attributes |= {"units": figure.unit.en, "units_zh": figure.unit.zh}
    return figure.compute(sums).assign_attrs(attributes)


def _chinese_names(result: Result) -> list[str]:
    return ["全市", *map(str, result.daily["town_zh"].values)]
