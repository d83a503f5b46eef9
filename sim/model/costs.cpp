#include "model/costs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/policy.h"

namespace linli {
namespace {

constexpr double most_migrants = 0.97;  // [share] of any town, as in the synthesis of residents
constexpr std::size_t levers_named = 3;

double count_of(CostBasis basis, const CostBases& town) {
  switch (basis) {
    case CostBasis::residents_10000:
      return town.residents / 10'000.0;
    case CostBasis::resident:
      return town.residents;
    case CostBasis::migrant:
      return town.migrants;
    case CostBasis::employer:
      return town.employers;
    case CostBasis::community:
      return town.communities;
    case CostBasis::settled_case:
      return town.settled_cases;
    case CostBasis::lead:
      return town.leads;
    case CostBasis::none:
    case CostBasis::count:
      break;
  }
  return 0.0;
}

/// Mean of the towns' migrant weights, by residents.
double mean_migrant_weight(const World& world) {
  double residents = 0.0, weighted = 0.0;
  for (const TownFacts& town : world.towns) {
    residents += static_cast<double>(town.residents);
    weighted += static_cast<double>(town.residents) * town.migrant_weight;
  }
  return weighted / residents;
}

int year_of(const Scenario& scenario, Day day) {
  return static_cast<int>(Date(std::chrono::sys_days(scenario.start) + std::chrono::days(day)).year());
}

/// Days of one calendar year on which no lever moves.
struct Stretch {
  int year;
  Day first;
  Day days;
};

std::vector<Stretch> stretches_of(const Scenario& scenario) {
  std::vector<Stretch> stretches;
  for (Day today = 0; today < scenario.days(); ++today) {
    const int year = year_of(scenario, today);
    if (stretches.empty() || stretches.back().year != year || may_change(scenario, today))
      stretches.push_back({year, today, 0});
    ++stretches.back().days;
  }
  return stretches;
}

/// [yuan/year] at most, over the towns.
double cost_on(const Scenario& scenario, std::size_t lever, Day today, const std::vector<CostBases>& towns) {
  const LeverInfo& info = lever_list()[lever];
  const double unit_cost = scenario.costs.unit_costs[lever];
  if (info.basis == CostBasis::none || unit_cost == 0.0) return 0.0;
  double cost = 0.0;
  for (Id<Town> town : all_rows<Town>(towns.size())) {
    const double value = possible_value(scenario, static_cast<int>(lever), town, today).high;
    cost += yearly_cost(info, unit_cost, value, towns[town.row]);
  }
  return cost;
}

std::vector<std::size_t> costliest(const std::vector<double>& by_lever) {
  std::vector<std::size_t> levers(by_lever.size());
  std::iota(levers.begin(), levers.end(), 0u);
  std::stable_sort(levers.begin(), levers.end(), [&](auto a, auto b) { return by_lever[a] > by_lever[b]; });
  levers.resize(std::min(levers_named, levers.size()));
  return levers;
}

Message names_and_costs(const YearOfSpending& year) {
  Message names;
  for (const std::size_t lever : costliest(year.by_lever)) {
    const Text next = names.english.empty() ? Text{"{}{} ({})", "{}{}（{}）"} : Text{"{}, {} ({})", "{}、{}（{}）"};
    names = say(next, names, lever_list()[lever].name, money(year.per_year(year.by_lever[lever])));
  }
  return names;
}

}  // namespace

double yearly_cost(const LeverInfo& lever, double unit_cost, double value, const CostBases& town) {
  return std::max(0.0, value) * unit_cost * count_of(lever.basis, town);
}

CostBases expected_bases(const Scenario& scenario, Id<Town> town) {
  const Parameters& parameters = scenario.parameters;
  const TownFacts& facts = scenario.world.towns[town.row];
  const auto residents = static_cast<double>(facts.residents);
  const double tilt = facts.migrant_weight / mean_migrant_weight(scenario.world);
  const double working_age = 1.0 - parameters.population.age_0_14 - parameters.population.age_60_plus;
  return {.residents = residents,
          .migrants = residents * std::min(most_migrants, parameters.population.migrant_share * tilt),
          .employers = residents * working_age * parameters.work.employment / parameters.work.jobs_per_employer,
          .communities = scenario.world.communities * residents / static_cast<double>(scenario.world.residents)};
}

double YearOfSpending::total() const {
  return std::accumulate(by_lever.begin(), by_lever.end(), 0.0);
}

std::vector<YearOfSpending> expected_spending(const Scenario& scenario) {
  std::vector<CostBases> towns;
  for (Id<Town> town : all_rows<Town>(scenario.world.towns.size())) towns.push_back(expected_bases(scenario, town));
  std::vector<YearOfSpending> years;
  for (const Stretch& stretch : stretches_of(scenario)) {
    if (years.empty() || years.back().year != stretch.year)
      years.push_back({stretch.year, 0, std::vector<double>(lever_list().size())});
    years.back().days += stretch.days;
    for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
      years.back().by_lever[lever] += cost_on(scenario, lever, stretch.first, towns) * stretch.days / days_per_year;
  }
  return years;
}

std::vector<InputError> check_budget(const Scenario& scenario) {
  std::vector<InputError> problems;
  if (!scenario.costs.budget) return problems;
  const double budget = *scenario.costs.budget;
  for (const YearOfSpending& year : expected_spending(scenario)) {
    const double spending = year.per_year(year.total());
    if (spending <= budget * (1.0 + 1e-9)) continue;
    problems.push_back(InputError(
        scenario.costs.budget_where,
        say({"in {0} spending is up to {1} a year, {2} above the budget of {3}; the costliest levers are {4}",
             "{0}年的支出折合每年最多{1}，超出预算（{3}）{2}；支出最多的政策杠杆是{4}"},
            year.year, money(spending), money(spending - budget), money(budget), names_and_costs(year))));
  }
  return problems;
}

Message money(double yuan) {
  const double amount = std::abs(yuan);
  return {amount >= 1e9   ? fmt::format("{:.3f} billion yuan", yuan / 1e9)
          : amount >= 1e6 ? fmt::format("{:.2f} million yuan", yuan / 1e6)
                          : fmt::format("{:.0f} yuan", yuan),
          amount >= 1e8   ? fmt::format("{:.2f}亿元", yuan / 1e8)
          : amount >= 1e4 ? fmt::format("{:.1f}万元", yuan / 1e4)
                          : fmt::format("{:.0f}元", yuan)};
}

}  // namespace linli
