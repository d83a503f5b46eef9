#include "processes/economy.h"

#include <gtest/gtest.h>

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
  scenario.levers.labour = {.inspection = 0.0, .sanctions = 0.0, .fund = 0.0};
  return scenario;
}

TEST(Arrears, StartMoreOftenTheWorseAFirmDoes) {
  const double well = half_a_year(lasting_arrears(), 0.5f).in_arrears;
  const double badly = half_a_year(lasting_arrears(), -1.0f).in_arrears;
  EXPECT_GT(badly, 2.5 * well) << "the hazard is exp(1.6) times as high";
}

TEST(Arrears, EndSoonerWhereInspectorsFindThem) {
  Scenario inspected = lasting_arrears();
  inspected.levers.labour = {.inspection = 0.9, .sanctions = 1.0, .fund = 1.0};
  EXPECT_LT(half_a_year(inspected).in_arrears, 0.4 * half_a_year(lasting_arrears()).in_arrears);
}

TEST(Arrears, AreNotEndedByAFundThatNobodyInspectsFor) {
  Scenario fund = lasting_arrears();
  fund.levers.labour = {.inspection = 0.0, .sanctions = 1.0, .fund = 1.0};
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

}  // namespace
}  // namespace linli
