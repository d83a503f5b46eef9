#include "processes/police.h"

#include <gtest/gtest.h>

#include <cmath>

#include "processes/investigation.h"
#include "processes/patrol.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

// --- reporting and recording

OffenceRecord theft_of(float yuan) {
  return {.type = OffenceType::theft, .loss = yuan};
}

TEST(Reporting, IsAtItsReferenceForAMedianLossAndHigherForAGraverOne) {
  Scenario scenario = scenario_of({{.residents = 500}}, 10);
  scenario.parameters.crime.theft_loss = 700.0;
  scenario.parameters.offence[OffenceType::theft].reporting = 0.22;
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

TEST(Recording, IsOfMinorMattersWhereNobodyIsHurtMuchAndLittleIsLost) {
  const Parameters::Police police{.criminal_loss = 3000.0};
  EXPECT_TRUE(is_minor(police, theft_of(8999.0f)));
  EXPECT_FALSE(is_minor(police, theft_of(9000.0f)));
  EXPECT_FALSE(is_minor(police, {.type = OffenceType::robbery}));
  EXPECT_FALSE(is_minor(police, {.type = OffenceType::assault, .harm = Harm::injury}));
}

// --- a day at the station

LeverValues without_pressure() {
  LeverValues levers;
  levers.assessment.pressure = 0.0;
  return levers;
}

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
  deploy_patrols(world.today(), world.state), answer_calls(world.today(), world.state);
  const double answered = world.state.daily(town, Daily::calls);
  int units = 0;
  for (const OfficerRow& officer : world.state.stations[town].officers)
    units += officer.on_duty && !officer.auxiliary && (officer.duty == Duty::patrol || officer.duty == Duty::response);
  EXPECT_EQ(answered, units) << "then all are busy";
  EXPECT_GE(world.state.daily(town, Daily::response_minutes), world.today().levers[town].emergency.dispatch * answered);
}

TEST(Calls, AreCountedAndKeptOnceEach) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.state.levers = Levers(1, without_pressure());
  for (std::uint64_t i = 0; i < 50; ++i) {
    Offence offence{.offender = Id<Person>(1), .victim = Id<Person>(2), .time = 0.5, .luck = i};
    offence.record.loss = 700.0f;
    offence.record.grid = Id<Grid>(0);
    world.state.today.calls[town].push_back(offence);
  }
  deploy_patrols(world.today(), world.state), answer_calls(world.today(), world.state);
  const Station& station = world.state.stations[town];
  EXPECT_EQ(station.closed_today.size() + open_cases(station).size(), 50u);
  EXPECT_EQ(world.state.daily(town, Daily::offences, OffenceType::theft), 50.0);
  const double recorded = world.state.daily(town, Daily::recorded_public_order, OffenceType::theft) +
                          world.state.daily(town, Daily::recorded_criminal, OffenceType::theft);
  EXPECT_EQ(recorded, world.state.daily(town, Daily::reported, OffenceType::theft));
  EXPECT_GT(recorded, 0.0);
  EXPECT_LT(recorded, 50.0);
}

TEST(Calls, CountVictimsAndOffendersByGroup) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.state.persons.nature[Id<Person>(1)] = Nature(AgeBand::youth, true, false, 0.3);
  world.state.persons.nature[Id<Person>(2)] = Nature(AgeBand::senior, false, true, 0.3);
  world.state.today.calls[town].push_back(assault_at(Id<Grid>(0), 0.5, 1));
  answer_calls(world.today(), world.state);
  const DailyTally& daily = world.state.daily;
  EXPECT_EQ(daily(town, Daily::offenders_by_group, PopulationGroup::hukou), 1.0);
  EXPECT_EQ(daily(town, Daily::offenders_by_group, group_of(AgeBand::youth)), 1.0);
  EXPECT_EQ(daily(town, Daily::victims_by_group, PopulationGroup::migrant), 1.0);
  EXPECT_EQ(daily(town, Daily::victims_by_group, PopulationGroup::women), 1.0);
  EXPECT_EQ(daily(town, Daily::victims_by_group, group_of(AgeBand::senior)), 1.0);
}

// --- mechanisms

/// So many offences of one kind on a day, every few minutes, with other people each.
struct Offences {
  OffenceType type = OffenceType::theft;
  Harm harm = Harm::none;
  float loss = 0.0f;
  int count = 2000;
};

Scenario station_town() {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, 10);
  scenario.levers = without_pressure();
  scenario.levers.reporting.rewards = 0.0;
  scenario.levers.police.officers = 100.0;  // always somebody is free
  scenario.levers.police.patrol = 1.0;
  return scenario;
}

/// A day on which these offences happen and are taken note of.
SmallWorld day_of(const Scenario& scenario, const Offences& offences) {
  SmallWorld world(scenario);
  for (int i = 0; i < offences.count; ++i) {
    const auto row = static_cast<std::uint64_t>(i);
    Offence offence{.offender = Id<Person>(row), .victim = Id<Person>(row + 10'000)};
    offence.time = (i + 0.5) / offences.count;
    offence.luck = row;
    offence.dispute = Id<Dispute>(row);
    offence.dispute_number = static_cast<std::uint32_t>(i) + 1;
    offence.record.type = offences.type;
    offence.record.harm = offences.harm;
    offence.record.loss = offences.loss;
    offence.record.grid = Id<Grid>(row % 20);
    world.state.today.calls[town].push_back(offence);
  }
  deploy_patrols(world.today(), world.state);
  world.state.today.effects[EffectSource::police].clear();
  answer_calls(world.today(), world.state);
  return world;
}

double strain_of_victims(const SmallWorld& world) {
  double strain = 0.0;
  for (const Effect& effect : world.state.today.effects[EffectSource::police][town]) strain += effect.strain;
  return strain;
}

double bad_contacts(const SmallWorld& world) {
  double contacts = 0.0;
  for (const Effect& effect : world.state.today.effects[EffectSource::police][town])
    contacts += effect.contact == Contact::bad;
  return contacts;
}

TEST(MechanismRewards, MoveTheLogOddsOfReporting) {
  const SmallWorld world(scenario_of({{.residents = 500}}, 10));
  const auto odds = [&](double yuan) {
    LeverValues levers;
    levers.reporting.rewards = yuan;
    return logit(reporting_probability(world.today(), levers, theft_of(700.0f), 0.0));
  };
  const double unit_effect = world.parameters().police.reward_odds;
  EXPECT_NEAR(odds(500.0) - odds(0.0), unit_effect, 1e-9);
  EXPECT_NEAR(odds(1500.0) - odds(0.0), 2.0 * unit_effect, 1e-9) << "less for more";
}

TEST(MechanismRewards, BringReportsTrueAndFalse) {
  const Offences thefts{.loss = 700.0f, .count = 8000};
  Scenario scenario = station_town();
  const SmallWorld without = day_of(scenario, thefts);
  scenario.levers.reporting.rewards = 500.0;
  const SmallWorld with = day_of(scenario, thefts);
  const double reports = with.state.daily(town, Daily::reported, OffenceType::theft);
  EXPECT_GT(reports, 1.1 * without.state.daily(town, Daily::reported, OffenceType::theft));
  EXPECT_EQ(without.state.daily(town, Daily::false_reports), 0.0);
  const double expected = with.parameters().police.false_reports * reports;
  EXPECT_NEAR(with.state.daily(town, Daily::false_reports), expected, four_errors_of_count(expected));
  EXPECT_EQ(with.state.daily(town, Daily::calls), with.state.daily(town, Daily::false_reports))
      << "thefts themselves need no unit";
}

TEST(MechanismVolunteers, MoveTheLogOddsOfReportingByDoublings) {
  const SmallWorld world(scenario_of({{.residents = 500}}, 10));
  const auto odds = [&](double times) {
    LeverValues levers;
    levers.guardianship.volunteers = times * reference_volunteers;
    return logit(reporting_probability(world.today(), levers, theft_of(700.0f), 0.0));
  };
  const double unit_effect = world.parameters().police.volunteer_odds;
  ASSERT_GT(unit_effect, 0.0);
  EXPECT_NEAR(odds(2.0) - odds(1.0), unit_effect, 1e-9);
  EXPECT_NEAR(odds(4.0) - odds(1.0), 2.0 * unit_effect, 1e-9);
  EXPECT_NEAR(odds(0.0) - odds(1.0), -4.0 * unit_effect, 1e-9) << "none is like a sixteenth";
}

TEST(MechanismVolunteers, BringFalseReportsWhereTheyAreMoreThanTheReference) {
  const auto false_reports = [](double times, double share) {
    Scenario scenario = station_town();
    scenario.parameters.police.volunteer_odds = 0.0;
    scenario.parameters.police.volunteer_false = share;
    scenario.levers.guardianship.volunteers = times * reference_volunteers;
    const SmallWorld world = day_of(scenario, {.loss = 700.0f, .count = 8000});
    return std::pair(world.state.daily(town, Daily::false_reports),
                     world.state.daily(town, Daily::reported, OffenceType::theft));
  };
  const auto [few, reports] = false_reports(4.0, 0.05);
  EXPECT_NEAR(few, 0.1 * reports, four_errors_of_count(0.1 * reports));
  EXPECT_EQ(false_reports(1.0, 0.05).first, 0.0);
  EXPECT_EQ(false_reports(0.0, 0.05).first, 0.0);
  EXPECT_EQ(false_reports(4.0, 0.0).first, 0.0);
}

TEST(MechanismPlatform, SavesItsShareOfTheTimeToDispatch) {
  const Parameters::Police police{.platform_effect = 0.5};
  LeverValues levers;
  levers.emergency.dispatch = 4.0;
  EXPECT_DOUBLE_EQ(minutes_to_dispatch(police, levers), 4.0) << "as in 2020";
  levers.emergency.platform = 0.9;
  EXPECT_DOUBLE_EQ(minutes_to_dispatch(police, levers), 4.0 * 0.7);
  EXPECT_DOUBLE_EQ(minutes_to_dispatch({.platform_effect = 0.0}, levers), 4.0);
  Scenario scenario = station_town();
  const Offences assaults{.type = OffenceType::assault, .harm = Harm::injury, .count = 200};
  const SmallWorld before = day_of(scenario, assaults);
  scenario.levers.emergency.platform = 0.9;
  const SmallWorld after = day_of(scenario, assaults);
  const double calls = before.state.daily(town, Daily::calls);
  ASSERT_EQ(after.state.daily(town, Daily::calls), calls);
  const double saved =
      before.state.daily(town, Daily::response_minutes) - after.state.daily(town, Daily::response_minutes);
  EXPECT_NEAR(saved / calls, 0.3 * scenario.levers.emergency.dispatch, 0.02);
}

TEST(Counts, OfReoffencesAreThoseOfPeopleInReentry) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.state.today.calls[town] = {assault_at(Id<Grid>(0), 0.5, 1), assault_at(Id<Grid>(0), 0.6, 2)};
  world.state.today.calls[town][1].offender = Id<Person>(3);
  world.state.persons.nature[Id<Person>(3)].release();
  answer_calls(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::reoffences), 1.0);
}

TEST(Counts, AtHotSpotsAreThoseOfTheGridsThatWereHotInTheMorning) {
  SmallWorld world(scenario_of({{.residents = 20'000, .communities = 2, .grids = 20}}, 10));
  for (int grid : {3, 5, 7}) world.state.streets.hot[grid] = static_cast<float>(grid);
  mark_hot_spots(world.today(), world.state);
  for (std::uint32_t grid : {3u, 5u, 7u, 7u, 9u})
    world.state.today.calls[town].push_back(assault_at(Id<Grid>(grid), 0.5, grid));
  answer_calls(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::offences_at_hot_spots), 3.0) << "two grids in twenty: 5 and 7";
}

TEST(MechanismDispatch, LeavesMoreOfThoseWhoWaitLongerInjured) {
  const auto injured = [](double minutes, double harm_per_minute) {
    Scenario scenario = station_town();
    scenario.parameters.offence[OffenceType::assault].reporting = 0.999;
    scenario.parameters.police.harm_per_minute = harm_per_minute;
    scenario.levers.emergency.dispatch = minutes;
    return day_of(scenario, {.type = OffenceType::assault, .harm = Harm::minor})
        .state.daily(town, Daily::victims_harmed, Harm::injury);
  };
  const double soon = injured(4.0, 0.01), late = injured(24.0, 0.01);
  EXPECT_NEAR(late - soon, 2000.0 * (std::exp(-0.04) - std::exp(-0.24)), four_errors_of_count(2000.0 * 0.2))
      << "travel adds the same to both";
  EXPECT_EQ(injured(24.0, 0.0), 0.0);
}

TEST(Waiting, KillsTheInjuredAtATenthOfTheRateAndTheUnhurtNever) {
  const Parameters::Police police{.harm_per_minute = 0.01};
  const double worse = 1.0 - std::exp(-0.01 * 30.0);
  EXPECT_EQ(harm_after(police, Harm::minor, 30.0, 0.99 * worse), Harm::injury);
  EXPECT_EQ(harm_after(police, Harm::minor, 30.0, 1.01 * worse), Harm::minor);
  EXPECT_EQ(harm_after(police, Harm::injury, 30.0, 0.099 * worse), Harm::death);
  EXPECT_EQ(harm_after(police, Harm::injury, 30.0, 0.101 * worse), Harm::injury);
  EXPECT_EQ(harm_after(police, Harm::none, 1e9, 0.0), Harm::none);
  EXPECT_EQ(harm_after(police, Harm::minor, -1.0, 0.99 * (1.0 - std::exp(-0.6))), Harm::injury) << "nobody comes";
}

TEST(MechanismFreezing, PaysBackItsShareOfRecordedLossesToFraudAndSparesTheVictims) {
  const auto day = [](double share) {
    Scenario scenario = station_town();
    scenario.levers.fraud.freezing = share;
    return day_of(scenario, {.type = OffenceType::fraud, .loss = 4000.0f});
  };
  const SmallWorld none = day(0.0), some = day(0.2), more = day(0.4);
  const double reported = none.state.daily(town, Daily::reported, OffenceType::fraud);
  EXPECT_EQ(none.state.daily(town, Daily::recovered), 0.0);
  EXPECT_NEAR(some.state.daily(town, Daily::recovered), 0.2 * 4000.0 * reported, 1e-3);
  EXPECT_NEAR(more.state.daily(town, Daily::recovered), 0.4 * 4000.0 * reported, 1e-3);
  EXPECT_EQ(some.state.daily(town, Daily::losses), 2000 * 4000.0);
  const double shock = none.parameters().crime.victim_strain;
  EXPECT_NEAR(strain_of_victims(none) - strain_of_victims(some), 0.2 * shock * reported, 1e-2);
}

TEST(MechanismPressure, LeavesReportsOfMinorMattersUnrecordedAndVictimsBadlyTreated) {
  const auto day = [](double pressure, double loss, double share) {
    Scenario scenario = station_town();
    scenario.parameters.assessment.under_recording = share;
    scenario.levers.police.procedure = 1.0;
    scenario.levers.assessment.pressure = pressure;
    return day_of(scenario, {.loss = static_cast<float>(loss), .count = 8000});
  };
  const auto reported = [](const SmallWorld& world) {
    return world.state.daily(town, Daily::reported, OffenceType::theft);
  };
  const auto recorded = [](const SmallWorld& world) {
    return world.state.daily(town, Daily::recorded_public_order, OffenceType::theft) +
           world.state.daily(town, Daily::recorded_criminal, OffenceType::theft);
  };
  const SmallWorld none = day(0.0, 700.0, 0.5), some = day(0.4, 700.0, 0.5);
  EXPECT_EQ(recorded(none), reported(none));
  EXPECT_EQ(reported(some), reported(none)) << "what victims do stays as it is";
  EXPECT_NEAR(recorded(some) / reported(some), 0.8, four_errors_of_share(0.8, reported(some)));
  EXPECT_EQ(bad_contacts(none), 0.0);
  EXPECT_EQ(bad_contacts(some), reported(some) - recorded(some));
  const SmallWorld grave = day(1.0, 20'000.0, 0.5), honest = day(1.0, 700.0, 0.0);
  EXPECT_EQ(recorded(grave), reported(grave)) << "much was lost";
  EXPECT_EQ(recorded(honest), reported(honest));
}

TEST(MechanismReferral, HandsViolenceThatAUnitAnsweredOverToMediators) {
  const auto day = [](double share, OffenceType type) {
    Scenario scenario = station_town();
    scenario.levers.referral.police = share;
    return day_of(scenario, {.type = type, .harm = Harm::minor});
  };
  const SmallWorld some = day(0.3, OffenceType::dispute_violence);
  const auto handed = static_cast<double>(some.state.stations[town].handed_over.size());
  const double answered = some.state.daily(town, Daily::calls);
  ASSERT_GT(answered, 300.0);
  EXPECT_NEAR(handed / answered, 0.3, four_errors_of_share(0.3, answered));
  EXPECT_EQ(some.state.stations[town].handed_over.front().number,
            some.state.stations[town].handed_over.front().dispute.row + 1);
  EXPECT_TRUE(day(0.0, OffenceType::dispute_violence).state.stations[town].handed_over.empty());
  EXPECT_TRUE(day(1.0, OffenceType::theft).state.stations[town].handed_over.empty()) << "no unit was sent";
}

}  // namespace
}  // namespace linli
