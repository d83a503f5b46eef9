#include "engine/simulation.h"

#include <gtest/gtest.h>

#include "core/error.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

Scenario ten_days() {
  return scenario_of({{.residents = 3000}}, 10);
}

struct Diary : Observer {
  void run_started(const RunStart& start) override { people = start.people; }
  void day_ended(const DayReport& report) override {
    days.push_back(report.day);
    if (report.weekly) weeks.push_back(report.day);
    EXPECT_EQ(report.weekly != nullptr, report.panel != nullptr);
    if (!report.panel_people.empty()) panel_days.push_back(report.day);
    for (const Levers::Change& change : report.lever_changes) {
      EXPECT_EQ(change.day, report.day);
      changes.push_back(change.value);
    }
  }
  void run_ended(const RunEnd& how, const Unfinished& rest) override {
    end = how;
    if (rest.weekly) weeks.push_back(how.days - 1);
    EXPECT_EQ(rest.weekly != nullptr, rest.panel != nullptr);
    for (const DisputeRecord& record : rest.disputes) open += record.outcome == Outcome::open;
    if (!rest.panel_people.empty()) panel_days.push_back(how.days - 1);
  }

  std::int64_t people = 0;
  std::vector<Day> days, weeks, panel_days;
  std::vector<double> changes;
  int open = 0;
  RunEnd end{};
};

TEST(Run, TellsObserversOfEveryDayAndOfEveryWeekAndItsRest) {
  Diary diary;
  Simulation simulation(ten_days(), {.threads = 1});
  simulation.observe(diary);
  simulation.run();
  EXPECT_EQ(diary.people, 3000);
  EXPECT_EQ(diary.days, (std::vector<Day>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(diary.weeks, (std::vector<Day>{6, 9}));
  EXPECT_EQ(diary.end.days, 10);
  EXPECT_TRUE(diary.end.complete);
  EXPECT_GT(diary.open, 0) << "the end hands over the disputes still open";
}

TEST(Run, MayLieAtTheEndOfTheKnownYears) {
  const Date start(std::chrono::sys_days(last_known_date()) - std::chrono::days(9));
  Simulation simulation(scenario_of({{.residents = 3000}}, 10, start), {.threads = 1});
  EXPECT_TRUE(simulation.run().complete);
}

TEST(Run, HandsOverThePanelAtTheEndOfAYearAndOfItself) {
  Diary diary;
  Simulation simulation(scenario_of({{.residents = 3000}}, 10, std::chrono::year(2021) / 12 / 28), {.threads = 1});
  simulation.observe(diary);
  simulation.run();
  EXPECT_EQ(diary.panel_days, (std::vector<Day>{3, 9}));
}

TEST(Run, TellsOfEveryChangeOfALeverOnItsDay) {
  Scenario scenario = ten_days();
  scenario.measures.push_back({.lever = lever_index("mediation.full_time"), .amount = 2.0, .from = 2, .to = 6});
  const double before = scenario.levers.mediation.full_time;
  Diary diary;
  Simulation simulation(std::move(scenario), {.threads = 1});
  simulation.observe(diary);
  simulation.run();
  EXPECT_EQ(diary.changes, (std::vector<double>{2.0, before}));
}

TEST(Run, EndsWhereItIsToldToAndSaysSo) {
  Diary diary;
  Simulation simulation(ten_days(), {.threads = 1});
  simulation.observe(diary);
  const RunEnd end = simulation.run([](Day completed) { return completed < 4; });
  EXPECT_EQ(end.days, 4);
  EXPECT_FALSE(end.complete);
  EXPECT_EQ(diary.days.size(), 4u);
  EXPECT_EQ(diary.weeks, std::vector<Day>{3}) << "the unfinished week";
  EXPECT_EQ(end.state_hash, simulation.state_hash());
}

TEST(Run, IsTheSameDayByDay) {
  Diary at_once, day_by_day;
  Simulation one(ten_days(), {.threads = 1}), other(ten_days(), {.threads = 1});
  one.observe(at_once);
  other.observe(day_by_day);
  const RunEnd end = one.run();
  for (Day day = 0; day < 10; ++day) other.step();
  EXPECT_EQ(other.end().state_hash, end.state_hash);
  EXPECT_EQ(day_by_day.days, at_once.days);
  EXPECT_EQ(day_by_day.weeks, at_once.weeks);
  EXPECT_EQ(day_by_day.open, at_once.open);
  EXPECT_TRUE(day_by_day.end.complete);
}

TEST(Run, HasALeverThatIsSetByHandInForceFromTheNextDay) {
  Diary diary;
  Simulation simulation(ten_days(), {.threads = 1});
  simulation.observe(diary);
  simulation.step();
  simulation.set_lever({}, lever_index("mediation.full_time"), 2.0);
  EXPECT_TRUE(diary.changes.empty());
  simulation.step();
  EXPECT_EQ(diary.changes, std::vector<double>{2.0});
  ASSERT_EQ(simulation.interventions().size(), 1u);
  EXPECT_EQ(simulation.interventions().front().day, 1);
}

TEST(Run, RefusesALeverSetByHandThatLeavesItsRangeOrItsWhole) {
  Simulation simulation(ten_days(), {.threads = 1});
  EXPECT_THROW(simulation.set_lever({}, lever_index("police.procedure"), 1.5), InputError);
  EXPECT_THROW(simulation.set_lever({}, lever_index("patrol.hotspot_share"), 0.9), InputError)
      << "with the other shares of patrol hours";
  EXPECT_TRUE(simulation.interventions().empty());
  EXPECT_TRUE(simulation.state().levers.log().empty());
}

TEST(Run, OfAScaledPopulationHasSoManyPeople) {
  const Simulation simulation(ten_days(), {.threads = 1, .population_scale = 0.5});
  EXPECT_EQ(simulation.people(), 1500);
}

TEST(Run, OfAPopulationScaledToLessThanAThousandIsRefused) {
  EXPECT_THROW(Simulation(ten_days(), {.threads = 1, .population_scale = 0.1}), InputError);
}

TEST(Run, CountsItsEvents) {
  Simulation simulation(ten_days(), {.threads = 1});
  simulation.step();
  const std::uint64_t after_a_day = simulation.events();
  EXPECT_GT(after_a_day, 0u);
  simulation.step();
  EXPECT_GT(simulation.events(), after_a_day);
  EXPECT_EQ(simulation.today(), 2);
}

TEST(Run, HasALaterObserverSeeWhatAnEarlierOneSaw) {
  Diary first, second;
  Simulation simulation(ten_days(), {.threads = 1});
  simulation.observe(first);
  simulation.observe(second);
  simulation.run();
  EXPECT_EQ(first.days, second.days);
  EXPECT_EQ(first.open, second.open);
}

}  // namespace
}  // namespace linli
