// A2: with mediators who take no time, the ladder is an absorbing Markov chain. Its states are written out here from
// model.md (which doors have been tried, which one the dispute is at, and its intensity) and solved with Eigen; 200,000
// disputes through the production code must end in the same shares.

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>

#include "processes/dispute.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr DisputeType type = DisputeType::property;
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
  ladder.agree_base = 0.6;  // so that failures are common, and make a difference
  ladder.agree_intensity = 1.5;
  ladder.failed_escalation = 0.8;
  ladder.door_court = -1.0;
  ladder.escalation_time = 15.0;
  ladder.breach_rate = ladder.breach_bilateral = 0.0;
  ladder.specialist_skill = ladder.full_time_skill;
  ladder.sector_delay = ladder.studio_asked = ladder.representation_door = 0.0;
  scenario.parameters.grievance.claim_distance = 0.0;
  scenario.parameters.dispute[type].claiming = 1.0 - 1e-12;
  scenario.parameters.dispute[type].meeting_hours = 1e-9;
  scenario.parameters.attitudes.strain_memory = 1e5;  // the strain of the parties stays
  LeverValues::Mediation& mediation = scenario.levers.mediation;
  mediation.full_time = mediation.sector = 100.0;
  mediation.part_time = mediation.turnover = mediation.online = mediation.batch = mediation.conferences = 0.0;
  mediation.weekend_hours = 1.0;
  scenario.levers.police.desk = 50.0;
  scenario.levers.court = {.capacity = 1e12, .diversion = 0.0, .confirmation = 0.0};
  scenario.levers.petition = {.capacity = 1e12, .reply_days = 10.0, .leaders = 0.0};
  scenario.levers.referral = {.police = 0.0, .administration = 0.0, .petition = 0.0, .legal_aid = 0.0};
  scenario.levers.legal.aid = 0.0;
  scenario.levers.rounds.workers = scenario.levers.visits.leaders = 0.0;
  scenario.levers.assessment.pressure = 0.0;
  return scenario;
}

// --- the chain

/// The doors that can fail, in the order of the bits of a set of tried doors.
enum Door { community, sector, town, police, petition, doors };
enum End { settled_alone, settled_first_door, judged = settled_first_door + doors, given_up, ends };
constexpr int levels = 9;
constexpr int sets = 1 << doors;
constexpr int places = 1 + sets * doors;  // alone, or at a door after a set of doors
constexpr int states = places * levels;
constexpr int alone = 0;

int at_door(int tried, int door) {
  return 1 + tried * doors + door;
}
int state_at(int place, int g) {
  return place * levels + std::min(g, levels) - 1;
}

struct Chain {
  Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(states, states);
  Eigen::MatrixXd endings = Eigen::MatrixXd::Zero(states, ends);
  Eigen::VectorXd days_in_state = Eigen::VectorXd::Zero(states);
};

struct Weights {
  std::array<double, doors> door;
  double court, nothing_more;
};

Weights weights_of(const Parameters::Ladder& l) {
  const double weight = l.door_severity * std::log(severity);
  return {{std::exp(l.door_community), std::exp(l.door_sector + weight), std::exp(l.door_town + weight),
           std::exp(l.door_police), std::exp(l.door_petition + weight)},
          std::exp(l.door_court + 2.0 * weight),
          std::exp(l.door_give_up)};
}

/// From a state, with probability `share`, by multinomial logit to one of the doors not tried yet.
void to_doors(const Parameters::Ladder& l, Chain& chain, int from, double share, int tried, int g) {
  Weights weights = weights_of(l);
  weights.door[police] *= std::exp(l.door_intensity * std::max(0, std::min(g, levels) - 2));
  if (tried == 0) weights.nothing_more = 0.0;
  double total = weights.court + weights.nothing_more;
  for (int door = 0; door < doors; ++door)
    if (!(tried >> door & 1)) total += weights.door[static_cast<std::size_t>(door)];
  for (int door = 0; door < doors; ++door)
    if (!(tried >> door & 1))
      chain.moves(from, state_at(at_door(tried, door), g)) +=
          share * weights.door[static_cast<std::size_t>(door)] / total;
  chain.endings(from, judged) += share * weights.court / total;
  chain.endings(from, given_up) += share * weights.nothing_more / total;
}

void add_bilateral(const Parameters& p, Chain& chain) {
  const Parameters::Ladder& l = p.ladder;
  const double gap = p.dispute[type].power_gap;
  for (int g = 1; g <= levels; ++g) {
    const int here = state_at(alone, g);
    const double up = g < 9 ? p.dispute[type].escalation * (1.0 + l.escalation_strain * strain) * (1.0 + impulsivity) /
                                  l.escalation_time
                            : 0.0;
    const double down = g > 1 && g < 4 ? 1.0 / l.cooling_time : 0.0;
    const double violence = g >= 4
                                ? p.dispute[type].violence / days_per_year * std::exp(l.violence_intensity * (g - 4)) *
                                      (1.0 + l.violence_impulsivity * impulsivity)
                                : 0.0;
    const double settle = std::exp(-l.settle_intensity * (g - 1)) * (1.0 - l.settle_power * gap) / l.settle_time;
    const double give_up = (1.0 + gap) / l.give_up_time;
    const double seek = std::sqrt(static_cast<double>(severity)) / l.seek_time;
    const double total = up + down + violence + settle + give_up + seek;
    chain.days_in_state[here] = 1.0 / total;
    chain.moves(here, state_at(alone, g + 1)) += (up + violence) / total;
    if (g > 1) chain.moves(here, state_at(alone, g - 1)) += down / total;
    chain.endings(here, settled_alone) += settle / total;
    chain.endings(here, given_up) += give_up / total;
    to_doors(l, chain, here, seek / total, 0, g);
  }
}

void add_meetings(const Scenario& scenario, Chain& chain, int tried, int door, int g) {
  const Parameters::Ladder& l = scenario.parameters.ladder;
  const int here = state_at(at_door(tried, door), g);
  const int after = tried | 1 << door;
  const double skill = l.full_time_skill + l.training_gain * scenario.levers.mediation.training;
  const double odds = l.agree_base + l.agree_skill * skill - l.agree_intensity * std::max(0, g - 2) -
                      l.agree_power * scenario.parameters.dispute[type].power_gap;
  const bool mediated = door != petition;
  const double settle = mediated ? 1.0 / (1.0 + std::exp(-odds)) : l.petition_settles;
  const double hotter = mediated ? l.failed_escalation : 0.0;
  chain.endings(here, settled_first_door + door) += settle;
  to_doors(l, chain, here, (1.0 - settle) * hotter, after, g + 1);
  to_doors(l, chain, here, (1.0 - settle) * (1.0 - hotter), after, g);
  if (!mediated) chain.days_in_state[here] = scenario.levers.petition.reply_days;
}

Chain chain_of(const Scenario& scenario) {
  Chain chain;
  add_bilateral(scenario.parameters, chain);
  for (int tried = 0; tried < sets; ++tried)
    for (int door = 0; door < doors; ++door)
      for (int g = 1; g <= levels; ++g)
        if (!(tried >> door & 1)) add_meetings(scenario, chain, tried, door, g);
  return chain;
}

/// What a dispute that starts between the parties at stage 1 comes to.
struct Solution {
  Eigen::VectorXd shares;
  double days_before_court;
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

int end_of(const DisputeRecord& record) {
  if (record.outcome == Outcome::judged) return judged;
  if (record.outcome == Outcome::lumped) return given_up;
  constexpr Stage order[] = {Stage::community, Stage::sector, Stage::town_centre, Stage::police_desk, Stage::petition};
  const auto door = std::find(std::begin(order), std::end(order), record.last_stage) - std::begin(order);
  return door == doors ? settled_alone : settled_first_door + static_cast<int>(door);
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
    ended[static_cast<std::size_t>(end_of(record))] += 1.0;
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
  for (int end = 0; end < ends; ++end) {
    ASSERT_GT(expected.shares[end], 0.002) << end;
    EXPECT_NEAR(ended[static_cast<std::size_t>(end)] / disputes, expected.shares[end],
                four_errors_of_share(expected.shares[end], disputes))
        << end;
  }
}

TEST_F(Ladder, KeepsDisputesBetweenThePartiesForTheMeanTimeOfItsMarkovChain) {
  const double court_days = expected.shares[judged] * court_time;
  const double total = days_to_judgment.mean() * ended[judged] + days_elsewhere.mean() * (closed - ended[judged]);
  const double spread = std::max(days_to_judgment.variance(), days_elsewhere.variance());
  EXPECT_NEAR(total / disputes, expected.days_before_court + court_days, 4.0 * std::sqrt(spread / disputes) + 0.2);
}

}  // namespace
}  // namespace linli
