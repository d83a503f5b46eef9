#include "processes/today.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.h"
#include "core/season.h"

namespace linli {
namespace {

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

/// Exactly the town's own where it is alone, without a rounding.
LeverValues Today::in_force_at_offices(Id<Town> seat) const {
  if (graph().is_alone(seat)) return levers[seat];
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

Setting::Setting(Scenario from, double scale_of_population, std::shared_ptr<const Land> shared)
    : scenario(std::move(from)),
      population_scale(scale_of_population),
      calendar(scenario.start, scenario.days()),
      land(shared ? std::move(shared) : std::make_shared<const Land>(scenario, population_scale)),
      near_facility(near_facilities(scenario, graph)),
      town_of_facility(towns_of_facilities(scenario, graph)),
      strain_decay(scenario.parameters.attitudes.strain_memory),
      trust_decay(scenario.parameters.attitudes.trust_memory),
      ties_decay(scenario.parameters.attitudes.ties_memory),
      season_mean(mean_season(calendar, scenario.parameters.work.arrears_season_peak)),
      festival_leave_rate(rate_of_staying_away(scenario.parameters.migration.festival_stay_away,
                                               scenario.parameters.migration.festival_after)) {}

}  // namespace linli
