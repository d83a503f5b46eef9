#include "model/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <fstream>

#include "core/error.h"
#include "model/suggestions.h"

namespace linli {
namespace {

std::vector<std::string> split(std::string_view line, const std::string& where) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool doubled = quoted && line.substr(i, 2) == "\"\"";
    if (doubled) {
      cells.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  if (quoted) throw InputError(where, say({"a quotation mark is not closed", "引号没有闭合"}));
  return cells;
}

}  // namespace

CsvTable::CsvTable(const std::filesystem::path& file, const std::vector<std::string>& needed,
                   const std::vector<std::string>& optional, OtherColumns others)
    : file_(file.string()) {
  std::ifstream stream(file, std::ios::binary);
  if (!std::filesystem::is_regular_file(file) || !stream)
    throw InputError(file_, say({"there is no such file, or it cannot be read", "文件不存在或无法读取"}));
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    std::vector<std::string> cells = split(line, fmt::format("{}:{}", file_, number));
    if (columns_.empty()) {
      columns_ = std::move(cells);
      if (others == OtherColumns::refused) refuse_columns_beside(needed, optional);
      require_columns(needed);
      continue;
    }
    if (cells.size() != columns_.size())
      throw InputError(
          fmt::format("{}:{}", file_, number),
          say({"the row has {} cells, the header {}", "该行有{}个单元格，表头有{}个"}, cells.size(), columns_.size()));
    cells_.push_back(std::move(cells));
    lines_.push_back(number);
  }
  if (columns_.empty()) throw InputError(file_, say({"the file is empty", "文件为空"}));
}

void CsvTable::refuse_columns_beside(std::vector<std::string> known, const std::vector<std::string>& optional) const {
  known.insert(known.end(), optional.begin(), optional.end());
  for (const std::string& column : columns_)
    if (std::find(known.begin(), known.end(), column) == known.end())
      throw InputError(file_ + ":1",
                       say({"there is no such column as {}{}", "没有“{}”这一列{}"}, column, suggestion(column, known)));
}

void CsvTable::require_columns(const std::vector<std::string>& needed) const {
  for (const std::string& column : needed)
    if (!has(column)) throw InputError(file_ + ":1", say({"the column {} is missing", "缺少“{}”列"}, column));
}

std::size_t CsvTable::position(std::string_view column) const {
  return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
}

const std::string& CsvTable::text(std::size_t row, std::string_view column) const {
  assert(has(column));
  return cells_[row][position(column)];
}

double CsvTable::number(std::size_t row, std::string_view column, double low, double high) const {
  const std::string& cell = text(row, column);
  double value = 0.0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    throw InputError(where(row, column), say({"\"{}\" is not a number", "“{}”不是数字"}, cell));
  if (value < low || value > high)
    throw InputError(where(row, column),
                     say({"is {}; allowed are {} to {}", "为{}；允许范围为{}至{}"}, value, low, high));
  return value;
}

std::string CsvTable::where(std::size_t row) const {
  return fmt::format("{}:{}", file_, lines_[row]);
}

std::string CsvTable::where(std::size_t row, std::string_view column) const {
  return fmt::format("{} {}", where(row), column);
}

}  // namespace linli
