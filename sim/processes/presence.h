#pragma once

/// Presence: who is in the city today.
///
/// In the window around Spring Festival, festival_before days before it to festival_after days after it, a share
/// festival_share of the migrants travels. Who is away when is a pure function of person and year, so nobody is swept.
/// Who stays away for good is decided in migration.h. Others are not there because their place is vacant, or because
/// they are in custody.
///
/// Reads people and the calendar; writes nothing.

#include <optional>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Days since the nearest Spring Festival, negative before it; none when nobody travels.
std::optional<double> days_since_festival(const Today& today);

/// Away at Spring Festival today.
bool is_away(const Today& today, const Persons& persons, Id<Person> person);

/// Somebody who is there: not vacant, not in custody, not away.
bool is_here(const Today& today, const Persons& persons, Id<Person> person);

/// An adult of the grid who is here; nobody if it is as good as empty.
Id<Person> adult_in(const Today& today, const State& state, Id<Grid> grid, Draws& draws);

}  // namespace linli
