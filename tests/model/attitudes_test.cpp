// A7: strain under random shocks has the moments of Campbell's theorem, trust settles where good and bad contacts
// balance, and bringing stocks forward when somebody looks is the same as stepping them every day.

#include <gtest/gtest.h>

#include <cmath>

#include "processes/attitudes.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Emits effects through the migration list, which is read in the order written.
template <class Shock>
void shock_everybody(SmallWorld& world, const Shock& shock) {
  for (Id<Person> person : world.people()) {
    Draws draws(5, Purpose::attitudes, person.row, static_cast<std::uint32_t>(world.state.day));
    shock(person, draws, world.state.today.effects[EffectSource::migration].of_city());
  }
  apply_effects(world.today(), world.state);
}

TEST(SlowAttitudes, StrainUnderPoissonShocksHasCampbellsMeanAndVariance) {
  constexpr double memory = 240.0, rate = 0.01;
  constexpr float jump = 0.25f;
  Scenario scenario = scenario_of({{.residents = 60'000}}, 1700);
  scenario.parameters.attitudes.strain_memory = memory;
  SmallWorld world(scenario);
  for (; world.state.day < 1699; world.sleep())
    shock_everybody(world, [&](Id<Person> person, Draws& draws, std::vector<Effect>& effects) {
      for (std::uint32_t n = poisson(draws, rate); n > 0; --n) effects.push_back({.person = person, .strain = jump});
    });
  Sample strain;
  for (Id<Person> person : world.people()) strain.add(attitude_of(world.today(), world.state, person).strain);
  EXPECT_NEAR(strain.mean(), rate * jump * memory, 0.02 * rate * jump * memory);
  const double variance = rate * jump * jump * memory / 2.0;
  EXPECT_NEAR(strain.variance(), variance, 0.02 * variance);
}

TEST(Attitudes, TrustSettlesWhereGoodAndBadContactsBalance) {
  constexpr double good = 0.20, bad = 0.08;  // [1/day]
  Scenario scenario = scenario_of({{.residents = 4000}}, 800);
  Parameters::Attitudes& assumed = scenario.parameters.attitudes;
  assumed.trust_memory = 1e6;
  assumed.spread = 0.0;
  SmallWorld world(scenario);
  for (; world.state.day < 799; world.sleep())
    shock_everybody(world, [&](Id<Person> person, Draws& draws, std::vector<Effect>& effects) {
      const double which = unit(draws);
      if (which < good + bad)
        effects.push_back({.person = person, .contact = which < good ? Contact::good : Contact::bad});
    });
  Sample trust;
  for (Id<Person> person : world.people()) trust.add(attitude_of(world.today(), world.state, person).trust);
  const double gain = assumed.good_contact * good;
  const double loss = assumed.good_contact * assumed.bad_contact_ratio * bad;
  EXPECT_NEAR(trust.mean(), gain / (gain + loss), 4.0 * trust.standard_error() + 0.001);
}

/// The stocks of one person, stepped every day by the recurrences of model.md.
struct Stepped {
  double strain, trust, ties, fixed_ties;
  bool migrant, in_dormitory;

  void step(const Parameters::Attitudes& assumed, const LeverValues& levers) {
    const LeverValues::Integration full{.services = 1.0, .representation = 1.0, .associations = 1.0};
    const LeverValues::Integration& access = migrant ? levers.integration : full;
    const double associations = in_dormitory ? 0.0 : assumed.ties_associations * access.associations;
    const double target = fixed_ties + assumed.ties_covenant * levers.community.covenant +
                          assumed.ties_credit * levers.community.credit + assumed.ties_services * access.services +
                          assumed.ties_representation * access.representation + associations;
    strain *= std::exp(-1.0 / assumed.strain_memory);
    trust = assumed.trust_base + (trust - assumed.trust_base) * std::exp(-1.0 / assumed.trust_memory);
    ties = target + (ties - target) * std::exp(-1.0 / assumed.ties_memory);
  }
};

Stepped start_of(const SmallWorld& world, Id<Person> person) {
  const State& state = world.state;
  const Attitude& stored = state.persons.attitude[person];
  const Household& household = state.households.facts[state.persons.household[person]];
  const Parameters::Attitudes& assumed = world.parameters().attitudes;
  double fixed = assumed.ties_base;
  if (household.tenure == Tenure::own) fixed += assumed.ties_own_home;
  if (household.tenure != Tenure::dormitory) fixed += assumed.ties_family;
  return {stored.strain,
          stored.trust,
          stored.ties,
          fixed,
          state.persons.nature[person].is_migrant(),
          household.tenure == Tenure::dormitory};
}

/// Levers that ties depend on, moved up and down at odd times.
void move_levers(State& state, Day day) {
  const std::string_view names[] = {"integration.services", "integration.representation", "integration.associations",
                                    "community.covenant", "community.credit"};
  for (int i = 0; i < 5; ++i)
    if (day % (130 + 70 * i) == 17)
      state.levers.set(day, Id<Town>(0), lever_index(names[i]), (day / (130 + 70 * i)) % 3 / 2.0);
}

TEST(Attitudes, LookingRarelyIsTheSameAsSteppingDailyWhateverLeversDo) {
  constexpr Day days = 1826;
  SmallWorld world(scenario_of({{.residents = 200}}, days));
  for (Id<Person> person : world.people())
    world.state.persons.attitude[person] = {
        .strain = 2.0f, .trust = 0.1f + 0.004f * static_cast<float>(person.row), .ties = 0.1f};
  std::vector<Stepped> stepped;
  for (Id<Person> person : world.people()) stepped.push_back(start_of(world, person));
  for (Day day = 1; day < days; ++day) {
    for (Stepped& one : stepped) one.step(world.parameters().attitudes, world.state.levers[Id<Town>(0)]);
    move_levers(world.state, day);
    world.sleep();
    if (day % 60 != 5 && day + 1 != days) continue;
    for (Id<Person> person : world.people()) {
      const Attitude now = attitude_of(world.today(), world.state, person);
      ASSERT_NEAR(now.strain, stepped[person.row].strain, 1e-6) << day;
      ASSERT_NEAR(now.trust, stepped[person.row].trust, 1e-6) << day;
      ASSERT_NEAR(now.ties, stepped[person.row].ties, 1e-6) << day;
    }
  }
}

TEST(Attitudes, LookingOftenOrOnceComesToTheSame) {
  SmallWorld often(scenario_of({{.residents = 200}}, 400)), once(scenario_of({{.residents = 200}}, 400));
  for (Day day = 1; day < 400; ++day) {
    for (SmallWorld* world : {&often, &once}) {
      move_levers(world->state, day);
      world->sleep();
    }
    for (Id<Person> person : often.people())
      if (day % 9 == 0) often.state.persons.attitude[person] = attitude_of(often.today(), often.state, person);
  }
  for (Id<Person> person : once.people()) {
    const Attitude a = attitude_of(often.today(), often.state, person);
    const Attitude b = attitude_of(once.today(), once.state, person);
    EXPECT_NEAR(a.strain, b.strain, 5e-6);
    EXPECT_NEAR(a.trust, b.trust, 5e-6);
    EXPECT_NEAR(a.ties, b.ties, 5e-6);
  }
}

}  // namespace
}  // namespace linli
