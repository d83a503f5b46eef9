#pragma once

/// Parallel loops whose results do not depend on the number of threads. The only door to TBB.
///
/// Work is cut into fixed pieces by index, never by thread; a body writes rows of its own index only; sums are taken
/// piece by piece in index order. Whatever is scarce is settled afterwards, sequentially, in a fixed order.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace linli {

namespace detail {
void run_pieces(std::size_t pieces, const std::function<void(std::size_t piece)>& body);
}

/// body(i) for every i in [0, count), `grain` indices to a piece.
template <class Body>
void parallel_for(std::size_t count, std::size_t grain, const Body& body) {
  const std::size_t pieces = (count + grain - 1) / grain;
  detail::run_pieces(pieces, [&](std::size_t piece) {
    const std::size_t end = std::min(count, (piece + 1) * grain);
    for (std::size_t i = piece * grain; i < end; ++i) body(i);
  });
}

/// The sum of value(i) over [0, count): the same bits for any number of threads.
template <class T, class Value>
T parallel_sum(std::size_t count, std::size_t grain, const Value& value) {
  std::vector<T> partial((count + grain - 1) / grain, T{});
  parallel_for(partial.size(), 1, [&](std::size_t piece) {
    const std::size_t end = std::min(count, (piece + 1) * grain);
    for (std::size_t i = piece * grain; i < end; ++i) partial[piece] += value(i);
  });
  T total{};
  for (const T& part : partial) total += part;
  return total;
}

/// So many threads (0: one per core) for whatever runs inside `run`.
class Threads {
 public:
  explicit Threads(int count = 0);
  ~Threads();
  int count() const;
  void run(const std::function<void()>& work);

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
};

}  // namespace linli
