#pragma once

/// Makes a Scenario from TOML files, or says what is wrong with them and where.
///
///     extends = "reference.toml"            # a base; this file lies over it
///     title   = { en = "...", zh = "..." }
///     start   = 2021-01-01                  # and either end = a date or days = a number
///     [world]                               # towns = "towns.csv", residents, communities, grids, network
///     [parameters.attitudes]                # what is assumed
///     strain_memory = "2 months"
///     [levers.mediation]                    # what is in force everywhere at the start
///     full_time = 0.6
///     [[cards]]                             # governance systems in play (cards_reader.h)
///     [[measures]]                          # what a policy changes, when and where
///     [[facilities]]                        # planned unwanted facilities
///     [[shocks]]                            # what happens to the city, whatever its policy
///     budget = 5e8                          # what a year may cost; before the first table, like start and end
///     [costs.mediation]                     # what one unit of a lever costs
///     full_time = 120000
///
/// Every key is known or refused. scenarios/scenario.schema.json describes all of them.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "model/scenario.h"

namespace linli {

/// `--set name=value`: a parameter ("parameters.attitudes.strain_memory"), a lever ("levers.police.patrol"), either
/// without its first word, a cost ("costs.police.officers"), or one of start, end, days, seed and budget.
struct Override {
  std::string name;
  std::string value;
};

/// Splits "name=value". Throws InputError when there is no "=".
Override override_in(std::string_view text);

/// Throws the first InputError found. Its place is "file:line:column key.path".
Scenario read_scenario(const std::filesystem::path& file, const std::vector<Override>& overrides = {});

/// The same for a text that would stand at `file`, such as Scenario::text next to the scenario it came from.
Scenario read_scenario_text(std::string_view text, const std::filesystem::path& file,
                            const std::vector<Override>& overrides = {});

/// What was found in a scenario.
struct Findings {
  std::vector<InputError> problems;  // everything that is wrong, as far as one mistake does not hide another
  Notes notes;                       // what deserves a second look
  std::optional<Scenario> scenario;  // if nothing is wrong
};

/// Reads a scenario to the end, whatever is wrong with it. engine/preparation.h also looks at what it needs for a run.
Findings check_scenario(const std::filesystem::path& file, const std::vector<Override>& overrides = {});

}  // namespace linli
