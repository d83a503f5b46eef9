#include "synthesis/synthesis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr std::int64_t residents = 500'000;

/// Three towns that differ in their share of migrants.
Scenario half_a_million() {
  return scenario_of({{.residents = 250'000, .communities = 6, .grids = 60, .migrant_weight = 1.1},
                      {.residents = 150'000, .east_km = 12.0, .communities = 4, .grids = 40},
                      {.residents = 100'000, .east_km = 22.0, .communities = 3, .grids = 30, .migrant_weight = 0.7}},
                     10);
}

class Synthesis : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { world = std::make_unique<SmallWorld>(half_a_million()); }
  static void TearDownTestSuite() { world.reset(); }

  /// Of the residents with a property, the share who have another one.
  template <class Among, class Has>
  static double share(const Among& among, const Has& has) {
    double all = 0.0, some = 0.0;
    for (Id<Person> person : world->people()) {
      if (!among(person)) continue;
      all += 1.0;
      some += has(person);
    }
    return some / all;
  }

  static Nature nature(Id<Person> person) { return world->state.persons.nature[person]; }
  static bool anybody(Id<Person>) { return true; }
  static bool is_migrant(Id<Person> person) { return nature(person).is_migrant(); }
  static bool is_hukou(Id<Person> person) { return !is_migrant(person); }
  static bool is_male(Id<Person> person) { return nature(person).is_male(); }
  static const Household& household(Id<Person> person) {
    return world->state.households.facts[world->state.persons.household[person]];
  }
  static bool is_in_dormitory(Id<Person> person) { return household(person).tenure == Tenure::dormitory; }
  static bool is_employed(Id<Person> person) { return static_cast<bool>(world->state.persons.employer[person]); }
  static const Parameters::Population& population() { return world->parameters().population; }
  static double men(double sex_ratio) { return sex_ratio / (100.0 + sex_ratio); }

  static std::unique_ptr<SmallWorld> world;
};
std::unique_ptr<SmallWorld> Synthesis::world;

TEST_F(Synthesis, SettlesEveryResidentOfEveryGrid) {
  EXPECT_EQ(world->state.persons.size(), static_cast<std::size_t>(residents));
  std::uint32_t next = 0;
  for (Id<Grid> grid : all_rows<Grid>(world->setting.graph.grids())) {
    const Range<Person> here = world->state.residents_of[grid];
    EXPECT_EQ(here.size(), world->setting.graph.residents[grid]);
    EXPECT_EQ(here.first.row, next);
    for (Id<Person> person : here) ASSERT_EQ(world->state.persons.home[person], grid);
    next = here.last.row;
  }
}

TEST_F(Synthesis, MeetsTheMarginsOfStatusSexAndAge) {
  EXPECT_NEAR(share(anybody, is_migrant), population().migrant_share, 1e-4);
  EXPECT_NEAR(share(anybody, is_male), men(population().sex_ratio), 1e-4);
  EXPECT_NEAR(share(is_hukou, is_male), men(population().hukou_sex_ratio), 1e-4);
  EXPECT_NEAR(share(anybody, [](auto p) { return nature(p).age() == AgeBand::child; }), population().age_0_14, 1e-4);
  EXPECT_NEAR(share(anybody, [](auto p) { return nature(p).age() >= AgeBand::senior; }), population().age_60_plus,
              1e-4);
}

TEST_F(Synthesis, GivesTownsTheirTiltOfMigrants) {
  const auto in_town = [](std::uint64_t town) {
    return
        [town](Id<Person> p) { return world->setting.graph.town_of[world->state.persons.home[p]] == Id<Town>(town); };
  };
  const double plain = share(in_town(1), is_migrant);
  EXPECT_NEAR(share(in_town(0), is_migrant) / plain, 1.1, 0.002);
  EXPECT_NEAR(share(in_town(2), is_migrant) / plain, 0.7, 0.002);
}

TEST_F(Synthesis, PutsMigrantsOfWorkingAgeIntoDormitories) {
  EXPECT_NEAR(share(anybody, is_in_dormitory), population().dormitory_share, 1e-4);
  EXPECT_EQ(share(is_in_dormitory, is_migrant), 1.0);
  EXPECT_EQ(share(is_in_dormitory, is_employed), 1.0);
}

TEST_F(Synthesis, MakesHouseholdsOfNeighbouringRowsWithTheStatedMeanSize) {
  Sample family, dormitory;
  const Households& households = world->state.households;
  for (Id<Household> id : all_rows<Household>(households.size())) {
    const Range<Person> members = households.members(id);
    for (Id<Person> member : members) ASSERT_EQ(world->state.persons.household[member], id);
    (households.facts[id].tenure == Tenure::dormitory ? dormitory : family).add(members.size());
  }
  EXPECT_NEAR(family.mean(), population().household_size, 0.01 * population().household_size);
  EXPECT_NEAR(dormitory.mean(), population().dormitory_size, 0.01 * population().dormitory_size);
}

TEST_F(Synthesis, PutsAnAdultIntoEveryHousehold) {
  const Households& households = world->state.households;
  int without = 0;
  for (Id<Household> id : all_rows<Household>(households.size()))
    without += !nature(households.members(id).first).is_adult();
  EXPECT_EQ(without, 0);
}

TEST_F(Synthesis, SeatsEverybodyInWorkAtADesk) {
  const Employers& employers = world->state.employers;
  std::size_t in_work = 0, filled = 0;
  for (Id<Person> person : world->people()) {
    if (!is_employed(person)) continue;
    ++in_work;
    const Id<Employer> employer = world->state.persons.employer[person];
    ASSERT_EQ(employers.workers(employer)[world->state.persons.desk[person]], person);
  }
  for (Id<Employer> employer : all_rows<Employer>(employers.size())) filled += employers.filled[employer];
  EXPECT_EQ(filled, in_work);
}

TEST_F(Synthesis, GivesWorkToTheStatedShareAndLeavesTheStatedDesksFree) {
  const Parameters::Work& work = world->parameters().work;
  const auto not_in_dormitory = [](Id<Person> p) {
    return !is_in_dormitory(p) && nature(p).is_adult() && nature(p).age() < AgeBand::senior;
  };
  EXPECT_NEAR(share(not_in_dormitory, is_employed), work.employment, four_errors_of_share(work.employment, 300'000));
  double desks = 0.0, filled = 0.0, firms = 0.0;
  for (Id<Employer> employer : all_rows<Employer>(world->state.employers.size())) {
    desks += world->state.employers.desks(employer);
    filled += world->state.employers.filled[employer];
    firms += 1.0;
  }
  EXPECT_NEAR(1.0 - filled / desks, work.vacancy, 1e-3);
  // Sizes are log-normal of deviation 1.3: their mean over the firms has a relative error of 2.1 / sqrt(firms).
  EXPECT_NEAR(filled / firms, work.jobs_per_employer, work.jobs_per_employer * 4.0 * 2.1 / std::sqrt(firms));
}

TEST_F(Synthesis, MakesFirmsOfAllSectorsInTheirShares) {
  PerKind<Sector, double> firms{};
  const Employers& employers = world->state.employers;
  for (Id<Employer> employer : all_rows<Employer>(employers.size())) firms[employers.sector[employer]] += 1.0;
  for (Sector sector : every<Sector>()) {
    const double expected = world->parameters().work.sector[sector].share;
    const double all = static_cast<double>(employers.size());
    EXPECT_NEAR(firms[sector] / all, expected, four_errors_of_share(expected, all)) << sectors[sector].key;
  }
}

TEST_F(Synthesis, DrawsImpulsivityFromABetaDistribution) {
  Sample impulsivity;
  for (Id<Person> person : world->people()) impulsivity.add(nature(person).impulsivity());
  EXPECT_NEAR(impulsivity.mean(), 2.0 / 7.0, 4.0 * impulsivity.standard_error());
  EXPECT_NEAR(impulsivity.variance(), 10.0 / (49.0 * 8.0), 0.01 * 10.0 / (49.0 * 8.0));
}

TEST_F(Synthesis, OpensACommitteeInEveryCommunityAndACentreSpecialistsAndADeskInEveryTown) {
  EXPECT_EQ(world->state.dockets[Id<Town>(0)].posts.size(),
            6u + 1u + 1u + static_cast<std::size_t>(Specialty::count) + 1u);
  for (const Docket& docket : world->state.dockets) {
    EXPECT_EQ(docket.posts.front().stage, Stage::community);
    EXPECT_EQ(docket.posts.back().stage, Stage::police_desk);
  }
}

}  // namespace
}  // namespace linli
