/// The commands that look and do not simulate: check, info, levers, parameters, schema.

#include <algorithm>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/messages.h"
#include "app/page.h"
#include "core/error.h"
#include "engine/preparation.h"
#include "model/costs.h"
#include "model/schema.h"
#include "model/units.h"
#include "record/summary.h"

namespace linli {
namespace {

using nlohmann::json;

constexpr int decimals_of_cards = 3;  // of million yuan: many a card costs little

using Rows = std::vector<std::vector<std::string>>;

/// What check finds out about a scenario. A sound one has its expected spending.
struct Finding {
  std::filesystem::path file;
  std::vector<InputError> problems;
  Notes notes;
  std::vector<YearOfSpending> spending;
  std::vector<CardSpending> by_card;
  std::vector<PlayedCard> cards;
  std::vector<TownFacts> towns;
  std::optional<double> budget;  // [yuan/year]
};

Finding look_at(const std::filesystem::path& file) {
  const Findings findings = check_run(file);
  Finding finding{.file = file, .problems = findings.problems, .notes = findings.notes};
  if (!findings.scenario) return finding;
  const Scenario& scenario = *findings.scenario;
  finding.spending = expected_spending(scenario);
  finding.by_card = expected_spending_by_card(scenario);
  finding.cards = scenario.cards;
  finding.towns = scenario.world.towns;
  finding.budget = scenario.costs.budget;
  return finding;
}

double spending_of(const YearOfSpending& year, std::string_view group) {
  double sum = 0.0;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    if (lever_list()[lever].name.starts_with(fmt::format("{}.", group))) sum += year.by_lever[lever];
  return sum;
}

double spending_of(const Finding& finding, const std::string& card, int year) {
  double sum = 0.0;
  for (const CardSpending& entry : finding.by_card)
    if (entry.card == card && entry.year == year) sum += entry.yuan;
  return sum;
}

/// The cards of the ledger, in its order.
std::vector<std::string> cards_of(const Finding& finding) {
  std::vector<std::string> cards;
  for (const CardSpending& entry : finding.by_card)
    if (std::find(cards.begin(), cards.end(), entry.card) == cards.end()) cards.push_back(entry.card);
  return cards;
}

json cards_as_json(const Finding& finding, int year) {
  json cards = json::array();
  for (const std::string& card : cards_of(finding)) {
    json towns = json::object();
    for (const CardSpending& entry : finding.by_card)
      if (entry.card == card && entry.year == year) towns[finding.towns[entry.town.row].code] = entry.yuan;
    cards.push_back({{"card", card}, {"yuan", spending_of(finding, card, year)}, {"towns", towns}});
  }
  return cards;
}

json entry(const std::string& where, const Message& what, Language language) {
  return {{"where", where}, {"what", what.in(language)}};
}

json as_json(const Finding& finding, Language language) {
  json problems = json::array(), notes = json::array(), spending = json::array();
  for (const InputError& problem : finding.problems)
    problems.push_back(entry(problem.where, problem.what_is_wrong, language));
  for (const Note& note : finding.notes) notes.push_back(entry(note.where, note.what, language));
  for (const YearOfSpending& year : finding.spending) {
    json groups;
    for (const Kind& group : lever_groups()) groups[std::string(group.key)] = spending_of(year, group.key);
    spending.push_back({{"year", year.year},
                        {"days", year.days},
                        {"yuan", year.total()},
                        {"groups", groups},
                        {"cards", cards_as_json(finding, year.year)}});
  }
  json found = {
      {"file", finding.file.string()}, {"sound", finding.problems.empty()}, {"problems", problems}, {"notes", notes}};
  if (finding.problems.empty()) found["spending"] = spending;
  if (finding.budget) found["budget"] = *finding.budget;
  return found;
}

/// A name and an amount for every year.
template <class Amount>
std::vector<std::string> row_of_years(std::string_view name, const Finding& finding, const Amount& amount,
                                      int decimals = 1) {
  std::vector<std::string> row = {std::string(name)};
  for (const YearOfSpending& year : finding.spending)
    row.push_back(fmt::format("{:>10.{}f}", amount(year) / 1e6, decimals));
  return row;
}

std::string label_of(const std::string& card, const Finding& finding, Language language) {
  if (card.empty()) return std::string(messages::without_cards.in(language));
  for (const PlayedCard& played : finding.cards)
    if (played.id == card) return say(messages::added_by_card, card, played.name).in(language);
  return std::string(messages::added_by_measures.in(language));
}

/// What each card adds; nothing where no card is played.
void add_rows_of_cards(const Finding& finding, Language language, Rows& rows) {
  if (finding.cards.empty()) return;
  for (const std::string& card : cards_of(finding))
    rows.push_back(row_of_years(
        label_of(card, finding, language), finding,
        [&](const YearOfSpending& year) { return spending_of(finding, card, year.year); }, decimals_of_cards));
}

Rows rows_of_spending(const Finding& finding, Language language) {
  Rows rows = {{std::string(messages::spending.in(language))}};
  for (const YearOfSpending& year : finding.spending) rows.front().push_back(fmt::format("{:>10}", year.year));
  for (const Kind& group : lever_groups()) {
    const auto amount = [&](const YearOfSpending& year) { return spending_of(year, group.key); };
    if (std::any_of(finding.spending.begin(), finding.spending.end(), [&](auto& year) { return amount(year) > 0.0; }))
      rows.push_back(row_of_years(group.name.in(language), finding, amount));
  }
  rows.push_back(row_of_years(messages::spending_total.in(language), finding,
                              [](const YearOfSpending& year) { return year.total(); }));
  add_rows_of_cards(finding, language, rows);
  if (finding.budget)
    rows.push_back(row_of_years(messages::spending_budget.in(language), finding, [&](const YearOfSpending& year) {
      return *finding.budget * year.days / days_of_year(year.year);
    }));
  return rows;
}

void print(const Finding& finding, Language language) {
  for (const InputError& problem : finding.problems) std::cout << problem.text(language) << '\n';
  for (const Note& note : finding.notes) std::cout << say(messages::note, note.text(language)).in(language) << '\n';
  if (!finding.problems.empty()) return;
  std::cout << say(messages::sound, finding.file.string()).in(language) << '\n'
            << table_text(rows_of_spending(finding, language)) << messages::spending_note.in(language) << '\n';
}

Rows heading(Language language) {
  Rows rows(1);
  for (const Text& column : {messages::name_column, messages::default_column, messages::range_column,
                             messages::unit_column, messages::meaning_column})
    rows.front().emplace_back(column.in(language));
  return rows;
}

/// A lever or a parameter as a row.
template <class Info>
std::vector<std::string> row_of(const Info& info, double value, const Message& label, Language language) {
  return {info.name, fmt::format("{}", value), say(messages::range, info.low, info.high).in(language),
          std::string(unit_of(info.unit).name.in(language)), label.in(language)};
}

std::string unit_cost_text(const LeverInfo& info, Language language) {
  const Text& format = info.basis == CostBasis::none ? messages::no_cost : messages::unit_cost;
  return say(format, plain(info.unit_cost), cost_bases[info.basis].name).in(language);
}

}  // namespace

int check_scenarios(const Request& request) {
  json found = json::array();
  bool sound = true;
  for (const std::filesystem::path& scenario : request.files) {
    const Finding finding = look_at(scenario);
    sound = sound && finding.problems.empty();
    if (request.json)
      found.push_back(as_json(finding, request.language));
    else
      print(finding, request.language);
  }
  if (request.json) std::cout << json_text(json{{"sound", sound}, {"scenarios", found}}) << std::endl;
  return sound ? exit_done : exit_wrong_input;
}

int show_result(const Request& request) {
  const RunSummary summary = read_summary(request.files.front());
  std::cout << (request.json ? json_text(to_json(summary)) + "\n" : describe(summary, request.language));
  return exit_done;
}

int list_levers(const Request& request) {
  Rows rows = heading(request.language);
  rows.front().insert(rows.front().end() - 1, std::string(messages::cost_column.in(request.language)));
  LeverValues values;
  for_each_lever(values, [&](const LeverInfo& info, double& value) {
    rows.push_back(row_of(info, value, say(info.label), request.language));
    rows.back().insert(rows.back().end() - 1, unit_cost_text(info, request.language));
  });
  std::cout << (request.json ? json_text(lever_table(request.language)) + "\n" : table_text(rows));
  return exit_done;
}

int list_parameters(const Request& request) {
  Rows rows = heading(request.language);
  Parameters values;
  for_each_parameter(values, [&](const ParameterInfo& info, double& value) {
    const bool per_kind = !info.kind.english.empty();
    const Message label = per_kind ? say(messages::label_of_kind, info.label, info.kind) : say(info.label);
    rows.push_back(row_of(info, value, label, request.language));
  });
  std::cout << (request.json ? json_text(parameter_table(request.language)) + "\n" : table_text(rows));
  return exit_done;
}

int print_schema(const Request&) {
  std::cout << json_text(scenario_schema()) << std::endl;
  return exit_done;
}

int perform(const Request& request) {
  using Command = int (*)(const Request&);
  static const std::map<std::string, Command> commands = {
      {"run", run_scenario},    {"check", check_scenarios},      {"info", show_result},
      {"levers", list_levers},  {"parameters", list_parameters}, {"cards", show_cards},
      {"schema", print_schema}, {"describe", describe_model}};
  return commands.at(request.command)(request);
}

}  // namespace linli
