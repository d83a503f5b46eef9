"""Runs that are interrupted or killed, and whether their results are those of runs that were never stopped."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import h5py
import numpy as np

ROOT = Path(__file__).parents[3]
PROGRAM = ROOT / "build" / "linli-sim"
EVERY = 30  # days between checkpoints


def heed_signals() -> None:
    """Have a process end of signals even where whoever started it ignores them, as under nohup."""
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)


def killed(seconds: float, *arguments: object) -> bool:
    """Run with checkpoints, and kill after so many seconds; False if the run has ended before."""
    command = [PROGRAM, "run", *map(str, arguments), "--checkpoint-every", str(EVERY), "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            _, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
    assert process.returncode == 0, errors
    return False


def datasets(file: Path) -> dict[str, np.ndarray]:
    with h5py.File(file) as opened:
        found: dict[str, np.ndarray] = {}
        opened.visititems(lambda name, item: found.update({name: item[()]}) if isinstance(item, h5py.Dataset) else None)
        return found


def assert_same(one: Path, other: Path) -> None:
    left, right = datasets(one), datasets(other)
    assert left.keys() == right.keys()
    for name, values in left.items():
        np.testing.assert_array_equal(values, right[name], err_msg=name)
    with h5py.File(one) as first, h5py.File(other) as second:
        for name in ("state_hash", "events", "complete", "days_completed", "days_planned"):
            assert first["provenance"].attrs[name] == second["provenance"].attrs[name], name


def checkpoint_of(file: Path) -> Path:
    return file.with_name(file.name + ".checkpoint")
