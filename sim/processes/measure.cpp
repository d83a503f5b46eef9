#include "processes/measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/parallel.h"
#include "processes/attitudes.h"
#include "processes/blame.h"
#include "processes/economy.h"
#include "processes/mediation.h"
#include "state/groups.h"

namespace linli {
namespace {

constexpr std::uint32_t panel_stride = 100;  // one resident in a hundred
constexpr double nobody = std::numeric_limits<double>::quiet_NaN();

void count_workers(const Today& today, State& state, Id<Town> town) {
  const Employers& employers = state.employers;
  for (Id<Employer> employer : state.employers_of[town]) {
    const Sector sector = employers.sector[employer];
    state.daily(town, Daily::workers, sector) += employers.filled[employer];
    const bool covered = has_programme(today, employers, employer);
    const Daily by_programme = covered ? Daily::workers_covered : Daily::workers_uncovered;
    state.daily(town, by_programme, sector) += employers.filled[employer];
  }
  for (Id<Employer> employer : employers.in_arrears[town]) {
    state.daily(town, Daily::workers_owed, employers.sector[employer]) += employers.filled[employer];
    if (employers.inspected[employer] != never)
      state.daily(town, Daily::workers_owed_found) += employers.filled[employer];
  }
}

/// Where towns share offices, what these have in hand is put down to them by residents.
void count_disputes(const Today& today, State& state, Id<Town> town) {
  const Docket& docket = state.dockets[today.graph().seat_of[town]];
  const double share = today.graph().share_served(town);
  for (Stage stage : every<Stage>()) {
    state.daily(town, Daily::disputes_at, stage) = share * docket.open_at[stage];
    state.daily(town, Daily::waiting, stage) = share * docket.waiting_at[stage];
  }
  const Staffing& posts = docket.staffing;
  state.daily(town, Daily::mediators) = share * static_cast<double>(posts.full_time + posts.part_time + posts.sector +
                                                                    posts.desk + posts.studios + posts.groups);
  state.daily(town, Daily::studio_waiting) = share * static_cast<double>(waiting_for_studio(docket));
}

void count_projects(const Today& today, State& state, Id<Town> town) {
  const std::vector<Id<Town>>& towns = today.setting.town_of_facility;
  for (std::size_t facility = 0; facility < towns.size(); ++facility)
    if (towns[facility] == town && facility_is_open(today, facility)) state.daily(town, Daily::projects_open) += 1.0;
}

void count_police(const Today& today, State& state, Id<Town> town) {
  const Station& station = state.stations[today.graph().seat_of[town]];
  const double share = today.graph().share_served(town);
  state.daily(town, Daily::in_custody) = share * station.in_custody;
  for (const auto& cases : station.cases)
    state.daily(town, Daily::cases_waiting) += share * static_cast<double>(cases.size());
}

void count_residents(const Today& today, State& state, Id<Town> town) {
  std::int64_t places = 0;
  for (Id<Grid> grid : today.graph().grids_of_town[town]) places += state.residents_of[grid].size();
  state.daily(town, Daily::residents) = static_cast<double>(places - state.vacant[town]);
  for (PopulationGroup group : every<PopulationGroup>())
    state.daily(town, Daily::residents_by_group, group) = state.residents_by_group[town][group];
}

/// Who is in re-entry has an end of it to come.
void count_reentry(const Today& today, State& state) {
  state.reentry_ends.for_each([&](const Reentry& reentry) {
    if (!is_last_return(state.persons, reentry) || !state.persons.nature[reentry.person].in_reentry()) return;
    state.daily(today.graph().town_of[state.persons.home[reentry.person]], Daily::in_reentry) += 1;
  });
}

void count_bounds_exceeded(const Today& today, State& state, Id<Town> town) {
  for (Id<Grid> grid : today.graph().grids_of_town[town])
    state.daily(town, Daily::bounds_exceeded) += state.today.bounds_exceeded[grid];
}

/// The first panel member at or after a row.
std::uint32_t next_in_panel(std::uint32_t row) {
  return (row + panel_stride - 1) / panel_stride * panel_stride;
}

/// visit(person, grid) for the members of a town who are there.
template <class Visit>
void for_each_member(const Today& today, const State& state, Id<Town> town, const Visit& visit) {
  for (Id<Grid> grid : today.graph().grids_of_town[town]) {
    const Range<Person> residents = state.residents_of[grid];
    for (std::uint32_t row = next_in_panel(residents.first.row); row < residents.last.row; row += panel_stride)
      if (state.persons.nature[Id<Person>(row)].is_about()) visit(Id<Person>(row), grid);
  }
}

/// What a town's members answered.
struct Answers {
  std::vector<float> strain, trust, ties;
  PerKind<PopulationGroup, double> asked{};
};

void write_means(PanelTally& panel, Id<Town> town, const PerKind<PopulationGroup, double>& asked) {
  for (Panel mean : {Panel::strain, Panel::trust, Panel::ties})
    for (PopulationGroup group : every<PopulationGroup>()) panel(town, mean, group) /= asked[group];  // 0/0: no value
}

double percentile(const std::vector<float>& sorted, double share) {
  if (sorted.empty()) return nobody;
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(double{sorted[below]}, double{sorted[above]}, place - static_cast<double>(below));
}

void write_spread(PanelTally& panel, Id<Town> town, Panel figure, std::vector<float>& values) {
  std::ranges::sort(values);
  panel(town, figure, Quantile::tenth) = percentile(values, 0.1);
  panel(town, figure, Quantile::median) = percentile(values, 0.5);
  panel(town, figure, Quantile::ninetieth) = percentile(values, 0.9);
}

void ask_town(const Today& today, State& state, Id<Town> town) {
  Answers answers;
  for_each_member(today, state, town, [&](Id<Person> person, Id<Grid>) {
    const Attitude now = attitude_of(today, state, person);
    answers.strain.push_back(now.strain);
    answers.trust.push_back(now.trust);
    answers.ties.push_back(now.ties);
    for (PopulationGroup group : groups_of(state.persons.nature[person])) {
      answers.asked[group] += 1.0;
      state.panel(town, Panel::strain, group) += now.strain;
      state.panel(town, Panel::trust, group) += now.trust;
      state.panel(town, Panel::ties, group) += now.ties;
    }
  });
  write_means(state.panel, town, answers.asked);
  write_spread(state.panel, town, Panel::strain_spread, answers.strain);
  write_spread(state.panel, town, Panel::trust_spread, answers.trust);
  write_spread(state.panel, town, Panel::ties_spread, answers.ties);
}

PanelRecord record_of(const Today& today, const State& state, Id<Town> town, Id<Grid> grid, Id<Person> person) {
  const Nature& nature = state.persons.nature[person];
  const Attitude now = attitude_of(today, state, person);
  return {.member = person.row / panel_stride,
          .generation = state.persons.generation[person],
          .year = static_cast<std::uint16_t>(static_cast<int>(today.setting.calendar.date(today.day).year())),
          .town = town,
          .grid = grid,
          .age = nature.age(),
          .male = nature.is_male(),
          .migrant = nature.is_migrant(),
          .employed = static_cast<bool>(state.persons.employer[person]),
          .strain = now.strain,
          .trust = now.trust,
          .ties = now.ties};
}

}  // namespace

bool ends_year(const Today& today) {
  const Date date = today.setting.calendar.date(today.day);
  return date.month() == std::chrono::December && date.day() == std::chrono::day(31);
}

void count_stocks(const Today& today, State& state) {
  parallel_for(state.dockets.size(), 1, [&](std::size_t i) {
    const Id<Town> town(i);
    count_workers(today, state, town);
    count_disputes(today, state, town);
    count_projects(today, state, town);
    count_police(today, state, town);
    count_residents(today, state, town);
    count_bounds_exceeded(today, state, town);
  });
  count_reentry(today, state);
}

void ask_panel(const Today& today, State& state) {
  state.panel.clear();
  parallel_for(state.dockets.size(), 1, [&](std::size_t town) { ask_town(today, state, Id<Town>(town)); });
}

std::vector<PanelRecord> panel_snapshot(const Today& today, const State& state) {
  std::vector<PanelRecord> records;
  for (Id<Town> town : all_rows<Town>(state.dockets.size()))
    for_each_member(today, state, town, [&](Id<Person> person, Id<Grid> grid) {
      records.push_back(record_of(today, state, town, grid, person));
    });
  return records;
}

}  // namespace linli
