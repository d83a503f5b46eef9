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
  enum class OtherColumns { refused, ignored };

  /// Throws InputError for a file that cannot be read, has no header, or has a row of the wrong length. All of `needed`
  /// must be there, and unless others are ignored every column must be among `needed` or `optional`.
  CsvTable(const std::filesystem::path& file, const std::vector<std::string>& needed,
           const std::vector<std::string>& optional = {}, OtherColumns others = OtherColumns::refused);

  std::size_t rows() const { return cells_.size(); }
  bool has(std::string_view column) const { return position(column) < columns_.size(); }
  const std::string& text(std::size_t row, std::string_view column) const;
  /// A finite number from low to high. Throws InputError at the cell.
  double number(std::size_t row, std::string_view column, double low, double high) const;
  /// "towns.csv:3"
  std::string where(std::size_t row) const;
  /// "towns.csv:3 area_km2"
  std::string where(std::size_t row, std::string_view column) const;

 private:
  std::size_t position(std::string_view column) const;
  void require_columns(const std::vector<std::string>& needed) const;
  void refuse_columns_beside(std::vector<std::string> known, const std::vector<std::string>& optional) const;

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> cells_;
  std::vector<std::size_t> lines_;  // line number of each row
};

}  // namespace linli
