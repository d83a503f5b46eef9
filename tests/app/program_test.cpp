/// The program as its users meet it: started, listened to, and judged by its exit code.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "record/summary.h"
#include "support/folder.h"
#include "support/program.h"

namespace linli {
namespace {

using nlohmann::json;
using support::content_of;
using support::Ended;
using support::linli_sim;
using support::TemporaryFolder;

const std::string town = support::repository_file("scenarios/town/reference.toml").string();

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Thirty days of the town, with these options; the object printed.
json thirty_days(const std::filesystem::path& file, std::vector<std::string> options) {
  std::vector<std::string> arguments = {"run", town, "-o", file.string(), "--days", "30", "--json", "--quiet"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Ended ended = linli_sim(arguments);
  EXPECT_EQ(ended.exit_code, 0) << ended.errors;
  EXPECT_EQ(ended.errors, "");
  return json::parse(ended.output, nullptr, false);
}

TEST(Program, TheNumberOfThreadsNeverChangesARun) {
  const TemporaryFolder folder;
  const json one = thirty_days(folder / "one.h5", {"--threads", "1"});
  const json two = thirty_days(folder / "two.h5", {"--threads", "2"});
  EXPECT_EQ(one.at("state_hash"), two.at("state_hash"));
  EXPECT_EQ(one.at("events"), two.at("events"));
}

TEST(Program, AnotherSeedIsAnotherRun) {
  const TemporaryFolder folder;
  const json first = thirty_days(folder / "first.h5", {"--seed", "1"});
  const json second = thirty_days(folder / "second.h5", {"--seed", "2"});
  EXPECT_NE(first.at("state_hash"), second.at("state_hash"));
}

TEST(Program, JsonIsOneObjectWithTheFiguresOfTheRun) {
  const TemporaryFolder folder;
  const json figures = thirty_days(folder / "town.h5", {});
  ASSERT_TRUE(figures.is_object());
  EXPECT_EQ(figures.at("people"), 100'000);
  EXPECT_EQ(figures.at("days"), 30);
  EXPECT_EQ(figures.at("complete"), true);
  EXPECT_EQ(figures.at("file"), (folder / "town.h5").string());
  EXPECT_EQ(figures.at("state_hash").get<std::string>().size(), 32u);
  for (const char* positive : {"events", "wall_s", "agent_days_per_s", "peak_rss_mb"})
    EXPECT_GT(figures.at(positive).get<double>(), 0.0) << positive;
}

TEST(Program, InfoTellsWhatARunRecorded) {
  const TemporaryFolder folder;
  const std::string file = (folder / "town.h5").string();
  const json run = thirty_days(file, {});
  const Ended ended = linli_sim({"info", file, "--json"});
  EXPECT_EQ(ended.exit_code, 0) << ended.errors;
  EXPECT_TRUE(has(ended.output, run.at("state_hash").get<std::string>()));
  EXPECT_TRUE(has(linli_sim({"info", file, "--lang", "zh"}).output, "示例镇"));
}

TEST(Program, AFewPeopleStandForManyWhenScaled) {
  const TemporaryFolder folder;
  const json figures = thirty_days(folder / "small.h5", {"--population-scale", "0.1"});
  EXPECT_NEAR(figures.at("people").get<double>(), 10'000, 100);
}

TEST(Program, ASetValueChangesTheRun) {
  const TemporaryFolder folder;
  const json plain = thirty_days(folder / "plain.h5", {"--population-scale", "0.1"});
  const json set =
      thirty_days(folder / "set.h5", {"--population-scale", "0.1", "--set", "parameters.grievance.rate.neighbour=450"});
  EXPECT_GT(set.at("events").get<double>(), plain.at("events").get<double>());
}

TEST(Program, ResultsAreNotOverwrittenUnlessForced) {
  const TemporaryFolder folder;
  const std::string file = (folder / "town.h5").string();
  support::write_file(file, "precious");
  const Ended refused = linli_sim({"run", "missing-as-well.toml", "-o", file});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_TRUE(has(refused.errors, file)) << refused.errors;
  EXPECT_EQ(content_of(file), "precious");
  thirty_days(file, {"--force", "--population-scale", "0.1"});
  EXPECT_NE(content_of(file), "precious");
}

TEST(Program, AScenarioIsNeverTakenForAResultFile) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "mine.toml").string();
  support::write_file(scenario, content_of(town));
  EXPECT_EQ(linli_sim({"run", scenario, "-o", scenario, "--force"}).exit_code, 2);
  EXPECT_EQ(content_of(scenario), content_of(town));
}

TEST(Program, AMissingFolderIsNoticedBeforeAnythingElse) {
  const TemporaryFolder folder;
  const std::string missing = (folder / "no-such-folder").string();
  const Ended ended = linli_sim({"run", "missing-as-well.toml", "-o", missing + "/town.h5"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_TRUE(has(ended.errors, missing)) << ended.errors;
  EXPECT_FALSE(has(ended.errors, "missing-as-well")) << ended.errors;
}

TEST(Program, ABrokenScenarioIsWrongInputAndLeavesNoFile) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "broken.toml").string();
  support::write_file(scenario, "extends = \"" + town + "\"\nseeed = 3\n");
  const Ended ended = linli_sim({"run", scenario, "-o", (folder / "town.h5").string()});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_TRUE(has(ended.errors, "broken.toml:2") && has(ended.errors, "seeed")) << ended.errors;
  EXPECT_FALSE(std::filesystem::exists(folder / "town.h5"));
  EXPECT_EQ(linli_sim({"check", scenario}).exit_code, 2);
}

TEST(Program, OptionsOutOfRangeAreWrongInput) {
  const TemporaryFolder folder;
  const std::string file = (folder / "town.h5").string();
  for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{{"--days", "0"},
                                                                                       {"--days", "100000"},
                                                                                       {"--threads", "-1"},
                                                                                       {"--population-scale", "0"},
                                                                                       {"--seed", "x"},
                                                                                       {"--set", "nonsense"},
                                                                                       {"--set", "no.such_lever=1"}}) {
    std::vector<std::string> arguments = {"run", town, "-o", file};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ended ended = linli_sim(arguments);
    EXPECT_EQ(ended.exit_code, 2) << options[0] << ' ' << options[1] << ": " << ended.errors;
    std::string name = options[0].substr(2);
    std::replace(name.begin(), name.end(), '-', '_');
    EXPECT_TRUE(has(ended.errors, name)) << ended.errors;
  }
}

TEST(Program, CheckAcceptsTheScenariosThatComeWithIt) {
  std::vector<std::string> arguments = {"check"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::repository_file("scenarios")))
    if (entry.path().extension() == ".toml" && entry.path().parent_path().filename() != "cards")
      arguments.push_back(entry.path().string());
  EXPECT_GT(arguments.size(), 2u);
  const Ended ended = linli_sim(arguments);
  EXPECT_EQ(ended.exit_code, 0) << ended.output << ended.errors;
}

TEST(Program, CheckCanAnswerInJson) {
  const json answer = json::parse(linli_sim({"check", town, "no-such.toml", "--json"}).output);
  EXPECT_EQ(answer.at("sound"), false);
  EXPECT_EQ(answer.at("scenarios").at(0).at("sound"), true);
  EXPECT_FALSE(answer.at("scenarios").at(1).at("problems").empty());
}

TEST(Program, CheckAndRunTellWhatNeverActs) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "late.toml").string(), file = (folder / "late.h5").string();
  support::write_file(scenario, "extends = \"" + town +
                                    "\"\n[[measures]]\nlever = \"court.diversion\"\nset = 0.5\nfrom = 2031-01-01\n");
  const Ended checked = linli_sim({"check", scenario});
  EXPECT_EQ(checked.exit_code, 0);
  EXPECT_TRUE(has(checked.output, "note: " + scenario + ":2:1 measures[0]: this measure never acts")) << checked.output;
  EXPECT_TRUE(has(linli_sim({"check", scenario, "--lang", "zh"}).output, "提示：")) << checked.output;
  const json notes = json::parse(linli_sim({"check", scenario, "--json"}).output).at("scenarios").at(0).at("notes");
  EXPECT_EQ(notes.at(0).at("where"), scenario + ":2:1 measures[0]");
  const std::vector<std::string> run = {"run", scenario, "-o", file, "--days", "2", "--force", "--population-scale",
                                        "0.1"};
  EXPECT_TRUE(has(linli_sim(run).errors, "measures[0]: this measure never acts"));
  std::vector<std::string> quiet = run;
  quiet.push_back("--quiet");
  EXPECT_EQ(linli_sim(quiet).errors, "");
}

TEST(Program, CheckTellsWhatEveryYearOfASoundScenarioWillCost) {
  const json found = json::parse(linli_sim({"check", town, "--json"}).output).at("scenarios").at(0);
  ASSERT_EQ(found.at("spending").size(), 2u);
  const json year = found.at("spending").at(0);
  EXPECT_EQ(year.at("year"), 2021);
  double groups = 0.0;
  for (const json& amount : year.at("groups")) groups += amount.get<double>();
  EXPECT_NEAR(groups, year.at("yuan").get<double>(), 1.0);
  EXPECT_GT(groups, 0.0);
  EXPECT_TRUE(has(linli_sim({"check", town}).output, "expected spending"));
  EXPECT_TRUE(has(linli_sim({"check", town, "--lang", "zh"}).output, "预计支出"));
}

TEST(Program, ABudgetThatDoesNotSufficeIsWrongInput) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "poor.toml").string();
  support::write_file(scenario, "extends = \"" + town + "\"\nbudget = \"10 million yuan\"\n");
  const Ended checked = linli_sim({"check", scenario});
  EXPECT_EQ(checked.exit_code, 2);
  EXPECT_TRUE(has(checked.output, "poor.toml:2") && has(checked.output, "above the budget")) << checked.output;
  EXPECT_FALSE(has(checked.output, "expected spending"));
  EXPECT_EQ(linli_sim({"run", scenario, "-o", (folder / "poor.h5").string()}).exit_code, 2);
}

TEST(Program, AnInterruptedRunLeavesAValidFileMarkedIncomplete) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "long.toml").string();
  const std::string file = (folder / "long.h5").string();
  support::write_file(scenario, "extends = \"" + town + "\"\nend = 2035-12-31\n");
  // The signal comes while the population is made, or soon after: at least a day is done, and never fifteen years.
  const Ended ended = linli_sim({"run", scenario, "-o", file}, {}, "Making the population");
  EXPECT_EQ(ended.exit_code, 130) << ended.errors;
  EXPECT_TRUE(has(ended.output, "Interrupted")) << ended.output;
  const RunSummary summary = read_summary(file);
  EXPECT_FALSE(summary.complete);
  EXPECT_GE(summary.days_completed, 1);
  EXPECT_LT(summary.days_completed, summary.days_planned);
}

TEST(Program, MessagesFollowTheLocale) {
  const std::map<std::string, std::string> chinese = {{"LC_ALL", "zh_CN.UTF-8"}};
  EXPECT_TRUE(has(linli_sim({"run", "missing.toml"}, chinese).errors, "错误："));
  EXPECT_TRUE(has(linli_sim({"levers"}, chinese).output, "名称"));
  EXPECT_TRUE(has(linli_sim({"levers", "--lang", "en"}, chinese).output, "name"));
}

TEST(Program, TheListsNameEveryLeverAndParameter) {
  EXPECT_TRUE(has(linli_sim({"levers"}).output, "mediation.full_time"));
  EXPECT_TRUE(has(linli_sim({"levers"}).output, "120000 yuan per year and 10,000 residents"));
  EXPECT_TRUE(has(linli_sim({"parameters"}).output, "attitudes.strain_memory"));
  EXPECT_FALSE(json::parse(linli_sim({"levers", "--json"}).output).empty());
  EXPECT_FALSE(json::parse(linli_sim({"parameters", "--json", "--lang", "zh"}).output).empty());
  EXPECT_TRUE(json::parse(linli_sim({"schema"}).output).is_object());
}

TEST(Program, WhereThereIsNoTerminalProgressIsALineAYear) {
  const TemporaryFolder folder;
  const std::string file = (folder / "town.h5").string();
  const Ended ended = linli_sim({"run", town, "-o", file, "--days", "400", "--population-scale", "0.02"});
  EXPECT_EQ(ended.exit_code, 0) << ended.errors;
  EXPECT_TRUE(has(ended.errors, "2021-12-31: day 365 of 400") && has(ended.errors, "2022-02-04: day 400 of 400"))
      << ended.errors;
  EXPECT_FALSE(has(ended.errors, "\r"));
  EXPECT_TRUE(has(ended.output, "linli-sim info " + file)) << ended.output;
}

TEST(Program, CardsAreListedAndShownWithTheirLeversAndCosts) {
  const json all = json::parse(linli_sim({"cards", "--json"}).output);
  ASSERT_TRUE(all.is_array());
  const Ended list = linli_sim({"cards"});
  for (const json& card : all) EXPECT_TRUE(has(list.output, card.at("name").at("zh").get<std::string>()));
  const std::string shown = linli_sim({"cards", "show", "A6"}).output;
  for (const char* part : {"A6", "court.diversion", "Side effect: ", "Source: "})
    EXPECT_TRUE(has(shown, part)) << part << " is missing in\n" << shown;
  EXPECT_TRUE(has(linli_sim({"cards", "show", "A6", "--lang", "zh"}).output, "诉调对接"));
  const json card = json::parse(linli_sim({"cards", "show", "A6", "--json"}).output);
  EXPECT_EQ(card.at("id"), "A6");
  EXPECT_EQ(card.at("measures").at(0).at("lever"), "court.diversion");
}

TEST(Program, ACardThatIsNoneIsRefusedAndOneOfOnesOwnIsShown) {
  const Ended unknown = linli_sim({"cards", "show", "A66"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_TRUE(has(unknown.errors, "there is no card A66")) << unknown.errors;
  const std::string own = support::repository_file("tests/data/cards/own.toml").string();
  EXPECT_TRUE(has(linli_sim({"cards", "show", own}).output, "A card of our own"));
}

TEST(Program, CheckTellsWhatEachCardAddsToTheSpending) {
  const TemporaryFolder folder;
  const std::string scenario = (folder / "played.toml").string();
  support::write_file(scenario, "extends = \"" + town + "\"\n[[cards]]\nid = \"A6\"\nstrength = 0.5\n");
  const Ended checked = linli_sim({"check", scenario});
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
  EXPECT_TRUE(has(checked.output, "added by A6: Court-mediation linkage")) << checked.output;
  const json year =
      json::parse(linli_sim({"check", scenario, "--json"}).output).at("scenarios").at(0).at("spending").at(0);
  double sum = 0.0;
  for (const json& card : year.at("cards")) sum += card.at("yuan").get<double>();
  EXPECT_NEAR(sum, year.at("yuan").get<double>(), 1.0);
}

}  // namespace
}  // namespace linli
