/// linli-sim run: one scenario, simulated and recorded.

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/interrupt.h"
#include "app/messages.h"
#include "app/page.h"
#include "app/progress.h"
#include "app/terminal.h"
#include "core/error.h"
#include "engine/simulation.h"
#include "model/scenario_reader.h"
#include "record/recorder.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

void check_output(const Request& request) {
  std::error_code neither_exists;
  if (fs::equivalent(request.files.front(), request.run.output, neither_exists))
    throw InputError(request.run.output.string(), say(messages::overwrites_scenario));
}

Scenario scenario_to_run(const Request& request) {
  std::vector<Override> overrides;
  for (const std::string& text : request.run.overrides) overrides.push_back(override_in(text));
  return read_scenario(request.files.front(), overrides);
}

SimulationOptions options_of(const RunOptions& run) {
  return {.seed = run.seed, .days = run.days, .threads = run.threads, .population_scale = run.population_scale};
}

/// The most memory this program has had. [MB]
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;  // Linux counts in kB
}

nlohmann::json as_json(const RunEnd& end, std::int64_t people, const fs::path& file) {
  const double agent_days = static_cast<double>(people) * end.days;
  return {{"people", people},
          {"days", end.days},
          {"complete", end.complete},
          {"events", end.events},
          {"wall_s", end.wall_seconds},
          {"agent_days_per_s", end.wall_seconds > 0.0 ? agent_days / end.wall_seconds : 0.0},
          {"peak_rss_mb", peak_memory()},
          {"state_hash", end.state_hash},
          {"file", file.string()}};
}

std::string closing_words(const RunEnd& end, const Simulation& simulation, const fs::path& file, Language language) {
  const Message what = end.complete
                           ? say(messages::finished, end.days, grouped(static_cast<std::uint64_t>(simulation.people())),
                                 fmt::format("{:.1f}", end.wall_seconds), grouped(end.events))
                           : say(messages::interrupted, end.days, simulation.calendar().days());
  return fmt::format("{}\n{}\n{}\n", what.in(language), say(messages::written, file.string()).in(language),
                     say(messages::look, file.string()).in(language));
}

void log_phases(const RunEnd& end, Language language) {
  for (const auto& [phase, seconds] : end.phase_seconds)
    spdlog::info(say(messages::phase_time, phase, seconds).in(language));
}

}  // namespace

int run_scenario(const Request& request) {
  const RunOptions& run = request.run;
  check_output(request);
  Recorder recorder(run.output, run.force);
  Scenario scenario = scenario_to_run(request);
  watch_for_interrupt(std::string(messages::stopping.in(request.language)));

  if (!run.quiet)
    spdlog::info(say(messages::preparing, Text{scenario.title_en, scenario.title_zh}).in(request.language));
  Simulation simulation(std::move(scenario), options_of(run));
  if (!run.quiet)
    for (const Note& note : simulation.notes())
      spdlog::info(say(messages::note, note.text(request.language)).in(request.language));
  Progress progress(raw_errors(), terminal_columns(), request.language);
  if (!run.quiet) simulation.observe(progress);
  simulation.observe(recorder);
  const RunEnd end = simulation.run([](Day) { return !is_interrupted(); });

  if (run.verbose) log_phases(end, request.language);
  if (request.json)
    std::cout << json_text(as_json(end, simulation.people(), run.output), -1) << std::endl;
  else if (!run.quiet)
    std::cout << closing_words(end, simulation, run.output, request.language) << std::flush;
  return end.complete ? exit_done : exit_interrupted;
}

}  // namespace linli
