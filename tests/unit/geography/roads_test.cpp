#include "geography/roads.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

// 0 -2- 1 -2- 2
//  \---5---/        3 -1- 4 lies apart
const std::vector<Link> links = {{0, 1, 2.0f}, {1, 2, 2.0f}, {2, 0, 5.0f}, {3, 4, 1.0f}};

TEST(Roads, are_taken_by_the_quickest_way) {
  EXPECT_EQ(Roads(5, links).reach({0}).minutes, (std::vector<double>{0, 2, 4, Roads::everywhere, Roads::everywhere}));
}

TEST(Roads, lead_from_the_nearest_of_several_sources) {
  const Reached reached = Roads(5, links).reach({4, 2, 2, 0});
  EXPECT_EQ(reached.minutes, (std::vector<double>{0, 2, 0, 1, 0}));
  EXPECT_EQ(reached.source[3], 4u);
  EXPECT_EQ(reached.source[2], 2u);
}

TEST(Roads, beyond_the_limit_are_not_taken) {
  EXPECT_EQ(Roads(5, links).reach({0}, 3.0).minutes,
            (std::vector<double>{0, 2, Roads::everywhere, Roads::everywhere, Roads::everywhere}));
}

TEST(Roads, without_a_source_lead_nowhere) {
  EXPECT_EQ(Roads(5, links).reach({}).minutes[0], Roads::everywhere);
}

TEST(Roads, fall_into_parts_known_by_their_first_places) {
  EXPECT_EQ(connected_parts(6, links), (std::vector<std::uint32_t>{0, 3, 5}));
}

TEST(Roads, of_one_part_have_one_number) {
  EXPECT_EQ(parts_of(6, links), (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2}));
}

TEST(Roads, between_the_same_places_count_once_by_the_quickest) {
  const std::vector<Link> quickest = quickest_links({{1, 0, 3.0f}, {0, 1, 2.0f}, {2, 2, 1.0f}, {2, 1, 4.0f}});
  ASSERT_EQ(quickest.size(), 2u);
  EXPECT_EQ(quickest[0].minutes, 2.0f);
  EXPECT_EQ(quickest[1].from, 1u);
}

}  // namespace
}  // namespace linli
