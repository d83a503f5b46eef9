#include "model/lists/levers.h"

#include "model/lists/costs.h"

#include <gtest/gtest.h>

#include <set>

#include "core/error.h"
#include "model/lists/parameters.h"
#include "model/lists/units.h"

namespace linli {
namespace {

const Id<Town> here(0), there(1);

TEST(Levers, every_number_of_the_struct_is_listed_once_and_in_its_order) {
  LeverValues values;
  const double* first = reinterpret_cast<const double*>(&values);
  std::ptrdiff_t expected = 0;
  for_each_lever(values,
                 [&](const LeverInfo& info, double& value) { EXPECT_EQ(&value - first, expected++) << info.name; });
  EXPECT_EQ(static_cast<std::size_t>(expected), sizeof(LeverValues) / sizeof(double));
  EXPECT_EQ(static_cast<std::size_t>(expected), lever_list().size());
}

TEST(Levers, every_entry_has_a_range_around_its_default_and_is_explained_in_both_languages) {
  LeverValues values;
  for_each_lever(values, [&](const LeverInfo& info, double& value) {
    EXPECT_TRUE(info.low <= value && value <= info.high && info.low < info.high) << info.name;
    for (const Text& text : {info.label, info.meaning})
      EXPECT_FALSE(text.english.empty() || text.chinese.empty()) << info.name;
    EXPECT_FALSE(info.source.empty()) << info.name;
    EXPECT_EQ(unit_of(info.unit).key, info.unit);
  });
}

TEST(Levers, no_lever_has_the_name_of_a_parameter) {
  std::set<std::string> names;
  for (const LeverInfo& info : lever_list()) EXPECT_TRUE(names.insert(info.name).second) << info.name;
  Parameters parameters;
  for_each_parameter(parameters, [&](const ParameterInfo& info, double&) { EXPECT_FALSE(names.contains(info.name)); });
}

TEST(Levers, every_cost_has_a_basis_and_a_source_and_rules_have_neither) {
  for (const LeverInfo& info : lever_list()) {
    EXPECT_GE(info.unit_cost, 0.0) << info.name;
    EXPECT_EQ(has_cost(info), !info.cost_source.empty()) << info.name;
    EXPECT_EQ(has_cost(info), info.unit_cost > 0.0) << info.name;
  }
}

TEST(Levers, the_reference_policy_has_the_posts_and_visits_of_the_citys_plan) {
  const LeverValues values;
  const double residents_10000 = 1046.6625;
  EXPECT_NEAR(values.mediation.full_time * residents_10000, 628, 1);
  EXPECT_NEAR(values.mediation.part_time * residents_10000, 8945, 1);
  EXPECT_NEAR(values.rounds.workers * residents_10000, 9889, 1);
  EXPECT_NEAR(values.guardianship.cameras * residents_10000, 113'000, 100);
  EXPECT_NEAR(values.visits.leaders * 593, 578'000, 500);
  EXPECT_NEAR(values.integration.representation * 593, 102, 2);
}

TEST(Levers, every_group_is_named_in_the_order_of_the_list) {
  std::vector<std::string> groups;
  for (const LeverInfo& info : lever_list())
    if (const std::string group = info.name.substr(0, info.name.find('.')); groups.empty() || groups.back() != group)
      groups.push_back(group);
  ASSERT_EQ(groups.size(), lever_groups().size());
  for (std::size_t i = 0; i < groups.size(); ++i) EXPECT_EQ(groups[i], lever_groups()[i].key);
}

TEST(Levers, a_lever_is_found_by_its_name) {
  EXPECT_EQ(lever_list()[static_cast<std::size_t>(lever_index("labour.inspection"))].name, "labour.inspection");
  EXPECT_EQ(lever_index("labour.inspektion"), -1);
}

TEST(Levers, setting_one_lever_in_one_town_changes_nothing_else) {
  Levers levers(2);
  levers.set(3, there, lever_index("labour.inspection"), 0.8);
  EXPECT_EQ(levers[there].labour.inspection, 0.8);
  EXPECT_EQ(levers.value(there, lever_index("labour.inspection")), 0.8);
  EXPECT_EQ(levers[there].labour.sanctions, LeverValues{}.labour.sanctions);
  EXPECT_EQ(levers[here].labour.inspection, LeverValues{}.labour.inspection);
}

TEST(Levers, a_change_is_logged_and_a_value_already_in_force_is_not) {
  Levers levers(2);
  const int lever = lever_index("police.officers");
  levers.set(5, there, lever, 20.0);
  levers.set(6, there, lever, 20.0);
  levers.set(7, here, lever, LeverValues{}.police.officers);
  ASSERT_EQ(levers.log().size(), 1u);
  EXPECT_EQ(levers.log()[0].day, 5);
  EXPECT_EQ(levers.log()[0].town, there);
  EXPECT_EQ(levers.log()[0].value, 20.0);
}

TEST(Levers, a_value_out_of_range_is_refused_with_value_range_and_meaning) {
  Levers levers(1);
  try {
    levers.set(0, here, lever_index("patrol.hotspot_share"), 1.4);
    FAIL() << "1.4 was accepted";
  } catch (const InputError& error) {
    EXPECT_EQ(error.text(Language::english),
              "patrol.hotspot_share is 1.4; allowed are 0 to 1 (share: patrol hours at hot spots)");
    EXPECT_EQ(error.text(Language::chinese), "patrol.hotspot_share的值为1.4；允许范围为0至1（比例：热点巡逻时间）");
  }
  EXPECT_EQ(levers[here].patrol.hotspot_share, 0.0);
  EXPECT_TRUE(levers.log().empty());
}

TEST(Levers, a_value_that_is_no_number_is_refused) {
  Levers levers(1);
  EXPECT_THROW(levers.set(0, here, 0, std::numeric_limits<double>::quiet_NaN()), InputError);
}

}  // namespace
}  // namespace linli
