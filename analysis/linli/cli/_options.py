"""Options and arguments that commands share. Help is given in English here and translated by the program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

import linli
from linli._language import Text
from linli.cli import messages
from linli.cli._console import say
from linli.errors import InputError


def argument(help_text: Text, metavar: str) -> Any:
    """Return an argument."""
    return typer.Argument(help=help_text.en, metavar=metavar, show_default=False)


def option(help_text: Text, *names: str, metavar: str | None = None, **settings: Any) -> Any:
    """Return an option; its default is shown unless it is None."""
    return typer.Option(*names, help=help_text.en, metavar=metavar, **settings)


def flag(help_text: Text, name: str, **settings: Any) -> Any:
    """Return an option that takes no value."""
    return option(help_text, name, metavar="", show_default=False, **settings)


def require_between(name: str, value: int | None, low: int, high: int) -> None:
    """Refuse a number out of range; None is not given and right."""
    if value is not None and not low <= value <= high:
        raise InputError(name, messages.OUT_OF_RANGE.format(value, low, high))


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"linli {linli.__version__}")
        raise typer.Exit


Version = Annotated[bool, flag(messages.VERSION_OPTION, "--version", is_eager=True, callback=_show_version)]
Lang = Annotated[Literal["en", "zh"] | None, option(messages.LANGUAGE_OPTION, "--lang", metavar="en|zh")]
Json = Annotated[bool, flag(messages.JSON_OPTION, "--json")]
Force = Annotated[bool, flag(messages.FORCE_OPTION, "--force")]
Days = Annotated[int | None, option(messages.DAYS_OPTION, "--days", metavar="N")]
PopulationScale = Annotated[float, option(messages.SCALE_OPTION, "--population-scale", metavar="X")]
ScenarioFile = Annotated[Path, argument(messages.SCENARIO_ARGUMENT, "SCENARIO")]
