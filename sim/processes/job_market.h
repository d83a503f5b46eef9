#pragma once

/// The job market: desks given up and desks taken.
///
/// Everybody who looks for work chooses side by side, among the desks that are free this morning: a town by gravity, a
/// desk in it uniformly, a few tries. Then each town seats its seekers in order; who comes too late to a full firm goes
/// on searching. So no desk is checked and taken in one parallel loop.

#include <vector>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Clears the desks of these people, town by town of their employers. Those without work are passed over.
void give_up_jobs(const Today& today, State& state, const std::vector<Id<Person>>& quitting);

/// Seats these people, or lets them search again later.
void find_jobs(const Today& today, State& state, const std::vector<Id<Person>>& seekers);

/// Schedules another search after the mean search time.
void search_later(const Today& today, State& state, Id<Person> person, Draws& draws);

}  // namespace linli
