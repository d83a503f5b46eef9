#include "model/lists/costs.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

const Id<Town> here(0), there(1);

std::size_t position(std::string_view lever) {
  return static_cast<std::size_t>(lever_index(lever));
}

TownFacts town_of(std::int64_t residents, double migrant_weight = 1.0) {
  TownFacts town;
  town.residents = residents;
  town.migrant_weight = migrant_weight;
  return town;
}

/// Two towns of 30,000 and 10,000 residents, for two years from the middle of 2021.
Scenario two_towns() {
  using namespace std::chrono;
  Scenario scenario;
  scenario.start = year(2021) / July / 1;
  scenario.end = year(2023) / June / 30;
  scenario.world.towns = {town_of(30'000), town_of(10'000)};
  scenario.world.residents = 40'000;
  scenario.world.communities = 8;
  return scenario;
}

/// The same where nothing costs anything but full-time mediators: 2 posts per 10,000 residents at 100,000 yuan.
Scenario two_towns_with_mediators() {
  Scenario scenario = two_towns();
  scenario.costs.unit_costs.assign(lever_list().size(), 0.0);
  scenario.costs.unit_costs[position("mediation.full_time")] = 100'000.0;
  scenario.levers.mediation.full_time = 2.0;
  return scenario;
}

Measure doubled_mediators(Day from, Day to = 730, Day ramp = 0) {
  Measure measure;
  measure.lever = lever_index("mediation.full_time");
  measure.action = Measure::Action::scale;
  measure.amount = 2.0;
  measure.from = from;
  measure.to = to;
  measure.ramp = ramp;
  return measure;
}

double cost_of(std::string_view lever, double value, const CostBases& town) {
  const LeverInfo& info = lever_list()[position(lever)];
  return yearly_cost(info, info.unit_cost, value, town);
}

TEST(Costs, every_basis_counts_what_it_says) {
  const CostBases town = {50'000, 30'000, 1'000, 4, 200, 10};
  EXPECT_DOUBLE_EQ(cost_of("police.officers", 14.0, town), 14.0 * 250'000 * 5);
  EXPECT_DOUBLE_EQ(cost_of("legal.awareness", 0.5, town), 0.5 * 20 * 50'000);
  EXPECT_DOUBLE_EQ(cost_of("integration.services", 0.5, town), 0.5 * 2'000 * 30'000);
  EXPECT_DOUBLE_EQ(cost_of("labour.fund", 0.1, town), 0.1 * 500 * 1'000);
  EXPECT_DOUBLE_EQ(cost_of("visits.leaders", 900.0, town), 900.0 * 60 * 4);
  EXPECT_DOUBLE_EQ(cost_of("mediation.subsidy", 300.0, town), 300.0 * 200);
  EXPECT_DOUBLE_EQ(cost_of("reporting.rewards", 500.0, town), 500.0 * 10);
}

TEST(Costs, a_rule_costs_nothing_whatever_its_unit_cost) {
  const LeverInfo& rule = lever_list()[position("police.patrol")];
  EXPECT_EQ(yearly_cost(rule, 1e6, 0.5, {50'000, 30'000, 1'000, 4, 200, 10}), 0.0);
}

TEST(Costs, hours_and_visits_cost_beyond_what_the_posts_pay_for) {
  const CostBases town = {.residents = 50'000};
  EXPECT_EQ(cost_of("mediation.part_time_hours", 0.6, town), 0.0);
  EXPECT_EQ(cost_of("mediation.part_time_hours", 0.2, town), 0.0) << "fewer save nothing: the posts are paid";
  EXPECT_NEAR(cost_of("mediation.part_time_hours", 1.6, town), 8.546 * 250 * 40 * 5, 1e-6) << "an hour at 40 yuan";
  EXPECT_NEAR(cost_of("mediation.full_time_hours", 8.0, town), 0.6 * 250 * 70 * 5, 1e-6) << "an hour at 70 yuan";
  EXPECT_NEAR(cost_of("rounds.visits", 9.0, town), 9.448 * 250 * 40 * 5, 1e-6) << "a visit at 40 yuan";
  const LeverValues reference;
  EXPECT_EQ(cost_of("mediation.full_time_hours", reference.mediation.full_time_hours, town), 0.0);
  EXPECT_EQ(cost_of("rounds.visits", reference.rounds.visits, town), 0.0);
}

TEST(Costs, what_takes_time_without_a_known_price_is_named) {
  Scenario scenario = two_towns();
  EXPECT_TRUE(unpriced_parts(scenario).empty());
  Measure sooner = doubled_mediators(0);
  EXPECT_EQ((scenario.measures = {sooner}, unpriced_parts(scenario).size()), 0u);
  sooner.lever = lever_index("petition.reply_days"), sooner.where = "measures[0]";
  scenario.measures.push_back(sooner);
  const Notes notes = unpriced_parts(scenario);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].where, "measures[0]");
  EXPECT_NE(notes[0].what.english.find("no cost is known for petition.reply_days"), std::string::npos);
  EXPECT_NE(notes[0].what.chinese.find("成本不明"), std::string::npos);
  EXPECT_EQ(cost_of("petition.reply_days", 1.0, {.residents = 50'000}), 0.0);
}

TEST(Costs, a_lever_below_zero_saves_nothing) {
  EXPECT_EQ(cost_of("reporting.ease", -1.0, {.residents = 50'000}), 0.0);
}

TEST(Costs, a_cost_basis_other_than_a_rule_is_named_in_both_languages) {
  for (CostBasis basis : every<CostBasis>()) {
    const Text& name = cost_bases[basis].name;
    EXPECT_EQ(name.english.empty() || name.chinese.empty(), basis == CostBasis::none);
  }
}

TEST(Costs, the_bases_of_the_towns_add_up_to_those_of_the_city) {
  Scenario scenario = two_towns();
  scenario.parameters.population.migrant_share = 0.5;
  scenario.world.towns[1].migrant_weight = 1.5;
  const CostBases first = expected_bases(scenario, here), second = expected_bases(scenario, there);
  EXPECT_DOUBLE_EQ(first.migrants + second.migrants, 0.5 * 40'000);
  EXPECT_DOUBLE_EQ(second.migrants / second.residents, 1.5 * first.migrants / first.residents);
  EXPECT_DOUBLE_EQ(first.communities + second.communities, 8.0);
  EXPECT_EQ(first.settled_cases + first.leads, 0.0);
}

TEST(Costs, a_constant_policy_costs_the_same_in_every_year_by_its_days) {
  const std::vector<YearOfSpending> years = expected_spending(two_towns_with_mediators());
  ASSERT_EQ(years.size(), 3u);
  const double yearly = 4 * 2.0 * 100'000;
  EXPECT_EQ(years[0].year, 2021);
  EXPECT_EQ(years[0].days, 184);
  EXPECT_EQ(years[1].days, 365);
  EXPECT_EQ(years[2].days, 181);
  for (const YearOfSpending& year : years) {
    EXPECT_NEAR(year.total(), yearly * year.days / 365.0, 1e-6);
    EXPECT_NEAR(year.per_year(year.total()), yearly, 1e-6);
    EXPECT_EQ(year.total(), year.by_lever[position("mediation.full_time")]);
  }
}

TEST(Costs, a_measure_costs_from_its_first_day_to_its_last_in_its_towns) {
  Scenario scenario = two_towns_with_mediators();
  scenario.measures = {doubled_mediators(10, 30)};
  scenario.measures[0].towns = {there};
  const double before = expected_spending(two_towns_with_mediators())[0].total();
  EXPECT_NEAR(expected_spending(scenario)[0].total() - before, 2.0 * 100'000 * 20 / 365.0, 1e-6);
}

TEST(Costs, a_ramp_costs_day_by_day) {
  Scenario scenario = two_towns_with_mediators();
  scenario.measures = {doubled_mediators(0, 730, 4)};
  const double before = expected_spending(two_towns_with_mediators())[0].total();
  const double days = 0.25 + 0.5 + 0.75 + 180;
  EXPECT_NEAR(expected_spending(scenario)[0].total() - before, 8.0 * 100'000 * days / 365.0, 1e-6);
}

TEST(Costs, a_conditional_measure_costs_from_the_day_it_may_fire_and_saves_nothing) {
  Scenario dearer = two_towns_with_mediators(), cheaper = two_towns_with_mediators();
  dearer.measures = {doubled_mediators(84, 184, 50)};
  dearer.measures[0].once = Trigger{"workers_owed.share", true, 0.01, 3};
  cheaper.measures = dearer.measures;
  cheaper.measures[0].amount = 0.5;
  const double before = expected_spending(two_towns_with_mediators())[0].total();
  EXPECT_NEAR(expected_spending(dearer)[0].total() - before, 8.0 * 100'000 * 100 / 365.0, 1e-6);
  EXPECT_NEAR(expected_spending(cheaper)[0].total(), before, 1e-6);
}

TEST(Costs, a_budget_that_suffices_passes_also_to_the_yuan) {
  Scenario scenario = two_towns_with_mediators();
  EXPECT_TRUE(check_budget(scenario).empty());
  scenario.costs.budget = 800'000.0;
  EXPECT_TRUE(check_budget(scenario).empty());
  scenario.costs.budget = 799'999.0;
  EXPECT_EQ(check_budget(scenario).size(), 3u);
}

TEST(Costs, every_year_above_the_budget_is_reported_with_the_excess_and_the_three_costliest_levers) {
  Scenario scenario = two_towns();
  scenario.costs.budget = expected_spending(scenario)[1].per_year(expected_spending(scenario)[1].total()) + 1.0;
  scenario.costs.budget_where = "policy.toml:2:10 budget";
  EXPECT_TRUE(check_budget(scenario).empty());
  scenario.measures = {doubled_mediators(184, 549)};  // 2022
  scenario.measures[0].amount = 10.0;
  const std::vector<InputError> problems = check_budget(scenario);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "policy.toml:2:10 budget");
  const std::string says = problems[0].text(Language::english);
  EXPECT_NE(says.find("in 2022"), std::string::npos) << says;
  EXPECT_NE(says.find("2.59 million yuan above the budget"), std::string::npos) << says;  // 4 x 0.6 x 9 x 120,000 - 1
  EXPECT_NE(says.find("integration.services (18.24 million yuan), police.officers (14.00 million yuan), "
                      "police.auxiliaries (3.60 million yuan)"),
            std::string::npos)
      << says;
  EXPECT_NE(problems[0].text(Language::chinese).find("police.officers（1400.0万元）、"), std::string::npos)
      << problems[0].text(Language::chinese);
}

/// Mediators doubled and diversion of suits, as the cards "more" and "less" would have it, and a measure of the
/// scenario.
Scenario two_towns_with_cards() {
  Scenario scenario = two_towns();
  Measure more = doubled_mediators(0), less = doubled_mediators(100, 400, 30), own = doubled_mediators(50);
  more.card = "more", less.card = "less";
  more.towns = {there};
  less.amount = 0.5;
  less.strength = 0.5;
  own.action = Measure::Action::add;
  own.amount = 1.0;
  scenario.measures = {more, less, own};
  return scenario;
}

double total_of(const std::vector<CardSpending>& spending, const std::string& card, Id<Town> town = {}) {
  double sum = 0.0;
  for (const CardSpending& entry : spending)
    if (entry.card == card && (!town || entry.town == town)) sum += entry.yuan;
  return sum;
}

TEST(Costs, spending_by_card_adds_up_to_spending_in_every_year) {
  const Scenario scenario = two_towns_with_cards();
  const std::vector<CardSpending> by_card = expected_spending_by_card(scenario);
  EXPECT_EQ(by_card.size(), 4u * 2u * 3u);
  for (const YearOfSpending& year : expected_spending(scenario)) {
    double sum = 0.0;
    for (const CardSpending& entry : by_card) sum += entry.year == year.year ? entry.yuan : 0.0;
    EXPECT_NEAR(sum, year.total(), 1e-12 * year.total());
  }
}

TEST(Costs, a_card_adds_what_it_costs_on_top_of_those_before_it) {
  Scenario scenario = two_towns_with_cards();
  scenario.measures[1].to = scenario.measures[1].from + 1;  // one day of its ramp, at no weight
  scenario.costs.unit_costs.assign(lever_list().size(), 0.0);
  scenario.costs.unit_costs[position("mediation.full_time")] = 100'000.0;
  const std::vector<CardSpending> by_card = expected_spending_by_card(scenario);
  const double year = 730 / 365.0;
  EXPECT_NEAR(total_of(by_card, ""), 4 * 0.6 * 100'000 * year, 1e-6);
  EXPECT_NEAR(total_of(by_card, "more"), 1 * 0.6 * 100'000 * year, 1e-6);
  EXPECT_EQ(total_of(by_card, "more", here), 0.0);
  EXPECT_NEAR(total_of(by_card, "less"), 0.0, 1e-9);
  // An added post costs twice as much where the card doubles it.
  EXPECT_NEAR(total_of(by_card, std::string(own_measures)), (3 + 2) * 100'000 * 680 / 365.0, 1e-6);
}

TEST(Costs, the_costliest_cards_are_named_when_the_budget_is_exceeded) {
  Scenario scenario = two_towns_with_cards();
  scenario.costs.budget = 1.0;
  const std::string says = check_budget(scenario).front().text(Language::english);
  EXPECT_NE(says.find("; the costliest cards are more ("), std::string::npos) << says;
  EXPECT_EQ(says.find("less ("), std::string::npos) << says;
}

TEST(Costs, money_is_written_as_people_write_it) {
  EXPECT_EQ(money(6'531'000'000.0).english, "6.531 billion yuan");
  EXPECT_EQ(money(6'531'000'000.0).chinese, "65.31亿元");
  EXPECT_EQ(money(12'500'000.0).english, "12.50 million yuan");
  EXPECT_EQ(money(12'500'000.0).chinese, "1250.0万元");
  EXPECT_EQ(money(800.4).english, "800 yuan");
  EXPECT_EQ(money(800.4).chinese, "800元");
}

}  // namespace
}  // namespace linli
