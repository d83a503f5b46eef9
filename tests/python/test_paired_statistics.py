"""Statistics of paired runs against textbook formulas and simulation."""

from __future__ import annotations

import numpy as np
import pytest
import xarray as xr
from scipy import stats

from linli import FIGURES, Effect
from linli.comparison.statistics import paired_statistics, power, seeds_needed

COMMON_LUCK = 5.0


def pairs(seeds: int, effect: float, experiments: int = 1) -> tuple[xr.DataArray, xr.DataArray]:
    """Runs that share much luck and differ by an effect with a standard deviation of one."""
    random = np.random.default_rng(20_211)
    luck = COMMON_LUCK * random.standard_normal((experiments, seeds))
    base = xr.DataArray(luck, dims=("experiment", "seed"))
    return base, base + effect + random.standard_normal((experiments, seeds))


def test_interval_and_p_are_those_of_the_paired_t_test():
    base, other = pairs(12, 0.7)
    found = paired_statistics(base, other).isel(experiment=0)
    test = stats.ttest_rel(other.values[0], base.values[0])
    interval = test.confidence_interval(0.95)
    assert float(found["p"]) == pytest.approx(test.pvalue, rel=1e-9)
    assert (float(found["low"]), float(found["high"])) == pytest.approx((interval.low, interval.high), rel=1e-9)


def test_pairing_narrows_the_interval():
    base, other = pairs(12, 0.7)
    found = paired_statistics(base, other).isel(experiment=0)
    unpaired = stats.ttest_ind(other.values[0], base.values[0]).confidence_interval(0.95)
    assert float(found["high"] - found["low"]) < 0.3 * (unpaired.high - unpaired.low)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    base, other = pairs(6, 0.7, experiments=4000)
    found = paired_statistics(base, other, 0.9)
    held = float(((found["low"] < 0.7) & (found["high"] > 0.7)).mean())
    assert held == pytest.approx(0.9, abs=4 * (0.9 * 0.1 / 4000) ** 0.5)  # 4 s.e.


def test_as_many_seeds_as_needed_resolve_the_effect_four_times_in_five():
    effect = 0.8
    seeds = seeds_needed(effect, 1.0)
    base, other = pairs(seeds, effect, experiments=4000)
    resolved = float((paired_statistics(base, other)["low"] > 0.0).mean())
    expected = power(effect, 1.0, seeds)
    assert resolved == pytest.approx(expected, abs=4 * (0.8 * 0.2 / 4000) ** 0.5)  # 4 s.e.
    assert power(effect, 1.0, seeds - 1) < 0.8 <= expected


@pytest.mark.parametrize(("size", "seeds"), [(0.2, 199), (0.5, 34), (0.8, 15)])
def test_seeds_needed_agree_with_published_tables(size: float, seeds: int):
    """Paired t test, two-sided 5 %, power 80 %: the values that G*Power gives for dz 0.2, 0.5 and 0.8."""
    assert seeds_needed(size, 1.0) == seeds


def test_an_effect_that_never_varies_needs_two_seeds_and_no_effect_none():
    assert seeds_needed(3.0, 0.0) == 2
    assert seeds_needed(1e9, 1e-9) == 2
    assert seeds_needed(0.0, 0.0) is None
    assert seeds_needed(float("nan"), 1.0) is None
    assert seeds_needed(1e-16, 1.0) is None
    assert seeds_needed(5e-324, 1e300) is None


def test_a_seed_without_value_is_left_out_of_both_and_said():
    base = xr.DataArray([1.0, np.nan, 3.0, 5.0], dims="seed")
    other = xr.DataArray([2.0, 9.0, 5.0, np.nan], dims="seed")
    found = paired_statistics(base, other)
    assert int(found["seeds"]) == 2
    assert int(found["seeds_without_value"]) == 2
    assert (float(found["base"]), float(found["other"]), float(found["mean"])) == (2.0, 3.5, 1.5)


def test_equal_runs_differ_by_exactly_nothing():
    base, _ = pairs(5, 0.0)
    found = paired_statistics(base, base).isel(experiment=0)
    assert (float(found["low"]), float(found["high"]), float(found["p"])) == (0.0, 0.0, 1.0)


def test_a_difference_below_a_millionth_sends_nobody_after_more_seeds() -> None:
    common = dict(
        figure=FIGURES["harm.serious"], scenario="other", year="all", town="all", confidence=0.95, seeds=10,
        seeds_without_value=0, p=0.2, seeds_needed=22, base_mean=100.0,
    )  # fmt: skip
    tiny = Effect(mean=2e-5, low=-1e-5, high=5e-5, standard_deviation=4e-5, other_mean=100.00002, **common)
    small = Effect(mean=2e-3, low=-1e-3, high=5e-3, standard_deviation=4e-3, other_mean=100.002, **common)
    assert "millionth" in tiny.verdict.en
    assert "22 needed" in small.verdict.en
