#include "geography/network_columns.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace linli {
namespace {

const std::vector<std::string> names_of_ids = {"id", "osmid", "node_id", "nodeid", "name"};
const std::vector<ColumnPair> names_of_ends = {
    {"from", "to"}, {"source", "target"}, {"u", "v"}, {"from_node_id", "to_node_id"}, {"node_start", "node_end"}};
const std::vector<ColumnPair> names_of_places = {
    {"lon", "lat"}, {"longitude", "latitude"}, {"lng", "lat"}, {"long", "lat"}, {"x", "y"}};

std::string listed(const Table& table) {
  return fmt::format("{}", fmt::join(table.columns(), ", "));
}

std::string in_words(const std::vector<ColumnPair>& pairs) {
  std::string words;
  for (const auto& [first, second] : pairs) words += fmt::format("{}{}, {}", words.empty() ? "" : "; ", first, second);
  return words;
}

[[noreturn]] void refuse_columns(const Table& table, const std::string& allowed) {
  throw InputError(table.file(), say({"none of these columns is there: {}; the columns are {}",
                                      "缺少以下任何一种列：{}；现有的列为{}"},
                                     allowed, listed(table)));
}

bool starts_with(std::string_view name, std::string_view start) {
  return name.size() >= start.size() &&
         std::equal(start.begin(), start.end(), name.begin(), [](char a, char b) { return a == b || a == (b | 0x20); });
}

/// Pairs of columns that are a known pair, with one ending or none: lon and lat, lon_wgs84 and lat_wgs84.
std::vector<ColumnPair> places_in(const Table& nodes) {
  std::vector<ColumnPair> found;
  for (const auto& [lon, lat] : names_of_places)
    for (const std::string& column : nodes.columns()) {
      const std::string ending = starts_with(column, lon) ? column.substr(lon.size()) : "?";
      if ((ending.empty() || ending.front() == '_') && nodes.has(lat + ending))
        found.emplace_back(column, lat + ending);
    }
  return found;
}

std::optional<double> number_in(std::string_view cell) {
  const std::string_view digits = trimmed(cell);
  double value = 0.0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

bool is_within(std::string_view cell, double limit) {
  const std::optional<double> number = number_in(cell);
  return number && std::abs(*number) <= limit;
}

bool is_in_degrees(const Table& nodes, const ColumnPair& place) {
  for (std::size_t row = 0; row < nodes.rows(); ++row)
    if (!is_within(nodes.text(row, place.first), longest_lon) || !is_within(nodes.text(row, place.second), longest_lat))
      return false;
  return true;
}

}  // namespace

std::string column_of_ids(const Table& nodes) {
  for (const std::string& name : names_of_ids)
    if (nodes.has(name)) return name;
  refuse_columns(nodes, fmt::format("{}", fmt::join(names_of_ids, "; ")));
}

ColumnPair columns_of_ends(const Table& edges) {
  for (const ColumnPair& pair : names_of_ends)
    if (edges.has(pair.first) && edges.has(pair.second)) return pair;
  refuse_columns(edges, in_words(names_of_ends));
}

ColumnPair columns_of_places(const Table& nodes, Notes& notes) {
  const std::vector<ColumnPair> pairs = places_in(nodes);
  if (pairs.empty()) refuse_columns(nodes, in_words(names_of_places));
  const auto taken = std::find_if(pairs.begin(), pairs.end(), [&](auto& pair) { return is_in_degrees(nodes, pair); });
  if (taken == pairs.begin() || taken == pairs.end()) return pairs.front();
  notes.push_back({nodes.file(), say({"{} and {} are not in degrees everywhere; {} and {} are taken",
                                      "{}、{}并非都是经纬度；改用{}、{}"},
                                     pairs.front().first, pairs.front().second, taken->first, taken->second)});
  return *taken;
}

bool means_missing(std::string_view cell) {
  std::string word(trimmed(cell));
  std::transform(word.begin(), word.end(), word.begin(), [](char letter) { return letter | 0x20; });
  return word == "nan" || word == "none" || word == "null" || word == "na" || word == "<na>";
}

std::optional<double> OptionalNumbers::get(std::size_t row, std::string_view column, double low, double high) {
  if (!table_.filled(row, column)) return {};
  if (!means_missing(table_.text(row, column))) return table_.number(row, column, low, high);
  const auto known = std::find_if(missing_.begin(), missing_.end(), [&](auto& each) { return each.column == column; });
  if (known == missing_.end())
    missing_.push_back({std::string(column), row, 1});
  else
    ++known->cells;
  return {};
}

void OptionalNumbers::add_notes(Notes& notes) const {
  for (const auto& [column, row, cells] : missing_)
    notes.push_back({table_.where(row, column), say({"\"{}\" counts as missing; such cells in this column: {}",
                                                     "“{}”视为缺失；该列共有{}个这样的单元格"},
                                                    std::string(trimmed(table_.text(row, column))), cells)});
}

}  // namespace linli
