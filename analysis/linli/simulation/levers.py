"""The levers of a simulation: read by name, set through the gate that measures pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from numbers import Real

import xarray as xr

from linli import _core
from linli._language import Text
from linli.errors import InputError, UnknownKeyError
from linli.scenario import Scenario

_NO_TOWN = Text("there is no town {}; allowed are {}", "没有名为{}的镇街；可选：{}")
_NO_NUMBER = Text("is {}; write a number in the unit of the lever", "为{}；须为以该杠杆单位计的数字")
_NO_LEVER = Text("there is no lever {}; linli.levers() lists them", "没有名为{}的政策杠杆；参见linli.levers()")


class LeverGate(Mapping[str, xr.DataArray]):
    """The levers in force, by name. Setting one passes the gate that measures pass: it is checked, logged, replayable.

    Values are read as DataArrays by town. They are set everywhere with a number and in some towns with a mapping from
    town names to numbers; they are in force from the next day on, until a measure of the scenario moves the lever.
    """

    def __init__(self, core: _core.Simulation, scenario: Scenario) -> None:
        self._core = core
        self._scenario = scenario
        self._names = [str(row["name"]) for row in _core.lever_table("en")]

    def __getitem__(self, lever: str) -> xr.DataArray:
        """Return the value in every town, with the shape (town,)."""
        self._check(lever)
        return xr.DataArray(self._core.lever_values(lever), {"town": self._scenario.towns}, name=lever)

    def __setitem__(self, lever: str, value: float | Mapping[str, float]) -> None:
        """Set a lever everywhere, or in the towns of a mapping.

        Raises InputError for an unknown lever or town, before anything is set, and for a value out of range.
        """
        amounts = value.items() if isinstance(value, Mapping) else [(None, value)]
        for town, _ in amounts:
            self._position_of(town)
        for town, amount in amounts:
            self.set(lever, amount, town)

    def set(self, lever: str, value: float, town: str | None = None) -> None:
        """Set a lever in one town, or (None) everywhere.

        Parameters
        ----------
        lever
            Its name.
        value
            In the unit of the lever.
        town
            English or Chinese name; None: everywhere.

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
        where = self._position_of(town)
        if not isinstance(value, Real):
            raise InputError(f"levers[{lever!r}]", _NO_NUMBER.format(repr(value)))
        try:
            self._core.set_lever(lever, float(value), where)
        except InputError as error:
            raise InputError(error.where or f"levers[{lever!r}]", error.what) from None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in the order of the list."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return the number of levers."""
        return len(self._names)

    def __contains__(self, lever: object) -> bool:
        """Tell whether there is a lever of that name."""
        return lever in self._names

    def _check(self, lever: str) -> None:
        if lever not in self._names:
            raise UnknownKeyError("levers", _NO_LEVER.format(lever))

    def _position_of(self, town: str | None) -> int:
        return -1 if town is None else position_of(town, self._scenario)


def position_of(town: str, scenario: Scenario) -> int:
    """Return the position of a town among those of a scenario, by its English or Chinese name."""
    names = [*scenario.towns, *scenario.towns_zh]
    if town not in names:
        allowed = Text(", ".join(scenario.towns), "、".join(scenario.towns_zh))
        raise InputError("town", _NO_TOWN.format(town, allowed))
    return names.index(town) % len(scenario.towns)
