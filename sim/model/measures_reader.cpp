#include "model/measures_reader.h"

#include <cmath>

#include "model/policy.h"
#include "model/suggestions.h"
#include "model/towns_file.h"
#include "model/units.h"

namespace linli {
namespace {

constexpr double longest = 36525.0;  // [days] of a ramp or a wait

Day day_in(const Item& item, const Scenario& scenario) {
  using std::chrono::sys_days;
  return static_cast<Day>((sys_days(date_in(item)) - sys_days(scenario.start)).count());
}

/// A number of whole days; months and years are rounded.
Day span_in(const Item& item, double low, const Text& label) {
  const double days = number_in(item, "days");
  if (days < low || days > longest) refuse(item, out_of_range(item.key(), days, low, longest, "days", label));
  return static_cast<Day>(std::lround(days));
}

int lever_in(const Item& item) {
  const std::string name = text_in(item);
  if (const int lever = lever_index(name); lever >= 0) return lever;
  std::vector<std::string> known;
  for (const LeverInfo& info : lever_list()) known.push_back(info.name);
  refuse(item, say({"there is no lever {}{}", "没有名为{}的政策杠杆{}"}, name, suggestion(name, known)));
}

void read_set(const Item& item, const LeverInfo& lever, Measure& measure) {
  measure.amount = number_in(item, lever.unit);
  if (measure.amount < lever.low || measure.amount > lever.high)
    refuse(item, out_of_range(lever.name, measure.amount, lever.low, lever.high, lever.unit, lever.label));
}

void read_scale(const Item& item, Measure& measure) {
  measure.amount = number_in(item, "1");
  if (measure.amount < 0.0)
    refuse(item, say({"is {}; a factor of 0 or more is allowed", "为{}；倍数不能小于0"}, measure.amount));
}

void read_action(const Item& table, Measure& measure) {
  using enum Measure::Action;
  const auto to_set = find(table, "set"), to_add = find(table, "add"), to_scale = find(table, "scale");
  if (to_set.has_value() + to_add.has_value() + to_scale.has_value() != 1)
    refuse(table, say({"needs exactly one of set, add and scale", "set、add、scale必须且只能选一个"}));
  const LeverInfo& lever = lever_list()[static_cast<std::size_t>(measure.lever)];
  measure.action = to_set ? set : to_add ? add : scale;
  if (to_set) read_set(*to_set, lever, measure);
  if (to_add) measure.amount = number_in(*to_add, lever.unit);
  if (to_scale) read_scale(*to_scale, measure);
}

/// One of the kinds of a table, by its key.
template <class Enum, class Info>
Enum kind_in(const Item& item, const PerKind<Enum, Info>& infos, const Text& nothing_of_that_name) {
  const std::string key = text_in(item);
  std::vector<std::string> known;
  for (const Enum kind : every<Enum>()) {
    if (infos[kind].key == key) return kind;
    known.emplace_back(infos[kind].key);
  }
  refuse(item, say(nothing_of_that_name, key, suggestion(key, known)));
}

Trigger trigger_in(const Item& table, Problems& problems) {
  note_unknown(table_in(table), {"indicator", "above", "below", "for"}, problems);
  const SignpostInfo& signpost =
      signposts[kind_in(need(table, "indicator"), signposts, {"there is no indicator {}{}", "没有名为{}的指标{}"})];
  const auto above = find(table, "above"), below = find(table, "below");
  if (above.has_value() == below.has_value())
    refuse(table, say({"needs exactly one of above and below", "above和below必须且只能选一个"}));
  Trigger trigger{std::string(signpost.key), above.has_value(), number_in(above ? *above : *below, signpost.unit), 1};
  if (const auto wait = find(table, "for")) trigger.for_days = span_in(*wait, 1, {"days in a row", "连续天数"});
  return trigger;
}

void read_days(const Item& table, const Scenario& scenario, Measure& measure) {
  measure.to = scenario.days();
  if (const auto from = find(table, "from")) measure.from = day_in(*from, scenario);
  if (const auto ramp = find(table, "ramp"))
    measure.ramp = span_in(*ramp, 0, {"until the full amount", "达到全部力度前"});
  const auto to = find(table, "to");
  if (!to) return;
  measure.to = day_in(*to, scenario);
  if (measure.to > measure.from) return;
  const auto from = find(table, "from");
  const Date begin = from ? date_in(*from) : scenario.start;
  refuse(*to, say({"the measure ends on {}, which is not after its start on {}", "措施的结束日期{}不晚于开始日期{}"},
                  to_string(date_in(*to)), to_string(begin)));
}

std::vector<Id<Town>> towns_in(const Item& list, const Scenario& scenario) {
  std::vector<Id<Town>> towns;
  for (const Item& name : members(list_in(list)))
    towns.push_back(town_named(text_in(name), scenario.world.towns, name.where()));
  return towns;
}

Measure measure_in(const Item& table, const Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"lever", "set", "add", "scale", "towns", "from", "to", "ramp", "once"}, problems);
  Measure measure;
  measure.where = table.where();
  measure.lever = lever_in(need(table, "lever"));
  read_action(table, measure);
  read_days(table, scenario, measure);
  if (const auto towns = find(table, "towns")) measure.towns = towns_in(*towns, scenario);
  if (const auto once = find(table, "once")) measure.once = trigger_in(*once, problems);
  return measure;
}

double degrees_in(const Item& item, double most, const Text& label) {
  const double degrees = number_in(item, "1");
  if (std::abs(degrees) > most) refuse(item, out_of_range(item.key(), degrees, -most, most, "degrees", label));
  return degrees;
}

Facility facility_in(const Item& table, const Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"name", "lon", "lat", "announced", "decided"}, problems);
  Facility facility;
  facility.name = text_in(need(table, "name"));
  facility.lon = degrees_in(need(table, "lon"), 180, {"longitude", "经度"});
  facility.lat = degrees_in(need(table, "lat"), 85, {"latitude", "纬度"});
  facility.announced = day_in(need(table, "announced"), scenario);
  const Item decided = need(table, "decided");
  facility.decided = day_in(decided, scenario);
  if (facility.decided < facility.announced)
    refuse(decided, say({"the facility is decided before it is announced", "设施的决定日期早于公示日期"}));
  return facility;
}

void read_size(const Item& item, Shock& shock) {
  const ShockInfo& info = shock_kinds[shock.kind];
  shock.size = number_in(item, info.unit);
  if (shock.size < info.low || shock.size > info.high)
    refuse(item, say({"is {}; allowed are {} to {} ({})", "为{}；允许范围为{}至{}（{}）"}, shock.size, info.low,
                     info.high, info.size));
}

void read_sector(const Item& item, Shock& shock) {
  if (shock.kind != Shock::Kind::closures && shock.kind != Shock::Kind::slump)
    refuse(item, say({"a {} hits people, not a sector; sector goes with closures and slump",
                      "{}影响的是居民而不是行业；只有closures和slump可以填写sector"},
                     shock_kinds[shock.kind].name));
  shock.sector = kind_in(item, sectors, {"there is no sector {}{}", "没有名为{}的行业{}"});
}

void read_duration(const Item& table, const Scenario& scenario, Shock& shock) {
  shock.day = day_in(need(table, "from"), scenario);
  const auto lasts = find(table, "lasts"), to = find(table, "to");
  if (lasts && to) refuse(*to, say({"give either lasts or to, not both", "lasts和to只能填写一个"}));
  if (lasts) shock.lasts = span_in(*lasts, 1, {"that the shock lasts", "冲击持续时间"});
  if (!to) return;
  shock.lasts = day_in(*to, scenario) - shock.day;
  if (shock.lasts < 1)
    refuse(*to, say({"the shock ends on {}, which is not after its start on {}", "冲击的结束日期{}不晚于开始日期{}"},
                    to_string(date_in(*to)), to_string(date_in(need(table, "from")))));
}

Shock shock_in(const Item& table, const Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"kind", "size", "towns", "sector", "from", "lasts", "to"}, problems);
  Shock shock;
  shock.where = table.where();
  shock.kind = kind_in(need(table, "kind"), shock_kinds, {"there is no shock {}{}", "没有名为{}的冲击{}"});
  read_size(need(table, "size"), shock);
  read_duration(table, scenario, shock);
  if (const auto towns = find(table, "towns")) shock.towns = towns_in(*towns, scenario);
  if (const auto sector = find(table, "sector")) read_sector(*sector, shock);
  return shock;
}

}  // namespace

void read_measures(const Item& list, Scenario& scenario, Problems& problems) {
  for (const Item& item : members(list_in(list)))
    attempt(problems, [&] { scenario.measures.push_back(measure_in(item, scenario, problems)); });
}

void read_facilities(const Item& list, Scenario& scenario, Problems& problems) {
  for (const Item& item : members(list_in(list)))
    attempt(problems, [&] { scenario.facilities.push_back(facility_in(item, scenario, problems)); });
}

void read_shocks(const Item& list, Scenario& scenario, Problems& problems) {
  for (const Item& item : members(list_in(list)))
    attempt(problems, [&] { scenario.shocks.push_back(shock_in(item, scenario, problems)); });
}

}  // namespace linli
