#pragma once

/// Measuring: the stocks at the end of a day, and once a week the attitudes of a fixed panel.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr Day days_per_week = 7;

/// Whether the week's figures are complete after this day.
bool ends_week(const Calendar& calendar, Day day);

/// One resident in a hundred, the same ones throughout.
bool in_panel(Id<Person> person);

void count_stocks(const Today& today, State& state);
void ask_panel(const Today& today, State& state);

}  // namespace linli
