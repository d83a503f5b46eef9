"""The command line ``linli``: run, check, info, levers, cards, compare, plot.

Exit codes: 0 done; 1 something failed on the way; 2 wrong input; 130 interrupted.
"""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import get_args

import click

from linli._language import Language
from linli._use_language import use_language
from linli.cli import messages
from linli.cli._console import complain, say
from linli.cli._ends import DONE, FAILED, INTERRUPTED, WRONG_INPUT
from linli.cli._program import PROGRAM
from linli.errors import InputError

__all__ = ["main"]


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
    use_language(_asked_language(given))
    try:
        with _ended_as_interrupted():
            return int(PROGRAM.main(given, prog_name="linli", standalone_mode=False) or DONE)
    except click.Abort:
        say(messages.INTERRUPTED, stderr=True)
        return INTERRUPTED
    except Exception as error:
        return _end(error)


@contextmanager
def _ended_as_interrupted() -> Iterator[None]:
    """Treat the end of the terminal and a request to end like Ctrl-C, unless they are ignored, as under nohup."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGHUP)}
    for one in [one for one, handler in before.items() if handler is not signal.SIG_IGN]:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler or signal.SIG_DFL)


def _asked_language(arguments: Sequence[str]) -> Language | None:
    """Return what follows --lang, before anything is parsed: help and complaints are written in it."""
    after = [value for name, value in pairwise([*arguments, ""]) if name == "--lang"]
    after += [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    return next((language for language in get_args(Language) if language in after), None)


def _end(error: Exception) -> int:
    """Say what went wrong, and return the exit code of it."""
    from concurrent.futures import BrokenExecutor

    match error:
        case InputError():
            complain(str(error))
            return WRONG_INPUT
        case MemoryError():
            complain(str(messages.OUT_OF_MEMORY))
        case OSError():
            complain(_trouble_with_a_file(error))
        case RuntimeError(__cause__=BrokenExecutor()):
            complain(str(messages.WORKER_ENDED))
        case RuntimeError(__cause__=OSError() | MemoryError()):
            complain(str(error))
        case _:
            complain(str(messages.BUG.format(f"{type(error).__name__}: {error}", _place_of(error))))
    return FAILED


def _trouble_with_a_file(error: OSError) -> str:
    """Say in the language in use what the system says of a file."""
    trouble = messages.TROUBLE.get(error.errno or 0)
    return str(InputError(str(error.filename), trouble)) if trouble and error.filename else str(error)


def _place_of(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
