#pragma once

/// Disputes: from claiming to closing.
///
/// A grievance is claimed with probability logit^-1(claim_k + trust + awareness - distance to help) or stays latent
/// until it fades, or until a grid worker or the stationed team finds it (rounds.h) and brings it to the community's
/// mediators. Service facilities shorten the way to help by a factor 1 - facility_effect * (facilities - 0.7). A
/// claimed dispute is first between the parties; it settles, is given up, or a third party is sought (doors.h). At
/// every step the competing risks are exponential: the dispute draws one time and one cause, and sleeps until then in
/// continuous time. While it is open and nobody works on it it escalates through Glasl's nine stages with rate
///     eps_k (1 + 0.3 s_A + 0.3 s_B) (1 + c_A + c_B) / 30 d,
/// cools below stage 4 with rate 1 / 45 d, and from stage 4 turns violent with hazard
///     v_k exp(0.7 (g - 4)) (1 + 2 c) (1 - guardianship).
/// From stage 5 it may be flagged and get a conference that lowers its intensity. At stages 3 and 4 a share false_flags
/// as large is flagged by mistake: that conference lowers nothing, and the parties resent it. Agencies hand disputes
/// with organisations to mediators. Levers enter a rate when it is drawn: a change is felt from a dispute's next step
/// on.
///
/// Each seat is worked through in the order of time; all that its disputes compete for is its own (mediation.h).
/// Reads people, rounds, today's onsets, and what police and collective action left yesterday; writes the town's
/// docket; emits effects and offences.

#include <array>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Rate per day of each cause that can wake a dispute.
using Rates = std::array<double, static_cast<std::size_t>(Cause::count)>;

/// What decides a dispute's rates besides itself.
struct Parties {
  double strain = 0.0;       // sum over the persons
  double impulsivity = 0.0;  // sum over the persons
  double most_impulsive = 0.0;
  double trust_above_base = 0.0;  // mean over the persons
};
Parties parties_of(const Today& today, const State& state, const Dispute& dispute);

/// The rates of a dispute that nobody is working on: between the parties, or waiting in a queue.
Rates rates_of(const Parameters& parameters, const LeverValues& levers, const Dispute& dispute, const Parties& parties);

/// What service facilities leave of the minutes to help and to the village's office; 1 at their reference.
double way_to_help(const Parameters& parameters, const LeverValues& levers);

/// The chance that a grievance is claimed.
double claim_probability(const Today& today, const State& state, const Onset& onset);

/// A day of all dockets, side by side.
void advance_disputes(const Today& today, State& state);

/// Records of the disputes of a seat that are still open, for the end of a run.
std::vector<DisputeRecord> open_disputes(const TownGraph& graph, const State& state, Id<Town> seat);

}  // namespace linli
