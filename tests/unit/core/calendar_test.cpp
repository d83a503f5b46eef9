#include "core/calendar.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace linli {
namespace {

using namespace std::chrono;

Date date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t length) {
    return std::stoi(std::string(text.substr(at, length)));
  };
  return {year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))), day(static_cast<unsigned>(number(8, 2)))};
}

Date shifted(const Date& from, int by) {
  return Date(sys_days(from) + days(by));
}

/// Spring Festival, Dragon Boat and Mid-Autumn, as two independent lunar calendars have them.
struct Festivals {
  std::string_view spring, dragon_boat, mid_autumn;
};
constexpr Festivals festivals[] = {
    {"2015-02-19", "2015-06-20", "2015-09-27"}, {"2016-02-08", "2016-06-09", "2016-09-15"},
    {"2017-01-28", "2017-05-30", "2017-10-04"}, {"2018-02-16", "2018-06-18", "2018-09-24"},
    {"2019-02-05", "2019-06-07", "2019-09-13"}, {"2020-01-25", "2020-06-25", "2020-10-01"},
    {"2021-02-12", "2021-06-14", "2021-09-21"}, {"2022-02-01", "2022-06-03", "2022-09-10"},
    {"2023-01-22", "2023-06-22", "2023-09-29"}, {"2024-02-10", "2024-06-10", "2024-09-17"},
    {"2025-01-29", "2025-05-31", "2025-10-06"}, {"2026-02-17", "2026-06-19", "2026-09-25"},
    {"2027-02-06", "2027-06-09", "2027-09-15"}, {"2028-01-26", "2028-05-28", "2028-10-03"},
    {"2029-02-13", "2029-06-16", "2029-09-22"}, {"2030-02-03", "2030-06-05", "2030-09-12"},
    {"2031-01-23", "2031-06-24", "2031-10-01"}, {"2032-02-11", "2032-06-12", "2032-09-19"},
    {"2033-01-31", "2033-06-01", "2033-09-08"}, {"2034-02-19", "2034-06-20", "2034-09-27"},
    {"2035-02-08", "2035-06-10", "2035-09-16"}, {"2036-01-28", "2036-05-30", "2036-10-04"},
    {"2044-01-30", "2044-05-31", "2044-10-05"}, {"2050-01-23", "2050-06-23", "2050-09-30"},
    {"2057-02-04", "2057-06-06", "2057-09-13"}, {"2066-01-26", "2066-05-28", "2066-10-03"},
    {"2075-02-15", "2075-06-17", "2075-09-24"}, {"2084-02-06", "2084-06-07", "2084-09-14"},
    {"2089-02-10", "2089-06-13", "2089-09-18"}, {"2093-01-27", "2093-05-29", "2093-10-05"},
    {"2099-01-21", "2099-06-23", "2099-09-29"}, {"2100-02-09", "2100-06-12", "2100-09-18"},
};

TEST(Calendar, FestivalsFallOnTheirLunarDates) {
  for (const Festivals& known : festivals) {
    EXPECT_EQ(to_string(spring_festival(std::stoi(std::string(known.spring.substr(0, 4))))), known.spring);
    EXPECT_TRUE(is_public_holiday(date(known.dragon_boat))) << known.dragon_boat;
    EXPECT_TRUE(is_public_holiday(date(known.mid_autumn))) << known.mid_autumn;
  }
}

// One day of New Year, seven of Spring Festival, two of Qingming, five of Labour Day, one of Dragon Boat, one of
// Mid-Autumn unless it falls into the seven of National Day.
TEST(Calendar, AYearHasNoOtherHolidays) {
  for (const Festivals& known : festivals) {
    const Date first = date(std::string(known.spring.substr(0, 4)) + "-01-01");
    int holidays = 0;
    for (Date at = first; at.year() == first.year(); at = shifted(at, 1)) holidays += is_public_holiday(at);
    const bool merged = date(known.mid_autumn).month() == October && date(known.mid_autumn).day() <= day(7);
    EXPECT_EQ(holidays, merged ? 23 : 24) << to_string(first);
  }
}

// The lunar year has 12 or 13 months, and months have 29 or 30 days.
TEST(Calendar, TheLunarYearHasTwelveOrThirteenMonths) {
  for (int y = 2014; y < 2102; ++y) {
    const int length = static_cast<int>((sys_days(spring_festival(y + 1)) - sys_days(spring_festival(y))).count());
    EXPECT_TRUE((length >= 353 && length <= 355) || (length >= 383 && length <= 385)) << y << ": " << length;
    EXPECT_GE(to_string(spring_festival(y)).substr(5), "01-21") << y;
    EXPECT_LE(to_string(spring_festival(y)).substr(5), "02-21") << y;
  }
}

TEST(Calendar, SpringFestivalWeekStartsOnNewYearsEve) {
  EXPECT_FALSE(is_public_holiday(date("2021-02-10")));
  EXPECT_TRUE(is_public_holiday(date("2021-02-11")));
  EXPECT_TRUE(is_public_holiday(date("2021-02-17")));
  EXPECT_FALSE(is_public_holiday(date("2021-02-18")));
}

TEST(Calendar, WeekdaysAreKnownInsideAndOutsideTheRun) {
  const Calendar calendar(date("2021-01-01"), 10);
  EXPECT_EQ(calendar.weekday(0), 4);  // a Friday
  EXPECT_EQ(calendar.weekday(3), 0);
  EXPECT_EQ(calendar.weekday(-1), 3);
  EXPECT_EQ(calendar.weekday(367), 0);  // 3 January 2022
}

TEST(Calendar, NobodyWorksAtWeekendsAndOnHolidays) {
  const Calendar calendar(date("2021-01-01"), 365);
  EXPECT_FALSE(calendar.is_workday(0));                                    // New Year
  EXPECT_FALSE(calendar.is_workday(1));                                    // Saturday
  EXPECT_TRUE(calendar.is_workday(3));                                     // Monday
  EXPECT_FALSE(calendar.is_workday(calendar.day_of(date("2021-10-01"))));  // National Day, a Friday
  EXPECT_TRUE(calendar.is_workday(calendar.day_of(date("2021-10-08"))));
}

TEST(Calendar, WorkdaysAreKnownForAYearAfterTheRun) {
  const Calendar calendar(date("2021-01-01"), 1);
  EXPECT_TRUE(calendar.is_workday(calendar.day_of(date("2021-12-31"))));
  EXPECT_FALSE(calendar.is_workday(calendar.day_of(date("2022-01-01"))));
}

TEST(Calendar, DaysAndDatesAreTwoNamesOfOneThing) {
  const Calendar calendar(date("2020-02-27"), 400);
  EXPECT_EQ(to_string(calendar.date(2)), "2020-02-29");
  EXPECT_EQ(to_string(calendar.date(366)), "2021-02-27");
  for (Day day = 0; day < calendar.days(); ++day) EXPECT_EQ(calendar.day_of(calendar.date(day)), day);
  EXPECT_EQ(calendar.day_of(date("2020-02-26")), -1);
  EXPECT_EQ(calendar.days(), 400);
}

TEST(Calendar, TheNearestFestivalMayLieBeforeTheRun) {
  const Calendar calendar(date("2021-06-01"), 400);
  EXPECT_EQ(calendar.nearest_festival(0), calendar.day_of(date("2021-02-12")));
  EXPECT_LT(calendar.nearest_festival(0), 0);
}

TEST(Calendar, TheNearestFestivalChangesHalfWayBetweenTwo) {
  const Calendar calendar(date("2021-01-01"), 730);
  const Day first = calendar.day_of(date("2021-02-12"));
  const Day second = calendar.day_of(date("2022-02-01"));
  EXPECT_EQ(calendar.nearest_festival(first + 177), first);
  EXPECT_EQ(calendar.nearest_festival(first + 178), second);  // 354 days between the two, so 177 is the last tie
}

TEST(Calendar, RunsMayCoverAllKnownYears) {
  const Date first = first_known_date();
  const Day days = static_cast<Day>((sys_days(last_known_date()) - sys_days(first)).count()) + 1;
  const Calendar calendar(first, days);
  std::set<Day> found;
  for (Day day = 0; day < days; ++day) found.insert(calendar.nearest_festival(day));
  EXPECT_EQ(found.size(), 87u);  // 2015 to 2100, and 2101 from the end of 2100
  EXPECT_EQ(to_string(calendar.date(days - 1)), "2100-12-31");
  EXPECT_FALSE(
      calendar.is_workday(calendar.day_of(date("2101-06-01"))));  // Dragon Boat, a Wednesday, after the last run
}

}  // namespace
}  // namespace linli
