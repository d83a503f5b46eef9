#include "processes/attitudes.h"

#include <algorithm>

#include "core/parallel.h"

namespace linli {
namespace {

/// A change of trust that somebody else's experience brings.
struct Hearsay {
  Id<Person> person;
  float trust;
};

/// Associations meet in homes and shops.
bool is_within_reach_of_associations(const Household& household) {
  return household.tenure != Tenure::dormitory;
}

/// What levers have added to the ties of somebody, as filtered until a day. Hukou residents have all that services,
/// representation and associations give.
double part_of_levers(const Today& today, const State& state, Id<Person> person, Day day) {
  const Household& household = state.households.facts[state.persons.household[person]];
  const TiesMemory& memory = state.ties_memory[today.graph().town_of[state.persons.home[person]]];
  const auto when = static_cast<std::size_t>(std::max(day, 0));
  if (!state.persons.nature[person].is_migrant())
    return memory.everybody[when] + full_integration(today.parameters().attitudes, household);
  const float associations = is_within_reach_of_associations(household) ? memory.associations[when] : 0.0f;
  return memory.everybody[when] + memory.migrants[when] + associations;
}

/// From the reference policy, as if it had always been in force, to what is in force now.
void remember(double reference, double now, double kept, std::vector<float>& memory) {
  if (memory.empty()) memory.push_back(static_cast<float>(reference));
  memory.push_back(static_cast<float>(kept * memory.back() + (1.0 - kept) * now));
}

double ties_of_migrants(const Parameters::Attitudes& assumed, const LeverValues& levers) {
  return assumed.ties_services * levers.integration.services +
         assumed.ties_representation * levers.integration.representation;
}

double ties_of_associations(const Parameters::Attitudes& assumed, const LeverValues& levers) {
  return assumed.ties_associations * levers.integration.associations;
}

Attitude newcomer_on(const Parameters::Attitudes& assumed, Day day) {
  return {0.0f, static_cast<float>(assumed.trust_base), static_cast<float>(assumed.ties_on_arrival), day};
}

/// Applies one effect and returns the change of trust.
float apply(const Today& today, const Effect& effect, State& state) {
  const Parameters::Attitudes& assumed = today.parameters().attitudes;
  Attitude& stored = state.persons.attitude[effect.person];
  if (effect.contact == Contact::arrival) return stored = newcomer_on(assumed, today.day), 0.0f;
  Attitude now = attitude_of(today, state, effect.person);
  const float before = now.trust;
  now.strain = std::clamp(now.strain + effect.strain, 0.0f, most_strain);
  now.ties = std::clamp(now.ties + effect.ties, 0.0f, most_ties);
  now.trust = static_cast<float>(trust_after(assumed, now.trust, effect.contact));
  stored = now;
  return now.trust - before;
}

void tell_others(const Today& today, const State& state, Id<Person> person, float change,
                 std::vector<Hearsay>& hearsay) {
  const float share = static_cast<float>(today.parameters().attitudes.spread) * change;
  for (Id<Person> member : state.households.members(state.persons.household[person]))
    if (member != person) hearsay.push_back({member, share});
  const Id<Employer> employer = state.persons.employer[person];
  if (!employer) return;
  Draws draws = today.draws(Purpose::attitudes, state.persons.luck(person));
  const auto workers = state.employers.workers(employer);
  for (int i = 0; i < 2; ++i) {
    const Id<Person> workmate = workers[pick(draws, static_cast<std::uint32_t>(workers.size()))];
    if (workmate != person) hearsay.push_back({workmate, share / 2});
  }
}

void hear(const Today& today, const Hearsay& news, State& state) {
  Attitude now = attitude_of(today, state, news.person);
  now.trust = std::clamp(now.trust + news.trust, 0.0f, 1.0f);
  state.persons.attitude[news.person] = now;
}

/// Sorts events into the grids where the people live, keeping their order.
template <class Event>
void sort_into_grids(const Persons& persons, const std::vector<Event>& events, EventsBy<Grid, Event>& by_grid) {
  for (const Event& event : events) by_grid[persons.home[event.person]].push_back(event);
}

EventsBy<Grid, Effect> effects_by_grid(const State& state) {
  EventsBy<Grid, Effect> by_grid(state.residents_of.size());
  for (const Effects& of_source : state.today.effects)
    for (const auto& list : of_source.lists) sort_into_grids(state.persons, list, by_grid);
  return by_grid;
}

}  // namespace

double ties_target(const Parameters::Attitudes& assumed, const Household& household) {
  return assumed.ties_base + (household.tenure == Tenure::own ? assumed.ties_own_home : 0.0) +
         (household.tenure != Tenure::dormitory ? assumed.ties_family : 0.0);
}

Attitude attitude_of(const Today& today, const State& state, Id<Person> person) {
  const Parameters::Attitudes& assumed = today.parameters().attitudes;
  const Attitude& stored = state.persons.attitude[person];
  const Day elapsed = today.day - stored.day;
  if (elapsed == 0) return stored;
  const double fixed = ties_target(assumed, state.households.facts[state.persons.household[person]]);
  const double then = fixed + part_of_levers(today, state, person, stored.day);
  const double now = fixed + part_of_levers(today, state, person, today.day);
  const double ties = std::min<double>(most_ties, now + (stored.ties - then) * today.setting.ties_decay(elapsed));
  const double trust = assumed.trust_base + (stored.trust - assumed.trust_base) * today.setting.trust_decay(elapsed);
  const double strain = stored.strain * today.setting.strain_decay(elapsed);
  return {static_cast<float>(strain), static_cast<float>(trust), static_cast<float>(ties), today.day};
}

double trust_after(const Parameters::Attitudes& assumed, double trust, Contact contact) {
  if (contact == Contact::good) return trust + assumed.good_contact * (1.0 - trust);
  if (contact == Contact::bad) return trust - assumed.bad_contact_ratio * assumed.good_contact * trust;
  return trust;
}

double ties_of_neighbours(const Parameters::Attitudes& assumed, const LeverValues& levers) {
  return assumed.ties_covenant * levers.community.covenant + assumed.ties_credit * levers.community.credit;
}

double full_integration(const Parameters::Attitudes& assumed, const Household& household) {
  return assumed.ties_services + assumed.ties_representation +
         (is_within_reach_of_associations(household) ? assumed.ties_associations : 0.0);
}

void remember_ties(const Today& today, State& state) {
  const Parameters::Attitudes& assumed = today.parameters().attitudes;
  const double kept = today.setting.ties_decay(1);
  const LeverValues& reference = today.setting.scenario.levers;
  for (Id<Town> town : all_rows<Town>(state.ties_memory.size())) {
    const LeverValues& levers = today.levers[town];
    TiesMemory& memory = state.ties_memory[town];
    remember(ties_of_neighbours(assumed, reference), ties_of_neighbours(assumed, levers), kept, memory.everybody);
    remember(ties_of_migrants(assumed, reference), ties_of_migrants(assumed, levers), kept, memory.migrants);
    remember(ties_of_associations(assumed, reference), ties_of_associations(assumed, levers), kept,
             memory.associations);
  }
}

void apply_effects(const Today& today, State& state) {
  const std::size_t grids = state.residents_of.size();
  EventsBy<Grid, Effect> effects = effects_by_grid(state);
  EventsBy<Grid, Hearsay> told(grids);
  parallel_for(grids, 64, [&](std::size_t i) {
    const Id<Grid> grid(i);
    for (const Effect& effect : effects[grid])
      if (const float change = apply(today, effect, state); change != 0.0f)
        tell_others(today, state, effect.person, change, told[grid]);
  });
  EventsBy<Grid, Hearsay> heard(grids);
  for (const auto& list : told.lists) sort_into_grids(state.persons, list, heard);
  parallel_for(grids, 64, [&](std::size_t i) {
    for (const Hearsay& news : heard[Id<Grid>(i)]) hear(today, news, state);
  });
  for (const auto& list : effects.lists) state.events += list.size();
}

}  // namespace linli
