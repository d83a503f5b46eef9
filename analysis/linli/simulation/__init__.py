"""Simulations that are lived day by day, looked into and steered."""

from linli.simulation.simulation import LARGEST_SEED, Rule, Simulation, require_seed

__all__ = ["LARGEST_SEED", "Rule", "Simulation", "require_seed"]
