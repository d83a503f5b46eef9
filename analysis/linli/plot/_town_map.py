"""A map of the towns, coloured by an indicator, with the grids of a weekly indicator on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import ListedColormap, Normalize
from matplotlib.patheffects import withStroke
from matplotlib.text import Text as PlacedText

from linli._language import Text
from linli.errors import InputError
from linli.plot._areas import TownAreas, stretch, town_areas
from linli.plot._captions import (
    MINUS,
    TOWNS_ARE_ASSUMED,
    Caption,
    about_runs,
    axes_or_new,
    days_text,
    kinds_text,
    listed,
    place_text,
    titled,
    titles_of,
    write_captions,
)
from linli.plot._indicator import (
    USUAL,
    choose_kinds,
    find_indicator,
    is_mean,
    is_stock,
    kind_of,
    over_kinds,
    paired,
)
from linli.plot._style import (
    DIVERGING,
    PALETTE,
    SEQUENTIAL,
    keep_fonts,
    name_of,
    root_figure,
    style,
    title_or,
    unit_of,
)
from linli.plot._town_values import differ, runs_of, town_map_table

if TYPE_CHECKING:
    from linli.result import Result


_POINTS_AREA = 80_000.0
"""Of all circles, if each were the largest. [square points]"""

_ROUNDS = 5
"""Of moving apart the names that overlap."""

_NATURAL = {"strain": 5.0, "trust": 1.0, "ties": 1.0}
"""Widths of the ranges of the panel's means: strain is from 0 to 5, trust and ties are from 0 to 1."""

_LEAST = 0.05
"""Of its natural range, the share that the colours of a mean span at least."""


def town_map(
    result: Result | Sequence[Result],
    indicator: str = USUAL,
    *,
    kinds: Sequence[str] | None = None,
    per: float | None = 10_000.0,
    base: Result | Sequence[Result] | None = None,
    points: str | None = None,
    point_kinds: Sequence[str] | None = None,
    names: bool = True,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the towns in the colours of an indicator. Their areas are schematic: see `town_areas`.

    Towns that differ by no more than chance have one colour; the colours of means over the panel span at least a
    twentieth of their natural range (0 to 1, strain 0 to 5).

    Parameters
    ----------
    result, indicator, kinds, per, base
        As for `town_map_table`. Circles are those of the first run, and are not drawn for differences.
    points
        Key of a weekly indicator by grid, drawn as circles whose areas are its sums over the run (stocks:
        means).
    point_kinds
        Keys of its kinds; None for all.
    names
        Whether to write the names of the towns, in the language in use.
    title
        None for the indicator's name and kinds.
    ax
        Axes to draw in; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        As for `town_map_table`, or if `points` is not by grid or is combined with `base`.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.town_map(result, "claims", points="grid_claims")
    """
    table = town_map_table(result, indicator, kinds=kinds, per=per, base=base)
    runs, others = runs_of(result), [] if base is None else paired(runs_of(result), base)
    if points is not None and others:
        raise InputError("points", Text("cannot be combined with `base`", "不能与`base`同用"))
    variable = find_indicator(runs[0], indicator)
    apart = differ(table, len(runs))
    with style():
        own, ax = ax is None, axes_or_new(ax, 9.6, 7.0)
        colours = _colours(table["value"], _narrowest(variable), difference=bool(others))
        drawn = table["value"] if apart else table["value"] * 0.0 + table["value"].mean()
        _draw_areas(ax, town_areas(runs[0].grids), drawn, colours)
        _explain_colours(ax, colours, table, _value_label(variable, per), apart=apart)
        if points is not None:
            _draw_points(ax, runs[0], points, point_kinds)
        write_captions(ax, _caption(_Shown(runs, others, variable, kinds, table, apart), title), below=own)
        _finish(ax, table)
        if names:
            _write_names(ax, table)
    return ax


@dataclass(frozen=True)
class _Shown:
    """What was selected to be shown, and what came of it."""

    runs: Sequence[Result]
    base: Sequence[Result]
    variable: xr.DataArray
    kinds: Sequence[str] | None
    table: pd.DataFrame
    apart: bool


def _caption(shown: _Shown, title: str | None) -> Caption:
    runs, name, made = shown.runs, name_of(shown.variable), shown.runs[0].provenance
    kinds = kinds_text(shown.variable, kind_of(shown.variable), shown.kinds)
    minus = str(MINUS.format(titles_of(runs), titles_of(shown.base))) if shown.base else ""
    usual = titled(str(Text("Difference in {}", "差值：{}").format(name)) if shown.base else name, "", kinds)
    return Caption(
        title_or(title, usual),
        listed([minus, place_text(runs[0], None), kinds, days_text(made.start, made.last_day)]),
        (about_runs(runs, shown.base), _noise_said(shown), str(TOWNS_ARE_ASSUMED)),
    )


_NOISE = Text("Noise between seeds, as the standard error of a town: {}.", "种子间的噪声（各镇街标准误）：{}。")
_COUNT_NOISE = Text(
    "One seed: luck shows, too. Noise of a count, as the standard error of a town: {}.",
    "只有一个种子，结果含偶然波动。计数噪声（各镇街标准误）：{}。",
)
_ONE_SEED = Text(
    "One seed: luck shows, too, and what of this is noise cannot be told; several files of other seeds can tell.",
    "只有一个种子，结果含偶然波动，无法判断其中多少是噪声；多个种子的结果文件才能判断。",
)
_NO_DIFFERENCE = Text("In this the two do not differ in any town.", "两者在各镇街均无差别。")
_ALIKE = Text(
    "Towns differ by no more than chance, so they have one colour.", "镇街之间的差别不超出偶然波动，故用同一颜色。"
)


def _noise_said(shown: _Shown) -> str:
    """Say how much of what is seen is luck."""
    noise = shown.table["noise"].dropna()
    if shown.base and not shown.table["value"].any():
        return str(_NO_DIFFERENCE)
    if noise.empty:
        return str(_ONE_SEED)
    low, high = (f"{one:,.0f}" if one >= 10.0 else f"{one:.2g}" for one in (noise.min(), noise.max()))
    width = low if low == high else str(Text("{} to {}", "{}至{}").format(low, high))
    said = (_NOISE if len(shown.runs) > 1 else _COUNT_NOISE).format(width)
    return str(said) if shown.apart else str(Text("{} {}", "{}{}").format(said, _ALIKE))


def _narrowest(variable: xr.DataArray) -> float:
    """Return the least range of colours: that of means over the panel is a share of what is possible."""
    if not is_mean(variable):
        return 0.0
    return _LEAST * _NATURAL[str(variable.name).removesuffix("_spread")]


def _colours(values: pd.Series[float], narrowest: float, *, difference: bool) -> ScalarMappable:
    """Return the colours of values: from the least to the greatest, or about zero."""
    if difference:
        farthest = max(float(values.abs().max()), narrowest / 2) or 1.0
        return ScalarMappable(Normalize(-farthest, farthest), mpl.colormaps[DIVERGING])
    low, high = float(values.min()), float(values.max())
    if len(values) == 1:
        low, high = 0.0, 2.0 * high
    missing = max(narrowest - (high - low), 0.0)
    return ScalarMappable(Normalize(low - missing / 2, high + missing / 2), mpl.colormaps[SEQUENTIAL])


def _explain_colours(ax: Axes, colours: ScalarMappable, table: pd.DataFrame, label: str, *, apart: bool) -> None:
    """Draw the scale of colours or, where towns differ by no more than chance, say what the one colour stands for."""
    if apart:
        ax.figure.colorbar(colours, ax=ax, shrink=0.7, label=label)
        return
    mean = float(table["value"].mean())
    (colour,) = colours.to_rgba(np.array([mean]))
    only = ScalarMappable(Normalize(mean - 1.0, mean + 1.0), ListedColormap([colour]))
    bar = ax.figure.colorbar(only, ax=ax, shrink=0.2, ticks=[mean], label=f"{label}\n{_ONE_COLOUR}")
    bar.ax.set_yticklabels([np.format_float_positional(mean, 4, fractional=False, trim="-")])


_ONE_COLOUR = Text("mean of towns that differ\nby no more than chance", "各镇街均值；镇街之间的\n差别不超出偶然波动")


def _draw_areas(ax: Axes, areas: TownAreas, values: pd.Series[float], colours: ScalarMappable) -> None:
    faces = colours.to_rgba(values.loc[list(areas.towns)].to_numpy(float))
    ax.add_collection(PolyCollection(areas.cells, facecolors=faces, edgecolors=faces, linewidths=0.4))
    ax.add_collection(LineCollection(list(areas.borders), colors="white", linewidths=0.9))
    ax.autoscale_view()


def grid_values(result: Result, indicator: str, kinds: Sequence[str] | None = None) -> xr.DataArray:
    """Return an indicator by grid over the whole run: counts summed, stocks averaged.

    Raises
    ------
    InputError
        If the indicator is unknown or not by grid, or a kind is unknown.
    """
    variable = choose_kinds(find_indicator(result, indicator), kinds)
    if "grid" not in variable.dims:
        known = ", ".join(str(key) for key, values in result.weekly.data_vars.items() if "grid" in values.dims)
        raise InputError(
            "points",
            Text("{} is not by grid; there are {}", "{}没有网格数据；可用的有：{}").format(indicator, known),
        )
    values = over_kinds(variable, variable)
    return values.mean("week") if is_stock(variable) else values.sum("week")


def _draw_points(ax: Axes, result: Result, indicator: str, kinds: Sequence[str] | None) -> None:
    values = grid_values(result, indicator, kinds).to_numpy()
    scale = min(_POINTS_AREA / len(values), 250.0) / max(float(np.nanmax(values)), 1e-9)
    lon, lat = result.grids["lon"], result.grids["lat"]
    circles = ax.scatter(lon, lat, s=scale * values, color=PALETTE[1], alpha=0.75, linewidths=0.3, edgecolors="white")
    handles, labels = circles.legend_elements(
        "sizes", num=3, fmt="{x:,.10g}", func=lambda sizes: np.asarray(sizes) / scale
    )
    title = name_of(find_indicator(result, indicator)) + str(Text(",\nby grid", "\n（各网格）"))
    ax.legend(handles, labels, title=title, title_fontsize=8.0, loc="upper left", bbox_to_anchor=(1.0, 1.0))


def _write_names(ax: Axes, table: pd.DataFrame) -> None:
    shown = table[str(Text("name", "name_zh"))].str.replace(" ", "\n")
    halo = [withStroke(linewidth=1.8, foreground="white")]
    texts = [
        ax.text(lon, lat, name, ha="center", va="center", fontsize=6.5, path_effects=halo)
        for name, lon, lat in zip(shown, table["lon"], table["lat"], strict=True)
    ]
    root_figure(ax).draw_without_rendering()
    for _ in range(_ROUNDS):
        for lower, upper in combinations(sorted(texts, key=lambda text: text.get_position()[1]), 2):
            _move_apart(ax, lower, upper)


def _move_apart(ax: Axes, lower: PlacedText, upper: PlacedText) -> None:
    below, above = lower.get_window_extent(), upper.get_window_extent()
    if not below.overlaps(above):
        return
    step = (below.y1 - above.y0) / 2 + 1.0
    for text, shift in ((lower, -step), (upper, step)):
        x, y = ax.transData.transform(text.get_position())
        text.set_y(float(ax.transData.inverted().transform((x, y + shift))[1]))


def _value_label(variable: xr.DataArray, per: float | None) -> str:
    if is_mean(variable):
        return str(Text("mean of the panel", "样本均值"))
    stock, unit = is_stock(variable), unit_of(variable)
    if per is None:
        over_run = (
            Text("{}, mean of the run", "{}（运行期平均）"),
            Text("{} over the run", "{}（运行期合计）"),
        )
        return str((over_run[0] if stock else over_run[1]).format(unit))
    rates = (
        Text("{} per {:,.0f} residents", "{}（每{:,.0f}名居民）"),
        Text("{} per {:,.0f} residents and year", "{}（每{:,.0f}名居民每年）"),
    )
    return str((rates[0] if stock else rates[1]).format(unit, per))


def _finish(ax: Axes, table: pd.DataFrame) -> None:
    note = Text(
        "Areas are schematic: each place belongs to the town of the nearest grid.",
        "区域为示意：每处归属于最近网格所在的镇街。",
    )
    ax.set_aspect(stretch(table["lat"].tolist()))
    ax.set_xlabel(f"{Text('longitude, degrees east', '经度（东经，度）')}\n{note}")
    ax.set_ylabel(str(Text("latitude, degrees north", "纬度（北纬，度）")))
    ax.xaxis.set_major_locator(mpl.ticker.MaxNLocator(6))
    ax.yaxis.set_major_locator(mpl.ticker.MaxNLocator(6))
    keep_fonts(ax)
