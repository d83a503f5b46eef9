#include <cmath>

#include "processes/doors.h"
#include "processes/settling.h"
#include "processes/town_day.h"

namespace linli {
Post& TownDay::post_of(const Dispute& dispute) {
  if (dispute.stage == Stage::town_centre && dispute.at_studio) return docket_.posts[docket_.places().studios()];
  return docket_.posts[post_for(today_, docket_, home_of(dispute), dispute.stage, dispute.type)];
}

bool TownDay::has_mediators(Stage stage, const Dispute& dispute) const {
  const bool is_post = stage >= Stage::community && stage <= Stage::police_desk;
  return !is_post ||
         has_hours(docket_, docket_.posts[post_for(today_, docket_, home_of(dispute), stage, dispute.type)], hours_);
}

void TownDay::leave_queue(Dispute& dispute) {
  if (dispute.waiting || dispute.pending) --docket_.waiting_at[dispute.stage];
  dispute.waiting = dispute.pending = dispute.has_appointment = false;
}

/// To whoever of the post is free, or into its queue.
void TownDay::attend(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Post& post = post_of(dispute);
  if (const Id<Mediator> mediator = free_mediator(docket_, post, hours_)) return meet(id, mediator);
  join_queue(docket_, post, id, dispute.clock);
  sleep(id);
}

/// Specialists are few and far: a case waits for its day before it joins their queue.
void TownDay::make_appointment(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  dispute.waiting = dispute.has_appointment = true;
  dispute.queued = dispute.clock + ladder_.sector_delay;
  ++docket_.waiting_at[dispute.stage];
  sleep(id);
}

void TownDay::keep_appointment(Id<Dispute> id) {
  leave_queue(docket_.disputes[id]);
  attend(id);
}

void TownDay::meet(Id<Dispute> id, Id<Mediator> mediator) {
  Dispute& dispute = docket_.disputes[id];
  MediatorRow& row = docket_.mediators[mediator];
  row.at_work_on = id;
  dispute.mediator = mediator;
  ++dispute.meetings;
  Draws draws = draws_of(dispute);
  double hours = gamma(draws, ladder_.meeting_shape, today_.parameters().dispute[dispute.type].meeting_hours);
  dispute.online = happens(draws, levers_of(dispute).mediation.online) && dispute.intensity <= simple_intensity;
  if (dispute.online) hours *= ladder_.online_hours;
  hours *= 1.0 - assessment_.haste * levers_of(dispute).assessment.pressure;
  count(dispute, Daily::meetings, dispute.stage);
  count(dispute, Daily::meeting_hours, dispute.stage, hours);
  wake_at(id, end_of_work(today_, levers_.mediation, hours_.of(row), dispute.clock, hours), Cause::meeting_ends);
}

double TownDay::skill_in(const Dispute& dispute) const {
  const double trained = today_.day - docket_.mediators[dispute.mediator].appointed;
  return docket_.skill(dispute.mediator.row, static_cast<int>(dispute.type)) +
         ladder_.training_gain * levers_.mediation.training * (1.0 - std::exp(-trained / ladder_.training_time));
}

bool TownDay::parties_agree(const Dispute& dispute, Draws& draws) const {
  double odds =
      agreement_odds(ladder_, skill_in(dispute), dispute.intensity, power_gap_of(today_.parameters(), dispute),
                     parties_of(today_, state_, dispute).trust_above_base, dispute.clock - dispute.opened);
  if (dispute.diverted_from != Stage::latent) odds += ladder_.diverted_agree;
  if (dispute.online) odds -= ladder_.online_skill * std::max(0, dispute.intensity - calm_intensity);
  return happens(draws, logistic(odds));
}

void TownDay::end_meeting(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  const bool agreed = parties_agree(dispute, draws);
  const bool full_time = docket_.mediators[dispute.mediator].full_time;
  const double rush = rush_of(today_.parameters(), levers_of(dispute), full_time);
  release(dispute, dispute.clock);
  if (parties_have_left(dispute)) return close(id, Outcome::moved_away);
  if (agreed && !full_time) count(dispute, Daily::settled_part_time);
  if (agreed) return settle(id, rush);
  if (happens(draws, ladder_.failed_escalation)) raise(dispute, +1);
  if (happens(draws, ladder_.failed_contact)) touch_parties(dispute, Contact::bad, 0.0f, 0.0f);
  fail(id, draws, 0.0);
}

/// Back to the bench it was diverted from, or to another door; unless officials close the case on paper, under pressure
/// or in haste: then the parties are alone again.
void TownDay::fail(Id<Dispute> id, Draws& draws, double hasty) {
  Dispute& dispute = docket_.disputes[id];
  const double pressed = levers_of(dispute).assessment.pressure * assessment_.paper_closure;
  const bool on_paper = happens(draws, 1.0 - (1.0 - pressed) * (1.0 - hasty));
  const bool offended = happens(draws, assessment_.bad_contact);
  leave_queue(dispute);
  if (!on_paper) {
    const Stage bench = dispute.diverted_from;
    const bool suit_pending = bench != Stage::latent && !dispute.has_tried(bench);
    return suit_pending ? file(id, bench) : choose_door(id, true);
  }
  dispute.on_paper = true;
  count(dispute, Daily::settled_recorded, dispute.stage);
  if (offended) touch_parties(dispute, Contact::bad, 0.0f, 0.0f);
  enter(id, Stage::bilateral);
  sleep(id);
}

/// New mediators turn to those who wait.
void TownDay::serve_waiting() {
  for (Post& post : docket_.posts)
    while (const Id<Mediator> mediator = free_mediator(docket_, post, hours_))
      if (!take_next(post, mediator, today_.day)) break;
}

bool TownDay::take_next(Post& post, Id<Mediator> mediator, Time now) {
  const Id<Dispute> next = next_in_queue(docket_, post);
  if (!next) return false;
  docket_.disputes[next].clock = now;
  meet(next, mediator);
  return true;
}

/// The mediator turns to the next case, or goes if the post was cut.
void TownDay::release(Dispute& dispute, Time now) {
  const Id<Mediator> mediator = dispute.mediator;
  dispute.mediator = {};
  MediatorRow& row = docket_.mediators[mediator];
  row.at_work_on = {};
  if (row.in_service) take_next(docket_.posts[row.post], mediator, now);
}

}  // namespace linli
