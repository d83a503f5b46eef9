#pragma once

/// Self-harm: people in crisis, whom psychological services reach or not.
///
///     rate_i = r f(age) (1 + a strain) (1 + b (1 - ties))
///
/// drawn by thinning over residents. That strain and missing ties strengthen one another follows the interpersonal
/// account of Van Orden and others (2010); the sizes are assumed. Whoever is drawn is in crisis. With the probability
/// of the lever wellbeing.services a service reaches the person, who lives and whose strain falls; otherwise the person
/// dies, which the household carries as strain. The luck of a crisis is the same under any policy.
///
/// Only totals per town and day are counted. There is no table of cases, no figure by grid or by group and no mark on
/// the person's row: single cases are rare enough to be recognised, nothing here predicts anybody's fate, and no policy
/// question needs more than the total. The row lives on in the model, which a few deaths in 100,000 do not change.
///
/// Reads persons, attitudes and levers; emits effects and counts.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Crises per person and year of somebody of this age with these stocks.
double crisis_rate(const Parameters::Wellbeing& wellbeing, AgeBand age, const Attitude& attitude);

/// The most that it can be.
double most_crisis_rate(const Parameters::Wellbeing& wellbeing);

void help_in_crisis(const Today& today, State& state);

}  // namespace linli
