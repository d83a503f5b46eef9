#pragma once

/// A run: a scenario, a population, and the days of the table in day.cpp.
///
///     Simulation simulation(scenario, {.threads = 2});
///     simulation.observe(recorder);
///     simulation.run([&](Day day) { return !interrupted; });

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/observer.h"
#include "engine/preparation.h"
#include "model/scenario/scenario.h"

namespace linli {

struct State;
struct Today;

class Simulation {
 public:
  /// What a simulation that was saved has behind it.
  struct Past {
    std::function<void(State&)> restore;  // puts every column in its place
    std::vector<Levers::Change> interventions;
    std::uint64_t changes_told = 0;
  };

  /// Throws InputError for options out of their range.
  Simulation(Scenario scenario, const SimulationOptions& options = {});
  /// One that was saved, and stands where it stood.
  Simulation(Scenario scenario, const SimulationOptions& options, const Past& past);
  ~Simulation();

  /// Another simulation that stands where this one stands, without its observers. Both share the land and go their own
  /// ways from here on: with the same policy they live the same days, bit by bit. With another policy, whose scenario
  /// must share this one's world (divergence.h), measures that it does not have end and those that it has take over.
  /// Throws InputError for another world.
  std::unique_ptr<Simulation> fork() const;
  std::unique_ptr<Simulation> fork(Scenario policy) const;

  /// Observers are told of every day in the order they were added; they must outlive the run.
  void observe(Observer& observer);

  /// Lives the days up to the scenario's last and ends the run. After each day asks `goes_on(days completed)`; false
  /// ends the run there.
  RunEnd run(const std::function<bool(Day)>& goes_on = {});

  /// Lives one more day, which must be one of the scenario's. The first tells the observers that the run has started.
  void step();

  /// Tells the observers that the run is over. No day may follow.
  RunEnd end();

  /// Sets a lever from the next day on, in one town or (no row) in all. What a measure moves later overrides it. Throws
  /// InputError when the value, or the shares of a whole that it belongs to, leave their range.
  void set_lever(Id<Town> town, int lever, double value);

  /// What was set in this way, in order: setting it again on the same days repeats the run.
  const std::vector<Levers::Change>& interventions() const;

  Day today() const;  // days completed
  /// The morning of the last day lived, for those who look at the state. There must be one.
  Today latest() const;
  std::int64_t people() const;
  std::uint64_t events() const;
  const Scenario& scenario() const;
  const SimulationOptions& options() const;
  std::uint64_t changes_told() const;  // of the levers, to the observers
  Notes notes() const;                 // what deserves a second look
  const Calendar& calendar() const;
  const State& state() const;

  /// Seconds spent in each phase of the day so far.
  std::vector<std::pair<std::string, double>> phase_seconds() const;

  /// 32 hexadecimal digits over every column of the state: equal for equal runs, whatever the number of threads.
  std::string state_hash() const;

 private:
  struct Parts;
  explicit Simulation(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace linli
