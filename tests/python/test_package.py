"""The package `linli`: what is public, where it comes from and when it is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import linli

PACKAGE = Path(linli.__file__).parent


def test_everything_public_can_be_had_and_is_listed() -> None:
    assert {"Scenario", "run", "open", "compare", "plot", "levers", "__version__"} <= {*dir(linli)}
    for name in linli.__all__:
        assert getattr(linli, name) is not None


def test_no_module_takes_the_name_of_something_public() -> None:
    """Python puts a module into its package when it is first imported: it would replace a function of that name."""
    modules = {file.name.removesuffix(".py") for file in PACKAGE.iterdir()}
    taken = [name for name in linli.__all__ if name in modules and not isinstance(getattr(linli, name), ModuleType)]
    assert taken == []


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'linli' has no attribute 'scenarios'"):
        linli.scenarios  # type: ignore[attr-defined]  # noqa: B018


def test_the_package_loads_what_is_asked_for_and_no_more() -> None:
    script = "import sys, linli; linli.levers(); print('pandas' in sys.modules, 'matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
