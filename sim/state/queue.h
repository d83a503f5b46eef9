#pragma once

#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/members.h"

namespace linli {

/// What is due on which day: things sleep in the bucket of their day and cost nothing until then. It knows nothing of
/// the run's end, so that a run can be made longer.
template <class T>
class CalendarQueue {
 public:
  /// Days after `latest_day` are dropped: nobody will look.
  void schedule(Day day, const T& item) {
    if (day > latest_day) return;
    const auto row = static_cast<std::size_t>(day);
    if (row >= by_day_.size()) by_day_.resize(row + 1);
    by_day_[row].push_back(item);
  }

  /// Takes the day's items, in the order they were scheduled.
  std::vector<T> take(Day day) {
    const auto row = static_cast<std::size_t>(day);
    return row < by_day_.size() ? std::exchange(by_day_[row], {}) : std::vector<T>();
  }
  const std::vector<T>& due(Day day) const {
    static const std::vector<T> nothing;
    const auto row = static_cast<std::size_t>(day);
    return row < by_day_.size() ? by_day_[row] : nothing;
  }

  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const std::vector<T>& bucket : by_day_)
      for (const T& item : bucket) visit(item);
  }

 private:
  std::vector<std::vector<T>> by_day_;

 public:
  LINLI_MEMBERS(by_day_)
};

}  // namespace linli
