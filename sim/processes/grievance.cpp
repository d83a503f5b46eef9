#include "processes/grievance.h"

#include <algorithm>
#include <cassert>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/migration.h"
#include "processes/thinning.h"

namespace linli {
namespace {

constexpr double per_thousand_years = 1.0 / (1000.0 * days_per_year);
constexpr double most_grade_exposure = 1.6;
constexpr int attempts_to_meet_somebody = 8;
constexpr Day days_per_quarter = 91;

/// Cumulative bounds over the types that are drawn from residents, per person and day.
using Bounds = PerKind<DisputeType, double>;

bool announced(const Facility& facility, Day day) {
  return facility.announced <= day && day < facility.decided;
}

bool any_facility_announced(const Today& today) {
  const auto& facilities = today.setting.scenario.facilities;
  return std::any_of(facilities.begin(), facilities.end(), [&](const Facility& f) { return announced(f, today.day); });
}

Bounds cumulative_bounds(const Today& today) {
  Bounds bounds{};
  double total = 0.0;
  for (DisputeType type : every<DisputeType>()) {
    const bool drawn =
        type != DisputeType::labour_arrears && (type != DisputeType::siting || any_facility_announced(today));
    if (drawn) total += most_onset(today.parameters(), type) / days_per_year;
    bounds[type] = total;
  }
  return bounds;
}

bool near_announced_facility(const Today& today, Id<Grid> grid) {
  const auto& facilities = today.setting.scenario.facilities;
  for (std::size_t i = 0; i < facilities.size(); ++i)
    if (announced(facilities[i], today.day) && today.setting.near_facility[i][grid.row]) return true;
  return false;
}

/// Investment schemes fail in some quarters; the mean over quarters is 1.
double shock(const Today& today, DisputeType type) {
  if (type != DisputeType::investment) return 1.0;
  const Parameters::Grievance& grievance = today.parameters().grievance;
  Draws draws(today.seed(), Purpose::burst, 0, static_cast<std::uint32_t>(today.day / days_per_quarter));
  const double share = grievance.burst_share;
  const bool burst = happens(draws, share);
  return burst ? grievance.burst_factor : std::max(0.0, 1.0 - share * grievance.burst_factor) / (1.0 - share);
}

double rental_exposure(const Household& household) {
  return household.tenure == Tenure::rent ? 0.4 + 0.3 * household.rental_grade : 0.0;
}

double susceptibility(const Parameters::Grievance& grievance, DisputeType type, const Attitude& now) {
  return (1.0 + grievance.strain_effect * now.strain) * (1.0 - grievance.ties_effect[type] * now.ties);
}

Id<Person> somebody_else(const Today& today, const State& state, Range<Person> among, Id<Person> person, Draws& draws) {
  for (int i = 0; i < attempts_to_meet_somebody; ++i) {
    const Id<Person> other = among[pick(draws, among.size())];
    if (other != person && state.persons.nature[other].is_adult() && is_here(today, state.persons, other)) return other;
  }
  return {};
}

/// The person on the other side, if it is a person.
Id<Person> opponent(const Today& today, const State& state, Id<Person> person, DisputeType type, Draws& draws) {
  const Id<Grid> home = state.persons.home[person];
  if (type == DisputeType::family)
    return somebody_else(today, state, state.households.members(state.persons.household[person]), person, draws);
  if (type == DisputeType::neighbour || (type == DisputeType::lending && happens(draws, 0.5)))
    return somebody_else(today, state, state.residents_of[home], person, draws);
  if (type != DisputeType::compensation) return {};
  const Range<Grid> town = today.graph().grids_of_town[today.graph().town_of[home]];
  return somebody_else(today, state, state.residents_of[town[pick(draws, town.size())]], person, draws);
}

void feel_wronged(const Today& today, const State& state, Id<Person> person, DisputeType type, Draws& draws,
                  std::vector<Onset>& onsets, std::vector<Effect>& effects) {
  const Parameters::Grievance& grievance = today.parameters().grievance;
  Onset onset{.complainant = person, .type = type};
  onset.severity = static_cast<float>(lognormal(draws, 0.0, grievance.severity_deviation));
  onset.time = today.day + unit(draws);
  onset.luck = new_luck(draws);
  onset.opponent = opponent(today, state, person, type, draws);
  if (type == DisputeType::labour_arrears || type == DisputeType::labour_other)
    onset.employer = state.persons.employer[person];
  if (type == DisputeType::family && !onset.opponent) return;
  onsets.push_back(onset);
  effects.push_back({.person = person, .strain = static_cast<float>(grievance.naming_strain) * onset.severity});
}

DisputeType type_at(const Bounds& cumulative, double position) {
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, position);
  return static_cast<DisputeType>(found - cumulative.begin());
}

void consider(const Today& today, State& state, const Bounds& cumulative, Id<Person> person, Draws& draws) {
  const DisputeType type = type_at(cumulative, unit(draws) * cumulative.back());
  const double accept = unit(draws) * most_onset(today.parameters(), type);
  if (!state.persons.nature[person].is_about()) return;
  const Parameters::Grievance& grievance = today.parameters().grievance;
  double rate = grievance.rate[type] / 1000.0 * exposure(today, state, person, type) * shock(today, type);
  if (rate <= 0.0 || accept >= rate * (1.0 + grievance.strain_effect * most_strain)) return;
  rate *= susceptibility(grievance, type, attitude_of(today, state, person));
  assert(rate <= most_onset(today.parameters(), type) * (1.0 + 1e-9));
  if (accept >= rate || is_away(today, state.persons, person)) return;
  const Id<Grid> home = state.persons.home[person];
  feel_wronged(today, state, person, type, draws, state.today.onsets[home], state.today.grievance_effects[home]);
}

void find_among_residents(const Today& today, State& state) {
  const Bounds cumulative = cumulative_bounds(today);
  parallel_for(state.residents_of.size(), 32, [&](std::size_t i) {
    const Id<Grid> grid(i);
    for_each_candidate(today, state.persons, Purpose::grievance, grid, state.residents_of[grid], cumulative.back(),
                       [&](Id<Person> person, Draws& draws) { consider(today, state, cumulative, person, draws); });
  });
}

void consider_unpaid(const Today& today, State& state, Id<Employer> employer, std::uint32_t number, double bound) {
  Draws draws = today.draws(Purpose::arrears_grievance, candidate(employer.row, number));
  const auto workers = state.employers.workers(employer);
  const Id<Person> person = workers[pick(draws, static_cast<std::uint32_t>(workers.size()))];
  const double accept = unit(draws) * bound;
  const Parameters::Grievance& grievance = today.parameters().grievance;
  const double rate = grievance.rate[DisputeType::labour_arrears] * per_thousand_years *
                      susceptibility(grievance, DisputeType::labour_arrears, attitude_of(today, state, person));
  if (accept >= rate || !is_here(today, state.persons, person)) return;
  const Id<Grid> home = state.persons.home[person];
  feel_wronged(today, state, person, DisputeType::labour_arrears, draws, state.today.onsets[home],
               state.today.grievance_effects[home]);
}

/// Firm by firm: workers live anywhere, so their grids are written one after another.
void find_among_unpaid(const Today& today, State& state) {
  const double bound = most_onset(today.parameters(), DisputeType::labour_arrears) / days_per_year;
  for (const std::vector<Id<Employer>>& firms : state.employers.in_arrears)
    for (Id<Employer> employer : firms) {
      Draws draws = today.draws(Purpose::arrears_grievance, employer.row);
      const std::uint32_t candidates = poisson(draws, state.employers.filled[employer] * bound);
      for (std::uint32_t c = 0; c < candidates; ++c) consider_unpaid(today, state, employer, c, bound);
    }
}

}  // namespace

double exposure(const Today& today, const State& state, Id<Person> person, DisputeType type) {
  const Persons& persons = state.persons;
  const Nature nature = persons.nature[person];
  const Household& household = state.households.facts[persons.household[person]];
  const bool adult = nature.is_adult();
  switch (type) {
    case DisputeType::labour_other:
      return persons.employer[person] ? 1.0 : 0.0;
    case DisputeType::neighbour:
      return adult ? std::min<double>(today.setting.crowding[persons.home[person]],
                                      today.parameters().grievance.density_cap)
                   : 0.0;
    case DisputeType::family:
      return household.tenure != Tenure::dormitory && state.households.members(persons.household[person]).size() > 1
                 ? 1.0
                 : 0.0;
    case DisputeType::rental:
      return rental_exposure(household);
    case DisputeType::property:
      return household.in_estate ? 1.0 : 0.0;
    case DisputeType::consumer:
    case DisputeType::lending:
    case DisputeType::compensation:
      return adult ? 1.0 : 0.0;
    case DisputeType::land:
      return household.in_village ? 1.0 : 0.0;
    case DisputeType::investment:
      return nature.age() >= AgeBand::middle ? 1.0 : 0.0;
    case DisputeType::siting:
      return near_announced_facility(today, persons.home[person]) ? 1.0 : 0.0;
    default:
      return 0.0;
  }
}

double most_onset(const Parameters& parameters, DisputeType type) {
  const Parameters::Grievance& grievance = parameters.grievance;
  double most = grievance.rate[type] / 1000.0 * (1.0 + grievance.strain_effect * most_strain);
  if (type == DisputeType::neighbour) most *= grievance.density_cap;
  if (type == DisputeType::rental) most *= most_grade_exposure;
  if (type == DisputeType::investment) most *= std::max(1.0, grievance.burst_factor);
  return most;
}

void find_grievances(const Today& today, State& state) {
  find_among_residents(today, state);
  find_among_unpaid(today, state);
}

}  // namespace linli
