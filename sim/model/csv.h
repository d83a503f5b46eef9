#pragma once

/// Tables in CSV: a line of column names, then a line per row. Cells with commas stand in double quotes, and a quote in
/// such a cell is doubled. A byte order mark and Windows line ends, as spreadsheets write them, are taken.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace linli {

class CsvTable {
 public:
  /// Throws InputError for a file that cannot be read, has no header, or has a row of the wrong length. Every column
  /// must be among `needed` or `optional`, and all of `needed` must be there.
  CsvTable(const std::filesystem::path& file, const std::vector<std::string>& needed,
           const std::vector<std::string>& optional = {});

  std::size_t rows() const { return cells_.size(); }
  bool has(std::string_view column) const { return position(column) < columns_.size(); }
  const std::string& text(std::size_t row, std::string_view column) const;
  /// A finite number from low to high. Throws InputError at the cell.
  double number(std::size_t row, std::string_view column, double low, double high) const;
  /// "towns.csv:3 area_km2"
  std::string where(std::size_t row, std::string_view column) const;

 private:
  std::size_t position(std::string_view column) const;
  void check_columns(const std::vector<std::string>& needed, const std::vector<std::string>& optional) const;

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> cells_;
  std::vector<std::size_t> lines_;  // line number of each row
};

}  // namespace linli
