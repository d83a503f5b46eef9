"""The command ``linli plot``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import linli
from linli._files import make_way
from linli._language import Text
from linli.cli import messages
from linli.cli._commands import command
from linli.cli._console import say
from linli.cli._kinds import Kind, Name, OneOf
from linli.cli._options import FORCE, RESULT_FILE, TOWN
from linli.cli._params import Argument, Option
from linli.errors import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    Results = Sequence[linli.Result]

Figure = Literal["series", "pyramid", "map", "flow", "queue"]
By = Literal["town", "kind"]
Every = Literal["day", "week", "month"]


@dataclass(frozen=True)
class _Wanted:
    """What the options ask for; None where they do not."""

    indicator: str | None
    town: Sequence[str] | None
    kind: Sequence[str] | None
    by: By | None
    every: Every | None
    minus: Sequence[Path] | None


_USED = {"series": ("indicator", "town", "kind", "by", "every", "minus"), "map": ("indicator", "kind", "minus")}
"""Options that a figure uses; the others use --town alone."""


@command(
    Text("Draw a figure of results.", "绘制结果图。"),
    Argument(
        "figure",
        OneOf(*get_args(Figure), placeholder=Text("FIGURE", "图的种类")),
        Text("What to draw; see below.", "要画的图，见下文。"),
    ),
    Argument(
        "files",
        RESULT_FILE,
        Text("Result files; several for series and map only.", "结果文件；仅series和map可用多个。"),
        nargs=-1,
    ),
    Option(
        "-o --output",
        Name(Text("PICTURE", "图片")),
        Text("Picture to write: .png, .svg, .pdf...", "要写入的图片：.png、.svg、.pdf等。"),
        required=True,
    ),
    Option(
        "--indicator",
        Kind(Text("KEY", "键名")),
        Text(
            "Key of an indicator, for series and map; without it, disputes opened.",
            "指标的键名，用于series和map；不给出时为新发纠纷。",
        ),
    ),
    Option(
        "--town towns",
        TOWN,
        Text("Only this town, not for map; may be repeated.", "只取该镇街，不用于map；可重复使用。"),
        multiple=True,
    ),
    Option(
        "--kind kinds",
        Kind(Text("KIND", "类别")),
        Text("Only this kind, for series and map; may be repeated.", "只取该类别，用于series和map；可重复使用。"),
        multiple=True,
    ),
    Option(
        "--by",
        OneOf(*get_args(By)),
        Text("A line for each town or kind, for series.", "各镇街（town）或各类别（kind）各画一条线，用于series。"),
    ),
    Option(
        "--every",
        OneOf(*get_args(Every)),
        Text("Period, for series; week unless given.", "时间间隔（日、周、月），用于series；不给出时为week。"),
    ),
    Option(
        "--minus base",
        RESULT_FILE,
        Text(
            "Draw the difference to this run, for series and map; repeated, a run for each seed.",
            "画出与该运行结果之差，用于series和map；重复使用时每个种子一个文件。",
        ),
        multiple=True,
    ),
    FORCE,
    examples=[
        (
            Text("What became of the grievances:", "纠纷金字塔："),
            "linli plot pyramid town.h5 -o pyramid.png",
        ),
        (
            Text("Two scenarios in one figure, by month:", "两个场景画在一张图中，按月："),
            "linli plot series a.h5 b.h5 -o claims.svg --indicator claims --every month",
        ),
        (
            Text("One kind of dispute:", "只看一类纠纷："),
            "linli plot series town.h5 -o f.pdf --indicator claims --kind family",
        ),
        (
            Text("A map, with the noise between seeds:", "地图，并给出种子间的噪声："),
            "linli plot map city1.h5 city2.h5 city3.h5 -o map.png --indicator grievances",
        ),
        (
            Text("What a policy changes, town by town:", "某政策使各镇街有何变化："),
            "linli plot map policy.h5 --minus base.h5 -o change.png",
        ),
    ],
    notes=Text(
        "Figures:\n"
        "  series    an indicator over time: a line for each scenario, a band over its seeds\n"
        "  pyramid   grievances, claims, third parties, settlements, courts\n"
        "  map       the towns in the colours of an indicator; files of one scenario\n"
        "  flow      cases through the doors to their outcomes\n"
        "  queue     cases waiting for mediators, and the mediators' load",
        "图的种类：\n"
        "  series    指标随时间的变化：每个场景一条线，各种子成一条色带\n"
        "  pyramid   纠纷金字塔：矛盾、主张、进入各渠道、化解与裁判、法院\n"
        "  map       以颜色表示各镇街指标的地图；文件须属同一场景\n"
        "  flow      案件经各渠道到结果的流向\n"
        "  queue     等待调解的案件和调解员的工作量",
    ),
)
def plot(
    figure: Figure,
    files: Sequence[Path],
    output: Path,
    indicator: str | None,
    towns: Sequence[str],
    kinds: Sequence[str],
    by: By | None,
    every: Every | None,
    base: Sequence[Path],
    force: bool,
) -> None:
    """Draw a figure of results."""
    wanted = _Wanted(indicator, towns or None, kinds or None, by, every, base or None)
    _check_options(figure, files, wanted)
    _check_picture(output, force=force)
    with ExitStack() as stack:
        results, minus = ([stack.enter_context(linli.open(file)) for file in some] for some in (files, base))
        _check_scenarios(figure, results, minus, wanted)
        axes = _DRAWN[figure](results, minus, wanted)
    _save(axes, output)
    if "indicator" in _USED.get(figure, ()) and indicator is None:
        _say_what_is_drawn()
    say(messages.WRITTEN.format(output))


def _say_what_is_drawn() -> None:
    """Name the indicator that nobody has asked for."""
    from linli.plot._indicator import USUAL

    say(messages.USUAL_DRAWN.format(USUAL, linli.indicators().loc[USUAL, "meaning"]))


def _check_options(figure: Figure, files: Sequence[Path], wanted: _Wanted) -> None:
    used = _USED.get(figure, ("town",))
    for name, value in vars(wanted).items():
        if value is not None and name not in used:
            raise InputError(f"--{name}", messages.NOT_USED_BY.format(figure))
    if len(files) > 1 and "minus" not in used:
        raise InputError(str(files[1]), messages.ONE_FILE.format(figure))


def _check_scenarios(figure: Figure, results: Results, minus: Results, wanted: _Wanted) -> None:
    """Refuse files of several scenarios where one is needed, in the words of the command line."""
    needs_one = "map" if figure == "map" else "--by" if wanted.by is not None else None
    for what, some in ((needs_one, results), ("--minus", minus)):
        if what is not None and len(groups := list(_by_scenario(some).values())) > 1:
            raise InputError(str(groups[1][0].path), messages.ONE_SCENARIO.format(what))


def _check_picture(file: Path, *, force: bool) -> None:
    from matplotlib.backend_bases import FigureCanvasBase

    allowed = sorted(FigureCanvasBase.get_supported_filetypes())
    if file.suffix.lower().removeprefix(".") not in allowed:
        raise InputError(str(file), messages.NO_SUCH_PICTURE.format(messages.listed(f".{kind}" for kind in allowed)))
    make_way(file, force=force)


def _series(results: Results, base: Results, wanted: _Wanted) -> Axes:
    from linli.plot._indicator import USUAL

    scenarios = _by_scenario(results)
    return linli.plot.series(
        results if len(scenarios) == 1 else scenarios,
        wanted.indicator or USUAL,
        towns=wanted.town,
        kinds=wanted.kind,
        by=wanted.by,
        every=wanted.every or "week",
        base=base or None,
    )


def _by_scenario(results: Results) -> dict[str, list[linli.Result]]:
    """Gather the seeds of each scenario under its title, with the file's name where titles are alike."""
    from linli.plot._indicator import scenario_of

    groups: dict[object, list[linli.Result]] = {}
    for result in results:
        groups.setdefault(scenario_of(result), []).append(result)
    titles = [str(runs[0].provenance.title) for runs in groups.values()]
    named: dict[str, list[linli.Result]] = {}
    for title, runs in zip(titles, groups.values(), strict=True):
        alike = titles.count(title) > 1
        named[str(messages.TITLE_AND_FILE.format(title, runs[0].path)) if alike else title] = runs
    return named


def _map(results: Results, base: Results, wanted: _Wanted) -> Axes:
    from linli.plot._indicator import USUAL

    return linli.plot.town_map(results, wanted.indicator or USUAL, kinds=wanted.kind, base=base or None)


_DRAWN: dict[Figure, Callable[[Results, Results, _Wanted], Axes]] = {
    "series": _series,
    "map": _map,
    "pyramid": lambda results, _, wanted: linli.plot.pyramid(results[0], towns=wanted.town),
    "flow": lambda results, _, wanted: linli.plot.flow(results[0], towns=wanted.town),
    "queue": lambda results, _, wanted: linli.plot.queue(results[0], towns=wanted.town),
}


def _save(axes: Axes, file: Path) -> None:
    """Write the picture under another name and rename it."""
    partial = file.with_name(f".{file.stem}.partial-{os.getpid()}{file.suffix}")
    try:
        axes.get_figure(root=True).savefig(partial, bbox_inches="tight", dpi=150)  # type: ignore[union-attr]
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
