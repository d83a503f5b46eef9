#include "processes/thinning.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Grid> grid{1};

/// Who is considered in a grid on a day, and the first word of their luck.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(const SmallWorld& world, double bound) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  for_each_candidate(world.today(), world.state.persons, Purpose::grievance, grid, world.state.residents_of[grid],
                     bound, [&](Id<Person> person, Draws& draws) { found.emplace_back(person.row, draws()); });
  return found;
}

TEST(Thinning, ConsidersAsManyResidentsAsTheBoundSaysEachAsOftenAsAnother) {
  SmallWorld world(scenario_of({{.residents = 400}}, 3000));
  const Range<Person> residents = world.state.residents_of[grid];
  std::map<std::uint32_t, double> times;
  double total = 0.0;
  for (; world.state.day < 2999; ++world.state.day)
    for (const auto& [person, luck] : candidates(world, 0.5)) ++times[person], ++total;
  const double expected = 2999 * 0.5;
  EXPECT_NEAR(total, expected * residents.size(), four_errors_of_count(expected * residents.size()));
  double chi_square = 0.0;
  for (Id<Person> person : residents) chi_square += std::pow(times[person.row] - expected, 2) / expected;
  EXPECT_NEAR(chi_square, residents.size(), 4.0 * std::sqrt(2.0 * residents.size()));
}

TEST(Thinning, ShowsTheSameCandidatesHoweverLongOneIsConsidered) {
  const SmallWorld world(scenario_of({{.residents = 400}}, 10));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> patient;
  for_each_candidate(world.today(), world.state.persons, Purpose::grievance, grid, world.state.residents_of[grid], 0.5,
                     [&](Id<Person> person, Draws& draws) {
                       patient.emplace_back(person.row, draws());
                       for (std::uint32_t i = 0; i < person.row % 7; ++i) draws();
                     });
  ASSERT_GT(patient.size(), 20u);
  EXPECT_EQ(candidates(world, 0.5), patient);
}

}  // namespace
}  // namespace linli
