#include "synthesis/margins.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace linli {
namespace {

TEST(Margins, OfTheFittedSharesAreThoseAskedFor) {
  const Parameters::Population population;
  const Eigen::ArrayXd shares = fit_shares(population);
  double migrants = 0.0, men = 0.0, children = 0.0;
  for (bool male : {false, true})
    for (AgeBand age : every<AgeBand>())
      for (bool migrant : {false, true}) {
        const double share = shares[static_cast<Eigen::Index>(cell_of(migrant, male, age))];
        EXPECT_GT(share, 0.0);
        migrants += migrant * share;
        men += male * share;
        children += (age == AgeBand::child) * share;
      }
  EXPECT_NEAR(shares.sum(), 1.0, 1e-9);
  EXPECT_NEAR(migrants, population.migrant_share, 1e-9);
  EXPECT_NEAR(men / (1.0 - men) * 100.0, population.sex_ratio, 1e-6);
  EXPECT_NEAR(children, population.age_0_14, 1e-9);
}

TEST(CarriedRounding, GivesEveryPartItsTotalAndNeverDriftsFromWhatIsDue) {
  CarriedRounding rounding(3);
  Eigen::ArrayXd due(3), given = Eigen::ArrayXd::Zero(3);
  due << 0.4, 2.35, 4.25;
  for (int part = 1; part <= 1000; ++part) {
    const std::vector<std::int64_t> here = rounding.next(due, 7);
    EXPECT_EQ(std::accumulate(here.begin(), here.end(), std::int64_t{0}), 7);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_GE(here[i], 0);
      given[static_cast<Eigen::Index>(i)] += static_cast<double>(here[i]);
    }
    EXPECT_LT((given - part * due).abs().maxCoeff(), 1.0) << part;
  }
}

}  // namespace
}  // namespace linli
