#pragma once

/// What is wrong with a text that is no TOML, in words for people and in both languages. The parser speaks English,
/// names what it saw and seldom what was meant; the full-width characters of a Chinese keyboard puzzle it.

#include <toml++/toml.h>
#include <string_view>

#include "core/error.h"

namespace linli {

/// Keys of more parts than this could overflow the stack; "parameters.grievance.rate.neighbour" has four.
inline constexpr int most_parts_of_key = 16;

/// Throws InputError, with the line in `source`, for a key of too many parts.
void require_short_keys(std::string_view text, const std::string& source);

/// What the parser's complaint about a text means.
Message explained(const toml::parse_error& error, std::string_view text);

}  // namespace linli
