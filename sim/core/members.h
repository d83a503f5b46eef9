#pragma once

/// The members of a struct, written down once: whoever hashes, compares, saves or loads walks this list.
///
///     struct Release {
///       Id<Person> person;
///       Id<Town> station;
///       LINLI_MEMBERS(person, station)
///     };
///
/// The list is a structured binding, which has to name every member: one that is forgotten does not compile. It is a
/// macro because nothing else in C++20 turns a name into both a binding and a text.

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#define LINLI_MEMBERS(...)                                                           \
  static constexpr std::string_view member_list = #__VA_ARGS__;                      \
  _Pragma("GCC diagnostic push") /* a member may be called like something outside */ \
      _Pragma("GCC diagnostic ignored \"-Wshadow\"") template <class Self>           \
      static constexpr auto members_of_self(Self& self) {                            \
    auto& [__VA_ARGS__] = self;                                                      \
    return std::tie(__VA_ARGS__);                                                    \
  }                                                                                  \
  _Pragma("GCC diagnostic pop")

namespace linli {

/// A struct that lists its members.
template <class T>
concept HasMembers = requires {
  T::member_list;
};

/// References to all members, in order.
template <HasMembers T>
constexpr auto members_of(T& it) {
  return T::members_of_self(it);
}

template <HasMembers T>
inline constexpr std::size_t member_count = std::tuple_size_v<decltype(members_of(std::declval<T&>()))>;

/// Their names, in the same order.
template <HasMembers T>
std::vector<std::string_view> member_names() {
  std::vector<std::string_view> names;
  for (std::string_view rest = T::member_list; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    names.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return names;
}

}  // namespace linli
