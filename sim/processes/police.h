#pragma once

/// Police: where officers are, how fast they come, what gets reported and recorded, and what is cleared up.
///
/// Every morning patrol officers on duty are sent to a grid of their town: at random, by residents, or to hot spots of
/// recorded crime (exponential window), in the shares of the levers. The dose in a grid is visits of d minutes; a visit
/// is worth its own presence and the residual deterrence after it, g(d) = min(1, d / 12)^2 with a half-life of an hour
/// (Koper 1995), summed over the day; guardianship grows with its square root. A violent or grave call is answered by
/// the free unit that is nearest by shortest path. Victims report by loss, harm and trust. Recorded cases wait for the
/// station's hours by priority and are cleared with a probability that falls with the wait; offenders found are held,
/// and released into a year of re-entry.
///
/// Writes stations, streets (guardianship, patrol, hot spots), custody and re-entry in nature; emits effects.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Place-days of presence that so many minutes of patrol in visits of `visit` minutes are worth in a grid.
double presence(const Parameters::Crime& crime, double patrol_minutes, double visit_minutes);

/// What lowers the success of attempts in a grid: exp(-this).
double guardianship(const Parameters::Crime& crime, const LeverValues& levers, double patrol_minutes);

double reporting_probability(const Today& today, const LeverValues& levers, const OffenceRecord& record,
                             double trust_above_base);

/// Whether an offence makes a criminal case or a public-order case.
Recording classify(const Parameters::Police& police, const OffenceRecord& record);

/// The chance that a case is cleared when its hours are done.
double clearing_probability(const Today& today, const LeverValues& levers, const Case& work, double waited_days);

/// Stations side by side: deploy, answer, report, record, investigate. Then arrests and releases in order.
void police_day(const Today& today, State& state);

/// Records of the cases still worked on, for the end of a run.
std::vector<OffenceRecord> open_cases(const Station& station);

}  // namespace linli
