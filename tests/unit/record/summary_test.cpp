#include "record/summary.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "record/netcdf.h"
#include "record/recorder.h"
#include "small_run.h"

namespace linli {
namespace {

RunSummary summary_of(Day planned, Day completed) {
  const Folder folder;
  SmallRun run(planned);
  Recorder recorder(folder / "run.h5");
  recorder.run_started(run.start());
  run.tell(recorder, 0, completed);
  recorder.run_ended(run.end(completed));
  return read_summary(folder / "run.h5");
}

/// Twenty days from Christmas 2021.
const RunSummary& whole_run() {
  static const RunSummary summary = summary_of(20, 20);
  return summary;
}

double figure(std::string_view key, const PeriodSummary& period) {
  for (const Figure& each : figures())
    if (each.key == key) return each.value(period);
  ADD_FAILURE() << "there is no figure " << key;
  return NAN;
}

TEST(Summary, DaysAreCountedInTheirCalendarYears) {
  const RunSummary& summary = whole_run();
  ASSERT_EQ(summary.years.size(), 2u);
  EXPECT_EQ(summary.years[0].year, 2021);
  EXPECT_EQ(summary.years[0].days, 7);
  EXPECT_EQ(summary.years[0].mediated, 7);
  EXPECT_EQ(summary.years[0].settled_between_parties, 35);
  EXPECT_EQ(summary.years[1].mediated, 13);
  EXPECT_EQ(summary.total.mediated, 20);
  EXPECT_EQ(summary.total.deaths, 20);
}

TEST(Summary, ASettlementOnNewYearsEveStaysInTheOldYear) {
  const RunSummary summary = summary_of(7, 7);
  ASSERT_EQ(summary.years.size(), 1u);
  EXPECT_EQ(summary.years[0].mediations_timed, 7);
}

TEST(Summary, RatesArePerResidentAndYear) {
  const RunSummary& summary = whole_run();
  // 4 cases a day among 400 residents
  EXPECT_NEAR(figure("recorded_public_order_per_100k", summary.total), 4.0 / 400.0 * 1e5 * 365.25, 1e-6);
  EXPECT_NEAR(figure("clear_up_percent", summary.total), 25.0, 1e-9);
  EXPECT_NEAR(figure("mediated_per_year", summary.total), 365.25, 1e-9);
}

TEST(Summary, WagesOwedAreThoseOfEachYearsLastDay) {
  const RunSummary& summary = whole_run();
  EXPECT_NEAR(figure("workers_owed_percent", summary.years[0]), 0.5, 1e-6);
  EXPECT_NEAR(figure("construction_workers_owed_percent", summary.years[0]), 2.0, 1e-6);
  EXPECT_NEAR(figure("workers_owed_percent", summary.years[1]), 2.5, 1e-6);
}

TEST(Summary, MediationTimesComeFromTheDisputesThemselves) {
  EXPECT_NEAR(figure("mediation_days", whole_run().total), 4.0, 1e-6);
}

TEST(Summary, AttitudesAreWeightedByResidents) {
  EXPECT_NEAR(whole_run().trust, 0.5, 1e-6);
}

TEST(Summary, AnInterruptedRunIsSummedUpAndNamedAsSuch) {
  const RunSummary summary = summary_of(20, 11);
  EXPECT_FALSE(summary.complete);
  EXPECT_EQ(summary.total.days, 11);
  EXPECT_NE(describe(summary, Language::english).find("interrupted after 11 of 20 days"), std::string::npos);
  EXPECT_NE(describe(summary, Language::chinese).find("已中断：自2021-12-25起完成11天，计划20天"), std::string::npos);
}

TEST(Summary, ARunInterruptedBeforeItsFirstDayHasASummaryToo) {
  const RunSummary summary = summary_of(20, 0);
  EXPECT_EQ(summary.total.days, 0);
  EXPECT_TRUE(std::isnan(summary.trust));
  EXPECT_NE(describe(summary, Language::english), "");
}

TEST(Summary, ThePageHasTheSameLinesInBothLanguages) {
  const RunSummary& summary = whole_run();
  const std::string english = describe(summary, Language::english);
  const std::string chinese = describe(summary, Language::chinese);
  EXPECT_EQ(std::ranges::count(english, '\n'), std::ranges::count(chinese, '\n'));
  EXPECT_NE(english.find("Two towns"), std::string::npos);
  EXPECT_NE(chinese.find("两个镇"), std::string::npos);
  EXPECT_NE(english.find("base.toml < two-towns.toml"), std::string::npos);
}

TEST(Summary, JsonHasEveryFigureAndNoNumberWhereThereIsNone) {
  const nlohmann::json json = to_json(whole_run());
  EXPECT_EQ(json["seed"].get<std::uint64_t>(), small_scenario().seed);
  EXPECT_EQ(json["years"][1]["year"], 2022);
  for (const Figure& each : figures()) EXPECT_TRUE(json["total"].contains(each.key)) << each.key;
  EXPECT_TRUE(to_json(summary_of(20, 0))["total"]["clear_up_percent"].is_null());
}

TEST(Summary, FilesOfAnotherKindAreRefused) {
  const Folder folder;
  support::write_file(folder / "text.h5", "not HDF5");
  EXPECT_THROW(read_summary(folder / "missing.h5"), InputError);
  EXPECT_THROW(read_summary(folder.path()), InputError);
  EXPECT_THROW(read_summary(folder / "text.h5"), InputError);
  create_netcdf((folder / "other.h5").string());
  EXPECT_THROW(read_summary(folder / "other.h5"), InputError);
}

TEST(Summary, ATruncatedFileIsRefused) {
  const Folder folder;
  SmallRun run(20);
  Recorder recorder(folder / "run.h5");
  run.tell(recorder);
  std::filesystem::resize_file(folder / "run.h5", std::filesystem::file_size(folder / "run.h5") / 2);
  EXPECT_THROW(read_summary(folder / "run.h5"), InputError);
}

}  // namespace
}  // namespace linli
