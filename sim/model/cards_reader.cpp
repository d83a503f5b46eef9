#include "model/cards_reader.h"

#include <algorithm>

#include "core/files.h"
#include "model/cards.h"
#include "model/measure_fields.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

Card card_in(const Item& table, const Document& document) {
  const auto id = find(table, "id"), file = find(table, "file");
  if (id.has_value() == file.has_value())
    refuse(table, say({"needs exactly one of id and file", "id和file必须且只能选一个"}));
  if (id) return card_with_id(text_in(*id), id->where());
  const fs::path path = document.resolve(text_in(*file));
  require_file(path, file->where());
  return read_card(path);
}

double strength_in(const Item& item) {
  const double strength = number_in(item, "share");
  if (strength < 0.0 || strength > 1.0)
    refuse(item, say({"is {}; allowed are 0 to 1 (share of what the card does at full strength)",
                      "为{}；允许范围为0至1（相对于该卡全部力度的比例）"},
                     strength));
  return strength;
}

/// What a card of its own and a built-in one do under one name could not be told apart.
void check_id(const Item& table, const Card& card, const Scenario& scenario) {
  for (const PlayedCard& other : scenario.cards)
    if (other.id == card.id && other.text != card.text)
      refuse(table, say({"is another card with the id {}", "是另一张编号同为{}的卡"}, card.id));
}

std::vector<Measure> measures_of(const Card& card, double strength, const InForce& force, const std::string& where) {
  std::vector<Measure> measures;
  for (const CardMeasure& measure : card.measures)
    measures.push_back({.lever = measure.lever,
                        .action = measure.action,
                        .amount = measure.amount,
                        .towns = force.towns,
                        .from = force.from,
                        .to = force.to,
                        .ramp = force.ramp,
                        .once = force.once,
                        .where = where,
                        .strength = strength,
                        .lasts = measure.lasts,
                        .card = card.id});
  return measures;
}

// Conflicts.

/// The first day of the run on which both may be in force, or `never`.
Day first_common_day(const Measure& a, const Measure& b, Day days) {
  const auto end = [](const Measure& measure) { return measure.once ? measure.to : measure.end(measure.from); };
  const Day first = std::max({a.from, b.from, Day{0}});
  return first < std::min({end(a), end(b), days}) ? first : never;
}

/// The first town in which both act, or none.
Id<Town> first_common_town(const Measure& a, const Measure& b) {
  if (a.towns.empty()) return b.towns.empty() ? Id<Town>(0) : b.towns.front();
  if (b.towns.empty()) return a.towns.front();
  const auto found = std::find_first_of(a.towns.begin(), a.towns.end(), b.towns.begin(), b.towns.end());
  return found == a.towns.end() ? Id<Town>() : *found;
}

void check_against(const Measure& earlier, const Measure& later, const Scenario& scenario) {
  using enum Measure::Action;
  if (earlier.lever != later.lever || earlier.action != set || later.action != set) return;
  const Day day = first_common_day(earlier, later, scenario.days());
  const Id<Town> town = first_common_town(earlier, later);
  if (day == never || !town) return;
  const TownFacts& facts = scenario.world.towns[town.row];
  const Date date{std::chrono::sys_days(scenario.start) + std::chrono::days(day)};
  throw InputError(later.where,
                   say({"the cards {0} and {1} both set {2}, in {3} on {5} for one; play one of them elsewhere, later, "
                        "or not at all",
                        "{0}与{1}两张卡都设定了{2}，例如{5}在{4}；请错开镇街或时间，或只用其中一张"},
                       earlier.card, later.card, lever_list()[static_cast<std::size_t>(later.lever)].name,
                       facts.name_en, facts.name_zh, to_string(date)));
}

void play(const Item& table, const Document& document, Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"id", "file", "strength", "towns", "from", "to", "ramp", "once"}, problems);
  const Card card = card_in(table, document);
  check_id(table, card, scenario);
  const auto given = find(table, "strength");
  const double strength = given ? strength_in(*given) : 1.0;
  const std::vector<Measure> measures = measures_of(card, strength, force_in(table, scenario, problems), table.where());
  for (const Measure& later : measures)
    for (const Measure& earlier : scenario.measures) check_against(earlier, later, scenario);
  scenario.measures.insert(scenario.measures.end(), measures.begin(), measures.end());
  scenario.cards.push_back({card.id, card.name, strength, card.text, table.where()});
}

}  // namespace

void read_cards(const Item& list, const Document& document, Scenario& scenario, Problems& problems) {
  for (const Item& item : members(list_in(list))) attempt(problems, [&] { play(item, document, scenario, problems); });
}

}  // namespace linli
