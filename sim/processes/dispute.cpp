#include "processes/dispute.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/mediation.h"

namespace linli {
namespace {

constexpr int violent_intensity = 4;
constexpr int most_intensity = 9;

std::uint8_t door_bit(Stage stage) {
  return static_cast<std::uint8_t>(1u << static_cast<int>(stage));
}

DisputeRecord record_of(const Persons& persons, Id<Town> town, const Dispute& dispute, Outcome outcome) {
  const bool open = outcome == Outcome::open;
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
          .severity = dispute.severity,
          .opened = dispute.opened,
          .closed = open ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(dispute.clock)};
}

/// One town's day in court and committee rooms.
class TownDay {
 public:
  TownDay(const Today& today, State& state, Id<Town> town)
      : today_(today),
        state_(state),
        town_(town),
        docket_(state.dockets[town]),
        levers_(today.levers[town]),
        ladder_(today.parameters().ladder) {}

  void live() {
    const auto residents = static_cast<double>(today_.graph().towns[town_].residents);
    if (staff_posts(today_, town_, residents, docket_)) serve_waiting();
    for (const WakeUp& wake_up : docket_.wake_ups.take(today_.day)) push(wake_up);
    for (Id<Grid> grid : today_.graph().grids_of_town[town_])
      for (const Onset& onset : state_.today.onsets[grid]) open(onset, grid);
    while (!docket_.later_today.empty()) advance(pop());
  }

  std::uint64_t steps() const { return steps_; }

 private:
  // --- the order of time

  static bool later(const WakeUp& a, const WakeUp& b) {
    return a.time != b.time ? a.time > b.time : a.dispute.row > b.dispute.row;
  }

  void push(const WakeUp& wake_up) {
    docket_.later_today.push_back(wake_up);
    std::push_heap(docket_.later_today.begin(), docket_.later_today.end(), later);
  }

  WakeUp pop() {
    std::pop_heap(docket_.later_today.begin(), docket_.later_today.end(), later);
    const WakeUp next = docket_.later_today.back();
    docket_.later_today.pop_back();
    return next;
  }

  void wake_at(Id<Dispute> id, Time time, Cause cause) {
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

  Draws draws_of(Dispute& dispute) { return Draws(today_.seed(), Purpose::dispute, dispute.luck, dispute.steps++); }

  // --- opening

  Id<Dispute> new_row() {
    if (docket_.free_rows.empty()) return docket_.disputes.push_back({});
    const Id<Dispute> row = docket_.free_rows.back();
    docket_.free_rows.pop_back();
    return row;
  }

  void open(const Onset& onset, Id<Grid> home) {
    const Id<Dispute> id = new_row();
    Dispute& dispute = docket_.disputes[id];
    dispute = Dispute{.luck = onset.luck,
                      .clock = onset.time,
                      .complainant = onset.complainant,
                      .opponent = onset.opponent,
                      .employer = onset.employer,
                      .number = ++docket_.last_number,
                      .wake_number = dispute.wake_number,
                      .severity = onset.severity,
                      .opened = static_cast<float>(onset.time),
                      .type = onset.type};
    dispute.complainant_generation = state_.persons.generation[onset.complainant];
    if (onset.opponent) dispute.opponent_generation = state_.persons.generation[onset.opponent];
    ++steps_;
    count(Daily::grievances, onset.type);
    state_.weekly(home, Weekly::grievances) += 1;
    Draws draws = draws_of(dispute);
    if (happens(draws, claim_probability(dispute, home)))
      claim(id, home);
    else
      keep_quiet(id, draws);
  }

  double claim_probability(const Dispute& dispute, Id<Grid> home) const {
    const Parameters::Grievance& grievance = today_.parameters().grievance;
    const double trust = attitude_of(today_, state_, dispute.complainant).trust;
    return logistic(logit(grievance.claiming[dispute.type]) +
                    grievance.claim_trust * (trust - today_.parameters().attitudes.trust_base) +
                    grievance.claim_awareness * (levers_.legal.awareness - reference_awareness) -
                    grievance.claim_distance * today_.setting.minutes_to_help[home]);
  }

  void claim(Id<Dispute> id, Id<Grid> home) {
    count(Daily::claims, docket_.disputes[id].type);
    state_.weekly(home, Weekly::claims) += 1;
    enter(id, Stage::bilateral);
    sleep(id);
  }

  void keep_quiet(Id<Dispute> id, Draws& draws) {
    enter(id, Stage::latent);
    wake_at(id, docket_.disputes[id].clock + exponential(draws, 1.0 / today_.parameters().grievance.latent_time),
            Cause::give_up);
  }

  void enter(Id<Dispute> id, Stage stage) {
    Dispute& dispute = docket_.disputes[id];
    if (dispute.doors != 0) --docket_.open_at[dispute.stage];
    dispute.stage = stage;
    dispute.doors |= door_bit(stage);
    ++docket_.open_at[stage];
    count(Daily::entered, stage);
  }

  // --- sleeping and waking

  void sleep(Id<Dispute> id) {
    Dispute& dispute = docket_.disputes[id];
    Rates rates = rates_of(today_.parameters(), dispute, parties_of(today_, state_, dispute));
    double total = 0.0;
    for (double rate : rates) total += rate;
    Draws draws = draws_of(dispute);
    const Time time = dispute.clock + exponential(draws, total);
    double position = unit(draws) * total;
    std::size_t cause = 0;
    while (cause + 1 < rates.size() && position >= rates[cause]) position -= rates[cause++];
    wake_at(id, time, static_cast<Cause>(cause));
  }

  void advance(const WakeUp& wake_up) {
    Dispute& dispute = docket_.disputes[wake_up.dispute];
    if (dispute.number == 0 || dispute.wake_number != wake_up.number) return;
    ++steps_;
    dispute.clock = wake_up.time;
    if (dispute.cause != Cause::meeting_ends && parties_have_left(dispute))
      return close(wake_up.dispute, Outcome::moved_away);
    act(wake_up.dispute, dispute.cause);
  }

  void act(Id<Dispute> id, Cause cause) {
    switch (cause) {
      case Cause::escalate:
        return change_intensity(id, +1);
      case Cause::cool:
        return change_intensity(id, -1);
      case Cause::violence:
        return turn_violent(id);
      case Cause::settle:
        return close(id, Outcome::settled);
      case Cause::give_up:
        return close(id, Outcome::lumped);
      case Cause::seek_help:
        return choose_door(id, false);
      case Cause::change_door:
        return choose_door(id, false);
      case Cause::meeting_ends:
        return end_meeting(id);
      case Cause::judgment:
        return close(id, Outcome::judged);
      case Cause::count:
        return;
    }
  }

  bool has_left(Id<Person> person, std::uint16_t generation) const {
    return person && (state_.persons.generation[person] != generation || state_.persons.nature[person].is_vacant());
  }

  bool parties_have_left(const Dispute& dispute) const {
    return has_left(dispute.complainant, dispute.complainant_generation) ||
           has_left(dispute.opponent, dispute.opponent_generation);
  }

  void raise(Dispute& dispute, int by) {
    dispute.intensity = static_cast<std::uint8_t>(std::clamp(dispute.intensity + by, 1, most_intensity));
    dispute.peak_intensity = std::max(dispute.peak_intensity, dispute.intensity);
  }

  void change_intensity(Id<Dispute> id, int by) {
    raise(docket_.disputes[id], by);
    sleep(id);
  }

  // --- doors

  /// Community, town centre, court, and giving up.
  std::array<double, 4> door_utilities(const Dispute& dispute, bool after_failure) const {
    const double trust = ladder_.door_trust * parties_of(today_, state_, dispute).trust_above_base;
    const double weight = ladder_.door_severity * std::log(dispute.severity);
    const Id<Grid> home = state_.persons.home[dispute.complainant];
    const double to_centre = ladder_.door_distance * today_.graph().minutes_to_centre[home];
    const double closed = -std::numeric_limits<double>::infinity();
    return {dispute.has_tried(Stage::community)
                ? closed
                : ladder_.door_community + trust - ladder_.door_distance * today_.graph().minutes_to_office[home],
            dispute.has_tried(Stage::town_centre) ? closed : ladder_.door_town + trust + weight - to_centre,
            ladder_.door_court + 2.0 * weight - to_centre +
                ladder_.door_awareness * (levers_.legal.awareness - reference_awareness),
            after_failure ? ladder_.door_give_up : closed};
  }

  void choose_door(Id<Dispute> id, bool after_failure) {
    Dispute& dispute = docket_.disputes[id];
    leave_queue(dispute);
    std::array<double, 4> weights = door_utilities(dispute, after_failure);
    double total = 0.0;
    for (double& weight : weights) total += weight = std::exp(weight);
    Draws draws = draws_of(dispute);
    double position = unit(draws) * total;
    std::size_t door = 0;
    while (door + 1 < weights.size() && position >= weights[door]) position -= weights[door++];
    if (door == 3) return close(id, Outcome::lumped);
    knock(id, static_cast<Stage>(static_cast<std::size_t>(Stage::community) + door));
  }

  void knock(Id<Dispute> id, Stage door) {
    enter(id, door);
    Dispute& dispute = docket_.disputes[id];
    if (door == Stage::court) {
      Draws draws = draws_of(dispute);
      return wake_at(id, dispute.clock + gamma(draws, ladder_.court_shape, ladder_.court_time), Cause::judgment);
    }
    Post& post = post_of(dispute);
    if (const Id<Mediator> mediator = free_mediator(docket_, post)) return meet(id, mediator);
    join_queue(docket_, post, id, dispute.clock);
    sleep(id);
  }

  Post& post_of(const Dispute& dispute) {
    return docket_.posts[post_for(today_, docket_, state_.persons.home[dispute.complainant], dispute.stage)];
  }

  void leave_queue(Dispute& dispute) {
    if (!dispute.waiting) return;
    dispute.waiting = false;
    --docket_.waiting_at[dispute.stage];
  }

  // --- meetings

  void meet(Id<Dispute> id, Id<Mediator> mediator) {
    Dispute& dispute = docket_.disputes[id];
    MediatorRow& row = docket_.mediators[mediator];
    row.at_work_on = id;
    dispute.mediator = mediator;
    ++dispute.meetings;
    Draws draws = draws_of(dispute);
    const double hours = gamma(draws, ladder_.meeting_shape, ladder_.meeting_hours[dispute.type]);
    count(Daily::meetings, dispute.stage);
    count(Daily::meeting_hours, dispute.stage, hours);
    wake_at(id, end_of_work(today_, levers_.mediation, row.full_time, dispute.clock, hours), Cause::meeting_ends);
  }

  double skill_in(const Dispute& dispute) const {
    return docket_.mediators[dispute.mediator].skill[dispute.type] + ladder_.training_gain * levers_.mediation.training;
  }

  void end_meeting(Id<Dispute> id) {
    Dispute& dispute = docket_.disputes[id];
    const double agree = agreement_probability(
        ladder_, skill_in(dispute), dispute.intensity, today_.parameters().grievance.power_gap[dispute.type],
        parties_of(today_, state_, dispute).trust_above_base, dispute.clock - dispute.opened);
    const Time now = dispute.clock;
    release(dispute, now);
    Draws draws = draws_of(dispute);
    if (parties_have_left(dispute)) return close(id, Outcome::moved_away);
    if (happens(draws, agree)) return close(id, Outcome::settled);
    if (happens(draws, ladder_.failed_escalation)) raise(dispute, +1);
    if (happens(draws, ladder_.failed_contact)) touch_parties(dispute, Contact::bad, 0.0f, 0.0f);
    choose_door(id, true);
  }

  /// New mediators turn to those who wait.
  void serve_waiting() {
    for (Post& post : docket_.posts)
      while (const Id<Mediator> mediator = free_mediator(docket_, post))
        if (!take_next(post, mediator, today_.day)) break;
  }

  bool take_next(Post& post, Id<Mediator> mediator, Time now) {
    const Id<Dispute> next = next_in_queue(docket_, post);
    if (!next) return false;
    docket_.disputes[next].clock = now;
    meet(next, mediator);
    return true;
  }

  /// The mediator turns to the next case, or goes if the post was cut.
  void release(Dispute& dispute, Time now) {
    const Id<Mediator> mediator = dispute.mediator;
    dispute.mediator = {};
    MediatorRow& row = docket_.mediators[mediator];
    row.at_work_on = {};
    if (row.in_service) take_next(docket_.posts[row.post], mediator, now);
  }

  // --- violence

  void turn_violent(Id<Dispute> id) {
    Dispute& dispute = docket_.disputes[id];
    Draws draws = draws_of(dispute);
    ++dispute.violent_events;
    state_.today.dispute_offences[town_].push_back(violent_offence(dispute, draws));
    raise(dispute, +1);
    sleep(id);
  }

  Offence violent_offence(const Dispute& dispute, Draws& draws) const {
    Offence offence;
    offence.time = dispute.clock;
    offence.luck = new_luck(draws);
    const bool answered = dispute.opponent && happens(draws, 0.5);
    offence.offender = answered ? dispute.opponent : dispute.complainant;
    offence.victim = answered ? dispute.complainant : dispute.opponent;
    offence.offender_luck = state_.persons.luck(offence.offender);
    offence.record.type =
        dispute.type == DisputeType::family ? OffenceType::family_violence : OffenceType::dispute_violence;
    offence.record.grid = state_.persons.home[dispute.complainant];
    offence.record.offender_home = state_.persons.home[offence.offender];
    offence.record.harm = harm_at(dispute.intensity, draws);
    return offence;
  }

  Harm harm_at(int intensity, Draws& draws) const {
    const double death = ladder_.death_base * std::exp(ladder_.death_slope * (intensity - 5));
    const double injury = ladder_.injury_base + ladder_.injury_slope * (intensity - violent_intensity);
    const double which = unit(draws);
    return which < death ? Harm::death : which < death + injury ? Harm::injury : Harm::minor;
  }

  // --- closing

  void close(Id<Dispute> id, Outcome outcome) {
    Dispute& dispute = docket_.disputes[id];
    leave_queue(dispute);
    count_closing(dispute, outcome);
    move_parties(dispute, outcome);
    if (dispute.stage != Stage::latent)
      docket_.closed_today.push_back(record_of(state_.persons, town_, dispute, outcome));
    --docket_.open_at[dispute.stage];
    dispute.number = 0;
    ++dispute.wake_number;
    docket_.free_rows.push_back(id);
  }

  void count_closing(const Dispute& dispute, Outcome outcome) {
    if (outcome == Outcome::settled) count(Daily::settled, dispute.stage);
    if (outcome == Outcome::judged) count(Daily::judged, dispute.type);
    if (outcome == Outcome::lumped) count(Daily::given_up, dispute.stage);
    if (outcome == Outcome::moved_away) state_.daily(town_, Daily::moved_away) += 1;
    if (outcome != Outcome::settled || dispute.stage == Stage::bilateral) return;
    count(Daily::settled_by_type, dispute.type);
    state_.weekly(state_.persons.home[dispute.complainant], Weekly::settled) += 1;
  }

  /// Relief from the strain of the grievance, trust by how it was handled, ties by making up.
  void move_parties(Dispute& dispute, Outcome outcome) {
    if (outcome != Outcome::settled && outcome != Outcome::judged) return;
    const bool judged = outcome == Outcome::judged;
    const double relief = (judged ? ladder_.relief_judged : ladder_.relief_settled) *
                          today_.parameters().grievance.naming_strain * dispute.severity;
    Draws draws = draws_of(dispute);
    const bool fair = happens(draws, judged ? ladder_.fair_court : ladder_.fair_mediation);
    Contact contact = Contact::none;
    if (dispute.stage != Stage::bilateral && fair) contact = Contact::good;
    if (judged && !fair) contact = Contact::bad;
    touch_parties(dispute, contact, static_cast<float>(relief),
                  judged ? 0.0f : static_cast<float>(ladder_.ties_settled));
  }

  void touch_parties(const Dispute& dispute, Contact contact, float relief, float ties) {
    std::vector<Effect>& effects = state_.today.dispute_effects[town_];
    effects.push_back({dispute.complainant, -relief, ties, contact});
    if (dispute.opponent) effects.push_back({dispute.opponent, 0.0f, ties, contact});
  }

  template <class Kind>
  void count(Daily indicator, Kind kind, double amount = 1.0) {
    state_.daily(town_, indicator, kind) += amount;
  }

  const Today& today_;
  State& state_;
  Id<Town> town_;
  Docket& docket_;
  const LeverValues& levers_;
  const Parameters::Ladder& ladder_;
  std::uint64_t steps_ = 0;
};

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

}  // namespace

Parties parties_of(const Today& today, const State& state, const Dispute& dispute) {
  Parties parties;
  int persons = 0;
  add_party(today, state, dispute.complainant, parties, persons);
  add_party(today, state, dispute.opponent, parties, persons);
  parties.trust_above_base /= persons;
  return parties;
}

Rates rates_of(const Parameters& parameters, const Dispute& dispute, const Parties& parties) {
  const Parameters::Ladder& ladder = parameters.ladder;
  const int g = dispute.intensity;
  const double gap = parameters.grievance.power_gap[dispute.type];
  Rates rates{};
  auto rate = [&](Cause cause) -> double& { return rates[static_cast<std::size_t>(cause)]; };
  if (g < most_intensity)
    rate(Cause::escalate) = ladder.escalation[dispute.type] * (1.0 + ladder.escalation_strain * parties.strain) *
                            (1.0 + parties.impulsivity) / ladder.escalation_time;
  if (g > 1 && g < violent_intensity) rate(Cause::cool) = 1.0 / ladder.cooling_time;
  if (g >= violent_intensity)
    rate(Cause::violence) = ladder.violence[dispute.type] / days_per_year *
                            std::exp(ladder.violence_intensity * (g - violent_intensity)) *
                            (1.0 + ladder.violence_impulsivity * parties.most_impulsive) *
                            (1.0 - (dispute.waiting ? ladder.violence_guardianship : 0.0));
  if (dispute.waiting) {
    rate(Cause::give_up) = 1.0 / ladder.wait_give_up_time;
    rate(Cause::change_door) = 1.0 / ladder.wait_change_time;
  } else {
    rate(Cause::settle) =
        std::exp(-ladder.settle_intensity * (g - 1)) * (1.0 - ladder.settle_power * gap) / ladder.settle_time;
    rate(Cause::give_up) = (1.0 + gap) / ladder.give_up_time;
    rate(Cause::seek_help) = std::sqrt(static_cast<double>(dispute.severity)) / ladder.seek_time;
  }
  return rates;
}

void advance_disputes(const Today& today, State& state) {
  std::vector<std::uint64_t> steps(state.dockets.size());
  parallel_for(state.dockets.size(), 1, [&](std::size_t i) {
    const Id<Town> town(i);
    TownDay town_day(today, state, town);
    town_day.live();
    steps[i] = town_day.steps();
  });
  for (std::uint64_t count : steps) state.events += count;
}

std::vector<DisputeRecord> open_disputes(const State& state, Id<Town> town) {
  std::vector<DisputeRecord> records;
  for (const Dispute& dispute : state.dockets[town].disputes)
    if (dispute.number != 0 && dispute.stage != Stage::latent)
      records.push_back(record_of(state.persons, town, dispute, Outcome::open));
  return records;
}

}  // namespace linli
