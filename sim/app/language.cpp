#include "app/language.h"

#include <cstdlib>

namespace linli {
namespace {

std::string_view asked_language(std::span<const char* const> arguments) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == option && i + 1 < arguments.size()) return arguments[i + 1];
    if (argument.starts_with("--lang=")) return argument.substr(option.size() + 1);
  }
  return {};
}

std::string_view locale_of_messages() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return value;
  return {};
}

}  // namespace

Language language_of_locale(std::string_view locale) {
  const bool chinese =
      locale == "zh" || locale.starts_with("zh_") || locale.starts_with("zh-") || locale.starts_with("zh.");
  return chinese ? Language::chinese : Language::english;
}

Language choose_language(std::span<const char* const> arguments) {
  const std::string_view asked = asked_language(arguments);
  return language_of_locale(asked.empty() ? locale_of_messages() : asked);
}

}  // namespace linli
