#include "app/page.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

TEST(Page, AChineseCharacterTakesTwoColumns) {
  EXPECT_EQ(display_width("patrol"), 6u);
  EXPECT_EQ(display_width("巡逻"), 4u);
  EXPECT_EQ(display_width("每万人 10 个"), 12u);
  EXPECT_EQ(display_width(""), 0u);
}

TEST(Page, ColumnsLineUpInBothLanguages) {
  EXPECT_EQ(table_text({{"name", "meaning"}, {"a", "b"}}),
            "name  meaning\n"
            "a     b\n");
  EXPECT_EQ(table_text({{"名称", "含义"}, {"巡逻时间", "b"}, {"ab", "c"}}),
            "名称      含义\n"
            "巡逻时间  b\n"
            "ab        c\n");
}

TEST(Page, LongNumbersAreGroupedByThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(10466625), "10,466,625");
}

TEST(Page, DurationsGrowHoursWhenTheyNeedThem) {
  EXPECT_EQ(duration_text(0.4), "0:00");
  EXPECT_EQ(duration_text(125.0), "2:05");
  EXPECT_EQ(duration_text(3725.0), "1:02:05");
  EXPECT_EQ(duration_text(-3.0), "0:00");
}

}  // namespace
}  // namespace linli
