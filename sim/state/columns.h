#pragma once

/// The walk behind archive.h: from a struct, or any container of structs, to columns of plain values.
///
/// At every step the walk holds a name and a way to reach all rows of that name, `each(f)` calling f(row) in order.
/// From there it goes on to the members of the rows, or to the rows of the rows, until the values are plain.

#include <Eigen/Core>
#include <algorithm>
#include <bit>
#include <concepts>
#include <cstring>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "core/column.h"
#include "model/levers.h"
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

template <class T>
concept FixedArray = !Resizable<T> && requires {
  std::tuple_size<T>::value;
};
template <class T>
concept Kinds = requires(T& it) {
  []<class Enum, class V>(PerKind<Enum, V>&) {}(it);
};

/// With a number of rows of its own, which a column says.
template <class T>
concept Sized = Resizable<T> || EigenArray<T> || is_map<T>;

template <class T>
concept Container = Resizable<T> || FixedArray<T> || Kinds<T> || EigenArray<T> || is_map<T>;

static_assert(sizeof(Nature) == sizeof(std::uint32_t) && std::is_trivially_copyable_v<Nature>);

template <Plain T>
auto stored(const T& value) {
  if constexpr (is_id<T>)
    return value.row;
  else if constexpr (std::same_as<T, Nature>)
    return std::bit_cast<std::uint32_t>(value);
  else if constexpr (std::is_enum_v<T>)
    return static_cast<std::underlying_type_t<T>>(value);
  else if constexpr (std::same_as<T, bool>)
    return static_cast<std::uint8_t>(value);
  else
    return value;
}
template <Plain T>
using Stored = decltype(stored(std::declval<T>()));

template <Plain T>
T restored(Stored<T> value) {
  if constexpr (std::same_as<T, Nature>)
    return std::bit_cast<Nature>(value);
  else
    return static_cast<T>(value);
}

template <class T>
constexpr ValueType type_of() {
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

class Walk {
 public:
  using Visit = std::function<void(const StateColumn&)>;
  explicit Walk(const Visit& visit) : visit_(visit) {}

  /// The rows that `each` reaches, all of type Row.
  template <class Row, class Each>
  void go(const std::string& name, const Each& each) const {
    if constexpr (is_fleeting<Row>)
      return;
    else if constexpr (Plain<Row>)
      column<Row>(name, each);
    else if constexpr (std::same_as<Row, LeverValues>)
      levers(name, each);
    else if constexpr (HasMembers<Row>)
      members<Row>(name, each, std::make_index_sequence<member_count<Row>>());
    else
      rows<Row>(name, each);
  }

 private:
  template <Plain Value, class Each>
  void column(const std::string& name, const Each& each) const {
    using Kept = Stored<Value>;
    std::size_t count = 0;
    each([&](Value&) { ++count; });
    visit_({.name = name,
            .type = type_of<Kept>(),
            .values = count,
            .read =
                [&](std::byte* to) {
                  each([&](const Value& value) {
                    const Kept kept = stored(value);
                    std::memcpy(to, &kept, sizeof kept);
                    to += sizeof kept;
                  });
                },
            .write =
                [&](const std::byte* from) {
                  each([&](Value& value) {
                    Kept kept;
                    std::memcpy(&kept, from, sizeof kept);
                    value = restored<Value>(kept);
                    from += sizeof kept;
                  });
                }});
  }

  template <HasMembers Row, class Each, std::size_t... index>
  void members(const std::string& name, const Each& each, std::index_sequence<index...>) const {
    const std::vector<std::string_view> names = member_names<Row>();
    (member<Row, index>(name, names[index], each), ...);
  }

  template <HasMembers Row, std::size_t index, class Each>
  void member(const std::string& row, std::string_view name, const Each& each) const {
    using Member = std::remove_cvref_t<std::tuple_element_t<index, decltype(members_of(std::declval<Row&>()))>>;
    while (name.ends_with('_')) name.remove_suffix(1);  // of private members
    go<Member>(row.empty() ? std::string(name) : row + "." + std::string(name),
               [&](const auto& visit) { each([&](Row& it) { visit(std::get<index>(members_of(it))); }); });
  }

  template <class Each>
  void levers(const std::string& name, const Each& each) const {
    for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
      go<double>(name + "." + lever_list()[lever].name,
                 [&](const auto& visit) { each([&](LeverValues& it) { visit(values_of(it)[lever]); }); });
  }

  template <Container Rows, class Each>
  void rows(const std::string& name, const Each& each) const {
    if constexpr (EigenArray<Rows>) {
      sizes<Rows>(
          name, each, [](Rows& it) { return it.rows(); },
          [](Rows& it, std::uint64_t rows) { it.conservativeResize(static_cast<Eigen::Index>(rows), it.cols()); });
      go<typename Rows::Scalar>(name, [&](const auto& visit) {
        each([&](Rows& it) { std::for_each(it.data(), it.data() + it.size(), visit); });
      });
    } else if constexpr (is_map<Rows>) {
      entries<Rows>(name, each);
    } else {
      if constexpr (Resizable<Rows>)
        sizes<Rows>(
            name, each, [](Rows& it) { return it.size(); }, [](Rows& it, std::uint64_t rows) { it.resize(rows); });
      using Row = std::remove_cvref_t<decltype(*std::declval<Rows&>().begin())>;
      go<Row>(Sized<Rows> && Sized<Row> ? name + ".each" : name, [&](const auto& visit) {
        each([&](Rows& it) {
          for (Row& row : it) visit(row);
        });
      });
    }
  }

  /// A map is a list of keys, and what stands at each.
  template <class Map, class Each>
  void entries(const std::string& name, const Each& each) const {
    std::vector<std::vector<typename Map::key_type>> keys;
    each([&](Map& it) {
      keys.emplace_back();
      for (const auto& [key, value] : it) keys.back().push_back(key);
    });
    const auto before = keys;
    go<typename decltype(keys)::value_type>(name + ".key", [&](const auto& visit) {
      for (auto& list : keys) visit(list);
    });
    if (keys != before) {
      auto next = keys.begin();
      each([&](Map& it) {
        it.clear();
        for (const auto& key : *next) it[key];
        ++next;
      });
    }
    go<typename Map::mapped_type>(name, [&](const auto& visit) {
      each([&](Map& it) {
        for (auto& [key, value] : it) visit(value);
      });
    });
  }

  template <class Rows, class Each, class Size, class Resize>
  void sizes(const std::string& name, const Each& each, const Size& size, const Resize& resize) const {
    std::vector<std::uint64_t> all;
    each([&](Rows& it) { all.push_back(static_cast<std::uint64_t>(size(it))); });
    const auto before = all;
    column<std::uint64_t>(name + ".size", [&](const auto& visit) { std::for_each(all.begin(), all.end(), visit); });
    if (all == before) return;
    auto next = all.begin();
    each([&](Rows& it) { resize(it, *next++); });
  }

  const Visit& visit_;
};

}  // namespace linli::detail
