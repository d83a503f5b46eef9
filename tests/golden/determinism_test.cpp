// A9: the same bits for any number of threads, and however a run is driven.

#include <gtest/gtest.h>

#include "engine/simulation.h"
#include "state/archive.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Three towns, 90 days with a Spring Festival.
Scenario three_towns(std::uint64_t seed = 1) {
  Scenario scenario = scenario_of({{.residents = 3000, .communities = 2, .grids = 40},
                                   {.residents = 2000, .east_km = 6.0, .grids = 30},
                                   {.residents = 1000, .east_km = 11.0, .grids = 20}},
                                  90, std::chrono::year(2021) / 1 / 4);
  scenario.seed = seed;
  return scenario;
}

std::string hash_on(int threads) {
  return Simulation(three_towns(), {.threads = threads}).run().state_hash;
}

TEST(Determinism, TheStateHasTheSameBitsOnAnyNumberOfThreads) {
  const std::string alone = hash_on(1);
  for (int threads : {2, 3, 8}) EXPECT_EQ(hash_on(threads), alone) << threads;
}

TEST(Determinism, AnotherSeedIsAnotherWorld) {
  EXPECT_NE(Simulation(three_towns(2), {.threads = 2}).run().state_hash, hash_on(2));
}

TEST(Determinism, SteppingDayByDayIsTheSameAsRunning) {
  Simulation stepped(three_towns(), {.threads = 2});
  while (stepped.today() < stepped.calendar().days()) stepped.step();
  EXPECT_EQ(stepped.state_hash(), hash_on(2));
}

TEST(Determinism, TheLengthOfARunChangesNothingThatHappensInIt) {
  Simulation shorter(three_towns(), {.days = 60, .threads = 2}), longer(three_towns(), {.threads = 2});
  shorter.run();
  while (longer.today() < 60) longer.step();
  const auto found = first_difference(shorter.state(), longer.state());
  EXPECT_FALSE(found) << found->column;
}

TEST(Determinism, ARunStoppedForAWhileGoesOnAsIfNothingHadHappened) {
  Simulation interrupted(three_towns(), {.threads = 2});
  const RunEnd first = interrupted.run([](Day completed) { return completed < 33; });
  EXPECT_EQ(first.days, 33);
  EXPECT_FALSE(first.complete);
  EXPECT_EQ(interrupted.run().state_hash, hash_on(2));
}

TEST(Determinism, WatchingChangesNothing) {
  struct Watcher : Observer {
    void day_ended(const DayReport&) override { ++days; }
    int days = 0;
  } watcher;
  Simulation watched(three_towns(), {.threads = 2});
  watched.observe(watcher);
  EXPECT_EQ(watched.run().state_hash, hash_on(2));
  EXPECT_EQ(watcher.days, 90);
}

}  // namespace
}  // namespace linli
