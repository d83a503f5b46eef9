#pragma once

/// Margins: how many residents of each kind live in each grid, so that the city's totals are met exactly.
///
/// Counts of the cells of demography.h are carried from grid to grid: each grid gets the whole numbers nearest to what
/// is due up to and including it, so rounding errors never add up.

#include <Eigen/Core>
#include <vector>

#include "core/column.h"
#include "geography/town_graph.h"
#include "model/lists/parameters.h"
#include "model/scenario/demography.h"

namespace linli {

/// Whole numbers for each part in turn, summing to the part's total, whose running sums stay nearest to the expected
/// running sums.
class CarriedRounding {
 public:
  explicit CarriedRounding(std::size_t cells) : owed_(Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(cells))) {}
  std::vector<std::int64_t> next(const Eigen::ArrayXd& expected, std::int64_t total);

 private:
  Eigen::ArrayXd owed_;
};

/// The margins of one grid.
struct GridMargins {
  std::vector<std::int64_t> cells;  // residents by demographic cell
  std::int64_t in_dormitories = 0;  // of the migrants

  std::int64_t migrants() const;
  std::int64_t hukou() const;
};

/// Margins of all grids. Migrant shares are tilted by town with its migrant_weight; the city's total is exact.
Column<Grid, GridMargins> margins_of(const TownGraph& graph, const Parameters::Population& population);

}  // namespace linli
