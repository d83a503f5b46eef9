#include "geography/cluster.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

TEST(Cluster, finds_two_villages_and_puts_the_nearer_first) {
  const std::vector<Point> houses = {{9.0, 0.0}, {1.0, 0.0}, {9.2, 0.1}, {1.1, 0.2}, {0.9, 0.1}};
  EXPECT_EQ(cluster(houses, 2), (std::vector<Group>{{1, 3, 4}, {0, 2}}));
}

TEST(Cluster, leaves_no_group_empty_when_points_share_a_place) {
  const std::vector<Point> same(5, Point(1.0, 2.0));
  const std::vector<Group> groups = cluster(same, 5);
  ASSERT_EQ(groups.size(), 5u);
  for (const Group& group : groups) EXPECT_EQ(group.size(), 1u);
}

TEST(Cluster, makes_groups_of_similar_size_from_an_even_field) {
  std::vector<Point> field;
  for (int i = 0; i < 60; ++i)
    for (int j = 0; j < 60; ++j) field.emplace_back(i, j);
  for (const Group& group : cluster(field, 36)) {
    EXPECT_GT(group.size(), 40u);  // 100 on average
    EXPECT_LT(group.size(), 200u);
  }
}

TEST(Cluster, takes_the_member_nearest_to_the_mean_as_the_middle) {
  const std::vector<Point> points = {{0.0, 0.0}, {2.1, 0.0}, {4.0, 0.0}, {100.0, 0.0}};
  EXPECT_EQ(medoid_of(points, {0, 1, 2}), 1u);
}

}  // namespace
}  // namespace linli
