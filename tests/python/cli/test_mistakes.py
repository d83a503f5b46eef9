"""What is wrong is named with its place, in both languages."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from command_line import DOUBLED, TOWN, Captured, linli_says

import linli
from linli.plot import _series, _style


@pytest.mark.parametrize(
    ("wrong", "english", "chinese"),
    [
        (
            "--seed=-1",
            "--seed: is -1; allowed are 0 to 18446744073709551615",
            "--seed：为-1；允许0至18446744073709551615",
        ),
        ("--seed=x", "--seed: must be a whole number, not x", "--seed：须为整数，而不是x"),
        (
            "--population-scale=x",
            "--population-scale: must be a number, not x",
            "--population-scale：须为数字，而不是x",
        ),
        (
            "--population-scale=0",
            "--population-scale: is 0; allowed is more than 0",
            "--population-scale：为0；须大于0",
        ),
        ("--days=0", "--days: is 0; this scenario allows 1 to 730 days", "--days：为0；该场景允许1至730天"),
        (
            "--sed=1",
            "--sed: there is no such option; did you mean --seed? (linli run --help",
            "--sed：没有这个选项；是否应为--seed？（用 linli run --help",
        ),
        ("--force=1", "--force: takes no value", "--force：不接受取值"),
        ("--days", "--days: needs a value", "--days：须给出取值"),
        ("surplus", "surplus: is one argument too many", "surplus：是多余的参数"),
        ("--set=x", "--set x: must be NAME=VALUE, such as", "--set x：须为名称=值，例如"),
        ("--threads=9999", "--threads: is 9999; allowed are 0", "--threads：为9999；允许0"),
    ],
)
def test_mistakes_are_named_with_their_place(
    capsys: Captured, tmp_path: Path, wrong: str, english: str, chinese: str
) -> None:
    arguments = ["run", TOWN, "-o", tmp_path / "a.h5"]
    assert linli_says(capsys, "--lang=en", *arguments, wrong, code=2).startswith(f"error: {english}")
    assert linli_says(capsys, "--lang=zh", *arguments, wrong, code=2).startswith(f"错误：{chinese}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["rnu"], "rnu: there is no such command; allowed are run, check", "rnu：没有这个命令；可选：run、check"),
        (["--frce"], "--frce: there is no such option (linli --help", "--frce：没有这个选项（用 linli --help"),
        (["run"], "SCENARIO: is missing (linli run --help", "场景文件：缺少此项（用 linli run --help"),
        (["run", TOWN], "--output: is missing", "--output：缺少此项"),
        (["run", TOWN, "-o", "--force"], "--output: needs a value", "--output：须给出取值"),
        (["compare", TOWN, "-o", "x"], "OTHER: is missing", "对比场景：缺少此项"),
        (["compare", TOWN, TOWN, "-o", "x", "--seeds=0"], "--seeds: is 0; allowed are 1 to", "--seeds：为0；允许1至"),
        (["plot"], "FIGURE: is missing; allowed are series, pyramid", "图的种类：缺少此项；可选：series、pyramid"),
        (["levers", "--by=town"], "--by: there is no such option", "--by：没有这个选项"),
        (["cards", "show", "Q9"], "Q9: is no card; there are A1, A2", "Q9：不是治理制度卡；现有A1、A2"),
        (["info", "no.h5"], "no.h5: there is no such file", "no.h5：文件不存在"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else "",
)
def test_every_command_says_what_is_wrong_in_both_languages(
    capsys: Captured, arguments: list[object], english: str, chinese: str
) -> None:
    assert linli_says(capsys, "--lang=en", *arguments, code=2).startswith(f"error: {english}")
    assert linli_says(capsys, "--lang=zh", *arguments, code=2).startswith(f"错误：{chinese}")


def test_a_language_that_is_not_spoken_is_refused(capsys: Captured) -> None:
    assert linli_says(capsys, "levers", "--lang=fr", code=2).endswith("--lang: must be one of en, zh, not fr\n")


def test_a_command_that_is_nearly_right_is_suggested(capsys: Captured) -> None:
    assert linli_says(capsys, "--lang=en", "comapre", code=2).endswith("; did you mean compare?\n")


def test_complaints_of_the_library_name_options(
    capsys: Captured, tmp_path: Path, town_result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there.h5"
    there.touch()
    assert "replace it with --force or" in linli_says(capsys, "run", TOWN, "-o", there, code=2)
    assert "请用--force覆盖" in linli_says(capsys, "run", TOWN, "-o", there, "--lang=zh", code=2)
    picture = ["-o", tmp_path / "never.png"]
    overlapping = ["plot", "series", town_result, *picture, "--indicator", "claims_by_group"]
    assert linli_says(capsys, *overlapping, code=2).endswith(", or --by kind\n")
    monkeypatch.setattr(_series, "_LOOKS", _series._LOOKS[:2])
    assert "with --town or --kind" in linli_says(capsys, *overlapping, "--by", "kind", code=2)
    monkeypatch.setattr(_style, "_chinese_font", lambda: None)
    assert "或使用--lang en" in linli_says(capsys, "plot", "flow", town_result, *picture, "--lang=zh", code=2)


def test_what_the_system_says_of_a_file_is_said_in_both_languages(capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    arguments = ["run", TOWN, "-o", file / "a.h5"]
    assert linli_says(capsys, *arguments, "--lang=en", code=1) == f"error: {file}: is no folder, but a file\n"
    assert linli_says(capsys, *arguments, "--lang=zh", code=1) == f"错误：{file}：不是文件夹，而是文件\n"


def test_a_fault_of_the_program_is_called_one(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(linli, "levers", fail)
    assert "this is a bug in linli: ZeroDivisionError" in linli_says(capsys, "levers", code=1)


def test_a_disk_that_fails_is_no_bug(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr(linli, "levers", fail)
    assert linli_says(capsys, "levers", code=1) == "error: disk is full\n"


def test_a_worker_that_the_machine_ends_is_no_bug(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("reference, seed 1") from BrokenProcessPool()

    monkeypatch.setattr(linli, "compare", fail)
    words = linli_says(capsys, "compare", TOWN, DOUBLED, "-o", tmp_path / "never", code=1)
    assert words.endswith("it may have run out of memory: fewer --jobs need less\n")
