"""Cards: the governance systems of the city as named packages of measures, to be listed and played."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from linli import _core
from linli._language import Text, language
from linli.errors import InputError
from linli.measures import when_and_where

_ONE_SOURCE = Text("needs an id or a file, and not both", "id和file必须且只能给出一个")


@dataclass(frozen=True)
class Card:
    """A card as it is played in a scenario.

    Parameters
    ----------
    id
        Of a built-in card, such as "A6"; `linli.cards` lists them.
    strength
        From 0 to 1: how much of each of the card's measures.
    towns
        English or Chinese names or codes; empty: everywhere.
    start, to
        First day in force, and first day no longer in force; None: from the start, to the end.
    ramp
        Days, or a text such as "90 days", until the full strength.
    once
        A signpost that must be passed first: ``{"indicator": ..., "above": ..., "for": "14 days"}``.
    file
        A card of one's own, in place of `id`; a relative path starts from the folder of the scenario that plays it.

    Raises
    ------
    InputError
        When not exactly one of id and file is given, or a date is none.

    Examples
    --------
    >>> import linli
    >>> linli.Card("A6", strength=0.8, start="2022-01-01").to_dict()
    {'id': 'A6', 'strength': 0.8, 'from': datetime.date(2022, 1, 1)}
    >>> policy = linli.Scenario.load(scenario).extend(linli.Card("A6"), linli.Card("C10", ramp="90 days"))
    >>> [card["id"] for card in policy.cards]
    ['A6', 'C10']
    """

    id: str | None = None
    strength: float = 1.0
    towns: Sequence[str] = ()
    start: datetime.date | str | None = None
    to: datetime.date | str | None = None
    ramp: float | str | None = None
    once: Mapping[str, Any] | None = None
    file: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        """Refuse what no scenario file could say either."""
        if (self.id is None) == (self.file is None):
            raise InputError("Card()", _ONE_SOURCE)
        when_and_where(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the card as the table of a scenario file.

        Examples
        --------
        >>> import linli
        >>> linli.Card(file="my-card.toml", towns=["Humen"]).to_dict()
        {'file': 'my-card.toml', 'towns': ['Humen']}
        """
        table = {
            "id": self.id,
            "file": None if self.file is None else os.fspath(self.file),
            "strength": None if self.strength == 1.0 else self.strength,
            **when_and_where(self),
        }
        return {key: value for key, value in table.items() if value is not None}


def cards() -> pd.DataFrame:
    """List the built-in cards, one for each system of the plan.

    Returns
    -------
    pandas.DataFrame
        One row per card, by id: name_en, name_zh; summary, source, effect and side (what it is expected to do; side
        is None where the plan names none), in the language in use; side_effect (indicator and change it shows in; None
        likewise); measures (dictionaries with lever, label, action, amount, unit, unit_cost [yuan], cost_per and
        perhaps lasts [days]) and trial (how the effect is shown).

    Examples
    --------
    >>> import linli
    >>> linli.cards().loc["A6", "name_en"]
    'Court-mediation linkage'
    """
    rows = [_row(card) for card in _core.card_table(language())]
    return pd.DataFrame(rows, dtype=object).set_index("id")  # object: None stays None


def _row(card: Mapping[str, Any]) -> dict[str, Any]:
    side = card.get("side")
    return {
        "id": card["id"],
        "name_en": card["name"]["en"],
        "name_zh": card["name"]["zh"],
        "summary": card["summary"],
        "effect": card["effect"]["statement"],
        "side": side["statement"] if side else None,
        "side_effect": side,
        "source": card["source"],
        "measures": card["measures"],
        "trial": card["trial"],
    }
