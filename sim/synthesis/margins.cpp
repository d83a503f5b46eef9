#include "synthesis/margins.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linli {
namespace {

constexpr double most_migrants = 0.97;  // [share] of any town
constexpr int fitting_rounds = 200;

using Cells = Eigen::ArrayXd;

std::vector<double> migrant_shares(const TownGraph& graph, double city_share) {
  double people = 0.0;
  for (const TownFacts& town : graph.towns) people += static_cast<double>(town.residents);
  double low = 0.0, high = 10.0;
  std::vector<double> shares(graph.towns.size());
  for (int round = 0; round < fitting_rounds; ++round) {
    const double scale = (low + high) / 2.0;
    double migrants = 0.0;
    for (Id<Town> town : all_rows<Town>(shares.size())) {
      const TownFacts& facts = graph.towns[town];
      shares[town.row] = std::min(std::max(most_migrants, city_share), scale * city_share * facts.migrant_weight);
      migrants += shares[town.row] * static_cast<double>(facts.residents);
    }
    (migrants < city_share * people ? low : high) = scale;
  }
  return shares;
}

/// The residents expected in each cell of a grid, in a town with its own share of migrants.
Cells expected_in(const Cells& city, double migrant_share, double residents) {
  Cells cells = city;
  scale_to(cells, migrant_share, [](std::size_t cell) { return is_migrant(cell); });
  scale_to(cells, 1.0 - migrant_share, [](std::size_t cell) { return !is_migrant(cell); });
  return cells * residents;
}

}  // namespace

std::vector<std::int64_t> CarriedRounding::next(const Cells& expected, std::int64_t total) {
  owed_ += expected;
  std::vector<std::int64_t> given(static_cast<std::size_t>(owed_.size()));
  std::vector<std::size_t> order(given.size());
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t i = 0; i < given.size(); ++i) {
    given[i] = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(owed_[static_cast<Eigen::Index>(i)])));
    total -= given[i];
  }
  const auto rest = [&](std::size_t i) { return owed_[static_cast<Eigen::Index>(i)] - static_cast<double>(given[i]); };
  while (total != 0) {
    const bool add = total > 0;
    const auto best = std::max_element(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return add ? rest(a) < rest(b) : (given[a] == 0) > (given[b] == 0) || (given[b] > 0 && rest(a) > rest(b));
    });
    given[*best] += add ? 1 : -1;
    total -= add ? 1 : -1;
  }
  for (std::size_t i = 0; i < given.size(); ++i) owed_[static_cast<Eigen::Index>(i)] -= static_cast<double>(given[i]);
  return given;
}

std::int64_t GridMargins::hukou() const {
  return std::accumulate(cells.begin(), cells.begin() + 2 * ages, std::int64_t{0});
}
std::int64_t GridMargins::migrants() const {
  return std::accumulate(cells.begin() + 2 * ages, cells.end(), std::int64_t{0});
}

Column<Grid, GridMargins> margins_of(const TownGraph& graph, const Parameters::Population& population) {
  const Cells city = fit_shares(population);
  const std::vector<double> migrants = migrant_shares(graph, population.migrant_share);
  const double dormitory_share = population.dormitory_share / population.migrant_share;
  CarriedRounding cells(demographic_cells);
  Column<Grid, GridMargins> margins(graph.grids());
  double owed_dormitory = 0.0;
  for (Id<Grid> grid : all_rows<Grid>(graph.grids())) {
    const std::int64_t residents = graph.residents[grid];
    GridMargins& here = margins[grid];
    here.cells =
        cells.next(expected_in(city, migrants[graph.town_of[grid].row], static_cast<double>(residents)), residents);
    std::int64_t working = 0;
    for (std::size_t cell = 2 * ages; cell < demographic_cells; ++cell)
      if (age_of(cell) != AgeBand::child && age_of(cell) < AgeBand::senior) working += here.cells[cell];
    owed_dormitory += dormitory_share * static_cast<double>(here.migrants());
    here.in_dormitories = std::min(working, static_cast<std::int64_t>(std::llround(std::max(0.0, owed_dormitory))));
    owed_dormitory -= static_cast<double>(here.in_dormitories);
  }
  return margins;
}

}  // namespace linli
