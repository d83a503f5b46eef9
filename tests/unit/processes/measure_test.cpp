#include "processes/measure.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

TEST(Weeks, EndOnEverySeventhDayOfTheRun) {
  EXPECT_FALSE(ends_week(0));
  EXPECT_TRUE(ends_week(6));
  EXPECT_TRUE(ends_week(13));
  EXPECT_FALSE(ends_week(14));
}

TEST(Panel, IsOneResidentInAHundredAndSaysWhatTheyThink) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.strain = 9.0f, .trust = 0.0f, .ties = 0.0f});
  int asked = 0;
  for (Id<Person> person : world.people()) {
    if (person.row % 100 != 0) continue;
    ++asked;
    world.state.persons.attitude[person] = {.strain = 1.0f, .trust = asked % 2 ? 0.4f : 0.8f, .ties = 0.5f};
  }
  ask_panel(world.today(), world.state);
  EXPECT_EQ(asked, 50);
  EXPECT_NEAR(world.state.panel(town, Panel::strain), 1.0, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::trust), 0.6, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::ties), 0.5, 1e-6);
}

TEST(Stocks, OfWorkersOwedAreThoseOfFirmsInArrears) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  Employers& employers = world.state.employers;
  employers.in_arrears[town] = {Id<Employer>(2)};
  count_stocks(world.today(), world.state);
  double workers = 0.0;
  for (std::uint16_t filled : employers.filled) workers += filled;
  EXPECT_EQ(world.state.daily.block(Daily::workers, daily_indicators).sum(), workers);
  EXPECT_EQ(world.state.daily(town, Daily::workers_owed, employers.sector[Id<Employer>(2)]),
            employers.filled[Id<Employer>(2)]);
  EXPECT_EQ(world.state.daily(town, Daily::residents), 5000.0);
}

}  // namespace
}  // namespace linli
