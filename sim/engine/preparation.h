#pragma once

/// All that comes before people are made. A check and a run both begin here, so that whatever a run would refuse before
/// its first day, a check refuses.

#include <cstdint>
#include <optional>
#include <vector>

#include "model/scenario_reader.h"
#include "processes/today.h"

namespace linli {

struct SimulationOptions {
  std::optional<std::uint64_t> seed;  // none: the scenario's
  std::optional<Day> days;            // the first so many of the scenario; none: all
  int threads = 0;                    // 0: one per core
  double population_scale = 1.0;      // residents per town are multiplied by this
};

/// The same options. Throws InputError when one is out of its range in a scenario of so many days.
const SimulationOptions& checked(const SimulationOptions& options, Day days);

/// The scenario with the seed and days that are asked for, and its world. Throws InputError for options out of their
/// range and for a world that cannot be built.
Setting prepare(Scenario scenario, const SimulationOptions& options);

/// What deserves a second look: in what was read, and in what the scenario plans but will not see happen in this run.
Notes notes_on(const Setting& setting);

/// Everything that is found in a scenario before it is run.
Findings check_run(const std::filesystem::path& file, const std::vector<Override>& overrides = {},
                   const SimulationOptions& options = {});

}  // namespace linli
