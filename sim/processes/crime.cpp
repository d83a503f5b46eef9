#include "processes/crime.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/economy.h"
#include "processes/presence.h"
#include "processes/thinning.h"

namespace linli {
namespace {

constexpr double least_relative_risk = 0.5, most_relative_risk = 2.0;
constexpr int victims_considered = 24;

std::size_t index(OffenceType type) {
  return static_cast<std::size_t>(type);
}

Id<Grid> grid_at(Eigen::Index column) {
  return Id<Grid>(static_cast<std::size_t>(column));
}

double relative_risk(const Today& today, const Station& station) {
  return station.known_cleared / station.known_offences / today.parameters().police.reference_risk;
}

struct Bounds {
  std::array<double, placed_offence_types> cumulative{};  // [1/day]
  std::array<double, placed_offence_types> most{};        // [1/year]
};

Bounds bounds_of(const Parameters& parameters) {
  Bounds bounds;
  double total = 0.0;
  for (std::size_t q = 0; q < placed_offence_types; ++q) {
    bounds.most[q] = most_propensity(parameters, static_cast<OffenceType>(q));
    bounds.cumulative[q] = total += bounds.most[q] / days_per_year;
  }
  return bounds;
}

bool is_possible_victim(const Today& today, const State& state, Id<Person> person, Id<Person> offender, Draws& draws) {
  const Parameters::Crime& crime = today.parameters().crime;
  const bool recent = today.day - state.persons.last_victimised[person] < crime.repeat_time;
  const bool chosen = unit(draws) * crime.repeat_factor < (recent ? crime.repeat_factor : 1.0);
  return chosen && person != offender && is_here(today, state.persons, person);
}

Id<Person> choose_victim(const Today& today, const State& state, Id<Grid> place, Id<Person> offender, Draws& draws) {
  const Range<Person> residents = state.residents_of[place];
  for (int i = 0; i < victims_considered && !residents.empty(); ++i) {
    const Id<Person> person = residents[pick(draws, residents.size())];
    if (is_possible_victim(today, state, person, offender, draws)) return person;
  }
  return {};
}

double loss(const Parameters::Crime& crime, OffenceType type, Draws& draws) {
  const double median = type == OffenceType::theft     ? crime.theft_loss
                        : type == OffenceType::robbery ? crime.robbery_loss
                        : type == OffenceType::fraud   ? crime.fraud_loss
                                                       : 0.0;
  return median > 0.0 ? lognormal(draws, std::log(median), crime.loss_deviation) : 0.0;
}

Harm harm(const Parameters::Crime& crime, OffenceType type, Draws& draws) {
  const double which = unit(draws);
  if (type == OffenceType::robbery) return which < crime.robbery_injury ? Harm::injury : Harm::none;
  if (type != OffenceType::assault) return Harm::none;
  return which < crime.assault_death                          ? Harm::death
         : which < crime.assault_death + crime.assault_injury ? Harm::injury
                                                              : Harm::minor;
}

Offence commit(const Today& today, const State& state, OffenceType type, Id<Grid> place, Id<Person> offender,
               Id<Person> victim, Draws& draws) {
  const Parameters::Crime& crime = today.parameters().crime;
  Offence offence{.offender = offender, .victim = victim};
  offence.offender_luck = offender ? state.persons.luck(offender) : 0;
  offence.time = today.day + unit(draws);
  offence.luck = new_luck(draws);
  offence.record.type = type;
  offence.record.grid = place;
  if (offender) offence.record.offender_home = state.persons.home[offender];
  offence.record.harm = harm(crime, type, draws);
  offence.record.loss = static_cast<float>(loss(crime, type, draws));
  return offence;
}

void attempt(const Today& today, State& state, OffenceType type, Id<Person> offender, Draws& draws) {
  const Id<Grid> home = state.persons.home[offender];
  const Id<Grid> place = choose_place(today.setting.journey, state.streets, type, home, draws);
  if (!place) return;
  const Id<Person> victim = choose_victim(today, state, place, offender, draws);
  if (!victim) return;
  const double guardians = state.streets.guardianship[place.row] +
                           today.parameters().crime.guardian_ties * attitude_of(today, state, victim).ties;
  if (!happens(draws, std::exp(-guardians))) return;
  state.today.offences[home].push_back(commit(today, state, type, place, offender, victim, draws));
}

/// What acceptance of a grid's candidates depends on besides the candidate.
struct GridConditions {
  const Bounds& bounds;
  const LeverValues& levers;
  double deterrence;
  std::uint32_t& exceeded;
};

void consider_offender(const Today& today, State& state, const GridConditions& here, Id<Person> person, Draws& draws) {
  const Nature nature = state.persons.nature[person];
  if (!nature.is_about()) return;
  const double which = unit(draws) * here.bounds.cumulative.back();
  std::size_t q = 0;
  while (q + 1 < placed_offence_types && which >= here.bounds.cumulative[q]) ++q;
  const double position = unit(draws) * here.bounds.most[q];
  const auto rate = [&](const Attitude& attitude) {
    return propensity(today.parameters(), here.levers, static_cast<OffenceType>(q), nature, attitude) * here.deterrence;
  };
  constexpr Attitude worst{most_strain, 0.0f, 0.0f, 0};
  if (position >= rate(worst)) return;
  const double programme = is_covered(today, state, person) ? 1.0 - today.parameters().work.culture_conduct : 1.0;
  if (accepted(position, programme * rate(attitude_of(today, state, person)), here.bounds.most[q], here.exceeded) &&
      !is_away(today, state.persons, person))
    attempt(today, state, static_cast<OffenceType>(q), person, draws);
}

double most_fraud_success(const Parameters::Crime& crime) {
  return crime.fraud_success * (1.0 + crime.fraud_age);
}

void consider_fraud(const Today& today, State& state, Id<Grid> grid, Id<Person> person, Draws& draws) {
  const Nature nature = state.persons.nature[person];
  if (!nature.is_about() || !nature.is_adult()) return;
  const Parameters::Crime& crime = today.parameters().crime;
  const double awareness = effective_awareness(crime, today.in_force_at(grid).fraud.awareness,
                                               state.warnings_memory[today.graph().town_of[grid]]);
  const double success = crime.fraud_success * (1.0 - crime.fraud_awareness * awareness) *
                         (1.0 - crime.fraud_ties * attitude_of(today, state, person).ties) *
                         (nature.age() >= AgeBand::senior ? 1.0 + crime.fraud_age : 1.0);
  const double most = most_fraud_success(crime);
  if (!accepted(unit(draws) * most, success, most, state.today.bounds_exceeded[grid])) return;
  state.today.offences[grid].push_back(commit(today, state, OffenceType::fraud, grid, {}, person, draws));
}

void find_in_grid(const Today& today, State& state, const Bounds& bounds, Id<Grid> grid) {
  const Parameters::Crime& crime = today.parameters().crime;
  const Station& station = state.stations[today.graph().seat_at(grid)];
  const GridConditions here{bounds, today.in_force_at(grid), deterrence(crime, relative_risk(today, station)),
                            state.today.bounds_exceeded[grid]};
  for_each_candidate(today, state.persons, Purpose::crime, grid, state.residents_of[grid], bounds.cumulative.back(),
                     [&](Id<Person> person, Draws& draws) { consider_offender(today, state, here, person, draws); });
  const double met = today.parameters().offence[OffenceType::fraud].rate / days_per_year * most_fraud_success(crime);
  for_each_candidate(today, state.persons, Purpose::fraud, grid, state.residents_of[grid], met,
                     [&](Id<Person> person, Draws& draws) { consider_fraud(today, state, grid, person, draws); });
}

void remember(const Today& today, State& state, const std::vector<Offence>& offences) {
  state.events += offences.size();
  for (const Offence& offence : offences) {
    const OffenceType type = offence.record.type;
    if (index(type) < placed_offence_types)
      state.streets.boost[index(type)][offence.record.grid.row] +=
          static_cast<float>(today.parameters().offence[type].boost);
    if (offence.victim) state.persons.last_victimised[offence.victim] = static_cast<std::int16_t>(today.day);
    state.today.calls[today.graph().seat_at(offence.record.grid)].push_back(offence);
  }
}

}  // namespace

double propensity(const Parameters& parameters, const LeverValues& levers, OffenceType type, const Nature& nature,
                  const Attitude& attitude) {
  const Parameters::Crime& crime = parameters.crime;
  const double programmes = nature.age() == AgeBand::youth ? 1.0 - crime.youth_effect * levers.youth.services : 1.0;
  return parameters.offence[type].rate * crime.age_factor[nature.age()] *
         (crime.impulsivity_base + crime.impulsivity_slope * nature.impulsivity()) *
         (1.0 + crime.strain_effect * attitude.strain) * (1.0 - crime.ties_effect * attitude.ties) *
         (nature.in_reentry() ? 1.0 + crime.reentry_effect * (1.0 - levers.reentry.support) : 1.0) * programmes;
}

double deterrence(const Parameters::Crime& crime, double relative_risk) {
  return std::pow(std::clamp(relative_risk, least_relative_risk, most_relative_risk), -crime.risk_elasticity);
}

double least_deterrence(const Parameters::Crime& crime) {
  return deterrence(crime, least_relative_risk);
}

double most_propensity(const Parameters& parameters, OffenceType type) {
  const Parameters::Crime& crime = parameters.crime;
  const double age = *std::max_element(crime.age_factor.begin(), crime.age_factor.end());
  return parameters.offence[type].rate * age * (crime.impulsivity_base + crime.impulsivity_slope) *
         (1.0 + crime.strain_effect * most_strain) * (1.0 + crime.reentry_effect) * least_deterrence(crime);
}

Id<Grid> choose_place(const GridMatrix& journey, const Streets& streets, OffenceType type, Id<Grid> home,
                      Draws& draws) {
  const auto& base = streets.base[index(type)];
  const auto& boost = streets.boost[index(type)];
  auto weight = [&](const GridMatrix::InnerIterator& it) { return it.value() * (base[it.col()] + boost[it.col()]); };
  double total = 0.0;
  for (GridMatrix::InnerIterator it(journey, home.row); it; ++it) total += weight(it);
  double left = unit(draws) * total;
  for (GridMatrix::InnerIterator it(journey, home.row); it; ++it) {
    const double pull = weight(it);
    if (left < pull) return left < pull * streets.solved[it.col()] ? Id<Grid>() : grid_at(it.col());
    left -= pull;
  }
  return home;  // by rounding
}

void relax_boost(const Parameters::Crime& crime, const GridMatrix& laplacian, Eigen::ArrayXf& boost) {
  const auto spread = static_cast<float>(crime.boost_spread);
  const Eigen::VectorXf moved = laplacian.transpose() * boost.matrix();
  boost = (boost + spread * moved.array()) * static_cast<float>(1.0 - 1.0 / crime.boost_memory);
}

double effective_awareness(const Parameters::Crime& crime, double awareness, double reached_lately) {
  return awareness * (1.0 - crime.fraud_fatigue * reached_lately);
}

void remember_warnings(const Today& today, State& state) {
  const double kept = std::exp(-1.0 / today.parameters().crime.fatigue_memory);
  for (Id<Town> town : all_rows<Town>(state.warnings_memory.size())) {
    double& memory = state.warnings_memory[town];
    memory = kept * memory + (1.0 - kept) * today.levers[town].fraud.awareness;
  }
}

void find_offences(const Today& today, State& state) {
  const Bounds bounds = bounds_of(today.parameters());
  parallel_for(state.residents_of.size(), 32,
               [&](std::size_t grid) { find_in_grid(today, state, bounds, Id<Grid>(grid)); });
}

void settle_offences(const Today& today, State& state) {
  for (Eigen::ArrayXf& boost : state.streets.boost)
    relax_boost(today.parameters().crime, today.setting.laplacian, boost);
  for (const std::vector<Offence>& offences : state.today.offences.lists) remember(today, state, offences);
  for (const std::vector<Offence>& offences : state.today.predation_offences.lists) remember(today, state, offences);
  for (const std::vector<Offence>& offences : state.today.dispute_offences.lists) remember(today, state, offences);
}

}  // namespace linli
