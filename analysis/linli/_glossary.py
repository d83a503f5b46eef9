"""Official terms of social governance, and the cards, levers and figures that stand for them (``glossary.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from linli._language import Text

What = Literal["cards", "levers", "figures"]


@dataclass(frozen=True)
class Term:
    """An official term.

    Attributes
    ----------
    name, meaning : Text
        In both languages.
    also : tuple of str
        Other words that it is found by.
    cards, levers, figures : tuple of str
        Keys of what stands for it.
    """

    name: Text
    meaning: Text
    also: tuple[str, ...]
    cards: tuple[str, ...]
    levers: tuple[str, ...]
    figures: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Tell whether a word is part of the term in either language, or of another word for it.

        Parameters
        ----------
        word
            Whole or in part, in any case.

        Examples
        --------
        >>> [term.name.en for term in glossary() if term.has("枫桥")]
        ['Fengqiao experience']
        """
        return any(word.lower() in text.lower() for text in (self.name.zh, self.name.en, *self.also))


@cache
def glossary() -> tuple[Term, ...]:
    """Return all terms, in the order of the file."""
    text = Path(__file__).with_name("glossary.toml").read_text(encoding="utf-8")
    return tuple(map(_term, tomllib.loads(text)["terms"]))


def _term(table: dict[str, Any]) -> Term:
    keys = {what: tuple(table.get(what, ())) for what in ("also", "cards", "levers", "figures")}
    return Term(Text(table["en"], table["zh"]), Text(**table["meaning"]), **keys)


def found_by_term(what: What, word: str) -> dict[str, list[Term]]:
    """Return what the terms with a word in them stand for, with these terms.

    Parameters
    ----------
    what
        Whether keys of cards, levers or figures are sought.
    word
        As for `Term.has`.

    Examples
    --------
    >>> list(found_by_term("levers", "以案定补"))
    ['mediation.subsidy']
    """
    found: dict[str, list[Term]] = {}
    for term in glossary():
        for key in _keys(term, what) if term.has(word) else ():
            found.setdefault(key, []).append(term)
    return found


def _keys(term: Term, what: What) -> Iterable[str]:
    match what:
        case "cards":
            return term.cards
        case "levers":
            return term.levers
        case "figures":
            return term.figures
