"""Dates and whole numbers as users give them, to every door of the package."""

from __future__ import annotations

import datetime
from numbers import Integral
from typing import Any

import numpy as np

from linli._language import Text
from linli.errors import InputError

Date = datetime.date | np.datetime64 | str
"""A day: a date, what numpy and pandas have for it, or a text such as "2022-01-31"."""

_NO_DATE = Text("{} is no date; write 2022-01-31", "{}不是日期；应写作2022-01-31")
_NO_WHOLE_NUMBER = Text("is {}; it must be a whole number", "为{}；须为整数")


def date_in(name: str, value: Date) -> datetime.date:
    """Read a day; `name` is its place in messages.

    Examples
    --------
    >>> date_in("since", "2022-01-31") == date_in("since", np.datetime64("2022-01-31T12:00"))
    True
    """
    try:
        if isinstance(value, np.datetime64):
            value = str(value.astype("datetime64[D]"))
        if isinstance(value, str):
            return datetime.date.fromisoformat(value)
        if isinstance(value, datetime.date):
            return datetime.date(value.year, value.month, value.day)
    except (TypeError, ValueError):  # of no date, and of pandas' NaT, which has no numbers
        pass
    raise InputError(name, _NO_DATE.format(value))


def whole_in(name: str, value: object) -> int:
    """Read a whole number, numpy's as well.

    Examples
    --------
    >>> whole_in("days", np.int64(30))
    30
    """
    if isinstance(value, bool | np.bool) or not isinstance(value, Integral):
        raise InputError(name, _NO_WHOLE_NUMBER.format(value))
    return int(value)


def plain(value: Any, place: str = "") -> Any:
    """Turn the values of nested tables and lists into those of Python."""
    if isinstance(value, dict):
        return {key: plain(entry, f"{place}.{key}" if place else str(key)) for key, entry in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(entry, f"{place}[{i}]") for i, entry in enumerate(value)]
    if isinstance(value, np.datetime64 | datetime.datetime):
        return date_in(place, value)
    return value.item() if isinstance(value, np.generic) else value
