#include "processes/hazard.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/parallel.h"
#include "processes/presence.h"
#include "processes/rounds.h"

namespace linli {
namespace {

constexpr double per_thousand_years = 1.0 / (1000.0 * days_per_year);
constexpr int victims_considered = 8;

double arising(const Parameters::Hazard& hazard, const Hazards& hazards, Id<Grid> grid, HazardType type) {
  return hazard.type[type].rate * per_thousand_years * hazards.exposed[grid][type];
}

// --- exposure and the first morning

void count_exposed(const Today& today, State& state, Id<Grid> grid) {
  const Parameters::Hazard& hazard = today.parameters().hazard;
  const Range<Person> residents = state.residents_of[grid];
  double fire = 0.0, rented = 0.0, workers = 0.0;
  for (Id<Person> person : residents) {
    const Household& household = state.households.facts[state.persons.household[person]];
    const double weight = fire_weight(hazard, household);
    fire += weight;
    if (household.tenure == Tenure::rent) rented += weight;
  }
  for (Id<Employer> employer : state.hazards.premises[grid]) workers += state.employers.filled[employer];
  PerKind<HazardType, float>& exposed = state.hazards.exposed[grid];
  exposed[HazardType::fire] = static_cast<float>(fire);
  exposed[HazardType::workplace] = static_cast<float>(workers);
  exposed[HazardType::traffic] = exposed[HazardType::food] = static_cast<float>(residents.size());
  state.hazards.rented[grid] = fire > 0.0 ? static_cast<float>(rented / fire) : 0.0f;
}

/// The firms of a town are numbered grid by grid.
Column<Grid, Range<Employer>> firms_by_grid(const TownGraph& graph, const State& state) {
  Column<Grid, Range<Employer>> firms(graph.grids());
  for (Id<Town> town : all_rows<Town>(graph.towns.size())) {
    const Range<Employer> of_town = state.employers_of[town];
    Id<Employer> next = of_town.first;
    for (Id<Grid> grid : graph.grids_of_town[town]) {
      const Id<Employer> first = next;
      while (next < of_town.last && state.employers.grid[next] == grid) ++next.row;
      firms[grid] = {first, next};
    }
    assert(next == of_town.last);
  }
  return firms;
}

/// Stationary stocks under rounds that are the same every day.
void lay_in_grid(const Today& today, State& state, Id<Grid> grid, const RoundsInGrid& rounds) {
  const Parameters::Hazard& hazard = today.parameters().hazard;
  for (HazardType type : every<HazardType>()) {
    Draws draws = today.draws(Purpose::hazard, candidate(grid.row, static_cast<std::uint32_t>(type)));
    const double finding = finding_rate(today, state.hazards, grid, type, rounds);
    const double open = arising(hazard, state.hazards, grid, type) / (finding + 1.0 / hazard.type[type].persistence);
    state.hazards.open[grid][type] = static_cast<std::int32_t>(poisson(draws, open));
    state.hazards.found[grid][type] =
        static_cast<std::int32_t>(poisson(draws, finding * open * hazard.type[type].repair));
    state.rounds_record[grid] += static_cast<float>(finding * open * today.parameters().service.targeting_memory);
  }
}

// --- floods

bool is_flood(const Shock& shock, Id<Town> town) {
  return shock.kind == Shock::Kind::flood && shock.hits(town);
}

double flood_factor(const Today& today, Id<Town> town) {
  double size = 0.0;
  for (const Shock& shock : today.setting.scenario.shocks)
    if (is_flood(shock, town) && shock.is_on(today.day)) size += shock.size;
  return 1.0 + today.parameters().hazard.flood_factor * size;
}

void strain_the_flooded(const Today& today, State& state, Id<Grid> grid, double share) {
  const auto strain = static_cast<float>(today.parameters().hazard.flood_strain);
  Draws draws = today.draws(Purpose::hazard, grid.row);
  for (Id<Person> person : state.residents_of[grid])
    if (happens(draws, share) && is_here(today, state.persons, person))
      state.today.effects[EffectSource::hazard][grid].push_back({.person = person, .strain = strain});
}

void break_floods(const Today& today, State& state, Id<Town> town) {
  for (const Shock& shock : today.setting.scenario.shocks)
    if (is_flood(shock, town) && shock.day == today.day)
      for (Id<Grid> grid : today.graph().grids_of_town[town]) strain_the_flooded(today, state, grid, shock.size);
}

// --- accidents

template <class At>
Id<Person> somebody_here(const Today& today, const Persons& persons, std::uint32_t count, const At& at, Draws& draws) {
  for (int i = 0; i < victims_considered && count > 0; ++i)
    if (const Id<Person> person = at(pick(draws, count)); is_here(today, persons, person)) return person;
  return {};
}

Id<Person> worker_at(const Employers& employers, Range<Employer> firms, std::uint32_t position) {
  for (Id<Employer> firm : firms) {
    if (position < employers.filled[firm]) return employers.workers(firm)[position];
    position -= employers.filled[firm];
  }
  return {};
}

Id<Person> choose_victim(const Today& today, const State& state, Id<Grid> grid, HazardType type, Draws& draws) {
  if (type != HazardType::workplace) {
    const Range<Person> residents = state.residents_of[grid];
    return somebody_here(
        today, state.persons, residents.size(), [&](std::uint32_t i) { return residents[i]; }, draws);
  }
  const Range<Employer> firms = state.hazards.premises[grid];
  std::uint32_t workers = 0;
  for (Id<Employer> firm : firms) workers += state.employers.filled[firm];
  return somebody_here(
      today, state.persons, workers, [&](std::uint32_t i) { return worker_at(state.employers, firms, i); }, draws);
}

Harm harm_of(const Parameters::Hazard& hazard, HazardType type, Draws& draws) {
  const double which = unit(draws);
  return which < hazard.type[type].death                              ? Harm::death
         : which < hazard.type[type].death + hazard.type[type].injury ? Harm::injury
                                                                      : Harm::none;
}

void strain_those_struck(const Today& today, State& state, Id<Grid> grid, Id<Person> victim, Harm harm) {
  const auto strain = static_cast<float>(today.parameters().hazard.accident_strain);
  std::vector<Effect>& effects = state.today.effects[EffectSource::hazard][grid];
  if (harm != Harm::death) return effects.push_back({.person = victim, .strain = strain});
  for (Id<Person> member : state.households.members(state.persons.household[victim]))
    if (member != victim) effects.push_back({.person = member, .strain = strain});
}

void have_accident(const Today& today, State& state, Id<Grid> grid, HazardType type, Draws& draws) {
  const Id<Town> town = today.graph().town_of[grid];
  state.daily(town, Daily::accidents, type) += 1;
  state.weekly(grid, Weekly::accidents, type) += 1;
  const Harm harm = harm_of(today.parameters().hazard, type, draws);
  if (harm == Harm::none) return;
  const Id<Person> victim = choose_victim(today, state, grid, type, draws);
  if (!victim) return;
  state.daily(town, Daily::accident_victims, harm) += 1;
  strain_those_struck(today, state, grid, victim, harm);
}

/// One draw for all types: accidents are so rare that most grids have none.
void have_accidents(const Today& today, State& state, Id<Grid> grid) {
  PerKind<HazardType, double> cumulative{};
  double total = 0.0;
  for (HazardType type : every<HazardType>()) {
    const int dangers = state.hazards.open[grid][type] + state.hazards.found[grid][type];
    cumulative[type] = total += today.parameters().hazard.type[type].accident / days_per_year * dangers;
  }
  Draws draws = today.draws(Purpose::accident, grid.row);
  const std::uint32_t count = poisson(draws, total);
  for (std::uint32_t i = 0; i < count; ++i) {
    Draws own = today.draws(Purpose::accident, candidate(grid.row, i));
    const auto type = std::upper_bound(cumulative.begin(), cumulative.end() - 1, unit(own) * total);
    have_accident(today, state, grid, static_cast<HazardType>(type - cumulative.begin()), own);
  }
}

// --- the stocks

/// What happened to the hazards of a type in a grid today.
struct Changes {
  std::int32_t arisen, found, gone, fixed;
};

/// How many of a stock leave it today, at a rate [1/day].
std::int32_t leaving(Draws& draws, std::int32_t stock, double rate) {
  return static_cast<std::int32_t>(binomial(draws, static_cast<std::uint32_t>(stock), -std::expm1(-rate)));
}

Changes changes_today(const Today& today, const State& state, Id<Grid> grid, HazardType type, double flood) {
  const Parameters::Hazard& hazard = today.parameters().hazard;
  Draws draws = today.draws(Purpose::hazard, candidate(grid.row, static_cast<std::uint32_t>(type)));
  const std::uint32_t arisen = poisson(draws, arising(hazard, state.hazards, grid, type) * flood);
  const std::int32_t fixed = leaving(draws, state.hazards.found[grid][type], 1.0 / hazard.type[type].repair);
  const double finding = finding_rate(today, state.hazards, grid, type, state.rounds[grid]);
  const double ending = finding + 1.0 / hazard.type[type].persistence;
  const std::int32_t ended = leaving(draws, state.hazards.open[grid][type], ending);
  const auto found = static_cast<std::int32_t>(binomial(draws, static_cast<std::uint32_t>(ended), finding / ending));
  return {static_cast<std::int32_t>(arisen), found, ended - found, fixed};
}

void live_in_grid(const Today& today, State& state, Id<Grid> grid, double flood) {
  have_accidents(today, state, grid);
  const Id<Town> town = today.graph().town_of[grid];
  for (HazardType type : every<HazardType>()) {
    const Changes changes = changes_today(today, state, grid, type, flood);
    std::int32_t& open = state.hazards.open[grid][type];
    open += changes.arisen - changes.found - changes.gone;
    state.hazards.found[grid][type] += changes.found - changes.fixed;
    state.daily(town, Daily::hazards_arisen, type) += changes.arisen;
    state.daily(town, Daily::hazards_found, type) += changes.found;
    state.today.put_on_record[grid] += static_cast<std::uint32_t>(changes.found);
    state.daily(town, Daily::hazards_fixed, type) += changes.fixed;
    state.daily(town, Daily::hazards_open, type) += open;
    state.weekly(grid, Weekly::hazards_open, type) = open;
  }
}

}  // namespace

double fire_weight(const Parameters::Hazard& hazard, const Household& household) {
  return household.tenure == Tenure::rent ? 1.0 + hazard.grade_effect * (household.rental_grade() - 1) : 1.0;
}

double finding_rate(const Today& today, const Hazards& hazards, Id<Grid> grid, HazardType type,
                    const RoundsInGrid& rounds) {
  const Parameters::Service& service = today.parameters().service;
  const double seen = service.find_hazard * registration_factor(service, today.in_force_at(grid));
  const double on_rounds = seen * rounds.worker_visits / households_in(today, grid);
  const double of_homes = today.in_force_at(grid).housing.inspection / days_per_year * hazards.rented[grid];
  const double of_firms = rounds.inspections / std::max(1.0, static_cast<double>(hazards.premises[grid].size()));
  if (type == HazardType::traffic) return on_rounds;
  return on_rounds + service.inspector_finds * (type == HazardType::fire ? of_homes : of_firms);
}

void lay_hazards(const Today& today, State& state) {
  const std::size_t grids = today.graph().grids();
  state.hazards.premises = firms_by_grid(today.graph(), state);
  Column<Grid, RoundsInGrid> average_day;
  spread_rounds(today, state, 1.0 / days_per_year, average_day);
  parallel_for(grids, 32, [&](std::size_t i) {
    const Id<Grid> grid(i);
    count_exposed(today, state, grid);
    lay_in_grid(today, state, grid, average_day[grid]);
  });
}

void live_with_hazards(const Today& today, State& state) {
  parallel_for(today.graph().towns.size(), 1, [&](std::size_t i) {
    const Id<Town> town(i);
    break_floods(today, state, town);
    const double flood = flood_factor(today, town);
    for (Id<Grid> grid : today.graph().grids_of_town[town]) live_in_grid(today, state, grid, flood);
  });
}

}  // namespace linli
