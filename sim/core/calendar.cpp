#include "core/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>

namespace linli {
namespace {

using namespace std::chrono;

constexpr int first_year = 2014;

/// Month and day of the three lunar festivals, from 2014: where the packages sxtwl 2.0.7 and lunar_python 1.4.8, which
/// compute moon and sun, agree (they do in every year), and the tables of lunardate, zhdate, LunarCalendar and borax as
/// far as they go. The one exception is Mid-Autumn 2089, a day later in the last two: the new moon of 4 September falls
/// three minutes before midnight in Beijing.
struct LunarYear {
  int spring_month, spring_day, dragon_boat_month, dragon_boat_day, mid_autumn_month, mid_autumn_day;
};
constexpr std::array<LunarYear, 89> lunar_years = {{
    {1, 31, 6, 2, 9, 8},   {2, 19, 6, 20, 9, 27}, {2, 8, 6, 9, 9, 15},   {1, 28, 5, 30, 10, 4}, {2, 16, 6, 18, 9, 24},
    {2, 5, 6, 7, 9, 13},   {1, 25, 6, 25, 10, 1}, {2, 12, 6, 14, 9, 21}, {2, 1, 6, 3, 9, 10},   {1, 22, 6, 22, 9, 29},
    {2, 10, 6, 10, 9, 17}, {1, 29, 5, 31, 10, 6}, {2, 17, 6, 19, 9, 25}, {2, 6, 6, 9, 9, 15},   {1, 26, 5, 28, 10, 3},
    {2, 13, 6, 16, 9, 22}, {2, 3, 6, 5, 9, 12},   {1, 23, 6, 24, 10, 1}, {2, 11, 6, 12, 9, 19}, {1, 31, 6, 1, 9, 8},
    {2, 19, 6, 20, 9, 27}, {2, 8, 6, 10, 9, 16},  {1, 28, 5, 30, 10, 4}, {2, 15, 6, 18, 9, 24}, {2, 4, 6, 7, 9, 13},
    {1, 24, 5, 27, 10, 2}, {2, 12, 6, 14, 9, 20}, {2, 1, 6, 3, 9, 10},   {1, 22, 6, 22, 9, 28}, {2, 10, 6, 11, 9, 17},
    {1, 30, 5, 31, 10, 5}, {2, 17, 6, 19, 9, 25}, {2, 6, 6, 8, 9, 15},   {1, 26, 5, 29, 10, 4}, {2, 14, 6, 15, 9, 22},
    {2, 2, 6, 4, 9, 11},   {1, 23, 6, 23, 9, 30}, {2, 11, 6, 13, 9, 19}, {2, 1, 6, 1, 9, 7},    {2, 19, 6, 20, 9, 26},
    {2, 8, 6, 10, 9, 16},  {1, 28, 5, 30, 10, 5}, {2, 15, 6, 17, 9, 24}, {2, 4, 6, 6, 9, 13},   {1, 24, 6, 25, 10, 2},
    {2, 12, 6, 14, 9, 21}, {2, 2, 6, 3, 9, 9},    {1, 21, 6, 22, 9, 28}, {2, 9, 6, 11, 9, 17},  {1, 29, 6, 1, 10, 6},
    {2, 17, 6, 19, 9, 25}, {2, 5, 6, 8, 9, 15},   {1, 26, 5, 28, 10, 3}, {2, 14, 6, 16, 9, 23}, {2, 3, 6, 4, 9, 11},
    {1, 23, 6, 23, 9, 29}, {2, 11, 6, 13, 9, 19}, {1, 31, 6, 2, 9, 8},   {2, 19, 6, 20, 9, 26}, {2, 7, 6, 10, 9, 16},
    {1, 27, 5, 30, 10, 5}, {2, 15, 6, 17, 9, 24}, {2, 5, 6, 6, 9, 12},   {1, 24, 6, 24, 10, 1}, {2, 12, 6, 14, 9, 20},
    {2, 2, 6, 4, 9, 10},   {1, 22, 6, 22, 9, 28}, {2, 9, 6, 11, 9, 17},  {1, 29, 6, 1, 10, 6},  {2, 17, 6, 19, 9, 26},
    {2, 6, 6, 7, 9, 14},   {1, 26, 5, 27, 10, 3}, {2, 14, 6, 15, 9, 22}, {2, 3, 6, 5, 9, 11},   {1, 24, 6, 23, 9, 29},
    {2, 10, 6, 13, 9, 18}, {1, 30, 6, 2, 9, 8},   {2, 18, 6, 21, 9, 27}, {2, 7, 6, 9, 9, 16},   {1, 27, 5, 29, 10, 5},
    {2, 15, 6, 17, 9, 24}, {2, 5, 6, 6, 9, 13},   {1, 25, 6, 24, 9, 30}, {2, 12, 6, 14, 9, 20}, {2, 1, 6, 4, 9, 9},
    {1, 21, 6, 23, 9, 29}, {2, 9, 6, 12, 9, 18},  {1, 29, 6, 1, 10, 7},  {2, 17, 6, 20, 9, 26},
}};
constexpr Day margin = 400;  // [days] that workdays are known after a run

const LunarYear& lunar_year(int year) {
  return lunar_years.at(static_cast<std::size_t>(year - first_year));
}

Date make_date(int y, int m, int d) {
  return {std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
          std::chrono::day(static_cast<unsigned>(d))};
}

Day days_between(const Date& from, const Date& to) {
  return static_cast<Day>((sys_days(to) - sys_days(from)).count());
}

int weekday_of(const Date& date) {
  return static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding()) - 1;
}

Day nearest_festival_to(const Date& date, const Date& start) {
  const int year = static_cast<int>(date.year());
  Date nearest = spring_festival(year);
  for (int other : {year - 1, year + 1})
    if (std::abs(days_between(date, spring_festival(other))) < std::abs(days_between(date, nearest)))
      nearest = spring_festival(other);
  return days_between(start, nearest);
}

bool within(const Date& date, const Date& first, int length) {
  const Day offset = days_between(first, date);
  return offset >= 0 && offset < length;
}

}  // namespace

Date first_known_date() {
  return make_date(2015, 1, 1);
}
Date last_known_date() {
  return make_date(2100, 12, 31);
}

std::string to_string(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

Date spring_festival(int year) {
  const LunarYear& lunar = lunar_year(year);
  return make_date(year, lunar.spring_month, lunar.spring_day);
}

bool is_public_holiday(const Date& date) {
  const int year = static_cast<int>(date.year());
  const LunarYear& lunar = lunar_year(year);
  const Date eve = Date(sys_days(spring_festival(year)) - std::chrono::days(1));
  return within(date, make_date(year, 1, 1), 1) || within(date, eve, 7) || within(date, make_date(year, 4, 4), 2) ||
         within(date, make_date(year, 5, 1), 5) ||
         within(date, make_date(year, lunar.dragon_boat_month, lunar.dragon_boat_day), 1) ||
         within(date, make_date(year, lunar.mid_autumn_month, lunar.mid_autumn_day), 1) ||
         within(date, make_date(year, 10, 1), 7);
}

Calendar::Calendar(Date start, Day days) {
  assert(days > 0);
  for (Day day = 0; day < days + margin; ++day) {
    const Date date(sys_days(start) + std::chrono::days(day));
    workday_.push_back(weekday_of(date) < 5 && !is_public_holiday(date));
    if (day >= days) continue;
    dates_.push_back(date);
    festival_.push_back(nearest_festival_to(date, start));
  }
}

Day Calendar::day_of(const Date& date) const {
  return days_between(dates_.front(), date);
}

int Calendar::weekday(Day day) const {
  return weekday_of(Date(sys_days(start()) + std::chrono::days(day)));
}

bool Calendar::is_workday(Day day) const {
  assert(day >= 0 && day < static_cast<Day>(workday_.size()));
  return workday_[static_cast<std::size_t>(day)];
}

}  // namespace linli
