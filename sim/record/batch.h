#pragma once

/// Some finished days, copied out of the simulation so that it can go on while they are written.

#include <vector>

#include "core/members.h"
#include "engine/observer.h"

namespace linli {

/// The values of a few rows of every indicator, row after row: place by place, kind by kind.
template <class Indicator>
using Rows = PerKind<Indicator, std::vector<float>>;

/// How many rows of each table a run has written.
struct Written {
  std::uint64_t days = 0, weeks = 0, disputes = 0, offences = 0, incidents = 0, panel_people = 0, interventions = 0;

  LINLI_MEMBERS(days, weeks, disputes, offences, incidents, panel_people, interventions)
};

struct Batch {
  std::vector<Day> days;
  Rows<Daily> daily;
  std::vector<Day> weeks;               // first day of each
  std::vector<std::int32_t> week_days;  // counted in each: 7, but for the first and the last
  Rows<Weekly> weekly;
  Rows<Panel> panel;
  std::vector<DisputeRecord> disputes;
  std::vector<OffenceRecord> offences;
  std::vector<IncidentRecord> incidents;
  std::vector<PanelRecord> panel_people;
  std::vector<Levers::Change> lever_changes;

  /// `week` is the first day of the week that is under way.
  void add(const DayReport& report, Day week);
  /// What is left after so many days.
  void add(const Unfinished& rest, Day week, Day days_completed);

 private:
  template <class Report>
  void add_events(const Report& report);
  template <class Report>
  void add_week(const Report& report, Day week, Day last_day);
};

}  // namespace linli
