"""``linli plot``."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Captured, linli_says

import linli
from linli.cli import _plotting


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
