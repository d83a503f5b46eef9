#pragma once

/// Who is next to whom: the Gabriel graph (Gabriel and Sokal 1969). Two points are neighbours when the disc that has
/// them as its diameter holds no third. It is a part of the Delaunay triangulation and contains the shortest spanning
/// tree, so it looks like a road network and is connected.

#include <cstdint>
#include <utility>
#include <vector>

#include "geography/plane.h"

namespace linli {

/// Pairs (smaller, larger), ascending. Points must differ by more than a centimetre.
std::vector<std::pair<std::uint32_t, std::uint32_t>> gabriel_neighbours(const std::vector<Point>& points);

}  // namespace linli
