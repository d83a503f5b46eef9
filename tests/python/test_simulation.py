"""Runs lived day by day: the same bits as ever, safe views, rules and replays."""

from __future__ import annotations

import gc
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
import pytest

import linli

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "scenarios" / "town" / "reference.toml"
CITY = ROOT / "scenarios" / "dongguan" / "reference.toml"
PROGRAM = ROOT / "build" / "linli-sim"
DAYS = 90


def stepped(days: int = DAYS, **options: int) -> linli.Simulation:
    simulation = linli.Simulation(TOWN, seed=3, **options)
    simulation.step(days)
    return simulation


def file_hash(file: Path) -> str:
    with h5py.File(file) as opened:
        return bytes(opened["provenance"].attrs["state_hash"]).decode()


@pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not built: scripts/test builds it")
def test_cpp_and_python_reach_the_same_state(tmp_path: Path) -> None:
    file = tmp_path / "cpp.h5"
    options = ["--seed", "3", "--days", str(DAYS), "--quiet", "-o", str(file)]
    subprocess.run([PROGRAM, "run", TOWN, *options], check=True)
    simulation = linli.Simulation(TOWN, seed=3, days=DAYS)
    simulation.step(DAYS)
    assert simulation.state_hash == file_hash(file)
    with linli.run(TOWN, seed=3, days=DAYS, progress=False) as result:
        assert result.provenance.state_hash == file_hash(file)


@pytest.mark.parametrize("threads", [1, 2, 3, 8])
def test_the_number_of_threads_changes_nothing(threads: int) -> None:
    assert stepped(threads=threads).state_hash == stepped(threads=1).state_hash


def test_a_rule_that_does_nothing_changes_nothing() -> None:
    watched = linli.Simulation(TOWN, seed=3)
    days: list[int] = []
    watched.on_day(lambda simulation: days.append(simulation.today))
    watched.step(DAYS)
    assert days == list(range(1, DAYS + 1))
    assert watched.state_hash == stepped().state_hash


def test_looking_changes_nothing() -> None:
    watched = linli.Simulation(TOWN, seed=3)
    for _ in range(DAYS):
        watched.step()
        watched.state.persons.trust_now()
        watched.state.disputes("Sample Town").severity.to_numpy()
        watched.indicators["settled"].sum()
    assert watched.state_hash == stepped().state_hash


def test_another_seed_is_another_state() -> None:
    other = linli.Simulation(TOWN, seed=4)
    other.step(DAYS)
    assert other.state_hash != stepped().state_hash


def test_a_view_copies_nothing() -> None:
    simulation = stepped(1)
    persons = simulation.state.persons
    first, second = persons.trust, persons.trust
    assert first.__array_interface__["data"][0] == second.__array_interface__["data"][0]
    assert persons.ties.__array_interface__["data"][0] - first.__array_interface__["data"][0] == 4, (
        "ties lie beside trust in memory"
    )
    assert not first.flags.owndata
    assert first.strides == (16,)


def test_views_are_read_only() -> None:
    trust = stepped(1).state.persons.trust
    with pytest.raises(ValueError, match="read-only"):
        trust[0] = 1.0
    with pytest.raises(ValueError, match="WRITEABLE"):
        trust.setflags(write=True)


def test_a_view_follows_the_simulation_and_keeps_it_alive() -> None:
    simulation = stepped(1)
    persons = simulation.state.persons
    views = {name: getattr(persons, name) for name in ("trust", "strain", "employer", "attitude_day")}
    before = {name: view.copy() for name, view in views.items()}
    addresses = {name: view.__array_interface__["data"][0] for name, view in views.items()}
    simulation.step(DAYS)
    for name, view in views.items():
        assert getattr(persons, name).__array_interface__["data"][0] == addresses[name], f"{name} has moved"
        assert (view != before[name]).any(), f"{name} shows the new day"
    last = views["trust"].copy()
    del simulation, persons
    gc.collect()
    np.testing.assert_array_equal(views["trust"], last)


def test_a_view_of_a_table_that_grows_is_refused_after_a_step() -> None:
    simulation = stepped(30)
    severity = simulation.state.disputes("Sample Town").severity
    kept = np.asarray(severity)
    assert len(severity) == len(kept) > 0
    simulation.step()
    with pytest.raises(linli.StaleViewError):
        severity[0]
    with pytest.raises(linli.StaleViewError):
        np.asarray(severity)
    assert (kept > 0).all(), "a copy stays"
    assert len(simulation.state.disputes("Sample Town").severity) > 0


def test_people_are_as_the_indicators_count_them() -> None:
    simulation = stepped(30)
    persons = simulation.state.persons
    groups = simulation.indicators["residents_by_group"].sum("town")
    there = ~persons.vacant()
    assert (persons.migrants() & there).sum() == groups.sel(group="migrant").item()
    assert there.sum() == simulation.indicators["residents"].sum().item()


def test_attitudes_can_be_read_before_the_first_day_and_counts_cannot() -> None:
    fresh = linli.Simulation(TOWN)
    np.testing.assert_array_equal(fresh.state.persons.trust_now(), fresh.state.persons.trust)
    with pytest.raises(linli.InputError, match="before the first day"):
        fresh.indicators["residents"]


def test_the_panel_has_said_nothing_before_its_first_week_has_ended() -> None:
    simulation = stepped(6)
    with pytest.raises(linli.InputError, match="the first has not ended"):
        simulation.indicators["trust"]
    simulation.step()
    assert simulation.indicators["trust"].sel(group="hukou").item() > 0.0


def test_levers_and_indicators_are_mappings() -> None:
    simulation = linli.Simulation(TOWN, days=5)
    for mapping, key in ((simulation.levers, "police.procedure"), (simulation.indicators, "residents")):
        assert key in mapping
        assert "nonsense" not in mapping
        assert mapping.get("nonsense") is None
        with pytest.raises(KeyError):
            mapping["nonsense"]


def test_a_mapping_with_an_unknown_town_sets_no_lever() -> None:
    simulation = linli.Simulation(TOWN, days=5)
    with pytest.raises(linli.InputError, match="there is no town Nowhere"):
        simulation.levers["police.procedure"] = {"Sample Town": 0.9, "Nowhere": 0.9}
    assert simulation.interventions.empty


def test_towns_go_by_their_chinese_names_too() -> None:
    simulation = linli.Simulation(TOWN, days=5)
    simulation.levers["police.procedure"] = {"示例镇": 0.9}
    assert simulation.interventions["town"].tolist() == ["Sample Town"]
    simulation.step()
    assert len(simulation.state.disputes("示例镇")) == len(simulation.state.disputes("Sample Town"))


def test_trust_brought_forward_lies_between_what_was_stored_and_its_base() -> None:
    persons = stepped(DAYS).state.persons
    stored, now, base = persons.trust.copy(), persons.trust_now(), 0.6
    touched = persons.attitude_day < DAYS
    low, high = np.minimum(stored, base), np.maximum(stored, base)
    assert touched.any()
    assert ((now >= low - 1e-6) & (now <= high + 1e-6)).all()


def test_a_lever_set_by_hand_acts_from_the_next_day_and_is_recorded(tmp_path: Path) -> None:
    file = tmp_path / "steered.h5"
    with linli.Simulation(TOWN, seed=3, days=20, record=file) as simulation:
        simulation.step(10)
        simulation.levers["mediation.full_time"] = 2.0
        assert simulation.levers["mediation.full_time"].sel(town="Sample Town") == 2.0
        simulation.step(10)
    with linli.open(file) as result:
        assert result.complete
        written = result.interventions
        assert written["lever"].tolist() == ["mediation.full_time"]
        assert written["value"].tolist() == [2.0]
        assert pd.to_datetime(written["day"]).dt.day.tolist() == [11]


@pytest.mark.parametrize(
    ("lever", "value", "words"),
    [
        ("police.procedure", 1.2, "0 to 1"),
        ("police.procedures", 0.5, "there is no lever"),
        ("patrol.hotspot_share", 0.9, "add up to 1"),
        ("police.procedure", {"Nowhere": 0.5}, "there is no town"),
        ("police.procedure", "50 %", "write a number"),
    ],
)
def test_the_gate_refuses(lever: str, value: float | dict[str, float], words: str) -> None:
    simulation = linli.Simulation(TOWN, days=5)
    with pytest.raises(linli.InputError, match=words):
        simulation.levers[lever] = value
    assert simulation.interventions.empty


def test_a_replay_repeats_a_steered_run() -> None:
    steered = linli.Simulation(TOWN, seed=3)

    @steered.on_day
    def react(simulation: linli.Simulation) -> None:
        if simulation.today % 20 == 0:
            simulation.levers["labour.inspection"] = 0.1 + simulation.today / 200

    steered.step(DAYS)
    repeated = linli.Simulation(TOWN, seed=3)
    repeated.replay(steered.interventions)
    repeated.step(DAYS)
    assert repeated.state_hash == steered.state_hash != stepped().state_hash
    pd.testing.assert_frame_equal(repeated.interventions, steered.interventions)


def test_the_record_of_a_steered_run_can_be_replayed(tmp_path: Path) -> None:
    def react(simulation: linli.Simulation) -> None:
        if simulation.today in (5, 15):
            simulation.levers["labour.inspection"] = 0.1 + simulation.today / 30

    with linli.run(TOWN, seed=3, days=30, rules=[react], output=tmp_path / "steered.h5", progress=False) as result:
        repeated = linli.Simulation(TOWN, seed=3, days=30)
        repeated.replay(result.interventions)
        repeated.step(30)
        assert repeated.state_hash == result.provenance.state_hash


def test_the_record_of_a_run_with_measures_can_be_replayed(tmp_path: Path) -> None:
    policy = TOWN.with_name("hotspot-patrol.toml")
    with linli.run(policy, seed=3, output=tmp_path / "policy.h5", progress=False) as result:
        moved, end = result.interventions, result.provenance.state_hash
    assert set(moved["measure"]) <= {f"measures[{i}]" for i in range(len(moved))}
    repeated = linli.Simulation(policy, seed=3)
    repeated.replay(moved)
    repeated.step(repeated.days)
    assert repeated.state_hash == end


def test_a_replay_of_days_that_are_over_is_refused() -> None:
    late = stepped(10)
    past = pd.DataFrame({"day": [5], "town": [None], "lever": ["police.procedure"], "value": [0.9]})
    with pytest.raises(linli.InputError, match="day 5 is over"):
        late.replay(past)


def test_days_beyond_the_scenario_are_refused() -> None:
    simulation = linli.Simulation(TOWN, days=5)
    with pytest.raises(linli.InputError, match="0 to 5 days are left"):
        simulation.step(6)
    simulation.step(5)
    simulation.finish()
    with pytest.raises(linli.InputError, match="has ended"):
        simulation.step(0)


@pytest.mark.parametrize("days", [-3, 6])
def test_days_are_checked_before_any_is_lived_with_a_rule_too(days: int) -> None:
    simulation = linli.Simulation(TOWN, days=5)
    simulation.on_day(lambda _: None)
    with pytest.raises(linli.InputError, match=f"is {days}; 0 to 5 days are left"):
        simulation.step(days)
    assert simulation.today == 0
    simulation.finish()
    with pytest.raises(linli.InputError, match="has ended"):
        simulation.step(0)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("threads", -1),
        ("days", 0),
        ("population_scale", 0.0),
        ("seed", -1),
        ("seed", 2**64),
        ("seed", 1.5),
        ("days", 1.5),
    ],
)
def test_options_out_of_range_are_named(option: str, value: float) -> None:
    with pytest.raises(linli.InputError) as caught:
        linli.Simulation(TOWN, **{option: value})  # type: ignore[arg-type]
    assert caught.value.where == option


def test_an_existing_result_is_refused_before_any_work(tmp_path: Path) -> None:
    file = tmp_path / "there.h5"
    file.write_text("precious")
    with pytest.raises(linli.InputError, match="exists already"):
        linli.run(TOWN, output=file, progress=False)
    assert file.read_text() == "precious"


def test_other_threads_work_while_a_run_goes_on() -> None:
    simulation = linli.Simulation(CITY, threads=1, population_scale=0.05)
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.wait(0.001):
            ticks.append(time.perf_counter())

    ticker = threading.Thread(target=tick)
    ticker.start()
    began = time.perf_counter()
    simulation.step(200)
    took = time.perf_counter() - began
    done.set()
    ticker.join()
    longest = max(np.diff([began, *ticks]))
    assert longest < took / 2, "the interpreter's lock was held for the whole step"


def test_a_simulation_at_work_is_left_alone_by_other_threads() -> None:
    simulation = linli.Simulation(CITY, threads=1, population_scale=0.05)
    persons = simulation.state.persons
    stepping = threading.Thread(target=simulation.step, args=(200,))
    stepping.start()
    time.sleep(0.1)
    for touch in (simulation.step, lambda: simulation.today, lambda: persons.trust, lambda: simulation.state_hash):
        with pytest.raises(linli.InputError, match="at work"):
            touch()
    stepping.join()
    assert simulation.today == 200


def test_codes_of_disputes_come_with_their_keys() -> None:
    disputes = stepped(30).state.disputes("Sample Town")
    assert {"latent", "community", "court"} <= set(disputes.stage.kinds)
    assert np.asarray(disputes.type).max() < len(disputes.type.kinds)
    assert disputes.severity.kinds == []


def test_the_end_gives_seconds_by_phase_as_the_record_does() -> None:
    assert all(seconds >= 0.0 for seconds in stepped(5).finish().phase_seconds.values())


INTERRUPTED = """
import pathlib, signal, sys, linli
file, moment = pathlib.Path(sys.argv[2]), sys.argv[3]
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where whoever runs the tests ignores it
say = lambda simulation: simulation.today == 3 and print("running", flush=True)
if moment == "preparing":
    print("preparing", flush=True)
try:
    linli.run(sys.argv[1], output=file, rules=[say], progress=False)
except KeyboardInterrupt:
    print(linli.open(file).complete if file.exists() else "nothing", flush=True)
"""


@pytest.mark.parametrize(("moment", "left"), [("preparing", "nothing"), ("running", "False")])
def test_an_interrupt_stops_a_run_within_a_second(tmp_path: Path, moment: str, left: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(CITY), str(tmp_path / "run.h5"), moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == f"{moment}\n"
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        asked = time.perf_counter()
        said = running.stdout.readline()
        took = time.perf_counter() - asked
    assert said == f"{left}\n"
    assert took < 1.0 + 1.0, "a second, and one for a busy machine and for closing the file"


@pytest.fixture(scope="module")
def reference() -> linli.Scenario:
    return linli.Scenario.load(TOWN)


def test_a_fork_with_the_same_policy_lives_the_same_days(reference: linli.Scenario) -> None:
    first = linli.Simulation(reference, days=40)
    first.step(17)
    second = first.fork()
    second.step(23)
    first.step(23)
    straight = linli.Simulation(reference, days=40)
    straight.step(40)
    assert first.state_hash == second.state_hash == straight.state_hash


def test_a_fork_records_its_own_days(reference: linli.Scenario, tmp_path: Path) -> None:
    first = linli.Simulation(reference, days=40)
    first.step(17)
    policy = reference.extend(linli.Measure("mediation.full_time", set=6.0)).titled("More", "更多")
    with first.fork(policy, record=tmp_path / "fork.h5") as second:
        second.step(23)
        figures = second.figures()
    with linli.open(tmp_path / "fork.h5") as result:
        assert result.title["en"] == "More"
        settled = result.daily["settled"]
        assert [str(day)[:10] for day in settled["day"].values[[0, -1]]] == ["2021-01-18", "2021-02-09"]
        mediated = settled.sel(stage=["community", "sector", "town_centre", "police_desk"]).sum()
        assert float(figures["disputes.mediated"].sel(year="all", town="all")) == float(mediated)
    assert first.today == 17


def test_a_fork_into_another_world_is_refused(reference: linli.Scenario) -> None:
    first = linli.Simulation(reference, days=5)
    with pytest.raises(linli.InputError, match="only measures, cards and costs may differ"):
        first.fork(reference.with_values({"crime.strain_effect": 0.9}))


def test_a_simulation_saved_and_loaded_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    policy = linli.Scenario.load(TOWN).extend(linli.Measure("police.procedure", set=0.9, start="2021-01-15"))
    first = linli.Simulation(policy, seed=4, days=30, population_scale=0.1)
    first.step(12)
    first.levers["labour.inspection"] = 0.5
    first.save(tmp_path / "here.checkpoint")
    first.step(18)
    again = linli.Simulation.load(tmp_path / "here.checkpoint", threads=1)
    assert (again.today, again.days, again.seed) == (12, 30, 4)
    assert again.scenario == policy
    assert again.scenario.lineage == policy.lineage
    assert again.interventions.equals(first.interventions)
    again.step(18)
    assert again.state_hash == first.state_hash


def test_a_checkpoint_is_not_replaced_unless_it_may_be(tmp_path: Path) -> None:
    simulation = linli.Simulation(TOWN, days=3, population_scale=0.1)
    simulation.save(tmp_path / "here.checkpoint")
    with pytest.raises(linli.InputError, match="exists already"):
        simulation.save(tmp_path / "here.checkpoint")
    simulation.save(tmp_path / "here.checkpoint", force=True)
    (tmp_path / "broken.checkpoint").write_bytes(b"no checkpoint")
    with pytest.raises(linli.InputError, match="not a checkpoint of Linli"):
        linli.Simulation.load(tmp_path / "broken.checkpoint")


def test_a_simulation_survives_pickling() -> None:
    simulation = linli.Simulation(TOWN, days=20, population_scale=0.1)
    simulation.step(9)
    again = pickle.loads(pickle.dumps(simulation))
    again.step(11)
    simulation.step(11)
    assert again.state_hash == simulation.state_hash
    simulation.on_day(lambda _: None)
    with pytest.raises(linli.InputError, match="rules of its own"):
        pickle.dumps(simulation)
