#pragma once

/// Rumours: false grievances that spread from mouth to mouth, and the answers to them.
///
/// A rumour accuses one kind of organisation. Rumours arise at `arise` per million residents and year with an adult
/// picked at random, and after a share of the collective incidents in the town of the incident. Then, as in an
/// epidemic of Kermack and McKendrick (1927; for rumours Daley and Kendall 1964), every day each believer tells every
/// adult of the household and two workmates picked at random, each with the chance
///
///     contacts * exp(-age of the rumour / news) * (1 - answer_effect    if an answer set it right,
///                                                  1 + denial_effect    if the answer proved wrong,
///                                                  1                    unanswered)
///
/// and lets go at 1 / forget. Who is told believes it, under strain, and cannot be reached by this rumour or an older
/// one again. An open town answers on the next day; an answer that proves wrong is a bad contact for a share (doubt)
/// of those who hear the rumour afterwards. Fading news ends every rumour, so none takes the whole city. People who are
/// away neither tell nor hear. A believer who moves away is forgotten.
///
/// Believers make collective action easier (collective.h). A rumour has luck of its own, which its believers' draws
/// are keyed by, so that more rumours under one policy do not disturb the others.
///
/// Reads ties and today's incidents; writes `rumours` and persons.heard; emits effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// The chance that a believer passes a rumour on to somebody he could tell today.
double chance_of_telling(const Parameters::Rumour& assumed, const Rumour& rumour, Day day);

void spread_rumours(const Today& today, State& state);

}  // namespace linli
