"""Figures of merit against sums that are done another way."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest
import xarray as xr

import linli
from linli.figures_of_merit import FIGURES, figure_of_merit, figures

DAYS_PER_YEAR = 365.25


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
    expected = 1e4 * suits / (residents / DAYS_PER_YEAR)
    assert float(town_figures["disputes.suits"].sel(year="2022", town="all")) == pytest.approx(expected, rel=1e-12)


def test_serious_harm_counts_deaths_and_injuries_from_offences_and_accidents(small_city_result, city_figures):
    harm = sum(
        of_kinds(small_city_result, name, "harm", "injury", "death") for name in ("victims_harmed", "accident_victims")
    )
    residents = raw(small_city_result, "residents")
    by_town = 1e5 * harm.sum(0) / (residents.sum(0) / DAYS_PER_YEAR)
    np.testing.assert_allclose(city_figures["harm.serious"].sel(year="all")[1:], by_town, rtol=1e-12)
    city = 1e5 * harm.sum() / (residents.sum() / DAYS_PER_YEAR)
    assert float(city_figures["harm.serious"].sel(year="all", town="all")) == pytest.approx(city, rel=1e-12)


def test_the_city_is_not_the_mean_of_its_towns(city_figures):
    rates = city_figures["crime.true"].sel(year="all")
    assert abs(float(rates[0]) - float(rates[1:].mean())) > 1.0


def test_days_to_settlement_are_those_of_the_disputes_that_mediators_settled(town_result, town_figures):
    with h5py.File(town_result, "r") as file:
        table = {name: file["records/disputes"][name][()] for name in ("outcome", "last_stage", "opened", "closed")}
    stages = kinds(town_result, "stage")
    settled = (table["outcome"] == 1) & (table["last_stage"] >= stages.index("community"))
    settled &= table["last_stage"] <= stages.index("police_desk")
    days = (table["closed"].astype(float) - table["opened"].astype(float))[settled]
    found = float(town_figures["disputes.days_to_settlement"].sel(year="all", town="all"))
    assert found == pytest.approx(days.mean(), rel=1e-9)


def test_a_town_where_nothing_was_settled_has_no_days_to_settlement(city_figures):
    nothing = city_figures["disputes.settled_early"].fillna(0.0) == 0.0
    assert bool(nothing.any())
    assert bool((city_figures["disputes.days_to_settlement"].isnull() == nothing).all())


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


class Asked:
    """Stands in for the sums of a run and keeps which levers' spending was asked for."""

    resident_years = xr.DataArray(1.0)

    def by_prefix(self, indicator: str, dimension: str, *prefixes: str) -> xr.DataArray:
        self.prefixes = prefixes
        return xr.DataArray(1.0)


def prefixes_of(part: str) -> tuple[str, ...]:
    asked = Asked()
    FIGURES[f"spending.{part}"].compute(asked)
    return asked.prefixes


def test_every_lever_with_a_price_is_in_one_part_of_spending_whether_used_or_not():
    parts = [prefixes_of(part) for part in ("disputes", "services", "grid", "policing")]
    levers = linli.levers()
    for lever in levers.index[levers["unit_cost"] > 0]:
        assert sum(lever.startswith(prefixes) for prefixes in parts) == 1, lever


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
