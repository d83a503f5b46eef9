#include "geography/places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.h"
#include "core/random.h"
#include "geography/apportion.h"

namespace linli {
namespace {

constexpr std::int64_t points_per_grid = 40;
constexpr std::int64_t most_points_per_grid = 40 * 64;
constexpr double square_sides = 5.0;  // [radii of a disc of the town's area] side of the square that is searched

/// Evenly spread points of the unit square: an additive sequence by the plastic number (Roberts 2018).
class EvenPoints {
 public:
  explicit EvenPoints(Draws& draws) : point_(unit(draws), unit(draws)) {}
  Point next() {
    constexpr double plastic = 1.32471795724474602596;
    point_ += Point(1.0 / plastic, 1.0 / (plastic * plastic));
    return point_ -= point_.array().floor().matrix();
  }

 private:
  Point point_;
};

/// The other towns' centres on the town's own plane, where its own centre is (0, 0).
std::vector<Point> centres_around(const std::vector<TownFacts>& towns, std::size_t town) {
  const Plane plane({towns[town].lon, towns[town].lat});
  std::vector<Point> centres;
  for (std::size_t other = 0; other < towns.size(); ++other)
    if (other != town) centres.push_back(plane.flat({towns[other].lon, towns[other].lat}));
  return centres;
}

bool in_cell(const Point& point, const std::vector<Point>& other_centres) {
  return std::all_of(other_centres.begin(), other_centres.end(),
                     [&](const Point& centre) { return point.squaredNorm() < (point - centre).squaredNorm(); });
}

/// At most `count` points, each standing for the same part of the area.
std::vector<Point> cover(double area_km2, const std::vector<Point>& other_centres, std::int64_t count, Draws draws) {
  const double side = square_sides * std::sqrt(area_km2 / std::numbers::pi);
  const auto tries = static_cast<std::int64_t>(static_cast<double>(count) * side * side / area_km2);
  EvenPoints even(draws);
  std::vector<Point> points;
  for (std::int64_t i = 0; i < tries; ++i) {
    const Point point = (even.next() - Point(0.5, 0.5)) * side;
    if (in_cell(point, other_centres)) points.push_back(point);
  }
  std::stable_sort(points.begin(), points.end(),
                   [](const Point& a, const Point& b) { return a.squaredNorm() < b.squaredNorm(); });
  points.resize(std::min(points.size(), static_cast<std::size_t>(count)));
  return points;
}

/// A cell smaller than the town's area takes a denser cover.
std::vector<Point> sufficient_cover(const std::vector<TownFacts>& towns, std::size_t town, std::int64_t grids,
                                    std::uint64_t seed) {
  const std::vector<Point> others = centres_around(towns, town);
  const Draws draws(seed, Purpose::synthesis_place, town, 1);
  for (std::int64_t density = points_per_grid; density <= most_points_per_grid; density *= 4) {
    std::vector<Point> points = cover(towns[town].area_km2, others, density * grids, draws);
    if (static_cast<std::int64_t>(points.size()) * 4 >= points_per_grid * grids) return points;
  }
  const Text no_room = {"the centre of {0} is so close to another town's that no room is left for its {2} grids",
                        "{1}的中心与其他镇街的中心过于接近，放不下它的{2}个网格"};
  throw InputError("world.towns", say(no_room, towns[town].name_en, towns[town].name_zh, grids));
}

Share by_residents(const TownFacts& town, std::int64_t least, std::int64_t most) {
  return {static_cast<double>(town.residents), least, most};
}

}  // namespace

std::vector<TownCounts> count_places(const World& world, const std::vector<std::int64_t>& most_grids) {
  const auto most = [&](std::size_t town) { return most_grids.empty() ? INT64_MAX : most_grids[town]; };
  std::vector<Share> shares;
  for (std::size_t t = 0; t < world.towns.size(); ++t) shares.push_back(by_residents(world.towns[t], 1, most(t)));
  const std::vector<std::int64_t> communities = apportion(world.communities, shares);
  for (std::size_t t = 0; t < shares.size(); ++t) shares[t].least = communities[t];
  const std::vector<std::int64_t> grids = apportion(world.grids, shares);

  std::vector<TownCounts> counts;
  for (std::size_t t = 0; t < shares.size(); ++t) counts.push_back({communities[t], grids[t]});
  return counts;
}

std::vector<std::vector<Group>> divide(const std::vector<Point>& points, const TownCounts& counts) {
  const std::vector<Group> communities = cluster(points, static_cast<std::size_t>(counts.communities));
  std::vector<Share> shares;
  for (const Group& community : communities)
    shares.push_back({static_cast<double>(community.size()), 1, static_cast<std::int64_t>(community.size())});
  const std::vector<std::int64_t> grids = apportion(counts.grids, shares);

  std::vector<std::vector<Group>> divided;
  for (std::size_t c = 0; c < communities.size(); ++c) {
    std::vector<Point> own;
    for (std::uint32_t i : communities[c]) own.push_back(points[i]);
    divided.push_back(cluster(own, static_cast<std::size_t>(grids[c])));
    for (Group& grid : divided.back())
      for (std::uint32_t& i : grid) i = communities[c][i];
  }
  return divided;
}

TownPlaces place_town(const std::vector<TownFacts>& towns, std::size_t town, const TownCounts& counts,
                      std::uint64_t seed) {
  const std::vector<Point> points = sufficient_cover(towns, town, counts.grids, seed);
  const Plane plane({towns[town].lon, towns[town].lat});
  const double area_per_point = towns[town].area_km2 / static_cast<double>(points.size());
  TownPlaces places;
  for (const std::vector<Group>& community : divide(points, counts)) {
    CommunityPlaces& grids = places.emplace_back();
    for (const Group& grid : community)
      grids.push_back({plane.round(mean_of(points, grid)), area_per_point * static_cast<double>(grid.size())});
  }
  return places;
}

}  // namespace linli
