#pragma once

/// Doors: whom a party at odds turns to.
///
/// The choice is a multinomial logit over the doors that are open and have not been tried: community mediation, the
/// town's sector committee or dispute centre, the police desk, labour arbitration, the court, the petition office, and
/// after a failure giving up. Trust speaks for mediators and petitions, distance against all, severity for the town and
/// twice for the court, awareness for court and arbitration, intensity for the police. Labour disputes reach the court
/// through arbitration only. Online service takes the distance out of simple matters.
///
/// Court, arbitration and petition office take up cases one after another at a yearly capacity; a case then takes its
/// own time (a gamma distribution; the reply to a petition a fixed number of days). Before filing, the weaker side may
/// get legal aid, which takes part of the power gap away, and the suit may be diverted to mediation, once. An award of
/// the arbitrators may be taken to court. A reply to a petition makes the other side give way with some probability,
/// more where a leader answers for the case. Where careers hang on recorded figures, some suits and petitions are
/// turned away.

#include "processes/dispute.h"

namespace linli {

/// How much each door draws a dispute; 0 for those that are closed to it. `Stage::closed` stands for giving up.
using DoorWeights = PerKind<Stage, double>;
DoorWeights door_weights(const Today& today, const State& state, Id<Town> town, const Dispute& dispute,
                         bool after_failure);

/// The power gap that is left when legal aid stands by the weaker side.
double power_gap_of(const Parameters& parameters, const Dispute& dispute);

}  // namespace linli
