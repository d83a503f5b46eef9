#include "model/scenario/divergence.h"

#include <algorithm>
#include <tuple>

namespace linli {
namespace {

bool same(const Shock& one, const Shock& other) {
  const auto lived = [](const Shock& s) { return std::tie(s.kind, s.size, s.towns, s.sector, s.day, s.lasts); };
  return lived(one) == lived(other);
}
bool same(const Facility& one, const Facility& other) {
  const auto lived = [](const Facility& f) { return std::tie(f.name, f.lon, f.lat, f.announced, f.decided); };
  return lived(one) == lived(other);
}
bool same(const TownFacts& one, const TownFacts& other) {
  const auto lived = [](const TownFacts& t) {
    return std::tie(t.code, t.name_zh, t.name_en, t.residents, t.area_km2, t.lon, t.lat, t.character, t.migrant_weight);
  };
  return lived(one) == lived(other);
}
bool same(const World& one, const World& other) {
  const auto lived = [](const World& w) {
    return std::tie(w.residents, w.communities, w.grids, w.network_file, w.edges_file, w.largest_part);
  };
  return lived(one) == lived(other) &&
         std::ranges::equal(one.towns, other.towns, [](const auto& a, const auto& b) { return same(a, b); });
}

std::vector<double> numbers_of(const Scenario& scenario) {
  std::vector<double> numbers;
  Parameters parameters = scenario.parameters;
  for_each_parameter(parameters, [&](const ParameterInfo&, double& value) { numbers.push_back(value); });
  LeverValues levers = scenario.levers;
  for_each_lever(levers, [&](const LeverInfo&, double& value) { numbers.push_back(value); });
  return numbers;
}

Day start_of(const Measure& measure) {
  return measure.from;
}
Day start_of(const Shock& shock) {
  return shock.day;
}
Day start_of(const Facility& facility) {
  return facility.announced;
}

/// Where each row of one list stands in the other; nowhere, or each place once.
template <class Row>
std::vector<std::optional<std::size_t>> places_in(const std::vector<Row>& other, const std::vector<Row>& rows) {
  std::vector<bool> taken(other.size(), false);
  std::vector<std::optional<std::size_t>> places;
  for (const Row& row : rows) {
    std::size_t place = 0;
    while (place < other.size() && (taken[place] || !same(row, other[place]))) ++place;
    places.push_back(place < other.size() ? std::optional(place) : std::nullopt);
    if (place < other.size()) taken[place] = true;
  }
  return places;
}

/// The first start of what only one of them has. What both have in another order counts as well, for the last of
/// several measures on one lever has the last word.
template <class Row>
void find_first(const std::vector<Row>& one, const std::vector<Row>& other, std::optional<Day>& first) {
  const auto note = [&](const Row& row) { first = std::min(first.value_or(start_of(row)), start_of(row)); };
  const auto look = [&](const std::vector<Row>& rows, const std::vector<Row>& others) {
    std::size_t next = 0;
    const auto places = places_in(others, rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (places[i] && *places[i] >= next)
        next = *places[i] + 1;
      else
        note(rows[i]);
  };
  look(one, other);
  look(other, one);
}

}  // namespace

bool same(const Measure& one, const Measure& other) {
  const auto lived = [](const Measure& m) {
    return std::tie(m.lever, m.action, m.amount, m.towns, m.from, m.to, m.ramp, m.once, m.strength, m.lasts, m.card);
  };
  return lived(one) == lived(other);
}
bool share_a_world(const Scenario& one, const Scenario& other) {
  const auto alike = [](const auto& a, const auto& b) { return same(a, b); };
  return one.start == other.start && numbers_of(one) == numbers_of(other) && same(one.world, other.world) &&
         std::ranges::equal(one.shocks, other.shocks, alike) &&
         std::ranges::equal(one.facilities, other.facilities, alike);
}

std::optional<Day> first_day_of_difference(const Scenario& one, const Scenario& other) {
  if (one.start != other.start || numbers_of(one) != numbers_of(other) || !same(one.world, other.world) ||
      one.costs.unit_costs != other.costs.unit_costs)
    return 0;
  std::optional<Day> first;
  find_first(one.measures, other.measures, first);
  find_first(one.shocks, other.shocks, first);
  find_first(one.facilities, other.facilities, first);
  if (first && *first >= std::min(one.days(), other.days())) return std::nullopt;
  return first;
}

}  // namespace linli
