#include "model/cards/card_table.h"

#include "model/lists/costs.h"
#include "model/lists/levers.h"
#include "model/lists/units.h"

namespace linli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view action_key(Measure::Action action) {
  using enum Measure::Action;
  return action == set ? "set" : action == add ? "add" : "scale";
}

Json measure_as_json(const CardMeasure& measure, Language language) {
  const LeverInfo& lever = lever_list()[static_cast<std::size_t>(measure.lever)];
  Json entry = {{"lever", lever.name},
                {"label", lever.label.in(language)},
                {"action", action_key(measure.action)},
                {"amount", measure.amount},
                {"unit", unit_of(lever.unit).name.in(language)},
                {"unit_cost", lever.unit_cost},
                {"cost_per", cost_per(lever).in(language)}};
  if (measure.lasts > 0) entry["lasts"] = measure.lasts;
  return entry;
}

constexpr std::string_view shape_key(CardEffect::Shape shape) {
  using enum CardEffect::Shape;
  return shape == change ? "change" : shape == diminishing ? "diminishing" : "fades";
}

Json effect_as_json(const CardEffect& effect, Language language) {
  return {{"statement", effect.statement.in(language)},
          {"shape", shape_key(effect.shape)},
          {"indicator", effect.figure.indicator},
          {"kinds", effect.figure.kinds},
          {"per", effect.figure.per},
          {"per_kinds", effect.figure.per_kinds},
          {"change", effect.more ? "more" : "less"}};
}

Json settings_as_json(const CardTrial::Settings& settings) {
  Json entries = Json::object();
  for (const auto& [name, value] : settings) entries[name] = value;
  return entries;
}

}  // namespace

Json card_row(const Card& card, Language language) {
  Json measures = Json::array();
  for (const CardMeasure& measure : card.measures) measures.push_back(measure_as_json(measure, language));
  Json entry = {{"id", card.id},
                {"name", {{"en", card.name.english}, {"zh", card.name.chinese}}},
                {"summary", card.summary.in(language)},
                {"source", card.source.in(language)},
                {"measures", measures},
                {"effect", effect_as_json(card.effect, language)}};
  if (card.side) entry["side"] = effect_as_json(*card.side, language);
  entry["trial"] = {{"scenario", card.trial.scenario},
                    {"seeds", card.trial.seeds},
                    {"fewest", card.trial.fewest},
                    {"settings", settings_as_json(card.trial.settings)},
                    {"off", settings_as_json(card.trial.off)}};
  return entry;
}

Json card_table(Language language) {
  Json rows = Json::array();
  for (const Card& card : built_in_cards()) rows.push_back(card_row(card, language));
  return rows;
}

}  // namespace linli
