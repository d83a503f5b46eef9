"""Measures: how a policy moves a lever, where and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from linli._language import Text
from linli._values import Date, date_in
from linli.errors import InputError

_ONE_ACTION = Text("needs exactly one of set, add and scale", "set、add、scale必须且只能选一个")
_NO_LIST = Text('is a single text; write a list, such as ["{}"]', '为单个文本；应写作列表，如["{}"]')
_NO_SIGNPOST = Text(
    'is {}; write {{"indicator": ..., "above": ...}}; linli.signposts() lists the indicators',
    '为{}；应写作{{"indicator": ..., "above": ...}}；指标见linli.signposts()',
)


@dataclass(frozen=True)
class Measure:
    """A change of one lever.

    Parameters
    ----------
    lever
        Name of a lever, such as "mediation.full_time"; `linli.levers` lists them.
    set, add, scale
        Exactly one: the new value, what is added, or a factor. With several measures on one lever: first set, then
        add, then scale. Numbers in the lever's unit, or texts with a unit.
    towns
        English or Chinese names or codes; empty: everywhere.
    start, to
        First day in force, and first day no longer in force; None: from the start, to the end.
    ramp
        Days, or a text such as "90 days", until the full amount.
    once
        A signpost that must be passed first: ``{"indicator": ..., "above": ..., "for": "14 days"}``.

    Raises
    ------
    InputError
        When not exactly one of set, add and scale is given, or a date is none.

    Examples
    --------
    >>> import linli
    >>> linli.Measure("mediation.full_time", scale=2.0, start="2022-01-01", ramp="90 days").to_dict()
    {'lever': 'mediation.full_time', 'scale': 2.0, 'from': datetime.date(2022, 1, 1), 'ramp': '90 days'}
    """

    lever: str
    set: float | str | None = None
    add: float | str | None = None
    scale: float | None = None
    towns: Sequence[str] = ()
    start: Date | None = None
    to: Date | None = None
    ramp: float | str | None = None
    once: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        """Refuse what no scenario file could say either."""
        if sum(action is not None for action in (self.set, self.add, self.scale)) != 1:
            raise InputError(f"Measure({self.lever!r})", _ONE_ACTION)
        when_and_where(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the measure as the table of a scenario file.

        Examples
        --------
        >>> import linli
        >>> linli.Measure("court.diversion", set=0.5, towns=["Humen"]).to_dict()
        {'lever': 'court.diversion', 'set': 0.5, 'towns': ['Humen']}
        """
        table = {
            "lever": self.lever,
            "set": self.set,
            "add": self.add,
            "scale": self.scale,
            **when_and_where(self),
        }
        return {key: value for key, value in table.items() if value is not None}


class Timed(Protocol):
    """What is in force somewhere for some time: a measure or a card."""

    @property
    def towns(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def start(self) -> Date | None: ...  # noqa: D102
    @property
    def to(self) -> Date | None: ...  # noqa: D102
    @property
    def ramp(self) -> float | str | None: ...  # noqa: D102
    @property
    def once(self) -> Mapping[str, Any] | None: ...  # noqa: D102


def when_and_where(timed: Timed) -> dict[str, Any]:
    """Return the keys of a scenario file that say when and where; None where nothing is said."""
    if isinstance(timed.towns, str):
        raise InputError("towns", _NO_LIST.format(timed.towns))
    if timed.once is not None and not isinstance(timed.once, Mapping):
        raise InputError("once", _NO_SIGNPOST.format(timed.once))
    return {
        "towns": list(timed.towns) or None,
        "from": None if timed.start is None else date_in("start", timed.start),
        "to": None if timed.to is None else date_in("to", timed.to),
        "ramp": timed.ramp,
        "once": dict(timed.once) if timed.once else None,
    }
