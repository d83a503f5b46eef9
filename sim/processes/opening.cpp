#include <algorithm>
#include <cmath>
#include <functional>

#include "processes/attitudes.h"
#include "processes/town_day.h"

namespace linli {
namespace {

constexpr double nearly_sure = 1.0 - 1e-9;  // highest chance of being found in a day

}  // namespace

double claim_probability(const Today& today, const State& state, const Onset& onset) {
  const Parameters::Grievance& grievance = today.parameters().grievance;
  const Id<Grid> home = state.persons.home[onset.complainant];
  const double trust = attitude_of(today, state, onset.complainant).trust;
  return logistic(logit(today.parameters().dispute[onset.type].claiming) +
                  grievance.claim_trust * (trust - today.parameters().attitudes.trust_base) +
                  grievance.claim_awareness * (today.in_force_at(home).legal.awareness - reference_awareness) -
                  grievance.claim_distance * way_to_help(today.parameters(), today.in_force_at(home)) *
                      today.setting.minutes_to_help[home]);
}

double way_to_help(const Parameters& parameters, const LeverValues& levers) {
  return std::max(0.0,
                  1.0 - parameters.grievance.facility_effect * (levers.community.facilities - reference_facilities));
}

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
  count(dispute, Daily::grievances, onset.type);
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
  count(dispute, Daily::claims, dispute.type);
  count_complainant(Daily::claims_by_group, dispute);
  state_.weekly(home_of(dispute), Weekly::claims) += 1;
  enter(id, Stage::bilateral);
  join_pool(id);
}

/// Rounds come upon it once its grid has been searched for so long; its luck is its own, whatever the policy.
void TownDay::keep_quiet(Id<Dispute> id, Draws& draws) {
  enter(id, Stage::latent);
  const Dispute& dispute = docket_.disputes[id];
  wake_at(id, dispute.clock + exponential(draws, 1.0 / today_.parameters().grievance.latent_time), Cause::give_up);
  Search& search = search_of(home_of(dispute));
  search.hidden.push_back({search.done + exponential(draws, 1.0), id, dispute.number});
  std::ranges::push_heap(search.hidden, std::ranges::greater(), &Hidden::until);
}

void TownDay::enter(Id<Dispute> id, Stage stage) {
  Dispute& dispute = docket_.disputes[id];
  if (dispute.doors != 0) --docket_.open_at[dispute.stage];
  dispute.stage = stage;
  dispute.note_tried(stage);
  ++docket_.open_at[stage];
  count(dispute, Daily::entered, stage);
}

Found TownDay::chance_found_in(Id<Grid> grid) const {
  return chance_found(today_.parameters().service, today_.in_force_at(grid), households_in(today_, grid),
                      state_.rounds[grid]);
}

Search& TownDay::search_of(Id<Grid> grid) {
  return docket_.searches[grid.row - today_.graph().grids_served[seat_].first.row];
}

/// Rounds and visits search every grid a little further, and find what lies up to there.
void TownDay::find_latent() {
  for (Id<Grid> grid : today_.graph().grids_served[seat_]) {
    const Found chance = chance_found_in(grid);
    Search& search = search_of(grid);
    search.done -= std::log1p(-std::min(chance.by_anybody(), nearly_sure));
    while (!search.hidden.empty() && search.hidden.front().until <= search.done) {
      std::ranges::pop_heap(search.hidden, std::ranges::greater(), &Hidden::until);
      const Hidden found = search.hidden.back();
      search.hidden.pop_back();
      if (is_still_latent(found)) bring_to_light(found.dispute, chance);
    }
  }
}

bool TownDay::is_still_latent(const Hidden& hidden) const {
  const Dispute& dispute = docket_.disputes[hidden.dispute];
  return dispute.number == hidden.number && dispute.stage == Stage::latent && !parties_have_left(dispute);
}

void TownDay::bring_to_light(Id<Dispute> id, const Found& chance) {
  Draws draws = draws_of(docket_.disputes[id]);
  const Referral how = chance.at(unit(draws) * chance.by_anybody());
  docket_.disputes[id].clock = today_.day;
  ++state_.today.put_on_record[home_of(docket_.disputes[id])];
  claim(id);
  refer(id, Stage::community, how);
  if (how == Referral::visit) touch_parties(docket_.disputes[id], Contact::good, 0.0f, 0.0f);
}

/// Violence that the police answered yesterday: what it came from goes to a mediator.
void TownDay::take_over_from_police() {
  for (const HandedOver& handed : state_.stations[seat_].handed_over) {
    Dispute& dispute = docket_.disputes[handed.dispute];
    const bool at_odds = dispute.stage == Stage::bilateral || dispute.waiting;
    if (dispute.number != handed.number || !dispute.is_claimed() || !at_odds || parties_have_left(dispute)) continue;
    if (!accepts_referral(dispute)) continue;
    dispute.clock = today_.day;
    refer(handed.dispute, Stage::town_centre, Referral::police);
  }
}

}  // namespace linli
