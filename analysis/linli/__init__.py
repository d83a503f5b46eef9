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

import ast
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


def __getattr__(name: str) -> Any:
    """Import what is public when it is first used, so that the command line answers without pandas and matplotlib."""
    found = globals()[name] = _find(name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_homes(), "__all__", "__version__"})


def _find(name: str) -> Any:
    match name:
        case "__all__":
            return next(ast.literal_eval(line.value) for line in _stub() if isinstance(line, ast.Assign))
        case "__version__":
            return import_module("linli._core").version()
    if (home := _homes().get(name)) is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{home}.{name}") if home == __name__ else getattr(import_module(home), name)


@cache
def _homes() -> dict[str, str]:
    """Return the module of every public name."""
    imports = [line for line in _stub() if isinstance(line, ast.ImportFrom)]
    return {name.name: str(line.module) for line in imports for name in line.names}


@cache
def _stub() -> list[ast.stmt]:
    """Return the lines of `__init__.pyi`, the one place that lists what is public and where it lives."""
    return ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8")).body
