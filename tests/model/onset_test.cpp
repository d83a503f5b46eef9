// A1: with rates that nothing changes, grievances of each type are a Poisson process of the right rate.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

#include "processes/dispute.h"
#include "processes/grievance.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day days = 200;
constexpr double more_often = 50.0;  // than in life, for the sake of statistics

Scenario fixed_rates() {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 3, .grids = 12}}, days);
  Parameters::Grievance& grievance = scenario.parameters.grievance;
  grievance.burst_factor = 1.0;
  grievance.rental_grade = 0.35;
  for (OfDispute& of : scenario.parameters.dispute) of.ties_effect = 0.0, of.rate *= more_often;
  const TownFacts& town = scenario.world.towns.front();
  scenario.facilities = {{.name = "Tip", .lon = town.lon, .lat = town.lat, .announced = 0, .decided = days}};
  return scenario;
}

/// Every hundredth firm of a world stops paying, for good.
void stop_paying(State& state) {
  for (Id<Employer> employer : all_rows<Employer>(state.employers.size()))
    if (employer.row % 100 == 0) {
      state.employers.arrears_since[employer] = 0;
      state.employers.in_arrears[Id<Town>(0)].push_back(employer);
    }
}

bool is_unpaid(const State& state, Id<Person> person) {
  const Id<Employer> employer = state.persons.employer[person];
  return employer && state.employers.arrears_since[employer] != never;
}

/// The chance that one of eight picks among the household's members is another adult.
double meets_adult_of_family(const State& state, Id<Person> person) {
  const Range<Person> members = state.households.members(state.persons.household[person]);
  double adults = 0.0;
  for (Id<Person> member : members)
    if (member != person && state.persons.nature[member].is_adult()) adults += 1.0;
  return 1.0 - std::pow(1.0 - adults / members.size(), 8);
}

/// What covenants, disclosure and inspections leave of a type of grievance.
double left_by_policy(const SmallWorld& world, DisputeType type) {
  const Parameters::Grievance& grievance = world.parameters().grievance;
  const LeverValues& levers = world.state.levers[Id<Town>(0)];
  const bool covenant = type == DisputeType::neighbour || type == DisputeType::property || type == DisputeType::land;
  const bool disclosure = type == DisputeType::land || type == DisputeType::siting;
  double left = 1.0;
  if (covenant) left *= 1.0 - grievance.covenant_effect * levers.community.covenant;
  if (disclosure) left *= 1.0 - grievance.disclosure_effect * levers.community.disclosure;
  if (type == DisputeType::rental) left *= 1.0 - grievance.inspection_effect * levers.housing.inspection;
  return left;
}

/// What a programme at work leaves of grievances there.
double left_by_programme(const SmallWorld& world, Id<Employer> employer) {
  const Employers& employers = world.state.employers;
  const Parameters::Work& work = world.parameters().work;
  const double taking_part =
      world.state.levers[Id<Town>(0)].workplace.culture * work.sector[employers.sector[employer]].culture_uptake;
  return employers.reluctance[employer] < taking_part ? 1.0 - work.culture_grievance : 1.0;
}

/// Exposure of one person as model.md states it, written anew.
double exposed(const SmallWorld& world, Id<Person> person, DisputeType type) {
  const State& state = world.state;
  const Nature nature = state.persons.nature[person];
  const Household& household = state.households.facts[state.persons.household[person]];
  const Id<Grid> home = state.persons.home[person];
  const TownGraph& graph = world.setting.graph;
  const double density = static_cast<double>(graph.residents[home]) / graph.area_km2[home] / 4000.0;
  switch (type) {
    case DisputeType::labour_arrears:
      return is_unpaid(state, person);
    case DisputeType::labour_other:
      return state.persons.employer[person] ? left_by_programme(world, state.persons.employer[person]) : 0.0;
    case DisputeType::neighbour:
      return nature.is_adult() ? std::min(density, world.parameters().grievance.density_cap) : 0.0;
    case DisputeType::family:
      return household.tenure == Tenure::dormitory ? 0.0 : meets_adult_of_family(state, person);
    case DisputeType::rental:
      return household.tenure == Tenure::rent ? (0.65 + 0.35 * household.rental_grade()) / 1.378 : 0.0;
    case DisputeType::property:
      return household.in_estate;
    case DisputeType::land:
      return household.in_village;
    case DisputeType::investment:
      return nature.age() >= AgeBand::middle;
    case DisputeType::siting: {
      const TownFacts& town = graph.towns[Id<Town>(0)];
      return distance_km(town.lon, town.lat, graph.lon[home], graph.lat[home]) <= 2.0;
    }
    default:
      return nature.is_adult();
  }
}

using Counts = Eigen::Array<double, Eigen::Dynamic, static_cast<int>(DisputeType::count)>;  // by grid and type

Counts expected_per_day(const SmallWorld& world) {
  Counts expected = Counts::Zero(static_cast<Eigen::Index>(world.setting.graph.grids()), Counts::ColsAtCompileTime);
  for (Id<Person> person : world.people())
    for (DisputeType type : every<DisputeType>())
      expected(world.state.persons.home[person].row, static_cast<int>(type)) +=
          exposed(world, person, type) * left_by_policy(world, type) * world.parameters().dispute[type].rate / 1000.0 /
          days_per_year;
  return expected;
}

Counts observed_today(const SmallWorld& world) {
  Counts observed = Counts::Zero(static_cast<Eigen::Index>(world.setting.graph.grids()), Counts::ColsAtCompileTime);
  for (Id<Grid> grid : all_rows<Grid>(world.setting.graph.grids()))
    for (const Onset& onset : world.state.today.onsets[grid]) observed(grid.row, static_cast<int>(onset.type)) += 1.0;
  return observed;
}

/// Sums over grids and days: the counts, and Pearson's chi-square with its mean and variance for Poisson counts.
struct Tested {
  Counts sum;
  Counts chi_square, freedom, variance;
};

Tested live_and_count(SmallWorld& world, const Counts& expected) {
  Tested tested;
  tested.sum = tested.chi_square = tested.freedom = tested.variance = 0.0 * expected;
  for (Day day = 0; day < days; ++day) {
    find_grievances(world.today(), world.state);
    const Counts observed = observed_today(world);
    tested.sum += observed;
    const auto possible = expected > 0.0;
    tested.chi_square += possible.select((observed - expected).square() / expected, 0.0);
    tested.freedom += possible.select(Counts::Ones(expected.rows(), expected.cols()), 0.0);
    tested.variance += possible.select(2.0 + 1.0 / expected, 0.0);
    world.sleep();
  }
  return tested;
}

class Onsets : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    SmallWorld world(fixed_rates());
    stop_paying(world.state);
    expected = expected_per_day(world);
    tested = live_and_count(world, expected);
  }
  static Counts expected;
  static Tested tested;
};
Counts Onsets::expected;
Tested Onsets::tested;

TEST_F(Onsets, OfEveryTypeComeAtTheStatedRate) {
  for (DisputeType type : every<DisputeType>()) {
    const double mean = expected.col(static_cast<int>(type)).sum() * days;
    ASSERT_GT(mean, 300.0) << dispute_types[type].key;
    EXPECT_NEAR(tested.sum.col(static_cast<int>(type)).sum(), mean, four_errors_of_count(mean))
        << dispute_types[type].key;
  }
}

TEST_F(Onsets, AreScatteredOverGridsAndDaysAsPoissonCountsAre) {
  for (DisputeType type : every<DisputeType>()) {
    const int column = static_cast<int>(type);
    EXPECT_NEAR(tested.chi_square.col(column).sum(), tested.freedom.col(column).sum(),
                4.0 * std::sqrt(tested.variance.col(column).sum()))
        << dispute_types[type].key;
  }
}

TEST_F(Onsets, OfWhatCannotHappenInAGridNeverComeThere) {
  EXPECT_EQ((expected == 0.0).select(tested.sum, 0.0).sum(), 0.0);
}

// --- status

/// People who are alike but for their status, with the same access to everything.
SmallWorld alike(const std::function<bool(Id<Person>)>& is_migrant) {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 6}}, 30);
  scenario.levers.integration = {.services = 1.0, .representation = 1.0, .associations = 1.0};
  for (OfDispute& of : scenario.parameters.dispute) of.rate *= 400.0;
  SmallWorld world(std::move(scenario));
  for (Id<Person> person : world.people()) {
    world.state.persons.nature[person] = Nature(AgeBand::middle, true, is_migrant(person), 0.3);
    world.state.persons.attitude[person] = {.strain = 1.0f, .trust = 0.5f, .ties = 0.4f, .day = 0};
  }
  return world;
}

/// Lives a month and tells who felt wronged and whose grievance became a claim that evening.
void live_a_month(SmallWorld& world, std::vector<Onset>& onsets, std::vector<Id<Person>>& claimants) {
  for (; world.state.day < 30; world.sleep()) {
    find_grievances(world.today(), world.state);
    for (const auto& list : world.state.today.onsets.lists) onsets.insert(onsets.end(), list.begin(), list.end());
    advance_disputes(world.today(), world.state);
    for (const Dispute& dispute : world.state.dockets[Id<Town>(0)].disputes)
      if (dispute.is_claimed() && dispute.opened >= static_cast<float>(world.state.day))
        claimants.push_back(dispute.complainant);
  }
}

TEST(MechanismMigrantStatus, ByItselfChangesNoGrievanceAndNoClaim) {
  std::vector<Onset> onsets[2];
  std::vector<Id<Person>> claimants[2];
  for (bool migrant : {false, true}) {
    SmallWorld world = alike([&](Id<Person>) { return migrant; });
    live_a_month(world, onsets[migrant], claimants[migrant]);
  }
  ASSERT_GT(onsets[0].size(), 10'000u);
  ASSERT_EQ(onsets[0].size(), onsets[1].size()) << "the same people, with the same luck";
  for (std::size_t i = 0; i < onsets[0].size(); ++i) {
    EXPECT_EQ(onsets[0][i].luck, onsets[1][i].luck);
    EXPECT_EQ(onsets[0][i].type, onsets[1][i].type);
    EXPECT_EQ(onsets[0][i].respondent, onsets[1][i].respondent);
  }
  EXPECT_EQ(claimants[0], claimants[1]);
}

/// Rates and shares of the two groups differ by less than 5 %, beyond three standard errors of what was seen. Where
/// they are equal, this fails once in 300 seeds; where they differ by 5 %, it passes once in 700.
TEST(MechanismMigrantStatus, MakesNeighboursOfEitherStatusEquallyOftenWrongedAndEquallyReadyToClaim) {
  SmallWorld world = alike([](Id<Person> person) { return person.row % 2 == 0; });
  std::vector<Onset> onsets;
  std::vector<Id<Person>> claimants;
  live_a_month(world, onsets, claimants);
  double felt[2] = {}, claimed[2] = {};
  for (const Onset& onset : onsets) felt[onset.complainant.row % 2] += 1.0;
  for (Id<Person> person : claimants) claimed[person.row % 2] += 1.0;
  const double error_felt = std::sqrt(1.0 / felt[0] + 1.0 / felt[1]);
  const double error_claimed = std::sqrt(1.0 / claimed[0] + 1.0 / claimed[1]);
  EXPECT_LT(std::abs(std::log(felt[0] / felt[1])) + 3.0 * error_felt, 0.05);
  EXPECT_LT(std::abs(std::log(claimed[0] / claimed[1])) + 3.0 * error_claimed, 0.05);
}

}  // namespace
}  // namespace linli
