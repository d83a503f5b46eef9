// A fork stands where the first simulation stands; with the same policy it lives the same days, and nobody disturbs the
// other.

#include <gtest/gtest.h>

#include "core/error.h"
#include "engine/simulation.h"
#include "engine/totals.h"
#include "model/lists/levers.h"
#include "state/archive.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day days = 60;

Scenario two_towns() {
  return scenario_of({{.residents = 4000}, {.residents = 3000, .east_km = 6.0}}, days);
}

Measure measure_on(const char* lever, double amount, Day from, Day to = days) {
  return {.lever = lever_index(lever), .amount = amount, .from = from, .to = to};
}

/// A conditional measure that fires where many workers are owed wages, if ever.
Measure once_on(const char* lever, double amount) {
  Measure measure = measure_on(lever, amount, 3);
  measure.once = Trigger{.indicator = "disputes.waiting", .above = true, .threshold = 0.5, .for_days = 4};
  return measure;
}

Scenario with(std::vector<Measure> measures) {
  Scenario scenario = two_towns();
  scenario.measures = std::move(measures);
  return scenario;
}

void live(Simulation& simulation, Day more) {
  for (Day day = 0; day < more; ++day) simulation.step();
}

TEST(Fork, WithTheSamePolicyEqualsTheUnbrokenRun) {
  const Scenario scenario = with({measure_on("police.procedure", 0.9, 5, 40), once_on("mediation.full_time", 3.0)});
  Simulation straight(scenario, {.threads = 2});
  live(straight, days);
  for (Day at : {0, 1, 6, 13, 37, 59}) {
    Simulation first(scenario, {.threads = 1});
    live(first, at);
    const std::unique_ptr<Simulation> forked = first.fork();
    EXPECT_EQ(forked->state_hash(), first.state_hash()) << at;
    live(*forked, days - at);
    EXPECT_EQ(forked->state_hash(), straight.state_hash()) << at;
    live(first, days - at);
    EXPECT_EQ(first.state_hash(), straight.state_hash()) << "the fork disturbs nobody, at " << at;
  }
}

TEST(Fork, OnTheFirstMorningIsTheOtherScenario) {
  const Scenario policy = with({measure_on("police.procedure", 0.9, 0), once_on("mediation.full_time", 3.0)});
  Simulation reference(two_towns());
  const std::unique_ptr<Simulation> forked = reference.fork(policy);
  Simulation alone(policy);
  live(*forked, days), live(alone, days);
  EXPECT_EQ(forked->state_hash(), alone.state_hash());
}

TEST(Fork, BeforeThePoliciesPartIsTheOtherScenario) {
  const Scenario policy = with({measure_on("police.procedure", 0.9, 30)});
  Simulation reference(two_towns());
  live(reference, 30);
  const std::unique_ptr<Simulation> forked = reference.fork(policy);
  Simulation alone(policy);
  live(*forked, 30), live(alone, days);
  EXPECT_EQ(forked->state_hash(), alone.state_hash());
}

TEST(Fork, TakesOverFromAnotherPolicyFromTheNextDayOn) {
  const int procedure = lever_index("police.procedure"), mediators = lever_index("mediation.full_time");
  Simulation first(with({measure_on("police.procedure", 0.9, 0)}));
  live(first, 10);
  const std::unique_ptr<Simulation> forked = first.fork(with({measure_on("mediation.full_time", 4.0, 0)}));
  live(*forked, 1), live(first, 1);
  const auto value = [](const Simulation& simulation, int lever) {
    return simulation.state().levers.value(Id<Town>(1), lever);
  };
  EXPECT_EQ(value(first, procedure), 0.9);
  EXPECT_EQ(value(first, mediators), LeverValues{}.mediation.full_time);
  EXPECT_EQ(value(*forked, procedure), LeverValues{}.police.procedure) << "the measure of the first has ended";
  EXPECT_EQ(value(*forked, mediators), 4.0);
}

TEST(Fork, KeepsWhatWasSetByHand) {
  const int procedure = lever_index("police.procedure");
  Simulation first(two_towns());
  live(first, 3);
  first.set_lever({}, procedure, 0.95);
  live(first, 3);
  const std::unique_ptr<Simulation> forked = first.fork(with({measure_on("mediation.full_time", 4.0, 0)}));
  live(*forked, 1);
  EXPECT_EQ(forked->state().levers.value(Id<Town>(0), procedure), 0.95);
  EXPECT_EQ(forked->interventions().size(), 1u);
}

TEST(Fork, OfAnotherWorldIsRefused) {
  Simulation first(two_towns());
  Scenario other = two_towns();
  other.parameters.crime.strain_effect *= 2.0;
  EXPECT_THROW(first.fork(other), InputError);
  other = two_towns();
  other.levers.police.officers = 20.0;
  EXPECT_THROW(first.fork(other), InputError);
  other = two_towns();
  other.shocks = {{.kind = Shock::Kind::flood, .size = 0.1, .day = 3}};
  EXPECT_THROW(first.fork(other), InputError);
  other = two_towns();
  other.seed = 77;
  EXPECT_EQ(first.fork(other)->scenario().seed, first.scenario().seed) << "the seed is the run's";
}

TEST(Fork, CountsWhatItLivesItself) {
  Simulation first(two_towns());
  Totals before, after, all;
  first.observe(before);
  live(first, 20);
  const std::unique_ptr<Simulation> forked = first.fork();
  forked->observe(after);
  forked->run();
  Simulation straight(two_towns());
  straight.observe(all);
  straight.run();
  EXPECT_EQ(after.days_of(), days - 20);
  EXPECT_EQ(before.sum(Daily::grievances) + after.sum(Daily::grievances), all.sum(Daily::grievances));
}

}  // namespace
}  // namespace linli
