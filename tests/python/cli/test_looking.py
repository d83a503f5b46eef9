"""``linli info``, ``levers`` and tables that fit."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from command_line import COMMANDS, DOUBLED, LINLI, TOWN, Captured, linli_says

import linli
from linli.figures_of_merit import FIGURES


def test_info_tells_what_was_run_and_what_happened(capsys: Captured, town_result: Path) -> None:
    words = linli_says(capsys, "info", town_result)
    facts = json.loads(linli_says(capsys, "info", town_result, "--json"))
    with linli.open(town_result) as result:
        assert result.provenance.state_hash in words
        assert facts["provenance"]["state_hash"] == result.provenance.state_hash
        expected = float(result.summary()["2022"]["disputes.opened"])
    claims = next(row for row in facts["summary"] if row["figure"] == "disputes.opened")
    assert [row["figure"] for row in facts["summary"]] == list(FIGURES)
    assert claims["2022"] == expected
    assert f"{expected:,.0f}" in words


def test_levers_are_found_by_a_word_of_name_or_meaning(capsys: Captured) -> None:
    found = [row["name"] for row in json.loads(linli_says(capsys, "levers", "mediat", "--json"))]
    assert "mediation.full_time" in found
    assert "referral.police" in found
    assert "guardianship.cameras" not in found
    assert "mediation.full_time" in linli_says(capsys, "levers", "调解", "--lang", "zh")
    assert "no lever has this" in linli_says(capsys, "levers", "zzz", code=2)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [80, 120, 140])
def test_tables_fit_the_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, town_result: Path, language: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    helps = [[*command, "--help"] for command in COMMANDS]
    commands = [["levers"], ["cards"], ["cards", "show", "A6"], ["info", town_result], *helps]
    for command in commands:
        words = linli_says(capsys, *command, "--lang", language)
        assert "…" not in words
        wide = [sum(1 + (unicodedata.east_asian_width(x) in "WF") for x in line) for line in words.splitlines()]
        assert max(wide) <= columns or command == ["info", town_result]


@pytest.mark.parametrize("columns", [50, 80, 100, 110, 120, 139, 140, 200])
def test_names_of_levers_are_never_cut(capsys: Captured, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words = linli_says(capsys, "levers").split()
    assert set(linli.levers().index) <= set(words)


def test_what_is_redirected_shows_no_progress_and_no_colours(tmp_path: Path) -> None:
    for arguments in (
        ["run", str(TOWN), "-o", str(tmp_path / "a.h5"), "--days", "5"],
        ["compare", str(TOWN), str(DOUBLED), "-o", str(tmp_path / "a"), "--days", "370", "--seeds", "1"],
        ["compare", "--help"],
        ["levers"],
    ):
        done = subprocess.run([*LINLI, *arguments], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert "\x1b" not in done.stdout
