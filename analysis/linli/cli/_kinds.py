"""What options and arguments take: how help calls it, and what is allowed."""

from __future__ import annotations

import datetime
from math import inf
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from linli._language import Text
from linli.cli import messages
from linli.errors import InputError


class Kind(click.ParamType[Any]):
    """Any text."""

    name = "text"

    def __init__(self, placeholder: Text) -> None:
        self.placeholder = placeholder

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a value, and complain with the place of it."""
        try:
            return self.read(_no_option(value, ctx))
        except InputError as error:
            raise InputError(place_of(param), error.what) from None

    def read(self, value: Any) -> Any:
        """Read a value."""
        return value


class WholeNumber(Kind):
    """A whole number, perhaps between bounds."""

    def __init__(self, low: float = -inf, high: float = inf) -> None:
        super().__init__(Text("N", "整数"))
        self.low, self.high = low, high

    def read(self, value: Any) -> int:
        """Read the number."""
        try:
            number = int(value)
        except ValueError:
            raise InputError("", messages.NO_WHOLE_NUMBER.format(value)) from None
        if not self.low <= number <= self.high:
            raise InputError("", messages.OUT_OF_RANGE.format(number, self.low, self.high))
        return number


class Seeds(Kind):
    """How many, or which: 20, 1,3,5, 11-30, or several of these."""

    def __init__(self, most: int) -> None:
        super().__init__(Text("N", "整数"))
        self.most = most

    def read(self, value: Any) -> list[int]:
        """Read the seeds: a single number counts them."""
        one = WholeNumber(1, self.most)
        if "," not in str(value) and "-" not in str(value).lstrip("-"):
            return list(range(1, one.read(value) + 1))
        seeds = [seed for part in str(value).split(",") for seed in self._range(part)]
        if len(seeds) > self.most:
            raise InputError("", messages.TOO_MANY_SEEDS.format(len(seeds), self.most))
        return seeds

    def _range(self, part: str) -> range:
        any_seed = WholeNumber(0, 2**64 - 1)
        first, _, last = part.strip().partition("-")
        low = any_seed.read(first)
        high = any_seed.read(last) if last else low
        if high - low >= self.most:
            raise InputError("", messages.TOO_MANY_SEEDS.format(high - low + 1, self.most))
        return range(low, high + 1)


class Day(Kind):
    """A date."""

    def __init__(self) -> None:
        super().__init__(Text("DATE", "日期"))

    def read(self, value: Any) -> datetime.date:
        """Read the date."""
        from linli._values import date_in  # here: it needs numpy, and help does not

        return date_in("", value)


class Number(Kind):
    """A number."""

    def __init__(self) -> None:
        super().__init__(Text("X", "数字"))

    def read(self, value: Any) -> float:
        """Read the number."""
        try:
            return float(value)
        except ValueError:
            raise InputError("", messages.NO_NUMBER.format(value)) from None


class OneOf(Kind):
    """One of some words."""

    def __init__(self, *words: str, placeholder: Text | None = None) -> None:
        super().__init__(placeholder or Text("|".join(words), "|".join(words)))
        self.words = words

    def read(self, value: Any) -> str:
        """Refuse any other word."""
        if value not in self.words:
            raise InputError("", messages.NONE_OF.format(value, messages.listed(self.words)))
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the words."""
        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Name(Kind):
    """The name of a file or folder; commands say what is wrong with it."""

    def read(self, value: Any) -> Path:
        """Return the name as a path."""
        return Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Let the shell offer the files there are."""
        return [CompletionItem(incomplete, type="file")]


def _no_option(value: Any, ctx: click.Context | None) -> Any:
    """Refuse the name of an option: whoever types `-o --force` has forgotten a value."""
    if ctx and any(value in one.opts for one in ctx.command.params if isinstance(one, click.Option)):
        raise InputError("", messages.NEEDS_VALUE)
    return value


def placeholder_of(param: click.Parameter) -> str:
    """Return what help calls the value of an option or argument; nothing for a flag."""
    return str(param.type.placeholder) if isinstance(param.type, Kind) else ""


def place_of(param: click.Parameter | None) -> str:
    """Return the longest name of an option, or what help calls an argument."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return placeholder_of(param) if param else ""
