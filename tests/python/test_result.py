"""Results: what a run recorded, as tables."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import h5py
import netCDF4
import numpy as np
import pandas as pd
import pytest
import xarray as xr

import linli
from linli.figures_of_merit import FIGURES
from linli.result import Result

PROGRAM = Path(__file__).parents[2] / "build" / "linli-sim"
TOWN = Path(__file__).parents[2] / "scenarios" / "town" / "reference.toml"
MEDIATION = ["community", "sector", "town_centre", "police_desk"]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    linli.use_language("en")
    yield
    linli.use_language(None)


@pytest.fixture
def town(town_result: Path) -> Iterator[Result]:
    with linli.open(town_result) as result:
        yield result


@pytest.fixture
def city(small_city_result: Path) -> Iterator[Result]:
    with linli.open(small_city_result) as result:
        yield result


@pytest.fixture(scope="module")
def told(town_result: Path) -> dict[str, Any]:
    """What the program itself says of the sample town."""
    if not PROGRAM.exists():
        pytest.skip("build/linli-sim has not been built")
    page = subprocess.run([PROGRAM, "info", "--json", town_result], check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(page.stdout)
    return told


@pytest.fixture
def copy(town_result: Path, tmp_path: Path) -> Path:
    return shutil.copy(town_result, tmp_path / "copy.h5")


def complaint_about(path: Path) -> linli.InputError:
    with pytest.raises(linli.InputError) as caught:
        linli.open(path)
    assert caught.value.where == str(path)
    return caught.value


def test_a_city_has_its_thirty_three_towns_by_name(city: Result) -> None:
    assert city.daily.sizes["town"] == 33
    humen = city.daily["residents"].sel(town="Humen")
    assert humen["town_zh"] == "虎门镇"
    assert 113 < humen["lon"] < 114.5
    assert 22 < humen["lat"] < 23.5
    assert list(city.towns["name"]) == list(city.daily["town"].values)


def test_daily_indicators_are_labelled_by_day_town_and_kind(town: Result) -> None:
    assert town.daily["settled"].dims == ("day", "town", "stage")
    assert town.daily["day"].values[[0, -1]].astype("datetime64[D]").astype(str).tolist() == [
        "2021-01-01",
        "2022-12-31",
    ]
    court = town.daily["entered"].sel(stage="court")
    assert (court["stage_name"].item(), court["stage_name_zh"].item()) == ("court", "法院")


def test_indicators_keep_units_and_names_and_lose_what_only_netcdf_needs(town: Result) -> None:
    assert town.daily["spending"].attrs == {
        "long_name": "spending",
        "long_name_zh": "支出",
        "units": "yuan",
        "cell_methods": "day: sum",
    }
    everything = {**town.daily.variables, **town.weekly.variables}
    assert not {"DIMENSION_LIST", "CLASS", "_FillValue"} & {
        name for values in everything.values() for name in values.attrs
    }
    assert all("long_name" in values.attrs and "long_name_zh" in values.attrs for values in everything.values())


def test_every_indicator_of_the_file_is_daily_or_weekly(town: Result, town_result: Path) -> None:
    with h5py.File(town_result) as file:
        stored = {name for name, item in file.items() if isinstance(item, h5py.Dataset) and item.ndim > 1}
    assert set(town.daily.data_vars) | set(town.weekly.data_vars) == stored


def test_weeks_begin_with_the_run_and_the_last_one_may_be_short(town: Result) -> None:
    weeks = town.weekly["week"].to_index()
    assert weeks[0] == pd.Timestamp("2021-01-01")
    assert set(np.diff(weeks)) == {np.timedelta64(7, "D")}
    assert town.weekly["week_days"].sum() == 730
    assert town.weekly["week_days"][-1] == 730 % 7


def test_grids_know_their_town_community_and_place(city: Result) -> None:
    offences = city.weekly["grid_offences"]
    assert offences.dims == ("week", "grid", "offence_type")
    assert list(offences["grid_town"].values) == list(city.grids["town"])
    assert list(offences["grid_community"].values) == list(city.grids["community"])
    assert np.array_equal(offences["grid_lon"], city.grids["lon"])
    assert city.grids["residents"].sum() == city.provenance.people


def test_weeks_and_grids_add_up_to_days_and_towns(city: Result) -> None:
    by_town = city.weekly["grid_claims"].sum("week").groupby("grid_town").sum()
    daily = city.daily["claims"].sum(["day", "dispute_type"])
    assert np.array_equal(by_town.sel(grid_town=daily["town"].values), daily)


def test_opening_a_city_reads_no_indicator(city: Result) -> None:
    values = [*city.daily.data_vars.values(), *city.weekly.data_vars.values()]
    assert not [indicator.name for indicator in values if indicator.variable._in_memory]


def test_an_indicator_that_was_read_is_kept(town: Result) -> None:
    assert town.daily["claims"].sum() > 0
    read = [name for name, indicator in town.daily.data_vars.items() if indicator.variable._in_memory]
    assert read == ["claims"]


def test_sums_over_a_city_are_exact(city: Result) -> None:
    residents = city.daily["residents"]
    assert residents.dtype == np.float64
    assert residents.sum() == sum(map(int, residents.values.ravel()))


@pytest.mark.parametrize("key", [slice(None, None, -1), [5, 2, 2], slice(3, 10, 3), -1, np.array([], int)], ids=str)
def test_parts_of_an_indicator_are_those_of_the_whole(town_result: Path, key: Any) -> None:
    with linli.open(town_result) as one, linli.open(town_result) as other:
        part = one.daily["claims"].isel(day=key, town=[0]).values
        assert np.array_equal(part, other.daily["claims"].values[key][..., [0], :])


def test_indicators_survive_being_sent_to_another_process(town: Result) -> None:
    assert pickle.loads(pickle.dumps(town.daily))["claims"].equals(town.daily["claims"])


def test_the_program_and_the_package_agree_on_every_figure_of_every_year(town: Result, told: dict[str, Any]) -> None:
    summary = town.summary("all")
    periods = {str(year["year"]): year for year in told["years"]} | {"all": told["total"]}
    assert [column for column in summary.columns if column not in ("name", "unit")] == list(periods)
    for key in FIGURES:
        for period, figures in periods.items():
            expected = np.nan if figures[key] is None else figures[key]
            np.testing.assert_equal(summary.loc[key, period], expected, err_msg=f"{key}, {period}")


def test_the_table_of_disputes_tells_of_the_same_settlements_as_the_counts(town: Result) -> None:
    disputes = town.disputes
    mediated = (disputes["outcome"] == "settled") & disputes["last_stage"].isin(MEDIATION)
    assert mediated.sum() == town.daily["settled"].sel(stage=MEDIATION).sum()


def test_the_table_of_offences_tells_of_the_same_offences_as_the_counts(city: Result) -> None:
    from_table = city.offences.groupby(["town", "type"], observed=False).size().unstack()
    counted = city.daily["offences"].sum("day").to_pandas()
    assert np.array_equal(from_table.loc[counted.index, counted.columns], counted)


def test_kinds_and_towns_of_events_are_categories_and_answers_are_yes_or_no(city: Result) -> None:
    disputes = city.disputes
    assert list(disputes["last_stage"].cat.categories) == list(city.daily["stage"].values)
    assert list(disputes["town"].cat.categories) == list(city.daily["town"].values)
    assert disputes["complainant_migrant"].dtype == bool
    assert disputes["meetings"].max() > 1


def test_the_doors_of_a_dispute_are_told_apart(town: Result) -> None:
    disputes = town.disputes
    ended_in_court = (disputes["last_stage"] == "court") & (disputes["outcome"] == "judged")
    assert ended_in_court.any()
    assert disputes.loc[ended_in_court, "doors_court"].all()
    assert ((disputes["doors"] & 1 << 7 > 0) == disputes["doors_court"]).all()


def test_times_are_dates_and_days_since_the_start(town: Result) -> None:
    disputes = town.disputes
    since = (disputes["opened"] - pd.Timestamp("2021-01-01")) / pd.Timedelta(days=1)
    assert np.allclose(since, disputes["opened_day"], atol=1e-9)
    assert (disputes["opened"] >= "2021-01-01").all()
    shelved_or_cleared = town.offences["closed"].notna()
    assert shelved_or_cleared.equals(town.offences["closed_day"].notna())


def test_offenders_from_elsewhere_have_no_home_grid(town: Result) -> None:
    homes = town.offences["offender_home"]
    assert 0 < homes.isna().mean() < 1
    assert homes.min() >= 0


def test_tables_without_rows_have_their_columns(town: Result) -> None:
    assert town.interventions.empty
    assert list(town.interventions.columns) == ["day", "town", "lever", "value", "measure", "fired", "fired_day"]


def test_tables_say_what_their_columns_are(town: Result) -> None:
    attributes = town.offences.attrs
    assert attributes["title_zh"] == "违法犯罪（含未报案）"
    assert attributes["units"]["loss"] == "yuan"
    assert attributes["long_name_zh"]["loss"] == "财产损失"


def test_the_panel_is_asked_at_the_end_of_each_year(town: Result) -> None:
    assert list(town.panel["year"].unique()) == [2021, 2022]
    assert town.panel["trust"].between(0, 1).all()


def test_everything_needed_to_run_it_again_is_told(town: Result, told: dict[str, Any]) -> None:
    made = town.provenance
    assert made.state_hash == told["state_hash"]
    assert made.scenario_hash == told["scenario_hash"]
    assert (made.seed, made.days, made.days_planned, made.complete) == (1, 730, 730, True)
    assert made.lineage[-1].endswith("reference.toml")
    assert "[world]" in made.scenario
    assert made.phase_seconds == pytest.approx(told["phase_seconds"])
    assert town.title == {"en": "Sample town, reference", "zh": "示例镇基准场景"}


def test_assumptions_are_told_by_name(town: Result) -> None:
    assert town.parameters["population.migrant_share"] == 0.7598
    assert set(town.levers) == set(town.daily["lever"].values)


def test_the_summary_speaks_the_language_in_use(town: Result) -> None:
    assert town.summary().loc["disputes.opened", "name"] == "disputes opened"
    linli.use_language("zh")
    assert town.summary().loc["disputes.opened", "name"] == "新发纠纷"


def test_an_interrupted_run_is_said_to_be_incomplete(copy: Path) -> None:
    with h5py.File(copy, "r+") as file:
        file["provenance"].attrs["complete"] = np.uint8(0)
        file["provenance"].attrs["days_planned"] = np.int32(1826)
    with linli.open(copy) as result:
        assert not result.complete
        assert "INCOMPLETE: 730 of 1826 days" in repr(result)
        assert "interrupted after 730 of 1,826 days" in result._repr_html_()
        linli.use_language("zh")
        assert "未完成" in result._repr_html_()


def test_the_card_has_title_state_hash_and_figures(town: Result) -> None:
    page = town._repr_html_()
    assert town.provenance.state_hash in page
    assert "Sample town, reference" in page
    assert "Complete: 730 of 730 days" in page
    assert f"<td>{town.daily['claims'].sum().item():,.0f}</td>" in page


def test_the_card_shows_a_title_and_does_not_obey_it(copy: Path) -> None:
    with h5py.File(copy, "r+") as file:
        file.attrs["title"] = file.attrs["title_zh"] = np.bytes_("<script>alert({1})</script> & more")
    with linli.open(copy) as result:
        page = result._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;alert({1})&lt;/script&gt; &amp; more" in page


def test_a_missing_file_a_folder_and_other_files_are_refused(tmp_path: Path) -> None:
    assert "no such file" in complaint_about(tmp_path / "nowhere.h5").what.en
    assert "folder" in complaint_about(tmp_path).what.en
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    assert "not an HDF5 file" in complaint_about(tmp_path / "table.csv").what.en


def test_hdf5_that_is_no_result_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    other = tmp_path / "other.h5"
    h5py.File(other, "w").close()
    what = complaint_about(other).what
    assert "not a result of Linli" in what.en
    assert "provenance" in what.en


@pytest.mark.parametrize("missing", ["parameters", "stage_name_zh", "town_lon", "week_days"])
def test_a_result_that_lacks_something_is_refused(copy: Path, missing: str) -> None:
    with h5py.File(copy, "r+") as file:
        del file[missing]
    assert missing in complaint_about(copy).what.en


def test_a_result_without_an_ending_is_refused(copy: Path) -> None:
    with h5py.File(copy, "r+") as file:
        del file["provenance"].attrs["state_hash"]
    assert "state_hash" in complaint_about(copy).what.en


def test_a_truncated_file_is_said_to_be_damaged(copy: Path) -> None:
    os.truncate(copy, copy.stat().st_size // 2)
    assert "damaged" in complaint_about(copy).what.en


def test_a_file_that_another_program_writes_is_said_to_be_written(copy: Path) -> None:
    hold = "import h5py, sys; file = h5py.File(sys.argv[1], 'r+'); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold, copy], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert "another program is writing" in complaint_about(copy).what.en


def test_damage_that_shows_later_is_said_to_be_damage(copy: Path) -> None:
    with h5py.File(copy) as file:
        chunk = file["spending"].id.get_chunk_info(0)
    with copy.open("r+b") as content:
        content.seek(chunk.byte_offset)
        content.write(b"\xff" * chunk.size)
    with linli.open(copy) as result, pytest.raises(linli.InputError, match="damaged") as caught:
        result.daily["spending"].sum()
    assert caught.value.where == str(copy)


def test_a_closed_result_says_so(town_result: Path) -> None:
    with linli.open(town_result) as result:
        towns = result.towns
    assert result.towns is towns
    for read in (lambda: result.daily, lambda: result.disputes, lambda: result.grids, result.summary):
        with pytest.raises(linli.InputError, match="closed"):
            read()


def test_a_closed_result_leaves_no_file_open(copy: Path) -> None:
    def open_files() -> int:
        return sum(os.path.realpath(f"/proc/self/fd/{number}") == str(copy) for number in os.listdir("/proc/self/fd"))

    with linli.open(copy) as result:
        result.summary()
        assert result.disputes.size
        assert open_files() > 0
    assert open_files() == 0


def test_a_result_in_another_process_is_opened_there_or_refused(town_result: Path) -> None:
    with linli.open(town_result) as result, pickle.loads(pickle.dumps(result)) as again:
        assert again.provenance == result.provenance
    with linli.run(TOWN, days=5, progress=False) as temporary, pytest.raises(linli.InputError, match="output"):
        pickle.dumps(temporary)


def _variables(file: h5py.File) -> dict[str, h5py.Dataset]:
    found: dict[str, h5py.Dataset] = {}
    file.visititems(lambda name, item: found.update({name: item}) if isinstance(item, h5py.Dataset) else None)
    return found


def test_missing_values_are_of_the_type_of_their_variable(town_result: Path) -> None:
    with h5py.File(town_result) as file:
        filled = {name: one for name, one in _variables(file).items() if "_FillValue" in one.attrs}
        assert len(filled) > 50
        assert all(one.attrs["_FillValue"].dtype == one.dtype for one in filled.values())


def test_netcdf4_reads_every_variable_as_it_is_stored(town_result: Path) -> None:
    with h5py.File(town_result) as file, netCDF4.Dataset(town_result) as dataset:
        dataset.set_auto_mask(False)
        variables = {
            name: one for name, one in _variables(file).items() if one.attrs.get("CLASS") != b"DIMENSION_SCALE"
        }
        assert len(variables) > 150
        for name, stored in variables.items():
            values = stored.asstr()[()] if h5py.check_string_dtype(stored.dtype) else stored[()]
            np.testing.assert_array_equal(dataset[name][...], values, err_msg=name)


def test_a_checker_finds_that_a_result_follows_the_conventions_it_names(town_result: Path, tmp_path: Path) -> None:
    file = shutil.copy(town_result, tmp_path / "town.nc")
    with h5py.File(file) as result:
        version = result.attrs["Conventions"].decode().removeprefix("CF-")
    checker = Path(sys.executable).parent / "compliance-checker"
    checked = subprocess.run([checker, f"--test=cf:{version}", file], capture_output=True, text=True, check=False)
    assert "All tests passed!" in checked.stdout, checked.stdout


def test_codes_have_words_for_readers_without_linli(town_result: Path) -> None:
    disputes = xr.open_dataset(town_result, group="records/disputes", engine="h5netcdf")
    words = disputes["type_key"].values[disputes["type"].values.astype(int)]
    table = linli.open(town_result).disputes
    assert list(words) == list(table["type"].astype(str))
    assert disputes["outcome_label_zh"].values[1] == "化解"
    first = [bool(bits & 1 << list(disputes["doors_key"].values).index("court")) for bits in disputes["doors"].values]
    assert first == list(table["doors_court"])


def test_the_tools_of_netcdf_copy_a_result_and_the_copy_holds_the_same(town_result: Path, tmp_path: Path) -> None:
    subprocess.run(["nccopy", town_result, tmp_path / "copy.nc"], check=True)
    with h5py.File(town_result) as file, h5py.File(tmp_path / "copy.nc") as copied:
        variables, copies = _variables(file), _variables(copied)
        for name in ("settled", "strain", "records/disputes/severity"):
            np.testing.assert_array_equal(copies[name][()], variables[name][()])
        assert {name for name in variables if name in copies} == set(variables)
