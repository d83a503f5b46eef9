#include "processes/spending.h"

#include <gtest/gtest.h>

#include "model/lists/costs.h"
#include "support/small_world.h"

namespace linli {
namespace {

using support::scenario_of;
using support::SmallWorld;

constexpr Day days = 30;
const Id<Town> here(0), there(1);

Scenario two_towns() {
  return scenario_of({{.residents = 8000, .communities = 2}, {.residents = 4000, .east_km = 8.0}}, days);
}

std::size_t position(std::string_view lever) {
  return static_cast<std::size_t>(lever_index(lever));
}

/// What was spent on each lever, over the run and both towns.
std::vector<double> spent(SmallWorld& world) {
  std::vector<double> by_lever(lever_list().size());
  for (Day day = 0; day < days; ++day) {
    count_spending(world.today(), world.state);
    for (std::size_t lever = 0; lever < by_lever.size(); ++lever)
      for (Id<Town> town : {here, there}) by_lever[lever] += world.state.daily(town, Daily::spending, lever);
    world.sleep();
  }
  return by_lever;
}

double spent_today(SmallWorld& world, Id<Town> town, std::string_view lever) {
  world.state.daily(town, Daily::spending, position(lever)) = 0.0;
  count_spending(world.today(), world.state);
  return world.state.daily(town, Daily::spending, position(lever));
}

TEST(Spending, a_constant_policy_costs_what_was_expected) {
  SmallWorld world(two_towns());
  const std::vector<double> expected = expected_spending(world.setting.scenario).front().by_lever;
  const std::vector<double> found = spent(world);
  for (std::size_t lever = 0; lever < expected.size(); ++lever) {
    const LeverInfo& info = lever_list()[lever];
    const bool firms_are_estimated = info.basis == CostBasis::employer;
    EXPECT_NEAR(found[lever], expected[lever], expected[lever] * (firms_are_estimated ? 0.25 : 1e-3)) << info.name;
  }
}

TEST(Spending, the_day_costs_what_is_in_force_in_the_town_today) {
  SmallWorld world(two_towns());
  const double before = spent_today(world, here, "mediation.full_time");
  EXPECT_NEAR(before, 0.6 * 120'000 * 0.8 / 365.0, 1e-9);
  EXPECT_NEAR(spent_today(world, there, "mediation.full_time"), before / 2.0, 1e-9);
  world.state.levers.set(0, here, lever_index("mediation.full_time"), 1.2);
  EXPECT_NEAR(spent_today(world, here, "mediation.full_time"), 2.0 * before, 1e-9);
  EXPECT_NEAR(spent_today(world, there, "mediation.full_time"), before / 2.0, 1e-9);
}

TEST(Spending, unit_costs_are_those_of_the_scenario) {
  Scenario scenario = two_towns();
  scenario.costs.unit_costs[position("police.officers")] = 0.0;
  scenario.costs.unit_costs[position("rounds.workers")] *= 3.0;
  SmallWorld world(std::move(scenario));
  EXPECT_EQ(spent_today(world, here, "police.officers"), 0.0);
  EXPECT_NEAR(spent_today(world, here, "rounds.workers"), 3.0 * 9.448 * 80'000 * 0.8 / 365.0, 1e-6);
}

TEST(Spending, a_subsidy_is_paid_for_every_case_that_a_part_timer_settles_today) {
  Scenario scenario = two_towns();
  scenario.levers.mediation.subsidy = 200.0;
  SmallWorld world(std::move(scenario));
  EXPECT_EQ(spent_today(world, here, "mediation.subsidy"), 0.0);
  world.state.daily(here, Daily::settled_by_type, DisputeType::neighbour) = 7.0;
  world.state.daily(here, Daily::settled_part_time) = 5.0;
  EXPECT_NEAR(spent_today(world, here, "mediation.subsidy"), 1000.0, 1e-9);
  EXPECT_EQ(spent_today(world, there, "mediation.subsidy"), 0.0);
}

TEST(Spending, a_reward_is_paid_for_every_lead_of_today) {
  Scenario scenario = two_towns();
  scenario.levers.reporting.rewards = 500.0;
  SmallWorld world(std::move(scenario));
  world.state.daily(there, Daily::leads) = 4.0;
  EXPECT_NEAR(spent_today(world, there, "reporting.rewards"), 2000.0, 1e-9);
  EXPECT_EQ(spent_today(world, here, "reporting.rewards"), 0.0);
}

TEST(Spending, firms_migrants_and_communities_are_those_that_are_there) {
  SmallWorld world(two_towns());
  const auto firms = static_cast<double>(world.state.employers_of[here].size());
  EXPECT_NEAR(spent_today(world, here, "labour.fund"), 0.1 * 500 * firms / 365.0, 1e-9);
  EXPECT_NEAR(spent_today(world, here, "visits.leaders"), 975.0 * 60 * 2 / 365.0, 1e-9);
  world.state.residents_by_group[here][PopulationGroup::migrant] = 1000;
  EXPECT_NEAR(spent_today(world, here, "integration.services"), 0.3 * 2000 * 1000 / 365.0, 1e-9);
}

TEST(Spending, a_rule_costs_nothing) {
  SmallWorld world(two_towns());
  for (const char* rule : {"police.patrol", "labour.sanctions", "mediation.town_share", "assessment.pressure"})
    EXPECT_EQ(spent_today(world, here, rule), 0.0) << rule;
}

TEST(Spending, a_city_of_more_people_pays_for_more_posts) {
  SmallWorld world(two_towns());
  world.land->graph.towns[here].residents *= 2;
  EXPECT_NEAR(spent_today(world, here, "mediation.full_time"), 2.0 * 0.6 * 120'000 * 0.8 / 365.0, 1e-9);
}

TEST(Spending, half_the_people_cost_half_as_much) {
  SmallWorld whole(two_towns()), half(two_towns(), 0.5);
  for (const char* lever : {"mediation.full_time", "community.covenant", "visits.leaders"})
    EXPECT_NEAR(spent_today(half, here, lever), 0.5 * spent_today(whole, here, lever), 1e-9) << lever;
}

}  // namespace
}  // namespace linli
