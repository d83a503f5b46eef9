#include "processes/govern.h"

#include "processes/attitudes.h"
#include "processes/crime.h"

namespace linli {
namespace {

double city_total(const DailyTally& daily, Daily indicator) {
  return daily.block(indicator, daily_indicators).sum();
}

double entered(const DailyTally& daily, Stage stage) {
  return daily.block(Daily::entered, daily_indicators).col(static_cast<Eigen::Index>(stage)).sum();
}

/// Cases that offices took on; a case that goes from one to the next is counted by each.
double taken_on(const DailyTally& daily) {
  double cases = 0.0;
  for (Stage stage : every<Stage>())
    if (is_door(stage)) cases += entered(daily, stage);
  return cases;
}

double share(double part, double whole) {
  return whole > 0.0 ? part / whole : 0.0;
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
  const auto total = [&](Daily indicator) { return city_total(state.daily, indicator); };
  Signposts& seen = state.signposts;
  seen.criminal.add(total(Daily::recorded_criminal));
  seen.public_order.add(total(Daily::recorded_public_order));
  seen.petitions.add(entered(state.daily, Stage::petition));
  seen.opened.add(taken_on(state.daily));
  seen.settled.add(total(Daily::settled_recorded));
  seen.calls.add(total(Daily::calls));
  const double residents = total(Daily::residents);
  seen.readings[Signpost::workers_owed] = share(total(Daily::workers_owed_found), total(Daily::workers));
  seen.readings[Signpost::disputes_waiting] = total(Daily::waiting) / residents * 1e4;
  seen.readings[Signpost::recorded_criminal] = seen.criminal.per_year() / residents * 1e5;
  seen.readings[Signpost::recorded_public_order] = seen.public_order.per_year() / residents * 1e5;
  seen.readings[Signpost::petitions] = seen.petitions.per_year() / residents * 1e4;
  seen.readings[Signpost::settled_share] = share(seen.settled.sum, seen.opened.sum);
  seen.readings[Signpost::calls] = seen.calls.per_year() / residents * 1e4;
}

}  // namespace linli
