#include "core/text.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace linli {
namespace {

constexpr Text out_of_range{"{0} is {1}; allowed are {2} to {3}", "{0} 为 {1}，允许范围是 {2} 至 {3}"};
constexpr Text from_to{"{0} to {1}", "{1}（原为{0}）"};
constexpr Text patrol{"patrol", "巡逻"};

TEST(Text, AMessageIsFilledInBothLanguages) {
  const Message message = say(out_of_range, "patrol.hotspot_share", 1.4, 0, 1);
  EXPECT_EQ(message.english, "patrol.hotspot_share is 1.4; allowed are 0 to 1");
  EXPECT_EQ(message.chinese, "patrol.hotspot_share 为 1.4，允许范围是 0 至 1");
}

TEST(Text, ANameAppearsInTheLanguageOfItsSentence) {
  constexpr Text on{"{} is on", "{}已开启"};
  EXPECT_EQ(say(on, patrol).in(Language::english), "patrol is on");
  EXPECT_EQ(say(on, patrol).in(Language::chinese), "巡逻已开启");
  EXPECT_EQ(say(on, say(from_to, 1, 2)).chinese, "2（原为1）已开启");
}

TEST(Text, WordsMayChangePlaceBetweenLanguages) {
  EXPECT_EQ(say(from_to, "a", "b").english, "a to b");
  EXPECT_EQ(say(from_to, "a", "b").chinese, "b（原为a）");
}

TEST(Error, AnInputErrorSaysWhereAndWhatInBothLanguages) {
  const InputError error("town.toml:3", say(from_to, 1, 2));
  EXPECT_STREQ(error.what(), "town.toml:3: 1 to 2");
  EXPECT_EQ(error.text(Language::chinese), "town.toml:3: 2（原为1）");
}

TEST(Error, AnInputErrorWithoutAPlaceIsItsMessageAlone) {
  EXPECT_EQ(InputError("", say(patrol)).text(Language::english), "patrol");
  EXPECT_STREQ(Failure(say(patrol)).what(), "patrol");
}

TEST(Text, ControlCharactersDoNotReachATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\rc\x7f"), "a�[31mb�c�");
  EXPECT_EQ(printable("a\xC2\x9B"
                      "2Jb"),
            "a�2Jb")
      << "C1, which some terminals obey like ESC [";
  EXPECT_EQ(printable("示例镇\n\tnaïve\u00a0"), "示例镇\n\tnaïve\u00a0");
}

TEST(Text, AnythingButALineIsNoName) {
  EXPECT_TRUE(is_one_line("Chang'an 长安镇"));
  for (const char* text : {"a\nb", "a\tb", "\x1b[2J", "a\xC2\x85"}) EXPECT_FALSE(is_one_line(text)) << text;
}

}  // namespace
}  // namespace linli
