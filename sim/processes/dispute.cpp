#include "processes/dispute.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/town_day.h"
#include "state/groups.h"

namespace linli {
namespace {

constexpr int violent_intensity = 4;
constexpr int flagged_intensity = 5;
constexpr int most_intensity = 9;

std::uint16_t door_bit(Stage stage) {
  return static_cast<std::uint16_t>(1u << static_cast<int>(stage));
}

bool later(const WakeUp& a, const WakeUp& b) {
  return a.time != b.time ? a.time > b.time : a.dispute.row > b.dispute.row;
}

/// The rate per day at which a share is reached within so many days.
double rate_of_share(double share, double days) {
  constexpr double nearly_all = 0.999;
  return -std::log1p(-std::min(share, nearly_all)) / days;
}

double escalation_rate(const Parameters::Ladder& ladder, DisputeType type, const Parties& parties) {
  return ladder.escalation[type] * (1.0 + ladder.escalation_strain * parties.strain) * (1.0 + parties.impulsivity) /
         ladder.escalation_time;
}

double violence_rate(const Parameters::Ladder& ladder, const Dispute& dispute, const Parties& parties) {
  return ladder.violence[dispute.type] / days_per_year *
         std::exp(ladder.violence_intensity * (dispute.intensity - violent_intensity)) *
         (1.0 + ladder.violence_impulsivity * parties.most_impulsive) *
         (1.0 - (dispute.waiting ? ladder.violence_guardianship : 0.0));
}

void add_party(const Today& today, const State& state, Id<Person> person, Parties& parties, int& persons) {
  if (!person) return;
  const Attitude now = attitude_of(today, state, person);
  const double impulsivity = state.persons.nature[person].impulsivity();
  parties.strain += now.strain;
  parties.impulsivity += impulsivity;
  parties.most_impulsive = std::max(parties.most_impulsive, impulsivity);
  parties.trust_above_base += now.trust - today.parameters().attitudes.trust_base;
  ++persons;
}

bool has_left(const Persons& persons, Id<Person> person, std::uint16_t generation) {
  return person && (persons.generation[person] != generation || persons.nature[person].is_vacant());
}

Harm harm_at(const Parameters::Ladder& ladder, int intensity, Draws& draws) {
  const double death = ladder.death_base * std::exp(ladder.death_slope * (intensity - 5));
  const double injury = ladder.injury_base + ladder.injury_slope * (intensity - violent_intensity);
  const double which = unit(draws);
  return which < death ? Harm::death : which < death + injury ? Harm::injury : Harm::minor;
}

Offence violent_offence(const Today& today, const State& state, Id<Dispute> id, const Dispute& dispute, Draws& draws) {
  const Persons& persons = state.persons;
  Offence offence{.dispute = id, .dispute_number = dispute.number, .time = dispute.clock};
  offence.luck = new_luck(draws);
  const bool answered = dispute.opponent && happens(draws, 0.5);
  offence.offender = answered ? dispute.opponent : dispute.complainant;
  offence.victim = answered ? dispute.complainant : dispute.opponent;
  offence.offender_luck = persons.luck(offence.offender);
  offence.record.type =
      dispute.type == DisputeType::family ? OffenceType::family_violence : OffenceType::dispute_violence;
  offence.record.grid = persons.home[dispute.complainant];
  offence.record.offender_home = persons.home[offence.offender];
  offence.record.harm = harm_at(today.parameters().ladder, dispute.intensity, draws);
  return offence;
}

}  // namespace

// --- a day of one town

TownDay::TownDay(const Today& today, State& state, Id<Town> town)
    : today_(today),
      state_(state),
      town_(town),
      docket_(state.dockets[town]),
      levers_(today.levers[town]),
      ladder_(today.parameters().ladder),
      assessment_(today.parameters().assessment),
      residents_(static_cast<double>(today.graph().towns[town].residents)) {}

void TownDay::live() {
  if (staff_posts(today_, town_, residents_, docket_)) serve_waiting();
  state_.daily(town_, Daily::mediators_quit) += replace_mediators(today_, town_, docket_);
  heed_incidents();
  take_over_from_police();
  find_latent();
  for (const WakeUp& wake_up : docket_.wake_ups.take(today_.day)) push(wake_up);
  for (Id<Grid> grid : today_.graph().grids_of_town[town_])
    for (const Onset& onset : state_.today.onsets[grid]) open(onset);
  while (!docket_.later_today.empty()) advance(pop());
}

void TownDay::push(const WakeUp& wake_up) {
  docket_.later_today.push_back(wake_up);
  std::push_heap(docket_.later_today.begin(), docket_.later_today.end(), later);
}

WakeUp TownDay::pop() {
  std::pop_heap(docket_.later_today.begin(), docket_.later_today.end(), later);
  const WakeUp next = docket_.later_today.back();
  docket_.later_today.pop_back();
  return next;
}

void TownDay::wake_at(Id<Dispute> id, Time time, Cause cause) {
  Dispute& dispute = docket_.disputes[id];
  dispute.wakes = time;
  dispute.cause = cause;
  const WakeUp wake_up{time, id, ++dispute.wake_number};
  if (!(time < today_.setting.calendar.days())) return;
  if (time < today_.day + 1)
    push(wake_up);
  else
    docket_.wake_ups.schedule(static_cast<Day>(time), wake_up);
}

void TownDay::sleep(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  const Rates rates = rates_of(today_.parameters(), levers_, dispute, parties_of(today_, state_, dispute));
  double total = 0.0;
  for (double rate : rates) total += rate;
  Draws draws = draws_of(dispute);
  const Time time = dispute.clock + exponential(draws, total);
  double position = unit(draws) * total;
  std::size_t cause = 0;
  while (cause + 1 < rates.size() && position >= rates[cause]) position -= rates[cause++];
  wake_at(id, time, static_cast<Cause>(cause));
}

void TownDay::advance(const WakeUp& wake_up) {
  Dispute& dispute = docket_.disputes[wake_up.dispute];
  if (dispute.number == 0 || dispute.wake_number != wake_up.number) return;
  ++steps_;
  dispute.clock = wake_up.time;
  if (dispute.cause != Cause::meeting_ends && parties_have_left(dispute))
    return close(wake_up.dispute, Outcome::moved_away);
  act(wake_up.dispute, dispute.cause);
}

void TownDay::act(Id<Dispute> id, Cause cause) {
  switch (cause) {
    case Cause::escalate:
      return change_intensity(id, +1);
    case Cause::cool:
      return change_intensity(id, -1);
    case Cause::violence:
      return turn_violent(id);
    case Cause::settle:
      return settle(id, 0.0);
    case Cause::give_up:
      return close(id, Outcome::lumped);
    case Cause::seek_help:
    case Cause::change_door:
      return choose_door(id, false);
    case Cause::handed_over:
      return hand_over(id);
    case Cause::conference:
      return confer(id);
    case Cause::breach:
      return reopen(id);
    case Cause::meeting_ends:
      return end_meeting(id);
    case Cause::award:
      return end_arbitration(id);
    case Cause::judgment:
      return close(id, Outcome::judged);
    case Cause::reply:
      return receive_reply(id);
    case Cause::count:
      return;
  }
}

bool TownDay::parties_have_left(const Dispute& dispute) const {
  return has_left(state_.persons, dispute.complainant, dispute.complainant_generation) ||
         has_left(state_.persons, dispute.opponent, dispute.opponent_generation);
}

void TownDay::count_complainant(Daily indicator, const Dispute& dispute) {
  count_groups(state_.daily, town_, indicator, state_.persons.nature[dispute.complainant]);
}

// --- opening

Id<Dispute> TownDay::new_row() {
  if (docket_.free_rows.empty()) return docket_.disputes.push_back({});
  const Id<Dispute> row = docket_.free_rows.back();
  docket_.free_rows.pop_back();
  return row;
}

void TownDay::open(const Onset& onset) {
  const Id<Dispute> id = new_row();
  Dispute& dispute = docket_.disputes[id];
  dispute = Dispute{.luck = onset.luck,
                    .clock = onset.time,
                    .complainant = onset.complainant,
                    .opponent = onset.opponent,
                    .respondent = onset.respondent,
                    .number = ++docket_.last_number,
                    .wake_number = dispute.wake_number,
                    .severity = onset.severity,
                    .opened = static_cast<float>(onset.time),
                    .type = onset.type};
  dispute.complainant_generation = state_.persons.generation[onset.complainant];
  if (onset.opponent) dispute.opponent_generation = state_.persons.generation[onset.opponent];
  ++steps_;
  count(Daily::grievances, onset.type);
  count_complainant(Daily::grievances_by_group, dispute);
  state_.weekly(home_of(dispute), Weekly::grievances) += 1;
  Draws draws = draws_of(dispute);
  if (happens(draws, claim_probability(today_, state_, onset))) {
    claim(id);
    sleep(id);
  } else {
    keep_quiet(id, draws);
  }
}

void TownDay::claim(Id<Dispute> id) {
  const Dispute& dispute = docket_.disputes[id];
  count(Daily::claims, dispute.type);
  count_complainant(Daily::claims_by_group, dispute);
  state_.weekly(home_of(dispute), Weekly::claims) += 1;
  enter(id, Stage::bilateral);
  join_pool(id);
}

void TownDay::keep_quiet(Id<Dispute> id, Draws& draws) {
  enter(id, Stage::latent);
  wake_at(id, docket_.disputes[id].clock + exponential(draws, 1.0 / today_.parameters().grievance.latent_time),
          Cause::give_up);
}

void TownDay::enter(Id<Dispute> id, Stage stage) {
  Dispute& dispute = docket_.disputes[id];
  if (dispute.doors != 0) --docket_.open_at[dispute.stage];
  dispute.stage = stage;
  dispute.doors = static_cast<std::uint16_t>(dispute.doors | door_bit(stage));
  ++docket_.open_at[stage];
  count(Daily::entered, stage);
}

Found TownDay::chance_found_in(Id<Grid> grid) const {
  return chance_found(today_.parameters().service, levers_, households_in(today_, grid), state_.rounds[grid]);
}

/// Rounds and visits, by thinning over the docket: a row drawn at random is found if it is a latent grievance, with the
/// chance of its grid against the highest of the town's grids.
void TownDay::find_latent() {
  double most = 0.0;
  for (Id<Grid> grid : today_.graph().grids_of_town[town_]) most = std::max(most, chance_found_in(grid).by_anybody());
  Draws draws = today_.draws(Purpose::rounds, town_.row);
  const auto rows = static_cast<std::uint32_t>(docket_.disputes.size());
  const std::uint32_t candidates = poisson(draws, rows * most);
  for (std::uint32_t i = 0; i < candidates; ++i) {
    Draws own = today_.draws(Purpose::rounds, candidate(town_.row, i));
    const Id<Dispute> id(pick(own, rows));
    const double position = unit(own) * most;
    const Dispute& dispute = docket_.disputes[id];
    if (dispute.number == 0 || dispute.stage != Stage::latent || parties_have_left(dispute)) continue;
    const Found chance = chance_found_in(home_of(dispute));
    if (position >= chance.by_anybody()) continue;
    bring_to_light(id, chance.at(position));
  }
}

void TownDay::bring_to_light(Id<Dispute> id, Referral how) {
  docket_.disputes[id].clock = today_.day;
  ++state_.today.put_on_record[home_of(docket_.disputes[id])];
  claim(id);
  refer(id, Stage::community, how);
  if (how == Referral::visit) touch_parties(docket_.disputes[id], Contact::good, 0.0f, 0.0f);
}

/// Violence that the police answered yesterday: what it came from goes to a mediator.
void TownDay::take_over_from_police() {
  for (const HandedOver& handed : state_.stations[town_].handed_over) {
    Dispute& dispute = docket_.disputes[handed.dispute];
    const bool at_odds = dispute.stage == Stage::bilateral || dispute.waiting;
    if (dispute.number != handed.number || !dispute.is_claimed() || !at_odds || parties_have_left(dispute)) continue;
    dispute.clock = today_.day;
    refer(handed.dispute, Stage::town_centre, Referral::police);
  }
}

// --- intensity

void TownDay::raise(Dispute& dispute, int by) {
  dispute.intensity = static_cast<std::uint8_t>(std::clamp(dispute.intensity + by, 1, most_intensity));
  dispute.peak_intensity = std::max(dispute.peak_intensity, dispute.intensity);
}

void TownDay::change_intensity(Id<Dispute> id, int by) {
  raise(docket_.disputes[id], by);
  sleep(id);
}

void TownDay::confer(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  count(Daily::conferences);
  Draws draws = draws_of(dispute);
  raise(dispute, -static_cast<int>(poisson(draws, ladder_.conference_drop)));
  sleep(id);
}

void TownDay::turn_violent(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  ++dispute.violent_events;
  state_.today.dispute_offences[town_].push_back(violent_offence(today_, state_, id, dispute, draws));
  raise(dispute, +1);
  sleep(id);
}

// --- what others may ask

Parties parties_of(const Today& today, const State& state, const Dispute& dispute) {
  Parties parties;
  int persons = 0;
  add_party(today, state, dispute.complainant, parties, persons);
  add_party(today, state, dispute.opponent, parties, persons);
  parties.trust_above_base /= persons;
  return parties;
}

Rates rates_of(const Parameters& parameters, const LeverValues& levers, const Dispute& dispute,
               const Parties& parties) {
  const Parameters::Ladder& ladder = parameters.ladder;
  const int g = dispute.intensity;
  const double gap = parameters.grievance.power_gap[dispute.type];
  Rates rates{};
  auto rate = [&](Cause cause) -> double& { return rates[static_cast<std::size_t>(cause)]; };
  if (g < most_intensity) rate(Cause::escalate) = escalation_rate(ladder, dispute.type, parties);
  if (g > 1 && g < violent_intensity) rate(Cause::cool) = 1.0 / ladder.cooling_time;
  if (g >= violent_intensity) rate(Cause::violence) = violence_rate(ladder, dispute, parties);
  if (g >= flagged_intensity)
    rate(Cause::conference) = rate_of_share(levers.mediation.conferences, ladder.conference_time);
  if (dispute.waiting) {
    rate(Cause::give_up) = 1.0 / ladder.wait_give_up_time;
    rate(Cause::change_door) = 1.0 / ladder.wait_change_time;
    return rates;
  }
  rate(Cause::settle) =
      std::exp(-ladder.settle_intensity * (g - 1)) * (1.0 - ladder.settle_power * gap) / ladder.settle_time;
  rate(Cause::give_up) = (1.0 + gap) / ladder.give_up_time;
  rate(Cause::seek_help) = std::sqrt(static_cast<double>(dispute.severity)) / ladder.seek_time;
  if (dispute.respondent) rate(Cause::handed_over) = rate_of_share(levers.referral.administration, ladder.agency_time);
  return rates;
}

double claim_probability(const Today& today, const State& state, const Onset& onset) {
  const Parameters::Grievance& grievance = today.parameters().grievance;
  const Id<Grid> home = state.persons.home[onset.complainant];
  const double trust = attitude_of(today, state, onset.complainant).trust;
  return logistic(logit(grievance.claiming[onset.type]) +
                  grievance.claim_trust * (trust - today.parameters().attitudes.trust_base) +
                  grievance.claim_awareness * (today.in_force_at(home).legal.awareness - reference_awareness) -
                  grievance.claim_distance * today.setting.minutes_to_help[home]);
}

void advance_disputes(const Today& today, State& state) {
  std::vector<std::uint64_t> steps(state.dockets.size());
  parallel_for(state.dockets.size(), 1, [&](std::size_t i) {
    TownDay town_day(today, state, Id<Town>(i));
    town_day.live();
    steps[i] = town_day.steps();
  });
  for (std::uint64_t count : steps) state.events += count;
}

DisputeRecord record_of(const Persons& persons, Id<Town> town, const Dispute& dispute, Outcome outcome) {
  const bool open = outcome == Outcome::open;
  const bool third_party = dispute.stage != Stage::bilateral;
  return {.number = dispute.number,
          .town = town,
          .grid = persons.home[dispute.complainant],
          .type = dispute.type,
          .outcome = outcome,
          .last_stage = dispute.stage,
          .doors = dispute.doors,
          .peak_intensity = dispute.peak_intensity,
          .meetings = dispute.meetings,
          .violent_events = dispute.violent_events,
          .complainant_migrant = persons.nature[dispute.complainant].is_migrant(),
          .reopened = dispute.reopened,
          .recorded_settled = dispute.on_paper || (outcome == Outcome::settled && third_party),
          .severity = dispute.severity,
          .opened = dispute.opened,
          .closed = open ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(dispute.clock)};
}

std::vector<DisputeRecord> open_disputes(const State& state, Id<Town> town) {
  std::vector<DisputeRecord> records;
  for (const Dispute& dispute : state.dockets[town].disputes)
    if (dispute.is_claimed()) records.push_back(record_of(state.persons, town, dispute, Outcome::open));
  return records;
}

}  // namespace linli
