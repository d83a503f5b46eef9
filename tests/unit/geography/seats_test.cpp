// Which towns share their offices in a smaller world, and how large what serves people stays.

#include "geography/seats.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "geography/town_graph.h"
#include "unit/geography/worlds.h"

namespace linli {
namespace {

using testing::dongguan;

const Parameters::Travel travel;

TownGraph city_at(double scale) {
  return build_town_graph(dongguan(), travel, 1, scale);
}

std::vector<Id<Town>> seats_of(const TownGraph& graph) {
  std::vector<Id<Town>> seats;
  for (Id<Town> town : all_rows<Town>(graph.towns.size()))
    if (graph.has_offices(town)) seats.push_back(town);
  return seats;
}

double mean_of(const auto& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TEST(Seats, are_the_towns_themselves_at_full_size_and_above) {
  for (double scale : {1.0, 2.0}) EXPECT_EQ(seats_of(city_at(scale)).size(), 33u) << scale;
  const TownGraph graph = city_at(1.0);
  for (Id<Town> town : all_rows<Town>(33)) {
    EXPECT_EQ(graph.grids_served[town].first, graph.grids_of_town[town].first);
    EXPECT_EQ(graph.grids_served[town].last, graph.grids_of_town[town].last);
    EXPECT_EQ(graph.share_served(town), 1.0);
  }
  EXPECT_EQ(graph.community_share, 1.0);
}

TEST(Seats, serve_as_many_residents_as_at_full_size) {
  for (double scale : {0.3, 0.1, 0.05}) {
    const TownGraph graph = city_at(scale);
    const double served = 10'466'625.0 * scale / static_cast<double>(seats_of(graph).size());
    EXPECT_NEAR(served / (10'466'625.0 / 33), 1.0, 0.25) << scale;
  }
  EXPECT_EQ(seats_of(city_at(0.02)).size(), 1u) << "two thirds of a town's residents";
}

TEST(Seats, keep_grids_and_committees_as_large_as_they_are) {
  for (double scale : {0.5, 0.1, 0.02}) {
    const TownGraph graph = city_at(scale);
    EXPECT_NEAR(mean_of(graph.residents) / (10'466'625.0 / 2894), 1.0, 0.03) << scale;
    EXPECT_NEAR(static_cast<double>(graph.communities()) / (593 * scale), 1.0, 0.1) << scale;
    EXPECT_NEAR(graph.community_share * static_cast<double>(graph.communities()), 593 * scale, 1e-9) << scale;
  }
}

TEST(Seats, leave_no_town_unserved_and_every_town_a_grid) {
  for (double scale : {0.3, 0.1, 0.02}) {
    const TownGraph graph = city_at(scale);
    std::size_t grids = 0;
    for (Id<Town> seat : seats_of(graph)) grids += graph.grids_served[seat].size();
    EXPECT_EQ(grids, graph.grids()) << scale;
    for (Id<Town> town : all_rows<Town>(33)) {
      EXPECT_FALSE(graph.grids_of_town[town].empty());
      const Range<Grid> around = graph.grids_served[graph.seat_of[town]];
      for (Id<Grid> grid : graph.grids_of_town[town]) {
        EXPECT_TRUE(around.contains(grid));
        EXPECT_EQ(graph.seat_at(grid), graph.seat_of[town]);
        EXPECT_TRUE(graph.communities_served[graph.seat_of[town]].contains(graph.community_of[grid]));
        EXPECT_TRUE(graph.grids_of_community[graph.community_of[grid]].contains(grid));
      }
    }
  }
}

TEST(Seats, house_the_residents_of_every_town) {
  const TownGraph graph = city_at(0.1);
  for (Id<Town> town : all_rows<Town>(33)) {
    std::int64_t residents = 0;
    for (Id<Grid> grid : graph.grids_of_town[town]) residents += graph.residents[grid];
    EXPECT_NEAR(static_cast<double>(residents), 0.1 * static_cast<double>(testing::dongguan_towns[town.row].residents),
                0.51);
  }
}

TEST(Seats, stay_as_near_as_at_full_size) {
  const double full = mean_of(city_at(1.0).minutes_to_office);
  for (double scale : {0.3, 0.1}) EXPECT_NEAR(mean_of(city_at(scale).minutes_to_office) / full, 1.0, 0.2) << scale;
  EXPECT_LT(mean_of(city_at(0.02).minutes_to_office) / full, 1.7) << "where whole towns share a committee";
}

TEST(Seats, of_neighbours_come_one_after_another) {
  const auto shared = towns_by_seat(testing::dongguan_towns, 0.1);
  std::multiset<std::size_t> all;
  for (const std::vector<std::size_t>& towns : shared) all.insert(towns.begin(), towns.end());
  EXPECT_EQ(all.size(), 33u);
  EXPECT_EQ(std::set<std::size_t>(all.begin(), all.end()).size(), 33u);
}

TEST(Runs, have_about_the_same_weight_and_are_never_empty) {
  EXPECT_EQ(runs_of({1, 1, 1, 1, 1, 1}, 3), (std::vector<std::size_t>{2, 2, 2}));
  EXPECT_EQ(runs_of({5, 1, 1, 1}, 2), (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(runs_of({9, 1}, 5), (std::vector<std::size_t>{1, 1})) << "one weighs more than a run";
}

}  // namespace
}  // namespace linli
