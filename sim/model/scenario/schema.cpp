#include "model/scenario/schema.h"

#include "core/calendar.h"
#include "model/cards/cards.h"
#include "model/lists/costs.h"
#include "model/lists/levers.h"
#include "model/lists/parameters.h"
#include "model/lists/units.h"
#include "model/scenario/policy.h"

namespace linli {
namespace {

using Json = nlohmann::ordered_json;

std::string text(std::string_view view) {
  return std::string(view);
}

Json titled(const Text& title, Json schema) {
  schema["title"] = title.english;
  schema["x-title-zh"] = title.chinese;
  return schema;
}

Json described(const Text& description, Json schema) {
  schema["description"] = description.english;
  schema["x-description-zh"] = description.chinese;
  return schema;
}

/// A table whose members are all known.
Json table_of(Json properties, const std::vector<std::string>& required = {}) {
  Json schema = {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = required;
  return schema;
}

Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}
Json date() {
  return {{"type", "string"}, {"format", "date"}};
}
Json whole(std::int64_t low) {
  return {{"type", "integer"}, {"minimum", low}};
}
Json words() {
  return {{"type", "string"}, {"minLength", 1}};
}

/// A number between two limits, or a text with a unit. The limits hold for numbers; the reader checks the texts.
Json quantity(std::string_view unit, double low, double high) {
  return {{"type", {"number", "string"}},
          {"minimum", low},
          {"maximum", high},
          {"pattern", "^\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?"},
          {"x-unit", unit_of(unit).name.english},
          {"x-unit-zh", unit_of(unit).name.chinese}};
}

template <class Info>
Json entry(const Info& info, double value) {
  Json schema = titled(info.label, described(info.meaning, quantity(info.unit, info.low, info.high)));
  schema["default"] = value;
  schema["x-source"] = text(info.source);
  return schema;
}

Json entry_of_kind(const ParameterInfo& info, double value) {
  Json schema = entry(info, value);
  if (info.kind.english.empty()) return schema;
  schema["title"] = text(info.label.english) + ": " + text(info.kind.english);
  schema["x-title-zh"] = text(info.label.chinese) + "：" + text(info.kind.chinese);
  return schema;
}

/// Places a schema at a dotted name, with a table for every part of the name.
void place(std::string_view name, Json schema, Json& properties) {
  const std::size_t dot = name.find('.');
  if (dot == name.npos) {
    properties[text(name)] = std::move(schema);
    return;
  }
  Json& inner = properties[text(name.substr(0, dot))];
  if (inner.is_null()) inner = table_of(Json::object());
  place(name.substr(dot + 1), std::move(schema), inner["properties"]);
}

Json parameters_schema() {
  Json properties = Json::object();
  Parameters parameters;
  for_each_parameter(parameters, [&](const ParameterInfo& info, double& value) {
    place(info.name, entry_of_kind(info, value), properties);
  });
  return titled({"what is assumed", "模型假设"}, table_of(std::move(properties)));
}

Json levers_schema() {
  Json properties = Json::object();
  LeverValues levers;
  for_each_lever(levers,
                 [&](const LeverInfo& info, double& value) { place(info.name, entry(info, value), properties); });
  return titled({"what is in force everywhere at the start", "运行开始时各地的现行政策"},
                table_of(std::move(properties)));
}

template <class Infos>
Json keys_of(const Infos& infos) {
  std::vector<std::string> keys;
  for (const auto& info : infos) keys.emplace_back(info.key);
  return {{"enum", keys}};
}

Json costs_schema() {
  Json properties = Json::object();
  for (const LeverInfo& info : lever_list()) {
    if (!has_cost(info)) continue;
    Json cost = titled(info.label, described(cost_bases[info.basis].name, quantity("yuan", 0.0, highest_unit_cost)));
    cost["default"] = info.unit_cost;
    cost["x-source"] = text(info.cost_source);
    place(info.name, std::move(cost), properties);
  }
  return titled({"what one unit of a lever costs", "政策杠杆的单位成本"}, table_of(std::move(properties)));
}

Json trigger_schema() {
  Json schema = table_of({{"indicator", keys_of(signposts)},
                          {"above", {{"type", {"number", "string"}}}},
                          {"below", {{"type", {"number", "string"}}}},
                          {"for", titled({"days in a row", "连续天数"}, quantity("days", 1, 36525))}},
                         {"indicator"});
  schema["oneOf"] = {{{"required", {"above"}}}, {{"required", {"below"}}}};
  return described({"acts once the indicator has stayed beyond the threshold", "指标连续超过阈值后才生效"}, schema);
}

Json measure_schema() {
  std::vector<std::string> levers;
  for (const LeverInfo& lever : lever_list()) levers.push_back(lever.name);
  const Json amount = {{"type", {"number", "string"}}};
  Json schema = table_of(
      {{"lever", titled({"lever", "政策杠杆"}, {{"enum", levers}})},
       {"set", titled({"new value", "新值"}, amount)},
       {"add", titled({"added to the value", "增加量"}, amount)},
       {"scale", titled({"factor on the value", "倍数"}, {{"type", "number"}, {"minimum", 0}})},
       {"towns", titled({"towns by name or code; none: everywhere", "镇街名称或代码；不写则为全市"}, list_of(words()))},
       {"from", titled({"first day in force; none: from the start", "生效的第一天；不写则自运行开始"}, date())},
       {"to", titled({"first day no longer in force; none: to the end", "不再生效的第一天；不写则到运行结束"}, date())},
       {"ramp", titled({"time until the full amount", "逐步到位所需时间"}, quantity("days", 0, 36525))},
       {"once", trigger_schema()}},
      {"lever"});
  schema["oneOf"] = {{{"required", {"set"}}}, {{"required", {"add"}}}, {{"required", {"scale"}}}};
  return schema;
}

Json card_schema() {
  std::vector<std::string> ids;
  for (const Card& card : built_in_cards()) ids.push_back(card.id);
  Json schema = table_of(
      {{"id", titled({"built-in card", "内置的卡"}, {{"enum", ids}})},
       {"file", titled({"a card of your own", "自己编写的卡"}, words())},
       {"strength",
        titled({"share of its full strength; none: 1", "相对于全部力度的比例；不写则为1"}, quantity("share", 0, 1))},
       {"towns", titled({"towns by name or code; none: everywhere", "镇街名称或代码；不写则为全市"}, list_of(words()))},
       {"from", titled({"first day in force; none: from the start", "生效的第一天；不写则自运行开始"}, date())},
       {"to", titled({"first day no longer in force; none: to the end", "不再生效的第一天；不写则到运行结束"}, date())},
       {"ramp", titled({"time until the full amount", "逐步到位所需时间"}, quantity("days", 0, 36525))},
       {"once", trigger_schema()}});
  schema["oneOf"] = {{{"required", {"id"}}}, {{"required", {"file"}}}};
  return schema;
}

Json facility_schema() {
  return table_of({{"name", words()},
                   {"lon", {{"type", "number"}, {"minimum", -180}, {"maximum", 180}}},
                   {"lat", {{"type", "number"}, {"minimum", -85}, {"maximum", 85}}},
                   {"announced", titled({"day of the announcement", "公示日期"}, date())},
                   {"decided", titled({"day of the decision", "决定日期"}, date())}},
                  {"name", "lon", "lat", "announced", "decided"});
}

/// The sizes that a kind of shock may have.
Json size_of_shock(const ShockInfo& info) {
  Json size = titled(info.size, {{"minimum", info.low}, {"maximum", info.high}});
  return {{"if", {{"properties", {{"kind", {{"const", text(info.key)}}}}}}},
          {"then", {{"properties", {{"size", std::move(size)}}}}}};
}

Json shock_schema() {
  Json schema = table_of(
      {{"kind", keys_of(shock_kinds)},
       {"size", {{"type", {"number", "string"}}}},
       {"towns", titled({"towns by name or code; none: everywhere", "镇街名称或代码；不写则为全市"}, list_of(words()))},
       {"sector",
        titled({"sector of closures and slumps; none: all", "关闭和滑坡所涉行业；不写则为全部行业"}, keys_of(sectors))},
       {"from", titled({"first day", "第一天"}, date())},
       {"lasts", titled({"how long; none: a day", "持续时间；不写则为一天"}, quantity("days", 1, 36525))},
       {"to", titled({"first day it is over, in place of lasts", "结束后的第一天，可代替lasts"}, date())}},
      {"kind", "size", "from"});
  schema["not"] = {{"required", {"lasts", "to"}}};
  schema["allOf"] = Json::array();
  for (const ShockInfo& info : shock_kinds) schema["allOf"].push_back(size_of_shock(info));
  return schema;
}

Json title_schema() {
  Json schema = table_of({{"en", words()}, {"zh", words()}});
  schema["anyOf"] = {{{"required", {"en"}}}, {{"required", {"zh"}}}};
  return schema;
}

Json world_schema() {
  Json part = titled({"which part of a network that is not connected; none: all, which must be",
                      "路网不连通时所取的部分；不写则为all，即须全部连通"},
                     {{"enum", {"all", "largest"}}});
  Json network = table_of({{"graphml", titled({"GraphML file", "GraphML文件"}, words())},
                           {"nodes", titled({"CSV file of the nodes", "节点CSV文件"}, words())},
                           {"edges", titled({"CSV file of the edges", "边CSV文件"}, words())},
                           {"part", std::move(part)}});
  network["oneOf"] = {{{"required", {"graphml"}}}, {{"required", {"nodes", "edges"}}}};
  return titled(
      {"where", "地点"},
      table_of({{"towns", titled({"CSV file of the towns", "镇街CSV文件"}, words())},
                {"residents", titled({"residents, the sum over the towns", "常住人口，即各镇街之和"}, whole(1))},
                {"communities", titled({"villages and communities", "村（社区）数"}, whole(1))},
                {"grids", titled({"grids", "网格数"}, whole(1))},
                {"network", titled({"a network of your own", "自有路网"}, std::move(network))}}));
}

template <class Info>
Json row(const Info& info, double value, Language language) {
  return {{"name", info.name},
          {"label", text(info.label.in(language))},
          {"unit", text(unit_of(info.unit).name.in(language))},
          {"unit_key", info.unit},
          {"low", info.low},
          {"high", info.high},
          {"default", value},
          {"meaning", text(info.meaning.in(language))},
          {"source", text(info.source)}};
}

}  // namespace

Json scenario_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  schema.update(titled({"Linli scenario", "邻里场景"}, Json::object()));
  schema.update(
      table_of({{"extends", titled({"the scenario that this one lies over", "所继承的场景文件"}, words())},
                {"title", title_schema()},
                {"start", titled({"first day", "第一天"}, date())},
                {"end", titled({"last day", "最后一天"}, date())},
                {"days", titled({"number of days, in place of end", "天数，可代替end"}, whole(1))},
                {"seed", titled({"seed of all chance", "随机种子"}, whole(0))},
                {"world", world_schema()},
                {"parameters", parameters_schema()},
                {"levers", levers_schema()},
                {"cards", titled({"governance systems in play", "启用的治理制度卡"}, list_of(card_schema()))},
                {"measures", titled({"what a policy changes", "政策措施"}, list_of(measure_schema()))},
                {"facilities", titled({"planned unwanted facilities", "拟建邻避设施"}, list_of(facility_schema()))},
                {"shocks", titled({"what happens to the city", "外部冲击"}, list_of(shock_schema()))},
                {"budget", titled({"what a year may cost", "一年的预算"}, quantity("yuan", 0, highest_budget))},
                {"costs", costs_schema()}}));
  return schema;
}

Json parameter_table(Language language) {
  Json table = Json::array();
  Parameters parameters;
  for_each_parameter(parameters, [&](const ParameterInfo& info, double& value) {
    table.push_back(row(info, value, language));
    if (!info.kind.english.empty()) table.back()["kind"] = text(info.kind.in(language));
  });
  return table;
}

Json lever_table(Language language) {
  Json table = Json::array();
  LeverValues levers;
  for_each_lever(levers, [&](const LeverInfo& info, double& value) {
    table.push_back(row(info, value, language));
    table.back()["unit_cost"] = info.unit_cost;
    table.back()["cost_basis"] = text(cost_bases[info.basis].key);
    table.back()["cost_per"] = cost_per(info).in(language);
    table.back()["cost_source"] = text(info.cost_source);
  });
  return table;
}

Json signpost_table(Language language) {
  Json table = Json::array();
  for (const SignpostInfo& signpost : signposts)
    table.push_back({{"name", text(signpost.key)},
                     {"label", text(signpost.name.in(language))},
                     {"unit", text(unit_of(signpost.unit).name.in(language))},
                     {"unit_key", text(signpost.unit)}});
  return table;
}

}  // namespace linli
