#include "core/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <memory>

namespace linli {
namespace {

struct Close {
  void operator()(void* converter) const { iconv_close(converter); }
};

constexpr auto failed = static_cast<std::size_t>(-1);

}  // namespace

std::optional<std::string> to_utf8(std::string_view text, const char* encoding) {
  const iconv_t opened = iconv_open("UTF-8", encoding);
  if (opened == reinterpret_cast<iconv_t>(failed)) return {};
  const std::unique_ptr<void, Close> converter(opened);

  std::string converted(2 * text.size() + 8, '\0');  // two bytes in any of these encodings are at most four in UTF-8
  char* from = const_cast<char*>(text.data());       // iconv does not write there
  char* to = converted.data();
  std::size_t left = text.size(), room = converted.size();
  if (iconv(opened, &from, &left, &to, &room) == failed) return {};
  converted.resize(converted.size() - room);
  return converted;
}

bool is_utf8(std::string_view text) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  return std::all_of(text.begin(), text.end(), is_ascii) || to_utf8(text, "UTF-8");
}

}  // namespace linli
