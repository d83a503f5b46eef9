#pragma once

/// The groups that somebody counts in: hukou or migrant, woman or man, and an age.

#include "core/column.h"
#include "state/indicators.h"
#include "state/persons.h"

namespace linli {

inline std::array<PopulationGroup, 3> groups_of(const Nature& nature) {
  return {nature.is_migrant() ? PopulationGroup::migrant : PopulationGroup::hukou,
          nature.is_male() ? PopulationGroup::men : PopulationGroup::women, group_of(nature.age())};
}

inline void count_groups(DailyTally& daily, Id<Town> town, Daily indicator, const Nature& nature, double amount = 1.0) {
  for (PopulationGroup group : groups_of(nature)) daily(town, indicator, group) += amount;
}

}  // namespace linli
