#include "geography/neighbours.h"

#include <algorithm>
#include <boost/polygon/voronoi.hpp>

namespace linli {
namespace {

using Voronoi = boost::polygon::voronoi_diagram<double>;
using Site = boost::polygon::point_data<std::int32_t>;  // [cm], whole numbers make the geometry exact

std::vector<Site> to_sites(const std::vector<Point>& points) {
  constexpr double cm_per_km = 1e5;
  std::vector<Site> sites;
  for (const Point& point : points)
    sites.emplace_back(static_cast<std::int32_t>(std::lround(point.x() * cm_per_km)),
                       static_cast<std::int32_t>(std::lround(point.y() * cm_per_km)));
  return sites;
}

Point to_point(const Site& site) {
  return {static_cast<double>(site.x()), static_cast<double>(site.y())};
}

/// Seen from inside the disc its diameter spans an obtuse angle.
bool in_disc(const Site& a, const Site& b, const Site& third) {
  return (to_point(a) - to_point(third)).dot(to_point(b) - to_point(third)) < 0.0;
}

std::uint32_t owner(const Voronoi::edge_type& edge) {
  return static_cast<std::uint32_t>(edge.cell()->source_index());
}

/// Of all points, those completing a triangle with a Delaunay edge enter its disc first.
bool is_gabriel(const Voronoi::edge_type& edge, const std::vector<Site>& sites) {
  const std::uint32_t a = owner(edge), b = owner(*edge.twin());
  const std::uint32_t apexes[] = {owner(*edge.next()->twin()), owner(*edge.prev()->twin())};
  return std::none_of(std::begin(apexes), std::end(apexes), [&](std::uint32_t apex) {
    return apex != a && apex != b && in_disc(sites[a], sites[b], sites[apex]);
  });
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> gabriel_neighbours(const std::vector<Point>& points) {
  const std::vector<Site> sites = to_sites(points);
  Voronoi voronoi;
  boost::polygon::construct_voronoi(sites.begin(), sites.end(), &voronoi);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const Voronoi::edge_type& edge : voronoi.edges())
    if (owner(edge) < owner(*edge.twin()) && is_gabriel(edge, sites))
      pairs.emplace_back(owner(edge), owner(*edge.twin()));
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace linli
