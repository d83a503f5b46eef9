#include "processes/rounds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day tuesday = 10;  // 11 May 2021

struct Effort {
  double worker_visits = 0.0, leader_visits = 0.0, inspections = 0.0;
};

Effort counted(const SmallWorld& world) {
  const DailyTally& daily = world.state.daily;
  return {daily(Id<Town>(0), Daily::household_visits), daily(Id<Town>(0), Daily::leader_visits),
          daily(Id<Town>(0), Daily::inspections)};
}

/// The effort of a day in a town of 20,000 residents, three communities and twelve grids.
SmallWorld world_with(const LeverValues& levers, Day days = 30) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 3, .grids = 12}}, days);
  scenario.levers = levers;
  return SmallWorld(std::move(scenario));
}

Effort effort_of_a_day(const LeverValues& levers) {
  SmallWorld world = world_with(levers);
  world.state.day = tuesday;
  walk_rounds(world.today(), world.state);
  return counted(world);
}

TEST(Rounds, RestOnHolidaysAndAtTheWeekend) {
  SmallWorld world = world_with({});
  walk_rounds(world.today(), world.state);  // Labour Day
  EXPECT_EQ(counted(world).worker_visits, 0.0);
  EXPECT_EQ(counted(world).leader_visits, 0.0);
  EXPECT_EQ(counted(world).inspections, 0.0);
  for (const RoundsInGrid& rounds : world.state.rounds) EXPECT_EQ(rounds.worker_visits, 0.0f);
}

TEST(Rounds, DoAYearsWorkInAYearHoweverTheHolidaysFall) {
  LeverValues levers;
  levers.rounds.workers = 10.0, levers.rounds.visits = 8.0, levers.visits.leaders = 900.0;
  levers.safety.inspectors = 0.5;
  SmallWorld world = world_with(levers, 365);
  const Parameters::Service& service = world.parameters().service;
  Effort year;
  for (Day day = 0; day < 365; ++day, world.sleep()) {
    walk_rounds(world.today(), world.state);
    const Effort now = counted(world);
    year.worker_visits += now.worker_visits, year.leader_visits += now.leader_visits;
    year.inspections += now.inspections;
  }
  // A year of the calendar has a workday or two more or less than the year ahead of a given day.
  const double workers = 20.0, inspectors = 1.0;
  EXPECT_NEAR(year.worker_visits, workers * 8.0 * service.working_days, 0.01 * year.worker_visits);
  EXPECT_NEAR(year.leader_visits, 3 * 900.0, 0.01 * year.leader_visits);
  EXPECT_NEAR(year.inspections, inspectors * service.inspector_visits * service.working_days, 0.01 * year.inspections);
}

TEST(Rounds, OfAllGridsAddUpToTheCountOfTheTownAndTheWeek) {
  SmallWorld world = world_with({});
  world.state.day = tuesday;
  walk_rounds(world.today(), world.state);
  double visits = 0.0, of_the_week = 0.0;
  for (Id<Grid> grid : all_rows<Grid>(world.state.rounds.size())) {
    visits += world.state.rounds[grid].worker_visits + world.state.rounds[grid].leader_visits;
    of_the_week += world.state.weekly(grid, Weekly::visits);
  }
  const Effort effort = counted(world);
  EXPECT_NEAR(visits, effort.worker_visits + effort.leader_visits, 1e-6 * visits);
  EXPECT_NEAR(of_the_week, visits, 1e-6 * visits);
}

TEST(MechanismRounds, NobodyVisitsWithoutStaffAndTwiceTheStaffVisitsTwice) {
  LeverValues none, twice;
  none.rounds.workers = none.visits.leaders = none.safety.inspectors = 0.0;
  twice.rounds.workers *= 2.0, twice.visits.leaders *= 2.0, twice.safety.inspectors *= 2.0;
  const Effort nothing = effort_of_a_day(none), once = effort_of_a_day({}), double_effort = effort_of_a_day(twice);
  EXPECT_EQ(nothing.worker_visits + nothing.leader_visits + nothing.inspections, 0.0);
  EXPECT_GT(once.worker_visits, 0.0);
  EXPECT_NEAR(double_effort.worker_visits, 2.0 * once.worker_visits, 1e-6 * once.worker_visits);
  EXPECT_NEAR(double_effort.leader_visits, 2.0 * once.leader_visits, 1e-6 * once.leader_visits);
  EXPECT_NEAR(double_effort.inspections, 2.0 * once.inspections, 1e-6 * once.inspections);
}

TEST(MechanismRounds, TargetingMovesVisitsToRecordedGridsWithoutChangingTheTotal) {
  LeverValues levers;
  const auto visits_with = [&](double targeting) {
    levers.rounds.targeting = targeting;
    SmallWorld world = world_with(levers);
    world.state.day = tuesday;
    world.state.streets.hot[4] = 3.0f, world.state.streets.hot[7] = 1.0f;
    walk_rounds(world.today(), world.state);
    std::vector<double> visits;
    for (const RoundsInGrid& rounds : world.state.rounds) visits.push_back(rounds.worker_visits);
    return visits;
  };
  const std::vector<double> even = visits_with(0.0), steered = visits_with(0.5);
  const double total = std::accumulate(even.begin(), even.end(), 0.0);
  EXPECT_NEAR(std::accumulate(steered.begin(), steered.end(), 0.0), total, 1e-6 * total);
  EXPECT_NEAR(steered[4], 0.5 * even[4] + 0.5 * 0.75 * total, 1e-5 * total);
  EXPECT_NEAR(steered[7], 0.5 * even[7] + 0.5 * 0.25 * total, 1e-5 * total);
  EXPECT_NEAR(steered[0], 0.5 * even[0], 1e-5 * total);
}

TEST(MechanismRounds, TargetingMovesNothingWhileNothingIsOnRecord) {
  LeverValues steered;
  steered.rounds.targeting = 1.0;
  EXPECT_EQ(effort_of_a_day(steered).worker_visits, effort_of_a_day({}).worker_visits);
}

TEST(Rounds, OfLeadersStayInTheirCommunity) {
  SmallWorld world = world_with({});
  world.state.day = tuesday;
  walk_rounds(world.today(), world.state);
  const double in_all = counted(world).leader_visits;
  for (Range<Grid> grids : world.setting.graph.grids_of_community) {
    double visits = 0.0;
    for (Id<Grid> grid : grids) visits += world.state.rounds[grid].leader_visits;
    EXPECT_NEAR(visits, in_all / 3.0, 1e-5 * in_all);
  }
}

TEST(Rounds, OfInspectorsGoWhereTheFirmsAre) {
  SmallWorld world = world_with({});
  world.state.day = tuesday;
  walk_rounds(world.today(), world.state);
  const double per_firm = counted(world).inspections / static_cast<double>(world.state.employers.size());
  for (Id<Grid> grid : all_rows<Grid>(world.state.rounds.size()))
    EXPECT_NEAR(world.state.rounds[grid].inspections, per_firm * world.state.hazards.premises[grid].size(), 1e-5);
}

TEST(MechanismRounds, FindNoGrievanceWhenNobodyCalls) {
  EXPECT_EQ(chance_found({}, 1000.0, {}).by_anybody(), 0.0);
}

TEST(Rounds, FindAGrievanceWithTheChanceOfAVisitTimesWhatAVisitSees) {
  const Parameters::Service service{.find_latent = 0.2, .leader_finds = 0.5};
  const Found found = chance_found(service, 1000.0, {.worker_visits = 10.0f, .leader_visits = 1.0f});
  EXPECT_NEAR(found.by_worker, 10.0 / 1000.0 * 0.2, 1e-5);  // of second order: 0.0025 squared
  EXPECT_NEAR(found.by_leader, 1.0 / 1000.0 * 0.5, 1e-5);
  EXPECT_NEAR(found.by_anybody(), -std::expm1(-0.0025), 1e-9);
}

TEST(Rounds, FindAtMostEveryGrievance) {
  const Found found = chance_found({}, 1.0, {.worker_visits = 500.0f, .leader_visits = 500.0f});
  EXPECT_LE(found.by_anybody(), 1.0);
  EXPECT_GT(found.by_anybody(), 0.999);
}

}  // namespace
}  // namespace linli
