"""Where the command line writes: tables and sentences on stdout, complaints on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as StyledText

from linli._language import Text
from linli._terminal import Terminal, printable
from linli.cli import messages
from linli.cli._prose import Prose

_UNFOLDED = 1000
"""Columns where no terminal limits them: tables in pipes and files are for grep, not for eyes."""

_WIDEST_PAGE = 100
"""Columns of help: longer lines are hard to read."""


def console(*, stderr: bool = False) -> Terminal:
    """Return a console of the terminal's width, or one that folds no line where there is no terminal."""
    stream = sys.stderr if stderr else sys.stdout
    free = not stream.isatty() and "COLUMNS" not in os.environ
    return Terminal(stderr=stderr, width=_UNFOLDED if free else None, highlight=False, emoji=False)


def say(text: Text | str, *, stderr: bool = False) -> None:
    """Print a sentence in the language in use, unfolded, so that names of files can be copied."""
    console(stderr=stderr).print(str(text), soft_wrap=True, markup=False)


def complain(complaint: str) -> None:
    """Print an error."""
    error = str(messages.ERROR)
    space = " " if error.isascii() else ""
    line = StyledText.assemble((error, "bold red"), space, complaint)
    console(stderr=True).print(line, soft_wrap=True)


def show(content: RenderableType) -> None:
    """Print a table."""
    console().print(content)


def show_json(content: object) -> None:
    """Print something for another program to read."""
    print(printable(json.dumps(content, ensure_ascii=False, indent=2)))


def rendered(content: RenderableType) -> str:
    """Return what `show` would print, as a page to be read, without spaces at the ends of lines."""
    page = Terminal(width=min(_WIDEST_PAGE, get_terminal_size().columns), highlight=False, emoji=False)
    with page.capture() as captured:
        page.print(content)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def new_table(*, title: str | None = None) -> Table:
    """Return an empty table."""
    return Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)


def facts(rows: Iterable[tuple[object, object]]) -> Table:
    """Return a table of headings and what is to be said under each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for heading, fact in rows:
        table.add_row(str(heading), Prose(str(fact)))
    return table


def is_narrow(width: int = 120) -> bool:
    """Tell whether the terminal has fewer columns than a wide table needs."""
    return console().width < width
