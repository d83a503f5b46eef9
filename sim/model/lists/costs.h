#pragma once

/// What the levers cost. In a town, a lever costs each year
///
///     (value - what other levers pay for) * unit cost * count of its basis
///
/// and never less than nothing, where the basis is residents (per 10,000 or each), migrants, firms, communities, cases
/// settled by part-time mediators or leads. Before a run, firms are estimated from the residents of working age; cases
/// and leads cost what they cost when they come, so nothing is expected of them.

#include <vector>

#include "core/error.h"
#include "model/scenario/scenario.h"

namespace linli {

/// What a town has of everything that costs are counted by.
struct CostBases {
  double residents = 0.0;
  double migrants = 0.0;
  double employers = 0.0;
  double communities = 0.0;
  double settled_cases = 0.0;  // by part-time mediators [1/year]
  double leads = 0.0;          // [1/year]
};

/// The bases in words, to follow a unit cost: "per year and 10,000 residents".
inline constexpr PerKind<CostBasis, Kind> cost_bases = {{
    {CostBasis::none, "none", {"", ""}},
    {CostBasis::unknown, "unknown", {"no cost is known", "成本不明"}},
    {CostBasis::residents_10000, "residents_10000", {"per year and 10,000 residents", "每年每万常住人口"}},
    {CostBasis::resident, "resident", {"per year and resident", "每年每名常住人口"}},
    {CostBasis::migrant, "migrant", {"per year and migrant", "每年每名流动人口"}},
    {CostBasis::employer, "employer", {"per year and firm", "每年每个用人单位"}},
    {CostBasis::community, "community", {"per year and community", "每年每个村（社区）"}},
    {CostBasis::settled_case, "settled_case", {"per case settled by a part-time mediator", "兼职调解员每调解成功一件"}},
    {CostBasis::lead, "lead", {"per lead that helps", "每条有效线索"}},
}};

// What a scenario may give.
inline constexpr double highest_unit_cost = 1e8;  // [yuan]
inline constexpr double highest_budget = 1e13;    // [yuan/year]

/// [yuan/year]
double yearly_cost(const LeverInfo& lever, double unit_cost, double value, const CostBases& town);

/// What a unit cost is counted by, and from where on: "per year and 10,000 residents, beyond 0.6".
Message cost_per(const LeverInfo& lever);

/// Whether a scenario may give the lever a unit cost.
inline bool has_cost(const LeverInfo& lever) {
  return lever.basis != CostBasis::none && lever.basis != CostBasis::unknown;
}

/// Notes on measures and cards that take somebody's time without a known cost: it is missing in the spending.
Notes unpriced_parts(const Scenario& scenario);

/// What a town will have, as far as the scenario tells.
CostBases expected_bases(const Scenario& scenario, Id<Town> town);

/// What a calendar year costs, or the part of it that lies in the run.
struct YearOfSpending {
  int year = 0;
  Day days = 0;                  // of it in the run
  std::vector<double> by_lever;  // [yuan] by position in lever_list()

  double total() const;
  /// [yuan/year] of an amount that these days cost.
  double per_year(double amount) const { return amount * days_of_year(year) / days; }
};

/// Follows the levers through the run. A conditional measure counts in full from its `from` on where it costs more.
std::vector<YearOfSpending> expected_spending(const Scenario& scenario);

/// What a card adds to the spending of a town in a calendar year.
struct CardSpending {
  std::string card;  // empty: the policy without cards; own_measures: what the scenario's own measures add
  Id<Town> town;
  int year = 0;
  double yuan = 0.0;  // less than 0 where the card saves
};
inline constexpr std::string_view own_measures = "measures";

/// The spending as the cards are added one after another in the order of the scenario, its own measures last; by card,
/// year and town. Adds up to expected_spending.
std::vector<CardSpending> expected_spending_by_card(const Scenario& scenario);

/// An InputError for every year that costs more than the budget, with the excess and the three costliest levers and
/// cards.
std::vector<InputError> check_budget(const Scenario& scenario);

/// "12.50 million yuan", "1250.0万元"
Message money(double yuan);

}  // namespace linli
