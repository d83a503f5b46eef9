#pragma once

/// The walk behind archive.h: from a struct, or any container of structs, to columns of plain values.
///
/// At every step the walk holds a name and where in memory the rows of that name lie. From there it goes on to the
/// members of the rows, or to the rows of the rows, until the values are plain: then they are bytes at equal distances,
/// and need no type any more.

#include <Eigen/Core>
#include <algorithm>
#include <concepts>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "core/column.h"
#include "model/lists/levers.h"
#include "state/archive.h"
#include "state/persons.h"
#include "state/state.h"

namespace linli::detail {

// Made anew every morning, or whenever somebody asks: not remembered from one day to the next.
template <class T>
inline constexpr bool is_fleeting =
    std::same_as<T, TodaysEvents> || std::same_as<T, DailyTally> || std::same_as<T, PanelTally>;

template <class T>
inline constexpr bool is_id = false;
template <class Entity>
inline constexpr bool is_id<Id<Entity>> = true;

template <class T>
inline constexpr bool is_map = false;
template <class Key, class Value>
inline constexpr bool is_map<std::map<Key, Value>> = true;

/// Stored as the whole number or the floating-point number that it is.
template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T> || is_id<T> || std::same_as<T, Nature>;

template <class T>
concept EigenArray = std::derived_from<T, Eigen::ArrayBase<T>>;

template <class T>
concept Resizable = requires(T& it) {
  it.size();
  it.resize(std::size_t{});
  it.begin();
};

/// With a number of rows of its own, which a column says.
template <class T>
concept Sized = Resizable<T> || EigenArray<T> || is_map<T>;

template <class T>
constexpr ValueType type_of() {
  if constexpr (std::is_enum_v<T>) return type_of<std::underlying_type_t<T>>();
  if constexpr (std::is_floating_point_v<T>)
    return sizeof(T) == sizeof(float) ? ValueType::float32 : ValueType::float64;
  constexpr bool is_signed = std::is_signed_v<T>;
  switch (sizeof(T)) {
    case 1:
      return is_signed ? ValueType::int8 : ValueType::uint8;
    case 2:
      return is_signed ? ValueType::int16 : ValueType::uint16;
    case 4:
      return is_signed ? ValueType::int32 : ValueType::uint32;
    default:
      return is_signed ? ValueType::int64 : ValueType::uint64;
  }
}

/// Where the rows of a name lie.
using Runs = std::vector<Run>;

template <class Row>
Run run_of(Row* first, std::size_t count) {
  return {reinterpret_cast<std::byte*>(first), count, sizeof(Row)};
}

/// visit(row) for every row.
template <class Row, class Visit>
void for_each_row(const Runs& runs, const Visit& visit) {
  for (const Run& run : runs)
    for (std::size_t i = 0; i < run.count; ++i) visit(*reinterpret_cast<Row*>(run.first + i * run.stride));
}

/// The same bytes further into every row.
Runs moved(const Runs& runs, std::size_t bytes);

/// How many bytes a member lies behind the start of its struct.
template <std::size_t index, HasMembers Row>
std::size_t offset_of() {
  alignas(Row) std::byte place[sizeof(Row)];
  Row& row = reinterpret_cast<Row&>(place);
  return static_cast<std::size_t>(reinterpret_cast<std::byte*>(&std::get<index>(members_of(row))) - place);
}

/// The rows of a container: one run where they lie side by side.
template <class Rows>
void add_rows(Rows& rows, Runs& runs) {
  if constexpr (EigenArray<Rows>) {
    runs.push_back(run_of(rows.data(), static_cast<std::size_t>(rows.size())));
  } else if constexpr (is_map<Rows>) {
    for (auto& [key, row] : rows) runs.push_back(run_of(&row, 1));
  } else if constexpr (std::contiguous_iterator<decltype(rows.begin())>) {
    if (rows.begin() != rows.end()) runs.push_back(run_of(&*rows.begin(), static_cast<std::size_t>(rows.size())));
  } else {
    for (auto& row : rows) runs.push_back(run_of(&row, 1));
  }
}

template <class Rows>
struct RowOf {
  using type = std::remove_cvref_t<decltype(*std::declval<Rows&>().begin())>;
};
template <EigenArray Rows>
struct RowOf<Rows> {
  using type = typename Rows::Scalar;
};
template <class Key, class Value>
struct RowOf<std::map<Key, Value>> {
  using type = Value;
};

template <Sized Rows>
std::uint64_t size_of(const Rows& rows) {
  if constexpr (EigenArray<Rows>)
    return static_cast<std::uint64_t>(rows.rows());
  else
    return rows.size();
}

template <Sized Rows>
void resize(Rows& rows, std::uint64_t size) {
  if constexpr (EigenArray<Rows>)
    rows.conservativeResize(static_cast<Eigen::Index>(size), rows.cols());
  else if constexpr (!is_map<Rows>)  // a map is as large as its keys are many
    rows.resize(size);
}

class Walk {
 public:
  using Visit = std::function<void(const StateColumn&)>;
  explicit Walk(const Visit& visit) : visit_(visit) {}

  template <class Row>
  void go(const std::string& name, const Runs& runs) const {
    if constexpr (is_fleeting<Row>)
      return;
    else if constexpr (Plain<Row>)
      column(name, plain_type<Row>(), runs);
    else if constexpr (std::same_as<Row, LeverValues>)
      levers(name, runs);
    else if constexpr (HasMembers<Row>)
      members<Row>(name, runs, std::make_index_sequence<member_count<Row>>());
    else
      rows<Row>(name, runs);
  }

 private:
  template <Plain Value>
  static constexpr ValueType plain_type() {
    if constexpr (is_id<Value> || std::same_as<Value, Nature>) {
      static_assert(sizeof(Value) == sizeof(std::uint32_t) && std::is_trivially_copyable_v<Value>);
      return ValueType::uint32;
    } else {
      return type_of<Value>();
    }
  }

  template <HasMembers Row, std::size_t... index>
  void members(const std::string& name, const Runs& runs, std::index_sequence<index...>) const {
    const std::vector<std::string_view> names = member_names<Row>();
    (go<std::remove_cvref_t<std::tuple_element_t<index, decltype(members_of(std::declval<Row&>()))>>>(
         below(name, names[index]), moved(runs, offset_of<index, Row>())),
     ...);
  }

  template <class Rows>
  void rows(const std::string& name, const Runs& runs) const {
    using Row = typename RowOf<Rows>::type;
    if constexpr (is_map<Rows>) keys<Rows>(name, runs);
    if constexpr (Sized<Rows> && !is_map<Rows>) sizes<Rows>(name, runs);
    Runs inner;
    for_each_row<Rows>(runs, [&](Rows& it) { add_rows(it, inner); });
    go<Row>(Sized<Rows> && Sized<Row> && !is_map<Rows> ? name + ".each" : name, inner);
  }

  template <Sized Rows>
  void sizes(const std::string& name, const Runs& runs) const {
    std::vector<std::uint64_t> all;
    for_each_row<Rows>(runs, [&](Rows& it) { all.push_back(size_of(it)); });
    column(name + ".size", ValueType::uint64, {run_of(all.data(), all.size())});
    auto next = all.begin();
    for_each_row<Rows>(runs, [&](Rows& it) {
      if (size_of(it) != *next) resize(it, *next);
      ++next;
    });
  }

  /// A map is made anew from its keys where these have changed.
  template <class Map>
  void keys(const std::string& name, const Runs& runs) const {
    using Keys = std::vector<typename Map::key_type>;
    std::vector<Keys> all;
    for_each_row<Map>(runs, [&](Map& it) {
      all.emplace_back();
      for (const auto& [key, value] : it) all.back().push_back(key);
    });
    const std::vector<Keys> before = all;
    go<Keys>(name + ".key", {run_of(all.data(), all.size())});
    if (all == before) return;
    auto next = all.begin();
    for_each_row<Map>(runs, [&](Map& it) {
      it.clear();
      for (const auto& key : *next) it[key];
      ++next;
    });
  }

  void column(const std::string& name, ValueType type, const Runs& runs) const;
  void levers(const std::string& name, const Runs& runs) const;
  static std::string below(const std::string& name, std::string_view member);

  const Visit& visit_;
};

}  // namespace linli::detail
