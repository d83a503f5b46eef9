#pragma once

/// Doors: whom a party at odds turns to.
///
/// The choice is a multinomial logit over the doors that are open and have not been tried: community mediation, the
/// town's sector committee or dispute centre, the police desk, labour arbitration, the court, the petition office, and
/// after a failure giving up. Trust speaks for mediators and petitions, distance against all, severity for the town and
/// twice for the court, awareness for court and arbitration, intensity for the police. Labour disputes reach the court
/// through arbitration only. Online service takes the distance out of simple matters, service facilities shorten the
/// way to the village's office (dispute.h). Beyond this
///     the village's door gains   representation_door * (1 for hukou residents, integration.representation for
///                                migrants), and in small matters (intensity up to 3, severity up to 1.5), which every
///                                counter may send there first, village_first * mediation.ladder;
///     the sector's door gains    groups_door * min(1, mediation.groups) in labour and family disputes, which union,
///                                league and federation help with.
///
/// Court, arbitration and petition office take up cases one after another at a yearly capacity; a case then takes its
/// own time (a gamma distribution; the reply to a petition a fixed number of days). Before filing, the weaker side may
/// get legal aid, which takes part of the power gap away, and the suit may be diverted to mediation, once. Of the
/// parties whom police, agencies, petition office, legal aid or court send to mediation a share referral_accepted goes;
/// for the others it is as if they had not been sent. An award of the arbitrators may be taken to court. A reply to a
/// petition makes the other side give way with some probability, more where a leader answers for the case; a reply
/// sooner than reply_standard closes others on paper with probability hasty_reply * (1 - reply_days / reply_standard).
/// Where careers hang on recorded figures, some suits and petitions are turned away.

#include "processes/dispute.h"

namespace linli {

inline constexpr int simple_intensity = 3;  // up to which a matter can be handled online
inline constexpr int calm_intensity = 2;

/// How much each door draws a dispute; 0 for those that are closed to it. `Stage::closed` stands for giving up.
using DoorWeights = PerKind<Stage, double>;
DoorWeights door_weights(const Today& today, const State& state, const Dispute& dispute, bool after_failure);

/// The power gap that is left when legal aid stands by the weaker side.
double power_gap_of(const Parameters& parameters, const Dispute& dispute);

}  // namespace linli
