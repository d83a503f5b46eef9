"""The command line ``linli``: run, check, info, levers, cards, compare, plot.

Exit codes: 0 done; 1 something failed on the way; 2 wrong input; 130 interrupted.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool

from typer import TyperException

from linli._language import language_of_locale
from linli._use_language import use_language
from linli.cli import messages
from linli.cli._console import complain, say
from linli.cli._program import command_line, complaint_of
from linli.errors import InputError

__all__ = ["main"]

DONE, FAILED, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130
_TROUBLE_OF_THE_MACHINE = (BrokenProcessPool, OSError, MemoryError)

_OPTIONS = {
    "by": "--by",
    "days": "--days",
    "every": "--every",
    "indicator": "--indicator",
    "kinds": "--kind",
    "population_scale": "--population-scale",
    "seeds": "--seeds",
    "threads": "--threads",
    "towns": "--town",
}
"""Options by the arguments of functions that complain about them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what a command line asks for, and return the exit code.

    Parameters
    ----------
    arguments
        Without the name of the program; None: those of this process.

    Examples
    --------
    >>> from linli.cli import main
    >>> main(["--version"])
    linli ...
    0
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    use_language(language_of_locale(asked) if (asked := _asked_language(given)) else None)
    try:
        return int(command_line().main(args=given, prog_name="linli", standalone_mode=False) or DONE)
    except KeyboardInterrupt:
        say(messages.INTERRUPTED, stderr=True)
        return INTERRUPTED
    except Exception as error:
        return _end(error)


def _asked_language(arguments: Sequence[str]) -> str:
    """Return what follows --lang, before anything is parsed: help is written in it."""
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            return "".join(arguments[position + 1 : position + 2])
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _end(error: Exception) -> int:
    """Say what went wrong, and return the exit code of it."""
    match error:
        case InputError():
            complain(str(InputError(_OPTIONS.get(error.where, error.where), error.what)))
            return WRONG_INPUT
        case TyperException():
            if complaint := complaint_of(error):
                complain(complaint)
            return WRONG_INPUT
        case MemoryError():
            complain(str(messages.OUT_OF_MEMORY))
        case OSError():
            complain(str(error))
        case RuntimeError(__cause__=cause) if isinstance(cause, _TROUBLE_OF_THE_MACHINE):
            complain(str(error))
        case _:
            complain(str(messages.BUG.format(f"{type(error).__name__}: {error}", _place_of(error))))
    return FAILED


def _place_of(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
