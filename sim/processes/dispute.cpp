#include "processes/dispute.h"

#include <algorithm>
#include <limits>

#include "processes/town_day.h"
#include "state/groups.h"

namespace linli {
namespace {

bool later(const WakeUp& a, const WakeUp& b) {
  return a.time != b.time ? a.time > b.time : a.dispute.row > b.dispute.row;
}

bool has_left(const Persons& persons, Id<Person> person, std::uint16_t generation) {
  return person && (persons.generation[person] != generation || persons.nature[person].is_vacant());
}

}  // namespace

// --- a day of one town

TownDay::TownDay(const Today& today, State& state, Id<Town> seat)
    : today_(today),
      state_(state),
      seat_(seat),
      docket_(state.dockets[seat]),
      levers_(today.in_force_at_offices(seat)),
      ladder_(today.parameters().ladder),
      assessment_(today.parameters().assessment),
      hours_{hours_of(ladder_, levers_.mediation, true), hours_of(ladder_, levers_.mediation, false)},
      residents_(static_cast<double>(today.graph().residents_served[seat])) {}

void TownDay::live() {
  if (staff_posts(today_, seat_, residents_, docket_)) serve_waiting();
  state_.daily(seat_, Daily::mediators_quit) += replace_mediators(today_, seat_, docket_);
  heed_incidents();
  take_over_from_police();
  find_latent();
  for (const WakeUp& wake_up : docket_.wake_ups.take(today_.day)) push(wake_up);
  for (Id<Grid> grid : today_.graph().grids_served[seat_])
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
  if (!(time < latest_day)) return;
  if (time < today_.day + 1)
    push(wake_up);
  else
    docket_.wake_ups.schedule(static_cast<Day>(time), wake_up);
}

void TownDay::sleep(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  const Rates rates = rates_of(today_.parameters(), levers_of(dispute), dispute, parties_of(today_, state_, dispute));
  double total = 0.0;
  for (double rate : rates) total += rate;
  Draws draws = draws_of(dispute);
  const Time time = dispute.clock + exponential(draws, total);
  double position = unit(draws) * total;
  std::size_t cause = 0;
  while (cause + 1 < rates.size() && position >= rates[cause]) position -= rates[cause++];
  if (dispute.has_appointment && dispute.queued <= time) return wake_at(id, dispute.queued, Cause::appointment);
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
    case Cause::appointment:
      return keep_appointment(id);
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
  count_groups(state_.daily, town_of(dispute), indicator, state_.persons.nature[dispute.complainant]);
}

// --- what others may ask

void advance_disputes(const Today& today, State& state) {
  Column<Town, std::uint64_t> steps(state.dockets.size());
  for_each_seat(today.graph(), [&](Id<Town> seat) {
    TownDay town_day(today, state, seat);
    town_day.live();
    steps[seat] = town_day.steps();
  });
  for (std::uint64_t count : steps) state.events += count;
}

DisputeRecord record_of(const TownGraph& graph, const Persons& persons, const Dispute& dispute, Outcome outcome) {
  const bool open = outcome == Outcome::open;
  const bool third_party = dispute.stage != Stage::bilateral;
  return {.number = dispute.number,
          .town = graph.town_of[persons.home[dispute.complainant]],
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

std::vector<DisputeRecord> open_disputes(const TownGraph& graph, const State& state, Id<Town> seat) {
  std::vector<DisputeRecord> records;
  for (const Dispute& dispute : state.dockets[seat].disputes)
    if (dispute.is_claimed()) records.push_back(record_of(graph, state.persons, dispute, Outcome::open));
  return records;
}

}  // namespace linli
