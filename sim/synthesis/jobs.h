#pragma once

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Employers and who works for them. The employed are drawn from residents of working age; each picks a town to work in
/// by gravity (dormitory residents stay in their own); the town's firms, of log-normal size, are filled so that workers
/// and firms in the same order of grids meet, which keeps most people near their work.
void create_jobs(const Setting& setting, State& state);

}  // namespace linli
