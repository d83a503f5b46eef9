#pragma once

/// A thread of its own for writing: takes batches in the order they come, while the simulation goes on.

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "record/batch.h"

namespace linli {

class Writer {
 public:
  using Work = std::function<void(const Batch& batch)>;

  explicit Writer(Work work);
  /// Drops what still waits.
  ~Writer() = default;

  /// Passes a batch on, waiting while too many wait already.
  void hand_over(Batch batch);
  /// Returns when everything has been written.
  void finish();
  /// Throws what the work threw, as the two above do: it does nothing more after that.
  void check();

 private:
  void run(std::stop_token stop);
  std::optional<Batch> next(std::stop_token stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Batch> waiting_;
  bool closed_ = false;
  std::exception_ptr failure_;
  Work work_;
  std::jthread thread_;  // last: it starts when all else is there and is joined first
};

}  // namespace linli
