#pragma once

/// Sums up the indicators of a result file, by calendar year and town.

#include "engine/totals.h"
#include "record/hdf5.h"

namespace linli {

/// `start` is the date of day 0: "2021-01-01". Throws Hdf5Error for what is no layout of this version.
Totals read_totals(hid_t file, const std::string& start);

}  // namespace linli
