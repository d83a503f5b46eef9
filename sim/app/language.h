#pragma once

#include <span>
#include <string_view>

#include "core/text.h"

namespace linli {

/// The language of a POSIX locale name: Chinese for "zh", "zh_CN.UTF-8" and the like, else English.
Language language_of_locale(std::string_view locale);

/// The language asked for with --lang, else that of LC_ALL, LC_MESSAGES or LANG, whichever is set first. Known before
/// the command line is parsed, so that its help and its complaints are in that language too.
Language choose_language(std::span<const char* const> arguments);

}  // namespace linli
