"""Results: what a run recorded, with its figures."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Literal

import pandas as pd

from linli._card import card
from linli._language import Text
from linli._values import Date
from linli.errors import InputError
from linli.figures_of_merit import summarize
from linli.results import Provenance, ResultFile

__all__ = ["Provenance", "Result", "open"]

_GOES_WITH_THE_PROCESS = Text(
    "is missing: this result lies in a temporary file, which goes with its process; name a file with `output`, "
    "or ask for `figures=True`",
    "缺少此项：该结果存于临时文件，随进程结束而消失；请用`output`指定文件，或用`figures=True`只取指标",
)


def open(path: str | os.PathLike[str]) -> Result:
    """Open a result file. Values are read when they are used.

    Parameters
    ----------
    path
        A file that `linli.run` or ``linli-sim run`` wrote.

    Returns
    -------
    Result
        Keeps the file open until it is closed; use ``with``.

    Raises
    ------
    InputError
        If there is no such file, it is not a result, or it is damaged.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     result
    <Result "Sample town, reference", seed 1, 2021-01-01 to 2022-12-31, complete>
    """
    return Result(path)


class Result(ResultFile):
    """What a run recorded.

    Parameters
    ----------
    path
        A result file.

    Attributes
    ----------
    path : Path
    provenance : Provenance
        Scenario, seed, program and state hash.
    parameters, levers : dict
        Every value assumed, by name. Levers are as at the start; `interventions` moves them.

    Raises
    ------
    InputError
        If there is no such file, it is not a result, or it is damaged.

    Examples
    --------
    >>> with linli.open(town) as result:
    ...     settled = result.daily["settled"].sel(stage="community").sum()
    ...     theft = result.weekly["grid_offences"].sel(offence_type="theft").sum("grid")
    ...     suits = result.disputes["doors_court"].sum()
    >>> theft.dims, bool(settled > suits)
    (('week',), True)
    """

    def summary(self, figures: Sequence[str] | Literal["all"] | None = None, since: Date | None = None) -> pd.DataFrame:
        """Sum the run up: its main figures for each year and for the whole run.

        Parameters
        ----------
        figures
            Keys of figures, or "all"; left out, those of the page (`linli.figures_of_merit.PAGE`).
        since
            The first day that counts; None: the first of the run.

        Returns
        -------
        DataFrame
            A row for each figure: name, unit, a column for each year and "all", the whole run. Names and
            units are in the language in use. Not a number where there is nothing to divide by.

        Examples
        --------
        >>> linli.open(town).summary().loc["disputes.suits", ["unit", "2022"]]
        unit    per 10,000 residents and year
        2022                         39...
        Name: disputes.suits, dtype: object
        """
        self._require_open()
        return summarize(self, figures, since)

    def __reduce__(self) -> tuple[object, ...]:
        """Open the file again in another process; a temporary one goes with this process."""
        if self._companion is not None:
            raise InputError("output", _GOES_WITH_THE_PROCESS)
        return open, (self.path,)

    def _repr_html_(self) -> str:
        return card(self.provenance, self.summary())
