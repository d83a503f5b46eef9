#pragma once

/// Reads the tables `parameters`, `levers` and `costs` of a document by walking the two lists.

#include <map>
#include <string>
#include <vector>

#include "model/files/toml_document.h"
#include "model/lists/levers.h"
#include "model/lists/parameters.h"

namespace linli {

/// A number that a document may set, by its name in the list.
struct Slot {
  std::string unit;
  double low, high;
  Text label;
  double* value;
};
using Slots = std::map<std::string, Slot, std::less<>>;

Slots slots_of(Parameters& parameters);
Slots slots_of(LeverValues& levers);
/// Unit costs by position in the list of levers, for all levers that cost anything; the rest are rules.
Slots slots_of(std::vector<double>& unit_costs);

/// Reads all members of a table, and of the tables in it, into the slots of their names. What is unknown, of the wrong
/// type or unit, or out of range is noted.
void read_settings(const Item& table, const Slots& slots, Problems& problems);

}  // namespace linli
