#pragma once

/// Scrutiny: residents who are checked, or who feel watched.
///
///     checks of a tenant      r = check_rate * registration.coverage                                [1/year]
///     feeling watched         w = camera_rate * cameras / reference + targeting_rate * targeting    [1/year]
///
/// Registers are kept up to date by calling on tenants, of rented homes and of dormitories alike: such a check is a
/// contact, good in the share that follows fair procedure and bad in the rest. Cameras, and rounds that follow the
/// data, are noticed by anybody; whoever feels watched takes it for a bad contact. It happens seldom to any one person,
/// but to all. Only adults who are here are checked or watched; tenure decides, never migrant status.
///
/// A grid draws how many of its residents to look at from a Poisson distribution at the rate in force, and each of them
/// has draws of its own: a lever that moves adds or takes away the last of them and leaves the luck of the others.
/// Rates are not thinned by a bound, since levers have no narrow one.
///
/// Reads levers, people and tenure; emits effects and counts.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// How often a tenant is checked, and how often anybody feels watched. [1/day]
double rate_of_checks(const Parameters::Scrutiny& scrutiny, const LeverValues& levers);
double rate_of_being_watched(const Parameters::Scrutiny& scrutiny, const LeverValues& levers);

void check_and_watch(const Today& today, State& state);

}  // namespace linli
