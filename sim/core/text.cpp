#include "core/text.h"

#include <algorithm>

namespace linli {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The bytes of the control character that a text starts with: C0 and DEL take one, C1 (U+0080 to U+009F) two.
std::size_t control_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  return text.size() > 1 && byte(0) == 0xC2 && byte(1) < 0xA0 ? 2 : 0;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const bool stays = text.front() == '\n' || text.front() == '\t';
    const std::size_t control = stays ? 0 : control_length(text);
    clean += control > 0 ? replacement : text.substr(0, 1);
    text.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return clean;
}

bool is_one_line(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(1))
    if (control_length(text) > 0) return false;
  return true;
}

}  // namespace linli
