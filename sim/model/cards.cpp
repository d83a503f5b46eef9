#include "model/cards.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/files.h"
#include "model/measure_fields.h"
#include "model/suggestions.h"
#include "model/toml_document.h"
#include "model/units.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t fewest_seeds = 2, most_seeds = 1000;

/// One of a few words, by its position.
std::size_t choice_in(const Item& item, const std::vector<std::string>& words) {
  const std::string word = text_in(item);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end())
    refuse(item, say({"is {}; allowed are {}", "为{}；允许{}"}, word, fmt::format("{}", fmt::join(words, ", "))));
  return static_cast<std::size_t>(found - words.begin());
}

std::vector<std::string> texts_in(const Item& list) {
  std::vector<std::string> texts;
  for (const Item& item : members(list_in(list))) texts.push_back(words_in(item));
  return texts;
}

// Measures.

CardMeasure card_measure_in(const Item& table, Problems& problems) {
  note_unknown(table_in(table), {"lever", "set", "add", "scale", "lasts"}, problems);
  const LeverChange change = change_in(table);
  CardMeasure measure{change.lever, change.action, change.amount, 0};
  if (const auto lasts = find(table, "lasts")) measure.lasts = span_in(*lasts, 1, {"duration", "持续时间"});
  return measure;
}

/// The sets of one card act together, so that a second one would undo the first.
void check_sets(const Item& item, const CardMeasure& measure, const std::vector<CardMeasure>& earlier) {
  const auto clashes = [&](const CardMeasure& other) {
    return other.lever == measure.lever && other.action == Measure::Action::set;
  };
  if (measure.action == Measure::Action::set && std::any_of(earlier.begin(), earlier.end(), clashes))
    refuse(item, say({"sets {}, which the card has set already", "再次设定了{}，本卡此前已设定"},
                     lever_list()[static_cast<std::size_t>(measure.lever)].name));
}

void read_card_measures(const Item& list, Card& card, Problems& problems) {
  const std::vector<Item> items = members(list_in(list));
  if (items.empty()) refuse(list, say({"is empty; a card needs a measure", "为空；一张卡至少要有一项措施"}));
  for (const Item& item : items)
    attempt(problems, [&] {
      const CardMeasure measure = card_measure_in(item, problems);
      check_sets(item, measure, card.measures);
      card.measures.push_back(measure);
    });
}

// Effects.

CardFigure figure_in(const Item& table) {
  CardFigure figure{.indicator = words_in(need(table, "indicator"))};
  if (const auto kinds = find(table, "kinds")) figure.kinds = texts_in(*kinds);
  if (const auto per = find(table, "per")) figure.per = words_in(*per);
  if (const auto kinds = find(table, "per_kinds")) figure.per_kinds = texts_in(*kinds);
  return figure;
}

bool more_in(const Item& table) {
  return choice_in(need(table, "change"), {"less", "more"}) == 1;
}

CardEffect effect_in(const Item& table, Problems& problems) {
  note_unknown(table_in(table), {"statement", "indicator", "kinds", "per", "per_kinds", "change"}, problems);
  return {
      .statement = message_in(need(table, "statement"), problems), .figure = figure_in(table), .more = more_in(table)};
}

/// A side effect is a figure that changes, or a shape of the direct effect.
CardEffect side_in(const Item& table, const CardEffect& effect, Problems& problems) {
  const auto shape = find(table_in(table), "shape");
  if (!shape) return effect_in(table, problems);
  note_unknown(table, {"statement", "shape"}, problems);
  using enum CardEffect::Shape;
  return {.statement = message_in(need(table, "statement"), problems),
          .shape = choice_in(*shape, {"diminishing", "fades"}) == 0 ? diminishing : fades,
          .figure = effect.figure,
          .more = effect.more};
}

// The trial.

std::string setting_in(const Item& item) {
  const toml::node& node = *item.node;
  if (node.is_string()) return text_in(item);
  if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
  if (const auto* number = node.as_floating_point()) return plain(number->get());
  if (node.is_date()) return to_string(date_in(item));
  refuse(item, say({"is neither a number nor a text", "既不是数字也不是文本"}));
}

/// The settings of a table and of the tables in it: "rumour.arise" is a name, quoted or not.
void read_card_settings(const Item& table, const std::string& prefix, CardTrial::Settings& settings) {
  for (const auto& [key, node] : *table_in(table).node->as_table()) {
    const Item item{&node, table.path + "." + std::string(key.str())};
    const std::string name = prefix + std::string(key.str());
    if (node.is_table())
      read_card_settings(item, name + ".", settings);
    else
      settings.emplace_back(name, setting_in(item));
  }
}

CardTrial trial_in(const Item& table, Problems& problems) {
  note_unknown(table_in(table), {"scenario", "seeds", "fewest", "settings", "off"}, problems);
  CardTrial trial;
  if (const auto scenario = find(table, "scenario")) trial.scenario = words_in(*scenario);
  if (const auto seeds = find(table, "seeds"))
    trial.seeds = static_cast<int>(whole_in(*seeds, fewest_seeds, most_seeds));
  trial.fewest = trial.seeds;
  if (const auto fewest = find(table, "fewest"))
    trial.fewest = static_cast<int>(whole_in(*fewest, fewest_seeds, trial.seeds));
  if (const auto settings = find(table, "settings")) read_card_settings(*settings, "", trial.settings);
  if (const auto off = find(table, "off")) read_card_settings(*off, "", trial.off);
  return trial;
}

// The card.

void read_parts(const Item& root, Card& card, Problems& problems) {
  note_unknown(root, {"id", "name", "summary", "source", "measures", "effect", "side", "trial"}, problems);
  attempt(problems, [&] { card.id = line_in(need(root, "id")); });
  attempt(problems, [&] { card.name = message_in(need(root, "name"), problems, line_in); });
  attempt(problems, [&] { card.summary = message_in(need(root, "summary"), problems); });
  attempt(problems, [&] { card.source = message_in(need(root, "source"), problems); });
  attempt(problems, [&] { read_card_measures(need(root, "measures"), card, problems); });
  attempt(problems, [&] { card.effect = effect_in(need(root, "effect"), problems); });
  if (const auto side = find(root, "side"))
    attempt(problems, [&] { card.side = side_in(*side, card.effect, problems); });
  if (const auto trial = find(root, "trial")) attempt(problems, [&] { card.trial = trial_in(*trial, problems); });
}

Card card_in(std::string_view text, const fs::path& file, Problems& problems) {
  Card card;
  card.text = text;
  attempt(problems, [&] {
    const Document document = parse_document(text, file);
    if (document.lineage.size() > 1)
      throw InputError(file.string(), say({"a card cannot extend another file", "卡不能继承其他文件"}));
    read_parts({&document.root, ""}, card, problems);
  });
  return card;
}

Card card_or_error(std::string_view text, const fs::path& file) {
  Problems problems;
  Card card = card_in(text, file, problems);
  if (!problems.empty()) throw problems.front();
  return card;
}

/// A2 before A10.
bool comes_first(const Card& a, const Card& b) {
  const auto key = [](const Card& card) { return std::tuple(card.id.substr(0, 1), card.id.size(), card.id); };
  return key(a) < key(b);
}

std::vector<Card> read_built_in() {
  std::vector<Card> cards;
  for (const detail::CardFile& file : detail::card_files())
    cards.push_back(card_or_error(file.text, fs::path("scenarios/cards") / file.name));
  std::sort(cards.begin(), cards.end(), comes_first);
  return cards;
}

}  // namespace

const std::vector<Card>& built_in_cards() {
  static const std::vector<Card> cards = read_built_in();
  return cards;
}

Card read_card(const fs::path& file) {
  Card card = card_or_error(read_utf8(file, ""), file);
  card.file = file;
  return card;
}

std::vector<InputError> check_card(std::string_view text, const fs::path& file) {
  Problems problems;
  card_in(text, file, problems);
  return problems;
}

const Card& card_with_id(std::string_view id, const std::string& where) {
  std::vector<std::string> known;
  for (const Card& card : built_in_cards()) {
    if (card.id == id) return card;
    known.push_back(card.id);
  }
  throw InputError(where, say({"there is no card {}{}; linli-sim cards lists them",
                               "没有编号为{}的卡{}；可用linli-sim cards查看全部"},
                              std::string(id), suggestion(id, known)));
}

}  // namespace linli
