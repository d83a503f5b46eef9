#include "processes/police.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/parallel.h"
#include "processes/attitudes.h"

namespace linli {
namespace {

constexpr double minutes_per_day = 1440.0;
constexpr double people_per_rate = 10000.0;
constexpr double slow_response = 10.0;  // [minutes] from which clear-up suffers

bool is_violent(const OffenceRecord& record) {
  return record.type != OffenceType::theft && record.type != OffenceType::fraud;
}

int priority(const OffenceRecord& record) {
  if (record.harm >= Harm::injury || record.type == OffenceType::robbery) return 0;
  return record.recorded == Recording::criminal ? 1 : 2;
}

/// One station's day.
class StationDay {
 public:
  StationDay(const Today& today, State& state, Id<Town> town)
      : today_(today),
        state_(state),
        town_(town),
        station_(state.stations[town]),
        levers_(today.levers[town]),
        police_(today.parameters().police),
        grids_(today.graph().grids_of_town[town]) {}

  void live() {
    deploy();
    std::vector<Offence>& calls = state_.today.calls[town_];
    std::stable_sort(calls.begin(), calls.end(), [](const Offence& a, const Offence& b) { return a.time < b.time; });
    for (const Offence& offence : calls) take_note(offence);
    investigate();
    forget();
  }

 private:
  // --- deployment

  void deploy() {
    assign_duties();
    for (Id<Grid> grid : grids_) state_.streets.patrol_minutes[grid.row] = 0.0f;
    const std::vector<Id<Grid>> hot = hot_spots();
    for (std::size_t i = 0; i < station_.officers.size(); ++i) send_out(station_.officers[i], i, hot);
    for (Id<Grid> grid : grids_) {
      const float minutes = state_.streets.patrol_minutes[grid.row];
      state_.streets.guardianship[grid.row] =
          static_cast<float>(guardianship(today_.parameters().crime, levers_, minutes));
      state_.weekly(grid, Weekly::patrol_minutes) += minutes;
    }
  }

  void assign_duties() {
    const auto residents = static_cast<double>(today_.graph().towns[town_].residents);
    const double posts = std::round(levers_.police.officers * residents / people_per_rate);
    std::vector<OfficerRow>& officers = station_.officers;
    officers.resize(static_cast<std::size_t>(posts));
    const double patrol = levers_.police.patrol * posts;
    const double response = patrol + levers_.police.response * posts;
    const double investigation = response + levers_.police.investigation * posts;
    for (std::size_t i = 0; i < officers.size(); ++i) {
      const double position = static_cast<double>(i) + 0.5;
      officers[i].duty = position < patrol          ? Duty::patrol
                         : position < response      ? Duty::response
                         : position < investigation ? Duty::investigation
                                                    : Duty::community;
    }
  }

  /// The town's grids with most recorded crime lately; none while nothing is recorded.
  std::vector<Id<Grid>> hot_spots() const {
    std::vector<Id<Grid>> ranked;
    for (Id<Grid> grid : grids_)
      if (state_.streets.hot[grid.row] > 0.0f) ranked.push_back(grid);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](Id<Grid> a, Id<Grid> b) { return state_.streets.hot[a.row] > state_.streets.hot[b.row]; });
    const auto most = static_cast<std::size_t>(std::ceil(levers_.patrol.hotspot_grids * grids_.size()));
    if (ranked.size() > most) ranked.resize(most);
    return ranked;
  }

  void send_out(OfficerRow& officer, std::size_t number, const std::vector<Id<Grid>>& hot) {
    Draws draws = today_.draws(Purpose::deployment, std::uint64_t{town_.row} << 32 | number);
    officer.on_duty = happens(draws, police_.days_worked);
    officer.place = today_.graph().centre[town_];
    if (!officer.on_duty || officer.duty != Duty::patrol) return;
    officer.place = patrol_grid(draws, hot);
    state_.streets.patrol_minutes[officer.place.row] += static_cast<float>(police_.hours_per_shift * 60.0);
    state_.daily(town_, Daily::officers_on_patrol) += 1;
  }

  Id<Grid> patrol_grid(Draws& draws, const std::vector<Id<Grid>>& hot) const {
    const double strategy = unit(draws);
    const double where = unit(draws);
    if (strategy < levers_.patrol.hotspot_share && !hot.empty())
      return hot[static_cast<std::size_t>(where * static_cast<double>(hot.size()))];
    if (strategy < levers_.patrol.hotspot_share + levers_.patrol.population_share) return home_of_somebody(where);
    return grids_[static_cast<std::uint32_t>(where * grids_.size())];
  }

  /// The grid of the resident at a relative position among the town's residents.
  Id<Grid> home_of_somebody(double position) const {
    const Id<Person> first = state_.residents_of[grids_.first].first;
    const std::uint32_t count = state_.residents_of[Id<Grid>(grids_.last.row - 1)].last.row - first.row;
    return state_.persons.home[Id<Person>(first.row + static_cast<std::uint32_t>(position * count))];
  }

  // --- calls and reports

  void take_note(const Offence& told) {
    Offence offence = told;
    offence.record.number = ++station_.last_number;
    offence.record.town = town_;
    offence.record.committed = static_cast<float>(offence.time);
    offence.record.closed = std::numeric_limits<float>::quiet_NaN();
    offence.record.victim_migrant = offence.victim && state_.persons.nature[offence.victim].is_migrant();
    station_.known_offences += 1.0;
    count(Daily::offences, offence.record.type);
    state_.weekly(offence.record.grid, Weekly::offences, offence.record.type) += 1;
    if (offence.record.harm != Harm::none) count(Daily::victims_harmed, offence.record.harm);
    Draws draws(today_.seed(), Purpose::offence, offence.luck, 0);
    const double trust = trust_above_base(offence.victim);
    offence.record.reported = happens(draws, reporting_probability(today_, levers_, offence.record, trust));
    harm_victim(offence);
    if (offence.record.reported)
      record(offence, draws);
    else
      station_.closed_today.push_back(offence.record);
  }

  double trust_above_base(Id<Person> person) const {
    return person ? attitude_of(today_, state_, person).trust - today_.parameters().attitudes.trust_base : 0.0;
  }

  void harm_victim(const Offence& offence) {
    const auto strain = static_cast<float>(today_.parameters().crime.victim_strain);
    if (offence.victim) effects().push_back({.person = offence.victim, .strain = strain});
  }

  void record(Offence& offence, Draws& draws) {
    count(Daily::reported, offence.record.type);
    const double minutes = is_violent(offence.record) ? respond(offence) : -1.0;
    if (offence.victim) effects().push_back({.person = offence.victim, .contact = contact(draws)});
    offence.record.recorded = classify(police_, offence.record);
    const bool criminal = offence.record.recorded == Recording::criminal;
    count(criminal ? Daily::recorded_criminal : Daily::recorded_public_order, offence.record.type);
    state_.weekly(offence.record.grid, Weekly::recorded, offence.record.type) += 1;
    state_.streets.hot[offence.record.grid.row] += 1.0f;
    const double hours = police_.case_hours[offence.record.type] * (criminal ? police_.criminal_hours_factor : 1.0);
    station_.cases[static_cast<std::size_t>(priority(offence.record))].push_back(
        {offence, static_cast<float>(exponential(draws, 1.0 / hours)), static_cast<float>(minutes)});
  }

  Contact contact(Draws& draws) const {
    return happens(draws, levers_.police.procedure) ? Contact::good : Contact::bad;
  }

  /// Sends the nearest free unit; minutes until it is there.
  double respond(const Offence& offence) {
    const std::uint32_t place = offence.record.grid.row - grids_.first.row;
    const Eigen::MatrixXf& minutes = today_.setting.town_minutes[town_];
    OfficerRow* nearest = nullptr;
    float least = std::numeric_limits<float>::infinity();
    for (OfficerRow& officer : station_.officers) {
      const bool answers = officer.on_duty && (officer.duty == Duty::patrol || officer.duty == Duty::response);
      if (!answers || officer.busy_until > offence.time) continue;
      const float away = minutes(officer.place.row - grids_.first.row, place);
      if (away < least) least = away, nearest = &officer;
    }
    if (!nearest) return -1.0;
    const double taken = police_.response_speed_delay + least;
    nearest->busy_until = offence.time + (taken + police_.response_time_on_scene) / minutes_per_day;
    state_.daily(town_, Daily::calls) += 1;
    state_.daily(town_, Daily::response_minutes) += taken;
    return taken;
  }

  // --- investigation

  void investigate() {
    const auto investigators = std::count_if(station_.officers.begin(), station_.officers.end(),
                                             [](const auto& o) { return o.on_duty && o.duty == Duty::investigation; });
    double hours = static_cast<double>(investigators) * police_.hours_per_shift;
    for (std::deque<Case>& cases : station_.cases)
      while (!cases.empty() && hours > 0.0) work_on(cases, hours);
  }

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
    record.cleared = happens(draws, clearing_probability(today_, levers_, work, waited)) && !shelved;
    record.closed = static_cast<float>(today_.day + 1);
    if (record.cleared) clear_up(work, draws);
    station_.closed_today.push_back(record);
  }

  void clear_up(const Case& work, Draws& draws) {
    const OffenceRecord& record = work.offence.record;
    count(Daily::cleared, record.type);
    station_.known_cleared += 1.0;
    if (work.offence.victim) effects().push_back({.person = work.offence.victim, .contact = Contact::good});
    if (!work.offence.offender) return;
    const bool criminal = record.recorded == Recording::criminal;
    if (!criminal && !happens(draws, police_.detention_share)) return;
    const double days = exponential(draws, 1.0 / (criminal ? police_.custody[record.type] : police_.detention));
    station_.arrests_today.push_back({work.offence.offender, work.offence.offender_luck, days});
  }

  void forget() {
    const double kept = std::exp(-1.0 / police_.risk_memory);
    station_.known_offences *= kept;
    station_.known_cleared *= kept;
    const auto hot = static_cast<float>(std::exp(-1.0 / police_.hotspot_memory));
    for (Id<Grid> grid : grids_) state_.streets.hot[grid.row] *= hot;
  }

  std::vector<Effect>& effects() { return state_.today.police_effects[town_]; }

  template <class Kind>
  void count(Daily indicator, Kind kind) {
    state_.daily(town_, indicator, kind) += 1;
  }

  const Today& today_;
  State& state_;
  Id<Town> town_;
  Station& station_;
  const LeverValues& levers_;
  const Parameters::Police& police_;
  Range<Grid> grids_;
};

void take_into_custody(const Today& today, State& state, Id<Town> town, const Arrest& arrest) {
  Nature& nature = state.persons.nature[arrest.person];
  if (state.persons.luck(arrest.person) != arrest.luck || !nature.is_about()) return;
  nature.take_into_custody();
  ++state.stations[town].in_custody;
  state.releases.schedule(today.day + 1 + static_cast<Day>(arrest.days), {arrest.person, town});
}

void let_go(const Today& today, State& state, const Release& release) {
  state.persons.nature[release.person].release();
  --state.stations[release.station].in_custody;
  const auto reentry = static_cast<Day>(today.parameters().crime.reentry_time);
  state.reentry_ends.schedule(today.day + reentry, {release.person, state.persons.luck(release.person)});
}

}  // namespace

double presence(const Parameters::Crime& crime, double patrol_minutes, double visit_minutes) {
  const double dose = std::min(1.0, visit_minutes / crime.deterrence_dose);
  const double afterwards = dose * dose * crime.deterrence_half_life / std::log(2.0);
  return patrol_minutes / visit_minutes * (visit_minutes + afterwards) / minutes_per_day;
}

double guardianship(const Parameters::Crime& crime, const LeverValues& levers, double patrol_minutes) {
  const double cameras = levers.guardianship.cameras / reference_cameras;
  return crime.guardian_patrol * std::sqrt(presence(crime, patrol_minutes, levers.patrol.visit_minutes)) +
         crime.guardian_cameras * std::log1p(cameras) / std::log(2.0);
}

double reporting_probability(const Today& today, const LeverValues& levers, const OffenceRecord& record,
                             double trust_above_base) {
  if (record.harm == Harm::death) return 1.0;
  const Parameters::Police& police = today.parameters().police;
  const Parameters::Crime& crime = today.parameters().crime;
  double odds =
      logit(police.reporting[record.type]) + police.reporting_trust * trust_above_base + levers.reporting.ease;
  if (record.loss > 0.0f) {
    const double median = record.type == OffenceType::theft   ? crime.theft_loss
                          : record.type == OffenceType::fraud ? crime.fraud_loss
                                                              : crime.robbery_loss;
    odds += police.reporting_loss * std::log(record.loss / median);
  }
  if (record.harm == Harm::injury) odds += police.reporting_injury;
  return logistic(odds);
}

Recording classify(const Parameters::Police& police, const OffenceRecord& record) {
  const bool grave = record.type == OffenceType::robbery || record.harm >= Harm::injury;
  return grave || record.loss >= police.criminal_loss ? Recording::criminal : Recording::public_order;
}

double clearing_probability(const Today& today, const LeverValues& levers, const Case& work, double waited_days) {
  const Parameters::Police& police = today.parameters().police;
  const OffenceRecord& record = work.offence.record;
  if (record.harm == Harm::death) return police.homicide_solvability;
  const double cameras =
      std::pow(std::max(1e-6, levers.guardianship.cameras / reference_cameras), police.camera_effect);
  const double slow = std::log(std::max(slow_response, static_cast<double>(work.response_minutes)) / slow_response);
  return std::min(1.0, police.solvability[record.type] * cameras * std::exp(-waited_days / police.case_memory) *
                           std::max(0.0, 1.0 - police.response_effect * slow));
}

void police_day(const Today& today, State& state) {
  for (const Release& release : state.releases.take(today.day)) let_go(today, state, release);
  for (const Resident& resident : state.reentry_ends.take(today.day))
    if (state.persons.luck(resident.person) == resident.luck) state.persons.nature[resident.person].complete_reentry();
  parallel_for(state.stations.size(), 1, [&](std::size_t town) { StationDay(today, state, Id<Town>(town)).live(); });
  for (Id<Town> town : all_rows<Town>(state.stations.size())) {
    for (const Arrest& arrest : state.stations[town].arrests_today) take_into_custody(today, state, town, arrest);
    state.stations[town].arrests_today.clear();
  }
}

std::vector<OffenceRecord> open_cases(const Station& station) {
  std::vector<OffenceRecord> records;
  for (const std::deque<Case>& cases : station.cases)
    for (const Case& work : cases) records.push_back(work.offence.record);
  return records;
}

}  // namespace linli
