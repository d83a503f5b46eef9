#include "app/language.h"

#include <gtest/gtest.h>

#include <vector>

namespace linli {
namespace {

Language chosen(std::vector<const char*> arguments) {
  return choose_language(arguments);
}

TEST(Language, ChineseLocalesAreChineseAndAllOthersEnglish) {
  for (const char* locale : {"zh", "zh_CN.UTF-8", "zh_TW", "zh-Hans"})
    EXPECT_EQ(language_of_locale(locale), Language::chinese) << locale;
  for (const char* locale : {"", "C", "en_GB.UTF-8", "de_DE", "zhuang"})
    EXPECT_EQ(language_of_locale(locale), Language::english) << locale;
}

TEST(Language, TheOptionIsSeenAnywhereOnTheCommandLine) {
  EXPECT_EQ(chosen({"linli-sim", "--lang", "zh", "levers"}), Language::chinese);
  EXPECT_EQ(chosen({"linli-sim", "levers", "--lang=zh"}), Language::chinese);
}

TEST(Language, TheOptionWinsOverTheLocale) {
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
  EXPECT_EQ(chosen({"linli-sim", "levers"}), Language::chinese);
  EXPECT_EQ(chosen({"linli-sim", "levers", "--lang", "en"}), Language::english);
  unsetenv("LC_ALL");
}

}  // namespace
}  // namespace linli
