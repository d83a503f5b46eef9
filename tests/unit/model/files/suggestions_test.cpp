#include "model/files/suggestions.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

TEST(Suggestions, a_letter_added_dropped_changed_or_swapped_is_one_step) {
  EXPECT_EQ(edit_distance("patrol", "patrrol"), 1u);
  EXPECT_EQ(edit_distance("patrol", "patol"), 1u);
  EXPECT_EQ(edit_distance("patrol", "petrol"), 1u);
  EXPECT_EQ(edit_distance("patrol", "patorl"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Suggestions, a_chinese_character_is_one_letter) {
  EXPECT_EQ(edit_distance("虎们镇", "虎门镇"), 1u);
}

TEST(Suggestions, the_nearest_name_is_suggested) {
  EXPECT_EQ(nearest_name("Houman", {"Humen", "Houjie", "Chang'an"}), "Humen");
  EXPECT_EQ(nearest_name("strain_memry", {"trust_memory", "strain_memory"}), "strain_memory");
}

TEST(Suggestions, nothing_is_suggested_when_nothing_is_near) {
  EXPECT_EQ(nearest_name("zebra", {"Humen", "Houjie"}), "");
  EXPECT_EQ(suggestion("zebra", {"Humen", "Houjie"}).english, "; known are Humen, Houjie");
}

}  // namespace
}  // namespace linli
