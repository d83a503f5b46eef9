/// The layers of the house: what may include what (docs/decisions.md says why). Each folder of sim/ is a layer; heavy
/// libraries stay behind one door each.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace linli {
namespace {

namespace fs = std::filesystem;

struct Include {
  fs::path file;  // below sim/
  std::string name;

  std::string layer() const { return file.begin()->string(); }
};

std::vector<Include> includes_below(const fs::path& folder, const std::regex& pattern) {
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    std::ifstream source(entry.path());
    std::smatch match;
    for (std::string line; std::getline(source, line);)
      if (std::regex_search(line, match, pattern)) found.push_back({fs::relative(entry.path(), folder), match[1]});
  }
  return found;
}

const fs::path sim = fs::path(LINLI_SOURCE_DIR) / "sim";

const std::map<std::string, std::set<std::string>> may_include = {
    {"core", {}},
    {"model", {"core"}},
    {"geography", {"core", "model"}},
    {"state", {"core", "model", "geography"}},
    {"processes", {"core", "model", "geography", "state"}},
    {"synthesis", {"core", "model", "geography", "state", "processes"}},  // people start as the processes left them
    {"engine", {"core", "model", "geography", "state", "synthesis", "processes"}},
    {"record", {"core", "model", "geography", "state", "synthesis", "processes", "engine"}},
    {"app", {"core", "model", "geography", "state", "synthesis", "processes", "engine", "record"}},
};

TEST(Layers, EveryFolderIsAKnownLayer) {
  for (const auto& entry : fs::directory_iterator(sim)) {
    if (entry.is_directory()) {
      EXPECT_TRUE(may_include.contains(entry.path().filename().string())) << entry.path();
    }
  }
}

TEST(Layers, IncludesPointFromALayerToTheLayersBelowIt) {
  const std::vector<Include> own = includes_below(sim, std::regex(R"(^\s*#\s*include\s*"([^"]+)\")"));
  ASSERT_GT(own.size(), 50u) << "no sources found below " << sim;
  for (const Include& include : own) {
    const std::string target = fs::path(include.name).begin()->string();
    EXPECT_TRUE(target == include.layer() || may_include.at(include.layer()).contains(target))
        << include.file << " includes " << include.name;
  }
}

/// What includes what, by name.
using Graph = std::map<std::string, std::set<std::string>>;

/// A way from somewhere back to it, or nothing.
std::vector<std::string> cycle_in(const Graph& graph) {
  std::set<std::string> done;
  std::vector<std::string> way, cycle;
  const std::function<void(const std::string&)> visit = [&](const std::string& name) {
    const auto met = std::find(way.begin(), way.end(), name);
    if (met != way.end() && cycle.empty()) cycle.assign(met, way.end());
    if (met != way.end() || !done.insert(name).second || !graph.contains(name)) return;
    way.push_back(name);
    for (const std::string& next : graph.at(name)) visit(next);
    way.pop_back();
  };
  for (const auto& [name, included] : graph) visit(name);
  return cycle;
}

/// Processes: a header and its source are one, and so are the sources that live a town's day of disputes together.
Graph processes() {
  Graph graph;
  const std::vector<Include> own =
      includes_below(sim / "processes", std::regex(R"(^\s*#\s*include\s*"processes/(\w+)\.h")"));
  std::set<std::string> town_day = {"town_day"};
  for (const Include& include : own)
    if (include.name == "town_day") town_day.insert(include.file.stem().string());
  const auto process = [&](const std::string& name) { return town_day.contains(name) ? "town_day" : name; };
  for (const Include& include : own) {
    const std::string from = process(include.file.stem().string()), to = process(include.name);
    if (from != to) graph[from].insert(to);
  }
  return graph;
}

TEST(Layers, NoProcessReadsOneThatReadsIt) {
  const Graph graph = processes();
  ASSERT_GT(graph.size(), 15u);
  EXPECT_EQ(cycle_in(graph), std::vector<std::string>());
  EXPECT_EQ(cycle_in({{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}}), (std::vector<std::string>{"b", "c"}));
}

TEST(Layers, LandTodayAndPresenceStandBelowTheOtherProcesses) {
  const Graph graph = processes();
  EXPECT_FALSE(graph.contains("land"));
  EXPECT_EQ(graph.at("today"), std::set<std::string>{"land"});
  EXPECT_EQ(graph.at("presence"), std::set<std::string>{"today"});
}

TEST(Layers, HeavyLibrariesStayBehindOneDoorEach) {
  const std::vector<std::pair<std::regex, std::string>> doors = {
      {std::regex("^(tbb|oneapi)/"), "core"}, {std::regex("^boost/graph/"), "geography"},
      {std::regex("^(hdf5|H5)"), "record"},   {std::regex("^toml"), "model"},
      {std::regex("^CLI/"), "app"},           {std::regex("^spdlog/"), "app"},
      {std::regex("^(zlib|iconv)"), "core"},
  };
  std::set<std::string> used;
  for (const Include& include : includes_below(sim, std::regex(R"(^\s*#\s*include\s*<([^>]+)>)")))
    for (const auto& [library, layer] : doors)
      if (std::regex_search(include.name, library)) {
        EXPECT_EQ(include.layer(), layer) << include.file << " includes " << include.name;
        used.insert(layer);
      }
  EXPECT_GE(used.size(), 4u) << "the patterns no longer match what the sources include";
}

TEST(Layers, OnlyTheAppPrints) {
  for (const Include& include : includes_below(sim, std::regex(R"(^\s*#\s*include\s*<([^>]+)>)"))) {
    if (include.name == "iostream" || include.name == "cstdio") {
      EXPECT_EQ(include.layer(), "app") << include.file << " includes " << include.name;
    }
  }
}

}  // namespace
}  // namespace linli
