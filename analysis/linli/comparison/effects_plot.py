"""The forest plot of a comparison: effects with their intervals, in percent of the base."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import StrMethodFormatter

from linli._language import Text
from linli.comparison.effect import Effect
from linli.plot._style import keep_fonts, style

UNRESOLVED = "0.6"
COLOURS = {True: "tab:blue", False: "tab:red", None: "0.15"}
MEANING = {
    True: Text("better", "改善"),
    False: Text("worse", "恶化"),
    None: Text("changed", "变化"),
}


def plot_effects(effects: Sequence[Effect], titles: Mapping[str, str]) -> Figure:
    """Draw effects, a panel for each scenario.

    Parameters
    ----------
    effects
        All of one confidence, each scenario with the same figures in the same order.
    titles
        By scenario.

    Returns
    -------
    Figure
        Figures without a percentage in any scenario are named in the note below.
    """
    rows = [effect.figure for effect in effects if effect.scenario == effects[0].scenario]
    drawn = [figure for figure in rows if all(_has_percentage(e) for e in effects if e.figure is figure)]
    left_out = [figure for figure in rows if figure not in drawn]
    with style():
        figure, axes = plt.subplots(
            1,
            len(titles),
            sharey=True,
            squeeze=False,
            layout="constrained",
            figsize=(4.5 + 4.0 * len(titles), 1.8 + 0.26 * len(drawn)),
        )
        for axis, (scenario, title) in zip(axes[0], titles.items(), strict=True):
            _draw_panel(axis, [e for e in effects if e.scenario == scenario and e.figure in drawn])
            axis.set_title(title)
            keep_fonts(axis)
        axes[0][0].set_yticks(range(len(drawn)), [str(f.name) for f in drawn])
        axes[0][0].invert_yaxis()
        _add_legend(figure)
        names = str(Text("; ", "；")).join(str(f.name) for f in left_out)
        figure.supxlabel(_note(effects[0].confidence, names), fontsize="small", wrap=True)
    return figure


def _has_percentage(effect: Effect) -> bool:
    return effect.figure.better != "zero" and (math.isfinite(effect.relative) or effect.is_none)


def _draw_panel(axis: Axes, effects: Sequence[Effect]) -> None:
    axis.axvline(0.0, color="0.7", linewidth=0.8, zorder=0)
    axis.set_xscale("symlog", linthresh=1.0)
    axis.xaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    axis.set_xlabel(
        str(Text("difference to the base, % (logarithmic beyond 1)", "与基准之差（%，绝对值1以上为对数刻度）"))
    )
    for row, effect in enumerate(effects):
        _draw_effect(axis, row, effect)


def _draw_effect(axis: Axes, row: int, effect: Effect) -> None:
    scale = 100.0 / abs(effect.base_mean) if effect.base_mean else 0.0
    colour = COLOURS[effect.improves] if effect.resolved else UNRESOLVED
    axis.plot([effect.low * scale, effect.high * scale], [row, row], color=colour, linewidth=1.5)
    face = colour if effect.resolved else "white"
    axis.plot(effect.mean * scale, row, "o", color=colour, markerfacecolor=face, markersize=5)


def _add_legend(figure: Figure) -> None:
    known = [Line2D([], [], color=colour, marker="o", label=str(MEANING[key])) for key, colour in COLOURS.items()]
    unknown = Line2D(
        [],
        [],
        color=UNRESOLVED,
        marker="o",
        markerfacecolor="white",
        label=str(Text("not resolved", "未能判明")),
    )
    figure.legend(handles=[*known, unknown], loc="outside upper center", ncols=4, frameon=False)


def _note(confidence: float, left_out: str) -> str:
    note = Text(
        "Mean of paired differences over seeds, with {:.0f} % intervals.",
        "各种子配对差的均值及{:.0f}%置信区间。",
    ).format(100.0 * confidence)
    missing = Text("\nNot shown, for lack of a percentage: {}.", "\n无法以百分比表示，未画出：{}。")
    return f"{note}{missing.format(left_out) if left_out else ''}"
