#include "processes/attitudes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Id<Person> person{0};

/// A town in which everybody thinks the same.
SmallWorld town() {
  Scenario scenario = scenario_of({{.residents = 500}}, 30);
  Parameters::Attitudes& assumed = scenario.parameters.attitudes;
  assumed.good_contact = 0.02, assumed.bad_contact_ratio = 4.0, assumed.spread = 0.2;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.strain = 1.0f, .trust = 0.5f, .ties = 0.3f});
  return world;
}

float trust_of(const SmallWorld& world, Id<Person> who) {
  return world.state.persons.attitude[who].trust;
}

TEST(Trust, FallsFourTimesAsMuchByABadContactAsItRisesByAGoodOne) {
  const Parameters::Attitudes assumed{.good_contact = 0.02, .bad_contact_ratio = 4.0};
  const double gained = trust_after(assumed, 0.5, Contact::good) - 0.5;
  const double lost = 0.5 - trust_after(assumed, 0.5, Contact::bad);
  EXPECT_NEAR(gained, 0.01, 1e-12);
  EXPECT_NEAR(lost, 4.0 * gained, 1e-12);
  EXPECT_EQ(trust_after(assumed, 0.5, Contact::none), 0.5);
}

TEST(Trust, StaysBetweenNoneAndFull) {
  const Parameters::Attitudes assumed;
  EXPECT_EQ(trust_after(assumed, 1.0, Contact::good), 1.0);
  EXPECT_EQ(trust_after(assumed, 0.0, Contact::bad), 0.0);
}

TEST(Trust, OfTheHouseholdFollowsByAFifthAndThatOfTwoWorkmatesByATenth) {
  SmallWorld world = town();
  world.state.today.effects[EffectSource::migration].of_city() = {{.person = person, .contact = Contact::bad}};
  apply_effects(world.today(), world.state);
  const float change = trust_of(world, person) - 0.5f;
  EXPECT_NEAR(change, -0.04f, 1e-6f);
  const Range<Person> family = world.state.households.members(world.state.persons.household[person]);
  float elsewhere = 0.0f;
  for (Id<Person> other : world.people()) {
    const float moved = trust_of(world, other) - 0.5f;
    if (other == person) continue;
    if (family.contains(other))
      EXPECT_NEAR(moved, 0.2f * change, 1e-6f);
    else
      elsewhere += moved;
  }
  EXPECT_NEAR(elsewhere, 2.0f * 0.1f * change, 1e-6f);
}

TEST(Effects, OfEverySourceArriveFromGridsTownsAndTheCity) {
  for (EffectSource source : every<EffectSource>()) {
    SmallWorld world = town();
    Effects& effects = world.state.today.effects[source];
    effects[world.state.persons.home[person]].push_back({.person = person, .strain = 0.25f});
    effects[Id<Town>(0)].push_back({.person = Id<Person>(1), .strain = 0.5f});
    effects.of_city().push_back({.person = Id<Person>(2), .strain = 0.75f});
    apply_effects(world.today(), world.state);
    EXPECT_FLOAT_EQ(world.state.persons.attitude[person].strain, 1.25f) << static_cast<int>(source);
    EXPECT_FLOAT_EQ(world.state.persons.attitude[Id<Person>(1)].strain, 1.5f) << static_cast<int>(source);
    EXPECT_FLOAT_EQ(world.state.persons.attitude[Id<Person>(2)].strain, 1.75f) << static_cast<int>(source);
    world.sleep();
    for (const auto& list : world.state.today.effects[source].lists) EXPECT_TRUE(list.empty());
  }
}

TEST(Effects, AreAppliedInTheOrderOfTheirSources) {
  SmallWorld world = town();
  PerKind<EffectSource, Effects>& effects = world.state.today.effects;
  for (EffectSource source : every<EffectSource>())
    effects[source][Id<Town>(0)].push_back({.person = person, .strain = 0.1f});
  effects[EffectSource::migration].of_city().push_back({.person = person, .contact = Contact::arrival});
  apply_effects(world.today(), world.state);
  const auto later = static_cast<float>(EffectSource::count) - static_cast<float>(EffectSource::migration) - 1.0f;
  EXPECT_NEAR(world.state.persons.attitude[person].strain, 0.1f * later, 1e-6f)
      << "what was done before somebody arrived was done to another";
}

TEST(Strain, IsAddedUpToItsLimitAndTakenAwayDownToNothing) {
  SmallWorld world = town();
  world.state.today.effects[EffectSource::migration].of_city() = {{.person = person, .strain = 0.5f},
                                                                  {.person = Id<Person>(1), .strain = 99.0f},
                                                                  {.person = Id<Person>(2), .strain = -99.0f}};
  apply_effects(world.today(), world.state);
  EXPECT_FLOAT_EQ(world.state.persons.attitude[person].strain, 1.5f);
  EXPECT_EQ(world.state.persons.attitude[Id<Person>(1)].strain, most_strain);
  EXPECT_EQ(world.state.persons.attitude[Id<Person>(2)].strain, 0.0f);
}

TEST(Strain, FallsByAFactorEInItsMemory) {
  Scenario scenario = scenario_of({{.residents = 50, .grids = 1}}, 100);
  scenario.parameters.attitudes.strain_memory = 60.0;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.strain = 2.0f});
  while (world.state.day < 60) world.sleep();
  EXPECT_NEAR(attitude_of(world.today(), world.state, person).strain, 2.0 * std::exp(-1.0), 1e-6);
}

TEST(Ties, OfHomeOwnersAndFamiliesTendHigherThanThoseOfDormitories) {
  const Parameters::Attitudes assumed{.ties_base = 0.35, .ties_own_home = 0.15, .ties_family = 0.10};
  EXPECT_NEAR(ties_target(assumed, {.tenure = Tenure::dormitory}), 0.35, 1e-12);
  EXPECT_NEAR(ties_target(assumed, {.tenure = Tenure::rent}), 0.45, 1e-12);
  EXPECT_NEAR(ties_target(assumed, {.tenure = Tenure::own}), 0.60, 1e-12);
}

TEST(Ties, AreNeverMoreThanTheirLimit) {
  Scenario scenario = scenario_of({{.residents = 50, .grids = 1}}, 100);
  scenario.parameters.attitudes.ties_base = 0.95;
  scenario.parameters.attitudes.ties_memory = 10.0;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.3), {.ties = 0.9f});
  while (world.state.day < 90) world.sleep();
  EXPECT_EQ(attitude_of(world.today(), world.state, person).ties, most_ties);
}

// --- what policy does for ties

/// Ties of somebody after ten times their memory, with one lever at a value and the others at nothing.
double settled_ties(std::string_view lever, double value, bool migrant, const Parameters::Attitudes& assumed,
                    Tenure tenure = Tenure::rent) {
  Scenario scenario = scenario_of({{.residents = 50, .grids = 1}}, 210);
  scenario.parameters.attitudes = assumed;
  scenario.parameters.attitudes.ties_memory = 20.0;
  scenario.levers.integration = {.services = 0.0, .representation = 0.0, .associations = 0.0};
  scenario.levers.community.covenant = scenario.levers.community.credit = 0.0;
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, migrant, 0.3), {.ties = 0.3f});
  world.state.households.facts[world.state.persons.household[person]].tenure = tenure;
  world.sleep();
  world.state.levers.set(1, Id<Town>(0), lever_index(lever), value);
  while (world.state.day < 205) world.sleep();
  return attitude_of(world.today(), world.state, person).ties;
}

TEST(MechanismIntegration, StartsFromTheReferenceHoweverLongAgoSomebodyCame) {
  Scenario scenario = scenario_of({{.residents = 50, .grids = 1}}, 20);
  scenario.measures = {{.lever = lever_index("integration.services"), .amount = 1.0, .to = 20}};
  SmallWorld world(scenario);
  world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.ties = 0.3f, .day = -1000});
  SmallWorld reference(scenario_of({{.residents = 50, .grids = 1}}, 20));
  reference.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), {.ties = 0.3f, .day = -1000});
  world.state.levers.set(0, Id<Town>(0), lever_index("integration.services"), 1.0);
  EXPECT_EQ(attitude_of(world.today(), world.state, person).ties,
            attitude_of(reference.today(), reference.state, person).ties)
      << "a policy that starts today has done nothing yet";
  for (int day = 0; day < 2; ++day) world.sleep(), reference.sleep();
  EXPECT_GT(attitude_of(world.today(), world.state, person).ties,
            attitude_of(reference.today(), reference.state, person).ties);
}

/// What a lever adds to ties when it goes from nothing to a value.
double gain(std::string_view lever, double value, bool migrant, const Parameters::Attitudes& assumed,
            Tenure tenure = Tenure::rent) {
  return settled_ties(lever, value, migrant, assumed, tenure) - settled_ties(lever, 0.0, migrant, assumed, tenure);
}

constexpr double unsettled = 1e-4;  // exp(-10) of the way, and rounding

TEST(MechanismIntegration, RaisesTheTiesOfMigrantsByAsMuchAsStated) {
  const Parameters::Attitudes assumed;
  for (double value : {0.5, 1.0}) {
    EXPECT_NEAR(gain("integration.services", value, true, assumed), assumed.ties_services * value, unsettled);
    EXPECT_NEAR(gain("integration.representation", value, true, assumed), assumed.ties_representation * value,
                unsettled);
    EXPECT_NEAR(gain("integration.associations", value, true, assumed), assumed.ties_associations * value, unsettled);
  }
}

TEST(MechanismIntegration, LeavesHukouResidentsAsTheyAre) {
  const Parameters::Attitudes assumed;
  for (std::string_view lever : {"integration.services", "integration.representation", "integration.associations"})
    EXPECT_EQ(gain(lever, 1.0, false, assumed), 0.0) << lever;
}

TEST(MechanismIntegration, InFullGivesMigrantsTheTiesOfHukouResidentsInTheSameHousing) {
  Parameters::Attitudes assumed;
  assumed.ties_representation = assumed.ties_associations = 0.0;
  EXPECT_NEAR(settled_ties("integration.services", 1.0, true, assumed),
              settled_ties("integration.services", 1.0, false, assumed), unsettled);
}

TEST(MechanismAssociations, ReachMigrantsInFamilyHomesAndNotThoseInDormitories) {
  const Parameters::Attitudes assumed;
  for (Tenure home : {Tenure::own, Tenure::rent})
    EXPECT_NEAR(gain("integration.associations", 1.0, true, assumed, home), assumed.ties_associations, unsettled);
  EXPECT_EQ(gain("integration.associations", 1.0, true, assumed, Tenure::dormitory), 0.0);
}

TEST(MechanismAssociations, GiveResidentsOfEitherStatusTheSameTiesWhateverTheirHousing) {
  Parameters::Attitudes assumed;
  assumed.ties_services = assumed.ties_representation = 0.0;
  for (Tenure home : {Tenure::own, Tenure::rent, Tenure::dormitory})
    EXPECT_NEAR(settled_ties("integration.associations", 1.0, true, assumed, home),
                settled_ties("integration.associations", 1.0, false, assumed, home), unsettled);
}

TEST(MechanismIntegration, DoesNothingWhereItMeansNothingToPeople) {
  Parameters::Attitudes assumed;
  assumed.ties_services = assumed.ties_representation = assumed.ties_associations = 0.0;
  assumed.ties_covenant = assumed.ties_credit = 0.0;
  for (std::string_view lever : {"integration.services", "integration.representation", "integration.associations",
                                 "community.covenant", "community.credit"})
    EXPECT_EQ(gain(lever, 1.0, true, assumed), 0.0) << lever;
}

TEST(MechanismCovenant, RaisesEverybodysTies) {
  const Parameters::Attitudes assumed;
  for (bool migrant : {false, true})
    for (double value : {0.5, 1.0})
      EXPECT_NEAR(gain("community.covenant", value, migrant, assumed), assumed.ties_covenant * value, unsettled);
}

TEST(MechanismCredit, RaisesEverybodysTies) {
  const Parameters::Attitudes assumed;
  for (bool migrant : {false, true})
    for (double value : {0.5, 1.0})
      EXPECT_NEAR(gain("community.credit", value, migrant, assumed), assumed.ties_credit * value, unsettled);
}

TEST(MechanismMigrantStatus, ByItselfGivesNobodyOtherTrustAtTheStartOrWithoutContacts) {
  SmallWorld world(scenario_of({{.residents = 3000}}, 120));
  const double base = world.parameters().attitudes.trust_base;
  for (; world.state.day < 100; world.sleep())
    for (Id<Person> who : world.people())
      if (world.state.day % 33 == 0) {
        ASSERT_NEAR(attitude_of(world.today(), world.state, who).trust, base, 1e-6) << world.state.day;
      }
}

TEST(MechanismMigrantStatus, LeavesTheTiesOfHukouResidentsWhereTheyStart) {
  SmallWorld world(scenario_of({{.residents = 3000}}, 800));
  while (world.state.day < 799) world.sleep();
  for (Id<Person> who : world.people())
    if (!world.state.persons.nature[who].is_migrant()) {
      ASSERT_NEAR(attitude_of(world.today(), world.state, who).ties, world.state.persons.attitude[who].ties, 1e-5);
    }
}

TEST(Newcomers, StartAfresh) {
  SmallWorld world = town();
  world.state.today.effects[EffectSource::migration].of_city() = {{.person = person, .contact = Contact::arrival}};
  apply_effects(world.today(), world.state);
  const Attitude& fresh = world.state.persons.attitude[person];
  EXPECT_EQ(fresh.strain, 0.0f);
  EXPECT_EQ(fresh.trust, static_cast<float>(world.parameters().attitudes.trust_base));
  EXPECT_EQ(fresh.ties, static_cast<float>(world.parameters().attitudes.ties_on_arrival));
}

}  // namespace
}  // namespace linli
