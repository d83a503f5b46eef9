"""The effect of a scenario on one figure, and what may be said about it."""

from __future__ import annotations

from dataclasses import dataclass

from linli._language import Text
from linli.figures_of_merit import FigureOfMerit

NEGLIGIBLE = 1e-6  # [share of the base]


@dataclass(frozen=True)
class Effect:
    """Paired difference of a scenario to the base in one figure.

    Attributes
    ----------
    figure : FigureOfMerit
    scenario, year, town : str
        "all" for the whole run and the whole city.
    mean : float
        Mean difference, other less base, in the unit of the figure.
    low, high : float
        Student interval of it; not a number with fewer than two pairs.
    confidence : float
        Of the interval.
    standard_deviation : float
        Of the differences between seeds.
    base_mean, other_mean : float
        Means over the same seeds.
    seeds, seeds_without_value : int
        Pairs that count, and those where one of the two has no value (nobody to count).
    p : float
        Of the paired t test, two-sided; corrected where a table corrects for many figures.
    seeds_needed : int or None
        Seeds that would resolve an effect of this size in 80 % of experiments
        (`linli.comparison.statistics.seeds_needed`); None if a million would not.
    """

    figure: FigureOfMerit
    scenario: str
    year: str
    town: str
    mean: float
    low: float
    high: float
    confidence: float
    standard_deviation: float
    base_mean: float
    other_mean: float
    seeds: int
    seeds_without_value: int
    p: float
    seeds_needed: int | None

    @property
    def resolved(self) -> bool:
        """Whether zero is improbable enough: the (corrected) test rejects it at the level of the interval."""
        return self.p < 1.0 - self.confidence

    @property
    def is_none(self) -> bool:
        """Whether every seed gave the same with and without."""
        return self.seeds > 0 and self.mean == 0.0 and not self.standard_deviation > 0.0

    @property
    def is_negligible(self) -> bool:
        """Whether the whole interval lies within a millionth of the base, as when only the population differs."""
        return max(abs(self.low), abs(self.high)) < NEGLIGIBLE * abs(self.base_mean)

    @property
    def relative(self) -> float:
        """Mean difference as a share of the base; not a number for a base of zero."""
        return self.mean / abs(self.base_mean) if self.base_mean else float("nan")

    @property
    def sign(self) -> int:
        """1 or -1 for a resolved effect, else 0."""
        return (1 if self.mean > 0.0 else -1) if self.resolved else 0

    @property
    def improves(self) -> bool | None:
        """Whether a resolved effect is an improvement; None if unresolved or a matter of view."""
        return self.figure.improves(self.base_mean, self.other_mean) if self.resolved else None

    @property
    def verdict(self) -> Text:
        """What may be said, in a sentence."""
        found = self._finding()
        if self.seeds and self.seeds_without_value:
            without = _WITHOUT.format(self.seeds_without_value)
            return Text(f"{found.en}; {without.en}", f"{found.zh}；{without.zh}")
        return found

    def _finding(self) -> Text:
        if not self.seeds:
            return _NO_VALUE
        if self.is_none:
            return _SAME
        if self.seeds == 1:
            return _ONE_SEED
        if self.is_negligible:
            return _NEGLIGIBLE
        if self.resolved:
            return Text(
                f"{self._direction().en}{self._judgement().en}",
                f"{self._direction().zh}{self._judgement().zh}",
            )
        return self._unresolved()

    def _unresolved(self) -> Text:
        if self.seeds_needed is None:
            return Text("not resolved", "未能判明")
        if self.seeds_needed <= self.seeds:
            return _MANY_FIGURES if self._interval_excludes_zero() else _UNLUCKY.format(self.seeds)
        return _UNRESOLVED.format(self.seeds, self.seeds_needed)

    def _interval_excludes_zero(self) -> bool:
        return self.low > 0.0 or self.high < 0.0

    def _direction(self) -> Text:
        return Text("more", "上升") if self.mean > 0.0 else Text("less", "下降")

    def _judgement(self) -> Text:
        return {True: Text(": better", "：改善"), False: Text(": worse", "：恶化"), None: Text("", "")}[self.improves]


_NO_VALUE = Text("no value: nobody to count in any run", "无数值：各次运行中均无可统计对象")
_SAME = Text("the same in every run", "各次运行结果相同")
_NEGLIGIBLE = Text("less than a millionth of the base", "不足基准的百万分之一")
_ONE_SEED = Text("not resolved: one seed gives no interval", "未能判明：只有一个种子，无法给出区间")
_UNRESOLVED = Text("not resolved with {} seeds; about {} needed", "{}个种子未能判明；约需{}个")
_MANY_FIGURES = Text("not resolved once corrected for many figures", "按多重比较校正后未能判明")
_UNLUCKY = Text("not resolved with {} seeds", "{}个种子未能判明")
_WITHOUT = Text("no value in {} seeds", "{}个种子无数值")
