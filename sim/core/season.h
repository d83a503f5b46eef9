#pragma once

/// Arithmetic of the lunar year: how business has its season, and how those who travel at its turn come back.

#include "core/calendar.h"

namespace linli {

/// The season of arrears relative to June: `peak` in the month before Spring Festival, with a fortnight's ramps.
double raw_season(const Calendar& calendar, Day day, double peak);

/// Its mean over the four years from a run's first, or the last four whose festivals are known.
double mean_season(const Calendar& run, double peak);

/// The chance per day of deciding not to come back that makes `share` the share of travellers who do, when the others
/// return at random within `window` days.
double rate_of_staying_away(double share, double window);

}  // namespace linli
