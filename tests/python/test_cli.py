"""The command line: what a user types, sees and gets."""

from __future__ import annotations

import json
import os
import re
import signal
import string
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Mapping
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click
import h5py
import pytest

import linli
from linli.cli import _comparing, _plotting, main, messages
from linli.cli._program import PROGRAM
from linli.figures_of_merit import FIGURES
from linli.plot import _series, _style

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "scenarios" / "town" / "reference.toml"
DOUBLED = ROOT / "scenarios" / "town" / "mediators-double.toml"
CITY = ROOT / "scenarios" / "dongguan" / "reference.toml"
DOUBLED_CITY = ROOT / "scenarios" / "dongguan" / "mediators-double.toml"
BROKEN = ROOT / "tests" / "data" / "broken"
LINLI_SIM = ROOT / "build" / "linli-sim"
COMMANDS = [[], *([name] for name in PROGRAM.commands)]
LINLI = (sys.executable, "-c", "import sys; from linli.cli import main; sys.exit(main())")

Captured = pytest.CaptureFixture[str]


def linli_says(capsys: Captured, *arguments: object, code: int = 0) -> str:
    """Return what a command prints, on stdout if it succeeds and on stderr if not."""
    assert main([str(argument) for argument in arguments]) == code
    printed = capsys.readouterr()
    return printed.out if code == 0 else printed.err


def linli_checks(capsys: Captured, scenario: Path) -> str:
    """Return what is printed about a scenario that is refused."""
    assert main(["check", str(scenario)]) == 2
    return capsys.readouterr().out


def is_chinese(text: str) -> bool:
    return any("CJK UNIFIED" in unicodedata.name(letter, "") for letter in text)


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


def test_help_shows_how_a_scenario_plays_a_card(capsys: Captured) -> None:
    assert "[[cards]]" in linli_says(capsys, "cards", "--help")


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


@pytest.mark.parametrize(
    "arguments",
    [
        ["series", "--indicator", "claims", "--every", "month", "--kind", "family"],
        ["pyramid", "--town", "Sample Town"],
        ["map", "--indicator", "grievances"],
        ["flow"],
        ["queue"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_plot_writes_a_picture(capsys: Captured, tmp_path: Path, town_result: Path, arguments: list[str]) -> None:
    picture = tmp_path / "picture.png"
    kind, *options = arguments
    linli_says(capsys, "plot", kind, town_result, "-o", picture, *options)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert [file.name for file in tmp_path.iterdir()] == ["picture.png"]


def test_plot_draws_a_line_for_each_of_several_runs(
    capsys: Captured, tmp_path: Path, town_result: Path, other_town_result: Path
) -> None:
    picture = tmp_path / "both.svg"
    linli_says(capsys, "plot", "series", town_result, other_town_result, "-o", picture, "--indicator", "claims")
    assert "<svg" in picture.read_text()


def test_plot_of_several_scenarios_names_them_by_title(town_result: Path, other_town_result: Path) -> None:
    with linli.open(town_result) as one, linli.open(other_town_result) as other:
        assert _plotting._by_scenario([one, other]) == {"Sample town, reference": [one, other]}


@pytest.mark.parametrize("figure", ["series", "map"])
def test_plot_without_an_indicator_says_which_it_has_drawn(
    capsys: Captured, tmp_path: Path, town_result: Path, figure: str
) -> None:
    words = linli_says(capsys, "plot", figure, town_result, "-o", tmp_path / "p.png")
    assert "claims is drawn: disputes opened" in words
    assert "linli indicators" in words


def test_plot_draws_differences_of_the_same_luck_alone(
    capsys: Captured, tmp_path: Path, town_result: Path, other_town_result: Path, small_city_result: Path
) -> None:
    picture = tmp_path / "p.svg"
    linli_says(capsys, "plot", "map", town_result, "--minus", town_result, "-o", picture, "--indicator", "claims")
    assert "Difference in disputes opened" in picture.read_text()
    refused = ["plot", "series", town_result, "--minus", other_town_result, "-o", tmp_path / "q.svg"]
    assert linli_says(capsys, *refused, code=2).startswith("error: --minus: has no seed 1")
    mixed = ["plot", "map", town_result, small_city_result, "-o", tmp_path / "q.svg"]
    assert "map takes files of one scenario" in linli_says(capsys, *mixed, code=2)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["pie"], "FIGURE: must be one of series, pyramid, map, flow, queue"),
        (["flow", "--minus", "base.h5"], "--minus: is not used by flow"),
        (["series", "--indicator", "joy"], "--indicator: there is no joy"),
        (["flow", "--kind", "family"], "--kind: is not used by flow"),
        (["flow", "--town", "Atlantis"], "--town: there is no Atlantis"),
        (["flow", "-o", "picture.doc"], "picture.doc: is no kind of picture"),
    ],
)
def test_plot_says_what_is_wrong(capsys: Captured, town_result: Path, arguments: list[str], complaint: str) -> None:
    kind, *options = arguments
    output = [] if "-o" in options else ["-o", "never.png"]
    words = linli_says(capsys, "plot", kind, town_result, *options, *output, code=2)
    assert words.startswith(f"error: {complaint}")
    assert not Path("never.png").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_in_both_languages(capsys: Captured, command: list[str]) -> None:
    english = linli_says(capsys, *command, "--help", "--lang", "en")
    chinese = linli_says(capsys, "--lang=zh", *command, "--help")
    assert not is_chinese(english)
    assert "Examples:" in english
    assert "示例：" in chinese
    text = "\n".join(line for line in chinese.splitlines() if not line.startswith("    linli"))
    assert not re.search(r"[A-Za-z]+( [A-Za-z]+){2}", text)
    for word in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "Show", "required", "default"):
        assert word not in text


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_names_every_option_and_explains_it(capsys: Captured, command: list[str], language: str) -> None:
    words = linli_says(capsys, *command, "-h", "--lang", language).split()
    for param in PROGRAM.commands[command[0]].params if command else PROGRAM.params:
        if isinstance(param, click.Option):
            assert {*param.opts} <= {word.rstrip(",") for word in words}
        assert "".join(str(getattr(param, "help", "")).split()) in "".join(words)


def test_help_is_what_a_command_without_arguments_shows(capsys: Captured) -> None:
    assert main([]) == main(["--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("Commands:\n  run  ") == 2
    assert printed.err == ""


def test_help_comes_without_the_libraries_that_take_long_to_load() -> None:
    script = (
        "import sys; from linli.cli import main; main(['compare', '--help']); "
        "print({'numpy', 'pandas', 'xarray', 'matplotlib', 'scipy', 'linli._core'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_the_shell_completes_commands_options_and_words() -> None:
    assert _completed("linli", "co") == ["plain,compare"]
    assert _completed("linli", "run", "--pop") == ["plain,--population-scale"]
    assert _completed("linli", "plot", "p") == ["plain,pyramid"]
    assert _completed("linli", "info", "a") == ["file,a"]


def _completed(*words: str) -> list[str]:
    asked = {"_LINLI_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    return subprocess.run(LINLI, env=os.environ | asked, capture_output=True, text=True, check=True).stdout.split()


def test_the_locale_decides_where_no_language_is_asked_for(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert linli_says(capsys, "frobnicate", code=2).startswith("错误：frobnicate")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert linli_says(capsys, "frobnicate", code=2).startswith("error: frobnicate: there is no such command")


def test_every_message_is_in_both_languages_with_the_same_placeholders() -> None:
    catalogue = _texts_of(vars(messages)) | _texts_beside_commands()
    assert len(catalogue) > 150
    for name, text in catalogue.items():
        has_words = any(letter.isalpha() for letter in text.en)
        assert is_chinese(text.zh) == has_words, name
        assert not is_chinese(text.en), name
        assert _placeholders(text.en) == _placeholders(text.zh), name


def _texts_of(named: Mapping[str, object]) -> dict[str, linli.Text]:
    return {name: text for name, text in named.items() if isinstance(text, linli.Text)}


def _texts_beside_commands() -> dict[str, linli.Text]:
    """Return what commands say of themselves, their options and examples."""
    found = {}
    for command in (PROGRAM, *PROGRAM.commands.values()):
        found |= {f"{command.name}.{name}": text for name, text in _texts_of(vars(command)).items()}
        found |= {f"{command.name}: {what.en}": what for what, _ in command.examples}
        for param in command.params:
            found |= {f"{command.name} {param.name}.{name}": text for name, text in _texts_of(vars(param)).items()}
    return found


def _placeholders(template: str) -> list[tuple[str, str]]:
    """Return position and format of every placeholder, in the order of positions."""
    found = [(name, layout) for _, name, layout, _ in string.Formatter().parse(template) if name is not None]
    return sorted((name or str(place), layout or "") for place, (name, layout) in enumerate(found))


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


def test_interrupted_runs_keep_the_days_they_completed(tmp_path: Path) -> None:
    file = tmp_path / "interrupted.h5"
    arguments = ["run", str(CITY), "-o", str(file), "--population-scale", "0.05", "--quiet", "--lang", "en"]
    with _begun(*arguments) as running:
        _interrupt_when(running, lambda: any(file.stat().st_size for file in tmp_path.iterdir()))
        _, words = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "marked incomplete" in words
    with linli.open(file) as result:
        assert not result.complete
        assert 0 < result.provenance.days < result.provenance.days_planned
        assert result.daily.sizes["day"] == result.provenance.days


def test_an_interrupted_comparison_writes_nothing(tmp_path: Path) -> None:
    arguments = ["compare", str(TOWN), str(DOUBLED), "-o", str(tmp_path / "never"), "--lang", "en"]
    with _begun(*arguments) as running:
        _interrupt_when(running, lambda: bool(_children(running.pid)))
        _, words = running.communicate(timeout=30)
    assert running.returncode == 130
    assert words.rstrip().endswith("Interrupted; nothing was written.")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_comparison_keeps_whole_results_only(tmp_path: Path) -> None:
    arguments = [
        "compare",
        str(CITY),
        str(DOUBLED_CITY),
        "-o",
        str(tmp_path / "never"),
        "--keep",
        str(tmp_path / "kept"),
    ]
    with _begun(*arguments, "--population-scale", "0.05", "--lang", "en") as running:
        _interrupt_when(running, lambda: any(f.stat().st_size for f in (tmp_path / "kept").glob(".*")))
        _, words = running.communicate(timeout=30)
    assert running.returncode == 130
    assert words.rstrip().endswith(f"{tmp_path / 'kept'} has the results of the runs that ended.")
    assert list((tmp_path / "kept").glob(".*")) == []
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_comparison_that_is_ended_leaves_no_worker_behind(tmp_path: Path, sent: signal.Signals) -> None:
    arguments = ["compare", str(CITY), str(DOUBLED_CITY), "-o", str(tmp_path / "never"), "--population-scale", "0.05"]
    with _begun(*arguments) as running:
        while not (workers := [pid for pid in _children(running.pid).split() if _simulates(pid)]):
            time.sleep(0.05)
        running.send_signal(sent)
        running.communicate(timeout=30)
    assert running.returncode == (-sent if sent == signal.SIGKILL else 130)
    deadline = time.monotonic() + 20
    while left := [pid for pid in workers if Path(f"/proc/{pid}/exe").exists()]:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)
    assert list(tmp_path.iterdir()) == []


def _simulates(pid: str) -> bool:
    """Whether a process has the engine in it."""
    return "_core" in Path(f"/proc/{pid}/maps").read_text()


def _begun(*arguments: str) -> subprocess.Popen[str]:
    """Start the command as a terminal does, even where whoever runs the tests ignores signals, as under nohup."""
    return subprocess.Popen(
        [*LINLI, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_signals,  # noqa: PLW1509
    )


def _heed_signals() -> None:
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def _children(pid: int) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text()


def _interrupt_when(running: subprocess.Popen[str], has_begun: Callable[[], bool]) -> None:
    """Send what Ctrl-C sends, a second after something has begun."""
    deadline = time.monotonic() + 60
    while not has_begun() and running.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    time.sleep(1.0)
    os.kill(running.pid, signal.SIGINT)
