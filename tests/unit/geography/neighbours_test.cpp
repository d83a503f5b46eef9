#include "geography/neighbours.h"

#include <gtest/gtest.h>

#include "core/random.h"
#include "geography/roads.h"
#include "model/lists/kinds.h"

namespace linli {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<Point> scattered(int count) {
  Draws draws(1, Purpose::synthesis_place, 0, 0);
  std::vector<Point> points;
  for (int i = 0; i < count; ++i) points.emplace_back(10.0 * unit(draws), 10.0 * unit(draws));
  return points;
}

/// By definition: no third point inside the disc.
Pairs gabriel_by_trying_all(const std::vector<Point>& points) {
  Pairs pairs;
  for (std::uint32_t a = 0; a < points.size(); ++a)
    for (std::uint32_t b = a + 1; b < points.size(); ++b) {
      const Point middle = (points[a] + points[b]) / 2.0;
      const double radius = (points[a] - middle).norm();
      bool empty = true;
      for (std::uint32_t c = 0; c < points.size(); ++c)
        empty = empty && (c == a || c == b || (points[c] - middle).norm() >= radius);
      if (empty) pairs.emplace_back(a, b);
    }
  return pairs;
}

TEST(Neighbours, are_the_pairs_whose_disc_is_empty) {
  const std::vector<Point> points = scattered(150);
  EXPECT_EQ(gabriel_neighbours(points), gabriel_by_trying_all(points));
}

TEST(Neighbours, on_a_chessboard_share_a_side) {
  std::vector<Point> squares;
  for (int i = 0; i < 8; ++i)
    for (int j = 0; j < 8; ++j) squares.emplace_back(i, j);
  const Pairs pairs = gabriel_neighbours(squares);
  std::vector<Link> links;
  for (const auto& [a, b] : pairs) links.push_back({a, b, 1.0f});
  EXPECT_GE(pairs.size(), 112u);  // diagonals have two corners on, none inside their disc: either is right
  EXPECT_EQ(connected_parts(squares.size(), links).size(), 1u);
}

TEST(Neighbours, on_one_road_follow_each_other) {
  EXPECT_EQ(gabriel_neighbours({{0, 0}, {5, 0}, {2, 0}, {600, 0}}), (Pairs{{0, 2}, {1, 2}, {1, 3}}));
}

TEST(Neighbours, of_a_single_place_are_none) {
  EXPECT_TRUE(gabriel_neighbours({{1, 1}}).empty());
}

}  // namespace
}  // namespace linli
