#pragma once

#include "geography/town_graph.h"

namespace linli {

/// Fills in the minutes to the own community's office and to the own town's centre.
void measure_ways_to_seats(TownGraph& graph);

}  // namespace linli
