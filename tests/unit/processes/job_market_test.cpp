#include "processes/job_market.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

SmallWorld two_towns() {
  return SmallWorld(scenario_of({{.residents = 3000}, {.residents = 1000, .east_km = 5.0, .grids = 3}}, 100));
}

std::vector<Id<Person>> those_in_work(const SmallWorld& world) {
  std::vector<Id<Person>> found;
  for (Id<Person> person : world.people())
    if (world.state.persons.employer[person]) found.push_back(person);
  return found;
}

std::size_t free_desks(const Employers& employers) {
  std::size_t desks = 0;
  for (Id<Employer> firm : all_rows<Employer>(employers.size()))
    desks += employers.desks(firm) - employers.filled[firm];
  return desks;
}

TEST(JobMarket, ClearsTheDesksOfThoseWhoGiveUpTheirJobs) {
  SmallWorld world = two_towns();
  const std::vector<Id<Person>> workers = those_in_work(world);
  give_up_jobs(world.today(), world.state, workers);
  EXPECT_TRUE(those_in_work(world).empty());
  for (std::uint16_t filled : world.state.employers.filled) EXPECT_EQ(filled, 0);
}

TEST(JobMarket, NeverSeatsMoreThanThereAreDesks) {
  SmallWorld world = two_towns();
  const std::vector<Id<Person>> workers = those_in_work(world);
  give_up_jobs(world.today(), world.state, workers);
  find_jobs(world.today(), world.state, workers);
  for (Id<Employer> firm : all_rows<Employer>(world.state.employers.size())) {
    EXPECT_LE(world.state.employers.filled[firm], world.state.employers.desks(firm));
    for (Id<Person> worker : world.state.employers.workers(firm)) EXPECT_EQ(world.state.persons.employer[worker], firm);
  }
  EXPECT_GT(those_in_work(world).size(), workers.size() / 2);
}

TEST(JobMarket, LetsThoseWhoFoundNothingSearchAgain) {
  SmallWorld world = two_towns();
  const std::vector<Id<Person>> workers = those_in_work(world);
  for (std::uint8_t& open : world.state.employers.open) open = 0;
  give_up_jobs(world.today(), world.state, workers);
  find_jobs(world.today(), world.state, workers);
  EXPECT_TRUE(those_in_work(world).empty());
  std::size_t searching = 0;
  Sample wait;
  world.state.job_searches.for_each([&](const Resident&) { ++searching; });
  for (Day day = 0; day < 100; ++day)
    for (std::size_t i = 0; i < world.state.job_searches.due(day).size(); ++i) wait.add(day);
  EXPECT_GT(searching, 0.9 * static_cast<double>(workers.size())) << "some would search after the run's end";
  EXPECT_GE(wait.mean(), 20.0);
  EXPECT_TRUE(world.state.job_searches.due(0).empty());
}

TEST(JobMarket, LeavesOneDeskLessForEverybodySeated) {
  SmallWorld world = two_towns();
  const std::size_t before = free_desks(world.state.employers);
  std::vector<Id<Person>> idle;
  for (Id<Person> person : world.people())
    if (!world.state.persons.employer[person] && world.state.persons.nature[person].is_adult() && idle.size() < 40)
      idle.push_back(person);
  find_jobs(world.today(), world.state, idle);
  std::size_t seated = 0;
  for (Id<Person> person : idle) seated += static_cast<bool>(world.state.persons.employer[person]);
  EXPECT_GT(seated, 0u);
  EXPECT_EQ(free_desks(world.state.employers), before - seated);
}

}  // namespace
}  // namespace linli
