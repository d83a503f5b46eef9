#pragma once

/// Migration: migrants who change employer, leave, travel at Spring Festival, and newcomers.
///
///     leaving = leave_rate (1 + a strain) (1 - b ties),   changing employer = job_change_rate
///
/// drawn by thinning over residents; only migrants are accepted. In the festival window half of the migrants travel.
/// Who is away when is a pure function of person and year, so nobody is swept; while away after the festival a
/// traveller decides to stay away with a constant hazard that makes 15 % of them do so. A place left is taken by a
/// newcomer after some weeks: the row stays, the generation changes, and with it the luck. Nobody moves house inside
/// the city. Who looks for work finds it on the job market (job_market.h).
///
/// Writes generation, nature (who lives there), employer and desks, and the counts of residents by group.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Away at Spring Festival today.
bool is_away(const Today& today, const Persons& persons, Id<Person> person);

/// Somebody who is there: not vacant, not in custody, not away.
bool is_here(const Today& today, const Persons& persons, Id<Person> person);

/// An adult of the grid who is here; nobody if it is as good as empty.
Id<Person> adult_in(const Today& today, const State& state, Id<Grid> grid, Draws& draws);

/// The chance per day of deciding not to come back that makes `stay_away` the share of travellers who do.
double festival_leave_rate(const Parameters::Migration& migration);

/// Who changes employer or leaves, by thinning. Appends to moves.
void find_moves(const Today& today, State& state);

/// Applies closures, moves, searches and arrivals, in order of place.
void settle_moves(const Today& today, State& state);

/// Age, sex and impulsivity of somebody who comes to the city to work.
Nature draw_newcomer(const Parameters& parameters, Draws& draws);

}  // namespace linli
