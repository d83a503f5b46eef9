#include "model/towns_file.h"

#include <gtest/gtest.h>

#include "support/folder.h"

namespace linli {
namespace {

class TownsFile : public testing::Test {
 protected:
  std::vector<TownFacts> towns(const std::string& content) {
    support::write_file(folder_ / "towns.csv", content);
    return read_towns(folder_ / "towns.csv", notes_);
  }
  std::string complaint(const std::string& content) {
    try {
      towns(content);
    } catch (const InputError& error) {
      return std::filesystem::path(error.where).filename().string() + ": " + error.what_is_wrong.english;
    }
    return "";
  }

  support::TemporaryFolder folder_;
  Notes notes_;
};

const std::string columns = "code,name_zh,name_en,residents,area_km2,lon,lat,character";
const std::string facts = ",100000,40,113.75,23.00,industrial";

TEST_F(TownsFile, ANameInOneLanguageStandsForBoth) {
  for (const std::string& content :
       {columns + "\n1,Leipzig,Leipzig" + facts, columns + "\n1,,Leipzig" + facts, columns + "\n1,Leipzig," + facts,
        "code,name_en,residents,area_km2,lon,lat,character\n1,Leipzig" + facts,
        "code,name_zh,residents,area_km2,lon,lat,character\nLeipzig,Leipzig" + facts}) {
    const std::vector<TownFacts> found = towns(content);
    EXPECT_EQ(found[0].name_en, "Leipzig") << content;
    EXPECT_EQ(found[0].name_zh, "Leipzig") << content;
  }
  EXPECT_TRUE(notes_.empty());
}

TEST_F(TownsFile, ATownWithoutAnyNameIsRefused) {
  EXPECT_EQ(complaint(columns + "\n1,,\t" + facts),
            "towns.csv:2: the town has no name; it needs name_zh, name_en or both");
  EXPECT_NE(complaint("code,residents,area_km2,lon,lat,character\n1" + facts), "");
}

TEST_F(TownsFile, TwoTownsMayNotShareACodeOrName) {
  for (const char* second : {"\n1,乙,B", "\n2,甲,B", "\n2,乙,A", "\n2,A,B", "\nA,乙,B"})
    EXPECT_NE(complaint(columns + "\n1,甲,A" + facts + second + facts).find("towns.csv:3: "), std::string::npos)
        << second;
  EXPECT_EQ(complaint(columns + "\n1,甲,A" + facts + "\n2,乙,B" + facts), "");
}

TEST_F(TownsFile, OtherColumnsArePassedOverWithANote) {
  const auto found = towns("Code,name_en,residents,area_km2,lon,lat,character,migrant_wieght,\n1,A" + facts + ",1.1,");
  EXPECT_EQ(found[0].code, "1");
  ASSERT_EQ(notes_.size(), 1u);
  EXPECT_EQ(notes_[0].where, (folder_ / "towns.csv").string());
  EXPECT_EQ(notes_[0].what.english, "the column migrant_wieght is not used; did you mean migrant_weight?");
}

TEST_F(TownsFile, AnEmptyMigrantWeightIsTheUsualOne) {
  EXPECT_EQ(towns(columns + ",migrant_weight\n1,甲,A" + facts + ",\n2,乙,B" + facts + ",0.5")[0].migrant_weight, 1.0);
}

TEST_F(TownsFile, ControlCharactersInNamesAreRefused) {
  EXPECT_EQ(complaint(columns + "\n1,甲,\x1b[31mA" + facts).substr(0, 21), "towns.csv:2 name_en: ");
}

TEST_F(TownsFile, InGbkIsReadWithANote) {
  const auto found = read_towns(support::repository_file("tests/data/hostile/gbk.csv"), notes_);
  EXPECT_EQ(found[0].name_zh, "示例镇");
  EXPECT_EQ(notes_.size(), 1u);
}

TEST_F(TownsFile, NumbersOutOfTheirRangesAreRefused) {
  for (const char* numbers : {"0,40,113,23", "1e12,40,113,23", "10.5,40,113,23", "10,1e308,113,23", "10,0,113,23",
                              "10,40,1e5,23", "10,40,113,90", "10,nan,113,23", "10,40,inf,23"})
    EXPECT_NE(complaint(columns + "\n1,甲,A," + numbers + ",industrial"), "") << numbers;
}

}  // namespace
}  // namespace linli
