"""A result at a glance, for notebooks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from linli._language import Text
from linli.figures_of_merit import ALL, figure_text

if TYPE_CHECKING:
    import pandas as pd

    from linli.results.provenance import Provenance

_CARD = """<div lang="{language}"
 style="border:1px solid #8888;border-radius:6px;padding:0.8em 1em;max-width:60em">
<strong style="font-size:1.15em">{title}</strong>
<p style="margin:0.4em 0">{facts}</p>
<p style="margin:0.4em 0;{emphasis}">{ending}</p>
<p style="margin:0.4em 0">{hash}: <code>{state_hash}</code></p>
{table}
</div>"""

_FACTS = Text("{:,} people · {} to {} · seed {}", "{:,}人 · {}至{} · 种子{}")
_COMPLETE = Text("Complete: {:,} of {:,} days.", "已完成：{:,}天（共{:,}天）。")
_INCOMPLETE = Text(
    "INCOMPLETE: the run was interrupted after {:,} of {:,} days.", "未完成：模拟在{:,}天（共{:,}天）后中断。"
)
_HEADINGS = {
    "name": Text("figure", "指标"),
    "unit": Text("unit", "单位"),
    ALL: Text("whole run", "全期"),
}


def card(made: Provenance, summary: pd.DataFrame) -> str:
    """Return a card in HTML: what was run, whether it came to its end, its hash and its main figures.

    Parameters
    ----------
    made, summary
        Of a run, finished or not.

    Examples
    --------
    >>> result = linli.open(town)
    >>> result.provenance.state_hash in card(result.provenance, result.summary())
    True
    """
    return _CARD.format(
        language=escape(str(Text("en", "zh"))),
        title=escape(str(made.title)),
        facts=escape(str(_FACTS.format(made.people, made.start, made.last_day, made.seed))),
        emphasis="" if made.complete else "color:#b00020;font-weight:bold",
        ending=escape(str(_ending(made))),
        hash=escape(str(Text("State hash", "状态哈希值"))),
        state_hash=escape(made.state_hash),
        table=_table(summary),
    )


def _ending(made: Provenance) -> Text:
    ending = _COMPLETE if made.complete else _INCOMPLETE
    return ending.format(made.days, made.days_planned)


def _table(summary: pd.DataFrame) -> str:
    numbers = summary.columns.difference(["name", "unit"])
    shown = summary.assign(**{column: summary[column].map(figure_text) for column in numbers})
    headings = {column: str(heading) for column, heading in _HEADINGS.items()}
    return shown.rename(columns=headings).to_html(index=False, border=0, escape=True)
