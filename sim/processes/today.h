#pragma once

/// What every process may look at: the day, what is assumed, what is in force, and where things are.

#include <memory>
#include <vector>

#include "core/calendar.h"
#include "core/parallel.h"
#include "core/random.h"
#include "geography/town_graph.h"
#include "model/lists/levers.h"
#include "model/lists/parameters.h"
#include "model/scenario/scenario.h"
#include "processes/land.h"
#include "state/persons.h"

namespace linli {

/// exp(-days / memory) for whole days.
class Decay {
 public:
  explicit Decay(double memory_days = 1.0);
  double operator()(Day days) const {
    return days < static_cast<Day>(table_.size()) ? table_[static_cast<std::size_t>(days)] : 0.0;
  }

 private:
  std::vector<double> table_;
};

/// What stays the same during a run. The land may be shared with other runs of the same world.
struct Setting {
  Setting(Scenario from, double scale_of_population, std::shared_ptr<const Land> shared = {});

  Scenario scenario;
  double population_scale;  // of the world's residents
  Calendar calendar;

  std::shared_ptr<const Land> land;
  const TownGraph& graph = land->graph;
  const GridMatrix& journey = land->journey;
  const GridMatrix& laplacian = land->laplacian;
  const Column<Town, Eigen::MatrixXf>& town_minutes = land->town_minutes;
  const Column<Town, std::vector<double>>& commute = land->commute;
  const Column<Grid, float>& crowding = land->crowding;
  const Column<Grid, float>& minutes_to_help = land->minutes_to_help;
  const MigrantTraits& migrants = land->migrants;

  std::vector<std::vector<char>> near_facility;  // by facility and grid
  std::vector<Id<Town>> town_of_facility;        // whose centre is nearest
  Decay strain_decay, trust_decay, ties_decay;
  double season_mean = 1.0;          // of the raw season of arrears
  double festival_leave_rate = 0.0;  // [1/day] of not coming back, while away after the festival
};

/// The morning of a day.
struct Today {
  Day day;
  const Setting& setting;
  const Levers& levers;

  const Parameters& parameters() const { return setting.scenario.parameters; }
  const TownGraph& graph() const { return setting.graph; }
  std::uint64_t seed() const { return setting.scenario.seed; }

  /// The day's draws of somebody or something for one purpose.
  Draws draws(Purpose purpose, std::uint64_t who) const {
    return Draws(seed(), purpose, who, static_cast<std::uint32_t>(day));
  }
  const LeverValues& in_force_at(Id<Grid> grid) const { return levers[graph().town_of[grid]]; }
  /// What offices work by that several towns share: the mean over their residents.
  LeverValues in_force_at_offices(Id<Town> seat) const;
};

/// visit(seat) for every seat, side by side: all that its offices have in hand is its own.
template <class Visit>
void for_each_seat(const TownGraph& graph, const Visit& visit) {
  parallel_for(graph.seats.size(), 1, [&](std::size_t i) { visit(graph.seats[i]); });
}

/// The luck of the i-th candidate of a place: a key of its own, so that candidates do not disturb one another.
inline std::uint64_t candidate(std::uint32_t place, std::uint32_t i) {
  return ((std::uint64_t{i} + 1) << 32) | place;
}

/// 64 bits for an event to key its own draws by.
inline std::uint64_t new_luck(Draws& draws) {
  const std::uint64_t high = draws();
  return high << 32 | draws();
}

inline double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}
inline double logit(double p) {
  return std::log(p / (1.0 - p));
}

}  // namespace linli
