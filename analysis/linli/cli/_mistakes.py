"""What is wrong with a command line, in the language in use and in the words that the user has typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches

import click

from linli._language import Text
from linli.cli import messages
from linli.cli._kinds import OneOf, place_of
from linli.errors import InputError

_ARGUMENT = re.compile(r'`(?:linli\.)?(\w+)(?:[=(]"?(\w*)"?\)?)?`')
"""An argument as messages of the library name it: `force=True`, `by="kind"`, `towns`, `linli.use_language("en")`."""


@contextmanager
def complaints_about(ctx: click.Context) -> Iterator[None]:
    """Turn what click and the library have to say about a command into an `InputError` that the user understands."""
    try:
        yield
    except click.UsageError as error:
        raise InputError(_place(error), _hint(_what_is_wrong(error, ctx.command), ctx)) from None
    except InputError as error:
        raise _as_typed(error, ctx.command.params) from None


def unknown(word: str, allowed: Iterable[str], complaint: Text) -> Text:
    """Say that there is no such thing, and which was perhaps meant."""
    alike = get_close_matches(word, list(allowed))
    return messages.DID_YOU_MEAN.format(complaint, alike[0]) if alike else complaint


def _place(error: click.UsageError) -> str:
    if isinstance(error, click.BadParameter):
        return place_of(error.param)
    return str(getattr(error, "option_name", ""))


def _what_is_wrong(error: click.UsageError, command: click.Command) -> Text:
    options = {name: one for one in command.params if isinstance(one, click.Option) for name in one.opts}
    match error:
        case click.MissingParameter(param=click.Parameter(type=OneOf(words=words))):
            return messages.IS_MISSING_OF.format(messages.listed(words))
        case click.MissingParameter():
            return messages.IS_MISSING
        case click.NoSuchOption(option_name=name):
            return unknown(name, options, messages.NO_OPTION)
        case click.BadOptionUsage(option_name=name):
            return messages.TAKES_NO_VALUE if options[name].is_flag else messages.NEEDS_VALUE
    return messages.NOT_UNDERSTOOD


def _hint(what: Text, ctx: click.Context) -> Text:
    return messages.HINT.format(what, ctx.command_path)


def _as_typed(error: InputError, params: Iterable[click.Parameter]) -> InputError:
    """Name options where the library names arguments of its functions."""
    options = {str(one.name): place_of(one) for one in params if isinstance(one, click.Option)}
    what = Text(_with_options(error.what.en, options), _with_options(error.what.zh, options))
    return InputError(options.get(error.where, error.where), what)


def _with_options(text: str, options: Mapping[str, str]) -> str:
    def typed(found: re.Match[str]) -> str:
        name, value = found.groups()
        return " ".join([options.get(name, name), *([value] if value not in (None, "", "True") else [])])

    return _ARGUMENT.sub(typed, text)
