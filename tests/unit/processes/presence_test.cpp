#include "processes/presence.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day festival = 42;  // 12 February 2021, in a run from New Year's Day

SmallWorld world_from_new_year() {
  return SmallWorld(scenario_of({{.residents = 2000}}, 300, std::chrono::year(2021) / 1 / 1));
}

Today on(const SmallWorld& world, Day day) {
  return {day, world.setting, world.state.levers};
}

TEST(Presence, CountsTheDaysFromAFestivalOnlyWhilePeopleTravelForIt) {
  const SmallWorld world = world_from_new_year();
  EXPECT_EQ(days_since_festival(on(world, festival - 3)), -3.0);
  EXPECT_EQ(days_since_festival(on(world, festival + 7)), 7.0);
  EXPECT_FALSE(days_since_festival(on(world, festival + 40)).has_value());
}

TEST(Presence, IsThatOfResidentsWhoAreNeitherGoneNorInCustodyNorAway) {
  SmallWorld world = world_from_new_year();
  const Today today = on(world, festival);
  int away = 0;
  for (Id<Person> person : world.people()) {
    const bool travels = is_away(today, world.state.persons, person);
    EXPECT_EQ(is_here(today, world.state.persons, person), !travels);
    away += travels;
  }
  EXPECT_GT(away, 100);
  world.state.persons.nature[Id<Person>(0)].take_into_custody();
  world.state.persons.nature[Id<Person>(1)].vacate();
  for (std::uint32_t gone : {0u, 1u})
    EXPECT_FALSE(is_here(on(world, festival + 100), world.state.persons, Id<Person>(gone)));
}

TEST(Presence, OfAnAdultIsFoundWhereThereIsOne) {
  SmallWorld world = world_from_new_year();
  const Today today = on(world, festival + 100);
  const Id<Grid> grid(0);
  Draws draws(1, Purpose::rounds, 0, 0);
  const Id<Person> somebody = adult_in(today, world.state, grid, draws);
  ASSERT_TRUE(somebody);
  EXPECT_TRUE(world.state.persons.nature[somebody].is_adult());
  EXPECT_TRUE(world.state.residents_of[grid].contains(somebody));
  world.make_all_alike(Nature(AgeBand::child, true, false, 0.3), {});
  EXPECT_FALSE(adult_in(today, world.state, grid, draws));
}

}  // namespace
}  // namespace linli
