#pragma once

/// Figures as data, for documents and Python.

#include <nlohmann/json.hpp>

#include "state/figures.h"

namespace linli {

/// A row for every figure, in order: key, group, name and unit {en, zh}, better, rank, period, a_year, factor,
/// decimals, and the terms (indicator, kinds, sign) of part and whole, and of less_part and less_whole of a gap.
nlohmann::ordered_json figure_table();

}  // namespace linli
