#include "processes/job_market.h"

#include <algorithm>

#include "core/parallel.h"

namespace linli {
namespace {

constexpr double search_days = 30.0;  // [days] mean between two searches
constexpr int desks_tried = 12;

/// Somebody and the firm they chose; no firm when none of the desks they tried was free.
struct Choice {
  Id<Person> person;
  Id<Employer> employer;
};

Id<Town> town_of(const Today& today, const Employers& employers, Id<Employer> employer) {
  return today.graph().town_of[employers.grid[employer]];
}

Id<Town> town_to_work_in(const Today& today, Id<Town> home, Draws& draws) {
  const std::vector<double>& cumulative = today.setting.commute[home];
  const double position = unit(draws) * cumulative.back();
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, position);
  return Id<Town>(static_cast<std::size_t>(found - cumulative.begin()));
}

/// The firm of a uniformly chosen desk, or none where the town has no firms.
Id<Employer> random_employer(const State& state, Id<Town> town, Draws& draws) {
  const Range<Employer> employers = state.employers_of[town];
  if (employers.empty()) return {};
  const std::uint32_t first = state.employers.first_desk[employers.first];
  const std::uint32_t last = state.employers.first_desk[employers.last];
  return state.employers.desk_owner[first + pick(draws, last - first)];
}

Id<Employer> choose_employer(const Today& today, const State& state, Id<Person> person) {
  Draws draws = today.draws(Purpose::new_job, state.persons.luck(person));
  const Id<Town> home = today.graph().town_of[state.persons.home[person]];
  for (int i = 0; i < desks_tried; ++i) {
    const Id<Employer> employer = random_employer(state, town_to_work_in(today, home, draws), draws);
    if (employer && state.employers.has_vacancy(employer)) return employer;
  }
  return {};
}

/// True for somebody who took the desk or needs none any more.
bool seat(State& state, const Choice& choice) {
  if (state.persons.employer[choice.person] || state.persons.nature[choice.person].is_vacant()) return true;
  if (!state.employers.has_vacancy(choice.employer)) return false;
  hire(state.persons, state.employers, choice.person, choice.employer);
  return true;
}

void search_later(const Today& today, State& state, const std::vector<Id<Person>>& persons) {
  for (Id<Person> person : persons) {
    Draws draws = today.draws(Purpose::job_search, state.persons.luck(person));
    search_later(today, state, person, draws);
  }
}

}  // namespace

void give_up_jobs(const Today& today, State& state, const std::vector<Id<Person>>& quitting) {
  EventsBy<Town, Id<Person>> by_town(state.employers_of.size());
  for (Id<Person> person : quitting)
    if (const Id<Employer> employer = state.persons.employer[person])
      by_town[town_of(today, state.employers, employer)].push_back(person);
  parallel_for(by_town.lists.size(), 1, [&](std::size_t town) {
    for (Id<Person> person : by_town.lists[town]) leave_job(state.persons, state.employers, person);
  });
}

void find_jobs(const Today& today, State& state, const std::vector<Id<Person>>& seekers) {
  std::vector<Choice> choices(seekers.size());
  parallel_for(seekers.size(), 256, [&](std::size_t i) {
    choices[i] = {seekers[i], choose_employer(today, state, seekers[i])};
  });
  EventsBy<Town, Choice> by_town(state.employers_of.size());
  EventsBy<Town, Id<Person>> too_late(state.employers_of.size());
  std::vector<Id<Person>> without_choice;
  for (const Choice& choice : choices)
    if (choice.employer)
      by_town[town_of(today, state.employers, choice.employer)].push_back(choice);
    else
      without_choice.push_back(choice.person);
  parallel_for(by_town.lists.size(), 1, [&](std::size_t town) {
    for (const Choice& choice : by_town.lists[town])
      if (!seat(state, choice)) too_late.lists[town].push_back(choice.person);
  });
  search_later(today, state, without_choice);
  for (const std::vector<Id<Person>>& persons : too_late.lists) search_later(today, state, persons);
}

void search_later(const Today& today, State& state, Id<Person> person, Draws& draws) {
  const auto wait = static_cast<Day>(1.0 + exponential(draws, 1.0 / search_days));
  state.job_searches.schedule(today.day + wait, {person, state.persons.luck(person)});
}

}  // namespace linli
