#include "geography/network_reading.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "geography/network_columns.h"
#include "geography/town_graph.h"

namespace linli {
namespace {

constexpr float least_minutes = 0.001f;  // places at the same spot are still two
constexpr double most_km = 1000.0, most_minutes = 1e5, least_kph = 0.1, most_kph = 300.0, most_residents = 1e9;

/// Longitude and latitude of a node. Says so when they would fit the other way round.
Coordinates place_of(const Table& nodes, std::size_t row, const ColumnPair& place) {
  for (const std::string& column : {place.first, place.second})
    if (!nodes.filled(row, column) || means_missing(nodes.text(row, column)))
      throw InputError(nodes.where(row, column), say({"is missing", "缺少此项"}));
  constexpr double anything = std::numeric_limits<double>::max();
  const Coordinates at = {nodes.number(row, place.first, -anything, anything),
                          nodes.number(row, place.second, -anything, anything)};
  if (std::abs(at.lon) <= longest_lon && std::abs(at.lat) <= longest_lat) return at;
  const bool swapped = std::abs(at.lon) <= longest_lat && std::abs(at.lat) <= longest_lon;
  const Text swap = {"the two seem to be swapped", "两者似乎颠倒了"};
  const Text project = {"export the network before projecting it", "请导出未经投影的网络"};
  throw InputError(
      nodes.where(row),
      say({"lies at ({}, {}); {} must be degrees of longitude (-180 to 180) and {} degrees of latitude (-85 to 85): {}",
           "位于（{}，{}）；{}应为经度（-180至180度），{}应为纬度（-85至85度）：{}"},
          at.lon, at.lat, place.first, place.second, swapped ? swap : project));
}

std::vector<Node> nodes_of(const Table& table, Notes& notes) {
  const std::string id = column_of_ids(table);
  const ColumnPair place = columns_of_places(table, notes);
  OptionalNumbers numbers(table);
  std::vector<Node> nodes;
  for (std::size_t row = 0; row < table.rows(); ++row)
    nodes.push_back({std::string(trimmed(table.text(row, id))), place_of(table, row, place),
                     numbers.get(row, "residents", 0.0, most_residents).value_or(0.0),
                     table.has("town") ? std::string(trimmed(table.text(row, "town"))) : ""});
  numbers.add_notes(notes);
  return nodes;
}

/// The edges of a table between the nodes of another.
class Edges {
 public:
  Edges(const Table& table, const std::vector<Node>& nodes, const Table& table_of_nodes,
        const Parameters::Travel& travel)
      : table_(table), nodes_(nodes), travel_(travel), numbers_(table), ends_(columns_of_ends(table)) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      if (!position_.emplace(nodes[i].id, i).second)
        throw InputError(table_of_nodes.where(i), say({"a second node has the id {}", "节点编号{}重复"}, nodes[i].id));
  }

  std::vector<Link> links() {
    std::vector<Link> links;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::uint32_t from = find(row, ends_.first), to = find(row, ends_.second);
      const std::optional<double> stated = stated_minutes(row);
      none_stated_ = none_stated_ && !stated;
      const double minutes = stated ? *stated : straight_minutes(row, from, to);
      links.push_back({from, to, std::max(least_minutes, static_cast<float>(minutes))});
    }
    return links;
  }

  void add_notes(Notes& notes) const {
    numbers_.add_notes(notes);
    if (none_stated_ && table_.rows() > 0)
      notes.push_back(
          {table_.file(), say({"no edge says its minutes, travel_time, km or length: straight lines times {} "
                               "are taken; the columns are {}",
                               "边没有minutes、travel_time、km或length；改用直线距离乘以{}；现有的列为{}"},
                              travel_.detour, fmt::format("{}", fmt::join(table_.columns(), ", ")))});
  }

 private:
  std::uint32_t find(std::size_t row, const std::string& end) const {
    const std::string id(trimmed(table_.text(row, end)));
    const auto found = position_.find(id);
    if (found != position_.end()) return found->second;
    throw InputError(table_.where(row),
                     say({"the edge ends at node {}, which does not exist", "边所连接的节点{}不存在"}, id));
  }

  double minutes_for(double km, std::optional<double> kph) const { return km / kph.value_or(travel_.speed) * 60.0; }

  std::optional<double> stated_minutes(std::size_t row) {
    const auto number = [&](std::string_view column, double high) { return numbers_.get(row, column, 0.0, high); };
    if (const auto minutes = number("minutes", most_minutes)) return minutes;
    if (const auto seconds = number("travel_time", 60.0 * most_minutes)) return *seconds / 60.0;
    const auto kph = [&] { return numbers_.get(row, "speed_kph", least_kph, most_kph); };
    if (const auto km = number("km", most_km)) return minutes_for(*km, kph());
    if (const auto metres = number("length", 1000.0 * most_km)) return minutes_for(*metres / 1000.0, kph());
    return {};
  }

  double straight_minutes(std::size_t row, std::uint32_t from, std::uint32_t to) const {
    const Coordinates start = nodes_[from].at, end = nodes_[to].at;
    const double km = distance_km(start.lon, start.lat, end.lon, end.lat) * travel_.detour;
    if (km > most_km)
      throw InputError(table_.where(row), say({"its ends are {:.0f} km of road apart; allowed are up to {} km",
                                               "两端相距{:.0f}公里路程；最多允许{}公里"},
                                              km, most_km));
    return minutes_for(km, {});
  }

  const Table& table_;
  const std::vector<Node>& nodes_;
  Parameters::Travel travel_;
  OptionalNumbers numbers_;
  ColumnPair ends_;
  std::unordered_map<std::string, std::uint32_t> position_;
  bool none_stated_ = true;
};

}  // namespace

Network network_of(const Table& nodes, const Table& edges, const Parameters::Travel& travel) {
  Network network{.file = nodes.file()};
  if (nodes.rows() == 0) throw InputError(network.file, say({"the network has no nodes", "网络中没有任何节点"}));
  network.nodes = nodes_of(nodes, network.notes);
  Edges reading(edges, network.nodes, nodes, travel);
  network.links = quickest_links(reading.links());
  reading.add_notes(network.notes);
  return network;
}

}  // namespace linli
