#include "geography/cluster.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace linli {
namespace {

constexpr int rounds = 20;

std::uint32_t nearest_of(const std::vector<Point>& centres, const Point& point) {
  const auto nearer = [&](const Point& a, const Point& b) {
    return (a - point).squaredNorm() < (b - point).squaredNorm();
  };
  return static_cast<std::uint32_t>(std::min_element(centres.begin(), centres.end(), nearer) - centres.begin());
}

/// Begins at the middle; each further centre is the point farthest from those already chosen.
std::vector<Point> distant_points(const std::vector<Point>& points, std::size_t count) {
  Group everyone(points.size());
  std::iota(everyone.begin(), everyone.end(), 0u);
  std::vector<Point> chosen = {points[medoid_of(points, everyone)]};
  std::vector<double> distance(points.size(), std::numeric_limits<double>::infinity());
  while (chosen.size() < count) {
    for (std::size_t i = 0; i < points.size(); ++i)
      distance[i] = std::min(distance[i], (points[i] - chosen.back()).squaredNorm());
    chosen.push_back(points[std::max_element(distance.begin(), distance.end()) - distance.begin()]);
  }
  return chosen;
}

std::vector<Group> join_nearest(const std::vector<Point>& points, const std::vector<Point>& centres) {
  std::vector<Group> groups(centres.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) groups[nearest_of(centres, points[i])].push_back(i);
  return groups;
}

/// Points at the same place leave groups empty; these take a member from the largest.
void fill_empty(std::vector<Group>& groups) {
  for (Group& group : groups) {
    if (!group.empty()) continue;
    Group& largest = *std::max_element(groups.begin(), groups.end(),
                                       [](const Group& a, const Group& b) { return a.size() < b.size(); });
    group.push_back(largest.back());
    largest.pop_back();
  }
}

}  // namespace

Point mean_of(const std::vector<Point>& points, const Group& group) {
  Point sum = Point::Zero();
  for (std::uint32_t i : group) sum += points[i];
  return sum / static_cast<double>(group.size());
}

std::uint32_t medoid_of(const std::vector<Point>& points, const Group& group) {
  const Point mean = mean_of(points, group);
  return *std::min_element(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
    return (points[a] - mean).squaredNorm() < (points[b] - mean).squaredNorm();
  });
}

std::vector<Group> cluster(const std::vector<Point>& points, std::size_t count) {
  assert(count >= 1 && count <= points.size());
  std::vector<Point> centres = distant_points(points, count);
  std::vector<Group> groups;
  for (int round = 0; round < rounds; ++round) {
    std::vector<Group> next = join_nearest(points, centres);
    fill_empty(next);
    if (next == groups) break;
    groups = std::move(next);
    for (std::size_t k = 0; k < count; ++k) centres[k] = mean_of(points, groups[k]);
  }
  std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
    return mean_of(points, a).squaredNorm() < mean_of(points, b).squaredNorm();
  });
  return groups;
}

}  // namespace linli
