#include "processes/hazard.h"

#include <gtest/gtest.h>

#include <vector>

#include "processes/rounds.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

const Id<Town> town_a(0), town_b(1);
constexpr Daily by_type[] = {Daily::hazards_arisen, Daily::hazards_found, Daily::hazards_fixed, Daily::accidents};

Scenario a_town(std::int64_t residents, Day days) {
  return scenario_of({{.residents = residents, .communities = 2, .grids = 8}}, days);
}

/// Lives some days of rounds and hazards and adds up what was counted.
DailyTally live(SmallWorld& world, Day days) {
  DailyTally sums(world.state.dockets.size(), daily_indicators);
  for (Day day = 0; day < days; ++day, world.sleep()) {
    walk_rounds(world.today(), world.state);
    live_with_hazards(world.today(), world.state);
    for (Id<Town> town : all_rows<Town>(world.state.dockets.size())) {
      for (Daily indicator : by_type)
        for (HazardType type : every<HazardType>())
          sums(town, indicator, type) += world.state.daily(town, indicator, type);
      for (Harm harm : every<Harm>())
        sums(town, Daily::accident_victims, harm) += world.state.daily(town, Daily::accident_victims, harm);
    }
  }
  return sums;
}

DailyTally live(Scenario scenario, Day days) {
  SmallWorld world(std::move(scenario));
  return live(world, days);
}

double over_types(const DailyTally& sums, Daily indicator, Id<Town> town = town_a) {
  double total = 0.0;
  for (HazardType type : every<HazardType>()) total += sums(town, indicator, type);
  return total;
}

double stock(const Column<Grid, PerKind<HazardType, std::int32_t>>& column, HazardType type) {
  double total = 0.0;
  for (const auto& grid : column) total += grid[type];
  return total;
}

double exposed(const SmallWorld& world, HazardType type) {
  double total = 0.0;
  for (const auto& grid : world.state.hazards.exposed) total += grid[type];
  return total;
}

TEST(Hazard, EveryHazardIsOpenOrFoundOrFixedWhenNoneGoesByItself) {
  Scenario scenario = a_town(20'000, 120);
  for (OfHazard& of : scenario.parameters.hazard.type) of.persistence = 1e12;
  SmallWorld world(std::move(scenario));
  const Hazards before = world.state.hazards;
  const DailyTally sums = live(world, 120);
  const Hazards& now = world.state.hazards;
  for (HazardType type : every<HazardType>()) {
    EXPECT_GT(sums(town_a, Daily::hazards_fixed, type), 0.0);
    EXPECT_EQ(stock(before.open, type) + sums(town_a, Daily::hazards_arisen, type),
              stock(now.open, type) + sums(town_a, Daily::hazards_found, type));
    EXPECT_EQ(stock(before.found, type) + sums(town_a, Daily::hazards_found, type),
              stock(now.found, type) + sums(town_a, Daily::hazards_fixed, type));
  }
}

TEST(Hazard, StocksAreCountedInTheEvening) {
  SmallWorld world(a_town(20'000, 10));
  live_with_hazards(world.today(), world.state);
  for (HazardType type : every<HazardType>()) {
    double of_the_week = 0.0;
    for (Id<Grid> grid : all_rows<Grid>(8)) of_the_week += world.state.weekly(grid, Weekly::hazards_open, type);
    EXPECT_EQ(world.state.daily(town_a, Daily::hazards_open, type), stock(world.state.hazards.open, type));
    EXPECT_EQ(of_the_week, stock(world.state.hazards.open, type));
  }
}

TEST(Hazard, ArisesFromThoseExposed) {
  SmallWorld world(a_town(40'000, 200));
  const DailyTally sums = live(world, 200);
  for (HazardType type : every<HazardType>()) {
    const double expected =
        world.parameters().hazard.type[type].rate / 1000.0 * exposed(world, type) * 200 / days_per_year;
    EXPECT_NEAR(sums(town_a, Daily::hazards_arisen, type), expected, four_errors_of_count(expected));
  }
}

TEST(Hazard, ExposesWorkersWhereTheyWorkAndResidentsWhereTheyLive) {
  const SmallWorld world(a_town(20'000, 5));
  double at_work = 0.0;
  for (std::uint16_t filled : world.state.employers.filled) at_work += filled;
  EXPECT_EQ(exposed(world, HazardType::workplace), at_work);
  EXPECT_EQ(exposed(world, HazardType::food), 20'000.0);
}

TEST(Hazard, BalancesArisingWithFindingAndGoing) {
  SmallWorld world(a_town(60'000, 365));
  live(world, 365);
  const double a_day = 1.0 / days_per_year;
  Column<Grid, RoundsInGrid> rounds;
  spread_rounds(world.today(), world.state, a_day, rounds);
  for (HazardType type : every<HazardType>()) {
    double expected = 0.0;
    for (Id<Grid> grid : all_rows<Grid>(8))
      expected += world.parameters().hazard.type[type].rate / 1000.0 * a_day * world.state.hazards.exposed[grid][type] /
                  (finding_rate(world.today(), world.state.hazards, grid, type, rounds[grid]) +
                   1.0 / world.parameters().hazard.type[type].persistence);
    const double of_weekends = 0.02 * expected;  // rounds come in weeks, a day is a step
    EXPECT_NEAR(stock(world.state.hazards.open, type), expected, four_errors_of_count(expected) + of_weekends);
  }
}

TEST(Hazard, StartsInBalance) {
  SmallWorld world(a_town(60'000, 365));
  const Hazards before = world.state.hazards;
  live(world, 365);
  for (HazardType type : every<HazardType>()) {
    const double open = stock(world.state.hazards.open, type);
    EXPECT_NEAR(stock(before.open, type), open, four_errors_of_count(2.0 * open) + 0.02 * open);
  }
}

TEST(Hazard, CausesAccidentsWhileItIsOpenOrFoundButNotFixed) {
  Scenario scenario = a_town(20'000, 100);
  Parameters::Hazard& hazard = scenario.parameters.hazard;
  hazard.type[HazardType::fire].accident = 0.3, hazard.type[HazardType::workplace].accident = 0.6;
  hazard.type[HazardType::traffic].accident = 0.9, hazard.type[HazardType::food].accident = 1.2;
  for (OfHazard& of : hazard.type) of.repair = 300.0;  // about as many are under repair as are open
  SmallWorld world(std::move(scenario));
  PerKind<HazardType, double> expected{}, accidents{};
  for (Day day = 0; day < 100; ++day, world.sleep()) {
    for (HazardType type : every<HazardType>())
      expected[type] += world.parameters().hazard.type[type].accident / days_per_year *
                        (stock(world.state.hazards.open, type) + stock(world.state.hazards.found, type));
    walk_rounds(world.today(), world.state);
    live_with_hazards(world.today(), world.state);
    for (HazardType type : every<HazardType>()) accidents[type] += world.state.daily(town_a, Daily::accidents, type);
  }
  for (HazardType type : every<HazardType>())
    EXPECT_NEAR(accidents[type], expected[type], four_errors_of_count(expected[type]));
}

TEST(Hazard, InjuresAndKillsInTheSharesOfItsType) {
  Scenario scenario = a_town(20'000, 60);
  PerKind<HazardType, OfHazard>& types = scenario.parameters.hazard.type;
  for (OfHazard& of : types) of.accident = 0.0;
  types[HazardType::fire].accident = 3.0;
  types[HazardType::fire].injury = 0.3, types[HazardType::fire].death = 0.1;
  const DailyTally sums = live(std::move(scenario), 60);
  const double accidents = sums(town_a, Daily::accidents, HazardType::fire);
  ASSERT_GT(accidents, 400.0);
  EXPECT_NEAR(sums(town_a, Daily::accident_victims, Harm::injury) / accidents, 0.3,
              four_errors_of_share(0.3, accidents));
  EXPECT_NEAR(sums(town_a, Daily::accident_victims, Harm::death) / accidents, 0.1,
              four_errors_of_share(0.1, accidents));
}

/// A world where all accidents are of one type and do one harm.
SmallWorld struck(HazardType type, double injury, double death) {
  Scenario scenario = a_town(20'000, 10);
  PerKind<HazardType, OfHazard>& types = scenario.parameters.hazard.type;
  for (OfHazard& of : types) of.accident = 0.0;
  types[type].accident = 50.0, types[type].injury = injury, types[type].death = death;
  SmallWorld world(std::move(scenario));
  live_with_hazards(world.today(), world.state);
  return world;
}

TEST(Hazard, AtWorkStrikesSomebodyWhoWorksThere) {
  const SmallWorld world = struck(HazardType::workplace, 1.0, 0.0);
  std::size_t struck_here = 0;
  for (Id<Grid> grid : all_rows<Grid>(8))
    for (const Effect& effect : world.state.today.effects[EffectSource::hazard][grid]) {
      const Id<Employer> employer = world.state.persons.employer[effect.person];
      ASSERT_TRUE(employer);
      EXPECT_EQ(world.state.employers.grid[employer], grid);
      ++struck_here;
    }
  EXPECT_GT(struck_here, 5u);
  EXPECT_EQ(world.state.daily(town_a, Daily::accident_victims, Harm::injury), static_cast<double>(struck_here));
}

TEST(Hazard, ElsewhereStrikesSomebodyWhoLivesThereAndStrainsThem) {
  const SmallWorld world = struck(HazardType::traffic, 1.0, 0.0);
  for (Id<Grid> grid : all_rows<Grid>(8)) {
    EXPECT_FALSE(world.state.today.effects[EffectSource::hazard][grid].empty());
    for (const Effect& effect : world.state.today.effects[EffectSource::hazard][grid]) {
      EXPECT_EQ(world.state.persons.home[effect.person], grid);
      EXPECT_FLOAT_EQ(effect.strain, static_cast<float>(world.parameters().hazard.accident_strain));
    }
  }
}

/// Those who live with somebody.
std::vector<Id<Person>> left_behind(const State& state, Id<Person> victim) {
  std::vector<Id<Person>> left;
  for (Id<Person> member : state.households.members(state.persons.household[victim]))
    if (member != victim) left.push_back(member);
  return left;
}

TEST(Hazard, ThatKillsStrainsTheHouseholdOfWhomItWouldHaveInjured) {
  const SmallWorld injured = struck(HazardType::traffic, 1.0, 0.0), killed = struck(HazardType::traffic, 0.0, 1.0);
  std::size_t strained = 0;
  for (Id<Grid> grid : all_rows<Grid>(8)) {
    std::vector<Id<Person>> expected, found;
    for (const Effect& effect : injured.state.today.effects[EffectSource::hazard][grid])
      for (Id<Person> member : left_behind(injured.state, effect.person)) expected.push_back(member);
    for (const Effect& effect : killed.state.today.effects[EffectSource::hazard][grid]) found.push_back(effect.person);
    EXPECT_EQ(found, expected);
    strained += found.size();
  }
  EXPECT_GT(strained, 5u);
}

TEST(Hazard, ThatKillsIsCountedAndLeavesTheRowAlone) {
  const SmallWorld world = struck(HazardType::traffic, 0.0, 1.0);
  EXPECT_GT(world.state.daily(town_a, Daily::accident_victims, Harm::death), 5.0);
  for (Id<Person> person : world.people()) EXPECT_FALSE(world.state.persons.nature[person].is_vacant());
}

TEST(MechanismHazard, NothingIsFoundAndMoreAccidentsHappenWhenNobodyWalks) {
  Scenario walked = a_town(60'000, 365);
  for (OfHazard& of : walked.parameters.hazard.type) of.accident *= 100.0;
  Scenario unseen = walked;
  unseen.levers.rounds.workers = unseen.levers.safety.inspectors = unseen.levers.housing.inspection = 0.0;
  const DailyTally with = live(std::move(walked), 365), without = live(std::move(unseen), 365);
  EXPECT_GT(over_types(with, Daily::hazards_found), 0.0);
  EXPECT_EQ(over_types(without, Daily::hazards_found), 0.0);
  EXPECT_EQ(over_types(without, Daily::hazards_fixed), 0.0);
  EXPECT_GT(over_types(without, Daily::accidents), 1.3 * over_types(with, Daily::accidents));
}

TEST(MechanismHazard, TwiceTheGridWorkersFindAboutAsManyMoreAsTheStocksAllow) {
  Scenario once = a_town(60'000, 365);
  once.levers.safety.inspectors = once.levers.housing.inspection = 0.0;
  Scenario twice = once;
  twice.levers.rounds.workers *= 2.0;
  const double few = over_types(live(std::move(once), 365), Daily::hazards_found);
  const double more = over_types(live(std::move(twice), 365), Daily::hazards_found);
  EXPECT_GT(more, 1.4 * few);  // f / (f + g) with f a third of g: 1.6
  EXPECT_LT(more, 1.8 * few);
}

TEST(MechanismHazard, DoubleInspectorsFindMoreAtFirmsAndNothingElse) {
  Scenario once = a_town(60'000, 365);
  Scenario twice = once;
  twice.levers.safety.inspectors *= 2.0;
  const DailyTally before = live(std::move(once), 365), after = live(std::move(twice), 365);
  for (HazardType type : {HazardType::workplace, HazardType::food})
    EXPECT_GT(after(town_a, Daily::hazards_found, type), 1.15 * before(town_a, Daily::hazards_found, type));
  for (HazardType type : {HazardType::fire, HazardType::traffic})
    EXPECT_EQ(after(town_a, Daily::hazards_found, type), before(town_a, Daily::hazards_found, type));
}

TEST(MechanismHazard, InspectionOfRentedHomesFindsFireHazardsOnly) {
  Scenario none = a_town(60'000, 365);
  none.levers.housing.inspection = 0.0;
  Scenario often = none;
  often.levers.housing.inspection = 4.0;
  const DailyTally before = live(std::move(none), 365), after = live(std::move(often), 365);
  EXPECT_GT(after(town_a, Daily::hazards_found, HazardType::fire),
            1.5 * before(town_a, Daily::hazards_found, HazardType::fire));
  for (HazardType type : {HazardType::workplace, HazardType::traffic, HazardType::food})
    EXPECT_EQ(after(town_a, Daily::hazards_found, type), before(town_a, Daily::hazards_found, type));
}

/// Exposure to fire when all tenants live in homes of one class.
double fire_exposure(int rental_class, double grade_effect) {
  Scenario scenario = a_town(20'000, 5);
  scenario.parameters.hazard.grade_effect = grade_effect;
  SmallWorld world(std::move(scenario));
  for (Household& household : world.state.households.facts)
    if (household.tenure == Tenure::rent) household.rental_class = static_cast<std::uint8_t>(rental_class);
  lay_hazards(world.today(), world.state);
  return exposed(world, HazardType::fire);
}

TEST(MechanismHazard, WorseRentalGradesBringMoreFireHazards) {
  const double best = fire_exposure(1, 0.5), worst = fire_exposure(8, 0.5), worse = fire_exposure(8, 1.0);
  EXPECT_EQ(best, 20'000.0);
  EXPECT_GT(worst, 1.2 * best);
  EXPECT_NEAR(worse - best, 2.0 * (worst - best), 1e-3 * best);
  EXPECT_EQ(fire_exposure(8, 0.0), best);
}

TEST(MechanismHazard, AFloodBringsHazardsToItsTownsOnItsDaysOnly) {
  Scenario dry = scenario_of({{.residents = 20'000}, {.residents = 20'000, .east_km = 12.0}}, 20);
  Scenario wet = dry;
  wet.shocks.push_back({.kind = Shock::Kind::flood, .size = 0.2, .towns = {town_a}, .day = 5, .lasts = 3});
  const double factor = 1.0 + wet.parameters.hazard.flood_factor * 0.2;
  SmallWorld before(std::move(dry)), after(std::move(wet));
  double usual = 0.0, flooded = 0.0;
  for (Day day = 0; day < 20; ++day, before.sleep(), after.sleep()) {
    live_with_hazards(before.today(), before.state), live_with_hazards(after.today(), after.state);
    const double arisen = over_types(before.state.daily, Daily::hazards_arisen);
    const double then = over_types(after.state.daily, Daily::hazards_arisen);
    if (day >= 5 && day < 8)
      usual += arisen, flooded += then;
    else
      EXPECT_EQ(then, arisen);
    EXPECT_EQ(over_types(after.state.daily, Daily::hazards_arisen, town_b),
              over_types(before.state.daily, Daily::hazards_arisen, town_b));
  }
  EXPECT_NEAR(flooded, factor * usual, four_errors_of_count(factor * usual) + factor * four_errors_of_count(usual));
}

TEST(MechanismHazard, AFloodStrainsAShareOfResidentsOnce) {
  Scenario scenario = scenario_of({{.residents = 20'000}, {.residents = 20'000, .east_km = 12.0}}, 20);
  for (OfHazard& of : scenario.parameters.hazard.type) of.accident = 0.0;
  scenario.shocks.push_back({.kind = Shock::Kind::flood, .size = 0.2, .towns = {town_a}, .day = 2, .lasts = 3});
  SmallWorld world(std::move(scenario));
  for (Day day = 0; day < 6; ++day, world.sleep()) {
    live_with_hazards(world.today(), world.state);
    double strained = 0.0;
    for (const auto& effects : world.state.today.effects[EffectSource::hazard].lists)
      for (const Effect& effect : effects) {
        EXPECT_EQ(world.setting.graph.town_of[world.state.persons.home[effect.person]], town_a);
        ++strained;
      }
    if (day == 2)
      EXPECT_NEAR(strained / 20'000.0, 0.2, four_errors_of_share(0.2, 20'000.0));
    else
      EXPECT_EQ(strained, 0.0);
  }
}

TEST(Hazard, OfOneTownDoesNotNoticeTheRoundsOfAnother) {
  const auto lived_with = [](double workers) {
    Scenario scenario = scenario_of({{.residents = 20'000}, {.residents = 20'000, .east_km = 12.0}}, 40);
    SmallWorld world(std::move(scenario));
    for (Day day = 0; day < 40; ++day, world.sleep()) {
      walk_rounds(world.today(), world.state);
      for (Id<Grid> grid : world.setting.graph.grids_of_town[town_a])
        world.state.rounds[grid].worker_visits *= static_cast<float>(workers);
      live_with_hazards(world.today(), world.state);
    }
    return std::pair(stock(world.state.hazards.open, HazardType::fire), world.state.hazards);
  };
  const auto [fires, before] = lived_with(1.0);
  const auto [fewer_fires, after] = lived_with(3.0);
  EXPECT_LT(fewer_fires, fires);
  for (Id<Grid> grid : Range<Grid>{Id<Grid>(4), Id<Grid>(8)})
    EXPECT_TRUE(before.open[grid] == after.open[grid] && before.found[grid] == after.found[grid]);
}

}  // namespace
}  // namespace linli
