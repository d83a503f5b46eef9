#include <algorithm>

#include "processes/attitudes.h"
#include "processes/town_day.h"

namespace linli {
double claim_probability(const Today& today, const State& state, const Onset& onset) {
  const Parameters::Grievance& grievance = today.parameters().grievance;
  const Id<Grid> home = state.persons.home[onset.complainant];
  const double trust = attitude_of(today, state, onset.complainant).trust;
  return logistic(logit(grievance.claiming[onset.type]) +
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
  dispute.note_tried(stage);
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
    if (!accepts_referral(dispute)) continue;
    dispute.clock = today_.day;
    refer(handed.dispute, Stage::town_centre, Referral::police);
  }
}

}  // namespace linli
