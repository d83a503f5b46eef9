#include "processes/grievance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "processes/blame.h"
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
        EXPECT_EQ(onset.respondent, world.state.respondents.employer(firm));
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
    for (OfDispute& of : scenario.parameters.dispute) of.rate *= 20.0;
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
    scenario.parameters.dispute[DisputeType::neighbour].ties_effect = 0.4;
    scenario.parameters.dispute[DisputeType::consumer].ties_effect = 0.0;
    for (OfDispute& of : scenario.parameters.dispute) of.rate *= 20.0;
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
  scenario.parameters.grievance.disclosure_delay = 0.0;
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

TEST(Exposure, OfTenantsToLandlordsRisesWithTheGradeAndHasMeanOne) {
  for (double per_grade : {0.0, 0.35, 1.0}) {
    Scenario scenario = scenario_of({{.residents = 60'000, .grids = 8}}, 30);
    scenario.parameters.grievance.rental_grade = per_grade;
    const SmallWorld world(scenario);
    Sample all;
    double by_grade[5] = {};
    for (Id<Person> person : world.people()) {
      const Household& household = world.state.households.facts[world.state.persons.household[person]];
      if (household.tenure != Tenure::rent) continue;
      const double exposed = exposure(world.today(), world.state, person, DisputeType::rental);
      all.add(exposed);
      by_grade[household.rental_grade()] = exposed;
    }
    EXPECT_NEAR(all.mean(), 1.0, 0.02);
    EXPECT_NEAR(by_grade[4] / by_grade[1], 1.0 + 3.0 * per_grade, 1e-9);
  }
}

// --- what policy prevents

using ByType = PerKind<DisputeType, double>;

/// Grievances of two months in a town with a facility to object to, under levers; ties are of no effect.
ByType felt_under(const LeverValues& levers, const std::function<void(Parameters::Grievance&)>& change = {},
                  double culture_grievance = 0.4) {
  Scenario scenario = scenario_of({{.residents = 8000}}, 60);
  const TownFacts& town = scenario.world.towns.front();
  scenario.facilities = {{.name = "Tip", .lon = town.lon, .lat = town.lat, .announced = 0, .decided = 60}};
  Parameters::Grievance& grievance = scenario.parameters.grievance;
  grievance.covenant_effect = 0.3, grievance.disclosure_effect = 0.5, grievance.inspection_effect = 0.3;
  for (DisputeType type : every<DisputeType>()) {
    OfDispute& of = scenario.parameters.dispute[type];
    of.ties_effect = 0.0;
    of.rate *= type == DisputeType::siting ? 1.0 : 30.0;
  }
  if (change) change(grievance);
  scenario.parameters.work.culture_grievance = culture_grievance;
  scenario.levers = levers;
  for (OfSector& of : scenario.parameters.work.sector) of.culture_uptake = 1.0;
  SmallWorld world(scenario);
  ByType felt{};
  for (; world.state.day < 60; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) felt[onset.type] += 1.0;
    for (std::uint32_t exceeded : world.state.today.bounds_exceeded) EXPECT_EQ(exceeded, 0u);
  }
  return felt;
}

LeverValues without_prevention() {
  LeverValues levers;
  levers.community = {.covenant = 0.0, .disclosure = 0.0};
  levers.housing.inspection = 0.0;
  levers.workplace.culture = 0.0;
  return levers;
}

/// With the same luck, `left` of the grievances of some types remain and all of the others.
void expect_left(const ByType& felt, const ByType& all, double left, const std::vector<DisputeType>& types) {
  for (DisputeType type : every<DisputeType>()) {
    const bool touched = std::find(types.begin(), types.end(), type) != types.end();
    if (touched)
      EXPECT_NEAR(felt[type] / all[type], left, four_errors_of_share(left, all[type])) << dispute_types[type].key;
    else
      EXPECT_EQ(felt[type], all[type]) << dispute_types[type].key;
  }
}

TEST(MechanismCovenant, PreventsTheStatedShareOfQuarrelsOfNeighboursEstatesAndVillages) {
  const std::vector<DisputeType> touched = {DisputeType::neighbour, DisputeType::property, DisputeType::land};
  const ByType all = felt_under(without_prevention());
  LeverValues levers = without_prevention();
  for (double covenant : {0.5, 1.0}) {
    levers.community.covenant = covenant;
    expect_left(felt_under(levers), all, 1.0 - 0.3 * covenant, touched);
  }
  EXPECT_EQ(felt_under(levers, [](Parameters::Grievance& g) { g.covenant_effect = 0.0; }), all);
}

TEST(MechanismDisclosure, PreventsTheStatedShareOfObjectionsToPlansAndVillageAffairs) {
  const std::vector<DisputeType> touched = {DisputeType::land, DisputeType::siting};
  const ByType all = felt_under(without_prevention());
  LeverValues levers = without_prevention();
  for (double disclosure : {0.5, 1.0}) {
    levers.community.disclosure = disclosure;
    expect_left(felt_under(levers), all, 1.0 - 0.5 * disclosure, touched);
  }
  EXPECT_EQ(felt_under(levers, [](Parameters::Grievance& g) { g.disclosure_effect = 0.0; }), all);
}

TEST(MechanismHousing, InspectedOnceAYearGivesTheStatedShareFewerGrievancesAndOftenerNoMore) {
  const ByType all = felt_under(without_prevention());
  LeverValues levers = without_prevention();
  for (double inspection : {0.5, 1.0, 3.0}) {
    levers.housing.inspection = inspection;
    expect_left(felt_under(levers), all, 1.0 - 0.3 * std::min(1.0, inspection), {DisputeType::rental});
  }
  EXPECT_EQ(felt_under(levers, [](Parameters::Grievance& g) { g.inspection_effect = 0.0; }), all);
}

TEST(MechanismCulture, PreventsTheStatedShareOfGrievancesAtWork) {
  const ByType all = felt_under(without_prevention());
  LeverValues levers = without_prevention();
  levers.workplace.culture = 1.0;
  expect_left(felt_under(levers), all, 0.6, {DisputeType::labour_other});
  EXPECT_EQ(felt_under(levers, {}, 0.0), all);
}

// --- a platform that collapses

/// The onsets of forty days in two towns where nothing happens but that platforms collapse in the first.
std::vector<Onset> collapse(SmallWorld& world) {
  std::vector<Onset> onsets;
  for (; world.state.day < 40; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists)
      for (const Onset& onset : list) {
        EXPECT_GE(world.state.day, 5);
        EXPECT_LT(world.state.day, 25);
        onsets.push_back(onset);
      }
  }
  return onsets;
}

Scenario collapsing(double size) {
  Scenario scenario = scenario_of({{.residents = 20'000}, {.residents = 5000, .east_km = 8.0}}, 40);
  for (OfDispute& of : scenario.parameters.dispute) of.rate = 0.0;
  const Shock platform{.kind = Shock::Kind::platform, .size = size, .towns = {Id<Town>(0)}, .day = 5, .lasts = 20};
  scenario.shocks = {{.kind = Shock::Kind::slump, .size = 1.0, .day = 0, .lasts = 40}, platform};
  return scenario;
}

TEST(MechanismShocks, OfAPlatformLeaveOneRespondentWithTheStatedShareOfOlderAdultsAsParties) {
  for (double size : {0.0, 0.1, 0.2}) {
    SmallWorld world(collapsing(size));
    const Persons& persons = world.state.persons;
    double older = 0.0;
    for (Id<Person> person : world.people())
      older += persons.nature[person].age() >= AgeBand::middle &&
               world.setting.graph.town_of[persons.home[person]] == Id<Town>(0);
    const std::vector<Onset> onsets = collapse(world);
    for (const Onset& onset : onsets) {
      EXPECT_EQ(onset.type, DisputeType::investment);
      EXPECT_EQ(onset.respondent, world.state.respondents.platform(ordinary_platforms + 1));
      EXPECT_GE(persons.nature[onset.complainant].age(), AgeBand::middle);
      EXPECT_EQ(world.setting.graph.town_of[persons.home[onset.complainant]], Id<Town>(0));
    }
    EXPECT_NEAR(static_cast<double>(onsets.size()), size * older, four_errors_of_count(size * older));
  }
}

}  // namespace
}  // namespace linli
