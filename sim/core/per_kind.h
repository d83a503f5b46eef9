#pragma once

/// One value per enumerator of an enumeration whose last enumerator is `count`.

#include <array>
#include <cstddef>
#include <utility>

namespace linli {

/// A row of a list: whom it is about, then what it says. `{Harm::death, "death", {"death", "死亡"}}`
template <class Enum, class T>
struct RowOf {
  Enum kind;
  T value;
};

/// Written down as rows that name their enumerators, in their order. A list that misses one, doubles one or has two
/// swapped does not compile; nor does one of bare values, because who reads it would have to count.
template <class Enum, class T>
struct PerKind : std::array<T, static_cast<std::size_t>(Enum::count)> {
  static constexpr auto kinds = static_cast<std::size_t>(Enum::count);
  using Base = std::array<T, kinds>;
  using Rows = RowOf<Enum, T>[kinds];

  constexpr PerKind() : Base{} {}
  consteval PerKind(const Rows& rows) : PerKind(rows, std::make_index_sequence<kinds>()) {
    for (std::size_t i = 0; i < kinds; ++i)
      if (rows[i].kind != static_cast<Enum>(i)) throw "a list has one row for every enumerator, in their order";
  }

  constexpr const T& operator[](Enum kind) const { return Base::operator[](static_cast<std::size_t>(kind)); }
  constexpr T& operator[](Enum kind) { return Base::operator[](static_cast<std::size_t>(kind)); }

 private:
  template <std::size_t... i>
  consteval PerKind(const Rows& rows, std::index_sequence<i...>) : Base{rows[i].value...} {}
};

/// `for (DisputeType type : every<DisputeType>())`
template <class Enum>
constexpr auto every() {
  std::array<Enum, static_cast<std::size_t>(Enum::count)> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = static_cast<Enum>(i);
  return kinds;
}

}  // namespace linli
