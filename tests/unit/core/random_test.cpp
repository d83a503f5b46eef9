#include "core/random.h"

#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <functional>
#include <vector>

namespace linli {
namespace {

// Statistical tests here have fixed seeds and reject a correct generator with probability below one in a million.
constexpr double error_rate = 1e-6;
constexpr double standard_errors = 5.0;  // two-sided tail 6e-7

using Words = std::array<std::uint32_t, 4>;

enum class Use : std::uint8_t { first = 0, second = 1, pi = 0x24 };

Words block_of(Draws draws, std::size_t skipped_blocks = 0) {
  for (std::size_t i = 0; i < 4 * skipped_blocks; ++i) draws();
  Words words{};
  for (std::uint32_t& word : words) word = draws();
  return words;
}

double chi_square(const std::vector<double>& counts, double expected) {
  double sum = 0.0;
  for (double count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

double critical(double degrees) {
  return quantile(complement(boost::math::chi_squared_distribution<double>(degrees), error_rate));
}

/// Chi-square of the joint distribution of the leading four bits of two streams that differ in one part of the key.
double dependence(const std::function<Draws(std::uint32_t)>& one, const std::function<Draws(std::uint32_t)>& other) {
  constexpr int draws = 1 << 16;
  std::vector<double> counts(256, 0.0);
  for (std::uint32_t i = 0; i < draws; ++i) counts[(one(i)() >> 28) * 16 + (other(i)() >> 28)] += 1.0;
  return chi_square(counts, draws / 256.0);
}

struct Moments {
  double mean = 0.0, variance = 0.0;
};
template <class Draw>
Moments moments_of(const Draw& draw, int count) {
  Draws draws(20210101, Use::first, 7, 0);
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < count; ++i) {
    const double value = draw(draws);
    sum += value;
    squares += value * value;
  }
  return {sum / count, squares / count - (sum / count) * (sum / count)};
}

TEST(Random, PhiloxEqualsThePublishedVectors) {
  using Philox = r123::Philox4x32;
  const auto ones = Philox()({{~0u, ~0u, ~0u, ~0u}}, {{~0u, ~0u}});
  const auto pi = Philox()({{0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u}}, {{0xa4093822u, 0x299f31d0u}});
  EXPECT_EQ(ones, (Philox::ctr_type{{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu}}));
  EXPECT_EQ(pi, (Philox::ctr_type{{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u}}));
}

TEST(Random, DrawsOfTheZeroKeyEqualThePublishedVector) {
  EXPECT_EQ(block_of(Draws(0, Use::first, 0, 0)), (Words{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u}));
}

// The counter (pi's digits) read as a key: purpose 0x24, block 0x3f6a88 of the stream, when, and the two halves of who.
TEST(Random, EveryPartOfAKeyHasItsPlaceInTheCounter) {
  const Draws draws(0x299f31d0a4093822u, Use::pi, 0x0370734413198a2eu, 0x85a308d3u);
  EXPECT_EQ(block_of(draws, 0x3f6a88), (Words{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u}));
}

TEST(Random, StreamsThatDifferInOnePartOfTheKeyAreIndependent) {
  const auto base = [](std::uint32_t i) { return Draws(1, Use::first, i, 5); };
  EXPECT_LT(dependence(base, [](std::uint32_t i) { return Draws(2, Use::first, i, 5); }), critical(255));
  EXPECT_LT(dependence(base, [](std::uint32_t i) { return Draws(1, Use::second, i, 5); }), critical(255));
  EXPECT_LT(dependence(base, [](std::uint32_t i) { return Draws(1, Use::first, i + 1, 5); }), critical(255));
  EXPECT_LT(dependence(base, [](std::uint32_t i) { return Draws(1, Use::first, i, 6); }), critical(255));
  EXPECT_GT(dependence(base, base), critical(255)) << "the test must see a dependence that is there";
}

TEST(Random, OneMoreAgentChangesNobodyElsesDraws) {
  const auto luck_of_a_town = [](std::uint64_t people) {
    std::vector<double> luck;
    for (std::uint64_t person = 0; person < people; ++person) {
      Draws draws(1, Use::first, person, 10);
      luck.push_back(unit(draws) + exponential(draws, 1.0));
    }
    return luck;
  };
  std::vector<double> larger = luck_of_a_town(101);
  larger.pop_back();
  EXPECT_EQ(larger, luck_of_a_town(100));
}

TEST(Random, AUnitDrawIsNeverZeroOrOne) {
  constexpr double step = 0x1p-32;
  EXPECT_GT((Draws::min() + 0.5) * step, 0.0);
  EXPECT_LT((Draws::max() + 0.5) * step, 1.0);
  const Moments moments = moments_of([](Draws& draws) { return unit(draws); }, 100'000);
  EXPECT_NEAR(moments.mean, 0.5, standard_errors * std::sqrt(1.0 / 12 / 100'000));
}

TEST(Random, EveryRowIsPickedEquallyOften) {
  constexpr std::uint32_t rows = 7;
  constexpr int picks = 70'000;
  Draws draws(3, Use::first, 1, 1);
  std::vector<double> counts(rows, 0.0);
  for (int i = 0; i < picks; ++i) counts.at(pick(draws, rows)) += 1.0;
  EXPECT_LT(chi_square(counts, picks / double{rows}), critical(rows - 1));
}

TEST(Random, APickUsesOneWordWhateverTheNumberOfRows) {
  Draws few(3, Use::first, 1, 1), many = few;
  pick(few, 2);
  pick(many, 4'000'000'000u);
  EXPECT_EQ(few(), many());
}

TEST(Random, PoissonCountsHaveTheirMeanAndVariance) {
  constexpr int count = 100'000;
  for (double mean : {0.02, 0.7, 6.0, 300.0}) {
    const Moments found = moments_of([&](Draws& draws) { return poisson(draws, mean); }, count);
    EXPECT_NEAR(found.mean, mean, standard_errors * std::sqrt(mean / count)) << mean;
    EXPECT_NEAR(found.variance, mean, standard_errors * std::sqrt((mean + 2 * mean * mean) / count)) << mean;
  }
  EXPECT_EQ(moments_of([](Draws& draws) { return poisson(draws, 0.0); }, 100).mean, 0.0);
}

TEST(Random, BinomialCountsHaveTheirMeanAndVariance) {
  constexpr int count = 100'000;
  for (const auto& [trials, share] : {std::pair(5u, 0.3), std::pair(40u, 0.9), std::pair(200u, 0.4)}) {
    const double mean = trials * share, variance = mean * (1.0 - share);
    const Moments found = moments_of([&](Draws& draws) { return binomial(draws, trials, share); }, count);
    EXPECT_NEAR(found.mean, mean, standard_errors * std::sqrt(variance / count)) << trials;
    EXPECT_NEAR(found.variance, variance, standard_errors * std::sqrt((variance + 2 * variance * variance) / count));
  }
}

TEST(Random, NobodyOrEverybodyIsABinomialCountToo) {
  Draws draws(3, Use::first, 1, 1);
  EXPECT_EQ(binomial(draws, 0, 0.5), 0u);
  EXPECT_EQ(binomial(draws, 9, 0.0), 0u);
  EXPECT_EQ(binomial(draws, 9, 1.0), 9u);
}

TEST(Random, WaitingTimesHaveTheMeanOfTheirRate) {
  constexpr int count = 100'000;
  const Moments found = moments_of([](Draws& draws) { return exponential(draws, 0.25); }, count);
  EXPECT_NEAR(found.mean, 4.0, standard_errors * 4.0 / std::sqrt(count));
  EXPECT_NEAR(found.variance, 16.0, standard_errors * 16.0 * std::sqrt(8.0 / count));
}

TEST(Random, GammaTimesHaveTheirShapeAndMean) {
  constexpr int count = 100'000;
  const Moments found = moments_of([](Draws& draws) { return gamma(draws, 2.0, 6.0); }, count);
  EXPECT_NEAR(found.mean, 6.0, standard_errors * std::sqrt(18.0 / count));
  EXPECT_NEAR(found.variance, 18.0, standard_errors * 18.0 * std::sqrt(5.0 / count));  // kurtosis 3 + 6 / shape
}

TEST(Random, LogNormalSizesHaveTheirLogMeanAndDeviation) {
  constexpr int count = 100'000;
  const Moments found = moments_of([](Draws& draws) { return std::log(lognormal(draws, 1.0, 0.5)); }, count);
  EXPECT_NEAR(found.mean, 1.0, standard_errors * 0.5 / std::sqrt(count));
  EXPECT_NEAR(found.variance, 0.25, standard_errors * 0.25 * std::sqrt(2.0 / count));
}

TEST(Random, AnEventHappensAsOftenAsItsProbabilitySays) {
  constexpr int count = 100'000;
  const Moments found = moments_of([](Draws& draws) { return happens(draws, 0.3) ? 1.0 : 0.0; }, count);
  EXPECT_NEAR(found.mean, 0.3, standard_errors * std::sqrt(0.21 / count));
}

}  // namespace
}  // namespace linli
