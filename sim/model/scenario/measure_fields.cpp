#include "model/scenario/measure_fields.h"

#include <cmath>

#include "model/lists/units.h"
#include "model/scenario/towns_file.h"

namespace linli {
namespace {

constexpr double longest = 36525.0;  // [days] of a ramp or a wait

int lever_in(const Item& item) {
  const std::string name = text_in(item);
  if (const int lever = lever_index(name); lever >= 0) return lever;
  std::vector<std::string> known;
  for (const LeverInfo& info : lever_list()) known.push_back(info.name);
  refuse(item, say({"there is no lever {}{}", "没有名为{}的政策杠杆{}"}, name, suggestion(name, known)));
}

double set_in(const Item& item, const LeverInfo& lever) {
  const double value = number_in(item, lever.unit);
  if (value < lever.low || value > lever.high)
    refuse(item, out_of_range(lever.name, value, lever.low, lever.high, lever.unit, lever.label));
  return value;
}

double scale_in(const Item& item) {
  const double factor = number_in(item, "1");
  if (factor < 0.0) refuse(item, say({"is {}; a factor of 0 or more is allowed", "为{}；倍数不能小于0"}, factor));
  return factor;
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

/// The last day from `to`, which must lie after the first.
void read_end(const Item& to, const Item& table, const Scenario& scenario, InForce& force) {
  force.to = day_in(to, scenario);
  if (force.to > force.from) return;
  const auto from = find(table, "from");
  const Date begin = from ? date_in(*from) : scenario.start;
  refuse(to, say({"the measure ends on {}, which is not after its start on {}", "措施的结束日期{}不晚于开始日期{}"},
                 to_string(date_in(to)), to_string(begin)));
}

}  // namespace

Day day_in(const Item& item, const Scenario& scenario) {
  using std::chrono::sys_days;
  return static_cast<Day>((sys_days(date_in(item)) - sys_days(scenario.start)).count());
}

Day span_in(const Item& item, double low, const Text& label) {
  const double days = number_in(item, "days");
  if (days < low || days > longest) refuse(item, out_of_range(item.key(), days, low, longest, "days", label));
  return static_cast<Day>(std::lround(days));
}

LeverChange change_in(const Item& table) {
  using enum Measure::Action;
  const int index = lever_in(need(table, "lever"));
  const LeverInfo& lever = lever_list()[static_cast<std::size_t>(index)];
  const auto to_set = find(table, "set"), to_add = find(table, "add"), to_scale = find(table, "scale");
  if (to_set.has_value() + to_add.has_value() + to_scale.has_value() != 1)
    refuse(table, say({"needs exactly one of set, add and scale", "set、add、scale必须且只能选一个"}));
  if (to_set) return {index, set, set_in(*to_set, lever)};
  if (to_add) return {index, add, number_in(*to_add, lever.unit)};
  return {index, scale, scale_in(*to_scale)};
}

std::vector<Id<Town>> towns_in(const Item& list, const Scenario& scenario) {
  std::vector<Id<Town>> towns;
  for (const Item& name : members(list_in(list)))
    towns.push_back(town_named(text_in(name), scenario.world.towns, name.where()));
  return towns;
}

InForce force_in(const Item& table, const Scenario& scenario, Problems& problems) {
  InForce force;
  force.to = scenario.days();
  if (const auto from = find(table, "from")) force.from = day_in(*from, scenario);
  if (const auto ramp = find(table, "ramp"))
    force.ramp = span_in(*ramp, 0, {"until the full amount", "达到全部力度前"});
  if (const auto to = find(table, "to")) read_end(*to, table, scenario, force);
  if (const auto towns = find(table, "towns")) force.towns = towns_in(*towns, scenario);
  if (const auto once = find(table, "once")) force.once = trigger_in(*once, problems);
  return force;
}

}  // namespace linli
