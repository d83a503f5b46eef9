#include "model/idle.h"

#include <gtest/gtest.h>

#include "model/scenario_reader.h"
#include "support/folder.h"

namespace linli {
namespace {

const std::filesystem::path beside = support::repository_file("scenarios/town/written-in-a-test.toml");

/// What is said of a scenario over the small town's reference, which runs from 2021-01-01 to 2022-12-31.
Notes notes_on(const std::string& text) {
  return idle_parts(read_scenario_text("extends = \"reference.toml\"\n" + text, beside));
}

std::string measure(const std::string& fields) {
  return "[[measures]]\nlever = \"labour.inspection\"\nset = 0.8\n" + fields;
}

bool says(const Notes& notes, const std::string& part) {
  return notes.size() == 1 && notes[0].what.english.find(part) != std::string::npos;
}

TEST(IdleParts, AreMeasuresWhoseTimeLiesOutsideTheRun) {
  EXPECT_TRUE(
      says(notes_on(measure("from = 2031-01-01")),
           "this measure never acts in this run: it can act from 2031-01-01 on, and the run ends on 2022-12-31"));
  EXPECT_TRUE(says(notes_on(measure("from = 2019-01-01\nto = 2021-01-01")), "it ends before 2021-01-01"));
  EXPECT_TRUE(notes_on(measure("from = 2022-12-31")).empty());
  EXPECT_TRUE(notes_on(measure("from = 2019-01-01\nto = 2021-01-02")).empty());
}

TEST(IdleParts, HaveTheirPlace) {
  const Notes notes = notes_on(measure("from = 2031-01-01"));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_TRUE(notes[0].where.ends_with("written-in-a-test.toml:2:1 measures[0]")) << notes[0].where;
}

TEST(IdleParts, AreMeasuresWhoseRampStartsOnTheLastDay) {
  EXPECT_EQ(notes_on(measure("from = 2022-12-31\nramp = \"10 days\"")).size(), 1u);
  EXPECT_TRUE(notes_on(measure("from = 2022-12-30\nramp = \"10 days\"")).empty());
}

TEST(IdleParts, AreConditionalMeasuresThatCannotFireInTheRun) {
  const std::string once = "once = { indicator = \"disputes.waiting\", above = 4, for = \"700 days\" }\n";
  EXPECT_TRUE(notes_on(measure(once)).empty());
  EXPECT_TRUE(says(notes_on(measure(once + "to = 2022-12-01")), "it can act from 2022-12-02 on"));
  EXPECT_EQ(notes_on(measure(once + "from = 2023-01-01")).size(), 1u);
}

TEST(IdleParts, AreCardsNamedAsAWhole) {
  const Notes notes = notes_on("[[cards]]\nid = \"A6\"\nfrom = 2031-01-01");
  EXPECT_TRUE(says(notes, "the card A6 (")) << notes.size();
  EXPECT_TRUE(notes.at(0).where.ends_with("cards[0]"));
  EXPECT_TRUE(notes_on("[[cards]]\nid = \"A6\"\nfrom = 2022-01-01").empty());
}

TEST(IdleParts, AreShocksAndFacilitiesOutsideTheRun) {
  const std::string shock = "[[shocks]]\nkind = \"flood\"\nsize = 0.1\n";
  EXPECT_TRUE(says(notes_on(shock + "from = 2023-01-01"), "this shock never acts in this run"));
  EXPECT_TRUE(says(notes_on(shock + "from = 2020-12-01\nlasts = \"31 days\""), "it ends before 2021-01-01"));
  EXPECT_TRUE(notes_on(shock + "from = 2020-12-01\nlasts = \"32 days\"").empty());
  EXPECT_TRUE(
      says(notes_on("[[facilities]]\nname = \"plant\"\nlon = 113.75\nlat = 23\nannounced = 2023-01-01\ndecided = "
                    "2024-01-01"),
           "this facility never acts"));
}

TEST(IdleParts, AreFoundInTheDaysThatAreRun) {
  Scenario scenario = read_scenario_text("extends = \"reference.toml\"\n" + measure("from = 2021-02-01"), beside);
  EXPECT_TRUE(idle_parts(scenario).empty());
  scenario.end = scenario.start;
  EXPECT_EQ(idle_parts(scenario).size(), 1u);
}

}  // namespace
}  // namespace linli
