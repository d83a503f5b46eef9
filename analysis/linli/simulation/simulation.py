"""A simulation that is lived day by day, looked into and steered."""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Callable
from numbers import Integral
from pathlib import Path
from types import TracebackType
from typing import Self

import pandas as pd
import xarray as xr

from linli import _core
from linli._language import Text
from linli._values import Date, whole_in
from linli.errors import InputError, Note
from linli.figures_of_merit import dataset_of
from linli.scenario import Scenario, as_scenario
from linli.simulation.levers import LeverGate
from linli.simulation.live_indicators import Indicators
from linli.simulation.replay import COLUMNS, by_day_of
from linli.simulation.state import State

Rule = Callable[["Simulation"], None]
LARGEST_SEED = 2**64 - 1
_SEED_OUT_OF_RANGE = Text("is {}; allowed are whole numbers from 0 to {}", "为{}；允许0至{}的整数")


def require_seed(where: str, seed: int) -> None:
    """Refuse a seed that does not fit into 64 bits."""
    if not isinstance(seed, Integral) or not 0 <= seed <= LARGEST_SEED:
        raise InputError(where, _SEED_OUT_OF_RANGE.format(seed, LARGEST_SEED))


_RULES_STAY = Text(
    "has rules of its own (on_day), which cannot be saved with it",
    "带有自定义规则（on_day），不能随之保存",
)


def _unpickled(checkpoint: bytes) -> Simulation:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pickled.checkpoint"
        file.write_bytes(checkpoint)
        return Simulation.load(file)


class Simulation:
    """A run of a scenario, day by day.

    Parameters
    ----------
    scenario
        A `Scenario` or the name of a scenario file.
    seed
        Seed of all random draws; None: the scenario's.
    days
        Only so many days from the start; None: all.
    threads
        Threads (0: one per core). Never changes results.
    population_scale
        The residents of every town are multiplied by this. Grids, communities and offices stay as large as they are and
        become fewer or more; in a smaller population neighbouring towns share offices.
    record
        Result file to write (see `finish`); None: nothing is recorded.
    force
        Replace a result file that exists.
    since
        The first day that `figures` count; None: the first of the run.

    Raises
    ------
    InputError
        For a scenario that is not sound, options out of range, and a result file that exists.

    Notes
    -----
    The same scenario and seed give the same `state_hash`, on any number of threads, and whatever is looked at.
    Other threads of Python go on during a step, but may not touch the simulation: they get an `InputError`. Arrays
    that they hold already may change under their hands.

    Examples
    --------
    >>> import linli
    >>> simulation = linli.Simulation(scenario, seed=1)
    >>> simulation.step(30)
    >>> simulation.date
    datetime.date(2021, 1, 31)
    >>> simulation.levers["mediation.full_time"] = 1.2
    >>> simulation.step()
    >>> simulation.interventions
       day  town                lever  value
    0   30  None  mediation.full_time    1.2
    """

    def __init__(
        self,
        scenario: Scenario | str | os.PathLike[str],
        seed: int | None = None,
        *,
        days: int | None = None,
        threads: int = 0,
        population_scale: float = 1.0,
        record: str | os.PathLike[str] | None = None,
        force: bool = False,
        since: Date | None = None,
    ) -> None:
        self.scenario = as_scenario(scenario)
        if seed is not None:
            require_seed("seed", seed)
        self.seed = self.scenario.seed if seed is None else int(seed)
        lived = None if days is None else whole_in("days", days)
        file = None if record is None else Path(record)
        self._attach(
            _core.Simulation(
                self.scenario._core, seed, lived, threads, population_scale, file, force, self.scenario.day_of(since)
            )
        )

    def _attach(self, core: _core.Simulation) -> None:
        self._core = core
        self.notes = [Note(*note) for note in core.notes]
        self._rules: list[Rule] = []
        self.levers = LeverGate(core, self.scenario)
        self.indicators = Indicators(core, self.scenario)
        self.state = State(core, self.scenario)

    def fork(
        self,
        scenario: Scenario | str | os.PathLike[str] | None = None,
        *,
        record: str | os.PathLike[str] | None = None,
        force: bool = False,
    ) -> Simulation:
        """Make a second simulation that stands where this one stands.

        Both go their own ways from here on and never disturb each other. With the same policy they live the same days,
        bit by bit. Under another policy, measures that it does not have end and those that it has take over from the
        next day on. What was set by hand stays, until a measure moves it. Rules of your own (`on_day`) stay with the
        first. A fork takes a fraction of the time that making the population takes.

        Parameters
        ----------
        scenario
            A scenario of the same world, or the name of its file: measures, cards and costs may differ, but not
            parameters, levers in force from the start, shocks or facilities. None: the same.
        record
            Result file of the fork, with the days from here on; None: nothing is recorded.
        force
            Replace a result file that exists.

        Raises
        ------
        InputError
            For a scenario of another world, and a result file that exists.

        Examples
        --------
        >>> import linli
        >>> first = linli.Simulation(scenario)
        >>> first.step(30)
        >>> second = first.fork(first.scenario.extend(linli.Measure("police.procedure", set=0.95)))
        >>> first.step(30); second.step(30)
        >>> first.state_hash == second.state_hash
        False
        """
        forked = object.__new__(type(self))
        forked.scenario = self.scenario if scenario is None else as_scenario(scenario)
        forked.seed = self.seed
        policy = None if scenario is None else forked.scenario._core
        forked._attach(self._core.fork(policy, None if record is None else Path(record), force))
        return forked

    def save(self, path: str | os.PathLike[str], *, force: bool = False) -> None:
        """Save where the simulation stands, to go on another day or in another process.

        A checkpoint holds the whole state, the scenario and what was set by hand. Rules of your own, the record and the
        figures so far are not in it. It can be read by the program that wrote it alone.

        Parameters
        ----------
        path
            File to write (HDF5).
        force
            Replace a file that exists.

        Raises
        ------
        InputError
            For a file that exists, and a folder that cannot be written to.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.step(10)
        >>> simulation.save(tmp_path / "ten.checkpoint")
        >>> simulation.step(5)
        >>> resumed = linli.Simulation.load(tmp_path / "ten.checkpoint")
        >>> resumed.step(5)
        >>> resumed.state_hash == simulation.state_hash
        True
        """
        self._core.save(Path(path), force)

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        *,
        threads: int = 0,
        scenario_file: str | os.PathLike[str] | None = None,
        record: str | os.PathLike[str] | None = None,
        force: bool = False,
    ) -> Self:
        """Go on from where a simulation was saved: the days that follow are those of a run that was never stopped.

        Parameters
        ----------
        path
            A file that `save` wrote.
        threads
            Threads (0: one per core). Never changes results.
        scenario_file
            Where the scenario stands now, if its folder has moved; only files that it names are read beside it.
        record
            Result file with the days from here on; None: nothing is recorded.
        force
            Replace a result file that exists.

        Raises
        ------
        InputError
            For a file that is no checkpoint, is damaged or was written by another program, and for a scenario whose
            data files or cards have changed.
        """
        file = Path(path)
        text, home, lineage, seed = _core.Simulation.scenario_of_checkpoint(file)
        moved = None if scenario_file is None else Path(scenario_file)
        loaded = object.__new__(cls)
        loaded.scenario = Scenario._from_text(text, (moved or Path(home)).parent, lineage=lineage)
        loaded.seed = seed
        loaded._attach(_core.Simulation.load(file, threads, moved, None if record is None else Path(record), force))
        return loaded

    def __reduce__(self) -> tuple[Callable[[bytes], Simulation], tuple[bytes]]:
        """Pickle as a checkpoint. Rules of your own cannot go along."""
        if self._rules:
            raise InputError("simulation", _RULES_STAY)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "pickled.checkpoint"
            self.save(file)
            return _unpickled, (file.read_bytes(),)

    def on_day(self, rule: Rule) -> Rule:
        """Have a rule of your own called after every day; usable as a decorator.

        Parameters
        ----------
        rule
            Called with the simulation in the evening, before the next day. It may look at everything and set levers,
            which are in force from the next day on.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> @simulation.on_day
        ... def answer_arrears(simulation):
        ...     if float(simulation.indicators["workers_owed"].sum()) > 300:
        ...         simulation.levers["labour.inspection"] = 0.8
        >>> simulation.step(60)
        >>> simulation.today
        60
        """
        self._rules.append(rule)
        return rule

    def step(self, days: int = 1) -> None:
        """Live so many days. Ctrl-C stops after the day under way with KeyboardInterrupt.

        Parameters
        ----------
        days
            From 0 to what is left of the scenario.

        Raises
        ------
        InputError
            For more days than are left, and after `finish`.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.step(7)
        >>> simulation.today
        7
        """
        if not self._rules:
            self._core.step(days)
            return
        self._core.require_left(days)
        for _ in range(days):
            self._core.step(1)
            for rule in self._rules:
                rule(self)

    def replay(self, interventions: pd.DataFrame) -> None:
        """Have levers set again on the days on which they were set in another run.

        Parameters
        ----------
        interventions
            `Simulation.interventions` or `Result.interventions` of that run, of the same scenario and seed. Rows
            in which a measure moved the lever are left out: the measure moves it again.

        Raises
        ------
        InputError
            For a table without the columns day, town, lever and value, and for days that are over.

        Examples
        --------
        >>> import linli
        >>> first, second = linli.Simulation(scenario), linli.Simulation(scenario)
        >>> first.step(10); first.levers["police.procedure"] = 0.9; first.step(10)
        >>> second.replay(first.interventions); second.step(20)
        >>> first.state_hash == second.state_hash
        True
        """
        by_day = by_day_of(interventions, self.scenario.start, self.today)

        def set_again(simulation: Simulation) -> None:
            for lever, value, town in by_day.get(simulation.today, []):
                simulation.levers.set(lever, value, town)

        set_again(self)
        self._rules.insert(0, set_again)

    def finish(self) -> _core.RunEnd:
        """End the run, completing its record; a run ended early is marked incomplete in the file.

        Returns
        -------
        RunEnd
            days, complete, state_hash, events, wall_seconds and phase_seconds (by phase of the day).

        Examples
        --------
        >>> import linli
        >>> with linli.Simulation(scenario, days=10, record=tmp_path / "ten.h5") as simulation:
        ...     simulation.step(10)
        >>> linli.open(tmp_path / "ten.h5").complete
        True
        """
        return self._core.end()

    def __enter__(self) -> Self:
        """Return the simulation, which finishes at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish. Of a block that failed nothing is kept, of one that was interrupted the days completed."""
        if not self._core.ended and (kind is None or kind is KeyboardInterrupt):
            self.finish()

    @property
    def today(self) -> int:
        """Days completed."""
        return self._core.today

    @property
    def days(self) -> int:
        """Days of the whole run."""
        return self._core.days

    @property
    def date(self) -> datetime.date:
        """The day that comes next."""
        return self.scenario.start + datetime.timedelta(days=self.today)

    @property
    def people(self) -> int:
        """Rows of residents, vacant ones included."""
        return self._core.people

    @property
    def events(self) -> int:
        """Events so far: wrongs felt, steps of disputes, moves, offences, effects."""
        return self._core.events

    @property
    def state_hash(self) -> str:
        """32 hexadecimal digits over the whole state: equal for equal runs of equal length."""
        return self._core.state_hash

    @property
    def interventions(self) -> pd.DataFrame:
        """What was set by hand: day it is in force from, town (None: everywhere), lever and value."""
        towns = [*self.scenario.towns, None]
        rows = [(day, towns[town], lever, value) for day, town, lever, value in self._core.interventions()]
        return pd.DataFrame(rows, columns=COLUMNS)

    def figures(self) -> xr.Dataset:
        """Compute the figures of the days lived so far, as `linli.figures` does from a file; no file is needed.

        The week under way counts in trust, strain and ties only once it has ended, or the run has.

        Returns
        -------
        Dataset (year, town)

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.step(28)
        >>> bool(simulation.figures()["disputes.opened"].sel(year="all", town="all") > 100)
        True
        """
        return dataset_of(self._core.figures(), self.scenario.towns, self.scenario.towns_zh)

    def __repr__(self) -> str:
        """Return title, date and seed."""
        return f"<linli.Simulation {self.scenario.title['en']!r}: day {self.today} of {self.days}>"
