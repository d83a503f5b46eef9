#include "state/state.h"

#include <algorithm>

namespace linli {

void YearOfCounts::add(double today) {
  constexpr std::size_t window = 365;
  by_day.push_back(today);
  sum += today - (by_day.size() > window ? by_day[by_day.size() - 1 - window] : 0.0);
}

double YearOfCounts::per_year() const {
  return sum * 365.0 / std::clamp<double>(static_cast<double>(by_day.size()), 1.0, 365.0);
}

State::State(std::size_t towns, std::size_t grids)
    : vacant(towns),
      residents_by_group(towns),
      employers_of(towns),
      ties_memory(towns),
      rounds(grids),
      rounds_record(grids),
      warnings_memory(towns),
      dockets(towns),
      stations(towns),
      counselling(towns),
      today(grids, towns),
      daily(towns, daily_indicators),
      weekly(grids, weekly_indicators),
      panel(towns, panel_indicators) {
  residents_of.resize(grids);
  employers.in_arrears.resize(towns);
  collective.demonstration.resize(towns);
  rumours.believers.resize(towns);
  hazards.open.resize(grids);
  hazards.found.resize(grids);
  hazards.exposed.resize(grids);
  hazards.rented.resize(grids);
  hazards.premises.resize(grids);
}

}  // namespace linli
