#include "record/checkpoint.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "core/error.h"
#include "core/files.h"
#include "core/version.h"
#include "record/claim.h"
#include "record/file_driver.h"
#include "record/hdf5.h"
#include "record/target.h"
#include "state/archive.h"
#include "state/state.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t format_version = 1;
constexpr hsize_t chunk_bytes = 1 << 20;

// --- columns

hid_t type_of(ValueType type) {
  switch (type) {
    case ValueType::uint8:
      return H5T_NATIVE_UINT8;
    case ValueType::int8:
      return H5T_NATIVE_INT8;
    case ValueType::uint16:
      return H5T_NATIVE_UINT16;
    case ValueType::int16:
      return H5T_NATIVE_INT16;
    case ValueType::uint32:
      return H5T_NATIVE_UINT32;
    case ValueType::int32:
      return H5T_NATIVE_INT32;
    case ValueType::uint64:
      return H5T_NATIVE_UINT64;
    case ValueType::int64:
      return H5T_NATIVE_INT64;
    case ValueType::float32:
      return H5T_NATIVE_FLOAT;
    default:
      return H5T_NATIVE_DOUBLE;
  }
}

/// In chunks that carry a checksum.
Handle create_values(hid_t group, const std::string& name, ValueType type, hsize_t count) {
  const Handle properties(H5Pcreate(H5P_DATASET_CREATE));
  const hsize_t chunk = std::clamp<hsize_t>(count, 1, chunk_bytes / value_widths[type]);
  if (count > 0) {
    checked(H5Pset_chunk(properties, 1, &chunk));
    checked(H5Pset_fletcher32(properties));
  }
  const Handle space(H5Screate_simple(1, &count, nullptr));
  return Handle(H5Dcreate2(group, name.c_str(), type_of(type), space, H5P_DEFAULT, properties, H5P_DEFAULT));
}

void write_column(hid_t group, const StateColumn& column) {
  std::vector<std::byte> values(column.values * value_widths[column.type]);
  column.read(values.data());
  const Handle dataset = create_values(group, column.name, column.type, column.values);
  if (!values.empty()) checked(H5Dwrite(dataset, type_of(column.type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
}

[[noreturn]] void refuse_column(const std::string& name) {
  throw Hdf5Error(fmt::format("{} does not fit", name));
}

/// Of the type and length that the state has by now, for sizes come before what they are the sizes of.
std::vector<std::byte> read_column(hid_t group, const StateColumn& column) {
  const Handle dataset(H5Dopen2(group, column.name.c_str(), H5P_DEFAULT));
  const Handle space(H5Dget_space(dataset)), type(H5Dget_type(dataset));
  hsize_t count = 0;
  if (H5Sget_simple_extent_ndims(space) != 1 || checked(H5Sget_simple_extent_dims(space, &count, nullptr)) != 1 ||
      count != column.values || checked(H5Tequal(type, type_of(column.type))) == 0)
    refuse_column(column.name);
  std::vector<std::byte> values(column.values * value_widths[column.type]);
  if (!values.empty()) checked(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  return values;
}

bool is_of_sizes(const StateColumn& column) {
  return column.name.ends_with(".size") && column.type == ValueType::uint64;
}

/// A table has no more rows than its file has bytes: a larger size is refused before memory is taken for it.
void check_sizes(const StateColumn& column, const std::vector<std::byte>& values, std::uintmax_t bytes_of_file) {
  std::vector<std::uint64_t> sizes(column.values);
  std::copy_n(values.data(), values.size(), reinterpret_cast<std::byte*>(sizes.data()));
  if (std::ranges::any_of(sizes, [&](std::uint64_t size) { return size > bytes_of_file; })) refuse_column(column.name);
}

void read_state(hid_t file, std::uintmax_t bytes_of_file, State& state) {
  const Handle group(H5Gopen2(file, "state", H5P_DEFAULT));
  for_each_column(state, [&](const StateColumn& column) {
    const std::vector<std::byte> values = read_column(group, column);
    if (is_of_sizes(column)) check_sizes(column, values, bytes_of_file);
    column.write(values.data());
  });
}

// --- what was set by hand

template <class T, class Value>
void write_list(hid_t group, const std::string& name, const std::vector<Levers::Change>& changes, const Value& value) {
  std::vector<T> values;
  for (const Levers::Change& change : changes) values.push_back(static_cast<T>(value(change)));
  const hsize_t count = values.size();
  const Handle space(H5Screate_simple(1, &count, nullptr));
  const Handle dataset(H5Dcreate2(group, name.c_str(), native<T>(), space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  if (count > 0) checked(H5Dwrite(dataset, native<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
}

void write_interventions(hid_t file, const std::vector<Levers::Change>& changes) {
  const Handle group(H5Gcreate2(file, "interventions", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  write_list<std::int32_t>(group, "day", changes, [](const auto& change) { return change.day; });
  write_list<std::int32_t>(group, "town", changes,
                           [](const auto& change) { return change.town ? static_cast<int>(change.town.row) : -1; });
  write_list<std::int32_t>(group, "lever", changes, [](const auto& change) { return change.lever; });
  write_list<double>(group, "value", changes, [](const auto& change) { return change.value; });
}

std::vector<Levers::Change> read_interventions(hid_t file) {
  const Handle group(H5Gopen2(file, "interventions", H5P_DEFAULT));
  const auto days = read_values<std::int32_t>(group, "day"), towns = read_values<std::int32_t>(group, "town"),
             levers = read_values<std::int32_t>(group, "lever");
  const auto values = read_values<double>(group, "value");
  if (towns.size() != days.size() || levers.size() != days.size() || values.size() != days.size())
    refuse_column("interventions");
  std::vector<Levers::Change> changes;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Id<Town> town = towns[i] < 0 ? Id<Town>() : Id<Town>(static_cast<std::uint64_t>(towns[i]));
    if (levers[i] < 0 || levers[i] >= static_cast<int>(lever_list().size())) refuse_column("interventions");
    changes.push_back({days[i], town, levers[i], values[i]});
  }
  return changes;
}

// --- what it is of

/// visit(name, rows) for every table of a result.
template <class Counts, class Visit>
void for_each_count(Counts& written, const Visit& visit) {
  const std::vector<std::string_view> names = member_names<Written>();
  std::size_t next = 0;
  std::apply([&](auto&... rows) { (visit(fmt::format("written_{}", names[next++]), rows), ...); }, members_of(written));
}

void write_summary(hid_t file, const Simulation& simulation) {
  const Scenario& scenario = simulation.scenario();
  write_attribute(file, "version", version());
  write_attribute(file, "commit", commit());
  write_attribute(file, "columns", hash_of_columns(simulation.state()));
  write_attribute(file, "scenario", scenario.text);
  write_attribute(file, "scenario_hash", scenario.content_hash);
  const std::string home = scenario.lineage.empty() ? "" : fs::absolute(scenario.lineage.back()).string();
  write_attribute(file, "scenario_file", home);
  write_attribute(file, "lineage", fmt::format("{}", fmt::join(scenario.lineage, "\n")));
  write_number(file, "seed", scenario.seed);
  write_number(file, "days", std::int32_t{scenario.days()});
  write_number(file, "population_scale", simulation.options().population_scale);
  write_number(file, "day", std::int32_t{simulation.today()});
  write_number(file, "changes_told", std::uint64_t{simulation.changes_told()});
  write_attribute(file, "state_hash", simulation.state_hash());
}

/// The same program, or its days would be others.
void require_same(const fs::path& file, const Text& what, const std::string& theirs, const std::string& ours) {
  if (theirs == ours) return;
  throw InputError(file.string(),
                   say({"was written by another {0}: {2}; this one is {3}", "由另一{1}写入：{2}；本程序为{3}"},
                       what.english, what.chinese, theirs, ours));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

CheckpointSummary summary_of(hid_t opened, const fs::path& file) {
  if (read_count(opened, "linli_checkpoint") != format_version) throw Hdf5Error("linli_checkpoint is of another kind");
  require_same(file, {"version of Linli", "版本的Linli"}, read_text(opened, "version"), version());
  require_same(file, {"build of Linli", "次构建的Linli"}, read_text(opened, "commit"), commit());
  CheckpointSummary summary;
  summary.scenario_text = read_text(opened, "scenario");
  summary.scenario_hash = read_text(opened, "scenario_hash");
  summary.scenario_file = read_text(opened, "scenario_file");
  summary.lineage = lines_of(read_text(opened, "lineage"));
  for_each_count(summary.written,
                 [&](const std::string& name, std::uint64_t& rows) { rows = read_count(opened, name); });
  summary.options.seed = read_count(opened, "seed");
  summary.options.days = static_cast<Day>(read_count(opened, "days"));
  summary.options.population_scale = read_number(opened, "population_scale");
  summary.day = static_cast<Day>(read_count(opened, "day"));
  return summary;
}

/// Does some work with an open checkpoint.
template <class Work>
auto with_checkpoint(const fs::path& file, const Work& work) {
  const Text complaint = {"this is not a checkpoint of Linli, or it is damaged ({})",
                          "这不是Linli的检查点文件，或文件已损坏（{}）"};
  return reading(file, complaint, [&] {
    require_file(file, "");
    if (H5Fis_hdf5(file.c_str()) <= 0) throw Hdf5Error("not HDF5");
    return work(Handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT)));
  });
}

Day require_more(Day days, Day lived) {
  if (days <= lived)
    throw InputError("days", say({"is {}; {} days have been lived already", "为{}；已运行{}天"}, days, lived));
  return days;
}

Scenario scenario_of(const CheckpointSummary& summary, const std::optional<fs::path>& elsewhere) {
  const fs::path home = elsewhere.value_or(summary.scenario_file);
  Scenario scenario = read_scenario_text(summary.scenario_text, home);
  if (scenario.content_hash != summary.scenario_hash)
    throw InputError(home.string(), say({"the files or cards that the scenario names are no longer what they were",
                                         "场景所引用的文件或卡已经改变"}));
  scenario.lineage = summary.lineage;
  return scenario;
}

void write_all(const Simulation& simulation, const Written& written, const fs::path& hidden) {
  int error = 0;
  const Handle access = recording_errors(&error);
  Handle file(H5Fcreate(hidden.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access));
  write_number(file, "linli_checkpoint", format_version);
  write_summary(file, simulation);
  for_each_count(written, [&](const std::string& name, std::uint64_t rows) { write_number(file, name, rows); });
  {
    const Handle group(H5Gcreate2(file, "state", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    for_each_column(simulation.state(), [&](const StateColumn& column) { write_column(group, column); });
  }
  write_interventions(file, simulation.interventions());
  file.close();
  if (error != 0) throw Hdf5Error(std::generic_category().message(error));
}

}  // namespace

fs::path checkpoint_beside(const fs::path& result) {
  return result.string() + ".checkpoint";
}

fs::path checkpoint_before(const fs::path& result) {
  return checkpoint_beside(result).string() + ".before";
}

fs::path partial_beside(const fs::path& result) {
  return result.string() + ".partial";
}

void save_checkpoint(const Simulation& simulation, const fs::path& named, bool force, const Written& written) {
  const Quiet quiet;
  Target target(named, force);
  try {
    write_all(simulation, written, target.hidden());
  } catch (const std::exception& error) {
    throw Failure(say({"{}: the checkpoint could not be written: {}", "{}：检查点写入失败：{}"}, named.string(),
                      std::string(error.what())));
  }
  target.publish();
}

CheckpointSummary read_checkpoint_summary(const fs::path& file) {
  return with_checkpoint(file, [&](hid_t opened) { return summary_of(opened, file); });
}

Stop stop_of(const fs::path& result) {
  Stop stop{.checkpoint = checkpoint_beside(result)};
  std::error_code none;
  try {
    stop.summary = read_checkpoint_summary(stop.checkpoint);
  } catch (const InputError& error) {
    stop.checkpoint = checkpoint_before(result);
    if (!fs::exists(stop.checkpoint, none)) throw;
    stop.passed_over = error.what_is_wrong;
    stop.summary = read_checkpoint_summary(stop.checkpoint);
  }
  stop.rows = fs::exists(partial_beside(result), none) ? partial_beside(result) : result;
  return stop;
}

void save_stop(const Simulation& simulation, Recorder& recorder, const fs::path& result) {
  std::error_code none;
  recorder.keep(partial_beside(result));
  fs::remove(checkpoint_before(result), none);
  fs::create_hard_link(checkpoint_beside(result), checkpoint_before(result), none);
  save_checkpoint(simulation, checkpoint_beside(result), true, recorder.written());
}

void clear_stop(const fs::path& result, bool keep_checkpoint) {
  std::error_code none;
  if (!keep_checkpoint) fs::remove(checkpoint_beside(result), none);
  fs::remove(checkpoint_before(result), none);
  fs::remove(partial_beside(result), none);
}

std::unique_ptr<Simulation> load_checkpoint(const fs::path& file, int threads,
                                            const std::optional<fs::path>& scenario_file, std::optional<Day> days) {
  CheckpointSummary summary = read_checkpoint_summary(file);
  summary.options.threads = threads;
  if (days) summary.options.days = require_more(*days, summary.day);
  Scenario scenario = scenario_of(summary, scenario_file);
  return with_checkpoint(file, [&](hid_t opened) {
    const std::uintmax_t bytes = fs::file_size(file);
    Simulation::Past past{.interventions = read_interventions(opened),
                          .changes_told = read_count(opened, "changes_told")};
    past.restore = [&](State& state) {
      require_same(file, {"list of columns", "列清单"}, read_text(opened, "columns"), hash_of_columns(state));
      read_state(opened, bytes, state);
    };
    auto simulation = std::make_unique<Simulation>(std::move(scenario), summary.options, past);
    if (simulation->today() != summary.day || simulation->state_hash() != read_text(opened, "state_hash"))
      throw Hdf5Error("its state is not the one that was saved");
    return simulation;
  });
}

}  // namespace linli
