#include "processes/dispute.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

/// Assumptions of these tests, whatever the defaults.
Parameters assumed() {
  Parameters parameters;
  OfDispute& neighbour = parameters.dispute[DisputeType::neighbour];
  neighbour.power_gap = 0.0, neighbour.claiming = 0.35, neighbour.escalation = 0.5, neighbour.violence = 0.6;
  parameters.dispute[DisputeType::labour_arrears].power_gap = 0.6;
  Parameters::Grievance& grievance = parameters.grievance;
  grievance.claim_distance = 0.0, grievance.claim_trust = 1.0;
  grievance.naming_strain = 0.1;
  Parameters::Ladder& ladder = parameters.ladder;
  ladder.escalation_time = 30.0, ladder.escalation_strain = 0.3;
  ladder.cooling_time = 45.0;
  ladder.settle_time = 28.0, ladder.settle_intensity = 0.25, ladder.settle_power = 0.5;
  ladder.seek_time = 55.0, ladder.wait_give_up_time = 150.0, ladder.wait_change_time = 90.0;
  ladder.violence_intensity = 0.7, ladder.violence_impulsivity = 2.0, ladder.violence_guardianship = 0.3;
  ladder.relief_settled = 0.8, ladder.ties_settled = 0.01;
  return parameters;
}

Scenario quiet_town() {
  Scenario scenario = scenario_of({{.residents = 1000}}, 10);
  scenario.parameters = assumed();
  scenario.parameters.ladder.breach_bilateral = scenario.parameters.ladder.breach_rate = 0.0;
  return scenario;
}

double rate(const Rates& rates, Cause cause) {
  return rates[static_cast<std::size_t>(cause)];
}

Rates rates_at(int intensity, bool waiting = false, const Parties& parties = {},
               DisputeType type = DisputeType::neighbour) {
  Dispute dispute{.type = type, .intensity = static_cast<std::uint8_t>(intensity), .waiting = waiting};
  return rates_of(assumed(), {}, dispute, parties);
}

TEST(Escalation, IsFasterBetweenStrainedAndImpulsiveParties) {
  const double calm = rate(rates_at(1), Cause::escalate);
  EXPECT_NEAR(calm, 0.5 / 30.0, 1e-12);
  EXPECT_NEAR(rate(rates_at(1, false, {.strain = 2.0}), Cause::escalate), calm * 1.6, 1e-12);
  EXPECT_NEAR(rate(rates_at(1, false, {.impulsivity = 0.7}), Cause::escalate), calm * 1.7, 1e-12);
  EXPECT_EQ(rate(rates_at(9), Cause::escalate), 0.0) << "nine is the last stage";
}

TEST(Escalation, CoolsOnlyBelowStageFour) {
  EXPECT_EQ(rate(rates_at(1), Cause::cool), 0.0);
  EXPECT_NEAR(rate(rates_at(3), Cause::cool), 1.0 / 45.0, 1e-12);
  EXPECT_EQ(rate(rates_at(4), Cause::cool), 0.0);
}

TEST(Violence, ComesFromStageFourOnAndIsRarerWhereAMediatorHasTheCase) {
  EXPECT_EQ(rate(rates_at(3), Cause::violence), 0.0);
  const double four = rate(rates_at(4), Cause::violence);
  EXPECT_NEAR(four, 0.6 / days_per_year, 1e-12);
  EXPECT_NEAR(rate(rates_at(6), Cause::violence), four * std::exp(1.4), 1e-12);
  EXPECT_NEAR(rate(rates_at(4, false, {.most_impulsive = 0.5}), Cause::violence), 2.0 * four, 1e-12);
  EXPECT_NEAR(rate(rates_at(4, true), Cause::violence), 0.7 * four, 1e-12);
}

TEST(MechanismFalseFlags, ArriveAtStagesThreeAndFourInProportionToConferences) {
  Parameters parameters = assumed();
  auto flagged = [&](int intensity, double conferences) {
    LeverValues levers;
    levers.mediation.conferences = conferences;
    const Dispute dispute{.intensity = static_cast<std::uint8_t>(intensity)};
    return rate(rates_of(parameters, levers, dispute, {}), Cause::conference);
  };
  parameters.ladder.false_flags = 0.05, parameters.ladder.conference_time = 7.0;
  for (int intensity : {3, 4}) EXPECT_NEAR(flagged(intensity, 0.8), -std::log(1.0 - 0.04) / 7.0, 1e-12);
  EXPECT_EQ(flagged(2, 0.8), 0.0);
  EXPECT_EQ(flagged(4, 0.0), 0.0);
  EXPECT_NEAR(flagged(5, 0.8), -std::log(1.0 - 0.8) / 7.0, 1e-12);
  parameters.ladder.false_flags = 0.0;
  EXPECT_EQ(flagged(4, 0.8), 0.0);
}

TEST(MechanismFacilities, ShortenTheWayToHelpAgainstTheReference) {
  Parameters parameters;
  parameters.grievance.facility_effect = 0.5;
  LeverValues levers;
  for (double facilities : {0.0, 0.7, 1.0}) {
    levers.community.facilities = facilities;
    EXPECT_NEAR(way_to_help(parameters, levers), 1.0 - 0.5 * (facilities - 0.7), 1e-12);
    parameters.grievance.facility_effect = 0.0;
    EXPECT_EQ(way_to_help(parameters, levers), 1.0);
    parameters.grievance.facility_effect = 0.5;
  }
}

TEST(MechanismFacilities, BringMoreClaimsFromThoseWhoLiveFarOff) {
  double chance[2][2];
  for (int effect : {0, 1})
    for (int facilities : {0, 1}) {
      Scenario scenario = quiet_town();
      scenario.parameters.grievance.claim_distance = 0.1;
      scenario.parameters.grievance.facility_effect = effect;
      scenario.levers.community.facilities = facilities;
      SmallWorld world(scenario);
      for (float& minutes : world.land->minutes_to_help) minutes = 20.0f;
      chance[effect][facilities] = claim_probability(world.today(), world.state, {.complainant = Id<Person>(1)});
    }
  EXPECT_EQ(chance[0][0], chance[0][1]);
  EXPECT_NEAR(logit(chance[1][1]) - logit(chance[1][0]), 0.1 * 20.0, 1e-6) << "from 1.7 to 0.7 of the way";
}

TEST(Settling, BetweenThePartiesIsHarderTheMoreIntenseAndTheMoreUnequal) {
  const double equals = rate(rates_at(1), Cause::settle);
  EXPECT_NEAR(equals, 1.0 / 28.0, 1e-12);
  EXPECT_NEAR(rate(rates_at(5), Cause::settle), equals * std::exp(-1.0), 1e-12);
  EXPECT_NEAR(rate(rates_at(1, false, {}, DisputeType::labour_arrears), Cause::settle), 0.7 * equals, 1e-12);
}

TEST(Waiting, PartiesNeitherSettleNorSeekHelpButMayLeaveTheQueue) {
  const Rates rates = rates_at(1, true);
  EXPECT_EQ(rate(rates, Cause::settle), 0.0);
  EXPECT_EQ(rate(rates, Cause::seek_help), 0.0);
  EXPECT_NEAR(rate(rates, Cause::give_up), 1.0 / 150.0, 1e-12);
  EXPECT_NEAR(rate(rates, Cause::change_door), 1.0 / 90.0, 1e-12);
}

TEST(Help, IsSoughtSoonerInGraverMatters) {
  Dispute grave{.severity = 4.0f};
  EXPECT_NEAR(rate(rates_of(assumed(), {}, grave, {}), Cause::seek_help), 2.0 / 55.0, 1e-9);
}

// --- the docket

Onset wrong(std::uint64_t person, std::uint64_t luck, Id<Person> opponent = {}) {
  return {.complainant = Id<Person>(person), .opponent = opponent, .time = 0.5, .luck = luck};
}

SmallWorld with_wrongs(const std::vector<Onset>& onsets, Day days, Scenario scenario) {
  scenario.end = Date(std::chrono::sys_days(scenario.start) + std::chrono::days(days - 1));
  SmallWorld world(std::move(scenario));
  for (const Onset& onset : onsets)
    world.state.today.onsets[world.state.persons.home[onset.complainant]].push_back(onset);
  return world;
}

Scenario everybody_claims() {
  Scenario scenario = quiet_town();
  for (OfDispute& of : scenario.parameters.dispute) of.claiming = 1.0 - 1e-12;
  return scenario;
}

std::vector<Onset> many_wrongs(int count) {
  std::vector<Onset> onsets;
  for (int i = 0; i < count; ++i)
    onsets.push_back(wrong(static_cast<std::uint64_t>(i) % 1000, static_cast<std::uint64_t>(i)));
  return onsets;
}

TEST(Claims, AreMadeWithTheProbabilityOfTheTypeByThoseOfAverageTrust) {
  SmallWorld world = with_wrongs(many_wrongs(20'000), 10, quiet_town());
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {});
  advance_disputes(world.today(), world.state);
  const double claims = world.state.daily(town, Daily::claims, DisputeType::neighbour);
  EXPECT_NEAR(claims / 20'000, 0.35, four_errors_of_share(0.35, 20'000));
  EXPECT_EQ(world.state.daily(town, Daily::grievances, DisputeType::neighbour), 20'000);
}

TEST(Claims, AreRarerAmongTheDistrustful) {
  double claims[2] = {};
  for (int trusting : {0, 1}) {
    SmallWorld world = with_wrongs(many_wrongs(2000), 10, quiet_town());
    world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = trusting ? 0.9f : 0.1f});
    advance_disputes(world.today(), world.state);
    claims[trusting] = world.state.daily(town, Daily::claims, DisputeType::neighbour);
  }
  EXPECT_GT(claims[1], 1.2 * claims[0]);
}

TEST(Disputes, CloseWhenAPartyMovesAway) {
  SmallWorld world = with_wrongs({wrong(1, 1, Id<Person>(2))}, 800, everybody_claims());
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {});
  advance_disputes(world.today(), world.state);
  world.state.persons.nature[Id<Person>(2)].vacate();
  double moved_away = 0.0;
  for (; world.state.day < 799; world.sleep()) {
    if (world.state.day > 0) advance_disputes(world.today(), world.state);
    moved_away += world.state.daily(town, Daily::moved_away);
  }
  EXPECT_EQ(moved_away, 1.0);
  EXPECT_EQ(world.state.dockets[town].free_rows.size(), 1u);
}

TEST(Disputes, ThatSettleBringReliefAndTies) {
  Scenario scenario = everybody_claims();
  scenario.parameters.ladder.settle_time = 1e-6;
  SmallWorld world = with_wrongs({wrong(1, 1, Id<Person>(2))}, 10, scenario);
  advance_disputes(world.today(), world.state);
  const std::vector<Effect>& effects = world.state.today.effects[EffectSource::dispute][town];
  ASSERT_EQ(effects.size(), 2u);
  EXPECT_EQ(effects[0].person, Id<Person>(1));
  EXPECT_FLOAT_EQ(effects[0].strain, -0.8f * 0.1f);
  EXPECT_FLOAT_EQ(effects[1].ties, 0.01f);
  EXPECT_EQ(effects[0].contact, Contact::none) << "no institution had a hand in it";
}

TEST(Disputes, ThatTurnViolentAreFoughtOutBetweenTheirParties) {
  Scenario scenario = everybody_claims();
  scenario.parameters.ladder.escalation_time = 1e-4;
  for (OfDispute& of : scenario.parameters.dispute) of.violence = 3650.0;
  SmallWorld world = with_wrongs({wrong(1, 1, Id<Person>(2))}, 10, scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {});
  advance_disputes(world.today(), world.state);
  const std::vector<Offence>& offences = world.state.today.dispute_offences[town];
  ASSERT_FALSE(offences.empty());
  for (const Offence& offence : offences) {
    EXPECT_EQ(offence.record.type, OffenceType::dispute_violence);
    EXPECT_NE(offence.record.harm, Harm::none);
    EXPECT_EQ(offence.offender.row + offence.victim.row, 3u);
  }
}

TEST(Disputes, StillOpenAtTheEndAreListedWithoutAClosingDay) {
  SmallWorld world = with_wrongs(many_wrongs(50), 10, everybody_claims());
  advance_disputes(world.today(), world.state);
  const std::vector<DisputeRecord> open = open_disputes(world.setting.graph, world.state, town);
  EXPECT_EQ(open.size() + world.state.dockets[town].closed_today.size(), 50u);
  for (const DisputeRecord& record : open) {
    EXPECT_EQ(record.outcome, Outcome::open);
    EXPECT_TRUE(std::isnan(record.closed));
  }
}

}  // namespace
}  // namespace linli
