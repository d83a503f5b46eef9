#pragma once

/// Observers look at a finished day. The model knows nothing of them, and nothing they do changes a draw.

#include <span>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "geography/town_graph.h"
#include "model/lists/levers.h"
#include "model/scenario/scenario.h"
#include "state/indicators.h"
#include "state/records.h"

namespace linli {

/// What is known when a run starts. References stay valid until run_ended returns.
struct RunStart {
  const Scenario& scenario;
  const Calendar& calendar;
  const TownGraph& graph;
  std::int64_t people;
  int threads;
  double population_scale;
  Day first = 0;  // the first day of the record: that of a fork begins where it was made
};

/// A finished day. References are valid during the call only.
struct DayReport {
  Day day;
  const DailyTally& daily;
  const WeeklyTally* weekly = nullptr;              // on the last day of a week
  const PanelTally* panel = nullptr;                // as weekly
  std::span<const DisputeRecord> disputes{};        // closed today
  std::span<const OffenceRecord> offences{};        // over today
  std::span<const IncidentRecord> incidents{};      // over today
  std::span<const PanelRecord> panel_people{};      // on 31 December
  std::span<const Levers::Change> lever_changes{};  // of today
  std::uint64_t events_so_far = 0;
};

/// What is unfinished when a run ends. References are valid during the call only.
struct Unfinished {
  const WeeklyTally* weekly = nullptr;          // of a week cut short
  const PanelTally* panel = nullptr;            // as weekly
  std::span<const DisputeRecord> disputes{};    // still open
  std::span<const OffenceRecord> offences{};    // still worked on
  std::span<const IncidentRecord> incidents{};  // going on
  std::span<const PanelRecord> panel_people{};  // unless the run ends with a year
};

struct RunEnd {
  Day days;       // completed
  bool complete;  // false when the run was interrupted
  double wall_seconds;
  std::uint64_t events;
  std::string state_hash;
  std::vector<std::pair<std::string, double>> phase_seconds;
};

class Observer {
 public:
  virtual ~Observer() = default;
  virtual void run_started(const RunStart&) {}
  virtual void day_ended(const DayReport& report) = 0;
  virtual void run_ended(const RunEnd&, const Unfinished&) {}
};

}  // namespace linli
