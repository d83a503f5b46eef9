#include "synthesis/jobs.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"

namespace linli {
namespace {

constexpr double mixing = 0.15;  // [share] of a town's row of grids over which workers and firms mix
constexpr std::uint32_t most_desks = 60000;

/// A worker looking for a desk, at a place along the town's row of grids.
struct Seeker {
  float position;
  Id<Person> person;
};

struct Firm {
  Id<Grid> grid;
  Sector sector = Sector::manufacturing;
  std::uint32_t desks = 0;
  float position = 0.0f;
};

Id<Town> work_town(const Setting& setting, Id<Town> home, bool dormitory, Draws& draws) {
  const std::vector<double>& cumulative = setting.commute[home];
  const double position = unit(draws) * cumulative.back();
  if (dormitory) return home;
  return Id<Town>(static_cast<std::size_t>(std::upper_bound(cumulative.begin(), cumulative.end() - 1, position) -
                                           cumulative.begin()));
}

bool of_working_age(const Nature& nature) {
  return nature.is_adult() && nature.age() < AgeBand::senior;
}

/// Relative place of a grid among its town's grids.
float position_of(const Setting& setting, Id<Grid> grid) {
  const Range<Grid> town = setting.graph.grids_of_town[setting.graph.town_of[grid]];
  return static_cast<float>(grid.row - town.first.row) / static_cast<float>(town.size());
}

/// The seekers of one home town, by the town they will work in.
std::vector<std::vector<Seeker>> seekers_from(const Setting& setting, const State& state, Id<Town> home) {
  std::vector<std::vector<Seeker>> seekers(setting.graph.towns.size());
  for (Id<Grid> grid : setting.graph.grids_of_town[home]) {
    Draws draws(setting.scenario.seed, Purpose::synthesis_work, grid.row, 0);
    const float position = position_of(setting, grid);
    for (Id<Person> person : state.residents_of[grid]) {
      if (!of_working_age(state.persons.nature[person])) continue;
      const bool dormitory = state.households.facts[state.persons.household[person]].tenure == Tenure::dormitory;
      const bool employed = happens(draws, setting.scenario.parameters.work.employment) || dormitory;
      const Id<Town> work = work_town(setting, home, dormitory, draws);
      const double jitter = mixing * (unit(draws) - 0.5);
      const double place = work == home ? position + jitter : unit(draws);
      if (employed) seekers[work.row].push_back({static_cast<float>(place), person});
    }
  }
  return seekers;
}

Sector draw_sector(const Parameters::Work& work, Draws& draws) {
  double position = unit(draws);
  for (Sector sector : every<Sector>())
    if ((position -= work.sector[sector].share) < 0.0) return sector;
  return Sector::other;
}

/// Firms of a town with desks for all its workers and some vacancies, in the order of their place.
std::vector<Firm> found_firms(const Setting& setting, Id<Town> town, std::size_t workers) {
  const Parameters::Work& work = setting.scenario.parameters.work;
  const Range<Grid> grids = setting.graph.grids_of_town[town];
  const double log_mean = std::log(work.jobs_per_employer) - work.size_deviation * work.size_deviation / 2.0;
  Draws draws(setting.scenario.seed, Purpose::synthesis_employer, town.row, 0);
  std::vector<Firm> firms;
  auto desks_missing = static_cast<std::int64_t>(std::ceil(static_cast<double>(workers) / (1.0 - work.vacancy)));
  while (desks_missing > 0) {
    Firm firm{.grid = grids[pick(draws, grids.size())]};
    firm.sector = draw_sector(work, draws);
    const auto size = std::llround(lognormal(draws, log_mean, work.size_deviation) / (1.0 - work.vacancy));
    firm.desks = static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(size, 1, std::min<std::int64_t>(most_desks, desks_missing)));
    firm.position = position_of(setting, firm.grid);
    desks_missing -= firm.desks;
    firms.push_back(firm);
  }
  std::stable_sort(firms.begin(), firms.end(), [](const Firm& a, const Firm& b) { return a.position < b.position; });
  return firms;
}

/// Writes down the firms of all towns and their empty desks.
void register_firms(const Column<Town, std::vector<Firm>>& firms, State& state) {
  Employers& employers = state.employers;
  std::uint32_t desks = 0;
  for (Id<Town> town : all_rows<Town>(firms.size())) {
    const Id<Employer> first(employers.sector.size());
    for (const Firm& firm : firms[town]) {
      const Id<Employer> employer = employers.sector.push_back(firm.sector);
      employers.grid.push_back(firm.grid);
      employers.first_desk.push_back(desks);
      employers.desk_owner.insert(employers.desk_owner.end(), firm.desks, employer);
      desks += firm.desks;
    }
    state.employers_of[town] = {first, Id<Employer>(employers.sector.size())};
  }
  employers.first_desk.push_back(desks);
  const std::size_t count = employers.sector.size();
  employers.worker.resize(desks);
  employers.filled.resize(count);
  employers.open.resize(count, 1);
  employers.arrears_since.resize(count, never);
  employers.inspected.resize(count, never);
  employers.warned.resize(count, never);
  employers.reluctance.resize(count);
  employers.solvency.resize(count);
}

/// Deals the workers of a town to its firms, leaving vacancies spread evenly.
void seat_workers(State& state, Range<Employer> firms, const std::vector<Seeker>& seekers) {
  Employers& employers = state.employers;
  std::size_t desks = 0, next = 0, desks_passed = 0;
  for (Id<Employer> firm : firms) desks += employers.desks(firm);
  for (Id<Employer> firm : firms) {
    desks_passed += employers.desks(firm);
    const std::size_t due = desks_passed * seekers.size() / std::max<std::size_t>(desks, 1);
    for (; next < due && employers.has_vacancy(firm); ++next)
      hire(state.persons, employers, seekers[next].person, firm);
  }
}

void draw_solvencies(const Setting& setting, State& state) {
  parallel_for(state.employers.size(), 4096, [&](std::size_t i) {
    Draws draws(setting.scenario.seed, Purpose::synthesis_employer, i, 1);
    state.employers.solvency[Id<Employer>(i)] = static_cast<float>(normal(draws));
  });
}

/// In a lottery in which the next firm is drawn in proportion to desks, a firm's turn is an exponential time at that
/// rate.
void draw_reluctance(const Setting& setting, Employers& employers, Range<Employer> firms) {
  std::vector<std::pair<double, Id<Employer>>> turns;
  for (Id<Employer> firm : firms) {
    Draws draws(setting.scenario.seed, Purpose::synthesis_employer, firm.row, 2);
    turns.emplace_back(exponential(draws, employers.desks(firm)), firm);
  }
  std::sort(turns.begin(), turns.end());
  for (std::size_t i = 0; i < turns.size(); ++i)
    employers.reluctance[turns[i].second] = static_cast<float>(i) / static_cast<float>(turns.size());
}

}  // namespace

void create_jobs(const Setting& setting, State& state) {
  const std::size_t towns = setting.graph.towns.size();
  Column<Town, std::vector<std::vector<Seeker>>> from(towns);
  parallel_for(towns, 1, [&](std::size_t i) { from[Id<Town>(i)] = seekers_from(setting, state, Id<Town>(i)); });
  Column<Town, std::vector<Seeker>> seekers(towns);
  Column<Town, std::vector<Firm>> firms(towns);
  parallel_for(towns, 1, [&](std::size_t i) {
    const Id<Town> town(i);
    for (const auto& home : from) seekers[town].insert(seekers[town].end(), home[i].begin(), home[i].end());
    std::stable_sort(seekers[town].begin(), seekers[town].end(),
                     [](const Seeker& a, const Seeker& b) { return a.position < b.position; });
    firms[town] = found_firms(setting, town, seekers[town].size());
  });
  register_firms(firms, state);
  parallel_for(towns, 1,
               [&](std::size_t i) { seat_workers(state, state.employers_of[Id<Town>(i)], seekers[Id<Town>(i)]); });
  draw_solvencies(setting, state);
  parallel_for(towns, 1,
               [&](std::size_t i) { draw_reluctance(setting, state.employers, state.employers_of[Id<Town>(i)]); });
}

}  // namespace linli
