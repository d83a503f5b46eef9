// Every card does what its file says: paired runs of the town resolve its direct effect, show its side effect, and find
// the direct effect gone where the mechanism is switched off. Seeds are fixed; intervals are at 95 %.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <map>

#include "engine/totals.h"
#include "engine/trial.h"
#include "support/paired.h"

namespace linli {
namespace {

using support::PairedMean;

constexpr double left_over = 0.1;  // [share] of the effect that may remain without its mechanism
constexpr double precision = 0.5;  // [share] of the effect: width of an interval too wide to say so by itself

const std::filesystem::path scenarios = std::filesystem::path(LINLI_SOURCE_DIR) / "scenarios";

std::vector<std::string> ids() {
  std::vector<std::string> all;
  for (const Card& card : built_in_cards()) all.push_back(card.id);
  return all;
}

class CardTrials : public testing::TestWithParam<std::string> {
 protected:
  const Card& card() const { return card_with_id(GetParam(), "test"); }

  /// With the fewest seeds; with all of them where LINLI_TRIALS asks for the full sheet.
  int seeds() const { return std::getenv("LINLI_TRIALS") ? card().trial.seeds : card().trial.fewest; }

  std::vector<Trial> trials() const {
    std::vector<Trial> all;
    for (int seed = 1; seed <= seeds(); ++seed)
      all.push_back(run_trial(card(), scenarios, static_cast<std::uint64_t>(seed)));
    return all;
  }
};

PairedMean over(const std::vector<Trial>& trials, const std::function<double(const Trial&)>& difference) {
  std::vector<double> differences;
  for (const Trial& trial : trials) differences.push_back(difference(trial));
  return PairedMean(differences);
}

/// What is left lies below a tenth of the effect with its whole interval; or, where chance alone is larger than that,
/// in the mean, and the interval holds 0 and is narrower than half of the effect.
bool is_gone(const PairedMean& without, const PairedMean& direct) {
  const double effect = std::abs(direct.mean), left = std::abs(without.mean);
  if (!std::isfinite(left) || !std::isfinite(without.half_width)) return false;
  if (left + without.half_width < left_over * effect) return true;
  return left < left_over * effect && !without.is_resolved() && 2.0 * without.half_width < precision * effect;
}

void expect_side_effect(const CardEffect& side, const CardEffect& direct, const std::vector<Trial>& trials) {
  switch (side.shape) {
    case CardEffect::Shape::change: {
      const PairedMean change = over(trials, [](const Trial& t) { return t.side.difference(); });
      EXPECT_TRUE(change.goes(side.more)) << side.statement.english << ": " << change.text();
      return;
    }
    case CardEffect::Shape::diminishing: {
      const PairedMean excess =
          over(trials, [](const Trial& t) { return 2.0 * t.half.difference() - t.direct.difference(); });
      EXPECT_TRUE(excess.goes(direct.more))
          << "twice the effect of half the strength, less the effect: " << excess.text();
      return;
    }
    case CardEffect::Shape::fades: {
      const PairedMean faded =
          over(trials, [](const Trial& t) { return t.first_year.difference() - t.last_year.difference(); });
      EXPECT_TRUE(faded.goes(direct.more)) << "effect in the first year less that in the last: " << faded.text();
      return;
    }
  }
}

TEST_P(CardTrials, ResolveTheDirectEffectAndShowTheSideEffect) {
  const std::vector<Trial> all = trials();
  const PairedMean direct = over(all, [](const Trial& t) { return t.direct.difference(); });
  EXPECT_TRUE(direct.goes(card().effect.more)) << card().effect.statement.english << ": " << direct.text();
  if (card().side) expect_side_effect(*card().side, card().effect, all);
  const PairedMean without = over(all, [](const Trial& t) { return t.switched_off.difference(); });
  EXPECT_TRUE(is_gone(without, direct)) << "with the mechanism switched off: " << without.text() << " of "
                                        << direct.text();
}

PairedMean interval(double mean, double half_width) {
  PairedMean interval({mean, mean});
  interval.half_width = half_width;
  return interval;
}

TEST(CardTrial, FindsAnEffectGoneWhereLittleIsLeftAndThatIsKnown) {
  const PairedMean effect = interval(-100.0, 10.0);
  EXPECT_TRUE(is_gone(interval(0.0, 0.0), effect));
  EXPECT_TRUE(is_gone(interval(4.0, 3.0), effect)) << "resolved, and small";
  EXPECT_TRUE(is_gone(interval(-9.0, 20.0), effect)) << "small, as far as chance lets one see";
  EXPECT_FALSE(is_gone(interval(-9.0, 2.0), effect)) << "resolved, and perhaps more than a tenth";
  EXPECT_FALSE(is_gone(interval(-11.0, 20.0), effect));
  EXPECT_FALSE(is_gone(interval(0.0, 30.0), effect)) << "could be anything";
  EXPECT_FALSE(is_gone(interval(std::numeric_limits<double>::quiet_NaN(), 0.0), effect));
}

INSTANTIATE_TEST_SUITE_P(SlowCards, CardTrials, testing::ValuesIn(ids()), [](const auto& card) { return card.param; });

/// In the city with a tenth of its residents, for a year. Three seeds resolve each of these ten; the runs without a
/// card are shared by all of them.
TEST(SlowCity, HasTheDirectEffectsOfTheTown) {
  const std::filesystem::path city = scenarios / "dongguan/reference.toml";
  std::map<std::string, std::vector<double>> differences;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const SimulationOptions options{.seed = seed, .days = 365, .threads = 1, .population_scale = 0.1};
    const Totals base = totals_in(city, card_with_id("A1", "test"), 0.0, options);
    for (const char* id : {"A1", "A4", "A6", "A7", "A10", "A12", "C2", "C3", "D2", "E1"}) {
      const Card& card = card_with_id(id, "test");
      const CardFigure& figure = card.effect.figure;
      differences[id].push_back(totals_in(city, card, 1.0, options).over_run(figure) - base.over_run(figure));
    }
  }
  for (const auto& [id, of_seeds] : differences) {
    const CardEffect& effect = card_with_id(id, "test").effect;
    const PairedMean direct(of_seeds);
    EXPECT_TRUE(direct.goes(effect.more)) << id << ": " << effect.statement.english << ": " << direct.text();
  }
}

TEST(Cards, AreTheFortySevenSystemsOfThePlan) {
  std::vector<std::string> wanted;
  const auto series = [&](char letter, int last) {
    for (int number = 1; number <= last; ++number) wanted.push_back(letter + std::to_string(number));
  };
  series('A', 15), series('B', 5), series('C', 14), series('D', 3), series('E', 3), series('F', 5), series('G', 2);
  EXPECT_EQ(ids(), wanted);
}

TEST(Cards, NameFiguresThatThereAre) {
  for (const Card& card : built_in_cards()) {
    EXPECT_NO_THROW(unit_of(card.effect.figure)) << card.id;
    if (card.side && card.side->shape == CardEffect::Shape::change) {
      EXPECT_NO_THROW(unit_of(card.side->figure)) << card.id;
    }
    EXPECT_FALSE(card.trial.off.empty()) << card.id;
  }
}

TEST(Cards, MoveAtLeastOneLeverOfTheReference) {
  const Levers reference(1, LeverValues{});
  for (const Card& card : built_in_cards()) {
    bool moves = false;
    for (const CardMeasure& measure : card.measures) {
      const double before = reference.value(Id<Town>(0), measure.lever);
      const double neutral = measure.action == Measure::Action::set   ? before
                             : measure.action == Measure::Action::add ? 0.0
                                                                      : 1.0;
      moves |= measure.amount != neutral && !(measure.action == Measure::Action::scale && before == 0.0);
    }
    EXPECT_TRUE(moves) << card.id;
  }
}

}  // namespace
}  // namespace linli
