#include "processes/doors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

/// A town where every wrong is claimed and a third party is sought at once, and nothing else interferes.
Scenario seeking_help(Day days = 60) {
  Scenario scenario = scenario_of({{.residents = 1000}}, days);
  for (double& share : scenario.parameters.grievance.claiming) share = 1.0 - 1e-12;
  Parameters::Ladder& ladder = scenario.parameters.ladder;
  ladder.seek_time = 1e-3;
  ladder.door_distance = 0.0;
  ladder.breach_rate = ladder.breach_bilateral = 0.0;
  scenario.levers.mediation.full_time = 200.0;
  scenario.levers.mediation.weekend_hours = 1.0;
  scenario.levers.mediation.batch = 0.0;
  scenario.levers.court.capacity = scenario.levers.petition.capacity = 1e6;
  scenario.levers.arbitration.capacity = 1e6;
  scenario.levers.assessment.pressure = 0.0;
  scenario.levers.rounds.workers = scenario.levers.visits.leaders = 0.0;
  return scenario;
}

/// What is counted while 2,000 wrongs of one type are lived through.
struct Counts {
  PerKind<Stage, double> entered{}, turned_away{}, settled{}, recorded{};
  PerKind<Referral, double> referred{};
  double confirmed = 0.0, judged = 0.0, conferences = 0.0;
};

void add_day(const DailyTally& daily, Counts& counts) {
  for (Stage stage : every<Stage>()) {
    counts.entered[stage] += daily(town, Daily::entered, stage);
    counts.turned_away[stage] += daily(town, Daily::turned_away, stage);
    counts.settled[stage] += daily(town, Daily::settled, stage);
    counts.recorded[stage] += daily(town, Daily::settled_recorded, stage);
  }
  for (Referral way : every<Referral>()) counts.referred[way] += daily(town, Daily::referred, way);
  for (DisputeType type : every<DisputeType>()) counts.judged += daily(town, Daily::judged, type);
  counts.confirmed += daily(town, Daily::confirmed);
  counts.conferences += daily(town, Daily::conferences);
}

Counts live(Scenario scenario, DisputeType type, double severity = 1.0) {
  SmallWorld world(std::move(scenario));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.6f});
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const Id<Person> person(i % 1000);
    world.state.today.onsets[world.state.persons.home[person]].push_back({.complainant = person,
                                                                          .respondent = Id<Respondent>(0),
                                                                          .type = type,
                                                                          .severity = static_cast<float>(severity),
                                                                          .luck = i});
  }
  Counts counts;
  for (; world.state.day + 1 < world.setting.calendar.days(); world.sleep()) {
    advance_disputes(world.today(), world.state);
    add_day(world.state.daily, counts);
  }
  return counts;
}

Dispute dispute_of(DisputeType type) {
  return {.complainant = Id<Person>(0), .type = type};
}

TEST(Doors, OfLabourDisputesLeadToTheCourtThroughArbitration) {
  SmallWorld world(seeking_help());
  Dispute dispute = dispute_of(DisputeType::labour_other);
  EXPECT_EQ(door_weights(world.today(), world.state, town, dispute, false)[Stage::court], 0.0);
  EXPECT_GT(door_weights(world.today(), world.state, town, dispute, false)[Stage::arbitration], 0.0);
  dispute.doors = 1u << static_cast<int>(Stage::arbitration);
  EXPECT_GT(door_weights(world.today(), world.state, town, dispute, false)[Stage::court], 0.0);
  EXPECT_EQ(
      door_weights(world.today(), world.state, town, dispute_of(DisputeType::neighbour), false)[Stage::arbitration],
      0.0);
}

TEST(Doors, AreTriedOnceAndGivingUpComesAfterAFailure) {
  SmallWorld world(seeking_help());
  Dispute dispute = dispute_of(DisputeType::neighbour);
  EXPECT_EQ(door_weights(world.today(), world.state, town, dispute, false)[Stage::closed], 0.0);
  EXPECT_GT(door_weights(world.today(), world.state, town, dispute, true)[Stage::closed], 0.0);
  dispute.doors = 1u << static_cast<int>(Stage::community);
  EXPECT_EQ(door_weights(world.today(), world.state, town, dispute, true)[Stage::community], 0.0);
}

TEST(Doors, WithoutStaffAreClosed) {
  Scenario scenario = seeking_help();
  scenario.levers.mediation.sector = scenario.levers.police.desk = 0.0;
  const Counts counts = live(scenario, DisputeType::consumer);
  EXPECT_EQ(counts.entered[Stage::sector], 0.0);
  EXPECT_EQ(counts.entered[Stage::police_desk], 0.0);
  EXPECT_GT(counts.entered[Stage::community], 100.0);
}

TEST(Doors, OfThePoliceDrawIntenseDisputes) {
  SmallWorld world(seeking_help());
  Dispute dispute = dispute_of(DisputeType::neighbour);
  const double calm = door_weights(world.today(), world.state, town, dispute, false)[Stage::police_desk];
  dispute.intensity = 6;
  EXPECT_NEAR(door_weights(world.today(), world.state, town, dispute, false)[Stage::police_desk] / calm,
              std::exp(4.0 * world.parameters().ladder.door_intensity), 1e-9);
}

// --- mechanisms: without the lever nothing, with twice the lever about twice as much

/// Counts at a lever's value of 0, `half` and twice that.
std::array<Counts, 3> at_three_levels(const std::function<void(LeverValues&, double)>& set, double half,
                                      DisputeType type, double severity) {
  std::array<Counts, 3> counts;
  for (int level = 0; level < 3; ++level) {
    Scenario scenario = seeking_help();
    set(scenario.levers, half * level);
    counts[static_cast<std::size_t>(level)] = live(scenario, type, severity);
  }
  return counts;
}

void expect_none_then_twice(double none, double once, double twice, double tolerance) {
  EXPECT_EQ(none, 0.0);
  EXPECT_GT(once, 20.0);
  EXPECT_NEAR(twice / once, 2.0, tolerance);
}

TEST(MechanismDiversion, SendsTheShareOfSuitsToMediationBeforeFiling) {
  const auto counts = at_three_levels([](LeverValues& levers, double value) { levers.court.diversion = value; }, 0.3,
                                      DisputeType::compensation, 8.0);
  expect_none_then_twice(counts[0].referred[Referral::court], counts[1].referred[Referral::court],
                         counts[2].referred[Referral::court], 0.3);
  EXPECT_LT(counts[2].entered[Stage::court], counts[0].entered[Stage::court]);
}

TEST(MechanismConfirmation, MakesTheShareOfSettlementsEnforceable) {
  const auto counts = at_three_levels([](LeverValues& levers, double value) { levers.court.confirmation = value; }, 0.2,
                                      DisputeType::consumer, 1.0);
  expect_none_then_twice(counts[0].confirmed, counts[1].confirmed, counts[2].confirmed, 0.2);
}

TEST(MechanismPetitionReferral, HandsTheShareOfPetitionsToMediators) {
  const auto counts = at_three_levels([](LeverValues& levers, double value) { levers.referral.petition = value; }, 0.3,
                                      DisputeType::property, 2.0);
  expect_none_then_twice(counts[0].referred[Referral::petition], counts[1].referred[Referral::petition],
                         counts[2].referred[Referral::petition], 0.4);
}

TEST(MechanismLegalAid, HandsTheShareOfAidedCasesToMediators) {
  const auto counts = at_three_levels(
      [](LeverValues& levers, double value) {
        levers.legal.aid = value;
        levers.referral.legal_aid = 1.0;
      },
      0.3, DisputeType::property, 6.0);
  expect_none_then_twice(counts[0].referred[Referral::legal_aid], counts[1].referred[Referral::legal_aid],
                         counts[2].referred[Referral::legal_aid], 0.4);
}

TEST(MechanismLegalAid, TakesPartOfThePowerGapAway) {
  const Parameters parameters;
  Dispute dispute = dispute_of(DisputeType::labour_other);
  const double gap = power_gap_of(parameters, dispute);
  dispute.aided = true;
  EXPECT_NEAR(power_gap_of(parameters, dispute), gap * (1.0 - parameters.ladder.aid_equalises), 1e-12);
}

TEST(MechanismAgencies, HandOverTheShareOfDisputesWithOrganisations) {
  std::array<double, 3> handed{};
  for (int level = 0; level < 3; ++level) {
    Scenario scenario = seeking_help(92);
    scenario.parameters.ladder.seek_time = scenario.parameters.ladder.settle_time = 1e6;
    scenario.parameters.ladder.give_up_time = 1e6;
    scenario.levers.referral.administration = 0.25 * level;
    handed[static_cast<std::size_t>(level)] = live(scenario, DisputeType::rental).referred[Referral::administration];
  }
  EXPECT_EQ(handed[0], 0.0);
  EXPECT_NEAR(handed[1] / 2000.0, 0.25, four_errors_of_share(0.25, 2000));
  EXPECT_NEAR(handed[2] / 2000.0, 0.5, four_errors_of_share(0.5, 2000));
}

TEST(MechanismPressure, TurnsSuitsAndPetitionsAwayAndClosesCasesOnPaper) {
  std::array<Counts, 3> counts;
  for (int level = 0; level < 3; ++level) {
    Scenario scenario = seeking_help();
    scenario.levers.assessment.pressure = 0.4 * level;
    scenario.parameters.ladder.agree_base = 0.0;
    counts[static_cast<std::size_t>(level)] = live(scenario, DisputeType::property, 3.0);
  }
  expect_none_then_twice(counts[0].turned_away[Stage::court], counts[1].turned_away[Stage::court],
                         counts[2].turned_away[Stage::court], 0.5);
  auto on_paper = [](const Counts& of) {
    double extra = 0.0;
    for (Stage stage : every<Stage>())
      if (stage != Stage::bilateral) extra += of.recorded[stage] - of.settled[stage];
    return extra;
  };
  EXPECT_EQ(on_paper(counts[0]), 0.0) << "without pressure what is recorded is what is so";
  EXPECT_GT(on_paper(counts[1]), 50.0);
  EXPECT_GT(on_paper(counts[2]), 1.4 * on_paper(counts[1]));
}

TEST(MechanismConferences, AreHeldOnDisputesFromStageFiveOnAndCalmThem) {
  std::array<Counts, 2> counts;
  for (int level = 0; level < 2; ++level) {
    Scenario scenario = seeking_help();
    scenario.parameters.ladder.seek_time = scenario.parameters.ladder.settle_time = 1e6;
    scenario.parameters.ladder.escalation_time = 2.0;
    scenario.levers.mediation.conferences = 0.5 * level;
    counts[static_cast<std::size_t>(level)] = live(scenario, DisputeType::neighbour);
  }
  EXPECT_EQ(counts[0].conferences, 0.0);
  EXPECT_GT(counts[1].conferences, 500.0);
}

TEST(MechanismCourt, DecidesNoMoreThanItsCapacity) {
  Scenario scenario = seeking_help(300);
  scenario.parameters.ladder.door_court = 20.0;
  scenario.levers.court.diversion = 0.0;
  scenario.levers.court.capacity = 1000.0;  // a hundred a year for a town of a thousand
  scenario.parameters.ladder.court_time = 1.0;
  const double judged = live(scenario, DisputeType::neighbour).judged;
  EXPECT_NEAR(judged, 100.0 * 299.0 / days_per_year, 2.0);
}

}  // namespace
}  // namespace linli
