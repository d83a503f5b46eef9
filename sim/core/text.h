#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace linli {

enum class Language { english, chinese };

/// A fixed name or message in both languages. Messages hold fmt placeholders, numbered where the word order differs.
struct Text {
  std::string_view english;
  std::string_view chinese;

  constexpr std::string_view in(Language language) const { return language == Language::chinese ? chinese : english; }
};

/// A message that has its particulars filled in, in both languages, so that whoever shows it chooses.
struct Message {
  std::string english;
  std::string chinese;

  const std::string& in(Language language) const { return language == Language::chinese ? chinese : english; }
};

namespace detail {
inline const std::string& in(const Message& message, Language language) {
  return message.in(language);
}
inline std::string in(const Text& text, Language language) {
  return std::string(text.in(language));
}
template <class T>
const T& in(const T& value, Language) {
  return value;
}
}  // namespace detail

/// Fills in a message; arguments that are themselves Text or Message appear in the language of the sentence.
template <class... Arguments>
Message say(const Text& text, const Arguments&... arguments) {
  auto filled = [&](Language language) {
    return [&](const auto&... values) {
      return fmt::vformat(text.in(language), fmt::make_format_args(values...));
    }(detail::in(arguments, language)...);
  };
  return {filled(Language::english), filled(Language::chinese)};
}

/// A UTF-8 text as it may reach a terminal: control characters, which could move the cursor or hide what is there, are
/// replaced by U+FFFD. Line ends and tabs stay.
std::string printable(std::string_view text);

/// Has it no control characters, not even a line end or a tab? So should names and titles be.
bool is_one_line(std::string_view text);

}  // namespace linli
