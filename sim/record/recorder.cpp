#include "record/recorder.h"

#include "core/error.h"
#include "processes/measure.h"
#include "record/hdf5.h"
#include "record/result_file.h"
#include "record/target.h"
#include "record/writer.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t days_in_batch = 32;

}  // namespace

Recorder::Recorder(const fs::path& file, bool force)
    : target_(std::make_unique<Target>(file, force)), file_(target_->file()) {}

Recorder::Recorder(const fs::path& file, const fs::path& source, const Written& before) : Recorder(file, true) {
  written_ = before;
  source_ = source;
}

Recorder::~Recorder() {
  discard();
}

template <class Work>
void Recorder::or_fail(const Work& work) {
  if (failure_) throw Failure(*failure_);
  try {
    work();
  } catch (const std::exception& error) {
    discard();
    failure_ = say({"{}: the results could not be written: {}", "{}：结果写入失败：{}"}, file_.string(),
                   std::string(error.what()));
    throw Failure(*failure_);
  }
}

void Recorder::run_started(const RunStart& start) {
  or_fail([&] {
    const Quiet quiet;
    week_ = start.first - start.first % days_per_week;
    result_ = std::make_unique<ResultFile>(target_->hidden(), start);
    if (!source_.empty()) result_->take_over(source_, written_);
    start_writing();
  });
}

void Recorder::start_writing() {
  writer_ = std::make_unique<Writer>([this](const Batch& batch) {
    const Quiet quiet;
    result_->append(batch);
  });
}

void Recorder::keep(const fs::path& copy) {
  or_fail([&] {
    const Quiet quiet;
    writer_->hand_over(std::exchange(batch_, {}));
    writer_->finish();
    result_->flush();
    Target kept(copy, true);
    fs::copy_file(target_->hidden(), kept.hidden(), fs::copy_options::overwrite_existing);
    kept.publish();
    start_writing();
  });
}

void Recorder::day_ended(const DayReport& report) {
  or_fail([&] {
    writer_->check();
    batch_.add(report, week_);
    count(report);
    if (report.weekly) week_ = report.day + 1;
    if (batch_.days.size() == days_in_batch) writer_->hand_over(std::exchange(batch_, {}));
  });
}

void Recorder::count(const DayReport& report) {
  ++written_.days;
  written_.weeks += report.weekly != nullptr;
  written_.disputes += report.disputes.size();
  written_.offences += report.offences.size();
  written_.incidents += report.incidents.size();
  written_.panel_people += report.panel_people.size();
  written_.interventions += report.lever_changes.size();
}

void Recorder::run_ended(const RunEnd& end, const Unfinished& rest) {
  or_fail([&] {
    const Quiet quiet;
    batch_.add(rest, week_, end.days);
    writer_->hand_over(std::exchange(batch_, {}));
    writer_->finish();
    result_->finish(end);
    target_->publish();
  });
}

void Recorder::discard() {
  const Quiet quiet;
  writer_.reset();
  result_.reset();
  target_.reset();
}

}  // namespace linli
