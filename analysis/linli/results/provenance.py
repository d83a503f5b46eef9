"""Where a result comes from: all that is needed to make it again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

import h5py  # type: ignore[import-untyped]

from linli._language import Text
from linli.results.hdf5 import attributes

_SECONDS = "seconds_"


@dataclass(frozen=True)
class Provenance:
    """What was run, by which program, and how it went.

    Attributes
    ----------
    title : Text
        Of the scenario.
    scenario : str
        The whole scenario as TOML, with everything it extends.
    lineage : tuple of str
        Files of the scenario, base first.
    measures : tuple of str
        What moves levers, in order: a card for each of its measures, then "measures[0]" and so on.
    scenario_hash : str
        Of the scenario and the files it names.
    seed : int
    version, commit, compiler : str
        Of the program.
    start : date
        First day of the run.
    days, days_planned : int
        Days simulated, and days there were to be.
    complete : bool
        Whether the run came to its end.
    people : int
        Residents simulated at the start.
    population_scale : float
        Share of the scenario's residents that was simulated.
    threads : int
    events : int
        Events that happened.
    state_hash : str
        Of the simulated world at the end: equal if and only if all of it is.
    wall_seconds : float
    phase_seconds : dict
        Seconds by phase of the day.

    Examples
    --------
    >>> made = linli.open(town).provenance
    >>> made.seed, made.days, made.complete, str(made.start)
    (1, 730, True, '2021-01-01')
    """

    title: Text
    scenario: str
    lineage: tuple[str, ...]
    measures: tuple[str, ...]
    scenario_hash: str
    seed: int
    version: str
    commit: str
    compiler: str
    start: date
    days: int
    days_planned: int
    complete: bool
    people: int
    population_scale: float
    threads: int
    events: int
    state_hash: str
    wall_seconds: float
    phase_seconds: dict[str, float]

    @property
    def last_day(self) -> date:
        """Last day simulated; the first where there is none."""
        return self.start + timedelta(days=max(self.days - 1, 0))


def read_provenance(file: h5py.File) -> Provenance:
    """Read the provenance of an open result file.

    Raises
    ------
    KeyError
        If something is missing.
    """
    found: dict[str, Any] = attributes(file["provenance"])
    found |= {
        "title": Text(attributes(file)["title"], attributes(file)["title_zh"]),
        "lineage": tuple(found["lineage"].splitlines()),
        "measures": tuple(found["measures"].splitlines()),
        "start": date.fromisoformat(found["start"]),
        "days": found["days_completed"],
        "complete": bool(found["complete"]),
        "people": round(found["people"]),
        "phase_seconds": {k.removeprefix(_SECONDS): v for k, v in found.items() if k.startswith(_SECONDS)},
    }
    return Provenance(**{field.name: found[field.name] for field in fields(Provenance)})
