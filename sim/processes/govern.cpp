#include "processes/govern.h"

#include <algorithm>

#include "processes/attitudes.h"
#include "processes/crime.h"

namespace linli {
namespace {

constexpr Day window = 365;

double city_total(const DailyTally& daily, Daily indicator) {
  return daily.block(indicator, daily_indicators).sum();
}

/// The sum over the last 365 days, kept up as days are appended.
double over_window(std::vector<double>& by_day, double sum, double today) {
  by_day.push_back(today);
  const auto days = static_cast<Day>(by_day.size());
  return sum + today - (days > window ? by_day[static_cast<std::size_t>(days - 1 - window)] : 0.0);
}

/// A yearly rate, also while the run is younger than a year.
double per_year(const std::vector<double>& by_day, double sum) {
  return sum * window / std::min<double>(window, static_cast<double>(by_day.size()));
}

}  // namespace

void govern(const Today& today, State& state) {
  const Scenario& scenario = today.setting.scenario;
  watch_signposts(scenario, today.day, state.signposts.readings, state.triggers);
  if (policy_changes(scenario, today.day, state.triggers))
    apply_measures(scenario, today.day, state.triggers, state.levers);
  remember_ties(today, state);
  remember_warnings(today, state);
}

void read_signposts(const Today&, State& state) {
  Signposts& seen = state.signposts;
  const double residents = city_total(state.daily, Daily::residents);
  const double workers = city_total(state.daily, Daily::workers);
  const double owed = city_total(state.daily, Daily::workers_owed);
  seen.criminal = over_window(seen.criminal_by_day, seen.criminal, city_total(state.daily, Daily::recorded_criminal));
  seen.public_order =
      over_window(seen.public_order_by_day, seen.public_order, city_total(state.daily, Daily::recorded_public_order));
  seen.readings[Signpost::workers_owed] = workers > 0.0 ? owed / workers : 0.0;
  seen.readings[Signpost::disputes_waiting] = city_total(state.daily, Daily::waiting) / residents * 1e4;
  seen.readings[Signpost::recorded_criminal] = per_year(seen.criminal_by_day, seen.criminal) / residents * 1e5;
  seen.readings[Signpost::recorded_public_order] =
      per_year(seen.public_order_by_day, seen.public_order) / residents * 1e5;
}

}  // namespace linli
