#include "processes/self_harm.h"

#include <gtest/gtest.h>

#include "state/archive.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Attitude calm{.strain = 0.0f, .trust = 0.6f, .ties = 1.0f};
const Nature migrant(AgeBand::adult, true, true, 0.3), hukou(AgeBand::adult, true, false, 0.3);

/// Everybody alike, and crises a hundred thousand times as frequent as assumed: one per person-year for the calm.
SmallWorld world_of(const Attitude& attitude, double services, const Nature& nature = migrant) {
  Scenario scenario = scenario_of({{.residents = 10'000, .grids = 8}, {.residents = 10'000, .east_km = 10.0}}, 30);
  Parameters::Wellbeing& wellbeing = scenario.parameters.wellbeing;
  wellbeing.rate = 100'000.0;
  wellbeing.strain_effect = 1.0, wellbeing.isolation_effect = 1.0;
  wellbeing.age_factor.fill(1.0);
  scenario.levers.wellbeing.services = services;
  SmallWorld world(std::move(scenario));
  world.make_all_alike(nature, attitude);
  return world;
}

double sum(const SmallWorld& world, Daily indicator) {
  return world.state.daily.block(indicator, daily_indicators).sum();
}

double deaths_on_a_day(SmallWorld world) {
  help_in_crisis(world.today(), world.state);
  EXPECT_EQ(sum(world, Daily::crises_reached), 0.0);
  return sum(world, Daily::self_harm);
}

std::vector<Effect> effects_of(const SmallWorld& world) {
  std::vector<Effect> all;
  for (const auto& list : world.state.today.effects[EffectSource::self_harm].lists)
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

TEST(SelfHarm, has_a_rate_that_one_unit_of_strain_or_the_loss_of_all_ties_doubles) {
  const Parameters::Wellbeing wellbeing{.rate = 5.0, .strain_effect = 1.0, .isolation_effect = 1.0};
  const auto rate = [&](float strain, float ties) {
    return crisis_rate(wellbeing, AgeBand::adult, {.strain = strain, .ties = ties});
  };
  EXPECT_DOUBLE_EQ(rate(0.0f, 1.0f), 5e-5 * wellbeing.age_factor[AgeBand::adult]);
  EXPECT_DOUBLE_EQ(rate(1.0f, 1.0f), 2.0 * rate(0.0f, 1.0f));
  EXPECT_DOUBLE_EQ(rate(0.0f, 0.0f), 2.0 * rate(0.0f, 1.0f));
  EXPECT_DOUBLE_EQ(rate(5.0f, 0.0f), 12.0 * rate(0.0f, 1.0f));
}

TEST(SelfHarm, never_exceeds_the_rate_that_candidates_are_drawn_at) {
  SmallWorld world = world_of({.strain = 5.0f, .trust = 0.0f, .ties = 0.0f}, 0.0);
  help_in_crisis(world.today(), world.state);
  EXPECT_NEAR(sum(world, Daily::self_harm), 20'000 * 12.0 / 365.25, four_errors_of_count(20'000 * 12.0 / 365.25));
  for (std::uint32_t exceeded : world.state.today.bounds_exceeded) EXPECT_EQ(exceeded, 0u);
}

TEST(SelfHarm, at_typical_attitudes_takes_five_to_seven_in_a_hundred_thousand_a_year) {
  const SmallWorld world(scenario_of({{.residents = 20'000}}, 1));
  double deaths = 0.0;
  for (Id<Person> person : world.people())
    deaths += crisis_rate(world.parameters().wellbeing, world.state.persons.nature[person].age(),
                          {.strain = 0.3f, .trust = 0.6f, .ties = 0.6f});
  deaths *= (1.0 - LeverValues{}.wellbeing.services) / 20'000 * 100'000;
  EXPECT_GT(deaths, 5.0);
  EXPECT_LT(deaths, 7.0);
}

TEST(SelfHarm, leaves_no_trace_of_who_it_was) {
  SmallWorld world = world_of(calm, 0.5);
  const auto before = hash_by_column(world.state);
  help_in_crisis(world.today(), world.state);
  EXPECT_GT(sum(world, Daily::self_harm), 0.0);
  EXPECT_EQ(hash_by_column(world.state), before);
}

TEST(SelfHarm, is_nobodys_where_nobody_is) {
  SmallWorld world = world_of(calm, 0.0);
  for (Nature& nature : world.state.persons.nature) nature.vacate();
  EXPECT_EQ(deaths_on_a_day(std::move(world)), 0.0);
}

TEST(SelfHarm, is_mourned_by_the_household_and_by_nobody_else) {
  SmallWorld world = world_of(calm, 0.0);
  world.setting.scenario.parameters.wellbeing.bereavement = 0.7;
  help_in_crisis(world.today(), world.state);
  const State& state = world.state;
  EXPECT_GT(effects_of(world).size(), 0u);
  for (Id<Grid> grid : all_rows<Grid>(state.residents_of.size()))
    for (const Effect& effect : state.today.effects[EffectSource::self_harm][grid]) {
      EXPECT_EQ(effect.strain, 0.7f);
      EXPECT_EQ(state.persons.home[effect.person], grid);
      EXPECT_GT(state.households.members(state.persons.household[effect.person]).size(), 1u);
    }
}

TEST(MechanismSelfHarm, strain_raises_deaths_by_its_effect_and_by_nothing_else) {
  constexpr Attitude strained{.strain = 2.0f, .trust = 0.6f, .ties = 1.0f};
  const double expected = 20'000 / 365.25;
  EXPECT_NEAR(deaths_on_a_day(world_of(calm, 0.0)), expected, four_errors_of_count(expected));
  EXPECT_NEAR(deaths_on_a_day(world_of(strained, 0.0)), 3.0 * expected, four_errors_of_count(3.0 * expected));
  const auto without_effect = [](SmallWorld world) {
    world.setting.scenario.parameters.wellbeing.strain_effect = 0.0;
    return deaths_on_a_day(std::move(world));
  };
  EXPECT_EQ(without_effect(world_of(calm, 0.0)), without_effect(world_of(strained, 0.0)));
}

TEST(MechanismSelfHarm, isolation_raises_deaths_by_its_effect_and_by_nothing_else) {
  constexpr Attitude alone{.strain = 0.0f, .trust = 0.6f, .ties = 0.0f};
  const double expected = 2.0 * 20'000 / 365.25;
  EXPECT_NEAR(deaths_on_a_day(world_of(alone, 0.0)), expected, four_errors_of_count(expected));
  const auto without_effect = [](SmallWorld world) {
    world.setting.scenario.parameters.wellbeing.isolation_effect = 0.0;
    return deaths_on_a_day(std::move(world));
  };
  EXPECT_EQ(without_effect(world_of(calm, 0.0)), without_effect(world_of(alone, 0.0)));
}

TEST(MechanismSelfHarm, migrants_and_hukou_residents_fare_alike_in_equal_conditions) {
  constexpr Attitude typical{.strain = 0.5f, .trust = 0.6f, .ties = 0.5f};
  const double deaths = deaths_on_a_day(world_of(typical, 0.0, migrant));
  EXPECT_GT(deaths, 0.0);
  EXPECT_EQ(deaths, deaths_on_a_day(world_of(typical, 0.0, hukou)));
}

TEST(MechanismSelfHarm, services_reach_their_share_of_the_same_crises) {
  const double crises = deaths_on_a_day(world_of(calm, 0.0));
  double reached_before = 0.0;
  for (double services : {0.3, 0.6, 1.0}) {
    SmallWorld world = world_of(calm, services);
    help_in_crisis(world.today(), world.state);
    const double reached = sum(world, Daily::crises_reached);
    EXPECT_EQ(reached + sum(world, Daily::self_harm), crises);
    EXPECT_NEAR(reached / crises, services, four_errors_of_share(services, crises));
    EXPECT_GT(reached, reached_before);
    reached_before = reached;
  }
}

TEST(MechanismSelfHarm, services_for_everybody_leave_no_deaths_and_relieve_whom_they_reach) {
  SmallWorld world = world_of(calm, 1.0);
  world.setting.scenario.parameters.wellbeing.relief = 0.8;
  help_in_crisis(world.today(), world.state);
  EXPECT_EQ(sum(world, Daily::self_harm), 0.0);
  EXPECT_EQ(static_cast<double>(effects_of(world).size()), sum(world, Daily::crises_reached));
  for (const Effect& effect : effects_of(world)) EXPECT_EQ(effect.strain, -0.8f);
}

}  // namespace
}  // namespace linli
