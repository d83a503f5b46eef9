#include "core/season.h"

#include <algorithm>
#include <cmath>

namespace linli {
namespace {

/// The share of travellers who come back, at random within `window` days, when every day begun away may be the one on
/// which they decide to stay.
double share_returning(double daily_rate, double window) {
  double share = 0.0;
  for (double day = 0.0; day < window; ++day)
    share += std::min(1.0, window - day) / window * std::exp(-daily_rate * (day + 1.0));
  return share;
}

}  // namespace

double raw_season(const Calendar& calendar, Day day, double peak) {
  constexpr double month = 30.0, ramp = 15.0;
  const double to_festival = calendar.nearest_festival(day) - day;
  const double outside = std::max({0.0, -to_festival, to_festival - month});
  return 1.0 + (peak - 1.0) * std::max(0.0, 1.0 - outside / ramp);
}

double mean_season(const Calendar& run, double peak) {
  const std::chrono::year first = std::min(run.start().year(), last_known_date().year() - std::chrono::years(3));
  const Calendar years(Date(first, std::chrono::January, std::chrono::day(1)), 4 * 365 + 1);
  double sum = 0.0;
  for (Day day = 0; day < years.days(); ++day) sum += raw_season(years, day, peak);
  return sum / years.days();
}

double rate_of_staying_away(double share, double window) {
  double low = 0.0, high = 10.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2.0;
    (share_returning(middle, window) > 1.0 - share ? low : high) = middle;
  }
  return low;
}

}  // namespace linli
