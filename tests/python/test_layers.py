"""What may import what in the package: no circles, and reading results knows nothing of what is made of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "analysis" / "linli"


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(file): file for file in PACKAGE.rglob("*.py")} | {"linli": PACKAGE / "__init__.pyi"}
"""Files by module; the package itself imports what its stub says."""


def imported_by(file: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports, wherever it does, for types alone as well."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = [f"{node.module}.{alias.name}" for alias in node.names if alias.name != "_core"]
            yield from (name if name in MODULES else node.module for name in inner)


IMPORTS = {name: set(imported_by(file)) for name, file in MODULES.items()}


def reached_from(module: str) -> set[str]:
    found: set[str] = set()
    waiting = [module]
    while waiting:
        for name in IMPORTS[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return found


def test_modules_are_found_and_import_one_another() -> None:
    assert "linli.figures_of_merit" in IMPORTS["linli.result"]
    assert "linli.plot" in IMPORTS["linli"]


def test_no_module_imports_itself_by_way_of_others() -> None:
    TopologicalSorter(IMPORTS).prepare()  # raises CycleError and names the circle


def test_reading_results_knows_nothing_of_figures_pages_and_runs() -> None:
    readers = [name for name in MODULES if name.startswith("linli.results")]
    assert readers
    for reader in readers:
        above = {
            name for name in reached_from(reader) if not name.startswith(("linli.results", "linli._", "linli.errors"))
        }
        assert not above, f"{reader} reaches {sorted(above)}"


def test_nobody_below_knows_the_command_line() -> None:
    for name in MODULES:
        if not name.startswith("linli.cli"):
            assert not any(other.startswith("linli.cli") for other in IMPORTS[name]), name
