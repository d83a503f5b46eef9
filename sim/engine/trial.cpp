#include "engine/trial.h"

#include <fmt/format.h>

#include "engine/simulation.h"
#include "engine/totals.h"
#include "model/scenario_reader.h"

namespace linli {
namespace {

/// A world of the trial: with how much of the card, and with its mechanism or without.
Scenario world_of(const Card& card, const std::filesystem::path& scenarios, double strength, bool switched_off) {
  std::string text = fmt::format("extends = \"{}\"\n", card.trial.scenario);
  if (strength > 0.0) text += fmt::format("[[cards]]\nid = \"{}\"\nstrength = {}\n", card.id, strength);
  std::vector<Override> overrides;
  for (const auto& [name, value] : card.trial.settings) overrides.push_back({name, value});
  if (switched_off)
    for (const auto& [name, value] : card.trial.off) overrides.push_back({name, value});
  return read_scenario_text(text, scenarios / "trial.toml", overrides);
}

struct Lives {
  const Card& card;
  const std::filesystem::path& scenarios;
  std::uint64_t seed;

  Totals operator()(double strength, bool switched_off) const {
    Totals totals;
    Simulation simulation(world_of(card, scenarios, strength, switched_off), {.seed = seed, .threads = 1});
    simulation.observe(totals);
    simulation.run();
    return totals;
  }
};

}  // namespace

Trial run_trial(const Card& card, const std::filesystem::path& scenarios, std::uint64_t seed) {
  const Lives live{card, scenarios, seed};
  const CardFigure& figure = card.effect.figure;
  const Totals base = live(0.0, false), played = live(1.0, false);
  Trial trial{.direct = {base.over_run(figure), played.over_run(figure)},
              .first_year = {base.in_first_year(figure), played.in_first_year(figure)},
              .last_year = {base.in_last_year(figure), played.in_last_year(figure)},
              .spending = {base.spending_per_year(), played.spending_per_year()}};
  if (card.side && card.side->shape == CardEffect::Shape::change)
    trial.side = {base.over_run(card.side->figure), played.over_run(card.side->figure)};
  if (card.side && card.side->shape == CardEffect::Shape::diminishing)
    trial.half = {trial.direct.base, live(0.5, false).over_run(figure)};
  if (!card.trial.off.empty())
    trial.switched_off = {live(0.0, true).over_run(figure), live(1.0, true).over_run(figure)};
  return trial;
}

}  // namespace linli
