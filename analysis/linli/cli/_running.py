"""The command ``linli run``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import linli
from linli import _core
from linli._files import make_way
from linli._language import Text
from linli.cli import messages
from linli.cli._console import say
from linli.cli._options import Days, Force, Lang, PopulationScale, ScenarioFile, flag, option, require_between
from linli.errors import InputError
from linli.scenario import Scenario
from linli.simulation import LARGEST_SEED

_INTERRUPTED = 130
_Identity = tuple[int, int] | None

_Output = Annotated[Path, option(messages.RESULT_OPTION, "-o", "--output", metavar="FILE")]
_Seed = Annotated[int | None, option(messages.SEED_OPTION, "--seed", metavar="N")]
_Threads = Annotated[int, option(messages.THREADS_OPTION, "--threads", metavar="N")]
_Settings = Annotated[list[str] | None, option(messages.SET_OPTION, "--set", metavar="NAME=VALUE")]
_Quiet = Annotated[bool, flag(messages.QUIET_OPTION, "--quiet")]


def run(
    scenario: ScenarioFile,
    output: _Output,
    seed: _Seed = None,
    days: Days = None,
    population_scale: PopulationScale = 1.0,
    threads: _Threads = 0,
    settings: _Settings = None,
    force: Force = False,
    quiet: _Quiet = False,
    lang: Lang = None,
) -> None:
    """Simulate a scenario and record it."""
    require_between("--seed", seed, 0, LARGEST_SEED)
    _check_output(scenario, output, force=force)
    chosen = _scenario_with(scenario, settings or [])
    before = _identity(output)
    try:
        result = linli.run(
            chosen,
            seed,
            output=output,
            force=force,
            threads=threads,
            days=days,
            population_scale=population_scale,
            progress=not quiet,
        )
    except KeyboardInterrupt:
        say(_interrupted(output, before), stderr=True)
        raise typer.Exit(_INTERRUPTED) from None
    with result:
        if not quiet:
            _close(result)


def _check_output(scenario: Path, output: Path, *, force: bool) -> None:
    if scenario.exists() and output.exists() and output.samefile(scenario):
        raise InputError(str(output), messages.IS_THE_SCENARIO)
    make_way(output, force=force)


def _scenario_with(file: Path, settings: Sequence[str]) -> Scenario:
    """Read a scenario with values replaced, as linli-sim does: its lineage stays."""
    if not settings:
        return Scenario.load(file)
    return Scenario(_core.Scenario.load(file, [_name_and_value(setting) for setting in settings]), file.parent)


def _name_and_value(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not name or not equals:
        raise InputError(f"--set {setting}", messages.NAME_AND_VALUE)
    return name.strip(), value.strip()


def _identity(file: Path) -> _Identity:
    """Tell a file from one that replaces it."""
    if not file.exists():
        return None
    there = file.stat()
    return there.st_ino, there.st_mtime_ns


def _interrupted(output: Path, before: _Identity) -> Text:
    if _identity(output) in (None, before):
        return messages.INTERRUPTED_EARLY
    with linli.open(output) as result:
        made = result.provenance
    return messages.INTERRUPTED_AFTER.format(made.days, made.days_planned, output)


def _close(result: linli.Result) -> None:
    made = result.provenance
    say(messages.FINISHED.format(made.days, made.people, made.wall_seconds, made.events))
    say(messages.WRITTEN.format(result.path))
    say(messages.LOOK.format(result.path))
