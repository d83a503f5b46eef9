#pragma once

/// Policy: what the measures of a scenario make of the levers, day by day and town by town.
///
///     value = (baseline, then every set, then every add) * every scale        in the order of the file
///
/// The measures of the cards come first, in the order in which the cards are played; among sets, the scenario's own
/// measures so have the last word. Two cards may not set one lever in the same town on the same day.
///
/// A measure has the weight w = strength * ramp. The strength is 1, or that of its card. A ramp of r days rises as
/// (today - first day) / r up to 1; before and after a measure is in force the weight is 0. With weight w a set moves
/// the value to (1 - w) value + w amount, an add adds w amount, a scale multiplies by 1 - w + w amount. A measure with
/// `once` waits for its signpost (the adaptive policies of Walker, Rahman and Cave 2001): its ramp, and the days that
/// it lasts, count from the day it fires.

#include <optional>
#include <vector>

#include "core/error.h"
#include "core/members.h"
#include "model/lists/kinds.h"
#include "model/lists/levers.h"
#include "model/scenario/scenario.h"

namespace linli {

/// Recorded figures of the whole city that a conditional measure may watch. Officials do not see what is not recorded.
enum class Signpost : std::uint8_t {
  workers_owed,
  disputes_waiting,
  recorded_criminal,
  recorded_public_order,
  petitions,
  settled_share,
  calls,
  count
};

struct SignpostInfo {
  std::string_view key;
  Text name;
  std::string_view unit;
};
inline constexpr PerKind<Signpost, SignpostInfo> signposts = {{
    {Signpost::workers_owed,
     "workers_owed.share",
     {"workers found to be owed wages", "经查实被拖欠工资的劳动者"},
     "share"},
    {Signpost::disputes_waiting,
     "disputes.waiting",
     {"disputes waiting for a mediator", "等待调解的纠纷"},
     "cases per 10,000 residents"},
    {Signpost::recorded_criminal,
     "recorded.criminal_per_100000",
     {"criminal cases recorded in the last 365 days", "近365天刑事立案"},
     "cases per 100,000 residents"},
    {Signpost::recorded_public_order,
     "recorded.public_order_per_100000",
     {"public-order cases recorded in the last 365 days", "近365天治安案件受理"},
     "cases per 100,000 residents"},
    {Signpost::petitions,
     "petitions.filed_per_10000",
     {"petitions filed in the last 365 days", "近365天信访件"},
     "cases per 10,000 residents"},
    {Signpost::settled_share,
     "disputes.settled_share",
     {"disputes recorded as settled in the last 365 days, of those that offices took on",
      "近365天各窗口受理的纠纷中登记为化解的比例"},
     "share"},
    {Signpost::calls,
     "calls.per_10000",
     {"calls answered on the spot in the last 365 days", "近365天出警"},
     "cases per 10,000 residents"},
}};

/// The signposts as they read last evening, in the units above.
using SignpostReadings = PerKind<Signpost, double>;

/// What is remembered about conditional measures, by position in Scenario::measures.
struct TriggerWatch {
  std::vector<Day> days_beyond;  // consecutive days on which the signpost was beyond the threshold
  std::vector<Day> fired;        // first day in force; `never` until then

  Day fired_on(std::size_t measure) const { return measure < fired.size() ? fired[measure] : never; }

  LINLI_MEMBERS(days_beyond, fired)
};

/// In the morning, with last evening's readings: measures that fire are in force from today. None fires before its
/// `from` or from its `to` on, and none fires twice. On the first morning nothing has been read yet.
void watch_signposts(const Scenario& scenario, Day today, const SignpostReadings& readings, TriggerWatch& watch);

/// Does any lever move today? On most days none does.
bool policy_changes(const Scenario& scenario, Day today, const TriggerWatch& watch);

/// Sets the levers that the measures move today, through Levers::set. Levers that no measure moves today are left as
/// they are, so that what somebody else has set stays until the next change of a measure on that lever and town. The
/// log names the measure, the first of those that move the lever today, and when it fired if it waited.
void apply_measures(const Scenario& scenario, Day today, const TriggerWatch& watch, Levers& levers);

/// On the morning of `today` another policy takes over a world that has lived under one: levers that the two have at
/// different values by then are set, the watch keeps what it knows of measures that both have, and the log says so.
/// With the same measures nothing changes.
void take_over(const Scenario& before, const Scenario& after, Day today, TriggerWatch& watch, Levers& levers);

/// From the lowest to the highest possible value.
struct Span {
  double low = 0.0;
  double high = 0.0;
};

/// What a lever may be in a town on a day: conditional measures have any weight from their `from` to their `to`.
Span possible_value(const Scenario& scenario, int lever, Id<Town> town, Day today);
/// The same with nothing but the first so many measures.
Span possible_value(const Scenario& scenario, int lever, Id<Town> town, Day today, std::size_t first_measures);

/// Could any measure move a lever on this day? It could on the first.
bool may_change(const Scenario& scenario, Day today);

/// Follows the measures through the run, conditional ones at any weight they may have, and returns an InputError for
/// every lever that could leave its range and for shares that could add up to more than 1.
std::vector<InputError> check_policy(const Scenario& scenario);

/// Shares of one whole, which must not add up to more than 1.
struct SharedWhole {
  std::vector<std::string_view> levers;
  Text name;
};
const std::vector<SharedWhole>& shared_wholes();

/// What is wrong when the shares in force in a town add up to more than 1.
std::optional<Message> excess(const SharedWhole& whole, const Levers& levers, Id<Town> town);

}  // namespace linli
