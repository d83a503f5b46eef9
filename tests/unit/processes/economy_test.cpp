#include "processes/economy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Half a year of pay in a town; firms in arrears at the end, and workers' effects on the way.
struct Pay {
  double in_arrears = 0.0, effects = 0.0, closures = 0.0;
};

Pay half_a_year(Scenario scenario, float solvency = 0.0f) {
  scenario.end = Date(std::chrono::sys_days(scenario.start) + std::chrono::days(179));
  SmallWorld world(std::move(scenario));
  Pay pay;
  for (; world.state.day < 179; world.sleep()) {
    for (float& x : world.state.employers.solvency) x = solvency;
    work_and_pay(world.today(), world.state);
    pay.effects += static_cast<double>(world.state.today.economy_effects[Id<Town>(0)].size());
    pay.closures += static_cast<double>(world.state.today.closures[Id<Town>(0)].size());
  }
  pay.in_arrears = static_cast<double>(world.state.employers.in_arrears[Id<Town>(0)].size());
  return pay;
}

/// Every firm stops paying in its first week.
Scenario all_in_arrears() {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 6}}, 180);
  scenario.parameters.work.arrears_rate = 1000.0;
  scenario.parameters.work.arrears_sensitivity = 1.6;
  scenario.parameters.work.arrears_strain = 0.5;
  scenario.parameters.work.closure_rate = 0.0;
  return scenario;
}

/// A town where arrears are rare and last for a year.
Scenario lasting_arrears() {
  Scenario scenario = all_in_arrears();
  scenario.parameters.work.arrears_rate = 0.2;
  scenario.parameters.work.payment_time = 365.0;
  scenario.levers.labour = {.inspection = 0.0, .sanctions = 0.0, .fund = 0.0, .warning = 0.0, .false_alarms = 0.0};
  return scenario;
}

TEST(Arrears, StartMoreOftenTheWorseAFirmDoes) {
  const double well = half_a_year(lasting_arrears(), 0.5f).in_arrears;
  const double badly = half_a_year(lasting_arrears(), -1.0f).in_arrears;
  EXPECT_GT(badly, 2.5 * well) << "the hazard is exp(1.6) times as high";
}

TEST(Arrears, EndSoonerWhereInspectorsFindThem) {
  Scenario inspected = lasting_arrears();
  inspected.levers.labour = {.inspection = 0.9, .sanctions = 1.0, .fund = 1.0, .warning = 0.0, .false_alarms = 0.0};
  EXPECT_LT(half_a_year(inspected).in_arrears, 0.4 * half_a_year(lasting_arrears()).in_arrears);
}

TEST(Arrears, AreNotEndedByAFundThatNobodyInspectsFor) {
  Scenario fund = lasting_arrears();
  fund.levers.labour.sanctions = fund.levers.labour.fund = 1.0;
  EXPECT_EQ(half_a_year(fund).in_arrears, half_a_year(lasting_arrears()).in_arrears);
}

TEST(Arrears, StrainEveryWorkerOnceWhenPayStops) {
  SmallWorld world(all_in_arrears());
  double workers = 0.0, strained = 0.0;
  for (std::uint16_t filled : world.state.employers.filled) workers += filled;
  for (; world.state.day < 7; world.sleep()) {
    work_and_pay(world.today(), world.state);
    for (const Effect& effect : world.state.today.economy_effects[Id<Town>(0)]) {
      EXPECT_FLOAT_EQ(effect.strain, 0.5f);
      strained += 1.0;
    }
  }
  EXPECT_EQ(strained, workers);
}

TEST(Arrears, AreListedByTownInAscendingOrder) {
  SmallWorld world(lasting_arrears());
  for (; world.state.day < 100; world.sleep()) {
    work_and_pay(world.today(), world.state);
    const auto& listed = world.state.employers.in_arrears[Id<Town>(0)];
    std::vector<Id<Employer>> expected;
    for (Id<Employer> firm : all_rows<Employer>(world.state.employers.size()))
      if (world.state.employers.arrears_since[firm] != never) expected.push_back(firm);
    ASSERT_EQ(listed, expected) << world.state.day;
  }
}

TEST(Firms, StepOnceAWeek) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 20));
  for (; world.state.day < 14; world.sleep()) {
    const Column<Employer, float> before = world.state.employers.solvency;
    work_and_pay(world.today(), world.state);
    for (Id<Employer> firm : all_rows<Employer>(before.size()))
      EXPECT_EQ(before[firm] != world.state.employers.solvency[firm],
                firm.row % 7 == static_cast<std::uint32_t>(world.state.day % 7));
  }
}

TEST(Firms, CloseMoreOftenTheWorseTheyDo) {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 6}}, 180);
  scenario.parameters.work.closure_rate = 0.2;
  scenario.parameters.work.closure_sensitivity = 1.0;
  EXPECT_GT(half_a_year(scenario, -1.0f).closures, 1.7 * half_a_year(scenario, 0.0f).closures);
}

TEST(Firms, ThatClosedOweNothingAndReopenWithAFreshStart) {
  Scenario scenario = scenario_of({{.residents = 5000}}, 30);
  scenario.parameters.work.closure_rate = 1e6;
  SmallWorld world(scenario);
  work_and_pay(world.today(), world.state);
  const auto closed = world.state.today.closures[Id<Town>(0)];
  ASSERT_FALSE(closed.empty());
  for (Id<Employer> firm : closed) {
    EXPECT_FALSE(world.state.employers.open[firm]);
    EXPECT_EQ(world.state.employers.arrears_since[firm], never);
    world.state.reopenings.schedule(1, firm);
  }
  world.sleep();
  work_and_pay(world.today(), world.state);
  for (Id<Employer> firm : closed) EXPECT_TRUE(world.state.employers.open[firm]);
}

// --- warning

/// Firms that are never in arrears and never close, for four weeks: the share of them that was warned.
double share_warned(double warning, double false_alarms, float solvency) {
  Scenario scenario = scenario_of({{.residents = 60'000, .grids = 8}}, 30);
  scenario.parameters.work.arrears_rate = scenario.parameters.work.closure_rate = 0.0;
  scenario.parameters.work.distress = 1.0;
  scenario.levers.labour.warning = warning;
  scenario.levers.labour.false_alarms = false_alarms;
  SmallWorld world(scenario);
  double warned = 0.0;
  for (; world.state.day < 28; world.sleep()) {
    for (float& x : world.state.employers.solvency) x = solvency;
    work_and_pay(world.today(), world.state);
    warned += world.state.daily(Id<Town>(0), Daily::firms_warned);
  }
  return warned / static_cast<double>(world.state.employers.size());
}

/// Of `share` a month, what is due in four weeks, and four standard errors over the 1,500 firms or more.
void expect_in_four_weeks(double observed, double share) {
  const double expected = 1.0 - std::pow(1.0 - share, 28.0 / 30.4375);
  EXPECT_NEAR(observed, expected, four_errors_of_share(expected, 1500.0));
}

TEST(MechanismWarning, MarksTheStatedShareOfFirmsInDistressWithinAMonth) {
  expect_in_four_weeks(share_warned(0.2, 0.0, -3.0f), 0.2);
  expect_in_four_weeks(share_warned(0.4, 0.0, -3.0f), 0.4);
  EXPECT_EQ(share_warned(0.0, 0.4, -3.0f), 0.0);
}

TEST(MechanismWarning, RaisesFalseAlarmsOverTheStatedShareOfSoundFirms) {
  expect_in_four_weeks(share_warned(0.0, 0.1, 1.0f), 0.1);
  EXPECT_EQ(share_warned(0.9, 0.0, 1.0f), 0.0);
}

/// Half a year of a town whose firms are all watched, or not, from the start: how often wages stopped.
struct Stops {
  double all = 0.0, found_at_once = 0.0;
  std::vector<Id<Employer>> firms;
};

Stops half_a_year_watched(bool watched, double effect) {
  Scenario scenario = lasting_arrears();
  scenario.parameters.work.arrears_rate = 0.6;
  scenario.parameters.work.arrears_sensitivity = 0.0;
  scenario.parameters.work.payment_time = 7.0;
  scenario.parameters.work.warning_time = 365.0;
  scenario.parameters.work.warning_effect = effect;
  SmallWorld world(scenario);
  Employers& employers = world.state.employers;
  for (Day& warned : employers.warned) warned = watched ? 0 : never;
  Stops stops;
  for (; world.state.day < 179; world.sleep()) {
    work_and_pay(world.today(), world.state);
    for (Id<Employer> firm : all_rows<Employer>(employers.size()))
      if (employers.arrears_since[firm] == world.state.day) {
        stops.all += 1.0, stops.found_at_once += employers.inspected[firm] == world.state.day;
        stops.firms.push_back(firm);
      }
  }
  return stops;
}

TEST(MechanismWarning, KeepsWatchedFirmsFromTheStatedShareOfArrears) {
  const double unwatched = half_a_year_watched(false, 0.5).all;
  EXPECT_NEAR(half_a_year_watched(true, 0.5).all / unwatched, 0.5, four_errors_of_share(0.5, unwatched));
  EXPECT_EQ(half_a_year_watched(true, 1.0).all, 0.0);
}

TEST(MechanismWarning, WithoutEffectChangesNobodysLuck) {
  EXPECT_EQ(half_a_year_watched(true, 0.0).firms, half_a_year_watched(false, 0.0).firms);
}

TEST(MechanismWarning, BringsInspectorsTheDayAWatchedFirmStopsPaying) {
  const Stops watched = half_a_year_watched(true, 0.5), unwatched = half_a_year_watched(false, 0.5);
  EXPECT_GT(watched.all, 20.0);
  EXPECT_EQ(watched.found_at_once, watched.all);
  EXPECT_EQ(unwatched.found_at_once, 0.0);
}

TEST(MechanismWarning, LastsItsTimeAndMayComeAgain) {
  Scenario scenario = scenario_of({{.residents = 2000}}, 120);
  scenario.parameters.work.arrears_rate = scenario.parameters.work.closure_rate = 0.0;
  scenario.parameters.work.warning_time = 30.0;
  scenario.levers.labour.warning = scenario.levers.labour.false_alarms = 1.0;
  SmallWorld world(scenario);
  const Id<Employer> firm(0);
  std::vector<Day> warned;
  for (; world.state.day < 100; world.sleep()) {
    work_and_pay(world.today(), world.state);
    if (world.state.employers.warned[firm] == world.state.day) warned.push_back(world.state.day);
    EXPECT_TRUE(is_watched(world.today(), world.state.employers, firm) || (world.state.day - warned.back()) >= 30);
  }
  EXPECT_EQ(warned, (std::vector<Day>{0, 35, 70})) << "thirty days, and then the next weekly look";
}

// --- shocks

/// Two towns whose firms close in a wave alone.
Scenario wave_of_closures(double size) {
  Scenario scenario = scenario_of({{.residents = 30'000}, {.residents = 30'000, .east_km = 8.0}}, 30);
  scenario.parameters.work.closure_rate = 0.0;
  scenario.shocks = {{.kind = Shock::Kind::closures,
                      .size = size,
                      .towns = {Id<Town>(1)},
                      .sector = Sector::manufacturing,
                      .day = 3,
                      .lasts = 5}};
  return scenario;
}

/// The share of the second town's manufacturers that the wave closed; anything else that closed is a failure.
double share_closed(double size) {
  SmallWorld world(wave_of_closures(size));
  double firms = 0.0, closed = 0.0;
  for (Id<Employer> firm : world.state.employers_of[Id<Town>(1)])
    firms += world.state.employers.sector[firm] == Sector::manufacturing;
  for (; world.state.day < 15; world.sleep()) {
    work_and_pay(world.today(), world.state);
    EXPECT_TRUE(world.state.today.closures[Id<Town>(0)].empty());
    for (Id<Employer> firm : world.state.today.closures[Id<Town>(1)]) {
      EXPECT_EQ(world.state.day, 3);
      EXPECT_EQ(world.state.employers.sector[firm], Sector::manufacturing);
      EXPECT_FALSE(world.state.employers.open[firm]);
      closed += 1.0;
    }
  }
  return closed / firms;
}

TEST(MechanismShocks, CloseTheirShareOfFirmsInTheirTownsAndSectorOnTheFirstDay) {
  EXPECT_EQ(share_closed(0.0), 0.0);
  EXPECT_NEAR(share_closed(0.3), 0.3, four_errors_of_share(0.3, 300.0));
  EXPECT_NEAR(share_closed(0.6), 0.6, four_errors_of_share(0.6, 300.0));
  EXPECT_EQ(share_closed(1.0), 1.0);
}

/// Mean solvency of the firms of a town and of manufacturing, or of the rest of the sectors.
double mean_solvency(const SmallWorld& world, Id<Town> town, bool manufacturing) {
  Sample sample;
  for (Id<Employer> firm : world.state.employers_of[town])
    if ((world.state.employers.sector[firm] == Sector::manufacturing) == manufacturing)
      sample.add(world.state.employers.solvency[firm]);
  return sample.mean();
}

TEST(MechanismShocks, OfBusinessPullSolvencyDownWhereTheyHitAndLetItRecover) {
  constexpr Day year = 364;
  Scenario scenario = scenario_of({{.residents = 30'000}, {.residents = 30'000, .east_km = 8.0}}, 2 * year + 1);
  Scenario slump = scenario;
  slump.shocks = {{.kind = Shock::Kind::slump,
                   .size = 2.0,
                   .towns = {Id<Town>(0)},
                   .sector = Sector::manufacturing,
                   .day = 0,
                   .lasts = year}};
  scenario.parameters.work.closure_rate = slump.parameters.work.closure_rate = 0.0;
  SmallWorld with(slump), without(scenario);
  const auto pulled = [&](int town, bool manufacturing) {
    return mean_solvency(with, Id<Town>(town), manufacturing) - mean_solvency(without, Id<Town>(town), manufacturing);
  };
  const auto live_until = [&](Day day) {
    for (SmallWorld* world : {&with, &without})
      for (; world->state.day < day; world->sleep()) work_and_pay(world->today(), world->state);
  };
  const double kept = std::exp(-year / scenario.parameters.work.solvency_memory);
  live_until(year);
  EXPECT_NEAR(pulled(0, true), -2.0 * (1.0 - kept), 1e-5) << "the same luck, so the difference is the shock alone";
  EXPECT_EQ(pulled(0, false), 0.0);
  EXPECT_EQ(pulled(1, true), 0.0);
  live_until(2 * year);
  EXPECT_NEAR(pulled(0, true), -2.0 * (1.0 - kept) * kept, 1e-5);
}

}  // namespace
}  // namespace linli
