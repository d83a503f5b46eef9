"""``linli compare``."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from command_line import DOUBLED, TOWN, Captured, linli_says

import linli
from linli.cli import _comparing, main
from linli.plot import _style


def test_compare_prints_a_table_and_writes_a_folder(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    folder = tmp_path / "doubled"
    more = linli.Scenario.load(TOWN).with_values({"mediation.full_time": 6.0}).save(tmp_path / "more.toml")
    arguments = ["compare", TOWN, more, "-o", folder, "--days", 30]
    kept = tmp_path / "runs"
    words = linli_says(capsys, *arguments, "--seeds", 2, "--year", 2021, "--town", "示例镇", "--keep", kept)
    heading = "more against reference, 2021-01-01 to 2021-01-30; Sample Town; 2 seeds; simulated"
    assert heading in " ".join(words.split())
    assert re.search(r"spending on mediation.{0,400}? more\b", words, re.DOTALL)
    assert "not resolved" in words
    saved = linli.Comparison.load(folder)
    assert (saved.seeds, saved.others) == ([1, 2], ["more"])
    assert {"table.csv", "comparison.nc", "effects.png"} <= {file.name for file in folder.iterdir()}
    assert {file.name for file in kept.iterdir()} == {
        f"{name}-seed{n}.h5" for name in ("reference", "more") for n in (1, 2)
    }
    began = time.monotonic()
    assert "exists already" in linli_says(capsys, *arguments, "--seeds", 10_000, code=2)
    elsewhere = ["--seeds", 10_000, "--keep", kept]
    arguments[4] = tmp_path / "elsewhere"
    assert "reference-seed1.h5" in linli_says(capsys, *arguments, *elsewhere, code=2)
    assert time.monotonic() - began < 1.0


def test_compare_refuses_years_and_towns_before_it_runs(capsys: Captured, tmp_path: Path) -> None:
    arguments = ["compare", TOWN, DOUBLED, "-o", tmp_path / "never", "--seeds", 10_000]
    assert "allowed are 2021, 2022" in linli_says(capsys, *arguments, "--year", 2030, code=2)
    assert "allowed are Sample Town" in linli_says(capsys, *arguments, "--town", "Atlantis", code=2)
    shorter = linli_says(capsys, *arguments, "--year", 2022, "--days", 10, code=2)
    assert shorter == "error: --year: is not simulated; allowed are 2021\n"


def test_compare_asks_for_a_chinese_font_before_it_runs(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_style, "_chinese_font", lambda: None)
    arguments = ["compare", TOWN, DOUBLED, "-o", tmp_path / "never", "--seeds", 10_000, "--lang", "zh"]
    assert "未安装中文字体" in linli_says(capsys, *arguments, code=2)


def test_a_comparison_that_cannot_be_shown_is_saved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(_comparing, "report", fail)
    arguments = ["compare", str(TOWN), str(DOUBLED), "-o", str(tmp_path / "out"), "--days", "370", "--seeds", "1"]
    assert main(arguments) == 1
    assert linli.Comparison.load(tmp_path / "out").seeds == [1]
