#include "processes/crime.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Assumptions of these tests, whatever the defaults.
Parameters assumed() {
  Parameters parameters;
  Parameters::Crime& crime = parameters.crime;
  crime.impulsivity_base = 0.3, crime.impulsivity_slope = 2.8;
  crime.strain_effect = 0.5, crime.ties_effect = 0.7, crime.reentry_effect = 1.0, crime.risk_elasticity = 0.3;
  crime.journey_length = 2.0, crime.boost_memory = 15.0, crime.boost_spread = 0.05;
  parameters.offence[OffenceType::theft].boost = 0.2;
  crime.repeat_factor = 4.0, crime.repeat_time = 180.0;
  crime.fraud_success = 0.2, crime.fraud_awareness = 0.8, crime.fraud_age = 1.0, crime.fraud_fatigue = 0.0;
  return parameters;
}

using Chosen = std::function<bool(const Offence&)>;

/// Offences found over `days`, of those chosen.
double offences_over(
    SmallWorld& world, Day days, const Chosen& chosen = [](const Offence&) { return true; }) {
  double count = 0.0;
  for (const Day end = world.state.day + days; world.state.day < end; world.sleep()) {
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      count += static_cast<double>(std::count_if(list.begin(), list.end(), chosen));
  }
  return count;
}

constexpr Attitude calm{.strain = 0.0f, .trust = 0.6f, .ties = 0.4f};

LeverValues without_programmes() {
  LeverValues levers;
  levers.youth.services = levers.reentry.support = 0.0;
  return levers;
}

TEST(Propensity, DoesNotDependOnMigrantStatus) {
  const Parameters parameters = assumed();
  for (OffenceType type : every<OffenceType>())
    for (AgeBand age : every<AgeBand>())
      EXPECT_EQ(propensity(parameters, {}, type, Nature(age, true, true, 0.4), calm),
                propensity(parameters, {}, type, Nature(age, true, false, 0.4), calm));
}

TEST(Propensity, RisesWithImpulsivityAndStrainAndFallsWithTies) {
  const Parameters parameters = assumed();
  const auto of = [&](double impulsivity, float strain, float ties) {
    return propensity(parameters, without_programmes(), OffenceType::theft,
                      Nature(AgeBand::adult, true, true, impulsivity), {.strain = strain, .ties = ties});
  };
  EXPECT_NEAR(of(1.0, 0, 0) / of(0.0, 0, 0), 3.1 / 0.3, 1e-9);
  EXPECT_NEAR(of(0.3, 2, 0) / of(0.3, 0, 0), 2.0, 1e-6);
  EXPECT_NEAR(of(0.3, 0, 1) / of(0.3, 0, 0), 0.3, 1e-6);
}

TEST(Propensity, DoublesInReentry) {
  const Parameters parameters = assumed();
  Nature nature(AgeBand::adult, true, true, 0.3);
  const double before = propensity(parameters, without_programmes(), OffenceType::theft, nature, calm);
  nature.release();
  EXPECT_NEAR(propensity(parameters, without_programmes(), OffenceType::theft, nature, calm), 2.0 * before, 1e-12);
}

TEST(Propensity, NeverExceedsTheBoundThatCandidatesAreDrawnAt) {
  const Parameters parameters = assumed();
  for (AgeBand age : every<AgeBand>()) {
    Nature worst(age, true, true, 1.0);
    worst.release();
    const double rate = propensity(parameters, without_programmes(), OffenceType::assault, worst,
                                   {.strain = 5.0f, .trust = 0.0f, .ties = 0.0f});
    EXPECT_LE(rate * least_deterrence(parameters.crime),
              most_propensity(parameters, OffenceType::assault) * (1.0 + 1e-12));
  }
}

TEST(Deterrence, IsNeutralAtTheReferenceAndGrowsWithRisk) {
  const Parameters::Crime crime = assumed().crime;
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
  Parameters::Crime crime = assumed().crime;
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
  Parameters::Crime crime = assumed().crime;
  crime.boost_memory = 1e12;
  Eigen::ArrayXf boost = Eigen::ArrayXf::Zero(30);
  boost[7] = 8.0f;
  for (int day = 0; day < 100; ++day) relax_boost(crime, world.setting.laplacian, boost);
  EXPECT_NEAR(boost.sum(), 8.0f, 1e-4f);
  EXPECT_GE(boost.minCoeff(), 0.0f);
}

TEST(NearRepeats, FadeWithTheirMemory) {
  const Parameters::Crime crime = assumed().crime;
  Eigen::ArrayXf boost = Eigen::ArrayXf::Constant(20, 1.0f);
  for (int day = 0; day < 30; ++day) relax_boost(crime, ring(20), boost);
  EXPECT_NEAR(boost[0], std::pow(1.0 - 1.0 / 15.0, 30), 1e-5);
}

/// A town of thieves, with no cameras and no patrols.
Scenario thieves() {
  Scenario scenario = scenario_of({{.residents = 4000, .grids = 6}}, 60);
  scenario.parameters = assumed();
  attempt_only({{OffenceType::theft, 5.0}}, scenario.parameters);
  scenario.levers = without_programmes();
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
    offences[guarded] = offences_over(world, 59);
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
    attempt_only({{OffenceType::fraud, 2.0}}, scenario.parameters);
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

/// Frauds in the first and the second half-year of a campaign that begins where few were warned.
std::pair<double, double> frauds_under_a_campaign(double fatigue) {
  Scenario scenario = scenario_of({{.residents = 4000, .grids = 6}}, 400);
  scenario.parameters = assumed();
  attempt_only({{OffenceType::fraud, 20.0}}, scenario.parameters);
  scenario.parameters.crime.fraud_fatigue = fatigue, scenario.parameters.crime.fatigue_memory = 60.0;
  scenario.levers.fraud.awareness = 0.1;
  SmallWorld world(scenario);
  world.state.levers.set(0, Id<Town>(0), lever_index("fraud.awareness"), 0.9);
  double frauds[2] = {0.0, 0.0};
  for (; world.state.day < 360; world.sleep()) {
    remember_warnings(world.today(), world.state);
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      frauds[world.state.day / 180] += static_cast<double>(list.size());
  }
  return {frauds[0], frauds[1]};
}

TEST(MechanismFraudFatigue, WearsACampaignOutAndDoesNothingWithoutItsEffect) {
  const auto [early, late] = frauds_under_a_campaign(0.5);
  const auto [fresh_early, fresh_late] = frauds_under_a_campaign(0.0);
  ASSERT_GT(early, 1000.0);
  EXPECT_GT(late, early + 2.0 * four_errors_of_count(early));
  EXPECT_NEAR(fresh_late, fresh_early, 2.0 * four_errors_of_count(fresh_early));
  EXPECT_GT(early, fresh_early);
}

TEST(MechanismFraudFatigue, LeavesAWorldWhoseWarningsNeverChangeAsItIs) {
  SmallWorld world(scenario_of({{.residents = 500}}, 400));
  const double before = world.state.warnings_memory[Id<Town>(0)];
  for (; world.state.day < 365; world.sleep()) remember_warnings(world.today(), world.state);
  EXPECT_NEAR(world.state.warnings_memory[Id<Town>(0)], before, 1e-12);
  EXPECT_EQ(before, world.today().levers[Id<Town>(0)].fraud.awareness);
}

TEST(Offences, OfPublicDisorderHaveAPlaceAndNearRepeats) {
  Scenario scenario = thieves();
  attempt_only({{OffenceType::disorder, 5.0}}, scenario.parameters);
  SmallWorld world(scenario);
  find_offences(world.today(), world.state);
  settle_offences(world.today(), world.state);
  const std::vector<Offence>& calls = world.state.today.calls[Id<Town>(0)];
  ASSERT_FALSE(calls.empty());
  EXPECT_EQ(calls.front().record.type, OffenceType::disorder);
  EXPECT_GT(world.state.streets.boost[3].sum(), 0.0f);
}

TEST(Offences, OfPredatoryGroupsAndFromDisputesJoinTheOthers) {
  SmallWorld world(thieves());
  Offence offence{.victim = Id<Person>(7)};
  offence.record.grid = Id<Grid>(2);
  offence.record.type = OffenceType::dispute_violence;
  world.state.today.dispute_offences[Id<Town>(0)].push_back(offence);
  offence.record.type = OffenceType::extortion;
  world.state.today.predation_offences[Id<Town>(0)].push_back(offence);
  settle_offences(world.today(), world.state);
  const std::vector<Offence>& calls = world.state.today.calls[Id<Town>(0)];
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(calls[0].record.type, OffenceType::extortion);
  EXPECT_EQ(calls[1].record.type, OffenceType::dispute_violence);
}

// --- mechanisms

/// Offences of thieves who are all of this nature, over two months.
double offences_of(const Scenario& scenario, const Nature& nature) {
  SmallWorld world(scenario);
  world.make_all_alike(nature, calm);
  return offences_over(world, 59);
}

TEST(MechanismYouthServices, HalveTheOffencesOfYouthsWhereTheyReachAllOfThem) {
  const Nature youth(AgeBand::youth, true, true, 0.3);
  Scenario scenario = thieves();
  scenario.parameters.crime.youth_effect = 0.5;
  const double without = offences_of(scenario, youth);
  scenario.levers.youth.services = 1.0;
  const double with = offences_of(scenario, youth);
  EXPECT_NEAR(with / without, 0.5, four_errors_of_share(0.5, without)) << "the same luck, half of it taken";
}

TEST(MechanismYouthServices, DoNothingForOthersOrWithoutTheirEffect) {
  Scenario scenario = thieves();
  const double adults = offences_of(scenario, Nature(AgeBand::adult, true, true, 0.3));
  const double youths = offences_of(scenario, Nature(AgeBand::youth, true, true, 0.3));
  scenario.levers.youth.services = 1.0;
  EXPECT_EQ(offences_of(scenario, Nature(AgeBand::adult, true, true, 0.3)), adults);
  scenario.parameters.crime.youth_effect = 0.0;
  EXPECT_EQ(offences_of(scenario, Nature(AgeBand::youth, true, true, 0.3)), youths);
}

/// Offences of two months by people in work and by the others, all alike.
struct ByWork {
  double at_work = 0.0, others = 0.0;
};

ByWork offences_by_work(double culture, double effect) {
  Scenario scenario = thieves();
  for (OfSector& of : scenario.parameters.work.sector) of.culture_uptake = 1.0;
  scenario.parameters.work.culture_conduct = effect;
  scenario.levers.workplace.culture = culture;
  SmallWorld world(scenario);
  ByWork seen;
  for (; world.state.day < 59; world.sleep()) {
    world.make_all_alike(Nature(AgeBand::adult, true, true, 0.3), calm);
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      for (const Offence& offence : list)
        (world.state.persons.employer[offence.offender] ? seen.at_work : seen.others) += 1.0;
    for (std::uint32_t exceeded : world.state.today.bounds_exceeded) EXPECT_EQ(exceeded, 0u);
  }
  return seen;
}

TEST(MechanismCulture, TakesTheStatedShareOfOffencesFromWorkersOfFirmsWithAProgramme) {
  const ByWork without = offences_by_work(0.0, 0.3), with = offences_by_work(1.0, 0.3);
  EXPECT_NEAR(with.at_work / without.at_work, 0.7, four_errors_of_share(0.7, without.at_work));
  EXPECT_EQ(with.others, without.others);
  EXPECT_GT(without.others, 50.0);
  EXPECT_EQ(offences_by_work(1.0, 0.0).at_work, without.at_work);
}

TEST(MechanismReentry, SupportTakesAwayWhatCustodyAdded) {
  Nature released(AgeBand::adult, true, true, 0.3);
  const double before = offences_of(thieves(), released);
  released.release();
  const double unsupported = offences_of(thieves(), released);
  Scenario supported = thieves();
  supported.levers.reentry.support = 1.0;
  EXPECT_NEAR(before / unsupported, 0.5, four_errors_of_share(0.5, unsupported));
  EXPECT_EQ(offences_of(supported, released), before);
}

TEST(MechanismProblemSolving, TakesOffencesFromTheGridAndSendsThemNowhereElse) {
  double there[2], elsewhere[2];
  for (int solved : {0, 1}) {
    Scenario scenario = thieves();
    scenario.parameters.crime.repeat_factor = 1.0;
    SmallWorld world(scenario);
    world.state.streets.solved[2] = solved ? 0.6f : 0.0f;
    const auto happens_there = [](const Offence& offence) { return offence.record.grid == Id<Grid>(2); };
    SmallWorld again(scenario);
    again.state.streets.solved = world.state.streets.solved;
    there[solved] = offences_over(world, 59, happens_there);
    elsewhere[solved] = offences_over(again, 59, std::not_fn(happens_there));
  }
  EXPECT_NEAR(there[1] / there[0], 0.4, four_errors_of_share(0.4, there[0]));
  EXPECT_EQ(elsewhere[1], elsewhere[0]);
}

TEST(MechanismMigrantStatus, ByItselfChangesNoOffending) {
  // Equivalence by two one-sided tests at 5 % each: the rates of the two groups differ by less than 5 %.
  Scenario scenario = thieves();
  attempt_only({{OffenceType::theft, 60.0}, {OffenceType::assault, 30.0}, {OffenceType::disorder, 30.0}},
               scenario.parameters);
  SmallWorld world(scenario);
  double offences[2] = {}, people[2] = {};
  for (Id<Person> person : world.people()) people[person.row % 2] += 1.0;
  for (; world.state.day < 59; world.sleep()) {
    world.make_all_alike(Nature(AgeBand::young_adult, true, true, 0.4), calm);
    for (Id<Person> person : world.people())
      if (person.row % 2) world.state.persons.nature[person] = Nature(AgeBand::young_adult, true, false, 0.4);
    find_offences(world.today(), world.state);
    for (const auto& list : world.state.today.offences.lists)
      for (const Offence& offence : list) offences[offence.offender.row % 2] += 1.0;
  }
  const double difference = std::log(offences[1] / people[1]) - std::log(offences[0] / people[0]);
  const double error = std::sqrt(1.0 / offences[0] + 1.0 / offences[1]);
  EXPECT_LT(std::abs(difference) + 1.645 * error, std::log(1.05)) << offences[0] << " and " << offences[1];
}

}  // namespace
}  // namespace linli
