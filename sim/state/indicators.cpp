#include "state/indicators.h"

#include "model/levers.h"

namespace linli {
namespace {

template <class Enum>
std::vector<Kind> kinds_of(const PerKind<Enum, Kind>& table) {
  return {table.begin(), table.end()};
}

std::vector<Kind> kinds_of_levers() {
  std::vector<Kind> kinds;
  for (const LeverInfo& lever : lever_list()) kinds.push_back({lever.name, lever.label});
  return kinds;
}

const PerKind<Axis, AxisInfo>& axes() {
  static const PerKind<Axis, AxisInfo> table = {{{
      {"", {"", ""}, {}},
      {"dispute_type", {"type of dispute", "纠纷类型"}, kinds_of(dispute_types)},
      {"stage", {"stage of a dispute", "纠纷所处环节"}, kinds_of(stages)},
      {"offence_type", {"type of offence", "违法犯罪类型"}, kinds_of(offence_types)},
      {"harm", {"bodily harm", "伤害程度"}, kinds_of(harms)},
      {"sector", {"sector", "行业"}, kinds_of(sectors)},
      {"group", {"group of residents", "居民群体"}, kinds_of(groups)},
      {"referral", {"way of referral", "移送途径"}, kinds_of(referrals)},
      {"hazard_type", {"type of hazard", "隐患类型"}, kinds_of(hazard_types)},
      {"response", {"response to an incident", "事件处置方式"}, kinds_of(responses)},
      {"sanction", {"what followed for the offender", "处理结果"}, kinds_of(sanctions)},
      {"lever", {"lever", "政策杠杆"}, kinds_of_levers()},
      {"quantile", {"quantile", "分位数"}, kinds_of(quantiles)},
  }}};
  return table;
}

}  // namespace

const AxisInfo& axis_info(Axis axis) {
  return axes()[axis];
}

std::size_t width(Axis axis) {
  return axis == Axis::none ? 1 : axis_info(axis).kinds.size();
}

}  // namespace linli
