#include "model/lists/costs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/scenario/policy.h"

namespace linli {
namespace {

constexpr double most_migrants = 0.97;  // [share] of any town, as in the synthesis of residents
constexpr std::size_t levers_named = 3, cards_named = 3;

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
    case CostBasis::unknown:
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

/// Prices of all levers, given the bases of the towns.
struct Prices {
  const Scenario& scenario;
  std::vector<CostBases> towns;

  explicit Prices(const Scenario& of) : scenario(of) {
    for (const Id<Town> town : all_rows<Town>(of.world.towns.size())) towns.push_back(expected_bases(of, town));
  }

  /// [yuan/year] at most, in a town, with the first so many measures.
  double cost(std::size_t lever, Id<Town> town, Day today, std::size_t first_measures) const {
    const LeverInfo& info = lever_list()[lever];
    const double unit_cost = scenario.costs.unit_costs[lever];
    if (info.basis == CostBasis::none || unit_cost == 0.0) return 0.0;
    const double value = possible_value(scenario, static_cast<int>(lever), town, today, first_measures).high;
    return yearly_cost(info, unit_cost, value, towns[town.row]);
  }

  /// [yuan/year] at most, over the towns.
  double cost(std::size_t lever, Day today) const {
    double sum = 0.0;
    for (const Id<Town> town : all_rows<Town>(towns.size())) sum += cost(lever, town, today, scenario.measures.size());
    return sum;
  }
};

/// Measures that stand together because they belong to one card, or to none.
struct Hand {
  std::string card;
  std::size_t first = 0, last = 0;  // positions in Scenario::measures
  std::vector<std::size_t> levers;  // that they move
};

std::vector<std::size_t> levers_of(const Scenario& scenario, const Hand& hand) {
  std::vector<std::size_t> levers;
  for (std::size_t m = hand.first; m < hand.last; ++m)
    levers.push_back(static_cast<std::size_t>(scenario.measures[m].lever));
  std::sort(levers.begin(), levers.end());
  levers.erase(std::unique(levers.begin(), levers.end()), levers.end());
  return levers;
}

std::vector<Hand> hands_of(const Scenario& scenario) {
  std::vector<Hand> hands;
  for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
    const std::string& card = scenario.measures[m].card;
    const std::string name = card.empty() ? std::string(own_measures) : card;
    if (hands.empty() || hands.back().card != name) hands.push_back({name, m, m, {}});
    hands.back().last = m + 1;
  }
  for (Hand& hand : hands) hand.levers = levers_of(scenario, hand);
  return hands;
}

/// Adds up amounts by card, year and town.
class Ledger {
 public:
  void add(const std::string& card, int year, Id<Town> town, double yuan) {
    const auto same = [&](const CardSpending& entry) {
      return entry.card == card && entry.year == year && entry.town == town;
    };
    const auto found = std::find_if(entries_.rbegin(), entries_.rend(), same);  // the latest are asked for most
    if (found == entries_.rend())
      entries_.push_back({card, town, year, yuan});
    else
      found->yuan += yuan;
  }
  std::vector<CardSpending> entries() && { return std::move(entries_); }

 private:
  std::vector<CardSpending> entries_;
};

/// What a hand adds to the yearly cost of a town.
double added_by(const Hand& hand, const Prices& prices, Id<Town> town, Day today) {
  double added = 0.0;
  for (const std::size_t lever : hand.levers)
    added += prices.cost(lever, town, today, hand.last) - prices.cost(lever, town, today, hand.first);
  return added;
}

double without_cards(const Prices& prices, Id<Town> town, Day today) {
  double sum = 0.0;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever) sum += prices.cost(lever, town, today, 0);
  return sum;
}

std::vector<std::size_t> costliest(const std::vector<double>& by_lever) {
  std::vector<std::size_t> levers(by_lever.size());
  std::iota(levers.begin(), levers.end(), 0u);
  std::stable_sort(levers.begin(), levers.end(), [&](auto a, auto b) { return by_lever[a] > by_lever[b]; });
  levers.resize(std::min(levers_named, levers.size()));
  return levers;
}

/// "name (cost), name (cost)"
Message list_of(const std::vector<std::pair<std::string, double>>& costs) {
  Message names;
  for (const auto& [name, cost] : costs) {
    const Text next = names.english.empty() ? Text{"{}{} ({})", "{}{}（{}）"} : Text{"{}, {} ({})", "{}、{}（{}）"};
    names = say(next, names, name, money(cost));
  }
  return names;
}

Message costliest_levers(const YearOfSpending& year) {
  std::vector<std::pair<std::string, double>> costs;
  for (const std::size_t lever : costliest(year.by_lever))
    costs.emplace_back(lever_list()[lever].name, year.per_year(year.by_lever[lever]));
  return list_of(costs);
}

/// By what they add; the policy without cards and the scenario's own measures are none.
Message costliest_cards(const YearOfSpending& year, const std::vector<CardSpending>& spending) {
  std::vector<std::pair<std::string, double>> costs;
  for (const CardSpending& entry : spending) {
    if (entry.year != year.year || entry.card.empty() || entry.card == own_measures) continue;
    if (costs.empty() || costs.back().first != entry.card) costs.emplace_back(entry.card, 0.0);
    costs.back().second += year.per_year(entry.yuan);
  }
  std::erase_if(costs, [](const auto& cost) { return cost.second <= 0.0; });
  std::stable_sort(costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  costs.resize(std::min(cards_named, costs.size()));
  return list_of(costs);
}

Message too_dear(const YearOfSpending& year, double budget, const std::vector<CardSpending>& by_card) {
  const double spending = year.per_year(year.total());
  const Message problem =
      say({"in {0} spending is up to {1} a year, {2} above the budget of {3}; the costliest levers are {4}",
           "{0}年的支出折合每年最多{1}，超出预算（{3}）{2}；支出最多的政策杠杆是{4}"},
          year.year, money(spending), money(spending - budget), money(budget), costliest_levers(year));
  const Message cards = costliest_cards(year, by_card);
  return cards.english.empty() ? problem
                               : say({"{}; the costliest cards are {}", "{}；支出最多的卡是{}"}, problem, cards);
}

}  // namespace

Message cost_per(const LeverInfo& lever) {
  const Text& per = cost_bases[lever.basis].name;
  return lever.included > 0.0 ? say({"{}, beyond {}", "{}，超出{}的部分"}, per, lever.included)
                              : say({"{}", "{}"}, per);
}

Notes unpriced_parts(const Scenario& scenario) {
  Notes notes;
  for (const Measure& measure : scenario.measures) {
    const LeverInfo& lever = lever_list()[static_cast<std::size_t>(measure.lever)];
    if (lever.basis != CostBasis::unknown) continue;
    notes.push_back({measure.where, say({"no cost is known for {} ({}): whatever it takes is missing in the spending",
                                         "{}（{}）的成本不明：所需投入未计入支出"},
                                        lever.name, lever.label)});
  }
  return notes;
}

double yearly_cost(const LeverInfo& lever, double unit_cost, double value, const CostBases& town) {
  return std::max(0.0, value - lever.included) * unit_cost * count_of(lever.basis, town);
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
  const Prices prices(scenario);
  std::vector<YearOfSpending> years;
  for (const Stretch& stretch : stretches_of(scenario)) {
    if (years.empty() || years.back().year != stretch.year)
      years.push_back({stretch.year, 0, std::vector<double>(lever_list().size())});
    years.back().days += stretch.days;
    for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
      years.back().by_lever[lever] += prices.cost(lever, stretch.first) * stretch.days / days_of_year(stretch.year);
  }
  return years;
}

std::vector<CardSpending> expected_spending_by_card(const Scenario& scenario) {
  const Prices prices(scenario);
  const std::vector<Stretch> stretches = stretches_of(scenario);
  Ledger ledger;
  const auto follow = [&](const std::string& card, const auto& yearly) {
    for (const Stretch& stretch : stretches)
      for (const Id<Town> town : all_rows<Town>(prices.towns.size()))
        ledger.add(card, stretch.year, town, yearly(town, stretch.first) * stretch.days / days_of_year(stretch.year));
  };
  follow("", [&](Id<Town> town, Day today) { return without_cards(prices, town, today); });
  for (const Hand& hand : hands_of(scenario))
    follow(hand.card, [&](Id<Town> town, Day today) { return added_by(hand, prices, town, today); });
  return std::move(ledger).entries();
}

std::vector<InputError> check_budget(const Scenario& scenario) {
  std::vector<InputError> problems;
  if (!scenario.costs.budget) return problems;
  const double budget = *scenario.costs.budget;
  const auto is_too_dear = [&](const YearOfSpending& year) {
    return year.per_year(year.total()) > budget * (1.0 + 1e-9);
  };
  std::vector<YearOfSpending> years = expected_spending(scenario);
  std::erase_if(years, [&](const YearOfSpending& year) { return !is_too_dear(year); });
  if (years.empty()) return problems;
  const std::vector<CardSpending> by_card = expected_spending_by_card(scenario);
  for (const YearOfSpending& year : years)
    problems.push_back(InputError(scenario.costs.budget_where, too_dear(year, budget, by_card)));
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
