#pragma once

/// Measuring: what there is at the end of a day, and what a panel of residents thinks.
///
/// Processes count what happens as it happens; the stocks are counted here, in the evening: residents by group, workers
/// and those owed wages, open and waiting disputes, mediators in post, cases, custody and re-entry. Rates that exceeded
/// the bound they are thinned with are added up too: a result with any is not exact.
///
/// Attitudes are asked of a fixed panel of one resident in a hundred, every hundredth place of the city, so that weeks
/// and policies compare the same people. A place whose resident moves away is asked again when a newcomer lives there;
/// vacant places and people in custody are left out. Once a week this gives, by town, means by population group and the
/// 10th, 50th and 90th percentile (interpolated between neighbours in rank); where nobody was asked there is no value.
/// Once a year, on 31 December and on a run's last day, every member is recorded alone.
///
/// Reads everything; writes the tallies of the day and of the panel.

#include <vector>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr Day days_per_week = 7;

/// Whether a week of the run is complete after this day.
constexpr bool ends_week(Day day) {
  return day % days_per_week == days_per_week - 1;
}

/// Whether this is 31 December.
bool ends_year(const Today& today);

void count_stocks(const Today& today, State& state);
/// What the panel thinks tonight.
void ask_panel(const Today& today, State& state);
/// Every member of the panel who is there tonight.
std::vector<PanelRecord> panel_snapshot(const Today& today, const State& state);

}  // namespace linli
