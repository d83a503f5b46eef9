#include "model/scenario/policy.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace linli {
namespace {

const Id<Town> here(0), there(1);
const int full_time = lever_index("mediation.full_time");

Scenario two_towns(std::vector<Measure> measures) {
  Scenario scenario;
  scenario.start = {std::chrono::year(2021), std::chrono::month(1), std::chrono::day(1)};
  scenario.end = {std::chrono::year(2021), std::chrono::month(12), std::chrono::day(31)};
  scenario.world.towns.resize(2);
  scenario.levers.mediation.full_time = 2.0;
  scenario.measures = std::move(measures);
  return scenario;
}

Measure measure(Measure::Action action, double amount, Day from = 0, Day to = 365, Day ramp = 0) {
  Measure made;
  made.lever = full_time;
  made.action = action;
  made.amount = amount;
  made.from = from;
  made.to = to;
  made.ramp = ramp;
  return made;
}
Measure scale(double amount, Day from = 0, Day to = 365, Day ramp = 0) {
  return measure(Measure::Action::scale, amount, from, to, ramp);
}
Measure add(double amount, Day from = 0) {
  return measure(Measure::Action::add, amount, from);
}
Measure set(double amount, Day from = 0) {
  return measure(Measure::Action::set, amount, from);
}

/// Full-time posts per 10,000 in the first town, day by day.
std::vector<double> course(const Scenario& scenario, Day days, Id<Town> town = here) {
  Levers levers(2, scenario.levers);
  std::vector<double> values;
  for (Day today = 0; today < days; ++today) {
    apply_measures(scenario, today, {}, levers);
    values.push_back(levers[town].mediation.full_time);
  }
  return values;
}

TEST(Policy, a_measure_is_in_force_from_its_first_day_until_the_day_before_its_end) {
  EXPECT_EQ(course(two_towns({scale(3.0, 2, 4)}), 6), (std::vector<double>{2, 2, 6, 6, 2, 2}));
}

TEST(Policy, a_ramp_leads_to_the_full_amount_in_equal_steps) {
  EXPECT_EQ(course(two_towns({scale(3.0, 1, 365, 4)}), 7), (std::vector<double>{2, 2, 3, 4, 5, 6, 6}));
  EXPECT_EQ(course(two_towns({measure(Measure::Action::set, 6.0, 1, 365, 4)}), 7),
            (std::vector<double>{2, 2, 3, 4, 5, 6, 6}));
  EXPECT_EQ(course(two_towns({measure(Measure::Action::add, 4.0, 1, 365, 4)}), 7),
            (std::vector<double>{2, 2, 3, 4, 5, 6, 6}));
}

TEST(Policy, a_measure_that_ends_on_its_ramp_ends) {
  EXPECT_EQ(course(two_towns({scale(3.0, 1, 3, 4)}), 5), (std::vector<double>{2, 2, 3, 2, 2}));
}

TEST(Policy, a_ramp_that_began_before_the_run_is_under_way_on_its_first_day) {
  EXPECT_EQ(course(two_towns({scale(3.0, -2, 365, 4)}), 4), (std::vector<double>{4, 5, 6, 6}));
  EXPECT_EQ(course(two_towns({scale(3.0, -20)}), 2), (std::vector<double>{6, 6}));
}

TEST(Policy, sets_come_before_adds_and_adds_before_scales_whatever_their_order_in_the_file) {
  EXPECT_EQ(course(two_towns({scale(2.0), add(1.0), set(4.0)}), 1).front(), 10.0);
}

TEST(Policy, the_last_of_several_sets_holds) {
  EXPECT_EQ(course(two_towns({set(4.0), set(5.0)}), 1).front(), 5.0);
}

TEST(Policy, a_measure_acts_in_its_towns_only) {
  Measure only_there = scale(3.0);
  only_there.towns = {there};
  EXPECT_EQ(course(two_towns({only_there}), 1, here).front(), 2.0);
  EXPECT_EQ(course(two_towns({only_there}), 1, there).front(), 6.0);
}

TEST(Policy, a_day_of_change_is_known_as_one) {
  const Scenario scenario = two_towns({scale(3.0, 10, 20, 3)});
  for (const Day today : {10, 11, 12, 13, 20}) EXPECT_TRUE(policy_changes(scenario, today, {})) << today;
  for (const Day today : {0, 9, 14, 19, 21}) EXPECT_FALSE(policy_changes(scenario, today, {})) << today;
}

TEST(Policy, what_somebody_else_has_set_stays_until_a_measure_moves) {
  const Scenario scenario = two_towns({scale(3.0, 2)});
  Levers levers(2, scenario.levers);
  levers.set(0, here, full_time, 7.0);
  apply_measures(scenario, 1, {}, levers);
  EXPECT_EQ(levers[here].mediation.full_time, 7.0);
  apply_measures(scenario, 2, {}, levers);
  EXPECT_EQ(levers[here].mediation.full_time, 6.0);
}

TEST(Policy, no_measure_leaves_no_trace_in_the_log) {
  const Scenario scenario = two_towns({scale(1.0, 2)});
  Levers levers(2, scenario.levers);
  for (Day today = 0; today < 10; ++today) apply_measures(scenario, today, {}, levers);
  EXPECT_TRUE(levers.log().empty());
}

Measure after_three_days_of_arrears(Day from = 0, Day to = 365, Day ramp = 0) {
  Measure made = scale(3.0, from, to, ramp);
  made.once = Trigger{"workers_owed.share", true, 0.01, 3};
  return made;
}

/// The day on which the measure fires when these shares of workers are owed wages in the evenings from day 0.
Day firing_day(const Scenario& scenario, const std::vector<double>& owed, TriggerWatch* result = nullptr) {
  TriggerWatch watch;
  SignpostReadings readings{};
  for (std::size_t day = 0; day < owed.size(); ++day) {
    readings[Signpost::workers_owed] = owed[day];
    watch_signposts(scenario, static_cast<Day>(day) + 1, readings, watch);
  }
  if (result) *result = watch;
  return watch.fired_on(0);
}

TEST(Policy, a_conditional_measure_fires_after_enough_days_in_a_row) {
  const Scenario scenario = two_towns({after_three_days_of_arrears()});
  EXPECT_EQ(firing_day(scenario, {0.02, 0.02, 0.02, 0.02}), 3);
  EXPECT_EQ(firing_day(scenario, {0.02, 0.02, 0.01, 0.02, 0.02, 0.02}), 6);
  EXPECT_EQ(firing_day(scenario, {0.02, 0.02, 0.0, 0.02, 0.02}), never);
}

TEST(Policy, a_conditional_measure_fires_neither_before_its_start_nor_from_its_end_on) {
  EXPECT_EQ(firing_day(two_towns({after_three_days_of_arrears(4)}), std::vector<double>(8, 0.02)), 4);
  EXPECT_EQ(firing_day(two_towns({after_three_days_of_arrears(0, 2)}), std::vector<double>(8, 0.02)), never);
}

TEST(Policy, a_threshold_may_be_an_upper_one) {
  Measure made = after_three_days_of_arrears();
  made.once->above = false;
  EXPECT_EQ(firing_day(two_towns({made}), {0.02, 0.0, 0.0, 0.0}), 4);
}

TEST(Policy, nothing_fires_on_the_first_morning_when_nothing_has_been_read) {
  Measure made = after_three_days_of_arrears();
  made.once = Trigger{"workers_owed.share", false, 0.01, 1};
  TriggerWatch watch;
  watch_signposts(two_towns({made}), 0, {}, watch);
  EXPECT_EQ(watch.fired_on(0), never);
}

TEST(Policy, the_ramp_of_a_conditional_measure_counts_from_the_day_it_fires) {
  const Scenario scenario = two_towns({after_three_days_of_arrears(0, 365, 2)});
  TriggerWatch watch;
  ASSERT_EQ(firing_day(scenario, {0.0, 0.02, 0.02, 0.02}, &watch), 4);
  Levers levers(2, scenario.levers);
  std::vector<double> values;
  for (Day today = 4; today < 8; ++today) {
    apply_measures(scenario, today, watch, levers);
    values.push_back(levers[here].mediation.full_time);
  }
  EXPECT_EQ(values, (std::vector<double>{2, 4, 6, 6}));
}

TEST(Policy, a_sound_policy_passes_the_check) {
  EXPECT_TRUE(check_policy(two_towns({scale(2.0, 2, 300, 40), add(1.0, 50), after_three_days_of_arrears()})).empty());
}

TEST(Policy, measures_that_cancel_each_other_pass_the_check) {
  EXPECT_TRUE(check_policy(two_towns({measure(Measure::Action::add, 19.0, 10, 365, 50),
                                      measure(Measure::Action::add, -19.0, 10, 365, 50)}))
                  .empty());
}

TEST(Policy, measures_that_leave_the_range_together_are_found_at_the_last_of_them) {
  std::vector<Measure> measures = {scale(4.0, 10), scale(4.0, 20)};
  measures[1].where = "policy.toml:9:1 measures[1]";
  const std::vector<InputError> problems = check_policy(two_towns(measures));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "policy.toml:9:1 measures[1]");
  EXPECT_NE(problems[0].what_is_wrong.english.find("mediation.full_time is 32; allowed are 0 to 20"),
            std::string::npos);
  EXPECT_NE(problems[0].what_is_wrong.english.find("2021-01-21"), std::string::npos);
}

TEST(Policy, a_conditional_measure_is_checked_for_every_day_on_which_it_may_fire) {
  EXPECT_EQ(check_policy(two_towns({after_three_days_of_arrears(), scale(4.0, 200, 250)})).size(), 1u);
  EXPECT_TRUE(check_policy(two_towns({after_three_days_of_arrears(0, 200), scale(4.0, 200, 250)})).empty());
}

TEST(Policy, a_conditional_measure_is_checked_for_the_case_that_it_never_fires) {
  Measure relief = after_three_days_of_arrears();
  relief.amount = 0.5;
  EXPECT_EQ(check_policy(two_towns({relief, add(19.0)})).size(), 1u);
}

Measure set_lever(std::string_view lever, double amount) {
  Measure made = set(amount, 30);
  made.lever = lever_index(lever);
  return made;
}

TEST(Policy, shares_of_one_whole_are_checked_together) {
  EXPECT_EQ(check_policy(two_towns({set_lever("patrol.hotspot_share", 0.6)})).size(), 1u);
  EXPECT_TRUE(
      check_policy(two_towns({set_lever("patrol.hotspot_share", 0.6), set_lever("patrol.population_share", 0.2)}))
          .empty());
  EXPECT_EQ(check_policy(two_towns({set_lever("patrol.problem_share", 0.5)})).size(), 1u);
  EXPECT_EQ(check_policy(two_towns({set_lever("patrol.beat_share", 0.7)})).size(), 1u);
  EXPECT_EQ(check_policy(two_towns({set_lever("collective.contain", 0.6)})).size(), 1u);
  EXPECT_EQ(check_policy(two_towns({set_lever("police.response", 0.6)})).size(), 1u);
}

TEST(Policy, shares_that_wait_for_one_signpost_are_checked_together) {
  const Trigger arrears{.indicator = "workers_owed.share", .threshold = 0.01, .for_days = 3};
  Measure more = set_lever("patrol.hotspot_share", 0.55), less = set_lever("patrol.population_share", 0.2);
  EXPECT_EQ(check_policy(two_towns({more})).size(), 1u) << "0.55 + 0.2 + 0.4";
  more.once = less.once = arrears;
  EXPECT_TRUE(check_policy(two_towns({more, less})).empty()) << "0.55 + 0.2 + 0.2, or nothing";
  less.once->threshold = 0.02;
  EXPECT_EQ(check_policy(two_towns({more, less})).size(), 1u) << "the one may fire without the other";
}

TEST(Policy, the_reference_policy_divides_every_whole) {
  const Levers levers(1);
  for (const SharedWhole& whole : shared_wholes()) {
    double total = 0.0;
    for (const std::string_view name : whole.levers) {
      ASSERT_GE(lever_index(name), 0) << name;
      total += levers.value(here, lever_index(name));
    }
    EXPECT_LE(total, 1.0) << whole.name.english;
  }
}

TEST(Policy, a_lever_may_be_anything_between_a_conditional_measure_and_none) {
  const Scenario scenario = two_towns({after_three_days_of_arrears(10, 20), add(1.0)});
  const Span before = possible_value(scenario, full_time, here, 9),
             during = possible_value(scenario, full_time, here, 10);
  EXPECT_EQ(before.low, 3.0);
  EXPECT_EQ(before.high, 3.0);
  EXPECT_EQ(during.low, 3.0);
  EXPECT_EQ(during.high, 9.0);
  EXPECT_EQ(possible_value(scenario, full_time, here, 20).high, 3.0);
  for (const Day today : {0, 10, 20}) EXPECT_TRUE(may_change(scenario, today)) << today;
  for (const Day today : {1, 9, 11, 19, 21}) EXPECT_FALSE(may_change(scenario, today)) << today;
}

TEST(Policy, strength_is_the_weight_after_the_ramp) {
  for (const Measure::Action action : {Measure::Action::set, Measure::Action::add, Measure::Action::scale}) {
    Measure half = measure(action, 6.0, 1, 4, 2);
    half.strength = 0.5;
    const double full = action == Measure::Action::set ? 6.0 : action == Measure::Action::add ? 8.0 : 12.0;
    const double middle = (2.0 + full) / 2, quarter = 2.0 + (full - 2.0) / 4;
    EXPECT_EQ(course(two_towns({half}), 6), (std::vector<double>{2, 2, quarter, middle, 2, 2}));
  }
}

TEST(Policy, a_measure_that_lasts_ends_by_then_or_with_its_card) {
  Measure brief = scale(3.0, 1, 365);
  brief.lasts = 2;
  EXPECT_EQ(course(two_towns({brief}), 5), (std::vector<double>{2, 6, 6, 2, 2}));
  brief.to = 2;
  EXPECT_EQ(course(two_towns({brief}), 5), (std::vector<double>{2, 6, 2, 2, 2}));
  brief.from = -1, brief.to = 365;
  EXPECT_EQ(course(two_towns({brief}), 3), (std::vector<double>{6, 2, 2}));
}

TEST(Policy, a_conditional_measure_lasts_from_the_day_it_fires) {
  Measure made = after_three_days_of_arrears();
  made.lasts = 2;
  made.strength = 0.5;
  const Scenario scenario = two_towns({made});
  TriggerWatch watch;
  Levers levers(2, scenario.levers);
  SignpostReadings readings{};
  readings[Signpost::workers_owed] = 0.02;
  std::vector<double> values;
  for (Day today = 0; today < 7; ++today) {
    watch_signposts(scenario, today, readings, watch);
    if (policy_changes(scenario, today, watch)) apply_measures(scenario, today, watch, levers);
    values.push_back(levers[here].mediation.full_time);
  }
  EXPECT_EQ(values, (std::vector<double>{2, 2, 2, 4, 4, 2, 2}));
  EXPECT_EQ(possible_value(scenario, full_time, here, 100).high, 4.0);
}

/// The levers after a week with many workers owed wages.
Levers after_a_week_of_arrears(const Scenario& scenario) {
  TriggerWatch watch;
  Levers levers(2, scenario.levers);
  SignpostReadings readings{};
  readings[Signpost::workers_owed] = 0.02;
  for (Day today = 0; today < 7; ++today) {
    watch_signposts(scenario, today, readings, watch);
    apply_measures(scenario, today, watch, levers);
  }
  return levers;
}

TEST(Policy, the_log_says_which_measure_moved_a_lever_and_when_it_fired) {
  const Scenario scenario = two_towns({add(1.0, 2), after_three_days_of_arrears()});
  Levers levers = after_a_week_of_arrears(scenario);
  levers.set(7, here, full_time, 1.0);
  ASSERT_EQ(levers.log().size(), 5u);
  EXPECT_EQ(levers.log()[0].cause.measure, 0);
  EXPECT_EQ(levers.log()[0].cause.fired, never);
  EXPECT_EQ(levers.log()[2].cause.measure, 1);
  EXPECT_EQ(levers.log()[2].cause.fired, 3);
  EXPECT_EQ(levers.log()[4].cause.measure, -1);
}

TEST(Policy, the_log_has_one_line_for_a_measure_that_fires_and_changes_nothing) {
  Measure idle = after_three_days_of_arrears();
  idle.amount = 0.0;
  const Scenario scenario = two_towns({idle});
  const Levers levers = after_a_week_of_arrears(scenario);
  const auto of_here = std::ranges::count(levers.log(), here, &Levers::Change::town);
  EXPECT_EQ(of_here, 1);
  EXPECT_EQ(levers.log()[0].day, 3);
}

TEST(Policy, every_signpost_has_a_unit_and_both_names) {
  for (const SignpostInfo& signpost : signposts)
    EXPECT_FALSE(signpost.key.empty() || signpost.unit.empty() || signpost.name.chinese.empty());
}

}  // namespace
}  // namespace linli
