#include "geography/town_graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.h"
#include "core/parallel.h"
#include "worlds.h"

namespace linli {
namespace {

using testing::dongguan;
using testing::dongguan_towns;
using testing::single_town;
using testing::world_of;

const Parameters::Travel travel;

const TownGraph& dongguan_graph() {
  static const TownGraph graph = build_town_graph(dongguan(), travel, 1);
  return graph;
}

std::int64_t residents_of(const TownGraph& graph, Range<Grid> grids) {
  std::int64_t sum = 0;
  for (Id<Grid> grid : grids) sum += graph.residents[grid];
  return sum;
}

Id<Town> nearest_town(const TownGraph& graph, Id<Grid> grid) {
  Id<Town> nearest;
  double least = std::numeric_limits<double>::infinity();
  for (Id<Town> town : all_rows<Town>(graph.towns.size())) {
    const TownFacts& facts = graph.towns[town];
    const double km = distance_km(graph.lon[grid], graph.lat[grid], facts.lon, facts.lat);
    if (km < least) nearest = town, least = km;
  }
  return nearest;
}

bool same_matrix(const GridMatrix& a, const GridMatrix& b) {
  return a.nonZeros() == b.nonZeros() && GridMatrix(a - b).norm() == 0.0f;
}

/// What is wrong with the world, in both languages at once.
std::string complaint(const World& world) {
  try {
    build_town_graph(world, travel, 1);
  } catch (const InputError& error) {
    return error.text(Language::english) + " | " + error.text(Language::chinese);
  }
  return "";
}

int mentions(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(TownGraph, of_Dongguan_has_593_communities_and_2894_grids) {
  EXPECT_EQ(dongguan_graph().communities(), 593u);
  EXPECT_EQ(dongguan_graph().grids(), 2894u);
}

TEST(TownGraph, houses_every_towns_residents_exactly) {
  const TownGraph& graph = dongguan_graph();
  for (Id<Town> town : all_rows<Town>(33))
    EXPECT_EQ(residents_of(graph, graph.grids_of_town[town]), dongguan_towns[town.row].residents);
  EXPECT_EQ(residents_of(graph, all_rows<Grid>(2894)), 10'466'625);
}

TEST(TownGraph, gives_towns_communities_and_grids_by_residents) {
  const TownGraph& graph = dongguan_graph();
  for (Id<Town> town : all_rows<Town>(33)) {
    const double share = static_cast<double>(graph.towns[town].residents) / 10'466'625.0;
    EXPECT_NEAR(graph.communities_served[town].size(), 593 * share, 1.0);
    EXPECT_NEAR(graph.grids_of_town[town].size(), 2894 * share, 1.0);
  }
}

TEST(TownGraph, numbers_towns_and_communities_in_unbroken_ranges) {
  const TownGraph& graph = dongguan_graph();
  Id<Grid> next_grid(0);
  Id<Community> next_community(0);
  for (Id<Town> town : all_rows<Town>(33)) {
    EXPECT_EQ(graph.grids_of_town[town].first, next_grid);
    EXPECT_EQ(graph.communities_served[town].first, next_community);
    for (Id<Community> community : graph.communities_served[town]) {
      EXPECT_EQ(graph.town_of_community[community], town);
      EXPECT_EQ(graph.grids_of_community[community].first, next_grid);
      EXPECT_FALSE(graph.grids_of_community[community].empty());
      for (Id<Grid> grid : graph.grids_of_community[community]) {
        EXPECT_EQ(graph.town_of[grid], town);
        EXPECT_EQ(graph.community_of[grid], community);
      }
      next_grid = graph.grids_of_community[community].last;
    }
    EXPECT_EQ(graph.grids_of_town[town].last, next_grid);
    next_community = graph.communities_served[town].last;
  }
  EXPECT_EQ(next_grid, Id<Grid>(2894));
}

TEST(TownGraph, puts_every_grid_nearest_to_its_own_towns_centre) {
  const TownGraph& graph = dongguan_graph();
  for (Id<Grid> grid : all_rows<Grid>(graph.grids())) EXPECT_EQ(nearest_town(graph, grid), graph.town_of[grid]);
}

TEST(TownGraph, shares_the_area_of_a_town_among_its_grids) {
  const TownGraph& graph = dongguan_graph();
  for (Id<Town> town : all_rows<Town>(33)) {
    double area = 0.0;
    for (Id<Grid> grid : graph.grids_of_town[town]) {
      EXPECT_GT(graph.area_km2[grid], 0.0f);
      area += graph.area_km2[grid];
    }
    EXPECT_NEAR(area, graph.towns[town].area_km2, 1e-4 * area);  // float
  }
}

TEST(TownGraph, is_connected_and_symmetric_with_positive_minutes) {
  const TownGraph& graph = dongguan_graph();
  EXPECT_TRUE(same_matrix(graph.minutes, GridMatrix(graph.minutes.transpose())));
  EXPECT_GT(graph.minutes.coeffs().minCoeff(), 0.0f);
  for (float minutes : shortest_minutes(graph, {Id<Grid>(0)}))
    EXPECT_LT(minutes, std::numeric_limits<float>::infinity());
}

TEST(TownGraph, takes_the_minutes_of_the_detour_at_the_travel_speed) {
  const TownGraph& graph = dongguan_graph();
  GridMatrix::InnerIterator road(graph.minutes, 0);
  const Id<Grid> a(0), b(static_cast<std::uint64_t>(road.col()));
  const double km = distance_km(graph.lon[a], graph.lat[a], graph.lon[b], graph.lat[b]);
  EXPECT_NEAR(road.value(), km * 1.3 / 25.0 * 60.0, 1e-4);
}

TEST(TownGraph, seats_the_town_hall_and_the_committees_in_their_own_grids) {
  const TownGraph& graph = dongguan_graph();
  for (Id<Town> town : all_rows<Town>(33)) {
    EXPECT_TRUE(graph.grids_of_town[town].contains(graph.centre[town]));
    EXPECT_EQ(graph.minutes_to_centre[graph.centre[town]], 0.0f);
  }
  for (Id<Community> community : all_rows<Community>(593)) {
    EXPECT_TRUE(graph.grids_of_community[community].contains(graph.office[community]));
    EXPECT_EQ(graph.minutes_to_office[graph.office[community]], 0.0f);
  }
  EXPECT_EQ(graph.community_name[graph.communities_served[Id<Town>(23)][6]], "Humen 07");
}

TEST(TownGraph, is_the_same_for_the_same_seed_on_any_number_of_threads) {
  Threads(3).run([] {
    const TownGraph again = build_town_graph(dongguan(), travel, 1);
    EXPECT_TRUE(same_matrix(again.minutes, dongguan_graph().minutes));
    EXPECT_TRUE(std::ranges::equal(again.residents, dongguan_graph().residents));
  });
  const TownGraph other = build_town_graph(dongguan(), travel, 2);
  EXPECT_FALSE(std::ranges::equal(other.residents, dongguan_graph().residents));
}

TEST(TownGraph, scales_every_towns_residents_and_keeps_at_least_one) {
  const TownGraph graph = build_town_graph(single_town(), travel, 1, 0.1);
  EXPECT_EQ(graph.towns[Id<Town>(0)].residents, 10'000);
  EXPECT_EQ(residents_of(graph, all_rows<Grid>(graph.grids())), 10'000);
  EXPECT_EQ(build_town_graph(single_town(), travel, 1, 1e-9).towns[Id<Town>(0)].residents, 1);
}

TEST(TownGraph, of_a_single_town_fills_a_disc_of_its_area) {
  const TownGraph graph = build_town_graph(single_town(), travel, 1);
  EXPECT_EQ(graph.communities(), 6u);
  EXPECT_EQ(graph.grids(), 28u);
  for (Id<Grid> grid : all_rows<Grid>(28))
    EXPECT_LT(distance_km(graph.lon[grid], graph.lat[grid], 113.75, 23.0), std::sqrt(30.0 / 3.14159));
}

TEST(TownGraph, of_a_single_grid_has_no_roads) {
  World world = single_town();
  world.communities = world.grids = 1;
  const TownGraph graph = build_town_graph(world, travel, 1);
  EXPECT_EQ(graph.minutes.nonZeros(), 0);
  EXPECT_EQ(graph.minutes_to_office[Id<Grid>(0)], 0.0f);
}

TEST(TownGraph, joins_towns_hundreds_of_kilometres_apart) {
  const TownFacts south = {"S", "南城", "South", 50'000, 20.0, 113.7, 23.0, Character::core, 1.0};
  const TownFacts north = {"N", "北城", "North", 30'000, 20.0, 116.4, 39.9, Character::core, 1.0};
  const TownGraph graph = build_town_graph(world_of({south, north}, 5, 20), travel, 1);
  EXPECT_EQ(nearest_town(graph, Id<Grid>(19)), Id<Town>(1));
  const float way = shortest_minutes(graph, {graph.centre[Id<Town>(0)]})[graph.centre[Id<Town>(1)]];
  EXPECT_NEAR(way, distance_km(113.7, 23.0, 116.4, 39.9) * 1.3 / 25.0 * 60.0, 100.0);  // within 2 %
}

TEST(TownGraph, refuses_residents_that_do_not_add_up_and_names_both_numbers) {
  World world = single_town();
  world.residents = 99'999;
  const std::string text = complaint(world);
  EXPECT_EQ(mentions(text, "99999"), 2);
  EXPECT_EQ(mentions(text, "100003"), 2);
}

TEST(TownGraph, refuses_fewer_communities_than_towns_and_fewer_grids_than_communities) {
  World world = dongguan();
  world.communities = 32;
  EXPECT_EQ(mentions(complaint(world), "32"), 2);
  EXPECT_EQ(mentions(complaint(world), "33"), 2);
  world = dongguan();
  world.grids = 592;
  EXPECT_EQ(mentions(complaint(world), "592"), 2);
  EXPECT_EQ(mentions(complaint(world), "593"), 2);
}

TEST(TownGraph, refuses_a_world_without_towns_and_a_town_without_area) {
  EXPECT_NE(complaint(World{}), "");
  World world = single_town();
  world.towns[0].area_km2 = 0.0;
  EXPECT_EQ(mentions(complaint(world), "Smalltown"), 1);
  EXPECT_EQ(mentions(complaint(world), "小镇"), 1);
}

TEST(TownGraph, refuses_two_towns_with_the_same_centre) {
  World world = world_of({dongguan_towns[0], dongguan_towns[0]}, 4, 20);
  EXPECT_EQ(mentions(complaint(world), "Dongcheng"), 1);
}

TEST(Distance, from_Guangzhou_to_Beijing_is_about_1890_km) {
  EXPECT_NEAR(distance_km(113.264, 23.129, 116.407, 39.904), 1890.0, 10.0);
}

}  // namespace
}  // namespace linli
