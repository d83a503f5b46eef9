"""The notebooks run, show their figures, and say what is true."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "analysis" / "notebooks"
NOTEBOOKS = sorted(file.stem for file in FOLDER.glob("*.ipynb"))

FIGURES = {"1-first-run": 3, "2-comparing-policies": 1, "3-your-own-town": 2, "4-your-own-rule": 2}

FACTS = {
    "1-first-run": "assert again.provenance.state_hash == made.state_hash",
    "2-comparing-policies": """
assert set(before["verdict"]) == {"the same in every run"}
assert effect.seeds_needed > effect.seeds and not effect.resolved
assert table.loc["disputes.mediator_load", "high"] < 0 < table.loc["spending.disputes", "low"]
""",
    "3-your-own-town": """
assert {(round(lon, 4), round(lat, 4)) for lon, lat in result.grids[["lon", "lat"]].to_numpy(float)} <= {
    (round(x, 4), round(y, 4)) for x, y in nodes.values()
}
assert result.grids.groupby("town", observed=True)["residents"].sum().to_list() == [25_000, 15_000]
""",
    "4-your-own-rule": """
assert replayed.state_hash == simulation.state_hash == ruled.provenance.state_hash
assert watched.state_hash == usual.provenance.state_hash != ruled.provenance.state_hash
""",
}


def read(name: str) -> nbformat.NotebookNode:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def this_interpreter(connection: Path) -> AsyncKernelManager:
    """Return a kernel of the interpreter that runs the tests, whatever kernels the machine has."""
    return AsyncKernelManager(
        kernel_name="python3",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),
        transport="ipc",
        connection_file=str(connection),
    )


def test_every_notebook_has_a_fact_that_is_checked() -> None:
    assert sorted(FACTS) == sorted(FIGURES) == NOTEBOOKS


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_shows_its_figures_and_says_what_is_true(name: str, tmp_path: Path) -> None:
    notebook = read(name)
    notebook.cells.append(nbformat.v4.new_code_cell(FACTS[name]))
    kernel = this_interpreter(tmp_path / "kernel.json")
    NotebookClient(notebook, km=kernel, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == FIGURES[name]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    for cell in read(name).cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_opens_with_any_python_3(name: str) -> None:
    kernel = read(name).metadata.kernelspec
    assert (kernel.name, kernel.display_name, kernel.language) == ("python3", "Python 3", "python")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_opens_in_both_languages(name: str) -> None:
    assert any("\u4e00" <= letter <= "\u9fff" for letter in read(name).cells[0].source)
