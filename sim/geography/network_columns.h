#pragma once

/// Which columns of a table mean what.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "model/table.h"

namespace linli {

using ColumnPair = std::pair<std::string, std::string>;

inline constexpr double longest_lon = 180.0, longest_lat = 85.0;  // [degrees]; as in tables of towns

/// The column by which nodes are known. Throws InputError when there is none.
std::string column_of_ids(const Table& nodes);

/// The columns that say where an edge starts and ends. Throws InputError when there are none.
ColumnPair columns_of_ends(const Table& edges);

/// The columns of longitude and latitude: the first pair that is in degrees all over, or else the first of all. Notes a
/// pair that was passed over, and throws InputError when there is none.
ColumnPair columns_of_places(const Table& nodes, Notes& notes);

/// Does a word stand for a number that is not known, as programs write it?
bool means_missing(std::string_view cell);

/// Numbers of columns that may be missing, and may be missing in some rows.
class OptionalNumbers {
 public:
  explicit OptionalNumbers(const Table& table) : table_(table) {}

  /// Nothing where the column is not there, or its cell empty or a word such as nan. Throws InputError beyond the
  /// limits.
  std::optional<double> get(std::size_t row, std::string_view column, double low, double high);

  /// One note for each column in which words stood for missing numbers.
  void add_notes(Notes& notes) const;

 private:
  struct Missing {
    std::string column;
    std::size_t first_row, cells;
  };

  const Table& table_;
  std::vector<Missing> missing_;
};

}  // namespace linli
