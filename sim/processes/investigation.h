#pragma once

/// Investigation: whose cases are worked on, which are cleared up, and what follows for offenders.
///
/// The investigators on duty have a shift of hours each; the share that suppression of predatory groups takes is gone,
/// the rest goes to recorded cases, the gravest first and each class in the order of recording. A case whose hours are
/// done is cleared with probability
///
///     q exp(-wait / memory) (cameras / reference)^c (1 - r log(response / 10 minutes)) (1 + l log2(1 + R / 500 yuan))
///
/// with q by type, near 1 for homicide, and R the reward for leads. One that waits too long is shelved.
///
/// An offender who is found is held in custody for a criminal case. A minor one ends in community correction in the
/// share of the lever, or, for youths, in mediation or a programme as far as youth services reach; a public-order case
/// ends in detention or with a fine. Those who were held return home into a year of re-entry. Cleared against known
/// offences, in exponential windows, are the risk that people perceive.
///
/// Reads levers and cases; writes stations (cases, custody, perceived risk), streets.hot (which fades), custody and
/// re-entry in nature, releases; emits effects.

#include <optional>

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Working hours of the station's investigators today, whatever they are spent on.
double investigation_hours(const Parameters::Police& police, const Station& station);

/// The chance that a case is cleared when its hours are done, without leads and with them.
double clearing_without_leads(const Today& today, const LeverValues& levers, const Case& work, double waited_days);
double clearing_probability(const Today& today, const LeverValues& levers, const Case& work, double waited_days);

/// What follows for an offender who was found, if anything but a fine. Uniform in 0 to 1: `programme` decides on
/// diversion, `sentence` on correction or detention.
std::optional<Sanction> sanction_for(const Parameters::Police& police, const LeverValues& levers,
                                     const OffenceRecord& record, bool youth, double programme, double sentence);

/// Lets people go, works on cases town by town, then takes offenders into custody in order of towns.
void investigate(const Today& today, State& state);

/// Records of the cases still worked on, for the end of a run.
std::vector<OffenceRecord> open_cases(const Station& station);

}  // namespace linli
