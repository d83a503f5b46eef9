#pragma once

/// Texts come in as UTF-8. Chinese Windows also writes GB18030 (GBK is a part of it), and UTF-16 with a byte order
/// mark.

#include <optional>
#include <string>
#include <string_view>

namespace linli {

bool is_utf8(std::string_view text);

/// From an encoding that iconv knows by name to UTF-8; nothing when the text is not valid in it.
std::optional<std::string> to_utf8(std::string_view text, const char* encoding);

}  // namespace linli
