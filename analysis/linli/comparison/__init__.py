"""Comparing scenarios with the same luck: paired runs, their differences, and what these can tell."""

from linli.comparison.compare import compare
from linli.comparison.comparison import Comparison
from linli.comparison.effect import Effect

__all__ = ["Comparison", "Effect", "compare"]
