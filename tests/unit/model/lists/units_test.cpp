#include "model/lists/units.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace linli {
namespace {

TEST(Units, spans_of_time_convert_into_days) {
  EXPECT_EQ(quantity_in("90 days", "days"), 90.0);
  EXPECT_EQ(quantity_in("12 weeks", "days"), 84.0);
  EXPECT_DOUBLE_EQ(quantity_in("3 months", "days"), 91.3125);
  EXPECT_DOUBLE_EQ(quantity_in("2 years", "days"), 730.5);
  EXPECT_EQ(quantity_in(" 1 day ", "days"), 1.0);
}

TEST(Units, shares_may_be_written_in_per_cent) {
  EXPECT_DOUBLE_EQ(quantity_in("5 %", "share"), 0.05);
  EXPECT_DOUBLE_EQ(quantity_in("5%", "share"), 0.05);
  EXPECT_EQ(quantity_in("0.05", "share"), 0.05);
}

TEST(Units, hours_minutes_kilometres_money_and_rates_convert) {
  EXPECT_EQ(quantity_in("2 hours", "minutes"), 120.0);
  EXPECT_EQ(quantity_in("30 minutes", "hours"), 0.5);
  EXPECT_EQ(quantity_in("500 m", "km"), 0.5);
  EXPECT_EQ(quantity_in("1.5 万元", "yuan"), 15000.0);
  EXPECT_DOUBLE_EQ(quantity_in("1 per month", "1/year"), 12.0);
}

TEST(Units, chinese_units_are_understood) {
  EXPECT_EQ(quantity_in("90天", "days"), 90.0);
  EXPECT_EQ(quantity_in("2 小时", "minutes"), 120.0);
}

TEST(Units, every_unit_can_be_written_by_its_key_and_names) {
  for (const Unit& unit : unit_list())
    for (const std::string_view name : {unit.key, unit.name.english, unit.name.chinese})
      EXPECT_EQ(quantity_in("2 " + std::string(name), unit.key), 2.0) << name;
}

TEST(Units, a_quantity_of_another_dimension_is_refused_with_what_is_allowed) {
  try {
    quantity_in("2 hours", "days");
    FAIL() << "hours of work were taken for days";
  } catch (const InputError& error) {
    EXPECT_EQ(error.text(Language::english),
              "\"2 hours\" is not a quantity in days; allowed are a number, \"2 days\", "
              "\"2 weeks\", \"2 months\", \"2 years\"");
    EXPECT_NE(error.text(Language::chinese).find("“2 周”"), std::string::npos);
  }
}

TEST(Units, what_is_no_quantity_is_refused) {
  for (const char* text :
       {"", "days", "ninety days", "90 dyas", "1e999 days", "nan days", "90 days or so", "0x10 days"})
    EXPECT_THROW(quantity_in(text, "days"), InputError) << text;
}

}  // namespace
}  // namespace linli
