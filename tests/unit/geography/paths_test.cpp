#include "geography/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "worlds.h"

namespace linli {
namespace {

const Parameters::Travel travel;
constexpr float nowhere = std::numeric_limits<float>::infinity();

GridMatrix roads(int grids, const std::vector<Eigen::Triplet<float>>& one_way) {
  std::vector<Eigen::Triplet<float>> both = one_way;
  for (const auto& road : one_way) both.emplace_back(road.col(), road.row(), road.value());
  GridMatrix minutes(grids, grids);
  minutes.setFromTriplets(both.begin(), both.end());
  return minutes;
}

/// Five grids of 1 km2: town A holds 0 and 1, town B holds 2, 3, 4.
///
///     0 -10- 1
///     |     /
///     2    1
///     |   /
///     2 -4- 3    4 (no road)
TownGraph two_towns() {
  TownGraph graph;
  graph.towns = Column<Town, TownFacts>(2);
  graph.grids_of_town = {{Id<Grid>(0), Id<Grid>(2)}, {Id<Grid>(2), Id<Grid>(5)}};
  graph.grids_served = graph.grids_of_town;
  graph.town_of = {Id<Town>(0), Id<Town>(0), Id<Town>(1), Id<Town>(1), Id<Town>(1)};
  graph.area_km2 = Column<Grid, float>(5, 1.0f);
  graph.minutes = roads(5, {{0, 1, 10.0f}, {0, 2, 2.0f}, {1, 2, 1.0f}, {2, 3, 4.0f}});
  graph.centre = {Id<Grid>(0), Id<Grid>(2)};
  graph.minutes_to_centre = {0.0f, 3.0f, 0.0f, 4.0f, nowhere};
  return graph;
}

TEST(Paths, take_the_quickest_way_from_the_nearest_source) {
  const TownGraph graph = two_towns();
  EXPECT_TRUE(std::ranges::equal(shortest_minutes(graph, {Id<Grid>(0)}), std::vector<float>{0, 3, 2, 6, nowhere}));
  EXPECT_TRUE(std::ranges::equal(shortest_minutes(graph, {Id<Grid>(3), Id<Grid>(1), Id<Grid>(1)}),
                                 std::vector<float>{3, 0, 1, 0, nowhere}));
}

TEST(Paths, around_a_seat_may_lead_through_its_neighbour) {
  const Eigen::MatrixXf minutes = minutes_around_seat(two_towns(), Id<Town>(0));
  EXPECT_EQ(minutes, (Eigen::Matrix2f() << 0, 3, 3, 0).finished());
}

TEST(Paths, around_a_seat_agree_with_searches_of_the_whole_city) {
  const TownGraph graph = build_town_graph(testing::dongguan(), travel, 1);
  const Id<Town> humen(23);
  const Range<Grid> grids = graph.grids_of_town[humen];
  const Eigen::MatrixXf minutes = minutes_around_seat(graph, humen);
  EXPECT_EQ(minutes, minutes.transpose());
  for (std::uint32_t i = 0; i < grids.size(); i += 17) {
    const Column<Grid, float> ways = shortest_minutes(graph, {grids[i]});
    for (std::uint32_t j = 0; j < grids.size(); ++j) EXPECT_NEAR(minutes(i, j), ways[grids[j]], 1e-3);
  }
}

TEST(Paths, to_office_and_centre_agree_with_searches_of_the_whole_city) {
  const TownGraph graph = build_town_graph(testing::dongguan(), travel, 1);
  for (Id<Community> community : {Id<Community>(0), Id<Community>(300), Id<Community>(592)}) {
    const Column<Grid, float> ways = shortest_minutes(graph, {graph.office[community]});
    for (Id<Grid> grid : graph.grids_of_community[community]) EXPECT_EQ(graph.minutes_to_office[grid], ways[grid]);
  }
  const Column<Grid, float> ways = shortest_minutes(graph, {graph.centre[Id<Town>(7)]});
  for (Id<Grid> grid : graph.grids_of_town[Id<Town>(7)]) EXPECT_EQ(graph.minutes_to_centre[grid], ways[grid]);
}

TEST(DistanceKernel, falls_off_with_the_road_and_ends_at_its_reach) {
  // 25 km/h for 2, 3 and 6 minutes: 0.83, 1.25 and 2.5 km.
  const GridMatrix kernel = distance_kernel(two_towns(), travel, 2.0, 2.0);
  EXPECT_NEAR(kernel.coeff(0, 1), std::exp(-1.25 / 2.0), 1e-6);
  EXPECT_NEAR(kernel.coeff(0, 2), std::exp(-25.0 / 30.0 / 2.0), 1e-6);
  EXPECT_EQ(kernel.coeff(0, 3), 0.0f);
  EXPECT_NEAR(kernel.coeff(4, 4), std::exp(-0.5 * std::sqrt(1.0 / 3.14159265) / 2.0), 1e-6);
  EXPECT_EQ(kernel.row(4).nonZeros(), 1);
}

TEST(NeighbourLaplacian, averages_the_neighbours_minus_oneself) {
  const TownGraph graph = two_towns();
  const Eigen::VectorXf heat = (Eigen::VectorXf(5) << 6, 0, 0, 0, 1).finished();
  const Eigen::VectorXf change = neighbour_laplacian(graph) * heat;
  EXPECT_NEAR(change[0], -6.0f, 1e-6);
  EXPECT_NEAR(change[1], 3.0f, 1e-6);
  EXPECT_NEAR(change[2], 2.0f, 1e-6);
  EXPECT_EQ(change[4], 0.0f);
}

TEST(NeighbourLaplacian, leaves_a_level_field_as_it_is) {
  const TownGraph graph = build_town_graph(testing::dongguan(), travel, 1);
  const Eigen::VectorXf level = Eigen::VectorXf::Constant(static_cast<Eigen::Index>(graph.grids()), 1.0f);
  const Eigen::VectorXf change = neighbour_laplacian(graph) * level;
  EXPECT_LT(change.cwiseAbs().maxCoeff(), 1e-6f);  // rounding of float
}

}  // namespace
}  // namespace linli
