#include "processes/collective.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/presence.h"

namespace linli {
namespace {

constexpr double risk_per_responder = 2.3;       // one responder to a participant is seen as a risk of 0.9
constexpr std::uint32_t lifelong = 0xFFFFFFFFu;  // thresholds are not drawn by the day

using People = std::vector<Id<Person>>;

struct Member {
  double threshold;
  Id<Person> person;
  auto operator<=>(const Member&) const = default;
};

double chance_in_a_day(double yearly_rate) {
  return 1.0 - std::exp(-yearly_rate / days_per_year);
}

/// What earlier concessions show.
void fade_demonstrations(const Today& today, Collective& collective) {
  const double kept = std::exp(-1.0 / today.parameters().collective.demonstration_time);
  for (auto& town : collective.demonstration)
    for (double& shown : town) shown *= kept;
}

void close(const TownGraph& graph, const Incident& incident, Collective& collective) {
  const IncidentRecord& record = incident.record;
  collective.over_today.push_back(record);
  collective.resolutions.push_back({incident.respondent, record.response});
  if (record.response == Response::concede)
    collective.demonstration[graph.seat_of[record.town]][record.respondent] = 1.0;
}

/// Those that end in the course of the day.
void close_incidents(const Today& today, Collective& collective) {
  collective.resolutions.clear();
  const auto is_over = [&](const Incident& incident) { return incident.ends < today.day + 1.0; };
  for (const Incident& incident : collective.going_on)
    if (is_over(incident)) close(today.graph(), incident, collective);
  std::erase_if(collective.going_on, is_over);
}

bool goes_on(const Collective& collective, Id<Respondent> respondent) {
  return std::any_of(collective.going_on.begin(), collective.going_on.end(),
                     [&](const Incident& incident) { return incident.respondent == respondent; });
}

/// Organisations with so many open disputes all over the city, in order.
std::vector<Id<Respondent>> much_disputed(const State& state, double least) {
  struct Share {
    Id<Respondent> respondent;
    std::size_t disputes;
  };
  EventsBy<Town, Share> shares(state.dockets.size());
  parallel_for(state.dockets.size(), 1, [&](std::size_t i) {
    const Id<Town> town(i);
    shares[town].reserve(state.dockets[town].pools.size());
    for (const auto& [respondent, disputes] : state.dockets[town].pools)
      shares[town].push_back({respondent, disputes.size()});
  });
  Column<Respondent, double> total(state.respondents.size());
  std::vector<Id<Respondent>> found;
  for (const std::vector<Share>& of_town : shares.lists)
    for (const Share& share : of_town) {
      const double before = total[share.respondent];
      const double now = total[share.respondent] += static_cast<double>(share.disputes);
      if (before < least && now >= least) found.push_back(share.respondent);
    }
  std::sort(found.begin(), found.end());
  return found;
}

/// Everybody who is there and has raised a dispute with the organisation.
People pool_of(const Today& today, const State& state, Id<Respondent> respondent) {
  People pool;
  for (const Docket& docket : state.dockets) {
    const auto found = docket.pools.find(respondent);
    if (found == docket.pools.end()) continue;
    for (Id<Dispute> row : found->second) {
      const Dispute& dispute = docket.disputes[row];
      const bool is_same = dispute.complainant_generation == state.persons.generation[dispute.complainant];
      if (dispute.is_claimed() && is_same && is_here(today, state.persons, dispute.complainant))
        pool.push_back(dispute.complainant);
    }
  }
  std::sort(pool.begin(), pool.end());
  pool.erase(std::unique(pool.begin(), pool.end()), pool.end());
  return pool;
}

/// Where most of them live; the first such town.
Id<Town> main_town(const Today& today, const Persons& persons, const People& people) {
  Column<Town, int> living(today.graph().towns.size());
  for (Id<Person> person : people) ++living[today.graph().town_of[persons.home[person]]];
  return Id<Town>(static_cast<std::uint64_t>(std::max_element(living.begin(), living.end()) - living.begin()));
}

/// Whether a call for action goes out and is not stopped. `luck` is the pool's of the day.
bool catches(const Today& today, const State& state, RespondentKind kind, Id<Town> town, double luck, Draws& draws) {
  const Parameters::Collective& assumed = today.parameters().collective;
  const bool put_out = happens(draws, today.levers[town].collective.watch * assumed.watched);
  const double shown = assumed.demonstration * state.collective.demonstration[today.graph().seat_of[town]][kind];
  return luck < chance_in_a_day(assumed.spark_rate[kind] * (1.0 + shown)) && !put_out;
}

double mean_strain(const Today& today, const State& state, const People& pool) {
  double sum = 0.0;
  for (Id<Person> person : pool) sum += attitude_of(today, state, person).strain;
  return sum / static_cast<double>(pool.size());
}

/// The share who have heard a rumour about this kind of organisation that still goes round.
double belief(const State& state, RespondentKind kind, const People& pool) {
  const auto has_heard = [&](Id<Person> person) {
    return std::any_of(state.rumours.about.begin(), state.rumours.about.end(), [&](const Rumour& rumour) {
      return rumour.about == kind && rumour.number == state.persons.heard[person];
    });
  };
  return static_cast<double>(std::count_if(pool.begin(), pool.end(), has_heard)) / static_cast<double>(pool.size());
}

double threshold_of(const Today& today, const Persons& persons, Id<Person> person) {
  const Parameters::Collective& assumed = today.parameters().collective;
  Draws draws(today.seed(), Purpose::collective, persons.luck(person), lifelong);
  return normal(draws, assumed.threshold, assumed.threshold_deviation);
}

/// Those of the pool who join, one of whom calls for it.
People who_join(const Today& today, const State& state, RespondentKind kind, const People& pool, Draws& draws) {
  const double shift =
      threshold_shift(today.parameters().collective, mean_strain(today, state, pool), belief(state, kind, pool));
  std::vector<Member> members;
  for (Id<Person> person : pool) members.push_back({threshold_of(today, state.persons, person) + shift, person});
  Member& instigator = members[pick(draws, static_cast<std::uint32_t>(members.size()))];
  instigator.threshold = std::min(instigator.threshold, 0.0);
  std::sort(members.begin(), members.end());
  std::vector<double> thresholds;
  for (const Member& member : members) thresholds.push_back(member.threshold);
  members.resize(cascade(thresholds));
  People joined;
  for (const Member& member : members) joined.push_back(member.person);
  return joined;
}

Response answer(const LeverValues::Collective& levers, Draws& draws) {
  const double position = unit(draws);
  if (position < levers.negotiate) return Response::negotiate;
  return position < levers.negotiate + levers.contain ? Response::contain : Response::concede;
}

void let_witness(const Today& today, const State& state, Id<Person> participant, Draws& draws,
                 std::vector<Effect>& effects) {
  const Range<Person> neighbours = state.residents_of[state.persons.home[participant]];
  const std::uint32_t witnesses = poisson(draws, today.parameters().collective.witnesses);
  for (std::uint32_t i = 0; i < witnesses; ++i) {
    const Id<Person> witness = neighbours[pick(draws, neighbours.size())];
    if (witness != participant && is_here(today, state.persons, witness))
      effects.push_back({.person = witness, .contact = Contact::bad});
  }
}

/// How participants, and those who look on, feel treated.
void treat(const Today& today, const People& participants, Response response, Draws& draws, State& state) {
  std::vector<Effect>& effects = state.today.effects[EffectSource::collective].of_city();
  const auto strain = static_cast<float>(today.parameters().collective.strain);
  for (Id<Person> person : participants) {
    if (response == Response::negotiate) effects.push_back({.person = person, .contact = Contact::good});
    if (response != Response::contain) continue;
    effects.push_back({.person = person, .strain = strain, .contact = Contact::bad});
    let_witness(today, state, person, draws, effects);
  }
}

void begin(const Today& today, Id<Respondent> respondent, const People& pool, const People& participants, Draws& draws,
           State& state) {
  const Parameters::Collective& assumed = today.parameters().collective;
  const Id<Town> town = main_town(today, state.persons, participants);
  const Response response = answer(today.levers[town].collective, draws);
  const double mean = assumed.length * (response == Response::contain ? assumed.contained : 1.0);
  const double length = exponential(draws, 1.0) * mean;
  const IncidentRecord record{.number = ++state.collective.last_number,
                              .town = town,
                              .respondent = state.respondents.kind(respondent),
                              .response = response,
                              .pool = static_cast<std::uint32_t>(pool.size()),
                              .participants = static_cast<std::uint32_t>(participants.size()),
                              .began = static_cast<float>(today.day),
                              .lasted = static_cast<float>(length)};
  state.collective.going_on.push_back({record, respondent, today.day + length});
  state.daily(town, Daily::incidents, response) += 1.0;
  state.daily(town, Daily::incident_participants, response) += static_cast<double>(participants.size());
  treat(today, participants, response, draws, state);
}

void consider(const Today& today, Id<Respondent> respondent, State& state) {
  const Parameters::Collective& assumed = today.parameters().collective;
  const RespondentKind kind = state.respondents.kind(respondent);
  Draws draws = today.draws(Purpose::collective, respondent.row);
  const double luck = unit(draws);
  const double bound = assumed.spark_rate[kind] * (1.0 + assumed.demonstration);
  if (luck >= chance_in_a_day(bound) || goes_on(state.collective, respondent)) return;
  const People pool = pool_of(today, state, respondent);
  if (static_cast<double>(pool.size()) < assumed.smallest) return;
  if (!catches(today, state, kind, main_town(today, state.persons, pool), luck, draws)) return;
  const People participants = who_join(today, state, kind, pool, draws);
  if (static_cast<double>(participants.size()) >= assumed.smallest)
    begin(today, respondent, pool, participants, draws, state);
}

}  // namespace

std::size_t cascade(std::vector<double> thresholds) {
  std::sort(thresholds.begin(), thresholds.end());
  const auto all = static_cast<double>(thresholds.size());
  std::size_t acting = 0;
  while (acting < thresholds.size() && thresholds[acting] <= static_cast<double>(acting) / all) ++acting;
  return acting;
}

double threshold_shift(const Parameters::Collective& assumed, double strain, double belief) {
  const double risk = 1.0 - std::exp(-risk_per_responder * assumed.responders);
  return assumed.risk_effect * risk - assumed.strain_stimulus * strain - assumed.rumour_stimulus * belief;
}

void act_together(const Today& today, State& state) {
  fade_demonstrations(today, state.collective);
  close_incidents(today, state.collective);
  for (Id<Respondent> respondent : much_disputed(state, today.parameters().collective.smallest))
    consider(today, respondent, state);
}

}  // namespace linli
