#pragma once

/// Settling: how a dispute ends, and what follows.
///
/// Every ending moves the parties: relief from the strain of the grievance, trust by how it was handled rather than by
/// what came of it, ties by making up. A settlement may be broken within a year, with hazard
///     h (1 + breach_rush * rush) * (0.1 where the court confirmed it),
/// rush being the haste of mediators under pressure or subsidy; then the dispute is open again, one stage hotter. A
/// settlement with an organisation may be offered to all its open cases at once: a share batch_accepted takes it, and
/// the organisation pays batch_payment * severity for each. Yesterday's collective incidents
/// settle a pool's cases by negotiation or concession. Where careers hang on recorded figures a failed mediation may be
/// closed on paper: recorded as settled while the parties stay at odds. True and recorded settlements are counted
/// apart.

#include "processes/dispute.h"

namespace linli {

/// How hurried mediators are: by pressure on targets, and part-timers by the subsidy for a settled case.
double rush_of(const Parameters& parameters, const LeverValues& levers, bool full_time);

/// Breaches of a settlement per year.
double breach_rate(const Parameters& parameters, Stage settled_at, double rush, bool confirmed);

}  // namespace linli
