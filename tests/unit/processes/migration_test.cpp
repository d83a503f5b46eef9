#include "processes/migration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "processes/presence.h"
#include "state/groups.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day festival = 42;  // 12 February 2021, in a run from New Year's Day

/// A city of 300,000 in which nobody comes, and nobody goes but at the festival.
Scenario festival_only() {
  Scenario scenario =
      scenario_of({{.residents = 300'000, .communities = 2, .grids = 24}}, 400, std::chrono::year(2021) / 1 / 1);
  scenario.parameters.migration = {.leave_rate = 0.0,
                                   .replacement_time = 1e6,
                                   .festival_share = 0.5,
                                   .festival_stay_away = 0.15,
                                   .festival_before = 15.0,
                                   .festival_after = 20.0};
  scenario.parameters.work.job_change_rate = 0.0;
  return scenario;
}

Today on(const SmallWorld& world, Day day) {
  return {day, world.setting, world.state.levers};
}

double travellers(const SmallWorld& world) {
  double count = 0.0;
  for (Id<Person> person : world.people())
    for (Day day = festival - 15; day <= festival + 20; ++day)
      if (is_away(on(world, day), world.state.persons, person)) {
        count += 1.0;
        break;
      }
  return count;
}

TEST(Festival, SendsHalfOfTheMigrantsHome) {
  const SmallWorld world(festival_only());
  double migrants = 0.0;
  for (Id<Person> person : world.people()) migrants += world.state.persons.nature[person].is_migrant();
  EXPECT_NEAR(travellers(world) / migrants, 0.5, four_errors_of_share(0.5, migrants));
}

TEST(Festival, LetsEverybodyTravelOnceAroundTheDayItself) {
  const SmallWorld world(festival_only());
  for (Id<Person> person : world.people()) {
    if (person.row % 100) continue;
    int changes = 0;
    bool away = false;
    for (Day day = 0; day < 300; ++day) {
      const bool now = is_away(on(world, day), world.state.persons, person);
      changes += now != away;
      away = now;
      EXPECT_LE(now * std::abs(day - festival), 20);
    }
    EXPECT_TRUE(changes == 0 || changes == 2);
    EXPECT_EQ(is_away(on(world, festival), world.state.persons, person), changes == 2);
    EXPECT_LE(changes, world.state.persons.nature[person].is_migrant() ? 2 : 0);
  }
}

TEST(Festival, KeepsFifteenInAHundredTravellersAway) {
  SmallWorld world(festival_only());
  const double before = travellers(world);
  double departures = 0.0;
  for (; world.state.day < 100; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    departures += world.state.daily(Id<Town>(0), Daily::departures);
    EXPECT_TRUE(departures == 0.0 || world.state.day >= festival);
  }
  EXPECT_NEAR(departures / before, 0.15, four_errors_of_share(0.15, before));
}

// --- coming and going

/// A town with much coming and going, away from any festival.
Scenario restless() {
  Scenario scenario = scenario_of({{.residents = 5000}}, 120);
  scenario.parameters.migration.leave_rate = 1.0;
  scenario.parameters.migration.leave_ties = 0.5;
  scenario.parameters.migration.inspection_leave = 0.0;
  return scenario;
}

TEST(Departures, AreThoseOfMigrantsAtTheStatedRate) {
  Scenario scenario = restless();
  scenario.parameters.migration.replacement_time = 1e6;
  scenario.parameters.attitudes.ties_memory = 1e5;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.ties = 0.4f});
  double departures = 0.0;
  for (; world.state.day < 100; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    departures += world.state.daily(Id<Town>(0), Daily::departures);
  }
  const double expected = 1.0 - std::exp(-100.0 * (1.0 - 0.5 * 0.4) / days_per_year);
  EXPECT_NEAR(departures / 5000, expected, four_errors_of_share(expected, 5000));
}

TEST(Departures, AreNeverThoseOfHukouResidents) {
  SmallWorld world(restless());
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {});
  for (; world.state.day < 50; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::departures), 0.0);
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::job_changes), 0.0);
  }
}

/// Departures of 100 days by those who rent and those who do not, all migrants without strain or ties.
struct Departures {
  double tenants = 0.0, others = 0.0;
};

Departures departures_under(double inspection, double inspection_leave) {
  Scenario scenario = restless();
  scenario.world.towns.front().residents = scenario.world.residents = 20'000;
  scenario.parameters.migration.replacement_time = 1e6;
  scenario.parameters.migration.inspection_leave = inspection_leave;
  scenario.parameters.migration.leave_ties = 0.0;
  scenario.levers.housing.inspection = inspection;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {});
  for (; world.state.day < 100; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    for (std::uint32_t exceeded : world.state.today.bounds_exceeded) EXPECT_EQ(exceeded, 0u);
  }
  Departures left;
  for (Id<Person> person : world.people()) {
    const Household& household = world.state.households.facts[world.state.persons.household[person]];
    (household.tenure == Tenure::rent ? left.tenants : left.others) += world.state.persons.nature[person].is_vacant();
  }
  return left;
}

TEST(MechanismHousing, InspectionDrivesTenantsOutAndNobodyElse) {
  const Departures none = departures_under(0.0, 0.8), often = departures_under(12.0, 0.8);
  const double leaving = 1.0 - std::exp(-100.0 / days_per_year);
  const double displaced = 1.0 - std::exp(-1.8 * 100.0 / days_per_year);
  const double ratio = displaced / leaving;
  EXPECT_NEAR(often.tenants / none.tenants, ratio, 4.0 * ratio * std::sqrt(1.0 / none.tenants + 1.0 / often.tenants));
  EXPECT_EQ(often.others, none.others) << "the same luck";
  EXPECT_GT(none.others, 100.0);
}

TEST(MechanismHousing, InspectionThatCostsTenantsNothingDrivesNobodyOut) {
  EXPECT_EQ(departures_under(12.0, 0.0).tenants, departures_under(0.0, 0.0).tenants);
}

/// Places that wait for somebody after 100 restless days.
double places_free(double services, double attract) {
  Scenario scenario = restless();
  scenario.parameters.migration.replacement_time = 60.0;
  scenario.parameters.migration.services_attract = attract;
  scenario.parameters.attitudes.ties_services = 0.0;
  scenario.levers.integration.services = services;
  SmallWorld world(scenario);
  for (; world.state.day < 100; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
  }
  return world.state.vacant[Id<Town>(0)];
}

TEST(MechanismServices, BringNewcomersSooner) {
  const double few = places_free(0.0, 0.9), usual = places_free(0.3, 0.9), many = places_free(1.0, 0.9);
  EXPECT_GT(few, 1.05 * usual);
  EXPECT_LT(many, 0.65 * usual) << "22 days in place of 60";
}

TEST(MechanismServices, ThatAttractNobodyChangeNothing) {
  EXPECT_EQ(places_free(1.0, 0.0), places_free(0.0, 0.0));
}

TEST(Newcomers, TakeThePlaceLeftWithALuckOfTheirOwn) {
  SmallWorld world(restless());
  double departures = 0.0, arrivals = 0.0;
  for (; world.state.day < 100; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    departures += world.state.daily(Id<Town>(0), Daily::departures);
    arrivals += world.state.daily(Id<Town>(0), Daily::arrivals);
    double told = 0.0;
    for (const Effect& effect : world.state.today.effects[EffectSource::migration].of_city())
      told += effect.contact == Contact::arrival;
    EXPECT_EQ(told, world.state.daily(Id<Town>(0), Daily::arrivals));
  }
  double generations = 0.0;
  for (std::uint16_t generation : world.state.persons.generation) generations += generation;
  EXPECT_GT(arrivals, 100.0);
  EXPECT_EQ(generations, arrivals);
  EXPECT_EQ(departures - arrivals, world.state.vacant[Id<Town>(0)]);
}

TEST(Residents, OfEveryGroupAreAsManyAsAFullCountFindsAlsoAfterAFestival) {
  Scenario scenario = restless();
  scenario.start = std::chrono::year(2021) / 1 / 1;
  scenario.end = std::chrono::year(2021) / 4 / 1;
  SmallWorld world(scenario);
  double departures = 0.0;
  for (; world.state.day < 60; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    departures += world.state.daily(Id<Town>(0), Daily::departures);
  }
  EXPECT_GT(departures, 300.0);
  PerKind<PopulationGroup, std::int32_t> counted{};
  for (Id<Person> person : world.people())
    if (const Nature nature = world.state.persons.nature[person]; !nature.is_vacant())
      for (PopulationGroup group : groups_of(nature)) ++counted[group];
  for (PopulationGroup group : every<PopulationGroup>())
    EXPECT_EQ(world.state.residents_by_group[Id<Town>(0)][group], counted[group]) << groups[group].key;
}

TEST(Newcomers, AreAsTheMarginsOfMigrantsOfTheirStageOfLife) {
  const Parameters::Population population;
  const Eigen::ArrayXd shares = fit_shares(population);
  const auto share_of = [&](bool male, AgeBand age) {
    return shares[static_cast<Eigen::Index>(cell_of(true, male, age))];
  };
  double working = 0.0, men = 0.0, youths = 0.0;
  for (AgeBand age : {AgeBand::youth, AgeBand::young_adult, AgeBand::adult, AgeBand::middle}) {
    working += share_of(false, age) + share_of(true, age);
    men += share_of(true, age);
    if (age == AgeBand::youth) youths += share_of(false, age) + share_of(true, age);
  }
  const MigrantTraits migrants(population);
  Sample male, young;
  for (std::uint64_t who = 0; who < 20'000; ++who) {
    Draws draws(1, Purpose::arrival, who, 0);
    const Nature nature = draw_newcomer(migrants, LifeStage::of_working_age, draws);
    EXPECT_TRUE(nature.is_migrant());
    EXPECT_EQ(life_stage_of(nature.age()), LifeStage::of_working_age);
    male.add(nature.is_male());
    young.add(nature.age() == AgeBand::youth);
  }
  EXPECT_NEAR(male.mean(), men / working, 4.0 * male.standard_error());
  EXPECT_NEAR(young.mean(), youths / working, 4.0 * young.standard_error());
}

TEST(Population, StaysAsItIsForTenYears) {
  Scenario scenario = scenario_of({{.residents = 20'000}}, 3660);
  SmallWorld world(scenario);
  using Counts = PerKind<PopulationGroup, std::int32_t>;
  const Counts before = world.state.residents_by_group[Id<Town>(0)];
  double arrivals = 0.0;
  for (; world.state.day < 3650; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    arrivals += world.state.daily(Id<Town>(0), Daily::arrivals);
  }
  EXPECT_GT(arrivals, 20'000.0) << "most migrants have been replaced";
  const Counts after = world.state.residents_by_group[Id<Town>(0)];
  // All but those between two residents, and the luck of age and sex within a stage of life.
  for (PopulationGroup group : every<PopulationGroup>())
    EXPECT_NEAR(after[group], before[group], 0.02 * 20'000) << groups[group].key;
}

TEST(Population, ChildrenComeAndGoWithTheHeadOfTheirHousehold) {
  Scenario scenario = scenario_of({{.residents = 20'000}}, 400);
  scenario.parameters.migration.replacement_time = 1.0;
  SmallWorld world(scenario);
  int gone = 0;
  for (; world.state.day < 200; world.sleep()) {
    find_moves(world.today(), world.state);
    settle_moves(world.today(), world.state);
    for (Id<Person> person : world.people()) {
      const Nature& nature = world.state.persons.nature[person];
      if (!nature.is_migrant() || nature.is_adult()) continue;
      const Id<Person> head = world.state.households.members(world.state.persons.household[person]).first;
      if (!world.state.persons.nature[head].is_adult()) continue;  // a family of children alone
      EXPECT_EQ(nature.is_vacant(), world.state.persons.nature[head].is_vacant());
      EXPECT_EQ(world.state.persons.generation[person], world.state.persons.generation[head]);
      gone += nature.is_vacant();
    }
  }
  EXPECT_GT(gone, 50);
}

TEST(MechanismAid, SoftensTheLossOfWork) {
  for (double households : {0.0, 1.0}) {
    Scenario scenario = scenario_of({{.residents = 5000}}, 30);
    scenario.levers.aid.households = households;
    scenario.parameters.work.aid_error = 0.0;
    scenario.parameters.work.aid_relief = 0.5;
    SmallWorld world(scenario);
    world.state.employers.open[Id<Employer>(0)] = 0;
    world.state.today.closures[Id<Town>(0)].push_back(Id<Employer>(0));
    settle_moves(world.today(), world.state);
    const auto loss = static_cast<float>(scenario.parameters.work.job_loss_strain);
    ASSERT_FALSE(world.state.today.effects[EffectSource::migration].of_city().empty());
    for (const Effect& effect : world.state.today.effects[EffectSource::migration].of_city())
      EXPECT_FLOAT_EQ(effect.strain, households > 0.0 ? 0.5f * loss : loss);
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::aid_given),
              households * static_cast<double>(world.state.today.effects[EffectSource::migration].of_city().size()));
  }
}

TEST(Closures, CostEverybodyTheirDeskAndAreFollowedByASearch) {
  Scenario quiet = festival_only();
  quiet.start = quiet_start;
  quiet.end = Date(std::chrono::year(2021) / 12 / 1);
  SmallWorld world(quiet);
  const Id<Employer> firm(0);
  const std::vector<Id<Person>> workers(world.state.employers.workers(firm).begin(),
                                        world.state.employers.workers(firm).end());
  ASSERT_FALSE(workers.empty());
  world.state.employers.open[firm] = 0;
  world.state.today.closures[Id<Town>(0)].push_back(firm);
  settle_moves(world.today(), world.state);
  EXPECT_EQ(world.state.employers.filled[firm], 0);
  for (Id<Person> person : workers) EXPECT_FALSE(world.state.persons.employer[person]);
  EXPECT_EQ(world.state.today.effects[EffectSource::migration].of_city().size(), workers.size());
  for (world.sleep(); world.state.day < 200; world.sleep()) settle_moves(world.today(), world.state);
  int in_work = 0;
  for (Id<Person> person : workers) in_work += static_cast<bool>(world.state.persons.employer[person]);
  EXPECT_GT(in_work, 0.9 * static_cast<double>(workers.size()));
}

}  // namespace
}  // namespace linli
