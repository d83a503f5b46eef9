#include "processes/police.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "processes/attitudes.h"
#include "state/groups.h"

namespace linli {
namespace {

constexpr double minutes_per_day = 1440.0;
constexpr double usual_reward = 500.0;          // [yuan]
constexpr double least_patrols = 1.0 / 16.0;    // of the reference: fewer citizen patrols take no reports away
constexpr double longest_wait = 60.0;           // [minutes] in which harm gets worse
constexpr double dies_of_waiting = 0.1;         // [share] of the chance of getting worse
constexpr double minor_loss_in_criminal = 3.0;  // [criminal losses]

/// What chance decides about an offence, drawn before any lever is looked at.
struct Luck {
  explicit Luck(const Today& today, const Offence& offence) : draws(today.seed(), Purpose::offence, offence.luck, 0) {
    for (double* value : {&report, &worse, &contact, &paper, &handed_over, &false_report, &where}) *value = unit(draws);
  }

  Draws draws;
  double report, worse, contact, paper, handed_over, false_report, where;
};

int priority(const OffenceRecord& record) {
  if (record.harm >= Harm::injury || record.type == OffenceType::robbery) return 0;
  return record.recorded == Recording::criminal ? 1 : 2;
}

/// The middle of the losses that people suffer. [yuan]
double median_loss(const Parameters& assumed, OffenceType type) {
  switch (type) {
    case OffenceType::theft:
      return assumed.crime.theft_loss;
    case OffenceType::fraud:
      return assumed.crime.fraud_loss;
    case OffenceType::extortion:
      return assumed.predation.loss;
    default:
      return assumed.crime.robbery_loss;
  }
}

/// One station's calls.
class CallsDay {
 public:
  CallsDay(const Today& today, State& state, Id<Town> seat)
      : today_(today),
        state_(state),
        seat_(seat),
        station_(state.stations[seat]),
        levers_(today.in_force_at_offices(seat)),
        police_(today.parameters().police),
        grids_(today.graph().grids_served[seat]) {}

  void live() {
    station_.handed_over.clear();
    std::vector<Offence>& calls = state_.today.calls[seat_];
    std::stable_sort(calls.begin(), calls.end(), [](const Offence& a, const Offence& b) { return a.time < b.time; });
    for (const Offence& offence : calls) take_note(offence);
  }

 private:
  void take_note(Offence offence) {
    OffenceRecord& record = offence.record;
    number(offence);
    const Luck luck(today_, offence);
    const double trust = trust_above_base(offence.victim);
    const auto is_told = [&] { return luck.report < reporting_probability(today_, levers_at(record), record, trust); };
    const bool calls = is_told();
    if (calls) hear_false_report(offence, luck);
    const double minutes = calls && needs_a_unit(record) ? respond(record.grid, offence.time) : -1.0;
    record.harm = harm_after(police_, record.harm, minutes, luck.worse);
    record.reported = calls || is_told();
    count_truth(offence);
    if (record.reported) receive(offence, minutes, luck);
    harm_victim(offence);
    if (record.recorded == Recording::none) station_.closed_today.push_back(record);
  }

  void number(Offence& offence) {
    offence.record.number = ++station_.last_number;
    offence.record.town = today_.graph().town_of[offence.record.grid];
    offence.record.committed = static_cast<float>(offence.time);
    offence.record.closed = std::numeric_limits<float>::quiet_NaN();
    offence.record.victim_migrant = offence.victim && state_.persons.nature[offence.victim].is_migrant();
  }

  void count_truth(const Offence& offence) {
    const OffenceRecord& record = offence.record;
    const auto& nature = state_.persons.nature;
    station_.known_offences += 1.0;
    count(record, Daily::offences, record.type);
    state_.daily(record.town, Daily::offences_at_hot_spots) += state_.today.hot_spots[record.grid];
    state_.weekly(record.grid, Weekly::offences, record.type) += 1;
    state_.daily(record.town, Daily::losses) += record.loss;
    if (record.harm != Harm::none) count(record, Daily::victims_harmed, record.harm);
    if (offence.victim) count_groups(state_.daily, record.town, Daily::victims_by_group, nature[offence.victim]);
    if (offence.offender) count_offender(record.town, nature[offence.offender]);
  }

  void count_offender(Id<Town> town, const Nature& offender) {
    count_groups(state_.daily, town, Daily::offenders_by_group, offender);
    state_.daily(town, Daily::reoffences) += offender.in_reentry();
  }

  double trust_above_base(Id<Person> person) const {
    return person ? attitude_of(today_, state_, person).trust - today_.parameters().attitudes.trust_base : 0.0;
  }

  void harm_victim(const Offence& offence) {
    const double spared = is_frozen(offence.record) ? levers_at(offence.record).fraud.freezing : 0.0;
    const double strain = today_.parameters().crime.victim_strain * (1.0 - spared);
    if (offence.victim) effects().push_back({.person = offence.victim, .strain = static_cast<float>(strain)});
  }

  static bool is_frozen(const OffenceRecord& record) {
    return record.type == OffenceType::fraud && record.recorded != Recording::none;
  }

  // --- answering

  void hear_false_report(const Offence& offence, const Luck& luck) {
    if (luck.false_report >= share_of_false_reports(police_, levers_at(offence.record))) return;
    const Id<Grid> grid = grids_[static_cast<std::uint32_t>(luck.where * grids_.size())];
    state_.daily(today_.graph().town_of[grid], Daily::false_reports) += 1;
    respond(grid, offence.time);
  }

  /// Sends the nearest free unit; minutes until it is there, below 0 if all are busy.
  double respond(Id<Grid> grid, Time time) {
    const std::uint32_t place = grid.row - grids_.first.row;
    const Eigen::MatrixXf& minutes = today_.setting.town_minutes[seat_];
    OfficerRow* nearest = nullptr;
    float least = std::numeric_limits<float>::infinity();
    for (OfficerRow& officer : station_.officers) {
      if (!answers(officer) || officer.busy_until > time) continue;
      const float away = minutes(officer.place.row - grids_.first.row, place);
      if (away < least) least = away, nearest = &officer;
    }
    if (!nearest) return -1.0;
    const double taken = minutes_to_dispatch(police_, levers_) + least;
    nearest->busy_until = time + (taken + police_.response_time_on_scene) / minutes_per_day;
    state_.daily(today_.graph().town_of[grid], Daily::calls) += 1;
    state_.daily(today_.graph().town_of[grid], Daily::response_minutes) += taken;
    return taken;
  }

  static bool answers(const OfficerRow& officer) {
    return officer.on_duty && !officer.auxiliary && (officer.duty == Duty::patrol || officer.duty == Duty::response);
  }

  // --- recording

  void receive(Offence& offence, double minutes, const Luck& luck) {
    count(offence.record, Daily::reported, offence.record.type);
    if (minutes >= 0.0) hand_over(offence, luck.handed_over);
    const bool recorded = luck.paper >= chance_of_no_record(offence.record);
    const bool fair = recorded && luck.contact < levers_at(offence.record).police.procedure;
    if (offence.victim) effects().push_back({.person = offence.victim, .contact = fair ? Contact::good : Contact::bad});
    if (recorded) record(offence, minutes, luck.draws);
  }

  double chance_of_no_record(const OffenceRecord& record) const {
    return is_minor(police_, record)
               ? levers_at(record).assessment.pressure * today_.parameters().assessment.under_recording
               : 0.0;
  }

  void hand_over(const Offence& offence, double chance) {
    if (offence.dispute && chance < levers_at(offence.record).referral.police)
      station_.handed_over.push_back({offence.dispute, offence.dispute_number});
  }

  void record(Offence& offence, double minutes, Draws draws) {
    OffenceRecord& record = offence.record;
    record.recorded = classify(police_, record);
    const bool criminal = record.recorded == Recording::criminal;
    count(record, criminal ? Daily::recorded_criminal : Daily::recorded_public_order, record.type);
    state_.weekly(record.grid, Weekly::recorded, record.type) += 1;
    state_.streets.hot[record.grid.row] += 1.0f;
    ++state_.today.put_on_record[record.grid];
    if (is_frozen(record))
      state_.daily(record.town, Daily::recovered) += levers_at(record).fraud.freezing * record.loss;
    const double hours =
        today_.parameters().offence[record.type].case_hours * (criminal ? police_.criminal_hours_factor : 1.0);
    station_.cases[static_cast<std::size_t>(priority(record))].push_back(
        {offence, static_cast<float>(exponential(draws, 1.0 / hours)), static_cast<float>(minutes)});
  }

  std::vector<Effect>& effects() { return state_.today.effects[EffectSource::police][seat_]; }

  const LeverValues& levers_at(const OffenceRecord& record) const { return today_.in_force_at(record.grid); }

  template <class Kind>
  void count(const OffenceRecord& record, Daily indicator, Kind kind) {
    state_.daily(record.town, indicator, kind) += 1;
  }

  const Today& today_;
  State& state_;
  Id<Town> seat_;
  Station& station_;
  const LeverValues levers_;  // of the station; who reports, and how that is dealt with, goes by the place
  const Parameters::Police& police_;
  Range<Grid> grids_;
};

}  // namespace

double reward_effect(double yuan) {
  return std::log1p(yuan / usual_reward) / std::log(2.0);
}

double watchfulness(const LeverValues& levers) {
  return std::log2(std::max(least_patrols, levers.guardianship.volunteers / reference_volunteers));
}

double share_of_false_reports(const Parameters::Police& police, const LeverValues& levers) {
  return police.false_reports * reward_effect(levers.reporting.rewards) +
         police.volunteer_false * std::max(0.0, watchfulness(levers));
}

double minutes_to_dispatch(const Parameters::Police& police, const LeverValues& levers) {
  return levers.emergency.dispatch * (1.0 - police.platform_effect * (levers.emergency.platform - reference_platform));
}

double reporting_probability(const Today& today, const LeverValues& levers, const OffenceRecord& record,
                             double trust_above_base) {
  if (record.harm == Harm::death) return 1.0;
  const Parameters::Police& police = today.parameters().police;
  double odds = logit(today.parameters().offence[record.type].reporting) + police.reporting_trust * trust_above_base +
                levers.reporting.ease + police.reward_odds * reward_effect(levers.reporting.rewards) +
                police.volunteer_odds * watchfulness(levers);
  if (record.loss > 0.0f)
    odds += police.reporting_loss * std::log(record.loss / median_loss(today.parameters(), record.type));
  if (record.harm == Harm::injury) odds += police.reporting_injury;
  return logistic(odds);
}

bool needs_a_unit(const OffenceRecord& record) {
  return record.type != OffenceType::theft && record.type != OffenceType::fraud;
}

Harm harm_after(const Parameters::Police& police, Harm harm, double minutes, double chance) {
  const double waited = minutes < 0.0 ? longest_wait : std::min(minutes, longest_wait);
  const double worse = 1.0 - std::exp(-police.harm_per_minute * waited);
  if (harm == Harm::minor && chance < worse) return Harm::injury;
  if (harm == Harm::injury && chance < dies_of_waiting * worse) return Harm::death;
  return harm;
}

Recording classify(const Parameters::Police& police, const OffenceRecord& record) {
  const bool grave = record.type == OffenceType::robbery || record.harm >= Harm::injury;
  return grave || record.loss >= police.criminal_loss ? Recording::criminal : Recording::public_order;
}

bool is_minor(const Parameters::Police& police, const OffenceRecord& record) {
  return record.harm < Harm::injury && record.type != OffenceType::robbery && record.type != OffenceType::extortion &&
         record.loss < minor_loss_in_criminal * police.criminal_loss;
}

void answer_calls(const Today& today, State& state) {
  for_each_seat(today.graph(), [&](Id<Town> seat) { CallsDay(today, state, seat).live(); });
}

}  // namespace linli
