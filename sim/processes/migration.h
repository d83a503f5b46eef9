#pragma once

/// Migration: migrants who change employer, leave, travel at Spring Festival, and newcomers.
///
///     leaving = leave_rate (1 + a strain) (1 - b ties) (1 + d (1 - exp(-housing.inspection)) if a tenant),
///     changing employer = job_change_rate
///
/// where 1 - exp(-housing.inspection) is the share of rented homes inspected in a year: rents rise and drive tenants
/// out. All of it is drawn by thinning over residents; only migrants are accepted. Who travels at Spring Festival
/// (presence.h) decides while away after it, with a constant hazard, not to come back, as 15 % of travellers do. A
/// place left is taken by a newcomer after some weeks, the sooner the more public services a migrant finds in the town,
///     mean wait = replacement_time * max(0.1, 1 - services_attract (integration.services - 0.3)):
/// the row stays, the generation changes, and with it the luck. Newcomers are of the stage of life of those whose place
/// they take (child, working age, elder), with age and sex as the margins of migrants have it, so that a constant
/// policy leaves the population as it is. Children come and go with the head of their household. Nobody moves house
/// inside the city. Workers who lose their job by a closure are under strain, less so where aid reaches them
/// (economy.h). Who looks for work finds it on the job market (job_market.h).
///
/// Writes generation, nature (who lives there), employer and desks, and the counts of residents by group.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Who changes employer or leaves, by thinning. Appends to moves.
void find_moves(const Today& today, State& state);

/// Applies closures, moves, searches and arrivals, in order of place.
void settle_moves(const Today& today, State& state);

/// Age, sex and impulsivity of a migrant who comes to the city.
Nature draw_newcomer(const MigrantTraits& migrants, LifeStage stage, Draws& draws);

}  // namespace linli
