#include "processes/scrutiny.h"

#include "core/parallel.h"
#include "processes/presence.h"

namespace linli {
namespace {

constexpr std::uint32_t watched = 1u << 31;  // tells the luck of those watched from that of those checked

/// noticed(person, draws) for every adult met who is here; `luck` keys the draws.
template <class Noticed>
void look_at_residents(const Today& today, const State& state, Id<Grid> grid, std::uint32_t luck, double rate,
                       const Noticed& noticed) {
  const Range<Person> residents = state.residents_of[grid];
  Draws draws = today.draws(Purpose::scrutiny, luck);
  const std::uint32_t count = poisson(draws, residents.size() * rate);
  for (std::uint32_t i = 0; i < count; ++i) {
    Draws own = today.draws(Purpose::scrutiny, candidate(luck, i));
    const Id<Person> person = residents[pick(own, residents.size())];
    if (state.persons.nature[person].is_adult() && is_here(today, state.persons, person)) noticed(person, own);
  }
}

bool is_tenant(const State& state, Id<Person> person) {
  return state.households.facts[state.persons.household[person]].tenure != Tenure::own;
}

void touch(State& state, Id<Town> town, Id<Grid> grid, Id<Person> person, Contact contact) {
  state.today.effects[EffectSource::scrutiny][grid].push_back({.person = person, .contact = contact});
  state.daily(town, Daily::checks) += 1;
}

void check_in_grid(const Today& today, State& state, Id<Town> town, Id<Grid> grid) {
  const LeverValues& levers = today.levers[town];
  const Parameters::Scrutiny& scrutiny = today.parameters().scrutiny;
  look_at_residents(today, state, grid, grid.row, rate_of_checks(scrutiny, levers),
                    [&](Id<Person> person, Draws& draws) {
                      const bool fair = happens(draws, levers.police.procedure);
                      if (is_tenant(state, person))
                        touch(state, town, grid, person, fair ? Contact::good : Contact::bad);
                    });
  look_at_residents(today, state, grid, watched | grid.row, rate_of_being_watched(scrutiny, levers),
                    [&](Id<Person> person, Draws&) { touch(state, town, grid, person, Contact::bad); });
}

}  // namespace

double rate_of_checks(const Parameters::Scrutiny& scrutiny, const LeverValues& levers) {
  return scrutiny.check_rate * levers.registration.coverage / days_per_year;
}

double rate_of_being_watched(const Parameters::Scrutiny& scrutiny, const LeverValues& levers) {
  return (scrutiny.camera_rate * levers.guardianship.cameras / reference_cameras +
          scrutiny.targeting_rate * levers.rounds.targeting) /
         days_per_year;
}

void check_and_watch(const Today& today, State& state) {
  parallel_for(today.graph().towns.size(), 1, [&](std::size_t town) {
    for (Id<Grid> grid : today.graph().grids_of_town[Id<Town>(town)]) check_in_grid(today, state, Id<Town>(town), grid);
  });
}

}  // namespace linli
