/// cards: the governance systems that a scenario can play, and what one of them is.

#include <filesystem>
#include <iostream>

#include "app/commands.h"
#include "app/messages.h"
#include "app/page.h"
#include "model/card_table.h"
#include "model/cards.h"
#include "model/costs.h"
#include "model/units.h"

namespace linli {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const LeverInfo& lever_of(const CardMeasure& measure) {
  return lever_list()[static_cast<std::size_t>(measure.lever)];
}

Card card_named(const std::string& name) {
  std::error_code cannot_be;  // a file: too long a name, for one
  const bool is_file = name.ends_with(".toml") || std::filesystem::exists(name, cannot_be);
  return is_file ? read_card(name) : card_with_id(name, "");
}

// As text.

std::string amount_text(const CardMeasure& measure, Language language) {
  using enum Measure::Action;
  const Text& form = measure.action == set   ? messages::set_to
                     : measure.action == add ? messages::add_to
                                             : messages::scale_by;
  const std::string amount = say(form, measure.amount).in(language);
  return measure.lasts > 0 ? say(messages::lasts_days, amount, measure.lasts).in(language) : amount;
}

std::string cost_text(const LeverInfo& lever, Language language) {
  const Text& form = lever.basis == CostBasis::none ? messages::no_cost : messages::unit_cost;
  return say(form, plain(lever.unit_cost), cost_bases[lever.basis].name).in(language);
}

Rows measure_rows(const Card& card, Language language) {
  Rows rows(1);
  for (const Text& column : {messages::lever_column, messages::meaning_column, messages::change_column,
                             messages::unit_column, messages::cost_column})
    rows.front().emplace_back(column.in(language));
  for (const CardMeasure& measure : card.measures) {
    const LeverInfo& lever = lever_of(measure);
    rows.push_back({lever.name, std::string(lever.label.in(language)), amount_text(measure, language),
                    std::string(unit_of(lever.unit).name.in(language)), cost_text(lever, language)});
  }
  return rows;
}

std::string text_of(const Card& card, Language language) {
  std::string text = fmt::format("{}  {}\n\n{}\n\n{}\n", card.id, card.name.in(language), card.summary.in(language),
                                 table_text(measure_rows(card, language)));
  text += say(messages::effect_line, card.effect.statement).in(language) + "\n";
  if (card.side) text += say(messages::side_line, card.side->statement).in(language) + "\n";
  text += say(messages::source_line, card.source).in(language) + "\n";
  if (card.file.empty()) text += say(messages::file_line, "scenarios/cards/" + card.id + ".toml").in(language) + "\n";
  return text;
}

void list(const std::vector<Card>& cards, const Request& request) {
  auto entries = nlohmann::ordered_json::array();
  Rows rows = {{}};
  for (const Text& column : {messages::id_column, messages::english_column, messages::chinese_column})
    rows.front().emplace_back(column.in(request.language));
  for (const Card& card : cards) {
    entries.push_back(card_row(card, request.language));
    rows.push_back({card.id, card.name.english, card.name.chinese});
  }
  std::cout << (request.json ? json_text(entries) + "\n" : table_text(rows));
}

}  // namespace

int show_cards(const Request& request) {
  if (request.card.empty()) {
    list(built_in_cards(), request);
    return exit_done;
  }
  const Card card = card_named(request.card);
  std::cout << (request.json ? json_text(card_row(card, request.language)) + "\n" : text_of(card, request.language));
  return exit_done;
}

}  // namespace linli
