#pragma once

/// Cards: governance systems of the city as named packages of measures on levers, each with what it is expected to do.
///
/// A scenario plays a card with a strength s from 0 to 1, which multiplies the weight of each of its measures: a set
/// moves the lever s of the way, an add adds s times the amount, a scale multiplies by 1 - s + s times the amount. The
/// cards of scenarios/cards are built in; users write their own in the same format:
///
///     id      = "A6"
///     name    = { en = "...", zh = "..." }    # also summary and source
///     [[measures]]                            # what the card does at strength 1
///     lever = "court.diversion"
///     set   = 0.7                             # or add or scale
///     lasts = "180 days"                      # from the day the card begins; none: as long as the card
///     [effect]                                # the direct effect that the trial must resolve
///     statement = { en = "...", zh = "..." }
///     indicator = "entered"                   # summed over days; of the weekly panel: the mean over weeks
///     kinds     = ["court"]                   # none: all
///     per       = "residents"                 # another indicator that it is divided by; "1" for none
///     change    = "less"                      # or "more"
///     [side]                                  # the known side effect: as above, or shape = "diminishing" or "fades"
///     [trial]                                 # scenario, seeds, fewest, settings, off: see CardTrial

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "model/scenario/scenario.h"

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
  int seeds = 10;                                                     // of the full sheet, docs/systems.md
  int fewest = 10;  // that show the same, for tests; as many as seeds unless the card says so
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
  std::string text;            // the file
  std::filesystem::path file;  // empty: built in
};

/// The cards of scenarios/cards, by id: A1 to G2.
const std::vector<Card>& built_in_cards();

/// Throws the first InputError found.
Card read_card(const std::filesystem::path& file);

/// Everything that is wrong with the text of a card, as far as one mistake does not hide another.
std::vector<InputError> check_card(std::string_view text, const std::filesystem::path& file);

/// The built-in card, or InputError at `where` with what is close to it.
const Card& card_with_id(std::string_view id, const std::string& where);

namespace detail {
/// A file of scenarios/cards, compiled in by cards.cmake.
struct CardFile {
  std::string_view name;  // "A6.toml"
  std::string_view text;
};
const std::vector<CardFile>& card_files();
}  // namespace detail

}  // namespace linli
