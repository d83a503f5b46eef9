"""``linli run``: what is lived, and where it is written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from command_line import DOUBLED, LINLI_SIM, TOWN, Captured, linli_says

import linli


def test_run_lives_the_same_life_as_linli_sim(capsys: Captured, tmp_path: Path) -> None:
    words = linli_says(capsys, "run", TOWN, "-o", tmp_path / "a.h5", "--seed", 7, "--days", 30)
    assert f"Written to {tmp_path / 'a.h5'}" in words
    if not LINLI_SIM.exists():
        pytest.skip("linli-sim is not built")
    theirs = [str(LINLI_SIM), "run", str(TOWN), "-o", str(tmp_path / "b.h5"), "--seed", "7", "--days", "30", "--quiet"]
    subprocess.run(theirs, check=True)
    with linli.open(tmp_path / "a.h5") as ours, linli.open(tmp_path / "b.h5") as other:
        assert ours.complete
        assert ours.provenance.state_hash == other.provenance.state_hash
        assert ours.provenance.lineage == other.provenance.lineage


def test_run_replaces_nothing_unless_it_is_forced(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "precious.h5"
    file.write_text("precious")
    words = linli_says(capsys, "run", TOWN, "-o", file, "--days", 10, code=2)
    assert words.startswith(f"error: {file}: the file exists already")
    assert file.read_text() == "precious"
    linli_says(capsys, "run", TOWN, "-o", file, "--days", 10, "--force", "--quiet")
    assert linli.open(file).provenance.days == 10


def test_folders_that_are_missing_are_made(capsys: Captured, tmp_path: Path, town_result: Path) -> None:
    linli_says(capsys, "run", TOWN, "-o", tmp_path / "new" / "a" / "a.h5", "--days", 5, "--quiet")
    linli_says(capsys, "plot", "flow", town_result, "-o", tmp_path / "pictures" / "flow.png")
    linli_says(capsys, "compare", TOWN, DOUBLED, "-o", tmp_path / "deep" / "er", "--days", 370, "--seeds", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deep", "new", "pictures"]


def test_run_never_writes_over_its_own_scenario(capsys: Captured, tmp_path: Path) -> None:
    scenario = linli.Scenario.load(TOWN).save(tmp_path / "mine.toml")
    text = scenario.read_text()
    assert "the scenario itself" in linli_says(capsys, "run", scenario, "-o", scenario, "--force", code=2)
    assert scenario.read_text() == text


def test_set_replaces_values_and_the_place_of_a_wrong_one_is_named(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "set.h5"
    changes = ["--set", "mediation.full_time=1.2", "--set", "attitudes.strain_memory=3 months"]
    linli_says(capsys, "run", TOWN, "-o", file, "--days", 10, "--quiet", *changes)
    with linli.open(file) as result:
        assert result.levers["mediation.full_time"] == 1.2
        assert 90 < result.parameters["attitudes.strain_memory"] < 92
    wrong = tmp_path / "wrong.h5"
    assert "--set nonsense=1:" in linli_says(capsys, "run", TOWN, "-o", wrong, "--set", "nonsense=1", code=2)
    assert "must be NAME=VALUE" in linli_says(capsys, "run", TOWN, "-o", wrong, "--set", "nonsense", code=2)
    assert not wrong.exists()
