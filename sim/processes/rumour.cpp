#include "processes/rumour.h"

#include <algorithm>
#include <cmath>

#include "processes/presence.h"

namespace linli {
namespace {

constexpr double million = 1e6;
constexpr int workmates_told = 2;
constexpr int attempts_to_find_somebody = 16;

bool can_talk(const Today& today, const State& state, Id<Person> person) {
  return state.persons.nature[person].is_adult() && is_here(today, state.persons, person);
}

/// The answer is given on the day after the rumour arose.
bool answer_is_out(const Rumour& rumour, Day day) {
  return rumour.answered && day > rumour.arose + 1;
}

/// Everybody who lives around the seat of a town: grids are numbered seat by seat, people grid by grid.
Range<Person> residents_around(const Today& today, const State& state, Id<Town> town) {
  const Range<Grid> grids = today.graph().grids_served[today.graph().seat_of[town]];
  return {state.residents_of[grids.first].first, state.residents_of[grids[grids.size() - 1]].last};
}

/// Somebody takes up a rumour.
void hear(const Today& today, Id<Person> person, Rumour& rumour, State& state) {
  state.persons.heard[person] = rumour.number;
  rumour.believers.push_back({person, state.persons.luck(person)});
  ++state.rumours.believers[today.graph().town_of[state.persons.home[person]]];
}

/// Whether it will be answered, and rightly, is drawn at the start; it shows when the answer is out.
void draw_answer(const LeverValues::Information& levers, Draws& draws, Rumour& rumour) {
  rumour.answered = happens(draws, levers.openness);
  const bool right = happens(draws, levers.accuracy);
  rumour.denied_wrongly = rumour.answered && !right;
}

void arise(const Today& today, RespondentKind about, Range<Person> among, Draws& draws, State& state) {
  Rumour rumour{.about = about, .arose = today.day};
  rumour.luck = new_luck(draws);
  Id<Person> origin;
  for (int i = 0; i < attempts_to_find_somebody && !origin; ++i)
    if (const Id<Person> person = among[pick(draws, among.size())]; can_talk(today, state, person)) origin = person;
  if (!origin) return;
  rumour.number = ++state.rumours.last_number;
  const Id<Town> town = today.graph().town_of[state.persons.home[origin]];
  draw_answer(today.levers[town].information, draws, rumour);
  hear(today, origin, rumour, state);
  state.daily(town, Daily::rumours) += 1.0;
  state.daily(town, Daily::wrong_answers) += rumour.denied_wrongly;
  state.rumours.about.push_back(std::move(rumour));
}

void arise_anywhere(const Today& today, State& state) {
  const Range<Person> everybody = all_rows<Person>(state.persons.size());
  Draws draws = today.draws(Purpose::rumour, 0);
  const double yearly = today.parameters().rumour.arise * everybody.size() / million;
  const std::uint32_t count = poisson(draws, yearly / days_per_year);
  for (std::uint32_t i = 0; i < count; ++i) {
    Draws own = today.draws(Purpose::rumour, i + 1);
    const auto about = static_cast<RespondentKind>(pick(own, static_cast<std::uint32_t>(RespondentKind::count)));
    arise(today, about, everybody, own, state);
  }
}

/// Incidents that began today may start one in their town.
void arise_from_incidents(const Today& today, State& state) {
  for (const Incident& incident : state.collective.going_on) {
    const IncidentRecord& record = incident.record;
    if (static_cast<Day>(record.began) != today.day) continue;
    Draws draws = today.draws(Purpose::rumour, candidate(incident.respondent.row, 0));
    if (happens(draws, today.parameters().rumour.after_incident))
      arise(today, record.respondent, residents_around(today, state, record.town), draws, state);
  }
}

/// Does nothing to those whom this rumour, or a newer one, has reached before.
void tell(const Today& today, Id<Person> person, Draws& draws, Rumour& rumour, State& state) {
  const Parameters::Rumour& assumed = today.parameters().rumour;
  if (state.persons.heard[person] >= rumour.number || !can_talk(today, state, person)) return;
  const bool doubts = happens(draws, assumed.doubt) && rumour.denied_wrongly && answer_is_out(rumour, today.day);
  state.today.effects[EffectSource::rumour].of_city().push_back({.person = person,
                                                                 .strain = static_cast<float>(assumed.strain),
                                                                 .contact = doubts ? Contact::bad : Contact::none});
  hear(today, person, rumour, state);
}

void tell_household_and_work(const Today& today, Id<Person> believer, double chance, Draws& draws, Rumour& rumour,
                             State& state) {
  for (Id<Person> member : state.households.members(state.persons.household[believer]))
    if (happens(draws, chance)) tell(today, member, draws, rumour, state);
  const Id<Employer> employer = state.persons.employer[believer];
  if (!employer) return;
  const auto workers = state.employers.workers(employer);
  for (int i = 0; i < workmates_told; ++i) {
    const Id<Person> workmate = workers[pick(draws, static_cast<std::uint32_t>(workers.size()))];
    if (happens(draws, chance)) tell(today, workmate, draws, rumour, state);
  }
}

/// A day of a rumour. Who hears it today passes it on from tomorrow.
void spread(const Today& today, Rumour& rumour, State& state) {
  const Parameters::Rumour& assumed = today.parameters().rumour;
  const double chance = chance_of_telling(assumed, rumour, today.day);
  const std::vector<Resident> tellers = std::move(rumour.believers);
  rumour.believers.clear();
  for (const Resident& teller : tellers) {
    const bool lives_here = state.persons.luck(teller.person) == teller.luck;
    Draws draws = today.draws(Purpose::rumour, rumour.luck + teller.luck);
    const bool lets_go = happens(draws, 1.0 / assumed.forget);
    if (lives_here && can_talk(today, state, teller.person))
      tell_household_and_work(today, teller.person, chance, draws, rumour, state);
    if (lives_here && !lets_go)
      rumour.believers.push_back(teller);
    else
      --state.rumours.believers[today.graph().town_of[state.persons.home[teller.person]]];
  }
}

}  // namespace

double chance_of_telling(const Parameters::Rumour& assumed, const Rumour& rumour, Day day) {
  const double unanswered = assumed.contacts * std::exp(-(day - rumour.arose) / assumed.news);
  if (!answer_is_out(rumour, day)) return unanswered;
  return unanswered * (rumour.denied_wrongly ? 1.0 + assumed.denial_effect : 1.0 - assumed.answer_effect);
}

void spread_rumours(const Today& today, State& state) {
  for (Rumour& rumour : state.rumours.about) spread(today, rumour, state);
  std::erase_if(state.rumours.about, [](const Rumour& rumour) { return rumour.believers.empty(); });
  arise_anywhere(today, state);
  arise_from_incidents(today, state);
  for (Id<Town> town : all_rows<Town>(state.rumours.believers.size()))
    state.daily(town, Daily::believers) = state.rumours.believers[town];
}

}  // namespace linli
