#include "processes/spending.h"

#include "model/lists/costs.h"

namespace linli {
namespace {

double days_of_this_year(const Today& today) {
  return days_of_year(static_cast<int>(today.setting.calendar.date(today.day).year()));
}

/// What the town has tonight; cases and leads as if every day were like this one.
CostBases bases_of(const Today& today, const State& state, Id<Town> town) {
  return {.residents = static_cast<double>(today.graph().towns[town].residents),
          .migrants = static_cast<double>(state.residents_by_group[town][PopulationGroup::migrant]),
          .employers = static_cast<double>(state.employers_of[town].size()),
          .communities = today.graph().communities_of_town[town],
          .settled_cases = state.daily(town, Daily::settled_part_time) * days_of_this_year(today),
          .leads = state.daily(town, Daily::leads) * days_of_this_year(today)};
}

}  // namespace

void count_spending(const Today& today, State& state) {
  const std::vector<double>& unit_costs = today.setting.scenario.costs.unit_costs;
  const std::vector<LeverInfo>& levers = lever_list();
  for (Id<Town> town : all_rows<Town>(today.levers.towns())) {
    const CostBases bases = bases_of(today, state, town);
    for (std::size_t lever = 0; lever < levers.size(); ++lever) {
      const double value = today.levers.value(town, static_cast<int>(lever));
      state.daily(town, Daily::spending, lever) +=
          yearly_cost(levers[lever], unit_costs[lever], value, bases) / days_of_this_year(today);
    }
  }
}

}  // namespace linli
