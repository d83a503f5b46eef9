#include "processes/crime.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Assumptions of these tests, whatever the defaults.
Parameters::Crime assumed() {
  Parameters::Crime crime;
  crime.impulsivity_base = 0.3, crime.impulsivity_slope = 2.8;
  crime.strain_effect = 0.5, crime.ties_effect = 0.7, crime.reentry_effect = 1.0, crime.risk_elasticity = 0.3;
  crime.journey_length = 2.0, crime.boost_memory = 15.0, crime.boost_spread = 0.05;
  crime.boost[OffenceType::theft] = 0.2;
  crime.repeat_factor = 4.0, crime.repeat_time = 180.0;
  crime.fraud_success = 0.2, crime.fraud_awareness = 0.8, crime.fraud_age = 1.0;
  return crime;
}

constexpr Attitude calm{.strain = 0.0f, .trust = 0.6f, .ties = 0.4f};

TEST(Propensity, DoesNotDependOnMigrantStatus) {
  const Parameters::Crime crime = assumed();
  for (OffenceType type : every<OffenceType>())
    for (AgeBand age : every<AgeBand>())
      EXPECT_EQ(propensity(crime, type, Nature(age, true, true, 0.4), calm),
                propensity(crime, type, Nature(age, true, false, 0.4), calm));
}

TEST(Propensity, RisesWithImpulsivityAndStrainAndFallsWithTies) {
  const Parameters::Crime crime = assumed();
  const auto of = [&](double impulsivity, float strain, float ties) {
    return propensity(crime, OffenceType::theft, Nature(AgeBand::adult, true, true, impulsivity),
                      {.strain = strain, .ties = ties});
  };
  EXPECT_NEAR(of(1.0, 0, 0) / of(0.0, 0, 0), 3.1 / 0.3, 1e-9);
  EXPECT_NEAR(of(0.3, 2, 0) / of(0.3, 0, 0), 2.0, 1e-6);
  EXPECT_NEAR(of(0.3, 0, 1) / of(0.3, 0, 0), 0.3, 1e-6);
}

TEST(Propensity, DoublesInReentry) {
  const Parameters::Crime crime = assumed();
  Nature nature(AgeBand::adult, true, true, 0.3);
  const double before = propensity(crime, OffenceType::theft, nature, calm);
  nature.release();
  EXPECT_NEAR(propensity(crime, OffenceType::theft, nature, calm), 2.0 * before, 1e-12);
}

TEST(Propensity, NeverExceedsTheBoundThatCandidatesAreDrawnAt) {
  const Parameters::Crime crime = assumed();
  for (AgeBand age : every<AgeBand>()) {
    Nature worst(age, true, true, 1.0);
    worst.release();
    const double rate = propensity(crime, OffenceType::assault, worst, {.strain = 5.0f, .trust = 0.0f, .ties = 0.0f});
    EXPECT_LE(rate * least_deterrence(crime), most_propensity(crime, OffenceType::assault) * (1.0 + 1e-12));
  }
}

TEST(Deterrence, IsNeutralAtTheReferenceAndGrowsWithRisk) {
  const Parameters::Crime crime = assumed();
  EXPECT_EQ(deterrence(crime, 1.0), 1.0);
  EXPECT_NEAR(deterrence(crime, 2.0), std::pow(2.0, -0.3), 1e-12);
  EXPECT_EQ(deterrence(crime, 50.0), deterrence(crime, 2.0));
}

TEST(JourneyToCrime, GoesToPlacesInProportionToTheirPullAndTheKernel) {
  SmallWorld world(scenario_of({{.residents = 20'000, .communities = 2, .grids = 30}}, 5));
  Streets& streets = world.state.streets;
  const Id<Grid> home(3);
  streets.boost[0][3] = 2.0f;
  Eigen::ArrayXd expected = Eigen::ArrayXd::Zero(30), chosen = Eigen::ArrayXd::Zero(30);
  for (GridMatrix::InnerIterator it(world.setting.journey, home.row); it; ++it)
    expected[it.col()] = it.value() * (streets.base[0][it.col()] + streets.boost[0][it.col()]);
  expected /= expected.sum();
  constexpr int journeys = 200'000;
  Draws draws(1, Purpose::crime, 0, 0);
  for (int i = 0; i < journeys; ++i)
    chosen[choose_place(world.setting.journey, streets, OffenceType::theft, home, draws).row] += 1.0 / journeys;
  for (int grid = 0; grid < 30; ++grid)
    EXPECT_NEAR(chosen[grid], expected[grid], four_errors_of_share(expected[grid], journeys) + 1e-9) << grid;
}

TEST(JourneyToCrime, BecomesRarerByAFactorEOverItsLength) {
  const SmallWorld world(scenario_of({{.residents = 60'000, .communities = 2, .grids = 60}}, 5));
  const TownGraph& graph = world.setting.graph;
  const double length = world.parameters().crime.journey_length;
  for (Id<Grid> from : all_rows<Grid>(graph.grids()))
    for (GridMatrix::InnerIterator road(graph.minutes, from.row); road; ++road) {
      const Id<Grid> to(static_cast<std::uint64_t>(road.col()));
      const double km = distance_km(graph.lon[from], graph.lat[from], graph.lon[to], graph.lat[to]);
      const double weight = world.setting.journey.coeff(from.row, to.row);
      EXPECT_LE(weight, std::exp(-km / length) * 1.001) << "no road is shorter than the straight line";
      EXPECT_GE(weight, std::exp(-km * world.parameters().travel.detour / length) * 0.999) << "the direct road exists";
    }
}

/// A ring of grids, each with two neighbours.
GridMatrix ring(int grids) {
  std::vector<Eigen::Triplet<float>> entries;
  for (int i = 0; i < grids; ++i) {
    entries.emplace_back(i, i, -1.0f);
    entries.emplace_back(i, (i + 1) % grids, 0.5f);
    entries.emplace_back(i, (i + grids - 1) % grids, 0.5f);
  }
  GridMatrix laplacian(grids, grids);
  laplacian.setFromTriplets(entries.begin(), entries.end());
  return laplacian;
}

TEST(NearRepeats, SpreadToNeighboursWithoutLoss) {
  Parameters::Crime crime = assumed();
  crime.boost_memory = 1e12;
  Eigen::ArrayXf boost = Eigen::ArrayXf::Zero(20);
  boost[5] = 8.0f;
  const GridMatrix laplacian = ring(20);
  relax_boost(crime, laplacian, boost);
  EXPECT_FLOAT_EQ(boost[5], 8.0f * 0.95f);
  EXPECT_FLOAT_EQ(boost[4], 8.0f * 0.025f);
  for (int day = 1; day < 100; ++day) relax_boost(crime, laplacian, boost);
  EXPECT_NEAR(boost.sum(), 8.0f, 1e-4f);
  EXPECT_FLOAT_EQ(boost[3], boost[7]);
}

TEST(NearRepeats, AreNotLostBetweenGridsWithDifferentNumbersOfNeighbours) {
  const SmallWorld world(scenario_of({{.residents = 20'000, .communities = 2, .grids = 30}}, 5));
  Parameters::Crime crime = assumed();
  crime.boost_memory = 1e12;
  Eigen::ArrayXf boost = Eigen::ArrayXf::Zero(30);
  boost[7] = 8.0f;
  for (int day = 0; day < 100; ++day) relax_boost(crime, world.setting.laplacian, boost);
  EXPECT_NEAR(boost.sum(), 8.0f, 1e-4f);
  EXPECT_GE(boost.minCoeff(), 0.0f);
}

TEST(NearRepeats, FadeWithTheirMemory) {
  const Parameters::Crime crime = assumed();
  Eigen::ArrayXf boost = Eigen::ArrayXf::Constant(20, 1.0f);
  for (int day = 0; day < 30; ++day) relax_boost(crime, ring(20), boost);
  EXPECT_NEAR(boost[0], std::pow(1.0 - 1.0 / 15.0, 30), 1e-5);
}

/// A town of thieves, with no cameras and no patrols.
Scenario thieves() {
  Scenario scenario = scenario_of({{.residents = 4000, .grids = 6}}, 60);
  scenario.parameters.crime = assumed();
  scenario.parameters.crime.rate = {{{5.0, 0.0, 0.0, 0.0, 0.0, 0.0}}};
  return scenario;
}

TEST(Victims, OfLateAreChosenFourTimesAsOften) {
  SmallWorld world(thieves());
  for (Id<Person> person : world.people())
    world.state.persons.last_victimised[person] = person.row % 2 ? std::int16_t{0} : std::int16_t{-10000};
  double recent = 0.0, others = 0.0;
  for (; world.state.day < 59; world.sleep()) {
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      for (const Offence& offence : list) (offence.victim.row % 2 ? recent : others) += 1.0;
  }
  ASSERT_GT(others, 300.0);
  EXPECT_NEAR(recent / (recent + others), 0.8, four_errors_of_share(0.8, recent + others));
}

TEST(Victims, AreRememberedAndTheirPlaceAttractsMore) {
  SmallWorld world(thieves());
  world.state.day = 1;
  find_offences(world.today(), world.state);
  settle_offences(world.today(), world.state);
  const std::vector<Offence>& calls = world.state.today.calls[Id<Town>(0)];
  ASSERT_FALSE(calls.empty());
  float boost = 0.0f;
  for (float value : world.state.streets.boost[0]) boost += value;
  EXPECT_NEAR(boost, 0.2f * static_cast<float>(calls.size()), 1e-4f);
  for (const Offence& offence : calls) EXPECT_EQ(world.state.persons.last_victimised[offence.victim], 1);
}

TEST(Offences, BecomeRarerByExpOfGuardianship) {
  double offences[2] = {0.0, 0.0};
  for (int guarded : {0, 1}) {
    SmallWorld world(thieves());
    world.state.streets.guardianship.setConstant(guarded ? 1.0f : 0.0f);
    for (; world.state.day < 59; world.sleep()) {
      find_offences(world.today(), world.state);
      for (const auto& list : world.state.today.offences.lists) offences[guarded] += static_cast<double>(list.size());
    }
  }
  EXPECT_NEAR(offences[1] / offences[0], std::exp(-1.0), four_errors_of_share(std::exp(-1.0), offences[0]));
}

TEST(Offences, AreNotCommittedByPeopleInCustody) {
  SmallWorld world(thieves());
  for (Id<Person> person : world.people())
    if (person.row % 2) world.state.persons.nature[person].take_into_custody();
  find_offences(world.today(), world.state);
  int offences = 0;
  for (const auto& list : world.state.today.offences.lists)
    for (const Offence& offence : list) {
      ++offences;
      EXPECT_EQ(offence.offender.row % 2, 0u);
      EXPECT_EQ(offence.victim.row % 2, 0u);
    }
  EXPECT_GT(offences, 0);
}

TEST(Fraud, SucceedsLessAgainstTheAwareAndMoreAgainstTheOld) {
  double victims[2][2] = {};  // by awareness, by age
  for (int aware : {0, 1}) {
    Scenario scenario = thieves();
    scenario.parameters.crime.rate = {{{0.0, 0.0, 0.0, 2.0, 0.0, 0.0}}};
    scenario.levers.fraud.awareness = aware;
    SmallWorld world(scenario);
    for (Id<Person> person : world.people())
      world.state.persons.nature[person] = Nature(person.row % 2 ? AgeBand::senior : AgeBand::adult, true, true, 0.3);
    for (; world.state.day < 59; world.sleep()) {
      find_offences(world.today(), world.state);
      for (const auto& list : world.state.today.offences.lists)
        for (const Offence& offence : list) victims[aware][offence.victim.row % 2] += 1.0;
    }
  }
  const double all = victims[0][0] + victims[0][1];
  EXPECT_NEAR(victims[0][1] / all, 2.0 / 3.0, four_errors_of_share(2.0 / 3.0, all));
  EXPECT_NEAR((victims[1][0] + victims[1][1]) / all, 0.2, four_errors_of_share(0.2, all));
}

}  // namespace
}  // namespace linli
