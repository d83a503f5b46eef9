"""What exists in a simulation tonight, as columns."""

from __future__ import annotations

from dataclasses import dataclass

from linli import _core
from linli.scenario import Scenario
from linli.simulation.levers import position_of


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
    _scenario: Scenario

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
            English or Chinese name.

        Returns
        -------
        Disputes
            Columns number, type, stage, intensity (Glasl, 1 to 9), severity and opened [days since the start]. Type and
            stage are codes; their ``kinds`` give the keys.

        Raises
        ------
        InputError
            For an unknown town.

        Examples
        --------
        >>> import linli
        >>> simulation = linli.Simulation(scenario)
        >>> simulation.step(10)
        >>> disputes = simulation.state.disputes("Sample Town")
        >>> stages = pd.Categorical.from_codes(np.asarray(disputes.stage), disputes.stage.kinds)
        >>> bool((stages == "latent").sum() > 0)
        True
        """
        return _core.disputes(self._handle, position_of(town, self._scenario))
