// A3: one type of dispute, exponential hours, mediators who work round the clock and parties of endless patience make a
// post an M/M/c queue. Waits, in service times, must be those of Erlang's C formula; cases present obey Little's law.

#include <gtest/gtest.h>

#include <cmath>

#include "processes/dispute.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr DisputeType type = DisputeType::consumer;
constexpr double service_hours = 0.12;
constexpr double service_days = service_hours / 24.0;
constexpr Day warm_up = 5;
constexpr double endless = 1e12;

/// One town, one committee, `mediators` of full time, cases that come to it at once and are always settled.
Scenario one_committee(int mediators, Day days) {
  Scenario scenario = scenario_of({{.residents = 100, .grids = 1}}, days, std::chrono::year(2015) / 5 / 1);
  Parameters& p = scenario.parameters;
  p.dispute[type].claiming = 1.0 - 1e-12;
  for (OfDispute& of : p.dispute) of.escalation = 0.0;
  p.ladder.seek_time = 1e-9;
  p.ladder.wait_give_up_time = p.ladder.wait_change_time = endless;
  p.ladder.door_community = 50.0;
  p.ladder.meeting_shape = 1.0;
  p.dispute[type].meeting_hours = service_hours;
  p.ladder.agree_base = 40.0;
  p.ladder.breach_rate = 0.0;
  LeverValues::Mediation& mediation = scenario.levers.mediation;
  mediation.full_time = 100.0 * mediators;
  mediation.part_time = mediation.town_share = mediation.training = 0.0;
  mediation.full_time_hours = 24.0;
  mediation.weekend_hours = 1.0;
  mediation.sector = mediation.turnover = mediation.online = mediation.batch = 0.0;
  scenario.levers.assessment.pressure = 0.0;
  scenario.levers.rounds.workers = scenario.levers.visits.leaders = 0.0;
  return scenario;
}

struct Observed {
  Sample sojourn;  // [service times]
  Sample present;  // at midnight
  double hours = 0.0, arrivals = 0.0;
};

/// Cases arrive at random, `load` per service time.
class Arrivals {
 public:
  explicit Arrivals(double load) : per_day_(load / service_days) { next_ = exponential(draws_, per_day_); }

  double come(Day day, std::vector<Onset>& onsets) {
    for (; next_ < day + 1; next_ += exponential(draws_, per_day_))
      onsets.push_back({.complainant = Id<Person>(0), .type = type, .time = next_, .luck = ++number_});
    return static_cast<double>(onsets.size());
  }

 private:
  Draws draws_{11, Purpose::synthesis_place, 0, 0};
  double per_day_, next_ = 0.0;
  std::uint64_t number_ = 0;
};

Observed watch(int mediators, double load, Day days) {
  SmallWorld world(one_committee(mediators, days));
  world.make_all_alike(Nature(AgeBand::adult, true, false, 0.0), {});
  Docket& docket = world.state.dockets[Id<Town>(0)];
  Arrivals arrivals(load);
  Observed observed;
  while (world.state.day < days) {
    const double came = arrivals.come(world.state.day, world.state.today.onsets[Id<Grid>(0)]);
    advance_disputes(world.today(), world.state);
    if (world.state.day >= warm_up) {
      observed.arrivals += came;
      for (const DisputeRecord& record : docket.closed_today)
        observed.sojourn.add((record.closed - record.opened) / service_days);
      observed.hours += world.state.daily(Id<Town>(0), Daily::meeting_hours, Stage::community);
      observed.present.add(docket.open_at[Stage::community]);
    }
    world.sleep();
  }
  return observed;
}

/// Mean wait in service times.
double erlang_c(int servers, double load) {
  double term = 1.0, sum = 0.0;
  for (int n = 0; n < servers; term *= load / ++n) sum += term;
  const double busy = term * servers / (servers - load);
  return busy / (sum + busy) / (servers - load);
}

void expect_erlang(int mediators, double load, double published, Day days, double tolerance) {
  EXPECT_NEAR(erlang_c(mediators, load), published, 5e-5 * published + 5e-5);
  const Observed observed = watch(mediators, load, days);
  const double service = observed.hours / observed.sojourn.count() / service_hours;
  EXPECT_NEAR(service, 1.0, 0.01);
  EXPECT_NEAR(observed.sojourn.mean() - service, published, tolerance * published)
      << mediators << " mediators, load " << load;
  const double by_little = observed.arrivals / (days - warm_up) * service_days * observed.sojourn.mean();
  EXPECT_NEAR(observed.present.mean(), by_little, 4.0 * observed.present.standard_error());
}

TEST(SlowWaiting, ForOneMediatorIsThatOfErlang) {
  expect_erlang(1, 0.8, 4.0, 7000, 0.03);
}

TEST(SlowWaiting, ForTwoMediatorsIsThatOfErlang) {
  expect_erlang(2, 1.6, 1.7778, 4000, 0.03);
}

TEST(SlowWaiting, ForFiveMediatorsIsThatOfErlang) {
  expect_erlang(5, 4.0, 0.5541, 1500, 0.03);
}

TEST(SlowWaiting, ForTenMediatorsIsThatOfErlang) {
  expect_erlang(10, 9.0, 0.6687, 2000, 0.03);
}

}  // namespace
}  // namespace linli
