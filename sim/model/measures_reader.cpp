#include "model/measures_reader.h"

#include <cmath>

#include "model/measure_fields.h"
#include "model/units.h"

namespace linli {
namespace {

Measure measure_in(const Item& table, const Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"lever", "set", "add", "scale", "towns", "from", "to", "ramp", "once"}, problems);
  const LeverChange change = change_in(table);
  const InForce force = force_in(table, scenario, problems);
  return {.lever = change.lever,
          .action = change.action,
          .amount = change.amount,
          .towns = force.towns,
          .from = force.from,
          .to = force.to,
          .ramp = force.ramp,
          .once = force.once,
          .where = table.where()};
}

double degrees_in(const Item& item, double most, const Text& label) {
  const double degrees = number_in(item, "1");
  if (std::abs(degrees) > most) refuse(item, out_of_range(item.key(), degrees, -most, most, "degrees", label));
  return degrees;
}

Facility facility_in(const Item& table, const Scenario& scenario, Problems& problems) {
  note_unknown(table_in(table), {"name", "lon", "lat", "announced", "decided"}, problems);
  Facility facility;
  facility.where = table.where();
  facility.name = line_in(need(table, "name"));
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
