"""An indicator over time: lines for runs, towns or kinds, and bands over seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, cast

import matplotlib as mpl
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from linli._language import Text
from linli.errors import InputError
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
    seeds_text,
    titled,
    titles_of,
    write_captions,
)
from linli.plot._indicator import (
    USUAL,
    Period,
    Split,
    by_time,
    find_indicator,
    is_mean,
    is_stock,
    kind_of,
    listed_runs,
    paired,
    require_one_scenario,
)
from linli.plot._style import (
    DIVERGING,
    PALETTE,
    date_axis,
    keep_fonts,
    labels_of,
    name_of,
    number_axis,
    style,
    title_or,
    town_names,
    unit_of,
)

if TYPE_CHECKING:
    from linli.result import Result

_LOOKS = tuple((colour, dash) for dash, colour in product(("-", "--", ":"), PALETTE[:7]))
_COUNTED = {
    "day": Text("{} a day", "{}/日"),
    "week": Text("{} a week", "{}/周"),
    "month": Text("{} a month", "{}/月"),
}
_AVERAGED = {
    "day": Text("{}, at the end of the day", "{}（日末）"),
    "week": Text("{}, mean of the week", "{}（周平均）"),
    "month": Text("{}, mean of the month", "{}（月平均）"),
}
_EVERY = {"day": Text("by day", "按日"), "week": Text("by week", "按周"), "month": Text("by month", "按月")}
_TIMES = {
    "day": Text("day", "日期"),
    "week": Text("week, by its first day", "周（首日）"),
    "month": Text("month", "月份"),
}


def series_table(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
    indicator: str = USUAL,
    *,
    towns: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    every: Period = "week",
    by: Split | None = None,
    base: Result | Sequence[Result] | None = None,
) -> pd.DataFrame:
    """Return an indicator over time in several runs.

    Counts are summed over the days of a period, stocks averaged; both are summed over towns and kinds.
    Means over the panel (strain, trust, ties) are averaged over towns by residents.

    Parameters
    ----------
    results
        One run, several runs of one scenario that differ in their seeds, or either of these by label.
    indicator
        Key of a daily or weekly indicator.
    towns
        English or Chinese names of towns; None for all.
    kinds
        Keys of kinds; None for all.
    every
        "day", "week" (seven days from the first day of the run) or "month"; incomplete periods are left out.
    by
        "town" or "kind" for one line each; then results may not be labelled.
    base
        Runs of the scenario that is taken off, seed by seed: `value` is then the difference.

    Returns
    -------
    DataFrame
        Columns `line` (label, town, kind or ""), `run` (its place among the runs of the label, from 0),
        `time` (first day of the period) and `value` (in the indicator's unit).

    Raises
    ------
    InputError
        If a name is unknown, kinds overlap, `by` is combined with labels, runs of different scenarios have one
        label, a label has a seed twice, or the base lacks a run with the same seed, towns and days.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     table = linli.plot.series_table(result, "claims", every="month")
    >>> list(table.columns), len(table)
    (['line', 'run', 'time', 'value'], 24)
    """
    labelled = _labelled(results)
    if by is not None and list(labelled) != [""]:
        raise InputError("by", Text("cannot be combined with labels of results", "不能与带标签的结果同用"))

    def values(result: Result) -> pd.DataFrame:
        return by_time(result, indicator, towns=towns, kinds=kinds, every=every, by=by)

    parts = []
    for label, runs in labelled.items():
        partners = [None] * len(runs) if base is None else paired(runs, base)
        for run, (result, partner) in enumerate(zip(runs, partners, strict=True)):
            table = values(result) if partner is None else values(result) - values(partner)
            parts.append(_in_rows(table, label if by is None else None, run))
    return pd.concat(parts, ignore_index=True)


def _in_rows(table: pd.DataFrame, line: str | None, run: int) -> pd.DataFrame:
    named = table if line is None else table.set_axis([line], axis="columns")
    rows = named.rename_axis(index="time", columns="line").melt(ignore_index=False).reset_index()
    return rows.assign(run=run)[["line", "run", "time", "value"]]


def series(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
    indicator: str = USUAL,
    *,
    towns: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    every: Period = "week",
    by: Split | None = None,
    base: Result | Sequence[Result] | None = None,
    band: tuple[float, float] | None = (0.1, 0.9),
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw an indicator over time.

    Parameters
    ----------
    results, indicator, towns, kinds, every, by, base
        As for `series_table`. The difference of one line to its base is filled from zero.
    band
        Quantiles over runs between which a band is drawn around the mean line of several runs; None for a
        thin line for each run.
    title
        None for the indicator's name and what was selected.
    ax
        Axes to draw in; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        As for `series_table`, or if there are more lines than can be told apart (21).

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.series(result, "claims", by="kind", kinds=["family", "neighbour"])
    >>> len(axes.lines)
    2
    """
    table = series_table(results, indicator, towns=towns, kinds=kinds, every=every, by=by, base=base)
    labelled = _labelled(results)
    first = next(iter(labelled.values()))[0]
    variable = find_indicator(first, indicator)
    lines = _lines(table, labelled, _line_names(first, variable, by), apart=band is None)
    _refuse_too_many(lines)
    shown = _Shown(labelled, variable, towns, kinds, every, by, [] if base is None else listed_runs(base))
    with style():
        own, ax = ax is None, axes_or_new(ax, 8.0, 4.2)
        for (name, runs), (colour, dash) in zip(lines.items(), _LOOKS, strict=False):
            _draw_line(ax, runs, band, name, colour, dash)
        if base is not None:
            _mark_zero(ax, list(lines.values()))
        write_captions(ax, _caption(shown, title, band), below=own)
        _finish(ax, variable, every, legend=list(lines) != [""], difference=base is not None)
    return ax


@dataclass(frozen=True)
class _Shown:
    """What was selected to be shown."""

    labelled: Mapping[str, Sequence[Result]]
    variable: xr.DataArray
    towns: Sequence[str] | None
    kinds: Sequence[str] | None
    every: Period
    by: Split | None
    base: Sequence[Result]


def _caption(shown: _Shown, title: str | None, band: tuple[float, float] | None) -> Caption:
    runs = [run for some in shown.labelled.values() for run in some]
    place = place_text(runs[0], shown.towns)
    kinds = kinds_text(shown.variable, kind_of(shown.variable), shown.kinds)
    first, last = min(run.provenance.start for run in runs), max(run.provenance.last_day for run in runs)
    minus = str(MINUS.format(titles_of(runs), titles_of(shown.base))) if shown.base else ""
    name = name_of(shown.variable)
    usual = titled(str(_DIFFERENCE.format(name)) if shown.base else name, place if shown.towns else "", kinds)
    split_by_town = shown.by == "town" or shown.towns is not None
    return Caption(
        title_or(title, usual),
        listed([minus, place, kinds, days_text(first, last), str(_EVERY[shown.every])]),
        (
            about_runs(runs, shown.base),
            *_seeds_said(shown.labelled, band),
            *([str(TOWNS_ARE_ASSUMED)] if split_by_town else []),
        ),
    )


_DIFFERENCE = Text("Difference in {}", "差值：{}")
_BAND = Text(
    "Lines are means over seeds; bands hold {:g} to {:g} % of the seeds.",
    "线为各种子的均值，色带为各种子的{:g}%至{:g}%分位。",
)
_ONE_SEED = Text("One seed: luck shows, too.", "只有一个种子，结果含偶然波动。")


def _seeds_said(labelled: Mapping[str, Sequence[Result]], band: tuple[float, float] | None) -> list[str]:
    """Say how seeds are drawn where there are several, and what one is worth."""
    if all(len(runs) == 1 for runs in labelled.values()):
        return [str(_ONE_SEED)]
    return [] if band is None else [str(_BAND.format(*(100.0 * share for share in band)))]


def _lines(
    table: pd.DataFrame, labelled: Mapping[str, Sequence[Result]], names: Mapping[str, str], *, apart: bool
) -> dict[str, pd.DataFrame]:
    """Return the runs of each line by its name in the legend, a line for each run if they stand apart."""
    lines = {}
    for line in dict.fromkeys(table["line"]):
        runs = table[table["line"] == line].pivot(index="time", columns="run", values="value")
        name, members = names.get(line, line), labelled.get(line, labelled.get("", ()))
        if not apart or len(members) == 1:
            lines[name] = runs
            continue
        for run, member in zip(runs.columns, members, strict=True):
            lines[_with_seed(name, member)] = runs[[run]]
    return lines


def _with_seed(name: str, run: Result) -> str:
    """Name a line after its label and seed."""
    return str(Text(", ", "，")).join(part for part in (name, seeds_text([run.provenance.seed])) if part)


def _mark_zero(ax: Axes, lines: Sequence[pd.DataFrame]) -> None:
    """Draw the line of no difference in the middle; fill a single line from it, each side in a colour of its own."""
    ax.axhline(0.0, color="black", linewidth=0.8)
    if len(lines) == 1:
        mean, (below, above) = lines[0].mean(axis=1), mpl.colormaps[DIVERGING]((0.15, 0.85))
        for colour, beyond in ((above, mean.clip(lower=0.0)), (below, mean.clip(upper=0.0))):
            ax.fill_between(mean.index, 0.0, beyond, color=colour, alpha=0.7, linewidth=0)
    farthest = max(abs(ax.dataLim.y0), abs(ax.dataLim.y1)) or 1.0
    ax.set_ylim(-1.05 * farthest, 1.05 * farthest)


def _labelled(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
) -> dict[str, list[Result]]:
    by_label = results if isinstance(results, Mapping) else {"": results}
    runs = {label: listed_runs(some) for label, some in by_label.items()}
    if not runs or not all(runs.values()):
        raise InputError("results", Text("needs at least one run for each label", "每个标签至少需要一次运行结果"))
    for some in runs.values():
        require_one_scenario(some)
    return runs


def _line_names(result: Result, variable: xr.DataArray, by: Split | None) -> dict[str, str]:
    if by == "town":
        return town_names(result.towns)
    kind = kind_of(variable)
    return cast("dict[str, str]", labels_of(variable[kind])) if by == "kind" and kind is not None else {}


def _refuse_too_many(lines: Mapping[str, pd.DataFrame]) -> None:
    if len(lines) > len(_LOOKS):
        raise InputError(
            "by",
            Text(
                "{} lines cannot be told apart; choose at most {} with `towns` or `kinds`",
                "{}条线难以区分；请用`towns`或`kinds`选择至多{}条",
            ).format(len(lines), len(_LOOKS)),
        )


def _draw_line(
    ax: Axes, runs: pd.DataFrame, band: tuple[float, float] | None, name: str, colour: str, dash: str
) -> None:
    width = 0.9 if band is None else 1.5
    ax.plot(runs.index, runs.mean(axis=1), color=colour, linestyle=dash, linewidth=width, label=name)
    if band is not None and runs.shape[1] > 1:
        low, high = (runs.quantile(share, axis=1) for share in band)
        ax.fill_between(runs.index, low, high, color=colour, alpha=0.2, linewidth=0)


def _finish(ax: Axes, variable: xr.DataArray, every: Period, *, legend: bool, difference: bool) -> None:
    ax.set_xlabel(str(_TIMES[every]))
    ax.set_ylabel(_value_label(variable, every))
    number_axis(ax, from_zero=not is_mean(variable) and not difference)
    date_axis(ax)
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), borderaxespad=0.0)
    keep_fonts(ax)


def _value_label(variable: xr.DataArray, every: Period) -> str:
    if is_mean(variable):
        return str(Text("mean of the panel", "样本均值"))
    return str((_AVERAGED if is_stock(variable) else _COUNTED)[every].format(unit_of(variable)))
