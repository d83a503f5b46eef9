#include "processes/land.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"

namespace linli {
namespace {

constexpr double journey_reach = 4.0;  // in lengths of the kernel: 2 % of journeys are longer
constexpr double least_commute_km = 1.0;

Column<Town, Eigen::MatrixXf> around_seats(const TownGraph& graph) {
  Column<Town, Eigen::MatrixXf> minutes(graph.towns.size());
  parallel_for(graph.towns.size(), 1,
               [&](std::size_t i) { minutes[Id<Town>(i)] = minutes_around_seat(graph, Id<Town>(i)); });
  return minutes;
}

/// Gravity: jobs are where people are, and attraction decays with the distance beyond the town's own size.
double attraction(const TownGraph& graph, Id<Town> home, Id<Town> work, double length_km) {
  const TownFacts& a = graph.towns[home];
  const TownFacts& b = graph.towns[work];
  const double km = home == work ? least_commute_km : distance_km(a.lon, a.lat, b.lon, b.lat);
  return static_cast<double>(b.residents) * std::exp(-km / length_km);
}

Column<Town, std::vector<double>> commuting(const TownGraph& graph, double length_km) {
  Column<Town, std::vector<double>> cumulative(graph.towns.size());
  for (Id<Town> home : all_rows<Town>(graph.towns.size())) {
    double total = 0.0;
    for (Id<Town> work : all_rows<Town>(graph.towns.size()))
      cumulative[home].push_back(total += attraction(graph, home, work, length_km));
  }
  return cumulative;
}

Column<Grid, float> crowding_of(const TownGraph& graph) {
  double people = 0.0, area = 0.0;
  for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
    people += static_cast<double>(graph.residents[grid]), area += graph.area_km2[grid];
  Column<Grid, float> crowding(graph.grids());
  for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
    crowding[grid] =
        static_cast<float>(static_cast<double>(graph.residents[grid]) / graph.area_km2[grid] / (people / area));
  return crowding;
}

Column<Grid, float> minutes_to_help(const TownGraph& graph) {
  Column<Grid, float> minutes(graph.grids());
  for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
    minutes[grid] = std::min(graph.minutes_to_office[grid], graph.minutes_to_centre[grid]);
  return minutes;
}

}  // namespace

Land::Land(const Scenario& scenario, double population_scale)
    : graph(build_town_graph(scenario.world, scenario.parameters.travel, scenario.seed, population_scale)),
      journey(distance_kernel(graph, scenario.parameters.travel, scenario.parameters.crime.journey_length,
                              journey_reach * scenario.parameters.crime.journey_length)),
      laplacian(neighbour_laplacian(graph)),
      town_minutes(around_seats(graph)),
      commute(commuting(graph, scenario.parameters.work.commute_length)),
      crowding(crowding_of(graph)),
      minutes_to_help(linli::minutes_to_help(graph)),
      migrants(scenario.parameters.population) {}

}  // namespace linli
