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
#include "model/scenario/scenario_reader.h"
#include "record/checkpoint.h"
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
  const Text& next = end.complete ? messages::look : messages::to_resume;
  return fmt::format("{}\n{}\n{}\n", what.in(language), say(messages::written, file.string()).in(language),
                     say(next, file.string()).in(language));
}

void log_phases(const RunEnd& end, Language language) {
  for (const auto& [phase, seconds] : end.phase_seconds)
    spdlog::info(say(messages::phase_time, phase, seconds).in(language));
}

/// What is being run, and the file that it goes into.
struct Work {
  fs::path file;
  std::unique_ptr<Recorder> recorder;  // before the simulation, so that a bad name is found before the world is made
  std::unique_ptr<Simulation> simulation;
};

Work begun(const Request& request) {
  const RunOptions& run = request.run;
  check_output(request);
  Work work{run.output, std::make_unique<Recorder>(run.output, run.force), nullptr};
  Scenario scenario = scenario_to_run(request);
  watch_for_interrupt(std::string(messages::stopping.in(request.language)));
  if (!run.quiet)
    spdlog::info(say(messages::preparing, Text{scenario.title_en, scenario.title_zh}).in(request.language));
  if (run.from.empty())
    work.simulation = std::make_unique<Simulation>(std::move(scenario), options_of(run));
  else
    work.simulation = load_checkpoint(run.from, run.threads, {}, run.days)->fork(std::move(scenario));
  return work;
}

/// Where another run was stopped.
Work resumed(const Request& request) {
  const RunOptions& run = request.run;
  const Stop stop = stop_of(run.resume);
  if (stop.passed_over) spdlog::warn(say(messages::earlier_checkpoint, *stop.passed_over).in(request.language));
  if (!run.days && stop.summary.day >= *stop.summary.options.days)
    throw InputError(run.resume.string(), say(messages::nothing_left));
  Work work{run.resume, std::make_unique<Recorder>(run.resume, stop.rows, stop.summary.written), nullptr};
  watch_for_interrupt(std::string(messages::stopping.in(request.language)));
  if (!run.quiet) spdlog::info(say(messages::resuming, run.resume.string(), stop.summary.day).in(request.language));
  work.simulation = load_checkpoint(stop.checkpoint, run.threads, {}, run.days);
  return work;
}

/// Lives on to the last day or until somebody interrupts.
RunEnd live(Work& work, const RunOptions& run) {
  Simulation& simulation = *work.simulation;
  const RunEnd end = simulation.run([&](Day day) {
    const bool goes_on = !is_interrupted();
    const bool is_due = run.checkpoint_every && day % *run.checkpoint_every == 0 && day < simulation.calendar().days();
    if (goes_on && is_due) save_stop(simulation, *work.recorder, work.file);
    return goes_on;
  });
  const bool keep = !end.complete || run.checkpoint;
  if (keep) save_checkpoint(simulation, checkpoint_beside(work.file), true, work.recorder->written());
  clear_stop(work.file, keep);
  return end;
}

}  // namespace

int run_scenario(const Request& request) {
  const RunOptions& run = request.run;
  Work work = run.resume.empty() ? begun(request) : resumed(request);
  if (!run.quiet)
    for (const Note& note : work.simulation->notes())
      spdlog::info(say(messages::note, note.text(request.language)).in(request.language));
  Progress progress(raw_errors(), terminal_columns(), request.language);
  if (!run.quiet) work.simulation->observe(progress);
  work.simulation->observe(*work.recorder);
  const RunEnd end = live(work, run);

  if (run.verbose) log_phases(end, request.language);
  if (request.json)
    std::cout << json_text(as_json(end, work.simulation->people(), work.file), -1) << std::endl;
  else if (!run.quiet)
    std::cout << closing_words(end, *work.simulation, work.file, request.language) << std::flush;
  return end.complete ? exit_done : exit_interrupted;
}

}  // namespace linli
