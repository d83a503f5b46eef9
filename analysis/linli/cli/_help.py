"""How the help of a command is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as StyledText

from linli._language import Text
from linli.cli import messages
from linli.cli._params import Argument, Option, spelled
from linli.cli._prose import Prose

Example = tuple[Text, Text | str]
"""What is done, and the line that does it."""

_Rows = Iterable[tuple[str, str]]


def help_page(ctx: click.Context, about: Text, notes: Text | None, examples: Sequence[Example]) -> RenderableType:
    """Return the help of a command, which teaches by examples."""
    lines = "\n".join(f"{what}\n  {line}" for what, line in examples)
    parts = [_usage(ctx), Prose(str(about)), *_lists(ctx.command), *([Prose(str(notes))] if notes else [])]
    parts.append(_section(messages.EXAMPLES, Prose(lines)))
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in parts[:-1]), parts[-1])


def _usage(ctx: click.Context) -> RenderableType:
    command = ctx.command
    required = [spelled(one) for one in command.params if isinstance(one, Option) and one.required]
    arguments = [one.label for one in command.params if isinstance(one, Argument)]
    rest = [messages.COMMAND_AND_SO_ON] if isinstance(command, click.Group) else []
    pieces = [ctx.command_path, *arguments, *required, messages.ANY_OPTIONS, *rest]
    return StyledText.assemble((str(messages.USAGE), "bold"), " ".join(map(str, pieces)))


def _lists(command: click.Command) -> Iterator[RenderableType]:
    """Yield what a command takes."""
    if arguments := [one for one in command.params if isinstance(one, Argument)]:
        yield _section(messages.ARGUMENTS, _table((one.label, one.explanation) for one in arguments))
    options = sorted((one for one in command.params if isinstance(one, Option)), key=lambda one: not one.required)
    yield _section(messages.OPTIONS, _table((one.label, one.explanation) for one in options))
    if isinstance(command, click.Group):
        commands = command.commands.items()
        yield _section(messages.COMMANDS, _table((name, str(one.help)) for name, one in commands))


def _section(heading: Text, content: RenderableType) -> RenderableType:
    return Group(StyledText(str(heading), style="bold"), Padding(content, (0, 0, 0, 2)))


def _table(rows: _Rows) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for name, explanation in rows:
        table.add_row(StyledText(name), Prose(explanation))
    return table
