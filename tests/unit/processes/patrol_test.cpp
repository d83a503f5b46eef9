#include "processes/patrol.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "processes/attitudes.h"
#include "processes/crime.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};
constexpr int grids = 20;

// --- what patrol is worth

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
  levers.guardianship.volunteers = 0.0;
  EXPECT_NEAR(guardianship(crime, levers, {}), crime.guardian_cameras, 1e-12) << "the reference density of cameras";
  const double before = guardianship(crime, levers, {.patrol_minutes = 60.0});
  EXPECT_GT(guardianship(crime, levers, {.patrol_minutes = 420.0}), before);
  levers.guardianship.cameras *= 2.0;
  EXPECT_GT(guardianship(crime, levers, {.patrol_minutes = 60.0}), before);
}

TEST(MechanismVolunteers, GuardByTheRootOfTheirPresence) {
  const Parameters::Crime crime{.guardian_cameras = 0.0, .guardian_volunteers = 0.04};
  LeverValues levers;
  levers.guardianship.volunteers = 0.0;
  const Guards in_a_grid{.residents = 3600.0};
  EXPECT_EQ(guardianship(crime, levers, in_a_grid), 0.0);
  levers.guardianship.volunteers = 200.0;
  EXPECT_NEAR(guardianship(crime, levers, in_a_grid), 0.04 * std::sqrt(72.0 / 24.0), 1e-12) << "three at any hour";
  levers.guardianship.volunteers = 800.0;
  EXPECT_NEAR(guardianship(crime, levers, in_a_grid), 0.08 * std::sqrt(72.0 / 24.0), 1e-12);
}

// --- where patrols go

TEST(Strategies, ShareOutPatrolHours) {
  const LeverValues::Patrol shares{
      .hotspot_share = 0.1, .problem_share = 0.2, .beat_share = 0.3, .population_share = 0.15};
  EXPECT_EQ(strategy_at(shares, 0.05), Strategy::hot_spots);
  EXPECT_EQ(strategy_at(shares, 0.15), Strategy::problems);
  EXPECT_EQ(strategy_at(shares, 0.45), Strategy::beat);
  EXPECT_EQ(strategy_at(shares, 0.70), Strategy::population);
  EXPECT_EQ(strategy_at(shares, 0.80), Strategy::random);
}

/// A town of 28 police officers, a third of them on patrol.
Scenario with_patrol(const LeverValues::Patrol& shares) {
  Scenario scenario = scenario_of({{.residents = 20'000, .communities = 4, .grids = grids}}, 200);
  scenario.levers.police.officers = 14.0;
  scenario.levers.police.auxiliaries = 0.0;
  scenario.levers.patrol = shares;
  scenario.levers.patrol.hotspot_grids = 0.1;
  return scenario;
}
constexpr LeverValues::Patrol all_at_random{.beat_share = 0.0, .population_share = 0.0};
constexpr LeverValues::Patrol all_by_population{.beat_share = 0.0, .population_share = 1.0};
constexpr LeverValues::Patrol all_at_hot_spots{.hotspot_share = 1.0, .beat_share = 0.0, .population_share = 0.0};
constexpr LeverValues::Patrol all_on_problems{.problem_share = 1.0, .beat_share = 0.0, .population_share = 0.0};
constexpr LeverValues::Patrol all_on_beats{.beat_share = 1.0, .population_share = 0.0};

void heat(SmallWorld& world, const std::vector<int>& hot) {
  for (int grid : hot) world.state.streets.hot[grid] = 10.0f + static_cast<float>(grid);
}

/// Minutes of patrol by grid over 100 days.
Eigen::ArrayXd patrol_minutes(const Scenario& scenario, const std::vector<int>& hot = {}) {
  SmallWorld world(scenario);
  heat(world, hot);
  Eigen::ArrayXd minutes = Eigen::ArrayXd::Zero(grids);
  for (; world.state.day < 100; world.sleep()) {
    deploy_patrols(world.today(), world.state);
    minutes += world.state.streets.patrol_minutes.cast<double>();
  }
  return minutes;
}

TEST(Patrol, OfHotSpotsGoesWhereMostCrimeWasRecorded) {
  const Eigen::ArrayXd minutes = patrol_minutes(with_patrol(all_at_hot_spots), {3, 7, 11});
  EXPECT_NEAR(minutes[7] + minutes[11], minutes.sum(), 1e-6) << "two grids in twenty are hot spots";
  EXPECT_NEAR(minutes[7] / minutes.sum(), 0.5, 0.1);
}

TEST(Patrol, OfHotSpotsIsSpreadWhileNothingIsRecorded) {
  EXPECT_GT(patrol_minutes(with_patrol(all_at_hot_spots)).minCoeff(), 0.0);
  EXPECT_GT(patrol_minutes(with_patrol(all_on_problems)).minCoeff(), 0.0);
}

TEST(Patrol, ByResidentsFollowsThemAndAtRandomDoesNot) {
  const SmallWorld world(with_patrol(all_by_population));
  Eigen::ArrayXd residents(grids);
  for (Id<Grid> grid : all_rows<Grid>(grids))
    residents[grid.row] = static_cast<double>(world.setting.graph.residents[grid]);
  const auto likeness = [&](const Eigen::ArrayXd& minutes) {
    const Eigen::ArrayXd a = minutes - minutes.mean(), b = residents - residents.mean();
    return (a * b).sum() / std::sqrt(a.square().sum() * b.square().sum());
  };
  EXPECT_GT(likeness(patrol_minutes(with_patrol(all_by_population))), 0.8);
  EXPECT_LT(likeness(patrol_minutes(with_patrol(all_at_random))), 0.6);
}

TEST(Patrol, OnABeatStaysInTheOfficersOwnCommunity) {
  SmallWorld world(with_patrol(all_on_beats));
  std::vector<std::set<std::uint32_t>> communities(28), places(28);
  for (; world.state.day < 100; world.sleep()) {
    deploy_patrols(world.today(), world.state);
    const std::vector<OfficerRow>& officers = world.state.stations[town].officers;
    for (std::size_t i = 0; i < officers.size(); ++i)
      if (officers[i].duty == Duty::patrol && officers[i].on_duty) {
        communities[i].insert(world.setting.graph.community_of[officers[i].place].row);
        places[i].insert(officers[i].place.row);
      }
  }
  std::set<std::uint32_t> covered;
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(communities[i].size(), 1u) << i;
    EXPECT_GT(places[i].size(), 1u) << i;
    covered.insert(communities[i].begin(), communities[i].end());
  }
  EXPECT_EQ(covered.size(), 4u) << "no community is without its officer";
}

TEST(Patrol, MakesAShiftOfMinutesForEveryOfficerOnDuty) {
  SmallWorld world(with_patrol(all_by_population));
  deploy_patrols(world.today(), world.state);
  EXPECT_NEAR(world.state.streets.patrol_minutes.sum(),
              world.state.daily(town, Daily::officers_on_patrol) * world.parameters().police.hours_per_shift * 60.0,
              1e-3);
  EXPECT_EQ(world.state.stations[town].officers.size(), 28u) << "14 posts for 10,000 residents";
}

TEST(MechanismAuxiliaries, PatrolAndNeitherInvestigateNorChangeWhereOfficersGo) {
  Scenario scenario = with_patrol(all_by_population);
  SmallWorld without(scenario);
  scenario.levers.police.auxiliaries = 10.0;
  SmallWorld with(scenario);
  deploy_patrols(without.today(), without.state);
  deploy_patrols(with.today(), with.state);
  const std::vector<OfficerRow>& before = without.state.stations[town].officers;
  const std::vector<OfficerRow>& after = with.state.stations[town].officers;
  ASSERT_EQ(after.size(), before.size() + 20);
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].auxiliary, i >= before.size());
    if (i < before.size())
      EXPECT_EQ(after[i].place, before[i].place);
    else
      EXPECT_EQ(after[i].duty, Duty::patrol);
  }
  EXPECT_GT(with.state.streets.guardianship.sum(), without.state.streets.guardianship.sum());
  EXPECT_EQ(with.state.daily(town, Daily::stops), without.state.daily(town, Daily::stops)) << "they stop nobody";
}

TEST(MechanismAuxiliaries, GoWhereTheyGoHoweverManyOfficersThereAre) {
  std::vector<std::uint32_t> places[2];
  for (int more : {0, 1}) {
    Scenario scenario = with_patrol(all_at_random);
    scenario.levers.police.auxiliaries = 10.0;
    scenario.levers.police.officers = more ? 20.0 : 14.0;
    SmallWorld world(scenario);
    deploy_patrols(world.today(), world.state);
    for (const OfficerRow& officer : world.state.stations[town].officers)
      if (officer.auxiliary) places[more].push_back(officer.place.row);
  }
  EXPECT_EQ(places[0], places[1]);
}

/// Thefts in two hot grids over 100 days, at a weight of patrol for guardianship.
double thefts_in_hot_grids(const LeverValues::Patrol& shares, double guardian_patrol) {
  Scenario scenario = with_patrol(shares);
  attempt_only({{OffenceType::theft, 3.0}}, scenario.parameters);
  scenario.parameters.crime.guardian_patrol = guardian_patrol;
  scenario.levers.police.stops = 0.0;
  SmallWorld world(scenario);
  double thefts = 0.0;
  for (; world.state.day < 100; world.sleep()) {
    heat(world, {7, 11});
    deploy_patrols(world.today(), world.state);
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      for (const Offence& offence : list) thefts += offence.record.grid.row == 7 || offence.record.grid.row == 11;
  }
  return thefts;
}

TEST(MechanismHotSpots, PatrolLowersOffencesWhereItGoes) {
  const double at_random = thefts_in_hot_grids(all_at_random, 0.1),
               treated = thefts_in_hot_grids(all_at_hot_spots, 0.1);
  ASSERT_GT(at_random, 500.0);
  EXPECT_LT(treated / at_random, 0.85);
  EXPECT_LT(thefts_in_hot_grids(all_at_hot_spots, 0.2), 0.9 * treated);
  EXPECT_EQ(thefts_in_hot_grids(all_at_hot_spots, 0.0), thefts_in_hot_grids(all_at_random, 0.0));
}

// --- problems

/// What is solved of a hot grid after a day of work on its problem.
double solved_in_a_day(double problem_share, double effect) {
  Scenario scenario = with_patrol({.problem_share = problem_share, .beat_share = 0.0, .population_share = 0.0});
  scenario.parameters.crime.problem_solving = effect;
  scenario.levers.patrol.hotspot_grids = 0.05;
  SmallWorld world(scenario);
  heat(world, {7});
  deploy_patrols(world.today(), world.state);
  return world.state.streets.solved[7];
}

TEST(MechanismProblemSolving, TakesAwayAttractionInProportionToHoursWhileLittleIsSolved) {
  EXPECT_EQ(solved_in_a_day(0.0, 1e-4), 0.0);
  EXPECT_EQ(solved_in_a_day(1.0, 0.0), 0.0);
  EXPECT_GT(solved_in_a_day(1.0, 1e-4), 1e-4 * 7.0 * most_solved) << "more than one officer's day";
  EXPECT_NEAR(solved_in_a_day(1.0, 2e-4) / solved_in_a_day(1.0, 1e-4), 2.0, 0.02);
  EXPECT_NEAR(solved_in_a_day(1.0, 1.0), most_solved, 1e-6);
}

TEST(MechanismProblemSolving, LastsWhenThePatrolHasLeft) {
  SmallWorld world(with_patrol(all_at_random));
  world.state.streets.solved[7] = 0.5f;
  for (; world.state.day < 90; world.sleep()) deploy_patrols(world.today(), world.state);
  EXPECT_NEAR(world.state.streets.solved[7], 0.5 * std::exp(-90.0 / world.parameters().crime.problem_memory), 1e-4);
}

TEST(MechanismProblemSolving, GuardsNothingWhileItLasts) {
  SmallWorld world(with_patrol(all_on_problems));
  heat(world, {7, 11});
  deploy_patrols(world.today(), world.state);
  EXPECT_EQ(world.state.streets.patrol_minutes.sum(), 0.0f);
  EXPECT_EQ(world.state.daily(town, Daily::stops), 0.0);
}

// --- stops and talks

struct Streetlife {
  double stops = 0.0, unfair = 0.0, children = 0.0, migrants = 0.0, talks = 0.0;
  double trust = 0.0;   // mean change over all residents
  double strain = 0.0;  // sum over all residents
};

/// 40 days of patrol among people who were all at the base of trust.
Streetlife live(Scenario scenario) {
  scenario.parameters.attitudes.spread = 0.0;
  SmallWorld world(scenario);
  for (Attitude& attitude : world.state.persons.attitude) attitude.strain = 0.0f;
  Streetlife life;
  for (; world.state.day < 40; world.sleep()) {
    deploy_patrols(world.today(), world.state);
    life.stops += world.state.daily(town, Daily::stops);
    life.unfair += world.state.daily(town, Daily::stops_unfair);
    life.children += world.state.daily(town, Daily::stops_by_group, group_of(AgeBand::child));
    life.migrants += world.state.daily(town, Daily::stops_by_group, PopulationGroup::migrant);
    life.talks += static_cast<double>(world.state.today.effects[EffectSource::police][town].size());
    apply_effects(world.today(), world.state);
  }
  life.talks -= life.stops;
  for (Id<Person> person : world.people()) {
    const Attitude now = attitude_of(world.today(), world.state, person);
    life.trust += (now.trust - world.parameters().attitudes.trust_base) / static_cast<double>(world.people().size());
    life.strain += now.strain;
  }
  return life;
}

Scenario with_stops(double per_hour, double procedure) {
  Scenario scenario = with_patrol(all_by_population);
  scenario.levers.police.stops = per_hour;
  scenario.levers.police.procedure = procedure;
  return scenario;
}

TEST(MechanismStops, RaiseTrustWhenFairAndLowerItWhenUnfair) {
  const Streetlife none = live(with_stops(0.0, 0.5)), fair = live(with_stops(2.0, 1.0)),
                   unfair = live(with_stops(2.0, 0.0));
  EXPECT_EQ(none.stops, 0.0);
  EXPECT_NEAR(none.trust, 0.0, 1e-5) << "by rounding";
  EXPECT_EQ(none.strain, 0.0);
  EXPECT_GT(fair.trust, 1e-4);
  EXPECT_EQ(fair.unfair, 0.0);
  EXPECT_EQ(fair.strain, 0.0);
  EXPECT_LT(unfair.trust, -4.0 * fair.trust) << "bad contacts weigh more";
  EXPECT_EQ(unfair.unfair, unfair.stops);
  EXPECT_GT(unfair.strain, 0.0);
}

TEST(MechanismStops, AreAsManyAsHoursAndTheRateMakeThem) {
  const double hours = 28.0 * 0.35 * 0.69 * 7.0 * 40.0;  // officers, on patrol, on duty, shift, days
  const double expected = 2.0 * hours;
  EXPECT_NEAR(live(with_stops(2.0, 0.8)).stops, expected, 0.06 * expected + four_errors_of_count(expected))
      << "ten officers whose days on duty vary";
  EXPECT_NEAR(live(with_stops(4.0, 0.8)).stops / live(with_stops(2.0, 0.8)).stops, 2.0, 0.15);
}

TEST(MechanismStops, MeetAdultsOfEitherStatusAsOftenAsTheyAreThere) {
  const Scenario scenario = with_stops(4.0, 0.8);
  const SmallWorld world(scenario);
  double adults = 0.0, migrants = 0.0;
  for (Id<Person> person : world.people()) {
    const Nature& nature = world.state.persons.nature[person];
    adults += nature.is_adult(), migrants += nature.is_adult() && nature.is_migrant();
  }
  const Streetlife life = live(scenario);
  EXPECT_EQ(life.children, 0.0);
  EXPECT_NEAR(life.migrants / life.stops, migrants / adults, four_errors_of_share(migrants / adults, life.stops));
}

TEST(Stops, AtHotSpotsAreCountedByATenthOfTheGridsWhateverThePolicy) {
  for (double share : {0.05, 0.5}) {
    Scenario scenario = with_stops(4.0, 0.8);
    scenario.levers.patrol = all_at_hot_spots;
    scenario.levers.patrol.hotspot_grids = share;
    SmallWorld world(scenario);
    heat(world, {3, 7, 11});
    mark_hot_spots(world.today(), world.state);
    deploy_patrols(world.today(), world.state);
    const double stops = world.state.daily(town, Daily::stops);
    ASSERT_GT(stops, 0.0);
    EXPECT_NEAR(world.state.daily(town, Daily::stops_at_hot_spots),
                world.state.weekly(Id<Grid>(7), Weekly::stops) + world.state.weekly(Id<Grid>(11), Weekly::stops), 1e-9);
    EXPECT_TRUE(share != 0.05 || world.state.daily(town, Daily::stops_at_hot_spots) == stops) << share;
  }
}

TEST(MechanismStops, GuardTheGridALittle) {
  const Parameters::Crime crime{.guardian_stops = 0.01};
  const double none = guardianship(crime, {}, {}), four = guardianship(crime, {}, {.stops = 4.0});
  EXPECT_NEAR(four - none, 0.02, 1e-12);
}

TEST(MechanismBeats, MakeOfficersTalkWithResidents) {
  Scenario scenario = with_patrol(all_on_beats);
  scenario.levers.police.stops = 0.0;
  scenario.parameters.police.beat_contacts = 0.0;
  EXPECT_EQ(live(scenario).talks, 0.0);
  scenario.parameters.police.beat_contacts = 2.0;
  scenario.levers.police.procedure = 1.0;
  const Streetlife fair = live(scenario);
  EXPECT_GT(fair.talks, 1000.0);
  EXPECT_GT(fair.trust, 1e-4);
  scenario.levers.police.procedure = 0.0;
  EXPECT_LT(live(scenario).trust, 0.0);
  scenario.levers.patrol = all_by_population;
  EXPECT_EQ(live(scenario).talks, 0.0) << "nobody is on a beat";
}

}  // namespace
}  // namespace linli
