// A8: a measure that changes nothing changes nothing, and what is done in one town does not touch another one far away.

#include <gtest/gtest.h>

#include "engine/observer.h"
#include "engine/simulation.h"
#include "state/archive.h"
#include "state/state.h"
#include "support/small_world.h"

namespace linli {
namespace {

using namespace support;

constexpr Day days = 180;
constexpr Id<Town> here{0}, far_away{1};

/// Two towns 300 km apart, through a Spring Festival.
Scenario two_towns() {
  return scenario_of({{.residents = 3000, .grids = 5}, {.residents = 2000, .east_km = 300.0}}, days,
                     std::chrono::year(2021) / 12 / 1);
}

Measure measure(std::string_view lever, Measure::Action action, double amount) {
  return {.lever = lever_index(lever), .action = action, .amount = amount, .from = 20, .to = 120, .ramp = 10};
}

/// All that is counted and recorded about one town.
class TownWatch : public Observer {
 public:
  explicit TownWatch(Id<Town> town) : town_(town) {}

  void day_ended(const DayReport& report) override {
    for (Daily indicator : every<Daily>()) {
      const auto row = report.daily.block(indicator, daily_indicators).row(town_.row);
      for (double value : row) figures.push_back(value);
    }
    note_records(report);
  }
  void run_ended(const RunEnd&, const Unfinished& rest) override { note_records(rest); }

  std::vector<double> figures;

 private:
  template <class Report>
  void note_records(const Report& report) {
    for (const DisputeRecord& record : report.disputes)
      if (record.town == town_) figures.push_back(record.opened), figures.push_back(record.severity);
    for (const OffenceRecord& record : report.offences)
      if (record.town == town_) figures.push_back(record.committed), figures.push_back(record.loss);
  }

  Id<Town> town_;
};

struct Watched {
  explicit Watched(Scenario scenario) : simulation(std::move(scenario), {.threads = 2}) {
    simulation.observe(first);
    simulation.observe(second);
    simulation.run();
  }

  TownWatch first{here}, second{far_away};
  Simulation simulation;
};

bool same(const Attitude& a, const Attitude& b) {
  return a.strain == b.strain && a.trust == b.trust && a.ties == b.ties && a.day == b.day;
}

int people_who_differ(const State& a, const State& b, Id<Town> town, const TownGraph& graph) {
  int differ = 0;
  for (Id<Grid> grid : graph.grids_of_town[town])
    for (Id<Person> person : a.residents_of[grid])
      differ += !same(a.persons.attitude[person], b.persons.attitude[person]) ||
                a.persons.luck(person) != b.persons.luck(person) ||
                a.persons.employer[person] != b.persons.employer[person] ||
                a.persons.desk[person] != b.persons.desk[person];
  return differ;
}

Scenario with_measures_here() {
  Scenario scenario = two_towns();
  scenario.measures = {measure("mediation.full_time", Measure::Action::scale, 4.0),
                       measure("patrol.hotspot_share", Measure::Action::set, 0.6),
                       measure("integration.services", Measure::Action::add, 0.4),
                       measure("labour.inspection", Measure::Action::set, 0.9)};
  for (Measure& one : scenario.measures) one.towns = {here};
  return scenario;
}

TEST(Causality, AMeasureThatSetsWhatIsInForceAnywayChangesNoBit) {
  Scenario idle = two_towns();
  const Levers in_force(1, idle.levers);
  for (const LeverInfo& info : lever_list())
    idle.measures.push_back(
        measure(info.name, Measure::Action::set, in_force.value(Id<Town>(0), lever_index(info.name))));
  idle.measures.push_back(measure("police.officers", Measure::Action::scale, 1.0));
  idle.measures.push_back(measure("guardianship.cameras", Measure::Action::add, 0.0));
  const Watched without(two_towns()), with(idle);
  State same = with.simulation.state();
  same.triggers = without.simulation.state().triggers;  // one per measure, that it waits for nothing
  EXPECT_EQ(hash_by_column(same), hash_by_column(without.simulation.state()));
  EXPECT_TRUE(with.simulation.state().levers.log().empty());
}

TEST(Causality, AMeasureInOneTownLeavesATownFarAwayAsItWas) {
  const Watched without(two_towns()), with(with_measures_here());
  const Setting setting(two_towns(), 1.0);
  ASSERT_GT(without.second.figures.size(), 1000u);
  EXPECT_EQ(with.second.figures, without.second.figures);
  EXPECT_EQ(people_who_differ(with.simulation.state(), without.simulation.state(), far_away, setting.graph), 0);
}

TEST(Causality, AMeasureInOneTownIsFeltThere) {
  const Watched without(two_towns()), with(with_measures_here());
  const Setting setting(two_towns(), 1.0);
  EXPECT_NE(with.first.figures, without.first.figures);
  EXPECT_GT(people_who_differ(with.simulation.state(), without.simulation.state(), here, setting.graph), 100);
}

}  // namespace
}  // namespace linli
