"""Comparing scenarios with the same luck: paired runs, their differences, and what these can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from linli._language import Text
from linli.comparison.comparison import Comparison
from linli.comparison.paired_runs import paired_runs
from linli.errors import InputError
from linli.scenario import Scenario
from linli.simulation import require_seed


def compare(
    base: str | Path | Scenario,
    *others: str | Path | Scenario,
    seeds: int | Iterable[int] = 20,
    jobs: int | None = None,
    days: int | None = None,
    population_scale: float = 1.0,
    keep: str | Path | None = None,
    progress: bool = True,
    labels: Sequence[str] | None = None,
) -> Comparison:
    """Run scenarios with the same seeds and compare them.

    Runs with the same seed meet the same luck, so what differs between them is what the policy did, and far
    fewer seeds are needed than between independent runs.

    Parameters
    ----------
    base, *others
        Scenario files or `linli.Scenario`. All must have the same towns and days.
    seeds
        How many (1 to n), or which.
    jobs
        Runs at a time, each in a process of its own; left out, one per core. A run of the whole city takes
        about 1 GB of memory.
    days, population_scale
        As for `linli.run`.
    keep
        Folder that keeps the result files, as in ``reference-seed1.h5``; left out, only the figures of merit
        are kept. None of them may exist.
    progress
        Whether to show a progress bar.
    labels
        What to call the scenarios, base first; left out, they are called after their files or titles.

    Returns
    -------
    Comparison

    Raises
    ------
    InputError
        For a scenario that is not valid or has other towns or days than the base; for seeds that repeat and
        options out of range; if there is nothing to compare with.
    RuntimeError
        If a run fails otherwise, naming scenario and seed.

    Notes
    -----
    Scripts must call this under ``if __name__ == "__main__":``, because workers import the script.
    Ctrl-C stops all workers.

    Examples
    --------
    >>> import linli
    >>> runs = linli.compare(scenario, scenario, seeds=[1, 2], days=30, progress=False)
    >>> runs.base, runs.others, runs.seeds
    ('reference', ['reference-2'], [1, 2])

    Scenarios made in Python keep the title of what they extend, so give them names:

    >>> doubled = linli.Scenario.load(scenario).extend(linli.Measure("mediation.full_time", scale=2.0))
    >>> runs = linli.compare(scenario, doubled, labels=["now", "doubled"], seeds=2, days=30, progress=False)
    >>> runs.base, runs.others
    ('now', ['doubled'])
    """
    if not others:
        raise InputError(
            "others", Text("is empty; give at least one scenario to compare", "为空；请至少给出一个对比场景")
        )
    if jobs is not None and jobs < 1:
        raise InputError("jobs", Text("is {}; allowed is 1 or more", "为{}；须至少为1").format(jobs))
    runs = paired_runs(
        [base, *others],
        _seed_list(seeds),
        jobs=jobs,
        days=days,
        population_scale=population_scale,
        keep=None if keep is None else Path(keep),
        progress=progress,
        labels=labels,
    )
    return Comparison(runs)


def _seed_list(seeds: int | Iterable[int]) -> list[int]:
    chosen_seeds = list(range(1, seeds + 1)) if isinstance(seeds, int) else list(seeds)
    if not chosen_seeds or len(set(chosen_seeds)) < len(chosen_seeds):
        raise InputError("seeds", Text("needs one seed or more, all different", "须有至少一个种子，且互不相同"))
    for seed in chosen_seeds:
        require_seed("seeds", seed)
    return chosen_seeds
