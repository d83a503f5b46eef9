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
from linli.plot._town_values import TownValues, between_seeds, differ

SCENARIOS = Path(__file__).parents[2] / "scenarios"
DONGGUAN, TOWN = (SCENARIOS / world / "reference.toml" for world in ("dongguan", "town"))

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


def test_a_towns_schematic_area_is_about_its_true_area(tmp_path: Path) -> None:
    reference = SCENARIOS / "dongguan" / "reference.toml"
    city = linli.run(reference, output=tmp_path / "city.h5", days=1, population_scale=0.05, progress=False)
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


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[linli.Result]]:
    """Give sixty days of a fiftieth of Dongguan, three times with other luck."""
    folder = tmp_path_factory.mktemp("seeds")
    options: Any = {"days": 60, "population_scale": 0.02, "progress": False}
    runs = [linli.run(DONGGUAN, seed=seed, output=folder / f"{seed}.h5", **options) for seed in (1, 2, 3)]
    yield runs
    for run in runs:
        run.close()


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[linli.Result]:
    """Give two years of the sample town with four times the mediators, and the luck of the first seed."""
    more = linli.Measure("mediation.full_time", scale=4.0, start="2021-02-01")
    scenario = linli.Scenario.load(TOWN).extend(more).titled("Many mediators", "大量调解员")
    output = tmp_path_factory.mktemp("policy") / "p.h5"
    with linli.run(scenario, seed=1, output=output, progress=False) as run:
        yield run


def selection(ax: Axes) -> str:
    return next(text.get_text().replace("\n", " ") for text in ax.texts if text.get_gid() == "selection")


def below(ax: Axes) -> str:
    return ax.get_figure(root=True).get_supxlabel().replace("\n", " ")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_says_what_it_shows_and_that_it_is_simulated(name: str, language: Any, town: linli.Result) -> None:
    linli.use_language(language)
    made, ax = town.provenance, FIGURES[name](town)
    place = town.towns["name_zh" if language == "zh" else "name"].iloc[0]
    for said in (place, "2021-01-01", "2022-12-31"):
        assert said in selection(ax)
    simulated, seed = ("模拟", "种子1") if language == "zh" else ("Simulated", "seed 1")
    for said in (simulated, str(made.title), seed, "2021-01-01", "2022-12-31", made.version, made.commit[:8]):
        assert said in below(ax)
    assert town.path.name not in below(ax)


def test_axes_of_others_get_no_caption_but_what_was_selected(town: linli.Result) -> None:
    _, axes = plt.subplots()
    plot.series(town, "claims", kinds=["family"], ax=axes)
    assert "family" in selection(axes)
    assert below(axes) == ""


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_what_a_figure_says_goes_with_its_file(kind: str, town: linli.Result, tmp_path: Path) -> None:
    file = tmp_path / f"p.{kind}"
    plot.pyramid(town).figure.savefig(file)
    written = file.read_bytes().replace(b"\0", b"")  # two bytes a letter in PDF
    assert b"Simulated, not observed" in written
    assert b"Dispute pyramid" in written


def test_kinds_and_towns_that_were_selected_are_in_the_title(city: linli.Result) -> None:
    assert (
        plot.town_map(city, "offences", kinds=["theft"]).get_title(loc="left")
        == "offences committed: theft and burglary"
    )
    assert plot.pyramid(city, towns=["虎门镇"]).get_title(loc="left") == "Dispute pyramid (Humen)"
    ax = plot.series(city, "claims", towns=["Humen", "Qishi"], kinds=["family"], every="month")
    assert ax.get_title(loc="left").endswith(": family (Humen, Qishi)")
    assert selection(ax) == "Humen, Qishi; family; 2021-01-01 to 2022-02-04; by month"


def test_where_towns_differ_it_is_said_that_this_is_assumed(city: linli.Result) -> None:
    for ax in (plot.town_map(city), plot.series(city, by="town", towns=["Humen"]), plot.flow(city, towns=["Humen"])):
        assert "not findings about places" in below(ax)
    assert "not findings about places" not in below(plot.flow(city))


def test_towns_that_are_alike_are_told_apart_in_at_most_one_map_of_twenty() -> None:
    random = np.random.default_rng(1)
    residents = pd.Series(random.uniform(1e3, 2e4, 20))
    found = 0
    for _ in range(200):
        values = [pd.Series(5.0 + random.standard_normal(20) / np.sqrt(residents)) for _ in range(3)]
        parts = [TownValues(value, value * 0.0, residents) for value in values]
        table = pd.DataFrame({"value": sum(values) / 3, "noise": between_seeds(parts, rates=True)})
        found += differ(table, seeds=3)
    assert found <= 22  # of 200, ten are allowed; 23 or more would come once in some thousand tests


def test_one_case_in_one_seed_is_luck_where_nothing_happens_elsewhere() -> None:
    residents = pd.Series(np.full(20, 1e4))
    values = [pd.Series(np.zeros(20)) for _ in range(3)]
    values[1].iloc[4] = -1.0
    parts = [TownValues(value, value * 0.0, residents) for value in values]
    table = pd.DataFrame({"value": sum(values) / 3, "noise": between_seeds(parts, rates=True)})
    assert not differ(table, seeds=3)


def test_towns_that_differ_by_more_than_chance_are_told_apart() -> None:
    table = pd.DataFrame({"value": [1.0, 1.0, 2.0], "noise": [0.1, 0.1, 0.1]})
    assert differ(table, seeds=5)
    assert not differ(table.assign(noise=1.0), seeds=5)


def faces(ax: Axes) -> set[str]:
    drawn = next(artist for artist in ax.collections if isinstance(artist, PolyCollection))
    return {to_hex(colour) for colour in drawn.get_facecolor()}


def test_a_spread_between_towns_below_the_noise_has_one_colour(seeds: list[linli.Result]) -> None:
    alike = plot.town_map(seeds, "trust", kinds=["migrant"])
    assert len(faces(alike)) == 1
    assert "no more than chance" in alike.figure.axes[-1].get_ylabel()
    assert "Noise between seeds" in below(alike)
    assert "seeds 1–3" in below(alike)
    assert len(faces(plot.town_map(seeds, "grievances", per=None))) > 10


def test_one_seed_is_said_to_show_luck_and_means_keep_a_least_range(seeds: list[linli.Result]) -> None:
    ax = plot.town_map(seeds[0], "trust", kinds=["migrant"])
    low, high = ax.figure.axes[-1].get_ylim()
    assert high - low == pytest.approx(0.05)
    assert "luck" in below(ax)
    assert plot.town_map_table(seeds[0], "trust", kinds=["migrant"])["noise"].isna().all()


def test_a_map_of_several_seeds_shows_their_mean(seeds: list[linli.Result]) -> None:
    each = [plot.town_map_table(seed, "claims")["value"] for seed in seeds]
    assert plot.town_map_table(seeds, "claims")["value"].to_numpy() == pytest.approx(sum(each).to_numpy() / 3)


def test_a_difference_is_of_the_same_luck_and_centred_at_zero(town: linli.Result, policy: linli.Result) -> None:
    with_policy, without = (plot.series_table(run, "waiting")["value"] for run in (policy, town))
    found = plot.series_table(policy, "waiting", base=town)["value"]
    assert found.to_numpy() == pytest.approx((with_policy - without).to_numpy())
    ax = plot.series(policy, "waiting", base=town)
    assert ax.get_ylim()[0] == -ax.get_ylim()[1]
    assert ax.get_title(loc="left").startswith("Difference in")
    assert "“Many mediators” less “Sample town, reference”" in selection(ax)
    table = plot.town_map_table(policy, "waiting", base=town)
    assert table["value"].iloc[0] < 0.0
    colours = plot.town_map(policy, "waiting", base=town).figure.axes[-1].get_ylim()
    assert colours[0] == -colours[1]


def test_a_difference_of_nothing_is_said_to_be_none(town: linli.Result) -> None:
    assert "do not differ in any town" in below(plot.town_map(town, base=town))


@pytest.mark.parametrize("draw", [plot.series, plot.town_map])
def test_a_difference_needs_the_same_seed_towns_and_days(
    draw: Any, town: linli.Result, other_town: linli.Result, city: linli.Result, seeds: list[linli.Result]
) -> None:
    for run, base, complaint in (
        (town, other_town, "no seed 1"),
        (town, city, "other towns"),
        (city, seeds[0], "other days"),
    ):
        with pytest.raises(linli.InputError, match=complaint) as caught:
            draw(run, base=base)
        assert caught.value.where == "base"


def test_one_run_is_not_two_seeds(town: linli.Result) -> None:
    with linli.open(town.path) as again, pytest.raises(linli.InputError, match="same scenario and seed"):
        plot.series([town, again], "claims")


def test_flow_and_pyramid_say_how_many_cases_they_count_differently(town: linli.Result) -> None:
    flows, levels = plot.flow_table(town), plot.pyramid_table(town)
    begun = int(flows.loc[flows["source"] == "bilateral", "cases"].sum())
    reopened = begun - int(levels.loc["claims", "cases"])
    assert f"{begun:,} were opened; {reopened:,} of them reopened" in below(plot.flow(town))
    assert f"({reopened:,} were)" in below(plot.pyramid(town))


def test_no_band_of_the_flow_runs_back_to_the_parties(town: linli.Result) -> None:
    flows = plot.flow_table(town)
    assert "bilateral" not in set(flows["target"])
    assert flows.loc[flows["target"] == "returned", "cases"].sum() > 0


def test_chinese_without_a_chinese_font_says_what_to_install(
    town: linli.Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_style, "_chinese_font", lambda: None)
    linli.use_language("zh")
    with pytest.raises(linli.InputError, match="fonts-wqy-microhei"):
        plot.pyramid(town)
    linli.use_language("en")
    plot.pyramid(town)
