#pragma once

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Persons and households of all grids, in parallel. A grid's rows are its dormitory rooms, then its hukou households,
/// then its migrant families; the members of a household are neighbouring rows.
void settle_people(const Setting& setting, State& state);

}  // namespace linli
