#include "core/per_kind.h"

#include <gtest/gtest.h>

#include <string>

namespace linli {
namespace {

enum class Meal { breakfast, lunch, dinner, count };

struct Course {
  std::string_view dish;
  int minutes = 30;
};
constexpr PerKind<Meal, Course> courses = {{
    {Meal::breakfast, "congee"},
    {Meal::lunch, "noodles", 20},
    {Meal::dinner, "fish", 60},
}};

// What such a list says is known when it compiles.
static_assert(courses[Meal::lunch].dish == "noodles" && courses[Meal::breakfast].minutes == 30);

/// Whether rows that begin with these enumerators are a list.
template <Meal... meals>
constexpr bool is_list = requires {
  typename std::bool_constant<(PerKind<Meal, int>({{meals, 0}...}), true)>;
};

TEST(PerKind, ListsOneRowForEveryEnumeratorInTheirOrderOrDoesNotCompile) {
  EXPECT_TRUE((is_list<Meal::breakfast, Meal::lunch, Meal::dinner>));
  EXPECT_FALSE((is_list<Meal::breakfast, Meal::dinner, Meal::lunch>)) << "two are swapped";
  EXPECT_FALSE((is_list<Meal::breakfast, Meal::lunch, Meal::lunch>)) << "one is doubled";
  EXPECT_FALSE((is_list<Meal::breakfast, Meal::lunch>)) << "one is missing";
}

}  // namespace
}  // namespace linli
