"""Linli (邻里): simulate the social governance of a city, and compare policies for it.

===============  =====================================================================
`Scenario`       what is assumed, in force and changed by a policy; `check` a file
`run`            a scenario from first day to last, recorded as a `Result`
`Simulation`     the same day by day, looked into and steered with rules of your own
`open`           the `Result` of an earlier run: xarray and pandas tables
`compare`        policies under the same luck, with intervals: a `Comparison`
`figures`        headline figures of a result
`plot`           figures for papers and slides
`levers`         what can be moved; `parameters`, `signposts`
`cards`          the city's governance systems as packages of measures; play a `Card`
`use_language`   English or Chinese
===============  =====================================================================

Examples
--------
>>> import linli
>>> result = linli.run(scenario, days=90, progress=False)
>>> result.daily["grievances"].sum().item() > 0
True
"""

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from linli._core import version as _version
from linli._language import Text, language
from linli._use_language import use_language
from linli.cards import Card, cards
from linli.comparison import Comparison, Effect, compare
from linli.errors import InputError, InternalError, StaleViewError
from linli.figures_of_merit import FIGURES, FigureOfMerit, figures
from linli.lists import levers, parameters, signposts
from linli.measures import Measure
from linli.result import Result
from linli.result import open as open  # not in __all__: it would replace Python's own
from linli.results.provenance import Provenance
from linli.running import run
from linli.scenario import Scenario, check
from linli.simulation import Simulation

if TYPE_CHECKING:
    from linli import plot

__version__ = _version()


def __getattr__(name: str) -> ModuleType:
    """Import `linli.plot` when it is first used: drawing takes long to import."""
    if name == "plot":
        return importlib.import_module("linli.plot")
    raise AttributeError(f"module 'linli' has no attribute {name!r}")


__all__ = [
    "FIGURES",
    "Card",
    "Comparison",
    "Effect",
    "FigureOfMerit",
    "InputError",
    "InternalError",
    "Measure",
    "Provenance",
    "Result",
    "Scenario",
    "Simulation",
    "StaleViewError",
    "Text",
    "cards",
    "check",
    "compare",
    "figures",
    "language",
    "levers",
    "parameters",
    "plot",
    "run",
    "signposts",
    "use_language",
]
