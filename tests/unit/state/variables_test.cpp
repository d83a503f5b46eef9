#include "state/variables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "engine/day.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

std::set<std::string, std::less<>> described_columns() {
  std::set<std::string, std::less<>> columns;
  for (const StateVariable& variable : state_variables()) columns.emplace(variable.column);
  return columns;
}

std::set<std::string, std::less<>> columns_of_the_state() {
  const SmallWorld world(scenario_of({{.residents = 200}}, 10));
  std::set<std::string, std::less<>> columns;
  for (const auto& [name, digits] : hash_by_column(world.state)) columns.insert(name);
  return columns;
}

TEST(StateVariables, describe_every_column_of_the_state) {
  const auto described = described_columns();
  for (const std::string& column : columns_of_the_state()) EXPECT_TRUE(described.contains(column)) << column;
}

TEST(StateVariables, describe_no_column_that_does_not_exist) {
  auto known = columns_of_the_state();
  known.insert({"places", "triggers", "signposts"});
  for (const std::string& column : described_columns()) EXPECT_TRUE(known.contains(column)) << column;
}

TEST(StateVariables, describe_whatever_a_phase_writes) {
  const auto described = described_columns();
  for (const Phase& phase : phases())
    for (std::string_view column : phase.writes)
      EXPECT_TRUE(described.contains(column)) << phase.name << ": " << column;
}

TEST(StateVariables, belong_to_every_entity_and_stand_in_the_order_of_the_entities) {
  std::set<Entity> found;
  for (const StateVariable& variable : state_variables()) found.insert(variable.entity);
  EXPECT_EQ(found.size(), entities.size());
  EXPECT_TRUE(std::ranges::is_sorted(state_variables(), {}, &StateVariable::entity));
}

TEST(StateVariables, have_each_a_name_of_their_own_and_are_explained_in_both_languages) {
  std::set<std::pair<Entity, std::string_view>> names;
  for (const StateVariable& variable : state_variables()) {
    EXPECT_TRUE(names.emplace(variable.entity, variable.name).second) << variable.name;
    for (const Text& text : {variable.range, variable.meaning}) {
      EXPECT_FALSE(text.english.empty()) << variable.name;
      EXPECT_FALSE(text.chinese.empty()) << variable.name;
      EXPECT_NE(text.english, text.chinese) << variable.name;
    }
    EXPECT_EQ(variable.unit.english.empty(), variable.unit.chinese.empty()) << variable.name;
  }
}

}  // namespace
}  // namespace linli
