"""The queue in front of the mediators against their load, week by week.

No curve of queueing theory is drawn: posts differ in the hours, skills and classes of cases they take, and
idle posts in one village do not help the next, so that a single-queue formula in the town's mean load would
mislead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from linli._language import Text
from linli._stages import MEDIATION
from linli.errors import InputError
from linli.plot._captions import Caption, axes_or_new, caption_of_run, write_captions
from linli.plot._indicator import by_time
from linli.plot._style import (
    PALETTE,
    date_axis,
    keep_fonts,
    labels_of,
    number_axis,
    root_figure,
    style,
)

if TYPE_CHECKING:
    from linli.result import Result


def queue_table(result: Result, *, towns: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the queue in front of mediators and their load, for each complete week.

    Parameters
    ----------
    result
        A run.
    towns
        English or Chinese names of towns; None for all.

    Returns
    -------
    DataFrame
        By the first day of the week: `community`, `sector`, `town_centre`, `police_desk` (cases waiting
        there, mean of the week), `waiting` (their sum), `hours` (of mediation held), `mediators` (in post,
        mean of the week) and `load` (hours per mediator).

    Raises
    ------
    InputError
        If a town is unknown.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     weeks = linli.plot.queue_table(result)
    >>> len(weeks), bool((weeks["load"] > 0).all())
    (104, True)
    """
    waiting = by_time(result, "waiting", towns=towns, kinds=MEDIATION, by="kind")
    hours = by_time(result, "meeting_hours", towns=towns, kinds=MEDIATION)["meeting_hours"]
    mediators = by_time(result, "mediators", towns=towns)["mediators"]
    figures = {
        "waiting": waiting.sum(axis=1),
        "hours": hours,
        "mediators": mediators,
        "load": hours / mediators,
    }
    return waiting.rename_axis(columns=None).assign(**figures)


def queue(
    result: Result, *, towns: Sequence[str] | None = None, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the cases waiting for mediators by door and, below, the hours that each mediator worked.

    Parameters
    ----------
    result, towns
        As for `queue_table`.
    title
        None for a title in the language in use.
    ax
        Axes to draw in, made by subplots, whose lower part becomes the panel of hours; None for a new figure.

    Returns
    -------
    Axes
        Those of the upper panel; the lower one is the last of its figure.

    Raises
    ------
    InputError
        If a town is unknown, or `ax` is not made by subplots.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.queue(result)
    >>> len(axes.figure.axes)
    2
    """
    weeks = queue_table(result, towns=towns)
    names = labels_of(result.daily["stage"])
    doors = [names[door] for door in MEDIATION]
    with style():
        own, ax = ax is None, axes_or_new(ax, 8.0, 5.2)
        below = _panel_below(ax)
        ax.stackplot(weeks.index, weeks[list(MEDIATION)].T, labels=doors, colors=PALETTE)
        below.plot(weeks.index, weeks["load"], color="black", linewidth=1.2)
        _finish(ax, below)
        write_captions(ax, _caption(result, towns, title), below=own)
    return ax


def _caption(result: Result, towns: Sequence[str] | None, title: str | None) -> Caption:
    usual = Text("Waiting for mediation, and the load", "调解排队与工作负荷")
    return caption_of_run(result, usual, towns, title, every=Text("by week", "按周"))


def _panel_below(ax: Axes) -> Axes:
    whole = ax.get_subplotspec()
    if whole is None:
        raise InputError("ax", Text("must be made by subplots", "须由subplots建立"))
    parts = whole.subgridspec(2, 1, height_ratios=(5, 3))
    ax.set_subplotspec(parts[0])
    return ax.figure.add_subplot(parts[1], sharex=ax)


def _finish(ax: Axes, below: Axes) -> None:
    ax.set_ylabel(str(Text("cases waiting,\nmean of the week", "等待案件数\n（周平均）")))
    below.set_ylabel(str(Text("hours a week\nper mediator", "每名调解员\n每周工时")))
    below.set_xlabel(str(Text("week, by its first day", "周（首日）")))
    ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), borderaxespad=0.0, reverse=True)
    ax.tick_params(axis="x", labelbottom=False)
    date_axis(below)
    for panel in (ax, below):
        number_axis(panel)
        keep_fonts(panel)
    root_figure(ax).align_ylabels([ax, below])
