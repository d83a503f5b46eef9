/// The list of parameters: offences, what they leave behind, and the work of the police.
///
/// Near repeats follow Short and others (2008), the best length of a visit Koper (1995), the effect of patrol the
/// meta-analysis of Braga and Weisburd (2022). Reporting comes from the surveys of Guangzhou in 2002, 2003 and 2009 and
/// of Liu and others (2018); clear-up from the national statistics (2009: 44 %; homicide 2023: 99.9 %).

#include "model/lists/parameter_list.h"

namespace linli {
namespace {

void list_offenders(Parameters::Crime& p, OfOffences& of, const ParameterList& list) {
  list(of, &OfOffence::rate, offence_types, "rate", {"attempts", "作案企图率"}, "1/(person-year)", 0, 2,
       {"attempts per person-year; for fraud the attempts met. Violence from disputes has rates of its own",
        "每人年的作案企图次数，诈骗为遭遇次数；纠纷引发的暴力另有其发生率"},
       "prior from Guangdong 110 calls, 2020");
  list(p.impulsivity_base, "impulsivity_base", {"base of propensity", "倾向基数"}, "1", 0, 2,
       {"propensity is this + slope * impulsivity", "作案倾向为本值＋斜率×冲动性"}, "prior");
  list(p.impulsivity_slope, "impulsivity_slope", {"propensity and impulsivity", "冲动性对倾向的作用"}, "1", 0, 10,
       {"propensity gained at full impulsivity", "冲动性为1时作案倾向的增量"}, "prior");
  list(p.strain_effect, "strain_effect", {"propensity and strain", "压力对倾向的作用"}, "1", 0, 3,
       {"propensity is multiplied by 1 + this * strain", "作案倾向乘以（1＋本值×压力）"}, "prior");
  list(p.ties_effect, "ties_effect", {"propensity and ties", "社会联系对倾向的作用"}, "1", 0, 1,
       {"propensity is multiplied by 1 - this * ties", "作案倾向乘以（1－本值×社会联系）"}, "prior");
  list(p.youth_effect, "youth_effect", {"effect of youth services", "青少年服务的作用"}, "share", 0, 1,
       {"youths' propensity that full youth services take away", "青少年服务全覆盖所消除的青少年作案倾向比例"},
       "prior");
  list(p.reentry_effect, "reentry_effect", {"propensity after custody", "释放后的倾向增量"}, "1", 0, 5,
       {"propensity is multiplied by 1 + this after custody without support",
        "释放后缺少帮扶者，作案倾向乘以（1＋本值）"},
       "prior");
  list(p.reentry_time, "reentry_time", {"time of re-entry", "回归社会期"}, "days", 1, 1825,
       {"time after custody during which propensity is raised", "释放后作案倾向升高的时间"}, "prior");
  list(p.risk_elasticity, "risk_elasticity", {"deterrence by clear-up", "破案率的威慑弹性"}, "1", 0, 2,
       {"propensity is multiplied by (perceived risk / reference)^-this", "作案倾向乘以（感知风险/基准）的负本值次方"},
       "prior");
  list(p.age_factor, age_bands, "age_factor", {"propensity by age", "各年龄段倾向"}, "1", 0, 5,
       {"propensity of the age band against the mean adult", "该年龄段作案倾向相对于一般成年人的倍数"}, "prior");
  list(p.journey_length, "journey_length", {"journey to crime", "作案出行距离"}, "km", 0.1, 20,
       {"distance over which the pull of a place falls by a factor e", "地点吸引力衰减到1/e的距离"}, "prior");
}

void list_places(Parameters::Crime& p, OfOffences& of, const ParameterList& list) {
  list(p.boost_memory, "boost_memory", {"memory of near repeats", "近重复作案持续时间"}, "days", 1, 365,
       {"time over which the added attraction falls by a factor e", "新增吸引力衰减到1/e的时间"},
       "Short and others 2008");
  list(p.boost_spread, "boost_spread", {"spread of near repeats", "近重复作案扩散率"}, "1/day", 0, 1,
       {"added attraction that spreads to neighbouring grids in a day", "每天扩散到相邻网格的新增吸引力比例"},
       "Short and others 2008");
  list(of, &OfOffence::boost, offence_types, "boost", {"near repeats", "近重复作案增量"}, "1", 0, 20,
       {"attraction added by an event, in units of the base", "一次案件增加的吸引力，以基础吸引力为单位"}, "prior");
  list(p.attraction_deviation, "attraction_deviation", {"spread of attraction", "吸引力离散度"}, "1", 0, 3,
       {"standard deviation of the log of base attraction between grids", "各网格基础吸引力对数的标准差"}, "prior");
  list(p.guardian_cameras, "guardian_cameras", {"guardianship of cameras", "摄像头的守护作用"}, "1", 0, 5,
       {"guardianship at the reference density of cameras", "摄像头密度为基准时的守护强度"}, "prior");
  list(p.guardian_ties, "guardian_ties", {"guardianship of residents", "居民的守护作用"}, "1", 0, 5,
       {"guardianship where residents' ties are full", "居民社会联系充分时的守护强度"}, "prior");
  list(p.guardian_patrol, "guardian_patrol", {"guardianship of patrol", "巡逻的守护作用"}, "1", 0, 2,
       {"guardianship per square root of a place-day of presence", "每一“地点日”在场时间的平方根所产生的守护强度"},
       "prior from Braga and Weisburd 2022");
  list(p.guardian_volunteers, "guardian_volunteers", {"guardianship of volunteers", "群防群治的守护作用"}, "1", 0, 2,
       {"guardianship per square root of a place-day of volunteers' presence",
        "志愿者每一“地点日”在场时间的平方根所产生的守护强度"},
       "assumption: weaker than police");
  list(p.guardian_stops, "guardian_stops", {"guardianship of stops", "盘查的守护作用"}, "1", 0, 1,
       {"guardianship per square root of a stop in a grid and day", "网格内每日盘查次数的平方根所产生的守护强度"},
       "prior from Petersen and others 2023");
  list(p.problem_solving, "problem_solving", {"effect of problem-solving", "问题导向警务的作用"}, "share", 0, 1,
       {"of the attraction of a grid that can still be solved, taken away by an hour on its problem",
        "针对网格突出问题每投入一小时，所消除的尚可消除吸引力的比例"},
       "assumption");
  list(p.problem_memory, "problem_memory", {"lasting of problem-solving", "问题整治持续时间"}, "days", 1, 3650,
       {"time over which the attraction that was taken away comes back by a factor e",
        "已消除的吸引力衰减到1/e（即逐步恢复）的时间"},
       "assumption");
  list(p.deterrence_half_life, "deterrence_half_life", {"half-life of deterrence", "威慑半衰期"}, "minutes", 1, 1440,
       {"half-life of the deterrence that a visit leaves behind", "一次到访后残余威慑的半衰期"},
       "prior from Koper 1995");
  list(p.deterrence_dose, "deterrence_dose", {"visit that deters fully", "充分威慑所需停留"}, "minutes", 1, 120,
       {"length of a visit that deters fully", "产生充分威慑所需的停留时间"}, "Koper 1995");
  list(p.repeat_factor, "repeat_factor", {"repeat victims", "重复受害倍数"}, "1", 1, 50,
       {"weight of a recent victim against others", "近期受害者相对于其他人的权重"}, "prior");
  list(p.repeat_time, "repeat_time", {"memory of victims", "重复受害持续时间"}, "days", 1, 1095,
       {"time during which a victim counts as recent", "视为近期受害者的时间"}, "prior");
}

void list_losses(Parameters::Crime& p, const ParameterList& list) {
  list(p.victim_strain, "victim_strain", {"strain of victims", "受害造成的压力"}, "strain", 0, 5,
       {"strain added to a victim", "受害者增加的压力"}, "prior");
  list(p.fraud_success, "fraud_success", {"success of fraud", "诈骗得手率"}, "share", 0, 1,
       {"attempts that succeed at no awareness and no ties", "毫无防范意识、无社会联系时诈骗得手的比例"}, "prior");
  list(p.fraud_awareness, "fraud_awareness", {"fraud and awareness", "防范意识对诈骗的作用"}, "share", 0, 1,
       {"success removed by full awareness", "防范宣传全覆盖所消除的得手比例"}, "prior");
  list(p.fraud_ties, "fraud_ties", {"fraud and ties", "社会联系对诈骗的作用"}, "share", 0, 1,
       {"success removed by full ties", "社会联系充分所消除的得手比例"}, "prior");
  list(p.fraud_age, "fraud_age", {"fraud and old age", "高龄对诈骗的作用"}, "1", 0, 10,
       {"success is multiplied by 1 + this from the age of 60", "60岁起得手率乘以（1＋本值）"}, "prior");
  list(p.fraud_fatigue, "fraud_fatigue", {"fatigue of warnings", "反诈宣传疲劳"}, "share", 0, 1,
       {"share of the warnings' effect lost after long campaigns that reach everybody",
        "长期全覆盖宣传后，反诈宣传作用减弱的比例"},
       "prior");
  list(p.fatigue_memory, "fatigue_memory", {"memory of warnings", "宣传疲劳的记忆时间"}, "days", 1, 3650,
       {"time over which people tire of warnings", "人们对宣传产生疲劳所需的时间"}, "assumption");
  list(p.theft_loss, "theft_loss", {"loss by theft", "盗窃损失"}, "yuan", 1, 100000, {"median loss", "损失的中位数"},
       "assumption");
  list(p.fraud_loss, "fraud_loss", {"loss by fraud", "诈骗损失"}, "yuan", 1, 1000000, {"median loss", "损失的中位数"},
       "assumption");
  list(p.robbery_loss, "robbery_loss", {"loss by robbery", "抢劫抢夺损失"}, "yuan", 1, 100000,
       {"median loss", "损失的中位数"}, "assumption");
  list(p.loss_deviation, "loss_deviation", {"spread of losses", "损失离散度"}, "1", 0, 3,
       {"standard deviation of the log of losses", "损失对数的标准差"}, "assumption");
  list(p.assault_injury, "assault_injury", {"injuries by assault", "伤害案致伤比例"}, "share", 0, 1,
       {"assaults that injure", "造成受伤的伤害案所占比例"}, "prior");
  list(p.assault_death, "assault_death", {"deaths by assault", "伤害案致死比例"}, "share", 0, 0.1,
       {"assaults that kill", "造成死亡的伤害案所占比例"}, "prior from homicide statistics 2021 to 2024");
  list(p.robbery_injury, "robbery_injury", {"injuries by robbery", "抢劫致伤比例"}, "share", 0, 1,
       {"robberies that injure", "造成受伤的抢劫抢夺案所占比例"}, "prior");
}

void list_calls(Parameters::Police& p, OfOffences& of, const ParameterList& list) {
  list(of, &OfOffence::reporting, offence_types, "reporting", {"reporting", "报案率"}, "share", 0.001, 0.999,
       {"offences reported at reference trust and median loss", "在基准信任、中位损失下报案的比例"},
       "Guangzhou surveys 2002 to 2018");
  list(p.reporting_trust, "reporting_trust", {"reporting and trust", "信任对报案的作用"}, "logit", -5, 10,
       {"log odds of reporting per unit of trust above its base", "信任每高于基准一个单位，报案的对数优势增量"},
       "prior");
  list(p.reporting_loss, "reporting_loss", {"reporting and loss", "损失对报案的作用"}, "logit", 0, 5,
       {"log odds of reporting per unit of log loss above its median",
        "损失对数每高于中位数一个单位，报案的对数优势增量"},
       "prior from Liu and others 2018");
  list(p.reporting_injury, "reporting_injury", {"reporting and injury", "受伤对报案的作用"}, "logit", 0, 10,
       {"log odds of reporting gained when somebody is hurt", "有人受伤时报案的对数优势增量"}, "prior");
  list(p.criminal_loss, "criminal_loss", {"threshold of criminal cases", "刑事立案数额"}, "yuan", 0, 1000000,
       {"loss from which theft and fraud are criminal cases", "盗窃、诈骗达到刑事立案标准的数额"},
       "Guangdong standard");
  list(p.hours_per_shift, "hours_per_shift", {"hours per shift", "每班工时"}, "hours/day", 1, 24,
       {"hours an officer works on a day of duty", "民警每个执勤日的工作时间"}, "assumption");
  list(p.days_worked, "days_worked", {"days on duty", "出勤比例"}, "share", 0.1, 1,
       {"days on which an officer is on duty", "民警出勤天数所占比例"}, "assumption");
  list(p.response_time_on_scene, "response_time_on_scene", {"time on the scene", "现场处置时间"}, "minutes", 1, 600,
       {"time a unit spends on the scene", "一组警力在现场处置的时间"}, "assumption");
  list(p.response_effect, "response_effect", {"clear-up and response", "到场时间对破案的作用"}, "1", 0, 3,
       {"log odds of clear-up lost per log minute of response above 10 minutes",
        "到场时间超过10分钟后，其对数每增加一个单位，破案的对数优势减量"},
       "prior");
}

void list_cases(Parameters::Police& p, OfOffences& of, const ParameterList& list) {
  list(of, &OfOffence::solvability, offence_types, "solvability", {"solvability", "可破案率"}, "share", 0.001, 0.999,
       {"fresh cases cleared up when given full hours", "新发案件在工时充足时的破案比例"},
       "prior from clear-up in 2009");
  list(p.homicide_solvability, "homicide_solvability", {"solvability of homicide", "命案可破案率"}, "share", 0.001,
       0.9999, {"fresh homicides cleared up when given full hours", "新发命案在工时充足时的破案比例"},
       "homicide clear-up in 2023");
  list(of, &OfOffence::case_hours, offence_types, "case_hours", {"hours per case", "每案工时"}, "hours", 0.5, 1000,
       {"mean work on a case", "每起案件的平均工时"}, "assumption");
  list(p.criminal_hours_factor, "criminal_hours_factor", {"work on criminal cases", "刑事案件工时倍数"}, "1", 1, 20,
       {"work on a criminal case against a public-order case", "刑事案件工时相对于治安案件的倍数"}, "assumption");
  list(p.case_memory, "case_memory", {"ageing of cases", "案件时效"}, "days", 1, 1095,
       {"time over which solvability falls by a factor e while a case waits", "案件等待中可破案率衰减到1/e的时间"},
       "prior");
  list(p.case_shelved, "case_shelved", {"shelving of cases", "案件搁置时间"}, "days", 7, 3650,
       {"time after which an unworked case is shelved", "未侦办案件被搁置前的时间"}, "assumption");
  list(p.camera_effect, "camera_effect", {"cameras and clear-up", "摄像头对破案的作用"}, "1", 0, 3,
       {"log solvability per unit of log camera density against the reference",
        "摄像头密度对数每高于基准一个单位，可破案率对数的增量"},
       "prior");
  list(of, &OfOffence::custody, offence_types, "custody", {"custody", "羁押时间"}, "days", 1, 10000,
       {"mean custody after a cleared criminal case", "刑事案件告破后的平均羁押时间"}, "assumption");
  list(p.detention, "detention", {"detention", "行政拘留时间"}, "days", 1, 20,
       {"mean detention after a cleared public-order case", "治安案件查处后的平均拘留时间"},
       "Public Security Administration Punishments Law");
  list(p.detention_share, "detention_share", {"cases with detention", "拘留比例"}, "share", 0, 1,
       {"cleared public-order cases that end in detention", "以拘留处理的已查处治安案件所占比例"}, "assumption");
  list(p.hotspot_memory, "hotspot_memory", {"window of hot spots", "热点统计窗口"}, "days", 1, 1095,
       {"window of recorded crime that marks a hot spot", "用于认定热点的案件记录时间窗口"}, "assumption");
  list(p.beat_contacts, "beat_contacts", {"talks on a beat", "社区巡逻交谈"}, "1/hour", 0, 10,
       {"residents an officer on a beat talks with in an hour", "社区巡逻的警力每小时与居民交谈的次数"}, "assumption");
  list(p.harm_per_minute, "harm_per_minute", {"harm of waiting", "等待救助的损害"}, "1/minute", 0, 0.1,
       {"rate at which a minor harm becomes an injury while help is awaited; injuries kill at a tenth of it",
        "等待救助期间轻微伤恶化为伤害的速率；伤害致死的速率为其十分之一"},
       "assumption");
  list(p.reward_odds, "reward_odds", {"reporting and rewards", "奖励对报案的作用"}, "logit", 0, 5,
       {"log odds of reporting gained by a reward of 500 yuan", "500元奖励使报案的对数优势增加的量"}, "assumption");
  list(p.reward_leads, "reward_leads", {"leads and rewards", "奖励对线索的作用"}, "1", 0, 5,
       {"solvability is multiplied by 1 + this at a reward of 500 yuan", "奖励为500元时，可破案率乘以（1＋本值）"},
       "assumption");
  list(p.false_reports, "false_reports", {"false reports", "虚假报案"}, "share", 0, 0.2,
       {"false reports against true ones, at a reward of 500 yuan", "奖励为500元时，虚假报案与真实报案之比"},
       "assumption");
  list(p.volunteer_odds, "volunteer_odds", {"reports and citizen patrols", "群防群治对报案的作用"}, "logit", 0, 3,
       {"log odds of reporting gained where citizen patrols are twice those of 2020",
        "群防群治投入为2020年两倍时，报案的对数优势增量"},
       "assumption");
  list(p.volunteer_false, "volunteer_false", {"false reports of citizen patrols", "群防群治的误报"}, "share", 0, 0.2,
       {"false reports against true ones, where citizen patrols are twice those of 2020",
        "群防群治投入为2020年两倍时，虚假报案与真实报案之比"},
       "assumption");
  list(p.platform_effect, "platform_effect", {"dispatch and platform", "联动平台对调度的作用"}, "share", 0, 1,
       {"share of the time to dispatch that the linked platform saves", "联动平台节省的调度时间比例"}, "prior");
  list(p.stop_strain, "stop_strain", {"strain of unfair stops", "不公正盘查造成的压力"}, "strain", 0, 5,
       {"strain added by a stop without fair procedure", "一次程序不公正的盘查增加的压力"}, "assumption");
  list(p.reference_risk, "reference_risk", {"reference risk", "基准风险"}, "share", 0.001, 1,
       {"share of offences cleared up at which deterrence is neutral", "威慑作用为中性时的违法犯罪查获比例"}, "prior");
  list(p.risk_memory, "risk_memory", {"memory of risk", "风险认知时间"}, "days", 1, 3650,
       {"time over which people learn the risk of being caught", "人们认知被查获风险所需的时间"}, "prior");
}

}  // namespace

void list_crime(Parameters::Crime& p, OfOffences& of, const ParameterVisit& visit) {
  const ParameterList list("crime", visit);
  list_offenders(p, of, list);
  list_places(p, of, list);
  list_losses(p, list);
}

void list_police(Parameters::Police& p, OfOffences& of, const ParameterVisit& visit) {
  const ParameterList list("police", visit);
  list_calls(p, of, list);
  list_cases(p, of, list);
}

void list_travel(Parameters::Travel& p, const ParameterVisit& visit) {
  const ParameterList list("travel", visit);
  list(p.speed, "speed", {"speed", "行驶速度"}, "km/h", 1, 120,
       {"speed on the roads between grids", "网格之间道路的行驶速度"}, "assumption");
  list(p.detour, "detour", {"detour", "绕行系数"}, "1", 1, 4,
       {"road distance against the straight line", "道路距离与直线距离之比"}, "assumption");
}

}  // namespace linli
