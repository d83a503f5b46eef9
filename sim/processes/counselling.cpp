#include "processes/counselling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "processes/attitudes.h"
#include "processes/presence.h"
#include "processes/thinning.h"

namespace linli {
namespace {

constexpr double people_per_rate = 10'000.0;

/// Somebody who looks for counsel today.
struct Seeker {
  Time when;
  Id<Grid> grid;
  Id<Person> person;
};

/// One town's day.
class CounselDay {
 public:
  CounselDay(const Today& today, State& state, Id<Town> seat)
      : today_(today),
        state_(state),
        seat_(seat),
        wellbeing_(today.parameters().wellbeing),
        between_(days_between_places(wellbeing_, today.in_force_at_offices(seat),
                                     static_cast<double>(today.graph().residents_served[seat]))) {}

  void live() {
    const double bound = wellbeing_.seek_rate * most_strain / days_per_year;
    for (Id<Grid> grid : today_.graph().grids_served[seat_])
      for_each_candidate(today_, state_.persons, Purpose::counselling, grid, state_.residents_of[grid], bound,
                         [&](Id<Person> person, Draws& draws) { consider(grid, person, bound, draws); });
    std::ranges::sort(seekers_, {}, [](const Seeker& seeker) { return std::pair(seeker.when, seeker.person.row); });
    for (const Seeker& seeker : seekers_) ask_for_a_place(seeker);
  }

 private:
  void consider(Id<Grid> grid, Id<Person> person, double bound, Draws& draws) {
    const double position = unit(draws) * bound, service = unit(draws), hour = unit(draws);
    if (!state_.persons.nature[person].is_adult() || !is_here(today_, state_.persons, person)) return;
    const double rate = wellbeing_.seek_rate * attitude_of(today_, state_, person).strain / days_per_year;
    if (!accepted(position, rate, bound, state_.today.bounds_exceeded[grid])) return;
    if (service < today_.in_force_at(grid).wellbeing.services) seekers_.push_back({today_.day + hour, grid, person});
  }

  void ask_for_a_place(const Seeker& seeker) {
    Time& next = state_.counselling[seat_];
    const Time place = std::max(next, seeker.when);
    if (std::isinf(between_) || place - seeker.when > longest_waiting_list) {
      state_.daily(today_.graph().town_of[seeker.grid], Daily::counselling_missed) += 1;
      return;
    }
    next = place + between_;
    state_.daily(today_.graph().town_of[seeker.grid], Daily::counselled) += 1;
    const auto relief = static_cast<float>(wellbeing_.relief);
    state_.today.effects[EffectSource::self_harm][seeker.grid].push_back({.person = seeker.person, .strain = -relief});
  }

  const Today& today_;
  State& state_;
  Id<Town> seat_;
  const Parameters::Wellbeing& wellbeing_;
  double between_;  // [days] places
  std::vector<Seeker> seekers_;
};

}  // namespace

double days_between_places(const Parameters::Wellbeing& wellbeing, const LeverValues& levers, double residents) {
  const double a_year = levers.wellbeing.specialists * residents / people_per_rate * wellbeing.clients;
  return a_year > 0.0 ? days_per_year / a_year : std::numeric_limits<double>::infinity();
}

void counsel(const Today& today, State& state) {
  for_each_seat(today.graph(), [&](Id<Town> seat) { CounselDay(today, state, seat).live(); });
}

}  // namespace linli
