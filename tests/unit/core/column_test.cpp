#include "core/column.h"

#include <gtest/gtest.h>

#include <numeric>

namespace linli {
namespace {

struct Person;

TEST(Column, ARowAddedIsFoundUnderTheIdReturned) {
  Column<Person, double> strain;
  strain.push_back(0.5);
  const Id<Person> second = strain.push_back(1.5);
  EXPECT_EQ(second.row, 1u);
  EXPECT_EQ(strain[second], 1.5);
}

TEST(Column, ANewColumnHoldsOneValueInEveryRow) {
  const Column<Person, int> ages(4, 30);
  EXPECT_EQ(std::accumulate(ages.begin(), ages.end(), 0), 120);
}

TEST(Column, GrowingKeepsTheRowsThatWereThere) {
  Column<Person, int> ages{20, 40};
  ages.resize(3, 60);
  EXPECT_EQ(std::vector<int>(ages.begin(), ages.end()), (std::vector<int>{20, 40, 60}));
}

TEST(Column, AChangeToOneRowLeavesTheOthers) {
  Column<Person, int> ages(3, 30);
  ages[Id<Person>(1)] = 31;
  EXPECT_EQ(std::vector<int>(ages.begin(), ages.end()), (std::vector<int>{30, 31, 30}));
}

TEST(Column, AllRowsOfATableAreVisitedOnce) {
  std::uint32_t expected = 0;
  for (Id<Person> person : all_rows<Person>(5)) EXPECT_EQ(person.row, expected++);
  EXPECT_EQ(expected, 5u);
}

}  // namespace
}  // namespace linli
