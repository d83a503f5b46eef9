"""The levers of a simulation: read by name, set through the gate that measures pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import xarray as xr

from linli import _core
from linli._language import Text
from linli.errors import InputError
from linli.scenario import Scenario

_NO_TOWN = Text("there is no town {}; allowed are {}", "没有名为{}的镇街；可选：{}")
_NO_LEVER = Text("there is no lever {}; linli.levers() lists them", "没有名为{}的政策杠杆；参见linli.levers()")


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
        where = -1 if town is None else position_of(town, self._towns)
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


def position_of(town: str, towns: list[str]) -> int:
    if town not in towns:
        raise InputError("town", _NO_TOWN.format(town, ", ".join(towns)))
    return towns.index(town)
