#include "processes/today.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

TEST(Decay, IsThatOfAnExponentialAndEndsInNothing) {
  const Decay decay(60.0);
  EXPECT_EQ(decay(0), 1.0);
  EXPECT_NEAR(decay(60), std::exp(-1.0), 1e-15);
  EXPECT_EQ(decay(1'000'000), 0.0);
}

TEST(Commuting, IsRarerToTownsFurtherAway) {
  Scenario scenario =
      scenario_of({{.residents = 2000}, {.residents = 2000, .east_km = 4.0}, {.residents = 2000, .east_km = 12.0}}, 10);
  scenario.parameters.work.commute_length = 4.0;
  const SmallWorld world(scenario);
  const std::vector<double>& cumulative = world.setting.commute[Id<Town>(0)];
  const double own = cumulative[0], near = cumulative[1] - own, far = cumulative[2] - cumulative[1];
  EXPECT_GT(own, near);
  EXPECT_NEAR(near / far, std::exp(8.0 / 4.0), 0.05 * std::exp(2.0));
}

TEST(Crowding, IsOneOnAverageOverTheArea) {
  const SmallWorld world(scenario_of({{.residents = 8000, .grids = 12}, {.residents = 4000, .east_km = 5.0}}, 10));
  const TownGraph& graph = world.setting.graph;
  double crowding = 0.0, area = 0.0;
  for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
    crowding += world.setting.crowding[grid] * graph.area_km2[grid], area += graph.area_km2[grid];
  EXPECT_NEAR(crowding / area, 1.0, 1e-5);
}

}  // namespace
}  // namespace linli
