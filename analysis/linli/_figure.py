"""What a figure of merit is, and the helpers that the list of them is written with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import xarray as xr

from linli._language import Text
from linli._sums import Sums

Better = Literal["more", "less", "zero"]

PERCENT = Text("%", "%")
PER_100K = Text("per 100,000 residents and year", "每十万人每年")
PER_10K = Text("per 10,000 residents and year", "每万人每年")
PER_1000 = Text("per 1,000 residents and year", "每千人每年")
YUAN_A_HEAD = Text("yuan per resident and year", "元/人·年")
POINTS = Text("percentage points", "百分点")


@dataclass(frozen=True)
class FigureOfMerit:
    """A headline figure of a run.

    Attributes
    ----------
    key : str
        Group and name, as in "harm.serious".
    name, unit : Text
        In both languages.
    better : {"more", "less", "zero"} or None
        Which way is an improvement; "zero" for gaps between groups, None where it depends on one's view.
    compute : callable
        From the sums of a run to values by year and town.
    """

    key: str
    name: Text
    unit: Text
    better: Better | None
    compute: Callable[[Sums], xr.DataArray]

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


def ratio(part: xr.DataArray, whole: xr.DataArray) -> xr.DataArray:
    """Divide sums; not a number where there is nothing to divide by."""
    return part / whole.where(whole > 0.0)


def percent(part: xr.DataArray, whole: xr.DataArray) -> xr.DataArray:
    """Express a part of a whole in percent."""
    return 100.0 * ratio(part, whole)


def share(
    key: str,
    name: Text,
    better: Better | None,
    part: Callable[[Sums], xr.DataArray],
    whole: Callable[[Sums], xr.DataArray],
) -> FigureOfMerit:
    """Make a figure in percent of a whole."""
    return FigureOfMerit(key, name, PERCENT, better, lambda sums: percent(part(sums), whole(sums)))


_RESIDENTS = {PER_100K: 1e5, PER_10K: 1e4, PER_1000: 1e3, YUAN_A_HEAD: 1.0}


def rate(
    key: str,
    name: Text,
    better: Better | None,
    count: Callable[[Sums], xr.DataArray],
    unit: Text = PER_100K,
) -> FigureOfMerit:
    """Make a figure per so many residents and year."""
    residents = _RESIDENTS[unit]
    return FigureOfMerit(key, name, unit, better, lambda sums: residents * ratio(count(sums), sums.resident_years))


def figure_text(value: float) -> str:
    """Write a number with as many digits as one reads."""
    if pd.isna(value):
        return "–"
    if value == round(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4g}"
