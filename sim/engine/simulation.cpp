#include "engine/simulation.h"

#include <chrono>
#include <limits>
#include <utility>

#include "core/parallel.h"
#include "engine/day.h"
#include "processes/dispute.h"
#include "processes/investigation.h"
#include "processes/measure.h"
#include "synthesis/synthesis.h"

namespace linli {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What goes into the event tables.
struct Business {
  std::vector<DisputeRecord> disputes;
  std::vector<OffenceRecord> offences;
  std::vector<IncidentRecord> incidents;
};

template <class Record>
void append(std::vector<Record>& all, const std::vector<Record>& some) {
  all.insert(all.end(), some.begin(), some.end());
}

}  // namespace

struct Simulation::Parts {
  Parts(Scenario scenario, const SimulationOptions& chosen)
      : options(chosen), threads(chosen.threads), setting(std::move(scenario), chosen.population_scale) {
    threads.run([&] { state = synthesise(setting); });
    phase_seconds.assign(phases().size(), 0.0);
  }

  void live_a_day() {
    state.today.clear();
    state.daily.clear();
    if (state.day % days_per_week == 0) state.weekly.clear();
    const Today today = this_morning();
    for (std::size_t i = 0; i < phases().size(); ++i) {
      const auto start = Clock::now();
      phases()[i].run(today, state);
      phase_seconds[i] += seconds_since(start);
    }
  }

  bool is_last_day() const { return state.day + 1 == setting.calendar.days(); }

  /// Hands the finished day to the observers. With the last one, be it the scenario's or that of an interrupted run, go
  /// the unfinished week and what is still open.
  void end_day(bool last) {
    const Today today = this_morning();
    const bool week = last || ends_week(state.day);
    if (week) threads.run([&] { ask_panel(today, state); });
    Business over = take_finished();
    if (last) add_open(over);
    std::vector<PanelRecord> people;
    if (last || ends_year(today)) people = panel_snapshot(today, state);
    tell({.day = state.day,
          .daily = state.daily,
          .weekly = week ? &state.weekly : nullptr,
          .panel = week ? &state.panel : nullptr,
          .disputes = over.disputes,
          .offences = over.offences,
          .incidents = over.incidents,
          .panel_people = people,
          .lever_changes = std::span(state.levers.log()).subspan(changes_told),
          .events_so_far = state.events});
    changes_told = state.levers.log().size();
    ++state.day;
  }

  void tell(const DayReport& finished) const {
    for (Observer* observer : observers) observer->day_ended(finished);
  }

  Today this_morning() const { return {state.day, setting, state.levers}; }

  /// What is over, and no longer the state's.
  Business take_finished() {
    Business over;
    for (Docket& docket : state.dockets) append(over.disputes, std::exchange(docket.closed_today, {}));
    for (Station& station : state.stations) append(over.offences, std::exchange(station.closed_today, {}));
    append(over.incidents, std::exchange(state.collective.over_today, {}));
    return over;
  }

  void add_open(Business& over) const {
    for (Id<Town> town : all_rows<Town>(state.dockets.size())) {
      append(over.disputes, open_disputes(state, town));
      append(over.offences, open_cases(state.stations[town]));
    }
    for (const Incident& incident : state.collective.going_on) {
      over.incidents.push_back(incident.record);
      over.incidents.back().lasted = std::numeric_limits<float>::quiet_NaN();
    }
  }

  RunStart start() const {
    return {setting.scenario, setting.calendar,        setting.graph, static_cast<std::int64_t>(state.persons.size()),
            threads.count(),  options.population_scale};
  }

  RunEnd end(bool complete, double seconds) const {
    return {state.day, complete, seconds, state.events, hash_of(state), timings()};
  }

  std::vector<std::pair<std::string, double>> timings() const {
    std::vector<std::pair<std::string, double>> timed;
    for (std::size_t i = 0; i < phases().size(); ++i) timed.emplace_back(phases()[i].name, phase_seconds[i]);
    return timed;
  }

  SimulationOptions options;
  mutable Threads threads;
  Setting setting;
  State state;
  std::vector<Observer*> observers;
  std::vector<double> phase_seconds;
  std::size_t changes_told = 0;  // of the levers' log
};

Simulation::Simulation(Scenario scenario, const SimulationOptions& options)
    : parts_(std::make_unique<Parts>(std::move(scenario), options)) {}

Simulation::~Simulation() = default;

void Simulation::observe(Observer& observer) {
  parts_->observers.push_back(&observer);
}

RunEnd Simulation::run(const std::function<bool(Day)>& goes_on) {
  const auto start = Clock::now();
  for (Observer* observer : parts_->observers) observer->run_started(parts_->start());
  bool wanted = true;
  while (wanted && today() < calendar().days()) {
    parts_->threads.run([&] { parts_->live_a_day(); });
    wanted = !goes_on || goes_on(today() + 1);
    parts_->end_day(!wanted || parts_->is_last_day());
  }
  const RunEnd end = parts_->end(today() == calendar().days(), seconds_since(start));
  for (Observer* observer : parts_->observers) observer->run_ended(end);
  return end;
}

void Simulation::step() {
  parts_->threads.run([&] { parts_->live_a_day(); });
  parts_->end_day(parts_->is_last_day());
}

Day Simulation::today() const {
  return parts_->state.day;
}
std::int64_t Simulation::people() const {
  return static_cast<std::int64_t>(parts_->state.persons.size());
}
std::uint64_t Simulation::events() const {
  return parts_->state.events;
}
const Scenario& Simulation::scenario() const {
  return parts_->setting.scenario;
}
const Calendar& Simulation::calendar() const {
  return parts_->setting.calendar;
}
const State& Simulation::state() const {
  return parts_->state;
}
std::vector<std::pair<std::string, double>> Simulation::phase_seconds() const {
  return parts_->timings();
}
std::string Simulation::state_hash() const {
  return hash_of(parts_->state);
}

}  // namespace linli
