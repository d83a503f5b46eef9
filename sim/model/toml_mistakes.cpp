#include "model/toml_mistakes.h"

#include <algorithm>
#include <optional>
#include <string>

namespace linli {
namespace {

// Full-width characters.

struct Lookalike {
  std::string_view wide, plain;
};
constexpr Lookalike lookalikes[] = {
    {"“", "\""},  {"”", "\""}, {"„", "\""}, {"＂", "\""}, {"「", "\""}, {"」", "\""}, {"『", "\""},
    {"』", "\""}, {"‘", "'"},  {"’", "'"},  {"＇", "'"},  {"，", ","},  {"、", ","},  {"。", "."},
    {"．", "."},  {"＝", "="}, {"：", "="}, {"［", "["},  {"］", "]"},  {"【", "["},  {"】", "]"},
    {"｛", "{"},  {"｝", "}"}, {"＃", "#"}, {"－", "-"},  {"０", "0"},  {"１", "1"},  {"２", "2"},
    {"３", "3"},  {"４", "4"}, {"５", "5"}, {"６", "6"},  {"７", "7"},  {"８", "8"},  {"９", "9"},
};
constexpr std::string_view wide_space = "\u3000", wide_semicolon = "；";

std::optional<Message> if_wide(std::string_view text) {
  for (const Lookalike& each : lookalikes)
    if (text.starts_with(each.wide))
      return say({"{0} is a full-width character, as a Chinese input method writes it; TOML needs {1}",
                  "{0}是中文（全角）符号；TOML须用英文半角的{1}"},
                 std::string(each.wide), std::string(each.plain));
  if (text.starts_with(wide_space))
    return say({"this is a full-width space; TOML needs a common one", "此处为全角空格；TOML须用半角空格"});
  if (text.starts_with(wide_semicolon))
    return say({"no ； may stand here: a line holds one value", "此处不能有“；”：一行只写一个值"});
  return {};
}

/// The lines of a text from number `line` on, which is counted from 1.
std::string_view from_line(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text;
}

/// A text from its character number `column` on, which is counted from 1.
std::string_view from_column(std::string_view text, std::uint32_t column) {
  const auto follows = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
  for (; column > 1 && !text.empty(); --column) {
    text.remove_prefix(1);
    while (!text.empty() && follows(text.front())) text.remove_prefix(1);
  }
  return text;
}

std::optional<Message> first_wide_in(std::string_view line) {
  for (; !line.empty(); line.remove_prefix(1))
    if (const auto wide = if_wide(line)) return wide;
  return {};
}

// Mistakes of any language.

struct Mistake {
  std::string_view sign;  // part of the parser's complaint
  Text meaning;           // {} is what the parser quotes
};
constexpr Text unclosed = {"a quotation mark is not closed in this line", "本行的引号没有闭合"};
constexpr Text number = {
    "this is no number; numbers are written 12 or 0.5, and with a unit in quotation marks: \"5 days\"",
    "这不是数字；数字应写作12或0.5，带单位时须加引号，如\"5 days\""};
constexpr Text date = {"this is no date; dates are written 2021-01-31", "这不是有效日期；日期应写作2021-01-31"};
constexpr Text no_escape = {
    "\\ starts a special character; for itself write \\\\, or put the text in single quotation marks",
    "反斜杠用于转义；反斜杠本身应写作\\\\，或改用单引号"};
constexpr Text list = {"the list is not closed by ], or a comma is missing or too many", "列表缺少]，或逗号缺少、多余"};
constexpr Text inline_table = {
    "a table in braces stands on one line, with a comma between its entries and none at the end: {{ en = \"a\", zh = "
    "\"b\" }}",
    "花括号中的表须写在一行内，各项之间用逗号，末尾不加逗号：{{ en = \"a\", zh = \"b\" }}"};
constexpr Text value = {
    "this is no value; a value is a text in quotation marks, a number, a date, true, false or a [list]",
    "这不是值；值应为加引号的文本、数字、日期、true、false或[列表]"};

/// In the order in which they are looked for.
constexpr Mistake mistakes[] = {
    {"invalid utf-8", {"this is not in UTF-8; save the file as UTF-8", "不是UTF-8编码；请将文件另存为UTF-8"}},
    {"unknown escape sequence", no_escape},
    {"parsing unicode scalar sequence", no_escape},
    {"parsing string: encountered end-of-file", unclosed},
    {"parsing literal string: encountered end-of-file", unclosed},
    {"control character", {"a control character may not stand here", "此处不能有控制字符"}},
    {"key-value pair: cannot redefine", {"{} has a value already, further up", "前面已经给{}赋过值"}},
    {"cannot redefine",
     {"{} is there already, further up; what belongs to one table stands together",
      "前面已经有{}；同一个表的内容应写在一起"}},
    {"cannot insert", {"{} has a value already, further up", "前面已经给{}赋过值"}},
    {"expected '='", {"after a key, = and a value must follow", "名称之后应为“=”和值"}},
    {"expected value, saw", {"the value after = is missing", "“=”后面缺少值"}},
    {"parsing date", date},
    {"parsing time", date},
    {"parsing boolean", value},
    {"integer", number},
    {"floating-point", number},
    {"parsing array", list},
    {"parsing inline table", inline_table},
    {"parsing table header",
     {"the name of a table is not closed by ], or wrong: [world]", "表名缺少]或书写有误；应写作[world]"}},
    {"expected a comment or whitespace",
     {"something stands after the value; a line holds one value, and a text or a number with its unit stands in "
      "quotation marks",
      "值的后面还有其他内容；一行只写一个值，文本和带单位的数字须加引号"}},
    {"could not determine value type", value},
    {"expected keys, tables",
     {"a line starts with a key or a [table]; keys of other than letters, digits, - and _ stand in quotation marks",
      "一行应以名称或[表名]开头；名称如含字母、数字、-、_以外的字符，须加引号"}},
    {"parsing key",
     {"this is no key; keys are letters, digits, - and _, with dots between",
      "这不是有效的名称；名称由字母、数字、-、_组成，以“.”分隔"}},
    {"nested value depth", {"lists or tables are nested too deep", "列表或表嵌套过深"}},
};

/// What the parser put in single quotation marks.
std::string quoted_in(std::string_view complaint) {
  const std::size_t first = complaint.find('\''), end = complaint.find('\'', first + 1);
  return end == complaint.npos ? "" : std::string(complaint.substr(first + 1, end - first - 1));
}

std::optional<Message> known_mistake(std::string_view complaint) {
  for (const Mistake& mistake : mistakes)
    if (complaint.find(mistake.sign) != complaint.npos) return say(mistake.meaning, quoted_in(complaint));
  return {};
}

bool ends_in_string(std::string_view complaint, std::string_view rest) {
  const bool in_string = complaint.find("string: ") != complaint.npos;
  return in_string && (rest.empty() || rest.front() == '\n' || rest.front() == '\r');
}

// Keys.

/// Goes over strings and comments, whose dots are none.
class Skipping {
 public:
  explicit Skipping(std::string_view text) : text_(text) {}

  /// The next character outside of strings and comments, or '\0' at the end. A string counts as one '"'.
  char next() {
    if (at_ >= text_.size()) return '\0';
    const char here = text_[at_];
    if (here == '#') at_ = std::min(text_.find('\n', at_), text_.size() - 1);
    if (here == '"' || here == '\'') return skip_string(here), '"';
    return text_[at_++];
  }
  std::size_t at() const { return at_; }

 private:
  void skip_string(char mark) {
    const std::string three(3, mark);
    if (text_.substr(at_, 3) == three) {
      at_ = std::min(text_.find(three, at_ + 3), text_.size() - 3) + 3;
      return;
    }
    for (++at_; at_ < text_.size() && text_[at_] != mark && text_[at_] != '\n'; ++at_)
      if (mark == '"' && text_[at_] == '\\') ++at_;
    at_ += at_ < text_.size() && text_[at_] == mark;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

void require_short_keys(std::string_view text, const std::string& source) {
  constexpr std::string_view between_keys = "\n=,[]{}";
  Skipping skipping(text);
  int parts = 1;
  while (const char here = skipping.next()) {
    if (here == '.') ++parts;
    if (between_keys.find(here) != between_keys.npos) parts = 1;
    if (parts <= most_parts_of_key) continue;
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(skipping.at()), '\n');
    throw InputError(fmt::format("{}:{}", source, line),
                     say({"a key has more than {} parts", "名称超过{}段"}, most_parts_of_key));
  }
}

Message explained(const toml::parse_error& error, std::string_view text) {
  const std::string_view complaint = error.description();
  const toml::source_position at = error.source().begin;
  const std::string_view line = from_line(text, at.line), rest = from_column(line, at.column);
  if (const auto wide = if_wide(rest)) return *wide;
  if (ends_in_string(complaint, rest)) {
    const auto wide = first_wide_in(line.substr(0, line.find('\n')));
    return wide ? *wide : say(unclosed);
  }
  if (const auto known = known_mistake(complaint)) return *known;
  return {std::string(complaint), std::string(complaint)};
}

}  // namespace linli
