#include "engine/simulation.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

#include "core/error.h"
#include "core/parallel.h"
#include "engine/day.h"
#include "model/scenario/divergence.h"
#include "model/scenario/policy.h"
#include "processes/dispute.h"
#include "processes/investigation.h"
#include "processes/measure.h"
#include "state/archive.h"
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

/// Tries a setting out on the levers of one town.
void check_setting(const LeverValues& in_force, int lever, double value) {
  constexpr Id<Town> here(0);
  Levers trial(1, in_force);
  trial.set(0, here, lever, value);
  const std::string_view name = lever_list()[static_cast<std::size_t>(lever)].name;
  for (const SharedWhole& whole : shared_wholes())
    if (std::find(whole.levers.begin(), whole.levers.end(), name) != whole.levers.end())
      if (const auto problem = excess(whole, trial, here)) throw InputError("", *problem);
}

}  // namespace

struct Simulation::Parts {
  Parts(Scenario scenario, const SimulationOptions& chosen) : Parts(chosen, prepare(std::move(scenario), chosen)) {
    threads.run([&] { state = synthesise(setting); });
  }

  Parts(Scenario scenario, const SimulationOptions& chosen, const Past& past)
      : Parts(chosen, prepare(std::move(scenario), chosen)) {
    changes_told = past.changes_told, interventions = past.interventions;
    state = State(setting.graph.towns.size(), setting.graph.grids());
    past.restore(state);
  }

  /// Where another stands, under a policy of the same world.
  Parts(const Parts& other, Scenario policy)
      : Parts(other.options,
              Setting(other.policy_as_run(std::move(policy)), other.options.population_scale, other.setting.land)) {
    changes_told = other.changes_told, interventions = other.interventions;
    state = other.state;
    take_over(other.setting.scenario, setting.scenario, state.day, state.triggers, state.levers);
  }

  Parts(const SimulationOptions& chosen, Setting made)
      : options(chosen), threads(chosen.threads), setting(std::move(made)), phase_seconds(phases().size()) {}

  /// With the seed and the days of this run.
  Scenario policy_as_run(Scenario policy) const {
    policy.seed = setting.scenario.seed;
    policy.end = setting.scenario.end;
    if (!share_a_world(setting.scenario, policy))
      throw InputError("fork", say({"the scenario has another world, parameters, levers, shocks or facilities: only "
                                    "measures, cards and costs may differ",
                                    "该场景的世界、参数、基准政策、冲击或设施不同：只能改变措施、卡与成本"}));
    return policy;
  }

  void live_a_day() {
    state.today.clear();
    state.daily.clear();
    if (state.day % days_per_week == 0) state.weekly.clear();
    const Today today = on(state.day);
    for (std::size_t i = 0; i < phases().size(); ++i) {
      const auto start = Clock::now();
      phases()[i].run(today, state);
      phase_seconds[i] += seconds_since(start);
    }
  }

  void begin() {
    if (started) return;
    started = Clock::now();
    for (Observer* observer : observers) observer->run_started(start());
  }

  /// Hands the finished day to the observers.
  void end_day() {
    const Today today = on(state.day);
    const bool week = ends_week(today.day);
    if (week) threads.run([&] { ask_panel(today, state); });
    const Business over = take_finished();
    std::vector<PanelRecord> people;
    if (ends_year(today)) people = panel_snapshot(today, state);
    const DayReport finished = {.day = today.day,
                                .daily = state.daily,
                                .weekly = week ? &state.weekly : nullptr,
                                .panel = week ? &state.panel : nullptr,
                                .disputes = over.disputes,
                                .offences = over.offences,
                                .incidents = over.incidents,
                                .panel_people = people,
                                .lever_changes = std::span(state.levers.log()).subspan(changes_told),
                                .events_so_far = state.events};
    for (Observer* observer : observers) observer->day_ended(finished);
    changes_told = state.levers.log().size();
    ++state.day;
  }

  /// Hands the observers what the last day left unfinished.
  RunEnd end_run() {
    begin();
    const RunEnd ended = {
        state.day, state.day == setting.calendar.days(), seconds_since(*started), state.events, hash_of(state),
        timings()};
    if (state.day == 0) {
      tell(ended, {});
      return ended;
    }
    const Today today = on(state.day - 1);
    const bool week = !ends_week(today.day);
    if (week) threads.run([&] { ask_panel(today, state); });
    const Business open = open_business();
    std::vector<PanelRecord> people;
    if (!ends_year(today)) people = panel_snapshot(today, state);
    tell(ended, {.weekly = week ? &state.weekly : nullptr,
                 .panel = week ? &state.panel : nullptr,
                 .disputes = open.disputes,
                 .offences = open.offences,
                 .incidents = open.incidents,
                 .panel_people = people});
    return ended;
  }

  void tell(const RunEnd& ended, const Unfinished& rest) const {
    for (Observer* observer : observers) observer->run_ended(ended, rest);
  }

  Today on(Day day) const { return {day, setting, state.levers}; }

  /// What is over, and no longer the state's.
  Business take_finished() {
    Business over;
    for (Docket& docket : state.dockets) append(over.disputes, std::exchange(docket.closed_today, {}));
    for (Station& station : state.stations) append(over.offences, std::exchange(station.closed_today, {}));
    append(over.incidents, std::exchange(state.collective.over_today, {}));
    return over;
  }

  Business open_business() const {
    Business open;
    for (Id<Town> town : all_rows<Town>(state.dockets.size())) {
      append(open.disputes, open_disputes(setting.graph, state, town));
      append(open.offences, open_cases(state.stations[town]));
    }
    for (const Incident& incident : state.collective.going_on) {
      open.incidents.push_back(incident.record);
      open.incidents.back().lasted = std::numeric_limits<float>::quiet_NaN();
    }
    return open;
  }

  RunStart start() const {
    return {setting.scenario, setting.calendar,         setting.graph, static_cast<std::int64_t>(state.persons.size()),
            threads.count(),  options.population_scale, state.day};
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
  std::optional<Clock::time_point> started;
  std::size_t changes_told = 0;  // of the levers' log
  std::vector<Levers::Change> interventions;
};

Simulation::Simulation(Scenario scenario, const SimulationOptions& options)
    : parts_(std::make_unique<Parts>(std::move(scenario), options)) {}

Simulation::Simulation(Scenario scenario, const SimulationOptions& options, const Past& past)
    : parts_(std::make_unique<Parts>(std::move(scenario), options, past)) {}

Simulation::Simulation(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Simulation::~Simulation() = default;

std::unique_ptr<Simulation> Simulation::fork() const {
  return fork(parts_->setting.scenario);
}

std::unique_ptr<Simulation> Simulation::fork(Scenario policy) const {
  return std::unique_ptr<Simulation>(new Simulation(std::make_unique<Parts>(*parts_, std::move(policy))));
}

void Simulation::observe(Observer& observer) {
  parts_->observers.push_back(&observer);
}

RunEnd Simulation::run(const std::function<bool(Day)>& goes_on) {
  parts_->begin();
  bool wanted = true;
  while (wanted && today() < calendar().days()) {
    step();
    wanted = !goes_on || goes_on(today());
  }
  return end();
}

void Simulation::step() {
  assert(today() < calendar().days());
  parts_->begin();
  parts_->threads.run([&] { parts_->live_a_day(); });
  parts_->end_day();
}

RunEnd Simulation::end() {
  return parts_->end_run();
}

void Simulation::set_lever(Id<Town> town, int lever, double value) {
  Levers& levers = parts_->state.levers;
  const Range<Town> towns = town ? Range<Town>{town, Id<Town>(town.row + 1)} : all_rows<Town>(levers.towns());
  for (const Id<Town> each : towns) check_setting(levers[each], lever, value);
  for (const Id<Town> each : towns) levers.set(today(), each, lever, value);
  parts_->interventions.push_back({today(), town, lever, value});
}

const std::vector<Levers::Change>& Simulation::interventions() const {
  return parts_->interventions;
}

Day Simulation::today() const {
  return parts_->state.day;
}
Today Simulation::latest() const {
  assert(today() > 0);
  return parts_->on(today() - 1);
}
std::int64_t Simulation::people() const {
  return static_cast<std::int64_t>(parts_->state.persons.size());
}
std::uint64_t Simulation::events() const {
  return parts_->state.events;
}
const SimulationOptions& Simulation::options() const {
  return parts_->options;
}
std::uint64_t Simulation::changes_told() const {
  return parts_->changes_told;
}
const Scenario& Simulation::scenario() const {
  return parts_->setting.scenario;
}
Notes Simulation::notes() const {
  return notes_on(parts_->setting);
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
