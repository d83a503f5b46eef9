/// Scenarios and the files they name, made to do harm or by mistake: the program says what is wrong with them, at once,
/// and nothing of them reaches a terminal that could harm it.

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/program.h"

namespace linli {
namespace {

using support::Ended;
using support::linli_sim;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

class HostileScenario : public testing::Test {
 protected:
  std::string written(const std::string& name, const std::string& text) {
    support::write_file(folder_ / name, text);
    return (folder_ / name).string();
  }
  std::string file(const std::string& name) { return (folder_ / name).string(); }

  /// A town of 2,000 for ten days.
  std::string scenario(const std::string& towns, const std::string& more = "", const std::string& title = "t") {
    return written("s.toml", "title = { en = \"" + title + "\" }\nstart = 2021-01-01\ndays = 10\n[world]\ntowns = \"" +
                                 towns + "\"\nresidents = 2000\ncommunities = 2\ngrids = 4\n" + more);
  }
  std::string towns() {
    return written("towns.csv",
                   "code,name_en,residents,area_km2,lon,lat,character\n1,Smalltown,2000,8,113.71,23.01,core\n");
  }

  /// That check and run say the same and end with the code for wrong input.
  void expect_refused(const std::string& scenario, std::string_view words) {
    const Ended checked = linli_sim({"check", scenario});
    EXPECT_EQ(checked.exit_code, 2) << checked.output << checked.errors;
    EXPECT_TRUE(has(checked.output, words)) << checked.output;
    const Ended ran = linli_sim({"run", scenario, "-o", file("r.h5"), "--force"});
    EXPECT_EQ(ran.exit_code, 2) << ran.output << ran.errors;
    EXPECT_TRUE(has(ran.errors, words)) << ran.errors;
    EXPECT_FALSE(has(ran.errors, "bug")) << ran.errors;
  }

  support::TemporaryFolder folder_;
};

TEST_F(HostileScenario, ThatIsAPipeOrNamesOneIsRefusedAtOnce) {
  ASSERT_EQ(mkfifo(file("fifo").c_str(), 0600), 0);
  expect_refused(file("fifo"), "is a pipe or a device");
  expect_refused(written("e.toml", "extends = \"fifo\"\n"), "e.toml:1:11 extends");
  expect_refused(scenario("fifo"), "s.toml:5:9 world.towns");
  towns();
  expect_refused(scenario("towns.csv", "network = { graphml = \"fifo\" }\n"), "world.network.graphml");
  expect_refused(scenario("towns.csv", "[[cards]]\nfile = \"fifo\"\n"), "cards[0].file");
  EXPECT_EQ(linli_sim({"info", file("fifo")}).exit_code, 2);
  EXPECT_EQ(linli_sim({"cards", "show", file("fifo")}).exit_code, 2);
}

TEST_F(HostileScenario, OfANameLongerThanFileSystemsAllowIsRefusedWhereItIsNamed) {
  expect_refused(written("e.toml", "extends = \"" + std::string(260, 'x') + ".toml\"\n"), "e.toml:1:11 extends");
  expect_refused(scenario(std::string(260, 'x')), "the name is too long");
  towns();
  const Ended ran = linli_sim({"run", scenario("towns.csv"), "-o", file(std::string(260, 'x')), "--lang", "zh"});
  EXPECT_TRUE(has(ran.errors, "文件名过长")) << ran.errors;
}

TEST_F(HostileScenario, ThatIsAFolderOrADeviceIsRefused) {
  expect_refused(folder_.path().string(), "is a folder");
  expect_refused("/dev/zero", "is a pipe or a device");
}

TEST_F(HostileScenario, NestedTooDeepIsRefused) {
  std::string key = "a";
  for (int part = 1; part < 40'000; ++part) key += ".a";
  expect_refused(written("deep.toml", key + " = 1\n"), "more than 16 parts");
  std::string xml = "<graphml><graph>";
  for (int i = 0; i < 50'000; ++i) xml += "<a>";
  written("deep.graphml", xml);
  towns();
  expect_refused(scenario("towns.csv", "network = { graphml = \"deep.graphml\" }\n"), "nested more than 100 deep");
}

TEST_F(HostileScenario, WithANetworkThatIsNoneIsRefusedByCheckToo) {
  towns();
  expect_refused(scenario("towns.csv", "network = { graphml = \"/etc/passwd\" }\n"), "/etc/passwd");
}

TEST_F(HostileScenario, WhoseTownsAreInGbkIsReadAndRecordedInUtf8) {
  const std::string towns = support::repository_file("tests/data/hostile/gbk.csv").string();
  const std::string gbk =
      written("s.toml", "title = { zh = \"示例\" }\nstart = 2021-01-01\ndays = 2\n[world]\ntowns = \"" + towns +
                            "\"\nresidents = 100000\ncommunities = 6\ngrids = 28\n");
  const auto found = nlohmann::json::parse(linli_sim({"check", gbk, "--json"}).output).at("scenarios").at(0);
  EXPECT_EQ(found.at("sound"), true);
  EXPECT_EQ(found.at("notes").at(0).at("where"), towns);
  EXPECT_TRUE(has(found.at("notes").at(0).at("what").get<std::string>(), "示例镇"));
  const Ended ran = linli_sim({"run", gbk, "-o", file("r.h5"), "--population-scale", "0.02"});
  EXPECT_EQ(ran.exit_code, 0) << ran.errors;
  EXPECT_TRUE(has(ran.errors, "note: " + towns)) << ran.errors;
  EXPECT_TRUE(has(linli_sim({"info", file("r.h5"), "--lang", "zh"}).output, "示例"));
}

TEST_F(HostileScenario, CannotSendControlCharactersToTheTerminal) {
  towns();
  expect_refused(scenario("towns.csv", "", "\\u001b]0;owned\\u0007"), "title.en: has control characters");
  const std::string escape = "\x1b[2J", name = file("s" + escape + ".toml");
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"check", name},
           {"run", name, "-o", file("r.h5")},
           {"info", name},
           {"cards", "show", escape},
           {escape},
           {"run", "--" + escape},
           {"check", name, "--json"},
           {"check", written("k.toml", "\"\\u001b[2J\" = 1\n")},
           {"check", scenario("towns.csv", "network = { part = \"\\u009b2J\" }\n")}}) {
    const Ended ended = linli_sim(command);
    EXPECT_EQ(ended.exit_code, 2) << command[0];
    for (const std::string& text : {ended.output, ended.errors})
      EXPECT_EQ(text.find_first_of("\x1b\x07\x9b"), std::string::npos) << command[0] << ": " << text;
  }
}

}  // namespace
}  // namespace linli
