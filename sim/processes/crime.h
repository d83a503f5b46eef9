#pragma once

/// Crime: who tries, where, against whom, and whether it succeeds.
///
///     propensity_i = p_q f_q(age) (0.3 + 2.8 c_i) (1 + 0.5 s_i) (1 - 0.7 E_i) (1 + r (1 - support) if in re-entry)
///                    (1 - y services if young) (1 - w if at work in a firm with a programme) (risk / reference)^-0.3
///
/// drawn by thinning over residents, for theft, robbery, assault and public disorder. Migrant status does not appear:
/// whatever gap there is comes from strain and ties. The levers of youth services and of support after custody only
/// lower it, and so do workplace programmes (economy.h). The offender chooses grid j with weight A_jq exp(-d_ij / l);
/// attractiveness A = base + B carries near repeats (Short et al. 2008): an event adds theta to B, and every day B <-
/// [B + eta L B] (1 - omega) with L the random-walk Laplacian of the town graph. A share of a grid's pull may be solved
/// (see Patrol): whoever it would have drawn there finds no opportunity and goes nowhere else. The attempt succeeds
/// with probability exp(-G_j - ties of the victim), G from patrols, volunteers and cameras. Recent victims are four
/// times as likely to be chosen. Fraud comes from nowhere: attempts meet people at a fixed rate and succeed less
/// against the aware and the well connected, more against the old. Warnings lose part of their effect where they have
/// long been sounding: with M the exponential mean of the lever a in the town, which starts at the scenario's own
/// value, awareness counts as
///
///     a (1 - f M)
///
/// Offences of predatory groups and violence from disputes are made elsewhere and join the others here. Writes
/// streets.boost and last_victimised; appends to offences and calls.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Attempts of a type per year by somebody with these traits, under the levers at home, deterrence aside.
double propensity(const Parameters& parameters, const LeverValues& levers, OffenceType type, const Nature& nature,
                  const Attitude& attitude);

/// The factor on propensity of a perceived risk relative to the reference, and the most that it can be.
double deterrence(const Parameters::Crime& crime, double relative_risk);
double least_deterrence(const Parameters::Crime& crime);

/// The most that propensity can be, deterrence included.
double most_propensity(const Parameters& parameters, OffenceType type);

/// A grid for the offence, in proportion to attractiveness and the kernel of the journey to crime; none if what drew
/// the offender has been solved.
Id<Grid> choose_place(const GridMatrix& journey, const Streets& streets, OffenceType type, Id<Grid> home, Draws& draws);

/// A day of the field of near repeats: spread to neighbours, then fade.
void relax_boost(const Parameters::Crime& crime, const GridMatrix& laplacian, Eigen::ArrayXf& boost);

/// The share of residents on whom warnings against fraud work, with so many reached lately.
double effective_awareness(const Parameters::Crime& crime, double awareness, double reached_lately);

/// Carries the day's warnings into the memory of the town. Before anything is read.
void remember_warnings(const Today& today, State& state);

void find_offences(const Today& today, State& state);

/// Gathers the day's offences where they happened, and remembers them: boosts and victims.
void settle_offences(const Today& today, State& state);

}  // namespace linli
