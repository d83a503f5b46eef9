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

Totals live(Scenario scenario, const SimulationOptions& options) {
  Totals totals;
  Simulation simulation(std::move(scenario), options);
  simulation.observe(totals);
  simulation.run();
  return totals;
}

}  // namespace

Totals totals_in(const std::filesystem::path& world, const Card& card, double strength,
                 const SimulationOptions& options) {
  return live(world_with(world, card, strength, {}), options);
}

Trial run_trial(const Card& card, const std::filesystem::path& scenarios, std::uint64_t seed) {
  const auto lived = [&](double strength, bool switched_off) {
    Settings settings;
    add(card.trial.settings, settings);
    if (switched_off) add(card.trial.off, settings);
    return live(world_with(scenarios / card.trial.scenario, card, strength, settings), {.seed = seed, .threads = 1});
  };
  const CardFigure& figure = card.effect.figure;
  const Totals base = lived(0.0, false), played = lived(1.0, false);
  Trial trial{.direct = {base.over_run(figure), played.over_run(figure)},
              .first_year = {base.in_first_year(figure), played.in_first_year(figure)},
              .last_year = {base.in_last_year(figure), played.in_last_year(figure)},
              .spending = {base.spending_per_year(), played.spending_per_year()}};
  if (card.side && card.side->shape == CardEffect::Shape::change)
    trial.side = {base.over_run(card.side->figure), played.over_run(card.side->figure)};
  if (card.side && card.side->shape == CardEffect::Shape::diminishing)
    trial.half = {trial.direct.base, lived(0.5, false).over_run(figure)};
  if (!card.trial.off.empty())
    trial.switched_off = {lived(0.0, true).over_run(figure), lived(1.0, true).over_run(figure)};
  return trial;
}

}  // namespace linli
