#include "state/queue.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

TEST(CalendarQueue, HandsOutWhatIsDueInTheOrderItWasScheduled) {
  CalendarQueue<int> queue;
  for (int item : {3, 1, 2}) queue.schedule(4, item);
  queue.schedule(2, 9);
  EXPECT_EQ(queue.due(4), (std::vector<int>{3, 1, 2}));
  EXPECT_EQ(queue.take(4), (std::vector<int>{3, 1, 2}));
  EXPECT_TRUE(queue.take(4).empty());
  EXPECT_EQ(queue.take(2), std::vector<int>{9});
  EXPECT_TRUE(queue.take(5'000).empty());
}

TEST(CalendarQueue, KeepsWhatIsDueWithinACenturyAndNoLonger) {
  CalendarQueue<int> queue;
  for (Day day : {5, latest_day, latest_day + 1}) queue.schedule(day, 1);
  int kept = 0;
  queue.for_each([&](int) { ++kept; });
  EXPECT_EQ(kept, 2);
  EXPECT_EQ(queue.due(latest_day).size(), 1u);
}

}  // namespace
}  // namespace linli
