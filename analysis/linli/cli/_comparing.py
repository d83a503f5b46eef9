"""The command ``linli compare``."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._console import is_narrow, new_table, say, show
from linli.cli._options import Days, Force, Lang, PopulationScale, argument, option, require_between
from linli.comparison.files import require_free
from linli.errors import InputError
from linli.figures_of_merit import HEADLINE, figure_text
from linli.scenario import Scenario

_INTERRUPTED = 130
_MOST_SEEDS = 100_000
_MOST_JOBS = 1024

_Base = Annotated[Path, argument(messages.BASE_ARGUMENT, "BASE")]
_Others = Annotated[list[Path], argument(messages.OTHERS_ARGUMENT, "OTHER")]
_Folder = Annotated[Path, option(messages.FOLDER_OPTION, "-o", "--output", metavar="DIR")]
_Seeds = Annotated[int, option(messages.SEEDS_OPTION, "--seeds", metavar="N")]
_Jobs = Annotated[int | None, option(messages.JOBS_OPTION, "--jobs", metavar="N")]
_Year = Annotated[int | None, option(messages.YEAR_OPTION, "--year", metavar="N")]
_Town = Annotated[str | None, option(messages.TOWN_OF_TABLE_OPTION, "--town", metavar="TOWN")]
_Keep = Annotated[Path | None, option(messages.KEEP_OPTION, "--keep", metavar="FOLDER")]
_Full = Annotated[bool, option(messages.FULL_OPTION, "--full")]


def compare(
    base: _Base,
    others: _Others,
    output: _Folder,
    seeds: _Seeds = 20,
    jobs: _Jobs = None,
    days: Days = None,
    population_scale: PopulationScale = 1.0,
    year: _Year = None,
    town: _Town = None,
    full: _Full = False,
    keep: _Keep = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Run scenarios with the same luck and compare them."""
    require_between("--seeds", seeds, 1, _MOST_SEEDS)
    require_between("--jobs", jobs, 1, _MOST_JOBS)
    output.parent.mkdir(parents=True, exist_ok=True)
    require_free(output, force)
    linli.plot.fonts()
    scenario = Scenario.load(base)
    _check_year(scenario, days, year)
    where = None if town is None else _town_of(scenario, town)
    try:
        found = linli.compare(
            base, *others, seeds=seeds, jobs=jobs, days=days, population_scale=population_scale, keep=keep
        )
    except KeyboardInterrupt:
        kept = keep is not None and messages.COMPARING_INTERRUPTED_KEPT.format(keep)
        say(kept or messages.COMPARING_INTERRUPTED, stderr=True)
        raise typer.Exit(_INTERRUPTED) from None
    found.save(output, force=force)
    _report(found, year, where, full=full)
    say(messages.WRITTEN.format(output))


def _check_year(scenario: Scenario, days: int | None, year: int | None) -> None:
    lived = scenario.days if days is None else min(max(days, 1), scenario.days)
    allowed = range(scenario.start.year, (scenario.start + timedelta(days=lived - 1)).year + 1)
    if year is not None and year not in allowed:
        raise InputError("--year", messages.NO_YEAR.format(", ".join(map(str, allowed))))


def _town_of(scenario: Scenario, name: str) -> str:
    """Return the English name of a town that is named in either language."""
    english = {**dict(zip(scenario.towns_zh, scenario.towns, strict=True)), **{t: t for t in scenario.towns}}
    if name not in english:
        allowed = Text(", ".join(scenario.towns), "、".join(scenario.towns_zh))
        raise InputError(f"--town {name}", messages.NO_TOWN.format(allowed))
    return english[name]


def _report(found: linli.Comparison, year: int | None, town: str | None, *, full: bool) -> None:
    """Print the headline figures of several scenarios side by side, or all figures of each."""
    rows = found.table(year=year, town=town)
    when = str(year or messages.WHOLE_RUN)
    where = str(town or messages.WHOLE_CITY)
    if len(found.others) > 1:
        title = messages.SIDE_BY_SIDE.format(found.base, len(found.seeds), when, where)
        show(_side_by_side(str(title), found, rows))
    if full or len(found.others) == 1:
        for other in found.others:
            title = messages.COMPARED.format(other, found.base, len(found.seeds), when, where)
            show(_table(str(title), rows.loc[[other]]))
    say(messages.MANY_FIGURES)


def _side_by_side(title: str, found: linli.Comparison, rows: pd.DataFrame) -> Table:
    """Put the means of the base and the differences of the others in one table."""
    table = new_table(title=title)
    table.add_column(str(messages.FIGURE), overflow="fold")
    table.add_column(found.base, justify="right", overflow="fold")
    for other in found.others:
        table.add_column(other, justify="right", overflow="fold")
    for key in HEADLINE:
        of_figure = [row for _, row in rows.xs(key, level="figure").iterrows()]
        table.add_row(_name(of_figure[0]), figure_text(of_figure[0]["base"]), *map(_difference, of_figure))
    return table


def _difference(row: pd.Series[Any]) -> StyledText:
    """Show a difference and half the width of its interval, in the colour of its verdict."""
    half = (row["high"] - row["low"]) / 2.0
    return StyledText(f"{_signed(row['difference'])}\n±{half:.2g}", style=_style(row))


def _table(title: str, rows: pd.DataFrame) -> Table:
    narrow = is_narrow()
    headings = (messages.FIGURE, messages.BASE, messages.OTHER, messages.DIFFERENCE)
    figure, base, other, difference = map(str, headings)
    interval, verdict = str(messages.INTERVAL), str(messages.VERDICT)
    table = new_table(title=title)
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


def _name(row: pd.Series[Any]) -> StyledText:
    return StyledText.assemble(row["name"], " ", (row["unit"], "dim"), overflow="fold")


def _means(row: pd.Series[Any]) -> list[str]:
    return [figure_text(row[column]) for column in ("base", "other")]


def _interval(row: pd.Series[Any]) -> str:
    return str(messages.RANGE.format(_signed(row["low"]), _signed(row["high"])))


def _signed(value: float) -> str:
    return "–" if pd.isna(value) else f"{value:+.3g}" if value else "0"


def _verdict(row: pd.Series[Any]) -> StyledText:
    return StyledText(row["verdict"], style=_style(row), overflow="fold")


def _style(row: pd.Series[Any]) -> str:
    if not row["resolved"]:
        return "dim"
    return "bold" if pd.isna(row["improves"]) else "green" if row["improves"] else "red"
