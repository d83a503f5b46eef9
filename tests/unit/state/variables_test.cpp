#include "state/variables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/day.h"
#include "state/archive.h"
#include "state/state.h"

namespace linli {
namespace {

std::set<std::string, std::less<>> described_columns() {
  std::set<std::string, std::less<>> columns;
  for (const StateVariable& variable : state_variables()) columns.emplace(variable.column);
  return columns;
}

std::vector<std::string> columns_of_the_state() {
  std::vector<std::string> columns;
  for (const auto& [name, digits] : hash_by_column(State(1, 1))) columns.push_back(name);
  return columns;
}

bool belongs_to(std::string_view column, std::string_view described) {
  return column.starts_with(described) && (column.size() == described.size() || column[described.size()] == '.');
}

// Made with the world and never changed, or a count that only the engine looks at.
constexpr std::string_view not_described[] = {
    "day",          "events",       "employers.first_desk", "employers.desk_owner",
    "residents_of", "employers_of", "respondents",          "weekly"};

TEST(StateVariables, describe_every_column_of_the_state) {
  auto described = described_columns();
  described.insert(std::begin(not_described), std::end(not_described));
  for (const std::string& column : columns_of_the_state())
    EXPECT_TRUE(std::ranges::any_of(described, [&](auto& whole) { return belongs_to(column, whole); })) << column;
}

TEST(StateVariables, describe_no_column_that_does_not_exist) {
  const auto known = columns_of_the_state();
  for (const std::string& described : described_columns())
    EXPECT_TRUE(described == "places" ||
                std::ranges::any_of(known, [&](auto& column) { return belongs_to(column, described); }))
        << described;
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
