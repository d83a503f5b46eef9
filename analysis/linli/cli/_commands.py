"""Commands with their help beside them, written once and in both languages, on the public methods of click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from linli._language import Text
from linli.cli import messages
from linli.cli._console import rendered
from linli.cli._help import Example, help_page
from linli.cli._kinds import OneOf
from linli.cli._mistakes import complaints_about, unknown
from linli.cli._params import Argument, Explained, Option
from linli.errors import InputError


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


_LANG = Option(
    "--lang use_language",  # as messages of the library call it
    OneOf("en", "zh"),
    Text("Language: en or zh. Without it, that of the locale.", "语言：en（英文）、zh（中文）；默认随系统语言。"),
    expose_value=False,
)
_HELP = Option(
    "-h --help",
    None,
    Text("Show this help.", "显示本说明。"),
    is_eager=True,
    expose_value=False,
    callback=_show_help,
)


class _Spoken(Explained, click.Command):
    """What speaks both languages."""

    def __init__(
        self,
        name: str,
        about: Text,
        params: Sequence[click.Parameter],
        examples: Sequence[Example],
        notes: Text | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(name, params=[*params, _LANG, _HELP], add_help_option=False, **settings)
        self.about, self.examples, self.notes = about, examples, notes

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, laid out for the terminal."""
        return rendered(help_page(ctx, self.about, self.notes, self.examples))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the help that the shell shows when it completes names of commands."""
        return str(self.about)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and complain so that the user understands."""
        with complaints_about(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Do what is asked for, and complain so that the user understands."""
        with complaints_about(ctx):
            return super().invoke(ctx)


class Command(_Spoken):
    """One of the program's commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse arguments that are too many."""
        ctx.allow_extra_args = True  # so that the first of them can be named
        if (surplus := super().parse_args(ctx, args)) and not ctx.resilient_parsing:
            raise InputError(surplus[0], messages.TOO_MUCH)
        return surplus


class Program(_Spoken, click.Group):
    """The program."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Refuse a command that does not exist."""
        if args[0] not in self.commands:
            allowed = messages.NO_COMMAND.format(messages.listed(self.commands))
            raise InputError(args[0], unknown(args[0], self.commands, allowed))
        return super().resolve_command(ctx, args)


def command(
    about: Text, *params: Argument | Option, examples: Sequence[Example], notes: Text | None = None
) -> Callable[[Callable[..., int | None]], Command]:
    """Make a function a command of its name; what it returns is the exit code."""

    def made(function: Callable[..., int | None]) -> Command:
        return Command(function.__name__, about, params, examples, notes, callback=function)

    return made
