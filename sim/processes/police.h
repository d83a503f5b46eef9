#pragma once

/// Calls and reports: what the police come to know, how fast they come, and what they write down.
///
/// A victim reports with log odds that grow with the loss, an injury, trust, ease, and a reward R by
/// b log2(1 + R / 500 yuan) and with the hours V of citizen patrols by v log2(V / those of 2020); killings always come
/// to light. Where an offence is more than theft or fraud, the free unit that is nearest by shortest path is sent: it
/// is there after the minutes of dispatch and travel, and busy for the time on the scene. The linked platform saves a
/// part of the dispatch, in proportion to the calls that it dispatches beyond those of 2020. Rewards, and more citizen
/// patrols than in 2020, also bring false reports, each of which takes a unit from elsewhere. While somebody hurt waits
/// for help for m minutes, at most an hour and always that long when nobody is called, it gets worse with probability 1
/// - exp(-h m): a minor harm becomes an injury; an injury kills at a tenth of that.
///
/// Officials record a report as a criminal case (robbery, injury, loss from the legal threshold on) or as a
/// public-order case. Where their careers hang on recorded figures, a minor one is not written down with probability
/// pressure * u, and the victim goes home badly treated: what was reported stays true, what is recorded does not. Other
/// victims are treated well or badly by the share of fair procedure. A part of reported losses to fraud is frozen and
/// paid back, which spares the victim as much strain. Violence from a dispute that a unit answered is handed over to
/// the town's mediators in the share of the lever.
///
/// Reads the calls of the day, levers, attitudes; writes stations (units, cases, numbers, disputes handed over) and
/// streets.hot; emits effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Units of a reward: 1 at 500 yuan, ever less for more.
double reward_effect(double yuan);

/// Doublings of citizen patrols over the reference: 0 there, no less than -4 where there are hardly any.
double watchfulness(const LeverValues& levers);

/// False reports against true ones.
double share_of_false_reports(const Parameters::Police& police, const LeverValues& levers);

/// From the call until a unit is sent.
double minutes_to_dispatch(const Parameters::Police& police, const LeverValues& levers);

double reporting_probability(const Today& today, const LeverValues& levers, const OffenceRecord& record,
                             double trust_above_base);

/// Whether a unit is sent for it.
bool needs_a_unit(const OffenceRecord& record);

/// The harm in the end, after minutes of waiting for help (below 0: none is coming); `chance` is uniform in 0 to 1.
Harm harm_after(const Parameters::Police& police, Harm harm, double minutes, double chance);

/// Whether an offence makes a criminal case or a public-order case.
Recording classify(const Parameters::Police& police, const OffenceRecord& record);

/// Nobody injured, nothing robbed or extorted, and not much lost.
bool is_minor(const Parameters::Police& police, const OffenceRecord& record);

/// Stations side by side: hears of the day's offences in the order of time, answers and records them.
void answer_calls(const Today& today, State& state);

}  // namespace linli
