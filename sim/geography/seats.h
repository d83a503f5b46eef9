#pragma once

/// Which towns share their offices in a world made smaller.
///
/// A queue keeps its behaviour only if everybody who stands behind the desk keeps their speed and the residents they
/// serve. So a world with a fifth of the people is not the same offices with a fifth of the staff: it has a fifth of
/// the grids, the communities, the committees, the courts and the stations, each as large as before. Towns stay,
/// because policies name them and results are read by them; but neighbouring towns share offices, as many as make up
/// the residents whom a town's offices serve at full size. The one with most residents is their seat. At full size,
/// and above, every town is its own seat. All ways shrink with the square root of the people, so that the way to an
/// office and the grids within a journey stay what they were.

#include <cstddef>
#include <span>
#include <vector>

#include "model/scenario/scenario.h"

namespace linli {

/// The world with `scale` times its residents, and with grids and communities that stay as large as they were: fewer of
/// them in a smaller world (one in each town at least), more in a larger one unless a network says where they are.
World at_scale(const World& world, double scale);

/// Towns by the offices that they share, as positions in the list of towns; `scale` is that of the population.
/// Neighbours come one after another. At full size every town alone, in the order of the list.
std::vector<std::vector<std::size_t>> towns_by_seat(const std::vector<TownFacts>& towns, double scale);

/// Cuts a row of weights into at most `count` runs of about the same weight: how long each is. None is empty.
std::vector<std::size_t> runs_of(const std::vector<double>& weights, std::size_t count);

/// The same of a row of numbers: the parts themselves.
std::vector<std::span<const std::size_t>> cut(std::span<const std::size_t> row, const std::vector<double>& weights,
                                              std::size_t count);

/// What ways are multiplied by.
double scale_of_ways(double population_scale);

}  // namespace linli
