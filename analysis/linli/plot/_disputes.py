"""The table of disputes as the figures use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from linli.plot._style import chosen_towns

if TYPE_CHECKING:
    from linli.result import Result


def chosen_disputes(result: Result, towns: Sequence[str] | None) -> pd.DataFrame:
    """Return the rows of the disputes of some towns, by English or Chinese name; of all when None.

    Raises
    ------
    InputError
        If a town is unknown.
    """
    disputes = result.disputes
    return disputes if towns is None else disputes[disputes["town"].isin(chosen_towns(result.towns, towns))]


def entered_any(disputes: pd.DataFrame, stages: Sequence[str]) -> pd.Series[bool]:
    """Tell which disputes entered at least one of the stages."""
    return disputes[[f"doors_{stage}" for stage in stages]].any(axis=1)
