/// The list of parameters: what rounds, visits and inspections bring to light, and the hazards they are up against.
///
/// Rates of hazards are set so that the 9,889 grid workers of 2020 find and get fixed about 1.2 million hazards a year
/// (more than 6 million until 2020). Accidents are priors of the order of what cities of this size record: some 1,900
/// fires, 1,900 traffic and 800 workplace accidents a year, and between 100 and 200 deaths.

#include "model/lists/parameter_list.h"

namespace linli {

void list_service(Parameters::Service& p, const ParameterVisit& visit) {
  const ParameterList list("service", visit);
  list(p.find_latent, "find_latent", {"grievances found on rounds", "网格巡查发现矛盾的比例"}, "share", 0, 1,
       {"a household's latent grievances that a visit of a grid worker brings to light",
        "网格员一次入户走访能够发现的该户潜在矛盾所占比例"},
       "prior");
  list(p.leader_finds, "leader_finds", {"grievances found by leaders", "驻点走访发现矛盾的比例"}, "share", 0, 1,
       {"a household's latent grievances that a visit of the stationed team brings to light",
        "驻点团队一次入户走访能够发现的该户潜在矛盾所占比例"},
       "prior");
  list(p.find_hazard, "find_hazard", {"hazards found on rounds", "网格巡查发现隐患的比例"}, "share", 0, 1,
       {"hazards in and around a home that a visit of a grid worker finds",
        "网格员一次入户走访能够发现的住户及其周边隐患所占比例"},
       "prior from hazards found in Dongguan to 2020");
  list(p.inspector_visits, "inspector_visits", {"inspections by an inspector", "安全检查员日检查次数"}, "1/day", 0, 50,
       {"firms that a safety inspector calls on in a working day", "一名安全检查员每个工作日检查的单位数"},
       "assumption");
  list(p.inspector_finds, "inspector_finds", {"hazards found by inspections", "安全检查发现隐患的比例"}, "share", 0, 1,
       {"hazards of a firm or a rented home that an inspection finds", "一次检查能够发现的单位或出租屋隐患所占比例"},
       "prior");
  list(p.working_days, "working_days", {"working days of the staff", "工作人员年工作日"}, "days", 0, 366,
       {"days a year on which a grid worker or an inspector is at work", "网格员和安全检查员每年的工作天数"},
       "assumption");
  list(p.registration_effect, "registration_effect", {"registration and rounds", "人口登记对走访的作用"}, "1", 0, 5,
       {"what a grid worker's visit finds is multiplied by 1 + this * (coverage of registration - 0.5)",
        "网格员走访的发现率乘以〔1＋本值×（登记覆盖率－0.5）〕"},
       "prior");
  list(p.social_visits, "social_visits", {"visits of a social worker", "社工每日走访量"}, "visits/day", 0, 40,
       {"homes that a social worker visits on a working day", "社会工作者每个工作日走访的户数"}, "assumption");
  list(p.social_finds, "social_finds", {"finding by social workers", "社工发现率"}, "share", 0, 1,
       {"share of a household's latent grievances that a social worker's visit finds",
        "社会工作者一次走访所发现的该户潜在矛盾的比例"},
       "prior");
  list(p.social_ties, "social_ties", {"ties from social work", "社工增进的联系"}, "share", 0, 0.5,
       {"ties gained by somebody whom a social worker visits", "社会工作者走访使居民增加的社会联系"}, "prior");
  list(p.grant_gap, "grant_gap", {"gap between grants", "项目经费空档"}, "days", 0, 365,
       {"days at the beginning of a year until grants pay social workers", "每年年初社工项目经费到位前的天数"},
       "assumption");
  list(p.targeting_memory, "targeting_memory", {"window of what was found", "精准巡查的记录窗口"}, "days", 1, 730,
       {"window of what was found in a grid that steers the rounds", "决定巡查安排的网格发现记录的时间窗口"},
       "assumption");
}

void list_hazard(Parameters::Hazard& p, const ParameterVisit& visit) {
  const ParameterList list("hazard", visit);
  list(p.type, &OfHazard::rate, hazard_types, "rate", {"hazards arising", "隐患产生率"}, "1/(1000 person-years)", 0,
       5000,
       {"hazards that arise from those exposed: residents, for workplaces those who work there",
        "相关人群中新增的隐患数；生产安全按在岗人员计，其余按居民计"},
       "prior from hazards found in Dongguan to 2020");
  list(p.type, &OfHazard::persistence, hazard_types, "persistence", {"life of unfound hazards", "未发现隐患的存续时间"},
       "days", 1, 3650,
       {"mean time until a hazard that nobody finds goes by itself", "无人发现的隐患自行消除的平均时间"}, "prior");
  list(p.type, &OfHazard::repair, hazard_types, "repair", {"time to fix a hazard", "隐患整改时间"}, "days", 0.1, 365,
       {"mean time from finding a hazard until it is fixed", "隐患从发现到整改完成的平均时间"}, "prior");
  list(p.type, &OfHazard::accident, hazard_types, "accident", {"accidents of a hazard", "隐患引发事故率"}, "1/year", 0,
       5, {"accidents a year that a hazard causes while it lasts", "隐患存续期间每年引发的事故数"}, "prior");
  list(p.type, &OfHazard::injury, hazard_types, "injury", {"accidents with injuries", "致伤事故比例"}, "share", 0, 1,
       {"accidents in which somebody is injured and nobody killed", "有人受伤但无人死亡的事故所占比例"}, "prior");
  list(p.type, &OfHazard::death, hazard_types, "death", {"fatal accidents", "致死事故比例"}, "share", 0, 1,
       {"accidents in which somebody is killed", "有人死亡的事故所占比例"}, "prior");
  list(p.grade_effect, "grade_effect", {"fire hazards and rental grade", "出租屋等级对火灾隐患的作用"}, "1", 0, 5,
       {"fire hazards of tenants are multiplied by 1 + this for each grade below the best",
        "出租屋每低于最好等级一级，租户火灾隐患的倍数增加本值"},
       "prior");
  list(p.accident_strain, "accident_strain", {"strain of an accident", "事故造成的压力"}, "strain", 0, 5,
       {"strain of somebody injured, and of the household of somebody killed", "伤者以及死者家人因事故增加的压力"},
       "prior");
  list(p.flood_factor, "flood_factor", {"hazards in a flood", "洪涝对隐患的作用"}, "1", 0, 200,
       {"hazards arising are multiplied by 1 + this * share of residents hit",
        "洪涝期间隐患产生率乘以（1＋本值×受灾居民比例）"},
       "prior");
  list(p.flood_strain, "flood_strain", {"strain of a flood", "洪涝造成的压力"}, "strain", 0, 5,
       {"strain of a resident who is hit by a flood", "受灾居民因洪涝增加的压力"}, "prior");
}

}  // namespace linli
