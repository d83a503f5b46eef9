"""The command ``linli plot``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase

import linli
from linli._files import make_way
from linli.cli import messages
from linli.cli._console import say
from linli.cli._options import Force, Lang, argument, option
from linli.comparison.paired_runs import labels_of
from linli.errors import InputError

Kind = Literal["series", "pyramid", "map", "flow", "queue"]
By = Literal["town", "kind"]
Every = Literal["day", "week", "month"]

_Kind = Annotated[Kind, argument(messages.FIGURE_ARGUMENT, "FIGURE")]
_Files = Annotated[list[Path], argument(messages.FILES_ARGUMENT, "FILE")]
_Picture = Annotated[Path, option(messages.PICTURE_OPTION, "-o", "--output", metavar="PICTURE")]
_Indicator = Annotated[str | None, option(messages.INDICATOR_OPTION, "--indicator", metavar="KEY")]
_Towns = Annotated[list[str] | None, option(messages.TOWNS_OPTION, "--town", metavar="TOWN")]
_Kinds = Annotated[list[str] | None, option(messages.KINDS_OPTION, "--kind", metavar="KIND")]
_By = Annotated[By | None, option(messages.BY_OPTION, "--by", metavar="town|kind")]
_Every = Annotated[Every | None, option(messages.EVERY_OPTION, "--every", metavar="day|week|month")]


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


def plot(
    figure: _Kind,
    files: _Files,
    output: _Picture,
    indicator: _Indicator = None,
    towns: _Towns = None,
    kinds: _Kinds = None,
    by: _By = None,
    every: _Every = None,
    force: Force = False,
    lang: Lang = None,
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


def _check_options(figure: Kind, files: Sequence[Path], wanted: _Wanted) -> None:
    used = _USED.get(figure, ("town",))
    for name, value in vars(wanted).items():
        if value is not None and name not in used:
            raise InputError(f"--{name}", messages.NOT_USED_BY.format(figure))
    if "indicator" in used and wanted.indicator is None:
        raise InputError("--indicator", messages.NEEDED_FOR.format(figure))
    if len(files) > 1 and figure != "series":
        raise InputError(str(files[1]), messages.ONE_FILE.format(figure))


def _check_picture(file: Path, *, force: bool) -> None:
    allowed = sorted(FigureCanvasBase.get_supported_filetypes())
    if file.suffix.lower().removeprefix(".") not in allowed:
        raise InputError(str(file), messages.NO_SUCH_PICTURE.format(", ".join(f".{kind}" for kind in allowed)))
    make_way(file, force=force)


def _series(results: Sequence[linli.Result], wanted: _Wanted) -> Axes:
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


_DRAWN: dict[Kind, Callable[[Sequence[linli.Result], _Wanted], Axes]] = {
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
