#include "geography/seats.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geography/plane.h"

namespace linli {
namespace {

std::int64_t scaled(std::int64_t count, double scale) {
  return std::llround(static_cast<double>(count) * scale);
}

std::vector<Point> centres_of(const std::vector<TownFacts>& towns) {
  const Plane plane({towns.front().lon, towns.front().lat});
  std::vector<Point> centres;
  for (const TownFacts& town : towns) centres.push_back(plane.flat({town.lon, town.lat}));
  return centres;
}

using Towns = std::vector<std::size_t>;

/// The coordinate in which the towns lie farther apart.
int wider_axis(const std::vector<Point>& centres, std::span<const std::size_t> towns) {
  Point low = centres[towns.front()], high = low;
  for (std::size_t town : towns) low = low.cwiseMin(centres[town]), high = high.cwiseMax(centres[town]);
  return (high - low).x() >= (high - low).y() ? 0 : 1;
}

/// Halves the towns across their wider axis, and the halves again, until neighbours stand side by side (Bentley 1975).
void put_neighbours_together(const std::vector<Point>& centres, std::span<std::size_t> towns) {
  if (towns.size() < 2) return;
  const int axis = wider_axis(centres, towns);
  std::ranges::stable_sort(towns, {}, [&](std::size_t town) { return centres[town][axis]; });
  put_neighbours_together(centres, towns.first(towns.size() / 2));
  put_neighbours_together(centres, towns.subspan(towns.size() / 2));
}

Towns neighbours_together(const std::vector<Point>& centres) {
  Towns towns(centres.size());
  std::iota(towns.begin(), towns.end(), std::size_t{0});
  put_neighbours_together(centres, towns);
  return towns;
}

std::vector<std::vector<std::size_t>> every_town_alone(std::size_t towns) {
  std::vector<std::vector<std::size_t>> alone;
  for (std::size_t town = 0; town < towns; ++town) alone.push_back({town});
  return alone;
}

}  // namespace

World at_scale(const World& world, double scale) {
  World smaller = world;
  smaller.residents = 0;
  for (TownFacts& town : smaller.towns) {
    town.residents = std::max<std::int64_t>(1, scaled(town.residents, scale));
    smaller.residents += town.residents;
  }
  const double places = world.network_file.empty() ? scale : std::min(1.0, scale);
  const auto towns = static_cast<std::int64_t>(world.towns.size());
  smaller.communities = static_cast<int>(std::max(towns, scaled(world.communities, places)));
  smaller.grids = static_cast<int>(std::max<std::int64_t>(smaller.communities, scaled(world.grids, places)));
  return smaller;
}

std::vector<std::size_t> runs_of(const std::vector<double>& weights, std::size_t count) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::size_t> lengths(count);
  double before = 0.0;
  for (double weight : weights) {
    const double middle = (before + weight / 2.0) / total;
    ++lengths[std::min(count - 1, static_cast<std::size_t>(middle * static_cast<double>(count)))];
    before += weight;
  }
  std::erase(lengths, std::size_t{0});
  return lengths;
}

std::vector<std::span<const std::size_t>> cut(std::span<const std::size_t> row, const std::vector<double>& weights,
                                              std::size_t count) {
  std::vector<std::span<const std::size_t>> parts;
  for (std::size_t length : runs_of(weights, count)) {
    parts.push_back(row.first(length));
    row = row.subspan(length);
  }
  return parts;
}

std::vector<std::vector<std::size_t>> towns_by_seat(const std::vector<TownFacts>& towns, double scale) {
  const auto seats = static_cast<std::size_t>(std::max(1LL, std::llround(static_cast<double>(towns.size()) * scale)));
  if (seats >= towns.size()) return every_town_alone(towns.size());
  const Towns order = neighbours_together(centres_of(towns));
  std::vector<double> residents;
  for (std::size_t town : order) residents.push_back(static_cast<double>(towns[town].residents));
  std::vector<Towns> shared;
  for (std::span<const std::size_t> together : cut(order, residents, seats))
    shared.emplace_back(together.begin(), together.end());
  return shared;
}

double scale_of_ways(double population_scale) {
  return std::sqrt(std::min(1.0, population_scale));
}

}  // namespace linli
