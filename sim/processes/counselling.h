#pragma once

/// Counselling: people under strain who look for somebody to talk to, and the few who can listen.
///
///     seeking   r_i = seek_rate * strain_i                                 [1/year], adults
///
/// drawn by thinning over residents. Whoever looks for counsel finds a service with the probability of the lever
/// wellbeing.services. The town's counsellors can take so many people,
///
///     n = specialists * clients                                            [1/year]
///
/// so a place becomes free every 365.25 / n days. Who comes is served in the order of the day's hours, if the next
/// place is free within a fortnight; there is no longer waiting list, and others go home with nothing. Counsel takes
/// strain away, and counts from the day on which the place is promised. More services without more specialists only
/// lengthen the list. The luck of those who seek is the same under any policy. People in a suicidal crisis are not sent
/// here (self_harm.h).
///
/// Towns side by side. Reads persons, attitudes and levers; writes counselling; emits effects and counts.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// The longest that somebody waits for a place. [days]
inline constexpr double longest_waiting_list = 14.0;

/// Days from one free place to the next; infinite without counsellors.
double days_between_places(const Parameters::Wellbeing& wellbeing, const LeverValues& levers, double residents);

void counsel(const Today& today, State& state);

}  // namespace linli
