#pragma once

/// Text for people to read: numbers, durations and tables in which Chinese characters take two columns.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

/// Columns that a UTF-8 text takes on a terminal.
std::size_t display_width(std::string_view text);

/// "10,466,625"
std::string grouped(std::uint64_t number);

/// "2:05" (minutes and seconds) or "1:02:05".
std::string duration_text(double seconds);

/// Rows of cells as lines of aligned columns; the first row is the heading.
std::string table_text(const std::vector<std::vector<std::string>>& rows);

/// JSON as text. A file name need not be UTF-8; what is not is replaced.
std::string json_text(const nlohmann::ordered_json& json, int indent = 2);
std::string json_text(const nlohmann::json& json, int indent = 2);

}  // namespace linli
