#include "geography/town_graph.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "core/parallel.h"
#include "core/random.h"
#include "geography/apportion.h"
#include "geography/neighbours.h"
#include "geography/network.h"
#include "geography/paths.h"
#include "geography/places.h"

namespace linli {
namespace {

constexpr double size_deviation = 0.35;  // [1] standard deviation of the log of a grid's residents

void check_towns(const World& world) {
  if (world.towns.empty()) throw InputError("world.towns", say({"the world has no towns", "没有设定任何镇街"}));
  for (const TownFacts& town : world.towns)
    if (!(town.area_km2 > 0.0))
      throw InputError("world.towns",
                       say({"{0} has an area of {2} km2; it must be above zero", "{1}的面积为{2}平方公里，应大于零"},
                           town.name_en, town.name_zh, town.area_km2));
}

void check_totals(const World& world) {
  std::int64_t residents = 0;
  for (const TownFacts& town : world.towns) residents += town.residents;
  if (world.residents != residents)
    throw InputError("world.residents", say({"the world has {} residents, but its towns add up to {}",
                                             "设定总人口为{}人，但各镇街人口合计为{}人"},
                                            world.residents, residents));
  if (world.communities < static_cast<int>(world.towns.size()))
    throw InputError("world.communities", say({"{} communities are too few for {} towns: every town needs at least one",
                                               "{}个村（社区）少于{}个镇街：每个镇街至少要有一个村（社区）"},
                                              world.communities, world.towns.size()));
  if (world.grids < world.communities)
    throw InputError("world.grids", say({"{} grids are too few for {} communities: every community needs at least one",
                                         "{}个网格少于{}个村（社区）：每个村（社区）至少要有一个网格"},
                                        world.grids, world.communities));
}

std::vector<TownPlaces> generate_places(const World& world, std::uint64_t seed) {
  const std::vector<TownCounts> counts = count_places(world);
  std::vector<TownPlaces> places(world.towns.size());
  parallel_for(places.size(), 1, [&](std::size_t t) { places[t] = place_town(world.towns, t, counts[t], seed); });
  return places;
}

void add_grid(const Place& place, TownGraph& graph) {
  graph.town_of.push_back(Id<Town>(graph.grids_of_town.size()));
  graph.community_of.push_back(Id<Community>(graph.grids_of_community.size()));
  graph.lon.push_back(static_cast<float>(place.at.lon));
  graph.lat.push_back(static_cast<float>(place.at.lat));
  graph.area_km2.push_back(static_cast<float>(place.area_km2));
}

std::string community_name(const TownFacts& town, std::size_t number) {
  return fmt::format("{} {:02}", town.name_en.empty() ? town.name_zh : town.name_en, number);
}

void add_town(const TownPlaces& places, const TownFacts& town, TownGraph& graph) {
  const Id<Community> first_community(graph.communities());
  const Id<Grid> first_of_town(graph.grids());
  for (std::size_t c = 0; c < places.size(); ++c) {
    const Id<Grid> first_grid(graph.grids());
    for (const Place& place : places[c]) add_grid(place, graph);
    graph.town_of_community.push_back(Id<Town>(graph.grids_of_town.size()));
    graph.grids_of_community.push_back({first_grid, Id<Grid>(graph.grids())});
    graph.community_name.push_back(community_name(town, c + 1));
  }
  graph.communities_of_town.push_back({first_community, Id<Community>(graph.communities())});
  graph.grids_of_town.push_back({first_of_town, Id<Grid>(graph.grids())});
}

/// The grid of a range nearest to a place.
Id<Grid> nearest_grid(const TownGraph& graph, Range<Grid> grids, Coordinates place) {
  const Plane plane(place);
  const auto distance = [&](Id<Grid> grid) { return plane.flat({graph.lon[grid], graph.lat[grid]}).squaredNorm(); };
  Id<Grid> nearest = grids.first;
  for (Id<Grid> grid : grids)
    if (distance(grid) < distance(nearest)) nearest = grid;
  return nearest;
}

Coordinates middle_of(const TownGraph& graph, Range<Grid> grids) {
  Coordinates sum;
  for (Id<Grid> grid : grids) {
    sum.lon += graph.lon[grid];
    sum.lat += graph.lat[grid];
  }
  return {sum.lon / grids.size(), sum.lat / grids.size()};
}

void choose_seats(TownGraph& graph) {
  for (Id<Town> town : all_rows<Town>(graph.towns.size()))
    graph.centre.push_back(
        nearest_grid(graph, graph.grids_of_town[town], {graph.towns[town].lon, graph.towns[town].lat}));
  for (const Range<Grid>& grids : graph.grids_of_community)
    graph.office.push_back(nearest_grid(graph, grids, middle_of(graph, grids)));
}

/// In proportion to the network's own figures where it has any, else to sizes drawn for each grid.
void settle_residents(const std::vector<TownPlaces>& places, std::uint64_t seed, TownGraph& graph) {
  for (Id<Town> town : all_rows<Town>(graph.towns.size())) {
    std::vector<Share> known, drawn;
    for (const CommunityPlaces& community : places[town.row])
      for (const Place& place : community) known.push_back({place.residents});
    for (Id<Grid> grid : graph.grids_of_town[town]) {
      Draws draws(seed, Purpose::synthesis_place, grid.row, 0);
      drawn.push_back({lognormal(draws, 0.0, size_deviation)});
    }
    const bool any_known = std::any_of(known.begin(), known.end(), [](const Share& share) { return share.weight > 0; });
    for (std::int64_t residents : apportion(graph.towns[town].residents, any_known ? known : drawn))
      graph.residents.push_back(residents);
  }
}

std::vector<Link> link_neighbours(const TownGraph& graph, const Parameters::Travel& travel) {
  const Plane plane(middle_of(graph, {Id<Grid>(0), Id<Grid>(graph.grids())}));
  std::vector<Point> points;
  for (Id<Grid> grid : all_rows<Grid>(graph.grids())) points.push_back(plane.flat({graph.lon[grid], graph.lat[grid]}));

  std::vector<Link> links;
  for (const auto& [i, j] : gabriel_neighbours(points)) {
    const Id<Grid> a(i), b(j);
    const double km = distance_km(graph.lon[a], graph.lat[a], graph.lon[b], graph.lat[b]) * travel.detour;
    links.push_back({i, j, static_cast<float>(km / travel.speed * 60.0)});
  }
  return links;
}

GridMatrix to_matrix(std::size_t grids, const std::vector<Link>& links) {
  std::vector<Eigen::Triplet<float>> entries;
  for (const Link& link : links) {
    entries.emplace_back(link.from, link.to, link.minutes);
    entries.emplace_back(link.to, link.from, link.minutes);
  }
  GridMatrix matrix(static_cast<Eigen::Index>(grids), static_cast<Eigen::Index>(grids));
  matrix.setFromTriplets(entries.begin(), entries.end());
  return matrix;
}

void require_connected(const TownGraph& graph, const std::vector<Link>& links) {
  const std::vector<std::uint32_t> parts = connected_parts(graph.grids(), links);
  if (parts.size() == 1) return;
  std::string examples;
  for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 5); ++i)
    examples += (i == 0 ? "" : ", ") + graph.community_name[graph.community_of[Id<Grid>(parts[i])]];
  throw InputError("world.towns", say({"the grids fall into {} parts without a road between them, at {}",
                                       "网格分成互不相通的{}个部分，例如位于{}"},
                                      parts.size(), examples));
}

void scale_towns(const World& world, double population_scale, TownGraph& graph) {
  for (TownFacts town : world.towns) {
    const double scaled = static_cast<double>(town.residents) * population_scale;
    town.residents = std::max<std::int64_t>(1, std::llround(scaled));
    graph.towns.push_back(town);
  }
}

}  // namespace

TownGraph build_town_graph(const World& world, const Parameters::Travel& travel, std::uint64_t seed,
                           double population_scale) {
  check_towns(world);
  check_totals(world);
  const bool generated = world.network_file.empty();
  const Network network = generated ? Network{} : read_network(world, travel);
  const std::vector<TownPlaces> places = generated ? generate_places(world, seed) : place_on_network(world, network);

  TownGraph graph;
  graph.notes = network.notes;
  scale_towns(world, population_scale, graph);
  for (Id<Town> town : all_rows<Town>(graph.towns.size())) add_town(places[town.row], graph.towns[town], graph);
  settle_residents(places, seed, graph);
  choose_seats(graph);

  const std::vector<Link> links = generated ? link_neighbours(graph, travel) : links_between(places, network);
  require_connected(graph, links);
  graph.minutes = to_matrix(graph.grids(), links);
  measure_ways_to_seats(graph);
  return graph;
}

double distance_km(double lon_a, double lat_a, double lon_b, double lat_b) {
  const double phi_a = lat_a * radians_per_degree, phi_b = lat_b * radians_per_degree;
  const double half_lat = std::sin((phi_b - phi_a) / 2.0);
  const double half_lon = std::sin((lon_b - lon_a) * radians_per_degree / 2.0);
  const double chord = half_lat * half_lat + std::cos(phi_a) * std::cos(phi_b) * half_lon * half_lon;
  return 2.0 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace linli
