#pragma once

/// The town graph: grids as vertices, roads between neighbouring grids as edges weighted by travel minutes.
/// Grids are numbered seat by seat, town by town and community by community, so that what a seat serves, each town and
/// each community is a range. At full size that is the order of the list of towns.

#include <Eigen/SparseCore>
#include <filesystem>
#include <string>
#include <vector>

#include "core/column.h"
#include "core/error.h"
#include "core/id.h"
#include "model/lists/kinds.h"
#include "model/scenario/scenario.h"

namespace linli {

/// Row-major sparse matrix over grids.
using GridMatrix = Eigen::SparseMatrix<float, Eigen::RowMajor>;

struct TownGraph {
  Column<Town, TownFacts> towns;
  Column<Town, Range<Grid>> grids_of_town;
  Column<Town, double> communities_of_town;  // [communities] that are paid for: of its part of the full world's
  double community_share = 1.0;              // [communities] of the full world that each one here stands for

  // Dispute centre, police station, court: a town's own, or those of the seat it shares them with, see seats.h
  std::vector<Id<Town>> seats;  // towns with offices, ascending
  Column<Town, Id<Town>> seat_of;
  Column<Town, Id<Grid>> centre;                      // the grid where they are
  Column<Town, Range<Grid>> grids_served;             // by the offices of a seat; none where there are none
  Column<Town, Range<Community>> communities_served;  // likewise
  Column<Town, std::int64_t> residents_served;        // likewise

  Column<Community, Id<Town>> town_of_community;  // of its first grid
  Column<Community, Range<Grid>> grids_of_community;
  Column<Community, Id<Grid>> office;             // the grid of the mediation committee
  Column<Community, std::string> community_name;  // "Humen 07"

  Column<Grid, Id<Town>> town_of;
  Column<Grid, Id<Community>> community_of;
  Column<Grid, float> lon, lat;  // [degrees]
  Column<Grid, float> area_km2;
  Column<Grid, std::int64_t> residents;  // sums to TownFacts::residents in every town

  GridMatrix minutes;                     // travel minutes between neighbours; symmetric, zero where no edge
  Column<Grid, float> minutes_to_office;  // shortest path to the own community's office
  Column<Grid, float> minutes_to_centre;  // shortest path to the own town's offices

  Notes notes;  // on the network that was read

  std::size_t grids() const { return town_of.size(); }
  std::size_t communities() const { return town_of_community.size(); }
  Id<Town> seat_at(Id<Grid> grid) const { return seat_of[town_of[grid]]; }
  bool has_offices(Id<Town> town) const { return seat_of[town] == town; }
  /// Whether the town has offices and shares them with nobody.
  bool is_alone(Id<Town> town) const { return residents_served[town] == towns[town].residents; }
  /// The town's part of all residents whom its offices serve.
  double share_served(Id<Town> town) const {
    return static_cast<double>(towns[town].residents) / static_cast<double>(residents_served[seat_of[town]]);
  }
};

/// Builds the graph of a world: apportions communities and grids to towns exactly (largest remainder), places them
/// inside the town's Voronoi cell, joins neighbours (Delaunay, Gabriel), or imports the user's network. Residents are
/// multiplied by `population_scale` per town, rounded, and what serves them with them (seats.h). Throws InputError for
/// totals that do not add up and for a graph that is not connected.
TownGraph build_town_graph(const World& world, const Parameters::Travel& travel, std::uint64_t seed,
                           double population_scale = 1.0);

/// Shortest travel minutes from the nearest of `sources` to every grid; infinity where unreachable.
Column<Grid, float> shortest_minutes(const TownGraph& graph, const std::vector<Id<Grid>>& sources);

/// Travel minutes between all grids that a seat serves by shortest path within the whole graph: entry (i, j) for the
/// i-th and j-th of them.
Eigen::MatrixXf minutes_around_seat(const TownGraph& graph, Id<Town> town);

/// Grids within `reach_km` by shortest path, as weights exp(-km / length_km): the kernel of the journey to crime.
/// Row i holds the grids reachable from grid i, itself included with the weight of half its own radius.
GridMatrix distance_kernel(const TownGraph& graph, const Parameters::Travel& travel, double length_km, double reach_km);

/// Random-walk Laplacian: average over the neighbours minus the grid itself. Rows sum to zero.
GridMatrix neighbour_laplacian(const TownGraph& graph);

/// Great-circle distance.
double distance_km(double lon_a, double lat_a, double lon_b, double lat_b);

}  // namespace linli
