/// Networks as OSMnx, igraph, Gephi and spreadsheets write them, sound and not.

#include <gtest/gtest.h>

#include "core/error.h"
#include "geography/network.h"
#include "geography/town_graph.h"
#include "support/folder.h"
#include "worlds.h"

namespace linli {
namespace {

namespace fs = std::filesystem;
using testing::world_of;

const Parameters::Travel travel;  // 25 km/h, detour 1.3
const fs::path networks = support::repository_file("tests/data/networks");

/// A town of 2,000 at the middle of the street grid of m_*.graphml: 36 nodes, 500 m apart, 113.700-113.725 E,
/// 23.000-23.025 N.
World world_on(const fs::path& file, const fs::path& edges = {}) {
  World world = world_of({{"1", "小镇", "Smalltown", 2'000, 8.0, 113.71, 23.01, Character::core, 1.0}}, 1, 2);
  world.network_file = file;
  world.edges_file = edges;
  return world;
}

Network read(const std::string& name) {
  return read_graphml(networks / name, travel);
}

std::vector<float> minutes_of(const Network& network) {
  std::vector<float> minutes;
  for (const Link& link : network.links) minutes.push_back(link.minutes);
  return minutes;
}

std::string complaint(const World& world) {
  try {
    read_network(world, travel);
  } catch (const InputError& error) {
    return error.text(Language::english) + " | " + error.text(Language::chinese);
  }
  return "";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

class NetworkFile : public ::testing::Test {
 protected:
  fs::path written(const std::string& name, const std::string& text) {
    support::write_file(folder_ / name, text);
    return folder_ / name;
  }
  /// The GraphML of some nodes at (x, y), a chain of roads between them, and keys of these names.
  fs::path chain(const std::vector<std::pair<double, double>>& places, const std::string& x = "x",
                 const std::string& y = "y") {
    std::string text =
        "<graphml><key id='a' for='node' attr.name='" + x + "'/><key id='b' for='node' attr.name='" + y + "'/><graph>";
    for (std::size_t i = 0; i < places.size(); ++i)
      text += fmt::format("<node id='n{}'><data key='a'>{}</data><data key='b'>{}</data></node>", i, places[i].first,
                          places[i].second);
    for (std::size_t i = 1; i < places.size(); ++i) text += fmt::format("<edge source='n{}' target='n{}'/>", i - 1, i);
    return written("chain.graphml", text + "</graph></graphml>");
  }
  std::string complaint_on(const std::string& nodes, const std::string& edges) {
    return complaint(world_on(written("n.csv", nodes), written("e.csv", edges)));
  }
  Network tables(const std::string& nodes, const std::string& edges) {
    return read_tables(written("n.csv", nodes), written("e.csv", edges), travel);
  }

  support::TemporaryFolder folder_;
};

// Values.

TEST_F(NetworkFile, ADefaultCountsForWhatSaysNothingElse) {
  EXPECT_EQ(minutes_of(read("m_default5.graphml")), minutes_of(read("m_explicit5.graphml")));
  EXPECT_NEAR(minutes_of(read("m_default5.graphml"))[0], 0.5 / 5.0 * 60.0, 1e-5);
  EXPECT_NEAR(minutes_of(read("m_plain.graphml"))[0], 0.5 / 25.0 * 60.0, 1e-5);
}

TEST_F(NetworkFile, ANumberThatIsNoneIsMissingWithANote) {
  const Network network = read("m_nan.graphml");
  EXPECT_NEAR(minutes_of(network)[1], 0.5 / 25.0 * 60.0, 1e-5);  // 0_0 - 1_0, at the common speed
  EXPECT_NEAR(minutes_of(network)[0], 0.5 / 30.0 * 60.0, 1e-5);
  ASSERT_EQ(network.notes.size(), 1u);
  EXPECT_TRUE(network.notes[0].where.ends_with("m_nan.graphml edge 0_0 - 1_0 speed_kph")) << network.notes[0].where;
  EXPECT_EQ(network.notes[0].what.english, "\"nan\" counts as missing; such cells in this column: 1");
}

TEST_F(NetworkFile, TheTownOfANodeIsHonouredInGraphmlAsInTables) {
  World world = world_on(networks / "m_town.graphml");
  world.towns.push_back({"2", "另镇", "Othertown", 2'000, 8.0, 113.71, 23.011, Character::core, 1.0});
  world = [&] {
    World both = world_of(world.towns, 2, 36);
    both.network_file = world.network_file;
    return both;
  }();
  const TownGraph graph = build_town_graph(world, travel, 1);
  const Network network = read("m_town.graphml");
  for (const Node& node : network.nodes) EXPECT_EQ(node.town, node.at.lat < 23.0125 ? "1" : "2") << node.id;
  for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
    EXPECT_EQ(graph.town_of[grid].row, graph.lat[grid] < 23.0125f ? 0u : 1u);
}

TEST_F(NetworkFile, TheResidentsOfANodeAreHonoured) {
  double residents = 0.0;
  for (const Node& node : read("m_res.graphml").nodes) residents += node.residents;
  EXPECT_EQ(residents, 1'800.0);
}

TEST_F(NetworkFile, ThatIsPackedOrInCapitalsIsTheSame) {
  const Network plain = read_network(world_on(networks / "m_plain.graphml"), travel);
  for (const char* name : {"m_upper.GRAPHML", "m_gz.graphml.gz"}) {
    const Network other = read_network(world_on(networks / name), travel);
    EXPECT_EQ(other.nodes.size(), plain.nodes.size());
    EXPECT_EQ(minutes_of(other), minutes_of(plain));
  }
}

// Names.

TEST_F(NetworkFile, TakesThePairOfCoordinatesThatIsInDegrees) {
  const Network network = read("m_410.graphml");
  EXPECT_DOUBLE_EQ(network.nodes[0].at.lon, 113.7);
  EXPECT_DOUBLE_EQ(network.nodes[0].at.lat, 23.0);
  ASSERT_EQ(network.notes.size(), 1u);
  EXPECT_EQ(network.notes[0].what.english, "lon and lat are not in degrees everywhere; x and y are taken");
}

TEST_F(NetworkFile, OfOsmnxInTablesIsRead) {
  const Network network =
      tables("osmid,y,x,street_count,geometry\n11,23.0,113.70,3,POINT (1 2)\n12,23.0,113.71,3,\n",
             "u,v,key,osmid,length,speed_kph,geometry\n11,12,0,\"[5, 6]\",1000.0,30,\"LINESTRING (1 2, 3 4)\"\n");
  EXPECT_EQ(network.nodes[1].id, "12");
  EXPECT_DOUBLE_EQ(network.nodes[1].at.lon, 113.71);
  EXPECT_FLOAT_EQ(network.links[0].minutes, 2.0f);
  EXPECT_TRUE(network.notes.empty());
}

TEST_F(NetworkFile, OfOsmnxThatWasProjectedKeepsItsDegrees) {
  const Network network =
      tables("osmid,y,x,lon,lat\n11,2545000,731000,113.70,23.0\n12,2545001,731001,113.71,23.0\n", "u,v\n11,12\n");
  EXPECT_DOUBLE_EQ(network.nodes[1].at.lon, 113.71);
}

TEST_F(NetworkFile, OfGephiInTablesIsReadButItsWeightIsNot) {
  const Network network = tables("Id,Label,Longitude,Latitude\na,A,113.70,23.0\nb,B,113.71,23.0\n",
                                 "Source,Target,Type,Id,Label,Weight\na,b,Undirected,0,,7\n");
  EXPECT_NEAR(network.links[0].minutes, distance_km(113.70, 23.0, 113.71, 23.0) * 1.3 / 25.0 * 60.0, 1e-4);
  ASSERT_EQ(network.notes.size(), 1u);
  EXPECT_TRUE(says(network.notes[0].what.english, "straight lines times 1.3")) << network.notes[0].what.english;
  EXPECT_TRUE(says(network.notes[0].what.english, "Weight")) << network.notes[0].what.english;
}

TEST_F(NetworkFile, OfIgraphIsReadThoughItRepeatsTheIds) {
  const Network network = read_graphml(
      written(
          "i.graphml",
          "<graphml><key id='v_id' for='node' attr.name='id'/><key id='v_lon' for='node' attr.name='longitude'/><key "
          "id='v_lat' for='node' attr.name='latitude'/><key id='e_length' for='edge' attr.name='length'/><graph>"
          "<node id='n0'><data key='v_id'>7</data><data key='v_lon'>113.7</data><data key='v_lat'>23</data></node>"
          "<node id='n1'><data key='v_id'>8</data><data key='v_lon'>113.8</data><data key='v_lat'>23</data></node>"
          "<edge source='n0' target='n1'><data key='e_length'>500</data></edge></graph></graphml>"),
      travel);
  EXPECT_EQ(network.nodes[0].id, "n0");
  EXPECT_FLOAT_EQ(network.links[0].minutes, 1.2f);
}

TEST_F(NetworkFile, MayNameItsCoordinatesWithAnEnding) {
  EXPECT_DOUBLE_EQ(
      tables("node_id,lon_wgs84,lat_wgs84\na,113.7,23\n", "from_node_id,to_node_id\na,a\n").nodes[0].at.lon, 113.7);
  EXPECT_DOUBLE_EQ(tables("node_id,y_coord,x_coord\na,23,113.7\n", "node_start,node_end\na,a\n").nodes[0].at.lon,
                   113.7);
}

TEST_F(NetworkFile, WithoutColumnsThatAreKnownIsRefusedWithThoseThatAreThere) {
  const std::string places = complaint_on("id,east,north\na,1,2\n", "from,to\na,a\n");
  EXPECT_TRUE(says(places, "n.csv: none of these columns is there: lon, lat; longitude, latitude")) << places;
  EXPECT_TRUE(says(places, "the columns are id, east, north")) << places;
  EXPECT_TRUE(says(complaint_on("key,x,y\na,1,2\n", "from,to\na,a\n"), "id; osmid"));
  const std::string ends = complaint_on("id,x,y\na,113.7,23\n", "start,end\na,a\n");
  EXPECT_TRUE(says(ends, "e.csv: none of these columns is there: from, to; source, target; u, v")) << ends;
  EXPECT_TRUE(says(ends, "the columns are start, end")) << ends;
}

// Places.

TEST_F(NetworkFile, OnAnotherContinentIsRefused) {
  const std::string text = complaint(world_on(chain({{-71.1, 42.3}, {-71.2, 42.4}, {-71.0, 42.4}})));
  EXPECT_TRUE(says(text, "chain.graphml: the nodes do not lie where the towns are")) << text;
  EXPECT_TRUE(says(text, "Smalltown at (113.71, 23.01)")) << text;
  EXPECT_TRUE(says(text, "小镇位于（113.71，23.01）")) << text;
  EXPECT_FALSE(says(text, "swapped")) << text;
}

TEST_F(NetworkFile, WithSwappedAxesIsToldSo) {
  World world = world_on(chain({{48.85, 2.35}, {48.86, 2.36}}));
  world.towns[0].lon = 2.35, world.towns[0].lat = 48.85;
  EXPECT_TRUE(says(complaint(world), "with longitude and latitude swapped they would fit"));
  const std::string text = complaint(world_on(chain({{23.0, 113.7}, {23.01, 113.71}})));  // a latitude of 113.7 is none
  EXPECT_TRUE(says(text, "the two seem to be swapped")) << text;
}

TEST_F(NetworkFile, InTheCoordinatesOfADrawingIsRefused) {
  EXPECT_NE(complaint(world_on(chain({{-40.0, 12.0}, {35.0, -20.0}, {1.0, 60.0}}))), "");
  EXPECT_TRUE(says(complaint(world_on(chain({{731000, 2545000}}))), "before projecting it"));
}

TEST_F(NetworkFile, MayReachTenRadiiBeyondTheTownButNotHalfOfItFurther) {
  const double km_per_degree = 111.195, radius = std::sqrt(8.0 / 3.14159265);
  const auto north = [&](double radii) { return std::pair(113.71, 23.01 + radii * radius / km_per_degree); };
  EXPECT_EQ(complaint(world_on(chain({north(0), north(9.9), north(9.9)}))), "");
  EXPECT_NE(complaint(world_on(chain({north(0), north(10.1), north(10.1)}))), "");
  EXPECT_EQ(complaint(world_on(chain({north(0), north(0.5), north(30)}))), "");
}

// Parts.

TEST_F(NetworkFile, ThatIsNotConnectedMayBeTakenByItsLargestPart) {
  const std::string nodes = "id,x,y\na,113.70,23\nb,113.71,23\nc,113.72,23\nd,113.71,23.01\ne,113.72,23.01\n";
  World world = world_on(written("n.csv", nodes), written("e.csv", "from,to,km\na,b,1\nc,d,1\nd,e,2\n"));
  const std::string text = complaint(world);
  EXPECT_TRUE(says(text, "2 parts")) << text;
  EXPECT_TRUE(says(text, "a node of each: a, c; with part = \"largest\", the largest is taken (3 of 5 nodes)")) << text;
  world.largest_part = true;
  const Network network = read_network(world, travel);
  ASSERT_EQ(network.nodes.size(), 3u);
  EXPECT_EQ(network.nodes[0].id, "c");
  ASSERT_EQ(network.links.size(), 2u);
  EXPECT_EQ(network.links[1].from, 1u);
  EXPECT_EQ(network.links[1].to, 2u);
  EXPECT_FLOAT_EQ(network.links[1].minutes, 4.8f);
  ASSERT_EQ(network.notes.size(), 1u);
  EXPECT_TRUE(says(network.notes[0].what.english, "2 of 5 nodes are left out"));
}

TEST_F(NetworkFile, ThatIsConnectedIsTheSameByItsLargestPart) {
  World world = world_on(networks / "m_plain.graphml");
  world.largest_part = true;
  EXPECT_EQ(read_network(world, travel).nodes.size(), 36u);
}

TEST_F(NetworkFile, WithoutAGraphHasNoNodes) {
  EXPECT_TRUE(says(complaint(world_on(written("empty.graphml", "<graphml/>"))), "the network has no nodes"));
}

// Ranges.

TEST_F(NetworkFile, WithNumbersBeyondTheirRangesIsRefusedAtTheNumber) {
  const std::string text = complaint(world_on(support::repository_file("tests/data/hostile/huge_len.graphml")));
  EXPECT_TRUE(says(text, "length: is 1e+308; allowed are 0 to 1000000")) << text;
  const std::string nodes = "id,x,y\na,113.70,23\nb,113.71,23\n";
  for (const auto& [column, wrong, right] : std::vector<std::array<std::string, 3>>{{"km", "1001", "1000"},
                                                                                    {"km", "-1", "0"},
                                                                                    {"minutes", "1e6", "1e5"},
                                                                                    {"travel_time", "6000001", "6e6"},
                                                                                    {"length", "inf", "1"},
                                                                                    {"length", "1000001", "1e6"}}) {
    const auto edges = [&](const std::string& value) { return "from,to," + column + "\na,b," + value + "\n"; };
    EXPECT_TRUE(says(complaint_on(nodes, edges(wrong)), "e.csv:2 " + column)) << column << wrong;
    EXPECT_EQ(complaint_on(nodes, edges(right)), "") << column << right;
  }
  for (const char* speed : {"0", "0.09", "301", "-5"})
    EXPECT_TRUE(says(complaint_on(nodes, fmt::format("from,to,length,speed_kph\na,b,10,{}\n", speed)), "0.1 to 300"));
  for (const char* residents : {"-1", "1e10", "inf"})
    EXPECT_TRUE(says(complaint_on(fmt::format("id,x,y,residents\na,113.7,23,{}\n", residents), "from,to\na,a\n"),
                     "n.csv:2 residents"));
  EXPECT_NE(complaint_on("id,x,y\na,113.7,89.9\n", "from,to\na,a\n"), "");
}

TEST_F(NetworkFile, WhoseRoadsCrossTheGlobeInAStraightLineIsRefused) {
  const std::string text = complaint(world_on(chain({{113.71, 23.01}, {113.71, 23.0}, {0.0, 0.0}})));
  EXPECT_TRUE(says(text, "edge n1 - n2: its ends are")) << text;
  EXPECT_TRUE(says(text, "allowed are up to 1000 km")) << text;
}

TEST_F(NetworkFile, NestedTooDeepIsRefusedBeforeItOverflowsTheStack) {
  std::string deep = "<graphml><graph>\n";
  for (int i = 0; i < 50'000; ++i) deep += "<a>";
  EXPECT_TRUE(
      says(complaint(world_on(written("deep.graphml", deep))), "deep.graphml:2: elements are nested more than 100"));
  std::string wide = "<?xml version='1.0'?><!-- <a><a> --><graphml><graph>";
  for (int i = 0; i < 500; ++i) wide += "<a b='/>'/><c>\n</c><!-- <a> --><![CDATA[<a>]]>";
  EXPECT_TRUE(says(complaint(world_on(written("wide.graphml", wide + "</graph></graphml>"))), "has no nodes"));
}

}  // namespace
}  // namespace linli
