// A smaller world is the same city: twenty rates for its residents, and waiting in days, are those of the full one but
// for the luck of fewer people.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "engine/simulation.h"
#include "engine/totals.h"
#include "model/scenario/scenario_reader.h"

namespace linli {
namespace {

constexpr Day a_year = 365;
constexpr double standard_errors = 4.0;

constexpr std::array rates = {"grievances.claimed",
                              "disputes.suits",
                              "disputes.settled",
                              "disputes.settled_early",
                              "disputes.petitions",
                              "disputes.waiting",
                              "disputes.days_to_settlement",
                              "disputes.in_village",
                              "harm.serious",
                              "harm.violence",
                              "harm.accidents",
                              "harm.hazards_found",
                              "crime.true",
                              "crime.true.theft",
                              "crime.recorded",
                              "crime.clear_up",
                              "police.response_minutes",
                              "intrusion.contacts",
                              "trust.all",
                              "spending.all"};

using Rates = std::array<double, rates.size()>;

Rates lived(double scale, std::uint64_t seed) {
  const auto file = std::filesystem::path(LINLI_SOURCE_DIR) / "scenarios/dongguan/reference.toml";
  Simulation simulation(read_scenario(file), {.seed = seed, .days = a_year, .population_scale = scale});
  Totals totals;
  simulation.observe(totals);
  simulation.run();
  Rates found;
  for (std::size_t i = 0; i < rates.size(); ++i) found[i] = totals.value(figure_named(rates[i]));
  return found;
}

/// Means over seeds, and the standard deviation of one.
struct Sample {
  Rates mean{}, deviation{};
  double runs = 0.0;

  Sample(double scale, int seeds) : runs(seeds) {
    std::vector<Rates> all;
    for (int seed = 1; seed <= seeds; ++seed) all.push_back(lived(scale, static_cast<std::uint64_t>(seed)));
    for (std::size_t i = 0; i < rates.size(); ++i) {
      for (const Rates& one : all) mean[i] += one[i] / runs;
      for (const Rates& one : all) deviation[i] += (one[i] - mean[i]) * (one[i] - mean[i]);
      deviation[i] = std::sqrt(deviation[i] / std::max(1.0, runs - 1.0));
    }
  }
};

TEST(SlowScale, leaves_twenty_rates_for_residents_as_they_are) {
  const Sample full(1.0, 1), tenth(0.1, 3), fiftieth(0.02, 12);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    // Luck goes with the square root of the people: that of the smallest world is known best.
    const double luck = fiftieth.deviation[i] * std::sqrt(0.02);
    const auto error = [&](const Sample& sample, double scale) { return luck / std::sqrt(scale * sample.runs); };
    const double at_full = error(full, 1.0);
    EXPECT_NEAR(tenth.mean[i], full.mean[i], standard_errors * std::hypot(error(tenth, 0.1), at_full)) << rates[i];
    EXPECT_NEAR(fiftieth.mean[i], full.mean[i], standard_errors * std::hypot(error(fiftieth, 0.02), at_full))
        << rates[i];
  }
}

}  // namespace
}  // namespace linli
