"""Comparisons: what is said about known differences, what is run, what is kept."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
import pytest
import xarray as xr
from scipy import stats

import linli
from linli.comparison import Comparison, compare
from linli.comparison import paired_runs as _paired_runs
from linli.comparison.effects_plot import LOOKS, UNRESOLVED
from linli.figures_of_merit import FIGURES, PAGE, PICTURED

SCENARIOS = Path(__file__).parents[2] / "scenarios" / "town"
SEEDS = 8


def extended(folder: Path, lines: str, name: str = "policy") -> Path:
    """Write a scenario on top of the sample town's reference."""
    file = folder / f"{name}.toml"
    file.write_text(f'extends = "{SCENARIOS / "reference.toml"}"\n{lines}')
    return file


def doubled(folder: Path, start: str = "2021-01-02") -> Path:
    """Write a scenario with twice as many full-time mediators from a day on."""
    return extended(folder, f'[[measures]]\nlever = "mediation.full_time"\nscale = 2\nfrom = {start}\n')


def constructed() -> Comparison:
    """Three scenarios: the base, one that halves serious harm and costs more, one that changes nothing."""
    random = np.random.default_rng(7)
    shape = (3, SEEDS, 2, 2)
    luck = 10.0 + random.standard_normal((1, SEEDS, 2, 2)) * np.ones(shape)
    runs = xr.Dataset({key: (("scenario", "seed", "year", "town"), luck.copy()) for key in FIGURES})
    runs["harm.serious"][1] = runs["harm.serious"][0] * 0.5
    runs["spending.all"][1] += 3.0
    runs["crime.true"][1] += random.standard_normal((SEEDS, 2, 2))
    runs["trust.migrant"][:, 2:] = np.nan
    runs["equity.trust_gap"][:] = np.nan
    runs.attrs.update(
        start="2021-01-01", since="2021-01-01", end="2021-12-31", days="", population_scale=1.0, version="0", commit="0"
    )
    return Comparison(
        runs.assign_coords(
            scenario=["reference", "half", "same"],
            seed=np.arange(1, SEEDS + 1),
            year=["all", "2021"],
            town=["all", "Humen"],
            town_zh=("town", ["全市", "虎门镇"]),
            days=("year", [365.0, 365.0]),
            title=("scenario", ["Reference", "Half", "Same"]),
            title_zh=("scenario", ["基准", "减半", "相同"]),
            scenario_hash=("scenario", ["a", "b", "a"]),
            state_hash=(("scenario", "seed"), np.full((3, SEEDS), "0")),
        )
    )


@pytest.fixture(autouse=True)
def in_english():
    linli.use_language("en")
    yield
    linli.use_language(None)


def test_an_effect_is_the_textbook_interval_of_paired_differences():
    runs = constructed()
    effect = runs.effect("crime.true", "half", year=2021, town="Humen")
    values = runs.runs["crime.true"].sel(year="2021", town="Humen")
    interval = stats.ttest_rel(values[1].values, values[0].values).confidence_interval(0.95)
    assert (effect.low, effect.high) == pytest.approx((interval.low, interval.high), rel=1e-9)
    assert (effect.year, effect.town, effect.seeds) == ("2021", "Humen", SEEDS)


def test_less_harm_is_better_and_more_spending_a_matter_of_view():
    harm = constructed().effect("harm.serious", "half")
    assert (harm.resolved, harm.sign, harm.improves) == (True, -1, True)
    assert harm.relative == pytest.approx(-0.5)
    assert harm.verdict.en == "less: better"
    spending = constructed().effect("spending.all", "half")
    assert (spending.resolved, spending.improves, spending.seeds_needed) == (True, None, 2)
    assert spending.mean == pytest.approx(3.0)


def test_what_is_not_resolved_is_said_plainly_in_both_languages():
    effect = constructed().effect("crime.true", "half")
    assert not effect.resolved
    assert effect.improves is None
    assert effect.verdict.en == f"not resolved with 8 seeds; about {effect.seeds_needed} needed"
    assert effect.verdict.zh.startswith("8个种子未能判明")


def test_the_same_scenario_makes_no_difference():
    effect = constructed().effect("harm.serious", "same")
    assert (effect.mean, effect.low, effect.high, effect.resolved) == (0.0, 0.0, 0.0, False)
    assert effect.verdict.zh == "各次运行结果相同"


def test_seeds_without_value_are_said():
    runs = constructed()
    some = runs.effect("trust.migrant", "same")
    assert (some.seeds, some.seeds_without_value) == (2, SEEDS - 2)
    assert some.verdict.en == "the same in every run; no value in 6 seeds"
    assert runs.effect("equity.trust_gap", "same").verdict.en == "no value: nobody to count in any run"


def test_one_seed_resolves_nothing():
    runs = constructed()
    effect = Comparison(runs.runs.isel(seed=[0])).effect("harm.serious", "half")
    assert not effect.resolved
    assert effect.verdict.en == "not resolved: one seed gives no interval"


def test_the_table_has_the_figures_of_the_page_for_every_other_scenario():
    table = constructed().table()
    assert list(table.index) == [(label, key) for label in ("half", "same") for key in PAGE]
    assert bool(table.loc[("half", "harm.serious"), "improves"])
    assert pd.isna(table.loc[("half", "crime.true"), "improves"])


def test_the_table_has_the_figures_asked_for():
    runs = constructed()
    assert list(runs.table(figures="all").loc["half"].index) == list(FIGURES)
    assert list(runs.table(figures=["crime.true", "harm.deaths"]).loc["half"].index) == ["crime.true", "harm.deaths"]
    with pytest.raises(linli.InputError, match=r"crime\.true"):
        runs.table(figures=["crime.ture"])


def test_correcting_for_many_figures_resolves_no_more_than_before():
    runs = constructed()
    plain, corrected = runs.table(), runs.table(adjust="bh")
    known = plain["p"].notna()
    assert (corrected.loc[known, "p"] >= plain.loc[known, "p"] - 1e-15).all()
    assert corrected.loc[("half", "harm.serious"), "resolved"]


@pytest.mark.parametrize(
    ("where", "arguments"),
    [
        ("figure", {"figure": "harm"}),
        ("scenario", {"scenario": "other"}),
        ("scenario", {"scenario": None}),
        ("year", {"year": 2020}),
        ("town", {"town": "Chang'an"}),
        ("confidence", {"confidence": 95}),
    ],
)
def test_what_there_is_not_is_refused(where: str, arguments: dict[str, object]):
    with pytest.raises(linli.InputError) as refused:
        constructed().effect(**({"figure": "harm.serious", "scenario": "half"} | arguments))
    assert refused.value.where == where


def test_differences_come_with_their_statistics_as_arrays():
    found = constructed().to_xarray()
    assert found["difference"].dims == ("figure", "scenario", "seed", "year", "town")
    mean = found["difference"].mean("seed")
    xr.testing.assert_allclose(found["mean"], mean.rename("mean"))


def test_the_figure_names_what_it_cannot_draw():
    drawn = constructed().plot(["harm.serious", "equity.trust_gap"])
    assert len(drawn.axes) == 1
    assert drawn.axes[0].get_title(loc="left").startswith(FIGURES["harm.serious"].name.en)
    assert FIGURES["equity.trust_gap"].name.en in drawn.get_supxlabel()


def test_the_picture_of_effects_shows_eight_figures_chosen_beforehand_on_one_page():
    drawn = constructed().plot()
    drawn.canvas.draw()
    assert len(drawn.axes) == len(PICTURED) <= 8
    assert drawn.get_figwidth() <= 11.0
    assert drawn.get_figheight() <= 8.3
    texts = [text for text in drawn.findobj(matplotlib.text.Text) if text.get_text().strip()]
    assert min(text.get_fontsize() for text in texts) >= 8.0


def test_every_row_of_the_picture_has_its_unit_and_zero_on_a_straight_scale():
    for key, panel in zip(PICTURED, constructed().plot().axes, strict=True):
        low, high = panel.get_xlim()
        assert low < 0.0 < high
        assert panel.get_xscale() == "linear"
        assert panel.get_xlabel() == FIGURES[key].unit.en


def test_better_worse_changed_and_unresolved_have_markers_of_their_own():
    (panel,) = constructed().plot(["harm.serious"]).axes
    markers = {line.get_marker() for line in panel.lines if line.get_marker() != "None"}
    assert markers == {"P", "o"}
    assert len({look[1] for look in (*LOOKS.values(), UNRESOLVED)}) == 4


def test_the_picture_of_effects_says_what_it_is_about(tmp_path: Path):
    drawn = constructed().plot(["harm.serious"], year=2021, town="Humen")
    heading, caption = drawn.get_suptitle(), drawn.get_supxlabel().replace("\n", " ")
    assert "against" in heading
    for said in ("Humen", "2021-01-01 to 2021-12-31", "seeds 1–8"):
        assert said in heading
    for said in ("Simulated", "seeds 1–8", "not findings about places"):
        assert said in caption
    drawn.savefig(tmp_path / "effects.svg")
    assert "Simulated, not observed" in (tmp_path / "effects.svg").read_text()


def test_a_comparison_is_the_same_after_saving_and_loading(tmp_path: Path):
    runs = constructed()
    folder = runs.save(tmp_path / "out")
    assert sorted(path.name for path in folder.iterdir()) == [
        "comparison.nc",
        "effects.csv",
        "effects.png",
        "provenance.json",
        "table.csv",
    ]
    xr.testing.assert_identical(Comparison.load(folder).runs, runs.runs)
    assert len(pd.read_csv(folder / "effects.csv")) == len(FIGURES) * 2 * 2 * 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_saving_replaces_an_earlier_comparison_only_when_told(tmp_path: Path):
    folder = constructed().save(tmp_path / "out")
    with pytest.raises(linli.InputError, match="exists already"):
        constructed().save(folder)
    assert constructed().save(folder, force=True) == folder


def test_saving_never_replaces_anything_else(tmp_path: Path):
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(linli.InputError):
        constructed().save(tmp_path, force=True)
    assert (tmp_path / "thesis.tex").read_text() == "mine"


def test_a_comparison_is_never_saved_over_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(linli.InputError, match="the folder you are in"):
        constructed().save(".")


def test_a_picture_that_cannot_be_drawn_loses_no_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise OSError("no font")

    monkeypatch.setattr(Comparison, "plot", fail)
    with pytest.raises(OSError, match="no font"):
        constructed().save(tmp_path / "out")
    assert Comparison.load(tmp_path / "out").seeds == list(range(1, SEEDS + 1))


def test_an_earlier_comparison_outlives_one_that_cannot_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = constructed().save(tmp_path / "out")
    rename = os.replace

    def refuse(old: Path, new: Path) -> None:
        if Path(old).name == "new":
            raise OSError("busy")
        rename(old, new)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="busy"):
        constructed().save(folder, force=True)
    assert Comparison.load(folder).seeds == list(range(1, SEEDS + 1))


def test_loading_a_folder_without_comparison_is_refused(tmp_path: Path):
    with pytest.raises(linli.InputError):
        Comparison.load(tmp_path)


def test_a_damaged_comparison_is_named(tmp_path: Path):
    (tmp_path / "comparison.nc").write_text("no data")
    with pytest.raises(linli.InputError, match="is damaged"):
        Comparison.load(tmp_path)


def test_the_page_shows_titles_and_verdicts_in_the_language_in_use():
    linli.use_language("zh")
    page = constructed()._repr_html_()
    assert "基准 / 减半 / 相同" in page
    assert "各次运行结果相同" in page


def test_a_null_policy_changes_nothing_and_leaves_no_files(tmp_path: Path):
    base = SCENARIOS / "reference.toml"
    null = extended(tmp_path, '[[measures]]\nlever = "mediation.full_time"\nscale = 1\nfrom = 2021-01-11\n')
    runs = compare(base, null, seeds=2, days=20, keep=tmp_path / "kept", progress=False)
    assert runs.others == ["policy"]
    assert set(runs.table()["difference"].dropna()) == {0.0}
    assert len(set(runs.runs["state_hash"].values[0])) == 2
    assert len(list((tmp_path / "kept").glob("*.h5"))) == 4
    with pytest.raises(linli.InputError, match="exists already"):
        compare(base, null, seeds=2, days=20, keep=tmp_path / "kept", progress=False)
    compare(base, null, seeds=1, days=20, keep=tmp_path / "kept", progress=False, force=True)


def test_days_before_scenarios_part_do_not_count(tmp_path: Path):
    base = SCENARIOS / "reference.toml"
    policy = doubled(tmp_path, "2021-01-11")
    runs = compare(base, policy, seeds=[3], days=30, progress=False)
    assert (str(runs.since), str(runs.end)) == ("2021-01-11", "2021-01-30")
    opened = runs.runs["disputes.opened"].sel(scenario="reference", seed=3, year="all", town="all")
    with linli.run(base, 3, days=30, progress=False) as result:
        assert float(opened) == float(result.daily["claims"].isel(day=slice(10, None)).sum())
    assert compare(base, policy, seeds=1, days=30, progress=False, since="2021-01-01").since.day == 1


def test_scenarios_that_do_not_differ_within_the_run_are_refused(tmp_path: Path):
    base = SCENARIOS / "reference.toml"
    for same in (base, extended(tmp_path, 'title = { en = "Renamed", zh = "改名" }\n')):
        with pytest.raises(linli.InputError, match="differs from reference in nothing"):
            compare(base, same, seeds=100_000, progress=False)
    with pytest.raises(linli.InputError, match="in nothing that happens by 2021-01-30"):
        compare(base, doubled(tmp_path, "2022-01-01"), seeds=100_000, days=30, progress=False)


def fail_for_seed_two(task: _paired_runs.Task) -> xr.Dataset:
    if task.seed == 2:
        raise OSError("disk full")
    return _paired_runs.simulate(task)


def test_a_run_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(_paired_runs, "simulate", fail_for_seed_two)
    base = SCENARIOS / "reference.toml"
    with pytest.raises(RuntimeError, match=r"^(reference|policy), seed 2: disk full"):
        compare(base, doubled(tmp_path), seeds=[2, 3], days=5, progress=False)


@pytest.mark.parametrize("seeds", [0, [], [1, 1]])
def test_seeds_must_be_some_and_different(seeds: int | list[int]):
    base = SCENARIOS / "reference.toml"
    with pytest.raises(linli.InputError, match="seeds"):
        compare(base, base, seeds=seeds)


def test_a_comparison_needs_something_to_compare_with():
    with pytest.raises(linli.InputError, match="others"):
        compare(SCENARIOS / "reference.toml")


def test_scenarios_with_other_days_cannot_be_compared(tmp_path: Path):
    measure = '[[measures]]\nlever = "mediation.full_time"\nscale = 2\n'
    shorter = extended(tmp_path, f"end = 2021-01-10\n{measure}", "shorter")
    longer = extended(tmp_path, "end = 2021-01-20\n", "longer")
    with pytest.raises(linli.InputError, match="shorter: has other days than longer"):
        compare(longer, shorter, seeds=100_000, progress=False)
    assert compare(longer, shorter, seeds=1, days=3, progress=False).others == ["shorter"]


def test_scenarios_with_other_towns_cannot_be_compared():
    city = SCENARIOS.parent / "dongguan" / "reference.toml"
    with pytest.raises(linli.InputError, match="reference-2: has other towns than reference"):
        compare(SCENARIOS / "reference.toml", city, seeds=100_000, days=100, progress=False)


@pytest.mark.parametrize(
    ("where", "options"),
    [
        ("days", {"days": 0}),
        ("days", {"days": 731}),
        ("jobs", {"jobs": -1}),
        ("population_scale", {"population_scale": 0.0}),
        ("seeds", {"seeds": [-1]}),
        ("labels", {"labels": ["one"]}),
        ("labels", {"labels": ["same", "same"]}),
        ("labels", {"labels": ["a", "b/c"]}),
        ("date", {"since": "2031-01-01"}),
        ("since", {"since": "2021-02-30"}),
    ],
)
def test_options_out_of_range_are_named_without_a_run(where: str, options: dict[str, object], tmp_path: Path):
    base = SCENARIOS / "reference.toml"
    with pytest.raises(linli.InputError) as refused:
        compare(base, doubled(tmp_path), **({"seeds": 1, "progress": False} | options))
    assert refused.value.where == where


def test_every_scenario_has_a_label_of_its_own():
    assert _paired_runs.labels_of(["a/x.toml", "b/x.toml", "x-2.toml"]) == ["x", "x-2", "x-2-2"]
    nameless = linli.Scenario.load(SCENARIOS / "reference.toml").titled("?!", "？！")
    assert _paired_runs.labels_of([nameless, nameless]) == ["scenario", "scenario-2"]


def test_towns_go_by_their_chinese_names_too():
    runs = constructed()
    assert runs.effect("harm.serious", "half", town="虎门镇") == runs.effect("harm.serious", "half", town="Humen")


def test_a_resolved_trifle_is_called_one():
    effect = constructed().effect("spending.all", "half")
    trifle = dataclasses.replace(effect, low=1e-9, high=2e-9, mean=1.5e-9)
    assert trifle.resolved
    assert trifle.verdict.en == "less than a millionth of the base"


def is_gone_within(seconds: float, group: int) -> bool:
    """Whether a process group vanishes; the system may take a while to bury the dead."""
    for _ in range(int(10 * seconds)):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_an_interrupt_stops_everything_within_seconds_and_leaves_no_workers(tmp_path: Path):
    script = tmp_path / "long.py"
    base, policy = SCENARIOS / "reference.toml", SCENARIOS / "mediators-double.toml"
    script.write_text(
        "import linli.comparison, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        'if __name__ == "__main__":\n'
        f"    linli.comparison.compare({str(base)!r}, {str(policy)!r}, seeds=500, jobs=2, progress=False)\n"
    )
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "TMPDIR": str(tmp_path)}
    run = subprocess.Popen(
        [sys.executable, script], env=os.environ | paths, start_new_session=True, stderr=subprocess.DEVNULL
    )
    time.sleep(8.0)
    assert run.poll() is None
    os.killpg(run.pid, signal.SIGINT)
    started = time.monotonic()
    run.wait(timeout=10.0)
    assert time.monotonic() - started < 3.0
    assert is_gone_within(5.0, run.pid)
    assert list(tmp_path.iterdir()) == [script]
