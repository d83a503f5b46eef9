#include "state/queue.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

TEST(CalendarQueue, HandsOutWhatIsDueInTheOrderItWasScheduled) {
  CalendarQueue<int> queue(5);
  for (int item : {3, 1, 2}) queue.schedule(4, item);
  queue.schedule(2, 9);
  EXPECT_EQ(queue.due(4), (std::vector<int>{3, 1, 2}));
  EXPECT_EQ(queue.take(4), (std::vector<int>{3, 1, 2}));
  EXPECT_TRUE(queue.take(4).empty());
  EXPECT_EQ(queue.take(2), std::vector<int>{9});
}

TEST(CalendarQueue, DropsWhatIsDueAfterTheEnd) {
  CalendarQueue<int> queue(5);
  for (Day day = 5; day < 500; day += 99) queue.schedule(day, 1);
  int left = 0;
  queue.for_each([&](int) { ++left; });
  EXPECT_EQ(left, 0);
}

}  // namespace
}  // namespace linli
