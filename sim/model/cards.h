#pragma once

/// Cards: governance systems of the city as named packages of measures on levers, each with what it is expected to do.
///
/// A scenario plays a card with a strength s from 0 to 1, which multiplies the weight of each of its measures: a set
/// moves the lever s of the way, an add adds s times the amount, a scale multiplies by 1 - s + s times the amount. The
/// cards of scenarios/cards are built in; users write their own in the same format.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "model/scenario.h"

namespace linli {

/// A change that a card makes to one lever at strength 1.
struct CardMeasure {
  int lever = 0;  // index in lever_list()
  Measure::Action action = Measure::Action::set;
  double amount = 0.0;
  Day lasts = 0;  // [days] from the day the card begins; 0: as long as the card
};

/// A figure of a run: the sum of an indicator over days and kinds, divided by that of another.
struct CardFigure {
  std::string indicator;
  std::vector<std::string> kinds;  // empty: all
  std::string per = "residents";   // "1" for none
  std::vector<std::string> per_kinds;
};

/// What a card does to a figure.
struct CardEffect {
  enum class Shape {
    change,       // the figure changes
    diminishing,  // half the strength gives more than half of the direct effect
    fades,        // the direct effect is weaker in the last year than in the first
  };
  Message statement;
  Shape shape = Shape::change;
  CardFigure figure;
  bool more = true;  // rather than less
};

/// How the effect of a card is shown: which world, and which settings switch the mechanism off.
struct CardTrial {
  using Settings = std::vector<std::pair<std::string, std::string>>;  // as in --set name=value
  std::string scenario = "town/reference.toml";                       // below scenarios/
  int seeds = 10;
  Settings settings;
  Settings off;
};

struct Card {
  std::string id;  // "A6"
  Message name, summary, source;
  std::vector<CardMeasure> measures;
  CardEffect effect;
  std::optional<CardEffect> side;
  CardTrial trial;
  std::string text;  // the file
};

/// The cards of scenarios/cards, by id: A1 to G2.
const std::vector<Card>& built_in_cards();

/// Throws InputError that says where the file is wrong.
Card read_card(const std::filesystem::path& file);

/// The built-in card, or InputError at `where` with what is close to it.
const Card& card_with_id(std::string_view id, const std::string& where);

}  // namespace linli
