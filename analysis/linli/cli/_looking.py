"""The commands that look and do not simulate: ``linli check``, ``linli info`` and ``linli levers``."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
import json
import tomllib
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli import Text, _core
from linli.cli import messages
from linli.cli._console import is_narrow, new_table, say, show
from linli.cli._options import Json, Lang, argument
from linli.errors import InputError
from linli.figures_of_merit import figure_text
from linli.scenario import Scenario

_WRONG_INPUT = 2
_MILLION = 1e6
_WIDEST = 18
"""Of a column beside names with meanings, on a narrow terminal."""

_Files = Annotated[list[Path], argument(messages.SCENARIOS_ARGUMENT, "SCENARIO")]
_File = Annotated[Path, argument(messages.RESULT_ARGUMENT, "FILE")]
_Word = Annotated[str, argument(messages.WORD_ARGUMENT, "[WORD]")]


def check(scenarios: _Files, lang: Lang = None) -> None:
    """Check scenarios without running them."""
    sound = [_check(file) for file in scenarios]
    if not all(sound):
        raise typer.Exit(_WRONG_INPUT)


def _check(file: Path) -> bool:
    if _is_card(file):
        say(messages.CARD_FILE.format(file))
        return False
    problems = linli.check(file)
    for problem in problems:
        say(str(problem))
    if problems:
        say(messages.UNSOUND.format(file))
        return False
    say(messages.SOUND.format(file))
    scenario = Scenario.load(file)
    show(_table_of_spending(scenario))
    if scenario.cards:
        show(_table_of_cards(scenario))
    say(messages.SPENDING_NOTE)
    return True


def _is_card(file: Path) -> bool:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return {"id", "measures"} <= found.keys()


def _table_of_spending(scenario: Scenario) -> Table:
    by_lever = scenario.expected_spending()
    by_group = by_lever.groupby(lambda lever: lever.split(".")[0], sort=False).sum()
    groups = {key: Text(english, chinese) for key, english, chinese in _core.lever_groups()}
    table = new_table()
    table.add_column(str(messages.SPENDING))
    for year in by_lever.columns:
        table.add_column(str(year), justify="right")
    for group, amounts in by_group[(by_group > 0).any(axis=1)].iterrows():
        table.add_row(str(groups[str(group)]), *_millions(amounts))
    table.add_section()
    table.add_row(str(messages.TOTAL), *_millions(by_lever.sum()), style="bold")
    if (budget := scenario.budget) is not None:
        budgets: list[float] = [budget * _share_simulated(scenario, int(year)) for year in by_lever.columns]
        table.add_row(str(messages.BUDGET), *_millions(budgets))
    return table


def _table_of_cards(scenario: Scenario) -> Table:
    """Show what each card adds, played after those before it."""
    by_card = scenario.expected_spending_by_card().groupby(level="card", sort=False).sum()
    table = new_table()
    table.add_column(str(messages.SPENDING_OF_CARDS))
    for year in by_card.columns:
        table.add_column(str(year), justify="right")
    for card, amounts in by_card.iterrows():
        if card not in ("", "measures"):
            table.add_row(str(card), *_millions(amounts))
    return table


def _millions(yuan: Iterable[float]) -> list[str]:
    return [f"{amount / _MILLION:,.1f}" for amount in yuan]


def _share_simulated(scenario: Scenario, year: int) -> float:
    first = max(scenario.start, datetime.date(year, 1, 1))
    last = min(scenario.end, datetime.date(year, 12, 31))
    return ((last - first).days + 1) / (366 if calendar.isleap(year) else 365)


def info(file: _File, as_json: Json = False, lang: Lang = None) -> None:
    """Sum up a result file."""
    with linli.open(file) as result:
        if as_json:
            print(json.dumps(_result_as_json(result), ensure_ascii=False, indent=2))
        else:
            show(_table_of_provenance(result))
            show(_table_of_summary(result.summary()))


def _result_as_json(result: linli.Result) -> dict[str, Any]:
    provenance = dataclasses.asdict(result.provenance)
    provenance["start"] = str(result.provenance.start)
    return {"file": str(result.path), "provenance": provenance, "summary": _records(result.summary("all"))}


def _records(table: pd.DataFrame) -> Any:
    """Return rows with their index, and null where there is no value."""
    return json.loads(table.reset_index().to_json(orient="records", force_ascii=False, double_precision=15))


def _table_of_provenance(result: linli.Result) -> Table:
    made = result.provenance
    days = messages.PERIOD_OF.format(made.start, made.last_day, made.days, made.days_planned)
    facts = {
        messages.FILE: result.path,
        messages.TITLE: made.title,
        messages.LINEAGE: ", ".join(made.lineage),
        messages.SCENARIO_HASH: made.scenario_hash,
        messages.PERIOD: days if made.complete else messages.INCOMPLETE.format(days),
        messages.PEOPLE: messages.PEOPLE_OF.format(made.people, made.population_scale),
        messages.SEED: made.seed,
        messages.PROGRAM_MADE_BY: f"Linli {made.version}, {made.commit}",
        messages.STATE_HASH: made.state_hash,
        messages.TIME: messages.TIME_OF.format(made.wall_seconds, made.threads, made.events),
    }
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for heading, fact in facts.items():
        table.add_row(str(heading), str(fact))
    return table


def _table_of_summary(summary: pd.DataFrame) -> Table:
    periods = [column for column in summary.columns if column not in ("name", "unit")]
    table = new_table()
    table.add_column(str(messages.FIGURE), overflow="fold")
    table.add_column(str(messages.UNIT), overflow="fold")
    for period in periods:
        heading = str(messages.WHOLE_RUN) if period == "all" else period
        table.add_column(heading, justify="right", no_wrap=True)
    for _, row in summary.iterrows():
        table.add_row(row["name"], row["unit"], *(figure_text(row[period]) for period in periods))
    return table


def levers(word: _Word = "", as_json: Json = False, lang: Lang = None) -> None:
    """List what a policy can move."""
    chosen = _levers_with(word)
    if as_json:
        print(json.dumps(_records(chosen), ensure_ascii=False, indent=2))
    else:
        show(_table_of_levers(chosen))


def _levers_with(word: str) -> pd.DataFrame:
    every = linli.levers()
    chosen = every[[_mentions(word, name, lever) for name, lever in every.iterrows()]]
    if chosen.empty:
        raise InputError(word, messages.NO_LEVER)
    return chosen


def _mentions(word: str, name: Hashable, lever: pd.Series[Any]) -> bool:
    return word.lower() in f"{name}\n{lever['label']}\n{lever['meaning']}".lower()


def _table_of_levers(chosen: pd.DataFrame) -> Table:
    narrow = is_narrow()
    table = new_table()
    table.add_column(f"{messages.NAME}\n  {messages.MEANING}" if narrow else str(messages.NAME))
    table.add_column(str(messages.DEFAULT), justify="right")
    for heading in (messages.RANGE_HEADING, messages.UNIT):
        table.add_column(str(heading), overflow="fold", max_width=_WIDEST if narrow else None)
    if not narrow:
        table.add_column(str(messages.COST), overflow="fold")
        table.add_column(str(messages.MEANING), overflow="fold")
    for name, lever in chosen.iterrows():
        row = _stacked(str(name), lever) if narrow else [str(name), *_values(lever), _cost(lever), lever["meaning"]]
        table.add_row(*row)
    return table


def _stacked(name: str, lever: pd.Series[Any]) -> list[RenderableType]:
    """Put meaning and cost below the name."""
    below = f"{lever['meaning']}\n{messages.COSTS.format(_cost(lever))}" if lever["unit_cost"] else lever["meaning"]
    first = Group(
        StyledText(name, style="bold", no_wrap=True), Padding(StyledText(below, overflow="fold"), (0, 0, 0, 2))
    )
    return [first, *_values(lever)]


def _values(lever: pd.Series[Any]) -> list[str]:
    bounds = messages.RANGE.format(f"{lever['low']:,g}", f"{lever['high']:,g}")
    return [f"{lever['default']:,g}", str(bounds), lever["unit"]]


def _cost(lever: pd.Series[Any]) -> str:
    cost = lever["unit_cost"]
    return str(messages.UNIT_COST.format(f"{cost:,g}", lever["cost_per"])) if cost else "–"
