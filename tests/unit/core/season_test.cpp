#include "core/season.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linli {
namespace {

const Calendar calendar(std::chrono::year(2021) / 1 / 1, 365);

TEST(Season, PeaksInTheMonthBeforeSpringFestivalAndFadesInAFortnight) {
  const Day festival = calendar.day_of(spring_festival(2021));
  for (Day before : {0, 10, 30}) EXPECT_EQ(raw_season(calendar, festival - before, 3.0), 3.0);
  EXPECT_NEAR(raw_season(calendar, festival + 5, 3.0), 3.0 - 2.0 / 3.0, 1e-12);
  EXPECT_EQ(raw_season(calendar, festival + 15, 3.0), 1.0);
}

TEST(Season, HasTheMeanOfItsPeakAndRamps) {
  // A month at the peak and two ramps of fifteen days, which count half, in each of four years; at their end a part of
  // the next season, this time nine days' worth of it.
  EXPECT_NEAR(mean_season(calendar, 3.0), 1.0 + 2.0 * (4 * (30.0 + 15.0) + 9.0) / (4 * 365.25), 0.001);
  EXPECT_EQ(mean_season(calendar, 1.0), 1.0);
}

TEST(StayingAway, IsWhatTheShareOfTravellersDoesWhoReturnAtRandom) {
  const double rate = rate_of_staying_away(0.15, 20.0);
  double back = 0.0;
  for (int day = 1; day <= 20; ++day) back += std::exp(-rate * day) / 20.0;
  EXPECT_NEAR(back, 0.85, 1e-9);
}

}  // namespace
}  // namespace linli
