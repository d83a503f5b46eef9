#include "processes/collective.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "processes/attitudes.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> here(0), there(1);
const Nature grown_up(AgeBand::adult, true, true, 0.3);

/// Two towns in which every pool acts as a whole as soon as somebody calls for it; nobody watches.
Scenario restless() {
  Scenario scenario = scenario_of({{.residents = 3000}, {.residents = 3000, .east_km = 6.0}}, 400);
  Parameters::Collective& assumed = scenario.parameters.collective;
  std::fill(assumed.spark_rate.begin(), assumed.spark_rate.end(), 40.0);
  assumed.threshold = 0.0, assumed.threshold_deviation = 0.0;
  assumed.strain_stimulus = 0.1, assumed.rumour_stimulus = 0.5;
  assumed.risk_effect = 0.0, assumed.demonstration = 0.0, assumed.watched = 1.0;
  assumed.witnesses = 2.0, assumed.length = 2.0, assumed.contained = 0.3, assumed.strain = 0.2;
  scenario.levers.collective = {.watch = 0.0, .negotiate = 1.0, .contain = 0.0};
  return scenario;
}

struct Restless : SmallWorld {
  explicit Restless(const Scenario& scenario = restless()) : SmallWorld(scenario) {
    make_all_alike(grown_up, {.strain = 0.0f, .trust = 0.6f, .ties = 0.4f});
  }

  /// So many people of a town, from its first resident on, have a dispute with the organisation.
  void quarrel(Id<Respondent> respondent, Id<Town> town, std::uint32_t people, Stage stage = Stage::bilateral) {
    Docket& docket = state.dockets[town];
    const Id<Grid> grid = setting.graph.grids_of_town[town].first;
    for (std::uint32_t i = 0; i < people; ++i) {
      const Id<Person> person = state.residents_of[grid][i];
      const Dispute dispute{.complainant = person,
                            .respondent = respondent,
                            .number = ++docket.last_number,
                            .complainant_generation = state.persons.generation[person],
                            .stage = stage};
      docket.pools[respondent].push_back(docket.disputes.push_back(dispute));
    }
  }

  /// Lives so many days; returns incidents by town and kind.
  std::map<std::pair<std::uint32_t, RespondentKind>, int> live(Day days) {
    std::map<std::pair<std::uint32_t, RespondentKind>, int> incidents;
    for (Day end = state.day + days; state.day < end; sleep()) {
      act_together(today(), state);
      for (const Incident& incident : state.collective.going_on)
        if (static_cast<Day>(incident.record.began) == state.day)
          ++incidents[{incident.record.town.row, incident.record.respondent}];
    }
    return incidents;
  }

  /// Lives until the first incident, on the day of which it stops; null if there is none in the time given.
  const Incident* first_incident(Day days = 200) {
    for (Day end = state.day + days; state.day < end; sleep()) {
      act_together(today(), state);
      if (!state.collective.going_on.empty()) return &state.collective.going_on.front();
    }
    return nullptr;
  }

  Id<Respondent> firm(std::uint32_t number = 0) const { return state.respondents.employer(Id<Employer>(number)); }
};

int total(const std::map<std::pair<std::uint32_t, RespondentKind>, int>& incidents) {
  int sum = 0;
  for (const auto& [place, count] : incidents) sum += count;
  return sum;
}

TEST(Thresholds, FallWithStrainAndBeliefAndRiseWithRisk) {
  const Parameters::Collective assumed{
      .strain_stimulus = 0.1, .rumour_stimulus = 0.5, .risk_effect = 0.2, .responders = 1.0};
  const double calm = threshold_shift(assumed, 0.0, 0.0);
  EXPECT_NEAR(calm, 0.2 * (1.0 - std::exp(-2.3)), 1e-12);
  EXPECT_NEAR(threshold_shift(assumed, 2.0, 0.0), calm - 0.2, 1e-12);
  EXPECT_NEAR(threshold_shift(assumed, 0.0, 0.4), calm - 0.2, 1e-12);
}

TEST(Pools, AreMergedOverTowns) {
  Restless world;
  world.quarrel(world.firm(), here, 5);
  world.quarrel(world.firm(), there, 7);
  const Incident* incident = world.first_incident();
  ASSERT_TRUE(incident);
  EXPECT_EQ(incident->record.pool, 12u);
  EXPECT_EQ(incident->record.participants, 12u);
  EXPECT_EQ(incident->record.town, there) << "where most of them live";
  EXPECT_EQ(incident->record.respondent, RespondentKind::employer);
}

TEST(Pools, OfFewerThanTheSmallestIncidentNeverAct) {
  Restless world;
  world.quarrel(world.firm(), here, 9);
  EXPECT_EQ(total(world.live(100)), 0);
}

TEST(Pools, LeaveOutThoseWhoKeptTheirGrievanceToThemselves) {
  Restless world;
  world.quarrel(world.firm(), here, 20, Stage::latent);
  EXPECT_EQ(total(world.live(100)), 0);
}

TEST(Pools, LeaveOutThoseWhoAreNotThere) {
  Restless world;
  world.quarrel(world.firm(), here, 10);
  const Id<Grid> grid = world.setting.graph.grids_of_town[here].first;
  world.state.persons.nature[world.state.residents_of[grid][0]].take_into_custody();
  EXPECT_EQ(total(world.live(100)), 0);
}

TEST(Pools, CountSomebodyWithTwoDisputesOnce) {
  Restless world;
  world.quarrel(world.firm(), here, 6);
  world.quarrel(world.firm(), here, 6);
  EXPECT_EQ(total(world.live(100)), 0);
}

TEST(Sparks, ComeAtTheirRate) {
  Scenario scenario = restless();
  scenario.parameters.collective.length = 1e-9;
  Restless world(scenario);
  constexpr std::uint32_t firms = 40;
  for (std::uint32_t i = 0; i < firms; ++i) world.quarrel(world.firm(i), here, 10);
  // One that begins is over on the next day before the next call.
  const double expected = firms * 300.0 * (1.0 - std::exp(-40.0 / days_per_year));
  EXPECT_NEAR(total(world.live(300)), expected, four_errors_of_count(expected));
}

TEST(Sparks, AreEnoughWhereEverybodyWaitsForOneOther) {
  Scenario scenario = restless();
  scenario.parameters.collective.threshold = 0.02;
  Restless world(scenario);
  world.quarrel(world.firm(), here, 40);
  const Incident* incident = world.first_incident();
  ASSERT_TRUE(incident);
  EXPECT_EQ(incident->record.participants, 40u);
}

TEST(Sparks, StartNothingWhileAnIncidentGoesOn) {
  Scenario scenario = restless();
  scenario.parameters.collective.length = 1e9;
  Restless world(scenario);
  world.quarrel(world.firm(), here, 40);
  EXPECT_EQ(total(world.live(200)), 1);
}

TEST(Incidents, AreCountedByResponse) {
  Restless world;
  world.quarrel(world.firm(), here, 15);
  ASSERT_TRUE(world.first_incident());
  EXPECT_EQ(world.state.daily(here, Daily::incidents, Response::negotiate), 1.0);
  EXPECT_EQ(world.state.daily(here, Daily::incident_participants, Response::negotiate), 15.0);
  EXPECT_EQ(world.state.daily(here, Daily::incidents, Response::contain), 0.0);
}

TEST(Incidents, AreAnsweredAsTheLeversSay) {
  Scenario scenario = restless();
  scenario.parameters.collective.length = 1e-9;
  scenario.levers.collective = {.watch = 0.0, .negotiate = 0.5, .contain = 0.3};
  Restless world(scenario);
  for (std::uint32_t i = 0; i < 40; ++i) world.quarrel(world.firm(i), here, 10);
  PerKind<Response, double> answered{};
  double all = 0.0;
  for (; world.state.day < 200; world.sleep()) {
    act_together(world.today(), world.state);
    for (Response response : every<Response>())
      answered[response] += world.state.daily(here, Daily::incidents, response);
  }
  for (double count : answered) all += count;
  EXPECT_NEAR(answered[Response::negotiate] / all, 0.5, four_errors_of_share(0.5, all));
  EXPECT_NEAR(answered[Response::contain] / all, 0.3, four_errors_of_share(0.3, all));
}

TEST(Incidents, GoOnUntilTheyEndAndThenTellTheDocketForOneDay) {
  Restless world;
  world.quarrel(world.firm(), here, 15);
  ASSERT_TRUE(world.first_incident());
  const Incident incident = world.state.collective.going_on.front();
  EXPECT_TRUE(world.state.collective.resolutions.empty());
  for (world.sleep(); world.state.day + 1.0 <= incident.ends; world.sleep()) {
    act_together(world.today(), world.state);
    ASSERT_EQ(world.state.collective.going_on.size(), 1u) << "no second one meanwhile";
  }
  world.state.dockets[here].pools.clear();
  act_together(world.today(), world.state);
  EXPECT_TRUE(world.state.collective.going_on.empty());
  ASSERT_EQ(world.state.collective.resolutions.size(), 1u);
  EXPECT_EQ(world.state.collective.resolutions[0].respondent, world.firm());
  EXPECT_EQ(world.state.collective.resolutions[0].response, Response::negotiate);
  ASSERT_EQ(world.state.collective.over_today.size(), 1u);
  EXPECT_EQ(world.state.collective.over_today[0].number, incident.record.number);
  world.sleep();
  act_together(world.today(), world.state);
  EXPECT_TRUE(world.state.collective.resolutions.empty());
}

TEST(MechanismCollective, WatchedPoolsActLess) {
  std::array<int, 3> incidents{};
  for (int watch : {0, 1, 2}) {
    Scenario scenario = restless();
    scenario.levers.collective.watch = watch / 2.0;
    Restless world(scenario);
    for (std::uint32_t i = 0; i < 60; ++i) world.quarrel(world.firm(i), here, 10);
    incidents[static_cast<std::size_t>(watch)] = total(world.live(60));
  }
  EXPECT_GT(incidents[0], 200);
  EXPECT_NEAR(incidents[1], incidents[0] / 2.0, four_errors_of_count(incidents[0] / 2.0));
  EXPECT_EQ(incidents[2], 0);
}

/// Mean changes of trust among participants and of all others, from one incident.
struct Felt {
  double participants = 0.0, others = 0.0, strain = 0.0;
};

Felt felt_after(const LeverValues::Collective& levers) {
  Scenario scenario = restless();
  scenario.levers.collective = levers;
  scenario.parameters.attitudes.spread = 0.0;
  Restless world(scenario);
  world.quarrel(world.firm(), here, 100);
  EXPECT_TRUE(world.first_incident());
  const double before = attitude_of(world.today(), world.state, Id<Person>(0)).trust;
  apply_effects(world.today(), world.state);
  Felt felt;
  for (Id<Person> person : world.people()) {
    const Attitude now = attitude_of(world.today(), world.state, person);
    (person.row < 100 ? felt.participants : felt.others) += now.trust - before;
    felt.strain += now.strain;
  }
  return felt;
}

TEST(MechanismCollective, ContainmentIsABadContactForParticipantsAndWitnesses) {
  const Felt felt = felt_after({.watch = 0.0, .negotiate = 0.0, .contain = 1.0});
  const double bad = 0.08 * 0.6;  // four times 0.02 of a trust of 0.6
  EXPECT_LT(felt.participants, -100.0 * bad * 0.99);
  EXPECT_NEAR(felt.others + felt.participants, -300.0 * bad, 4.0 * std::sqrt(200.0) * bad + 20.0 * bad)
      << "two witnesses a participant; those seen twice lose a little less";
  EXPECT_NEAR(felt.strain, 100 * 0.2, 1e-3);
}

TEST(MechanismCollective, NegotiationIsAGoodContactForParticipantsAlone) {
  const Felt felt = felt_after({.watch = 0.0, .negotiate = 1.0, .contain = 0.0});
  EXPECT_NEAR(felt.participants, 100.0 * 0.02 * 0.4, 1e-3);
  EXPECT_NEAR(felt.others, 0.0, 1e-6);
  EXPECT_EQ(felt.strain, 0.0);
}

TEST(MechanismCollective, ContainmentEndsIncidentsSooner) {
  Sample contained, negotiated;
  for (double contain : {0.0, 1.0}) {
    Scenario scenario = restless();
    scenario.levers.collective = {.watch = 0.0, .negotiate = 1.0 - contain, .contain = contain};
    Restless world(scenario);
    for (std::uint32_t i = 0; i < 60; ++i) world.quarrel(world.firm(i), here, 10);
    world.live(60);
    for (const IncidentRecord& record : world.state.collective.over_today)
      (contain == 1.0 ? contained : negotiated).add(record.lasted);
  }
  ASSERT_GT(negotiated.count(), 200.0);
  EXPECT_NEAR(negotiated.mean(), 2.0, 4.0 * negotiated.standard_error() + 0.1) << "the last ones are still going on";
  EXPECT_NEAR(contained.mean(), 0.6, 4.0 * contained.standard_error() + 0.03);
}

TEST(MechanismCollective, ConcessionInvitesActionInSimilarPoolsOfTheTown) {
  std::array<std::map<std::pair<std::uint32_t, RespondentKind>, int>, 2> incidents;
  for (std::size_t shown : {0u, 1u}) {
    Scenario scenario = restless();
    Parameters::Collective& assumed = scenario.parameters.collective;
    assumed.demonstration = 2.0, assumed.demonstration_time = 1e9, assumed.length = 1e-9;
    std::fill(assumed.spark_rate.begin(), assumed.spark_rate.end(), 4.0);
    Restless world(scenario);
    if (shown) world.state.collective.demonstration[here][RespondentKind::employer] = 1.0;
    for (Id<Town> town : {here, there})
      for (std::uint32_t i = 0; i < 60; ++i) world.quarrel(world.firm(60 * town.row + i), town, 10);
    world.quarrel(world.state.respondents.clinic(here), here, 10);
    incidents[shown] = world.live(300);
  }
  const auto of = [&](std::size_t shown, Id<Town> town, RespondentKind kind) {
    return incidents[shown][{town.row, kind}];
  };
  const int before = of(0, here, RespondentKind::employer);
  EXPECT_NEAR(of(1, here, RespondentKind::employer), 3.0 * before, 4.0 * std::sqrt(3.0 * before + 9.0 * before));
  EXPECT_EQ(of(1, there, RespondentKind::employer), of(0, there, RespondentKind::employer));
  EXPECT_EQ(of(1, here, RespondentKind::clinic), of(0, here, RespondentKind::clinic));
}

TEST(MechanismCollective, ConcessionIsRememberedForATimeInItsTown) {
  Scenario scenario = restless();
  scenario.levers.collective = {.watch = 0.0, .negotiate = 0.0, .contain = 0.0};
  scenario.parameters.collective.length = 1e-9;
  scenario.parameters.collective.demonstration_time = 60.0;
  Restless world(scenario);
  world.quarrel(world.firm(), here, 15);
  ASSERT_TRUE(world.first_incident());
  world.state.dockets[here].pools.clear();
  world.sleep();
  world.live(31);
  EXPECT_NEAR(world.state.collective.demonstration[here][RespondentKind::employer], std::exp(-0.5), 1e-9);
  EXPECT_EQ(world.state.collective.demonstration[here][RespondentKind::clinic], 0.0);
  EXPECT_EQ(world.state.collective.demonstration[there][RespondentKind::employer], 0.0);
}

/// Participants of the first incident, where a share of the pool has heard a rumour.
std::uint32_t crowd(double heard, RespondentKind about, float strain = 0.0f) {
  Scenario scenario = restless();
  scenario.parameters.collective.threshold = 0.30;
  scenario.parameters.collective.threshold_deviation = 0.10;
  Restless world(scenario);
  world.make_all_alike(grown_up, {.strain = strain, .trust = 0.6f, .ties = 0.4f});
  world.quarrel(world.firm(), here, 200);
  world.state.rumours.about.push_back({.number = 7, .about = about});
  for (std::uint32_t i = 0; i < 200 * heard; ++i) world.state.persons.heard[Id<Person>(i)] = 7;
  const Incident* incident = world.first_incident(100);
  return incident ? incident->record.participants : 0;
}

TEST(MechanismCollective, ARumourAboutTheOtherSideMakesAPoolAct) {
  EXPECT_LT(crowd(0.0, RespondentKind::employer), 20u);
  EXPECT_LT(crowd(0.4, RespondentKind::clinic), 20u) << "a rumour about somebody else";
  EXPECT_GT(crowd(0.4, RespondentKind::employer), 150u);
}

TEST(MechanismCollective, StrainMakesAPoolAct) {
  EXPECT_GT(crowd(0.0, RespondentKind::clinic, 5.0f), 150u);
}

}  // namespace
}  // namespace linli
