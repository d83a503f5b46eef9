"""Running scenarios with the same seeds in parallel processes, and gathering their figures."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import re
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import xarray as xr

from linli import _core
from linli._files import check_target
from linli._language import Text
from linli._progress import progress_bar
from linli.errors import InputError
from linli.running import run
from linli.scenario import Scenario, as_scenario


@dataclass(frozen=True)
class Task:
    """One run: what a worker needs to know."""

    label: str
    scenario: str | Path | Scenario
    seed: int
    output: Path | None
    threads: int
    days: int | None
    population_scale: float


def simulate(task: Task) -> xr.Dataset:
    """Run a task in this process.

    Returns
    -------
    Dataset (year, town)
        Its figures, with the titles, hashes and program in attributes.
    """
    return run(
        task.scenario,
        seed=task.seed,
        output=task.output,
        days=task.days,
        population_scale=task.population_scale,
        threads=task.threads,
        progress=False,
        figures=True,
    )


def run_all(tasks: Sequence[Task], jobs: int, progress: bool) -> dict[tuple[str, int], xr.Dataset]:
    """Run tasks in parallel processes, and stop them all at the first failure or Ctrl-C.

    Returns
    -------
    dict
        Figures by (label, seed).
    """
    found: dict[tuple[str, int], xr.Dataset] = {}
    with _pool(jobs) as pool, progress_bar(progress) as bar:
        row = bar.add_task(str(Text("runs", "运行")), total=len(tasks))
        tasks_of = {pool.submit(simulate, task): task for task in tasks}
        for future in as_completed(tasks_of):
            task = tasks_of[future]
            found[task.label, task.seed] = _figures_of(future, task)
            bar.advance(row)
    return found


def _figures_of(future: Future[xr.Dataset], task: Task) -> xr.Dataset:
    where = _place_of(task.label, task.seed)
    try:
        return future.result()
    except InputError as error:
        shared = error.where == "population_scale"
        raise InputError(error.where if shared else f"{where}: {error.where}", error.what) from error
    except BrokenProcessPool as error:
        raise RuntimeError(f"{where}: {_ENDED}") from error
    except Exception as error:
        raise RuntimeError(f"{where}: {error}") from error


def _place_of(label: str, seed: int) -> Text:
    return Text("{}, seed {}", "{}，种子{}").format(label, seed)


_ENDED = Text(
    "a worker process ended by itself; it may have run out of memory (try fewer jobs), "
    'or the script that compares lacks `if __name__ == "__main__":`',
    '工作进程意外终止：可能是内存不足（请减少jobs），或调用脚本缺少`if __name__ == "__main__":`',
)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that are gone when the block is left, whatever they were doing."""
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_follow_parent)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
            worker.join()
        raise
    finally:
        pool.shutdown()


def _follow_parent() -> None:
    """Leave interrupts to the parent process, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def paired_runs(
    scenarios: Sequence[str | Path | Scenario],
    seeds: Sequence[int],
    *,
    jobs: int | None,
    days: int | None,
    population_scale: float,
    keep: Path | None,
    progress: bool,
    labels: Sequence[str] | None = None,
) -> xr.Dataset:
    """Run every scenario with every seed.

    Returns
    -------
    Dataset (scenario, seed, year, town)
    """
    loaded = [as_scenario(scenario) for scenario in scenarios]
    labels = labels_of(scenarios) if labels is None else _sound_labels(labels, len(scenarios))
    _require_comparable(loaded, labels, days)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = min(jobs or cores, len(labels) * len(seeds))
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    tasks = [
        Task(
            label,
            scenario,
            seed,
            keep and keep / f"{label}-seed{seed}.h5",
            max(1, cores // workers),
            days,
            population_scale,
        )
        for seed in seeds
        for label, scenario in zip(labels, scenarios, strict=True)
    ]
    for task in tasks:
        if task.output:
            check_target(task.output, force=False)
    try:
        found = run_all(tasks, workers, progress)
    finally:
        if keep:
            _core.remove_abandoned(keep)  # what workers that were stopped have left
    table = gather(found, labels, seeds)
    return table.assign_attrs(days="" if days is None else str(days), population_scale=population_scale)


def _sound_labels(labels: Sequence[str], scenarios: int) -> list[str]:
    if len(labels) != scenarios or len(set(labels)) < scenarios or not all(map(_can_name_a_file, labels)):
        raise InputError("labels", _LABELS.format(scenarios))
    return list(labels)


def _can_name_a_file(label: str) -> bool:
    return bool(label) and label == Path(label).name


_LABELS = Text(
    "must be {} different names, one for each scenario, without slashes",
    "须为{}个互不相同、不含斜杠的名称，每个场景一个",
)


def _require_comparable(scenarios: Sequence[Scenario], labels: Sequence[str], days: int | None) -> None:
    """Refuse scenarios that differ in towns or days, before anything is run."""
    base = scenarios[0]
    for label, other in zip(labels, scenarios, strict=True):
        if days is not None and not 1 <= days <= other.days:
            raise InputError("days", _OTHER_DAYS.format(days, label, other.days))
        if other.towns != base.towns:
            raise InputError(label, _DIFFERS.format(Text("towns", "镇街"), labels[0]))
        if (other.start, days or other.days) != (base.start, days or base.days):
            raise InputError(label, _DIFFERS.format(Text("days", "日期"), labels[0]))


_OTHER_DAYS = Text("is {}; {} allows 1 to {} days", "为{}；{}允许1至{}天")
_DIFFERS = Text("has other {} than {}", "的{}与{}不同")


def labels_of(scenarios: Sequence[str | Path | Scenario]) -> list[str]:
    """Name scenarios after their files or titles, with a number where two have the same name.

    Examples
    --------
    >>> labels_of(["town/reference.toml", "town/more.toml", "city/reference.toml"])
    ['reference', 'more', 'reference-2']
    """
    labels: list[str] = []
    for name in map(_name_of, scenarios):
        numbered = (f"{name}-{number}" for number in itertools.count(2))
        labels.append(next(label for label in itertools.chain([name], numbered) if label not in labels))
    return labels


def _name_of(scenario: str | Path | Scenario) -> str:
    if isinstance(scenario, Scenario):
        return re.sub(r"\W+", "-", scenario.title["en"].lower()).strip("-") or "scenario"
    return Path(scenario).stem


def gather(found: dict[tuple[str, int], xr.Dataset], labels: Sequence[str], seeds: Sequence[int]) -> xr.Dataset:
    """Join the figures of all runs.

    Raises
    ------
    InputError
        Naming the run whose scenario differs from that of the first with its label.
    """
    first = found[labels[0], seeds[0]]
    for (label, seed), table in found.items():
        where = str(_place_of(label, seed))
        _require_same_scenario(found[label, seeds[0]], table, where)
    joined = xr.concat(
        [_seeds_of(found, label, seeds) for label in labels],
        dim=xr.DataArray(np.array(labels), dims="scenario", name="scenario"),
        join="exact",
        combine_attrs="drop",
    )
    runs = joined.assign_attrs(version=first.attrs["version"], commit=first.attrs["commit"])
    for name in ("title", "title_zh", "scenario_hash"):
        runs[name] = ("scenario", [found[label, seeds[0]].attrs[name] for label in labels])
    hashes = [[found[label, seed].attrs["state_hash"] for seed in seeds] for label in labels]
    runs["state_hash"] = (("scenario", "seed"), hashes)
    return runs.set_coords(["title", "title_zh", "scenario_hash", "state_hash"])


def _seeds_of(found: dict[tuple[str, int], xr.Dataset], label: str, seeds: Sequence[int]) -> xr.Dataset:
    tables = [found[label, seed] for seed in seeds]
    dimension = xr.DataArray(np.array(seeds), dims="seed", name="seed")
    return xr.concat(tables, dim=dimension, join="exact", combine_attrs="drop", coords="minimal", compat="override")


def _require_same_scenario(first: xr.Dataset, table: xr.Dataset, where: str) -> None:
    if first.attrs["scenario_hash"] != table.attrs["scenario_hash"]:
        raise InputError(where, Text("has changed since the first run", "自首次运行后已被改动"))
