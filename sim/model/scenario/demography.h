#pragma once

/// Who lives in the city, in shares: the joint distribution of status (hukou or migrant), sex and age, fitted to the
/// published margins by iterative proportional fitting (Deming & Stephan 1940).

#include <Eigen/Core>
#include <array>
#include <vector>

#include "core/random.h"
#include "model/lists/kinds.h"
#include "model/lists/parameters.h"

namespace linli {

/// A cell of the joint distribution: status x sex x age band.
inline constexpr auto ages = static_cast<std::size_t>(AgeBand::count);
inline constexpr std::size_t demographic_cells = 2 * 2 * ages;
constexpr std::size_t cell_of(bool migrant, bool male, AgeBand age) {
  return (migrant ? 2 * ages : 0) + (male ? ages : 0) + static_cast<std::size_t>(age);
}
constexpr bool is_migrant(std::size_t cell) {
  return cell >= 2 * ages;
}
constexpr bool is_male(std::size_t cell) {
  return cell % (2 * ages) >= ages;
}
constexpr AgeBand age_of(std::size_t cell) {
  return static_cast<AgeBand>(cell % ages);
}

/// Scales the cells that `belongs` so that they sum to `share`.
template <class Belongs>
void scale_to(Eigen::ArrayXd& shares, double share, const Belongs& belongs) {
  double sum = 0.0;
  for (std::size_t i = 0; i < demographic_cells; ++i)
    if (belongs(i)) sum += shares[static_cast<Eigen::Index>(i)];
  for (std::size_t i = 0; i < demographic_cells; ++i)
    if (belongs(i)) shares[static_cast<Eigen::Index>(i)] *= share / sum;
}

/// Shares of the cells, summing to 1.
Eigen::ArrayXd fit_shares(const Parameters::Population& population);

struct Trait {
  AgeBand age;
  bool male;
};

enum class LifeStage : std::uint8_t { child, of_working_age, elder, count };
LifeStage life_stage_of(AgeBand age);

/// Ages and sexes of migrants of each stage of life, to draw from.
class MigrantTraits {
 public:
  explicit MigrantTraits(const Parameters::Population& population);

  Trait draw(LifeStage stage, Draws& draws) const;

 private:
  struct Step {
    double up_to;  // cumulative share
    Trait trait;
  };
  std::array<std::vector<Step>, static_cast<std::size_t>(LifeStage::count)> steps_;
};

}  // namespace linli
