#include "processes/counselling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Town> town{0};

/// Everybody under the same strain; by default 10,000 adults, of whom one in a hundred looks for counsel on a day.
Scenario strained_town() {
  Scenario scenario = scenario_of({{.residents = 10'000, .grids = 8}}, 400);
  scenario.parameters.wellbeing.seek_rate = 3.6525;
  scenario.parameters.wellbeing.clients = 3652.5;  // ten a day
  scenario.levers.wellbeing.services = 1.0;
  scenario.levers.wellbeing.specialists = 1.0;
  return scenario;
}

struct Counsel {
  double found = 0.0, missed = 0.0, relief = 0.0;
};

Counsel lived(const Scenario& scenario, Day days = 1, float strain = 1.0f) {
  SmallWorld world(scenario);
  Counsel sums;
  for (; world.state.day < days; world.sleep()) {
    world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.strain = strain, .trust = 0.6f, .ties = 0.4f});
    counsel(world.today(), world.state);
    sums.found += world.state.daily(town, Daily::counselled);
    sums.missed += world.state.daily(town, Daily::counselling_missed);
    for (const auto& list : world.state.today.effects[EffectSource::self_harm].lists)
      for (const Effect& effect : list) sums.relief -= effect.strain;
    for (std::uint32_t exceeded : world.state.today.bounds_exceeded) EXPECT_EQ(exceeded, 0u);
  }
  return sums;
}

double seekers(const Counsel& counsel) {
  return counsel.found + counsel.missed;
}

TEST(Counselling, IsSoughtInProportionToStrain) {
  EXPECT_NEAR(seekers(lived(strained_town(), 10)), 1000.0, four_errors_of_count(1000.0));
  EXPECT_NEAR(seekers(lived(strained_town(), 10, 5.0f)), 5000.0, four_errors_of_count(5000.0));
  EXPECT_EQ(seekers(lived(strained_town(), 10, 0.0f)), 0.0);
}

TEST(Counselling, HasAPlaceEverySoManyDays) {
  const Parameters::Wellbeing wellbeing{.clients = 100.0};
  LeverValues levers;
  levers.wellbeing.specialists = 0.5;
  EXPECT_DOUBLE_EQ(days_between_places(wellbeing, levers, 20'000.0), 365.25 / 100.0);
  levers.wellbeing.specialists = 0.0;
  EXPECT_TRUE(std::isinf(days_between_places(wellbeing, levers, 20'000.0)));
}

TEST(MechanismCounselling, TakesAsManyAsCounsellorsCanAndAFortnightOnTheList) {
  const Counsel year = lived(strained_town(), 100);
  EXPECT_NEAR(year.found, 10.0 * (100.0 + longest_waiting_list), 25.0) << "ten a day, and who waits on the last day";
  EXPECT_GT(year.missed, 8000.0);
}

TEST(MechanismCounselling, ServesAllGridsAlikeWhenPlacesAreScarce) {
  Scenario scenario = strained_town();
  std::map<std::uint32_t, double> served;
  SmallWorld world(scenario);
  for (; world.state.day < 200; world.sleep()) {
    world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.strain = 1.0f, .trust = 0.6f, .ties = 0.4f});
    counsel(world.today(), world.state);
    for (Id<Grid> grid : world.setting.graph.grids_of_town[town])
      served[grid.row] += static_cast<double>(world.state.today.effects[EffectSource::self_harm][grid].size());
  }
  double most_per_head = 0.0, least_per_head = 1.0;
  for (const auto& [grid, count] : served) {
    const double per_head = count / static_cast<double>(world.setting.graph.residents[Id<Grid>(grid)]);
    most_per_head = std::max(most_per_head, per_head), least_per_head = std::min(least_per_head, per_head);
  }
  EXPECT_LT(most_per_head, 1.6 * least_per_head) << "by chance alone: about 270 served in each of eight grids";
}

TEST(MechanismCounselling, TwiceTheSpecialistsSeeTwiceAsMany) {
  Scenario scenario = strained_town();
  const Counsel once = lived(scenario, 100);
  scenario.levers.wellbeing.specialists = 2.0;
  const Counsel twice = lived(scenario, 100);
  EXPECT_NEAR(twice.found / once.found, 2.0, 0.05);
  EXPECT_EQ(seekers(twice), seekers(once)) << "the same people seek";
  scenario.levers.wellbeing.specialists = 0.0;
  EXPECT_EQ(lived(scenario, 100).found, 0.0);
}

TEST(MechanismCounselling, MoreServicesWithoutMoreSpecialistsLengthenTheList) {
  Scenario scenario = strained_town();
  scenario.levers.wellbeing.services = 0.3;
  const Counsel few = lived(scenario, 100);
  scenario.levers.wellbeing.services = 0.9;
  const Counsel many = lived(scenario, 100);
  EXPECT_NEAR(seekers(many) / seekers(few), 3.0, 0.15);
  EXPECT_GT(many.missed, 2.0 * few.missed);
  EXPECT_NEAR(many.found, few.found, 25.0);
  scenario.levers.wellbeing.services = 0.0;
  EXPECT_EQ(seekers(lived(scenario, 100)), 0.0);
}

TEST(MechanismCounselling, TakesItsStrainAwayAndNothingWithoutRelief) {
  Scenario scenario = strained_town();
  scenario.parameters.wellbeing.relief = 0.6;
  const Counsel some = lived(scenario);
  EXPECT_GT(some.found, 50.0);
  EXPECT_NEAR(some.relief, 0.6 * some.found, 1e-3);
  scenario.parameters.wellbeing.relief = 0.0;
  EXPECT_EQ(lived(scenario).relief, 0.0);
  scenario.parameters.wellbeing.seek_rate = 0.0;
  EXPECT_EQ(seekers(lived(scenario)), 0.0);
}

}  // namespace
}  // namespace linli
