#pragma once

/// Records a run in an HDF5 file (result_file.h says what is in it).
///
/// Finished days are copied and written by a thread of the recorder's own. The file grows under a hidden name beside
/// its own and takes its own name only when it is complete, so that a file of that name is always whole: also that of
/// an interrupted run, which holds the days completed and is marked as such. A run that fails leaves nothing behind.

#include <filesystem>
#include <memory>
#include <optional>

#include "engine/observer.h"
#include "record/batch.h"

namespace linli {

class ResultFile;
class Target;
class Writer;

class Recorder : public Observer {
 public:
  /// Claims the name (target.h).
  explicit Recorder(const std::filesystem::path& file, bool force = false);
  /// Goes on where a run of that file was stopped: with so many rows of each table from `source`, the file itself or
  /// what `keep` kept of it, and without what was unfinished. The file is replaced at the end.
  Recorder(const std::filesystem::path& file, const std::filesystem::path& source, const Written& before);
  /// Without run_ended before, removes what has been written.
  ~Recorder() override;

  /// These throw Failure when the file cannot be written, be it days later, and go on throwing it.
  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;
  void run_ended(const RunEnd& end, const Unfinished& rest) override;

  /// Keeps a copy of all rows so far under another name, to go on from if the run is killed. It is no result.
  void keep(const std::filesystem::path& copy);

  /// Rows so far, but for what is unfinished.
  const Written& written() const { return written_; }

 private:
  template <class Work>
  void or_fail(const Work& work);
  void discard();
  void start_writing();
  void count(const DayReport& report);

  std::unique_ptr<Target> target_;
  std::filesystem::path file_;
  std::unique_ptr<ResultFile> result_;
  std::unique_ptr<Writer> writer_;
  Batch batch_;
  Written written_;
  std::filesystem::path source_;  // of the rows before; empty: none
  Day week_ = 0;                  // first day of the week that is under way
  std::optional<Message> failure_;
};

}  // namespace linli
