"""The results that are kept are those that the worlds give."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_two_worlds_give_the_figures_that_are_kept() -> None:
    done = subprocess.run([ROOT / "scripts" / "golden", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
