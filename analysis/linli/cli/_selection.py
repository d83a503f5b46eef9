"""Which years and which town of a comparison a table is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linli._language import Text
from linli.cli import messages
from linli.errors import InputError


def require_years(years: Iterable[int], allowed: Iterable[int | str]) -> None:
    """Refuse a year that is not among those simulated."""
    known = list(map(str, allowed))
    for year in years:
        if str(year) not in known:
            raise InputError("--year", messages.NO_YEAR.format(messages.listed(known)))


def town_named(name: str, english: Sequence[str], chinese: Sequence[str]) -> str:
    """Return the English name of a town that is named in either language."""
    named = dict(zip([*chinese, *english], [*english, *english], strict=True))
    if name not in named:
        raise InputError(f"--town {name}", messages.NO_TOWN.format(Text(", ".join(english), "、".join(chinese))))
    return named[name]
