#include "model/toml_mistakes.h"

#include <gtest/gtest.h>

#include "model/toml_document.h"

namespace linli {
namespace {

/// What is said of a text that is no TOML.
InputError mistake_in(const std::string& text) {
  try {
    parse_document(text, "mine.toml");
  } catch (const InputError& error) {
    return error;
  }
  return InputError("", {"nothing", "无"});
}

struct Wrong {
  std::string text, where, says;
};

TEST(TomlMistakes, FullWidthCharactersAreNamedWithWhatIsNeeded) {
  for (const auto& [text, where, says] :
       std::vector<Wrong>{{"a = “x”\n", "mine.toml:1:5", "“ is a full-width character"},
                          {"a = ‘x’\n", "mine.toml:1:5", "TOML needs '"},
                          {"title = { en = “t”, zh = \"t\" }", "mine.toml:1:16", "TOML needs \""},
                          {"a = [\"示例镇\", “长安镇”]", "mine.toml:1:13", "“ is"},
                          {"a = \"x”\nb = 1", "mine.toml:1:8", "” is a full-width"},
                          {"“a” = 1", "mine.toml:1:1", "“ is"},
                          {"a = 「x」", "mine.toml:1:5", "「 is"},
                          {"a ＝ 1", "mine.toml:1:3", "TOML needs ="},
                          {"a = 1\nb： 2", "mine.toml:2:2", "TOML needs ="},
                          {"a = [1，2]", "mine.toml:1:7", "TOML needs ,"},
                          {"【world】", "mine.toml:1:1", "TOML needs ["},
                          {"a = ３", "mine.toml:1:5", "TOML needs 3"},
                          {"\u3000a = 3", "mine.toml:1:1", "full-width space"},
                          {"a = 3；", "mine.toml:1:6", "；"}}) {
    const InputError error = mistake_in(text);
    EXPECT_EQ(error.where, where) << text;
    EXPECT_NE(error.what_is_wrong.english.find(says), std::string::npos) << text << ": " << error.what();
    EXPECT_NE(error.what_is_wrong.chinese, error.what_is_wrong.english) << text;
  }
}

TEST(TomlMistakes, TheCommonestAreExplainedInBothLanguages) {
  for (const auto& [text, where, says] :
       std::vector<Wrong>{{"a = \"x\nb = 1", "1:7", "quotation mark is not closed"},
                          {"a = 'x", "1:7", "quotation mark is not closed"},
                          {"a = \"\"\"x\n", "1:10", "quotation mark is not closed"},
                          {"a 1", "1:3", "= and a value must follow"},
                          {"a =\n", "1:4", "value after = is missing"},
                          {"a = 1\na = 2", "2:5", "a has a value already"},
                          {"[a]\n[a]", "2:1", "a is there already"},
                          {"[a]\nb = 1\n[a.b]", "3:1", "a.b is there already"},
                          {"a = 2021-13-01", "1:12", "dates are written 2021-01-31"},
                          {"a = 2021-1-1", "1:11", "dates are written"},
                          {"a = 01", "1:7", "numbers are written"},
                          {"a = 1.2.3", "1:8", "numbers are written"},
                          {"a = 10%", "1:7", "numbers are written"},
                          {"a = 99999999999999999999", "1:25", "numbers are written"},
                          {"a = 5 days", "1:7", "in quotation marks"},
                          {"a = [1, 2\nb = 3", "2:1", "list is not closed"},
                          {"a = { b = 1, }", "1:14", "none at the end: { en"},
                          {"a = { b = 1\n}", "1:12", "on one line"},
                          {"[a\nb = 1", "1:3", "name of a table is not closed"},
                          {"a = \"C:\\towns.csv\"\nb = \"C:\\qrs\"", "2:9", "write \\\\"},
                          {"a = \"C:\\Users\"", "1:10", "single quotation marks"},
                          {"a = yes", "1:5", "this is no value"},
                          {"a = True", "1:5", "this is no value"},
                          {"中文 = 1", "1:1", "a line starts with a key"},
                          {"a. = 1", "1:4", "this is no key"},
                          {"a = \"x\x01y\"", "1:7", "control character"}}) {
    const InputError error = mistake_in(text);
    EXPECT_EQ(error.where, "mine.toml:" + where) << text;
    EXPECT_NE(error.what_is_wrong.english.find(says), std::string::npos) << text << ": " << error.what();
    EXPECT_EQ(error.what_is_wrong.english.find("rror while"), std::string::npos) << error.what();
    EXPECT_EQ(error.what_is_wrong.chinese.find("rror while"), std::string::npos) << error.what();
  }
}

TEST(TomlMistakes, KeysOfTooManyPartsAreRefusedBeforeTheyOverflowTheStack) {
  std::string key = "a";
  for (int part = 1; part < 40'000; ++part) key += ".a";
  for (const std::string& text : {"x = 1\n" + key + " = 1", "\n[" + key + "]", "\na = { " + key + " = 1 }"}) {
    const InputError error = mistake_in(text);
    EXPECT_EQ(error.where, "mine.toml:2");
    EXPECT_EQ(error.what_is_wrong.english, "a key has more than 16 parts");
  }
}

TEST(TomlMistakes, DotsInTextsNumbersAndCommentsAreNoPartsOfKeys) {
  const std::string dots(100, '.');
  EXPECT_NO_THROW(parse_document(
      "# " + dots + "\n\"" + dots + "\" = '" + dots + "'\na = \"\"\"\n" + dots + "\"\n\"\"\"\n", "mine.toml"));
  std::string numbers = "a = [0.5";
  for (int i = 0; i < 100; ++i) numbers += ", 0.5";
  EXPECT_NO_THROW(parse_document(numbers + "]\n", "mine.toml"));
}

TEST(TomlMistakes, ListsAndTablesNestedAsDeepAsTheParserAllowsFitOnTheStack) {
  std::string key = "a";
  for (int part = 1; part < most_parts_of_key; ++part) key += ".a";
  std::string text, end;
  for (int depth = 0; depth < 300; ++depth) text += (depth ? "{ " : "") + key + " = ", end += " }";
  const InputError error = mistake_in(text + "1" + end);
  EXPECT_NE(error.what_is_wrong.english.find("nested too deep"), std::string::npos) << error.what();
  std::string allowed, closed;
  for (int depth = 0; depth < 200; ++depth) allowed += (depth ? "{ " : "") + key + " = ", closed += depth ? " }" : "";
  EXPECT_NO_THROW(parse_document(allowed + "1" + closed, "mine.toml"));
}

TEST(TomlMistakes, ControlCharactersInTextsAreRefused) {
  const Document document = parse_document("a = \"x\\u001b[2J\"\nb = \"x\\ny\"\nc = \"\"", "mine.toml");
  const Item root{&document.root, ""};
  EXPECT_THROW(text_in(*find(root, "a")), InputError);
  EXPECT_EQ(text_in(*find(root, "b")), "x\ny");
  EXPECT_THROW(line_in(*find(root, "b")), InputError);
  EXPECT_THROW(words_in(*find(root, "c")), InputError);
}

}  // namespace
}  // namespace linli
