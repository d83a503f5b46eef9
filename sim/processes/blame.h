#pragma once

/// Blame: whom a grievance is with.
///
/// Families and neighbours quarrel with one another; half of those who are hurt or owed money blame a person. Everybody
/// else blames an organisation that many others may have to do with: the employer, the landlords of a class of housing
/// in the community, its property company, its collective, its merchants, the town's clinic, the nearest announced
/// facility, a platform. In every quarter one investment platform may fail; what comes on top of ordinary grievances
/// then is its doing, so that one respondent faces many parties.
///
/// An announced facility can be objected to until it is decided. To disclose and assess takes time: the decision comes
///     disclosure_delay * community.disclosure
/// days after the day in the scenario, by the lever in force in the town whose centre is nearest.
///
/// Reads people, households, places and that lever; writes nothing but the grievance at hand.

#include <cstdint>
#include <optional>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Lending and investment platforms that people deal with; those of the scenario's shocks come after them.
inline constexpr std::size_t ordinary_platforms = 12;

/// How investment schemes do in a quarter.
struct Schemes {
  double rate;     // [1] of grievances against the mean over quarters
  double failing;  // [share] of them that are with the one platform that fails
  std::uint32_t platform;
};
Schemes schemes_of_quarter(const Today& today);

/// Whether a facility is announced and not yet decided today.
bool facility_is_open(const Today& today, std::size_t facility);

/// Whether any facility may be open today under some policy.
bool any_facility_may_be_open(const Today& today);

/// The nearest open facility whose reach a grid lies in.
std::optional<std::size_t> facility_near(const Today& today, Id<Grid> grid);

/// Finds the other side of a grievance, a person or an organisation; neither where there was nobody to meet.
void blame(const Today& today, const State& state, Draws& draws, Onset& onset);

}  // namespace linli
