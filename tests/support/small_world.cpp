#include "support/small_world.h"

#include <cmath>

#include "processes/attitudes.h"
#include "synthesis/synthesis.h"

namespace linli::support {
namespace {

constexpr double people_per_km2 = 4000.0;
constexpr double km_per_degree = 102.5;  // of longitude at 23 degrees north

TownFacts facts_of(const SmallTown& town, std::size_t number) {
  TownFacts facts;
  facts.code = fmt::format("T{}", number + 1);
  facts.name_zh = fmt::format("镇{}", number + 1);
  facts.name_en = fmt::format("Town {}", number + 1);
  facts.residents = town.residents;
  facts.area_km2 = static_cast<double>(town.residents) / people_per_km2;
  facts.lon = 113.5 + town.east_km / km_per_degree;
  facts.lat = 23.0;
  facts.migrant_weight = town.migrant_weight;
  return facts;
}

}  // namespace

Scenario scenario_of(const std::vector<SmallTown>& towns, Day days, Date start) {
  Scenario scenario;
  scenario.title_en = "A small world";
  scenario.title_zh = "小世界";
  scenario.start = start;
  scenario.end = Date(std::chrono::sys_days(start) + std::chrono::days(days - 1));
  for (const SmallTown& town : towns) {
    scenario.world.towns.push_back(facts_of(town, scenario.world.towns.size()));
    scenario.world.residents += town.residents;
    scenario.world.communities += town.communities;
    scenario.world.grids += town.grids;
  }
  return scenario;
}

void attempt_only(std::initializer_list<std::pair<OffenceType, double>> rates, Parameters& parameters) {
  for (OfOffence& of : parameters.offence) of.rate = 0.0;
  for (const auto& [type, rate] : rates) parameters.offence[type].rate = rate;
}

SmallWorld::SmallWorld(Scenario scenario, double population_scale)
    : land(std::make_shared<Land>(scenario, population_scale)),
      setting(std::move(scenario), population_scale, land),
      state(synthesise(setting)) {
  remember_ties(today(), state);
}

void SmallWorld::sleep() {
  state.today.clear();
  state.daily.clear();
  state.weekly.clear();
  for (Docket& docket : state.dockets) docket.closed_today.clear();
  for (Station& station : state.stations) station.closed_today.clear();
  ++state.day;
  remember_ties(today(), state);
}

void SmallWorld::make_all_alike(const Nature& nature, const Attitude& attitude) {
  for (Id<Person> person : people()) {
    state.persons.nature[person] = nature;
    state.persons.attitude[person] = attitude;
    state.persons.attitude[person].day = state.day;
  }
}

void Sample::add(double value) {
  const double step = value - mean_;
  mean_ += step / ++count_;
  squares_ += step * (value - mean_);
}

double Sample::standard_error() const {
  return std::sqrt(variance() / count_);
}

double four_errors_of_count(double expected) {
  return 4.0 * std::sqrt(expected);
}

double four_errors_of_share(double expected, double trials) {
  return 4.0 * std::sqrt(expected * (1.0 - expected) / trials);
}

}  // namespace linli::support
