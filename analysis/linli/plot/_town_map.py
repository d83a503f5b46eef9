"""A map of the towns, coloured by an indicator, with the grids of a weekly indicator on top."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import Normalize
from matplotlib.patheffects import withStroke
from matplotlib.text import Text as PlacedText

from linli._language import Text
from linli.errors import InputError
from linli.plot._areas import TownAreas, stretch, town_areas
from linli.plot._indicator import (
    choose_kinds,
    find_indicator,
    is_mean,
    is_stock,
    kind_of,
    over_towns,
    time_of,
    years_of,
)
from linli.plot._style import (
    PALETTE,
    SEQUENTIAL,
    axes_or_new,
    keep_fonts,
    name_of,
    root_figure,
    style,
    title_or,
    unit_of,
)

if TYPE_CHECKING:
    from linli.result import Result


_POINTS_AREA = 80_000.0
"""Of all circles, if each were the largest. [square points]"""

_ROUNDS = 5
"""Of moving apart the names that overlap."""


def town_map_table(
    result: Result, indicator: str, *, kinds: Sequence[str] | None = None, per: float | None = 10_000.0
) -> pd.DataFrame:
    """Return what the map of the towns shows.

    Parameters
    ----------
    result
        A run.
    indicator
        Key of a daily or weekly indicator.
    kinds
        Keys of kinds; None for all.
    per
        Residents to whom values relate: counts per so many residents and year, stocks per so many residents.
        None for the count over the run or the mean stock. Means over the panel stay as they are.

    Returns
    -------
    DataFrame
        By English name of the town: `name`, `name_zh`, `lon`, `lat` (degrees) and `value`.

    Raises
    ------
    InputError
        If a name is unknown or kinds overlap.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     towns = linli.plot.town_map_table(result, "claims", per=None)
    ...     float(towns["value"].sum()) == float(result.daily["claims"].sum())
    True
    """
    towns = result.towns.set_index("name", drop=False)[["name", "name_zh", "lon", "lat"]]
    variable = choose_kinds(find_indicator(result, indicator), kinds)
    values = _over_kinds(over_towns(result, variable, list(towns["name"])), variable)
    time = time_of(variable)
    value = values.mean(time) if is_stock(variable) else values.sum(time)
    if per is not None and not is_mean(variable):
        years = 1.0 if is_stock(variable) else years_of(result.daily["day"])
        value = value / result.daily["residents"].mean("day").sel(town=value["town"]) / years * per
    return towns.rename_axis("town").assign(value=value.to_series().reindex(towns.index))


def _over_kinds(values: xr.DataArray, variable: xr.DataArray) -> xr.DataArray:
    kind = kind_of(variable)
    return values if kind is None else values.sum(kind, skipna=False)


def town_map(
    result: Result,
    indicator: str,
    *,
    kinds: Sequence[str] | None = None,
    per: float | None = 10_000.0,
    points: str | None = None,
    point_kinds: Sequence[str] | None = None,
    names: bool = True,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the towns in the colours of an indicator. Their areas are schematic: see `town_areas`.

    Parameters
    ----------
    result, indicator, kinds, per
        As for `town_map_table`.
    points
        Key of a weekly indicator by grid, drawn as circles whose areas are its sums over the run (stocks:
        means).
    point_kinds
        Keys of its kinds; None for all.
    names
        Whether to write the names of the towns, in the language in use.
    title
        None for the indicator's name.
    ax
        Axes to draw in; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a name is unknown, kinds overlap, or `points` is not by grid.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.town_map(result, "claims", points="grid_claims")
    """
    table = town_map_table(result, indicator, kinds=kinds, per=per)
    areas = town_areas(result.grids)
    variable = find_indicator(result, indicator)
    with style():
        ax = axes_or_new(ax, 9.6, 6.6)
        colours = _draw_areas(ax, areas, table["value"])
        ax.figure.colorbar(colours, ax=ax, shrink=0.7, label=_value_label(variable, per))
        if points is not None:
            _draw_points(ax, result, points, point_kinds)
        ax.set_title(title_or(title, name_of(variable)))
        _finish(ax, table)
        if names:
            _write_names(ax, table)
    return ax


def _draw_areas(ax: Axes, areas: TownAreas, values: pd.Series[float]) -> ScalarMappable:
    spread = Normalize(0.0, 2.0 * values.max()) if len(values) == 1 else Normalize(values.min(), values.max())
    colours = ScalarMappable(spread, mpl.colormaps[SEQUENTIAL])
    faces = colours.to_rgba(values.loc[list(areas.towns)].to_numpy(float))
    ax.add_collection(PolyCollection(areas.cells, facecolors=faces, edgecolors=faces, linewidths=0.4))
    ax.add_collection(LineCollection(list(areas.borders), colors="white", linewidths=0.9))
    ax.autoscale_view()
    return colours


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
    values = _over_kinds(variable, variable)
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
