/// The description of the model (docs/model.md, docs/zh/model.md) and the code say the same.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/program.h"

namespace linli {
namespace {

using nlohmann::json;
using support::content_of;
using support::Ended;
using support::repository_file;
using support::TemporaryFolder;
using support::write_file;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Ended describe(std::vector<std::string> options) {
  options.insert(options.begin(), repository_file("scripts/describe").string());
  return support::run(std::move(options));
}

TEST(Description, SaysWhatTheCodeDoes) {
  const Ended ended = describe({"--check", "--program", LINLI_SIM_PROGRAM});
  EXPECT_EQ(ended.exit_code, 0) << ended.errors;
}

/// A copy of what the pages are made from, to be changed.
class CopiedDescription : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { listed = json::parse(support::linli_sim({"describe", "--json"}).output); }

  void SetUp() override {
    std::filesystem::create_directories(folder / "sim");
    for (const char* part : {"docs", "sim/processes"})
      std::filesystem::copy(repository_file(part), folder / part, std::filesystem::copy_options::recursive);
  }

  void write() { describe(options({})); }
  Ended check() { return describe(options({"--check"})); }
  std::string complaint() {
    const Ended ended = check();
    EXPECT_EQ(ended.exit_code, 1);
    return ended.errors;
  }
  void replace(std::string_view file, std::string_view old, std::string_view by) {
    std::string content = content_of(folder / file);
    const std::size_t place = content.find(old);
    ASSERT_NE(place, content.npos) << old;
    write_file(folder / file, content.replace(place, old.size(), by));
  }

  static json listed;
  json model = listed;
  TemporaryFolder folder;

 private:
  std::vector<std::string> options(std::vector<std::string> more) {
    write_file(folder / "model.json", model.dump());
    more.insert(more.end(), {"--root", folder.path().string(), "--json", (folder / "model.json").string()});
    return more;
  }
};
json CopiedDescription::listed;

TEST_F(CopiedDescription, IsTheSameWhenNothingChanged) {
  write();
  EXPECT_FALSE(has(check().errors, "differs"));
}

TEST_F(CopiedDescription, NoticesAParameterThatIsNew) {
  write();
  json parameter = model["parameters"].front();
  parameter["name"] = "population.new_one";
  model["parameters"].push_back(parameter);
  const std::string said = complaint();
  EXPECT_TRUE(has(said, "docs/model.md: differs in \"5. Initialisation\"")) << said;
  EXPECT_TRUE(has(said, "docs/zh/model.md: differs in \"5. 初始化\"")) << said;
}

TEST_F(CopiedDescription, NoticesAMeaningThatChanged) {
  write();
  model["levers"].front()["meaning"]["zh"] = "另一种含义";
  const std::string said = complaint();
  EXPECT_TRUE(has(said, "docs/zh/model.md: differs")) << said;
  EXPECT_FALSE(has(said, "docs/model.md: differs")) << said;
}

TEST_F(CopiedDescription, NoticesThatTheHeadOfAHeaderChanged) {
  write();
  replace("sim/processes/mediation.h", "/// Mediation posts: people", "/// Mediation posts: patient people");
  EXPECT_TRUE(has(complaint(), "+ Mediation posts: patient people"));
}

TEST_F(CopiedDescription, MissesAHeaderThatNoPageNames) {
  write_file(folder / "sim/processes/weather.h", "#pragma once\n\n/// Weather.\n");
  EXPECT_TRUE(has(complaint(), "docs/model.template.md: does not name the header weather.h"));
}

TEST_F(CopiedDescription, MissesAHeaderThatIsGone) {
  std::filesystem::remove(folder / "sim/processes/mediation.h");
  EXPECT_TRUE(has(complaint(), "names the header mediation.h, which does not exist"));
}

TEST_F(CopiedDescription, MissesTheHeadOfAHeader) {
  write_file(folder / "sim/processes/mediation.h", "#pragma once\n\n#include <vector>\n");
  EXPECT_TRUE(has(complaint(), "mediation.h has no comment at its head"));
}

TEST_F(CopiedDescription, MissesAPhaseThatNoPageExplains) {
  model["phases"].push_back({{"name", "dreams"}, {"writes", json::array()}});
  EXPECT_TRUE(has(complaint(), "does not name the phase dreams"));
}

TEST_F(CopiedDescription, MissesAGroupOfParametersThatHasNoPlace) {
  model["parameters"].front()["name"] = "weather.rain";
  EXPECT_TRUE(has(complaint(), "does not name the parameter group weather"));
}

TEST_F(CopiedDescription, ShowsEquationsAsTheyStandInTheHead) {
  write_file(folder / "sim/processes/mediation.h",
             "#pragma once\n\n/// Waiting falls with\n///     c * mu,\n///       of course.\n/// See crime.h and 2 * "
             "3.\n\n#include <vector>\n");
  write();
  EXPECT_TRUE(has(content_of(folder / "docs/model.md"),
                  "Waiting falls with\n\n```\nc * mu,\n  of course.\n```\n\nSee [crime.h](#crime) and 2 \\* 3.\n"));
}

TEST(Describe, ListsTheModelInBothLanguages) {
  const json model = json::parse(support::linli_sim({"describe", "--json"}).output);
  for (const char* list :
       {"phases", "state", "parameters", "levers", "kinds", "daily", "weekly", "panel", "signposts", "shocks"})
    EXPECT_FALSE(model.at(list).empty()) << list;
  EXPECT_EQ(model.at("parameters").front().at("source").at("zh"), "第七次全国人口普查");
  EXPECT_EQ(model.at("kinds").at("stage").at("kinds").front().at("name").at("zh"), "潜在矛盾");
}

TEST(Describe, WithoutJsonShowsTheDay) {
  EXPECT_TRUE(has(support::linli_sim({"describe"}).output, "migration"));
  EXPECT_TRUE(has(support::linli_sim({"describe", "--lang", "zh"}).output, "一天的阶段"));
}

}  // namespace
}  // namespace linli
