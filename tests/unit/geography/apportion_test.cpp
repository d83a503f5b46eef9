#include "geography/apportion.h"

#include <gtest/gtest.h>

#include <numeric>

namespace linli {
namespace {

using Parts = std::vector<std::int64_t>;

TEST(Apportion, gives_whole_quotas_first_and_the_rest_to_the_largest_fractions) {
  // Quotas 4.7, 3.0, 1.6, 0.7 of 10: whole parts 4, 3, 1, 0, then the fractions 0.7, 0.7.
  EXPECT_EQ(apportion(10, {{4.7}, {3.0}, {1.6}, {0.7}}), (Parts{5, 3, 1, 1}));
}

TEST(Apportion, breaks_ties_for_the_earlier) {
  EXPECT_EQ(apportion(8, {{1.0}, {1.0}, {1.0}}), (Parts{3, 3, 2}));
  EXPECT_EQ(apportion(4, {{3.0}, {5.0}}), (Parts{2, 2}));  // 1.5 and 2.5
}

TEST(Apportion, keeps_to_the_least_and_the_most_of_every_share) {
  EXPECT_EQ(apportion(10, {{100.0}, {1.0, 1}, {1.0, 2}}), (Parts{7, 1, 2}));
  EXPECT_EQ(apportion(10, {{100.0, 0, 4}, {1.0}, {1.0}}), (Parts{4, 3, 3}));
  EXPECT_EQ(apportion(6, {{100.0, 0, 3}, {0.0, 1, 1}, {5.0, 0, 2}}), (Parts{3, 1, 2}));
}

TEST(Apportion, treats_weights_that_are_all_zero_as_equal) {
  EXPECT_EQ(apportion(5, {{0.0}, {0.0}}), (Parts{3, 2}));
}

TEST(Apportion, reaches_the_most_of_weightless_shares_when_it_must) {
  EXPECT_EQ(apportion(9, {{1.0, 0, 2}, {0.0, 0, 7}}), (Parts{2, 7}));
}

TEST(Apportion, adds_up_for_totals_from_nothing_to_ten_million) {
  std::vector<Share> shares;
  for (int i = 1; i <= 2894; ++i) shares.push_back({1.0 / i});
  for (std::int64_t total : {0LL, 1LL, 593LL, 2'895LL, 10'466'625LL}) {
    const Parts parts = apportion(total, shares);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), total);
  }
}

}  // namespace
}  // namespace linli
