#pragma once

/// When two scenarios part ways.

#include <optional>

#include "model/scenario/scenario.h"

namespace linli {

/// The first day on which anything that happens may differ between two runs with the same seed: the first day of a
/// measure, shock or announcement that only one of them has; day 0 where parameters, levers in force from the start,
/// costs or the world differ. Nothing where they differ in name alone.
std::optional<Day> first_day_of_difference(const Scenario& one, const Scenario& other);

/// Whether runs of the two with one seed begin alike: the same start, world, parameters, levers in force from the
/// start, shocks and facilities. Then they share their population, and differ by measures and costs alone.
bool share_a_world(const Scenario& one, const Scenario& other);

/// Whether two measures do the same, wherever they stand.
bool same(const Measure& one, const Measure& other);

}  // namespace linli
