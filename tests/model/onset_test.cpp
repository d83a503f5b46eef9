// A1: with rates that nothing changes, grievances of each type are a Poisson process of the right rate.

#include <gtest/gtest.h>

#include <cmath>

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
  grievance.ties_effect = {};
  grievance.burst_factor = 1.0;
  for (double& rate : grievance.rate) rate *= more_often;
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
      return static_cast<bool>(state.persons.employer[person]);
    case DisputeType::neighbour:
      return nature.is_adult() ? std::min(density, world.parameters().grievance.density_cap) : 0.0;
    case DisputeType::family:
      return household.tenure == Tenure::dormitory ? 0.0 : meets_adult_of_family(state, person);
    case DisputeType::rental:
      return household.tenure == Tenure::rent ? 0.4 + 0.3 * household.rental_grade : 0.0;
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
          exposed(world, person, type) * world.parameters().grievance.rate[type] / 1000.0 / days_per_year;
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

}  // namespace
}  // namespace linli
