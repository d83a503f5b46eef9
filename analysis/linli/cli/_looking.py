"""The commands that look at what there is: ``linli info``, ``levers``, ``indicators`` and ``figures``."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli._glossary import found_by_term
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import facts, is_narrow, new_table, show, show_json
from linli.cli._kinds import Kind
from linli.cli._mistakes import unknown
from linli.cli._options import JSON, RESULT_FILE, SINCE
from linli.cli._params import Argument
from linli.cli._prose import Prose
from linli.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

    from linli.figures_of_merit import FigureOfMerit

_WIDE = 140
"""Columns of a terminal that has room for meanings beside names."""

_WIDEST = 18
"""Of a column beside names with meanings."""


@command(
    Text("Sum up a result file.", "显示结果文件的摘要。"),
    Argument("file", RESULT_FILE, Text("Result file.", "要查看的结果文件。")),
    SINCE,
    JSON,
    examples=[
        (Text("What was run, and what happened year by year:", "查看运行情况和逐年结果："), "linli info town.h5"),
        (Text("The same for another program:", "供其他程序读取："), "linli info town.h5 --json"),
    ],
    notes=Text("Equal state hashes mean equal runs, to the last bit.", "状态哈希值相同，即两次运行逐位相同。"),
)
def info(file: Path, since: datetime.date | None, as_json: bool) -> None:
    """Sum up a result file."""
    with linli.open(file) as result:
        if as_json:
            show_json(_result_as_json(result, since))
        else:
            show(_table_of_provenance(result))
            show(_table_of_summary(result.summary(since=since), since))


def _result_as_json(result: linli.Result, since: datetime.date | None) -> dict[str, Any]:
    provenance = dataclasses.asdict(result.provenance)
    provenance["start"] = str(result.provenance.start)
    return {"file": str(result.path), "provenance": provenance, "summary": _records(result.summary("all", since))}


def _records(table: pd.DataFrame) -> Any:
    """Return rows with their index, and null where there is no value."""
    return json.loads(table.reset_index().to_json(orient="records", force_ascii=False, double_precision=15))


def _table_of_provenance(result: linli.Result) -> Table:
    made = result.provenance
    days = messages.PERIOD_OF.format(made.start, made.last_day, made.days, made.days_planned)
    return facts(
        [
            (messages.FILE, result.path),
            (messages.TITLE, made.title),
            (messages.LINEAGE, ", ".join(made.lineage)),
            (messages.SCENARIO_HASH, made.scenario_hash),
            (messages.PERIOD, days if made.complete else messages.INCOMPLETE.format(days)),
            (messages.PEOPLE, messages.PEOPLE_OF.format(made.people, made.population_scale)),
            (messages.SEED, made.seed),
            (messages.PROGRAM_MADE_BY, f"Linli {made.version}, {made.commit}"),
            (messages.STATE_HASH, made.state_hash),
            (messages.TIME, messages.TIME_OF.format(made.wall_seconds, made.threads, made.events)),
        ]
    )


def _table_of_summary(summary: pd.DataFrame, since: datetime.date | None) -> Table:
    from linli.figures_of_merit import figure_text

    periods = [column for column in summary.columns if column not in ("name", "unit")]
    table = new_table()
    table.add_column(str(messages.FIGURE), overflow="fold")
    table.add_column(str(messages.UNIT), overflow="fold")
    for period in periods:
        heading = period if period != "all" else str(messages.FROM.format(since) if since else messages.WHOLE_RUN)
        table.add_column(heading, justify="right", no_wrap=True)
    for _, row in summary.iterrows():
        table.add_row(Prose(row["name"]), Prose(row["unit"]), *(figure_text(row[period]) for period in periods))
    return table


@command(
    Text("List what a policy can move.", "列出措施可以调整的政策杠杆。"),
    Argument(
        "word",
        Kind(Text("WORD", "词")),
        Text(
            "Show only levers with this in name or meaning, or in an official term for them.",
            "只列出名称、含义或相应官方术语中含有该词的政策杠杆。",
        ),
        required=False,
        default="",
    ),
    JSON,
    examples=[
        (Text("All levers:", "列出全部政策杠杆："), "linli levers"),
        (
            Text("Those that have to do with mediation:", "只看与调解有关的："),
            Text("linli levers mediat", "linli levers 调解"),
        ),
        (Text("Those of the police, for another program:", "供其他程序读取："), "linli levers police --json"),
    ],
    notes=Text(
        "Measures of a scenario and --set of linli run name levers like this.",
        "场景中的措施和linli run的--set使用这里的名称。",
    ),
)
def levers(word: str, as_json: bool) -> None:
    """List what a policy can move."""
    chosen = _levers_with(word)
    if as_json:
        show_json(_records(chosen))
    else:
        show(_table_of_levers(chosen))


def _levers_with(word: str) -> pd.DataFrame:
    every = linli.levers()
    meant = found_by_term("levers", word) if word else {}
    chosen = every[[name in meant or _mentions(word, name, lever) for name, lever in every.iterrows()]]
    if chosen.empty:
        raise InputError(word, messages.NO_LEVER)
    return chosen


def _mentions(word: str, name: Hashable, lever: pd.Series[Any]) -> bool:
    return word.lower() in f"{name}\n{lever['label']}\n{lever['meaning']}".lower()


def _table_of_levers(chosen: pd.DataFrame) -> Table:
    longest = max(len(str(name)) for name in chosen.index)
    return _narrow_table(chosen, longest) if is_narrow(_WIDE) else _wide_table(chosen, longest)


def _wide_table(chosen: pd.DataFrame, longest: int) -> Table:
    table = new_table()
    table.add_column(str(messages.NAME), min_width=longest, no_wrap=True)
    table.add_column(str(messages.DEFAULT), justify="right", no_wrap=True)
    for heading in (messages.RANGE_HEADING, messages.UNIT, messages.COST, messages.MEANING):
        table.add_column(str(heading))
    for name, lever in chosen.iterrows():
        table.add_row(str(name), *_values(lever), Prose(unit_cost(lever) or "–"), Prose(lever["meaning"]))
    return table


def _narrow_table(chosen: pd.DataFrame, longest: int) -> Table:
    """Put meanings and costs below the names."""
    table = new_table()
    table.add_column(f"{messages.NAME}\n  {messages.MEANING}", min_width=longest)
    table.add_column(str(messages.DEFAULT), justify="right", no_wrap=True)
    for heading in (messages.RANGE_HEADING, messages.UNIT):
        table.add_column(str(heading), max_width=_WIDEST)
    for name, lever in chosen.iterrows():
        table.add_row(_name_and_meaning(str(name), lever), *_values(lever))
    return table


def _name_and_meaning(name: str, lever: pd.Series[Any]) -> RenderableType:
    below = f"{lever['meaning']}\n{messages.COSTS.format(unit_cost(lever))}" if lever["cost_per"] else lever["meaning"]
    return Group(StyledText(name, style="bold", no_wrap=True), Padding(Prose(below), (0, 0, 0, 2)))


def _values(lever: pd.Series[Any]) -> list[RenderableType]:
    bounds = messages.RANGE.format(f"{lever['low']:,g}", f"{lever['high']:,g}")
    return [f"{lever['default']:,g}", Prose(str(bounds)), Prose(lever["unit"])]


def unit_cost(lever: Mapping[str, Any] | pd.Series[Any]) -> str:
    """Say what a unit of a lever costs, or that nobody knows."""
    cost = lever["unit_cost"]
    return str(messages.UNIT_COST.format(f"{cost:,g}", lever["cost_per"]) if cost else lever["cost_per"])


_WORD = Kind(Text("WORD", "词"))


@command(
    Text("List what a run records by time and place.", "列出运行按时间和地点记录的变量。"),
    Argument(
        "word",
        _WORD,
        Text("Show only indicators with this in key or meaning.", "只列出代号或含义中含有该词的变量。"),
        required=False,
        default="",
    ),
    JSON,
    examples=[
        (Text("All of them:", "列出全部："), "linli indicators"),
        (Text("Those about police:", "只看与警务有关的："), Text("linli indicators police", "linli indicators 警")),
    ],
    notes=Text(
        "`linli plot series` and `linli plot map` draw them with --indicator, their kinds with --kind.",
        "`linli plot`的series和map用--indicator绘制，用--kind选类别。",
    ),
)
def indicators(word: str, as_json: bool) -> None:
    """List what a run records."""
    every = linli.indicators()
    chosen = every[[_has(word, key, row["meaning"]) for key, row in every.iterrows()]]
    if chosen.empty:
        raise InputError(word, unknown(word, every.index, messages.NO_INDICATOR))
    if as_json:
        show_json(_records(chosen))
    else:
        show(_table_of_indicators(chosen))


def _has(word: str, key: Hashable, meaning: str) -> bool:
    return word.lower() in f"{key}\n{meaning}".lower()


def _table_of_indicators(chosen: pd.DataFrame) -> Table:
    table = new_table()
    table.add_column(str(messages.NAME), no_wrap=True)
    for heading in (messages.MEANING, messages.UNIT, messages.EVERY, messages.SPLIT_BY):
        table.add_column(str(heading))
    for key, row in chosen.iterrows():
        split = Text("{}: {}", "{}：{}").format(row["dimension"], ", ".join(row["kinds"])) if row["kinds"] else ""
        every = str(messages.BY_WEEK if row["every"] == "week" else messages.BY_DAY)
        table.add_row(str(key), Prose(row["meaning"]), Prose(row["unit"]), every, Prose(str(split)))
    return table


@command(
    Text("List the figures that runs are judged by.", "列出评判运行结果的指标。"),
    Argument(
        "word",
        _WORD,
        Text(
            "Show only figures with this in key or name, or in an official term for them.",
            "只列出代号、名称或相应官方术语中含有该词的指标。",
        ),
        required=False,
        default="",
    ),
    JSON,
    examples=[
        (Text("All of them:", "列出全部："), "linli figures"),
        (Text("Those about harm:", "只看与伤害有关的："), Text("linli figures harm", "linli figures 伤")),
    ],
    notes=Text(
        "Figures are ratios of sums of indicators; `docs/model.md` has how each is made.",
        "指标由各变量合计后相除得出；计算方法见`docs/zh/model.md`。",
    ),
)
def figures(word: str, as_json: bool) -> None:
    """List the figures."""
    from linli.figures_of_merit import FIGURES

    meant = found_by_term("figures", word) if word else {}
    chosen = [figure for key, figure in FIGURES.items() if key in meant or _has(word, key, str(figure.name))]
    if not chosen:
        raise InputError(word, unknown(word, FIGURES, messages.NO_FIGURE))
    if as_json:
        rows = [{"key": one.key, "name": str(one.name), "unit": str(one.unit), "better": one.better} for one in chosen]
        show_json(rows)
    else:
        show(_table_of_figures(chosen))


def _table_of_figures(chosen: Iterable[FigureOfMerit]) -> Table:
    table = new_table()
    table.add_column(str(messages.NAME), no_wrap=True)
    for heading in (messages.MEANING, messages.UNIT, messages.BETTER):
        table.add_column(str(heading))
    for figure in chosen:
        better = str(messages.BETTER_IF[figure.better])
        table.add_row(figure.key, Prose(str(figure.name)), Prose(str(figure.unit)), better)
    return table
