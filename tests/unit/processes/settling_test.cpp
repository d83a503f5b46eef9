#include "processes/settling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};
constexpr Id<Respondent> firm{3};

/// A town in which 1,000 people are at odds with one firm.
SmallWorld at_odds(Scenario scenario) {
  for (OfDispute& of : scenario.parameters.dispute) of.claiming = 1.0 - 1e-12;
  scenario.levers.rounds.workers = scenario.levers.visits.leaders = 0.0;
  scenario.levers.assessment.pressure = 0.0;
  SmallWorld world(std::move(scenario));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.6f});
  for (Id<Person> person : all_rows<Person>(1000))
    world.state.today.onsets[world.state.persons.home[person]].push_back(
        {.complainant = person, .respondent = firm, .type = DisputeType::property, .luck = person.row});
  return world;
}

Scenario quiet(Day days) {
  Scenario scenario = scenario_of({{.residents = 1000}}, days);
  scenario.levers.referral.administration = scenario.levers.mediation.batch = 0.0;
  return scenario;
}

double total(const State& state, Daily indicator) {
  return state.daily.block(indicator, daily_indicators).sum();
}

TEST(Breach, IsLikelierWhereMediatorsHurryAndRareWhereTheCourtConfirmed) {
  const Parameters parameters;
  const double calm = breach_rate(parameters, Stage::community, 0.0, false);
  EXPECT_EQ(calm, parameters.ladder.breach_rate);
  EXPECT_NEAR(breach_rate(parameters, Stage::community, 0.5, false), calm * (1.0 + 0.5 * parameters.ladder.breach_rush),
              1e-12);
  EXPECT_NEAR(breach_rate(parameters, Stage::community, 0.0, true), calm * parameters.ladder.breach_confirmed, 1e-12);
}

TEST(Rush, ComesFromPressureAndForPartTimersFromTheSubsidy) {
  const Parameters parameters;
  LeverValues levers;
  levers.assessment.pressure = 0.4;
  levers.mediation.subsidy = 200.0;
  EXPECT_NEAR(rush_of(parameters, levers, true), 0.4, 1e-12);
  EXPECT_NEAR(rush_of(parameters, levers, false), 0.4 + 2.0 * parameters.ladder.subsidy_rush, 1e-12);
}

TEST(MechanismBreach, ReopensTheShareOfSettlementsThatItsRateSays) {
  for (double rate : {0.0, 0.5, 1.0}) {
    Scenario scenario = quiet(400);
    scenario.parameters.ladder.settle_time = 1e-6;
    scenario.parameters.ladder.breach_bilateral = rate;
    scenario.parameters.ladder.breach_horizon = 365.25;
    SmallWorld world = at_odds(scenario);
    double first = 0.0, breached = 0.0;
    for (; world.state.day + 1 < 400; world.sleep()) {
      advance_disputes(world.today(), world.state);
      if (world.state.day == 0) first = total(world.state, Daily::settled);
      for (const DisputeRecord& record : world.state.dockets[town].closed_today) breached += record.reopened;
    }
    EXPECT_GE(first, 1000.0);
    // A settlement that was broken is settled again and may be broken again: a Poisson stream that ends with the first
    // year in which nothing is broken.
    const double kept = std::exp(-rate);
    const double once = 1.0 - kept;
    EXPECT_GE(breached / 1000.0, once - four_errors_of_share(std::max(once, 0.1), 1000)) << rate;
    if (rate == 0.0) {
      EXPECT_EQ(breached, 0.0);
    }
    EXPECT_LE(breached / 1000.0, rate * 400.0 / 365.25 + 4.0 * std::sqrt(rate / 1000.0)) << rate;
  }
}

TEST(MechanismBatch, SettlesAllCasesOfARespondentWithTheFirst) {
  for (double share : {0.0, 1.0}) {
    Scenario scenario = quiet(30);
    scenario.parameters.ladder.agree_base = 40.0;
    scenario.parameters.ladder.settle_time = 1e6;
    scenario.levers.mediation.batch = share;
    SmallWorld world = at_odds(scenario);
    double in_batch = 0.0;
    for (; world.state.day + 1 < 30; world.sleep()) {
      advance_disputes(world.today(), world.state);
      in_batch += total(world.state, Daily::settled_in_batch);
    }
    if (share == 0.0) {
      EXPECT_EQ(in_batch, 0.0);
    }
    if (share == 1.0) {
      EXPECT_GT(in_batch, 700.0);
    }
  }
}

TEST(MechanismBatch, IsTakenByTheShareThatAcceptsAndPaidForByTheOrganisation) {
  double settled[2] = {};
  for (int accepting : {0, 1}) {
    Scenario scenario = quiet(30);
    scenario.parameters.ladder.agree_base = 40.0;
    scenario.parameters.ladder.settle_time = 1e6;
    scenario.parameters.ladder.batch_accepted = accepting;
    scenario.parameters.ladder.batch_payment = 300.0;
    scenario.levers.mediation.batch = 1.0;
    SmallWorld world = at_odds(scenario);
    double paid = 0.0;
    for (; world.state.day + 1 < 30; world.sleep()) {
      advance_disputes(world.today(), world.state);
      settled[accepting] += total(world.state, Daily::settled_in_batch);
      paid += total(world.state, Daily::respondent_payments);
    }
    EXPECT_NEAR(paid, 300.0 * settled[accepting], 1e-6) << "all are of severity 1";
  }
  EXPECT_EQ(settled[0], 0.0);
  EXPECT_GT(settled[1], 700.0);
}

TEST(Incidents, ThatEndInAConcessionSettleThePoolAndContainedOnesDoNot) {
  for (Response response : every<Response>()) {
    SmallWorld world = at_odds(quiet(10));
    advance_disputes(world.today(), world.state);
    world.sleep();
    const auto open = static_cast<double>(world.state.dockets[town].pools.at(firm).size());
    world.state.collective.resolutions = {{firm, response}};
    advance_disputes(world.today(), world.state);
    const auto pool = world.state.dockets[town].pools.find(firm);
    const double left = pool == world.state.dockets[town].pools.end() ? 0.0 : static_cast<double>(pool->second.size());
    if (response == Response::concede) {
      EXPECT_LT(left, 0.02 * open) << "but for those at a meeting";
    }
    if (response == Response::negotiate) {
      EXPECT_NEAR(left / open, 1.0 - world.parameters().collective.negotiated, 0.1);
    }
    if (response == Response::contain) {
      EXPECT_GT(left, 0.9 * open);
    }
  }
}

TEST(MechanismDecisions, RelieveTheWeakerSideLessUnlessLegalAidStandsByIt) {
  float relief[2] = {};
  for (int aided : {0, 1}) {
    Scenario scenario = quiet(40);
    scenario.parameters.ladder.settle_time = scenario.parameters.ladder.give_up_time = 1e6;
    scenario.parameters.ladder.seek_time = 1e-3;
    scenario.parameters.ladder.door_court = 30.0;
    scenario.parameters.ladder.court_time = 1.0;
    scenario.levers.court = {.capacity = 1e6, .diversion = 0.0, .confirmation = 0.0};
    scenario.levers.legal.aid = aided;
    scenario.levers.referral.legal_aid = 0.0;
    SmallWorld world = at_odds(scenario);
    for (; world.state.day + 1 < 40; world.sleep()) {
      advance_disputes(world.today(), world.state);
      for (const Effect& effect : world.state.today.effects[EffectSource::dispute][town])
        relief[aided] -= effect.strain;
    }
  }
  const Parameters parameters;
  const double gap = parameters.dispute[DisputeType::property].power_gap;
  EXPECT_GT(relief[0], 1.0f);
  EXPECT_NEAR(relief[1] / relief[0], (1.0 - gap * (1.0 - parameters.ladder.aid_equalises)) / (1.0 - gap), 0.03);
}

}  // namespace
}  // namespace linli
