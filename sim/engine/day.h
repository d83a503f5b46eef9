#pragma once

#include <span>
#include <string_view>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// A named step of the day. `writes` names the columns of state/archive.h that it may change, by the members that they
/// begin with; a test holds it to that.
struct Phase {
  std::string_view name;
  void (*run)(const Today& today, State& state);
  std::span<const std::string_view> writes;
};

/// The phases of a day, in order.
std::span<const Phase> phases();

}  // namespace linli
