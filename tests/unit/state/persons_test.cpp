#include "state/persons.h"

#include <gtest/gtest.h>

namespace linli {
namespace {

struct OneFirm {
  OneFirm() {
    persons.employer.resize(4);
    persons.desk.resize(4);
    employers.first_desk = {0, 3};
    employers.worker.resize(3);
    employers.filled.resize(1);
    employers.open.resize(1, 1);
    for (std::uint64_t i = 0; i < 3; ++i) hire(persons, employers, Id<Person>(i), firm);
  }

  Id<Employer> firm{0};
  Persons persons;
  Employers employers;
};

TEST(Desks, ThatAreAllTakenLeaveNoVacancy) {
  OneFirm world;
  EXPECT_FALSE(world.employers.has_vacancy(world.firm));
  leave_job(world.persons, world.employers, Id<Person>(0));
  EXPECT_TRUE(world.employers.has_vacancy(world.firm));
  world.employers.open[world.firm] = 0;
  EXPECT_FALSE(world.employers.has_vacancy(world.firm)) << "a closed firm hires nobody";
}

TEST(Desks, AreTakenOverByTheLastWorkerWhenSomebodyLeaves) {
  OneFirm world;
  leave_job(world.persons, world.employers, Id<Person>(0));
  ASSERT_EQ(world.employers.filled[world.firm], 2);
  EXPECT_FALSE(world.persons.employer[Id<Person>(0)]);
  for (std::uint64_t i : {1, 2})
    EXPECT_EQ(world.employers.workers(world.firm)[world.persons.desk[Id<Person>(i)]], Id<Person>(i));
}

TEST(Desks, AreNotMissedBySomebodyWithoutWork) {
  OneFirm world;
  leave_job(world.persons, world.employers, Id<Person>(3));
  EXPECT_EQ(world.employers.filled[world.firm], 3);
}

TEST(Nature, RemembersWhatItWasMadeOf) {
  const Nature nature(AgeBand::senior, true, false, 0.25);
  EXPECT_EQ(nature.age(), AgeBand::senior);
  EXPECT_TRUE(nature.is_male());
  EXPECT_FALSE(nature.is_migrant());
  EXPECT_NEAR(nature.impulsivity(), 0.25, 1e-5);
  EXPECT_TRUE(nature.is_about());
}

TEST(Nature, InCustodyIsNotAboutAndAfterwardsInReentry) {
  Nature nature(AgeBand::youth, true, true, 0.5);
  nature.take_into_custody();
  EXPECT_FALSE(nature.is_about());
  nature.release();
  EXPECT_TRUE(nature.is_about());
  EXPECT_TRUE(nature.in_reentry());
  nature.complete_reentry();
  EXPECT_FALSE(nature.in_reentry());
}

TEST(Nature, ThatLeavesTheCityTakesNoReentryAlong) {
  Nature nature(AgeBand::youth, true, true, 0.5);
  nature.release();
  nature.vacate();
  EXPECT_FALSE(nature.is_about());
  EXPECT_FALSE(nature.in_reentry());
}

TEST(Persons, OfAnotherGenerationHaveOtherLuck) {
  Persons persons;
  persons.generation.resize(2);
  const std::uint64_t before = persons.luck(Id<Person>(1));
  EXPECT_NE(before, persons.luck(Id<Person>(0)));
  ++persons.generation[Id<Person>(1)];
  EXPECT_NE(persons.luck(Id<Person>(1)), before);
}

}  // namespace
}  // namespace linli
