/// The layers of the house: what may include what (docs/decisions.md says why). Each folder of sim/ is a layer; heavy
/// libraries stay behind one door each.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
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

TEST(Layers, HeavyLibrariesStayBehindOneDoorEach) {
  const std::vector<std::pair<std::regex, std::string>> doors = {
      {std::regex("^(tbb|oneapi)/"), "core"}, {std::regex("^boost/graph/"), "geography"},
      {std::regex("^(hdf5|H5)"), "record"},   {std::regex("^toml"), "model"},
      {std::regex("^CLI/"), "app"},           {std::regex("^spdlog/"), "app"},
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
