"""The command ``linli check``."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.table import Table

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import new_table, say, show
from linli.cli._ends import WRONG_INPUT
from linli.cli._options import SCENARIO_FILE
from linli.cli._params import Argument
from linli.errors import NOTE

_MILLION = 1e6


@command(
    Text("Check scenarios without running them, and say what they will cost.", "检查场景而不运行，并给出预计支出。"),
    Argument("scenarios", SCENARIO_FILE, Text("Scenario files (TOML).", "一个或多个场景文件（TOML）。"), nargs=-1),
    examples=[
        (Text("One scenario:", "检查一个场景："), "linli check town.toml"),
        (Text("All of a folder:", "检查文件夹中的全部场景："), "linli check scenarios/town/*.toml"),
    ],
    notes=Text(
        "Names every problem with its place. Exit code 0: all scenarios are sound; 2: there are problems.",
        "逐条指出问题及其位置。退出码0：全部无误；2：存在问题。",
    ),
)
def check(scenarios: Sequence[Path]) -> int | None:
    """Check scenarios without running them."""
    sound = [_check(file) for file in scenarios]
    return None if all(sound) else WRONG_INPUT


def _check(file: Path) -> bool:
    problems = linli.check(file)
    for problem in problems:
        say(str(problem))
    for note in problems.notes:
        say(NOTE.format(note))
    if problems:
        say(messages.UNSOUND.format(file))
        return False
    say(messages.SOUND.format(file))
    scenario = linli.Scenario.load(file)
    show(_table_of_spending(scenario))
    if scenario.cards:
        show(_table_of_cards(scenario))
    say(messages.SPENDING_NOTE)
    return True


def _table_of_spending(scenario: linli.Scenario) -> Table:
    from linli import _core

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


def _table_of_cards(scenario: linli.Scenario) -> Table:
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


def _share_simulated(scenario: linli.Scenario, year: int) -> float:
    first = max(scenario.start, datetime.date(year, 1, 1))
    last = min(scenario.end, datetime.date(year, 12, 31))
    return ((last - first).days + 1) / (366 if calendar.isleap(year) else 365)
