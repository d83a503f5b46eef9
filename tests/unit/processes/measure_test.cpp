#include "processes/measure.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "processes/mediation.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

TEST(Projects, AreCountedInTheirTownFromAnnouncementToDecision) {
  Scenario scenario = scenario_of({{.residents = 500}, {.residents = 500, .east_km = 8.0}}, 30);
  const TownFacts& east = scenario.world.towns[1];
  scenario.parameters.grievance.disclosure_delay = 0.0;
  scenario.facilities = {{.name = "Tip", .lon = east.lon, .lat = east.lat, .announced = 1, .decided = 3},
                         {.name = "Line", .lon = east.lon, .lat = east.lat, .announced = 2, .decided = 3}};
  SmallWorld world(scenario);
  for (double open : {0.0, 1.0, 2.0, 0.0}) {
    count_stocks(world.today(), world.state);
    EXPECT_EQ(world.state.daily(Id<Town>(1), Daily::projects_open), open) << world.state.day;
    EXPECT_EQ(world.state.daily(Id<Town>(0), Daily::projects_open), 0.0);
    world.sleep();
  }
}

TEST(Mediators, OfStudiosAndGroupsAreInPost) {
  Scenario scenario = scenario_of({{.residents = 10'000}}, 10);
  scenario.levers.mediation = {.full_time = 2.0, .part_time = 3.0, .sector = 1.0, .studios = 4.0, .groups = 2.0};
  scenario.levers.police.desk = 1.0;
  SmallWorld world(scenario);
  staff_posts(world.today(), town, 10'000, world.state.dockets[town]);
  count_stocks(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::mediators), 13.0);
}

TEST(Weeks, EndOnEverySeventhDayOfTheRun) {
  EXPECT_FALSE(ends_week(0));
  EXPECT_TRUE(ends_week(6));
  EXPECT_TRUE(ends_week(13));
  EXPECT_FALSE(ends_week(14));
}

TEST(Stocks, OfWorkersUnderAProgrammeAreThoseOfFirmsThatRunOne) {
  for (double culture : {0.0, 0.5, 1.0}) {
    Scenario scenario = scenario_of({{.residents = 5000}}, 10);
    for (Sector sector : every<Sector>())
      scenario.parameters.work.sector[sector].culture_uptake = sector == Sector::construction ? 0.0 : 1.0;
    scenario.levers.workplace.culture = culture;
    SmallWorld world(scenario);
    count_stocks(world.today(), world.state);
    const auto share = [&](Sector sector) {
      return world.state.daily(town, Daily::workers_covered, sector) / world.state.daily(town, Daily::workers, sector);
    };
    EXPECT_EQ(share(Sector::construction), 0.0);
    EXPECT_GE(share(Sector::manufacturing), culture) << "large firms come first";
    EXPECT_LE(share(Sector::manufacturing), culture > 0.0 ? 1.0 : 0.0);
  }
}

/// The panel's members, in order.
std::vector<Id<Person>> members(const SmallWorld& world) {
  std::vector<Id<Person>> some;
  for (Id<Person> person : world.people())
    if (person.row % 100 == 0) some.push_back(person);
  return some;
}

TEST(Years, EndOnThirtyFirstDecember) {
  SmallWorld world(scenario_of({{.residents = 500}}, 10, std::chrono::year(2021) / 12 / 30));
  EXPECT_FALSE(ends_year(world.today()));
  world.sleep();
  EXPECT_TRUE(ends_year(world.today()));
  world.sleep();
  EXPECT_FALSE(ends_year(world.today()));
}

TEST(Panel, IsOneResidentInAHundredAndSaysWhatTheyThink) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.strain = 9.0f, .trust = 0.0f, .ties = 0.0f});
  int asked = 0;
  for (Id<Person> person : world.people()) {
    if (person.row % 100 != 0) continue;
    ++asked;
    world.state.persons.attitude[person] = {.strain = 1.0f, .trust = asked % 2 ? 0.4f : 0.8f, .ties = 0.5f};
  }
  ask_panel(world.today(), world.state);
  EXPECT_EQ(asked, 50);
  EXPECT_NEAR(world.state.panel(town, Panel::strain, PopulationGroup::men), 1.0, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::trust, PopulationGroup::men), 0.6, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::ties, PopulationGroup::men), 0.5, 1e-6);
}

TEST(Panel, GivesAMeanForEveryGroupAndNoneWhereNobodyBelongsToIt) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.8f});
  for (std::size_t i = 0; i < 10; ++i) {
    world.state.persons.nature[members(world)[i]] = Nature(AgeBand::elder, true, true, 0.3);
    world.state.persons.attitude[members(world)[i]].trust = 0.3f;
  }
  ask_panel(world.today(), world.state);
  const auto trust = [&](PopulationGroup group) { return world.state.panel(town, Panel::trust, group); };
  EXPECT_NEAR(trust(PopulationGroup::hukou), 0.8, 1e-6);
  EXPECT_NEAR(trust(group_of(AgeBand::adult)), 0.8, 1e-6);
  EXPECT_NEAR(trust(PopulationGroup::migrant), 0.3, 1e-6);
  EXPECT_NEAR(trust(group_of(AgeBand::elder)), 0.3, 1e-6);
  EXPECT_NEAR(trust(PopulationGroup::men), 0.7, 1e-6);
  EXPECT_TRUE(std::isnan(trust(PopulationGroup::women)));
  EXPECT_TRUE(std::isnan(trust(group_of(AgeBand::child))));
}

TEST(Panel, GivesTheSpreadOfWhatItsMembersThink) {
  SmallWorld world(scenario_of({{.residents = 4100}}, 10));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {});
  const std::vector<Id<Person>> asked = members(world);
  ASSERT_EQ(asked.size(), 41u);
  for (std::size_t i = 0; i < asked.size(); ++i)  // 0.40, 0.39, ... 0.00
    world.state.persons.attitude[asked[i]].trust = static_cast<float>(40 - i) / 100.0f;
  ask_panel(world.today(), world.state);
  EXPECT_NEAR(world.state.panel(town, Panel::trust_spread, Quantile::tenth), 0.04, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::trust_spread, Quantile::median), 0.20, 1e-6);
  EXPECT_NEAR(world.state.panel(town, Panel::trust_spread, Quantile::ninetieth), 0.36, 1e-6);
}

TEST(Panel, LeavesOutVacantPlacesAndPeopleInCustody) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.trust = 0.8f});
  for (Id<Person> member : members(world)) world.state.persons.attitude[member].trust = 0.1f;
  for (std::size_t i = 0; i < 50; ++i) {
    Nature& nature = world.state.persons.nature[members(world)[i]];
    if (i < 20) nature.vacate();
    if (i >= 20 && i < 49) nature.take_into_custody();
  }
  world.state.persons.attitude[members(world)[49]].trust = 0.9f;
  ask_panel(world.today(), world.state);
  EXPECT_NEAR(world.state.panel(town, Panel::trust, PopulationGroup::men), 0.9, 1e-6);
  EXPECT_EQ(panel_snapshot(world.today(), world.state).size(), 1u);
}

TEST(Panel, OfATownWhereNobodyWasAskedHasNoValues) {
  SmallWorld world(scenario_of({{.residents = 500}}, 10));
  for (Id<Person> person : world.people()) world.state.persons.nature[person].vacate();
  ask_panel(world.today(), world.state);
  EXPECT_TRUE(std::isnan(world.state.panel(town, Panel::ties, PopulationGroup::migrant)));
  EXPECT_TRUE(std::isnan(world.state.panel(town, Panel::ties_spread, Quantile::median)));
}

TEST(Panel, ASnapshotTellsOfEveryMemberAlone) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  const Id<Person> third = members(world)[2];
  Persons& persons = world.state.persons;
  persons.nature[third] = Nature(AgeBand::senior, false, true, 0.3);
  persons.attitude[third] = {.strain = 1.0f, .trust = 0.4f, .ties = 0.2f};
  persons.generation[third] = 5;
  const std::vector<PanelRecord> records = panel_snapshot(world.today(), world.state);
  ASSERT_EQ(records.size(), 50u);
  EXPECT_EQ(records[2].member, 2u);
  EXPECT_EQ(records[2].generation, 5);
  EXPECT_EQ(records[2].year, 2021);
  EXPECT_EQ(records[2].grid, persons.home[third]);
  EXPECT_EQ(records[2].age, AgeBand::senior);
  EXPECT_FALSE(records[2].male);
  EXPECT_TRUE(records[2].migrant);
  EXPECT_EQ(records[2].employed, static_cast<bool>(persons.employer[third]));
  EXPECT_NEAR(records[2].trust, 0.4, 1e-6);
}

TEST(Stocks, OfWorkersOwedAreThoseOfFirmsInArrears) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 10));
  Employers& employers = world.state.employers;
  employers.in_arrears[town] = {Id<Employer>(2)};
  count_stocks(world.today(), world.state);
  double workers = 0.0;
  for (std::uint16_t filled : employers.filled) workers += filled;
  EXPECT_EQ(world.state.daily.block(Daily::workers, daily_indicators).sum(), workers);
  EXPECT_EQ(world.state.daily(town, Daily::workers_owed, employers.sector[Id<Employer>(2)]),
            employers.filled[Id<Employer>(2)]);
  EXPECT_EQ(world.state.daily(town, Daily::residents), 5000.0);
}

TEST(Stocks, OfMediatorsAreAllPostsInService) {
  SmallWorld world(scenario_of({{.residents = 2000}}, 10));
  world.state.dockets[town].staffing = {.full_time = 3, .part_time = 20, .at_centre = 1, .sector = 4, .desk = 2};
  count_stocks(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::mediators), 3 + 20 + 4 + 2);
}

TEST(Stocks, OfDisputesAreThoseOpenAndThoseWaitingAtEveryStage) {
  SmallWorld world(scenario_of({{.residents = 2000}}, 10));
  Docket& docket = world.state.dockets[town];
  docket.open_at[Stage::latent] = 7;
  for (Stage stage : {Stage::community, Stage::arbitration, Stage::court, Stage::petition})
    docket.waiting_at[stage] = 10 + static_cast<int>(stage);
  count_stocks(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::disputes_at, Stage::latent), 7);
  for (Stage stage : {Stage::community, Stage::arbitration, Stage::court, Stage::petition})
    EXPECT_EQ(world.state.daily(town, Daily::waiting, stage), 10 + static_cast<int>(stage));
}

TEST(Stocks, OfResidentsAreGivenForEveryGroup) {
  SmallWorld world(scenario_of({{.residents = 2000}}, 10));
  world.state.residents_by_group[town] = {};
  world.state.residents_by_group[town][PopulationGroup::migrant] = 1200;
  world.state.residents_by_group[town][group_of(AgeBand::elder)] = 30;
  count_stocks(world.today(), world.state);
  EXPECT_EQ(world.state.daily(town, Daily::residents_by_group, PopulationGroup::migrant), 1200);
  EXPECT_EQ(world.state.daily(town, Daily::residents_by_group, group_of(AgeBand::elder)), 30);
  EXPECT_EQ(world.state.daily(town, Daily::residents_by_group, PopulationGroup::hukou), 0);
}

TEST(Stocks, RatesAboveTheirBoundAreAddedUpOverTheGridsOfTheTown) {
  SmallWorld world(scenario_of({{.residents = 2000}, {.residents = 2000, .east_km = 10.0}}, 10));
  Id<Grid> elsewhere;
  for (Id<Town> each : {town, Id<Town>(1)})
    for (Id<Grid> grid : world.setting.graph.grids_of_town[each]) {
      world.state.today.bounds_exceeded[grid] = each == town ? 2 : 0;
      if (each != town) elsewhere = grid;
    }
  world.state.today.bounds_exceeded[elsewhere] = 1;
  count_stocks(world.today(), world.state);
  const double grids = static_cast<double>(world.setting.graph.grids_of_town[town].size());
  EXPECT_EQ(world.state.daily(town, Daily::bounds_exceeded), 2.0 * grids);
  EXPECT_EQ(world.state.daily(Id<Town>(1), Daily::bounds_exceeded), 1.0);
}

}  // namespace
}  // namespace linli
