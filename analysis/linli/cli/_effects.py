"""Comparisons on the terminal and in files: every table says what it shows, and marks what is more than luck."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, isnan, log10
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._console import is_narrow, new_table, say, show
from linli.cli._prose import Prose

if TYPE_CHECKING:
    import pandas as pd

_COLOURS = {"better": "green", "worse": "red", "changed": "bold", "unresolved": "dim", "same": "dim", "none": "dim"}
_DIGITS = 3
_MOST_DECIMALS = 6


def report(
    found: linli.Comparison,
    years: Sequence[int],
    town: str | None,
    *,
    full: bool,
    figures: Sequence[str] | None = None,
) -> None:
    """Print headline figures of several scenarios side by side, or all figures of each, for every year asked for."""
    from linli.figures_of_merit import HEADLINE

    periods: Sequence[int | None] = years or [None]
    for year in periods:
        several = len(found.others) > 1 and not full
        rows = found.table(year=year, town=town, figures=figures or (HEADLINE if several else None))
        if several:
            show(_side_by_side(_heading(messages.COMPARED_WITH, found, [found.base], year, town), found, rows))
            say(messages.HALF_WIDTHS)
            continue
        for other in found.others:
            heading = _heading(messages.COMPARED, found, [other, found.base], year, town)
            show(_table(heading, rows.loc[[other]]))
    say(messages.MANY_FIGURES)


def _heading(what: Text, found: linli.Comparison, labels: Sequence[str], year: int | None, town: str | None) -> str:
    """Say which scenarios, days, place and seeds a table is about."""
    where = str(messages.WHOLE_CITY if town is None else _town_in(found, town))
    if found.runs.attrs["population_scale"] != 1.0:
        where = str(messages.SCALED.format(where, found.runs.attrs["population_scale"]))
    first = max(str(found.since), f"{year}-01-01") if year else found.since
    last = min(str(found.end), f"{year}-12-31") if year else found.end
    names = what.format(*(_name_of(found, label) for label in labels))
    return str(messages.SELECTION.format(names, first, last, where, len(found.seeds)))


def _town_in(found: linli.Comparison, town: str) -> Text:
    return Text(town, str(found.runs["town_zh"].sel(town=town).item()))


def _name_of(found: linli.Comparison, label: str) -> str:
    """Return the title of a scenario in the language in use, or its label where titles are alike."""
    titles = dict(zip(map(str, found.runs["scenario"].values), found.titles, strict=True))
    return titles[label] if len(set(titles.values())) == len(titles) else label


def _side_by_side(heading: str, found: linli.Comparison, rows: pd.DataFrame) -> Table:
    """Put the means of the base and the differences of the others in one table."""
    from linli.figures_of_merit import FIGURES, figure_text

    table = new_table(title=heading)
    table.add_column(str(messages.FIGURE), overflow="fold")
    table.add_column(_name_of(found, found.base), justify="right", overflow="fold")
    for other in found.others:
        table.add_column(_name_of(found, other), justify="right", overflow="fold")
    for key, of_figure in rows.groupby(level="figure", sort=False):
        every = [row for _, row in of_figure.iterrows()]
        base = StyledText(figure_text(every[0]["base"]), no_wrap=True)
        decimals = FIGURES[str(key)].decimals + 2
        table.add_row(_name(every[0]), base, *(_difference(row, decimals) for row in every))
    return table


def _difference(row: pd.Series[Any], most: int) -> RenderableType:
    """Show a difference, half the width of its interval, and a mark of what may be said."""
    if (kind := _kind(row)) in ("same", "none"):
        return StyledText(str(messages.MARKS[kind]), style=_COLOURS[kind])
    half = (row["high"] - row["low"]) / 2.0  # not a number with one seed
    decimals = _decimals(abs(row["difference"]) if isnan(half) else half, most)
    lines = [f"{round(row['difference'], decimals) + 0.0:+,.{decimals}f}"]
    if not isnan(half):
        lines.append(f"±{half:,.{decimals}f}")
    return StyledText("\n".join([*lines, str(messages.MARKS[kind])]), style=_COLOURS[kind], no_wrap=True)


def _decimals(width: float, most: int) -> int:
    """Return as many decimals as show two digits of a width, but not more than one reads."""
    return min(max(0, 1 - floor(log10(width))), most) if width else most


def _kind(row: pd.Series[Any]) -> str:
    """Say in a word what may be said of an effect."""
    import pandas as pd

    if not row["seeds"]:
        return "none"
    if row["difference"] == 0.0 and row["low"] == row["high"]:
        return "same"
    if not row["resolved"]:
        return "unresolved"
    return "changed" if pd.isna(row["improves"]) else "better" if row["improves"] else "worse"


def _table(heading: str, rows: pd.DataFrame) -> Table:
    narrow = is_narrow()
    headings = (messages.FIGURE, messages.BASE, messages.OTHER, messages.DIFFERENCE)
    figure, base, other, difference = map(str, headings)
    interval, verdict = str(messages.INTERVAL), str(messages.VERDICT)
    table = new_table(title=heading)
    table.add_column(f"{figure}\n  {verdict}" if narrow else figure, overflow="fold")
    table.add_column(base, justify="right", no_wrap=True)
    table.add_column(other, justify="right", no_wrap=True)
    table.add_column(f"{difference}\n{interval}" if narrow else difference, justify="right", no_wrap=True)
    if not narrow:
        table.add_column(interval, no_wrap=True)
        table.add_column(verdict, overflow="fold")
    for _, row in rows.iterrows():
        table.add_row(*(_stacked(row) if narrow else _in_columns(row)))
    return table


def _in_columns(row: pd.Series[Any]) -> list[RenderableType]:
    return [_name(row), *_means(row), _signed(row["difference"]), _interval(row), _verdict(row)]


def _stacked(row: pd.Series[Any]) -> list[RenderableType]:
    """Put the verdict below the name and the interval below the difference."""
    first = Group(_name(row), Padding(_verdict(row), (0, 0, 0, 2)))
    return [first, *_means(row), f"{_signed(row['difference'])}\n{_interval(row)}"]


def _name(row: pd.Series[Any]) -> Prose:
    return Prose(str(messages.NAME_AND_UNIT.format(row["name"], row["unit"])))


def _means(row: pd.Series[Any]) -> list[str]:
    from linli.figures_of_merit import figure_text

    return [figure_text(row[column]) for column in ("base", "other")]


def _interval(row: pd.Series[Any]) -> str:
    return str(messages.RANGE.format(_signed(row["low"]), _signed(row["high"])))


def _signed(value: float) -> str:
    """Write a difference with three digits, never as a power of ten."""
    import pandas as pd

    if pd.isna(value):
        return "–"
    if not value:
        return "0"
    decimals = min(max(0, _DIGITS - 1 - floor(log10(abs(value)))), _MOST_DECIMALS)
    return f"{value:+,.{decimals}f}" if round(value, decimals) else f"{value:+.1g}"


def _verdict(row: pd.Series[Any]) -> StyledText:
    return StyledText(row["verdict"], style=_COLOURS[_kind(row)], overflow="fold")
