"""The command ``linli cards``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table

import linli
from linli._glossary import Term, found_by_term
from linli._language import Text, language
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import facts, new_table, show, show_json
from linli.cli._kinds import Kind
from linli.cli._looking import unit_cost
from linli.cli._options import JSON
from linli.cli._params import Argument
from linli.cli._prose import Prose
from linli.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_SHOW = "show"


@command(
    Text(
        "List the governance systems that a scenario can play as cards, find some, or show them.",
        "列出、查找场景可以采用的治理制度卡，或显示其内容。",
    ),
    Argument(
        "words",
        Kind(Text("ID|WORD", "编号|词")),
        Text(
            "Cards by ID, which are shown whole, or with this in their name or in an official term for them, which are "
            "listed, or shown after the word show.",
            "按编号完整显示；或列出名称、相应官方术语中含有该词的卡，前面加show则完整显示。",
        ),
        nargs=-1,
        required=False,
    ),
    JSON,
    examples=[
        (Text("All cards:", "列出全部卡："), "linli cards"),
        (Text("What two of them do and cost:", "查看其中两张的内容与成本："), "linli cards show A6 C10"),
        (
            Text("Those that belong to an official term:", "按官方术语查找："),
            Text("linli cards fengqiao", "linli cards 枫桥"),
        ),
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
    """List the cards, find or show some."""
    every = linli.cards()
    wanted = [word for word in words if word != _SHOW]
    found = {word: _found(word, every) for word in wanted}
    chosen = every.loc[list(dict.fromkeys(name for names in found.values() for name in names))] if found else every
    if as_json:
        show_json(chosen.reset_index().to_dict("records"))
    elif found and (_SHOW in words or all(map(_is_id, wanted))):
        for name, card in chosen.iterrows():
            show(_one(str(name), card))
    else:
        show(_list(chosen, found))


def _is_id(word: str) -> bool:
    return re.fullmatch(r"[A-Za-z]\d{1,3}", word) is not None


def _found(word: str, every: pd.DataFrame) -> dict[str, list[Term]]:
    """Return the cards of an ID, or with a word in their names or terms, in the order of the list; with these terms."""
    if _is_id(word):
        if word.upper() not in every.index:
            raise InputError(word, messages.NO_CARD.format(messages.listed(every.index)))
        return {word.upper(): []}
    by_term = found_by_term("cards", word)
    named = every["name_en"].str.cat(every["name_zh"], sep="\n").str.lower().str.contains(word.lower(), regex=False)
    if not by_term and not named.any():
        raise InputError(word, messages.NO_CARD_WITH)
    return {str(name): by_term.get(str(name), []) for name in every.index if named[name] or name in by_term}


def _list(chosen: pd.DataFrame, found: Mapping[str, Mapping[str, list[Term]]]) -> Table:
    table = new_table()
    table.add_column("ID", style="bold", no_wrap=True)
    table.add_column("English")
    table.add_column("中文")
    terms = {str(name): _terms(str(name), found) for name in chosen.index}
    if any(terms.values()):
        table.add_column(str(messages.TERM))
    for name, card in chosen.iterrows():
        told = [Prose(terms[str(name)])] if any(terms.values()) else []
        table.add_row(str(name), Prose(card["name_en"]), Prose(card["name_zh"]), *told)
    return table


def _terms(name: str, found: Mapping[str, Mapping[str, list[Term]]]) -> str:
    """Say which official terms a card was found by."""
    terms = dict.fromkeys(str(term.name) for cards in found.values() for term in cards.get(name, []))
    return str(messages.BETWEEN_PARTS).join(terms)


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
    if measure["cost_per"]:
        parts.append(str(messages.COSTS.format(unit_cost(measure))))
    return str(messages.BETWEEN_PARTS).join(parts)
