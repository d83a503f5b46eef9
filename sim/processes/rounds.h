#pragma once

/// Rounds: grid workers who call on households, leaders who call on those of their community, inspectors of safety and
/// social workers.
///
/// On a working day a town's staff does its share of a year's work:
///
///     visits of grid workers = workers * visits a day * working days a year / D
///     visits of leaders      = visits a year and community / D
///     inspections            = inspectors * inspections a day * working days a year / D
///     social visits          = social workers * visits a day * working days a year / D
///
/// with D the working days among the 365 days from today on, so that a year's total is as good as the same however the
/// holidays fall. Only social workers, whom yearly grants pay, do not work in the first days of a calendar year until
/// the grant is there. A share (targeting) of the grid workers' visits goes to the grids of the town in proportion to
/// their record R, the rest in proportion to residents: places are ranked, never people, and the total stays the same.
/// The record counts what was found or reported there,
///
///     R(d+1) = R(d) exp(-1 / memory) + hazards found + latent grievances found + offences recorded today
///
/// so visits are where visits were: whoever looks more finds more and will look there again. What keeps this from
/// running away is that hazards found are no longer there to be found. A run starts with the record of the hazards that
/// the effort of its first morning finds. A stationed team keeps to its community, by residents; inspectors go where
/// the firms are; social workers go by residents. The effort is an expected number, nothing is drawn.
///
/// Visits meet households at random. With w, l and s visits of grid workers, leaders and social workers to H
/// households, a latent grievance is found today with probability
///
///     P = 1 - exp(-(a_w k w + a_l l + a_s s) / H),   by whom in proportion to the terms
///
/// where a is the share of a household's grievances that one visit brings to light, and k = 1 + e (registration - that
/// of 2020), not below 0: grid workers who know who lives where find more, of hazards too. Each grievance has a luck of
/// its own: it comes to light when the sum of -ln(1 - P) over the days since it was kept quiet passes a draw from
/// Exp(1), so that the same grievances are easy to find under any policy. What becomes of a grievance
/// is up to the disputes; hazards are found in hazard.h. Somebody whom a social worker meets gains ties; these meetings
/// are drawn, as many as there are visits on average.
///
/// Reads levers, people and where the firms are; writes rounds and, in the evening, rounds_record; counts the effort
/// and emits effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Households of a grid, at the mean size of a family household; at least one.
double households_in(const Today& today, Id<Grid> grid);

/// The chance that a latent grievance comes to light today, by who finds it.
struct Found {
  double by_worker = 0.0;
  double by_leader = 0.0;
  double by_social_worker = 0.0;

  double by_anybody() const { return by_worker + by_leader + by_social_worker; }
  /// By whom, at a position below by_anybody().
  Referral at(double position) const;
};
Found chance_found(const Parameters::Service& service, const LeverValues& levers, double households,
                   const RoundsInGrid& rounds);

/// The factor on what a grid worker's visit finds.
double registration_factor(const Parameters::Service& service, const LeverValues& levers);

/// Spreads so many years' worth of effort over the grids: the rounds of one average day are 1 / days_per_year.
void spread_rounds(const Today& today, const State& state, double years, Column<Grid, RoundsInGrid>& rounds);

/// Whether grants pay social workers today.
bool grants_are_in(const Today& today);

/// Fills the rounds of the day: none at weekends and on holidays.
void walk_rounds(const Today& today, State& state);

/// In the evening: adds what was found and recorded today to what steers the rounds of tomorrow.
void keep_record(const Today& today, State& state);

}  // namespace linli
