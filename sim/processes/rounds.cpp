#include "processes/rounds.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"
#include "processes/presence.h"

namespace linli {
namespace {

constexpr Day days_ahead = 365;

/// The part of a year's work that is done today.
double years_of_work(const Calendar& calendar, Day day) {
  if (!calendar.is_workday(day)) return 0.0;
  int workdays = 0;
  for (Day later = day; later < day + days_ahead; ++later) workdays += calendar.is_workday(later);
  return 1.0 / workdays;
}

/// What a town's staff does.
struct Effort {
  double worker_visits = 0.0;
  double inspections = 0.0;
  double social_visits = 0.0;
};

double social_workers(const Today& today, Id<Town> town) {
  return today.levers[town].community.social_workers * static_cast<double>(today.graph().towns[town].residents) /
         10'000.0;
}

Effort effort_of(const Today& today, Id<Town> town, double years) {
  const LeverValues& levers = today.levers[town];
  const Parameters::Service& service = today.parameters().service;
  const double ten_thousands = static_cast<double>(today.graph().towns[town].residents) / 10'000.0;
  const double days = service.working_days * years;
  return {.worker_visits = levers.rounds.workers * ten_thousands * levers.rounds.visits * days,
          .inspections = levers.safety.inspectors * ten_thousands * service.inspector_visits * days,
          .social_visits = grants_are_in(today) ? social_workers(today, town) * service.social_visits * days : 0.0};
}

/// Adds to every grid its part of a total, in proportion to its weight.
template <class Weight>
void share_out(double total, Range<Grid> grids, const Weight& weight, Column<Grid, RoundsInGrid>& rounds,
               float RoundsInGrid::*kind) {
  double whole = 0.0;
  for (Id<Grid> grid : grids) whole += weight(grid);
  if (whole <= 0.0) return;
  for (Id<Grid> grid : grids) rounds[grid].*kind += static_cast<float>(total * weight(grid) / whole);
}

void spread_in_town(const Today& today, const State& state, Id<Town> town, double years,
                    Column<Grid, RoundsInGrid>& rounds) {
  const TownGraph& graph = today.graph();
  const auto residents = [&](Id<Grid> grid) { return static_cast<double>(graph.residents[grid]); };
  const auto on_record = [&](Id<Grid> grid) { return static_cast<double>(state.rounds_record[grid]); };
  const auto firms = [&](Id<Grid> grid) { return static_cast<double>(state.hazards.premises[grid].size()); };
  const Range<Grid> grids = graph.grids_of_town[town];
  const Range<Grid> around = graph.grids_served[graph.seat_of[town]];
  double known = 0.0;
  for (Id<Grid> grid : around) known += on_record(grid);
  const double steered = known > 0.0 ? today.levers[town].rounds.targeting : 0.0;
  const Effort effort = effort_of(today, town, years);
  share_out(effort.worker_visits * steered, around, on_record, rounds, &RoundsInGrid::worker_visits);
  share_out(effort.worker_visits * (1.0 - steered), grids, residents, rounds, &RoundsInGrid::worker_visits);
  share_out(effort.inspections, grids, firms, rounds, &RoundsInGrid::inspections);
  share_out(effort.social_visits, grids, residents, rounds, &RoundsInGrid::social_visits);
}

/// Stationed teams go to their community, as often as the town of each grid has it.
void send_teams(const Today& today, Range<Grid> community, double years, Column<Grid, RoundsInGrid>& rounds) {
  const TownGraph& graph = today.graph();
  double whole = 0.0;
  for (Id<Grid> grid : community) whole += static_cast<double>(graph.residents[grid]);
  if (whole <= 0.0) return;
  for (Id<Grid> grid : community) {
    const double visits = today.in_force_at(grid).visits.leaders * graph.community_share * years;
    rounds[grid].leader_visits += static_cast<float>(visits * static_cast<double>(graph.residents[grid]) / whole);
  }
}

void count_effort(const Today& today, State& state) {
  for (Id<Grid> grid : all_rows<Grid>(state.rounds.size())) {
    const RoundsInGrid& rounds = state.rounds[grid];
    const Id<Town> town = today.graph().town_of[grid];
    state.daily(town, Daily::household_visits) += rounds.worker_visits;
    state.daily(town, Daily::leader_visits) += rounds.leader_visits;
    state.daily(town, Daily::inspections) += rounds.inspections;
    state.daily(town, Daily::social_visits) += rounds.social_visits;
    if (state.today.hot_spots[grid]) state.daily(town, Daily::visits_at_hot_spots) += rounds.worker_visits;
    state.weekly(grid, Weekly::visits) += rounds.worker_visits + rounds.leader_visits;
  }
}

void count_unfunded(const Today& today, State& state) {
  if (grants_are_in(today)) return;
  for (Id<Town> town : all_rows<Town>(today.graph().towns.size()))
    state.daily(town, Daily::posts_unfunded) = social_workers(today, town);
}

/// Those at home when social workers call.
void meet_residents(const Today& today, State& state, Id<Grid> grid) {
  const auto ties = static_cast<float>(today.parameters().service.social_ties);
  Draws draws = today.draws(Purpose::social_work, grid.row);
  const std::uint32_t meetings = poisson(draws, state.rounds[grid].social_visits);
  for (std::uint32_t i = 0; i < meetings; ++i) {
    Draws own = today.draws(Purpose::social_work, candidate(grid.row, i));
    if (const Id<Person> person = adult_in(today, state, grid, own))
      state.today.effects[EffectSource::rounds][grid].push_back({.person = person, .ties = ties});
  }
}

}  // namespace

double households_in(const Today& today, Id<Grid> grid) {
  return std::max(1.0,
                  static_cast<double>(today.graph().residents[grid]) / today.parameters().population.household_size);
}

Referral Found::at(double position) const {
  if (position < by_worker) return Referral::rounds;
  return position < by_worker + by_leader ? Referral::visit : Referral::social_work;
}

double registration_factor(const Parameters::Service& service, const LeverValues& levers) {
  return std::max(0.0, 1.0 + service.registration_effect * (levers.registration.coverage - reference_registration));
}

Found chance_found(const Parameters::Service& service, const LeverValues& levers, double households,
                   const RoundsInGrid& rounds) {
  const double by_worker =
      service.find_latent * registration_factor(service, levers) * rounds.worker_visits / households;
  const double by_leader = service.leader_finds * rounds.leader_visits / households;
  const double by_social_worker = service.social_finds * rounds.social_visits / households;
  const double rate = by_worker + by_leader + by_social_worker;
  if (!(rate > 0.0)) return {};
  const double chance = -std::expm1(-rate) / rate;
  return {chance * by_worker, chance * by_leader, chance * by_social_worker};
}

bool grants_are_in(const Today& today) {
  using namespace std::chrono;
  const sys_days date = sys_days(today.setting.calendar.start()) + days(today.day);
  const sys_days new_year = year_month_day(date).year() / January / 1;
  return static_cast<double>((date - new_year).count()) >= today.parameters().service.grant_gap;
}

void spread_rounds(const Today& today, const State& state, double years, Column<Grid, RoundsInGrid>& rounds) {
  rounds = Column<Grid, RoundsInGrid>(today.graph().grids());
  for (Id<Town> town : all_rows<Town>(today.graph().towns.size())) spread_in_town(today, state, town, years, rounds);
  for (Range<Grid> community : today.graph().grids_of_community) send_teams(today, community, years, rounds);
}

void walk_rounds(const Today& today, State& state) {
  spread_rounds(today, state, years_of_work(today.setting.calendar, today.day), state.rounds);
  count_effort(today, state);
  count_unfunded(today, state);
  parallel_for(state.rounds.size(), 32, [&](std::size_t grid) { meet_residents(today, state, Id<Grid>(grid)); });
}

void keep_record(const Today& today, State& state) {
  const auto kept = static_cast<float>(std::exp(-1.0 / today.parameters().service.targeting_memory));
  for (Id<Grid> grid : all_rows<Grid>(state.rounds_record.size()))
    state.rounds_record[grid] = kept * state.rounds_record[grid] + static_cast<float>(state.today.put_on_record[grid]);
}

}  // namespace linli
