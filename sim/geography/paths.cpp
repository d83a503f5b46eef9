#include "geography/paths.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/parallel.h"
#include "geography/roads.h"

/// Ways within a town or a community may lead outside it. So that a search need not cover the whole city, it is limited
/// by the triangle inequality: no way is longer than the one through the town's centre.

namespace linli {
namespace {

constexpr double rounding = 1.0 + 1e-5;  // travel minutes are kept as float

Roads roads_of(const TownGraph& graph) {
  std::vector<Link> links;
  for (int from = 0; from < graph.minutes.outerSize(); ++from)
    for (GridMatrix::InnerIterator entry(graph.minutes, from); entry; ++entry)
      if (from < entry.col())
        links.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(entry.col()), entry.value()});
  return Roads(graph.grids(), links);
}

void measure_ways_to_centre(const Roads& roads, Id<Town> town, TownGraph& graph) {
  const Reached reached = roads.reach({graph.centre[town].row});
  for (Id<Grid> grid : graph.grids_of_town[town])
    graph.minutes_to_centre[grid] = static_cast<float>(reached.minutes[grid.row]);
}

void measure_ways_to_office(const Roads& roads, Id<Community> community, TownGraph& graph) {
  const Id<Grid> office = graph.office[community];
  double farthest = 0.0;
  for (Id<Grid> grid : graph.grids_of_community[community])
    farthest = std::max<double>(farthest, graph.minutes_to_centre[grid]);
  const Reached reached = roads.reach({office.row}, (farthest + graph.minutes_to_centre[office]) * rounding);
  for (Id<Grid> grid : graph.grids_of_community[community])
    graph.minutes_to_office[grid] = static_cast<float>(reached.minutes[grid.row]);
}

using Entries = std::vector<Eigen::Triplet<float>>;

GridMatrix square_matrix(std::size_t grids, const std::vector<Entries>& rows) {
  Entries all;
  for (const Entries& row : rows) all.insert(all.end(), row.begin(), row.end());
  GridMatrix matrix(static_cast<Eigen::Index>(grids), static_cast<Eigen::Index>(grids));
  matrix.setFromTriplets(all.begin(), all.end());
  return matrix;
}

}  // namespace

void measure_ways_to_seats(TownGraph& graph) {
  const Roads roads = roads_of(graph);
  graph.minutes_to_centre.resize(graph.grids());
  graph.minutes_to_office.resize(graph.grids());
  parallel_for(graph.towns.size(), 1, [&](std::size_t t) { measure_ways_to_centre(roads, Id<Town>(t), graph); });
  parallel_for(graph.communities(), 8, [&](std::size_t c) { measure_ways_to_office(roads, Id<Community>(c), graph); });
}

Column<Grid, float> shortest_minutes(const TownGraph& graph, const std::vector<Id<Grid>>& sources) {
  std::vector<std::uint32_t> places;
  for (Id<Grid> source : sources) places.push_back(source.row);
  const Reached reached = roads_of(graph).reach(places);
  Column<Grid, float> minutes(graph.grids());
  for (Id<Grid> grid : all_rows<Grid>(graph.grids())) minutes[grid] = static_cast<float>(reached.minutes[grid.row]);
  return minutes;
}

Eigen::MatrixXf minutes_around_seat(const TownGraph& graph, Id<Town> seat) {
  const Range<Grid> grids = graph.grids_served[seat];
  float farthest = 0.0f;
  for (Id<Grid> grid : grids) farthest = std::max(farthest, graph.minutes_to_centre[grid]);

  const Roads roads = roads_of(graph);
  Eigen::MatrixXf minutes(grids.size(), grids.size());
  parallel_for(grids.size(), 8, [&](std::size_t i) {
    const Reached reached = roads.reach({grids.first.row + static_cast<std::uint32_t>(i)}, 2.0 * farthest * rounding);
    for (std::uint32_t j = 0; j < grids.size(); ++j)
      minutes(static_cast<Eigen::Index>(i), j) = static_cast<float>(reached.minutes[grids[j].row]);
  });
  minutes.triangularView<Eigen::StrictlyLower>() = minutes.transpose();
  return minutes;
}

GridMatrix distance_kernel(const TownGraph& graph, const Parameters::Travel& travel, double length_km,
                           double reach_km) {
  const Roads roads = roads_of(graph);
  const double km_per_minute = travel.speed / 60.0;
  std::vector<Entries> rows(graph.grids());
  parallel_for(graph.grids(), 16, [&](std::size_t i) {
    const int row = static_cast<int>(i);
    const std::vector<double> minutes = roads.reach({static_cast<std::uint32_t>(i)}, reach_km / km_per_minute).minutes;
    for (int j = 0; j < static_cast<int>(minutes.size()); ++j) {
      if (minutes[static_cast<std::size_t>(j)] == Roads::everywhere) continue;
      const double half_radius = 0.5 * std::sqrt(graph.area_km2[Id<Grid>(i)] / std::numbers::pi);
      const double km = j == row ? half_radius : minutes[static_cast<std::size_t>(j)] * km_per_minute;
      rows[i].emplace_back(row, j, static_cast<float>(std::exp(-km / length_km)));
    }
  });
  return square_matrix(graph.grids(), rows);
}

GridMatrix neighbour_laplacian(const TownGraph& graph) {
  std::vector<Entries> rows(graph.grids());
  for (int i = 0; i < graph.minutes.outerSize(); ++i) {
    Entries& row = rows[static_cast<std::size_t>(i)];
    for (GridMatrix::InnerIterator entry(graph.minutes, i); entry; ++entry)
      row.emplace_back(i, static_cast<int>(entry.col()), 1.0f);
    const float share = 1.0f / static_cast<float>(row.size());
    for (Eigen::Triplet<float>& entry : row) entry = {i, entry.col(), share};
    if (!row.empty()) row.emplace_back(i, i, -1.0f);
  }
  return square_matrix(graph.grids(), rows);
}

}  // namespace linli
