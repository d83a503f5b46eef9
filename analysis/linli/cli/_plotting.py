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


_USED = {"series": ("indicator", "town", "kind", "by", "every"), "map": ("indicator", "kind")}
"""Options that a figure uses; the others use --town alone."""


@command(
    Text("Draw a figure of results.", "绘制结果图。"),
    Argument(
        "figure",
        OneOf(*get_args(Figure), placeholder=Text("FIGURE", "图的种类")),
        Text("What to draw; see below.", "要画的图，见下文。"),
    ),
    Argument(
        "files", RESULT_FILE, Text("Result files; several for series only.", "结果文件；仅series可用多个。"), nargs=-1
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
        Text("Key of an indicator, for series and map.", "指标的键名，用于series和map。"),
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
    FORCE,
    examples=[
        (
            Text("What became of the grievances:", "纠纷金字塔："),
            "linli plot pyramid town.h5 -o pyramid.png",
        ),
        (
            Text("Two runs in one figure, by month:", "两次运行画在一张图中，按月："),
            "linli plot series a.h5 b.h5 -o claims.svg --indicator claims --every month",
        ),
        (
            Text("One kind of dispute:", "只看一类纠纷："),
            "linli plot series town.h5 -o f.pdf --indicator claims --kind family",
        ),
        (Text("A map:", "地图："), "linli plot map city.h5 -o map.png --indicator grievances"),
    ],
    notes=Text(
        "Figures:\n"
        "  series    an indicator over time; several files give a line each\n"
        "  pyramid   grievances, claims, third parties, settlements, courts\n"
        "  map       the towns in the colours of an indicator\n"
        "  flow      cases through the doors to their outcomes\n"
        "  queue     cases waiting for mediators, and the mediators' load",
        "图的种类：\n"
        "  series    指标随时间的变化；多个文件各画一条线\n"
        "  pyramid   纠纷金字塔：矛盾、主张、进入各渠道、化解与裁判、法院\n"
        "  map       以颜色表示各镇街指标的地图\n"
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
    force: bool,
) -> None:
    """Draw a figure of results."""
    wanted = _Wanted(indicator, towns or None, kinds or None, by, every)
    _check_options(figure, files, wanted)
    _check_picture(output, force=force)
    with ExitStack() as stack:
        results = [stack.enter_context(linli.open(file)) for file in files]
        axes = _DRAWN[figure](results, wanted)
    _save(axes, output)
    say(messages.WRITTEN.format(output))


def _check_options(figure: Figure, files: Sequence[Path], wanted: _Wanted) -> None:
    used = _USED.get(figure, ("town",))
    for name, value in vars(wanted).items():
        if value is not None and name not in used:
            raise InputError(f"--{name}", messages.NOT_USED_BY.format(figure))
    if "indicator" in used and wanted.indicator is None:
        raise InputError("--indicator", messages.NEEDED_FOR.format(figure))
    if len(files) > 1 and figure != "series":
        raise InputError(str(files[1]), messages.ONE_FILE.format(figure))
    if len(files) > 1 and wanted.by is not None:
        raise InputError(str(files[1]), messages.ONE_FILE.format("--by"))


def _check_picture(file: Path, *, force: bool) -> None:
    from matplotlib.backend_bases import FigureCanvasBase

    allowed = sorted(FigureCanvasBase.get_supported_filetypes())
    if file.suffix.lower().removeprefix(".") not in allowed:
        raise InputError(str(file), messages.NO_SUCH_PICTURE.format(messages.listed(f".{kind}" for kind in allowed)))
    make_way(file, force=force)


def _series(results: Sequence[linli.Result], wanted: _Wanted) -> Axes:
    from linli.comparison.paired_runs import labels_of

    labels = labels_of([str(result.path) for result in results])
    runs = results[0] if len(results) == 1 else dict(zip(labels, results, strict=True))
    return linli.plot.series(
        runs,
        wanted.indicator or "",
        towns=wanted.town,
        kinds=wanted.kind,
        by=wanted.by,
        every=wanted.every or "week",
    )


def _map(results: Sequence[linli.Result], wanted: _Wanted) -> Axes:
    return linli.plot.town_map(results[0], wanted.indicator or "", kinds=wanted.kind)


_DRAWN: dict[Figure, Callable[[Sequence[linli.Result], _Wanted], Axes]] = {
    "series": _series,
    "map": _map,
    "pyramid": lambda results, wanted: linli.plot.pyramid(results[0], towns=wanted.town),
    "flow": lambda results, wanted: linli.plot.flow(results[0], towns=wanted.town),
    "queue": lambda results, wanted: linli.plot.queue(results[0], towns=wanted.town),
}


def _save(axes: Axes, file: Path) -> None:
    """Write the picture under another name and rename it."""
    partial = file.with_name(f".{file.stem}.partial-{os.getpid()}{file.suffix}")
    try:
        axes.get_figure(root=True).savefig(partial, bbox_inches="tight", dpi=150)  # type: ignore[union-attr]
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
