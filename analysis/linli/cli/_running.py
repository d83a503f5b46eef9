"""The command ``linli run``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import linli
from linli._files import make_way
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import say
from linli.cli._ends import INTERRUPTED
from linli.cli._kinds import Kind, WholeNumber
from linli.cli._options import DAYS, FORCE, POPULATION_SCALE, RESULT_FILE, SCENARIO_FILE
from linli.cli._params import Argument, Option
from linli.errors import InputError

_Identity = tuple[int, int] | None


@command(
    Text("Simulate a scenario and record it in a file.", "运行一个场景，把结果写入文件。"),
    Argument("scenario", SCENARIO_FILE, Text("Scenario file (TOML).", "要运行的场景（TOML）。")),
    Option(
        "-o --output",
        RESULT_FILE,
        Text("Result file to write (HDF5, readable as netCDF-4).", "要写入的结果文件（HDF5，可按netCDF-4读取）。"),
        required=True,
    ),
    Option(
        "--seed",
        WholeNumber(0, 2**64 - 1),
        Text("Seed of the random draws; without it, the scenario's.", "随机数种子；默认取场景中的值。"),
    ),
    DAYS,
    POPULATION_SCALE,
    Option(
        "--threads",
        WholeNumber(),
        Text("Threads; 0: one per core. Never changes results.", "线程数；0：每核一个。不影响结果。"),
        default=0,
    ),
    Option(
        "--set settings",
        Kind(Text("NAME=VALUE", "名称=值")),
        Text("Replace a value of the scenario; may be repeated.", "替换场景中的一个值；可重复使用。"),
        multiple=True,
    ),
    FORCE,
    Option("--quiet", None, Text("Show neither progress nor closing words.", "不显示进度和结束语。")),
    examples=[
        (Text("The first 90 days:", "只模拟前90天："), "linli run town.toml -o town.h5 --days 90"),
        (
            Text("With another value of a lever:", "改变一个政策杠杆的值："),
            "linli run town.toml -o more.h5 --set mediation.full_time=1.2",
        ),
        (
            Text("With another assumption, in a unit of its own:", "改变一个参数的值，可带单位："),
            'linli run town.toml -o slow.h5 --set "attitudes.strain_memory=3 months"',
        ),
    ],
    notes=Text(
        "Ctrl-C finishes the day under way and closes the file, which is then marked incomplete.",
        "按Ctrl-C：算完当天并关闭文件，文件标记为未完成。",
    ),
)
def run(
    scenario: Path,
    output: Path,
    seed: int | None,
    days: int | None,
    population_scale: float,
    threads: int,
    settings: Sequence[str],
    force: bool,
    quiet: bool,
) -> int | None:
    """Simulate a scenario and record it."""
    _check_output(scenario, output, force=force)
    chosen = _scenario_with(scenario, settings)
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
        return INTERRUPTED
    with result:
        if not quiet:
            _close(result)
    return None


def _check_output(scenario: Path, output: Path, *, force: bool) -> None:
    if scenario.exists() and output.exists() and output.samefile(scenario):
        raise InputError(str(output), messages.IS_THE_SCENARIO)
    make_way(output, force=force)


def _scenario_with(file: Path, settings: Sequence[str]) -> linli.Scenario:
    """Read a scenario with values replaced, as linli-sim does: its lineage stays."""
    from linli import _core

    if not settings:
        return linli.Scenario.load(file)
    return linli.Scenario(_core.Scenario.load(file, [_name_and_value(setting) for setting in settings]), file.parent)


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
