#pragma once

/// The state as a list of columns: one for every member of every struct below it, found by walking LINLI_MEMBERS. The
/// hash, the comparison of two states, saving and loading all use this list and no other.
///
/// A column is named after the members that lead to it ("persons.attitude.strain", "dockets.disputes.severity") and
/// holds the values of all rows, of all towns where there is one table per town. How many rows there are is a column
/// too ("dockets.disputes.size"), and stands before those of the rows. What is made anew every morning, or whenever
/// somebody asks, is left out: `today`, `daily` and `panel`.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/members.h"
#include "model/lists/kinds.h"

namespace linli {

struct State;

/// How the values of a column are stored.
enum class ValueType : std::uint8_t {
  uint8,
  int8,
  uint16,
  int16,
  uint32,
  int32,
  uint64,
  int64,
  float32,
  float64,
  count
};
inline constexpr PerKind<ValueType, std::size_t> value_widths = {{
    {ValueType::uint8, 1},
    {ValueType::int8, 1},
    {ValueType::uint16, 2},
    {ValueType::int16, 2},
    {ValueType::uint32, 4},
    {ValueType::int32, 4},
    {ValueType::uint64, 8},
    {ValueType::int64, 8},
    {ValueType::float32, 4},
    {ValueType::float64, 8},
}};  // [bytes]

/// Values that lie in memory at equal distances.
struct Run {
  std::byte* first;
  std::size_t count;
  std::size_t stride;  // [bytes]
};

/// A column, as long as the walk stands at it.
struct StateColumn {
  std::string name;
  ValueType type;
  std::size_t values;
  std::vector<Run> runs;

  void read(std::byte* to) const;           // copies all values
  void write(const std::byte* from) const;  // sets them; sizes make room for the rows of later columns
};

/// visit(column) for every column, in a fixed order. The state is changed by `write` only.
void for_each_column(State& state, const std::function<void(const StateColumn& column)>& visit);
/// The same for those who only read.
void for_each_column(const State& state, const std::function<void(const StateColumn& column)>& visit);

/// A hash of every column by its name.
std::vector<std::pair<std::string, std::string>> hash_by_column(const State& state);

/// 32 hexadecimal digits over all of them (XXH3, 128 bits).
std::string hash_of(const State& state);

/// The same over names and types alone: equal for states of one program.
std::string hash_of_columns(const State& state);

/// Where two states differ first: a column, and the position of a value in it; none where only the lengths differ.
struct Difference {
  std::string column;
  std::optional<std::size_t> position;
};
std::optional<Difference> first_difference(const State& one, const State& other);

/// A column with its values.
struct SavedColumn {
  std::string name;
  ValueType type;
  std::vector<std::byte> values;
};
std::vector<SavedColumn> save(const State& state);

/// Throws Failure where a column is missing, or of another type or length than the state asks for.
void load(const std::vector<SavedColumn>& columns, State& state);

}  // namespace linli
