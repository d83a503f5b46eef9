#include "model/scenario/scenario.h"

#include <fmt/format.h>

#include <algorithm>

namespace linli {

bool Shock::hits(Id<Town> town) const {
  return towns.empty() || std::find(towns.begin(), towns.end(), town) != towns.end();
}

std::vector<std::string> names_of_measures(const Scenario& scenario) {
  std::vector<std::string> names;
  int own = 0;
  for (const Measure& measure : scenario.measures)
    names.push_back(measure.card.empty() ? fmt::format("measures[{}]", own++) : measure.card);
  return names;
}

Day Scenario::days() const {
  return static_cast<Day>((std::chrono::sys_days(end) - std::chrono::sys_days(start)).count()) + 1;
}

}  // namespace linli
