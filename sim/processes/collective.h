#pragma once

/// Collective incidents: people at odds with the same organisation who act together.
///
/// The pool of an organisation is everybody in the city who has raised a dispute with it that is still open. In a pool
/// of at least `smallest` people somebody calls for action at
///
///     sparks = spark_rate_k (1 + demonstration * D_k),   D_k = exp(-days since a concession / demonstration_time)
///
/// with k the kind of organisation and D_k kept by town: a concession shows similar pools there that it pays. In a
/// watched pool a share of the sparks is put out. Whoever hears the call joins once the share of the pool that has
/// joined reaches his threshold (Granovetter 1978), and the crowd grows until nobody's is reached any more:
///
///     threshold_i ~ N(threshold, deviation) - strain_stimulus * mean strain - rumour_stimulus * belief
///                   + risk_effect (1 - exp(-2.3 responders per participant))
///
/// Thresholds are part of a person; one member, the instigator, has none. Belief is the share of the pool that has
/// heard a rumour, still going round, about that kind of organisation; the perceived risk follows Epstein (2002). A
/// crowd of at least `smallest` is an incident of the town where most of it lives. Officials negotiate, concede or
/// contain. Containment ends it sooner, strains participants and is a bad contact for them and for witnesses;
/// negotiation is a good contact. When it is over, `resolutions` tells the docket what becomes of the pool's cases.
///
/// Sparks are thinned with the bound spark_rate_k (1 + demonstration), one draw per organisation and day, so that a
/// policy meets the same calls with the same luck.
///
/// Reads pools, attitudes and rumours; writes `collective`; emits effects.

#include <cstddef>
#include <vector>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// How many act in the end, when each joins once the share of those who act reaches his threshold.
std::size_t cascade(std::vector<double> thresholds);

/// How strain and belief in a rumour (both means over a pool) and the perceived risk move everybody's threshold.
double threshold_shift(const Parameters::Collective& assumed, double strain, double belief);

void act_together(const Today& today, State& state);

}  // namespace linli
