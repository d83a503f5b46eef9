"""The picture of a comparison: effects with their intervals, each figure in its own unit and on its own scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from textwrap import wrap

import matplotlib.pyplot as plt
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from linli._language import Text
from linli.comparison.effect import Effect
from linli.comparison.effects import title_of
from linli.figures_of_merit import ALL, FigureOfMerit, figure_text
from linli.plot._captions import (
    PERIOD,
    PROGRAM,
    SIMULATED,
    TOWNS_ARE_ASSUMED,
    Caption,
    CaptionedFigure,
    fitting,
    listed,
    quoted,
    seeds_text,
    write_below,
)
from linli.plot._style import PALETTE, keep_fonts, style

COLUMNS = 2
WIDTH = 11.0
"""Of the figure: A4 on its side. [inches]"""

UNRESOLVED = ("0.5", "o", Text("not resolved", "未能判明"))
LOOKS = {
    True: (PALETTE[0], "P", Text("better", "改善")),
    False: (PALETTE[1], "X", Text("worse", "恶化")),
    None: ("black", "D", Text("changed", "变化")),
}
"""Colour, marker and meaning of what is resolved, by whether it improves."""


def plot_effects(effects: Sequence[Effect], runs: xr.Dataset) -> Figure:
    """Draw effects: a panel for each figure, in it a row for each scenario.

    Parameters
    ----------
    effects
        All of one confidence, year and town, each scenario with the same figures in the same order.
    runs
        What they were computed from: titles, days, seeds and program.

    Returns
    -------
    Figure
        Figures without a value in any scenario are named in the caption.
    """
    scenarios = list(dict.fromkeys(effect.scenario for effect in effects))
    by_figure = {one.figure: [e for e in effects if e.figure is one.figure] for one in effects}
    drawn = {figure: found for figure, found in by_figure.items() if any(map(_has_value, found))}
    caption = _caption(effects, runs, [figure for figure in by_figure if figure not in drawn])
    rows = max(1, math.ceil(len(drawn) / COLUMNS))
    with style():
        figure = plt.figure(
            FigureClass=CaptionedFigure, layout="constrained", figsize=(WIDTH, _height(rows, len(scenarios)))
        )
        panels = [figure.add_subplot(rows, COLUMNS, place + 1) for place in range(len(drawn))]
        for place, (panel, found) in enumerate(zip(panels, drawn.values(), strict=True)):
            _draw_panel(panel, found)
            names = [_name_of_row(runs, scenario) for scenario in scenarios]
            panel.set_yticks(range(len(names)), names if place % COLUMNS == 0 and len(names) > 1 else [""] * len(names))
            keep_fonts(panel)
        _write_heading(figure, caption)
        write_below(figure, caption)
    return figure


def _height(rows: int, scenarios: int) -> float:
    """Return the height, in inches, that leaves every row of text its room."""
    return 1.8 + rows * (0.75 + 0.24 * scenarios)


def _name_of_row(runs: xr.Dataset, scenario: str) -> str:
    return "\n".join(wrap(title_of(runs, scenario), 30))


def _has_value(effect: Effect) -> bool:
    return math.isfinite(effect.mean)


def _draw_panel(panel: Axes, effects: Sequence[Effect]) -> None:
    figure = effects[0].figure
    panel.axvline(0.0, color="black", linewidth=0.8, zorder=0)
    for row, effect in enumerate(effects):
        _draw_effect(panel, row, effect)
    panel.set_ylim(len(effects) - 0.4, -0.6)
    _set_range(panel)
    panel.xaxis.set_major_locator(MaxNLocator(6))
    panel.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _in_full(value)))
    panel.tick_params(axis="both", labelsize=8.0)
    panel.tick_params(axis="y", length=0)
    panel.spines["left"].set_visible(False)
    panel.set_xlabel(str(figure.unit), fontsize=8.0)
    base = str(_BASE.format(figure.name, figure_text(effects[0].base_mean)))
    panel.set_title("\n".join(fitting(base, 0.8 * WIDTH / COLUMNS, 9.0)), fontsize=9.0, pad=4.0)


_BASE = Text("{} (base: {})", "{}（基准{}）")


def _in_full(value: float) -> str:
    """Write a difference with its sign, never as a power of ten."""
    return f"{value:+,.10f}".rstrip("0").rstrip(".") if value else "0"


def _set_range(panel: Axes) -> None:
    """Keep zero in sight, and some room where nothing differs."""
    low, high = min(0.0, panel.dataLim.x0), max(0.0, panel.dataLim.x1)
    room = 0.06 * (high - low) or 1.0
    panel.set_xlim(low - room, high + room)


def _draw_effect(panel: Axes, row: int, effect: Effect) -> None:
    if not _has_value(effect):
        panel.text(0.0, row, str(Text(" no value", " 无数值")), color=UNRESOLVED[0], fontsize=8.0, va="center")
        return
    colour, marker, _ = LOOKS[effect.improves] if effect.resolved else UNRESOLVED
    face = colour if effect.resolved else "white"
    if math.isfinite(effect.low) and math.isfinite(effect.high):
        panel.plot([effect.low, effect.high], [row, row], color=colour, linewidth=1.5)
    panel.plot(effect.mean, row, marker, color=colour, markerfacecolor=face, markersize=6.5)


def _write_heading(figure: Figure, caption: Caption) -> None:
    """Write title and selection above all panels, and the meaning of the markers in a line below."""
    lines = [*fitting(caption.title, WIDTH, 11.0), *fitting(caption.selection, WIDTH, 11.0), " ", " "]
    figure.suptitle("\n".join(lines), x=0.01, ha="left", fontsize=11.0)
    known = [(*look, look[0]) for look in LOOKS.values()]
    handles = [
        Line2D([], [], color=colour, marker=marker, markerfacecolor=face, label=str(meaning))
        for colour, marker, meaning, face in [*known, (*UNRESOLVED, "white")]
    ]
    top = 1.0 - (len(lines) - 2) * 1.35 * 11.0 / 72.0 / figure.get_figheight()
    figure.legend(handles=handles, loc="upper left", bbox_to_anchor=(0.0, top), ncols=len(handles)).set_in_layout(False)


def _caption(effects: Sequence[Effect], runs: xr.Dataset, left_out: Sequence[FigureOfMerit]) -> Caption:
    """Say what is compared, where and when, and how to read it."""
    year, town = effects[0].year, effects[0].town
    others = list(dict.fromkeys(effect.scenario for effect in effects))
    titles = [title_of(runs, scenario) for scenario in others]
    base = title_of(runs, str(runs["scenario"].values[0]))
    seeds = seeds_text(int(seed) for seed in runs["seed"].values)
    days = _days(runs, year)
    scale = runs.attrs["population_scale"]
    scaled = "" if scale == 1.0 else str(Text("population scale {:g}", "人口规模{:g}").format(scale))
    program = str(PROGRAM.format(runs.attrs["version"], str(runs.attrs["commit"])[:8]))
    names = str(Text("; ", "；")).join(str(figure.name) for figure in left_out)
    compared = titles[0] if len(titles) == 1 else str(_SCENARIOS.format(len(titles)))
    return Caption(
        str(_AGAINST.format(compared, base)),
        listed([_place(runs, town), days, seeds]),
        (
            str(SIMULATED.format(listed([quoted([base, *titles]), seeds, days, scaled, program]))),
            str(_READ.format(100.0 * effects[0].confidence)),
            *([str(_LEFT_OUT.format(names))] if names else []),
            *([str(TOWNS_ARE_ASSUMED)] if town != ALL else []),
        ),
    )


_SCENARIOS = Text("{} scenarios", "{}个场景")
_AGAINST = Text("{} against {}", "{}，对比{}")
_READ = Text(
    "Markers: mean of paired differences over seeds; bars: their {:.0f} % intervals. About one figure in twenty looks "
    "changed where nothing is.",
    "标记为各种子配对差的均值，线段为{:.0f}%置信区间；即使毫无作用，约每二十个指标也会有一个看似有变化。",
)
_LEFT_OUT = Text("Not shown, for lack of a value: {}.", "因无数值未画出：{}。")


def _days(runs: xr.Dataset, year: str) -> str:
    """Name the days that count."""
    since, end = str(runs.attrs["since"]), str(runs.attrs["end"])
    if year != ALL:
        since, end = max(since, f"{year}-01-01"), min(end, f"{year}-12-31")
    return str(PERIOD.format(since, end))


def _place(runs: xr.Dataset, town: str) -> str:
    if town == ALL:
        return str(Text("whole city", "全市"))
    return str(Text(town, str(runs["town_zh"].sel(town=town).item())))
