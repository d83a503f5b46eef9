#include "record/result_layout.h"

#include <fmt/chrono.h>
#include <fmt/ranges.h>

#include <numeric>

#include "core/version.h"

namespace linli {
namespace {

constexpr std::size_t days_in_chunk = 64;
constexpr std::size_t weeks_in_chunk = 16;

template <class Value, class Entity, class Row, class Get>
std::vector<Value> gather(const Column<Entity, Row>& column, const Get& get) {
  std::vector<Value> values;
  values.reserve(column.size());
  for (const Row& row : column) values.push_back(get(row));
  return values;
}

template <class T>
void write_column(hid_t file, const Variable& dimension, const std::string& name, const Text& title,
                  std::string_view unit, const std::vector<T>& values, std::string_view standard_name = {}) {
  const Variable column = create_variable(file, name, native<T>(), {&dimension});
  write_values(column, values);
  annotate(column, title, unit);
  if (!standard_name.empty()) write_attribute(column.dataset, "standard_name", standard_name);
}

void describe_towns(hid_t file, const Variable& town, const Column<Town, TownFacts>& towns) {
  using F = TownFacts;
  const auto texts = [&](std::string F::*field) {
    return gather<std::string>(towns, [=](const F& facts) { return facts.*field; });
  };
  const auto numbers = [&](double F::*field) {
    return gather<float>(towns, [=](const F& facts) { return static_cast<float>(facts.*field); });
  };
  write_labels(file, town, "town_code", {"code of the town", "镇街代码"}, texts(&F::code));
  write_labels(file, town, "town_name", {"name of the town", "镇街英文名称"}, texts(&F::name_en));
  write_labels(file, town, "town_name_zh", {"Chinese name of the town", "镇街名称"}, texts(&F::name_zh));
  write_column(file, town, "town_lon", {"longitude of the town's centre", "镇街中心经度"}, "degrees_east",
               numbers(&F::lon), "longitude");
  write_column(file, town, "town_lat", {"latitude of the town's centre", "镇街中心纬度"}, "degrees_north",
               numbers(&F::lat), "latitude");
  write_column(file, town, "town_area", {"area of the town", "镇街面积"}, "km2", numbers(&F::area_km2));
  write_column(file, town, "town_residents", {"residents of the town in the scenario", "镇街常住人口（场景设定）"}, "1",
               gather<std::int32_t>(towns, [](const F& facts) { return static_cast<std::int32_t>(facts.residents); }));
}

template <class Entity, class Place>
std::vector<std::int32_t> rows_of(const Column<Entity, Id<Place>>& column) {
  return gather<std::int32_t>(column, [](Id<Place> id) { return static_cast<std::int32_t>(id.row); });
}

std::vector<float> as_vector(const Column<Grid, float>& column) {
  return {column.begin(), column.end()};
}

void describe_communities(hid_t file, const Variable& community, const TownGraph& graph) {
  const auto& names = graph.community_name;
  write_labels(file, community, "community_name", {"name of the community", "村（社区）名称"},
               {names.begin(), names.end()});
  write_column(file, community, "community_town", {"index of the community's town", "村（社区）所属镇街序号"}, "1",
               rows_of(graph.town_of_community));
}

void describe_grids(hid_t file, const Variable& grid, const TownGraph& graph) {
  write_column(file, grid, "grid_town", {"index of the grid's town", "网格所属镇街序号"}, "1", rows_of(graph.town_of));
  write_column(file, grid, "grid_community", {"index of the grid's community", "网格所属村（社区）序号"}, "1",
               rows_of(graph.community_of));
  write_column(file, grid, "grid_lon", {"longitude of the grid", "网格经度"}, "degrees_east", as_vector(graph.lon),
               "longitude");
  write_column(file, grid, "grid_lat", {"latitude of the grid", "网格纬度"}, "degrees_north", as_vector(graph.lat),
               "latitude");
  write_column(file, grid, "grid_area", {"area of the grid", "网格面积"}, "km2", as_vector(graph.area_km2));
  write_column(file, grid, "grid_residents", {"residents of the grid at the start", "网格初始常住人口"}, "1",
               gather<std::int32_t>(graph.residents, [](std::int64_t n) { return static_cast<std::int32_t>(n); }));
}

Variable create_kinds(hid_t file, const AxisInfo& axis) {
  const std::string name(axis.key);
  Variable kinds = create_dimension(file, name, text_type(), axis.kinds.size());
  std::vector<std::string> keys, english, chinese;
  for (const Kind& kind : axis.kinds) {
    keys.emplace_back(kind.key);
    english.emplace_back(kind.name.english);
    chinese.emplace_back(kind.name.chinese);
  }
  write_texts(kinds, keys);
  annotate(kinds, axis.name, "");
  write_labels(file, kinds, name + "_name", axis.name, english);
  write_labels(file, kinds, name + "_name_zh", axis.name, chinese);
  return kinds;
}

// What xarray and other CF readers should carry along with the values.
std::string companions(const Variable& place, const AxisInfo& axis) {
  const std::string of_place =
      place.name == "town" ? "town_name town_name_zh town_lon town_lat" : "grid_town grid_community grid_lon grid_lat";
  return axis.kinds.empty() ? of_place : fmt::format("{0} {1}_name {1}_name_zh", of_place, axis.key);
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

std::string days_since(const Date& start) {
  return "days since " + to_string(start);
}

Dimensions create_dimensions(hid_t file, const RunStart& start) {
  const TownGraph& graph = start.graph;
  const std::string units = days_since(start.calendar.start());
  Dimensions all;
  all.day = create_growing_dimension(file, "day", native<std::int32_t>());
  all.week = create_growing_dimension(file, "week", native<std::int32_t>());
  annotate(all.day, {"day", "日"}, "");
  annotate(all.week, {"week, by its first day", "周（以首日表示）"}, "");
  annotate_time_axis(all.day, units);
  annotate_time_axis(all.week, units);
  all.town = create_index(file, "town", {"town", "镇街"}, graph.towns.size());
  all.community = create_index(file, "community", {"community", "村（社区）"}, graph.communities());
  all.grid = create_index(file, "grid", {"grid", "网格"}, graph.grids());
  for (Axis axis : every<Axis>())
    if (axis != Axis::none) all.kinds[axis] = create_kinds(file, axis_info(axis));
  all.week_days = create_variable(file, "week_days", native<std::int32_t>(), {&all.week}, weeks_in_chunk);
  // A number of days, not a length of time: without "days" as unit no reader takes it for one.
  annotate(all.week_days, {"days counted in the week", "本周统计天数"}, "1");
  describe_towns(file, all.town, graph.towns);
  describe_communities(file, all.community, graph);
  describe_grids(file, all.grid, graph);
  return all;
}

Variable create_indicator(hid_t file, const IndicatorInfo& info, const Variable& time, const Variable& place,
                          const Dimensions& dimensions) {
  std::vector<const Variable*> over = {&time, &place};
  if (info.axis != Axis::none) over.push_back(&dimensions.kinds[info.axis]);
  Variable variable = create_variable(file, std::string(info.key), native<float>(), over,
                                      time.name == "day" ? days_in_chunk : weeks_in_chunk);
  annotate(variable, info.name, info.unit);
  write_attribute(variable.dataset, "cell_methods", fmt::format("{}: {}", time.name, info.is_stock ? "point" : "sum"));
  write_attribute(variable.dataset, "coordinates", companions(place, axis_info(info.axis)));
  return variable;
}

void write_heading(hid_t file, const RunStart& start) {
  write_attribute(file, "Conventions", "CF-1.11");
  write_attribute(file, "title", start.scenario.title_en);
  write_attribute(file, "title_zh", start.scenario.title_zh);
  write_attribute(file, "source", fmt::format("Linli {}", version()));
  write_attribute(file, "history", fmt::format("{}: simulated by linli-sim {}", now(), version()));
  write_attribute(file, "references",
                  "sim/processes of the Linli source tree at the commit named in /provenance: the head of each file "
                  "describes its process");
}

void write_assumptions(hid_t file, const Scenario& scenario) {
  const Handle parameters = create_group(file, "parameters");
  Parameters copy = scenario.parameters;
  for_each_parameter(copy,
                     [&](const ParameterInfo& info, double& value) { write_number(parameters, info.name, value); });
  const Handle levers = create_group(file, "levers");
  LeverValues baseline = scenario.levers;
  for_each_lever(baseline, [&](const LeverInfo& info, double& value) { write_number(levers, info.name, value); });
}

Handle write_provenance(hid_t file, const RunStart& start) {
  Handle group = create_group(file, "provenance");
  write_attribute(group, "scenario", start.scenario.text);
  write_attribute(group, "scenario_hash", start.scenario.content_hash);
  write_attribute(group, "lineage", fmt::format("{}", fmt::join(start.scenario.lineage, "\n")));
  write_attribute(group, "measures", fmt::format("{}", fmt::join(names_of_measures(start.scenario), "\n")));
  write_number(group, "seed", start.scenario.seed);
  write_attribute(group, "version", version());
  write_attribute(group, "commit", commit());
  write_attribute(group, "compiler", compiler());
  write_number(group, "threads", std::int32_t{start.threads});
  write_number(group, "people", static_cast<double>(start.people));
  write_number(group, "population_scale", start.population_scale);
  write_attribute(group, "start", to_string(start.calendar.start()));
  write_number(group, "days_planned", std::int32_t{start.calendar.days()});
  return group;
}

void complete_provenance(hid_t provenance, const RunEnd& end) {
  write_number(provenance, "days_completed", std::int32_t{end.days});
  write_number(provenance, "complete", std::uint8_t{end.complete});
  write_number(provenance, "events", end.events);
  write_attribute(provenance, "state_hash", end.state_hash);
  write_number(provenance, "wall_seconds", end.wall_seconds);
  for (const auto& [phase, seconds] : end.phase_seconds) write_number(provenance, "seconds_" + phase, seconds);
}

}  // namespace linli
