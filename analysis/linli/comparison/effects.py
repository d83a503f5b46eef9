"""From the values of all runs to effects: the arithmetic behind `Comparison`."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import xarray as xr

from linli._language import Text, language
from linli.comparison.effect import Effect
from linli.comparison.statistics import paired_statistics, seeds_needed
from linli.errors import InputError
from linli.figures_of_merit import figure_of_merit


def chosen(dimension: str, label: str, allowed: list[str]) -> str:
    """Return the label if it is allowed."""
    if label not in allowed:
        complaint = Text("is {}; allowed are {}", "为{}；允许{}")
        raise InputError(dimension, complaint.format(label, ", ".join(allowed)))
    return label


def statistics_of(runs: xr.Dataset, confidence: float) -> xr.Dataset:
    """Sum up the differences of every scenario but the first to the first.

    Returns
    -------
    Dataset (figure, scenario, year, town)
    """
    if not 0.0 < confidence < 1.0:
        raise InputError(
            "confidence",
            Text("is {}; allowed is above 0 and below 1", "为{}；须大于0且小于1").format(confidence),
        )
    values = runs.to_dataarray("figure")
    return paired_statistics(values.isel(scenario=0, drop=True), values.isel(scenario=slice(1, None)), confidence)


def effects_at(found: xr.Dataset, confidence: float, adjust: str | None = None) -> Iterator[Effect]:
    """Make an effect of every (scenario, figure) of statistics at one year and town."""
    for scenario in found["scenario"].values:
        here = found.sel(scenario=scenario)
        p_values = corrected(pd.Series(here["p"].values, here["figure"].values), adjust)
        for key in here["figure"].values:
            yield effect_of(here.sel(figure=key), confidence, float(p_values[key]))


def effect_of(row: xr.Dataset, confidence: float, p: float) -> Effect:
    """Make an effect of the statistics of one figure, scenario, year and town."""
    number = {str(name): float(value) for name, value in row.data_vars.items()}
    label = {name: str(row[name].item()) for name in ("figure", "scenario", "year", "town")}
    return Effect(
        figure=figure_of_merit(label["figure"]),
        scenario=label["scenario"],
        year=label["year"],
        town=label["town"],
        mean=number["mean"],
        low=number["low"],
        high=number["high"],
        confidence=confidence,
        standard_deviation=number["standard_deviation"],
        base_mean=number["base"],
        other_mean=number["other"],
        seeds=int(number["seeds"]),
        seeds_without_value=int(number["seeds_without_value"]),
        p=p,
        seeds_needed=seeds_needed(number["mean"], number["standard_deviation"], confidence),
    )


def corrected(p_values: pd.Series[float], adjust: str | None) -> pd.Series[float]:
    """Correct p values for their number: Benjamini and Hochberg, which bounds the share of false findings."""
    if adjust is None:
        return p_values
    chosen("adjust", adjust, ["bh"])
    tested = p_values.dropna()
    if tested.empty:
        return p_values
    from scipy import stats  # here: it takes half a second to import

    adjusted = pd.Series(stats.false_discovery_control(tested.to_numpy(), method="bh"), tested.index)
    return adjusted.reindex(p_values.index)


def row_of(effect: Effect) -> dict[str, object]:
    """Give an effect as the row of a table, in the language in use."""
    return {
        "scenario": effect.scenario,
        "figure": effect.figure.key,
        "name": str(effect.figure.name),
        "unit": str(effect.figure.unit),
        "base": effect.base_mean,
        "other": effect.other_mean,
        "difference": effect.mean,
        "low": effect.low,
        "high": effect.high,
        "relative": effect.relative,
        "p": effect.p,
        "resolved": effect.resolved,
        "improves": effect.improves,
        "seeds": effect.seeds,
        "seeds_without_value": effect.seeds_without_value,
        "seeds_needed": effect.seeds_needed,
        "verdict": str(effect.verdict),
    }


def title_of(runs: xr.Dataset, scenario: str) -> str:
    """Return a scenario's title in the language in use."""
    return str(runs["title_zh" if language() == "zh" else "title"].sel(scenario=scenario).item())
