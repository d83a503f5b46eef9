#pragma once

/// When two scenarios part ways.

#include <optional>

#include "model/scenario/scenario.h"

namespace linli {

/// The first day on which anything that happens may differ between two runs with the same seed: the first day of a
/// measure, shock or announcement that only one of them has; day 0 where parameters, levers in force from the start,
/// costs or the world differ. Nothing where they differ in name alone.
std::optional<Day> first_day_of_difference(const Scenario& one, const Scenario& other);

}  // namespace linli
