#pragma once

/// The one door by which files of the user come in: regular files of a bounded size, gzip unpacked, texts as UTF-8.
/// `place` is where the file is named, for complaints: "town.toml:1:11 extends".

#include <filesystem>
#include <string>
#include <system_error>

#include "core/error.h"

namespace linli {

/// Why the system could not do something with a file.
Message cause_of(const std::error_code& error);

/// More is not read, and not unpacked. [bytes]
inline constexpr std::size_t largest_file = std::size_t{256} << 20;

/// Throws InputError unless there is such a file, and it is neither a folder nor a pipe, which would be waited for.
void require_file(const std::filesystem::path& file, const std::string& place);

/// What is in it. Throws InputError when it cannot be read or holds more than `most`.
std::string read_bytes(const std::filesystem::path& file, const std::string& place, std::size_t most = largest_file);

/// A text in UTF-8, without a byte order mark. Throws InputError for one in another encoding, or with NUL characters.
std::string read_utf8(const std::filesystem::path& file, const std::string& place);

/// The same, but GB18030 and UTF-16 are converted, with a note that shows some of what was read.
std::string read_text(const std::filesystem::path& file, const std::string& place, Notes& notes);

}  // namespace linli
