/// describe: everything that the code lists about the model, in both languages, for documents and analysts.

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/messages.h"
#include "app/page.h"
#include "engine/day.h"
#include "model/lists/costs.h"
#include "model/lists/sources.h"
#include "model/lists/units.h"
#include "model/scenario/policy.h"
#include "state/figure_table.h"
#include "state/variables.h"

namespace linli {
namespace {

using Json = nlohmann::ordered_json;

/// A Text or a Message.
template <class T>
Json both(const T& text) {
  return {{"en", text.english}, {"zh", text.chinese}};
}

template <class Info>
Json entry(const Info& info, double value) {
  return {{"name", info.name},
          {"label", both(info.label)},
          {"unit", both(unit_of(info.unit).name)},
          {"unit_key", info.unit},
          {"default", value},
          {"low", info.low},
          {"high", info.high},
          {"meaning", both(info.meaning)},
          {"source", both(source_of(info.source))}};
}

Json parameters() {
  Json list = Json::array();
  Parameters values;
  for_each_parameter(values, [&](const ParameterInfo& info, double& value) {
    list.push_back(entry(info, value));
    if (!info.kind.english.empty()) list.back()["kind"] = both(info.kind);
  });
  return list;
}

Json cost_of(const LeverInfo& lever) {
  return {{"basis", cost_bases[lever.basis].key},
          {"per", both(cost_bases[lever.basis].name)},
          {"yuan", lever.unit_cost},
          {"source", both(source_of(lever.cost_source))}};
}

Json levers() {
  Json list = Json::array();
  LeverValues values;
  for_each_lever(values, [&](const LeverInfo& info, double& value) {
    list.push_back(entry(info, value));
    list.back()["cost"] = cost_of(info);
  });
  return list;
}

template <class Kinds>
Json list_of(const Text& name, const Kinds& kinds) {
  Json list = Json::array();
  for (const Kind& kind : kinds) list.push_back({{"key", kind.key}, {"name", both(kind.name)}});
  return {{"name", both(name)}, {"kinds", list}};
}

Json kinds() {
  Json lists = Json::object();
  for (Axis axis : every<Axis>())
    if (axis != Axis::none && axis != Axis::lever)
      lists[std::string(axis_info(axis).key)] = list_of(axis_info(axis).name, axis_info(axis).kinds);
  lists["age_band"] = list_of({"age band", "年龄段"}, age_bands);
  lists["specialty"] = list_of({"field of a sector committee", "行业性专业性调委会的专长"}, specialties);
  lists["respondent"] = list_of({"organisation that disputes are with", "纠纷所涉组织"}, respondent_kinds);
  lists["outcome"] = list_of({"outcome of a dispute", "纠纷结果"}, outcomes);
  lists["duty"] = list_of({"duty of an officer", "警员勤务"}, duties);
  lists["character"] = list_of({"character of a town", "镇街类型"}, characters);
  return lists;
}

template <class Indicator>
Json indicators(const PerKind<Indicator, IndicatorInfo>& infos) {
  Json list = Json::array();
  for (const IndicatorInfo& info : infos)
    list.push_back({{"key", info.key},
                    {"name", both(info.name)},
                    {"unit", both(unit_of(info.unit).name)},
                    {"unit_key", info.unit},
                    {"axis", axis_info(info.axis).key},
                    {"stock", info.is_stock}});
  return list;
}

Json conditions() {
  Json list = Json::array();
  for (const SignpostInfo& info : signposts)
    list.push_back({{"key", info.key},
                    {"name", both(info.name)},
                    {"unit", both(unit_of(info.unit).name)},
                    {"unit_key", info.unit}});
  return list;
}

Json shocks() {
  Json list = Json::array();
  for (const ShockInfo& info : shock_kinds)
    list.push_back({{"key", info.key},
                    {"name", both(info.name)},
                    {"size", both(info.size)},
                    {"low", info.low},
                    {"high", info.high}});
  return list;
}

Json variables() {
  Json list = Json::array();
  for (const StateVariable& variable : state_variables())
    list.push_back({{"entity", entities[variable.entity].key},
                    {"entity_name", both(entities[variable.entity].name)},
                    {"name", variable.name},
                    {"column", variable.column},
                    {"unit", both(variable.unit)},
                    {"range", both(variable.range)},
                    {"meaning", both(variable.meaning)}});
  return list;
}

Json day() {
  Json list = Json::array();
  for (const Phase& phase : phases())
    list.push_back(
        {{"name", phase.name}, {"writes", std::vector<std::string_view>(phase.writes.begin(), phase.writes.end())}});
  return list;
}

Json whole_model() {
  return {{"phases", day()},
          {"state", variables()},
          {"parameters", parameters()},
          {"levers", levers()},
          {"kinds", kinds()},
          {"daily", indicators(daily_indicators)},
          {"weekly", indicators(weekly_indicators)},
          {"panel", indicators(panel_indicators)},
          {"figures", figure_table()},
          {"figure_groups", list_of({"group of figures", "指标组"}, figure_groups())},
          {"signposts", conditions()},
          {"shocks", shocks()}};
}

/// The day in short: each phase and what it may change.
std::string day_text(Language language) {
  std::vector<std::vector<std::string>> rows = {
      {std::string(messages::phase_column.in(language)), std::string(messages::writes_column.in(language))}};
  for (const Phase& phase : phases())
    rows.push_back({std::string(phase.name), fmt::format("{}", fmt::join(phase.writes, ", "))});
  return table_text(rows);
}

}  // namespace

int describe_model(const Request& request) {
  if (request.json)
    std::cout << json_text(whole_model()) << std::endl;
  else
    std::cout << day_text(request.language) << '\n' << messages::more_in_json.in(request.language) << std::endl;
  return exit_done;
}

}  // namespace linli
