#include "processes/today.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.h"
#include "core/season.h"

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

std::vector<std::vector<char>> near_facilities(const Scenario& scenario, const TownGraph& graph) {
  std::vector<std::vector<char>> near;
  for (const Facility& facility : scenario.facilities) {
    std::vector<char>& grids = near.emplace_back(graph.grids(), char{0});
    for (Id<Grid> grid : all_rows<Grid>(graph.grids()))
      grids[grid.row] = distance_km(facility.lon, facility.lat, graph.lon[grid], graph.lat[grid]) <=
                        scenario.parameters.grievance.siting_distance;
  }
  return near;
}

Id<Town> nearest_town(const TownGraph& graph, const Facility& facility) {
  Id<Town> nearest(0);
  double least_km = std::numeric_limits<double>::infinity();
  for (Id<Town> town : all_rows<Town>(graph.towns.size())) {
    const double km = distance_km(facility.lon, facility.lat, graph.towns[town].lon, graph.towns[town].lat);
    if (km < least_km) least_km = km, nearest = town;
  }
  return nearest;
}

std::vector<Id<Town>> towns_of_facilities(const Scenario& scenario, const TownGraph& graph) {
  std::vector<Id<Town>> towns;
  for (const Facility& facility : scenario.facilities) towns.push_back(nearest_town(graph, facility));
  return towns;
}

}  // namespace

Decay::Decay(double memory_days) {
  constexpr double negligible = 1e-12;
  double left = 1.0;
  while (left > negligible) {
    table_.push_back(left);
    left = std::exp(-static_cast<double>(table_.size()) / memory_days);
  }
}

/// Of towns in different order or of their own: exactly what is in force where one town is alone.
LeverValues Today::in_force_at_offices(Id<Town> seat) const {
  if (graph().residents_served[seat] == graph().towns[seat].residents) return levers[seat];
  LeverValues mean;
  std::ranges::fill(values_of(mean), 0.0);
  for (Id<Town> town : all_rows<Town>(graph().towns.size())) {
    if (graph().seat_of[town] != seat) continue;
    LeverValues here = levers[town];
    for (std::size_t lever = 0; lever < values_of(mean).size(); ++lever)
      values_of(mean)[lever] += graph().share_served(town) * values_of(here)[lever];
  }
  return mean;
}

Setting::Setting(Scenario from, double scale_of_population)
    : scenario(std::move(from)),
      population_scale(scale_of_population),
      calendar(scenario.start, scenario.days()),
      graph(build_town_graph(scenario.world, scenario.parameters.travel, scenario.seed, population_scale)),
      journey(distance_kernel(graph, scenario.parameters.travel, scenario.parameters.crime.journey_length,
                              journey_reach * scenario.parameters.crime.journey_length)),
      laplacian(neighbour_laplacian(graph)),
      town_minutes(around_seats(graph)),
      commute(commuting(graph, scenario.parameters.work.commute_length)),
      crowding(crowding_of(graph)),
      minutes_to_help(linli::minutes_to_help(graph)),
      near_facility(near_facilities(scenario, graph)),
      town_of_facility(towns_of_facilities(scenario, graph)),
      migrants(scenario.parameters.population),
      strain_decay(scenario.parameters.attitudes.strain_memory),
      trust_decay(scenario.parameters.attitudes.trust_memory),
      ties_decay(scenario.parameters.attitudes.ties_memory),
      season_mean(mean_season(calendar, scenario.parameters.work.arrears_season_peak)),
      festival_leave_rate(rate_of_staying_away(scenario.parameters.migration.festival_stay_away,
                                               scenario.parameters.migration.festival_after)) {}

}  // namespace linli
