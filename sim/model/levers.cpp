#include "model/levers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

#include "core/error.h"
#include "model/units.h"

namespace linli {
namespace {

using Visit = std::function<void(const LeverInfo& info, double& value)>;

class LeverList {
 public:
  LeverList(std::string_view group, const Visit& visit) : group_(group), visit_(visit) {}

  void operator()(double& value, std::string_view name, const Text& label, std::string_view unit, double low,
                  double high, const Text& meaning, std::string_view source) const {
    visit_({fmt::format("{}.{}", group_, name), label, std::string(unit), low, high, meaning, source}, value);
  }

 private:
  std::string_view group_;
  const Visit& visit_;
};

void list_mediation(LeverValues::Mediation& v, const Visit& visit) {
  const LeverList list("mediation", visit);
  list(v.full_time, "full_time", {"full-time mediators", "专职调解员"}, "posts per 10,000 residents", 0, 20,
       {"posts of full-time people's mediators", "专职人民调解员岗位数"}, "Dongguan 2020: 628 posts");
  list(v.part_time, "part_time", {"part-time mediators", "兼职调解员"}, "posts per 10,000 residents", 0, 60,
       {"posts of part-time people's mediators", "兼职人民调解员岗位数"}, "Dongguan 2020: 8,945 posts");
  list(v.full_time_hours, "full_time_hours", {"hours of full-timers", "专职调解员工时"}, "hours per working day", 0, 12,
       {"hours a full-time mediator gives to cases on a working day", "专职调解员每个工作日用于办案的时间"},
       "assumption");
  list(v.part_time_hours, "part_time_hours", {"hours of part-timers", "兼职调解员工时"}, "hours per working day", 0, 12,
       {"hours a part-time mediator gives to cases on a working day", "兼职调解员每个工作日用于办案的时间"},
       "assumption");
  list(v.weekend_hours, "weekend_hours", {"weekend service", "周末调解服务"}, "share", 0, 1,
       {"share of a working day's hours offered at weekends and on holidays",
        "周末和节假日提供的工时占工作日工时的比例"},
       "assumption");
  list(v.town_share, "town_share", {"full-timers at the town centre", "镇街中心专职比例"}, "share", 0, 1,
       {"full-time posts at the town dispute centre, the rest in the communities",
        "配置在镇街矛盾调处中心的专职岗位比例，其余在村（社区）"},
       "assumption");
  list(v.training, "training", {"training of mediators", "调解员培训"}, "hours/year", 0, 400,
       {"training per mediator, taken off the hours for cases", "每名调解员的培训时间，从办案工时中扣除"},
       "assumption");
}

void list_services(LeverValues& v, const Visit& visit) {
  LeverList("legal", visit)(v.legal.awareness, "awareness", {"legal awareness", "法律知晓率"}, "share", 0, 1,
                            {"residents who know where to claim", "知道到哪里主张权利的居民所占比例"}, "assumption");
  const LeverList labour("labour", visit);
  labour(v.labour.inspection, "inspection", {"labour inspection", "劳动监察"}, "share", 0, 1,
         {"firms in arrears found within a month", "一个月内被发现的欠薪单位所占比例"}, "assumption");
  labour(v.labour.sanctions, "sanctions", {"sanctions on firms in arrears", "欠薪处罚"}, "share", 0, 1,
         {"found firms that are sanctioned", "被发现的欠薪单位中受到处罚的比例"}, "assumption");
  labour(v.labour.fund, "fund", {"arrears fund", "欠薪保障金"}, "share", 0, 1,
         {"found firms whose workers the arrears fund pays", "由欠薪保障金垫付工资的被发现单位所占比例"}, "assumption");
  LeverList("integration", visit)(v.integration.services, "services",
                                  {"public services for migrants", "流动人口公共服务"}, "share", 0, 1,
                                  {"migrants with access to schooling, health and housing services",
                                   "可享有教育、医疗和住房服务的流动人口所占比例"},
                                  "assumption");
}

void list_police(LeverValues& v, const Visit& visit) {
  const LeverList police("police", visit);
  police(v.police.officers, "officers", {"police officers", "民警"}, "posts per 10,000 residents", 0, 100,
         {"posts of police officers", "民警岗位数"}, "Shenzhen 2005");
  police(v.police.patrol, "patrol", {"officers on patrol", "巡逻警力"}, "share", 0, 1,
         {"officers on patrol", "从事巡逻的民警所占比例"}, "assumption");
  police(v.police.response, "response", {"officers answering calls", "接处警警力"}, "share", 0, 1,
         {"officers answering calls", "从事接处警的民警所占比例"}, "assumption");
  police(v.police.investigation, "investigation", {"officers investigating", "侦查警力"}, "share", 0, 1,
         {"officers investigating; the rest do community and office work",
          "从事侦查的民警所占比例，其余从事社区警务与内勤"},
         "assumption");
  police(v.police.procedure, "procedure", {"fair procedure", "程序公正"}, "share", 0, 1,
         {"contacts that follow fair procedure", "遵循公正程序的警民接触所占比例"}, "assumption");
  const LeverList patrol("patrol", visit);
  patrol(v.patrol.hotspot_share, "hotspot_share", {"patrol hours at hot spots", "热点巡逻时间"}, "share", 0, 1,
         {"patrol hours sent to hot spots of recorded crime", "派往案件热点的巡逻时间所占比例"}, "assumption");
  patrol(v.patrol.population_share, "population_share", {"patrol hours by population", "按人口分配的巡逻时间"}, "share",
         0, 1, {"patrol hours spread by population; the rest is random", "按人口分配的巡逻时间所占比例，其余随机分配"},
         "assumption");
  patrol(v.patrol.hotspot_grids, "hotspot_grids", {"grids that count as hot spots", "热点网格比例"}, "share", 0.001, 1,
         {"a town's grids that count as hot spots", "镇街内被列为热点的网格所占比例"}, "assumption");
  patrol(v.patrol.visit_minutes, "visit_minutes", {"length of a visit", "每次停留时间"}, "minutes", 1, 240,
         {"length of a patrol's visit", "巡逻每次到访的停留时间"}, "Koper 1995");
}

void list_prevention(LeverValues& v, const Visit& visit) {
  LeverList("guardianship", visit)(v.guardianship.cameras, "cameras", {"cameras", "摄像头"},
                                   "cameras per 10,000 residents", 1, 2000,
                                   {"public cameras", "公共视频监控摄像头数量"}, "assumption");
  LeverList("fraud", visit)(v.fraud.awareness, "awareness", {"warnings against fraud", "反诈宣传"}, "share", 0, 1,
                            {"residents reached by warnings this year", "本年度反诈宣传覆盖的居民所占比例"},
                            "assumption");
  LeverList("reporting", visit)(
      v.reporting.ease, "ease", {"ease of reporting", "报案便利度"}, "logit", -3, 3,
      {"log odds of reporting gained by hotline, app or reward", "热线、应用程序或奖励使报案的对数优势增加的量"},
      "assumption");
}

// The list is in the order of the struct, which holds nothing but doubles: a lever's position is its place in the row.
using Row = std::array<double, sizeof(LeverValues) / sizeof(double)>;

}  // namespace

void for_each_lever(LeverValues& values, const Visit& visit) {
  list_mediation(values.mediation, visit);
  list_services(values, visit);
  list_police(values, visit);
  list_prevention(values, visit);
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

Levers::Levers(std::size_t towns, const LeverValues& baseline) : values_(towns, baseline) {}

double Levers::value(Id<Town> town, int lever) const {
  return std::bit_cast<Row>(values_[town])[static_cast<std::size_t>(lever)];
}

void Levers::set(Day day, Id<Town> town, int lever, double value) {
  const LeverInfo& info = lever_list().at(static_cast<std::size_t>(lever));
  if (!(value >= info.low && value <= info.high))
    throw InputError("", out_of_range(info.name, value, info.low, info.high, info.unit, info.label));
  Row row = std::bit_cast<Row>(values_[town]);
  double& current = row[static_cast<std::size_t>(lever)];
  if (current == value) return;
  current = value;
  values_[town] = std::bit_cast<LeverValues>(row);
  log_.push_back({day, town, lever, value});
}

}  // namespace linli
