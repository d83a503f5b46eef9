#include "processes/scrutiny.h"

#include <gtest/gtest.h>

#include "processes/attitudes.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};
constexpr Attitude typical{.strain = 0.3f, .trust = 0.6f, .ties = 0.4f};
const Nature migrant(AgeBand::adult, true, true, 0.3), hukou(AgeBand::adult, true, false, 0.3);

/// No levers, and nothing that anybody notices, unless a test says so.
Scenario unwatched() {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 8}}, 30);
  scenario.parameters.scrutiny = {.camera_rate = 0.0, .targeting_rate = 0.0, .check_rate = 0.0};
  scenario.levers.registration.coverage = 1.0, scenario.levers.rounds.targeting = 1.0;
  return scenario;
}

SmallWorld day_of(const Scenario& scenario, const Nature& nature = migrant) {
  SmallWorld world(scenario);
  world.make_all_alike(nature, typical);
  check_and_watch(world.today(), world.state);
  return world;
}

double checks(const SmallWorld& world) {
  return world.state.daily(town, Daily::checks);
}

std::vector<Effect> effects_of(const SmallWorld& world) {
  std::vector<Effect> all;
  for (const auto& list : world.state.today.effects[EffectSource::scrutiny].lists)
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

bool is_tenant(const SmallWorld& world, Id<Person> person) {
  return world.state.households.facts[world.state.persons.household[person]].tenure != Tenure::own;
}

double tenants(const SmallWorld& world) {
  double count = 0.0;
  for (Id<Person> person : world.people()) count += is_tenant(world, person);
  return count;
}

double bad_contacts(const SmallWorld& world) {
  double count = 0.0;
  for (const Effect& effect : effects_of(world)) count += effect.contact == Contact::bad;
  return count;
}

TEST(MechanismScrutiny, ChecksTenantsOnlyInProportionToRegistration) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny.check_rate = 36.525;  // a tenth of tenants on a day
  const SmallWorld all = day_of(scenario);
  EXPECT_NEAR(checks(all), 0.1 * tenants(all), four_errors_of_count(0.1 * tenants(all)));
  EXPECT_EQ(checks(all), static_cast<double>(effects_of(all).size()));
  for (const Effect& effect : effects_of(all)) EXPECT_TRUE(is_tenant(all, effect.person));
  scenario.levers.registration.coverage = 0.5;
  EXPECT_NEAR(checks(day_of(scenario)), 0.05 * tenants(all), four_errors_of_count(0.05 * tenants(all)));
  scenario.levers.registration.coverage = 0.0;
  EXPECT_EQ(checks(day_of(scenario)), 0.0);
}

TEST(MechanismScrutiny, ChecksAreAsFairAsThePolice) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny.check_rate = 36.525;
  scenario.levers.police.procedure = 0.7;
  const SmallWorld world = day_of(scenario);
  EXPECT_NEAR(bad_contacts(world) / checks(world), 0.3, four_errors_of_share(0.3, checks(world)));
}

TEST(MechanismScrutiny, CamerasAndDataAreFeltByAnybodyAndAlwaysBadly) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny.camera_rate = 36.525;
  const SmallWorld cameras = day_of(scenario);
  EXPECT_NEAR(checks(cameras), 2000.0, four_errors_of_count(2000.0));
  EXPECT_EQ(bad_contacts(cameras), checks(cameras));
  double owners = 0.0;
  for (const Effect& effect : effects_of(cameras)) owners += !is_tenant(cameras, effect.person);
  EXPECT_GT(owners, 0.0);
  scenario.levers.guardianship.cameras *= 3.0;
  EXPECT_NEAR(checks(day_of(scenario)), 6000.0, four_errors_of_count(6000.0));
  scenario.parameters.scrutiny = {.camera_rate = 0.0, .targeting_rate = 36.525, .check_rate = 0.0};
  EXPECT_NEAR(checks(day_of(scenario)), 2000.0, four_errors_of_count(2000.0));
  scenario.levers.rounds.targeting = 0.25;
  EXPECT_NEAR(checks(day_of(scenario)), 500.0, four_errors_of_count(500.0));
  scenario.levers.rounds.targeting = 0.0;
  EXPECT_EQ(checks(day_of(scenario)), 0.0);
}

TEST(MechanismScrutiny, LowersTrust) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny.camera_rate = 36.525;
  SmallWorld world = day_of(scenario);
  apply_effects(world.today(), world.state);
  double trust = 0.0;
  for (Id<Person> person : world.people()) trust += attitude_of(world.today(), world.state, person).trust;
  EXPECT_LT(trust / static_cast<double>(world.state.persons.size()), typical.trust - 1e-3);
}

TEST(MechanismScrutiny, DoesNothingWithoutItsRates) {
  EXPECT_EQ(checks(day_of(unwatched())), 0.0);
}

TEST(MechanismScrutiny, MeetsMigrantsAndHukouResidentsAlikeInTheSameHomes) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny = {.camera_rate = 10.0, .targeting_rate = 10.0, .check_rate = 30.0};
  EXPECT_GT(checks(day_of(scenario, migrant)), 0.0);
  EXPECT_EQ(checks(day_of(scenario, migrant)), checks(day_of(scenario, hukou)));
}

TEST(Scrutiny, IsOfAdultsWhoAreThere) {
  Scenario scenario = unwatched();
  scenario.parameters.scrutiny = {.camera_rate = 36.525, .targeting_rate = 36.525, .check_rate = 36.525};
  EXPECT_EQ(checks(day_of(scenario, Nature(AgeBand::child, true, true, 0.3))), 0.0);
  Nature vacant = migrant;
  vacant.vacate();
  EXPECT_EQ(checks(day_of(scenario, vacant)), 0.0);
}

}  // namespace
}  // namespace linli
