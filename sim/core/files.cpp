#include "core/files.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/encoding.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t step = std::size_t{1} << 20;

[[noreturn]] void refuse(const fs::path& file, const std::string& place, const std::error_code& error) {
  throw InputError(place, say({"{} cannot be read: {}", "无法读取{}：{}"}, file.string(), cause_of(error)));
}

struct Close {
  void operator()(gzFile file) const { gzclose(file); }
};
using Opened = std::unique_ptr<gzFile_s, Close>;

/// zlib hands out a file that is not gzip as it is.
Opened open(const fs::path& file, const std::string& place) {
  require_file(file, place);
  Opened opened(gzopen(file.c_str(), "rb"));
  if (!opened) refuse(file, place, {errno, std::generic_category()});
  return opened;
}

void check_end(gzFile opened, const fs::path& file, const std::string& place) {
  int code = Z_OK;
  const std::string problem = gzerror(opened, &code);
  if (code == Z_ERRNO) refuse(file, place, {errno, std::generic_category()});
  if (code != Z_OK && code != Z_STREAM_END)
    throw InputError(place,
                     say({"{} is packed, but damaged: {}", "{}是压缩文件，但已损坏：{}"}, file.string(), problem));
}

void refuse_nul(const std::string& text, const fs::path& file, const std::string& place) {
  const std::size_t nul = text.find('\0');
  if (nul == text.npos) return;
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(nul), '\n') + 1;
  throw InputError(place, say({"line {} of {} has a NUL character: this is no text, or not in UTF-8",
                               "{1}第{0}行含有NUL字符：不是文本文件，或者不是UTF-8编码"},
                              line, file.string()));
}

/// The first word of the text that is not plain ASCII, by which a reader sees whether the encoding was right.
std::string telling_word(std::string_view text) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  const auto first = std::find_if_not(text.begin(), text.end(), is_ascii);
  return std::string(first, std::find_if(first, text.end(), is_ascii));
}

void note_encoding(const std::string& text, const char* encoding, const fs::path& file, Notes& notes) {
  notes.push_back({file.string(), say({"is not in UTF-8 and was read as {}; its first word in other letters is {}",
                                       "不是UTF-8编码，已按{}读取；其中第一个非ASCII词语为“{}”"},
                                      std::string(encoding), telling_word(text))});
}

[[noreturn]] void refuse_encoding(const fs::path& file, const std::string& place) {
  throw InputError(place, say({"{} is not in UTF-8; save it as UTF-8 (in Excel: \"CSV UTF-8\")",
                               "{}不是UTF-8编码；请另存为UTF-8（Excel中选择“CSV UTF-8”）"},
                              file.string()));
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void cut_byte_order_mark(std::string& text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
}

}  // namespace

Message cause_of(const std::error_code& error) {
  if (error == std::errc::permission_denied) return say({"there is no permission", "没有权限"});
  if (error == std::errc::filename_too_long) return say({"the name is too long", "文件名过长"});
  if (error == std::errc::too_many_symbolic_link_levels) return say({"its links go in a circle", "符号链接形成循环"});
  if (error == std::errc::no_space_on_device) return say({"no space is left on the disk", "磁盘空间不足"});
  return {error.message(), error.message()};
}

void require_file(const fs::path& file, const std::string& place) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found)
    throw InputError(place, say({"there is no file {}", "文件{}不存在"}, file.string()));
  if (status.type() == fs::file_type::none) refuse(file, place, error);
  if (fs::is_directory(status))
    throw InputError(place, say({"{} is a folder; a file is needed", "{}是文件夹；应为文件"}, file.string()));
  if (!fs::is_regular_file(status))
    throw InputError(place, say({"{} is a pipe or a device; a regular file is needed", "{}是管道或设备；应为普通文件"},
                                file.string()));
}

std::string read_bytes(const fs::path& file, const std::string& place, std::size_t most) {
  const Opened opened = open(file, place);
  std::string bytes;
  while (bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    const int got = gzread(opened.get(), bytes.data() + before, static_cast<unsigned>(step));
    bytes.resize(before + static_cast<std::size_t>(std::max(got, 0)));
    if (got < static_cast<int>(step)) {
      check_end(opened.get(), file, place);
      if (bytes.size() <= most) return bytes;
    }
  }
  throw InputError(place, say({"{} holds more than {} MB, the most that is read", "{}超过{}MB，即可读取的上限"},
                              file.string(), most >> 20));
}

std::string read_utf8(const fs::path& file, const std::string& place) {
  std::string text = read_bytes(file, place);
  if (!is_utf8(text)) refuse_encoding(file, place);
  refuse_nul(text, file, place);
  cut_byte_order_mark(text);
  return text;
}

std::string read_text(const fs::path& file, const std::string& place, Notes& notes) {
  std::string text = read_bytes(file, place);
  if (!is_utf8(text)) {
    const char* encoding = is_utf16(text) ? "UTF-16" : "GB18030";
    std::optional<std::string> converted = to_utf8(text, encoding);
    if (!converted) refuse_encoding(file, place);
    text = std::move(*converted);
    note_encoding(text, encoding, file, notes);
  }
  refuse_nul(text, file, place);
  cut_byte_order_mark(text);
  return text;
}

}  // namespace linli
