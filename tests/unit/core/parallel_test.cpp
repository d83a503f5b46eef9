#include "core/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace linli {
namespace {

/// Addends of such different sizes that their sum depends on the order of adding.
double uneven(std::size_t i) {
  return std::pow(10.0, static_cast<double>(i % 31) - 15.0) / static_cast<double>(i + 1);
}

double sum_on(int threads, std::size_t count) {
  double sum = 0.0;
  Threads(threads).run([&] { sum = parallel_sum<double>(count, 100, uneven); });
  return sum;
}

TEST(Parallel, ASumHasTheSameBitsOnAnyNumberOfThreads) {
  const double alone = sum_on(1, 100'003);
  for (int threads : {2, 3, 8}) EXPECT_EQ(sum_on(threads, 100'003), alone) << threads;
}

TEST(Parallel, ASumAddsEveryIndexOnce) {
  EXPECT_EQ(parallel_sum<std::size_t>(1001, 10, [](std::size_t i) { return i; }), 1000u * 1001u / 2);
  EXPECT_EQ(parallel_sum<double>(0, 10, uneven), 0.0);
}

TEST(Parallel, ALoopVisitsEveryIndexOnce) {
  for (std::size_t count : {0u, 1u, 99u, 100u, 101u, 5000u}) {
    std::vector<std::atomic<int>> visits(count + 1);
    Threads(3).run([&] { parallel_for(count, 100, [&](std::size_t i) { ++visits[i]; }); });
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(visits[i], 1) << i << " of " << count;
    EXPECT_EQ(visits[count], 0);
  }
}

TEST(Parallel, PiecesAreCutByIndexNotByThread) {
  std::vector<std::size_t> order(1000);
  Threads(1).run([&] {
    std::size_t next = 0;
    parallel_for(order.size(), 1000, [&](std::size_t i) { order[next++] = i; });
  });
  std::vector<std::size_t> ascending(order.size());
  std::iota(ascending.begin(), ascending.end(), std::size_t{0});
  EXPECT_EQ(order, ascending);
}

TEST(Parallel, AsManyThreadsAsAskedForOrAtLeastOne) {
  EXPECT_EQ(Threads(3).count(), 3);
  EXPECT_GE(Threads().count(), 1);
}

TEST(Parallel, WhatWorkThrowsReachesTheCaller) {
  Threads threads(2);
  const auto failing = [](std::size_t i) {
    if (i == 42) throw std::runtime_error("forty-two");
  };
  EXPECT_THROW(threads.run([&] { parallel_for(100, 10, failing); }), std::runtime_error);
}

}  // namespace
}  // namespace linli
