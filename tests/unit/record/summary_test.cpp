#include "record/summary.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "app/page.h"
#include "core/error.h"
#include "record/netcdf.h"
#include "record/recorder.h"
#include "small_run.h"

namespace linli {
namespace {

RunSummary summary_of(Day completed, SmallRun run) {
  const Folder folder;
  Recorder recorder(folder / "run.h5");
  recorder.run_started(run.start());
  run.tell(recorder, 0, completed);
  recorder.run_ended(run.end(completed), {});
  return read_summary(folder / "run.h5");
}
RunSummary summary_of(Day planned, Day completed) {
  return summary_of(completed, SmallRun(planned));
}

/// Twenty days from Christmas 2021.
const RunSummary& whole_run() {
  static const RunSummary summary = summary_of(20, 20);
  return summary;
}

double figure(std::string_view key, const RunSummary& summary) {
  return summary.totals.value(figure_named(key));
}

/// Weeks of a result file end on Sundays, and the last one with the run.
TEST(Summary, OfAFileHasTheFiguresThatWatchingTheRunHas) {
  const Folder folder;
  SmallRun run(40);
  Recorder recorder(folder / "run.h5");
  Totals watched;
  for (Observer* observer : std::initializer_list<Observer*>{&recorder, &watched}) observer->run_started(run.start());
  for (Day day = 0; day < 40; ++day) run.tell(recorder, day), run.tell(watched, day);
  recorder.run_ended(run.end(40), {});
  const Totals& read = read_summary(folder / "run.h5").totals;
  EXPECT_EQ(read.years(), watched.years());
  for (const Figure& each : figures())
    for (const std::optional<int> year : {std::optional<int>(), std::optional(2021), std::optional(2022)})
      for (const Id<Town> town : {Id<Town>(), Id<Town>(0), Id<Town>(1)}) {
        const double found = read.value(each, year, town), expected = watched.value(each, year, town);
        EXPECT_EQ(std::isnan(found), std::isnan(expected)) << each.key;
        if (!std::isnan(found)) {
          EXPECT_NEAR(found, expected, 1e-6 * std::abs(expected)) << each.key;
        }
      }
}

TEST(Summary, RatesAboveTheirBoundAreWarnedOf) {
  EXPECT_EQ(describe(whole_run(), Language::english).find("Warning"), std::string::npos);
  SmallRun run(10);
  run.change([](DailyTally& daily, PanelTally&) { daily(Id<Town>(0), Daily::bounds_exceeded) = 2; });
  const RunSummary summary = summary_of(10, run);
  EXPECT_NE(describe(summary, Language::english).find("Warning: 20 rates exceeded"), std::string::npos);
  EXPECT_NE(describe(summary, Language::chinese).find("警告：有20次"), std::string::npos);
  EXPECT_EQ(to_json(summary)["bounds_exceeded"], 20.0);
}

TEST(Summary, AnInterruptedRunIsSummedUpAndNamedAsSuch) {
  const RunSummary summary = summary_of(20, 11);
  EXPECT_FALSE(summary.complete);
  EXPECT_EQ(summary.totals.days_of(), 11);
  EXPECT_NE(describe(summary, Language::english).find("interrupted after 11 of 20 days"), std::string::npos);
  EXPECT_NE(describe(summary, Language::chinese).find("已中断：自2021-12-25起完成11天，计划20天"), std::string::npos);
}

TEST(Summary, ARunInterruptedBeforeItsFirstDayHasASummaryToo) {
  const RunSummary summary = summary_of(20, 0);
  EXPECT_EQ(summary.totals.days_of(), 0);
  EXPECT_TRUE(std::isnan(figure("trust.all", summary)));
  EXPECT_NE(describe(summary, Language::english), "");
}

TEST(Summary, ANumberThatRoundsToNothingHasNoSign) {
  SmallRun run(10);
  run.change([](DailyTally&, PanelTally& panel) {
    for (Id<Town> town : all_rows<Town>(2))
      for (PopulationGroup group : every<PopulationGroup>()) panel(town, Panel::trust, group) = 0.5;
    panel(Id<Town>(0), Panel::trust, PopulationGroup::hukou) = 0.4999;
  });
  EXPECT_EQ(describe(summary_of(10, run), Language::english).find("-0.000"), std::string::npos);
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

TEST(Summary, ThePageHasALineForEveryFigureInBothLanguages) {
  for (Language language : {Language::english, Language::chinese}) {
    const std::string page = describe(whole_run(), language);
    for (const Figure& each : figures()) {
      EXPECT_NE(page.find("\n  " + each.key + " "), std::string::npos) << each.key;
      EXPECT_NE(page.find(each.name.in(language)), std::string::npos) << each.key;
    }
  }
}

TEST(Summary, JsonHasEveryFigureAndNoNumberWhereThereIsNone) {
  const nlohmann::json json = to_json(whole_run());
  EXPECT_EQ(json["seed"].get<std::uint64_t>(), small_scenario().seed);
  EXPECT_EQ(json["years"][1]["year"], 2022);
  for (const Figure& each : figures()) EXPECT_TRUE(json["total"].contains(each.key)) << each.key;
  EXPECT_TRUE(to_json(summary_of(20, 0))["total"]["crime.clear_up"].is_null());
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
