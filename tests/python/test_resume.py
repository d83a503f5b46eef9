"""Runs that were interrupted or are made longer: their results are those of runs that were never stopped."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import h5py
import pytest
from stopped_runs import PROGRAM, ROOT, assert_same, checkpoint_of, heed_signals, killed

DAYS = 730


def run(*arguments: object, stop_after: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program, and interrupt it so many seconds after it has begun."""
    command = [PROGRAM, "--lang", "en", "run", *map(str, arguments)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_signals,  # noqa: PLW1509
    ) as process:
        begun = ""
        if stop_after is not None:
            begun = process.stderr.readline()
            time.sleep(stop_after)
            process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    return subprocess.CompletedProcess(command, process.returncode, output, begun + errors)


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("resume") / "mine.toml"
    policy = (ROOT / "tests" / "data" / "policy-of-all-kinds.toml").read_text()
    file.write_text(f'extends = "{ROOT / "scenarios" / "town" / "reference.toml"}"\n{policy}')
    return file


@pytest.fixture(scope="module")
def straight(scenario: Path) -> Path:
    """Return the result of a run that is never stopped."""
    file = scenario.parent / "straight.h5"
    assert run(scenario, "-o", file, "--days", str(DAYS), "--quiet").returncode == 0
    return file


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_an_interrupted_run_goes_on_as_if_nothing_had_been(scenario: Path, straight: Path, threads: int) -> None:
    file = scenario.parent / f"interrupted-{threads}.h5"
    stopped = run(scenario, "-o", file, "--days", DAYS, "--threads", threads, stop_after=0.06 * threads)
    assert stopped.returncode == 130, stopped.stderr
    assert f"linli-sim run --resume {file}" in stopped.stdout
    with h5py.File(file) as result:
        lived = int(result["provenance"].attrs["days_completed"][0])
    assert 0 <= lived < DAYS
    assert checkpoint_of(file).exists()
    resumed = run("--resume", file, "--threads", threads, "--quiet")
    assert resumed.returncode == 0, resumed.stderr
    assert not checkpoint_of(file).exists()
    assert_same(file, straight)


@pytest.mark.parametrize("days", [1, 97, 371, 700])
def test_a_finished_run_can_be_made_longer(scenario: Path, straight: Path, days: int) -> None:
    file = scenario.parent / f"longer-{days}.h5"
    assert run(scenario, "-o", file, "--days", days, "--checkpoint", "--quiet").returncode == 0
    assert run("--resume", file, "--days", DAYS, "--quiet").returncode == 0
    assert_same(file, straight)


def test_what_cannot_be_resumed_is_refused(scenario: Path, straight: Path) -> None:
    without = run("--resume", straight)
    assert without.returncode == 2
    assert "straight.h5.checkpoint" in without.stderr
    beside = run("--resume", straight, "--seed", "3")
    assert beside.returncode == 2
    assert "goes on with the scenario, seed and scale" in beside.stderr
    file = scenario.parent / "short.h5"
    run(scenario, "-o", file, "--days", 20, "--checkpoint", "--quiet")
    shorter = run("--resume", file, "--days", 10)
    assert shorter.returncode == 2
    assert "20 days have been lived already" in shorter.stderr
    finished = run("--resume", file)
    assert finished.returncode == 2
    assert "has been lived to its end" in finished.stderr
    before = file.read_bytes()
    checkpoint_of(file).write_bytes(checkpoint_of(file).read_bytes()[:5000])
    damaged = run("--resume", file, "--days", 30)
    assert damaged.returncode == 2
    assert "damaged" in damaged.stderr
    assert file.read_bytes() == before


def kill_whole(file: Path, seconds: float, *arguments: object) -> None:
    """Kill a run, and see that a file of its name is whole, if there is one."""
    killed(seconds, *arguments)
    if file.exists():
        with h5py.File(file) as result:
            assert result["provenance"].attrs["complete"][0] == 1, "a file of that name is whole"


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.33, 0.47])
def test_a_killed_run_goes_on_from_its_last_checkpoint(scenario: Path, straight: Path, seconds: float) -> None:
    file = scenario.parent / f"killed-{seconds}.h5"
    kill_whole(file, seconds, scenario, "-o", file, "--days", DAYS)
    for _ in range(3):
        if checkpoint_of(file).exists():
            kill_whole(file, seconds, "--resume", file)
    if not file.exists():
        again = ["--resume", file] if checkpoint_of(file).exists() else [scenario, "-o", file, "--days", DAYS]
        ended = run(*again, "--quiet")
        assert ended.returncode == 0, ended.stderr
    assert_same(file, straight)
    run(scenario, "-o", scenario.parent / "other.h5", "--days", 1, "--force", "--quiet")
    left = [path.name for path in scenario.parent.iterdir() if path.name.startswith(f".killed-{seconds}")]
    assert left == [], "what was killed is cleared away by the next run"


def test_a_damaged_checkpoint_gives_way_to_the_one_before(scenario: Path, straight: Path) -> None:
    file = scenario.parent / "two.h5"
    while not checkpoint_of(file).with_name("two.h5.checkpoint.before").exists():
        kill_whole(file, 0.25, scenario, "-o", file, "--days", DAYS, "--force")
    damaged = checkpoint_of(file).read_bytes()[:5000]
    checkpoint_of(file).unlink()  # it may be one with the checkpoint before: a link
    checkpoint_of(file).write_bytes(damaged)
    resumed = run("--resume", file, "--quiet")
    assert resumed.returncode == 0, resumed.stderr
    assert "going on from the checkpoint before it" in resumed.stderr
    assert_same(file, straight)
    assert [path.name for path in scenario.parent.glob("two.h5*")] == ["two.h5"]


def test_another_policy_takes_over_at_a_checkpoint(scenario: Path) -> None:
    short, branch = scenario.parent / "base.h5", scenario.parent / "branch.h5"
    run(scenario, "-o", short, "--days", 100, "--checkpoint", "--quiet")
    policy = scenario.parent / "policy.toml"
    policy.write_text(f'extends = "{scenario.name}"\n[[measures]]\nlever = "mediation.part_time"\nset = 20\n')
    assert run(policy, "-o", branch, "--from", checkpoint_of(short), "--days", 160, "--quiet").returncode == 0
    with h5py.File(branch) as result:
        assert result["day"][[0, -1]].tolist() == [100, 159]
        changed = result["records/interventions"]
        assert changed["day"][0] == 100
        assert 20.0 in changed["value"][()]
    refused = run(policy, "-o", branch, "--force", "--from", checkpoint_of(short), "--seed", 3)
    assert refused.returncode == 2
    assert "keeps the seed and the scale" in refused.stderr
