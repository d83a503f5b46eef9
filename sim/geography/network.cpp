#include "geography/network.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>

#include "geography/town_graph.h"

namespace linli {
namespace {

/// The ending of a name in small letters, that of packing aside: ".graphml" of "Streets.GraphML.gz".
std::string kind_of(std::filesystem::path file) {
  const auto ending = [&] {
    std::string text = file.extension().string();
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return text;
  };
  if (ending() == ".gz") file.replace_extension();
  return ending();
}

Network read_by_kind(const World& world, const Parameters::Travel& travel) {
  const std::string kind = kind_of(world.network_file);
  if (kind == ".graphml" || kind == ".xml") return read_graphml(world.network_file, travel);
  if (kind == ".csv" && !world.edges_file.empty()) return read_tables(world.network_file, world.edges_file, travel);
  const Text kinds = {
      "a network is a .graphml file, or a .csv file of nodes together with one of edges (either also .gz)",
      "网络应为.graphml文件，或一个节点.csv文件加一个边.csv文件（均可为.gz压缩文件）"};
  throw InputError(world.network_file.string(), say(kinds));
}

void require_nodes_for_grids(const Network& network, int grids) {
  if (static_cast<int>(network.nodes.size()) >= grids) return;
  const Text too_few = {"the network has {} nodes, fewer than the world's {} grids",
                        "网络只有{}个节点，少于设定的{}个网格"};
  throw InputError(network.file, say(too_few, network.nodes.size(), grids));
}

std::size_t largest(const std::vector<std::size_t>& sizes) {
  return static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
}

std::vector<std::size_t> sizes_of(const std::vector<std::uint32_t>& part) {
  std::vector<std::size_t> sizes;
  for (const std::uint32_t number : part) {
    sizes.resize(std::max<std::size_t>(sizes.size(), number + 1));
    ++sizes[number];
  }
  return sizes;
}

void keep_part(std::uint32_t kept, const std::vector<std::uint32_t>& part, Network& network) {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> position(network.nodes.size());
  for (std::uint32_t i = 0; i < network.nodes.size(); ++i) {
    position[i] = static_cast<std::uint32_t>(nodes.size());
    if (part[i] == kept) nodes.push_back(std::move(network.nodes[i]));
  }
  std::erase_if(network.links, [&](const Link& link) { return part[link.from] != kept; });
  for (Link& link : network.links) link = {position[link.from], position[link.to], link.minutes};
  network.nodes = std::move(nodes);
}

/// A node of each part, as far as five.
std::string examples_of(const Network& network) {
  const std::vector<std::uint32_t> first = connected_parts(network.nodes.size(), network.links);
  std::string examples;
  for (std::size_t i = 0; i < std::min<std::size_t>(first.size(), 5); ++i)
    examples += (i == 0 ? "" : ", ") + network.nodes[first[i]].id;
  return examples + (first.size() > 5 ? ", ..." : "");
}

/// Leaves the largest part where the world asks for it, else throws when there are several.
void require_connected(const World& world, Network& network) {
  const std::vector<std::uint32_t> part = parts_of(network.nodes.size(), network.links);
  const std::vector<std::size_t> sizes = sizes_of(part);
  if (sizes.size() == 1) return;
  const std::size_t all = network.nodes.size(), kept = largest(sizes);
  if (!world.largest_part)
    throw InputError(
        network.file,
        say({"the network falls into {} parts without a road between them; a node of each: {}; with part = "
             "\"largest\", the largest is taken ({} of {} nodes)",
             "网络分成互不相通的{}个部分；各部分的节点示例：{}；可设part = "
             "\"largest\"，只取最大的部分（{}个节点，共{}个）"},
            sizes.size(), examples_of(network), sizes[kept], all));
  keep_part(static_cast<std::uint32_t>(kept), part, network);
  network.notes.push_back(
      {network.file, say({"{} of {} nodes are left out: no road leads from them to the largest part",
                          "舍去{}个节点（共{}个）：它们与最大的部分不连通"},
                         all - network.nodes.size(), all)});
}

std::size_t nearest_town(const World& world, const Node& node) {
  const Plane plane(node.at);
  const auto distance = [&](const TownFacts& town) { return plane.flat({town.lon, town.lat}).squaredNorm(); };
  const auto nearest = std::min_element(world.towns.begin(), world.towns.end(),
                                        [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
  return static_cast<std::size_t>(nearest - world.towns.begin());
}

std::size_t town_of(const World& world, const Node& node, const std::string& file) {
  if (node.town.empty()) return nearest_town(world, node);
  for (std::size_t t = 0; t < world.towns.size(); ++t)
    if (node.town == world.towns[t].code || node.town == world.towns[t].name_en || node.town == world.towns[t].name_zh)
      return t;
  throw InputError(
      file, say({"node {} belongs to {}, which is no town of this world", "节点{}所属的{}不是本世界中的镇街"}, node.id,
                node.town));
}

// Do nodes and towns lie in the same place? A town's radius is that of a circle of its area.

constexpr double most_radii = 10.0;      // that half the nodes may lie from the centres of their towns
constexpr double least_radius_km = 1.0;  // where a town is very small

double radius_km(const TownFacts& town) {
  return std::max(least_radius_km, std::sqrt(town.area_km2 / std::numbers::pi));
}

double km_from(const TownFacts& town, Coordinates at) {
  return distance_km(town.lon, town.lat, at.lon, at.lat);
}

struct Distance {
  double radii;
  std::size_t node, town;
};

/// That of the node in the middle, when nodes are ordered by their distances.
Distance median_distance(const World& world, const Network& network) {
  std::vector<Distance> distances;
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    const std::size_t t = town_of(world, network.nodes[i], network.file);
    distances.push_back({km_from(world.towns[t], network.nodes[i].at) / radius_km(world.towns[t]), i, t});
  }
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end(),
                   [](const Distance& a, const Distance& b) { return a.radii < b.radii; });
  return *middle;
}

bool would_fit_swapped(const World& world, Network network) {
  for (Node& node : network.nodes) std::swap(node.at.lon, node.at.lat);
  return median_distance(world, network).radii <= most_radii;
}

/// The nodes of every town. Throws for a town that has none.
std::vector<Group> nodes_by_town(const World& world, const Network& network) {
  std::vector<Group> towns(world.towns.size());
  for (std::uint32_t i = 0; i < network.nodes.size(); ++i)
    towns[town_of(world, network.nodes[i], network.file)].push_back(i);
  for (std::size_t t = 0; t < towns.size(); ++t)
    if (towns[t].empty())
      throw InputError(network.file, say({"no node of the network lies in {}", "网络中没有位于{1}的节点"},
                                         world.towns[t].name_en, world.towns[t].name_zh));
  return towns;
}

TownPlaces place_on_nodes(const TownFacts& town, const Network& network, const Group& nodes, const TownCounts& counts) {
  const Plane plane({town.lon, town.lat});
  std::vector<Point> points;
  for (std::uint32_t i : nodes) points.push_back(plane.flat(network.nodes[i].at));

  TownPlaces places;
  for (const std::vector<Group>& community : divide(points, counts)) {
    CommunityPlaces& grids = places.emplace_back();
    for (const Group& grid : community) {
      const std::uint32_t node = nodes[medoid_of(points, grid)];
      double residents = 0.0;
      for (std::uint32_t i : grid) residents += network.nodes[nodes[i]].residents;
      grids.push_back({network.nodes[node].at, town.area_km2 / static_cast<double>(counts.grids), residents, node});
    }
  }
  return places;
}

}  // namespace

Network read_network(const World& world, const Parameters::Travel& travel) {
  Network network = read_by_kind(world, travel);
  require_near_towns(world, network);
  require_connected(world, network);
  require_nodes_for_grids(network, world.grids);
  return network;
}

void require_near_towns(const World& world, const Network& network) {
  const Distance median = median_distance(world, network);
  if (median.radii <= most_radii) return;
  const Node& node = network.nodes[median.node];
  const TownFacts& town = world.towns[median.town];
  const Text swap = {"with longitude and latitude swapped they would fit", "经度与纬度互换后则相符"};
  const Text other = {"are these degrees, and of the same place?", "请确认节点坐标为经纬度，且与镇街同属一地"};
  throw InputError(
      network.file,
      say({"the nodes do not lie where the towns are: half of them are {:.0f} km and more from their town; node {} "
           "lies "
           "at ({}, {}), {} at ({}, {}): {}",
           "节点与镇街不在同一地点：半数节点距所属镇街{:.0f}公里以上；节点{}位于（{}，{}），{}位于（{}，{}）：{}"},
          km_from(town, node.at), node.id, node.at.lon, node.at.lat, Text{town.name_en, town.name_zh}, town.lon,
          town.lat, would_fit_swapped(world, network) ? swap : other));
}

std::vector<TownPlaces> place_on_network(const World& world, const Network& network) {
  const std::vector<Group> nodes = nodes_by_town(world, network);
  std::vector<std::int64_t> most_grids;
  for (const Group& town : nodes) most_grids.push_back(static_cast<std::int64_t>(town.size()));
  const std::vector<TownCounts> counts = count_places(world, most_grids);

  std::vector<TownPlaces> places;
  for (std::size_t t = 0; t < nodes.size(); ++t)
    places.push_back(place_on_nodes(world.towns[t], network, nodes[t], counts[t]));
  return places;
}

std::vector<Link> links_between(const std::vector<TownPlaces>& places, const Network& network) {
  std::vector<std::uint32_t> middle_nodes, grid_at(network.nodes.size());
  for (const TownPlaces& town : places)
    for (const CommunityPlaces& community : town)
      for (const Place& grid : community) {
        grid_at[grid.node] = static_cast<std::uint32_t>(middle_nodes.size());
        middle_nodes.push_back(grid.node);
      }

  const Reached reached = Roads(network.nodes.size(), network.links).reach(middle_nodes);
  std::vector<Link> links;
  for (const Link& link : network.links) {
    const double minutes = reached.minutes[link.from] + link.minutes + reached.minutes[link.to];
    links.push_back(
        {grid_at[reached.source[link.from]], grid_at[reached.source[link.to]], static_cast<float>(minutes)});
  }
  return quickest_links(std::move(links));
}

}  // namespace linli
