#include "model/divergence.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

constexpr Day year = 365;

Scenario base() {
  return support::scenario_of({{}}, year);
}

Measure measure(double amount, Day from) {
  Measure made;
  made.amount = amount;
  made.from = from;
  made.to = year;
  return made;
}

Scenario with(std::vector<Measure> measures) {
  Scenario scenario = base();
  scenario.measures = std::move(measures);
  return scenario;
}

TEST(Divergence, scenarios_that_differ_in_name_alone_never_part) {
  Scenario renamed = base();
  renamed.title_en = "another";
  renamed.text = renamed.content_hash = "another";
  EXPECT_EQ(first_day_of_difference(base(), renamed), std::nullopt);
}

TEST(Divergence, is_the_first_day_of_a_measure_that_only_one_has_wherever_it_stands_in_the_list) {
  const Scenario one = with({measure(1.0, 10), measure(2.0, 50)});
  EXPECT_EQ(first_day_of_difference(one, with({measure(1.0, 10)})), 50);
  EXPECT_EQ(first_day_of_difference(one, with({measure(3.0, 200), measure(1.0, 10), measure(2.0, 50)})), 200);
  EXPECT_EQ(first_day_of_difference(one, with({measure(1.5, 10), measure(2.0, 50)})), 10);
}

TEST(Divergence, another_order_counts_for_the_last_of_two_has_the_last_word) {
  const Scenario one = with({measure(1.0, 10), measure(2.0, 50)}), other = with({measure(2.0, 50), measure(1.0, 10)});
  EXPECT_EQ(first_day_of_difference(one, other), 10);
}

TEST(Divergence, what_begins_after_the_run_makes_none) {
  EXPECT_EQ(first_day_of_difference(base(), with({measure(1.0, year)})), std::nullopt);
}

TEST(Divergence, parameters_levers_costs_and_the_world_differ_from_the_first_day) {
  std::vector<Scenario> others(5, base());
  others[0].parameters.attitudes.ties_memory += 1.0;
  others[1].levers.mediation.full_time += 1.0;
  others[2].costs.unit_costs.front() += 1.0;
  others[3].world.towns.front().lon += 1.0;
  others[4].world.largest_part = true;
  for (const Scenario& other : others) EXPECT_EQ(first_day_of_difference(base(), other), 0);
}

TEST(Divergence, shocks_and_announcements_count_from_their_day) {
  Scenario shocked = base(), announced = base();
  shocked.shocks.push_back({.kind = Shock::Kind::slump, .size = 1.0, .day = 90, .lasts = 30});
  announced.facilities.push_back({"plant", 113.0, 23.0, 20, 100});
  EXPECT_EQ(first_day_of_difference(base(), shocked), 90);
  EXPECT_EQ(first_day_of_difference(announced, base()), 20);
  EXPECT_EQ(first_day_of_difference(announced, shocked), 20);
}

}  // namespace
}  // namespace linli
