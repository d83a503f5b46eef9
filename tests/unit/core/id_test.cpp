#include "core/id.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

namespace linli {
namespace {

struct Person;
struct Grid;

TEST(Id, ADefaultIdIsTheIdOfNothing) {
  EXPECT_FALSE(Id<Person>());
  EXPECT_TRUE(Id<Person>(0));
}

TEST(Id, APersonCannotBeUsedAsAGrid) {
  static_assert(!std::is_convertible_v<Id<Person>, Id<Grid>>);
  static_assert(!std::is_convertible_v<int, Id<Person>>, "a number becomes an id only when asked to");
  static_assert(sizeof(Id<Person>) == 4);
}

TEST(Id, ARangeWalksItsRowsInOrder) {
  const Range<Person> people{Id<Person>(3), Id<Person>(6)};
  std::vector<std::uint32_t> rows;
  for (Id<Person> person : people) rows.push_back(person.row);
  EXPECT_EQ(rows, (std::vector<std::uint32_t>{3, 4, 5}));
  EXPECT_EQ(people.size(), 3u);
  EXPECT_EQ(people[1], Id<Person>(4));
}

TEST(Id, ARangeContainsItsFirstRowButNotItsLast) {
  const Range<Person> people{Id<Person>(3), Id<Person>(6)};
  EXPECT_TRUE(people.contains(Id<Person>(3)));
  EXPECT_FALSE(people.contains(Id<Person>(6)));
  EXPECT_FALSE(people.contains(Id<Person>(2)));
  EXPECT_TRUE(Range<Person>().empty());
}

}  // namespace
}  // namespace linli
