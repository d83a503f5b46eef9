#include "processes/predation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "processes/attitudes.h"
#include "processes/investigation.h"
#include "processes/police.h"
#include "processes/presence.h"

namespace linli {
namespace {

constexpr double people_per_rate = 1e6;
constexpr double months_per_day = 12.0 / days_per_year;
constexpr int borrowers_considered = 3;
constexpr int looks_for_somebody = 8;

// Keys of draws beside those of the groups and of their offences.
constexpr std::uint64_t founding_in = std::uint64_t{1} << 63;
constexpr std::uint64_t raid_on = std::uint64_t{1} << 62;

// --- founding

Range<Grid> draw_territory(const Today& today, Id<Town> seat, Draws& draws) {
  const Range<Grid> grids = today.graph().grids_served[seat];
  const auto wished = static_cast<std::uint32_t>(std::lround(today.parameters().predation.territory));
  const std::uint32_t size = std::min(wished, grids.size());
  const Id<Grid> first = grids[pick(draws, grids.size() - size + 1)];
  return {first, Id<Grid>(first.row + size)};
}

void found_groups(const Today& today, State& state, Id<Town> seat, double per_million) {
  Draws draws = today.draws(Purpose::predation, founding_in | seat.row);
  const auto residents = static_cast<double>(today.graph().residents_served[seat]);
  const std::uint32_t count = poisson(draws, residents / people_per_rate * per_million);
  for (std::uint32_t i = 0; i < count; ++i) {
    PredatoryGroup group{.seat = seat, .number = ++state.last_predatory_group};
    group.members = 1 + poisson(draws, today.parameters().predation.members - 1.0);
    group.territory = draw_territory(today, seat, draws);
    state.predatory_groups.push_back(group);
  }
}

// --- offences

Id<Person> somebody_in(const Today& today, const State& state, Range<Grid> territory, Draws& draws) {
  const Id<Person> first = state.residents_of[territory.first].first;
  const Range<Person> people{first, state.residents_of[territory[territory.size() - 1]].last};
  for (int look = 0; look < looks_for_somebody && !people.empty(); ++look) {
    const Id<Person> person = people[pick(draws, people.size())];
    if (state.persons.nature[person].is_adult() && is_here(today, state.persons, person)) return person;
  }
  return {};
}

Id<Person> borrower_in(const Today& today, const State& state, Range<Grid> territory, Draws& draws) {
  Id<Person> chosen;
  float most = -1.0f;
  for (int i = 0; i < borrowers_considered; ++i) {
    const Id<Person> person = somebody_in(today, state, territory, draws);
    const float strain = person ? attitude_of(today, state, person).strain : -1.0f;
    if (strain > most) chosen = person, most = strain;
  }
  return chosen;
}

/// The town that its territory begins in.
Id<Town> town_of(const Today& today, const PredatoryGroup& group) {
  return today.graph().town_of[group.territory.first];
}

void extort(const Today& today, State& state, const PredatoryGroup& group, Draws& draws) {
  const Parameters::Predation& predation = today.parameters().predation;
  Offence offence{.time = today.day + unit(draws), .luck = new_luck(draws)};
  offence.record.type = OffenceType::extortion;
  offence.record.harm = happens(draws, predation.harm) ? Harm::minor : Harm::none;
  offence.record.loss =
      static_cast<float>(lognormal(draws, std::log(predation.loss), today.parameters().crime.loss_deviation));
  offence.victim = happens(draws, predation.lending) ? borrower_in(today, state, group.territory, draws)
                                                     : somebody_in(today, state, group.territory, draws);
  if (!offence.victim) return;
  offence.record.grid = state.persons.home[offence.victim];
  state.today.predation_offences[town_of(today, group)].push_back(offence);
}

/// The chance that a victim of ordinary loss and trust reports.
double share_reported(const Today& today, Id<Town> town) {
  OffenceRecord ordinary{};
  ordinary.type = OffenceType::extortion;
  ordinary.loss = static_cast<float>(today.parameters().predation.loss);
  return reporting_probability(today, today.levers[town], ordinary, 0.0);
}

void prey(const Today& today, State& state, PredatoryGroup& group) {
  const Parameters::Predation& predation = today.parameters().predation;
  Draws draws = today.draws(Purpose::predation, group.number);
  const std::uint32_t count = poisson(draws, group.members * predation.offences * months_per_day);
  for (std::uint32_t i = 0; i < count; ++i) {
    Draws own = today.draws(Purpose::predation, candidate(group.number, i));
    extort(today, state, group, own);
  }
  group.exposure +=
      count * share_reported(today, town_of(today, group)) * predation.report_help * predation.dismantle_hours;
}

// --- police

bool is_exposed(const Parameters::Predation& predation, const PredatoryGroup& group) {
  return group.members > 0 && group.exposure >= hours_to_dismantle(predation, group);
}

void investigate(const Parameters::Predation& predation, PredatoryGroup& group, double& hours) {
  const double spent = std::clamp(hours_to_dismantle(predation, group) - group.exposure, 0.0, hours);
  group.exposure += spent;
  hours -= spent;
}

/// Investigators per resident who look for groups, as the town's levers have it; never 0, so that rivals count
/// anywhere.
double pressure_in(const LeverValues& levers) {
  constexpr double next_to_nothing = 1e-6;
  return std::max(next_to_nothing, levers.police.officers * levers.police.investigation * levers.predation.suppression);
}

/// The seat, other than this one, with the fewest groups for its residents once another has come, times the pressure
/// there; none in a world with one.
Id<Town> refuge_from(const Today& today, const State& state, Id<Town> here) {
  const Column<Town, std::int64_t>& residents = today.graph().residents_served;
  Column<Town, double> groups(residents.size(), 1.0);
  for (const PredatoryGroup& group : state.predatory_groups) groups[group.seat] += group.members > 0;
  Id<Town> best;
  double least = std::numeric_limits<double>::infinity();
  for (Id<Town> seat : today.graph().seats) {
    if (seat == here) continue;
    const double danger =
        groups[seat] / static_cast<double>(residents[seat]) * pressure_in(today.in_force_at_offices(seat));
    if (danger < least) best = seat, least = danger;
  }
  return best;
}

std::uint32_t members_who_get_away(const Today& today, const PredatoryGroup& group, Draws& draws) {
  std::uint32_t away = 0;
  for (std::uint32_t i = 0; i < group.members; ++i) away += happens(draws, today.parameters().predation.displaced);
  return away;
}

void dismantle(const Today& today, State& state, PredatoryGroup& group) {
  state.daily(town_of(today, group), Daily::groups_dismantled) += 1;
  Draws draws = today.draws(Purpose::predation, raid_on | group.number);
  const std::uint32_t away = members_who_get_away(today, group, draws);
  const Id<Town> refuge = refuge_from(today, state, group.seat);
  group.members = 0;
  if (!refuge || away == 0) return;
  const auto host = std::find_if(state.predatory_groups.begin(), state.predatory_groups.end(),
                                 [&](const PredatoryGroup& g) { return g.seat == refuge && g.members > 0; });
  if (host != state.predatory_groups.end())
    host->members += away;
  else
    group = {refuge, draw_territory(today, refuge, draws), away, 0.0, group.number};
}

void suppress(const Today& today, State& state) {
  const Parameters::Predation& predation = today.parameters().predation;
  Column<Town, double> hours(state.stations.size());
  for (Id<Town> seat : today.graph().seats) hours[seat] = suppression_hours(today, state.stations[seat], seat);
  for (PredatoryGroup& group : state.predatory_groups) investigate(predation, group, hours[group.seat]);
  for (PredatoryGroup& group : state.predatory_groups)
    if (is_exposed(predation, group)) dismantle(today, state, group);
  std::erase_if(state.predatory_groups, [](const PredatoryGroup& group) { return group.members == 0; });
}

}  // namespace

double suppression_hours(const Today& today, const Station& station, Id<Town> seat) {
  return today.in_force_at_offices(seat).predation.suppression *
         investigation_hours(today.parameters().police, station);
}

double hours_to_dismantle(const Parameters::Predation& predation, const PredatoryGroup& group) {
  return predation.dismantle_hours * group.members;
}

void prey_and_suppress(const Today& today, State& state) {
  const Parameters::Predation& predation = today.parameters().predation;
  const double per_million = (today.day == 0 ? predation.groups : 0.0) + predation.founding / days_per_year;
  for (Id<Town> seat : today.graph().seats) found_groups(today, state, seat, per_million);
  for (PredatoryGroup& group : state.predatory_groups) prey(today, state, group);
  suppress(today, state);
  for (const PredatoryGroup& group : state.predatory_groups)
    state.daily(town_of(today, group), Daily::predatory_groups) += 1;
}

}  // namespace linli
