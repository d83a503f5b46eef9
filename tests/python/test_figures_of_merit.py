"""Figures of merit against sums that are done another way."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest
import xarray as xr

import linli
from linli._stages import MEDIATION
from linli.figures_of_merit import FIGURES, HEADLINE, PAGE, FigureOfMerit, Term, figure_of_merit, figures

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TOWN = SCENARIOS / "town" / "reference.toml"
CITY = SCENARIOS / "dongguan" / "reference.toml"

DAYS_OF_2021 = DAYS_OF_2022 = 365


@pytest.fixture(scope="module")
def town_figures(town_result: Path) -> xr.Dataset:
    with linli.open(town_result) as result:
        return figures(result).load()


@pytest.fixture(scope="module")
def city_figures(small_city_result: Path) -> xr.Dataset:
    with linli.open(small_city_result) as result:
        return figures(result).load()


def raw(path: Path, name: str) -> np.ndarray:
    with h5py.File(path, "r") as file:
        return file[name][()].astype(float)


def kinds(path: Path, axis: str) -> list[str]:
    with h5py.File(path, "r") as file:
        return [key.decode() for key in file[axis][()]]


def of_kinds(path: Path, name: str, axis: str, *keys: str) -> np.ndarray:
    return raw(path, name)[..., [kinds(path, axis).index(key) for key in keys]].sum(-1)


def test_suits_of_the_second_year_are_entries_to_court_over_resident_days(town_result, town_figures):
    suits = of_kinds(town_result, "entered", "stage", "court")[365:].sum()
    residents = raw(town_result, "residents")[365:].sum()
    expected = 1e4 * suits / (residents / DAYS_OF_2022)
    assert float(town_figures["disputes.suits"].sel(year="2022", town="all")) == pytest.approx(expected, rel=1e-12)


def test_serious_harm_counts_deaths_and_injuries_from_offences_and_accidents(small_city_result, city_figures):
    harm = sum(
        of_kinds(small_city_result, name, "harm", "injury", "death") for name in ("victims_harmed", "accident_victims")
    )
    residents = raw(small_city_result, "residents")
    by_town = 1e5 * harm.sum(0) / (residents.sum(0) / DAYS_OF_2021)
    np.testing.assert_allclose(city_figures["harm.serious"].sel(year="all")[1:], by_town, rtol=1e-12)
    city = 1e5 * harm.sum() / (residents.sum() / DAYS_OF_2021)
    assert float(city_figures["harm.serious"].sel(year="all", town="all")) == pytest.approx(city, rel=1e-12)


def test_the_city_is_not_the_mean_of_its_towns(city_figures):
    rates = city_figures["crime.true"].sel(year="all")
    assert abs(float(rates[0]) - float(rates[1:].mean())) > 1.0


def test_days_to_settlement_are_those_of_the_disputes_that_mediators_settled(town_result, town_figures):
    days, settled = raw(town_result, "settled_days").sum(), raw(town_result, "settled_by_type").sum()
    found = float(town_figures["disputes.days_to_settlement"].sel(year="all", town="all"))
    assert found == pytest.approx(days / settled, rel=1e-9)


def test_days_to_settlement_are_near_those_of_the_table_of_disputes(town_result, town_figures):
    with linli.open(town_result) as result:
        disputes = result.disputes
    settled = disputes[(disputes["outcome"] == "settled") & disputes["last_stage"].isin(MEDIATION)]
    days = (settled["closed_day"] - settled["opened_day"]).mean()
    found = float(town_figures["disputes.days_to_settlement"].sel(year="all", town="all"))
    assert found == pytest.approx(days, rel=0.1), "they differ in settlements that were broken later"


def test_a_town_where_nothing_was_settled_has_no_days_to_settlement():
    city = linli.run(CITY, days=12, population_scale=0.01, figures=True, progress=False).sel(year="all")
    nothing = city["disputes.mediated"] == 0.0
    assert bool(nothing.any())
    assert not bool(nothing.all())
    assert bool((city["disputes.days_to_settlement"].isnull() == nothing).all())


def test_trust_of_the_city_weighs_towns_by_the_residents_they_stand_for(small_city_result, city_figures):
    migrant = kinds(small_city_result, "group").index("migrant")
    trust = raw(small_city_result, "trust")[..., migrant]
    first, length = raw(small_city_result, "week"), raw(small_city_result, "week_days")
    people = raw(small_city_result, "residents_by_group")[..., migrant][(first + length - 1).astype(int)]
    weights = np.where(np.isnan(trust), 0.0, people * length[:, None])
    expected = np.nansum(trust * weights) / weights.sum()
    assert float(city_figures["trust.migrant"].sel(year="all", town="all")) == pytest.approx(expected, rel=1e-12)


def test_the_trust_gap_is_hukou_less_migrant(town_figures):
    gap = town_figures["trust.hukou"] - town_figures["trust.migrant"]
    xr.testing.assert_allclose(town_figures["equity.trust_gap"].drop_attrs(), gap.drop_attrs())


def test_settlements_in_village_town_and_city_are_all_of_them(town_figures):
    shares = [town_figures[f"disputes.in_{place}"] for place in ("village", "town", "city")]
    np.testing.assert_allclose(sum(shares), 100.0, rtol=1e-12)


def test_every_lever_that_costs_is_in_one_part_of_spending(city_figures):
    parts = [city_figures[f"spending.{part}"] for part in ("disputes", "services", "grid", "policing")]
    np.testing.assert_allclose(sum(parts), city_figures["spending.all"], rtol=1e-12)


def test_days_are_counted_by_year(city_figures):
    assert dict(zip(city_figures["year"].values, city_figures["days"].values, strict=True)) == {
        "all": 400,
        "2021": 365,
        "2022": 35,
    }


def test_every_figure_says_its_name_and_unit_in_both_languages(town_figures):
    for key, figure in FIGURES.items():
        assert figure.key == key
        assert all((figure.name.en, figure.name.zh, figure.unit.en, figure.unit.zh))
        assert town_figures[key].attrs["units_zh"] == figure.unit.zh
        assert town_figures[key].dims == ("year", "town")


def test_an_unknown_figure_is_refused_with_those_there_are():
    with pytest.raises(linli.InputError, match=r"harm\.serious"):
        figure_of_merit("harm.seriuos")


def test_a_gap_that_narrows_is_an_improvement_on_either_side_of_zero():
    gap = figure_of_merit("equity.trust_gap")
    assert gap.improves(-0.2, 0.1) is True
    assert gap.improves(0.1, 0.2) is False


def test_headlines_are_on_the_page_and_true_figures_stand_above_recorded_ones():
    assert set(HEADLINE) < set(PAGE) < set(FIGURES)
    assert HEADLINE.index("crime.true") < HEADLINE.index("crime.recorded")


def test_a_run_hands_over_its_figures_without_a_file(town_result, town_figures):
    run = linli.run(TOWN, seed=1, progress=False, figures=True)
    for key in FIGURES:
        np.testing.assert_allclose(run[key], town_figures[key], rtol=1e-6, atol=1e-8, err_msg=key)  # of 4-byte floats
    with linli.open(town_result) as result:
        assert run.attrs["state_hash"] == result.provenance.state_hash


def test_every_figure_is_the_ratio_that_its_terms_say(town_result, town_figures):
    """The list walked a second time, with nothing but the indicators of the file."""
    with linli.open(town_result) as result:
        for key, figure in FIGURES.items():
            expected = _by_terms(result, figure.part, figure.whole, figure)
            if figure.less_part:
                expected -= _by_terms(result, figure.less_part, figure.less_whole, figure)
            found = float(town_figures[key].sel(year="2021", town="all"))
            np.testing.assert_allclose(found, figure.factor * expected, rtol=1e-9, err_msg=key)


def _by_terms(result: linli.Result, part: tuple[Term, ...], whole: tuple[Term, ...], figure: FigureOfMerit) -> float:
    if part[0].indicator in result.weekly:
        return _mean_of_weeks(result, part[0])
    if figure.period == "last":
        return sum(term.sign * float(_in_2021(result, term)[-1]) for term in part)
    above = sum(term.sign * float(_in_2021(result, term).sum()) for term in part)
    below = sum(term.sign * float(_in_2021(result, term).sum()) for term in whole) if whole else 1.0
    if not whole and figure.period == "mean":
        below = DAYS_OF_2021
    if whole and figure.a_year:
        below /= DAYS_OF_2021
    return above / below if below else float("nan")


def _in_2021(result: linli.Result, term: Term) -> np.ndarray:
    values = result.daily[term.indicator].sel(day="2021")
    kind = [name for name in values.dims if name not in ("day", "town")]
    if kind:
        values = values.sel({kind[0]: list(term.kinds)} if term.kinds else {}).sum(kind)
    return values.sum("town").values


def _mean_of_weeks(result: linli.Result, term: Term) -> float:
    last_day = result.weekly["week"] + (result.weekly["week_days"] - 1) * np.timedelta64(1, "D")
    lived = last_day.dt.year == 2021
    means = result.weekly[term.indicator].sel(group=list(term.kinds))[lived]
    people = result.daily["residents_by_group"].sel(group=list(term.kinds), day=last_day[lived])
    weights = people * result.weekly["week_days"][lived]
    return float((means * weights).sum() / weights.sum())
