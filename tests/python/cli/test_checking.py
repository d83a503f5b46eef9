"""``linli check``."""

from __future__ import annotations

import os
import re
from pathlib import Path

import h5py
import pytest
from command_line import BROKEN, TOWN, Captured, linli_checks, linli_says

import linli
from linli.cli import main


def test_check_names_every_problem_of_a_broken_scenario(capsys: Captured) -> None:
    assert main(["check", str(TOWN), str(BROKEN / "two-mistakes.toml")]) == 2
    words = capsys.readouterr().out
    assert f"{TOWN}: no problems found" in words
    assert re.search(r"two-mistakes\.toml:7:13 world\.residents: is 100001", words)
    assert re.search(r"two-mistakes\.toml:4:14 parameters\.attitudes\.trust_base: .* is 1\.4", words)


@pytest.mark.parametrize("file", sorted(BROKEN.glob("*.toml")), ids=lambda file: file.stem)
def test_check_finds_every_broken_scenario(capsys: Captured, file: Path) -> None:
    assert main(["check", str(file)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(linli.check(file)) + 1 > 1
    assert lines[-1] == f"{file}: has problems"


def test_check_and_run_tell_what_never_acts(capsys: Captured, tmp_path: Path) -> None:
    late = tmp_path / "late.toml"
    late.write_text(f'extends = "{TOWN}"\n[[cards]]\nid = "A6"\nfrom = 2031-01-01\n')
    assert "late.toml:2:1 cards[0]: the card A6" in linli_says(capsys, "check", late)
    assert main(["run", str(late), "-o", str(tmp_path / "late.h5"), "--days", "5"]) == 0
    assert "note: " in capsys.readouterr().err
    assert main(["run", str(late), "-o", str(tmp_path / "quiet.h5"), "--days", "5", "--quiet"]) == 0
    assert "note: " not in capsys.readouterr().err


def test_nothing_that_others_named_can_send_control_characters_to_the_terminal(
    capsys: Captured, tmp_path: Path
) -> None:
    escape = "\x1b]0;owned\x07\x9b2J\r"
    result = tmp_path / "r.h5"
    linli_says(capsys, "run", TOWN, "-o", result, "--days", 1, "--population-scale", 0.1)
    with h5py.File(result, "r+") as file:
        file.attrs["title"] = f"a{escape}b"
    assert "a\ufffd]0;owned" in linli_says(capsys, "info", result)
    main(["info", str(result), "--json"])
    for command in ("check", "info", "run"):
        assert main([command, escape, *(["-o", str(result)] if command == "run" else [])]) == 2
    assert main([escape]) == 2
    said = capsys.readouterr()
    assert not set("\x1b\x07\x9b\r") & set(said.out + said.err)


def test_check_waits_for_no_pipe(capsys: Captured, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert "is a pipe or a device" in linli_checks(capsys, tmp_path / "fifo")


def test_check_knows_a_card_from_a_scenario(capsys: Captured) -> None:
    card = TOWN.parents[1] / "cards" / "A6.toml"
    assert f'this is a card; a scenario plays it with [[cards]] and file = "{card}"' in linli_checks(capsys, card)


def test_check_adds_spending_up_and_shows_the_budget_of_the_days(capsys: Captured, tmp_path: Path) -> None:
    dear = linli.Scenario.load(TOWN).with_values({"budget": 200e6, "end": "2022-06-30"}).save(tmp_path / "dear.toml")
    rows = dict(re.findall(r"^ (\D+?) {2,}(.*?) *$", linli_says(capsys, "check", dear), flags=re.MULTILINE))
    spending = linli.Scenario.load(dear).expected_spending()
    assert [float(x) for x in rows["total"].split()] == pytest.approx(list(spending.sum() / 1e6), abs=0.05)
    assert [float(x) for x in rows["budget"].split()] == pytest.approx([200.0, 200 * 181 / 365], abs=0.05)
    assert float(rows["police"].split()[0]) == pytest.approx(
        spending.loc[[lever for lever in spending.index if lever.startswith("police.")], 2021].sum() / 1e6, abs=0.05
    )
