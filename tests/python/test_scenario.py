"""Scenarios written, combined and saved in Python."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pandas as pd
import pytest

import linli

TOWN = Path(__file__).parents[2] / "scenarios" / "town"
BROKEN = Path(__file__).parents[1] / "data" / "broken"


@pytest.fixture
def reference() -> linli.Scenario:
    return linli.Scenario.load(TOWN / "reference.toml")


def test_an_overlay_written_in_python_equals_the_same_overlay_in_a_file(reference: linli.Scenario) -> None:
    in_file = linli.Scenario.load(TOWN / "mediators-double.toml")
    in_python = reference.extend(
        linli.Measure("mediation.full_time", scale=2.0, start="2022-01-01", ramp="90 days")
    ).titled(**in_file.title)
    assert in_python.hash == in_file.hash
    assert in_python.diff(in_file).empty


def test_a_scenario_from_a_dictionary_is_the_one_the_dictionary_came_from(reference: linli.Scenario) -> None:
    assert linli.Scenario.from_dict(reference.to_dict(), folder=TOWN) == reference


def test_a_saved_scenario_finds_its_data_from_another_folder(reference: linli.Scenario, tmp_path: Path) -> None:
    saved = reference.with_values({"seed": 5}).save(tmp_path / "mine.toml")
    again = linli.Scenario.load(saved)
    assert (again.seed, again.residents, again.towns) == (5, 100_000, ["Sample Town"])


def test_saving_replaces_nothing_unless_it_is_forced(reference: linli.Scenario, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious")
    with pytest.raises(linli.InputError, match="exists already"):
        reference.save(file)
    assert file.read_text() == "precious"
    reference.save(file, force=True)
    assert linli.Scenario.load(file).days == reference.days


def test_values_take_units_and_dates(reference: linli.Scenario) -> None:
    changed = reference.with_values({"attitudes.strain_memory": "3 months", "end": datetime.date(2021, 6, 30)})
    assert changed.end == datetime.date(2021, 6, 30)
    assert list(reference.diff(changed).index) == ["end", "parameters.attitudes.strain_memory"]


def test_diff_shows_measures_by_position(reference: linli.Scenario) -> None:
    policy = reference.extend(linli.Measure("court.diversion", set=0.5))
    differences = reference.diff(policy)
    assert differences.loc["measures[0].set", "other"] == 0.5
    assert differences.loc["measures[0].set", "this"] is None


@pytest.mark.parametrize(
    ("measure", "where", "words"),
    [
        (linli.Measure("mediation.ful_time", set=1.0), "measures[0].lever", "did you mean mediation.full_time"),
        (linli.Measure("court.diversion", set=1.5), "measures[0].set", "0 to 1"),
        (linli.Measure("court.diversion", set=0.5, towns=["Humen"]), "measures[0].towns[0]", "Sample Town"),
        (linli.Measure("court.diversion", set=0.5, to="2020-01-01"), "measures[0].to", "not after its start"),
    ],
)
def test_a_wrong_measure_is_refused_at_its_place(
    reference: linli.Scenario, measure: linli.Measure, where: str, words: str
) -> None:
    with pytest.raises(linli.InputError, match=words) as caught:
        reference.extend(measure)
    assert caught.value.where == where


def test_a_wrong_value_is_refused_by_name_in_the_language_in_use(reference: linli.Scenario) -> None:
    linli.use_language("zh")
    with pytest.raises(linli.InputError, match="允许范围为0至1") as caught:
        reference.with_values({"police.procedure": 3})
    assert caught.value.where == "police.procedure"
    assert isinstance(caught.value, ValueError)


def test_a_measure_does_one_thing() -> None:
    with pytest.raises(linli.InputError, match="exactly one"):
        linli.Measure("court.diversion", set=0.5, add=0.1)
    with pytest.raises(linli.InputError, match="no date"):
        linli.Measure("court.diversion", set=0.5, start="tomorrow").to_dict()


@pytest.mark.parametrize(
    ("where", "options"),
    [
        ("start", {"start": "2022-13-01"}),
        ("start", {"start": 2022}),
        ("towns", {"towns": "Sample Town"}),
        ("once", {"once": "workers_owed.share"}),
    ],
)
def test_what_is_no_date_list_or_signpost_is_refused_at_once(where: str, options: dict[str, object]) -> None:
    for make in (lambda: linli.Card("A6", **options), lambda: linli.Measure("court.diversion", set=0.5, **options)):
        with pytest.raises(linli.InputError) as caught:
            make()
        assert caught.value.where == where


def test_dates_may_be_timestamps() -> None:
    assert linli.Card("A6", start=pd.Timestamp("2022-01-31")).to_dict()["from"] == datetime.date(2022, 1, 31)


@pytest.mark.parametrize("change", ["A6", [linli.Card("A6")]])
def test_only_measures_and_cards_extend_a_scenario(reference: linli.Scenario, change: object) -> None:
    with pytest.raises(linli.InputError, match=r"linli\.Card\("):
        reference.extend(change)  # type: ignore[arg-type]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(linli.InputError) as caught:
        linli.Scenario.load("nowhere.toml")
    assert caught.value.where == "nowhere.toml"


def test_a_scenario_read_by_a_relative_path_can_be_extended_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(TOWN.parent / "dongguan")
    city = linli.Scenario.load("reference.toml")
    monkeypatch.chdir(tmp_path)
    assert city.with_values({"seed": 9}).seed == 9
    assert linli.Scenario.load(city.save("copy.toml")).towns == city.towns


def test_a_mistake_in_the_file_of_a_card_is_placed_in_that_file(reference: linli.Scenario, tmp_path: Path) -> None:
    card = tmp_path / "mine.toml"
    card.write_text('id = "mine"\n[[measures]]\nlever = "mediation.ful_time"\nscale = 2.0\n')
    with pytest.raises(linli.InputError) as caught:
        reference.extend(linli.Card(file=card))
    assert "mine.toml:" in caught.value.where


def test_checking_a_missing_file_names_it() -> None:
    assert [problem.where for problem in linli.check("nowhere.toml")] == ["nowhere.toml"]


def test_checking_names_every_problem_with_its_line() -> None:
    places = {file.name: linli.check(file) for file in sorted(BROKEN.glob("*.toml"))}
    assert len(places) > 40
    assert all(problems for problems in places.values())
    assert linli.check(TOWN / "reference.toml") == []


def test_checking_refuses_the_networks_that_a_run_would_refuse(tmp_path: Path) -> None:
    scenario = tmp_path / "mine.toml"
    scenario.write_text(f'extends = "{TOWN / "reference.toml"}"\n[world]\nnetwork = {{ graphml = "/etc/passwd" }}\n')
    problems = linli.check(scenario)
    assert [problem.where for problem in problems] == ["/etc/passwd"]
    with pytest.raises(linli.InputError) as caught:
        linli.run(scenario, progress=False)
    assert str(caught.value) == str(problems[0])


def test_checking_notes_what_deserves_a_second_look(tmp_path: Path) -> None:
    scenario = tmp_path / "mine.toml"
    late = '[[measures]]\nlever = "court.diversion"\nset = 0.5\nfrom = 2031-01-01\n'
    scenario.write_text(f'extends = "{TOWN / "reference.toml"}"\n{late}')
    found = linli.check(scenario)
    assert found == []
    assert [note.where for note in found.notes] == [f"{scenario}:2:1 measures[0]"]
    assert "2031-01-01" in str(found.notes[0])
    live = linli.Simulation(scenario, days=1, population_scale=0.1)
    assert "the run ends on 2021-01-01" in str(live.notes[0])
    of_scale = [str(note.what) for note in live.notes if note.where == "population_scale 0.1"]
    assert [note.where for note in live.notes[: -len(of_scale)]] == [found.notes[0].where]
    assert "as large as the" in of_scale[0]
    assert "offices serve 0.1 times the residents" in of_scale[1]
    assert linli.check(TOWN / "reference.toml").notes == []


def test_a_scenario_survives_pickling(reference: linli.Scenario) -> None:
    again = pickle.loads(pickle.dumps(reference))
    assert again == reference
    assert again.lineage == reference.lineage


def test_a_scenario_changed_in_python_names_the_files_it_was_made_from(reference: linli.Scenario) -> None:
    changed = reference.extend(linli.Measure("court.diversion", set=0.5)).with_values({"seed": 3}).titled("a", "甲")
    assert changed.lineage == reference.lineage
    assert all(Path(file).name != "scenario.toml" for file in changed.lineage)
    assert linli.Scenario.from_dict(reference.to_dict(), folder=TOWN).lineage == []


def test_spending_follows_the_posts(reference: linli.Scenario) -> None:
    doubled = reference.extend(linli.Measure("mediation.full_time", scale=2.0))
    before = reference.expected_spending().loc["mediation.full_time"]
    after = doubled.expected_spending().loc["mediation.full_time"]
    assert after.to_list() == pytest.approx((2.0 * before).to_list(), rel=1e-12)


def test_lists_are_in_the_language_in_use() -> None:
    english = linli.levers().loc["mediation.full_time", "label"]
    linli.use_language("zh")
    chinese = linli.levers().loc["mediation.full_time", "label"]
    assert english != chinese
    assert len(linli.levers()) > 70
    assert len(linli.parameters()) > 200
