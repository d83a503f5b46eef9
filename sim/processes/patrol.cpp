#include "processes/patrol.h"

#include <algorithm>
#include <cmath>

#include "processes/presence.h"
#include "state/groups.h"

namespace linli {
namespace {

constexpr double minutes_per_day = 1440.0;
constexpr double hours_per_day = 24.0;
constexpr double people_per_rate = 10000.0;
constexpr std::uint32_t beat = 1u << 31;         // tells the luck of talks on a beat from that of stops
constexpr std::uint32_t auxiliaries = 1u << 31;  // and that of auxiliaries from that of officers

/// What the officers sent to a grid do there. [hours]
struct Shifts {
  double patrol = 0.0;  // seen on the street
  double stops = 0.0;   // of these, by police officers, who may stop people
  double beat = 0.0;    // of these, on a beat
  double problems = 0.0;
};

/// The patrols of one station.
class PatrolDay {
 public:
  PatrolDay(const Today& today, State& state, Id<Town> seat)
      : today_(today),
        state_(state),
        seat_(seat),
        station_(state.stations[seat]),
        levers_(today.in_force_at_offices(seat)),
        police_(today.parameters().police),
        crime_(today.parameters().crime),
        grids_(today.graph().grids_served[seat]),
        sworn_(posts(levers_.police.officers)),
        shifts_(grids_.size()) {}

  void live() {
    fill_posts();
    hot_spots_ = hot_spots(today_, state_.streets, seat_, levers_.patrol.hotspot_grids);
    for (std::size_t i = 0; i < station_.officers.size(); ++i) send_out(station_.officers[i], i);
    for (Id<Grid> grid : grids_) work_in(grid);
  }

 private:
  std::size_t posts(double per_rate) const {
    const auto residents = static_cast<double>(today_.graph().residents_served[seat_]);
    return static_cast<std::size_t>(std::round(per_rate * residents / people_per_rate));
  }

  void fill_posts() {
    station_.officers.resize(sworn_ + posts(levers_.police.auxiliaries));
    for (std::size_t i = 0; i < station_.officers.size(); ++i) {
      OfficerRow& officer = station_.officers[i];
      officer.auxiliary = i >= sworn_;
      officer.duty = officer.auxiliary
                         ? Duty::patrol
                         : duty_at((static_cast<double>(i) + 0.5) / static_cast<double>(sworn_), levers_.police);
    }
  }

  static Duty duty_at(double position, const LeverValues::Police& shares) {
    if ((position -= shares.patrol) < 0.0) return Duty::patrol;
    if ((position -= shares.response) < 0.0) return Duty::response;
    return position < shares.investigation ? Duty::investigation : Duty::community;
  }

  void send_out(OfficerRow& officer, std::size_t row) {
    const auto number = static_cast<std::uint32_t>(officer.auxiliary ? row - sworn_ : row);
    const std::uint32_t post = officer.auxiliary ? auxiliaries | number : number;
    Draws draws = today_.draws(Purpose::deployment, std::uint64_t{seat_.row} << 32 | post);
    officer.on_duty = happens(draws, police_.days_worked);
    officer.place = today_.graph().centre[seat_];
    if (!officer.on_duty || officer.duty != Duty::patrol) return;
    const Strategy strategy = strategy_at(levers_.patrol, unit(draws));
    officer.place = place_of(strategy, number, unit(draws));
    add_shift(officer, strategy);
    state_.daily(town_of(officer.place), Daily::officers_on_patrol) += 1;
  }

  Id<Grid> place_of(Strategy strategy, std::uint32_t officer, double where) const {
    const bool at_hot_spots = strategy == Strategy::hot_spots || strategy == Strategy::problems;
    if (at_hot_spots && !hot_spots_.empty())
      return hot_spots_[static_cast<std::size_t>(where * static_cast<double>(hot_spots_.size()))];
    if (strategy == Strategy::beat) return at(today_.graph().grids_of_community[beat_of(officer)], where);
    return strategy == Strategy::population ? home_of_somebody(where) : at(grids_, where);
  }

  static Id<Grid> at(Range<Grid> grids, double where) {
    return grids[static_cast<std::uint32_t>(where * grids.size())];
  }

  Id<Community> beat_of(std::uint32_t officer) const {
    const Range<Community> communities = today_.graph().communities_served[seat_];
    return communities[officer % communities.size()];
  }

  /// The grid of the resident at a relative position among those whom the station serves.
  Id<Grid> home_of_somebody(double position) const {
    const Id<Person> first = state_.residents_of[grids_.first].first;
    const std::uint32_t count = state_.residents_of[Id<Grid>(grids_.last.row - 1)].last.row - first.row;
    return state_.persons.home[Id<Person>(first.row + static_cast<std::uint32_t>(position * count))];
  }

  void add_shift(const OfficerRow& officer, Strategy strategy) {
    const double hours = police_.hours_per_shift;
    Shifts& there = shifts_[officer.place.row - grids_.first.row];
    if (strategy == Strategy::problems && !hot_spots_.empty()) {
      there.problems += hours;
      return;
    }
    there.patrol += hours;
    if (officer.auxiliary) return;
    there.stops += hours;
    if (strategy == Strategy::beat) there.beat += hours;
  }

  void work_in(Id<Grid> grid) {
    const Shifts& shifts = shifts_[grid.row - grids_.first.row];
    Streets& streets = state_.streets;
    const double minutes = shifts.patrol * 60.0;
    const int stops = stop_people(grid, levers_.police.stops * shifts.stops);
    talk_with_people(grid, police_.beat_contacts * shifts.beat);
    solve_problems(streets.solved[grid.row], shifts.problems);
    streets.patrol_minutes[grid.row] = static_cast<float>(minutes);
    streets.stops[grid.row] = static_cast<float>(stops);
    const Guards guards{static_cast<double>(today_.graph().residents[grid]), minutes, static_cast<double>(stops)};
    streets.guardianship[grid.row] = static_cast<float>(guardianship(crime_, today_.in_force_at(grid), guards));
    state_.weekly(grid, Weekly::patrol_minutes) += minutes;
  }

  void solve_problems(float& solved, double hours) const {
    const double left = solved * std::exp(-1.0 / crime_.problem_memory);
    solved = static_cast<float>(left + (most_solved - left) * (1.0 - std::exp(-crime_.problem_solving * hours)));
  }

  int stop_people(Id<Grid> grid, double expected) {
    return meet(grid, grid.row, expected, [&](Id<Person> person, Contact contact) {
      const bool unfair = contact == Contact::bad;
      const double strain = unfair ? police_.stop_strain : 0.0;
      effects().push_back({.person = person, .strain = static_cast<float>(strain), .contact = contact});
      state_.daily(town_of(grid), Daily::stops) += 1;
      state_.daily(town_of(grid), Daily::stops_at_hot_spots) += state_.today.hot_spots[grid];
      state_.daily(town_of(grid), Daily::stops_unfair) += unfair;
      count_groups(state_.daily, town_of(grid), Daily::stops_by_group, state_.persons.nature[person]);
      state_.weekly(grid, Weekly::stops) += 1;
    });
  }

  void talk_with_people(Id<Grid> grid, double expected) {
    meet(grid, beat | grid.row, expected,
         [&](Id<Person> person, Contact contact) { effects().push_back({.person = person, .contact = contact}); });
  }

  /// happens_to(person, contact) for everybody met; `luck` keys the draws. How many they were.
  template <class HappensTo>
  int meet(Id<Grid> grid, std::uint32_t luck, double expected, const HappensTo& happens_to) {
    Draws count = today_.draws(Purpose::stop, luck);
    int met = 0;
    for (std::uint32_t i = 0, people = poisson(count, expected); i < people; ++i) {
      Draws draws = today_.draws(Purpose::stop, candidate(luck, i));
      const Contact contact = happens(draws, today_.in_force_at(grid).police.procedure) ? Contact::good : Contact::bad;
      if (const Id<Person> person = adult_in(today_, state_, grid, draws)) happens_to(person, contact), ++met;
    }
    return met;
  }

  std::vector<Effect>& effects() { return state_.today.effects[EffectSource::police][seat_]; }
  Id<Town> town_of(Id<Grid> grid) const { return today_.graph().town_of[grid]; }

  const Today& today_;
  State& state_;
  Id<Town> seat_;
  Station& station_;
  const LeverValues levers_;
  const Parameters::Police& police_;
  const Parameters::Crime& crime_;
  Range<Grid> grids_;
  std::size_t sworn_;           // posts of police officers; the rows after them are auxiliaries
  std::vector<Shifts> shifts_;  // by grid
  std::vector<Id<Grid>> hot_spots_;
};

}  // namespace

Strategy strategy_at(const LeverValues::Patrol& shares, double position) {
  if ((position -= shares.hotspot_share) < 0.0) return Strategy::hot_spots;
  if ((position -= shares.problem_share) < 0.0) return Strategy::problems;
  if ((position -= shares.beat_share) < 0.0) return Strategy::beat;
  return position < shares.population_share ? Strategy::population : Strategy::random;
}

double presence(const Parameters::Crime& crime, double patrol_minutes, double visit_minutes) {
  const double dose = std::min(1.0, visit_minutes / crime.deterrence_dose);
  const double afterwards = dose * dose * crime.deterrence_half_life / std::log(2.0);
  return patrol_minutes / visit_minutes * (visit_minutes + afterwards) / minutes_per_day;
}

double guardianship(const Parameters::Crime& crime, const LeverValues& levers, const Guards& guards) {
  const double volunteers = levers.guardianship.volunteers * guards.residents / people_per_rate / hours_per_day;
  const double cameras = levers.guardianship.cameras / reference_cameras;
  return crime.guardian_patrol * std::sqrt(presence(crime, guards.patrol_minutes, levers.patrol.visit_minutes)) +
         crime.guardian_volunteers * std::sqrt(volunteers) + crime.guardian_stops * std::sqrt(guards.stops) +
         crime.guardian_cameras * std::log1p(cameras) / std::log(2.0);
}

std::vector<Id<Grid>> hot_spots(const Today& today, const Streets& streets, Id<Town> seat, double share) {
  const Range<Grid> grids = today.graph().grids_served[seat];
  std::vector<Id<Grid>> hottest;
  for (Id<Grid> grid : grids)
    if (streets.hot[grid.row] > 0.0f) hottest.push_back(grid);
  std::stable_sort(hottest.begin(), hottest.end(),
                   [&](Id<Grid> a, Id<Grid> b) { return streets.hot[a.row] > streets.hot[b.row]; });
  const auto most = static_cast<std::size_t>(std::ceil(share * grids.size()));
  if (hottest.size() > most) hottest.resize(most);
  return hottest;
}

void mark_hot_spots(const Today& today, State& state) {
  for (Id<Town> seat : today.graph().seats)
    for (Id<Grid> grid : hot_spots(today, state.streets, seat, counted_hot_spots)) state.today.hot_spots[grid] = 1;
}

void deploy_patrols(const Today& today, State& state) {
  for_each_seat(today.graph(), [&](Id<Town> seat) { PatrolDay(today, state, seat).live(); });
}

}  // namespace linli
