"""How much more a day costs when it is lived from Python, and how long a city result takes to show.

.venv/bin/python tests/bench/step_bench.py [RESULT]

The engine itself clocks the phases of the days; what Python adds is the rest of the wall time, less what the engine
spends between the phases of days that it runs by itself (linli-sim run --json, wall_s).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "scenarios" / "town" / "reference.toml"
DAYS = 730
REPEATS = 15


def seconds_outside_phases(days_at_once: int) -> tuple[float, float]:
    """Return the wall time of the days and what of it was spent outside the engine's phases. [s]."""
    import linli

    simulation = linli.Simulation(TOWN, seed=1, threads=1)
    began = time.perf_counter()
    for _ in range(DAYS // days_at_once):
        simulation.step(days_at_once)
    wall = time.perf_counter() - began
    return wall, wall - sum(seconds for _, seconds in simulation._core.phase_seconds)


def report_steps() -> None:
    """Compare a call per day with one call for all days, which is the engine's own loop."""
    measured = {at_once: [seconds_outside_phases(at_once) for _ in range(REPEATS)] for at_once in (1, DAYS)}
    wall = statistics.median(wall for wall, _ in measured[DAYS])
    outside = {at_once: statistics.median(rest for _, rest in runs) for at_once, runs in measured.items()}
    added = outside[1] - outside[DAYS]
    print(f"sample town, {DAYS} days in one call: {wall:.3f} s")
    print(f"one call a day adds {1e6 * added / DAYS:.2f} us a day: {100 * added / wall:.2f} %")


def report_opening(result: Path) -> None:
    """Time a fresh interpreter that opens a result and draws one indicator."""
    drawing = "linli.plot.series(linli.open(sys.argv[1]), 'grievances').figure.savefig('/dev/null', format='png')"
    script = f"import sys, linli; {drawing}"
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", script, str(result)], check=True)
    print(f"{result}: imported, opened and drawn in {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    report_steps()
    if len(sys.argv) > 1:
        report_opening(Path(sys.argv[1]))
