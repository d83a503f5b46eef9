#pragma once

/// Tables in CSV: a line of column names, then a line per row. Cells with commas stand in double quotes, and a quote in
/// such a cell is doubled. A byte order mark, Windows line ends and empty rows, as spreadsheets write them, are taken.

#include <filesystem>

#include "core/error.h"
#include "model/table.h"

namespace linli {

/// Throws InputError for a file that cannot be read, has no header, or has a row of the wrong length.
Table read_csv(const std::filesystem::path& file, Notes& notes);

}  // namespace linli
