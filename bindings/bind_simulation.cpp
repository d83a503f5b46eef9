#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include <chrono>
#include <future>

#include "bindings.h"
#include "core/error.h"
#include "handle.h"
#include "record/checkpoint.h"
#include "record/claim.h"
#include "state/state.h"

namespace linli::python {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Values = py::array_t<double>;

constexpr auto between_looks = 50ms;

/// Ctrl-C becomes KeyboardInterrupt. Needs the interpreter's lock.
void look_for_signals() {
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

/// A world whose making was interrupted is finished in the background and dropped.
void abandon(std::future<std::unique_ptr<Simulation>> world) {
  static std::vector<std::future<void>> worlds;
  std::erase_if(worlds, [](const auto& dropped) { return dropped.wait_for(0s) == std::future_status::ready; });
  worlds.push_back(std::async(std::launch::async, [world = std::move(world)]() mutable { world.get().reset(); }));
}

/// Makes the world in the background, so that Ctrl-C need not wait for it.
std::unique_ptr<Simulation> make_world(Scenario scenario, const SimulationOptions& options) {
  auto world = std::async(std::launch::async, [scenario = std::move(scenario), options]() mutable {
    return std::make_unique<Simulation>(std::move(scenario), options);
  });
  try {
    while (true) {
      {
        const py::gil_scoped_release unlocked;
        if (world.wait_for(between_looks) == std::future_status::ready) break;
      }
      look_for_signals();
    }
  } catch (...) {
    abandon(std::move(world));
    throw;
  }
  return world.get();
}

std::shared_ptr<Handle> create(const Scenario& scenario, std::optional<std::uint64_t> seed, std::optional<Day> days,
                               int threads, double population_scale, const std::optional<fs::path>& record, bool force,
                               Day first_of_figures) {
  auto handle = std::make_shared<Handle>();
  handle->totals = Totals(first_of_figures);
  if (record) handle->recorder = std::make_unique<Recorder>(*record, force);
  handle->simulation =
      make_world(scenario, {.seed = seed, .days = days, .threads = threads, .population_scale = population_scale});
  handle->simulation->observe(handle->totals);
  if (record) handle->simulation->observe(*handle->recorder);
  return handle;
}

/// Where a scenario can be read that a checkpoint is of: its text, the file it stood at, and its lineage.
std::tuple<std::string, std::string, std::vector<std::string>, std::uint64_t> scenario_of_checkpoint(
    const fs::path& file) {
  const CheckpointSummary summary = read_checkpoint_summary(file);
  return {summary.scenario_text, summary.scenario_file.string(), summary.lineage, *summary.options.seed};
}

/// Figures and record begin where it stands.
std::shared_ptr<Handle> load(const fs::path& file, int threads, const std::optional<fs::path>& scenario_file,
                             const std::optional<fs::path>& record, bool force) {
  auto handle = std::make_shared<Handle>();
  if (record) handle->recorder = std::make_unique<Recorder>(*record, force);
  {
    const py::gil_scoped_release unlocked;
    handle->simulation = load_checkpoint(file, threads, scenario_file);
  }
  handle->simulation->observe(handle->totals);
  if (record) handle->simulation->observe(*handle->recorder);
  return handle;
}

void save(Handle& handle, const fs::path& file, bool force) {
  const AtWork work(handle);
  const py::gil_scoped_release unlocked;
  save_checkpoint(work.simulation, file, force);
}

void refuse_after_end(const Handle& handle) {
  if (handle.ended) throw InputError("step", say({"the run has ended", "运行已经结束"}));
}

/// Figures and record of a fork begin where it was made.
std::shared_ptr<Handle> fork(Handle& handle, const std::optional<Scenario>& policy,
                             const std::optional<fs::path>& record, bool force) {
  auto forked = std::make_shared<Handle>();
  if (record) forked->recorder = std::make_unique<Recorder>(*record, force);
  {
    const AtWork work(handle);
    const py::gil_scoped_release unlocked;
    forked->simulation = policy ? work.simulation.fork(*policy) : work.simulation.fork();
  }
  forked->simulation->observe(forked->totals);
  if (record) forked->simulation->observe(*forked->recorder);
  return forked;
}

void require_left(const Handle& handle, Day days) {
  refuse_after_end(handle);
  const Simulation& simulation = handle.at_rest();
  const Day left = simulation.calendar().days() - simulation.today();
  if (days < 0 || days > left)
    throw InputError("days", say({"is {}; 0 to {} days are left", "为{}；还剩0至{}天"}, days, left));
}

void step(Handle& handle, Day days) {
  require_left(handle, days);
  const AtWork work(handle);
  const py::gil_scoped_release unlocked;
  Clock::time_point looked = Clock::now();
  for (Day lived = 0; lived < days; ++lived) {
    work.simulation.step();
    if (Clock::now() - looked < between_looks) continue;
    const py::gil_scoped_acquire locked;
    look_for_signals();
    looked = Clock::now();
  }
}

RunEnd end(Handle& handle) {
  refuse_after_end(handle);
  const AtWork work(handle);
  handle.ended = true;
  const py::gil_scoped_release unlocked;
  return work.simulation.end();
}

std::string state_hash(Handle& handle) {
  const AtWork work(handle);
  const py::gil_scoped_release unlocked;
  return work.simulation.state_hash();
}

Figures figures_so_far(Handle& handle) {
  const AtWork work(handle);
  return figures_of(handle.totals);
}

/// -1: everywhere.
Id<Town> town_at(const Simulation& simulation, int town) {
  const auto towns = static_cast<int>(simulation.state().levers.towns());
  if (town < -1 || town >= towns)
    throw InputError("town", say({"is {}; there are {} towns", "为{}；共有{}个镇街"}, town, towns));
  return town < 0 ? Id<Town>() : Id<Town>(static_cast<std::uint64_t>(town));
}

int lever_named(const std::string& name) {
  const int lever = lever_index(name);
  if (lever < 0) throw py::key_error(name);
  return lever;
}

std::vector<double> lever_values(const Handle& handle, const std::string& lever) {
  const Levers& levers = handle.at_rest().state().levers;
  std::vector<double> values;
  for (const Id<Town> town : all_rows<Town>(levers.towns())) values.push_back(levers.value(town, lever_named(lever)));
  return values;
}

void set_lever(Handle& handle, const std::string& lever, double value, int town) {
  refuse_after_end(handle);
  Simulation& simulation = handle.at_rest();
  simulation.set_lever(town_at(simulation, town), lever_named(lever), value);
}

std::vector<std::tuple<Day, int, std::string, double>> interventions(const Handle& handle) {
  std::vector<std::tuple<Day, int, std::string, double>> all;
  for (const Levers::Change& change : handle.at_rest().interventions())
    all.emplace_back(change.day, change.town ? static_cast<int>(change.town.row) : -1,
                     lever_list()[static_cast<std::size_t>(change.lever)].name, change.value);
  return all;
}

/// The values of an indicator on the last day (week): places by kinds.
template <class Tally, class Indicator>
Values values_of(const Tally& tally, const PerKind<Indicator, IndicatorInfo>& infos, const std::string& key) {
  for (const Indicator indicator : every<Indicator>()) {
    if (infos[indicator].key != key) continue;
    const auto block = tally.block(indicator, infos);
    Values values({block.rows(), block.cols()});
    Eigen::Map<Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
        values.mutable_data(), block.rows(), block.cols()) = block;
    return values;
  }
  throw py::key_error(key);
}

/// (key, English name, Chinese name, unit, axis, kinds) of every indicator of a list.
using IndicatorRow =
    std::tuple<std::string, std::string, std::string, std::string, std::string, std::vector<std::string>>;

template <class Indicator>
std::vector<IndicatorRow> rows_of(const PerKind<Indicator, IndicatorInfo>& infos) {
  std::vector<IndicatorRow> rows;
  for (const IndicatorInfo& info : infos) {
    const AxisInfo& axis = axis_info(info.axis);
    std::vector<std::string> kinds;
    for (const Kind& kind : axis.kinds) kinds.emplace_back(kind.key);
    rows.emplace_back(info.key, info.name.english, info.name.chinese, info.unit, axis.key, kinds);
  }
  return rows;
}

py::typing::List<py::typing::Tuple<py::str, TextObject>> notes_of(const Handle& handle) {
  py::typing::List<py::typing::Tuple<py::str, TextObject>> notes;
  for (const Note& note : handle.at_rest().notes()) notes.append(py::make_tuple(note.where, text_of(note.what)));
  return notes;
}

py::typing::Dict<py::str, py::float_> phase_seconds(const RunEnd& end) {
  py::typing::Dict<py::str, py::float_> seconds;
  for (const auto& [phase, spent] : end.phase_seconds) seconds[py::str(phase)] = spent;
  return seconds;
}

void bind_end(py::module_& module) {
  py::class_<RunEnd>(module, "RunEnd", "How a run ended.")
      .def_readonly("days", &RunEnd::days, "Days completed.")
      .def_readonly("complete", &RunEnd::complete)
      .def_readonly("wall_seconds", &RunEnd::wall_seconds)
      .def_readonly("events", &RunEnd::events)
      .def_readonly("state_hash", &RunEnd::state_hash)
      .def_property_readonly("phase_seconds", &phase_seconds, "Seconds by phase of the day.");
}

}  // namespace

void bind_simulation(py::module_& module) {
  bind_end(module);
  module.def("remove_abandoned", &remove_abandoned, py::arg("folder"),
             "Removes what runs that are gone have left half written in a folder.");
  module.def(
      "daily_indicators", [] { return rows_of(daily_indicators); },
      "(key, English name, Chinese name, unit, axis, kinds) of the indicators per day and town.");
  module.def(
      "panel_indicators", [] { return rows_of(panel_indicators); },
      "(key, English name, Chinese name, unit, axis, kinds) of the indicators of the panel per week and town.");
  py::class_<Handle, std::shared_ptr<Handle>>(module, "Simulation", "A run, day by day.")
      .def(py::init(&create), py::arg("scenario"), py::arg("seed") = py::none(), py::arg("days") = py::none(),
           py::arg("threads") = 0, py::arg("population_scale") = 1.0, py::arg("record") = py::none(),
           py::arg("force") = false, py::arg("first_of_figures") = 0)
      .def("step", &step, py::arg("days") = 1, "Lives so many days. The interpreter's lock is released meanwhile.")
      .def("require_left", &require_left, py::arg("days"), "Refuses more days than are left.")
      .def("end", &end, "Ends the run and completes its record.")
      .def("save", &save, py::arg("file"), py::arg("force") = false, "Writes a checkpoint.")
      .def_static("load", &load, py::arg("file"), py::arg("threads") = 0, py::arg("scenario_file") = py::none(),
                  py::arg("record") = py::none(), py::arg("force") = false, "A run that stands where one was saved.")
      .def_static("scenario_of_checkpoint", &scenario_of_checkpoint, py::arg("file"),
                  "Text, file, lineage and seed of the scenario that was saved.")
      .def("fork", &fork, py::arg("policy") = py::none(), py::arg("record") = py::none(), py::arg("force") = false,
           "Another run that stands where this one stands, under its policy or another of the same world.")
      .def_readonly("ended", &Handle::ended)
      .def_property_readonly(
          "today", [](const Handle& h) { return h.at_rest().today(); }, "Days completed.")
      .def_property_readonly("days", [](const Handle& h) { return h.at_rest().calendar().days(); })
      .def_property_readonly("people", [](const Handle& h) { return h.at_rest().people(); })
      .def_property_readonly("events", [](const Handle& h) { return h.at_rest().events(); })
      .def_property_readonly("state_hash", &state_hash)
      .def_property_readonly("notes", &notes_of, "Places and notes on what deserves a second look in the scenario.")
      .def("lever_values", &lever_values, py::arg("lever"), "By town.")
      .def("set_lever", &set_lever, py::arg("lever"), py::arg("value"), py::arg("town") = -1,
           "From the next day on, in one town or (-1) in all.")
      .def("figures", &figures_so_far,
           "Years, days by year (the first: all), and figures by figure, year and town (the first: all).")
      .def("interventions", &interventions, "(day, town, lever, value) of what was set by hand.")
      .def(
          "daily",
          [](const Handle& h, const std::string& key) {
            return values_of(h.at_rest().state().daily, daily_indicators, key);
          },
          py::arg("key"), "Values of the last day: towns by kinds.")
      .def(
          "panel",
          [](const Handle& h, const std::string& key) {
            return values_of(h.at_rest().state().panel, panel_indicators, key);
          },
          py::arg("key"), "Values of the last week that ended: towns by groups.");
}

}  // namespace linli::python
