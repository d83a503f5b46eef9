"""Scenarios: read, checked, combined, compared and saved."""

from linli.scenario.scenario import Scenario, as_scenario, check

__all__ = ["Scenario", "as_scenario", "check"]
