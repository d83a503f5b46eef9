// A2: with mediators who take no time, the ladder is an absorbing Markov chain. Its states are written out here from
// model.md and solved with Eigen; 200,000 disputes through the production code must end in the same shares.

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <array>
#include <cmath>

#include "processes/dispute.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr DisputeType type = DisputeType::labour_other;
constexpr float severity = 2.0f;
constexpr double impulsivity = 0.4;
constexpr double strain = 0.5;
constexpr int disputes = 200'000;
constexpr Day days = 2500;

Scenario ample_mediators() {
  Scenario scenario = scenario_of({{.residents = 1000}}, days);
  Parameters::Ladder& ladder = scenario.parameters.ladder;
  ladder.agree_age = 0.0;
  ladder.door_distance = 0.0;
  ladder.skill_deviation = 0.0;
  ladder.meeting_hours[type] = 1e-9;
  ladder.agree_base = 0.6;  // so that failures are common, and make a difference
  ladder.agree_intensity = 1.5;
  ladder.failed_escalation = 0.8;
  ladder.door_court = -1.0;
  ladder.escalation_time = 15.0;
  scenario.parameters.grievance.claim_distance = 0.0;
  scenario.parameters.grievance.claiming[type] = 1.0 - 1e-12;
  scenario.parameters.attitudes.strain_memory = 1e5;  // the strain of the parties stays
  scenario.levers.mediation.full_time = 100.0;
  scenario.levers.mediation.part_time = 0.0;
  scenario.levers.mediation.weekend_hours = 1.0;
  return scenario;
}

// --- the chain

enum End { settled_alone, settled_in_community, settled_in_town, judged, given_up, ends };
/// Where an open dispute can be: between the parties, or at a door with or without the other one behind it.
enum Place { alone, community_first, town_first, community_after_town, town_after_community, places };
constexpr int levels = 9;
constexpr int states = places * levels;

int state_at(int place, int g) {
  return place * levels + g - 1;
}
int level(int g) {
  return std::min(g, levels);
}

struct Chain {
  Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(states, states);
  Eigen::MatrixXd endings = Eigen::MatrixXd::Zero(states, ends);
  Eigen::VectorXd days_in_state = Eigen::VectorXd::Zero(states);
};

struct Door {
  double weight;
  int place;  // or -1 - End
};

/// From a state, with probability `share`, by multinomial logit to one of the doors.
void to_doors(Chain& chain, int from, double share, const std::vector<Door>& doors, int g) {
  double total = 0.0;
  for (const Door& door : doors) total += door.weight;
  for (const Door& door : doors)
    (door.place >= 0 ? chain.moves(from, state_at(door.place, g)) : chain.endings(from, -1 - door.place)) +=
        share * door.weight / total;
}

void add_bilateral(const Parameters& p, Chain& chain, const Door& community, const Door& town, const Door& court) {
  const Parameters::Ladder& l = p.ladder;
  const double gap = p.grievance.power_gap[type];
  for (int g = 1; g <= levels; ++g) {
    const int here = state_at(alone, g);
    const double up =
        g < 9 ? l.escalation[type] * (1.0 + l.escalation_strain * strain) * (1.0 + impulsivity) / l.escalation_time
              : 0.0;
    const double down = g > 1 && g < 4 ? 1.0 / l.cooling_time : 0.0;
    const double violence = g >= 4 ? l.violence[type] / days_per_year * std::exp(l.violence_intensity * (g - 4)) *
                                         (1.0 + l.violence_impulsivity * impulsivity)
                                   : 0.0;
    const double settle = std::exp(-l.settle_intensity * (g - 1)) * (1.0 - l.settle_power * gap) / l.settle_time;
    const double give_up = (1.0 + gap) / l.give_up_time;
    const double seek = std::sqrt(static_cast<double>(severity)) / l.seek_time;
    const double total = up + down + violence + settle + give_up + seek;
    chain.days_in_state[here] = 1.0 / total;
    chain.moves(here, state_at(alone, level(g + 1))) += (up + violence) / total;
    if (g > 1) chain.moves(here, state_at(alone, g - 1)) += down / total;
    chain.endings(here, settled_alone) += settle / total;
    chain.endings(here, given_up) += give_up / total;
    to_doors(chain, here, seek / total, {community, town, court}, g);
  }
}

void add_meetings(const Parameters& p, Chain& chain, int place, End end, const std::vector<Door>& after, double skill) {
  const Parameters::Ladder& l = p.ladder;
  for (int g = 1; g <= levels; ++g) {
    const int here = state_at(place, g);
    const double odds = l.agree_base + l.agree_skill * skill - l.agree_intensity * std::max(0, g - 2) -
                        l.agree_power * p.grievance.power_gap[type];
    const double agree = 1.0 / (1.0 + std::exp(-odds));
    chain.endings(here, end) += agree;
    to_doors(chain, here, (1.0 - agree) * l.failed_escalation, after, level(g + 1));
    to_doors(chain, here, (1.0 - agree) * (1.0 - l.failed_escalation), after, g);
  }
}

Chain chain_of(const Scenario& scenario) {
  const Parameters::Ladder& l = scenario.parameters.ladder;
  const double weight = l.door_severity * std::log(severity);
  const Door community{std::exp(l.door_community), community_first};
  const Door town{std::exp(l.door_town + weight), town_first};
  const Door court{std::exp(l.door_court + 2.0 * weight), -1 - judged};
  const Door nothing_more{std::exp(l.door_give_up), -1 - given_up};
  const double skill = l.full_time_skill + l.training_gain * scenario.levers.mediation.training;
  Chain chain;
  add_bilateral(scenario.parameters, chain, community, town, court);
  const auto meet = [&](Place place, End end, const std::vector<Door>& after) {
    add_meetings(scenario.parameters, chain, place, end, after, skill);
  };
  meet(community_first, settled_in_community, {{town.weight, town_after_community}, court, nothing_more});
  meet(town_first, settled_in_town, {{community.weight, community_after_town}, court, nothing_more});
  meet(community_after_town, settled_in_community, {court, nothing_more});
  meet(town_after_community, settled_in_town, {court, nothing_more});
  return chain;
}

/// What a dispute that starts between the parties at stage 1 comes to.
struct Solution {
  Eigen::VectorXd shares;
  double days_alone;
};

Solution solve(const Chain& chain) {
  const Eigen::MatrixXd all = Eigen::MatrixXd::Identity(states, states) - chain.moves;
  const Eigen::VectorXd visits = all.transpose().lu().solve(Eigen::VectorXd::Unit(states, state_at(alone, 1)));
  return {chain.endings.transpose() * visits, visits.dot(chain.days_in_state)};
}

// --- the simulation

void open_disputes_on_first_day(SmallWorld& world) {
  for (int i = 0; i < disputes; ++i) {
    const Id<Person> person(static_cast<std::uint64_t>(i) % world.state.persons.size());
    world.state.today.onsets[world.state.persons.home[person]].push_back({.complainant = person,
                                                                          .type = type,
                                                                          .severity = severity,
                                                                          .time = 0.0,
                                                                          .luck = static_cast<std::uint64_t>(i)});
  }
}

End end_of(const DisputeRecord& record) {
  if (record.outcome == Outcome::judged) return judged;
  if (record.outcome == Outcome::lumped) return given_up;
  return record.last_stage == Stage::bilateral   ? settled_alone
         : record.last_stage == Stage::community ? settled_in_community
                                                 : settled_in_town;
}

class Ladder : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    SmallWorld world(ample_mediators());
    const Nature nature(AgeBand::adult, true, false, impulsivity);
    world.make_all_alike(nature, {.strain = strain, .trust = 0.6f, .ties = 0.5f});
    open_disputes_on_first_day(world);
    while (world.state.day < days) {
      advance_disputes(world.today(), world.state);
      for (const DisputeRecord& record : world.state.dockets[Id<Town>(0)].closed_today) note(record);
      waited += world.state.dockets[Id<Town>(0)].waiting_at[Stage::community];
      world.sleep();
    }
    expected = solve(chain_of(world.setting.scenario));
    court_time = world.parameters().ladder.court_time;
  }
  static void note(const DisputeRecord& record) {
    ++ended[end_of(record)];
    ++closed;
    (record.outcome == Outcome::judged ? days_to_judgment : days_elsewhere).add(record.closed - record.opened);
  }

  static std::array<double, ends> ended;
  static double closed, waited, court_time;
  static Sample days_to_judgment, days_elsewhere;
  static Solution expected;
};
std::array<double, ends> Ladder::ended{};
double Ladder::closed = 0.0, Ladder::waited = 0.0, Ladder::court_time = 0.0;
Sample Ladder::days_to_judgment, Ladder::days_elsewhere;
Solution Ladder::expected;

TEST_F(Ladder, LeadsEveryDisputeToAnEnd) {
  EXPECT_EQ(closed, disputes);
  EXPECT_EQ(waited, 0.0) << "mediators are ample";
  EXPECT_NEAR(expected.shares.sum(), 1.0, 1e-12);
}

TEST_F(Ladder, EndsDisputesInTheSharesOfItsMarkovChain) {
  for (End end : {settled_alone, settled_in_community, settled_in_town, judged, given_up}) {
    ASSERT_GT(expected.shares[end], 0.005) << end;
    EXPECT_NEAR(ended[end] / disputes, expected.shares[end], four_errors_of_share(expected.shares[end], disputes))
        << end;
  }
}

TEST_F(Ladder, KeepsDisputesBetweenThePartiesForTheMeanTimeOfItsMarkovChain) {
  const double court_days = expected.shares[judged] * court_time;
  const double total = days_to_judgment.mean() * ended[judged] + days_elsewhere.mean() * (closed - ended[judged]);
  const double spread = std::max(days_to_judgment.variance(), days_elsewhere.variance());
  EXPECT_NEAR(total / disputes, expected.days_alone + court_days, 4.0 * std::sqrt(spread / disputes) + 0.2);
}

}  // namespace
}  // namespace linli
