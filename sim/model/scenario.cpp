#include "model/scenario.h"

#include <algorithm>

namespace linli {

bool Shock::hits(Id<Town> town) const {
  return towns.empty() || std::find(towns.begin(), towns.end(), town) != towns.end();
}

Day Scenario::days() const {
  return static_cast<Day>((std::chrono::sys_days(end) - std::chrono::sys_days(start)).count()) + 1;
}

}  // namespace linli
