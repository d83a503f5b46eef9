#include <algorithm>
#include <cmath>

#include "processes/attitudes.h"
#include "processes/town_day.h"

namespace linli {
namespace {

constexpr int violent_intensity = 4;
constexpr int flagged_intensity = 5;
constexpr int lowest_false_flag = 3;
constexpr int most_intensity = 9;

/// The rate per day at which a share is reached within so many days.
double rate_of_share(double share, double days) {
  constexpr double nearly_all = 0.999;
  return -std::log1p(-std::min(share, nearly_all)) / days;
}

double escalation_rate(const Parameters::Ladder& ladder, const OfDispute& of, const Parties& parties) {
  return of.escalation * (1.0 + ladder.escalation_strain * parties.strain) * (1.0 + parties.impulsivity) /
         ladder.escalation_time;
}

double violence_rate(const Parameters::Ladder& ladder, const OfDispute& of, const Dispute& dispute,
                     const Parties& parties) {
  return of.violence / days_per_year * std::exp(ladder.violence_intensity * (dispute.intensity - violent_intensity)) *
         (1.0 + ladder.violence_impulsivity * parties.most_impulsive) *
         (1.0 - (dispute.waiting ? ladder.violence_guardianship : 0.0));
}

/// Conferences on disputes near violence, and on calmer ones that are flagged by mistake.
double conference_rate(const Parameters::Ladder& ladder, double conferences, int intensity) {
  if (intensity < lowest_false_flag) return 0.0;
  const double flagged = intensity >= flagged_intensity ? 1.0 : ladder.false_flags;
  return rate_of_share(flagged * conferences, ladder.conference_time);
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
  const OfDispute& of = parameters.dispute[dispute.type];
  const double gap = of.power_gap;
  Rates rates{};
  auto rate = [&](Cause cause) -> double& { return rates[static_cast<std::size_t>(cause)]; };
  if (g < most_intensity) rate(Cause::escalate) = escalation_rate(ladder, of, parties);
  if (g > 1 && g < violent_intensity) rate(Cause::cool) = 1.0 / ladder.cooling_time;
  if (g >= violent_intensity) rate(Cause::violence) = violence_rate(ladder, of, dispute, parties);
  rate(Cause::conference) = conference_rate(ladder, levers.mediation.conferences, g);
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
  count(dispute, Daily::conferences);
  Draws draws = draws_of(dispute);
  const int drop = static_cast<int>(poisson(draws, ladder_.conference_drop));
  const bool by_mistake = dispute.intensity < flagged_intensity;
  if (by_mistake) {
    count(dispute, Daily::false_flags);
    touch_parties(dispute, Contact::bad, 0.0f, 0.0f);
  } else {
    raise(dispute, -drop);
  }
  sleep(id);
}

void TownDay::turn_violent(Id<Dispute> id) {
  Dispute& dispute = docket_.disputes[id];
  Draws draws = draws_of(dispute);
  ++dispute.violent_events;
  state_.today.dispute_offences[town_of(dispute)].push_back(violent_offence(today_, state_, id, dispute, draws));
  raise(dispute, +1);
  sleep(id);
}

}  // namespace linli
