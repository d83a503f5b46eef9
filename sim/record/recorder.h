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
  /// Goes on with the file of a run that was stopped, which is replaced at the end: with so many rows of each table,
  /// and without what was unfinished when it stopped.
  Recorder(const std::filesystem::path& file, const Written& before);
  /// Without run_ended before, removes what has been written.
  ~Recorder() override;

  /// These throw Failure when the file cannot be written, be it days later, and go on throwing it.
  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;
  void run_ended(const RunEnd& end, const Unfinished& rest) override;

  /// Rows so far, but for what is unfinished.
  const Written& written() const { return written_; }

 private:
  template <class Work>
  void or_fail(const Work& work);
  void discard();
  void count(const DayReport& report);

  std::unique_ptr<Target> target_;
  std::filesystem::path file_;
  std::unique_ptr<ResultFile> result_;
  std::unique_ptr<Writer> writer_;
  Batch batch_;
  Written written_;
  bool goes_on_ = false;
  Day week_ = 0;  // first day of the week that is under way
  std::optional<Message> failure_;
};

}  // namespace linli
