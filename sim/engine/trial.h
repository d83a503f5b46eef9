#pragma once

/// Trials: whether a card does what it says, shown by paired runs of a small world.
///
/// Base and card live with the same seed, so that they differ by the card alone. A second pair lives in a world whose
/// mechanism is switched off: there the direct effect must be gone.

#include <cstdint>
#include <filesystem>
#include <limits>

#include "engine/simulation.h"
#include "engine/totals.h"
#include "model/cards/cards.h"

namespace linli {

/// A figure without and with the card.
struct Pair {
  double base = std::numeric_limits<double>::quiet_NaN();
  double played = std::numeric_limits<double>::quiet_NaN();

  double difference() const { return played - base; }
};

/// What the card did under one seed. What its file does not ask for has no value.
struct Trial {
  Pair direct;
  Pair side;
  Pair switched_off;           // the direct figure where the mechanism is switched off
  Pair half;                   // the direct figure at half the strength
  Pair first_year, last_year;  // the direct figure
  Pair spending;               // [yuan/year]
};

/// What a run of the world of a scenario file counts, with so much of the card; strength 0 is the world without it.
Totals totals_in(const std::filesystem::path& world, const Card& card, double strength,
                 const SimulationOptions& options);

/// `scenarios` is the folder of the worlds that trials name. Throws InputError for settings that are none.
Trial run_trial(const Card& card, const std::filesystem::path& scenarios, std::uint64_t seed);

}  // namespace linli
