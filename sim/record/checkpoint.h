#pragma once

/// Where a simulation stands, in a file: saved, it can go on another day, in another process, as if nothing had been.
///
/// The file is HDF5. Its attributes say which program wrote it, of which scenario, seed, scale and day; the group
/// "state" holds every column of the state by its name (state/archive.h), the group "interventions" what was set by
/// hand. It is read only by the program that wrote it: another version, or another list of columns, is refused with
/// what differs, because it would not live the same days. Whatever was read is checked against the hash of the state.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "engine/simulation.h"
#include "record/batch.h"
#include "record/recorder.h"

namespace linli {

/// Writes the file aside and gives it its name when it is whole. Throws InputError for a name that cannot be had, such
/// as that of an existing file without `force`, and Failure when writing fails.
void save_checkpoint(const Simulation& simulation, const std::filesystem::path& file, bool force = false,
                     const Written& written = {});

/// The checkpoint beside the result of a run, and what is kept of the result while the run goes on.
std::filesystem::path checkpoint_beside(const std::filesystem::path& result);
std::filesystem::path checkpoint_before(const std::filesystem::path& result);  // the last but one
std::filesystem::path partial_beside(const std::filesystem::path& result);

/// What a checkpoint is of.
struct CheckpointSummary {
  std::string scenario_text, scenario_hash;
  std::filesystem::path scenario_file;  // next to which the text can be read
  std::vector<std::string> lineage;
  Written written;  // rows of the result of the run
  SimulationOptions options;
  Day day = 0;  // days completed
};

/// Throws InputError for a file that is none, is damaged, or was written by another program.
CheckpointSummary read_checkpoint_summary(const std::filesystem::path& file);

/// Where the run of a result was stopped: its last checkpoint, or the one before where that is damaged, and the file
/// that its rows so far are in.
struct Stop {
  std::filesystem::path checkpoint;
  CheckpointSummary summary;
  std::filesystem::path rows;
  std::optional<Message> passed_over;  // what was wrong with the last one
};
/// Throws InputError where there is no checkpoint that can be read.
Stop stop_of(const std::filesystem::path& result);

/// Saves rows and checkpoint of a run that goes on; the checkpoint so far stays beside the new one.
void save_stop(const Simulation& simulation, Recorder& recorder, const std::filesystem::path& result);
/// Removes all that lies beside a result, but for a checkpoint that is to be kept.
void clear_stop(const std::filesystem::path& result, bool keep_checkpoint = false);

/// A simulation that stands there. The scenario is read anew, next to the file it came from or to `scenario_file`, and
/// must say what it said. `days` may be more than it was to live. Throws InputError like read_checkpoint_summary, and
/// for a scenario that has changed.
std::unique_ptr<Simulation> load_checkpoint(const std::filesystem::path& file, int threads = 0,
                                            const std::optional<std::filesystem::path>& scenario_file = {},
                                            std::optional<Day> days = {});

}  // namespace linli
