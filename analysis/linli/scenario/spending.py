"""Expected spending as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd


def by_year(rows: Sequence[tuple[Any, ...]], index: list[str], columns: list[str]) -> pd.DataFrame:
    """Lay amounts out by year.

    Parameters
    ----------
    rows
        What `columns` name, and yuan.
    index
        Columns that name the rows of the table.
    columns
        Of `rows`, among them "year".

    Returns
    -------
    DataFrame
        Yuan, by `index` (rows) and year (columns), in the order of `rows`.

    Examples
    --------
    >>> by_year([(2021, "a", 1.0), (2021, "b", 2.0)], ["lever"], ["year", "lever"]).loc["b", 2021].item()
    2.0
    """
    table = pd.DataFrame(rows, columns=[*columns, "yuan"])
    return table.pivot_table(index=index, columns="year", values="yuan", aggfunc="sum", sort=False)
