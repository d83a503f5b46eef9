#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace linli {

/// Days since the first day of the run, which is day 0.
using Day = std::int32_t;
/// Continuous time in days since the start of day 0: events inside a day keep their order.
using Time = double;

inline constexpr Day never = -1'000'000;
/// As far ahead as anything is scheduled: a century.
inline constexpr Day latest_day = 36'525;
inline constexpr double days_per_year = 365.25;  // of rates; money and figures count calendar years

using Date = std::chrono::year_month_day;

/// 365 or 366.
inline double days_of_year(int year) {
  return std::chrono::year(year).is_leap() ? 366.0 : 365.0;
}

/// The first and last dates a run may have: those whose festivals are tabulated.
Date first_known_date();
Date last_known_date();

/// "2021-02-12".
std::string to_string(const Date& date);

/// First day of the lunar year (Spring Festival) in a Gregorian year from 2014 to 2102.
Date spring_festival(int year);

/// New Year's Day, Spring Festival week, Qingming, Labour Day, Dragon Boat, Mid-Autumn and National Day week.
/// Working days moved to weekends around them are not modelled.
bool is_public_holiday(const Date& date);

/// The dates of a run, day by day.
class Calendar {
 public:
  Calendar(Date start, Day days);

  Day days() const { return static_cast<Day>(dates_.size()); }
  Date start() const { return dates_.front(); }
  Date date(Day day) const { return dates_.at(static_cast<std::size_t>(day)); }
  /// The day number of a date, which may lie before the start (negative) or after the end.
  Day day_of(const Date& date) const;

  /// 0 is Monday, 6 is Sunday. Defined for any day, also outside the run.
  int weekday(Day day) const;
  /// Neither a weekend nor a public holiday. Defined for any day of the known years.
  bool is_workday(Day day) const;

  /// The day of the Spring Festival nearest to `day`, negative when it lies before the run.
  Day nearest_festival(Day day) const { return festival_.at(static_cast<std::size_t>(day)); }

 private:
  std::vector<Date> dates_;
  std::vector<Day> festival_;
  std::vector<bool> workday_;  // with a margin after the end, for services that finish later
};

}  // namespace linli
