"""A simulation that is lived day by day, looked into and steered."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pandas as pd
import xarray as xr

from linli import _core
from linli._language import Text, language
from linli.errors import InputError
from linli.scenario import Scenario, as_scenario

Rule = Callable[["Simulation"], None]
_Setting = tuple[str, float, str | None]

_NO_TOWN = Text("there is no town {}; allowed are {}", "没有名为{}的镇街；可选：{}")
_NO_LEVER = Text("there is no lever {}; linli.levers() lists them", "没有名为{}的政策杠杆；参见linli.levers()")
_NO_INDICATOR = Text("there is no indicator {}; allowed are {}", "没有名为{}的指标；可选：{}")
_NO_COLUMN = Text("has no column {}", "缺少列{}")
_OVER = Text("day {} is over; today is {}", "第{}天已过；今天是第{}天")
_NOTHING_YET = Text("nothing has been counted before the first day", "第一天之前尚无统计")
_INTERVENTIONS = ["day", "town", "lever", "value"]


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
        The residents of every town are multiplied by this.
    record
        Result file to write (see `finish`); None: nothing is recorded.
    force
        Replace a result file that exists.

    Raises
    ------
    InputError
        For a scenario that is not sound, options out of range, and a result file that exists.

    Notes
    -----
    The same scenario and seed give the same `state_hash`, on any number of threads, and whatever is looked at.

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
    ) -> None:
        self.scenario = as_scenario(scenario)
        file = None if record is None else Path(record)
        self._core = _core.Simulation(self.scenario._core, seed, days, threads, population_scale, file, force)
        self._rules: list[Rule] = []
        self.levers = LeverGate(self._core, self.scenario)
        self.indicators = Indicators(self._core, self.scenario)
        self.state = State(self._core, self.scenario.towns)

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
        for _ in range(days):
            self._core.step(1)
            for rule in self._rules:
                rule(self)

    def replay(self, interventions: pd.DataFrame) -> None:
        """Have levers set again on the days on which they were set in another run.

        Parameters
        ----------
        interventions
            `Simulation.interventions` or `Result.interventions` of that run, of the same scenario and seed.

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
        by_day = _by_day(interventions, self.scenario.start, self.today)

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
            days, complete, state_hash, events, wall_seconds [s] and phase_seconds [s].

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
        return pd.DataFrame(rows, columns=_INTERVENTIONS)

    def __repr__(self) -> str:
        """Return title, date and seed."""
        return f"<linli.Simulation {self.scenario.title['en']!r}: day {self.today} of {self.days}>"


class LeverGate(Mapping[str, xr.DataArray]):
    """The levers in force, by name. Setting one passes the gate that measures pass: it is checked, logged, replayable.

    Values are read as DataArrays by town. They are set everywhere with a number and in some towns with a mapping from
    town names to numbers; they are in force from the next day on, until a measure of the scenario moves the lever.
    """

    def __init__(self, core: _core.Simulation, scenario: Scenario) -> None:
        self._core = core
        self._towns = scenario.towns
        self._names = [str(row["name"]) for row in _core.lever_table("en")]

    def __getitem__(self, lever: str) -> xr.DataArray:
        """Return the value in every town, with the shape (town,)."""
        self._check(lever)
        return xr.DataArray(self._core.lever_values(lever), {"town": self._towns}, name=lever)

    def __setitem__(self, lever: str, value: float | Mapping[str, float]) -> None:
        """Set a lever everywhere, or in the towns of a mapping.

        Raises InputError for an unknown lever or town and for a value out of range.
        """
        if isinstance(value, Mapping):
            for town, amount in value.items():
                self.set(lever, amount, town)
        else:
            self.set(lever, value)

    def set(self, lever: str, value: float, town: str | None = None) -> None:
        """Set a lever in one town, or (None) everywhere.

        Parameters
        ----------
        lever
            Its name.
        value
            In the unit of the lever.
        town
            English name; None: everywhere.

        Raises
        ------
        InputError
            For an unknown lever or town, a value out of range, and shares that add up to more than 1.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.levers.set("police.procedure", 0.9, "Sample Town")
        >>> simulation.levers["police.procedure"].item()
        0.9
        """
        self._check(lever)
        where = -1 if town is None else _position(town, self._towns)
        try:
            self._core.set_lever(lever, value, where)
        except InputError as error:
            raise InputError(error.where or f"levers[{lever!r}]", error.what) from None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in the order of the list."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of levers."""
        return len(self._names)

    def _check(self, lever: str) -> None:
        if lever not in self._names:
            raise InputError("levers", _NO_LEVER.format(lever))


class Indicators(Mapping[str, xr.DataArray]):
    """What was counted on the last day (of the panel: in the last week), by town and kind. Arrays are copies."""

    def __init__(self, core: _core.Simulation, scenario: Scenario) -> None:
        self._core = core
        self._towns = scenario.towns
        self._daily = {row[0]: row for row in _core.daily_indicators()}
        self._panel = {row[0]: row for row in _core.panel_indicators()}

    def __getitem__(self, key: str) -> xr.DataArray:
        """Return the values of an indicator with units and labels, of the shape (town,) or (town, kind)."""
        row = self._daily.get(key) or self._panel.get(key)
        if row is None:
            raise InputError("indicators", _NO_INDICATOR.format(key, ", ".join(self)))
        _, english, chinese, unit, axis, kinds = row
        if self._core.today == 0:
            raise InputError("indicators", _NOTHING_YET)
        values = self._core.daily(key) if key in self._daily else self._core.panel(key)
        attributes = {"long_name": chinese if language() == "zh" else english, "units": unit}
        towns = xr.DataArray(values[:, 0], {"town": self._towns}, name=key, attrs=attributes)
        if not kinds:
            return towns
        return xr.DataArray(values, {"town": self._towns, axis: kinds}, name=key, attrs=attributes)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys, in the order of the list."""
        return iter([*self._daily, *self._panel])

    def __len__(self) -> int:
        """Return the number of indicators."""
        return len(self._daily) + len(self._panel)


@dataclass(frozen=True)
class State:
    """What exists tonight, as columns.

    Columns of residents, households and employers are read-only NumPy views into the simulation. They copy nothing,
    keep the simulation alive, and show later days as it goes on: copy what must stay. Columns of `disputes` are copied
    when they are read and raise `StaleViewError` once the simulation has gone on.

    Examples
    --------
    >>> import linli
    >>> simulation = linli.Simulation(scenario)
    >>> simulation.step(30)
    >>> trust = simulation.state.persons.trust
    >>> trust.shape, trust.flags.writeable
    ((100000,), False)
    """

    _handle: _core.Simulation
    _towns: list[str]

    @property
    def persons(self) -> _core.Persons:
        """Residents, one row each."""
        return _core.persons(self._handle)

    @property
    def households(self) -> _core.Households:
        """Households, one row each."""
        return _core.households(self._handle)

    @property
    def employers(self) -> _core.Employers:
        """Firms, one row each."""
        return _core.employers(self._handle)

    def disputes(self, town: str) -> _core.Disputes:
        """Return the open disputes and latent grievances of a town.

        Parameters
        ----------
        town
            English name.

        Raises
        ------
        InputError
            For an unknown town.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.step(10)
        >>> len(simulation.state.disputes("Sample Town")) > 0
        True
        """
        return _core.disputes(self._handle, _position(town, self._towns))


def _position(town: str, towns: list[str]) -> int:
    if town not in towns:
        raise InputError("town", _NO_TOWN.format(town, ", ".join(towns)))
    return towns.index(town)


def _by_day(interventions: pd.DataFrame, start: datetime.date, today: int) -> dict[int, list[_Setting]]:
    """Return lever, value and town of what was set on each day."""
    missing = [column for column in _INTERVENTIONS if column not in interventions.columns]
    if missing:
        raise InputError("interventions", _NO_COLUMN.format(", ".join(missing)))
    by_day: dict[int, list[_Setting]] = {}
    for when, town, lever, value in interventions[_INTERVENTIONS].to_numpy(object).tolist():
        day = (when.date() - start).days if isinstance(when, datetime.datetime) else int(when)
        if day < today:
            raise InputError("interventions", _OVER.format(day, today))
        by_day.setdefault(day, []).append((lever, value, None if pd.isna(town) else town))
    return by_day
