#include "geography/network.h"

#include <algorithm>

#include "core/error.h"

namespace linli {
namespace {

Network read_by_kind(const World& world, const Parameters::Travel& travel) {
  const std::string extension = world.network_file.extension().string();
  if (extension == ".graphml") return read_graphml(world.network_file, travel);
  if (extension == ".csv" && !world.edges_file.empty())
    return read_tables(world.network_file, world.edges_file, travel);
  const Text kinds = {"a network is a .graphml file, or a .csv file of nodes together with one of edges",
                      "网络应为.graphml文件，或一个节点.csv文件加一个边.csv文件"};
  throw InputError(world.network_file.string(), say(kinds));
}

void require_nodes_for_grids(const Network& network, int grids) {
  if (static_cast<int>(network.nodes.size()) >= grids) return;
  const Text too_few = {"the network has {} nodes, fewer than the world's {} grids",
                        "网络只有{}个节点，少于设定的{}个网格"};
  throw InputError(network.file, say(too_few, network.nodes.size(), grids));
}

void require_connected(const Network& network) {
  const std::vector<std::uint32_t> parts = connected_parts(network.nodes.size(), network.links);
  if (parts.size() == 1) return;
  std::string examples;
  for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 5); ++i)
    examples += (i == 0 ? "" : ", ") + network.nodes[parts[i]].id;
  const Text apart = {"the network falls into {} parts without a road between them; a node of each: {}{}",
                      "网络分成互不相通的{}个部分；各部分的节点示例：{}{}"};
  throw InputError(network.file, say(apart, parts.size(), examples, parts.size() > 5 ? ", ..." : ""));
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
  require_nodes_for_grids(network, world.grids);
  require_connected(network);
  return network;
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
