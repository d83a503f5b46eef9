#include "state/figures.h"

#include <gtest/gtest.h>

#include <set>

#include "model/lists/levers.h"

namespace linli {
namespace {

TEST(Figures, HaveEachAKeyOfTheirOwn) {
  std::set<std::string> keys;
  for (const Figure& figure : figures()) EXPECT_TRUE(keys.insert(figure.key).second) << figure.key;
}

TEST(Figures, StandGroupByGroupInTheOrderOfTheGroups) {
  std::vector<std::string> seen;
  for (const Figure& figure : figures())
    if (seen.empty() || seen.back() != figure.group()) seen.push_back(figure.group());
  std::vector<std::string> groups;
  for (const Kind& group : figure_groups()) groups.emplace_back(group.key);
  EXPECT_EQ(seen, groups);
}

TEST(Figures, HaveANameAndAUnitInBothLanguages) {
  for (const Figure& figure : figures())
    for (const Message& text : {figure.name, figure.unit.name}) {
      EXPECT_FALSE(text.english.empty()) << figure.key;
      EXPECT_FALSE(text.chinese.empty()) << figure.key;
    }
}

void expect_sums_of_kinds(const Figure& figure, const Terms& terms) {
  for (const Term& term : terms) {
    EXPECT_FALSE(term.kinds.empty()) << figure.key;
    for (const std::size_t kind : term.kinds) EXPECT_LT(kind, width(indicator_info(term).axis)) << figure.key;
  }
}

TEST(Figures, AreMadeFromKindsThatThereAre) {
  for (const Figure& figure : figures()) {
    EXPECT_FALSE(figure.part.empty()) << figure.key;
    EXPECT_EQ(figure.less_part.has_value(), figure.less_whole.has_value()) << figure.key;
    EXPECT_EQ(figure.less_part.has_value(), figure.better == Better::zero) << figure.key;
    for (const Terms& terms :
         {figure.part, figure.whole, figure.less_part.value_or(Terms()), figure.less_whole.value_or(Terms())})
      expect_sums_of_kinds(figure, terms);
  }
}

TEST(Figures, ShowTrueFiguresAboveRecordedOnesAmongTheHeadlines) {
  std::vector<std::string> headlines;
  for (const Figure& figure : figures())
    if (figure.rank == Rank::headline) headlines.push_back(figure.key);
  const auto place = [&](const char* key) { return std::ranges::find(headlines, key); };
  EXPECT_LT(place("crime.true"), place("crime.recorded"));
  EXPECT_LT(place("disputes.settled"), place("disputes.settled_on_record"));
  EXPECT_NE(place("disputes.settled_on_record"), headlines.end());
}

/// Positions of levers that the parts of spending name, as often as they do.
std::multiset<std::size_t> levers_in(const std::vector<std::string>& keys) {
  std::multiset<std::size_t> levers;
  for (const std::string& key : keys)
    for (const Term& term : figure_named(key).part) levers.insert(term.kinds.begin(), term.kinds.end());
  return levers;
}

TEST(Figures, PutEveryLeverIntoOnePartOfSpending) {
  std::vector<std::string> by_group;
  for (const Kind& group : lever_groups()) by_group.push_back("spending.on." + std::string(group.key));
  std::multiset<std::size_t> all;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever) all.insert(lever);
  EXPECT_EQ(levers_in(by_group), all);
  EXPECT_EQ(levers_in({"spending.disputes", "spending.services", "spending.grid", "spending.policing"}), all);
}

TEST(Figures, ThatThereAreNotAreRefusedWithTheNearest) {
  try {
    figure_named("harm.seriuos");
    FAIL() << "was found";
  } catch (const InputError& error) {
    EXPECT_NE(error.what_is_wrong.english.find("harm.serious"), std::string::npos) << error.what_is_wrong.english;
  }
}

}  // namespace
}  // namespace linli
