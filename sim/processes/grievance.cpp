#include "processes/grievance.h"

#include <algorithm>
#include <vector>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/blame.h"
#include "processes/economy.h"
#include "processes/presence.h"
#include "processes/thinning.h"

namespace linli {
namespace {

constexpr double per_thousand_years = 1.0 / (1000.0 * days_per_year);
constexpr double mean_grade = 2.08;  // of tenants: exposure to landlords has mean 1 over them
constexpr double worst_grade = 4.0;

/// Cumulative bounds over the types that are drawn from residents, per person and day.
using Bounds = PerKind<DisputeType, double>;

Bounds cumulative_bounds(const Today& today) {
  Bounds bounds{};
  double total = 0.0;
  for (DisputeType type : every<DisputeType>()) {
    const bool drawn =
        type != DisputeType::labour_arrears && (type != DisputeType::siting || any_facility_may_be_open(today));
    if (drawn) total += most_onset(today.parameters(), type) / days_per_year;
    bounds[type] = total;
  }
  return bounds;
}

double rental_exposure(const Parameters::Grievance& grievance, double grade) {
  return (1.0 + grievance.rental_grade * (grade - 1.0)) / (1.0 + grievance.rental_grade * (mean_grade - 1.0));
}

/// The share of grievances that policy does not prevent.
double left_by_policy(const Parameters::Grievance& grievance, DisputeType type, const LeverValues& in_force) {
  const double covenant = 1.0 - grievance.covenant_effect * in_force.community.covenant;
  const double disclosure = 1.0 - grievance.disclosure_effect * in_force.community.disclosure;
  switch (type) {
    case DisputeType::neighbour:
    case DisputeType::property:
      return covenant;
    case DisputeType::land:
      return covenant * disclosure;
    case DisputeType::siting:
      return disclosure;
    case DisputeType::rental:
      return 1.0 - grievance.inspection_effect * std::min(1.0, in_force.housing.inspection);
    default:
      return 1.0;
  }
}

bool may_invest(const Nature& nature) {
  return nature.age() >= AgeBand::middle;
}

double susceptibility(const Parameters& parameters, DisputeType type, const Attitude& now) {
  return (1.0 + parameters.grievance.strain_effect * now.strain) *
         (1.0 - parameters.dispute[type].ties_effect * now.ties);
}

/// A grievance whose other side is still to be found.
Onset name(const Today& today, Id<Person> person, DisputeType type, Draws& draws) {
  Onset onset{.complainant = person, .type = type};
  onset.severity = static_cast<float>(lognormal(draws, 0.0, today.parameters().grievance.severity_deviation));
  onset.time = today.day + unit(draws);
  onset.luck = new_luck(draws);
  return onset;
}

/// Writes the grievance down, unless there was nobody to blame.
void feel_wronged(const Today& today, State& state, const Onset& onset) {
  if (!onset.opponent && !onset.respondent) return;
  const Id<Grid> home = state.persons.home[onset.complainant];
  const double strain = today.parameters().grievance.naming_strain * onset.severity;
  state.today.onsets[home].push_back(onset);
  state.today.effects[EffectSource::grievance][home].push_back(
      {.person = onset.complainant, .strain = static_cast<float>(strain)});
}

DisputeType type_at(const Bounds& cumulative, double position) {
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, position);
  return static_cast<DisputeType>(found - cumulative.begin());
}

void consider(const Today& today, State& state, const Bounds& cumulative, Id<Person> person, Draws& draws) {
  const DisputeType type = type_at(cumulative, unit(draws) * cumulative.back());
  const double bound = most_onset(today.parameters(), type);
  const double position = unit(draws) * bound;
  if (!state.persons.nature[person].is_about()) return;
  const Parameters::Grievance& grievance = today.parameters().grievance;
  const Id<Grid> home = state.persons.home[person];
  double rate = today.parameters().dispute[type].rate / 1000.0 * exposure(today, state, person, type) *
                left_by_policy(grievance, type, today.in_force_at(home));
  if (type == DisputeType::labour_other && is_covered(today, state, person))
    rate *= 1.0 - today.parameters().work.culture_grievance;
  if (type == DisputeType::investment) rate *= schemes_of_quarter(today).rate;
  if (rate <= 0.0 || position >= rate * (1.0 + grievance.strain_effect * most_strain)) return;
  rate *= susceptibility(today.parameters(), type, attitude_of(today, state, person));
  if (!accepted(position, rate, bound, state.today.bounds_exceeded[home])) return;
  if (is_away(today, state.persons, person)) return;
  Onset onset = name(today, person, type, draws);
  blame(today, state, draws, onset);
  feel_wronged(today, state, onset);
}

void find_among_residents(const Today& today, State& state) {
  const Bounds cumulative = cumulative_bounds(today);
  parallel_for(state.residents_of.size(), 32, [&](std::size_t i) {
    const Id<Grid> grid(i);
    for_each_candidate(today, state.persons, Purpose::grievance, grid, state.residents_of[grid], cumulative.back(),
                       [&](Id<Person> person, Draws& draws) { consider(today, state, cumulative, person, draws); });
  });
}

/// Daily rates at which the clients of collapsing platforms come to feel wronged, cumulative over the shocks.
std::vector<double> collapses(const Today& today) {
  std::vector<double> cumulative;
  double total = 0.0;
  for (const Shock& shock : today.setting.scenario.shocks) {
    if (shock.kind == Shock::Kind::platform && shock.is_on(today.day)) total += shock.size / shock.lasts;
    cumulative.push_back(total);
  }
  return cumulative;
}

void consider_client(const Today& today, State& state, const std::vector<double>& cumulative, Id<Person> person,
                     Draws& draws) {
  const double position = unit(draws) * cumulative.back();
  const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, position);
  const auto number = static_cast<std::size_t>(found - cumulative.begin());
  const Id<Town> town = today.graph().town_of[state.persons.home[person]];
  if (!today.setting.scenario.shocks[number].hits(town)) return;
  if (!may_invest(state.persons.nature[person]) || !is_here(today, state.persons, person)) return;
  Onset onset = name(today, person, DisputeType::investment, draws);
  onset.respondent = state.respondents.platform(ordinary_platforms + number);
  feel_wronged(today, state, onset);
}

void find_among_clients(const Today& today, State& state) {
  const std::vector<double> cumulative = collapses(today);
  if (cumulative.empty() || cumulative.back() <= 0.0) return;
  parallel_for(state.residents_of.size(), 32, [&](std::size_t i) {
    const Id<Grid> grid(i);
    for_each_candidate(
        today, state.persons, Purpose::burst, grid, state.residents_of[grid], cumulative.back(),
        [&](Id<Person> person, Draws& draws) { consider_client(today, state, cumulative, person, draws); });
  });
}

void consider_unpaid(const Today& today, State& state, Id<Employer> employer, std::uint32_t number, double bound) {
  Draws draws = today.draws(Purpose::arrears_grievance, candidate(employer.row, number));
  const auto workers = state.employers.workers(employer);
  const Id<Person> person = workers[pick(draws, static_cast<std::uint32_t>(workers.size()))];
  const double position = unit(draws) * bound;
  const double rate =
      today.parameters().dispute[DisputeType::labour_arrears].rate * per_thousand_years *
      susceptibility(today.parameters(), DisputeType::labour_arrears, attitude_of(today, state, person));
  if (!accepted(position, rate, bound, state.today.bounds_exceeded[state.persons.home[person]])) return;
  if (!is_here(today, state.persons, person)) return;
  Onset onset = name(today, person, DisputeType::labour_arrears, draws);
  onset.respondent = state.respondents.employer(employer);
  feel_wronged(today, state, onset);
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
      return household.tenure == Tenure::rent ? rental_exposure(today.parameters().grievance, household.rental_grade())
                                              : 0.0;
    case DisputeType::property:
      return household.in_estate ? 1.0 : 0.0;
    case DisputeType::consumer:
    case DisputeType::lending:
    case DisputeType::compensation:
      return adult ? 1.0 : 0.0;
    case DisputeType::land:
      return household.in_village ? 1.0 : 0.0;
    case DisputeType::investment:
      return may_invest(nature) ? 1.0 : 0.0;
    case DisputeType::siting:
      return facility_near(today, persons.home[person]) ? 1.0 : 0.0;
    default:
      return 0.0;
  }
}

double most_onset(const Parameters& parameters, DisputeType type) {
  const Parameters::Grievance& grievance = parameters.grievance;
  double most = parameters.dispute[type].rate / 1000.0 * (1.0 + grievance.strain_effect * most_strain);
  if (type == DisputeType::neighbour) most *= grievance.density_cap;
  if (type == DisputeType::rental) most *= rental_exposure(grievance, worst_grade);
  if (type == DisputeType::investment) most *= std::max(1.0, grievance.burst_factor);
  return most;
}

void find_grievances(const Today& today, State& state) {
  find_among_residents(today, state);
  find_among_clients(today, state);
  find_among_unpaid(today, state);
}

}  // namespace linli
