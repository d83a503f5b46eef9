#include "model/lists/levers.h"

#include <algorithm>

#include "core/error.h"
#include "model/lists/lever_list.h"
#include "model/lists/units.h"

namespace linli {
void for_each_lever(LeverValues& values, const std::function<void(const LeverInfo& info, double& value)>& visit) {
  list_mediation(values.mediation, visit);
  list_institutions(values, visit);
  list_referral(values, visit);
  list_labour(values.labour, visit);
  list_workplace(values.workplace, visit);
  list_residents(values, visit);
  list_grids(values, visit);
  list_police(values.police, visit);
  list_patrol(values.patrol, visit);
  list_prevention(values, visit);
  list_support(values, visit);
  list_order(values, visit);
}

// The list is in the order of the struct, which holds nothing but doubles: a lever's position is its place in the row.
std::span<double> values_of(LeverValues& values) {
  return {reinterpret_cast<double*>(&values), sizeof values / sizeof(double)};
}

const std::vector<LeverInfo>& lever_list() {
  static const std::vector<LeverInfo> list = [] {
    std::vector<LeverInfo> entries;
    LeverValues values;
    for_each_lever(values, [&](const LeverInfo& info, double&) { entries.push_back(info); });
    return entries;
  }();
  return list;
}

int lever_index(std::string_view name) {
  const std::vector<LeverInfo>& list = lever_list();
  const auto found = std::find_if(list.begin(), list.end(), [&](const LeverInfo& info) { return info.name == name; });
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

const std::vector<Kind>& lever_groups() {
  static const std::vector<Kind> list = {
      {"mediation", {"mediation", "人民调解"}},
      {"court", {"court", "法院"}},
      {"arbitration", {"labour arbitration", "劳动仲裁"}},
      {"petition", {"petitions", "信访"}},
      {"referral", {"referral to mediation", "移交调解"}},
      {"legal", {"legal services", "法律服务"}},
      {"labour", {"wages and firms", "欠薪与企业监管"}},
      {"workplace", {"workplaces", "平安企业"}},
      {"integration", {"integration of migrants", "流动人口融入"}},
      {"community", {"community affairs", "村（社区）自治"}},
      {"housing", {"rented homes", "出租屋"}},
      {"registration", {"registration of residents", "人口登记"}},
      {"rounds", {"grid rounds", "网格巡查"}},
      {"visits", {"stationed teams", "驻点团队"}},
      {"safety", {"safety inspection", "安全巡查"}},
      {"police", {"police", "公安"}},
      {"patrol", {"patrols", "巡逻"}},
      {"guardianship", {"guardianship", "技防与群防"}},
      {"fraud", {"fraud prevention", "反诈"}},
      {"reporting", {"reporting", "报案与举报"}},
      {"emergency", {"emergency response", "应急处置"}},
      {"youth", {"youth", "青少年"}},
      {"reentry", {"re-entry and correction", "安置帮教与矫正"}},
      {"wellbeing", {"psychological services", "心理服务"}},
      {"aid", {"aid to households", "困难帮扶"}},
      {"predation", {"predatory groups", "涉恶团伙"}},
      {"collective", {"collective incidents", "群体性事件"}},
      {"information", {"open information", "信息公开"}},
      {"assessment", {"assessment", "考核"}},
  };
  return list;
}

std::vector<double> reference_unit_costs() {
  std::vector<double> costs;
  for (const LeverInfo& info : lever_list()) costs.push_back(info.unit_cost);
  return costs;
}

Levers::Levers(std::size_t towns, const LeverValues& baseline) : values_(towns, baseline) {}

double Levers::value(Id<Town> town, int lever) const {
  LeverValues row = values_[town];
  return values_of(row)[static_cast<std::size_t>(lever)];
}

void Levers::set(Day day, Id<Town> town, int lever, double value, const Cause& cause) {
  const LeverInfo& info = lever_list().at(static_cast<std::size_t>(lever));
  if (!(value >= info.low && value <= info.high))
    throw InputError("", out_of_range(info.name, value, info.low, info.high, info.unit, info.label));
  double& current = values_of(values_[town])[static_cast<std::size_t>(lever)];
  const bool fires_today = cause.fired == day;  // worth a line even where it changes nothing
  if (current == value && !fires_today) return;
  current = value;
  log_.push_back({day, town, lever, value, cause});
}

}  // namespace linli
