#include "record/writer.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace linli {
namespace {

Batch of_day(Day day) {
  Batch batch;
  batch.days = {day};
  return batch;
}

TEST(Writer, BatchesAreWrittenInOrderAndAllOfThem) {
  std::vector<Day> written;
  Writer writer([&](const Batch& batch) { written.push_back(batch.days.front()); });
  std::vector<Day> handed_over;
  for (Day day = 0; day < 50; ++day) {
    handed_over.push_back(day);
    writer.hand_over(of_day(day));
  }
  writer.finish();
  EXPECT_EQ(written, handed_over);
}

TEST(Writer, AFailureReachesWhoeverComesNextEvenIfTheQueueIsFull) {
  Writer writer([](const Batch&) { throw std::runtime_error("disk full"); });
  EXPECT_THROW(for (Day day = 0; day < 10; ++day) writer.hand_over(of_day(day)), std::runtime_error);
  EXPECT_THROW(writer.check(), std::runtime_error);
  EXPECT_THROW(writer.finish(), std::runtime_error);
}

TEST(Writer, AFailureOnTheLastBatchIsToldByFinish) {
  Writer writer([](const Batch&) { throw std::runtime_error("disk full"); });
  writer.hand_over(of_day(0));
  EXPECT_THROW(writer.finish(), std::runtime_error);
}

TEST(Writer, AWriterThatIsAbandonedStopsByItself) {
  Writer writer([](const Batch&) {});
  writer.hand_over(of_day(0));
}

}  // namespace
}  // namespace linli
