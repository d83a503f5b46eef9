"""Running a scenario from its first day to its last."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, overload

import xarray as xr

from linli import _core
from linli._language import Text
from linli._progress import progress_bar
from linli._values import Date
from linli.errors import NOTE
from linli.result import Result
from linli.result import open as open_result
from linli.scenario import Scenario, as_scenario
from linli.simulation import Rule, Simulation

_STEPS_BETWEEN_DRAWINGS = 200


@overload
def run(
    scenario: Scenario | str | os.PathLike[str],
    seed: int | None = None,
    *,
    output: str | os.PathLike[str] | None = None,
    force: bool = False,
    threads: int = 0,
    days: int | None = None,
    population_scale: float = 1.0,
    rules: Iterable[Rule] = (),
    progress: bool = True,
    figures: Literal[False] = False,
    since: Date | None = None,
) -> Result: ...


@overload
def run(
    scenario: Scenario | str | os.PathLike[str],
    seed: int | None = None,
    *,
    output: str | os.PathLike[str] | None = None,
    force: bool = False,
    threads: int = 0,
    days: int | None = None,
    population_scale: float = 1.0,
    rules: Iterable[Rule] = (),
    progress: bool = True,
    figures: Literal[True],
    since: Date | None = None,
) -> xr.Dataset: ...


def run(
    scenario: Scenario | str | os.PathLike[str],
    seed: int | None = None,
    *,
    output: str | os.PathLike[str] | None = None,
    force: bool = False,
    threads: int = 0,
    days: int | None = None,
    population_scale: float = 1.0,
    rules: Iterable[Rule] = (),
    progress: bool = True,
    figures: bool = False,
    since: Date | None = None,
) -> Result | xr.Dataset:
    """Simulate a scenario and record it.

    Parameters
    ----------
    scenario
        A `Scenario` or the name of a scenario file.
    seed
        Seed of all random draws; None: the scenario's.
    output
        Result file (HDF5, readable as netCDF-4); None: a temporary file that goes with the `Result`.
    force
        Replace a result file that exists.
    threads
        Threads (0: one per core). Never changes results.
    days
        Only so many days from the start; None: all.
    population_scale
        The residents of every town are multiplied by this. Grids, communities and offices stay as large as they are and
        become fewer or more; in a smaller population neighbouring towns share offices.
    rules
        Rules of your own, called with the `Simulation` after every day; they may set levers.
    progress
        Show notes on the scenario and a progress bar.
    figures
        Return the figures of the run instead of its result; without `output` no file is written.
    since
        The first day that these figures count, such as the first of a policy; None: the first of the run.

    Returns
    -------
    Result or Dataset (year, town)
        What happened; or its figures as of `linli.figures`, with the title, hashes, seed and program in attributes.
        After Ctrl-C, which raises KeyboardInterrupt, `output` holds the days completed.

    Raises
    ------
    InputError
        For a scenario that is not sound, options out of range, and a result file that exists; before any work.

    Examples
    --------
    >>> import linli
    >>> result = linli.run(scenario, seed=1, days=30, progress=False)
    >>> result.daily.sizes["day"]
    30
    >>> figures = linli.run(scenario, seed=1, days=30, progress=False, figures=True)
    >>> figures["disputes.opened"].dims
    ('year', 'town')
    """
    chosen = as_scenario(scenario)
    temporary = None
    if output is None and not figures:
        temporary = tempfile.TemporaryDirectory(prefix="linli-")
        output = Path(temporary.name, "run.h5")
    simulation = Simulation(
        chosen,
        seed,
        days=days,
        threads=threads,
        population_scale=population_scale,
        record=output,
        force=force,
        since=since,
    )
    for rule in rules:
        simulation.on_day(rule)
    _live(simulation, progress)
    if figures:
        return _with_figures(simulation)
    assert output is not None
    result = open_result(output)
    result._companion = temporary  # which goes when the result does
    return result


def _with_figures(simulation: Simulation) -> xr.Dataset:
    made = {
        "title": simulation.scenario.title["en"],
        "title_zh": simulation.scenario.title["zh"],
        "scenario_hash": simulation.scenario.hash,
        "seed": str(simulation.seed),
        "state_hash": simulation.state_hash,
        "version": _core.version(),
        "commit": _core.commit(),
    }
    return simulation.figures().assign_attrs(made)


def _live(simulation: Simulation, progress: bool) -> None:
    with simulation, progress_bar(progress, Text("days", "天")) as bar:
        for note in simulation.notes if progress else ():
            bar.console.print(str(NOTE.format(note)), soft_wrap=True, markup=False, highlight=False)
        row = bar.add_task("", total=simulation.days)
        stride = max(1, simulation.days // _STEPS_BETWEEN_DRAWINGS)
        while (left := simulation.days - simulation.today) > 0:
            simulation.step(min(stride, left))
            bar.update(row, completed=simulation.today, description=str(simulation.date))
