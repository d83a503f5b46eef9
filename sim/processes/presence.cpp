#include "processes/presence.h"

namespace linli {
namespace {

struct Trip {
  bool travels = false;
  double leaves = 0.0, returns = 0.0;  // [days] relative to the festival
};

Trip festival_trip(const Today& today, const Persons& persons, Id<Person> person, Day festival) {
  const Parameters::Migration& migration = today.parameters().migration;
  Draws draws(today.seed(), Purpose::festival, persons.luck(person), static_cast<std::uint32_t>(festival));
  const bool travels = happens(draws, migration.festival_share);
  const double leaves = -migration.festival_before * unit(draws);
  return {travels, leaves, migration.festival_after * unit(draws)};
}

}  // namespace

std::optional<double> days_since_festival(const Today& today) {
  const double days = today.day - today.setting.calendar.nearest_festival(today.day);
  const Parameters::Migration& migration = today.parameters().migration;
  const bool travelling = days > -migration.festival_before && days < migration.festival_after;
  return travelling ? std::optional(days) : std::nullopt;
}

bool is_away(const Today& today, const Persons& persons, Id<Person> person) {
  if (!persons.nature[person].is_migrant()) return false;
  const std::optional<double> days = days_since_festival(today);
  if (!days) return false;
  const Trip trip = festival_trip(today, persons, person, today.setting.calendar.nearest_festival(today.day));
  return trip.travels && trip.leaves <= *days && *days < trip.returns;
}

bool is_here(const Today& today, const Persons& persons, Id<Person> person) {
  return persons.nature[person].is_about() && !is_away(today, persons, person);
}

Id<Person> adult_in(const Today& today, const State& state, Id<Grid> grid, Draws& draws) {
  constexpr int people_considered = 8;
  const Range<Person> residents = state.residents_of[grid];
  for (int i = 0; i < people_considered && !residents.empty(); ++i) {
    const Id<Person> person = residents[pick(draws, residents.size())];
    if (state.persons.nature[person].is_adult() && is_here(today, state.persons, person)) return person;
  }
  return {};
}

}  // namespace linli
