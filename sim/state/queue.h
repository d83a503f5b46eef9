#pragma once

#include <vector>

#include "core/calendar.h"

namespace linli {

/// What is due on which day: things sleep in the bucket of their day and cost nothing until then.
template <class T>
class CalendarQueue {
 public:
  CalendarQueue() = default;
  explicit CalendarQueue(Day days) : buckets_(static_cast<std::size_t>(days)) {}

  /// Days after the end of the run are dropped: nobody will look.
  void schedule(Day day, const T& item) {
    if (day < static_cast<Day>(buckets_.size())) buckets_[static_cast<std::size_t>(day)].push_back(item);
  }

  /// Takes the day's items, in the order they were scheduled.
  std::vector<T> take(Day day) { return std::move(buckets_[static_cast<std::size_t>(day)]); }
  const std::vector<T>& due(Day day) const { return buckets_[static_cast<std::size_t>(day)]; }

  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const std::vector<T>& bucket : buckets_)
      for (const T& item : bucket) visit(item);
  }

 private:
  std::vector<std::vector<T>> buckets_;
};

}  // namespace linli
