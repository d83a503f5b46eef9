#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "core/members.h"

namespace linli {

/// A typed row number: an Id<Person> cannot be used where an Id<Grid> is meant.
template <class Entity>
struct Id {
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t row = no_row;

  constexpr Id() = default;
  constexpr explicit Id(std::uint64_t number) : row(static_cast<std::uint32_t>(number)) {}

  /// False for the id of nothing, which is what a default-constructed id is.
  constexpr explicit operator bool() const { return row != no_row; }
  constexpr auto operator<=>(const Id&) const = default;
};

/// The rows first, first + 1, ... last - 1 of one table: `for (Id<Person> p : persons_of(grid))`.
template <class Entity>
struct Range {
  struct Iterator {
    std::uint32_t row;
    constexpr Id<Entity> operator*() const { return Id<Entity>(row); }
    constexpr Iterator& operator++() { return ++row, *this; }
    constexpr bool operator!=(const Iterator& other) const { return row != other.row; }
  };

  Id<Entity> first{0};
  Id<Entity> last{0};

  constexpr Iterator begin() const { return {first.row}; }
  constexpr Iterator end() const { return {last.row}; }
  constexpr std::uint32_t size() const { return last.row - first.row; }
  constexpr bool empty() const { return size() == 0; }
  constexpr Id<Entity> operator[](std::uint32_t offset) const { return Id<Entity>(first.row + offset); }
  constexpr bool contains(Id<Entity> id) const { return first <= id && id < last; }

  LINLI_MEMBERS(first, last)
};

}  // namespace linli
