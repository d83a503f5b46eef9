/// Crowds against the laws of Granovetter (1978), with the cascade of production.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <random>
#include <vector>

#include "processes/collective.h"

namespace linli {
namespace {

/// A hundred people, one for every threshold from 0 to 99 others.
std::vector<double> one_of_each() {
  std::vector<double> thresholds;
  for (int others = 0; others < 100; ++others) thresholds.push_back(others / 100.0);
  return thresholds;
}

/// Standard deviations from the mean at so many quantiles of a normal law.
std::vector<double> normal_quantiles(int people) {
  std::vector<double> scores;
  for (int i = 0; i < people; ++i)
    scores.push_back(std::sqrt(2.0) * boost::math::erf_inv(2.0 * (i + 0.5) / people - 1.0));
  return scores;
}

/// The deviation, per hundred, from which normal thresholds of mean 25 carry more than half of the crowd.
double jump(int people) {
  const std::vector<double> scores = normal_quantiles(people);
  double below = 10.0, above = 15.0;
  while (above - below > 0.0005) {
    const double deviation = (below + above) / 2.0;
    std::vector<double> thresholds;
    for (double score : scores) thresholds.push_back((25.0 + deviation * score) / 100.0);
    (cascade(thresholds) > scores.size() / 2 ? above : below) = deviation;
  }
  return above;
}

TEST(Cascade, TakesEverybodyWhereEachThresholdIsMetByTheOneBefore) {
  EXPECT_EQ(cascade(one_of_each()), 100u);
}

TEST(Cascade, EndsWithOneWhereNobodyFollowsTheFirst) {
  std::vector<double> thresholds = one_of_each();
  thresholds[1] = 0.02;
  EXPECT_EQ(cascade(thresholds), 1u);
}

TEST(Cascade, OfNormalThresholdsJumpsAtTheKnownDeviation) {
  EXPECT_NEAR(jump(100'000), 12.22, 0.01) << "continuous limit";
  EXPECT_NEAR(jump(1000), 12.26, 0.01);
}

TEST(Cascade, HasNobodyWithoutAnInstigator) {
  EXPECT_EQ(cascade({}), 0u);
  EXPECT_EQ(cascade({0.1, 0.2, 0.3}), 0u);
  EXPECT_EQ(cascade({-0.1, 0.9, 0.9}), 1u);
}

TEST(Cascade, DoesNotDependOnTheOrderOfPeople) {
  std::vector<double> thresholds = normal_quantiles(500);
  for (double& threshold : thresholds) threshold = 0.25 + 0.2 * threshold;
  const std::size_t sorted = cascade(thresholds);
  std::shuffle(thresholds.begin(), thresholds.end(), std::mt19937(1));
  EXPECT_EQ(cascade(thresholds), sorted);
}

TEST(Cascade, IsAFixedPointAndNeverShrinksWhenSomebodysThresholdFalls) {
  std::mt19937 random(2);
  std::normal_distribution<double> law(0.3, 0.25);
  for (int crowd = 0; crowd < 200; ++crowd) {
    std::vector<double> thresholds(60);
    for (double& threshold : thresholds) threshold = law(random);
    const std::size_t acting = cascade(thresholds);
    const auto reached = std::count_if(thresholds.begin(), thresholds.end(), [&](double threshold) {
      return threshold <= static_cast<double>(acting) / 60.0;
    });
    EXPECT_EQ(static_cast<std::size_t>(reached), acting);
    thresholds[static_cast<std::size_t>(crowd) % 60] -= 0.2;
    EXPECT_GE(cascade(thresholds), acting);
  }
}

}  // namespace
}  // namespace linli
