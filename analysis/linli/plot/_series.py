"""An indicator over time: lines for runs, towns or kinds, and bands over seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, cast

import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from linli._language import Text
from linli.errors import InputError
from linli.plot._indicator import Period, Split, by_time, find_indicator, is_mean, is_stock, kind_of
from linli.plot._style import (
    PALETTE,
    axes_or_new,
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
_TIMES = {
    "day": Text("day", "日期"),
    "week": Text("week, by its first day", "周（首日）"),
    "month": Text("month", "月份"),
}


def series_table(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
    indicator: str,
    *,
    towns: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    every: Period = "week",
    by: Split | None = None,
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

    Returns
    -------
    DataFrame
        Columns `line` (label, town, kind or ""), `run` (its place among the runs of the label, from 0),
        `time` (first day of the period) and `value` (in the indicator's unit).

    Raises
    ------
    InputError
        If a name is unknown, kinds overlap, `by` is combined with labels, or runs of different scenarios have one
        label.

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
    parts = [
        _in_rows(
            by_time(result, indicator, towns=towns, kinds=kinds, every=every, by=by),
            label if by is None else None,
            run,
        )
        for label, runs in labelled.items()
        for run, result in enumerate(runs)
    ]
    return pd.concat(parts, ignore_index=True)


def _in_rows(table: pd.DataFrame, line: str | None, run: int) -> pd.DataFrame:
    named = table if line is None else table.set_axis([line], axis="columns")
    rows = named.rename_axis(index="time", columns="line").melt(ignore_index=False).reset_index()
    return rows.assign(run=run)[["line", "run", "time", "value"]]


def series(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
    indicator: str,
    *,
    towns: Sequence[str] | None = None,
    kinds: Sequence[str] | None = None,
    every: Period = "week",
    by: Split | None = None,
    band: tuple[float, float] | None = (0.1, 0.9),
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw an indicator over time.

    Parameters
    ----------
    results, indicator, towns, kinds, every, by
        As for `series_table`.
    band
        Quantiles over runs between which a band is drawn around the mean line of several runs; None for a
        thin line for each run.
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
        As for `series_table`, or if there are more lines than can be told apart (21).

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.series(result, "claims", by="kind", kinds=["family", "neighbour"])
    >>> len(axes.lines)
    2
    """
    table = series_table(results, indicator, towns=towns, kinds=kinds, every=every, by=by)
    first = next(iter(_labelled(results).values()))[0]
    variable = find_indicator(first, indicator)
    names = _line_names(first, variable, by)
    lines = list(dict.fromkeys(table["line"]))
    _refuse_too_many(lines)
    with style():
        ax = axes_or_new(ax, 8.0, 3.6)
        for line, (colour, dash) in zip(lines, _LOOKS, strict=False):
            runs = table[table["line"] == line].pivot(index="time", columns="run", values="value")
            _draw_line(ax, runs, band, names.get(line, line), colour, dash)
        _finish(ax, variable, every, title, legend=lines != [""])
    return ax


def _labelled(
    results: Result | Sequence[Result] | Mapping[str, Result | Sequence[Result]],
) -> dict[str, list[Result]]:
    by_label = results if isinstance(results, Mapping) else {"": results}
    runs = {label: list(some) if isinstance(some, Sequence) else [some] for label, some in by_label.items()}
    if not runs or not all(runs.values()):
        raise InputError("results", Text("needs at least one run for each label", "每个标签至少需要一次运行结果"))
    for some in runs.values():
        _require_one_scenario(some)
    return runs


def _require_one_scenario(runs: Sequence[Result]) -> None:
    if len({run.provenance.scenario_hash for run in runs}) > 1:
        raise InputError(
            "results",
            Text(
                'are of different scenarios; give each a label, as in {"before": a, "after": b}',
                '来自不同场景；请分别加上标签，例如{"before": a, "after": b}',
            ),
        )


def _line_names(result: Result, variable: xr.DataArray, by: Split | None) -> dict[str, str]:
    if by == "town":
        return town_names(result.towns)
    kind = kind_of(variable)
    return cast("dict[str, str]", labels_of(variable[kind])) if by == "kind" and kind is not None else {}


def _refuse_too_many(lines: Sequence[str]) -> None:
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
    if band is None:
        for place, run in enumerate(runs.columns):
            label = name if place == 0 else "_"
            ax.plot(runs.index, runs[run], color=colour, linestyle=dash, linewidth=0.9, label=label)
        return
    ax.plot(runs.index, runs.mean(axis=1), color=colour, linestyle=dash, linewidth=1.5, label=name)
    if runs.shape[1] > 1:
        low, high = (runs.quantile(share, axis=1) for share in band)
        ax.fill_between(runs.index, low, high, color=colour, alpha=0.2, linewidth=0)


def _finish(ax: Axes, variable: xr.DataArray, every: Period, title: str | None, *, legend: bool) -> None:
    ax.set_title(title_or(title, name_of(variable)))
    ax.set_xlabel(str(_TIMES[every]))
    ax.set_ylabel(_value_label(variable, every))
    number_axis(ax, from_zero=not is_mean(variable))
    date_axis(ax)
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), borderaxespad=0.0)
    keep_fonts(ax)


def _value_label(variable: xr.DataArray, every: Period) -> str:
    if is_mean(variable):
        return str(Text("mean of the panel", "样本均值"))
    return str((_AVERAGED if is_stock(variable) else _COUNTED)[every].format(unit_of(variable)))
