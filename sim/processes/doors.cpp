#include "processes/doors.h"

#include <cmath>

#include "processes/town_day.h"

namespace linli {
namespace {

constexpr double people_per_rate = 10000.0;
constexpr int hard_intensity = 5;
constexpr double small_severity = 1.5;

bool is_labour(DisputeType type) {
  return specialty_of[type] == Specialty::labour;
}

/// The capacity of a bench, in cases per day.
double cases_per_day(const LeverValues& levers, Stage stage, double residents) {
  const double per_year = stage == Stage::court         ? levers.court.capacity
                          : stage == Stage::arbitration ? levers.arbitration.capacity
                                                        : levers.petition.capacity;
  return per_year * residents / people_per_rate / days_per_year;
}

Bench& bench_of(Docket& docket, Stage stage) {
  return stage == Stage::court ? docket.court : stage == Stage::arbitration ? docket.arbitration : docket.petition;
}

double weight_of(double utility) {
  return std::exp(utility);
}

bool is_small(const Dispute& dispute) {
  return dispute.intensity <= simple_intensity && dispute.severity <= small_severity;
}

/// How much the village's committee draws a complainant, but for trust and the way there. Who is represented on it
/// counts, not where somebody comes from.
double pull_of_village(const Parameters::Ladder& ladder, const LeverValues& levers, const Dispute& dispute,
                       bool is_migrant) {
  const double represented = is_migrant ? levers.integration.representation : 1.0;
  const double sent_first = is_small(dispute) ? levers.mediation.ladder : 0.0;
  return ladder.door_community + ladder.representation_door * represented + ladder.village_first * sent_first;
}

double pull_of_sector(const Parameters::Ladder& ladder, const LeverValues& levers, DisputeType type) {
  const bool groups_help = specialty_of[type] == Specialty::labour || specialty_of[type] == Specialty::family;
  return ladder.door_sector + (groups_help ? ladder.groups_door * std::min(1.0, levers.mediation.groups) : 0.0);
}

/// What draws a complainant to a door, and how far away it is.
struct Pull {
  double trust = 0.0;
  double severity = 0.0;
  double awareness = 0.0;
  double heat = 0.0;
  double to_office = 0.0;
  double to_centre = 0.0;
};

Pull pull_on(const Today& today, const State& state, const LeverValues& levers, const Dispute& dispute) {
  const Parameters::Ladder& ladder = today.parameters().ladder;
  const Id<Grid> home = state.persons.home[dispute.complainant];
  const double by_screen = dispute.intensity <= simple_intensity ? levers.mediation.online : 0.0;
  const double per_minute = ladder.door_distance * (1.0 - by_screen);
  return {.trust = ladder.door_trust * parties_of(today, state, dispute).trust_above_base,
          .severity = ladder.door_severity * std::log(dispute.severity),
          .awareness = ladder.door_awareness * (levers.legal.awareness - reference_awareness),
          .heat = ladder.door_intensity * std::max(0, dispute.intensity - calm_intensity),
          .to_office = per_minute * way_to_help(today.parameters(), levers) * today.graph().minutes_to_office[home],
          .to_centre = per_minute * today.graph().minutes_to_centre[home]};
}

DoorWeights weights_of_open_doors(const Today& today, const State& state, const Dispute& dispute) {
  const Parameters::Ladder& ladder = today.parameters().ladder;
  const LeverValues& levers = today.in_force_at(state.persons.home[dispute.complainant]);
  const Pull pull = pull_on(today, state, levers, dispute);
  const double village =
      pull_of_village(ladder, levers, dispute, state.persons.nature[dispute.complainant].is_migrant());
  const double sector = pull_of_sector(ladder, levers, dispute.type);
  const double in_town = pull.trust + pull.severity - pull.to_centre;
  DoorWeights weights{};
  weights[Stage::community] = weight_of(village + pull.trust - pull.to_office);
  weights[Stage::sector] = weight_of(sector + in_town);
  weights[Stage::town_centre] = weight_of(ladder.door_town + in_town);
  weights[Stage::police_desk] = weight_of(ladder.door_police + pull.trust + pull.heat - pull.to_centre);
  weights[Stage::petition] = weight_of(ladder.door_petition + in_town);
  weights[Stage::arbitration] = weight_of(ladder.door_arbitration + pull.severity + pull.awareness - pull.to_centre);
  weights[Stage::court] = weight_of(ladder.door_court + 2.0 * pull.severity + pull.awareness - pull.to_centre);
  return weights;
}

/// Nobody tries a door twice; labour disputes reach the court through arbitration, which is for them alone.
void close_doors(const Dispute& dispute, DoorWeights& weights) {
  const bool labour = is_labour(dispute.type);
  if (!labour) weights[Stage::arbitration] = 0.0;
  if (labour && !dispute.has_tried(Stage::arbitration)) weights[Stage::court] = 0.0;
  for (Stage door : every<Stage>())
    if (dispute.has_tried(door)) weights[door] = 0.0;
}

/// The chance that a reply which came too soon only closes the petition on paper.
double hasty_closure(const Parameters::Ladder& ladder, double reply_days) {
  return ladder.hasty_reply * std::max(0.0, 1.0 - reply_days / ladder.reply_standard);
}

}  // namespace

double power_gap_of(const Parameters& parameters, const Dispute& dispute) {
  return parameters.dispute[dispute.type].power_gap * (1.0 - (dispute.aided ? parameters.ladder.aid_equalises : 0.0));
}

DoorWeights door_weights(const Today& today, const State& state, const Dispute& dispute, bool after_failure) {
  DoorWeights weights = weights_of_open_doors(today, state, dispute);
  close_doors(dispute, weights);
  weights[Stage::closed] = after_failure ? weight_of(today.parameters().ladder.door_give_up) : 0.0;
  return weights;
}

void TownDay::choose_door(Id<Dispute> id, bool after_failure) {
  Dispute& dispute = docket_.disputes[id];
  leave_queue(dispute);
  DoorWeights weights = door_weights(today_, state_, dispute, after_failure);
  double total = 0.0;
  for (Stage door : every<Stage>()) {
    if (!has_mediators(door, dispute)) weights[door] = 0.0;
    total += weights[door];
  }
  Draws draws = draws_of(dispute);
  double position = unit(draws) * total;
  if (total <= 0.0) return close(id, Outcome::lumped);
  Stage chosen = Stage::closed;
  for (Stage door : every<Stage>()) {
    if (weights[door] <= 0.0) continue;
    chosen = door;
    if (position < weights[door]) break;
    position -= weights[door];
  }
  if (chosen == Stage::closed) return close(id, Outcome::lumped);
  knock(id, chosen);
}

void TownDay::knock(Id<Dispute> id, Stage door) {
  if (door == Stage::court || door == Stage::arbitration || door == Stage::petition) return file(id, door);
  enter(id, door);
  Dispute& dispute = docket_.disputes[id];
  if (door == Stage::town_centre) dispute.at_studio = asks_for_studio(dispute);
  if (door == Stage::sector && ladder_.sector_delay > 0.0) return make_appointment(id);
  attend(id);
}

bool TownDay::asks_for_studio(Dispute& dispute) {
  Draws draws = draws_of(dispute);
  const bool asks = happens(draws, ladder_.studio_asked);
  return asks && !docket_.posts[docket_.places().studios()].mediators.empty();
}

/// Who is sent to a mediator need not go.
bool TownDay::accepts_referral(Dispute& dispute) {
  Draws draws = draws_of(dispute);
  return happens(draws, ladder_.referral_accepted);
}

void TownDay::refer(Id<Dispute> id, Stage door, Referral how) {
  Dispute& dispute = docket_.disputes[id];
  leave_queue(dispute);
  count(dispute, Daily::referred, how);
  if (has_mediators(door, dispute)) return knock(id, door);
  sleep(id);
}

/// Agencies hand a dispute to the sector's specialists, or where there are none to the town's centre.
void TownDay::hand_over(Id<Dispute> id) {
  if (!accepts_referral(docket_.disputes[id])) return sleep(id);
  const bool specialists = has_mediators(Stage::sector, docket_.disputes[id]);
  refer(id, specialists ? Stage::sector : Stage::town_centre, Referral::administration);
}

void TownDay::file(Id<Dispute> id, Stage bench) {
  Dispute& dispute = docket_.disputes[id];
  if (is_turned_away(dispute, bench)) {
    dispute.note_tried(bench);
    return choose_door(id, true);
  }
  if (goes_to_mediation_first(id, bench)) return;
  enter(id, bench);
  join_bench(id, bench);
}

bool TownDay::is_turned_away(Dispute& dispute, Stage door) {
  Draws draws = draws_of(dispute);
  const bool away = happens(draws, levers_of(dispute).assessment.pressure * assessment_.discouraged);
  const bool offended = happens(draws, assessment_.bad_contact);
  if (!away || door == Stage::arbitration) return false;
  count(dispute, Daily::turned_away, door);
  if (offended) touch_parties(dispute, Contact::bad, 0.0f, 0.0f);
  return true;
}

/// Legal aid, and diversion to mediation before anything is filed: each once.
bool TownDay::goes_to_mediation_first(Id<Dispute> id, Stage bench) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  const bool aided = happens(draws, levers_of(dispute).legal.aid);
  const bool by_aid = happens(draws, levers_of(dispute).referral.legal_aid);
  const bool by_court = happens(draws, levers_of(dispute).court.diversion);
  const bool by_petition = happens(draws, levers_of(dispute).referral.petition);
  const bool accepted = happens(draws, ladder_.referral_accepted);
  if (bench != Stage::petition && aided && today_.parameters().dispute[dispute.type].power_gap > 0.0)
    dispute.aided = true;
  if (dispute.diverted_from != Stage::latent || !has_mediators(Stage::town_centre, dispute)) return false;
  const bool for_aid = dispute.aided && by_aid;
  const Referral how = bench == Stage::petition ? Referral::petition : for_aid ? Referral::legal_aid : Referral::court;
  const bool diverted = bench == Stage::petition ? by_petition : for_aid || (bench == Stage::court && by_court);
  if (!diverted || !accepted) return false;
  dispute.diverted_from = bench;
  refer(id, Stage::town_centre, how);
  return true;
}

void TownDay::join_bench(Id<Dispute> id, Stage stage) {
  Dispute& dispute = docket_.disputes[id];
  Bench& bench = bench_of(docket_, stage);
  const Time starts = std::max(dispute.clock, bench.free_at);
  bench.free_at = starts + 1.0 / cases_per_day(levers_, stage, residents_);
  dispute.pending = true;
  ++docket_.waiting_at[stage];
  Draws draws = draws_of(dispute);
  if (stage == Stage::petition) {
    dispute.hard = happens(draws, levers_.petition.leaders) && dispute.intensity >= hard_intensity;
    return wake_at(id, starts + levers_.petition.reply_days, Cause::reply);
  }
  const bool court = stage == Stage::court;
  const double days = gamma(draws, ladder_.court_shape, court ? ladder_.court_time : ladder_.arbitration_time);
  wake_at(id, starts + days, court ? Cause::judgment : Cause::award);
}

void TownDay::end_arbitration(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  if (!happens(draws, ladder_.arbitration_appeal)) return close(id, Outcome::judged);
  leave_queue(dispute);
  enter(id, Stage::court);
  join_bench(id, Stage::court);
}

void TownDay::receive_reply(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  count(dispute, Daily::replies);
  const bool heeded = happens(draws, ladder_.petition_settles + (dispute.hard ? ladder_.leader_settles : 0.0));
  if (heeded) count(dispute, Daily::replies_heeded);
  if (heeded) return settle(id, 0.0);
  fail(id, draws, hasty_closure(ladder_, levers_.petition.reply_days));
}

}  // namespace linli
