#include "state/archive.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <set>

#include "core/error.h"
#include "engine/day.h"
#include "processes/measure.h"
#include "support/folder.h"
#include "support/small_world.h"
#include "synthesis/synthesis.h"

namespace linli {
namespace {

using namespace support;

constexpr std::uint64_t rows = 2;

bool counts_rows(const StateColumn& column) {
  return column.name.ends_with(".size");
}

/// Writes `value(i)` as the i-th whole number of a column; numbers that do not fit lose their upper bytes.
template <class Value>
void write(const StateColumn& column, const Value& value) {
  const std::size_t width = value_widths[column.type];
  std::vector<std::byte> bytes(column.values * width);
  for (std::size_t i = 0; i < column.values; ++i) {
    const std::uint64_t number = value(i);
    std::memcpy(bytes.data() + i * width, &number, width);
  }
  column.write(bytes.data());
}

/// Tiny, and with rows in every table: nothing that the walk reaches is empty.
State full_state() {
  State state(rows, rows);
  for_each_column(state, [](const StateColumn& column) {
    if (counts_rows(column))
      write(column, [](std::size_t) { return rows; });
    else if (column.name.ends_with(".key"))
      write(column, [](std::size_t i) { return i; });
  });
  return state;
}

/// Changes the last bit of one value of one column.
void touch(State& state, const std::string& name, std::size_t position) {
  for_each_column(state, [&](const StateColumn& column) {
    if (column.name != name) return;
    std::vector<std::byte> bytes(column.values * value_widths[column.type]);
    column.read(bytes.data());
    bytes[position * value_widths[column.type]] ^= std::byte{1};
    column.write(bytes.data());
  });
}

/// The columns and how many values each has.
std::vector<std::pair<std::string, std::size_t>> columns_of(const State& state) {
  std::vector<std::pair<std::string, std::size_t>> columns;
  for_each_column(state, [&](const StateColumn& column) { columns.emplace_back(column.name, column.values); });
  return columns;
}

TEST(StateHash, ChangesWithEveryValueThatTheStateHolds) {
  State state = full_state();
  const std::string before = hash_of(state);
  for (const auto& [name, values] : columns_of(state)) {
    EXPECT_GT(values, 0u) << name;
    for (std::size_t i = 0; i < values; ++i) {
      State changed = state;
      touch(changed, name, i);
      EXPECT_NE(hash_of(changed), before) << name << ", value " << i;
    }
  }
}

TEST(StateHash, SaysWhichColumnHasChanged) {
  const State state = full_state();
  const auto before = hash_by_column(state);
  for (const char* name : {"persons.attitude.trust", "releases.by_day.each.person", "dockets.posts.queue.each.number",
                           "triggers.fired", "signposts.calls.sum", "collective.going_on.record.response"}) {
    State changed = state;
    touch(changed, name, 0);
    const auto after = hash_by_column(changed);
    for (std::size_t i = 0; i < before.size(); ++i)
      EXPECT_EQ(before[i].second != after[i].second, before[i].first == name) << before[i].first;
  }
}

TEST(StateHash, SeesTheDayOnWhichSomethingIsDue) {
  State soon(1, 1), later(1, 1);
  soon.releases.schedule(10, {Id<Person>(3), Id<Town>(0)});
  soon.releases.schedule(24, {Id<Person>(4), Id<Town>(0)});
  later.releases.schedule(11, {Id<Person>(3), Id<Town>(0)});
  later.releases.schedule(24, {Id<Person>(4), Id<Town>(0)});
  EXPECT_NE(hash_of(soon), hash_of(later));
}

TEST(StateHash, OfTheSameWorldIsTheSame) {
  const SmallWorld one(scenario_of({{.residents = 200}}, 10)), other(scenario_of({{.residents = 200}}, 10));
  EXPECT_EQ(hash_of(one.state), hash_of(other.state));
  EXPECT_EQ(hash_of(one.state).size(), 32u);
}

TEST(StateColumns, HaveEachANameOfTheirOwn) {
  std::set<std::string> names;
  for (const auto& [name, values] : columns_of(full_state())) EXPECT_TRUE(names.insert(name).second) << name;
}

TEST(StateComparison, NamesTheFirstColumnThatDiffersAndWhere) {
  const State state = full_state();
  EXPECT_FALSE(first_difference(state, state));
  State other = state;
  touch(other, "streets.hot", 1);
  touch(other, "dockets.disputes.severity", 3);
  const auto found = first_difference(state, other);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->column, "dockets.disputes.severity");
  EXPECT_EQ(found->position, 3u);
}

void live(const Setting& setting, State& state, Day days) {
  for (const Day end = state.day + days; state.day < end; ++state.day) {
    state.today.clear();
    state.daily.clear();
    if (state.day % days_per_week == 0) state.weekly.clear();
    for (const Phase& phase : phases()) phase.run({state.day, setting, state.levers}, state);
  }
}

TEST(SavedState, LoadedIsTheSameAndLivesOnInTheSameWay) {
  Scenario scenario = scenario_of({{.residents = 1500}, {.residents = 500, .east_km = 5.0, .grids = 2}}, 90,
                                  std::chrono::year(2021) / 1 / 10);
  scenario.measures = {{.lever = lever_index("police.officers"), .amount = 20.0, .from = 5, .to = 60}};
  const Setting setting(scenario, 1.0);
  State straight = synthesise(setting);
  live(setting, straight, 33);
  State resumed(setting.graph.towns.size(), setting.graph.grids());
  load(save(straight), resumed);
  EXPECT_FALSE(first_difference(straight, resumed));
  live(setting, straight, 40);
  live(setting, resumed, 40);
  EXPECT_EQ(hash_of(straight), hash_of(resumed));
}

TEST(SavedState, ThatLacksAColumnIsRefusedAndNamed) {
  std::vector<SavedColumn> columns = save(full_state());
  std::erase_if(columns, [](const SavedColumn& column) { return column.name == "rumours.about.luck"; });
  State state;
  try {
    load(columns, state);
    FAIL() << "was loaded";
  } catch (const Failure& failure) {
    EXPECT_NE(failure.what_is_wrong.english.find("rumours.about.luck"), std::string::npos);
  }
}

/// What the compiler says of a struct that lists these members; nothing where it is content.
std::string complaint_about(const std::string& listed) {
  const TemporaryFolder folder;
  const std::filesystem::path source = folder / "members.cpp", output = folder / "output";
  write_file(source, fmt::format("#include \"core/members.h\"\n"
                                 "struct Pair {{ int first, second; LINLI_MEMBERS({}) }};\n"
                                 "int first_of(Pair& it) {{ return std::get<0>(linli::members_of(it)); }}\n",
                                 listed));
  const std::string command = fmt::format("{} -std=c++20 -fsyntax-only -I {}/sim {} 2> {}", LINLI_CXX_COMPILER,
                                          LINLI_SOURCE_DIR, source.string(), output.string());
  const bool compiles = std::system(command.c_str()) == 0;
  return compiles ? "" : content_of(output);
}

TEST(Members, ThatAreForgottenDoNotCompile) {
  EXPECT_EQ(complaint_about("first, second"), "");
  EXPECT_NE(complaint_about("first").find("structured binding"), std::string::npos);
}

}  // namespace
}  // namespace linli
