#pragma once

/// Measuring: the stocks at the end of a day, and once a week the attitudes of a fixed panel.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr Day days_per_week = 7;

/// Whether a week of the run is complete after this day.
constexpr bool ends_week(Day day) {
  return day % days_per_week == days_per_week - 1;
}

void count_stocks(const Today& today, State& state);
/// What a fixed panel of one resident in a hundred thinks tonight.
void ask_panel(const Today& today, State& state);

}  // namespace linli
