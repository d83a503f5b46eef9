#include "processes/doors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "processes/mediation.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

/// A town where every wrong is claimed and a third party is sought at once, and nothing else interferes.
Scenario seeking_help(Day days = 60) {
  Scenario scenario = scenario_of({{.residents = 1000}}, days);
  for (OfDispute& of : scenario.parameters.dispute) of.claiming = 1.0 - 1e-12;
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
  double confirmed = 0.0, judged = 0.0, conferences = 0.0, false_flags = 0.0, resentful = 0.0;
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
  counts.false_flags += daily(town, Daily::false_flags);
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
    for (const Effect& effect : world.state.today.effects[EffectSource::dispute][town])
      counts.resentful += effect.contact == Contact::bad;
  }
  return counts;
}

Dispute dispute_of(DisputeType type) {
  return {.complainant = Id<Person>(0), .type = type};
}

TEST(Doors, OfLabourDisputesLeadToTheCourtThroughArbitration) {
  SmallWorld world(seeking_help());
  Dispute dispute = dispute_of(DisputeType::labour_other);
  EXPECT_EQ(door_weights(world.today(), world.state, dispute, false)[Stage::court], 0.0);
  EXPECT_GT(door_weights(world.today(), world.state, dispute, false)[Stage::arbitration], 0.0);
  dispute.doors = 1u << static_cast<int>(Stage::arbitration);
  EXPECT_GT(door_weights(world.today(), world.state, dispute, false)[Stage::court], 0.0);
  EXPECT_EQ(door_weights(world.today(), world.state, dispute_of(DisputeType::neighbour), false)[Stage::arbitration],
            0.0);
}

TEST(Doors, AreTriedOnceAndGivingUpComesAfterAFailure) {
  SmallWorld world(seeking_help());
  Dispute dispute = dispute_of(DisputeType::neighbour);
  EXPECT_EQ(door_weights(world.today(), world.state, dispute, false)[Stage::closed], 0.0);
  EXPECT_GT(door_weights(world.today(), world.state, dispute, true)[Stage::closed], 0.0);
  dispute.doors = 1u << static_cast<int>(Stage::community);
  EXPECT_EQ(door_weights(world.today(), world.state, dispute, true)[Stage::community], 0.0);
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
  const double calm = door_weights(world.today(), world.state, dispute, false)[Stage::police_desk];
  dispute.intensity = 6;
  EXPECT_NEAR(door_weights(world.today(), world.state, dispute, false)[Stage::police_desk] / calm,
              std::exp(4.0 * world.parameters().ladder.door_intensity), 1e-9);
}

/// How many times likelier a door becomes when a lever goes from one value to another.
double odds_ratio(SmallWorld& world, const Dispute& dispute, Stage door, const char* lever, double from, double to) {
  world.state.levers.set(0, town, lever_index(lever), from);
  const double before = door_weights(world.today(), world.state, dispute, false)[door];
  world.state.levers.set(0, town, lever_index(lever), to);
  return door_weights(world.today(), world.state, dispute, false)[door] / before;
}

TEST(MechanismVillageFirst, SendsSmallMattersToTheVillage) {
  SmallWorld world(seeking_help());
  double& pull = world.setting.scenario.parameters.ladder.village_first;
  pull = 1.5;
  auto ratio = [&](const Dispute& dispute, Stage door) {
    return odds_ratio(world, dispute, door, "mediation.ladder", 0.0, 0.8);
  };
  Dispute small = dispute_of(DisputeType::neighbour), grave = small, heated = small;
  grave.severity = 2.0f, heated.intensity = 4;
  EXPECT_NEAR(ratio(small, Stage::community), std::exp(0.8 * 1.5), 1e-9);
  EXPECT_EQ(ratio(small, Stage::town_centre), 1.0);
  EXPECT_EQ(ratio(grave, Stage::community), 1.0);
  EXPECT_EQ(ratio(heated, Stage::community), 1.0);
  pull = 0.0;
  EXPECT_EQ(ratio(small, Stage::community), 1.0);
}

TEST(MechanismGroups, DrawLabourAndFamilyDisputesToTheSector) {
  SmallWorld world(seeking_help());
  double& pull = world.setting.scenario.parameters.ladder.groups_door;
  pull = 1.0;
  auto ratio = [&](DisputeType type, double groups) {
    return odds_ratio(world, dispute_of(type), Stage::sector, "mediation.groups", 0.0, groups);
  };
  EXPECT_NEAR(ratio(DisputeType::labour_other, 0.6), std::exp(0.6), 1e-9);
  EXPECT_NEAR(ratio(DisputeType::family, 3.0), std::exp(1.0), 1e-9) << "no more than one post per 10,000 counts";
  EXPECT_EQ(ratio(DisputeType::property, 0.6), 1.0);
  pull = 0.0;
  EXPECT_EQ(ratio(DisputeType::labour_other, 0.6), 1.0);
}

TEST(MechanismRepresentation, OpensTheVillagesDoorToMigrantsAsToHukouResidents) {
  SmallWorld world(seeking_help());
  world.setting.scenario.parameters.ladder.representation_door = 0.5;
  const Dispute dispute = dispute_of(DisputeType::neighbour);
  auto weight = [&](bool migrant, double represented) {
    world.make_all_alike(Nature(AgeBand::adult, true, migrant, 0.3), {.trust = 0.6f});
    world.state.levers.set(0, town, lever_index("integration.representation"), represented);
    return door_weights(world.today(), world.state, dispute, false)[Stage::community];
  };
  EXPECT_NEAR(weight(true, 0.2) / weight(false, 0.2), std::exp(-0.5 * 0.8), 1e-9);
  EXPECT_EQ(weight(true, 1.0), weight(false, 1.0)) << "status by itself causes nothing";
  EXPECT_EQ(weight(false, 0.0), weight(false, 1.0));
  world.setting.scenario.parameters.ladder.representation_door = 0.0;
  EXPECT_EQ(weight(true, 0.0), weight(true, 1.0));
}

TEST(MechanismFacilities, ShortenTheWayToTheVillagesOffice) {
  SmallWorld world(seeking_help());
  Parameters& parameters = world.setting.scenario.parameters;
  parameters.ladder.door_distance = 0.1;
  parameters.grievance.facility_effect = 0.5;
  Dispute dispute = dispute_of(DisputeType::neighbour);
  dispute.intensity = 5;
  world.land->graph.minutes_to_office[world.state.persons.home[Id<Person>(0)]] = 20.0f;
  auto ratio = [&](Stage door) { return odds_ratio(world, dispute, door, "community.facilities", 0.0, 1.0); };
  EXPECT_NEAR(ratio(Stage::community), std::exp(0.1 * 0.5 * 20.0), 1e-6);
  EXPECT_EQ(ratio(Stage::town_centre), 1.0);
  parameters.grievance.facility_effect = 0.0;
  EXPECT_EQ(ratio(Stage::community), 1.0);
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

TEST(MechanismAgencies, HandOverThoseWhoAccept) {
  for (double accepted : {0.0, 0.5}) {
    Scenario scenario = seeking_help(92);
    scenario.parameters.ladder.seek_time = scenario.parameters.ladder.settle_time = 1e6;
    scenario.parameters.ladder.give_up_time = 1e6;
    scenario.parameters.ladder.referral_accepted = accepted;
    scenario.levers.referral.administration = 0.5;
    const double handed = live(scenario, DisputeType::rental).referred[Referral::administration];
    const double expected = 1.0 - std::pow(0.5, accepted);
    EXPECT_NEAR(handed / 2000.0, expected, four_errors_of_share(expected, 2000));
  }
}

TEST(MechanismReferral, ReachesMediatorsAsFarAsPartiesAccept) {
  Counts counts[3];
  for (int level = 0; level < 3; ++level) {
    Scenario scenario = seeking_help();
    scenario.parameters.ladder.referral_accepted = 0.5 * level;
    scenario.levers.court.diversion = scenario.levers.referral.petition = scenario.levers.referral.legal_aid = 0.6;
    scenario.levers.legal.aid = 0.5;
    scenario.levers.referral.administration = 0.0;
    counts[level] = live(scenario, DisputeType::property, 4.0);
  }
  for (Referral way : {Referral::court, Referral::petition, Referral::legal_aid}) {
    EXPECT_EQ(counts[0].referred[way], 0.0);
    EXPECT_NEAR(counts[2].referred[way] / counts[1].referred[way], 2.0, 0.5) << referrals[way].key;
  }
  EXPECT_GT(counts[0].entered[Stage::court], counts[2].entered[Stage::court])
      << "suits that are not diverted are filed";
}

/// The share of disputes that go to the mediators whom the police name.
double handed_over_by_police(double accepted) {
  Scenario scenario = seeking_help(10);
  scenario.parameters.ladder.seek_time = scenario.parameters.ladder.settle_time = 1e6;
  scenario.parameters.ladder.give_up_time = 1e6;
  scenario.parameters.ladder.referral_accepted = accepted;
  scenario.levers.referral.administration = 0.0;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.6f});
  for (std::uint64_t i = 0; i < 1000; ++i)
    world.state.today.onsets[world.state.persons.home[Id<Person>(i)]].push_back(
        {.complainant = Id<Person>(i), .respondent = Id<Respondent>(0), .type = DisputeType::property, .luck = i});
  advance_disputes(world.today(), world.state);
  world.sleep();
  for (Id<Dispute> id : all_rows<Dispute>(world.state.dockets[town].disputes.size()))
    world.state.stations[town].handed_over.push_back({id, world.state.dockets[town].disputes[id].number});
  advance_disputes(world.today(), world.state);
  return world.state.daily(town, Daily::referred, Referral::police) / 1000.0;
}

TEST(MechanismReferral, OfThePoliceIsFollowedByThoseWhoAccept) {
  EXPECT_EQ(handed_over_by_police(0.0), 0.0);
  EXPECT_NEAR(handed_over_by_police(0.4), 0.4, four_errors_of_share(0.4, 1000));
  EXPECT_GT(handed_over_by_police(1.0), 0.99);
}

/// The share of petitions that are closed on paper without being settled.
double closed_on_paper(double reply_days, double hasty_reply) {
  Scenario scenario = seeking_help(90);
  scenario.parameters.ladder.door_petition = 30.0;
  scenario.parameters.ladder.petition_settles = 0.0;
  scenario.parameters.ladder.hasty_reply = hasty_reply;
  scenario.parameters.ladder.reply_standard = 30.0;
  scenario.levers.petition.reply_days = reply_days;
  scenario.levers.petition.leaders = scenario.levers.referral.petition = scenario.levers.referral.administration = 0.0;
  const Counts counts = live(scenario, DisputeType::property);
  EXPECT_GT(counts.entered[Stage::petition], 1500.0);
  return counts.recorded[Stage::petition] / counts.entered[Stage::petition];
}

TEST(MechanismHastyReplies, ClosePetitionsOnPaperTheMoreTheSoonerTheyCome) {
  for (double reply_days : {0.0, 10.0, 20.0}) {
    const double expected = 0.6 * (1.0 - reply_days / 30.0);
    EXPECT_NEAR(closed_on_paper(reply_days, 0.6), expected, four_errors_of_share(expected, 1500)) << reply_days;
  }
  EXPECT_EQ(closed_on_paper(30.0, 0.6), 0.0);
  EXPECT_EQ(closed_on_paper(10.0, 0.0), 0.0);
}

/// A town where everybody goes to one of the mediators' doors at once; and what has been counted there so far.
struct OneDoor {
  OneDoor(Scenario scenario, DisputeType type) : world(std::move(scenario)) {
    world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.6f});
    for (std::uint64_t i = 0; i < 1000; ++i)
      world.state.today.onsets[world.state.persons.home[Id<Person>(i)]].push_back(
          {.complainant = Id<Person>(i), .respondent = Id<Respondent>(0), .type = type, .luck = i});
  }

  /// Lives a day; what was counted at a stage.
  double live_day(Daily indicator, Stage stage) {
    advance_disputes(world.today(), world.state);
    const double counted = world.state.daily(town, indicator, stage);
    world.sleep();
    return counted;
  }
  const Docket& docket() const { return world.state.dockets[town]; }

  SmallWorld world;
};

Scenario sector_only(double delay) {
  Scenario scenario = seeking_help(60);
  scenario.parameters.ladder.door_sector = 30.0;
  scenario.parameters.ladder.sector_delay = delay;
  for (OfDispute& of : scenario.parameters.dispute) of.meeting_hours = 1.0;
  scenario.levers.mediation.sector = 2000.0;
  scenario.levers.referral.administration = 0.0;
  return scenario;
}

TEST(MechanismAppointments, KeepCasesWaitingForTheSectorsSpecialists) {
  OneDoor with(sector_only(7.0), DisputeType::property), without(sector_only(0.0), DisputeType::property);
  EXPECT_GT(without.live_day(Daily::meetings, Stage::sector), 35.0) << "nobody waits where somebody is free";
  for (Day day = 0; day < 7; ++day) EXPECT_EQ(with.live_day(Daily::meetings, Stage::sector), 0.0) << day;
  EXPECT_GT(with.docket().waiting_at[Stage::sector], 850) << "but for some who gave up or went elsewhere";
  EXPECT_LT(with.docket().waiting_at[Stage::sector], 1000);
  EXPECT_GT(with.live_day(Daily::meetings, Stage::sector), 35.0);
}

TEST(Waiting, IsCountedRightThroughAppointmentsQueuesAndBenches) {
  Scenario scenario = sector_only(7.0);
  scenario.parameters.ladder.door_sector = scenario.parameters.ladder.door_town = 1.5;
  scenario.levers.mediation.studios = 20.0;
  OneDoor of(scenario, DisputeType::property);
  for (int day = 0; day < 50; ++day) {
    of.live_day(Daily::meetings, Stage::sector);
    PerKind<Stage, std::int32_t> waiting{};
    for (const Dispute& dispute : of.docket().disputes)
      if (dispute.is_claimed()) waiting[dispute.stage] += dispute.waiting || dispute.pending;
    EXPECT_EQ(waiting, of.docket().waiting_at) << day;
  }
}

struct AtCentre {
  double settled = 0.0, meetings = 0.0, resentful = 0.0, most_waiting = 0.0;
};

AtCentre at_centre(double studios, double asked) {
  Scenario scenario = seeking_help(120);
  Parameters::Ladder& ladder = scenario.parameters.ladder;
  ladder.door_town = 30.0, ladder.studio_asked = asked, ladder.studio_skill = 3.0;
  ladder.agree_base = 0.0;
  scenario.levers.mediation.studios = studios;
  scenario.levers.referral.administration = 0.0;
  OneDoor of(scenario, DisputeType::consumer);
  AtCentre counted;
  while (of.world.state.day + 1 < 120) {
    advance_disputes(of.world.today(), of.world.state);
    counted.settled += of.world.state.daily(town, Daily::settled, Stage::town_centre);
    counted.meetings += of.world.state.daily(town, Daily::meetings, Stage::town_centre);
    counted.most_waiting = std::max(counted.most_waiting, static_cast<double>(waiting_for_studio(of.docket())));
    of.world.sleep();
  }
  return counted;
}

TEST(MechanismStudios, AreAskedForWaitedForAndSettleMore) {
  const AtCentre none = at_centre(0.0, 0.5), some = at_centre(10.0, 0.5);
  EXPECT_EQ(none.most_waiting, 0.0);
  EXPECT_GT(some.most_waiting, 300.0) << "one mediator, and half of a thousand";
  EXPECT_GT(some.settled / some.meetings, none.settled / none.meetings + 0.03);
}

TEST(MechanismStudios, DoNothingWhereNobodyAsks) {
  const AtCentre none = at_centre(0.0, 0.0), some = at_centre(10.0, 0.0);
  EXPECT_EQ(some.most_waiting, 0.0);
  EXPECT_EQ(some.settled, none.settled);
  EXPECT_EQ(some.meetings, none.meetings);
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

TEST(MechanismFalseFlags, CostConferencesThatCalmNobodyAndAreResented) {
  Counts counts[2];
  for (int level = 0; level < 2; ++level) {
    Scenario scenario = seeking_help();
    scenario.parameters.ladder.seek_time = scenario.parameters.ladder.settle_time = 1e6;
    scenario.parameters.ladder.escalation_time = 4.0;
    scenario.parameters.ladder.false_flags = 0.2 * level;
    scenario.levers.mediation.conferences = 0.8;
    scenario.levers.referral.administration = 0.0;
    counts[level] = live(scenario, DisputeType::property);
    EXPECT_EQ(counts[level].resentful, counts[level].false_flags) << "nobody else has met anybody";
  }
  EXPECT_EQ(counts[0].false_flags, 0.0);
  EXPECT_GT(counts[0].conferences, 500.0);
  EXPECT_GT(counts[1].false_flags, 100.0);
  EXPECT_GT(counts[1].conferences, counts[1].false_flags);
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
