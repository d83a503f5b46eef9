#include "processes/police.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

// --- patrol

TEST(Presence, OfTwelveMinuteVisitsIsWorthMoreThanThatOfDriveThroughs) {
  const Parameters::Crime crime{.deterrence_half_life = 60.0, .deterrence_dose = 12.0};
  EXPECT_GT(presence(crime, 60.0, 12.0), presence(crime, 60.0, 3.0));
  EXPECT_GT(presence(crime, 60.0, 12.0), presence(crime, 60.0, 60.0)) << "nor is it worth it to stay for an hour";
  // Five visits of 12 minutes, each followed by an hour over log 2 of deterrence.
  EXPECT_NEAR(presence(crime, 60.0, 12.0), 5.0 * (12.0 + 60.0 / std::log(2.0)) / 1440.0, 1e-12);
}

TEST(Guardianship, GrowsWithPatrolAndCameras) {
  const Parameters::Crime crime;
  LeverValues levers;
  EXPECT_NEAR(guardianship(crime, levers, 0.0), crime.guardian_cameras, 1e-12) << "the reference density of cameras";
  EXPECT_GT(guardianship(crime, levers, 420.0), guardianship(crime, levers, 60.0));
  const double before = guardianship(crime, levers, 60.0);
  levers.guardianship.cameras *= 2.0;
  EXPECT_GT(guardianship(crime, levers, 60.0), before);
}

Scenario with_patrol(double hotspot_share, double population_share) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, 200);
  scenario.levers.police.officers = 14.0;
  scenario.levers.patrol.hotspot_grids = 0.1;
  scenario.levers.patrol.hotspot_share = hotspot_share;
  scenario.levers.patrol.population_share = population_share;
  return scenario;
}

/// Minutes of patrol by grid over 100 days.
Eigen::ArrayXd patrol_minutes(const Scenario& scenario, const std::vector<int>& hot = {}) {
  SmallWorld world(scenario);
  Eigen::ArrayXd minutes = Eigen::ArrayXd::Zero(20);
  for (; world.state.day < 100; world.sleep()) {
    for (int grid : hot) world.state.streets.hot[grid] = 10.0f + static_cast<float>(grid);
    police_day(world.today(), world.state);
    minutes += world.state.streets.patrol_minutes.cast<double>();
  }
  return minutes;
}

TEST(Patrol, OfHotSpotsGoesWhereMostCrimeWasRecorded) {
  const Eigen::ArrayXd minutes = patrol_minutes(with_patrol(1.0, 0.0), {3, 7, 11});
  EXPECT_NEAR(minutes[7] + minutes[11], minutes.sum(), 1e-6) << "two grids in twenty are hot spots";
  EXPECT_NEAR(minutes[7] / minutes.sum(), 0.5, 0.1);
}

TEST(Patrol, OfHotSpotsIsSpreadWhileNothingIsRecorded) {
  EXPECT_GT(patrol_minutes(with_patrol(1.0, 0.0)).minCoeff(), 0.0);
}

TEST(Patrol, ByResidentsFollowsThemAndAtRandomDoesNot) {
  const SmallWorld world(with_patrol(0.0, 1.0));
  Eigen::ArrayXd residents(20);
  for (Id<Grid> grid : all_rows<Grid>(20))
    residents[grid.row] = static_cast<double>(world.setting.graph.residents[grid]);
  const auto likeness = [&](const Eigen::ArrayXd& minutes) {
    const Eigen::ArrayXd a = minutes - minutes.mean(), b = residents - residents.mean();
    return (a * b).sum() / std::sqrt(a.square().sum() * b.square().sum());
  };
  EXPECT_GT(likeness(patrol_minutes(with_patrol(0.0, 1.0))), 0.8);
  EXPECT_LT(likeness(patrol_minutes(with_patrol(0.0, 0.0))), 0.6);
}

TEST(Patrol, MakesAShiftOfMinutesForEveryOfficerOnDuty) {
  SmallWorld world(with_patrol(0.0, 0.5));
  police_day(world.today(), world.state);
  EXPECT_NEAR(world.state.streets.patrol_minutes.sum(),
              world.state.daily(town, Daily::officers_on_patrol) * world.parameters().police.hours_per_shift * 60.0,
              1e-3);
  EXPECT_EQ(world.state.stations[town].officers.size(), 28u) << "14 posts for 10,000 residents";
}

// --- reporting, recording, clearing

OffenceRecord theft_of(float yuan) {
  return {.type = OffenceType::theft, .loss = yuan};
}

TEST(Reporting, IsAtItsReferenceForAMedianLossAndHigherForAGraverOne) {
  Scenario scenario = scenario_of({{.residents = 500}}, 10);
  scenario.parameters.crime.theft_loss = 700.0;
  scenario.parameters.police.reporting[OffenceType::theft] = 0.22;
  const SmallWorld world(scenario);
  const auto reported = [&](float yuan, double trust) {
    return reporting_probability(world.today(), world.state.levers[town], theft_of(yuan), trust);
  };
  EXPECT_NEAR(reported(700.0f, 0.0), 0.22, 1e-9);
  EXPECT_GT(reported(7000.0f, 0.0), reported(700.0f, 0.0));
  EXPECT_GT(reported(700.0f, 0.2), reported(700.0f, 0.0));
  OffenceRecord killing{.type = OffenceType::assault, .harm = Harm::death};
  EXPECT_EQ(reporting_probability(world.today(), world.state.levers[town], killing, -0.6), 1.0);
}

TEST(Recording, MakesCriminalCasesOfGraveMattersOnly) {
  const Parameters::Police police{.criminal_loss = 3000.0};
  EXPECT_EQ(classify(police, theft_of(2999.0f)), Recording::public_order);
  EXPECT_EQ(classify(police, theft_of(3000.0f)), Recording::criminal);
  EXPECT_EQ(classify(police, {.type = OffenceType::robbery}), Recording::criminal);
  EXPECT_EQ(classify(police, {.type = OffenceType::assault, .harm = Harm::minor}), Recording::public_order);
  EXPECT_EQ(classify(police, {.type = OffenceType::assault, .harm = Harm::injury}), Recording::criminal);
}

TEST(ClearingUp, BecomesLessLikelyWhileACaseWaitsAndLikelierWithCameras) {
  Scenario scenario = scenario_of({{.residents = 500}}, 10);
  scenario.parameters.police.solvability[OffenceType::theft] = 0.32;
  scenario.parameters.police.case_memory = 45.0;
  scenario.parameters.police.camera_effect = 0.25;
  const SmallWorld world(scenario);
  LeverValues levers;
  const Case work{.offence = {.record = theft_of(700.0f)}};
  const double fresh = clearing_probability(world.today(), levers, work, 0.0);
  EXPECT_NEAR(fresh, 0.32, 1e-9);
  EXPECT_NEAR(clearing_probability(world.today(), levers, work, 45.0), 0.32 * std::exp(-1.0), 1e-9);
  levers.guardianship.cameras *= 16.0;
  EXPECT_NEAR(clearing_probability(world.today(), levers, work, 0.0), 0.64, 1e-9);
}

// --- a day at the station

Offence assault_at(Id<Grid> place, Time time, std::uint64_t luck) {
  Offence offence{.offender = Id<Person>(1), .victim = Id<Person>(2), .time = time, .luck = luck};
  offence.record.type = OffenceType::assault;
  offence.record.harm = Harm::death;
  offence.record.grid = place;
  return offence;
}

TEST(Calls, OfManyAtOnceAreAnsweredByOtherUnitsEachTime) {
  SmallWorld world(scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, 10));
  for (std::uint64_t i = 0; i < 60; ++i) world.state.today.calls[town].push_back(assault_at(Id<Grid>(5), 0.5, i));
  police_day(world.today(), world.state);
  const double answered = world.state.daily(town, Daily::calls);
  int units = 0;
  for (const OfficerRow& officer : world.state.stations[town].officers)
    units += officer.on_duty && (officer.duty == Duty::patrol || officer.duty == Duty::response);
  EXPECT_EQ(answered, units) << "then all are busy";
  EXPECT_GE(world.state.daily(town, Daily::response_minutes),
            world.parameters().police.response_speed_delay * answered);
}

TEST(Calls, AreCountedAndKeptOnceEach) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  for (std::uint64_t i = 0; i < 50; ++i) {
    Offence offence{.offender = Id<Person>(1), .victim = Id<Person>(2), .time = 0.5, .luck = i};
    offence.record.loss = 700.0f;
    offence.record.grid = Id<Grid>(0);
    world.state.today.calls[town].push_back(offence);
  }
  police_day(world.today(), world.state);
  const Station& station = world.state.stations[town];
  EXPECT_EQ(station.closed_today.size() + open_cases(station).size(), 50u);
  EXPECT_EQ(world.state.daily(town, Daily::offences, OffenceType::theft), 50.0);
  const double recorded = world.state.daily(town, Daily::recorded_public_order, OffenceType::theft) +
                          world.state.daily(town, Daily::recorded_criminal, OffenceType::theft);
  EXPECT_EQ(recorded, world.state.daily(town, Daily::reported, OffenceType::theft));
  EXPECT_GT(recorded, 0.0);
  EXPECT_LT(recorded, 50.0);
}

TEST(Custody, TakesAnOffenderOnceAndEndsInReentry) {
  Scenario scenario = scenario_of({{.residents = 5000}}, 400);
  scenario.parameters.police.homicide_solvability = 1.0;
  scenario.parameters.police.case_hours = {};
  for (double& hours : scenario.parameters.police.case_hours) hours = 1e-3;
  scenario.parameters.police.custody[OffenceType::assault] = 10.0;
  SmallWorld world(scenario);
  for (std::uint64_t i = 0; i < 3; ++i) {
    Offence offence = assault_at(Id<Grid>(0), 0.5, i);
    offence.offender_luck = world.state.persons.luck(offence.offender);
    world.state.today.calls[town].push_back(offence);
  }
  police_day(world.today(), world.state);
  const Nature& offender = world.state.persons.nature[Id<Person>(1)];
  EXPECT_TRUE(offender.in_custody());
  EXPECT_EQ(world.state.stations[town].in_custody, 1);
  world.sleep();
  while (world.state.day < 399 && offender.in_custody()) police_day(world.today(), world.state), world.sleep();
  EXPECT_FALSE(offender.in_custody());
  EXPECT_TRUE(offender.in_reentry());
  EXPECT_EQ(world.state.stations[town].in_custody, 0);
}

}  // namespace
}  // namespace linli
