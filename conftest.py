"""Results that tests and the examples of docstrings share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import xarray as xr

import linli

SCENARIOS = Path(__file__).parent / "scenarios"
TOWN = SCENARIOS / "town" / "reference.toml"
MORE = linli.Measure("mediation.full_time", scale=2.0, start="2021-01-11")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English, whatever the machine's locale."""
    linli.use_language("en")
    yield
    linli.use_language("en")


@pytest.fixture(autouse=True)
def no_figures_left() -> Iterator[None]:
    """Close the figures that a test or an example has made."""
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for results."""
    return tmp_path_factory.mktemp("results")


def _recorded(file: Path, scenario: Path, **options: Any) -> Path:
    linli.run(scenario, output=file, progress=False, **options).close()
    return file


@pytest.fixture(scope="session")
def town_result(results: Path) -> Path:
    """Return the result of two years in the sample town."""
    return _recorded(results / "town.h5", TOWN, seed=1)


@pytest.fixture(scope="session")
def other_town_result(results: Path) -> Path:
    """Return the same with other luck."""
    return _recorded(results / "other.h5", TOWN, seed=2)


@pytest.fixture(scope="session")
def small_city_result(results: Path) -> Path:
    """Return 400 days of a hundredth of Dongguan."""
    city = SCENARIOS / "dongguan" / "reference.toml"
    return _recorded(results / "city.h5", city, seed=1, days=400, population_scale=0.01)


@pytest.fixture(autouse=True)
def examples(doctest_namespace: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """Give the examples a scenario, a result of it, a folder, and the libraries they use."""
    if not isinstance(request.node, pytest.DoctestItem):
        return
    doctest_namespace.update(
        linli=linli,
        np=np,
        pd=pd,
        xr=xr,
        scenario=TOWN,
        policy=linli.Scenario.load(TOWN).extend(MORE).titled("Policy", "政策"),
        town=request.getfixturevalue("town_result"),
        tmp_path=request.getfixturevalue("tmp_path"),
    )
