#include "state/state.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

struct Change {
  const char* column;
  std::function<void(State&)> make;
};

const std::vector<Change>& small_changes() {
  static const Id<Person> person(7);
  static const Id<Town> town(0);
  static const std::vector<Change> changes = {
      {"persons.attitude", [](State& s) { s.persons.attitude[person].trust += 1e-6f; }},
      {"persons.nature", [](State& s) { s.persons.nature[person].take_into_custody(); }},
      {"persons.generation", [](State& s) { ++s.persons.generation[person]; }},
      {"vacant", [](State& s) { ++s.vacant[town]; }},
      {"employers.solvency", [](State& s) { s.employers.solvency[Id<Employer>(0)] += 1e-6f; }},
      {"employers.in_arrears", [](State& s) { s.employers.in_arrears[town].push_back(Id<Employer>(0)); }},
      {"newcomers", [](State& s) { s.newcomers.schedule(3, person); }},
      {"ties_memory", [](State& s) { s.ties_memory[town].everybody.push_back(1e-6f); }},
      {"dockets", [](State& s) { ++s.dockets[town].last_number; }},
      {"stations", [](State& s) { ++s.stations[town].in_custody; }},
      {"streets", [](State& s) { s.streets.hot[0] += 1e-6f; }},
      {"levers", [](State& s) { s.levers.set(0, town, lever_index("legal.awareness"), 0.31); }},
  };
  return changes;
}

TEST(StateHash, SeesASmallChangeAndSaysInWhichColumn) {
  for (const Change& change : small_changes()) {
    SmallWorld world(scenario_of({{.residents = 200}}, 10));
    const auto before = hash_by_column(world.state);
    const std::string all_before = hash_of(world.state);
    change.make(world.state);
    const auto after = hash_by_column(world.state);
    for (std::size_t i = 0; i < before.size(); ++i)
      EXPECT_EQ(before[i].second != after[i].second, before[i].first == change.column) << before[i].first;
    EXPECT_NE(hash_of(world.state), all_before) << change.column;
  }
}

TEST(StateHash, OfTheSameWorldIsTheSame) {
  const SmallWorld one(scenario_of({{.residents = 200}}, 10)), other(scenario_of({{.residents = 200}}, 10));
  EXPECT_EQ(hash_of(one.state), hash_of(other.state));
  EXPECT_EQ(hash_of(one.state).size(), 32u);
}

TEST(StateHash, NamesEveryColumnOnce) {
  const SmallWorld world(scenario_of({{.residents = 200}}, 10));
  std::set<std::string> names;
  for (const auto& [name, digits] : hash_by_column(world.state)) EXPECT_TRUE(names.insert(name).second) << name;
}

}  // namespace
}  // namespace linli
