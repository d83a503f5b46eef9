"""How cases flow from the parties through the doors to their outcomes: a Sankey diagram."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from linli._language import Text
from linli._stages import DOORS
from linli.plot._captions import Caption, axes_or_new, caption_of_run, write_captions
from linli.plot._disputes import chosen_disputes
from linli.plot._style import GREY, PALETTE, labels_of, style

if TYPE_CHECKING:
    from linli.result import Result

RETURNED = "returned"
"""Stands for `bilateral` where a case comes back to it from a door, so that bands run in one direction."""

STAGES = ("bilateral", *DOORS, RETURNED)
OUTCOMES = {
    "judged": Text("judged", "裁判"),
    "open": Text("still open", "未了结"),
    "settled": Text("settled", "化解"),
    "moved_away": Text("party moved away", "当事人离开"),
    "lumped": Text("given up", "放弃主张"),
}
_BACK = {RETURNED: Text("back between the parties", "退回当事人协商")}
_STAGE_COLOURS = (GREY, *PALETTE[:6], "#882255", "#C8C8C8")
COLOURS = dict(zip(STAGES, _STAGE_COLOURS, strict=True)) | dict.fromkeys(OUTCOMES, "#333333")

Step = tuple[str, str]
"""Source and target."""

_GAP = 0.065
"""Between nodes, in shares of all cases: room for a label."""

_WIDTH = 0.16
"""Of a node, in columns."""


def flow_table(result: Result, *, towns: Sequence[str] | None = None) -> pd.DataFrame:
    """Count the cases that went from one stage to the next, and from the last to each outcome.

    The file tells which stages a case entered and at which it ended, not the order of those between: they
    are taken in the order of `STAGES`. A dispute that is reopened after a broken settlement is a case of
    its own.

    Parameters
    ----------
    result
        A run.
    towns
        English or Chinese names of towns; None for all.

    Returns
    -------
    DataFrame
        Columns `source` (a stage), `target` (a stage or an outcome: settled, judged, open at the end, lumped
        i.e. given up, moved_away) and `cases`. Every case begins at `bilateral`; the few that return there from a
        door pass `returned`.

    Raises
    ------
    InputError
        If a town is unknown.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     flows = linli.plot.flow_table(result)
    ...     cases = len(result.disputes)
    >>> int(flows.loc[flows["target"].isin(linli.plot.OUTCOMES), "cases"].sum()) == cases
    True
    """
    alike = [*(f"doors_{door}" for door in DOORS), "last_stage", "outcome"]
    journeys = chosen_disputes(result, towns).groupby(alike, observed=True).size().reset_index(name="cases")
    steps = [
        {"source": source, "target": target, "cases": journey["cases"]}
        for journey in journeys.to_dict("records")
        for source, target in pairwise(_stops(journey))
    ]
    return pd.DataFrame(steps).groupby(["source", "target"]).sum().reset_index()


def _stops(journey: Mapping[Hashable, Any]) -> list[str]:
    """Return the stages of a case in order, and its outcome."""
    last, outcome = str(journey["last_stage"]), str(journey["outcome"])
    before = [door for door in DOORS if journey[f"doors_{door}"] and door != last]
    if last == "bilateral":
        return ["bilateral", *before, *([RETURNED] if before else []), outcome]
    return ["bilateral", *before, last, outcome]


def flow(
    result: Result, *, towns: Sequence[str] | None = None, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the flow of cases through the doors: the width of a band is its number of cases.

    Parameters
    ----------
    result, towns
        As for `flow_table`.
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
    ...     axes = linli.plot.flow(result)
    >>> axes.get_title(loc="left")
    'Cases through the doors'
    """
    table = flow_table(result, towns=towns)
    names = labels_of(result.daily["stage"]) | {key: str(name) for key, name in (OUTCOMES | _BACK).items()}
    nodes = place_nodes(table)
    with style():
        own, ax = ax is None, axes_or_new(ax, 10.5, 6.4)
        for band in _bands(table, nodes):
            ax.add_patch(band)
        for key, node in nodes.items():
            _draw_node(ax, node, str(names[key]), COLOURS[key])
        ax.set_xlim(-0.25, 1.16 * max(node.column for node in nodes.values()))
        ax.set_ylim(-0.03 * _total(table), max(node.top for node in nodes.values()) + 0.09 * _total(table))
        ax.set_axis_off()
        write_captions(ax, _caption(result, towns, title), below=own)
    return ax


_COUNTED_ANEW = Text(
    "Width: cases. {:,} were opened; {:,} of them reopened an earlier one after a broken settlement. "
    "The pyramid leaves these out.",
    "宽度为案件数。案件共{:,}件，其中{:,}件为达成协议后反悔而重新提起；纠纷金字塔不另计这些案件。",
)


def _caption(result: Result, towns: Sequence[str] | None, title: str | None) -> Caption:
    disputes = chosen_disputes(result, towns)
    counted = _COUNTED_ANEW.format(len(disputes), int(disputes["reopened"].sum()))
    usual = Text("Cases through the doors", "案件在各渠道间的流向")
    return caption_of_run(result, usual, towns, title, notes=[counted])


@dataclass(frozen=True)
class Node:
    """A stage or outcome in the diagram.

    Attributes
    ----------
    column
        Horizontal place of its left edge, in columns.
    bottom
        Vertical place, in cases.
    cases
        Its height.
    is_outcome
        Whether cases end here.
    """

    column: float
    bottom: float
    cases: float
    is_outcome: bool

    @property
    def top(self) -> float:
        """Vertical place of the upper edge, in cases."""
        return self.bottom + self.cases


def _total(table: pd.DataFrame) -> float:
    return float(table.loc[table["target"].isin(list(OUTCOMES)), "cases"].sum())


def place_nodes(table: pd.DataFrame) -> dict[str, Node]:
    """Place stages as stairs from the parties up to the petition office, and outcomes in a last column.

    Parameters
    ----------
    table
        As from `flow_table`.
    """
    leaving = table.groupby("source")["cases"].sum()
    ending = table.groupby("target")["cases"].sum()
    gap = _GAP * _total(table)
    stages = [stage for stage in STAGES if stage in leaving.index]
    outcomes = [outcome for outcome in reversed(OUTCOMES) if outcome in ending.index]
    ends = _stack(outcomes, ending, float(len(stages)), 0.0, gap, rise=0.0)
    direct = table[(table["source"] == "bilateral") & table["target"].isin(outcomes)].set_index("target")["cases"]
    widest = str(direct.idxmax())
    lowest = max(float(direct.sum()), ends[widest].bottom + float(direct.max())) + gap  # above the widest direct band
    nodes = {"bilateral": Node(0.0, 0.0, float(leaving["bilateral"]), is_outcome=False)}
    return nodes | _stack(stages[1:], leaving, 1.0, lowest, gap, rise=1.0) | ends


def _stack(
    keys: Sequence[str], cases: pd.Series[float], column: float, bottom: float, gap: float, *, rise: float
) -> dict[str, Node]:
    nodes = {}
    for step, key in enumerate(keys):
        nodes[key] = Node(column + rise * step, bottom, float(cases[key]), is_outcome=rise == 0.0)
        bottom = nodes[key].top + gap
    return nodes


def _bands(table: pd.DataFrame, nodes: Mapping[str, Node]) -> list[PathPatch]:
    steps = [((str(source), str(target)), float(cases)) for source, target, cases in table.to_numpy()]
    arriving = table.groupby("target")["cases"].sum()
    starts = _stack_ends(steps, nodes, 0, {key: node.bottom for key, node in nodes.items()})
    ends = _stack_ends(steps, nodes, 1, {key: nodes[key].top - arriving.get(key, 0.0) for key in nodes})
    return [
        PathPatch(
            _ribbon(nodes[step[0]].column + _WIDTH, starts[step], nodes[step[1]].column, ends[step], cases),
            facecolor=COLOURS[step[0]],
            alpha=0.45,
            linewidth=0,
        )
        for step, cases in steps
    ]


def _stack_ends(
    steps: Sequence[tuple[Step, float]], nodes: Mapping[str, Node], side: int, lowest: Mapping[str, float]
) -> dict[Step, float]:
    """Return the lower edge of each band at its source (side 0) or target (1), ordered by the other ends."""
    free, edges = dict(lowest), {}
    for step, cases in sorted(steps, key=lambda item: nodes[item[0][1 - side]].bottom):
        edges[step] = free[step[side]]
        free[step[side]] += cases
    return edges


def _ribbon(left: float, start: float, right: float, end: float, cases: float) -> Path:
    """Bend between two columns, and run level from there: no band passes over what lies between its own nodes."""
    bent = min(right, left + 1.0 - _WIDTH)
    middle = (left + bent) / 2
    lower = [(left, start), (middle, start), (middle, end), (bent, end), (right, end)]
    upper = [(x, y + cases) for x, y in reversed(lower)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, Path.LINETO, Path.LINETO, *[Path.CURVE4] * 3]
    return Path([*lower, *upper, lower[0]], [*codes, Path.CLOSEPOLY])


def _draw_node(ax: Axes, node: Node, name: str, colour: str) -> None:
    ax.add_patch(Rectangle((node.column, node.bottom), _WIDTH, node.cases, facecolor=colour, linewidth=0))
    text, middle = f"{name}  {node.cases:,.0f}", (node.bottom + node.top) / 2
    if node.is_outcome:
        ax.text(node.column + 1.4 * _WIDTH, middle, text, va="center")
    elif node.column == 0.0:
        ax.text(-0.06, middle, text, rotation="vertical", ha="right", va="center")
    else:
        place, paper = (node.column, node.top), {"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 0.6}
        ax.annotate(text, place, (0, 3), textcoords="offset points", va="bottom", bbox=paper, zorder=4)
