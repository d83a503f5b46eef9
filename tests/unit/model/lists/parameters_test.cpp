#include "model/lists/parameters.h"

#include <gtest/gtest.h>

#include <set>

#include "model/lists/units.h"

namespace linli {
namespace {

struct Entry {
  ParameterInfo info;
  double value;
  std::ptrdiff_t position;  // in the struct, counted in doubles
};

std::vector<Entry> entries() {
  std::vector<Entry> list;
  Parameters parameters;
  const double* first = reinterpret_cast<const double*>(&parameters);
  for_each_parameter(parameters, [&](const ParameterInfo& info, double& value) {
    list.push_back({info, value, &value - first});
  });
  return list;
}

TEST(Parameters, every_number_of_the_struct_is_listed_once) {
  std::set<std::ptrdiff_t> listed;
  for (const Entry& entry : entries()) EXPECT_TRUE(listed.insert(entry.position).second) << entry.info.name;
  EXPECT_GE(*listed.begin(), 0);
  EXPECT_EQ(static_cast<std::size_t>(*listed.rbegin()) + 1, listed.size()) << "a number is not in the list";
  EXPECT_EQ(listed.size(), sizeof(Parameters) / sizeof(double));
}

TEST(Parameters, numbers_of_a_group_are_listed_in_the_order_of_the_struct) {
  std::ptrdiff_t last = -1;
  for (const Entry& entry : entries()) {
    if (!entry.info.kind.english.empty()) continue;  // those by kind stand in the blocks of their kinds
    EXPECT_GT(entry.position, last) << entry.info.name;
    last = entry.position;
  }
}

TEST(Parameters, every_name_is_used_once) {
  std::set<std::string> names;
  for (const Entry& entry : entries()) EXPECT_TRUE(names.insert(entry.info.name).second) << entry.info.name;
  EXPECT_TRUE(names.contains("attitudes.strain_memory"));
  EXPECT_TRUE(names.contains("grievance.rate.neighbour"));
}

TEST(Parameters, every_default_lies_in_its_range) {
  for (const Entry& entry : entries()) {
    EXPECT_LT(entry.info.low, entry.info.high) << entry.info.name;
    EXPECT_GE(entry.value, entry.info.low) << entry.info.name;
    EXPECT_LE(entry.value, entry.info.high) << entry.info.name;
  }
}

TEST(Parameters, every_entry_is_explained_in_both_languages_with_unit_and_source) {
  std::set<std::string_view> units;
  for (const Unit& unit : unit_list()) units.insert(unit.key);
  for (const Entry& entry : entries()) {
    const ParameterInfo& info = entry.info;
    for (const Text& text : {info.label, info.meaning}) {
      EXPECT_FALSE(text.english.empty()) << info.name;
      EXPECT_FALSE(text.chinese.empty()) << info.name;
      EXPECT_NE(text.english, text.chinese) << info.name;
    }
    EXPECT_FALSE(info.source.empty()) << info.name;
    EXPECT_TRUE(units.contains(info.unit)) << info.name << " in " << info.unit;
  }
}

TEST(Parameters, entries_that_come_one_per_kind_name_their_kind) {
  std::string kind;
  for (const Entry& entry : entries())
    if (entry.info.name == "crime.age_factor.75+") kind = entry.info.kind.chinese;
  EXPECT_EQ(kind, "75岁及以上");
}

TEST(Parameters, what_is_written_through_the_list_reaches_the_struct) {
  Parameters parameters;
  for_each_parameter(parameters, [](const ParameterInfo& info, double& value) {
    if (info.name == "grievance.rate.neighbour") value = 77.0;
  });
  EXPECT_EQ(parameters.dispute[DisputeType::neighbour].rate, 77.0);
}

}  // namespace
}  // namespace linli
