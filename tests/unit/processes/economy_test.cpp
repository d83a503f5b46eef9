#include "processes/economy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Half a year of pay in a town; firms in arrears at the end, and workers' effects on the way.
struct Pay {
  double in_arrears = 0.0, effects = 0.0, closures = 0.0;
};

Pay half_a_year(Scenario scenario, float solvency = 0.0f) {
  scenario.end = Date(std::chrono::sys_days(scenario.start) + std::chrono::days(179));
  SmallWorld world(std::move(scenario));
  Pay pay;
  for (; world.state.day < 179; world.sleep()) {
    for (float& x : world.state.employers.solvency) x = solvency;
    work_and_pay(world.today(), world.state);
    pay.effects += static_cast<double>(world.state.today.effects[EffectSource::economy][Id<Town>(0)].size());
    pay.closures += static_cast<double>(world.state.today.closures[Id<Town>(0)].size());
  }
  pay.in_arrears = static_cast<double>(world.state.employers.in_arrears[Id<Town>(0)].size());
  return pay;
}

/// Every firm stops paying in its first week.
Scenario all_in_arrears() {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 6}}, 180);
  scenario.parameters.work.arrears_rate = 1000.0;
  scenario.parameters.work.arrears_sensitivity = 1.6;
  scenario.parameters.work.arrears_strain = 0.5;
  scenario.parameters.work.closure_rate = 0.0;
  scenario.levers.aid.households = 0.0;
  return scenario;
}

/// A town where arrears are rare and last for a year.
Scenario lasting_arrears() {
  Scenario scenario = all_in_arrears();
  scenario.parameters.work.arrears_rate = 0.2;
  scenario.parameters.work.payment_time = 365.0;
  scenario.levers.labour = {.inspection = 0.0, .sanctions = 0.0, .fund = 0.0, .warning = 0.0, .false_alarms = 0.0};
  return scenario;
}

TEST(Arrears, StartMoreOftenTheWorseAFirmDoes) {
  const double well = half_a_year(lasting_arrears(), 0.5f).in_arrears;
  const double badly = half_a_year(lasting_arrears(), -1.0f).in_arrears;
  EXPECT_GT(badly, 2.5 * well) << "the hazard is exp(1.6) times as high";
}

TEST(Arrears, EndSoonerWhereInspectorsFindThem) {
  Scenario inspected = lasting_arrears();
  inspected.levers.labour = {.inspection = 0.9, .sanctions = 1.0, .fund = 1.0, .warning = 0.0, .false_alarms = 0.0};
  EXPECT_LT(half_a_year(inspected).in_arrears, 0.4 * half_a_year(lasting_arrears()).in_arrears);
}

TEST(Arrears, AreNotEndedByAFundThatNobodyInspectsFor) {
  Scenario fund = lasting_arrears();
  fund.levers.labour.sanctions = fund.levers.labour.fund = 1.0;
  EXPECT_EQ(half_a_year(fund).in_arrears, half_a_year(lasting_arrears()).in_arrears);
}

TEST(Arrears, StrainEveryWorkerOnceWhenPayStops) {
  SmallWorld world(all_in_arrears());
  double workers = 0.0, strained = 0.0;
  for (std::uint16_t filled : world.state.employers.filled) workers += filled;
  for (; world.state.day < 7; world.sleep()) {
    work_and_pay(world.today(), world.state);
    for (const Effect& effect : world.state.today.effects[EffectSource::economy][Id<Town>(0)]) {
      EXPECT_FLOAT_EQ(effect.strain, 0.5f);
      strained += 1.0;
    }
  }
  EXPECT_EQ(strained, workers);
}

TEST(Arrears, AreListedByTownInAscendingOrder) {
  SmallWorld world(lasting_arrears());
  for (; world.state.day < 100; world.sleep()) {
    work_and_pay(world.today(), world.state);
    const auto& listed = world.state.employers.in_arrears[Id<Town>(0)];
    std::vector<Id<Employer>> expected;
    for (Id<Employer> firm : all_rows<Employer>(world.state.employers.size()))
      if (world.state.employers.arrears_since[firm] != never) expected.push_back(firm);
    ASSERT_EQ(listed, expected) << world.state.day;
  }
}

TEST(Firms, StepOnceAWeek) {
  SmallWorld world(scenario_of({{.residents = 5000}}, 20));
  for (; world.state.day < 14; world.sleep()) {
    const Column<Employer, float> before = world.state.employers.solvency;
    work_and_pay(world.today(), world.state);
    for (Id<Employer> firm : all_rows<Employer>(before.size()))
      EXPECT_EQ(before[firm] != world.state.employers.solvency[firm],
                firm.row % 7 == static_cast<std::uint32_t>(world.state.day % 7));
  }
}

TEST(Firms, CloseMoreOftenTheWorseTheyDo) {
  Scenario scenario = scenario_of({{.residents = 20'000, .grids = 6}}, 180);
  scenario.parameters.work.closure_rate = 0.2;
  scenario.parameters.work.closure_sensitivity = 1.0;
  EXPECT_GT(half_a_year(scenario, -1.0f).closures, 1.7 * half_a_year(scenario, 0.0f).closures);
}

TEST(Firms, ThatClosedOweNothingAndReopenWithAFreshStart) {
  Scenario scenario = scenario_of({{.residents = 5000}}, 30);
  scenario.parameters.work.closure_rate = 1e6;
  SmallWorld world(scenario);
  work_and_pay(world.today(), world.state);
  const auto closed = world.state.today.closures[Id<Town>(0)];
  ASSERT_FALSE(closed.empty());
  for (Id<Employer> firm : closed) {
    EXPECT_FALSE(world.state.employers.open[firm]);
    EXPECT_EQ(world.state.employers.arrears_since[firm], never);
    world.state.reopenings.schedule(1, firm);
  }
  world.sleep();
  work_and_pay(world.today(), world.state);
  for (Id<Employer> firm : closed) EXPECT_TRUE(world.state.employers.open[firm]);
}

// --- warning

/// Firms that are never in arrears and never close, for four weeks: the share of them that was warned.
double share_warned(double warning, double false_alarms, float solvency) {
  Scenario scenario = scenario_of({{.residents = 60'000, .grids = 8}}, 30);
  scenario.parameters.work.arrears_rate = scenario.parameters.work.closure_rate = 0.0;
  scenario.parameters.work.distress = 1.0;
  scenario.levers.labour.warning = warning;
  scenario.levers.labour.false_alarms = false_alarms;
  SmallWorld world(scenario);
  double warned = 0.0;
  for (; world.state.day < 28; world.sleep()) {
    for (float& x : world.state.employers.solvency) x = solvency;
    work_and_pay(world.today(), world.state);
    warned += world.state.daily(Id<Town>(0), Daily::firms_warned);
  }
  return warned / static_cast<double>(world.state.employers.size());
}

/// Of `share` a month, what is due in four weeks, and four standard errors over the 1,500 firms or more.
void expect_in_four_weeks(double observed, double share) {
  const double expected = 1.0 - std::pow(1.0 - share, 28.0 / 30.4375);
  EXPECT_NEAR(observed, expected, four_errors_of_share(expected, 1500.0));
}

TEST(MechanismWarning, MarksTheStatedShareOfFirmsInDistressWithinAMonth) {
  expect_in_four_weeks(share_warned(0.2, 0.0, -3.0f), 0.2);
  expect_in_four_weeks(share_warned(0.4, 0.0, -3.0f), 0.4);
  EXPECT_EQ(share_warned(0.0, 0.4, -3.0f), 0.0);
}

TEST(MechanismWarning, RaisesFalseAlarmsOverTheStatedShareOfSoundFirms) {
  expect_in_four_weeks(share_warned(0.0, 0.1, 1.0f), 0.1);
  EXPECT_EQ(share_warned(0.9, 0.0, 1.0f), 0.0);
}

/// Half a year of a town whose firms are all watched, or not, from the start: how often wages stopped.
struct Stops {
  double all = 0.0, found_at_once = 0.0;
  std::vector<Id<Employer>> firms;
};

Stops half_a_year_watched(bool watched, double effect) {
  Scenario scenario = lasting_arrears();
  scenario.parameters.work.arrears_rate = 0.6;
  scenario.parameters.work.arrears_sensitivity = 0.0;
  scenario.parameters.work.payment_time = 7.0;
  scenario.parameters.work.warning_time = 365.0;
  scenario.parameters.work.warning_effect = effect;
  SmallWorld world(scenario);
  Employers& employers = world.state.employers;
  for (Day& warned : employers.warned) warned = watched ? 0 : never;
  Stops stops;
  for (; world.state.day < 179; world.sleep()) {
    work_and_pay(world.today(), world.state);
    for (Id<Employer> firm : all_rows<Employer>(employers.size()))
      if (employers.arrears_since[firm] == world.state.day) {
        stops.all += 1.0, stops.found_at_once += employers.inspected[firm] == world.state.day;
        stops.firms.push_back(firm);
      }
  }
  return stops;
}

TEST(MechanismWarning, KeepsWatchedFirmsFromTheStatedShareOfArrears) {
  const double unwatched = half_a_year_watched(false, 0.5).all;
  EXPECT_NEAR(half_a_year_watched(true, 0.5).all / unwatched, 0.5, four_errors_of_share(0.5, unwatched));
  EXPECT_EQ(half_a_year_watched(true, 1.0).all, 0.0);
}

TEST(MechanismWarning, WithoutEffectChangesNobodysLuck) {
  EXPECT_EQ(half_a_year_watched(true, 0.0).firms, half_a_year_watched(false, 0.0).firms);
}

TEST(MechanismWarning, BringsInspectorsTheDayAWatchedFirmStopsPaying) {
  const Stops watched = half_a_year_watched(true, 0.5), unwatched = half_a_year_watched(false, 0.5);
  EXPECT_GT(watched.all, 20.0);
  EXPECT_EQ(watched.found_at_once, watched.all);
  EXPECT_EQ(unwatched.found_at_once, 0.0);
}

TEST(MechanismWarning, LastsItsTimeAndMayComeAgain) {
  Scenario scenario = scenario_of({{.residents = 2000}}, 120);
  scenario.parameters.work.arrears_rate = scenario.parameters.work.closure_rate = 0.0;
  scenario.parameters.work.warning_time = 30.0;
  scenario.levers.labour.warning = scenario.levers.labour.false_alarms = 1.0;
  SmallWorld world(scenario);
  const Id<Employer> firm(0);
  std::vector<Day> warned;
  for (; world.state.day < 100; world.sleep()) {
    work_and_pay(world.today(), world.state);
    if (world.state.employers.warned[firm] == world.state.day) warned.push_back(world.state.day);
    EXPECT_TRUE(is_watched(world.today(), world.state.employers, firm) || (world.state.day - warned.back()) >= 30);
  }
  EXPECT_EQ(warned, (std::vector<Day>{0, 35, 70})) << "thirty days, and then the next weekly look";
}

// --- moral hazard

/// How often wages stopped in half a year, firms paying within days, where the fund pays and inspectors look.
double stops_with(double fund, double inspection, double moral_hazard) {
  Scenario scenario = lasting_arrears();
  scenario.parameters.work.arrears_rate = 0.6;
  scenario.parameters.work.arrears_sensitivity = 0.0;
  scenario.parameters.work.payment_time = 0.5;
  scenario.parameters.work.moral_hazard = moral_hazard;
  scenario.levers.labour.fund = fund;
  scenario.levers.labour.inspection = inspection;
  SmallWorld world(scenario);
  double stops = 0.0;
  for (; world.state.day < 179; world.sleep()) {
    work_and_pay(world.today(), world.state);
    for (Sector sector : every<Sector>()) stops += world.state.daily(Id<Town>(0), Daily::arrears_began, sector);
  }
  return stops;
}

TEST(MechanismMoralHazard, MakesArrearsMoreFrequentWhereFirmsCountOnTheFund) {
  const double without = stops_with(0.0, 0.0, 1.0);
  const double with = stops_with(0.8, 1.0, 1.0);
  EXPECT_NEAR(with / without, 1.8, 1.8 * 4.0 * std::sqrt(1.0 / with + 1.0 / without) + 0.02)
      << "of the same luck, and a few firms cannot stop twice in a week";
  EXPECT_EQ(stops_with(0.8, 0.0, 1.0), without) << "no inspector finds the firm, so no fund pays";
}

TEST(MechanismMoralHazard, AtNothingChangesNobodysLuck) {
  EXPECT_EQ(stops_with(0.8, 1.0, 0.0), stops_with(0.0, 0.0, 0.0));
}

TEST(MechanismWarning, CountsAsFalseAlarmsTheWarningsOfSoundFirmsAlone) {
  for (float solvency : {-3.0f, 1.0f}) {
    Scenario scenario = scenario_of({{.residents = 5000}}, 30);
    scenario.levers.labour.warning = scenario.levers.labour.false_alarms = 0.5;
    SmallWorld world(scenario);
    double warned = 0.0, false_alarms = 0.0;
    for (; world.state.day < 28; world.sleep()) {
      for (float& x : world.state.employers.solvency) x = solvency;
      work_and_pay(world.today(), world.state);
      warned += world.state.daily(Id<Town>(0), Daily::firms_warned);
      false_alarms += world.state.daily(Id<Town>(0), Daily::false_alarms);
    }
    EXPECT_GT(warned, 20.0);
    EXPECT_EQ(false_alarms, solvency < 0.0f ? 0.0 : warned);
  }
}

// --- credit

TEST(MechanismCredit, MakesFirmsPaySooner) {
  const auto owing = [](double credit, double effect) {
    Scenario scenario = lasting_arrears();
    scenario.parameters.work.payment_time = 90.0;
    scenario.parameters.work.credit_payment = effect;
    scenario.parameters.work.credit_errors = 0.0;
    scenario.levers.community.credit = credit;
    return half_a_year(scenario).in_arrears;
  };
  EXPECT_LT(owing(1.0, 2.0), 0.55 * owing(0.0, 2.0)) << "30 days of arrears in place of 90";
  EXPECT_EQ(owing(1.0, 0.0), owing(0.0, 0.0));
}

/// Of firms whose solvency stays where it is, those sanctioned by mistake in half a year, per firm.
double sanctioned_wrongly(double credit, double errors, float solvency) {
  Scenario scenario = scenario_of({{.residents = 60'000, .grids = 8}}, 180);
  scenario.parameters.work.arrears_rate = scenario.parameters.work.closure_rate = 0.0;
  scenario.parameters.work.solvency_memory = 1e6;
  scenario.parameters.work.credit_errors = errors;
  scenario.parameters.work.credit_loss = 0.25;
  scenario.levers.community.credit = credit;
  SmallWorld world(scenario);
  double sanctioned = 0.0, lost = 0.0;
  for (; world.state.day < 175; world.sleep()) {
    for (float& x : world.state.employers.solvency) x = solvency;
    work_and_pay(world.today(), world.state);
    sanctioned += world.state.daily(Id<Town>(0), Daily::wrong_sanctions);
    for (float x : world.state.employers.solvency) lost += x < solvency - 0.2f;
  }
  EXPECT_EQ(lost, sanctioned) << "those sanctioned lost a quarter of a deviation";
  return sanctioned / static_cast<double>(world.state.employers.size());
}

TEST(MechanismCredit, SanctionsTheStatedShareOfSoundFirmsByMistake) {
  const double expected = 1.0 * 0.6 * 175.0 / days_per_year;
  EXPECT_NEAR(sanctioned_wrongly(0.6, 1.0, 0.5f), expected, four_errors_of_count(expected) / std::sqrt(1500.0));
  EXPECT_EQ(sanctioned_wrongly(0.6, 1.0, -2.0f), 0.0) << "none of these is sound";
  EXPECT_EQ(sanctioned_wrongly(0.6, 0.0, 0.5f), 0.0);
  EXPECT_EQ(sanctioned_wrongly(0.0, 1.0, 0.5f), 0.0);
}

// --- aid

struct Aid {
  double people = 0.0, given = 0.0, misplaced = 0.0, strain = 0.0;
};

/// Everybody's wages stop once.
Aid aid_to_the_unpaid(double households, double relief, double error) {
  Scenario scenario = all_in_arrears();
  scenario.parameters.work.aid_relief = relief;
  scenario.parameters.work.aid_error = error;
  scenario.levers.aid.households = households;
  SmallWorld world(scenario);
  Aid aid;
  for (; world.state.day < 7; world.sleep()) {
    work_and_pay(world.today(), world.state);
    aid.given += world.state.daily(Id<Town>(0), Daily::aid_given);
    aid.misplaced += world.state.daily(Id<Town>(0), Daily::aid_misplaced);
    for (const Effect& effect : world.state.today.effects[EffectSource::economy][Id<Town>(0)])
      aid.people += 1.0, aid.strain += effect.strain;
  }
  return aid;
}

TEST(MechanismAid, TakesItsShareOfTheStrainFromThoseWhomItReaches) {
  const Aid aid = aid_to_the_unpaid(0.5, 0.6, 0.2);
  EXPECT_NEAR((aid.given + aid.misplaced) / aid.people, 0.5, four_errors_of_share(0.5, aid.people));
  EXPECT_NEAR(aid.misplaced / aid.people, 0.1, four_errors_of_share(0.1, aid.people));
  EXPECT_NEAR(aid.strain, 0.5 * (aid.people - 0.6 * aid.given), 1e-4 * aid.people);
}

TEST(MechanismAid, WithoutReliefOrGoneAstrayLeavesTheStrainAsItIs) {
  const double strain = aid_to_the_unpaid(0.0, 0.6, 0.0).strain;
  EXPECT_EQ(aid_to_the_unpaid(1.0, 0.0, 0.0).strain, strain);
  EXPECT_EQ(aid_to_the_unpaid(1.0, 0.6, 1.0).strain, strain);
}

TEST(MechanismAid, IsGivenWherePeopleLive) {
  Scenario scenario = scenario_of({{.residents = 10'000}, {.residents = 10'000, .east_km = 3.0}}, 30);
  scenario.parameters.work.arrears_rate = 1000.0;
  scenario.parameters.work.aid_error = 0.0;
  SmallWorld world(scenario);
  world.state.levers.set(0, Id<Town>(0), lever_index("aid.households"), 1.0);
  world.state.levers.set(0, Id<Town>(1), lever_index("aid.households"), 0.0);
  const auto strain = static_cast<float>(world.parameters().work.arrears_strain);
  for (; world.state.day < 7; world.sleep()) {
    work_and_pay(world.today(), world.state);
    EXPECT_EQ(world.state.daily(Id<Town>(1), Daily::aid_given), 0.0);
    for (const auto& list : world.state.today.effects[EffectSource::economy].lists)
      for (const Effect& effect : list)
        EXPECT_EQ(effect.strain < strain,
                  world.setting.graph.town_of[world.state.persons.home[effect.person]] == Id<Town>(0));
  }
}

// --- programmes at work

struct Coverage {
  PerKind<Sector, double> firms{}, covered{};
  double desks = 0.0, covered_desks = 0.0;

  double share(Sector sector) const { return covered[sector] / firms[sector]; }
};

Coverage coverage(SmallWorld& world, double culture) {
  world.state.levers.set(world.state.day, Id<Town>(0), lever_index("workplace.culture"), culture);
  const Employers& employers = world.state.employers;
  Coverage seen;
  for (Id<Employer> firm : all_rows<Employer>(employers.size())) {
    const bool covered = has_programme(world.today(), employers, firm);
    seen.firms[employers.sector[firm]] += 1.0, seen.covered[employers.sector[firm]] += covered;
    seen.desks += employers.desks(firm), seen.covered_desks += covered * employers.desks(firm);
  }
  return seen;
}

TEST(MechanismCulture, IsAProgrammeInAsManyFirmsAsTheLeverAndTheSectorsUptakeSay) {
  SmallWorld world(scenario_of({{.residents = 60'000, .grids = 8}}, 30));
  const PerKind<Sector, OfSector>& of = world.parameters().work.sector;
  for (double culture : {0.3, 0.6, 1.0}) {
    const Coverage seen = coverage(world, culture);
    for (Sector sector : every<Sector>()) {
      const double share = culture * of[sector].culture_uptake;
      EXPECT_NEAR(seen.share(sector), share, four_errors_of_share(share, seen.firms[sector])) << sectors[sector].key;
    }
  }
}

TEST(MechanismCulture, ComesToLargeFirmsFirst) {
  Scenario scenario = scenario_of({{.residents = 60'000, .grids = 8}}, 30);
  for (OfSector& of : scenario.parameters.work.sector) of.culture_uptake = 1.0;
  SmallWorld world(scenario);
  const Coverage seen = coverage(world, 0.3);
  EXPECT_GT(seen.covered_desks / seen.desks, 2.0 * 0.3);
}

TEST(MechanismCulture, IsGivenUpByNoFirmWhenMoreTakePart) {
  SmallWorld world(scenario_of({{.residents = 20'000, .grids = 4}}, 30));
  const Employers& employers = world.state.employers;
  std::vector<char> before(employers.size(), 0);
  for (double culture : {0.0, 0.2, 0.5, 0.9}) {
    world.state.levers.set(0, Id<Town>(0), lever_index("workplace.culture"), culture);
    for (Id<Employer> firm : all_rows<Employer>(employers.size())) {
      const bool now = has_programme(world.today(), employers, firm);
      EXPECT_GE(now, before[firm.row]);
      EXPECT_FALSE(now && culture == 0.0);
      before[firm.row] = now;
    }
  }
}

// --- shocks

/// Two towns whose firms close in a wave alone.
Scenario wave_of_closures(double size) {
  Scenario scenario = scenario_of({{.residents = 30'000}, {.residents = 30'000, .east_km = 8.0}}, 30);
  scenario.parameters.work.closure_rate = 0.0;
  scenario.shocks = {{.kind = Shock::Kind::closures,
                      .size = size,
                      .towns = {Id<Town>(1)},
                      .sector = Sector::manufacturing,
                      .day = 3,
                      .lasts = 5}};
  return scenario;
}

/// The share of the second town's manufacturers that the wave closed; anything else that closed is a failure.
double share_closed(double size) {
  SmallWorld world(wave_of_closures(size));
  double firms = 0.0, closed = 0.0;
  for (Id<Employer> firm : world.state.employers_of[Id<Town>(1)])
    firms += world.state.employers.sector[firm] == Sector::manufacturing;
  for (; world.state.day < 15; world.sleep()) {
    work_and_pay(world.today(), world.state);
    EXPECT_TRUE(world.state.today.closures[Id<Town>(0)].empty());
    for (Id<Employer> firm : world.state.today.closures[Id<Town>(1)]) {
      EXPECT_EQ(world.state.day, 3);
      EXPECT_EQ(world.state.employers.sector[firm], Sector::manufacturing);
      EXPECT_FALSE(world.state.employers.open[firm]);
      closed += 1.0;
    }
  }
  return closed / firms;
}

TEST(MechanismShocks, CloseTheirShareOfFirmsInTheirTownsAndSectorOnTheFirstDay) {
  EXPECT_EQ(share_closed(0.0), 0.0);
  EXPECT_NEAR(share_closed(0.3), 0.3, four_errors_of_share(0.3, 300.0));
  EXPECT_NEAR(share_closed(0.6), 0.6, four_errors_of_share(0.6, 300.0));
  EXPECT_EQ(share_closed(1.0), 1.0);
}

/// Mean solvency of the firms of a town and of manufacturing, or of the rest of the sectors.
double mean_solvency(const SmallWorld& world, Id<Town> town, bool manufacturing) {
  Sample sample;
  for (Id<Employer> firm : world.state.employers_of[town])
    if ((world.state.employers.sector[firm] == Sector::manufacturing) == manufacturing)
      sample.add(world.state.employers.solvency[firm]);
  return sample.mean();
}

TEST(MechanismShocks, OfBusinessPullSolvencyDownWhereTheyHitAndLetItRecover) {
  constexpr Day year = 364;
  Scenario scenario = scenario_of({{.residents = 30'000}, {.residents = 30'000, .east_km = 8.0}}, 2 * year + 1);
  scenario.parameters.work.credit_errors = 0.0;
  Scenario slump = scenario;
  slump.shocks = {{.kind = Shock::Kind::slump,
                   .size = 2.0,
                   .towns = {Id<Town>(0)},
                   .sector = Sector::manufacturing,
                   .day = 0,
                   .lasts = year}};
  scenario.parameters.work.closure_rate = slump.parameters.work.closure_rate = 0.0;
  SmallWorld with(slump), without(scenario);
  const auto pulled = [&](int town, bool manufacturing) {
    return mean_solvency(with, Id<Town>(town), manufacturing) - mean_solvency(without, Id<Town>(town), manufacturing);
  };
  const auto live_until = [&](Day day) {
    for (SmallWorld* world : {&with, &without})
      for (; world->state.day < day; world->sleep()) work_and_pay(world->today(), world->state);
  };
  const double kept = std::exp(-year / scenario.parameters.work.solvency_memory);
  live_until(year);
  EXPECT_NEAR(pulled(0, true), -2.0 * (1.0 - kept), 1e-5) << "the same luck, so the difference is the shock alone";
  EXPECT_EQ(pulled(0, false), 0.0);
  EXPECT_EQ(pulled(1, true), 0.0);
  live_until(2 * year);
  EXPECT_NEAR(pulled(0, true), -2.0 * (1.0 - kept) * kept, 1e-5);
}

}  // namespace
}  // namespace linli
