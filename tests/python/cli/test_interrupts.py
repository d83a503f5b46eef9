"""Ctrl-C and other ends: what is kept, and that nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import CITY, DOUBLED, DOUBLED_CITY, LINLI, TOWN
from stopped_runs import heed_signals

import linli


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
        preexec_fn=heed_signals,  # noqa: PLW1509
    )


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
