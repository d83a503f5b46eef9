"""Statistics of paired runs: differences, Student intervals, and how many seeds would settle a question."""

from __future__ import annotations

import math

import xarray as xr
from scipy import special

POWER = 0.8


def paired_statistics(base: xr.DataArray, other: xr.DataArray, confidence: float = 0.95) -> xr.Dataset:
    r"""Sum up paired differences over the seeds.

    With differences :math:`d_1 \dots d_n`, mean :math:`\bar d` and standard deviation :math:`s`, the interval
    is :math:`\bar d \pm t_{n-1,(1+c)/2}\, s / \sqrt n`. It holds for differences that are roughly normal, or
    for many seeds; counts of rare events with few seeds are neither.

    Parameters
    ----------
    base, other
        Values with the dim "seed" and any others; each seed is a pair, and only seeds with both values count.
    confidence
        Of the interval, between 0 and 1.

    Returns
    -------
    Dataset (all dims but seed)
        mean, low, high, standard_deviation, seeds (pairs that count), seeds_without_value, base, other (means
        over the same pairs), p (of the paired t test, two-sided).

    Examples
    --------
    >>> base = xr.DataArray([1.0, 2.0, 3.0], dims="seed")
    >>> round(float(paired_statistics(base, base + [1.0, 1.1, 1.2])["mean"]), 6)
    1.1
    """
    difference = other - base
    both = difference.notnull()
    pairs = both.sum("seed")
    some = pairs.where(pairs > 0)
    mean = difference.sum("seed") / some
    squares = ((difference - mean) ** 2).sum("seed")
    alike = difference.max("seed") == difference.min("seed")
    deviation = (squares.where(~alike, 0.0) / (pairs - 1).where(pairs > 1)) ** 0.5
    error = deviation / some**0.5
    half = error * special.stdtrit((pairs - 1).values, (1.0 + confidence) / 2.0)
    return xr.Dataset(
        {
            "base": base.where(both).sum("seed") / some,
            "other": other.where(both).sum("seed") / some,
            "mean": mean,
            "low": mean - half,
            "high": mean + half,
            "standard_deviation": deviation,
            "seeds": pairs,
            "seeds_without_value": base.sizes["seed"] - pairs,
            "p": _p_value(mean, error, pairs),
        }
    )


def _p_value(mean: xr.DataArray, error: xr.DataArray, pairs: xr.DataArray) -> xr.DataArray:
    surprise = abs(mean) / error.where(error > 0.0)
    tested = mean.copy(data=2.0 * special.stdtr((pairs - 1).values, -surprise.values))
    certain = (mean == 0.0).astype(float)
    return tested.where(~(error == 0.0), certain)


def power(effect: float, deviation: float, seeds: int, confidence: float = 0.95) -> float:
    """Probability that a two-sided paired t test resolves an effect in its own direction.

    Parameters
    ----------
    effect, deviation
        True mean and standard deviation of the paired differences, in the same unit.
    seeds
        Number of pairs, at least 2.
    confidence
        Of the interval that must leave out zero.

    Examples
    --------
    >>> round(power(0.5, 1.0, 34), 2)
    0.81
    """
    critical = special.stdtrit(seeds - 1, (1.0 + confidence) / 2.0)
    return float(1.0 - special.nctdtr(seeds - 1, abs(effect) / deviation * math.sqrt(seeds), critical))


def seeds_needed(effect: float, deviation: float, confidence: float = 0.95) -> int | None:
    r"""How many seeds would resolve an effect with a probability of 80 %, were it as large as estimated.

    The smallest :math:`n \ge 2` with :math:`P(T > t_{n-1,(1+c)/2}) \ge 0.8`, where T has the noncentral t
    distribution with n - 1 degrees of freedom and noncentrality :math:`\sqrt n\, |\bar d| / s`: the power of
    the paired t test (Cohen 1988, Statistical power analysis for the behavioral sciences, chapter 2). At
    least that often the half width of the interval is then below the estimate. For large n this nears
    :math:`((z_{(1+c)/2} + z_{0.8})\, s / \bar d)^2`.

    An estimate from few seeds is itself uncertain, and so is this number: take it as an order of magnitude.

    Parameters
    ----------
    effect, deviation
        Mean and standard deviation of the paired differences.
    confidence
        Of the interval.

    Returns
    -------
    int or None
        None if a million would not do: the effect is next to nothing beside what it varies by, or not a number.

    Examples
    --------
    >>> seeds_needed(0.5, 1.0)
    34
    >>> seeds_needed(0.0, 1.0) is None
    True
    """
    if deviation == 0.0 and effect != 0.0:
        return 2
    if not math.isfinite(effect) or not math.isfinite(deviation) or effect == 0.0:
        return None
    quantiles = float(special.ndtri((1.0 + confidence) / 2.0) + special.ndtri(POWER))
    large_sample = quantiles * deviation / abs(effect)
    if large_sample > math.sqrt(_MOST):
        return None
    seeds = max(2, math.floor(large_sample**2))
    while abs(effect) / deviation < _OBVIOUS and power(effect, deviation, seeds, confidence) < POWER:
        seeds += 1
    return seeds


_MOST = 1_000_000
_OBVIOUS = 100.0  # so many standard deviations are resolved by two seeds; the distribution overflows beyond
