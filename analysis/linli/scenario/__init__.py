"""Scenarios: read, checked, combined, compared and saved."""

from linli.scenario.scenario import Findings, Scenario, as_scenario, check

__all__ = ["Findings", "Scenario", "as_scenario", "check"]
