"""The package as it is installed from a clean tree."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

import linli

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clean_tree(tmp_path: Path) -> Path:
    """Return a folder with what is committed, and nothing else."""
    archive, tree = tmp_path / "tree.tar", tmp_path / "tree"
    subprocess.run(["git", "archive", "--output", archive, "HEAD"], cwd=ROOT, check=True)
    with tarfile.open(archive) as packed:
        packed.extractall(tree, filter="data")
    return tree


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is not a checkout: there is no committed tree")
def test_a_wheel_from_a_clean_tree_in_an_isolated_environment_runs_a_scenario(clean_tree: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, clean_tree], check=True
    )
    (wheel,) = tmp_path.glob("linli-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"linli/py.typed", "linli/_core.pyi", "linli/__init__.py", "linli/__init__.pyi"} <= set(names)
    assert not [name for name in names if name.startswith(("sim/", "tests/", "lib/", "include/"))]

    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    packages = tmp_path / "venv" / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
    zipfile.ZipFile(wheel).extractall(packages)
    script = "import linli, sys; print(linli.__file__, linli.run(sys.argv[1], days=5, progress=False).provenance.days)"
    done = subprocess.run(
        [tmp_path / "venv" / "bin" / "python", "-c", script, ROOT / "scenarios" / "town" / "reference.toml"],
        env=os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(packages) in done.stdout


def test_a_star_import_replaces_nothing_of_pythons_own() -> None:
    assert not set(linli.__all__) & set(vars(builtins))
    assert linli.open is not builtins.open
