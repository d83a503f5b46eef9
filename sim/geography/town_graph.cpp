#include "geography/town_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.h"
#include "core/parallel.h"
#include "core/random.h"
#include "geography/apportion.h"
#include "geography/neighbours.h"
#include "geography/network.h"
#include "geography/paths.h"
#include "geography/places.h"
#include "geography/seats.h"

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

void add_grid(const Place& place, Id<Town> town, TownGraph& graph) {
  graph.town_of.push_back(town);
  graph.lon.push_back(static_cast<float>(place.at.lon));
  graph.lat.push_back(static_cast<float>(place.at.lat));
  graph.area_km2.push_back(static_cast<float>(place.area_km2));
}

void add_grids(const TownPlaces& places, Id<Town> town, TownGraph& graph) {
  const Id<Grid> first(graph.grids());
  for (const CommunityPlaces& community : places)
    for (const Place& place : community) add_grid(place, town, graph);
  graph.grids_of_town[town] = {first, Id<Grid>(graph.grids())};
}

/// Towns in the order in which their grids are numbered.
std::vector<Id<Town>> in_order(const std::vector<std::vector<std::size_t>>& seats) {
  std::vector<Id<Town>> order;
  for (const std::vector<std::size_t>& towns : seats)
    for (std::size_t town : towns) order.push_back(Id<Town>(town));
  return order;
}

std::vector<TownPlaces> sorted(const std::vector<TownPlaces>& places, const std::vector<Id<Town>>& order) {
  std::vector<TownPlaces> sorted;
  for (Id<Town> town : order) sorted.push_back(places[town.row]);
  return sorted;
}

// --- communities

std::string community_name(const TownFacts& town, std::size_t number) {
  return fmt::format("{} {:02}", town.name_en.empty() ? town.name_zh : town.name_en, number);
}

/// Communities of so many grids each, one after another.
void add_communities(const std::vector<std::size_t>& grids, Id<Grid> first, TownGraph& graph) {
  Column<Town, std::size_t> begun(graph.towns.size());
  for (std::size_t count : grids) {
    const Range<Grid> range{first, Id<Grid>(first.row + count)};
    const Id<Town> town = graph.town_of[first];
    for (std::size_t i = 0; i < count; ++i) graph.community_of.push_back(Id<Community>(graph.communities()));
    graph.town_of_community.push_back(town);
    graph.grids_of_community.push_back(range);
    graph.community_name.push_back(community_name(graph.towns[town], ++begun[town]));
    first = range.last;
  }
}

/// Where there are more towns than communities, neighbours of one seat make one up.
std::vector<std::size_t> joined(const TownGraph& graph, const std::vector<std::size_t>& sizes, Id<Grid> first,
                                std::size_t count) {
  if (sizes.size() <= count) return sizes;
  std::vector<double> residents;
  for (std::size_t size : sizes) {
    double living = 0.0;
    for (std::size_t i = 0; i < size; ++i) living += static_cast<double>(graph.residents[first]), ++first.row;
    residents.push_back(living);
  }
  std::vector<std::size_t> larger;
  for (std::span<const std::size_t> together : cut(sizes, residents, count))
    larger.push_back(std::accumulate(together.begin(), together.end(), std::size_t{0}));
  return larger;
}

/// As many for each seat as its residents have at full size.
void form_communities(const World& full, const std::vector<TownPlaces>& places,
                      const std::vector<std::vector<std::size_t>>& shared, double population_scale, TownGraph& graph) {
  const double residents_of_one = static_cast<double>(full.residents) / full.communities;
  for (const std::vector<std::size_t>& towns : shared) {
    const Id<Town> seat = graph.seat_of[Id<Town>(towns.front())];
    std::vector<std::size_t> sizes;
    for (std::size_t town : towns)
      for (const CommunityPlaces& community : places[town]) sizes.push_back(community.size());
    const double wanted = static_cast<double>(graph.residents_served[seat]) / residents_of_one;
    const auto count = static_cast<std::size_t>(std::max(1LL, std::llround(wanted)));
    const Id<Community> first(graph.communities());
    const Id<Grid> first_grid = graph.grids_served[seat].first;
    add_communities(towns.size() == 1 ? sizes : joined(graph, sizes, first_grid, count), first_grid, graph);
    graph.communities_served[seat] = {first, Id<Community>(graph.communities())};
  }
  graph.community_share = full.communities * population_scale / static_cast<double>(graph.communities());
}

// --- seats

Id<Town> largest(const TownGraph& graph, const std::vector<std::size_t>& towns) {
  const std::size_t seat =
      *std::ranges::max_element(towns, {}, [&](std::size_t town) { return graph.towns[Id<Town>(town)].residents; });
  return Id<Town>(seat);
}

/// Makes one of the towns the seat of all.
void share_offices(const std::vector<std::size_t>& towns, TownGraph& graph) {
  const Id<Town> seat = largest(graph, towns);
  graph.seats.push_back(seat);
  graph.grids_served[seat] = {graph.grids_of_town[Id<Town>(towns.front())].first,
                              graph.grids_of_town[Id<Town>(towns.back())].last};
  for (std::size_t town : towns) {
    graph.seat_of[Id<Town>(town)] = seat;
    graph.residents_served[seat] += graph.towns[Id<Town>(town)].residents;
  }
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

/// Where the people of some towns are nearest to on average.
Coordinates middle_of(const TownGraph& graph, const std::vector<std::size_t>& towns) {
  if (towns.size() == 1) return {graph.towns[Id<Town>(towns[0])].lon, graph.towns[Id<Town>(towns[0])].lat};
  Coordinates sum;
  double residents = 0.0;
  for (std::size_t row : towns) {
    const TownFacts& town = graph.towns[Id<Town>(row)];
    const auto weight = static_cast<double>(town.residents);
    sum.lon += weight * town.lon, sum.lat += weight * town.lat, residents += weight;
  }
  return {sum.lon / residents, sum.lat / residents};
}

void open_offices(const std::vector<std::vector<std::size_t>>& shared, TownGraph& graph) {
  for (const std::vector<std::size_t>& towns : shared) {
    const Id<Town> seat = graph.seat_of[Id<Town>(towns.front())];
    const Id<Grid> centre = nearest_grid(graph, graph.grids_served[seat], middle_of(graph, towns));
    for (std::size_t town : towns) graph.centre[Id<Town>(town)] = centre;
  }
  for (const Range<Grid>& grids : graph.grids_of_community)
    graph.office.push_back(nearest_grid(graph, grids, middle_of(graph, grids)));
}

/// In proportion to the network's own figures where it has any, else to sizes drawn for each grid.
void settle_residents(const std::vector<TownPlaces>& places, const std::vector<Id<Town>>& order, std::uint64_t seed,
                      TownGraph& graph) {
  for (Id<Town> town : order) {
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

/// What a town that is not alone pays for is its part by residents.
double communities_of(const World& full, Id<Town> town, const TownGraph& graph) {
  if (graph.is_alone(town)) return graph.communities_served[town].size() * graph.community_share;
  const double share = static_cast<double>(graph.towns[town].residents) / static_cast<double>(full.residents);
  return full.communities * share;
}

void make_room(std::size_t towns, TownGraph& graph) {
  graph.grids_of_town.resize(towns);
  graph.seat_of.resize(towns);
  graph.centre.resize(towns);
  graph.grids_served.resize(towns);
  graph.communities_served.resize(towns);
  graph.residents_served.resize(towns);
}

}  // namespace

TownGraph build_town_graph(const World& full, const Parameters::Travel& travel, std::uint64_t seed,
                           double population_scale) {
  check_towns(full);
  check_totals(full);
  const World world = at_scale(full, population_scale);
  const bool generated = world.network_file.empty();
  const Network network = generated ? Network{} : read_network(world, travel);
  const std::vector<TownPlaces> places = generated ? generate_places(world, seed) : place_on_network(world, network);
  const std::vector<std::vector<std::size_t>> shared = towns_by_seat(world.towns, population_scale);
  const std::vector<Id<Town>> order = in_order(shared);

  TownGraph graph;
  graph.notes = network.notes;
  for (const TownFacts& town : world.towns) graph.towns.push_back(town);
  make_room(world.towns.size(), graph);
  for (Id<Town> town : order) add_grids(places[town.row], town, graph);
  settle_residents(places, order, seed, graph);
  for (const std::vector<std::size_t>& towns : shared) share_offices(towns, graph);
  std::ranges::sort(graph.seats);
  form_communities(full, places, shared, population_scale, graph);
  for (Id<Town> town : all_rows<Town>(graph.towns.size()))
    graph.communities_of_town.push_back(communities_of(full, town, graph));
  open_offices(shared, graph);

  std::vector<Link> links = generated ? link_neighbours(graph, travel) : links_between(sorted(places, order), network);
  for (Link& link : links) link.minutes *= static_cast<float>(scale_of_ways(population_scale));
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
