"""What the package offers and where each thing lives: for type checkers, and for `__init__.py`, which reads it."""

from linli import plot
from linli._language import Text, language
from linli._use_language import use_language
from linli.card import Card, cards
from linli.comparison import Comparison, Effect, compare
from linli.errors import InputError, InternalError, Note, StaleViewError
from linli.figures_of_merit import FIGURES, FigureOfMerit, figures
from linli.lists import indicators, levers, parameters, signposts
from linli.measures import Measure
from linli.result import Result
from linli.result import open as open  # not in __all__: it would replace Python's own
from linli.results.provenance import Provenance
from linli.running import run
from linli.scenario import Findings, Scenario, check
from linli.simulation import Simulation

__all__ = [
    "FIGURES",
    "Card",
    "Comparison",
    "Effect",
    "FigureOfMerit",
    "Findings",
    "InputError",
    "InternalError",
    "Measure",
    "Note",
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
    "indicators",
    "language",
    "levers",
    "parameters",
    "plot",
    "run",
    "signposts",
    "use_language",
]

__version__: str
