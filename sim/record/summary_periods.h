#pragma once

/// Sums up the values of a result file, by calendar year and over the whole run.

#include "record/hdf5.h"
#include "record/summary.h"

namespace linli {

/// Fills `years` and `total` of a summary whose provenance is known.
void sum_up_periods(hid_t file, RunSummary& summary);

}  // namespace linli
