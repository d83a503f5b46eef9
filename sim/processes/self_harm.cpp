#include "processes/self_harm.h"

#include <algorithm>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/presence.h"
#include "processes/thinning.h"

namespace linli {
namespace {

constexpr double people_per_rate = 100'000.0;

void mourn(const Today& today, State& state, Id<Person> dead) {
  const auto strain = static_cast<float>(today.parameters().wellbeing.bereavement);
  for (Id<Person> member : state.households.members(state.persons.household[dead]))
    if (member != dead && state.persons.nature[member].is_about())
      state.today.effects[EffectSource::self_harm][state.persons.home[dead]].push_back(
          {.person = member, .strain = strain});
}

void be_in_crisis(const Today& today, State& state, Id<Town> town, Id<Person> person, Draws& draws) {
  if (happens(draws, today.levers[town].wellbeing.services)) {
    const auto relief = static_cast<float>(today.parameters().wellbeing.relief);
    state.today.effects[EffectSource::self_harm][state.persons.home[person]].push_back(
        {.person = person, .strain = -relief});
    state.daily(town, Daily::crises_reached) += 1;
  } else {
    mourn(today, state, person);
    state.daily(town, Daily::self_harm) += 1;
  }
}

void consider(const Today& today, State& state, Id<Grid> grid, Id<Person> person, double bound, Draws& draws) {
  const Parameters::Wellbeing& wellbeing = today.parameters().wellbeing;
  const double position = unit(draws) * bound;
  if (!is_here(today, state.persons, person)) return;
  const double rate =
      crisis_rate(wellbeing, state.persons.nature[person].age(), attitude_of(today, state, person)) / days_per_year;
  if (!accepted(position, rate, bound, state.today.bounds_exceeded[grid])) return;
  be_in_crisis(today, state, today.graph().town_of[grid], person, draws);
}

}  // namespace

double crisis_rate(const Parameters::Wellbeing& wellbeing, AgeBand age, const Attitude& attitude) {
  return wellbeing.rate / people_per_rate * wellbeing.age_factor[age] *
         (1.0 + wellbeing.strain_effect * attitude.strain) * (1.0 + wellbeing.isolation_effect * (1.0 - attitude.ties));
}

double most_crisis_rate(const Parameters::Wellbeing& wellbeing) {
  const auto frailest = std::max_element(wellbeing.age_factor.begin(), wellbeing.age_factor.end());
  const auto age = static_cast<AgeBand>(frailest - wellbeing.age_factor.begin());
  return crisis_rate(wellbeing, age, {.strain = most_strain, .ties = 0.0f});
}

void help_in_crisis(const Today& today, State& state) {
  const double bound = most_crisis_rate(today.parameters().wellbeing) / days_per_year;
  parallel_for(state.daily.places(), 1, [&](std::size_t town) {
    for (Id<Grid> grid : today.graph().grids_of_town[Id<Town>(town)])
      for_each_candidate(today, state.persons, Purpose::self_harm, grid, state.residents_of[grid], bound,
                         [&](Id<Person> person, Draws& draws) { consider(today, state, grid, person, bound, draws); });
  });
}

}  // namespace linli
