#include "processes/blame.h"

#include <gtest/gtest.h>

#include "processes/grievance.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Whom a grievance must be with, by what it is about; no row where it is a person.
Id<Respondent> expected_respondent(const SmallWorld& world, const Onset& onset) {
  const State& state = world.state;
  const Id<Grid> home = state.persons.home[onset.complainant];
  const Id<Community> community = world.setting.graph.community_of[home];
  const Household& household = state.households.facts[state.persons.household[onset.complainant]];
  switch (onset.type) {
    case DisputeType::labour_other:
      return state.respondents.employer(state.persons.employer[onset.complainant]);
    case DisputeType::rental:
      return state.respondents.landlords(community, household.rental_class);
    case DisputeType::property:
      return state.respondents.property_company(community);
    case DisputeType::land:
      return state.respondents.village_collective(community);
    case DisputeType::consumer:
      return state.respondents.merchants(community);
    case DisputeType::compensation:
      return state.respondents.clinic(world.setting.graph.town_of[home]);
    default:
      return {};
  }
}

TEST(Respondents, AreThoseOfTheComplainantsCommunityTownAndFirm) {
  Scenario scenario = scenario_of({{.residents = 6000, .communities = 2}, {.residents = 3000, .east_km = 6.0}}, 30);
  for (OfDispute& of : scenario.parameters.dispute) of.rate *= 200.0;
  scenario.parameters.grievance.burst_factor = 1.0;
  SmallWorld world(scenario);
  PerKind<DisputeType, double> people{}, organisations{};
  for (; world.state.day < 30; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        EXPECT_NE(static_cast<bool>(onset.opponent), static_cast<bool>(onset.respondent));
        (onset.respondent ? organisations : people)[onset.type] += 1.0;
        if (!onset.respondent) continue;
        const bool platform = onset.type == DisputeType::lending || onset.type == DisputeType::investment;
        EXPECT_EQ(world.state.respondents.kind(onset.respondent) == RespondentKind::platform, platform);
        if (!platform) {
          EXPECT_EQ(onset.respondent, expected_respondent(world, onset)) << dispute_types[onset.type].key;
        }
      }
  }
  for (DisputeType type : every<DisputeType>()) {
    if (type == DisputeType::labour_arrears || type == DisputeType::siting) continue;
    const double all = people[type] + organisations[type];
    const bool personal = type == DisputeType::neighbour || type == DisputeType::family;
    const bool either = type == DisputeType::lending || type == DisputeType::compensation;
    const double share = either ? 0.5 : personal;
    ASSERT_GT(all, 50.0) << dispute_types[type].key;
    EXPECT_NEAR(people[type] / all, share, four_errors_of_share(share, all)) << dispute_types[type].key;
  }
}

TEST(Respondents, OfAQuarterInWhichSchemesFailAreMostlyOnePlatform) {
  Scenario scenario = scenario_of({{.residents = 8000}}, 20 * 91);
  for (OfDispute& of : scenario.parameters.dispute) of.rate = 0.0;
  scenario.parameters.dispute[DisputeType::investment].rate = 500.0;
  SmallWorld world(scenario);
  while (schemes_of_quarter(world.today()).failing == 0.0) world.state.day += 91;
  world.sleep();
  const Schemes schemes = schemes_of_quarter(world.today());
  double all = 0.0, with_one = 0.0;
  for (int i = 0; i < 60; ++i, world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list)
        all += 1.0, with_one += onset.respondent == world.state.respondents.platform(schemes.platform);
  }
  const double share = 0.9375 + 0.0625 / 12.0;  // of four times the mean, a quarter of the mean is ordinary
  ASSERT_GT(all, 500.0);
  EXPECT_NEAR(with_one / all, share, four_errors_of_share(share, all));
}

TEST(Respondents, OfThoseBetweenTwoFacilitiesAreTheNearest) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, 30);
  const TownFacts& town = scenario.world.towns.front();
  scenario.parameters.grievance.siting_distance = 3.0;
  scenario.parameters.grievance.disclosure_delay = 0.0;
  scenario.facilities = {{.name = "Decided", .lon = town.lon, .lat = town.lat, .announced = -20, .decided = 0},
                         {.name = "West", .lon = town.lon - 0.005, .lat = town.lat, .announced = 0, .decided = 30},
                         {.name = "East", .lon = town.lon + 0.005, .lat = town.lat, .announced = 0, .decided = 30}};
  SmallWorld world(scenario);
  int objections[2] = {};
  for (; world.state.day < 30; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        if (onset.type != DisputeType::siting) continue;
        const bool east = world.setting.graph.lon[world.state.persons.home[onset.complainant]] > town.lon;
        EXPECT_EQ(onset.respondent, world.state.respondents.facility(east ? 2 : 1));
        ++objections[east];
      }
  }
  EXPECT_GT(objections[0], 10);
  EXPECT_GT(objections[1], 10);
}

/// Two towns far apart and a facility in the second, to be decided on day 10.
SmallWorld with_facility(double disclosure, double delay) {
  Scenario scenario = scenario_of({{.residents = 1000}, {.residents = 1000, .east_km = 8.0}}, 80);
  const TownFacts& east = scenario.world.towns[1];
  scenario.facilities = {{.name = "Tip", .lon = east.lon, .lat = east.lat, .announced = 2, .decided = 10}};
  scenario.parameters.grievance.disclosure_delay = delay;
  SmallWorld world(scenario);
  world.state.levers.set(0, Id<Town>(1), lever_index("community.disclosure"), disclosure);
  return world;
}

double days_open(SmallWorld world) {
  double days = 0.0;
  for (; world.state.day < 80; ++world.state.day) days += facility_is_open(world.today(), 0);
  return days;
}

TEST(MechanismDisclosure, DelaysTheDecisionOnAFacility) {
  EXPECT_EQ(days_open(with_facility(0.0, 60.0)), 8.0);
  EXPECT_EQ(days_open(with_facility(0.5, 60.0)), 38.0);
  EXPECT_EQ(days_open(with_facility(1.0, 60.0)), 68.0);
  EXPECT_EQ(days_open(with_facility(1.0, 0.0)), 8.0) << "where disclosing takes no time";
}

TEST(MechanismDisclosure, CountsByTheLeverOfTheFacilitysTownAlone) {
  SmallWorld world = with_facility(0.0, 60.0);
  world.state.levers.set(0, Id<Town>(0), lever_index("community.disclosure"), 1.0);
  EXPECT_EQ(days_open(world), 8.0);
}

TEST(MechanismDisclosure, LeavesTheDaysOnWhichObjectionsAreDrawnToTheParameters) {
  for (double disclosure : {0.0, 1.0}) {
    SmallWorld world = with_facility(disclosure, 60.0);
    for (; world.state.day < 80; ++world.state.day)
      EXPECT_EQ(any_facility_may_be_open(world.today()), world.state.day >= 2 && world.state.day < 70);
  }
}

}  // namespace
}  // namespace linli
