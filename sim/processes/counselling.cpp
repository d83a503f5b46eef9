#include "processes/counselling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/parallel.h"
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
  CounselDay(const Today& today, State& state, Id<Town> town)
      : today_(today),
        state_(state),
        town_(town),
        wellbeing_(today.parameters().wellbeing),
        levers_(today.levers[town]),
        between_(days_between_places(wellbeing_, levers_, static_cast<double>(today.graph().towns[town].residents))) {}

  void live() {
    const double bound = wellbeing_.seek_rate * most_strain / days_per_year;
    for (Id<Grid> grid : today_.graph().grids_of_town[town_])
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
    if (service < levers_.wellbeing.services) seekers_.push_back({today_.day + hour, grid, person});
  }

  void ask_for_a_place(const Seeker& seeker) {
    Time& next = state_.counselling[town_];
    const Time place = std::max(next, seeker.when);
    if (std::isinf(between_) || place - seeker.when > longest_waiting_list) {
      state_.daily(town_, Daily::counselling_missed) += 1;
      return;
    }
    next = place + between_;
    state_.daily(town_, Daily::counselled) += 1;
    const auto relief = static_cast<float>(wellbeing_.relief);
    state_.today.effects[EffectSource::self_harm][seeker.grid].push_back({.person = seeker.person, .strain = -relief});
  }

  const Today& today_;
  State& state_;
  Id<Town> town_;
  const Parameters::Wellbeing& wellbeing_;
  const LeverValues& levers_;
  double between_;  // [days] places
  std::vector<Seeker> seekers_;
};

}  // namespace

double days_between_places(const Parameters::Wellbeing& wellbeing, const LeverValues& levers, double residents) {
  const double a_year = levers.wellbeing.specialists * residents / people_per_rate * wellbeing.clients;
  return a_year > 0.0 ? days_per_year / a_year : std::numeric_limits<double>::infinity();
}

void counsel(const Today& today, State& state) {
  parallel_for(state.counselling.size(), 1, [&](std::size_t town) { CounselDay(today, state, Id<Town>(town)).live(); });
}

}  // namespace linli
