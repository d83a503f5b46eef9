"""What paired runs of scenarios can tell: `Comparison`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pandas as pd
import xarray as xr

from linli._language import Text
from linli.comparison.effect import Effect
from linli.comparison.effects import chosen, effect_of, effects_at, row_of, statistics_of, title_of
from linli.errors import InputError
from linli.figures_of_merit import ALL, PICTURED, chosen_figures, figure_of_merit

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, eq=False)
class Comparison:
    """Scenarios that were run with the same seeds.

    Attributes
    ----------
    runs : Dataset (scenario, seed, year, town)
        A variable for each figure of merit; the first scenario is the base. "all" is the whole run and the
        whole city. Coordinates give the titles and hashes of the scenarios; attributes the program and the
        settings.

    Notes
    -----
    With 95 % intervals, about one figure in twenty looks changed by a measure that changes nothing. Name the
    figures that matter before you look, treat the rest as hints, or ask for ``table(adjust="bh")``.

    Examples
    --------
    >>> import linli
    >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
    >>> print(runs.effect("spending.on.mediation").verdict.en)
    more
    """

    runs: xr.Dataset

    @property
    def base(self) -> str:
        """Label of the base scenario."""
        return str(self.runs["scenario"].values[0])

    @property
    def since(self) -> datetime.date:
        """The first day that counts."""
        return datetime.date.fromisoformat(self.runs.attrs["since"])

    @property
    def end(self) -> datetime.date:
        """The last day."""
        return datetime.date.fromisoformat(self.runs.attrs["end"])

    @property
    def others(self) -> list[str]:
        """Labels of the scenarios that are compared with the base."""
        return [str(label) for label in self.runs["scenario"].values[1:]]

    @property
    def titles(self) -> list[str]:
        """Titles of all scenarios in the language in use, the base first."""
        return [title_of(self.runs, label) for label in [self.base, *self.others]]

    @property
    def seeds(self) -> list[int]:
        """Seeds that every scenario was run with."""
        return [int(seed) for seed in self.runs["seed"].values]

    def effect(
        self,
        figure: str,
        scenario: str | None = None,
        year: int | str | None = None,
        town: str | None = None,
        confidence: float = 0.95,
    ) -> Effect:
        """Return the paired difference of one scenario to the base in one figure.

        Parameters
        ----------
        figure
            Key of a figure of merit, such as "harm.serious".
        scenario
            Label of the other scenario; may be left out if there is one.
        year, town
            One of those simulated, a town by its English or Chinese name; left out, the whole run and city.
        confidence
            Of the interval.

        Raises
        ------
        InputError
            For a figure, scenario, year, town or confidence that there is not.

        Examples
        --------
        >>> import linli
        >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
        >>> effect = runs.effect("spending.on.mediation", year=2021)
        >>> effect.mean > 0.0, effect.resolved, effect.year
        (True, True, '2021')
        """
        key = figure_of_merit(figure).key
        other = chosen("scenario", scenario or self._only_other(), self.others)
        there = self._at(year, town)[[key]].sel(scenario=[self.base, other])
        row = statistics_of(there, confidence).isel(figure=0, scenario=0)
        return effect_of(row, confidence, float(row["p"]))

    def table(
        self,
        year: int | str | None = None,
        town: str | None = None,
        confidence: float = 0.95,
        adjust: Literal["bh"] | None = None,
        figures: Sequence[str] | Literal["all"] | None = None,
    ) -> pd.DataFrame:
        """Return the effects on many figures.

        Parameters
        ----------
        year, town, confidence
            As for `effect`.
        adjust
            "bh" corrects p, `resolved` and `improves` for the number of figures of a scenario (Benjamini and
            Hochberg 1995): of the figures called resolved for a scenario, a share of at most 1 - `confidence`
            is expected to be false. Intervals stay as they are.
        figures
            Keys of figures, or "all"; left out, those on the page of a run.

        Returns
        -------
        DataFrame
            Indexed by (scenario, figure): name, unit, base, other, difference, low, high, relative (to the
            base), p, resolved, improves (missing if unresolved or a matter of view), seeds,
            seeds_without_value, seeds_needed, verdict. Names and verdicts are in the language in use.

        Examples
        --------
        >>> import linli
        >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
        >>> bool(runs.table().loc[("policy", "spending.all"), "resolved"])
        True
        """
        found = statistics_of(self._at(year, town)[chosen_figures(figures)], confidence)
        rows = [row_of(effect) for effect in effects_at(found, confidence, adjust)]
        table = pd.DataFrame(rows).set_index(["scenario", "figure"])
        return table.astype({"improves": "boolean", "seeds_needed": "Int64"})

    def to_xarray(self, confidence: float = 0.95) -> xr.Dataset:
        """Return the differences of all scenarios to the base, and their statistics.

        Returns
        -------
        Dataset (figure, scenario, year, town)
            difference (also by seed), mean, low, high, standard_deviation, base, other, seeds,
            seeds_without_value, p. Units are in `Comparison.runs`.

        Examples
        --------
        >>> import linli
        >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
        >>> runs.to_xarray()["difference"].dims
        ('figure', 'scenario', 'seed', 'year', 'town')
        """
        values = self.runs.to_dataarray("figure")
        difference = values.isel(scenario=slice(1, None)) - values.isel(scenario=0, drop=True)
        return statistics_of(self.runs, confidence).assign(difference=difference)

    def plot(
        self, figures: Sequence[str] | None = None, year: int | str | None = None, town: str | None = None
    ) -> Figure:
        """Draw the effects with their intervals, each figure in its own unit.

        Parameters
        ----------
        figures
            Keys of figures of merit; left out, eight chosen beforehand (`linli.figures_of_merit.PICTURED`).
        year, town
            As for `effect`.

        Returns
        -------
        Figure
            A panel for each figure, with a row for each scenario and zero marked. Figures that have no value in any
            scenario are named below.

        Examples
        --------
        >>> import linli
        >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
        >>> len(runs.plot(["harm.serious", "crime.true"]).axes)
        2
        """
        from linli.comparison.effects_plot import plot_effects

        keys = chosen_figures(figures or PICTURED)
        found = statistics_of(self._at(year, town)[keys], 0.95)
        return plot_effects(list(effects_at(found, 0.95)), self.runs)

    def save(self, folder: str | Path, *, force: bool = False) -> Path:
        """Write tables, figure, data and provenance to a folder.

        The folder gets table.csv (whole run and city), effects.csv (by year and town), effects.png,
        comparison.nc (everything; `load` reads it) and provenance.json. It is written aside and renamed when
        complete; the picture comes last.

        Parameters
        ----------
        folder
            New or empty.
        force
            Replace an earlier comparison. Other content is never replaced.

        Returns
        -------
        Path
            The folder.

        Raises
        ------
        InputError
            If the folder has content that may not be replaced, or its parent does not exist.

        Examples
        --------
        >>> import linli, tempfile
        >>> runs = linli.compare(scenario, policy, seeds=2, days=30, progress=False)
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     runs.save(folder + "/more").name, Comparison.load(folder + "/more").seeds
        ('more', [1, 2])
        """
        from linli.comparison.files import Saved, save  # here: it draws, and drawing takes long to import

        whole = Saved(self.runs, self.table(figures="all"), self.to_xarray())
        return save(whole, Path(folder), force, draw=self.plot)

    @classmethod
    def load(cls, folder: str | Path) -> Comparison:
        """Read a comparison that was saved.

        Raises
        ------
        InputError
            If the folder holds none.

        Examples
        --------
        >>> Comparison.load("nowhere")
        Traceback (most recent call last):
        linli.errors.InputError: nowhere: holds no saved comparison
        """
        from linli.comparison.files import load

        return cls(load(Path(folder)))

    def _repr_html_(self) -> str:
        columns = ["name", "unit", "base", "other", "difference", "low", "high", "verdict"]
        titles = " / ".join(self.titles)
        heading = Text("{}: {} to {}, {} seeds", "{}：{}至{}，{}个种子").format(
            titles, self.since, self.end, len(self.seeds)
        )
        return f"<p>{escape(str(heading))}</p>{self.table()[columns].to_html(float_format='{:.4g}'.format)}"

    def _only_other(self) -> str:
        if len(self.others) != 1:
            complaint = Text("must be named: one of {}", "须指明：{}之一")
            raise InputError("scenario", complaint.format(", ".join(self.others)))
        return self.others[0]

    def _at(self, year: int | str | None, town: str | None) -> xr.Dataset:
        years = [str(label) for label in self.runs["year"].values]
        towns = [str(label) for label in [*self.runs["town"].values, *self.runs["town_zh"].values]]
        when = chosen("year", ALL if year is None else str(year), years)
        where = towns.index(chosen("town", ALL if town is None else town, towns))
        return self.runs.sel(year=when).isel(town=where % self.runs.sizes["town"])
