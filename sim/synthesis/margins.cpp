#include "synthesis/margins.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linli {
namespace {

constexpr double most_migrants = 0.97;  // [share] of any town
constexpr int fitting_rounds = 200;

using Cells = Eigen::ArrayXd;

/// Shares of an age among hukou residents and among migrants, as priors that the fitting starts from.
struct Prior {
  double hukou, migrants;
};
constexpr PerKind<AgeBand, Prior> priors = {{
    {AgeBand::child, 0.23, 0.10},
    {AgeBand::youth, 0.10, 0.22},
    {AgeBand::young_adult, 0.15, 0.30},
    {AgeBand::adult, 0.15, 0.21},
    {AgeBand::middle, 0.20, 0.155},
    {AgeBand::senior, 0.12, 0.013},
    {AgeBand::elder, 0.05, 0.002},
}};

Cells prior_shares() {
  Cells shares(static_cast<Eigen::Index>(demographic_cells));
  for (bool migrant : {false, true})
    for (bool male : {false, true})
      for (AgeBand age : every<AgeBand>())
        shares[static_cast<Eigen::Index>(cell_of(migrant, male, age))] =
            migrant ? priors[age].migrants : priors[age].hukou;
  return shares / shares.sum();
}

/// Scales the cells that `belongs` so that they sum to `share`.
template <class Belongs>
void scale_to(Cells& shares, double share, const Belongs& belongs) {
  double sum = 0.0;
  for (std::size_t i = 0; i < demographic_cells; ++i)
    if (belongs(i)) sum += shares[static_cast<Eigen::Index>(i)];
  for (std::size_t i = 0; i < demographic_cells; ++i)
    if (belongs(i)) shares[static_cast<Eigen::Index>(i)] *= share / sum;
}

bool is_migrant(std::size_t cell) {
  return cell >= 2 * ages;
}
bool is_male(std::size_t cell) {
  return cell % (2 * ages) >= ages;
}
AgeBand age_of(std::size_t cell) {
  return static_cast<AgeBand>(cell % ages);
}
double men(double sex_ratio) {
  return sex_ratio / (100.0 + sex_ratio);
}

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

Cells fit_shares(const Parameters::Population& p) {
  Cells shares = prior_shares();
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
