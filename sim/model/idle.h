#pragma once

/// What a scenario plans but will not see: cards, measures, shocks and facilities whose time lies outside of the run.

#include "core/error.h"
#include "model/scenario.h"

namespace linli {

/// A note on each, with its dates and those of the run.
Notes idle_parts(const Scenario& scenario);

}  // namespace linli
