#pragma once

/// Rounds: grid workers who call on households, leaders who call on those of their community, inspectors of safety.
///
/// On a working day a town's staff does its share of a year's work:
///
///     visits of grid workers = workers * visits a day * working days a year / working days in the calendar year
///     visits of leaders      = visits a year and community / working days in the calendar year
///     inspections            = inspectors * inspections a day * working days a year / working days in the calendar
///     year
///
/// so that a year's total is the same however the holidays fall. A share (targeting) of the workers' visits goes to the
/// grids of the town in proportion to what is on record there lately, the rest in proportion to residents: places are
/// ranked, never people, and the total stays the same. A stationed team keeps to its community, by residents;
/// inspectors go where the firms are. The effort is an expected number, nothing is drawn.
///
/// Visits meet households at random. With w and l visits of workers and leaders to H households, a latent grievance is
/// found today with probability
///
///     P = 1 - exp(-(a_w w + a_l l) / H),   by a worker in the share a_w w / (a_w w + a_l l)
///
/// where a is the share of a household's grievances that one visit brings to light. What becomes of it is up to the
/// disputes; hazards are found in hazard.h.
///
/// Reads levers, streets.hot and where the firms are; writes rounds and counts the effort.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Households of a grid, at the mean size of a family household; at least one.
double households_in(const Today& today, Id<Grid> grid);

/// The chance that a latent grievance comes to light today, by who finds it.
struct Found {
  double by_worker = 0.0;
  double by_leader = 0.0;

  double by_anybody() const { return by_worker + by_leader; }
};
Found chance_found(const Parameters::Service& service, double households, const RoundsInGrid& rounds);

/// Spreads so many years' worth of effort over the grids: the rounds of one average day are 1 / days_per_year.
void spread_rounds(const Today& today, const State& state, double years, Column<Grid, RoundsInGrid>& rounds);

/// Fills the rounds of the day: none at weekends and on holidays.
void walk_rounds(const Today& today, State& state);

}  // namespace linli
