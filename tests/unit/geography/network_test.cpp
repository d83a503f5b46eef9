#include "geography/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/error.h"
#include "geography/town_graph.h"
#include "worlds.h"

namespace linli {
namespace {

namespace fs = std::filesystem;
using testing::world_of;

const Parameters::Travel travel;  // 25 km/h, detour 1.3
const fs::path samples = fs::path(LINLI_SOURCE_DIR) / "tests/data/networks";

/// A street network of 12 nodes in one town.
World street_world(int communities, int grids, const fs::path& file = samples / "streets.graphml") {
  World world =
      world_of({{"T1", "小镇", "Smalltown", 12'000, 3.0, 113.75, 23.0, Character::core, 1.0}}, communities, grids);
  world.network_file = file;
  return world;
}

/// Five places in two towns, as CSV.
World place_world(int grids) {
  World world = world_of({{"T1", "市镇", "Market Town", 8'000, 20.0, 113.70, 23.0, Character::core, 1.0},
                          {"T2", "港镇", "Harbour Town", 2'000, 10.0, 113.80, 23.0, Character::delta, 1.0}},
                         2, grids);
  world.network_file = samples / "places-nodes.csv";
  world.edges_file = samples / "places-edges.csv";
  return world;
}

fs::path written(const std::string& name, const std::string& text) {
  const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
  const fs::path file = fs::path(::testing::TempDir()) / (test + "-" + name);
  std::ofstream(file) << text;
  return file;
}

fs::path graphml(const std::string& elements) {
  return written("network.graphml",
                 R"(<graphml><key id="a" for="node" attr.name="x"/><key id="b" for="node" attr.name="y"/>)"
                 R"(<key id="c" for="edge" attr.name="length"/><key id="d" for="edge" attr.name="travel_time"/>)"
                 R"(<key id="e" for="edge" attr.name="speed_kph"/><graph>)" +
                     elements + "</graph></graphml>");
}

std::string node(const std::string& id, const std::string& x, const std::string& y) {
  return R"(<node id=")" + id + R"("><data key="a">)" + x + R"(</data><data key="b">)" + y + "</data></node>";
}

std::string complaint(const World& world) {
  try {
    build_town_graph(world, travel, 1);
  } catch (const InputError& error) {
    return error.text(Language::english) + " | " + error.text(Language::chinese);
  }
  return "";
}

std::string complaint(const fs::path& nodes, const fs::path& edges) {
  World world = place_world(3);
  world.network_file = nodes;
  world.edges_file = edges;
  return complaint(world);
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

const Link& link(const Network& network, std::uint32_t from, std::uint32_t to) {
  return *std::find_if(network.links.begin(), network.links.end(),
                       [&](const Link& one) { return one.from == from && one.to == to; });
}

TEST(Network, reads_an_OSMnx_street_export) {
  const Network network = read_graphml(samples / "streets.graphml", travel);
  ASSERT_EQ(network.nodes.size(), 12u);
  EXPECT_EQ(network.nodes[4].id, "1000000010");
  EXPECT_DOUBLE_EQ(network.nodes[4].at.lon, 113.745);
  EXPECT_DOUBLE_EQ(network.nodes[4].at.lat, 23.004);
  EXPECT_EQ(network.links.size(), 17u);  // both directions and parallel streets once, no loop
  const double km = distance_km(113.745, 23.0, 113.75, 23.0);
  EXPECT_NEAR(link(network, 0, 1).minutes, km / 25.0 * 60.0, 1e-3);  // not the longer parallel street
}

TEST(Network, reads_the_travel_times_that_OSMnx_adds) {
  const Network network = read_graphml(samples / "streets-with-times.graphml", travel);
  const double km = distance_km(113.745, 23.0, 113.75, 23.0);
  EXPECT_NEAR(link(network, 0, 1).minutes, km / 36.0 * 60.0, 1e-2);
}

TEST(Network, prefers_travel_time_to_length_and_the_streets_own_speed_to_the_common_one) {
  const std::string length = R"(<data key="c">1000</data>)", time = R"(<data key="d">90</data>)",
                    speed = R"(<data key="e">60</data>)";
  const std::string nodes = node("n0", "113.7", "23.0") + node("n1", "113.8", "23.0") + node("n2", "113.9", "23.0");
  const Network network = read_graphml(graphml(nodes + R"(<edge source="n0" target="n1">)" + length + time + speed +
                                               "</edge>" + R"(<edge source="n1" target="n2">)" + length + speed +
                                               "</edge>" + R"(<edge source="n0" target="n2">)" + length + "</edge>"),
                                       travel);
  EXPECT_FLOAT_EQ(link(network, 0, 1).minutes, 1.5f);
  EXPECT_FLOAT_EQ(link(network, 1, 2).minutes, 1.0f);
  EXPECT_FLOAT_EQ(link(network, 0, 2).minutes, 2.4f);
}

TEST(Network, with_as_many_nodes_as_grids_makes_every_node_a_grid_and_every_street_an_edge) {
  const TownGraph graph = build_town_graph(street_world(3, 12), travel, 1);
  EXPECT_EQ(graph.grids(), 12u);
  EXPECT_EQ(graph.minutes.nonZeros(), 2 * 17);
  std::vector<std::pair<float, float>> places;
  for (Id<Grid> grid : all_rows<Grid>(12)) places.emplace_back(graph.lon[grid], graph.lat[grid]);
  std::sort(places.begin(), places.end());
  EXPECT_EQ(std::unique(places.begin(), places.end()) - places.begin(), 12);
}

TEST(Network, with_more_nodes_than_grids_is_gathered_into_grids) {
  const TownGraph graph = build_town_graph(street_world(2, 4), travel, 1);
  EXPECT_EQ(graph.grids(), 4u);
  EXPECT_EQ(graph.communities(), 2u);
  std::int64_t residents = 0;
  for (std::int64_t own : graph.residents) residents += own;
  EXPECT_EQ(residents, 12'000);
  for (float minutes : shortest_minutes(graph, {Id<Grid>(0)})) EXPECT_LT(minutes, 10.0f);
}

TEST(Network, leads_from_grid_to_grid_by_way_of_the_nodes_between) {
  // Middle nodes 0 and 4 of a chain of unequal steps; nodes 1 and 2 are served by 0, node 3 by 4.
  const Network chain = {"", std::vector<Node>(5), {{0, 1, 1.f}, {1, 2, 2.f}, {2, 3, 4.f}, {3, 4, 1.f}}};
  Place first, second;
  second.node = 4;
  const std::vector<Link> links = links_between({{{second, first}}}, chain);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].minutes, 8.0f);
}

TEST(Network, reads_places_from_a_pair_of_tables) {
  const World world = place_world(5);
  const Network network = read_tables(world.network_file, world.edges_file, travel);
  ASSERT_EQ(network.nodes.size(), 5u);
  EXPECT_EQ(network.nodes[2].id, "mill, old");
  EXPECT_NEAR(link(network, 0, 1).minutes, 1.5 / 25.0 * 60.0, 1e-5);
  EXPECT_EQ(link(network, 1, 2).minutes, 3.0f);
  EXPECT_NEAR(link(network, 3, 4).minutes, distance_km(113.80, 23.0, 113.81, 23.0) * 1.3 / 25.0 * 60.0, 1e-4);
}

TEST(Network, that_knows_its_residents_and_towns_is_believed) {
  const TownGraph graph = build_town_graph(place_world(5), travel, 1);
  EXPECT_EQ(graph.grids_of_town[Id<Town>(1)].size(), 2u);
  for (Id<Grid> grid : all_rows<Grid>(5)) {
    if (graph.lon[grid] != 113.71f) continue;
    EXPECT_EQ(graph.residents[grid], 2'500);
  }
}

TEST(Network, that_is_missing_or_of_an_unknown_kind_is_refused_by_name) {
  EXPECT_TRUE(says(complaint(street_world(1, 4, "/nowhere/lost.graphml")), "/nowhere/lost.graphml"));
  EXPECT_TRUE(says(complaint(street_world(1, 4, "streets.shp")), "streets.shp: a network is a .graphml file"));
  EXPECT_TRUE(says(complaint(samples / "places-nodes.csv", ""), "places-nodes.csv: a network is"));
  EXPECT_TRUE(says(complaint(samples / "places-nodes.csv", "/nowhere/edges.csv"), "/nowhere/edges.csv"));
}

TEST(Network, that_is_not_GraphML_is_refused_with_its_line) {
  const fs::path broken = written("broken.graphml", "<graphml>\n<graph>\n<node id=\"1\"><data");
  EXPECT_TRUE(says(complaint(street_world(1, 4, broken)), "broken.graphml:3: this is not XML"));
  const fs::path other = written("other.graphml", "<html></html>");
  EXPECT_TRUE(says(complaint(street_world(1, 4, other)), "<graphml>"));
}

TEST(Network, without_nodes_or_with_fewer_than_grids_is_refused) {
  EXPECT_TRUE(says(complaint(street_world(1, 4, graphml(""))), "no nodes"));
  const std::string text = complaint(street_world(1, 13));
  EXPECT_TRUE(says(text, "12 nodes, fewer than the world's 13 grids"));
  EXPECT_TRUE(says(text, "只有12个节点，少于设定的13个网格"));
}

TEST(Network, in_separate_parts_is_refused_with_a_node_of_each) {
  const std::string islands = node("n1", "113.7", "23.0") + node("n2", "113.8", "23.0") + node("n3", "113.9", "23.0") +
                              R"(<edge source="n1" target="n2"/>)";
  const std::string text = complaint(street_world(1, 2, graphml(islands)));
  EXPECT_TRUE(says(text, "2 parts"));
  EXPECT_TRUE(says(text, "n1, n3"));
}

TEST(Network, with_a_bad_node_or_edge_is_refused_naming_it) {
  const auto text = [&](const std::string& elements) { return complaint(street_world(1, 1, graphml(elements))); };
  const std::string good = node("n1", "113.7", "23.0");
  EXPECT_TRUE(says(text(R"(<node id="n7"/>)"), "node n7 x: is missing"));
  EXPECT_TRUE(says(text(node("n7", "here", "23")), "node n7 x: \"here\" is not a number"));
  EXPECT_TRUE(says(text(node("n7", "731000.5", "2545000.1")), "node n7: lies at (731000.5, 2545000.1)"));
  EXPECT_TRUE(says(text(good + good), "a second node has the id n1"));
  EXPECT_TRUE(says(text(good + R"(<edge source="n1" target="n9"/>)"), "edge n1 - n9: the edge ends at node n9"));
  EXPECT_TRUE(says(text(good + R"(<edge source="n1" target="n1"><data key="c">-4</data></edge>)"), "length: is -4"));
}

TEST(Network, in_a_table_with_a_fault_is_refused_with_its_line) {
  const fs::path nodes = samples / "places-nodes.csv", edges = samples / "places-edges.csv";
  EXPECT_TRUE(
      says(complaint(written("n.csv", "id,x\na,1\n"), edges), "n.csv: none of these columns is there: lon, lat"));
  EXPECT_TRUE(says(complaint(written("n.csv", "id,x,y\n\na,1,\n"), edges), "n.csv:3 y: is missing"));
  EXPECT_TRUE(
      says(complaint(nodes, written("e.csv", "from,to\nmarket,moon\n")), "e.csv:2: the edge ends at node moon"));
  const fs::path strangers = written("n.csv", "id,x,y,town\nmarket,1,1,Utopia\nschool,1,1,\nquay,1,1,\n");
  const fs::path roads = written("e.csv", "from,to\nmarket,school\nschool,quay\n");
  EXPECT_TRUE(says(complaint(strangers, roads), "node market belongs to Utopia"));
}

TEST(Network, that_leaves_a_town_without_nodes_is_refused_naming_the_town) {
  World world = street_world(2, 4);
  world.towns.push_back({"T2", "远镇", "Fartown", 0, 3.0, 120.0, 30.0, Character::core, 1.0});
  EXPECT_TRUE(says(complaint(world), "Fartown"));
  EXPECT_TRUE(says(complaint(world), "远镇"));
}

}  // namespace
}  // namespace linli
