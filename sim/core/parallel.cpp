#include "core/parallel.h"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace linli {

void detail::run_pieces(std::size_t pieces, const std::function<void(std::size_t)>& body) {
  if (pieces == 1 || tbb::this_task_arena::max_concurrency() == 1) {
    for (std::size_t piece = 0; piece < pieces; ++piece) body(piece);
    return;
  }
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>(0, pieces, 1),
      [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t piece = range.begin(); piece != range.end(); ++piece) body(piece);
      },
      tbb::simple_partitioner());
}

struct Threads::Arena {
  explicit Arena(int count)
      : limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count)), arena(count) {}
  tbb::global_control limit;
  tbb::task_arena arena;
};

Threads::Threads(int count) : arena_(std::make_unique<Arena>(count > 0 ? count : tbb::info::default_concurrency())) {}

Threads::~Threads() = default;

int Threads::count() const {
  return arena_->arena.max_concurrency();
}

void Threads::run(const std::function<void()>& work) {
  if (count() == 1 && tbb::this_task_arena::max_concurrency() == 1) return work();
  arena_->arena.execute([&] { work(); });
}

}  // namespace linli
