#include "engine/trial.h"

#include <fmt/format.h>

#include "model/scenario/scenario_reader.h"

namespace linli {
namespace {

using Settings = std::vector<Override>;

void add(const CardTrial::Settings& more, Settings& settings) {
  for (const auto& [name, value] : more) settings.push_back({name, value});
}

/// The world of a file, with so much of the card.
Scenario world_with(const std::filesystem::path& world, const Card& card, double strength, const Settings& settings) {
  std::string text = fmt::format("extends = \"{}\"\n", world.filename().string());
  if (strength > 0.0) text += fmt::format("[[cards]]\nid = \"{}\"\nstrength = {}\n", card.id, strength);
  return read_scenario_text(text, world.parent_path() / "trial.toml", settings);
}

Totals live(Simulation& simulation) {
  Totals totals;
  simulation.observe(totals);
  simulation.run();
  return totals;
}

/// A world that is made once and lived in with more or less of a card.
class TrialWorld {
 public:
  TrialWorld(const std::filesystem::path& file, const Card& card, Settings settings, std::uint64_t seed)
      : file_(file),
        card_(card),
        settings_(std::move(settings)),
        morning_(world_with(file, card, 0.0, settings_), {.seed = seed, .threads = 1}) {}

  Totals lived(double strength) const { return live(*morning_.fork(world_with(file_, card_, strength, settings_))); }

 private:
  std::filesystem::path file_;
  const Card& card_;
  Settings settings_;
  Simulation morning_;  // of the first day
};

}  // namespace

Totals totals_in(const std::filesystem::path& world, const Card& card, double strength,
                 const SimulationOptions& options) {
  Simulation simulation(world_with(world, card, strength, {}), options);
  return live(simulation);
}

Trial run_trial(const Card& card, const std::filesystem::path& scenarios, std::uint64_t seed) {
  Settings settings;
  add(card.trial.settings, settings);
  const TrialWorld world(scenarios / card.trial.scenario, card, settings, seed);
  const CardFigure& figure = card.effect.figure;
  const Totals base = world.lived(0.0), played = world.lived(1.0);
  Trial trial{.direct = {base.over_run(figure), played.over_run(figure)},
              .first_year = {base.in_first_year(figure), played.in_first_year(figure)},
              .last_year = {base.in_last_year(figure), played.in_last_year(figure)},
              .spending = {base.spending_per_year(), played.spending_per_year()}};
  if (card.side && card.side->shape == CardEffect::Shape::change)
    trial.side = {base.over_run(card.side->figure), played.over_run(card.side->figure)};
  if (card.side && card.side->shape == CardEffect::Shape::diminishing)
    trial.half = {trial.direct.base, world.lived(0.5).over_run(figure)};
  if (card.trial.off.empty()) return trial;
  add(card.trial.off, settings);
  const TrialWorld switched_off(scenarios / card.trial.scenario, card, settings, seed);
  trial.switched_off = {switched_off.lived(0.0).over_run(figure), switched_off.lived(1.0).over_run(figure)};
  return trial;
}

}  // namespace linli
