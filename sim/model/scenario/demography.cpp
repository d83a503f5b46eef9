#include "model/scenario/demography.h"

#include <algorithm>

namespace linli {
namespace {

constexpr int fitting_rounds = 200;

using Cells = Eigen::ArrayXd;

/// What the fitting starts from.
Cells prior_shares(const Parameters::Population& p) {
  Cells shares(static_cast<Eigen::Index>(demographic_cells));
  for (bool migrant : {false, true})
    for (bool male : {false, true})
      for (AgeBand age : every<AgeBand>())
        shares[static_cast<Eigen::Index>(cell_of(migrant, male, age))] = (migrant ? p.age_migrants : p.age_hukou)[age];
  return shares / shares.sum();
}

double men(double sex_ratio) {
  return sex_ratio / (100.0 + sex_ratio);
}

}  // namespace

Cells fit_shares(const Parameters::Population& p) {
  Cells shares = prior_shares(p);
  const double women_hukou = (1.0 - p.migrant_share) * (1.0 - men(p.hukou_sex_ratio));
  const double women_migrant = 1.0 - men(p.sex_ratio) - women_hukou;
  for (int round = 0; round < fitting_rounds; ++round) {
    scale_to(shares, women_hukou, [](auto c) { return !is_migrant(c) && !is_male(c); });
    scale_to(shares, 1.0 - p.migrant_share - women_hukou, [](auto c) { return !is_migrant(c) && is_male(c); });
    scale_to(shares, women_migrant, [](auto c) { return is_migrant(c) && !is_male(c); });
    scale_to(shares, p.migrant_share - women_migrant, [](auto c) { return is_migrant(c) && is_male(c); });
    scale_to(shares, p.age_0_14, [](auto c) { return age_of(c) == AgeBand::child; });
    scale_to(shares, p.age_60_plus, [](auto c) { return age_of(c) >= AgeBand::senior; });
    scale_to(shares, 1.0 - p.age_0_14 - p.age_60_plus,
             [](auto c) { return age_of(c) != AgeBand::child && age_of(c) < AgeBand::senior; });
  }
  return shares;
}

LifeStage life_stage_of(AgeBand age) {
  if (age == AgeBand::child) return LifeStage::child;
  return age >= AgeBand::senior ? LifeStage::elder : LifeStage::of_working_age;
}

MigrantTraits::MigrantTraits(const Parameters::Population& population) {
  const Cells shares = fit_shares(population);
  for (std::size_t cell = 0; cell < demographic_cells; ++cell) {
    if (!is_migrant(cell)) continue;
    std::vector<Step>& steps = steps_[static_cast<std::size_t>(life_stage_of(age_of(cell)))];
    const double before = steps.empty() ? 0.0 : steps.back().up_to;
    steps.push_back({before + shares[static_cast<Eigen::Index>(cell)], {age_of(cell), is_male(cell)}});
  }
}

Trait MigrantTraits::draw(LifeStage stage, Draws& draws) const {
  const std::vector<Step>& steps = steps_[static_cast<std::size_t>(stage)];
  const double position = unit(draws) * steps.back().up_to;
  return std::ranges::upper_bound(steps.begin(), steps.end() - 1, position, {}, &Step::up_to)->trait;
}

}  // namespace linli
