#pragma once

/// A table of texts that a user gave, be it in CSV or in GraphML: named columns, and for every row its place in the
/// file. Columns are found by their names, also in other capitals where there is none of exactly that name.

#include <string>
#include <string_view>
#include <vector>

namespace linli {

class Table {
 public:
  Table(std::string file, std::vector<std::string> columns);

  /// `place` follows the name of the file: ":12", " node 7". There must be a cell for every column.
  void add(std::vector<std::string> cells, std::string place);

  std::size_t rows() const { return rows_.size(); }
  const std::string& file() const { return file_; }
  const std::vector<std::string>& columns() const { return columns_; }

  bool has(std::string_view column) const { return position(column) < columns_.size(); }
  /// Columns with names other than these.
  std::vector<std::string> others(const std::vector<std::string>& known) const;
  const std::string& text(std::size_t row, std::string_view column) const;
  /// Is there such a column, with more than blanks in this row?
  bool filled(std::size_t row, std::string_view column) const;
  /// A finite number from low to high. Throws InputError at the cell.
  double number(std::size_t row, std::string_view column, double low, double high) const;

  /// "towns.csv:3"
  std::string where(std::size_t row) const { return file_ + rows_[row].place; }
  /// "towns.csv:3 area_km2"
  std::string where(std::size_t row, std::string_view column) const;

  /// Throws InputError, which tells the columns that are there, when one is missing.
  void require(const std::vector<std::string>& needed) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    std::string place;
  };

  std::size_t position(std::string_view column) const;

  std::string file_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

/// A text without the blanks around it.
std::string_view trimmed(std::string_view text);

}  // namespace linli
