#include "processes/predation.h"

#include <gtest/gtest.h>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> here(0), there(1), elsewhere(2);

/// Three towns like one another, without groups unless a test brings some, and investigators by hand.
SmallWorld world_with(std::size_t investigators, double suppression) {
  Scenario scenario = scenario_of({{.residents = 2000, .grids = 6},
                                   {.residents = 2000, .east_km = 8.0, .grids = 6},
                                   {.residents = 2000, .east_km = 16.0, .grids = 6}},
                                  400);
  Parameters::Predation& predation = scenario.parameters.predation;
  predation.groups = 0.0, predation.founding = 0.0;
  predation.members = 8.0, predation.territory = 3.0, predation.offences = 1.5, predation.lending = 0.4;
  predation.dismantle_hours = 100.0, predation.report_help = 0.0, predation.displaced = 0.5;
  scenario.parameters.police.hours_per_shift = 7.0;
  scenario.levers.predation.suppression = suppression;
  SmallWorld world(std::move(scenario));
  for (Station& station : world.state.stations)
    station.officers.assign(investigators, {.duty = Duty::investigation, .on_duty = true});
  return world;
}

SmallWorld world_without_police() {
  return world_with(0, 0.0);
}

Parameters::Predation& assumed(SmallWorld& world) {
  return world.setting.scenario.parameters.predation;
}

/// A group in the first two grids of a town.
void bring(SmallWorld& world, Id<Town> town, std::uint32_t members, double exposure = 0.0) {
  const Id<Grid> first = world.setting.graph.grids_of_town[town].first;
  world.state.predatory_groups.push_back(
      {town, {first, Id<Grid>(first.row + 2)}, members, exposure, ++world.state.last_predatory_group});
}

void live(SmallWorld& world) {
  prey_and_suppress(world.today(), world.state);
}

std::vector<Offence> offences_in(const SmallWorld& world) {
  std::vector<Offence> all;
  for (const auto& list : world.state.today.predation_offences.lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::uint32_t members(const SmallWorld& world) {
  std::uint32_t sum = 0;
  for (const PredatoryGroup& group : world.state.predatory_groups) sum += group.members;
  return sum;
}

double dismantled(const SmallWorld& world) {
  return world.state.daily.block(Daily::groups_dismantled, daily_indicators).sum();
}

int days_until_dismantled(SmallWorld world) {
  for (int day = 1; day < 400; ++day, world.sleep()) {
    live(world);
    if (dismantled(world) > 0.0) return day;
  }
  return 400;
}

TEST(Predation, starts_with_groups_by_residents_and_founds_more) {
  SmallWorld world = world_without_police();
  assumed(world).groups = 100'000.0, assumed(world).founding = 10'000.0 * 365.25;
  live(world);
  double groups = static_cast<double>(world.state.predatory_groups.size());
  EXPECT_NEAR(groups, 660.0, four_errors_of_count(660.0));
  EXPECT_NEAR(members(world), groups * 8.0, 4.0 * std::sqrt(groups * 7.0));
  world.sleep(), live(world);
  groups = static_cast<double>(world.state.predatory_groups.size()) - groups;
  EXPECT_NEAR(groups, 60.0, four_errors_of_count(60.0));
}

TEST(Predation, gives_every_group_neighbouring_grids_of_its_own_town) {
  SmallWorld world = world_without_police();
  assumed(world).groups = 20'000.0;
  live(world);
  for (const PredatoryGroup& group : world.state.predatory_groups) {
    EXPECT_EQ(group.territory.size(), 3u);
    for (Id<Grid> grid : group.territory) EXPECT_EQ(world.setting.graph.seat_at(grid), group.seat);
  }
}

TEST(Predation, counts_the_groups_of_every_town) {
  SmallWorld world = world_without_police();
  bring(world, there, 4), bring(world, there, 4), bring(world, elsewhere, 4);
  live(world);
  EXPECT_EQ(world.state.daily(here, Daily::predatory_groups), 0.0);
  EXPECT_EQ(world.state.daily(there, Daily::predatory_groups), 2.0);
  EXPECT_EQ(world.state.daily(elsewhere, Daily::predatory_groups), 1.0);
}

TEST(Predation, commits_offences_by_members_of_about_the_assumed_loss) {
  SmallWorld world = world_without_police();
  assumed(world).offences = 30.0, assumed(world).loss = 2000.0, assumed(world).harm = 0.2;
  bring(world, here, 400);
  live(world);
  const std::vector<Offence> offences = offences_in(world);
  const double expected = 400 * 30.0 * 12.0 / 365.25, count = static_cast<double>(offences.size());
  EXPECT_NEAR(count, expected, four_errors_of_count(expected));
  double above = 0.0, harmed = 0.0;
  for (const Offence& offence : offences) {
    above += offence.record.loss > 2000.0f;
    harmed += offence.record.harm == Harm::minor;
  }
  EXPECT_NEAR(above / count, 0.5, four_errors_of_share(0.5, count));
  EXPECT_NEAR(harmed / count, 0.2, four_errors_of_share(0.2, count));
}

TEST(Predation, has_victims_who_are_adults_of_the_territory_and_no_known_offender) {
  SmallWorld world = world_without_police();
  bring(world, there, 500);
  live(world);
  const Range<Grid> territory = world.state.predatory_groups.front().territory;
  EXPECT_GT(offences_in(world).size(), 0u);
  for (const Offence& offence : offences_in(world)) {
    EXPECT_EQ(offence.record.type, OffenceType::extortion);
    EXPECT_TRUE(territory.contains(offence.record.grid));
    EXPECT_EQ(world.state.persons.home[offence.victim], offence.record.grid);
    EXPECT_TRUE(world.state.persons.nature[offence.victim].is_adult());
    EXPECT_FALSE(offence.offender);
  }
  EXPECT_EQ(offences_in(world).size(), world.state.today.predation_offences[there].size());
}

TEST(Predation, finds_no_victims_where_nobody_is) {
  SmallWorld world = world_without_police();
  bring(world, here, 500);
  for (Nature& nature : world.state.persons.nature) nature.vacate();
  live(world);
  EXPECT_TRUE(offences_in(world).empty());
}

/// The share of victims who are strained where every second resident is.
double strained_victims(double lending) {
  SmallWorld world = world_without_police();
  assumed(world).lending = lending, assumed(world).offences = 30.0;
  bring(world, here, 400);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.strain = 0.0f, .trust = 0.6f, .ties = 0.4f});
  for (Id<Person> person : world.people()) world.state.persons.attitude[person].strain = person.row % 2 ? 2.0f : 0.0f;
  live(world);
  double strained = 0.0;
  for (const Offence& offence : offences_in(world)) strained += offence.victim.row % 2;
  return strained / static_cast<double>(offences_in(world).size());
}

TEST(MechanismPredation, loans_find_the_strained_and_extortion_finds_anybody) {
  EXPECT_NEAR(strained_victims(0.0), 0.5, four_errors_of_share(0.5, 390));
  EXPECT_NEAR(strained_victims(1.0), 1.0 - 0.125, four_errors_of_share(0.125, 390));
}

TEST(MechanismPredation, without_groups_nobody_is_extorted) {
  SmallWorld world = world_without_police();
  for (int day = 0; day < 30; ++day, world.sleep()) {
    live(world);
    EXPECT_TRUE(offences_in(world).empty());
  }
}

TEST(MechanismPredation, without_police_hours_and_reports_no_group_is_dismantled) {
  EXPECT_EQ(days_until_dismantled([] {
              SmallWorld world = world_with(50, 0.0);
              return bring(world, here, 7), world;
            }()),
            400);
}

/// Ten investigators work 70 hours a day; seven members take 700 hours.
SmallWorld suppressed_at(double share) {
  SmallWorld world = world_with(10, share);
  bring(world, here, 7);
  return world;
}

TEST(MechanismPredation, twice_the_suppression_halves_the_life_of_a_group) {
  EXPECT_EQ(days_until_dismantled(suppressed_at(0.05)), 200);
  EXPECT_EQ(days_until_dismantled(suppressed_at(0.1)), 100);
  EXPECT_EQ(days_until_dismantled(suppressed_at(0.2)), 50);
}

TEST(MechanismPredation, reports_expose_a_group_in_proportion_to_its_offences_and_the_share_reported) {
  for (double reporting : {0.25, 0.5}) {
    SmallWorld world = world_without_police();
    assumed(world).report_help = 0.1;
    world.setting.scenario.parameters.offence[OffenceType::extortion].reporting = reporting;
    bring(world, here, 300);
    live(world);
    const double reported = static_cast<double>(offences_in(world).size()) * reporting;
    EXPECT_GT(reported, 0.0);
    EXPECT_NEAR(world.state.predatory_groups.front().exposure, reported * 0.1 * 100.0, 1e-9);
  }
}

TEST(MechanismPredation, where_reporting_is_easier_groups_are_exposed_sooner) {
  const auto exposure_at = [](double ease) {
    SmallWorld world = world_without_police();
    assumed(world).report_help = 0.1;
    LeverValues levers = world.state.levers[here];
    levers.reporting.ease = ease;
    world.state.levers = Levers(3, levers);
    bring(world, here, 300);
    live(world);
    return world.state.predatory_groups.front().exposure;
  };
  EXPECT_GT(exposure_at(1.0), 1.5 * exposure_at(0.0));
}

TEST(Predation, is_investigated_group_by_group_in_the_order_of_founding) {
  SmallWorld world = world_with(10, 0.5);
  assumed(world).displaced = 0.0;
  bring(world, here, 7, 690.0), bring(world, here, 7), bring(world, there, 7);
  live(world);
  EXPECT_EQ(world.state.daily(here, Daily::groups_dismantled), 1.0);
  ASSERT_EQ(world.state.predatory_groups.size(), 2u);
  EXPECT_DOUBLE_EQ(world.state.predatory_groups[0].exposure, 25.0);
  EXPECT_DOUBLE_EQ(world.state.predatory_groups[1].exposure, 35.0);
}

TEST(Predation, takes_hours_from_investigators_on_duty_only) {
  SmallWorld world = world_with(10, 0.2);
  Station& station = world.state.stations[here];
  station.officers[0].on_duty = false, station.officers[1].duty = Duty::patrol;
  EXPECT_DOUBLE_EQ(suppression_hours(world.today(), station, here), 0.2 * 8 * 7.0);
}

/// A group of so many members that is found out today.
SmallWorld with_a_raid_on(std::uint32_t members, double displaced) {
  SmallWorld world = world_without_police();
  assumed(world).displaced = displaced, assumed(world).offences = 0.0;
  bring(world, here, members, 100.0 * members);
  return world;
}

TEST(MechanismPredation, members_are_arrested_or_displaced_and_none_comes_from_nowhere) {
  SmallWorld none = with_a_raid_on(400, 0.0), all = with_a_raid_on(400, 1.0), half = with_a_raid_on(400, 0.5);
  live(none), live(all), live(half);
  EXPECT_EQ(dismantled(none), 1.0);
  EXPECT_EQ(members(none), 0u);
  EXPECT_EQ(members(all), 400u);
  EXPECT_NEAR(members(half) / 400.0, 0.5, four_errors_of_share(0.5, 400));
}

TEST(MechanismPredation, the_displaced_go_on_in_another_town_unknown_to_the_police) {
  SmallWorld world = with_a_raid_on(9, 1.0);
  bring(world, there, 5);
  live(world);
  ASSERT_EQ(world.state.predatory_groups.size(), 2u);
  const PredatoryGroup& moved = world.state.predatory_groups[0];
  EXPECT_EQ(moved.seat, elsewhere);  // the town without a group
  EXPECT_EQ(moved.members, 9u);
  EXPECT_EQ(moved.exposure, 0.0);
  for (Id<Grid> grid : moved.territory) EXPECT_EQ(world.setting.graph.seat_at(grid), elsewhere);
}

TEST(MechanismPredation, the_displaced_join_a_group_where_there_is_one) {
  SmallWorld world = with_a_raid_on(9, 1.0);
  bring(world, elsewhere, 5), bring(world, there, 6), bring(world, there, 7);
  live(world);
  ASSERT_EQ(world.state.predatory_groups.size(), 3u);
  EXPECT_EQ(world.state.predatory_groups[0].members, 5u + 9u);
  EXPECT_EQ(members(world), 27u);
}

TEST(MechanismPredation, suppression_in_half_of_the_towns_moves_groups_to_the_others) {
  std::vector<SmallTown> towns;
  for (int i = 0; i < 4; ++i) towns.push_back({.residents = 2000, .east_km = 8.0 * i, .grids = 6});
  Scenario scenario = scenario_of(towns, 400);
  Parameters::Predation& predation = scenario.parameters.predation;
  predation.groups = predation.founding = predation.offences = 0.0;
  predation.dismantle_hours = 100.0, predation.displaced = 0.5;
  const auto members_in_the_others = [&](double suppression, double displaced) {
    scenario.parameters.predation.displaced = displaced;
    scenario.levers.predation.suppression = 0.0;
    SmallWorld world(scenario);
    for (Station& station : world.state.stations)
      station.officers.assign(10, {.duty = Duty::investigation, .on_duty = true});
    for (Id<Town> town : all_rows<Town>(4)) bring(world, town, 40);
    for (Id<Town> town : {here, there})
      world.state.levers.set(0, town, lever_index("predation.suppression"), suppression);
    for (; world.state.day < 300; world.sleep()) live(world);
    double there_now = 0.0;
    for (const PredatoryGroup& group : world.state.predatory_groups)
      if (group.seat.row >= 2) there_now += group.members;
    return there_now;
  };
  EXPECT_EQ(members_in_the_others(0.0, 0.5), 80.0);
  EXPECT_NEAR(members_in_the_others(0.4, 0.5), 80.0 + 40.0, four_errors_of_share(0.5, 80.0) * 80.0);
  EXPECT_EQ(members_in_the_others(0.4, 0.0), 80.0) << "nobody gets away";
}

TEST(Predation, in_a_world_of_one_town_nobody_can_get_away) {
  Scenario scenario = scenario_of({SmallTown{}}, 10);
  scenario.parameters.predation.groups = 0.0, scenario.parameters.predation.founding = 0.0;
  scenario.parameters.predation.displaced = 1.0;
  SmallWorld world(std::move(scenario));
  bring(world, here, 9, 1e9);
  live(world);
  EXPECT_EQ(dismantled(world), 1.0);
  EXPECT_EQ(members(world), 0u);
}

TEST(Predation, meets_the_same_victims_with_the_same_luck_under_any_suppression) {
  SmallWorld lax = suppressed_at(0.0), strict = suppressed_at(1.0);
  for (int day = 0; day < 9; ++day, lax.sleep(), strict.sleep()) {
    live(lax), live(strict);
    const std::vector<Offence> a = offences_in(lax), b = offences_in(strict);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i].victim, b[i].victim);
      EXPECT_EQ(a[i].luck, b[i].luck);
    }
  }
}

}  // namespace
}  // namespace linli
