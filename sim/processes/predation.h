#pragma once

/// Predation: groups that extort and lend at usury in a territory, and the police who break them up.
///
/// Groups are founded at a rate per resident, each with its members and a territory of neighbouring grids. A group of n
/// members commits offences at the rate n times `offences`. The victim is an adult who lives in the territory and is
/// there. A share of the offences are loans at usury: among three whom the group looks at, it picks the most strained,
/// because who is hard pressed borrows. The offender is nobody in particular: members come from anywhere.
///
/// Every day a group's exposure grows, in hours, until it reaches the hours that n members take:
///
///     exposure += hours of the station + reported offences * report_help * hours for a member
///
/// The station spends the share predation.suppression of its investigators' hours on groups, the longest known first,
/// and so much less on cases. Reports count in expectation: the group's offences of the day times the chance
/// that a victim of ordinary loss and trust reports, as ease, rewards and citizen patrols of the town have it
/// (police.h). A group that is exposed is dismantled: each member gets away with the probability `displaced`, the
/// others are arrested. Those who got away go to the town where the groups for its residents, themselves counted, times
/// the posts that suppress groups are fewest, and join the oldest group there; if there is none they go on as the group
/// they were, with a new territory and unknown to the police. So pressure in some towns moves predation to the others
/// before it ends it.
///
/// Numbers of groups, and with them the luck of their offences, depend on founding alone and are the same under any
/// policy. There are few groups, so one loop in order of their numbers does it all.
///
/// Runs before crime, which gathers the offences. Reads persons, attitudes, levers and last night's rosters of the
/// stations; writes predatory_groups; appends to predation_offences.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// Hours of investigation that a station spends on predatory groups in a day; its cases get the others.
double suppression_hours(const Today& today, const Station& station, Id<Town> seat);

/// Hours that dismantle a group.
double hours_to_dismantle(const Parameters::Predation& predation, const PredatoryGroup& group);

/// A day of founding, offences, investigation and raids.
void prey_and_suppress(const Today& today, State& state);

}  // namespace linli
