#pragma once

/// The land: where things are and how far apart, worked out once from a world, its parameters, the seed and the scale.
/// No policy changes it, so that all runs of one world share it.

#include <vector>

#include "geography/town_graph.h"
#include "model/scenario/demography.h"
#include "model/scenario/scenario.h"

namespace linli {

struct Land {
  Land(const Scenario& scenario, double population_scale);

  TownGraph graph;
  GridMatrix journey;  // kernel of the journey to crime
  GridMatrix laplacian;
  Column<Town, Eigen::MatrixXf> town_minutes;  // between the grids that each seat serves
  Column<Town, std::vector<double>> commute;   // cumulative share of workers who go to each town
  Column<Grid, float> crowding;                // residents per km2 against the city's mean
  Column<Grid, float> minutes_to_help;         // to the nearer of the community's committee and the town's centre
  MigrantTraits migrants;                      // who comes
};

}  // namespace linli
