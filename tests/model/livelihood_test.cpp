// A6: solvency is an Ornstein-Uhlenbeck process of unit deviation; wages stop by season and sector as stated.

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/season.h"
#include "processes/economy.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr double memory_days = 180.0;

double next_week(double solvency, std::uint64_t firm, std::uint32_t week, double mean = 0.0) {
  Draws draws(3, Purpose::solvency, firm, week);
  return next_solvency(solvency, mean, memory_days, draws);
}

TEST(Solvency, ReturnsFromAShockToMeanZeroAndVarianceOne) {
  constexpr int firms = 40'000, weeks = 200;
  constexpr double shock = 3.0;
  std::vector<double> solvency(firms, shock);
  for (std::uint32_t week = 1; week <= weeks; ++week) {
    Sample sample;
    for (int firm = 0; firm < firms; ++firm)
      sample.add(solvency[firm] = next_week(solvency[firm], static_cast<std::uint64_t>(firm), week));
    if (week != 10 && week != weeks) continue;
    const double kept = std::exp(-7.0 * week / memory_days);
    EXPECT_NEAR(sample.mean(), shock * kept, 4.0 * sample.standard_error()) << week;
    EXPECT_NEAR(sample.variance(), 1.0 - kept * kept, 0.03 * (1.0 - kept * kept)) << week;
  }
}

TEST(Solvency, OfOneWeekResemblesThatOfTheNextAsItsMemorySays) {
  Sample product, square;
  for (std::uint64_t firm = 0; firm < 2000; ++firm) {
    Draws draws(3, Purpose::synthesis_employer, firm, 0);
    double solvency = normal(draws);
    for (std::uint32_t week = 0; week < 300; ++week) {
      const double next = next_week(solvency, firm, week);
      product.add(solvency * next);
      square.add(next * next);
      solvency = next;
    }
  }
  EXPECT_NEAR(square.mean(), 1.0, 0.02);
  EXPECT_NEAR(product.mean() / square.mean(), std::exp(-7.0 / memory_days), 0.001);
}

TEST(ArrearsSeason, PeaksThreefoldInTheMonthBeforeTheFestivalAgainstJune) {
  const Calendar calendar(std::chrono::year(2021) / 1 / 1, 4 * 365 + 1);
  for (int year : {2021, 2022, 2023, 2024}) {
    const Day festival = calendar.day_of(spring_festival(year));
    for (Day before = 0; before <= 20; ++before) EXPECT_EQ(raw_season(calendar, festival - before, 3.0), 3.0);
    for (unsigned date = 1; date <= 30; ++date)
      EXPECT_EQ(raw_season(calendar, calendar.day_of(std::chrono::year(year) / 6 / date), 3.0), 1.0);
  }
}

TEST(ArrearsSeason, HasMeanOneFromSummerToSummer) {
  for (int year = 2019; year < 2027; ++year) {
    const SmallWorld world(scenario_of({{.residents = 100, .grids = 1}}, 365, std::chrono::year(year) / 7 / 1));
    Sample season;
    for (Day day = 0; day < 365; ++day)
      season.add(raw_season(world.setting.calendar, day, 3.0) / world.setting.season_mean);
    EXPECT_NEAR(season.mean(), 1.0, 0.02) << year;
  }
}

TEST(Solvency, IsPulledDownByASlumpInItsMeanAlone) {
  constexpr int firms = 40'000, weeks = 60;
  Sample sample;
  for (std::uint64_t firm = 0; firm < firms; ++firm) {
    Draws draws(3, Purpose::synthesis_employer, firm, 0);
    double solvency = normal(draws);
    for (std::uint32_t week = 1; week <= weeks; ++week) solvency = next_week(solvency, firm, week, -2.0);
    sample.add(solvency);
  }
  EXPECT_NEAR(sample.mean(), -2.0 * (1.0 - std::exp(-7.0 * weeks / memory_days)), 4.0 * sample.standard_error());
  EXPECT_NEAR(sample.variance(), 1.0, 0.03);
}

// --- arrears by the production code

constexpr Day two_years = 730;

Scenario firms_alike() {
  Scenario scenario =
      scenario_of({{.residents = 60'000, .communities = 2, .grids = 10}}, two_years, std::chrono::year(2021) / 3 / 1);
  Parameters::Work& work = scenario.parameters.work;
  work.arrears_sensitivity = 0.0;
  work.arrears_rate = 0.3;
  work.closure_rate = 0.0;
  work.payment_time = 7.0;
  work.moral_hazard = 0.0;
  scenario.levers.labour.warning = scenario.levers.labour.false_alarms = 0.0;
  return scenario;
}

struct Onsets {
  double observed = 0.0, expected = 0.0;
};

bool steps_today(const SmallWorld& world, Id<Employer> employer) {
  return employer.row % 7 == static_cast<std::uint32_t>(world.state.day % 7);
}

/// What the firms at risk of a sector should do in this week's step.
double chance(const SmallWorld& world, Sector sector) {
  const Parameters::Work& work = world.parameters().work;
  const double season = raw_season(world.setting.calendar, world.state.day, 3.0) / world.setting.season_mean;
  return 1.0 - std::exp(-work.arrears_rate * work.sector[sector].arrears_factor * season * 7.0 / days_per_year);
}

void live_a_day(SmallWorld& world, PerKind<Sector, Onsets>& by_sector, std::array<Onsets, 12>& by_month) {
  const Employers& employers = world.state.employers;
  const auto month = static_cast<unsigned>(world.setting.calendar.date(world.state.day).month()) - 1;
  const auto add = [&](Id<Employer> firm, double observed, double expected) {
    for (Onsets* onsets : {&by_sector[employers.sector[firm]], &by_month[month]})
      onsets->observed += observed, onsets->expected += expected;
  };
  for (Id<Employer> firm : all_rows<Employer>(employers.size()))
    if (steps_today(world, firm) && employers.arrears_since[firm] == never)
      add(firm, 0.0, chance(world, employers.sector[firm]));
  work_and_pay(world.today(), world.state);
  for (Id<Employer> firm : all_rows<Employer>(employers.size()))
    if (employers.arrears_since[firm] == world.state.day) add(firm, 1.0, 0.0);
  world.sleep();
}

TEST(Arrears, StartBySeasonAndSectorAsStated) {
  SmallWorld world(firms_alike());
  PerKind<Sector, Onsets> by_sector{};
  std::array<Onsets, 12> by_month{};
  while (world.state.day < two_years) live_a_day(world, by_sector, by_month);
  for (const Onsets& onsets : by_sector)
    EXPECT_NEAR(onsets.observed, onsets.expected, four_errors_of_count(onsets.expected));
  for (const Onsets& onsets : by_month)
    EXPECT_NEAR(onsets.observed, onsets.expected, four_errors_of_count(onsets.expected));
  EXPECT_GT(by_month[0].observed, 2.0 * by_month[5].observed) << "January against June";
}

}  // namespace
}  // namespace linli
