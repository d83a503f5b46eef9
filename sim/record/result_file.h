#pragma once

/// The result file of a run: one HDF5 file that is also netCDF-4.
///
///     /             daily indicators    key(day, town[, kind])
///                   weekly indicators   key(week, grid[, kind]) and, of the panel, key(week, town, kind)
///                   coordinates         day, week, town, community, grid and the kinds, with their names and places
///     /records/disputes, /records/offences, /records/incidents, /records/interventions
///                   one row per event; interventions are changes of levers from their values in /levers
///     /records/panel   one row per member of the panel and year
///     /provenance, /parameters, /levers      attributes: what was run, by which program, under which assumptions
///
/// Events have a group of their own above their tables because `offences` is already the name of an indicator.

#include <filesystem>
#include <memory>
#include <string>

#include "record/batch.h"

namespace linli {

/// Not safe for use from two threads at once. Everything throws Hdf5Error when the file cannot be written.
class ResultFile {
 public:
  /// Creates the file, with all that is known before the first day. Replaces a file of that name.
  ResultFile(const std::filesystem::path& file, const RunStart& start);
  ~ResultFile();

  void append(const Batch& batch);

  /// Begins with what another file of the same run holds: so many rows of each table.
  void take_over(const std::filesystem::path& other, const Written& rows);

  /// Has everything so far on the disk, so that a copy of the file can be taken over.
  void flush();

  /// Writes what is known at the end and closes the file, which is complete then.
  void finish(const RunEnd& end);

 private:
  struct Contents;
  template <class Work>
  void or_cause(const Work& work);

  int error_ = 0;  // of the system: outlives the contents, which report to it
  std::unique_ptr<Contents> contents_;
};

}  // namespace linli
