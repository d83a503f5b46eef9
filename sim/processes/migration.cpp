#include "processes/migration.h"

#include <algorithm>
#include <boost/random/beta_distribution.hpp>
#include <cmath>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/economy.h"
#include "processes/job_market.h"
#include "processes/presence.h"
#include "processes/thinning.h"
#include "state/groups.h"

namespace linli {
namespace {

constexpr double least_replacement_time = 0.1;  // [1] of the usual

double most_leaving(const Parameters::Migration& migration) {
  return migration.leave_rate * (1.0 + migration.leave_strain * most_strain) * (1.0 + migration.inspection_leave);
}

/// How much more often somebody leaves because inspections of rented homes raise rents.
double displacement(const Today& today, const State& state, Id<Person> person) {
  if (state.households.facts[state.persons.household[person]].tenure != Tenure::rent) return 1.0;
  const double inspected = 1.0 - std::exp(-today.in_force_at(state.persons.home[person]).housing.inspection);
  return 1.0 + today.parameters().migration.inspection_leave * inspected;
}

double leaving_rate(const Today& today, const State& state, Id<Person> person) {
  const Parameters::Migration& migration = today.parameters().migration;
  const Attitude now = attitude_of(today, state, person);
  return migration.leave_rate * (1.0 + migration.leave_strain * now.strain) * (1.0 - migration.leave_ties * now.ties) *
         displacement(today, state, person);
}

/// The rates per person and day at which candidates of each kind are drawn.
struct Bounds {
  double stays_away, leaves, changes_job;
  double total() const { return stays_away + leaves + changes_job; }
};

Bounds bounds_on(const Today& today) {
  const bool returning = days_since_festival(today).value_or(-1.0) >= 0.0;
  return {returning ? today.setting.festival_leave_rate : 0.0,
          most_leaving(today.parameters().migration) / days_per_year,
          today.parameters().work.job_change_rate / days_per_year};
}

void consider(const Today& today, const State& state, const Bounds& bounds, Id<Person> person, Draws& draws,
              std::uint32_t& exceeded, std::vector<Move>& moves) {
  const Nature nature = state.persons.nature[person];
  const double which = unit(draws) * bounds.total();
  if (!nature.is_migrant() || !nature.is_about() || !nature.is_adult()) return;
  const bool away = is_away(today, state.persons, person);
  if (which < bounds.stays_away) {
    if (away) moves.push_back({person, true});
  } else if (which < bounds.stays_away + bounds.leaves) {
    const double rate = leaving_rate(today, state, person) / days_per_year;
    const bool leaves = accepted(unit(draws) * bounds.leaves, rate, bounds.leaves, exceeded);
    if (!away && leaves) moves.push_back({person, true});
  } else if (!away && state.persons.employer[person]) {
    moves.push_back({person, false});
  }
}

Id<Town> home_town(const Today& today, const State& state, Id<Person> person) {
  return today.graph().town_of[state.persons.home[person]];
}

void close_firm(const Today& today, State& state, Id<Employer> employer, Id<Town> town) {
  Employers& employers = state.employers;
  Draws draws = today.draws(Purpose::new_job, std::uint64_t{1} << 63 | employer.row);
  state.daily(town, Daily::layoffs, employers.sector[employer]) += employers.filled[employer];
  const double strain = today.parameters().work.job_loss_strain;
  while (employers.filled[employer] > 0) {
    const Id<Person> worker = employers.workers(employer).back();
    leave_job(state.persons, employers, worker);
    search_later(today, state, worker, draws);
    const double left = strain_after_aid(today, state, worker, strain);
    state.today.effects[EffectSource::migration].of_city().push_back(
        {.person = worker, .strain = static_cast<float>(left)});
  }
  const double wait = exponential(draws, 1.0 / today.parameters().work.reopening_time);
  state.reopenings.schedule(today.day + 1 + static_cast<Day>(wait), employer);
}

void count_resident(State& state, Id<Town> town, const Nature& nature, std::int32_t more) {
  for (PopulationGroup group : groups_of(nature)) state.residents_by_group[town][group] += more;
}

/// [days] until a newcomer takes a free place, on average.
double mean_replacement_time(const Parameters::Migration& migration, const LeverValues& levers) {
  const double saved = migration.services_attract * (levers.integration.services - reference_services);
  return migration.replacement_time * std::max(least_replacement_time, 1.0 - saved);
}

/// The children of a household whose head somebody is: they go and come with the head.
template <class Visit>
void for_each_child_of(const State& state, Id<Person> head, const Visit& visit) {
  const Range<Person> members = state.households.members(state.persons.household[head]);
  if (members.first != head) return;
  for (Id<Person> member : members)
    if (!state.persons.nature[member].is_adult()) visit(member);
}

void vacate(const Today& today, State& state, Id<Person> person) {
  state.persons.nature[person].vacate();
  const Id<Town> town = home_town(today, state, person);
  ++state.vacant[town];
  count_resident(state, town, state.persons.nature[person], -1);
  state.daily(town, Daily::departures) += 1;
}

void leave_city(const Today& today, State& state, Id<Person> person) {
  Draws draws = today.draws(Purpose::arrival, state.persons.luck(person));
  vacate(today, state, person);
  for_each_child_of(state, person, [&](Id<Person> child) { vacate(today, state, child); });
  const Id<Town> town = home_town(today, state, person);
  const double wait = exponential(draws, 1.0 / mean_replacement_time(today.parameters().migration, today.levers[town]));
  state.newcomers.schedule(today.day + 1 + static_cast<Day>(wait), person);
}

/// A newcomer takes the place; true for one who looks for work.
bool arrive(const Today& today, State& state, Id<Person> person) {
  Persons& persons = state.persons;
  ++persons.generation[person];
  Draws draws = today.draws(Purpose::arrival, persons.luck(person));
  const LifeStage stage = life_stage_of(persons.nature[person].age());
  persons.nature[person] = draw_newcomer(today.setting.migrants, stage, draws);
  const Id<Town> town = home_town(today, state, person);
  --state.vacant[town];
  count_resident(state, town, persons.nature[person], +1);
  state.daily(town, Daily::arrivals) += 1;
  state.today.effects[EffectSource::migration].of_city().push_back({.person = person, .contact = Contact::arrival});
  return stage == LifeStage::of_working_age && happens(draws, today.parameters().work.employment);
}

/// A head, and the children of the household.
bool arrive_with_children(const Today& today, State& state, Id<Person> person) {
  for_each_child_of(state, person, [&](Id<Person> child) { arrive(today, state, child); });
  return arrive(today, state, person);
}

bool still_the_same(const State& state, const Resident& resident) {
  return state.persons.luck(resident.person) == resident.luck && !state.persons.nature[resident.person].is_vacant();
}

/// Applies today's moves as far as they concern who lives here; appends those who give up a job and who look for one.
void settle(const Today& today, State& state, const Move& move, std::vector<Id<Person>>& quitting,
            std::vector<Id<Person>>& seekers) {
  if (state.persons.nature[move.person].is_vacant()) return;
  ++state.events;
  quitting.push_back(move.person);
  if (move.leaves_city) return leave_city(today, state, move.person);
  seekers.push_back(move.person);
  state.daily(home_town(today, state, move.person), Daily::job_changes) += 1;
}

}  // namespace

void find_moves(const Today& today, State& state) {
  const Bounds bounds = bounds_on(today);
  parallel_for(state.residents_of.size(), 32, [&](std::size_t i) {
    const Id<Grid> grid(i);
    for_each_candidate(today, state.persons, Purpose::migration, grid, state.residents_of[grid], bounds.total(),
                       [&](Id<Person> person, Draws& draws) {
                         consider(today, state, bounds, person, draws, state.today.bounds_exceeded[grid],
                                  state.today.moves[grid]);
                       });
  });
}

void settle_moves(const Today& today, State& state) {
  for (Id<Town> town : all_rows<Town>(state.employers_of.size()))
    for (Id<Employer> employer : state.today.closures[town]) close_firm(today, state, employer, town);
  std::vector<Id<Person>> quitting, seekers;
  for (const std::vector<Move>& moves : state.today.moves.lists)
    for (const Move& move : moves) settle(today, state, move, quitting, seekers);
  for (const Resident& seeker : state.job_searches.take(today.day))
    if (still_the_same(state, seeker) && !state.persons.employer[seeker.person]) seekers.push_back(seeker.person);
  give_up_jobs(today, state, quitting);
  for (Id<Person> person : state.newcomers.take(today.day))
    if (arrive_with_children(today, state, person)) seekers.push_back(person);
  find_jobs(today, state, seekers);
}

Nature draw_newcomer(const MigrantTraits& migrants, LifeStage stage, Draws& draws) {
  const Trait trait = migrants.draw(stage, draws);
  return Nature(trait.age, trait.male, true, boost::random::beta_distribution<double>(2.0, 5.0)(draws));
}

}  // namespace linli
