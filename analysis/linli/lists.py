"""What can be moved, assumed and watched: the lists of the model as tables."""

from __future__ import annotations

import pandas as pd

from linli import _core
from linli._language import Text, language


def _table(rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows).set_index("name")


def levers() -> pd.DataFrame:
    """List everything that a measure can move.

    Returns
    -------
    pandas.DataFrame
        One row per lever, by name: label, unit, unit_key (the unit in English), low, high, default (the reference
        policy of 2020), meaning, source, unit_cost [yuan], cost_basis (key of what it is counted by), cost_per (the
        same in words) and cost_source. Texts are in the language in use.

    Examples
    --------
    >>> import linli
    >>> float(linli.levers().loc["mediation.full_time", "default"])
    0.6
    """
    return _table(_core.lever_table(language()))


def parameters() -> pd.DataFrame:
    """List everything that the model assumes.

    Returns
    -------
    pandas.DataFrame
        One row per parameter, by name: label, unit, unit_key (the unit in English), low, high, default, meaning,
        source and kind (what a key stands for in a list; missing for most). Texts are in the language in use.

    Examples
    --------
    >>> import linli
    >>> linli.parameters().loc["attitudes.strain_memory", "unit"]
    'days'
    """
    return _table(_core.parameter_table(language()))


def signposts() -> pd.DataFrame:
    """List the recorded figures that a conditional measure may watch.

    Returns
    -------
    pandas.DataFrame
        One row per figure, by name: label and unit in the language in use, and unit_key (the unit in English).

    Examples
    --------
    >>> import linli
    >>> "workers_owed.share" in linli.signposts().index
    True
    """
    return _table(_core.signpost_table(language()))


def indicators() -> pd.DataFrame:
    """List what a run records by time and place.

    Returns
    -------
    pandas.DataFrame
        One row per indicator, by name: meaning (in the language in use), unit, every ("day" or "week"), dimension (what
        it is split by; empty for none) and kinds (their keys). `Result.daily` has the first sort by day and town,
        `Result.weekly` the second by week and town.

    Examples
    --------
    >>> import linli
    >>> linli.indicators().loc["offences", ["meaning", "dimension"]].to_list()
    ['offences committed', 'offence_type']
    """
    rows = [("day", row) for row in _core.daily_indicators()] + [("week", row) for row in _core.panel_indicators()]
    return _table([_indicator(every, *row) for every, row in rows])


def _indicator(
    every: str, key: str, english: str, chinese: str, unit: str, axis: str, kinds: list[str]
) -> dict[str, object]:
    meaning = str(Text(english, chinese))
    return {"name": key, "meaning": meaning, "unit": unit, "every": every, "dimension": axis, "kinds": kinds}
