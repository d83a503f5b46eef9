#include "engine/totals.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/record/small_run.h"

namespace linli {
namespace {

using Change = std::function<void(DailyTally& daily, PanelTally& panel)>;

constexpr Id<Town> humen(0), changan(1);

/// From Christmas 2021 on: 300 residents in Humen, 100 in Chang'an.
Totals totals_of(Day days, const Change& change = {}, Date start = std::chrono::year(2021) / 12 / 25) {
  SmallRun run(days, start);
  if (change) run.change(change);
  Totals totals;
  run.tell(totals);
  return totals;
}

double value(const Totals& totals, const char* key, std::optional<int> year = {}, Id<Town> town = {}) {
  return totals.value(figure_named(key), year, town);
}

TEST(Totals, CountDaysInTheirCalendarYears) {
  const Totals totals = totals_of(20);
  EXPECT_EQ(totals.years(), (std::vector{2021, 2022}));
  EXPECT_EQ(totals.days_of(2021), 7);
  EXPECT_EQ(totals.days_of(), 20);
  EXPECT_EQ(value(totals, "disputes.mediated", 2021), 7);
  EXPECT_EQ(value(totals, "disputes.between_parties", 2021), 35);
  EXPECT_EQ(value(totals, "disputes.mediated", 2022), 13);
  EXPECT_EQ(value(totals, "disputes.mediated"), 20);
}

TEST(Totals, OfATownAreItsOwn) {
  const Totals totals = totals_of(10);
  EXPECT_EQ(value(totals, "disputes.mediated", {}, changan), 10);
  EXPECT_EQ(value(totals, "disputes.mediated", {}, humen), 0);
  EXPECT_EQ(value(totals, "harm.injured", {}, humen), 90);
}

TEST(Totals, GiveRatesPerResidentAndCalendarYear) {
  const Totals totals = totals_of(7 + 365 + 366, {}, std::chrono::year(2022) / 12 / 25);
  // 4 cases a day among 400 residents, in 7 days of 2022, in 2023 and in the leap year 2024
  EXPECT_NEAR(value(totals, "crime.public_order", 2023), 4.0 * 365 / 400 * 1e5, 1e-6);
  EXPECT_NEAR(value(totals, "crime.public_order", 2024), 4.0 * 366 / 400 * 1e5, 1e-6);
  EXPECT_NEAR(value(totals, "crime.public_order"), 4.0 * (7 + 365 + 366) / 400 / (7 / 365.0 + 2) * 1e5, 1e-6);
  EXPECT_NEAR(value(totals, "crime.public_order", 2023, humen), 4.0 * 365 / 300 * 1e5, 1e-6);
  EXPECT_NEAR(value(totals, "crime.clear_up"), 25.0, 1e-9);
}

TEST(Totals, GiveMoneyOfACalendarYearInFull) {
  const Totals totals = totals_of(
      365, [](DailyTally& daily, PanelTally&) { daily(humen, Daily::spending, 0) = 1e6 / 365.0; },
      std::chrono::year(2023) / 1 / 1);
  EXPECT_NEAR(value(totals, "spending.all", 2023), 1e6 / 400.0, 1e-6);
  EXPECT_NEAR(value(totals, "spending.total", 2023), 1.0, 1e-9);
  EXPECT_NEAR(totals.spending_per_year(), 1e6, 1e-3);
}

TEST(Totals, GiveStocksAsMeansOverDaysOrAsTheyStandAtTheEnd) {
  const Totals totals = totals_of(20);
  EXPECT_NEAR(value(totals, "people.residents"), 400.0, 1e-9);
  EXPECT_NEAR(value(totals, "livelihood.wages_owed", 2021), 0.5, 1e-9);
  EXPECT_NEAR(value(totals, "livelihood.wages_owed"), 100.0 * (7 * 1 + 13 * 5) / (20 * 200), 1e-9);
  Day day = 0;
  const Totals growing = totals_of(10, [&](DailyTally& daily, PanelTally&) {
    daily(humen, Daily::disputes_at, Stage::latent) = ++day;
    daily(humen, Daily::waiting, Stage::court) = 2 * day;
  });
  EXPECT_EQ(value(growing, "grievances.latent", 2021), 7) << "on New Year's Eve";
  EXPECT_EQ(value(growing, "grievances.latent"), 10);
  EXPECT_EQ(value(growing, "disputes.waiting_at_end.court"), 20);
  EXPECT_NEAR(value(growing, "disputes.waiting"), 1e4 * 11.0 / 400.0, 1e-9) << "the mean of 2, 4 ... 20";
}

TEST(Totals, GiveDaysToSettlementAsAMeanOverDisputes) {
  const Totals totals = totals_of(10, [](DailyTally& daily, PanelTally&) {
    daily(humen, Daily::settled_by_type, DisputeType::family) = 3;
    daily(humen, Daily::settled_by_type, DisputeType::rental) = 1;
    daily(humen, Daily::settled_days, DisputeType::family) = 30;
    daily(humen, Daily::settled_days, DisputeType::rental) = 50;
  });
  EXPECT_NEAR(value(totals, "disputes.days_to_settlement"), 20.0, 1e-9);
}

TEST(Totals, WeighAttitudesByResidentsOfTheGroup) {
  const Totals totals = totals_of(20);
  EXPECT_NEAR(value(totals, "trust.hukou"), 0.6, 1e-9) << "there are none in Chang'an";
  EXPECT_NEAR(value(totals, "trust.migrant"), (100 * 0.6 + 100 * 0.2) / 200, 1e-9);
  EXPECT_NEAR(value(totals, "trust.all"), (200 * 0.6 + 100 * 0.6 + 100 * 0.2) / 400, 1e-9);
  EXPECT_NEAR(value(totals, "equity.trust_gap"), 0.2, 1e-9);
  EXPECT_TRUE(std::isnan(value(totals, "trust.women"))) << "nobody asked is a woman";
  EXPECT_TRUE(std::isnan(value(totals, "equity.trust_gap", {}, changan)));
}

TEST(Totals, WeighTheLastWeekByItsDays) {
  Day day = 0;
  SmallRun run(10);
  run.change([&](DailyTally&, PanelTally& panel) {
    panel(humen, Panel::trust, PopulationGroup::hukou) = ++day <= 7 ? 0.4 : 0.8;
  });
  Totals totals;
  totals.run_started(run.start());
  PanelTally last(2, panel_indicators);
  last(humen, Panel::trust, PopulationGroup::hukou) = 0.8;
  for (Day each = 0; each < 10; ++each) run.tell(totals, each);
  const double before = value(totals, "trust.hukou");
  totals.run_ended(run.end(10), {.panel = &last});
  const Totals& ended = totals;
  // The small run hands over a week of seven days after each Sunday; three days are left of the last one.
  EXPECT_GT(value(ended, "trust.hukou"), before);
  EXPECT_LT(value(ended, "trust.hukou"), 0.8);
}

TEST(Totals, HaveNoValueWhereThereIsNothingToDivideBy) {
  const Totals totals = totals_of(10);
  EXPECT_TRUE(std::isnan(value(totals, "police.response_minutes")));
  EXPECT_TRUE(std::isnan(value(Totals(2), "disputes.mediated")));
  EXPECT_EQ(value(totals, "harm.accidents"), 0.0);
}

}  // namespace
}  // namespace linli
