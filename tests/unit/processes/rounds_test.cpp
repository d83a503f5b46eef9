#include "processes/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "processes/hazard.h"
#include "processes/patrol.h"
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
SmallWorld world_with(const LeverValues& levers, Day days = 30, double population_scale = 1.0) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 3, .grids = 12}}, days);
  scenario.levers = levers;
  return SmallWorld(std::move(scenario), population_scale);
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
    std::ranges::fill(world.state.rounds_record, 0.0f);
    world.state.rounds_record[Id<Grid>(4)] = 3.0f, world.state.rounds_record[Id<Grid>(7)] = 1.0f;
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
  SmallWorld world = world_with(steered);
  std::ranges::fill(world.state.rounds_record, 0.0f);
  world.state.day = tuesday;
  walk_rounds(world.today(), world.state);
  EXPECT_EQ(counted(world).worker_visits, effort_of_a_day({}).worker_visits);
}

/// A town whose hazards arise in a quarter of its grids, lived for a year; what rounds find in its second half.
struct Targeted {
  double found = 0.0, visits_there = 0.0, visits = 0.0;
};
Targeted found_with(double targeting) {
  Scenario scenario = scenario_of({{.residents = 40'000, .communities = 3, .grids = 12}}, 365);
  scenario.levers.rounds.targeting = targeting;
  scenario.levers.safety.inspectors = scenario.levers.housing.inspection = 0.0;
  scenario.parameters.service.targeting_memory = 60.0;
  SmallWorld world(std::move(scenario));
  for (Id<Grid> grid : all_rows<Grid>(12))
    for (float& exposed : world.state.hazards.exposed[grid]) exposed *= grid.row % 4 == 0 ? 4.0f : 0.0f;
  Targeted sums;
  for (; world.state.day < 365; world.sleep()) {
    walk_rounds(world.today(), world.state);
    live_with_hazards(world.today(), world.state);
    keep_record(world.today(), world.state);
    if (world.state.day < 180) continue;
    sums.found += world.state.daily.block(Daily::hazards_found, daily_indicators).sum();
    for (Id<Grid> grid : all_rows<Grid>(12)) {
      sums.visits += world.state.rounds[grid].worker_visits;
      if (grid.row % 4 == 0) sums.visits_there += world.state.rounds[grid].worker_visits;
    }
  }
  return sums;
}

TEST(MechanismRounds, TargetingFollowsWhatWasFoundAndFindsMore) {
  const Targeted even = found_with(0.0), half = found_with(0.5), steered = found_with(1.0);
  EXPECT_NEAR(steered.visits, even.visits, 1e-4 * even.visits);
  EXPECT_GT(half.visits_there, 1.5 * even.visits_there);
  EXPECT_GT(steered.visits_there, half.visits_there);
  EXPECT_GT(half.found, even.found + four_errors_of_count(even.found));
  EXPECT_GT(steered.found, half.found);
}

TEST(Rounds, RememberWhatIsPutOnRecordForTheirTime) {
  SmallWorld world = world_with({}, 100);
  std::ranges::fill(world.state.rounds_record, 0.0f);
  world.state.today.put_on_record[Id<Grid>(3)] = 5;
  keep_record(world.today(), world.state);
  EXPECT_EQ(world.state.rounds_record[Id<Grid>(3)], 5.0f);
  EXPECT_EQ(world.state.rounds_record[Id<Grid>(4)], 0.0f);
  const double memory = world.parameters().service.targeting_memory;
  for (world.sleep(); world.state.day <= 30; world.sleep()) keep_record(world.today(), world.state);
  EXPECT_NEAR(world.state.rounds_record[Id<Grid>(3)], 5.0 * std::exp(-30.0 / memory), 1e-4);
}

TEST(Rounds, AtHotSpotsAreCountedByTheirVisits) {
  SmallWorld world = world_with({});
  world.state.day = tuesday;
  for (int grid : {2, 5, 8}) world.state.streets.hot[grid] = static_cast<float>(grid);
  mark_hot_spots(world.today(), world.state);
  walk_rounds(world.today(), world.state);
  EXPECT_NEAR(world.state.daily(Id<Town>(0), Daily::visits_at_hot_spots),
              world.state.rounds[Id<Grid>(5)].worker_visits + world.state.rounds[Id<Grid>(8)].worker_visits, 1e-4)
      << "two grids in twelve";
}

TEST(MechanismRegistration, RaisesWhatGridWorkersFindAndNothingElse) {
  Parameters::Service service{.find_latent = 0.2, .leader_finds = 0.5, .registration_effect = 0.5};
  const RoundsInGrid rounds{.worker_visits = 10.0f, .leader_visits = 1.0f};
  LeverValues levers;
  const Found before = chance_found(service, levers, 1e6, rounds);
  levers.registration.coverage = 0.9;
  const Found after = chance_found(service, levers, 1e6, rounds);
  EXPECT_NEAR(after.by_worker / before.by_worker, 1.2, 1e-5);
  EXPECT_NEAR(after.by_leader / before.by_leader, 1.0, 1e-5);
  service.registration_effect = 0.0;
  EXPECT_EQ(chance_found(service, levers, 1e6, rounds).by_worker, before.by_worker);
  service.registration_effect = 5.0, levers.registration.coverage = 0.0;
  EXPECT_EQ(registration_factor(service, levers), 0.0) << "nobody finds less than nothing";
}

TEST(MechanismRegistration, RaisesTheHazardsThatGridWorkersFind) {
  const auto rate_with = [](double coverage, double effect) {
    LeverValues levers;
    levers.registration.coverage = coverage;
    SmallWorld world = world_with(levers);
    world.setting.scenario.parameters.service.registration_effect = effect;
    return finding_rate(world.today(), world.state.hazards, Id<Grid>(0), HazardType::traffic, {.worker_visits = 10.0f});
  };
  EXPECT_NEAR(rate_with(0.9, 0.5) / rate_with(0.5, 0.5), 1.2, 1e-6);
  EXPECT_EQ(rate_with(0.9, 0.0), rate_with(0.5, 0.0));
}

// --- social workers

LeverValues with_social_workers(double posts) {
  LeverValues levers;
  levers.community.social_workers = posts;
  return levers;
}

TEST(MechanismSocialWork, GivesTiesToThoseWhoAreMet) {
  const auto met_by = [](double posts, double ties) {
    SmallWorld world = world_with(with_social_workers(posts));
    world.setting.scenario.parameters.service.social_ties = ties;
    world.state.day = tuesday;
    walk_rounds(world.today(), world.state);
    return world;
  };
  const SmallWorld world = met_by(20.0, 0.05);
  double met = 0.0, ties = 0.0;
  for (const auto& list : world.state.today.effects[EffectSource::rounds].lists)
    for (const Effect& effect : list) {
      met += 1.0, ties += effect.ties;
      EXPECT_TRUE(world.state.persons.nature[effect.person].is_adult());
    }
  const double visits = world.state.daily(Id<Town>(0), Daily::social_visits);
  EXPECT_GT(visits, 100.0);
  EXPECT_NEAR(met, visits, four_errors_of_count(visits));
  EXPECT_NEAR(ties, 0.05 * met, 1e-3);
  const SmallWorld nobody_comes = met_by(0.0, 0.05), no_ties = met_by(20.0, 0.0);
  for (const auto& list : nobody_comes.state.today.effects[EffectSource::rounds].lists) EXPECT_TRUE(list.empty());
  for (const auto& list : no_ties.state.today.effects[EffectSource::rounds].lists)
    for (const Effect& effect : list) EXPECT_EQ(effect.ties, 0.0f);
}

TEST(MechanismSocialWork, FindsLatentGrievancesOfItsOwn) {
  Parameters::Service service{.find_latent = 0.2, .leader_finds = 0.5, .social_finds = 0.4};
  const RoundsInGrid rounds{.worker_visits = 10.0f, .leader_visits = 1.0f, .social_visits = 5.0f};
  const Found found = chance_found(service, {}, 1e6, rounds);
  EXPECT_NEAR(found.by_social_worker, 2e-6, 1e-10);
  EXPECT_EQ(found.at(0.5 * found.by_worker), Referral::rounds);
  EXPECT_EQ(found.at(found.by_worker + 0.5 * found.by_leader), Referral::visit);
  EXPECT_EQ(found.at(found.by_worker + found.by_leader + 0.5 * found.by_social_worker), Referral::social_work);
  service.social_finds = 0.0;
  EXPECT_EQ(chance_found(service, {}, 1e6, rounds).by_social_worker, 0.0);
}

TEST(MechanismSocialWork, RestsUntilTheGrantOfTheYearIsThere) {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 12}}, 120,
                                  Date(std::chrono::year(2021), std::chrono::December, std::chrono::day(1)));
  scenario.levers = with_social_workers(2.0);
  scenario.parameters.service.grant_gap = 45.0;
  SmallWorld world(std::move(scenario));
  int without_pay = 0;
  for (; world.state.day < 120; world.sleep()) {
    walk_rounds(world.today(), world.state);
    const double unfunded = world.state.daily(Id<Town>(0), Daily::posts_unfunded);
    const bool in_gap = world.state.day >= 31 && world.state.day < 31 + 45;
    EXPECT_EQ(unfunded, in_gap ? 4.0 : 0.0) << world.state.day;
    without_pay += unfunded > 0.0;
    const bool works = world.setting.calendar.is_workday(world.state.day) && !in_gap;
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::social_visits) > 0.0, works) << world.state.day;
  }
  EXPECT_EQ(without_pay, 45);
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

TEST(Rounds, HalfThePeopleAreVisitedHalfAsOften) {
  const auto visits_at = [](double population_scale) {
    SmallWorld world = world_with({}, 30, population_scale);
    world.state.day = tuesday;
    walk_rounds(world.today(), world.state);
    return counted(world);
  };
  const Effort whole = visits_at(1.0), half = visits_at(0.5);
  EXPECT_NEAR(half.worker_visits, 0.5 * whole.worker_visits, 1e-4 * whole.worker_visits);
  EXPECT_NEAR(half.leader_visits, 0.5 * whole.leader_visits, 1e-4 * whole.leader_visits);
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
  EXPECT_EQ(chance_found({}, {}, 1000.0, {}).by_anybody(), 0.0);
}

TEST(Rounds, FindAGrievanceWithTheChanceOfAVisitTimesWhatAVisitSees) {
  const Parameters::Service service{.find_latent = 0.2, .leader_finds = 0.5};
  const Found found = chance_found(service, {}, 1000.0, {.worker_visits = 10.0f, .leader_visits = 1.0f});
  EXPECT_NEAR(found.by_worker, 10.0 / 1000.0 * 0.2, 1e-5);  // of second order: 0.0025 squared
  EXPECT_NEAR(found.by_leader, 1.0 / 1000.0 * 0.5, 1e-5);
  EXPECT_NEAR(found.by_anybody(), -std::expm1(-0.0025), 1e-9);
}

TEST(Rounds, FindAtMostEveryGrievance) {
  const Found found = chance_found({}, {}, 1.0, {.worker_visits = 500.0f, .leader_visits = 500.0f});
  EXPECT_LE(found.by_anybody(), 1.0);
  EXPECT_GT(found.by_anybody(), 0.999);
}

}  // namespace
}  // namespace linli
