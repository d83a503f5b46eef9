#pragma once

/// Grievance: who comes to feel wronged today, by whom, over what (naming and blaming; Felstiner, Abel & Sarat 1980).
///
///     rate_ik = beta_k * exposure_ik * shock_k(day) * (1 + alpha strain_i) * (1 - gamma_k ties_i)
///
/// Drawn by thinning: candidates ~ Poisson(people * bound_k) per grid, accepted with rate / bound. Bounds come from
/// parameters alone, so two policies meet the same candidates with the same luck. Exposure is what can happen to
/// somebody: a household to quarrel in, a landlord, a job, neighbours close by. Unpaid wages are drawn firm by firm.
///
/// Reads everything; appends to `onsets` and `grievance_effects` and nothing else.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// How exposed somebody is to a type of wrong; 0 where it cannot happen.
double exposure(const Today& today, const State& state, Id<Person> person, DisputeType type);

/// The most that rate_ik can be, per year: what candidates are drawn at.
double most_onset(const Parameters& parameters, DisputeType type);

void find_grievances(const Today& today, State& state);

}  // namespace linli
