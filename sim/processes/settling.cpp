#include "processes/settling.h"

#include <algorithm>

#include "processes/doors.h"
#include "processes/town_day.h"

namespace linli {

double rush_of(const Parameters& parameters, const LeverValues& levers, bool full_time) {
  const double subsidy = full_time ? 0.0 : levers.mediation.subsidy / subsidy_unit;
  return levers.assessment.pressure + parameters.ladder.subsidy_rush * subsidy;
}

double breach_rate(const Parameters& parameters, Stage settled_at, double rush, bool confirmed) {
  const Parameters::Ladder& ladder = parameters.ladder;
  if (settled_at == Stage::bilateral) return ladder.breach_bilateral;
  return ladder.breach_rate * (1.0 + ladder.breach_rush * rush) * (confirmed ? ladder.breach_confirmed : 1.0);
}

void TownDay::settle(Id<Dispute> id, double rush) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  const bool confirmed = happens(draws, levers_of(dispute).court.confirmation) && is_mediation(dispute.stage);
  const bool offered = happens(draws, levers_of(dispute).mediation.batch) && is_mediation(dispute.stage);
  const Id<Respondent> respondent = dispute.respondent;
  if (confirmed) count(dispute, Daily::confirmed);
  close(id, Outcome::settled);
  await_breach(id, rush, confirmed);
  if (offered && respondent) settle_alike(respondent, dispute.clock);
}

/// Between parties who are still there, about something that has happened, and not in the middle of a meeting.
bool TownDay::can_settle_at(const Dispute& dispute, Time now) const {
  return !dispute.mediator && dispute.opened <= now && !parties_have_left(dispute);
}

/// What was agreed with one is offered to all who have a case open with the same organisation.
void TownDay::settle_alike(Id<Respondent> respondent, Time now) {
  const auto pool = docket_.pools.find(respondent);
  if (pool == docket_.pools.end()) return;
  const std::vector<Id<Dispute>> disputes = pool->second;
  for (Id<Dispute> id : disputes) {
    Dispute& dispute = docket_.disputes[id];
    Draws draws = draws_of(dispute);
    if (!happens(draws, ladder_.batch_accepted) || !can_settle_at(dispute, now)) continue;
    dispute.clock = now;
    count(dispute, Daily::settled_in_batch);
    count(dispute, Daily::respondent_payments, ladder_.batch_payment * dispute.severity);
    close(id, Outcome::settled);
    await_breach(id, 0.0, false);
  }
}

void TownDay::heed_incidents() {
  for (const Resolution& resolution : state_.collective.resolutions) {
    const auto pool = docket_.pools.find(resolution.respondent);
    if (resolution.response == Response::contain || pool == docket_.pools.end()) continue;
    const double settled = resolution.response == Response::concede ? 1.0 : today_.parameters().collective.negotiated;
    const std::vector<Id<Dispute>> disputes = pool->second;
    for (Id<Dispute> id : disputes) {
      Dispute& dispute = docket_.disputes[id];
      Draws draws = draws_of(dispute);
      if (!happens(draws, settled) || !can_settle_at(dispute, today_.day)) continue;
      dispute.clock = today_.day;
      close(id, Outcome::settled);
      await_breach(id, 0.0, false);
    }
  }
}

void TownDay::close(Id<Dispute> id, Outcome outcome) {
  Dispute& dispute = docket_.disputes[id];
  if (dispute.stage == Stage::closed) return free_row(id);
  leave_queue(dispute);
  leave_pool(id);
  count_closing(dispute, outcome);
  move_parties(dispute, outcome);
  if (dispute.stage != Stage::latent)
    docket_.closed_today.push_back(record_of(today_.graph(), state_.persons, dispute, outcome));
  --docket_.open_at[dispute.stage];
  if (outcome != Outcome::settled) free_row(id);
}

/// A settlement that will be broken sleeps until then; all others are done with.
void TownDay::await_breach(Id<Dispute> id, double rush, bool confirmed) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  const double rate = breach_rate(today_.parameters(), dispute.stage, rush, confirmed) / days_per_year;
  const double lasts = exponential(draws, 1.0) / rate;
  if (lasts >= ladder_.breach_horizon) return free_row(id);
  dispute.settled_at = dispute.stage;
  dispute.stage = Stage::closed;
  wake_at(id, dispute.clock + lasts, Cause::breach);
}

void TownDay::reopen(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  count(dispute, Daily::breached, dispute.settled_at);
  dispute.reopened = true;
  dispute.on_paper = dispute.hard = dispute.aided = dispute.at_studio = false;
  dispute.diverted_from = Stage::latent;
  dispute.doors = 0;
  dispute.opened = static_cast<float>(dispute.clock);
  raise(dispute, +1);
  const double strain = today_.parameters().grievance.naming_strain * dispute.severity;
  touch_parties(dispute, Contact::none, -static_cast<float>(strain), 0.0f);
  enter(id, Stage::bilateral);
  join_pool(id);
  sleep(id);
}

void TownDay::free_row(Id<Dispute> id) {
  docket_.disputes[id].number = 0;
  ++docket_.disputes[id].wake_number;
  docket_.free_rows.push_back(id);
}

void TownDay::join_pool(Id<Dispute> id) {
  const Id<Respondent> respondent = docket_.disputes[id].respondent;
  if (respondent) docket_.pools[respondent].push_back(id);
}

void TownDay::leave_pool(Id<Dispute> id) {
  const Dispute& dispute = docket_.disputes[id];
  if (!dispute.respondent || dispute.stage == Stage::latent) return;
  const auto pool = docket_.pools.find(dispute.respondent);
  pool->second.erase(std::find(pool->second.begin(), pool->second.end(), id));
  if (pool->second.empty()) docket_.pools.erase(pool);
}

void TownDay::count_closing(const Dispute& dispute, Outcome outcome) {
  if (outcome == Outcome::settled) count(dispute, Daily::settled, dispute.stage);
  if (outcome == Outcome::judged) {
    count(dispute, Daily::judged, dispute.type);
    count(dispute, Daily::judged_days, dispute.type, dispute.clock - dispute.opened);
  }
  if (outcome == Outcome::lumped) {
    count(dispute, Daily::given_up, dispute.stage);
    count_complainant(Daily::given_up_by_group, dispute);
  }
  if (outcome == Outcome::moved_away) count(dispute, Daily::moved_away);
  if (outcome != Outcome::settled || dispute.stage == Stage::bilateral) return;
  count(dispute, Daily::settled_recorded, dispute.stage);
  if (!is_mediation(dispute.stage)) return;
  count(dispute, Daily::settled_by_type, dispute.type);
  count(dispute, Daily::settled_days, dispute.type, dispute.clock - dispute.opened);
  count_complainant(Daily::settled_by_group, dispute);
  state_.weekly(home_of(dispute), Weekly::settled) += 1;
}

/// Relief from the strain of the grievance, trust by how it was handled, ties by making up. A decision relieves the
/// weaker side less, and seems fair to it less often, the wider the power gap.
void TownDay::move_parties(Dispute& dispute, Outcome outcome) {
  if (outcome != Outcome::settled && outcome != Outcome::judged) return;
  const bool judged = outcome == Outcome::judged;
  const double even = judged ? 1.0 - power_gap_of(today_.parameters(), dispute) : 1.0;
  const double relief = (judged ? ladder_.relief_judged : ladder_.relief_settled) * even *
                        today_.parameters().grievance.naming_strain * dispute.severity;
  Draws draws = draws_of(dispute);
  const bool at_studio = dispute.at_studio && dispute.stage == Stage::town_centre;
  const bool found_fair = happens(draws, judged ? ladder_.fair_court * (1.0 + even) / 2.0 : ladder_.fair_mediation);
  const bool fair = found_fair || at_studio;
  Contact contact = Contact::none;
  if (dispute.stage != Stage::bilateral && fair) contact = Contact::good;
  if (judged && !fair) contact = Contact::bad;
  touch_parties(dispute, contact, static_cast<float>(relief), judged ? 0.0f : static_cast<float>(ladder_.ties_settled));
}

void TownDay::touch_parties(const Dispute& dispute, Contact contact, float relief, float ties) {
  std::vector<Effect>& effects = state_.today.effects[EffectSource::dispute][town_of(dispute)];
  effects.push_back({dispute.complainant, -relief, ties, contact});
  if (dispute.opponent) effects.push_back({dispute.opponent, 0.0f, ties, contact});
}

}  // namespace linli
