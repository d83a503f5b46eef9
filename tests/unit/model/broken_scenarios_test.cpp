/// Every file of tests/data/broken has one mistake, which its name tells. The complaint must say where it is, what is
/// there and what is allowed.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/scenario_reader.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(LINLI_SOURCE_DIR) / "tests/data/broken";

struct Broken {
  std::string file;   // name without .toml
  std::string where;  // "line:column key" in that file, or all of it from another file's name on
  std::vector<std::string> says;
};

const std::vector<Broken> broken = {
    {"unknown-parameter", "4:1 parameters.attitudes.strain_memry", {"did you mean strain_memory?"}},
    {"unknown-group", "3:13 parameters.atitudes", {"did you mean attitudes?"}},
    {"unknown-section", "3:2 paramters", {"did you mean parameters?"}},
    {"unknown-kind", "4:1 parameters.grievance.rate.neighbor", {"did you mean neighbour?"}},
    {"parameter-out-of-range",
     "4:14 parameters.attitudes.trust_base",
     {"is 1.4", "0.05 to 0.95", "share: base of trust"}},
    {"parameter-below-its-range", "4:17 parameters.attitudes.strain_memory", {"is 1;", "5 to 730", "days"}},
    {"parameter-of-wrong-type", "4:17 parameters.attitudes.strain_memory", {"true or false", "a number, \"2 days\""}},
    {"parameter-in-wrong-unit", "4:17 parameters.attitudes.strain_memory", {"\"2 hours\"", "\"2 weeks\""}},
    {"parameter-not-finite", "4:17 parameters.attitudes.strain_memory", {"is nan", "finite"}},
    {"one-value-for-all-kinds", "4:8 parameters.grievance.rate", {"labour_arrears"}},
    {"lever-out-of-range", "4:17 levers.patrol.hotspot_share", {"is 1.4", "0 to 1", "patrol hours"}},
    {"measure-unknown-key", "6:1 measures[0].form", {"did you mean from?"}},
    {"measure-unknown-lever", "4:9 measures[0].lever", {"did you mean mediation.full_time?"}},
    {"measure-without-action", "3:1 measures[0]", {"exactly one of set, add and scale"}},
    {"measure-with-two-actions", "3:1 measures[0]", {"exactly one of set, add and scale"}},
    {"measure-in-unknown-town", "6:10 measures[0].towns[0]", {"Sampel Town", "did you mean Sample Town?"}},
    {"measure-ends-before-it-starts", "7:6 measures[0].to", {"2022-01-01", "2022-06-01"}},
    {"measure-with-negative-ramp", "6:8 measures[0].ramp", {"is -30", "0 to 36525", "days"}},
    {"measure-sets-too-much", "5:7 measures[0].set", {"is 1.2", "0 to 1"}},
    {"measure-on-unknown-indicator", "6:22 measures[0].once.indicator", {"did you mean workers_owed.share?"}},
    {"measure-of-a-date-before-the-known-ones", "6:8 measures[0].from", {"2001-01-01", "2015-01-01 to 2100-12-31"}},
    {"measures-together-too-much", "8:1 measures[1]", {"is 20.16", "0 to 20", "Sample Town on 2022-05-16"}},
    {"measure-may-go-too-far-once-fired", "3:1 measures[0]", {"is 1.05", "0 to 1"}},
    {"patrol-shares-above-one", "3:1 measures[0]", {"is 1.2", "1 at most"}},
    {"police-duties-above-one", "3:1 levers.police", {"is 1.2", "1 at most"}},
    {"residents-do-not-add-up", "4:13 world.residents", {"100001", "100000", "towns.csv"}},
    {"fewer-grids-than-communities", "4:9 world.grids", {"is 5", "at least 6"}},
    {"ages-above-one", "3:1 parameters.population", {"1.05", "less than 1"}},
    {"sectors-not-one", "3:1 parameters.work", {"1.1", "must be 1"}},
    {"towns-file-missing", "4:9 world.towns", {"no-such-towns.csv"}},
    {"towns-file-with-a-word-for-a-number", "towns-word.csv:2 area_km2", {"\"forty\" is not a number"}},
    {"towns-file-with-unknown-column", "towns-column.csv", {"area_km2 is missing", "residents, area, lon"}},
    {"network-missing", "4:23 world.network.graphml", {"no-such-streets.graphml"}},
    {"start-before-the-known-dates", "3:9 start", {"1999-01-01", "2015-01-01 to 2100-12-31"}},
    {"start-in-quotation-marks", "3:9 start", {"a text", "without quotation marks"}},
    {"end-before-start", "3:7 end", {"2020-12-31", "2021-01-01"}},
    {"end-and-days", "4:8 days", {"either end or days"}},
    {"title-missing", "1:1 title", {"is missing"}},
    {"base-missing", "1:11 extends", {"no-such-base.toml"}},
    {"circle-one", "circle-two.toml:1:11 extends", {"circle-one.toml -> ", "circle-two.toml"}},
    {"circle-two", "circle-one.toml:1:11 extends", {"circle-two.toml -> ", "circle-one.toml"}},
    {"not-toml", "3:22", {"not TOML", "the name of a table is not closed by ]"}},
    {"facility-decided-too-early", "8:11 facilities[0].decided", {"before it is announced"}},
    {"responses-above-one", "3:1 levers.collective", {"is 1.1", "1 at most"}},
    {"shock-of-unknown-kind", "4:8 shocks[0].kind", {"did you mean closures?"}},
    {"shock-too-large", "5:8 shocks[0].size", {"is 1.5", "0 to 1", "share of adults"}},
    {"shock-without-size", "3:1 shocks[0].size", {"is missing"}},
    {"shock-unknown-key", "7:1 shocks[0].last", {"did you mean lasts?"}},
    {"shock-of-unknown-sector", "7:10 shocks[0].sector", {"did you mean manufacturing?"}},
    {"shock-on-people-with-a-sector", "7:10 shocks[0].sector", {"flood", "closures and slump"}},
    {"shock-in-unknown-town", "7:10 shocks[0].towns[0]", {"did you mean Sample Town?"}},
    {"shock-ends-before-it-starts", "7:6 shocks[0].to", {"not after its start on 2021-03-01"}},
    {"shock-with-two-ends", "8:6 shocks[0].to", {"either lasts or to"}},
    {"shock-that-lasts-no-day", "7:9 shocks[0].lasts", {"is 0", "1 to 36525"}},
    {"cost-of-a-rule", "4:1 costs.mediation.town_share", {"no such key"}},
    {"cost-below-zero", "4:13 costs.mediation.full_time", {"is -5", "0 to 100000000", "yuan: full-time mediators"}},
    {"cost-in-wrong-unit", "4:13 costs.mediation.full_time", {"\"5 days\"", "\"2 10,000 yuan\""}},
    {"budget-below-zero", "2:10 budget", {"is -1", "0 to"}},
    {"budget-in-wrong-unit", "2:10 budget", {"\"5 years\"", "\"2 million yuan\""}},
    {"budget-exceeded",
     "2:10 budget",
     {"in 2022", "above the budget of 120.00 million yuan", "police.officers (70.00 million yuan)"}},
    {"budget-exceeded-by-cards", "2:10 budget", {"in 2022", "the costliest cards are dear (35.00 million yuan)"}},
    {"card-unknown", "4:6 cards[0].id", {"there is no card A61", "did you mean"}},
    {"card-too-strong", "5:12 cards[0].strength", {"is 1.5", "0 to 1"}},
    {"card-unknown-key", "5:1 cards[0].strenght", {"did you mean strength?"}},
    {"card-with-id-and-file", "3:1 cards[0]", {"exactly one of id and file"}},
    {"card-file-missing", "4:8 cards[0].file", {"no-such-card.toml"}},
    {"card-with-a-mistake", "mistaken.toml:7:9 measures[0].lever", {"did you mean court.confirmation?"}},
    {"card-in-unknown-town", "5:10 cards[0].towns[0]", {"did you mean Sample Town?"}},
    {"card-ends-before-it-starts", "6:6 cards[0].to", {"2022-01-01", "2022-06-01"}},
    {"cards-set-one-lever", "7:1 cards[1]", {"A6 and own", "court.confirmation", "in Sample Town on 2022-01-01"}},
    {"card-of-another-with-its-id", "7:1 cards[1]", {"another card with the id A6"}},
    {"card-as-scenario", "1:6 id", {"this is a card", "[[cards]]", "card-as-scenario.toml"}},
    {"facility-with-swapped-coordinates", "6:7 facilities[0].lat", {"113.75", "-85 to 85"}},
};

std::vector<InputError> problems_of(const std::string& name) {
  return check_scenario(folder / (name + ".toml")).problems;
}

class BrokenScenario : public testing::TestWithParam<Broken> {};

TEST_P(BrokenScenario, is_refused_at_the_mistake_with_what_is_there_and_what_is_allowed) {
  const auto& [file, where, says] = GetParam();
  const std::vector<InputError> problems = problems_of(file);
  ASSERT_EQ(problems.size(), 1u);
  const bool elsewhere = where.find(".toml") != where.npos || where.find(".csv") != where.npos;
  EXPECT_EQ(fs::path(problems[0].where.substr(0, problems[0].where.find(' '))).filename().string() +
                (where.find(' ') == where.npos ? "" : problems[0].where.substr(problems[0].where.find(' '))),
            elsewhere ? where : file + ".toml:" + where);
  for (const std::string& part : says)
    EXPECT_NE(problems[0].what_is_wrong.english.find(part), std::string::npos) << problems[0].what();
  EXPECT_NE(problems[0].what_is_wrong.chinese, problems[0].what_is_wrong.english);
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenScenario, testing::ValuesIn(broken), [](const auto& test) {
  std::string name = test.param.file;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BrokenScenarios, a_mistake_in_a_base_is_reported_there_unless_the_overlay_mends_it) {
  EXPECT_EQ(problems_of("parameter-out-of-range").size(), 1u);
  const std::vector<InputError> problems = problems_of("mistake-in-the-base");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].where.find("parameter-out-of-range.toml:4:14"), std::string::npos) << problems[0].where;
  EXPECT_TRUE(check_scenario(folder / "mistake-in-the-base.toml", {{"attitudes.trust_base", "0.5"}}).problems.empty());
}

TEST(BrokenScenarios, two_mistakes_are_found_at_once) {
  EXPECT_EQ(problems_of("two-mistakes").size(), 2u);
}

TEST(BrokenScenarios, reading_throws_the_first_mistake) {
  EXPECT_THROW(read_scenario(folder / "two-mistakes.toml"), InputError);
}

TEST(BrokenScenarios, every_file_of_the_folder_is_tested) {
  std::set<std::string> tested = {"mistake-in-the-base", "two-mistakes"};
  for (const Broken& entry : broken) tested.insert(entry.file);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    EXPECT_TRUE(entry.path().extension() != ".toml" || tested.contains(entry.path().stem())) << entry.path();
}

TEST(BrokenScenarios, a_missing_scenario_is_named) {
  const std::vector<InputError> problems = problems_of("no-such-scenario");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].what_is_wrong.english.find("no-such-scenario.toml"), std::string::npos);
}

}  // namespace
}  // namespace linli
