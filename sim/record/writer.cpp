#include "record/writer.h"

namespace linli {
namespace {
constexpr std::size_t most_waiting = 2;
}

Writer::Writer(Work work) : work_(std::move(work)), thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

void Writer::hand_over(Batch batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.size() < most_waiting; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(batch));
  changed_.notify_all();
}

void Writer::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  thread_.join();
  check();
}

void Writer::check() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
}

void Writer::run(std::stop_token stop) {
  try {
    while (const std::optional<Batch> batch = next(stop)) work_(*batch);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
    changed_.notify_all();
  }
}

std::optional<Batch> Writer::next(std::stop_token stop) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, stop, [&] { return closed_ || !waiting_.empty(); });
  if (stop.stop_requested() || waiting_.empty()) return std::nullopt;
  std::optional<Batch> batch(std::move(waiting_.front()));
  waiting_.pop_front();
  changed_.notify_all();
  return batch;
}

}  // namespace linli
