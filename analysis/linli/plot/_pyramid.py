"""The dispute pyramid: how many grievances become claims, reach a third party, and end there.

After Felstiner, Abel and Sarat (1980-81) and Miller and Sarat (1980-81): most wrongs that are felt are
never claimed, most claims never leave the two parties, and what the courts see is the tip. Every level is a
part of the one below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from linli._language import Text
from linli._stages import DOORS
from linli.plot._captions import Caption, axes_or_new, caption_of_run, write_captions
from linli.plot._disputes import chosen_disputes, entered_any
from linli.plot._indicator import find_indicator
from linli.plot._style import PALETTE, chosen_towns, keep_fonts, style

if TYPE_CHECKING:
    from linli.result import Result

LEVELS = {
    "grievances": Text("grievances felt", "新增矛盾"),
    "claims": Text("claimed: disputes opened", "提出主张：新发纠纷"),
    "third_party": Text("taken to a third party", "进入各渠道"),
    "ended": Text("settled or judged there", "经各渠道化解或裁判"),
    "court": Text("settled or judged by the court", "经法院化解或判决"),
}


def pyramid_table(result: Result, *, towns: Sequence[str] | None = None) -> pd.DataFrame:
    """Count the levels of the dispute pyramid over the whole run.

    Disputes that were reopened after a broken settlement are not counted again; grievances and disputes
    still open at the end count at the levels they have reached.

    Parameters
    ----------
    result
        A run.
    towns
        English or Chinese names of towns; None for all.

    Returns
    -------
    DataFrame
        By level, from `grievances` to `court`: `name` (in the language in use), `cases`, and `share` of the
        level below (missing for the lowest).

    Raises
    ------
    InputError
        If a town is unknown.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     levels = linli.plot.pyramid_table(result)
    >>> bool(levels["cases"].is_monotonic_decreasing)
    True
    """
    chosen = chosen_towns(result.towns, towns)
    grievances = find_indicator(result, "grievances").sel(town=chosen).sum()
    disputes = chosen_disputes(result, towns)
    first = disputes[~disputes["reopened"]]
    helped = entered_any(first, DOORS)
    ended = helped & first["outcome"].isin(["settled", "judged"]) & first["last_stage"].isin(DOORS)
    court = ended & (first["last_stage"] == "court")
    cases = [round(float(grievances)), len(first), helped.sum(), ended.sum(), court.sum()]
    table = pd.DataFrame({"name": [str(name) for name in LEVELS.values()], "cases": cases}, index=list(LEVELS))
    return table.assign(share=table["cases"] / table["cases"].shift()).rename_axis("level")


def pyramid(
    result: Result, *, towns: Sequence[str] | None = None, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the dispute pyramid, with counts and each level's share of the level below.

    Parameters
    ----------
    result, towns
        As for `pyramid_table`.
    title
        None for a title in the language in use.
    ax
        Axes to draw in; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a town is unknown.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     axes = linli.plot.pyramid(result)
    >>> len(axes.patches)
    5
    """
    table = pyramid_table(result, towns=towns)
    with style():
        own, ax = ax is None, axes_or_new(ax, 7.5, 4.0)
        heights = range(len(table))
        cases = table["cases"].to_numpy(float)
        ax.barh(heights, cases, left=-cases / 2, height=0.78, color=PALETTE[0])
        for height, count, share in zip(heights, cases, table["share"], strict=True):
            _write_count(ax, height, count, share, cases.max())
        ax.set_yticks(heights, list(table["name"]))
        ax.tick_params(axis="y", length=0)
        ax.set_xlim(-0.52 * cases.max(), 0.52 * cases.max())
        ax.set_xticks([])
        ax.set_xlabel(str(Text("cases over the run, and share of the level below", "运行期内案件数及占下一层的比例")))
        ax.spines[:].set_visible(False)
        write_captions(ax, _caption(result, towns, title), below=own)
        keep_fonts(ax)
    return ax


_COUNTED_ONCE = Text(
    "A dispute counts once, also if reopened after a broken settlement ({:,} were); the flow of cases counts anew.",
    "同一纠纷只计一次；达成协议后反悔而重新提起的（{:,}件）不另计，案件流向图则另计为新案件。",
)


def _caption(result: Result, towns: Sequence[str] | None, title: str | None) -> Caption:
    again = int(chosen_disputes(result, towns)["reopened"].sum())
    usual = Text("Dispute pyramid", "纠纷金字塔")
    return caption_of_run(result, usual, towns, title, notes=[_COUNTED_ONCE.format(again)])


def _write_count(ax: Axes, height: float, cases: float, share: float, widest: float) -> None:
    text = f"{cases:,.0f}" if pd.isna(share) else f"{cases:,.0f}   {share:.1%}"
    if cases > 0.3 * widest:
        ax.text(0, height, text, ha="center", va="center", color="white")
    else:
        ax.text(cases / 2 + 0.01 * widest, height, text, ha="left", va="center")
