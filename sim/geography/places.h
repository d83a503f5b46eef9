#pragma once

/// Where the grids lie, on the way to a town graph.

#include <cstdint>
#include <vector>

#include "geography/cluster.h"
#include "geography/plane.h"
#include "model/scenario/scenario.h"

namespace linli {

struct Place {
  Coordinates at;
  double area_km2 = 0.0;
  double residents = 0.0;  // weight in the town's residents; zero: not known
  std::uint32_t node = 0;  // of the user's network
};

using CommunityPlaces = std::vector<Place>;       // grid by grid
using TownPlaces = std::vector<CommunityPlaces>;  // community by community

/// How many of each a town gets.
struct TownCounts {
  std::int64_t communities = 0;
  std::int64_t grids = 0;
};

/// Communities and grids of every town by residents, exactly as many as the world has. A town gets at least one
/// community, every community at least one grid, and no town more grids than `most_grids` says (empty: no limit).
std::vector<TownCounts> count_places(const World& world, const std::vector<std::int64_t>& most_grids = {});

/// Divides a town's points into communities and these into grids, all contiguous: groups of points by community and
/// grid. Communities get grids in proportion to their points.
std::vector<std::vector<Group>> divide(const std::vector<Point>& points, const TownCounts& counts);

/// Places a town's grids without a map. The town is the part of its Voronoi cell (all that is nearer to its centre than
/// to any other) that lies nearest to the centre and has the town's area. It is covered evenly with points, which are
/// divided. Throws InputError when the centre leaves no room.
TownPlaces place_town(const std::vector<TownFacts>& towns, std::size_t town, const TownCounts& counts,
                      std::uint64_t seed);

}  // namespace linli
