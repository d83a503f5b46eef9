// No lever is dead: whatever a policy moves, something in the world reads it.

#include <gtest/gtest.h>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "engine/simulation.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day days = 200;

/// What only repeats a lever: that it costs money, fills posts or sends people out does not make it act.
bool is_echo(Daily indicator) {
  using enum Daily;
  constexpr std::array echoes = {spending,         mediators,         mediators_quit, posts_unfunded,
                                 workers_covered,  workers_uncovered, projects_open,  inspections,
                                 household_visits, leader_visits,     social_visits,  officers_on_patrol,
                                 confirmed};
  return std::ranges::find(echoes, indicator) != echoes.end();
}

/// All that is counted day by day, but for echoes of the levers.
class WithoutEchoes : public Observer {
 public:
  void day_ended(const DayReport& report) override {
    for (const Daily indicator : every<Daily>())
      if (!is_echo(indicator))
        for (const double count : report.daily.block(indicator, daily_indicators).reshaped()) counts.push_back(count);
  }

  std::vector<double> counts;
};

/// A town in which everything that is rare happens often, with a facility that nobody wants.
Scenario eventful_town() {
  Scenario scenario =
      scenario_of({{.residents = 20000, .communities = 4, .grids = 30}}, days, std::chrono::year(2021) / 1 / 4);
  Parameters& assumed = scenario.parameters;
  assumed.rumour.arise = 3000.0;
  assumed.predation.groups = 300.0;
  assumed.wellbeing.rate = 100.0;
  assumed.wellbeing.seek_rate = 5.0;
  assumed.collective.smallest = 3.0;
  for (double& rate : assumed.collective.spark_rate) rate = 30.0;
  for (OfOffence& of : assumed.offence) of.custody = 10.0;
  for (OfDispute& of : assumed.dispute) of.violence *= 30.0;
  assumed.crime.reentry_effect = 30.0;
  for (OfDispute& of : assumed.dispute) of.escalation *= 3.0;
  for (OfDispute& of : assumed.dispute) of.rate *= 3.0;
  for (OfOffence& of : assumed.offence) of.rate *= 3.0;
  assumed.ladder.door_petition = assumed.ladder.door_arbitration = 2.0;
  const TownFacts& town = scenario.world.towns.front();
  scenario.facilities.push_back({"plant", town.lon, town.lat, 20, 100});
  return scenario;
}

/// Posts that a small town would not have, offices and police that keep up, and patrols at hot spots.
LeverValues all_in_use() {
  LeverValues levers;
  levers.mediation.full_time = 5.0;
  levers.mediation.sector = levers.mediation.studios = levers.mediation.groups = levers.police.desk = 2.0;
  levers.petition.capacity = 500.0;
  levers.police.officers = 50.0;
  levers.patrol.hotspot_share = 0.3;
  return levers;
}

std::vector<double> counts_with(const LeverValues& levers) {
  Scenario scenario = eventful_town();
  scenario.levers = levers;
  WithoutEchoes watch;
  Simulation simulation(std::move(scenario), {.threads = 2});
  simulation.observe(watch);
  simulation.run();
  return watch.counts;
}

/// Well away from the reference, within the range.
double another_value(const LeverInfo& lever, double reference) {
  if (lever.high - lever.low <= 1.0) return reference <= 0.5 * (lever.low + lever.high) ? lever.high : lever.low;
  return reference == 0.0 ? 0.05 * lever.high : std::max(lever.low, 0.1 * reference);
}

LeverValues with_another(std::string_view name) {
  LeverValues levers = all_in_use();
  for_each_lever(levers, [&](const LeverInfo& lever, double& value) {
    if (lever.name == name) value = another_value(lever, value);
  });
  return levers;
}

TEST(SlowLevers, AreEachReadBySomethingThatHappens) {
  const std::vector<double> reference = counts_with(all_in_use());
  std::vector<std::string> dead;
  for (const LeverInfo& lever : lever_list())
    if (counts_with(with_another(lever.name)) == reference) dead.push_back(lever.name);
  EXPECT_TRUE(dead.empty()) << fmt::format("{}", fmt::join(dead, ", "));
}

}  // namespace
}  // namespace linli
