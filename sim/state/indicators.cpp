#include "state/indicators.h"

namespace linli {
namespace {

template <class Enum>
std::vector<Kind> kinds_of(const PerKind<Enum, Kind>& table) {
  return {table.begin(), table.end()};
}

const PerKind<Axis, AxisInfo>& axes() {
  static const PerKind<Axis, AxisInfo> table = {{{
      {"", {"", ""}, {}},
      {"dispute_type", {"type of dispute", "纠纷类型"}, kinds_of(dispute_types)},
      {"stage", {"stage of a dispute", "纠纷所处环节"}, kinds_of(stages)},
      {"offence_type", {"type of offence", "违法犯罪类型"}, kinds_of(offence_types)},
      {"harm", {"bodily harm", "伤害程度"}, kinds_of(harms)},
      {"sector", {"sector", "行业"}, kinds_of(sectors)},
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
