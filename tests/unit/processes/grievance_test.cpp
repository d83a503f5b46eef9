#include "processes/grievance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day days = 120;

/// Onsets of a type over the days, with nothing else going on.
double count_onsets(SmallWorld& world, DisputeType type) {
  double count = 0.0;
  for (; world.state.day < days; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) count += onset.type == type;
  }
  return count;
}

Id<Employer> largest_firm(const Employers& employers) {
  Id<Employer> largest(0);
  for (Id<Employer> firm : all_rows<Employer>(employers.size()))
    if (employers.filled[firm] > employers.filled[largest]) largest = firm;
  return largest;
}

TEST(UnpaidWages, AreTheGrievanceOfWorkersOfFirmsInArrearsAlone) {
  SmallWorld world(scenario_of({{.residents = 4000}}, days));
  const Id<Employer> firm = largest_firm(world.state.employers);
  world.state.employers.arrears_since[firm] = 0;
  world.state.employers.in_arrears[Id<Town>(0)] = {firm};
  int unpaid = 0;
  for (; world.state.day < days; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        if (onset.type != DisputeType::labour_arrears) continue;
        ++unpaid;
        EXPECT_EQ(onset.employer, firm);
        EXPECT_EQ(world.state.persons.employer[onset.complainant], firm);
      }
  }
  EXPECT_GT(unpaid, 20);
}

TEST(UnpaidWages, AreNoGrievanceWhereAllArePaid) {
  SmallWorld world(scenario_of({{.residents = 4000}}, days));
  EXPECT_EQ(count_onsets(world, DisputeType::labour_arrears), 0.0);
}

TEST(Strain, MakesGrievancesAsMuchMoreFrequentAsStated) {
  double counts[2] = {};
  for (int strained : {0, 1}) {
    Scenario scenario = scenario_of({{.residents = 10'000}}, days);
    scenario.parameters.attitudes.strain_memory = 1e5;
    scenario.parameters.grievance.strain_effect = 0.3;
    for (double& rate : scenario.parameters.grievance.rate) rate *= 20.0;
    SmallWorld world(scenario);
    world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.strain = strained ? 2.0f : 0.0f});
    counts[strained] = count_onsets(world, DisputeType::consumer);
  }
  EXPECT_NEAR(counts[1] / counts[0], 1.6, 1.6 * 4.0 * std::sqrt(1.0 / counts[0] + 1.0 / counts[1]));
}

TEST(Ties, MakeQuarrelsWithNeighboursRarerButNotThoseWithMerchants) {
  double neighbour[2] = {}, consumer[2] = {};
  for (int tied : {0, 1}) {
    Scenario scenario = scenario_of({{.residents = 10'000}}, days);
    scenario.parameters.attitudes.ties_memory = 1e5;
    scenario.parameters.grievance.ties_effect[DisputeType::neighbour] = 0.4;
    scenario.parameters.grievance.ties_effect[DisputeType::consumer] = 0.0;
    for (double& rate : scenario.parameters.grievance.rate) rate *= 20.0;
    SmallWorld world(scenario);
    const Attitude attitude{.ties = tied ? 0.9f : 0.0f};
    world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), attitude);
    SmallWorld again = world;
    neighbour[tied] = count_onsets(world, DisputeType::neighbour);
    consumer[tied] = count_onsets(again, DisputeType::consumer);
  }
  const double share = 1.0 - 0.4 * 0.9;
  EXPECT_NEAR(neighbour[1] / neighbour[0], share, 0.02 + four_errors_of_share(share, neighbour[0]));
  EXPECT_EQ(consumer[1], consumer[0]) << "the same candidates, the same luck";
}

TEST(Exposure, IsToWhatCanHappenToSomebody) {
  const SmallWorld world(scenario_of({{.residents = 4000}}, days));
  const State& state = world.state;
  const auto exposed = [&](Id<Person> person, DisputeType type) {
    return exposure(world.today(), state, person, type) > 0.0;
  };
  for (Id<Person> person : world.people()) {
    const Household& household = state.households.facts[state.persons.household[person]];
    const bool adult = state.persons.nature[person].is_adult();
    const bool alone = state.households.members(state.persons.household[person]).size() == 1;
    EXPECT_EQ(exposed(person, DisputeType::rental), household.tenure == Tenure::rent);
    EXPECT_EQ(exposed(person, DisputeType::family), household.tenure != Tenure::dormitory && !alone);
    EXPECT_EQ(exposed(person, DisputeType::labour_other), static_cast<bool>(state.persons.employer[person]));
    EXPECT_EQ(exposed(person, DisputeType::land), household.in_village);
    EXPECT_EQ(exposed(person, DisputeType::consumer), adult);
    EXPECT_FALSE(exposed(person, DisputeType::siting)) << "nothing has been announced";
  }
}

TEST(Facilities, AreObjectedToBetweenAnnouncementAndDecisionByThoseNearby) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, days);
  const TownFacts& facts = scenario.world.towns.front();
  scenario.parameters.grievance.siting_distance = 1.0;
  scenario.facilities = {{.name = "Tip", .lon = facts.lon, .lat = facts.lat, .announced = 30, .decided = 60}};
  SmallWorld world(scenario);
  int objections = 0;
  for (; world.state.day < days; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        if (onset.type != DisputeType::siting) continue;
        ++objections;
        const Id<Grid> home = world.state.persons.home[onset.complainant];
        EXPECT_GE(world.state.day, 30);
        EXPECT_LT(world.state.day, 60);
        EXPECT_LE(distance_km(facts.lon, facts.lat, world.setting.graph.lon[home], world.setting.graph.lat[home]), 1.0);
      }
  }
  EXPECT_GT(objections, 10);
}

TEST(Opponents, AreOtherAdultsOfTheHouseholdTheGridOrTheTown) {
  Scenario scenario = scenario_of({{.residents = 6000}, {.residents = 3000, .east_km = 6.0}}, days);
  SmallWorld world(scenario);
  int seen = 0;
  for (; world.state.day < 60; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        const Persons& persons = world.state.persons;
        if (!onset.opponent) continue;
        ++seen;
        EXPECT_NE(onset.opponent, onset.complainant);
        EXPECT_TRUE(persons.nature[onset.opponent].is_adult());
        const Id<Grid> a = persons.home[onset.complainant], b = persons.home[onset.opponent];
        if (onset.type == DisputeType::family)
          EXPECT_EQ(persons.household[onset.complainant], persons.household[onset.opponent]);
        else if (onset.type == DisputeType::neighbour)
          EXPECT_EQ(a, b);
        else
          EXPECT_EQ(world.setting.graph.town_of[a], world.setting.graph.town_of[b]);
      }
  }
  EXPECT_GT(seen, 50);
}

}  // namespace
}  // namespace linli
