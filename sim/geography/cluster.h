#pragma once

/// Divides points of the plane into compact groups of similar extent: k-means (Lloyd 1982), started from points that
/// are far apart (Gonzalez 1985), so that nothing is random. No group is empty.

#include <cstdint>
#include <vector>

#include "geography/plane.h"

namespace linli {

using Group = std::vector<std::uint32_t>;  // indices of points, ascending

/// `count` groups, at most as many as there are points, ordered by the distance of their mean from (0, 0).
std::vector<Group> cluster(const std::vector<Point>& points, std::size_t count);

Point mean_of(const std::vector<Point>& points, const Group& group);

/// The member nearest to the group's mean.
std::uint32_t medoid_of(const std::vector<Point>& points, const Group& group);

}  // namespace linli
