"""Figures show what the run counted: nothing lost between a table and the result, every sign legible."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgb

import linli
from linli import plot
from linli.plot import _style
from linli.plot._flow import COLOURS

Drawing = Callable[[linli.Result], Axes]

FIGURES: dict[str, Drawing] = {
    "series": lambda result: plot.series(result, "claims", by="kind"),
    "pyramid": plot.pyramid,
    "town_map": lambda result: plot.town_map(result, "claims", points="grid_claims"),
    "flow": plot.flow,
    "queue": plot.queue,
}


@pytest.fixture
def town(town_result: Path) -> Iterator[linli.Result]:
    with linli.open(town_result) as result:
        yield result


@pytest.fixture
def other_town(other_town_result: Path) -> Iterator[linli.Result]:
    with linli.open(other_town_result) as result:
        yield result


@pytest.fixture
def city(small_city_result: Path) -> Iterator[linli.Result]:
    with linli.open(small_city_result) as result:
        yield result


@pytest.fixture(autouse=True)
def english_and_no_figures_left() -> Iterator[None]:
    linli.use_language("en")
    yield
    linli.use_language("en")
    plt.close("all")


def figure_texts(ax: Axes) -> list[str]:
    found = ax.figure.findobj(matplotlib.text.Text)
    return [text.get_text() for text in found if text.get_visible() and text.get_text().strip()]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("place", ["town", "city"])
def test_every_figure_is_drawn_in_both_languages_without_a_missing_sign(
    name: str, language: Any, place: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    linli.use_language(language)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = FIGURES[name](request.getfixturevalue(place))
        ax.figure.savefig(tmp_path / f"{name}.png")
    assert (tmp_path / f"{name}.png").stat().st_size > 10_000


@pytest.mark.parametrize("name", FIGURES)
def test_a_chinese_figure_has_no_english_words(name: str, city: linli.Result) -> None:
    linli.use_language("zh")
    ax = FIGURES[name](city)
    ax.figure.canvas.draw()
    texts = [re.sub(r"Linli [\d.]+（\w+）", "", text) for text in figure_texts(ax)]
    english = [text for text in texts if any("a" <= sign <= "z" for sign in text.lower())]
    assert english == []


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_drawn_in_the_axes_given(name: str, town: linli.Result) -> None:
    _, axes = plt.subplots(1, 2)
    drawn: dict[str, Callable[[], Axes]] = {
        "series": lambda: plot.series(town, "claims", ax=axes[1], title="mine"),
        "pyramid": lambda: plot.pyramid(town, ax=axes[1], title="mine"),
        "town_map": lambda: plot.town_map(town, "claims", ax=axes[1], title="mine"),
        "flow": lambda: plot.flow(town, ax=axes[1], title="mine"),
        "queue": lambda: plot.queue(town, ax=axes[1], title="mine"),
    }
    assert drawn[name]() is axes[1]
    assert axes[1].get_title(loc="left") == "mine"
    assert len(plt.get_fignums()) == 1


def test_the_pyramid_narrows_and_its_levels_are_those_of_the_result(town: linli.Result) -> None:
    levels = plot.pyramid_table(town)
    assert levels["cases"].is_monotonic_decreasing
    assert levels.loc["grievances", "cases"] == town.daily["grievances"].sum()
    assert levels.loc["claims", "cases"] == town.daily["claims"].sum()
    assert levels.loc["court", "cases"] <= town.daily["entered"].sel(stage="court").sum()
    assert levels["share"].iloc[1] == levels["cases"].iloc[1] / levels["cases"].iloc[0]


def test_the_pyramids_of_the_towns_add_up_to_the_citys(city: linli.Result) -> None:
    parts = [plot.pyramid_table(city, towns=[town])["cases"] for town in city.towns["name"]]
    assert sum(parts).tolist() == plot.pyramid_table(city)["cases"].tolist()


@pytest.mark.parametrize("place", ["town", "city"])
def test_as_many_cases_leave_a_door_as_enter_it(place: str, request: pytest.FixtureRequest) -> None:
    result = request.getfixturevalue(place)
    flows = plot.flow_table(result)
    entering, leaving = (flows.groupby(end)["cases"].sum() for end in ("target", "source"))
    for stage in leaving.index:
        begun = len(result.disputes) if stage == "bilateral" else 0
        assert leaving[stage] == entering.get(stage, 0) + begun, stage


def test_flows_end_as_the_disputes_did(town: linli.Result) -> None:
    flows = plot.flow_table(town)
    ends = flows[flows["target"].isin(plot.OUTCOMES)]
    at_court = ends[(ends["source"] == "court") & (ends["target"] == "settled")]["cases"].sum()
    assert at_court == town.daily["settled"].sel(stage="court").sum()
    assert ends[ends["target"] == "judged"]["cases"].sum() == town.daily["judged"].sum()
    assert ends["cases"].sum() == len(town.disputes)
    assert set(flows["target"]) <= {*plot.STAGES, *plot.OUTCOMES}


def test_bands_of_the_flow_fill_their_nodes_exactly(city: linli.Result) -> None:
    ax = plot.flow(city)
    bands = [patch for patch in ax.patches if patch.get_alpha() is not None]
    nodes = [patch for patch in ax.patches if patch.get_alpha() is None]
    widths = sum(float(np.ptp(band.get_path().vertices[[0, -2], 1])) for band in bands)
    assert widths == plot.flow_table(city)["cases"].sum()
    assert len(nodes) == len(set(plot.flow_table(city)[["source", "target"]].to_numpy().ravel()))


def test_the_map_has_every_town_and_grid(city: linli.Result) -> None:
    areas = plot.town_areas(city.grids)
    assert set(areas.towns) == set(city.towns["name"])
    assert len(areas.cells) == len(city.grids)
    ax = plot.town_map(city, "claims")
    drawn = next(artist for artist in ax.collections if isinstance(artist, PolyCollection))
    assert len(drawn.get_paths()) == len(city.grids)
    names = [text.get_text().replace("\n", " ") for text in ax.texts if text.get_gid() != "selection"]
    assert sorted(names) == sorted(city.towns["name"])


def test_a_towns_schematic_area_is_about_its_true_area(city: linli.Result) -> None:
    areas = plot.town_areas(city.grids)
    square_km = pd.Series(
        [_area(cell) * 111.2**2 * np.cos(np.radians(cell[:, 1].mean())) for cell in areas.cells],
        index=areas.towns,
    )
    ratio = square_km.groupby(level=0).sum() / city.towns.set_index("name")["area_km2"]
    assert ratio.median() == pytest.approx(1.0, abs=0.25)
    assert ratio.between(0.5, 2.0).mean() > 0.85


def _area(cell: np.ndarray) -> float:
    x, y = cell.T
    return 0.5 * abs(float(x @ np.roll(y, 1) - y @ np.roll(x, 1)))


def test_names_on_the_map_do_not_overlap(city: linli.Result) -> None:
    for language in ("en", "zh"):
        linli.use_language(language)
        ax = plot.town_map(city, "claims")
        ax.figure.canvas.draw()
        boxes = [text.get_window_extent() for text in ax.texts]
        crossing = [(i, j) for j in range(len(boxes)) for i in range(j) if boxes[i].overlaps(boxes[j])]
        assert crossing == []


def test_rates_on_the_map_are_per_residents_and_year(city: linli.Result) -> None:
    rates = plot.town_map_table(city, "claims")["value"]
    claims = city.daily["claims"].sel(town="Humen").sum()
    resident_years = city.daily["residents"].sel(town="Humen").sum() / 365
    assert rates["Humen"] == pytest.approx(float(claims / resident_years) * 10_000, rel=1e-6)


def test_weeks_sum_counts_and_average_stocks(town: linli.Result) -> None:
    claims = plot.series_table(town, "claims")["value"]
    waiting = plot.series_table(town, "waiting")["value"]
    assert len(claims) == 730 // 7
    assert claims.iloc[3] == town.daily["claims"].isel(day=slice(21, 28)).sum()
    expected = town.daily["waiting"].isel(day=slice(21, 28)).sum(["town", "stage"]).mean()
    assert waiting.iloc[3] == pytest.approx(float(expected))


def test_months_are_those_of_the_calendar_and_complete(city: linli.Result) -> None:
    months = plot.series_table(city, "claims", every="month").set_index("time")["value"]
    assert list(months.index) == list(pd.date_range("2021-01-01", "2022-01-01", freq="MS"))
    assert months["2021-02-01"] == city.daily["claims"].sel(day="2021-02").sum()


def test_lines_of_towns_and_kinds_add_up_to_the_whole(city: linli.Result) -> None:
    whole = plot.series_table(city, "grid_claims").set_index("time")["value"]
    for indicator, by in (("claims", "town"), ("claims", "kind"), ("grid_claims", "town")):
        parts = plot.series_table(city, indicator, by=by).groupby("time")["value"].sum()
        assert parts.tolist() == whole.tolist()


def test_towns_may_be_named_in_chinese(city: linli.Result) -> None:
    chinese, english = (plot.series_table(city, "claims", towns=[name]) for name in ("虎门镇", "Humen"))
    pd.testing.assert_frame_equal(chinese, english)


def test_trust_is_a_mean_and_is_not_added_up(city: linli.Result) -> None:
    trust = plot.series_table(city, "trust", kinds=["migrant"])["value"]
    means = city.weekly["trust"].sel(group="migrant").isel(week=0)
    people = city.daily["residents_by_group"].sel(group="migrant").isel(day=6)
    known = means.notnull()
    assert trust.iloc[0] == pytest.approx(float((means * people).sum() / people.where(known).sum()))


def test_several_seeds_are_a_line_with_a_band_or_a_line_each(town: linli.Result, other_town: linli.Result) -> None:
    ax = plot.series([town, other_town], "claims")
    means = plot.series_table([town, other_town], "claims").groupby("time")["value"].mean()
    assert (len(ax.lines), len(ax.collections)) == (1, 1)
    assert ax.lines[0].get_ydata() == pytest.approx(means.to_numpy())
    ax = plot.series({"both": [town, other_town], "one": town}, "claims", band=None)
    assert len(ax.lines) == 3
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["both, seed 1", "both, seed 2", "one"]
    assert len({(line.get_color(), line.get_linestyle()) for line in ax.lines}) == 3


def test_the_queue_is_what_waits_for_mediators(town: linli.Result) -> None:
    weeks = plot.queue_table(town)
    doors = ["community", "sector", "town_centre", "police_desk"]
    first = town.daily.isel(day=slice(0, 7)).sel(stage=doors)
    assert weeks["waiting"].iloc[0] == pytest.approx(float(first["waiting"].sum() / 7))
    hours = float(first["meeting_hours"].sum())
    assert weeks["load"].iloc[0] == pytest.approx(hours / float(first["mediators"].sum("town").mean()))


def test_colours_of_stages_and_lines_are_distinct(town: linli.Result) -> None:
    colours = {to_hex(patch.get_facecolor()) for patch in plot.flow(town).patches if patch.get_alpha()}
    assert len(colours) == len(plot.STAGES)
    looks = [(line.get_color(), line.get_linestyle()) for line in plot.series(town, "claims", by="kind").lines]
    assert len(set(looks)) == town.daily.sizes["dispute_type"]


def test_any_two_colours_differ_by_a_fifth_of_the_range_of_a_channel() -> None:
    for colours in (plot.PALETTE, tuple(COLOURS[stage] for stage in plot.STAGES)):
        pairs = combinations(map(to_rgb, colours), 2)
        assert min(float(np.linalg.norm(np.subtract(one, other))) for one, other in pairs) > 0.2


@pytest.mark.parametrize(
    ("draw", "where", "named"),
    [
        (lambda result: plot.series(result, "claim"), "indicator", "claims"),
        (lambda result: plot.series(result, "claims", kinds=["noise"]), "kinds", "neighbour"),
        (lambda result: plot.series(result, "claims", towns=["Atlantis"]), "towns", "Sample Town"),
        (lambda result: plot.series(result, "claims_by_group"), "kinds", "migrant"),
        (lambda result: plot.series(result, "losses", by="kind"), "kinds", "losses"),
        (lambda result: plot.series(result, "trust", kinds=["men"], every="day"), "every", "week"),
        (lambda result: plot.series({"a": result}, "claims", by="kind"), "by", "labels"),
        (lambda result: plot.series([], "claims"), "results", "at least one"),
        (lambda result: plot.series(result, "spending", by="kind"), "by", "21"),
        (lambda result: plot.town_map(result, "claims", points="claims"), "points", "grid_claims"),
        (lambda result: plot.pyramid(result, towns=["Atlantis"]), "towns", "Sample Town"),
        (lambda result: plot.queue(result, ax=plt.figure().add_axes((0, 0, 1, 1))), "ax", "subplots"),
    ],
)
def test_a_wrong_name_is_refused_with_what_is_allowed(
    draw: Drawing, where: str, named: str, town: linli.Result
) -> None:
    with pytest.raises(linli.InputError) as caught:
        draw(town)
    assert caught.value.where == where
    assert named in str(caught.value)


def test_runs_of_different_scenarios_are_no_seeds_of_one_line(town: linli.Result, city: linli.Result) -> None:
    with pytest.raises(linli.InputError, match="different scenarios"):
        plot.series([town, city], "claims")
    assert len(plot.series({"town": town, "city": city}, "claims").lines) == 2


def test_chinese_without_a_chinese_font_says_what_to_install(
    town: linli.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_style, "_chinese_font", lambda: None)
    linli.use_language("zh")
    with pytest.raises(linli.InputError, match="fonts-wqy-microhei"):
        plot.pyramid(town)
    linli.use_language("en")
    plot.pyramid(town)
