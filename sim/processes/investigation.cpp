#include "processes/investigation.h"

#include <algorithm>
#include <cmath>

#include "processes/police.h"

namespace linli {
namespace {

constexpr double slow_response = 10.0;  // [minutes] from which clear-up suffers

/// One station's cases.
class CasesDay {
 public:
  CasesDay(const Today& today, State& state, Id<Town> seat)
      : today_(today),
        state_(state),
        seat_(seat),
        station_(state.stations[seat]),
        levers_(today.in_force_at_offices(seat)),
        police_(today.parameters().police) {}

  void live() {
    double hours = investigation_hours(police_, station_) * (1.0 - levers_.predation.suppression);
    for (std::deque<Case>& cases : station_.cases)
      while (!cases.empty() && hours > 0.0) work_on(cases, hours);
    forget();
  }

 private:
  void work_on(std::deque<Case>& cases, double& hours) {
    Case& work = cases.front();
    const double waited = today_.day - work.offence.time;
    const bool shelved = waited > police_.case_shelved;
    const double spent = shelved ? 0.0 : std::min<double>(hours, work.hours_left);
    hours -= spent;
    work.hours_left -= static_cast<float>(spent);
    if (!shelved && work.hours_left > 0.0f) return;
    conclude(work, shelved, std::max(0.0, waited));
    cases.pop_front();
  }

  void conclude(Case& work, bool shelved, double waited) {
    OffenceRecord& record = work.offence.record;
    Draws draws(today_.seed(), Purpose::investigation, work.offence.luck, 0);
    const double luck = unit(draws);
    record.cleared = !shelved && luck < clearing_probability(today_, levers_at(record), work, waited);
    record.closed = static_cast<float>(today_.day + 1);
    if (record.cleared && luck >= clearing_without_leads(today_, levers_at(record), work, waited))
      state_.daily(record.town, Daily::leads) += 1;
    if (record.cleared) clear_up(work.offence, draws);
    station_.closed_today.push_back(record);
  }

  void clear_up(const Offence& offence, Draws& draws) {
    state_.daily(offence.record.town, Daily::cleared, offence.record.type) += 1;
    station_.known_cleared += 1.0;
    if (offence.victim)
      state_.today.effects[EffectSource::police][seat_].push_back({.person = offence.victim, .contact = Contact::good});
    if (offence.offender) punish(offence, draws);
  }

  void punish(const Offence& offence, Draws& draws) {
    const OffenceRecord& record = offence.record;
    const bool youth = state_.persons.nature[offence.offender].age() == AgeBand::youth;
    const double programme = unit(draws), sentence = unit(draws);
    const auto sanction = sanction_for(police_, levers_at(record), record, youth, programme, sentence);
    if (!sanction) return;
    state_.daily(record.town, Daily::sanctioned, *sanction) += 1;
    if (*sanction != Sanction::custody && *sanction != Sanction::detention) return;
    const double mean =
        *sanction == Sanction::custody ? today_.parameters().offence[record.type].custody : police_.detention;
    station_.arrests_today.push_back({offence.offender, offence.offender_luck, exponential(draws, 1.0 / mean)});
  }

  void forget() {
    const double kept = std::exp(-1.0 / police_.risk_memory);
    station_.known_offences *= kept;
    station_.known_cleared *= kept;
    const auto hot = static_cast<float>(std::exp(-1.0 / police_.hotspot_memory));
    for (Id<Grid> grid : today_.graph().grids_served[seat_]) state_.streets.hot[grid.row] *= hot;
  }

  const LeverValues& levers_at(const OffenceRecord& record) const { return today_.in_force_at(record.grid); }

  const Today& today_;
  State& state_;
  Id<Town> seat_;
  Station& station_;
  const LeverValues levers_;  // of the station; a case goes by its place
  const Parameters::Police& police_;
};

void take_into_custody(const Today& today, State& state, Id<Town> town, const Arrest& arrest) {
  Nature& nature = state.persons.nature[arrest.person];
  if (state.persons.luck(arrest.person) != arrest.luck || !nature.is_about()) return;
  nature.take_into_custody();
  ++state.stations[town].in_custody;
  state.releases.schedule(today.day + 1 + static_cast<Day>(arrest.days), {arrest.person, town});
}

void let_go(const Today& today, State& state, const Release& release) {
  Nature& nature = state.persons.nature[release.person];
  nature.release();
  --state.stations[release.station].in_custody;
  const auto reentry = static_cast<Day>(today.parameters().crime.reentry_time);
  state.reentry_ends.schedule(today.day + reentry,
                              {release.person, state.persons.luck(release.person), nature.releases()});
}

void end_terms(const Today& today, State& state) {
  for (const Release& release : state.releases.take(today.day)) let_go(today, state, release);
  for (const Reentry& reentry : state.reentry_ends.take(today.day))
    if (is_last_return(state.persons, reentry)) state.persons.nature[reentry.person].complete_reentry();
}

}  // namespace

double investigation_hours(const Parameters::Police& police, const Station& station) {
  const auto investigators = std::count_if(station.officers.begin(), station.officers.end(), [](const OfficerRow& o) {
    return o.on_duty && o.duty == Duty::investigation;
  });
  return static_cast<double>(investigators) * police.hours_per_shift;
}

double clearing_without_leads(const Today& today, const LeverValues& levers, const Case& work, double waited_days) {
  const Parameters::Police& police = today.parameters().police;
  const OffenceRecord& record = work.offence.record;
  if (record.harm == Harm::death) return police.homicide_solvability;
  const double cameras =
      std::pow(std::max(1e-6, levers.guardianship.cameras / reference_cameras), police.camera_effect);
  const double slow = std::log(std::max(slow_response, static_cast<double>(work.response_minutes)) / slow_response);
  return std::min(1.0, today.parameters().offence[record.type].solvability * cameras *
                           std::exp(-waited_days / police.case_memory) *
                           std::max(0.0, 1.0 - police.response_effect * slow));
}

double clearing_probability(const Today& today, const LeverValues& levers, const Case& work, double waited_days) {
  const double leads = today.parameters().police.reward_leads * reward_effect(levers.reporting.rewards);
  return std::min(1.0, clearing_without_leads(today, levers, work, waited_days) * (1.0 + leads));
}

std::optional<Sanction> sanction_for(const Parameters::Police& police, const LeverValues& levers,
                                     const OffenceRecord& record, bool youth, double programme, double sentence) {
  const bool criminal = record.recorded == Recording::criminal;
  if (criminal && !is_minor(police, record)) return Sanction::custody;
  if (youth && programme < levers.youth.services) return Sanction::diversion;
  if (criminal) return sentence < levers.reentry.correction ? Sanction::correction : Sanction::custody;
  return sentence < police.detention_share ? std::optional(Sanction::detention) : std::nullopt;
}

void investigate(const Today& today, State& state) {
  end_terms(today, state);
  for_each_seat(today.graph(), [&](Id<Town> seat) { CasesDay(today, state, seat).live(); });
  for (Id<Town> seat : today.graph().seats) {
    for (const Arrest& arrest : state.stations[seat].arrests_today) take_into_custody(today, state, seat, arrest);
    state.stations[seat].arrests_today.clear();
  }
}

std::vector<OffenceRecord> open_cases(const Station& station) {
  std::vector<OffenceRecord> records;
  for (const std::deque<Case>& cases : station.cases)
    for (const Case& work : cases) records.push_back(work.offence.record);
  return records;
}

}  // namespace linli
