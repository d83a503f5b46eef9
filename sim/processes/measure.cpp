#include "processes/measure.h"

#include "core/parallel.h"
#include "processes/attitudes.h"

namespace linli {
namespace {

constexpr std::uint32_t panel_stride = 100;  // one resident in a hundred, the same ones throughout

void count_workers(State& state, Id<Town> town) {
  const Employers& employers = state.employers;
  for (Id<Employer> employer : state.employers_of[town])
    state.daily(town, Daily::workers, employers.sector[employer]) += employers.filled[employer];
  for (Id<Employer> employer : employers.in_arrears[town])
    state.daily(town, Daily::workers_owed, employers.sector[employer]) += employers.filled[employer];
}

void count_disputes(State& state, Id<Town> town) {
  const Docket& docket = state.dockets[town];
  for (Stage stage : every<Stage>()) {
    state.daily(town, Daily::disputes_at, stage) = docket.open_at[stage];
    state.daily(town, Daily::waiting, stage) = docket.waiting_at[stage];
  }
  state.daily(town, Daily::mediators) = static_cast<double>(docket.staffing.full_time + docket.staffing.part_time);
}

void count_police(State& state, Id<Town> town) {
  const Station& station = state.stations[town];
  state.daily(town, Daily::in_custody) = station.in_custody;
  for (const auto& cases : station.cases) state.daily(town, Daily::cases_waiting) += static_cast<double>(cases.size());
}

std::int64_t rows_in(const Today& today, const State& state, Id<Town> town) {
  std::int64_t rows = 0;
  for (Id<Grid> grid : today.graph().grids_of_town[town]) rows += state.residents_of[grid].size();
  return rows;
}

/// The first panel member at or after a row.
std::uint32_t next_in_panel(std::uint32_t row) {
  return (row + panel_stride - 1) / panel_stride * panel_stride;
}

void ask_town(const Today& today, State& state, Id<Town> town) {
  double asked = 0.0;
  for (Id<Grid> grid : today.graph().grids_of_town[town]) {
    const Range<Person> residents = state.residents_of[grid];
    for (std::uint32_t row = next_in_panel(residents.first.row); row < residents.last.row; row += panel_stride) {
      const Id<Person> person(row);
      if (!state.persons.nature[person].is_about()) continue;
      const Attitude now = attitude_of(today, state, person);
      asked += 1.0;
      state.panel(town, Panel::strain) += now.strain;
      state.panel(town, Panel::trust) += now.trust;
      state.panel(town, Panel::ties) += now.ties;
    }
  }
  for (Panel figure : every<Panel>()) state.panel(town, figure) /= asked;
}

}  // namespace

void count_stocks(const Today& today, State& state) {
  parallel_for(state.dockets.size(), 1, [&](std::size_t i) {
    const Id<Town> town(i);
    count_workers(state, town);
    count_disputes(state, town);
    count_police(state, town);
    state.daily(town, Daily::residents) = static_cast<double>(rows_in(today, state, town) - state.vacant[town]);
  });
}

void ask_panel(const Today& today, State& state) {
  state.panel.clear();
  parallel_for(state.dockets.size(), 1, [&](std::size_t town) { ask_town(today, state, Id<Town>(town)); });
}

}  // namespace linli
