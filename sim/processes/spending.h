#pragma once

/// Spending: what the policy costs, by town, day and lever.
///
/// Every lever that is more than a rule has a unit cost, which the scenario may change, and a basis that it is counted
/// by. A day costs a town
///
///     value in force * unit cost * count of the basis / 365.25
///
/// where the basis counts residents (per 10,000 or each), migrants, firms or communities. A subsidy for settled cases
/// and a reward for leads cost their value for each case that a part-timer settles, and each lead, of the day. Posts
/// are paid whether or not somebody is in them, and a lever below zero saves nothing.
///
/// Reads the levers, the unit costs, the places, the residents by group, the firms, and the day's counts of settled
/// cases and leads; adds to Daily::spending. Spending changes nothing else: a budget is enforced before a run, not in
/// it.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// In the evening, once settled cases and leads have been counted.
void count_spending(const Today& today, State& state);

}  // namespace linli
