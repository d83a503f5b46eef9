#include "app/progress.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/page.h"
#include "core/calendar.h"

namespace linli {
namespace {

Date new_year(int year) {
  return {std::chrono::year(year), std::chrono::January, std::chrono::day(1)};
}

/// What a terminal of so many columns shows at the end of a run of ten days.
std::string last_line(int columns, Language language) {
  const Scenario scenario{};
  const Calendar calendar(new_year(2021), 10);
  const TownGraph graph;
  const DailyTally daily(1, daily_indicators);
  std::ostringstream terminal;
  Progress progress(terminal, columns, language);
  progress.run_started({scenario, calendar, graph, 10'466'625, 2, 1.0});
  for (Day day = 0; day < calendar.days(); ++day)
    progress.day_ended({.day = day, .daily = daily, .events_so_far = 1000u * static_cast<std::uint64_t>(day + 1)});
  progress.run_ended({10, true, 1.0, 10000, "", {}}, {});
  const std::string shown = terminal.str();
  const std::size_t start = shown.rfind("\x1b[K") + 3;
  return shown.substr(start, shown.size() - start - 1);
}

TEST(Progress, TheLastDayIsAlwaysShown) {
  const std::string line = last_line(120, Language::english);
  EXPECT_NE(line.find("[##############################] day 10/10  2021-01-10"), std::string::npos) << line;
  EXPECT_NE(line.find("10,466,625 people  10,000 events  0:00 left"), std::string::npos) << line;
}

TEST(Progress, TheLineNeverWraps) {
  for (int columns : {70, 80, 90, 200})
    for (Language language : {Language::english, Language::chinese})
      EXPECT_LT(display_width(last_line(columns, language)), static_cast<std::size_t>(columns)) << columns;
}

TEST(Progress, TheBarFillsWithTheShareDone) {
  EXPECT_EQ(bar(0.0, 4), "[....]");
  EXPECT_EQ(bar(0.5, 4), "[##..]");
  EXPECT_EQ(bar(1.0, 4), "[####]");
}

}  // namespace
}  // namespace linli
