#include "processes/investigation.h"

#include <gtest/gtest.h>

#include <cmath>

#include "processes/patrol.h"
#include "processes/police.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

OffenceRecord theft_of(float yuan) {
  return {.type = OffenceType::theft, .loss = yuan};
}

void work_a_day(SmallWorld& world) {
  deploy_patrols(world.today(), world.state);
  answer_calls(world.today(), world.state);
  investigate(world.today(), world.state);
}

TEST(ClearingUp, BecomesLessLikelyWhileACaseWaitsAndLikelierWithCameras) {
  Scenario scenario = scenario_of({{.residents = 500}}, 10);
  scenario.parameters.offence[OffenceType::theft].solvability = 0.32;
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

// --- sanctions

constexpr Parameters::Police assumed{.criminal_loss = 3000.0, .detention_share = 0.5};

OffenceRecord recorded(OffenceType type, Recording recording, Harm harm = Harm::none, float loss = 0.0f) {
  return {.town = Id<Town>(0), .grid = Id<Grid>(0), .type = type, .harm = harm, .recorded = recording, .loss = loss};
}

TEST(Sanctions, OfGraveCasesAreCustodyWhateverTheLevers) {
  LeverValues levers;
  levers.youth.services = levers.reentry.correction = 1.0;
  const OffenceRecord injury = recorded(OffenceType::assault, Recording::criminal, Harm::injury);
  const OffenceRecord robbery = recorded(OffenceType::robbery, Recording::criminal);
  for (bool youth : {false, true}) {
    EXPECT_EQ(sanction_for(assumed, levers, injury, youth, 0.0, 0.0), Sanction::custody);
    EXPECT_EQ(sanction_for(assumed, levers, robbery, youth, 0.0, 0.0), Sanction::custody);
  }
}

TEST(MechanismCorrection, TakesItsShareOfMinorCriminalCasesFromCustody) {
  LeverValues levers;
  levers.reentry.correction = 0.3;
  const OffenceRecord minor = recorded(OffenceType::theft, Recording::criminal, Harm::none, 4000.0f);
  EXPECT_EQ(sanction_for(assumed, levers, minor, false, 0.0, 0.29), Sanction::correction);
  EXPECT_EQ(sanction_for(assumed, levers, minor, false, 0.0, 0.31), Sanction::custody);
  levers.reentry.correction = 0.0;
  EXPECT_EQ(sanction_for(assumed, levers, minor, false, 0.0, 0.01), Sanction::custody);
}

TEST(MechanismYouthServices, DivertTheirShareOfYouthsWithMinorCases) {
  LeverValues levers;
  levers.youth.services = 0.2;
  levers.reentry.correction = 0.0;
  for (Recording recording : {Recording::criminal, Recording::public_order}) {
    const OffenceRecord minor = recorded(OffenceType::theft, recording, Harm::none, 4000.0f);
    EXPECT_EQ(sanction_for(assumed, levers, minor, true, 0.19, 0.0), Sanction::diversion);
    EXPECT_NE(sanction_for(assumed, levers, minor, true, 0.21, 0.0), Sanction::diversion);
    EXPECT_NE(sanction_for(assumed, levers, minor, false, 0.0, 0.0), Sanction::diversion);
  }
}

TEST(Sanctions, OfPublicOrderCasesAreDetentionOrAFine) {
  const OffenceRecord brawl = recorded(OffenceType::disorder, Recording::public_order);
  EXPECT_EQ(sanction_for(assumed, {}, brawl, false, 0.5, 0.49), Sanction::detention);
  EXPECT_EQ(sanction_for(assumed, {}, brawl, false, 0.5, 0.51), std::nullopt);
}

// --- cases

Offence killing_at(Id<Grid> place, Time time, std::uint64_t luck) {
  Offence offence{.offender = Id<Person>(1), .victim = Id<Person>(2), .time = time, .luck = luck};
  offence.record.type = OffenceType::assault;
  offence.record.harm = Harm::death;
  offence.record.grid = place;
  return offence;
}

/// So many recorded thefts that wait for hours.
SmallWorld with_cases(const Scenario& scenario, int count, float hours) {
  SmallWorld world(scenario);
  for (int i = 0; i < count; ++i) {
    Case work{.hours_left = hours};
    work.offence.luck = static_cast<std::uint64_t>(i);
    work.offence.record = recorded(OffenceType::theft, Recording::public_order, Harm::none, 700.0f);
    world.state.stations[town].cases[2].push_back(work);
  }
  deploy_patrols(world.today(), world.state);
  return world;
}

TEST(MechanismRewards, BringLeadsThatClearCases) {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 10}}, 10);
  scenario.parameters.police.reward_leads = 0.25;
  scenario.parameters.offence[OffenceType::theft].solvability = 0.4;
  const auto day = [&](double yuan) {
    scenario.levers.reporting.rewards = yuan;
    SmallWorld world = with_cases(scenario, 4000, 0.0f);
    investigate(world.today(), world.state);
    return world;
  };
  const SmallWorld without = day(0.0), with = day(500.0);
  const auto cleared = [](const SmallWorld& world) {
    return world.state.daily(town, Daily::cleared, OffenceType::theft);
  };
  const double leads = with.state.daily(town, Daily::leads);
  EXPECT_EQ(without.state.daily(town, Daily::leads), 0.0);
  EXPECT_EQ(cleared(with), cleared(without) + leads) << "the same luck, and some cases more";
  EXPECT_NEAR(leads / 4000.0, 0.1, four_errors_of_share(0.1, 4000.0));
}

TEST(MechanismSuppression, TakesItsShareOfTheHoursFromCases) {
  const auto left = [](double share) {
    Scenario scenario = scenario_of({{.residents = 50'000, .grids = 10}}, 10);
    scenario.levers.predation.suppression = share;
    SmallWorld world = with_cases(scenario, 400, 1.0f);
    const double hours = investigation_hours(world.parameters().police, world.state.stations[town]);
    investigate(world.today(), world.state);
    return hours - (400.0 - static_cast<double>(open_cases(world.state.stations[town]).size())) / (1.0 - share);
  };
  EXPECT_NEAR(left(0.0), 0.0, 1e-9) << "an hour for each";
  EXPECT_NEAR(left(0.5), 0.0, 2.0) << "half as many, but for one begun";
}

TEST(Custody, TakesAnOffenderOnceAndEndsInReentry) {
  Scenario scenario = scenario_of({{.residents = 5000}}, 400);
  scenario.parameters.police.homicide_solvability = 1.0;
  for (OfOffence& of : scenario.parameters.offence) of.case_hours = 1e-3;
  scenario.parameters.offence[OffenceType::assault].custody = 10.0;
  scenario.parameters.crime.reentry_time = 20.0;
  SmallWorld world(scenario);
  for (std::uint64_t i = 0; i < 3; ++i) {
    Offence offence = killing_at(Id<Grid>(0), 0.5, i);
    offence.offender_luck = world.state.persons.luck(offence.offender);
    world.state.today.calls[town].push_back(offence);
  }
  work_a_day(world);
  Nature& offender = world.state.persons.nature[Id<Person>(1)];
  EXPECT_TRUE(offender.in_custody());
  EXPECT_EQ(world.state.stations[town].in_custody, 1);
  world.sleep();
  while (world.state.day < 399 && offender.in_custody()) work_a_day(world), world.sleep();
  EXPECT_FALSE(offender.in_custody());
  EXPECT_TRUE(offender.in_reentry());
  EXPECT_EQ(world.state.stations[town].in_custody, 0);
  offender.take_into_custody(), offender.release();
  for (int day = 0; day < 30; ++day) work_a_day(world), world.sleep();
  EXPECT_TRUE(offender.in_reentry()) << "the first return has ended, not the second";
}

TEST(Sanctions, AreCountedAndCorrectionLeavesPeopleWhereTheyAre) {
  Scenario scenario = scenario_of({{.residents = 5000}}, 10);
  scenario.parameters.offence[OffenceType::theft].solvability = 0.999;
  scenario.levers.reentry.correction = 1.0;
  scenario.levers.youth.services = 0.0;
  SmallWorld world(scenario);
  Case work;
  work.offence.record = recorded(OffenceType::theft, Recording::criminal, Harm::none, 4000.0f);
  work.offence.offender = Id<Person>(1);
  work.offence.offender_luck = world.state.persons.luck(Id<Person>(1));
  world.state.stations[town].cases[1].push_back(work);
  deploy_patrols(world.today(), world.state);
  investigate(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::sanctioned, Sanction::correction), 1.0);
  EXPECT_FALSE(world.state.persons.nature[Id<Person>(1)].in_custody());
}

}  // namespace
}  // namespace linli
