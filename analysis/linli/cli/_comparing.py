"""The command ``linli compare``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import is_narrow, new_table, say, show
from linli.cli._ends import INTERRUPTED
from linli.cli._kinds import Name, WholeNumber
from linli.cli._options import DAYS, FOLDER, FORCE, POPULATION_SCALE, TOWN
from linli.cli._params import Argument, Option
from linli.errors import InputError

if TYPE_CHECKING:
    import pandas as pd


@command(
    Text(
        "Run scenarios with the same luck, and tell what differs and how surely.",
        "让各场景经历相同的随机事件，判断差别及其可靠程度。",
    ),
    Argument("base", Name(Text("BASE", "基准场景")), Text("Scenario to compare with.", "作为基准的场景。")),
    Argument("others", Name(Text("OTHER", "对比场景")), Text("Scenarios to compare.", "要对比的场景。"), nargs=-1),
    Option("-o --output", FOLDER, Text("Folder to write.", "要写入的文件夹。"), required=True),
    Option(
        "--seeds",
        WholeNumber(1, 100_000),
        Text("Runs of each scenario: seeds 1 to N.", "每个场景的运行次数：种子1至N。"),
        default=20,
    ),
    Option(
        "--jobs",
        WholeNumber(1, 1024),
        Text("Runs at a time; without it, one per core.", "同时进行的运行数；不给出时每核一个。"),
    ),
    DAYS,
    POPULATION_SCALE,
    Option(
        "--year",
        WholeNumber(),
        Text("Print this year; without it, the whole run.", "打印该年的结果；不给出时为全期。"),
    ),
    Option("--town", TOWN, Text("Print this town; without it, the whole city.", "打印该镇街的结果；不给出时为全市。")),
    Option(
        "--full",
        None,
        Text(
            "All figures of every scenario; without it, headline figures side by side if there are several.",
            "列出每个场景的全部指标；不给出时，多个场景只并列主要指标。",
        ),
    ),
    Option(
        "--keep",
        FOLDER,
        Text(
            "Folder for the result file of every run; without it they are not kept.",
            "保存每次运行结果文件的文件夹；不给出时不保留。",
        ),
    ),
    FORCE,
    examples=[
        (
            Text("What do twice the mediators change?", "调解员加倍有何作用："),
            "linli compare reference.toml mediators-double.toml -o doubled",
        ),
        (
            Text("Two policies side by side, with 40 seeds, in 2022:", "并列两种政策，40个种子，只看2022年："),
            "linli compare reference.toml a.toml b.toml -o ab --seeds 40 --year 2022",
        ),
    ],
    notes=Text(
        "The folder gets table.csv (whole run and city), effects.csv (by year and town), effects.png and comparison.nc "
        "(xarray; linli.Comparison.load reads it).",
        "文件夹中写入table.csv（全期、全市）、effects.csv（分年份、分镇街）、effects.png和comparison.nc（xarray；"
        "用linli.Comparison.load读取）。",
    ),
)
def compare(
    base: Path,
    others: Sequence[Path],
    output: Path,
    seeds: int,
    jobs: int | None,
    days: int | None,
    population_scale: float,
    year: int | None,
    town: str | None,
    full: bool,
    keep: Path | None,
    force: bool,
) -> int | None:
    """Run scenarios with the same luck and compare them."""
    from linli.comparison.files import require_free

    output.parent.mkdir(parents=True, exist_ok=True)
    require_free(output, force)
    linli.plot.fonts()
    scenario = linli.Scenario.load(base)
    _check_year(scenario, days, year)
    where = None if town is None else _town_of(scenario, town)
    try:
        found = linli.compare(
            base, *others, seeds=seeds, jobs=jobs, days=days, population_scale=population_scale, keep=keep
        )
    except KeyboardInterrupt:
        kept = keep is not None and messages.COMPARING_INTERRUPTED_KEPT.format(keep)
        say(kept or messages.COMPARING_INTERRUPTED, stderr=True)
        return INTERRUPTED
    found.save(output, force=force)
    _report(found, year, where, full=full)
    say(messages.WRITTEN.format(output))
    return None


def _check_year(scenario: linli.Scenario, days: int | None, year: int | None) -> None:
    lived = scenario.days if days is None else min(max(days, 1), scenario.days)
    allowed = range(scenario.start.year, (scenario.start + timedelta(days=lived - 1)).year + 1)
    if year is not None and year not in allowed:
        raise InputError("--year", messages.NO_YEAR.format(messages.listed(map(str, allowed))))


def _town_of(scenario: linli.Scenario, name: str) -> str:
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
    from linli.figures_of_merit import HEADLINE, figure_text

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
    from linli.figures_of_merit import figure_text

    return [figure_text(row[column]) for column in ("base", "other")]


def _interval(row: pd.Series[Any]) -> str:
    return str(messages.RANGE.format(_signed(row["low"]), _signed(row["high"])))


def _signed(value: float) -> str:
    return "–" if _is_missing(value) else f"{value:+.3g}" if value else "0"


def _is_missing(value: bool | float | None) -> bool:
    import pandas as pd

    return bool(pd.isna(value))


def _verdict(row: pd.Series[Any]) -> StyledText:
    return StyledText(row["verdict"], style=_style(row), overflow="fold")


def _style(row: pd.Series[Any]) -> str:
    if not row["resolved"]:
        return "dim"
    return "bold" if _is_missing(row["improves"]) else "green" if row["improves"] else "red"
