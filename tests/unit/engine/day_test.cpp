#include "engine/day.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "state/archive.h"
#include "support/small_world.h"
#include "synthesis/synthesis.h"

namespace linli {
namespace {

using namespace support;

using Hashes = std::vector<std::pair<std::string, std::string>>;

/// Small and busy: within a few months everything that can change does.
Scenario busy_town() {
  Scenario scenario = scenario_of({{.residents = 1500}, {.residents = 500, .east_km = 5.0, .grids = 2}}, 150,
                                  std::chrono::year(2021) / 1 / 10);
  for (OfOffence& of : scenario.parameters.offence) of.rate *= 100.0;
  for (OfDispute& of : scenario.parameters.dispute) of.rate *= 3.0;
  scenario.parameters.work.closure_rate = 0.5;
  scenario.parameters.work.arrears_rate = 0.5;
  for (OfOffence& of : scenario.parameters.offence) of.custody = 10.0;
  scenario.parameters.crime.reentry_time = 20.0;
  scenario.parameters.predation.founding = 50000.0;
  scenario.parameters.collective.smallest = 2.0;
  for (double& rate : scenario.parameters.collective.spark_rate) rate = 50.0;
  scenario.parameters.rumour.arise = 50000.0;
  scenario.measures = {{.lever = lever_index("police.officers"), .amount = 20.0, .from = 5, .to = 60},
                       {.lever = lever_index("fraud.awareness"), .amount = 0.8, .from = 5, .to = 60}};
  return scenario;
}

/// Counts that phases add to as they go on.
bool is_a_count(std::string_view column) {
  return column == "events" || column == "weekly.values";
}

std::set<std::string> changed(const Hashes& before, const Hashes& after) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i].second != after[i].second && !is_a_count(before[i].first)) names.insert(before[i].first);
  return names;
}

/// The columns that each phase was seen to change.
std::map<std::string_view, std::set<std::string>> changes_by_phase() {
  const Setting setting(busy_town(), 1.0);
  State state = synthesise(setting);
  std::map<std::string_view, std::set<std::string>> changes;
  for (; state.day < setting.calendar.days(); ++state.day) {
    state.today.clear();
    Hashes before = hash_by_column(state);
    for (const Phase& phase : phases()) {
      phase.run({state.day, setting, state.levers}, state);
      Hashes after = hash_by_column(state);
      changes[phase.name].merge(changed(before, after));
      before = std::move(after);
    }
  }
  return changes;
}

class Phases : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { changes = changes_by_phase(); }
  static std::map<std::string_view, std::set<std::string>> changes;
};
std::map<std::string_view, std::set<std::string>> Phases::changes;

bool belongs_to(std::string_view column, std::string_view owned) {
  return column.starts_with(owned) && (column.size() == owned.size() || column[owned.size()] == '.');
}

TEST_F(Phases, ChangeOnlyTheColumnsTheyOwn) {
  for (const Phase& phase : phases())
    for (const std::string& name : changes[phase.name])
      EXPECT_TRUE(std::ranges::any_of(phase.writes, [&](auto owned) { return belongs_to(name, owned); }))
          << phase.name << " changed " << name;
}

TEST_F(Phases, ChangeEveryColumnTheyOwn) {
  for (const Phase& phase : phases())
    for (std::string_view owned : phase.writes)
      EXPECT_TRUE(std::ranges::any_of(changes[phase.name], [&](auto& name) { return belongs_to(name, owned); }))
          << phase.name << " never changed " << owned;
}

TEST_F(Phases, AreInTheOrderOfTheModel) {
  std::vector<std::string_view> names;
  for (const Phase& phase : phases()) names.push_back(phase.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"govern", "rounds", "economy", "migration", "grievance", "dispute",
                                                  "predation", "patrol", "crime", "police", "scrutiny", "collective",
                                                  "rumour", "hazard", "self_harm", "attitudes", "measure"}));
}

TEST_F(Phases, LeaveEverybodyInTheirHome) {
  for (const auto& [phase, columns] : changes)
    for (const char* fixed : {"persons.home", "persons.household", "households.first", "employers.grid"})
      EXPECT_FALSE(columns.contains(fixed)) << phase << " changed " << fixed;
  ASSERT_TRUE(std::ranges::any_of(hash_by_column(State(1, 1)), [](auto& c) { return c.first == "persons.home"; }));
}

}  // namespace
}  // namespace linli
