#include "state/indicators.h"

#include "model/lists/levers.h"

namespace linli {
namespace {

std::vector<Kind> nothing() {
  return {};
}

template <const auto& table>
std::vector<Kind> kinds_of() {
  return {table.begin(), table.end()};
}

std::vector<Kind> kinds_of_levers() {
  std::vector<Kind> kinds;
  for (const LeverInfo& lever : lever_list()) kinds.push_back({lever.name, lever.label});
  return kinds;
}

struct AxisRow {
  std::string_view key;
  Text name;
  std::vector<Kind> (*kinds)();
};
constexpr PerKind<Axis, AxisRow> axis_rows = {{
    {Axis::none, "", {"", ""}, nothing},
    {Axis::dispute_type, "dispute_type", {"type of dispute", "纠纷类型"}, kinds_of<dispute_types>},
    {Axis::stage, "stage", {"stage of a dispute", "纠纷所处环节"}, kinds_of<stages>},
    {Axis::offence_type, "offence_type", {"type of offence", "违法犯罪类型"}, kinds_of<offence_types>},
    {Axis::harm, "harm", {"bodily harm", "伤害程度"}, kinds_of<harms>},
    {Axis::sector, "sector", {"sector", "行业"}, kinds_of<sectors>},
    {Axis::group, "group", {"group of residents", "居民群体"}, kinds_of<groups>},
    {Axis::referral, "referral", {"way of referral", "移交途径"}, kinds_of<referrals>},
    {Axis::hazard_type, "hazard_type", {"type of hazard", "隐患类型"}, kinds_of<hazard_types>},
    {Axis::response, "response", {"response to an incident", "事件处置方式"}, kinds_of<responses>},
    {Axis::sanction, "sanction", {"what followed for the offender", "处理结果"}, kinds_of<sanctions>},
    {Axis::lever, "lever", {"lever", "政策杠杆"}, kinds_of_levers},
    {Axis::quantile, "quantile", {"quantile", "分位数"}, kinds_of<quantiles>},
}};

PerKind<Axis, AxisInfo> all_axes() {
  PerKind<Axis, AxisInfo> axes;
  for (Axis axis : every<Axis>()) axes[axis] = {axis_rows[axis].key, axis_rows[axis].name, axis_rows[axis].kinds()};
  return axes;
}

}  // namespace

const AxisInfo& axis_info(Axis axis) {
  static const PerKind<Axis, AxisInfo> axes = all_axes();
  return axes[axis];
}

std::size_t width(Axis axis) {
  return axis == Axis::none ? 1 : axis_info(axis).kinds.size();
}

}  // namespace linli
