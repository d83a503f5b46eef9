#pragma once

/// Reads the lists `measures`, `facilities` and `shocks` of a document.

#include "model/files/toml_document.h"
#include "model/scenario/scenario.h"

namespace linli {

/// They need the start, end and towns of the scenario. What is wrong is noted; that entry is left out.
void read_measures(const Item& list, Scenario& scenario, Problems& problems);
void read_facilities(const Item& list, Scenario& scenario, Problems& problems);
void read_shocks(const Item& list, Scenario& scenario, Problems& problems);

}  // namespace linli
