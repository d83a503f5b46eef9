#include "model/table.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include "core/error.h"

namespace linli {
namespace {

char in_small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return in_small(one) == in_small(other); });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

Table::Table(std::string file, std::vector<std::string> columns)
    : file_(std::move(file)), columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells, std::string place) {
  assert(cells.size() == columns_.size());
  rows_.push_back({std::move(cells), std::move(place)});
}

std::size_t Table::position(std::string_view column) const {
  auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end())
    found = std::find_if(columns_.begin(), columns_.end(), [&](auto& name) { return same_name(name, column); });
  return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::string> Table::others(const std::vector<std::string>& known) const {
  std::vector<std::string> others;
  for (const std::string& column : columns_)
    if (std::none_of(known.begin(), known.end(), [&](auto& name) { return same_name(name, column); }))
      others.push_back(column);
  return others;
}

const std::string& Table::text(std::size_t row, std::string_view column) const {
  assert(has(column));
  return rows_[row].cells[position(column)];
}

bool Table::filled(std::size_t row, std::string_view column) const {
  return has(column) && !trimmed(text(row, column)).empty();
}

double Table::number(std::size_t row, std::string_view column, double low, double high) const {
  const std::string_view cell = trimmed(text(row, column));
  double value = 0.0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    throw InputError(where(row, column), say({"\"{}\" is not a number", "“{}”不是数字"}, std::string(cell)));
  if (value < low || value > high)
    throw InputError(where(row, column),
                     say({"is {}; allowed are {} to {}", "为{}；允许范围为{}至{}"}, value, low, high));
  return value;
}

std::string Table::where(std::size_t row, std::string_view column) const {
  return fmt::format("{} {}", where(row), column);
}

void Table::require(const std::vector<std::string>& needed) const {
  for (const std::string& column : needed)
    if (!has(column))
      throw InputError(file_, say({"the column {} is missing; the columns are {}", "缺少“{}”列；现有的列为{}"}, column,
                                  fmt::format("{}", fmt::join(columns_, ", "))));
}

}  // namespace linli
