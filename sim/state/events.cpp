#include "state/events.h"

#include <algorithm>

namespace linli {
namespace {

/// Makes room in whatever the day's events are kept in.
struct MakeRoom {
  std::size_t grids, towns;

  template <class Event>
  void operator()(EventsBy<Grid, Event>& events) const {
    events.lists.resize(grids);
  }
  template <class Event>
  void operator()(EventsBy<Town, Event>& events) const {
    events.lists.resize(towns);
  }
  template <class Value>
  void operator()(Column<Grid, Value>& values) const {
    values.resize(grids);
  }
  void operator()(PerKind<EffectSource, Effects>& effects) const { effects.fill(Effects(grids, towns)); }
};

/// Empties it.
struct Clear {
  template <class Place, class Event>
  void operator()(EventsBy<Place, Event>& events) const {
    events.clear();
  }
  template <class Value>
  void operator()(Column<Grid, Value>& values) const {
    std::fill(values.begin(), values.end(), Value{});
  }
  void operator()(PerKind<EffectSource, Effects>& effects) const {
    for (Effects& of_source : effects) of_source.clear();
  }
};

void for_each_member(TodaysEvents& today, const auto& visit) {
  std::apply([&](auto&... members) { (visit(members), ...); }, members_of(today));
}

}  // namespace

TodaysEvents::TodaysEvents(std::size_t grids, std::size_t towns) {
  for_each_member(*this, MakeRoom{grids, towns});
}

void TodaysEvents::clear() {
  for_each_member(*this, Clear());
}

}  // namespace linli
