#include "processes/govern.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> first{0}, second{1};

SmallWorld with(const Measure& measure) {
  Scenario scenario = scenario_of({{.residents = 1000}, {.residents = 1000, .east_km = 5.0}}, 100);
  scenario.levers.integration.services = 0.3;
  scenario.measures = {measure};
  return SmallWorld(scenario);
}

double services_on(SmallWorld& world, Day day, Id<Town> town) {
  for (; world.state.day < day; ++world.state.day) {
    govern(world.today(), world.state);
    read_signposts(world.today(), world.state);
  }
  govern(world.today(), world.state);
  ++world.state.day;
  return world.state.levers[town].integration.services;
}

TEST(Governing, MovesALeverFromTheFirstDayOfAMeasureToItsLast) {
  SmallWorld world = with({.lever = lever_index("integration.services"), .amount = 0.8, .from = 10, .to = 20});
  EXPECT_EQ(services_on(world, 9, first), 0.3);
  EXPECT_EQ(services_on(world, 10, first), 0.8);
  EXPECT_EQ(services_on(world, 19, first), 0.8);
  EXPECT_EQ(services_on(world, 20, first), 0.3);
}

TEST(Governing, MovesTheLeversOfTheTownsNamedAlone) {
  SmallWorld world =
      with({.lever = lever_index("integration.services"), .amount = 0.8, .towns = {second}, .from = 10, .to = 20});
  EXPECT_EQ(services_on(world, 12, first), 0.3);
  EXPECT_EQ(world.state.levers[second].integration.services, 0.8);
}

TEST(Signposts, AreRecordedFiguresPerResidentAndYear) {
  SmallWorld world = with({.lever = lever_index("integration.services"), .amount = 0.8, .from = 10, .to = 20});
  for (Id<Town> town : {first, second}) {
    world.state.daily(town, Daily::residents) = 1000.0;
    world.state.daily(town, Daily::workers, Sector::services) = 400.0;
  }
  world.state.daily(second, Daily::workers_owed, Sector::services) = 50.0;
  world.state.daily(second, Daily::workers_owed_found) = 8.0;
  world.state.daily(first, Daily::waiting, Stage::community) = 3.0;
  world.state.daily(first, Daily::recorded_criminal, OffenceType::theft) = 1.0;
  world.state.daily(second, Daily::entered, Stage::petition) = 2.0;
  world.state.daily(second, Daily::entered, Stage::court) = 9.0;
  world.state.daily(first, Daily::claims, DisputeType::neighbour) = 100.0;
  world.state.daily(first, Daily::settled_recorded, Stage::community) = 4.0;
  world.state.daily(first, Daily::calls) = 3.0;
  for (int day = 0; day < 500; ++day) read_signposts(world.today(), world.state);
  const SignpostReadings& readings = world.state.signposts.readings;
  EXPECT_NEAR(readings[Signpost::workers_owed], 0.01, 1e-12);
  EXPECT_NEAR(readings[Signpost::disputes_waiting], 15.0, 1e-9);
  EXPECT_NEAR(readings[Signpost::recorded_criminal], 365.0 / 2000.0 * 1e5, 1e-6);
  EXPECT_EQ(readings[Signpost::recorded_public_order], 0.0);
  EXPECT_NEAR(readings[Signpost::petitions], 2.0 * 365.0 / 2000.0 * 1e4, 1e-6);
  EXPECT_NEAR(readings[Signpost::settled_share], 4.0 / 11.0, 1e-12)
      << "of those that court and petition office took on";
  EXPECT_NEAR(readings[Signpost::calls], 3.0 * 365.0 / 2000.0 * 1e4, 1e-6);
}

}  // namespace
}  // namespace linli
