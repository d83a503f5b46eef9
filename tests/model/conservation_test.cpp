// A10: every person, desk and dispute is somewhere, every day.

#include <gtest/gtest.h>

#include <vector>

#include "engine/simulation.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

/// Two towns, from the weeks before a Spring Festival on, with more crime and closures than in life.
Scenario busy_towns() {
  Scenario scenario = scenario_of({{.residents = 4000, .grids = 5}, {.residents = 2000, .east_km = 6.0}}, 120,
                                  std::chrono::year(2021) / 1 / 15);
  scenario.parameters.work.closure_rate = 0.5;
  for (OfOffence& of : scenario.parameters.offence) of.rate *= 10.0;
  return scenario;
}

template <class Check>
void every_evening(const Check& check) {
  Simulation simulation(busy_towns(), {.threads = 2});
  while (simulation.today() < simulation.calendar().days()) {
    simulation.step();
    check(simulation.state());
    if (::testing::Test::HasFailure()) FAIL() << "on the evening of day " << simulation.today() - 1;
  }
}

struct Heads {
  std::int32_t rows = 0, vacant = 0, in_custody = 0;
};

Heads count_heads(const State& state) {
  Heads heads;
  for (const Nature& nature : state.persons.nature) {
    ++heads.rows;
    heads.vacant += nature.is_vacant();
    heads.in_custody += nature.in_custody();
  }
  return heads;
}

TEST(Conservation, EveryRowIsAResidentOrVacant) {
  double most_vacant = 0.0;
  every_evening([&](const State& state) {
    const Heads heads = count_heads(state);
    EXPECT_EQ(heads.rows, 6000);
    double vacant = 0.0, residents = 0.0;
    for (std::int32_t rows : state.vacant) vacant += rows;
    for (Id<Town> town : all_rows<Town>(2)) residents += state.daily(town, Daily::residents);
    EXPECT_EQ(vacant, heads.vacant);
    EXPECT_EQ(residents + vacant, heads.rows);
    most_vacant = std::max(most_vacant, vacant);
  });
  EXPECT_GT(most_vacant, 100.0);
}

TEST(Conservation, ResidentsAreThoseOfYesterdayWithArrivalsAndDepartures) {
  double expected = 6000.0;
  every_evening([&](const State& state) {
    double residents = 0.0;
    for (Id<Town> town : all_rows<Town>(2)) {
      expected += state.daily(town, Daily::arrivals) - state.daily(town, Daily::departures);
      residents += state.daily(town, Daily::residents);
    }
    EXPECT_EQ(residents, expected);
  });
}

TEST(Conservation, EverybodyInWorkSitsAtADeskOfTheirOwn) {
  every_evening([](const State& state) {
    std::size_t in_work = 0, filled = 0;
    for (Id<Person> person : all_rows<Person>(state.persons.size())) {
      const Id<Employer> employer = state.persons.employer[person];
      if (!employer) continue;
      ++in_work;
      ASSERT_LT(state.persons.desk[person], state.employers.filled[employer]);
      EXPECT_EQ(state.employers.workers(employer)[state.persons.desk[person]], person);
      EXPECT_FALSE(state.persons.nature[person].is_vacant());
      EXPECT_TRUE(state.employers.open[employer]);
    }
    for (Id<Employer> employer : all_rows<Employer>(state.employers.size())) {
      filled += state.employers.filled[employer];
      EXPECT_LE(state.employers.filled[employer], state.employers.desks(employer));
    }
    EXPECT_EQ(in_work, filled);
  });
}

int open_rows(const Docket& docket) {
  int open = 0;
  for (const Dispute& dispute : docket.disputes) open += dispute.number != 0 && dispute.stage != Stage::closed;
  return open;
}

TEST(Conservation, EveryRowOfADocketIsOpenOrFreeOnce) {
  every_evening([](const State& state) {
    for (const Docket& docket : state.dockets) {
      std::vector<int> listed(docket.disputes.size(), 0);
      for (Id<Dispute> row : docket.free_rows) ++listed[row.row];
      for (Id<Dispute> row : all_rows<Dispute>(docket.disputes.size()))
        EXPECT_EQ(listed[row.row], docket.disputes[row].number == 0 ? 1 : 0);
    }
  });
}

double total(const DailyTally& daily, Id<Town> town, Daily indicator) {
  return daily.block(indicator, daily_indicators).row(town.row).sum();
}

TEST(Conservation, EveryGrievanceIsClosedOrStillOpen) {
  std::vector<double> opened(2, 0.0), closed(2, 0.0);
  every_evening([&](const State& state) {
    for (Id<Town> town : all_rows<Town>(2)) {
      opened[town.row] += total(state.daily, town, Daily::grievances) + total(state.daily, town, Daily::breached);
      for (Daily end : {Daily::settled, Daily::judged, Daily::given_up, Daily::moved_away})
        closed[town.row] += total(state.daily, town, end);
      EXPECT_EQ(opened[town.row], closed[town.row] + open_rows(state.dockets[town]));
      EXPECT_EQ(total(state.daily, town, Daily::disputes_at), open_rows(state.dockets[town]));
    }
  });
  EXPECT_GT(closed[0], 50.0);
}

TEST(Conservation, StagesAndQueuesHoldTheDisputesThatSayTheyAreThere) {
  every_evening([](const State& state) {
    for (const Docket& docket : state.dockets) {
      PerKind<Stage, std::int32_t> open{}, waiting{};
      for (const Dispute& dispute : docket.disputes) {
        if (dispute.number == 0 || dispute.stage == Stage::closed) continue;
        ++open[dispute.stage];
        waiting[dispute.stage] += dispute.waiting || dispute.pending;
        EXPECT_LE(dispute.waiting + dispute.pending + static_cast<bool>(dispute.mediator), 1);
        if (!dispute.mediator) continue;
        EXPECT_EQ(docket.disputes[docket.mediators[dispute.mediator].at_work_on].number, dispute.number);
      }
      EXPECT_EQ(open, docket.open_at);
      EXPECT_EQ(waiting, docket.waiting_at);
    }
  });
}

TEST(Conservation, NobodyIsInCustodyUnseen) {
  std::int32_t most = 0;
  every_evening([&](const State& state) {
    std::int32_t held = 0;
    for (const Station& station : state.stations) held += station.in_custody;
    EXPECT_EQ(held, count_heads(state).in_custody);
    most = std::max(most, held);
  });
  EXPECT_GT(most, 5);
}

TEST(Conservation, EveryOffenceIsFiledOrBeingWorkedOn) {
  double committed = 0.0;
  struct Files : Observer {
    void day_ended(const DayReport& report) override { closed_or_open += static_cast<double>(report.offences.size()); }
    void run_ended(const RunEnd&, const Unfinished& rest) override {
      closed_or_open += static_cast<double>(rest.offences.size());
    }
    double closed_or_open = 0.0;
  } files;
  Simulation simulation(busy_towns(), {.threads = 2});
  simulation.observe(files);
  simulation.run([&](Day) {
    const State& state = simulation.state();
    for (Id<Town> town : all_rows<Town>(2)) committed += total(state.daily, town, Daily::offences);
    return true;
  });
  EXPECT_EQ(committed, files.closed_or_open);
  EXPECT_GT(committed, 100.0);
}

}  // namespace
}  // namespace linli
