"""The command ``linli cards``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

import linli
from linli._language import Text, language
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import facts, new_table, show, show_json
from linli.cli._kinds import Kind
from linli.cli._options import JSON
from linli.cli._params import Argument
from linli.cli._prose import Prose
from linli.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_SHOW = "show"


@command(
    Text(
        "List the governance systems that a scenario can play as cards, or show some.",
        "列出场景可以采用的治理制度卡，或显示其内容。",
    ),
    Argument(
        "words",
        Kind(Text("show ID", "show 编号")),
        Text("Show these cards whole.", "完整显示这些卡。"),
        nargs=-1,
        required=False,
    ),
    JSON,
    examples=[
        (Text("All cards:", "列出全部卡："), "linli cards"),
        (Text("What two of them do and cost:", "查看其中两张的内容与成本："), "linli cards show A6 C10"),
    ],
    notes=Text(
        "A scenario plays a card in three lines:\n"
        "  [[cards]]\n"
        '  id = "A6"\n'
        "  strength = 0.8    # also towns, from, to, ramp, once",
        '场景中采用一张卡只需三行：\n  [[cards]]\n  id = "A6"\n  strength = 0.8    # 还可写towns、from、to、ramp、once',
    ),
)
def cards(words: Sequence[str], as_json: bool) -> None:
    """List the cards, or show some."""
    wanted = [word.upper() for word in words if word != _SHOW]
    chosen = _chosen(wanted)
    if as_json:
        show_json(chosen.reset_index().to_dict("records"))
    elif wanted:
        for name, card in chosen.iterrows():
            show(_one(str(name), card))
    else:
        show(_list(chosen))


def _chosen(wanted: list[str]) -> pd.DataFrame:
    every = linli.cards()
    for name in wanted:
        if name not in every.index:
            raise InputError(name, messages.NO_CARD.format(messages.listed(every.index)))
    return every.loc[wanted or list(every.index)]


def _list(chosen: pd.DataFrame) -> Table:
    table = new_table()
    table.add_column("ID", style="bold", no_wrap=True)
    table.add_column("English")
    table.add_column("中文")
    for name, card in chosen.iterrows():
        table.add_row(str(name), Prose(card["name_en"]), Prose(card["name_zh"]))
    return table


def _one(name: str, card: pd.Series[Any]) -> Table:
    told = [(messages.SUMMARY, "summary"), (messages.EFFECT, "effect"), (messages.SIDE, "side")]
    return facts(
        [
            (name, card["name_zh" if language() == "zh" else "name_en"]),
            *((heading, card[key] or "–") for heading, key in told),
            *((messages.MEASURE, _measure(measure)) for measure in card["measures"]),
            (messages.SOURCE, card["source"]),
            ("", ""),
        ]
    )


def _measure(measure: dict[str, Any]) -> str:
    change = messages.ACTIONS[measure["action"]].format(f"{measure['amount']:g}")
    parts = [str(messages.CHANGE_OF_LEVER.format(measure["label"], measure["lever"], change, measure["unit"]))]
    if "lasts" in measure:
        parts.append(str(messages.LASTS.format(measure["lasts"])))
    if measure["unit_cost"]:
        cost = messages.UNIT_COST.format(f"{measure['unit_cost']:,g}", measure["cost_per"])
        parts.append(str(messages.COSTS.format(cost)))
    return str(messages.BETWEEN_PARTS).join(parts)
