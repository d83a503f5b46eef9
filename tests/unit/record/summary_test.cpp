#include "record/summary.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "app/page.h"
#include "core/error.h"
#include "record/figures.h"
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

std::vector<Figure> all_figures() {
  std::vector<Figure> figures;
  for (const FigureGroup& group : figure_groups())
    figures.insert(figures.end(), group.figures.begin(), group.figures.end());
  return figures;
}

double figure(std::string_view key, const PeriodSummary& period) {
  for (const Figure& each : all_figures())
    if (each.key == key) return each.value(period);
  ADD_FAILURE() << "there is no figure " << key;
  return NAN;
}

TEST(Summary, DaysAreCountedInTheirCalendarYears) {
  const RunSummary& summary = whole_run();
  ASSERT_EQ(summary.years.size(), 2u);
  EXPECT_EQ(summary.years[0].year, 2021);
  EXPECT_EQ(summary.years[0].days, 7);
  EXPECT_EQ(figure("mediated", summary.years[0]), 7);
  EXPECT_EQ(figure("settled_between_parties", summary.years[0]), 35);
  EXPECT_EQ(figure("mediated", summary.years[1]), 13);
  EXPECT_EQ(figure("mediated", summary.total), 20);
  EXPECT_EQ(figure("deaths", summary.total), 20);
}

TEST(Summary, ASettlementOnNewYearsEveStaysInTheOldYear) {
  const RunSummary summary = summary_of(7, 7);
  ASSERT_EQ(summary.years.size(), 1u);
  EXPECT_EQ(summary.years[0].mediations_timed, 7);
  EXPECT_NEAR(figure("settled_outside_judgment_percent", summary.years[0]), 100.0, 1e-9);
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

TEST(Summary, AttitudesAreWeightedByResidentsOfTheGroup) {
  const PeriodSummary& total = whole_run().total;
  EXPECT_NEAR(figure("trust.hukou", total), 0.6, 1e-6) << "there are none in Chang'an";
  EXPECT_NEAR(figure("trust.migrant", total), (100 * 0.6 + 100 * 0.2) / 200, 1e-6);
  EXPECT_NEAR(figure("trust_gap", total), 0.2, 1e-6);
  EXPECT_NEAR(figure("trust", total), (200 * 0.6 + 200 * 0.4) / 400, 1e-6);
  EXPECT_TRUE(std::isnan(figure("trust.women", total))) << "nobody asked is a woman";
}

TEST(Summary, AttitudesOfAYearAreThoseOfTheLastWeekThatEndedInIt) {
  const Folder folder;
  SmallRun run(40);  // the year ends on a Friday, the weeks on Sundays
  Recorder recorder(folder / "run.h5");
  recorder.run_started(run.start());
  run.tell(recorder, 0, 2);
  run.change([](DailyTally&, PanelTally& panel) { panel(Id<Town>(0), Panel::trust, PopulationGroup::hukou) = 0.1; });
  run.tell(recorder, 2, 40);
  recorder.run_ended(run.end(40), {});
  const RunSummary summary = read_summary(folder / "run.h5");
  EXPECT_NEAR(figure("trust.hukou", summary.years[0]), 0.6, 1e-6);
  EXPECT_NEAR(figure("trust.hukou", summary.years[1]), 0.1, 1e-6);
}

TEST(Summary, PlacesOfSettlementAreTheVillageTheTownAndTheCity) {
  SmallRun run(10);
  run.change([](DailyTally& daily, PanelTally&) {
    for (Stage stage : {Stage::sector, Stage::town_centre, Stage::police_desk, Stage::court})
      daily(Id<Town>(0), Daily::settled, stage) = 1;
    daily(Id<Town>(0), Daily::settled, Stage::petition) = 2;
  });
  const RunSummary summary = summary_of(10, run);
  EXPECT_EQ(figure("mediated", summary.total), 40);
  EXPECT_NEAR(figure("settled_in_village_percent", summary.total), 100.0 / 7.0, 1e-9);
  EXPECT_NEAR(figure("settled_in_town_percent", summary.total), 300.0 / 7.0, 1e-9);
  EXPECT_NEAR(figure("settled_in_city_percent", summary.total), 300.0 / 7.0, 1e-9);
}

TEST(Summary, GrievancesEndGivenUpSettledAloneOrWithHelp) {
  SmallRun run(10);
  run.change([](DailyTally& daily, PanelTally&) {
    daily(Id<Town>(0), Daily::given_up, Stage::latent) = 3;
    daily(Id<Town>(0), Daily::judged, DisputeType::rental) = 1;
    daily(Id<Town>(0), Daily::disputes_at, Stage::latent) = 8;
  });
  const RunSummary summary = summary_of(10, run);  // besides 5 settled alone and 1 by the community, every day
  EXPECT_NEAR(figure("ended_given_up_percent", summary.total), 30.0, 1e-9);
  EXPECT_NEAR(figure("ended_between_parties_percent", summary.total), 50.0, 1e-9);
  EXPECT_NEAR(figure("ended_third_party_percent", summary.total), 20.0, 1e-9);
  EXPECT_EQ(figure("latent", summary.total), 8) << "a stock is not added up";
}

TEST(Summary, SpendingIsAddedUpByWhatTheLeversAreAbout) {
  SmallRun run(10);
  run.change([](DailyTally& daily, PanelTally&) {
    for (const char* lever : {"mediation.full_time", "mediation.part_time", "police.officers"})
      daily(Id<Town>(1), Daily::spending, lever_index(lever)) = 1e6;
  });
  const RunSummary summary = summary_of(10, run);
  EXPECT_NEAR(figure("spending_million", summary.total), 30.0, 1e-9);
  EXPECT_NEAR(figure("spending_million.mediation", summary.total), 20.0, 1e-9);
  EXPECT_NEAR(figure("spending_million.police", summary.total), 10.0, 1e-9);
  EXPECT_NEAR(figure("cost_per_mediated_settlement", summary.total), 2e6, 1e-3) << "one settlement a day";
  const std::string page = describe(summary, Language::english);
  EXPECT_NE(page.find("\n  mediation "), std::string::npos);
  EXPECT_EQ(page.find("psychological services"), std::string::npos) << "nothing is spent on them";
}

TEST(Summary, EveryLeverIsAboutSomethingThatHasAName) {
  PeriodSummary period;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever) {
    period.counts[Daily::spending].assign(lever_list().size(), 0.0);
    period.counts[Daily::spending][lever] = 1e6;
    double sum = 0.0;
    for (const Figure& each : all_figures())
      if (each.key.starts_with("spending_million.")) sum += each.value(period);
    EXPECT_NEAR(sum, 1.0, 1e-12) << lever_list()[lever].name;
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
  EXPECT_EQ(summary.total.days, 11);
  EXPECT_NE(describe(summary, Language::english).find("interrupted after 11 of 20 days"), std::string::npos);
  EXPECT_NE(describe(summary, Language::chinese).find("已中断：自2021-12-25起完成11天，计划20天"), std::string::npos);
}

TEST(Summary, ARunInterruptedBeforeItsFirstDayHasASummaryToo) {
  const RunSummary summary = summary_of(20, 0);
  EXPECT_EQ(summary.total.days, 0);
  EXPECT_TRUE(std::isnan(figure("trust", summary.total)));
  EXPECT_NE(describe(summary, Language::english), "");
}

TEST(Summary, KindsThatThereAreNoneOfAreLeftOutOfThePage) {
  SmallRun run(10);
  run.change([](DailyTally& daily, PanelTally&) { daily(Id<Town>(0), Daily::incidents, Response::concede) = 1; });
  const std::string page = describe(summary_of(10, run), Language::english);
  EXPECT_NE(page.find("  concede"), std::string::npos);
  EXPECT_EQ(page.find("  negotiate"), std::string::npos);
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

TEST(Summary, TheColumnsOfThePageAreAlignedInBothLanguages) {
  for (Language language : {Language::english, Language::chinese}) {
    std::set<std::string> headings = {""};
    for (const FigureGroup& group : figure_groups()) headings.emplace(group.title.in(language));
    const std::string page = describe(whole_run(), language);
    std::istringstream lines(page.substr(page.find("\n\n") + 2));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t width = headings.contains(line) ? 0 : display_width(line);
      EXPECT_TRUE(width == 0 || width == 48 + 3 * 13) << line;
    }
  }
}

TEST(Summary, FiguresHaveKeysOfTheirOwnAndNamesThatFitTheirColumn) {
  std::set<std::string> keys;
  for (const Figure& each : all_figures()) {
    EXPECT_TRUE(keys.insert(each.key).second) << each.key;
    for (Language language : {Language::english, Language::chinese}) {
      EXPECT_FALSE(each.name.in(language).empty()) << each.key;
      EXPECT_LT(display_width(each.name.in(language)), 48u) << each.name.in(language);
    }
  }
}

TEST(Summary, JsonHasEveryFigureAndNoNumberWhereThereIsNone) {
  const nlohmann::json json = to_json(whole_run());
  EXPECT_EQ(json["seed"].get<std::uint64_t>(), small_scenario().seed);
  EXPECT_EQ(json["years"][1]["year"], 2022);
  for (const Figure& each : all_figures()) EXPECT_TRUE(json["total"].contains(each.key)) << each.key;
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
