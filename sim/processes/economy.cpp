#include "processes/economy.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"
#include "core/season.h"

namespace linli {
namespace {

constexpr int days_per_step = 7;
constexpr double days_per_month = 30.4375;

/// Probability that something of a yearly (or, with `per` = 1, daily) rate happens within a weekly step.
double within_step(double rate, double per = days_per_year) {
  return 1.0 - std::exp(-rate * days_per_step / per);
}

/// The chance in a weekly step that makes `share` the share it happens to within a month.
double within_step_of_month(double share) {
  return 1.0 - std::pow(1.0 - share, days_per_step / days_per_month);
}

double distress(const Employers& employers, Id<Employer> employer, double sensitivity) {
  return std::exp(sensitivity * std::max(0.0, -static_cast<double>(employers.solvency[employer])));
}

double season(const Today& today) {
  return raw_season(today.setting.calendar, today.day, today.parameters().work.arrears_season_peak) /
         today.setting.season_mean;
}

/// Daily rate at which a firm in arrears pays: by itself, under sanctions, or through the fund.
double payment_rate(const Parameters::Work& work, const LeverValues& levers, bool inspected) {
  const LeverValues::Labour& labour = levers.labour;
  const double by_itself = (1.0 + work.credit_payment * levers.community.credit) / work.payment_time;
  if (!inspected) return by_itself;
  return by_itself * (1.0 + labour.sanctions * (work.inspection_effect - 1.0)) + labour.fund / work.fund_time;
}

void step_arrears(const Today& today, Employers& employers, Id<Employer> employer, const LeverValues& levers,
                  Draws& draws) {
  const bool inspected = employers.inspected[employer] != never;
  const bool pays = happens(draws, within_step(payment_rate(today.parameters().work, levers, inspected), 1.0));
  const bool found = happens(draws, within_step_of_month(levers.labour.inspection));
  if (pays) {
    employers.arrears_since[employer] = never;
    employers.inspected[employer] = never;
  } else if (found && !inspected) {
    employers.inspected[employer] = today.day;
  }
}

bool is_in_distress(const Today& today, const Employers& employers, Id<Employer> employer) {
  return employers.solvency[employer] < -today.parameters().work.distress;
}

/// Marks a firm that the score of its condition takes to be in distress, rightly or not.
void warn(const Today& today, State& state, Id<Employer> employer, Id<Town> town, Draws& draws) {
  Employers& employers = state.employers;
  const LeverValues::Labour& labour = today.levers[town].labour;
  const bool in_distress = is_in_distress(today, employers, employer);
  const bool marked = happens(draws, within_step_of_month(in_distress ? labour.warning : labour.false_alarms));
  if (!marked || is_watched(today, employers, employer)) return;
  employers.warned[employer] = today.day;
  state.daily(town, Daily::firms_warned) += 1;
  if (!in_distress) state.daily(town, Daily::false_alarms) += 1;
}

double arrears_rate(const Today& today, const Employers& employers, Id<Employer> employer,
                    const LeverValues::Labour& labour) {
  const Parameters::Work& work = today.parameters().work;
  return work.arrears_rate * work.sector[employers.sector[employer]].arrears_factor * season(today) *
         distress(employers, employer, work.arrears_sensitivity) *
         (is_watched(today, employers, employer) ? 1.0 - work.warning_effect : 1.0) *
         (1.0 + work.moral_hazard * labour.fund * labour.inspection);
}

void stop_paying(const Today& today, State& state, Id<Employer> employer, Id<Town> town) {
  Employers& employers = state.employers;
  employers.arrears_since[employer] = today.day;
  if (is_watched(today, employers, employer)) employers.inspected[employer] = today.day;
  state.daily(town, Daily::arrears_began, employers.sector[employer]) += 1;
}

/// Credit sanctions that hit a sound firm by mistake.
void sanction_wrongly(const Today& today, State& state, Id<Employer> employer, Id<Town> town) {
  const Parameters::Work& work = today.parameters().work;
  Draws draws = today.draws(Purpose::credit, employer.row);
  const bool sanctioned = happens(draws, within_step(work.credit_errors * today.levers[town].community.credit));
  if (!sanctioned || is_in_distress(today, state.employers, employer)) return;
  state.employers.solvency[employer] -= static_cast<float>(work.credit_loss);
  state.daily(town, Daily::wrong_sanctions) += 1;
}

void step_paying(const Today& today, State& state, Id<Employer> employer, Id<Town> town, Draws& draws) {
  warn(today, state, employer, town, draws);
  if (happens(draws, within_step(arrears_rate(today, state.employers, employer, today.levers[town].labour))))
    stop_paying(today, state, employer, town);
  else
    sanction_wrongly(today, state, employer, town);
}

void close(State& state, Id<Employer> employer, Id<Town> town) {
  state.employers.open[employer] = 0;
  state.employers.arrears_since[employer] = never;
  state.employers.inspected[employer] = never;
  state.employers.warned[employer] = never;
  state.today.closures[town].push_back(employer);
}

bool concerns(const Shock& shock, Sector sector) {
  return !shock.sector || *shock.sector == sector;
}

/// Where the solvency of a town's firms tends today.
PerKind<Sector, double> mean_solvency(const Today& today, Id<Town> town) {
  PerKind<Sector, double> mean{};
  for (const Shock& shock : today.setting.scenario.shocks)
    for (Sector sector : every<Sector>())
      if (shock.kind == Shock::Kind::slump && shock.is_on(today.day) && shock.hits(town) && concerns(shock, sector))
        mean[sector] -= shock.size;
  return mean;
}

/// The waves of closures that begin today.
void close_many(const Today& today, State& state, Id<Town> town) {
  const std::vector<Shock>& shocks = today.setting.scenario.shocks;
  for (std::size_t i = 0; i < shocks.size(); ++i) {
    if (shocks[i].kind != Shock::Kind::closures || shocks[i].day != today.day || !shocks[i].hits(town)) continue;
    for (Id<Employer> employer : state.employers_of[town]) {
      Draws draws = today.draws(Purpose::shock, std::uint64_t{1} << 63 | std::uint64_t{i} << 32 | employer.row);
      if (state.employers.open[employer] && concerns(shocks[i], state.employers.sector[employer]) &&
          happens(draws, shocks[i].size))
        close(state, employer, town);
    }
  }
}

void step(const Today& today, State& state, Id<Employer> employer, Id<Town> town, double mean) {
  Employers& employers = state.employers;
  const Parameters::Work& work = today.parameters().work;
  Draws draws = today.draws(Purpose::solvency, employer.row);
  employers.solvency[employer] =
      static_cast<float>(next_solvency(employers.solvency[employer], mean, work.solvency_memory, draws));
  if (!employers.open[employer]) return;
  if (happens(draws, within_step(work.closure_rate * distress(employers, employer, work.closure_sensitivity))))
    return close(state, employer, town);
  if (employers.arrears_since[employer] != never)
    step_arrears(today, employers, employer, today.levers[town], draws);
  else
    step_paying(today, state, employer, town, draws);
}

/// Keeps the town's list of firms in arrears: those still in it, and today's new ones, in order.
void list_arrears(const Today& today, Employers& employers, Range<Employer> of_town,
                  std::vector<Id<Employer>>& listed) {
  std::erase_if(listed, [&](Id<Employer> employer) { return employers.arrears_since[employer] == never; });
  const std::size_t old = listed.size();
  for (std::uint32_t i = static_cast<std::uint32_t>(today.day % days_per_step); i < of_town.size(); i += days_per_step)
    if (employers.arrears_since[of_town[i]] == today.day) listed.push_back(of_town[i]);
  std::inplace_merge(listed.begin(), listed.begin() + static_cast<std::ptrdiff_t>(old), listed.end());
}

/// The workers of firms that stopped paying today. They live anywhere, so towns are gone through one after another.
void strain_unpaid(const Today& today, State& state) {
  const double strain = today.parameters().work.arrears_strain;
  for (Id<Town> town : all_rows<Town>(state.employers_of.size()))
    for (Id<Employer> employer : state.employers.in_arrears[town]) {
      if (state.employers.arrears_since[employer] != today.day) continue;
      for (Id<Person> worker : state.employers.workers(employer)) {
        const double left = strain_after_aid(today, state, worker, strain);
        state.today.effects[EffectSource::economy][town].push_back(
            {.person = worker, .strain = static_cast<float>(left)});
      }
    }
}

void reopen(const Today& today, State& state) {
  for (Id<Employer> employer : state.reopenings.due(today.day)) {
    state.employers.open[employer] = 1;
    state.employers.solvency[employer] = 0.0f;
  }
}

}  // namespace

double next_solvency(double solvency, double mean, double memory_days, Draws& draws) {
  const double kept = std::exp(-days_per_step / memory_days);
  return mean + (solvency - mean) * kept + std::sqrt(1.0 - kept * kept) * normal(draws);
}

bool is_watched(const Today& today, const Employers& employers, Id<Employer> employer) {
  return today.day - employers.warned[employer] < today.parameters().work.warning_time;
}

bool has_programme(const Today& today, const Employers& employers, Id<Employer> employer) {
  const double uptake = today.parameters().work.sector[employers.sector[employer]].culture_uptake;
  return employers.reluctance[employer] < uptake * today.in_force_at(employers.grid[employer]).workplace.culture;
}

bool is_covered(const Today& today, const State& state, Id<Person> person) {
  const Id<Employer> employer = state.persons.employer[person];
  return employer && has_programme(today, state.employers, employer);
}

double strain_after_aid(const Today& today, State& state, Id<Person> person, double strain) {
  const Id<Town> home = today.graph().town_of[state.persons.home[person]];
  const Parameters::Work& work = today.parameters().work;
  Draws draws = today.draws(Purpose::aid, state.persons.luck(person));
  const bool given = happens(draws, today.levers[home].aid.households);
  const bool astray = happens(draws, work.aid_error);
  if (!given) return strain;
  state.daily(home, astray ? Daily::aid_misplaced : Daily::aid_given) += 1;
  return astray ? strain : strain * (1.0 - work.aid_relief);
}

void work_and_pay(const Today& today, State& state) {
  reopen(today, state);
  parallel_for(state.employers_of.size(), 1, [&](std::size_t t) {
    const Id<Town> town(t);
    const Range<Employer> employers = state.employers_of[town];
    const PerKind<Sector, double> mean = mean_solvency(today, town);
    close_many(today, state, town);
    const auto first = static_cast<std::uint32_t>(today.day % days_per_step);
    for (std::uint32_t i = first; i < employers.size(); i += days_per_step)
      step(today, state, employers[i], town, mean[state.employers.sector[employers[i]]]);
    list_arrears(today, state.employers, employers, state.employers.in_arrears[town]);
  });
  strain_unpaid(today, state);
}

}  // namespace linli
