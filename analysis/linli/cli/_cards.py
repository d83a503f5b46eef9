"""The command ``linli cards``."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pandas as pd
from rich.table import Table
from rich.text import Text as StyledText

import linli
from linli.cli import messages
from linli.cli._console import new_table, show
from linli.cli._options import Json, Lang, argument
from linli.errors import InputError

_SHOW = "show"

_Words = Annotated[list[str] | None, argument(messages.CARDS_ARGUMENT, "[show ID]...")]


def cards(words: _Words = None, as_json: Json = False, lang: Lang = None) -> None:
    """List the governance systems that a scenario can play as cards, or show some."""
    wanted = [word.upper() for word in words or [] if word != _SHOW]
    chosen = _chosen(wanted)
    if as_json:
        print(json.dumps(chosen.reset_index().to_dict("records"), ensure_ascii=False, indent=2))
    elif wanted:
        for name, card in chosen.iterrows():
            show(_one(str(name), card))
    else:
        show(_list(chosen))


def _chosen(wanted: list[str]) -> pd.DataFrame:
    every = linli.cards()
    for name in wanted:
        if name not in every.index:
            raise InputError(name, messages.NO_CARD.format(", ".join(every.index)))
    return every.loc[wanted or list(every.index)]


def _list(chosen: pd.DataFrame) -> Table:
    table = new_table()
    table.add_column("ID", style="bold")
    table.add_column("English", overflow="fold")
    table.add_column("中文", overflow="fold")
    for name, card in chosen.iterrows():
        table.add_row(str(name), card["name_en"], card["name_zh"])
    return table


def _one(name: str, card: pd.Series[Any]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    table.add_row(name, StyledText(card["name_zh" if linli.language() == "zh" else "name_en"], style="bold"))
    for heading, key in ((messages.SUMMARY, "summary"), (messages.EFFECT, "effect"), (messages.SIDE, "side")):
        table.add_row(str(heading), card[key] or "–")
    for measure in card["measures"]:
        table.add_row(str(messages.MEASURE), _measure(measure))
    table.add_row(str(messages.SOURCE), card["source"])
    table.add_row("", "")
    return table


def _measure(measure: dict[str, Any]) -> str:
    change = messages.ACTIONS[measure["action"]].format(f"{measure['amount']:g}")
    parts = [str(messages.CHANGE_OF_LEVER.format(measure["label"], measure["lever"], change, measure["unit"]))]
    if "lasts" in measure:
        parts.append(str(messages.LASTS.format(measure["lasts"])))
    if measure["unit_cost"]:
        cost = messages.UNIT_COST.format(f"{measure['unit_cost']:,g}", measure["cost_per"])
        parts.append(str(messages.COSTS.format(cost)))
    return str(messages.BETWEEN_PARTS).join(parts)
