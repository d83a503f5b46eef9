"""Running a scenario from its first day to its last."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from linli._language import Text
from linli.result import Result
from linli.result import open as open_result
from linli.scenario import Scenario, as_scenario
from linli.simulation import Rule, Simulation

_STEPS_BETWEEN_DRAWINGS = 200


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
) -> Result:
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
        The residents of every town are multiplied by this.
    rules
        Rules of your own, called with the `Simulation` after every day; they may set levers.
    progress
        Show a progress bar.

    Returns
    -------
    Result
        What happened. After Ctrl-C, which raises KeyboardInterrupt, `output` holds the days completed.

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
    """
    chosen = as_scenario(scenario)
    temporary = None if output is not None else tempfile.TemporaryDirectory(prefix="linli-")
    file = Path(output) if output is not None else Path(temporary.name) / "run.h5" if temporary else Path()
    simulation = Simulation(
        chosen, seed, days=days, threads=threads, population_scale=population_scale, record=file, force=force
    )
    for rule in rules:
        simulation.on_day(rule)
    with simulation:
        _live(simulation, progress)
    result = open_result(file)
    if temporary is not None:
        result.keep(temporary)
    return result


def _live(simulation: Simulation, progress: bool) -> None:
    with _bar(simulation, progress) as advance:
        stride = max(1, simulation.days // _STEPS_BETWEEN_DRAWINGS)
        while (left := simulation.days - simulation.today) > 0:
            simulation.step(min(stride, left))
            advance.update(simulation.today, str(simulation.date))


class _Advance:
    """Tells a progress bar how far a run has come."""

    def __init__(self, bar: Progress, days: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=days)

    def update(self, days: int, date: str) -> None:
        self._bar.update(self._task, completed=days, description=date)


@contextmanager
def _bar(simulation: Simulation, wanted: bool) -> Iterator[_Advance]:
    days = Text("days", "天")
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(str(days)),
        TimeRemainingColumn(),
    )

    with Progress(*columns, console=Console(stderr=True, force_jupyter=False), disable=not wanted) as bar:
        yield _Advance(bar, simulation.days)
