/// The list of parameters: how grievances arise and what becomes of disputes.
///
/// The stages from naming to claiming are those of Felstiner, Abel and Sarat (1980); the split of grievances between
/// giving up, settling alone and third parties follows Michelson (2007), the nine steps of escalation Glasl (1982).
/// Settlement and duration at the courts' pre-trial mediation (2023: 69 %, 13.9 days) and at people's mediation (96 to
/// 98 %) bound the priors of the ladder.

#include "model/parameter_list.h"

namespace linli {

void list_grievance(Parameters::Grievance& p, const ParameterVisit& visit) {
  const ParameterList list("grievance", visit);
  list(p.rate, dispute_types, "rate", {"onset of grievances", "不满发生率"}, "1/(1000 person-years)", 0, 2000,
       {"how often those exposed come to feel wronged, per 1,000 person-years",
        "每1000人年中面临该情形者产生不满的次数"},
       "prior");
  list(p.power_gap, dispute_types, "power_gap", {"power gap", "力量差距"}, "share", 0, 1,
       {"how much stronger the other side is: 0 equals, 1 wholly", "对方的优势：0为势均力敌，1为完全强势"}, "prior");
  list(p.claiming, dispute_types, "claiming", {"claiming", "主张权利的概率"}, "share", 0.01, 0.99,
       {"grievances that are raised with the other side, at reference conditions",
        "在基准条件下向对方提出主张的不满所占比例"},
       "prior from Miller and Sarat 1980");
  list(p.ties_effect, dispute_types, "ties_effect", {"onset and ties", "社会联系对不满的作用"}, "1", 0, 1,
       {"the rate of onset is multiplied by 1 - this * ties", "不满发生率乘以（1－本值×社会联系）"}, "prior");
  list(p.strain_effect, "strain_effect", {"onset and strain", "压力对不满的作用"}, "1", 0, 3,
       {"the rate of onset is multiplied by 1 + this * strain", "不满发生率乘以（1＋本值×压力）"}, "prior");
  list(p.naming_strain, "naming_strain", {"strain of a grievance", "不满造成的压力"}, "strain", 0, 2,
       {"strain added per unit of severity", "每单位严重程度增加的压力"}, "prior");
  list(p.severity_deviation, "severity_deviation", {"spread of severity", "严重程度离散度"}, "1", 0, 2.5,
       {"standard deviation of the log of severity", "严重程度对数的标准差"}, "prior");
  list(p.claim_trust, "claim_trust", {"claiming and trust", "信任对主张的作用"}, "logit", -5, 10,
       {"log odds of claiming per unit of trust above its base", "信任每高于基准一个单位，提出主张的对数优势增量"},
       "prior");
  list(p.claim_awareness, "claim_awareness", {"claiming and legal awareness", "法律意识对主张的作用"}, "logit", -5, 10,
       {"log odds of claiming per unit of legal awareness above the reference",
        "法律知晓率每高于基准一个单位，提出主张的对数优势增量"},
       "prior");
  list(p.claim_distance, "claim_distance", {"claiming and distance", "距离对主张的作用"}, "logit/minute", 0, 0.5,
       {"log odds of claiming lost per minute to the nearest mediation committee",
        "到最近调解委员会每多一分钟路程，提出主张的对数优势减量"},
       "prior");
  list(p.latent_time, "latent_time", {"life of a latent grievance", "潜在不满持续时间"}, "days", 5, 3650,
       {"mean time until a latent grievance is given up", "潜在不满被放弃前的平均时间"}, "prior");
  list(p.density_cap, "density_cap", {"limit of crowding", "拥挤作用上限"}, "1", 1, 10,
       {"most that crowding multiplies disputes between neighbours", "居住拥挤使邻里纠纷增加的最大倍数"}, "prior");
  list(p.burst_share, "burst_share", {"quarters with failing schemes", "投资爆雷季度比例"}, "share", 0, 1,
       {"quarters in which investment schemes fail", "出现投资项目爆雷的季度所占比例"}, "prior");
  list(p.burst_factor, "burst_factor", {"onset when schemes fail", "爆雷时的发生倍数"}, "1", 1, 50,
       {"onset of investment grievances in such a quarter against the others",
        "爆雷季度投资类不满发生率相对于其他季度的倍数"},
       "prior");
  list(p.siting_distance, "siting_distance", {"reach of a facility", "选址影响距离"}, "km", 0.1, 20,
       {"distance within which residents may object to an announced facility", "居民可能反对已公示设施的距离范围"},
       "prior");
}

namespace {

void list_escalation(Parameters::Ladder& p, const ParameterList& list) {
  list(p.escalation, dispute_types, "escalation", {"escalation", "升级速度"}, "1", 0, 5,
       {"levels of intensity gained per escalation_time by parties without strain",
        "双方无压力时，每个escalation_time内激烈程度上升的级数"},
       "prior");
  list(p.escalation_time, "escalation_time", {"time scale of escalation", "升级时间尺度"}, "days", 1, 365,
       {"time in which an open dispute escalates by the number of levels above", "未了结纠纷按上述级数升级所用的时间"},
       "prior");
  list(p.escalation_strain, "escalation_strain", {"escalation and strain", "压力对升级的作用"}, "1", 0, 3,
       {"escalation is multiplied by 1 + this * strain, per party", "升级速度乘以（1＋本值×压力），每一方各计"},
       "prior");
  list(p.cooling_time, "cooling_time", {"cooling", "降温时间"}, "days", 1, 730,
       {"mean time to calm down by one level below stage 4", "激烈程度低于第4级时下降一级的平均时间"}, "prior");
  list(p.settle_time, "settle_time", {"time to settle alone", "自行和解时间"}, "days", 1, 730,
       {"mean time to a settlement between equals at intensity 1", "势均力敌的双方在激烈程度1级时自行和解的平均时间"},
       "prior");
  list(p.settle_intensity, "settle_intensity", {"settling and intensity", "激烈程度对和解的作用"}, "1", 0, 3,
       {"the rate of settling is multiplied by exp(-this * (intensity - 1))", "和解率乘以exp(－本值×（激烈程度－1））"},
       "prior");
  list(p.settle_power, "settle_power", {"settling and power", "力量差距对和解的作用"}, "1", 0, 1,
       {"the rate of settling is multiplied by 1 - this * power gap", "和解率乘以（1－本值×力量差距）"}, "prior");
  list(p.give_up_time, "give_up_time", {"time until a party gives up", "放弃时间"}, "days", 1, 3650,
       {"mean time until a party at odds gives up", "争执中的一方忍让放弃的平均时间"}, "prior from Michelson 2007");
  list(p.seek_time, "seek_time", {"time until help is sought", "寻求第三方时间"}, "days", 1, 3650,
       {"mean time until a third party is sought over a matter of severity 1", "严重程度为1的纠纷寻求第三方的平均时间"},
       "prior from Michelson 2007");
}

void list_doors(Parameters::Ladder& p, const ParameterList& list) {
  list(p.wait_give_up_time, "wait_give_up_time", {"patience until giving up", "排队放弃时间"}, "days", 1, 3650,
       {"mean time in a queue until the party gives up", "排队等候中放弃的平均时间"}, "prior");
  list(p.wait_change_time, "wait_change_time", {"patience until changing doors", "排队改投时间"}, "days", 1, 3650,
       {"mean time in a queue until another door is tried", "排队等候中改找其他渠道的平均时间"}, "prior");
  list(p.door_community, "door_community", {"pull of community mediation", "村（社区）调解的吸引力"}, "logit", -10, 10,
       {"log weight of the community when a door is chosen", "选择渠道时村（社区）调解的对数权重"},
       "prior from Michelson 2007");
  list(p.door_town, "door_town", {"pull of the town centre", "镇街调处中心的吸引力"}, "logit", -10, 10,
       {"log weight of the town dispute centre when a door is chosen", "选择渠道时镇街矛盾调处中心的对数权重"},
       "prior from Michelson 2007");
  list(p.door_court, "door_court", {"pull of the court", "法院的吸引力"}, "logit", -10, 10,
       {"log weight of the court when a door is chosen", "选择渠道时法院的对数权重"}, "prior from Michelson 2007");
  list(p.door_give_up, "door_give_up", {"pull of giving up", "放弃的吸引力"}, "logit", -10, 10,
       {"log weight of trying nothing more after a door has failed", "某一渠道失败后不再尝试的对数权重"}, "prior");
  list(p.door_trust, "door_trust", {"doors and trust", "信任对渠道选择的作用"}, "logit", -5, 10,
       {"log weight of community and town per unit of trust above its base",
        "信任每高于基准一个单位，村（社区）与镇街渠道的对数权重增量"},
       "prior");
  list(p.door_distance, "door_distance", {"doors and distance", "距离对渠道选择的作用"}, "logit/minute", 0, 0.5,
       {"log weight of a door lost per minute of travel", "路程每多一分钟，该渠道的对数权重减量"}, "prior");
  list(p.door_severity, "door_severity", {"doors and severity", "严重程度对渠道选择的作用"}, "logit", -3, 5,
       {"log weight per unit of log severity, once for the town and twice for the court",
        "严重程度对数每增加一个单位的对数权重增量，镇街计一次，法院计两次"},
       "prior");
  list(p.door_awareness, "door_awareness", {"court and legal awareness", "法律意识对诉讼的作用"}, "logit", -5, 10,
       {"log weight of the court per unit of legal awareness above the reference",
        "法律知晓率每高于基准一个单位，法院渠道的对数权重增量"},
       "prior");
}

void list_meetings(Parameters::Ladder& p, const ParameterList& list) {
  list(p.meeting_shape, "meeting_shape", {"shape of hours per case", "办案工时分布形状"}, "1", 0.5, 50,
       {"shape of the gamma distribution of a mediator's hours on a case", "调解员每件工时的伽马分布形状参数"},
       "prior");
  list(p.meeting_hours, dispute_types, "meeting_hours", {"hours per case", "每件调解工时"}, "hours", 0.25, 40,
       {"mean hours a mediator works on a case", "调解员办理一件纠纷的平均工时"}, "prior");
  list(p.agree_base, "agree_base", {"base of agreement", "调解成功基准"}, "logit", -5, 10,
       {"log odds that an ordinary case is agreed", "一般纠纷调解成功的对数优势"},
       "prior from people's mediation statistics");
  list(p.agree_skill, "agree_skill", {"agreement and skill", "技能对调解成功的作用"}, "logit", 0, 5,
       {"log odds of agreement per unit of the mediator's skill", "调解员技能每增加一个单位，调解成功的对数优势增量"},
       "prior");
  list(p.agree_intensity, "agree_intensity", {"agreement and intensity", "激烈程度对调解成功的作用"}, "logit", 0, 3,
       {"log odds of agreement lost per stage above 2", "激烈程度超过第2级后，每升一级调解成功的对数优势减量"},
       "prior from Glasl 1982");
  list(p.agree_power, "agree_power", {"agreement and power", "力量差距对调解成功的作用"}, "logit", 0, 5,
       {"log odds of agreement lost at a full power gap", "力量完全悬殊时调解成功的对数优势减量"}, "prior");
  list(p.agree_trust, "agree_trust", {"agreement and trust", "信任对调解成功的作用"}, "logit", 0, 10,
       {"log odds of agreement per unit of trust above its base", "信任每高于基准一个单位，调解成功的对数优势增量"},
       "prior");
  list(p.agree_age, "agree_age", {"agreement and delay", "拖延对调解成功的作用"}, "logit", 0, 3,
       {"log odds of agreement lost per unit of log(1 + age / 30 days)",
        "ln（1＋案龄/30天）每增加一个单位，调解成功的对数优势减量"},
       "prior");
  list(p.failed_escalation, "failed_escalation", {"escalation by failed meetings", "调解失败的激化比例"}, "share", 0, 1,
       {"failed meetings that raise the intensity by a level", "使激烈程度上升一级的失败调解所占比例"}, "prior");
  list(p.skill_deviation, "skill_deviation", {"spread of skill", "技能离散度"}, "1", 0, 2,
       {"standard deviation of skill between mediators and types", "调解员之间、纠纷类型之间技能的标准差"}, "prior");
  list(p.full_time_skill, "full_time_skill", {"skill of full-timers", "专职调解员技能优势"}, "1", -1, 3,
       {"skill of full-time above part-time mediators", "专职调解员高于兼职调解员的技能"}, "prior");
  list(p.training_gain, "training_gain", {"gain from training", "培训收益"}, "1/hour", 0, 0.1,
       {"skill gained per yearly hour of training", "每年每小时培训增加的技能"}, "prior");
  list(p.court_time, "court_time", {"duration at court", "诉讼时长"}, "days", 5, 1000,
       {"mean time from filing to judgment", "从立案到判决的平均时间"}, "prior");
  list(p.court_shape, "court_shape", {"shape of court duration", "诉讼时长分布形状"}, "1", 0.5, 50,
       {"shape of the gamma distribution of the time at court", "诉讼时长的伽马分布形状参数"}, "prior");
}

void list_closures(Parameters::Ladder& p, const ParameterList& list) {
  list(p.fair_mediation, "fair_mediation", {"fairness of mediation", "调解公平感"}, "share", 0, 1,
       {"settled mediations felt as a good contact", "被视为良好接触的成功调解所占比例"}, "prior");
  list(p.failed_contact, "failed_contact", {"resentment of failed mediation", "调解失败的反感"}, "share", 0, 1,
       {"failed mediations felt as a bad contact", "被视为不良接触的失败调解所占比例"}, "prior");
  list(p.fair_court, "fair_court", {"fairness of judgments", "判决公平感"}, "share", 0, 1,
       {"judgments felt as a good contact, the rest as a bad one", "被视为良好接触的判决所占比例，其余为不良接触"},
       "prior from Michelson 2007");
  list(p.relief_settled, "relief_settled", {"relief by settlement", "和解的缓解作用"}, "share", 0, 1,
       {"share of the grievance's strain that a settlement takes away", "和解所消除的不满压力比例"}, "prior");
  list(p.relief_judged, "relief_judged", {"relief by judgment", "判决的缓解作用"}, "share", 0, 1,
       {"share of the grievance's strain that a judgment takes away", "判决所消除的不满压力比例"}, "prior");
  list(p.ties_settled, "ties_settled", {"ties from settling", "和解增进的联系"}, "share", 0, 0.5,
       {"ties gained by parties who settle", "达成和解的当事人增加的社会联系"}, "prior");
}

void list_violence(Parameters::Ladder& p, const ParameterList& list) {
  list(p.violence, dispute_types, "violence", {"violence", "暴力发生率"}, "1/year", 0, 20,
       {"how often an open dispute at intensity 4 turns violent", "激烈程度4级的未了结纠纷每年发生暴力的次数"},
       "prior");
  list(p.violence_intensity, "violence_intensity", {"violence and intensity", "激烈程度对暴力的作用"}, "1", 0, 2,
       {"log rate of violence gained per stage above 4", "超过第4级后，每升一级暴力发生率对数的增量"},
       "prior from Glasl 1982");
  list(p.violence_impulsivity, "violence_impulsivity", {"violence and impulsivity", "冲动性对暴力的作用"}, "1", 0, 10,
       {"the rate of violence is multiplied by 1 + this * impulsivity", "暴力发生率乘以（1＋本值×冲动性）"}, "prior");
  list(p.violence_guardianship, "violence_guardianship", {"violence prevented in care", "受理后的暴力预防"}, "share", 0,
       1, {"violence prevented where a mediator or a court has the case", "由调解员或法院受理后被防止的暴力所占比例"},
       "prior");
  list(p.injury_base, "injury_base", {"injuries", "致伤比例"}, "share", 0, 1,
       {"violent events at intensity 4 that injure", "激烈程度4级的暴力事件致伤的比例"}, "prior");
  list(p.injury_slope, "injury_slope", {"injuries and intensity", "致伤随激烈程度的增量"}, "share", 0, 0.2,
       {"injuries gained per stage above 4", "超过第4级后，每升一级致伤比例的增量"}, "prior");
  list(p.death_base, "death_base", {"deaths", "致死比例"}, "share", 0, 0.01,
       {"violent events at intensity 5 that kill", "激烈程度5级的暴力事件致死的比例"},
       "prior from homicide statistics 2021 to 2024");
  list(p.death_slope, "death_slope", {"deaths and intensity", "致死随激烈程度的增量"}, "1", 0, 2,
       {"log probability of death gained per stage", "每升一级致死概率对数的增量"}, "prior");
}

}  // namespace

void list_ladder(Parameters::Ladder& p, const ParameterVisit& visit) {
  const ParameterList list("ladder", visit);
  list_escalation(p, list);
  list_doors(p, list);
  list_meetings(p, list);
  list_closures(p, list);
  list_violence(p, list);
}

}  // namespace linli
