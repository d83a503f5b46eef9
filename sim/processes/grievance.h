#pragma once

/// Grievance: who comes to feel wronged today, by whom, over what (naming and blaming; Felstiner, Abel & Sarat 1980).
///
///     rate_ik = beta_k * exposure_ik * shock_k(day) * (1 + alpha strain_i) * (1 - gamma_k ties_i) * policy_k(town)
///
/// Drawn by thinning: candidates ~ Poisson(people * bound_k) per grid, accepted with rate / bound. Bounds come from
/// parameters alone, so two policies meet the same candidates with the same luck. Exposure is what can happen to
/// somebody: a household to quarrel in, a landlord, a job, neighbours close by; tenants are wronged the more often, the
/// worse the grade of their housing. Unpaid wages are drawn firm by firm.
///
/// Policy prevents a share of some wrongs and adds none:
///     neighbours and property management   1 - covenant_effect * community.covenant
///     land and village affairs             the same, times 1 - disclosure_effect * community.disclosure
///     siting of facilities                 1 - disclosure_effect * community.disclosure
///     rental housing                       1 - inspection_effect * min(1, housing.inspection)
///     labour other than arrears            1 - culture_grievance for workers of a firm with a programme (economy.h)
///
/// Whom a grievance is with is told in blame.h. Besides, a platform whose collapse the scenario announces has clients
/// of its own: adults from 45 on come to feel wronged by it at the rate size / lasts while the collapse lasts.
///
/// Reads everything; appends to `onsets`, emits effects, counts rates above their bound, and nothing else.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// How exposed somebody is to a type of wrong; 0 where it cannot happen.
double exposure(const Today& today, const State& state, Id<Person> person, DisputeType type);

/// The most that rate_ik can be, per year: what candidates are drawn at.
double most_onset(const Parameters& parameters, DisputeType type);

void find_grievances(const Today& today, State& state);

}  // namespace linli
