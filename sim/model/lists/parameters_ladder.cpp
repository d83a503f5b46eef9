/// The list of parameters: what becomes of disputes.
///
/// The nine steps of escalation are those of Glasl (1982). Settlement and duration at the courts' pre-trial mediation
/// (2023: 69 %, 13.9 days, 95 % kept without enforcement) and at people's mediation (96 to 98 %) bound the priors.

#include "model/lists/parameter_list.h"

namespace linli {
namespace {

void list_escalation(Parameters::Ladder& p, OfDisputes& of, const ParameterList& list) {
  list(of, &OfDispute::escalation, dispute_types, "escalation", {"escalation", "升级速度"}, "1", 0, 5,
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
  list(p.give_up_time, "give_up_time", {"time until a party gives up", "放弃主张时间"}, "days", 1, 3650,
       {"mean time until a party at odds gives up", "争执中的一方放弃主张的平均时间"}, "prior from Michelson 2007");
  list(p.seek_time, "seek_time", {"time until help is sought", "对外求助时间"}, "days", 1, 3650,
       {"mean time until a third party is sought over a matter of severity 1",
        "严重程度为1的纠纷向各渠道求助的平均时间"},
       "prior from Michelson 2007");
}

void list_doors(Parameters::Ladder& p, const ParameterList& list) {
  list(p.wait_give_up_time, "wait_give_up_time", {"patience until giving up", "排队中放弃主张时间"}, "days", 1, 3650,
       {"mean time in a queue until the party gives up", "排队等候中放弃主张的平均时间"}, "prior");
  list(p.wait_change_time, "wait_change_time", {"patience until changing doors", "排队改投时间"}, "days", 1, 3650,
       {"mean time in a queue until another door is tried", "排队等候中改找其他渠道的平均时间"}, "prior");
  list(p.door_community, "door_community", {"pull of community mediation", "村（社区）调解的吸引力"}, "logit", -10, 10,
       {"log weight of the community when a door is chosen", "选择渠道时村（社区）调解的对数权重"},
       "prior from Michelson 2007");
  list(p.door_sector, "door_sector", {"pull of sector mediation", "行业性专业性调解的吸引力"}, "logit", -10, 10,
       {"log weight of the sector committee when a door is chosen", "选择渠道时行业性专业性调解组织的对数权重"},
       "prior");
  list(p.door_town, "door_town", {"pull of the town centre", "镇街综治中心的吸引力"}, "logit", -10, 10,
       {"log weight of the town dispute centre when a door is chosen", "选择渠道时镇街综治中心的对数权重"},
       "prior from Michelson 2007");
  list(p.door_police, "door_police", {"pull of the police desk", "派出所调解室的吸引力"}, "logit", -10, 10,
       {"log weight of the police desk when a door is chosen", "选择渠道时派出所调解室的对数权重"},
       "prior from Michelson 2007");
  list(p.door_arbitration, "door_arbitration", {"pull of labour arbitration", "劳动仲裁的吸引力"}, "logit", -10, 10,
       {"log weight of labour arbitration when a door is chosen in a labour dispute",
        "劳动争议选择渠道时劳动仲裁的对数权重"},
       "prior");
  list(p.door_court, "door_court", {"pull of the court", "法院的吸引力"}, "logit", -10, 10,
       {"log weight of the court when a door is chosen", "选择渠道时法院的对数权重"}, "prior from Michelson 2007");
  list(p.door_petition, "door_petition", {"pull of petitioning", "信访的吸引力"}, "logit", -10, 10,
       {"log weight of the petition office when a door is chosen", "选择渠道时信访的对数权重"},
       "prior from Jiang and Wu 2015");
  list(p.door_give_up, "door_give_up", {"pull of giving up", "放弃主张的吸引力"}, "logit", -10, 10,
       {"log weight of trying nothing more after a door has failed", "某一渠道失败后不再尝试的对数权重"}, "prior");
  list(p.door_trust, "door_trust", {"doors and trust", "信任对渠道选择的作用"}, "logit", -5, 10,
       {"log weight of mediators, police desk and petitions per unit of trust above its base",
        "信任每高于基准一个单位，各调解渠道与信访的对数权重增量"},
       "prior");
  list(p.door_distance, "door_distance", {"doors and distance", "距离对渠道选择的作用"}, "logit/minute", 0, 0.5,
       {"log weight of a door lost per minute of travel", "路程每多一分钟，该渠道的对数权重减量"}, "prior");
  list(p.door_severity, "door_severity", {"doors and severity", "严重程度对渠道选择的作用"}, "logit", -3, 5,
       {"log weight per unit of log severity: once for the town's doors and petitions, twice for the court",
        "严重程度对数每增加一个单位的对数权重增量，镇街各渠道与信访计一次，法院计两次"},
       "prior");
  list(p.door_awareness, "door_awareness", {"suits and legal awareness", "法律意识对诉讼的作用"}, "logit", -5, 10,
       {"log weight of court and arbitration per unit of legal awareness above the reference",
        "法律知晓率每高于基准一个单位，法院与仲裁渠道的对数权重增量"},
       "prior");
  list(p.door_intensity, "door_intensity", {"police desk and intensity", "激烈程度对报警调解的作用"}, "logit", 0, 3,
       {"log weight of the police desk per stage of intensity above 2",
        "激烈程度超过第2级后，每升一级派出所调解室的对数权重增量"},
       "prior");
}

void list_meetings(Parameters::Ladder& p, OfDisputes& of, const ParameterList& list) {
  list(p.meeting_shape, "meeting_shape", {"shape of hours per case", "办案工时分布形状"}, "1", 0.5, 50,
       {"shape of the gamma distribution of a mediator's hours on a case", "调解员每件工时的伽马分布形状参数"},
       "prior");
  list(of, &OfDispute::meeting_hours, dispute_types, "meeting_hours", {"hours per case", "每件调解工时"}, "hours", 0.25,
       40, {"mean hours a mediator works on a case", "调解员办理一件纠纷的平均工时"}, "prior");
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
  list(p.specialist_skill, "specialist_skill", {"skill of specialists", "专业调解员技能优势"}, "1", -1, 5,
       {"skill of sector specialists in their own field above part-time mediators",
        "行业性专业性调解员在本领域高于兼职调解员的技能"},
       "prior");
  list(p.training_gain, "training_gain", {"gain from training", "培训收益"}, "1/hour", 0, 0.1,
       {"skill gained per yearly hour of training", "每年每小时培训增加的技能"}, "prior");
  list(p.training_time, "training_time", {"time until training takes effect", "培训见效时间"}, "days", 1, 3650,
       {"time in post over which a mediator comes to have what training gives", "调解员到岗后取得培训效果所需的时间"},
       "prior");
}

/// What stands around mediation: service online, subsidies, agencies, conferences.
void list_linkage(Parameters::Ladder& p, const ParameterList& list) {
  list(p.online_skill, "online_skill", {"agreement online", "在线调解的难度"}, "logit", 0, 3,
       {"log odds of agreement lost online, per stage of intensity above 2",
        "在线调解时，激烈程度超过第2级后每升一级调解成功的对数优势减量"},
       "prior");
  list(p.online_hours, "online_hours", {"hours online", "在线调解工时"}, "1", 0.1, 2,
       {"hours of an online meeting against one in person", "在线调解工时与现场调解工时之比"}, "prior");
  list(p.subsidy_hours, "subsidy_hours", {"hours for a subsidy", "补贴带来的工时"}, "1", 0, 5,
       {"share of hours that part-timers add for a subsidy of 100 yuan a case",
        "每件补贴100元时兼职调解员增加的工时比例"},
       "prior");
  list(p.subsidy_rush, "subsidy_rush", {"rush for a subsidy", "补贴带来的赶工"}, "1", 0, 5,
       {"rush of part-timers at a subsidy of 100 yuan a case", "每件补贴100元时兼职调解员的赶工程度"}, "prior");
  list(p.agency_time, "agency_time", {"time of agencies", "行政移交时间"}, "days", 1, 730,
       {"time in which agencies hand over the share of disputes that the lever says",
        "行政机关按设定比例移交纠纷所用的时间"},
       "assumption");
  list(p.conference_time, "conference_time", {"time until a conference", "会商时间"}, "days", 1, 180,
       {"time in which the share of flagged disputes that the lever says gets its conference",
        "按设定比例完成高风险纠纷会商所用的时间"},
       "assumption");
  list(p.conference_drop, "conference_drop", {"effect of a conference", "会商效果"}, "1", 0, 8,
       {"levels of intensity that a conference takes away, on average", "一次会商平均降低的激烈程度级数"}, "prior");
}

void list_durability(Parameters::Ladder& p, const ParameterList& list) {
  list(p.breach_rate, "breach_rate", {"breach of mediated settlements", "调解协议反悔率"}, "1/year", 0, 5,
       {"how often a mediated settlement is broken, unhurried and unconfirmed",
        "未赶工且未经司法确认的调解协议每年被违反的次数"},
       "prior");
  list(p.breach_bilateral, "breach_bilateral", {"breach of settlements between parties", "自行和解反悔率"}, "1/year", 0,
       5, {"how often a settlement that the parties found alone is broken", "当事人自行达成的和解每年被违反的次数"},
       "prior");
  list(p.breach_rush, "breach_rush", {"breach and rush", "赶工对反悔的作用"}, "1", 0, 10,
       {"the rate of breach is multiplied by 1 + this * rush", "反悔率乘以（1＋本值×赶工程度）"}, "prior");
  list(p.breach_confirmed, "breach_confirmed", {"breach of confirmed settlements", "司法确认后的反悔"}, "1", 0, 1,
       {"breach of a settlement that the court confirmed against another", "经司法确认的协议与其他协议反悔率之比"},
       "prior: 95 % performed without enforcement");
  list(p.breach_horizon, "breach_horizon", {"life of a settlement", "协议履行期"}, "days", 1, 3650,
       {"time after which a settlement counts as kept", "超过该时间的协议视为已履行"}, "assumption");
}

void list_benches(Parameters::Ladder& p, const ParameterList& list) {
  list(p.diverted_agree, "diverted_agree", {"agreement under a pending suit", "诉前调解的成功加成"}, "logit", -3, 3,
       {"log odds of agreement gained where a suit is pending", "诉讼待决时调解成功的对数优势增量"},
       "prior: court pre-trial mediation 2023");
  list(p.arbitration_time, "arbitration_time", {"duration of arbitration", "仲裁时长"}, "days", 1, 730,
       {"mean time from taking up a case to the award", "从受理到裁决的平均时间"}, "statutory limit of 45 days");
  list(p.arbitration_appeal, "arbitration_appeal", {"awards taken to court", "裁决后起诉比例"}, "share", 0, 1,
       {"awards of labour arbitration that are taken to court", "不服劳动仲裁裁决而起诉的比例"}, "prior");
  list(p.petition_settles, "petition_settles", {"petitions that settle", "信访化解比例"}, "share", 0, 1,
       {"replies to petitions that make the other side give way", "信访答复后对方让步的比例"}, "prior");
  list(p.leader_settles, "leader_settles", {"effect of a leader's responsibility", "领导包案的作用"}, "share", 0, 1,
       {"share of replies that settle gained where a leader answers for the case", "领导包案时信访化解比例的增量"},
       "prior");
  list(p.aid_equalises, "aid_equalises", {"effect of legal aid", "法律援助的作用"}, "share", 0, 1,
       {"share of the power gap that legal aid takes away", "法律援助消除的力量差距比例"}, "prior");
  list(p.court_time, "court_time", {"duration at court", "诉讼时长"}, "days", 5, 1000,
       {"mean time from taking up a suit to the judgment", "从受理到判决的平均时间"}, "prior");
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
  list(p.relief_settled, "relief_settled", {"relief by settlement", "化解的缓解作用"}, "share", 0, 1,
       {"share of the grievance's strain that a settlement takes away", "纠纷化解所消除的矛盾压力比例"}, "prior");
  list(p.relief_judged, "relief_judged", {"relief by judgment", "判决的缓解作用"}, "share", 0, 1,
       {"share of the grievance's strain that a judgment takes away", "判决所消除的矛盾压力比例"}, "prior");
  list(p.ties_settled, "ties_settled", {"ties from settling", "化解增进的联系"}, "share", 0, 0.5,
       {"ties gained by parties who settle", "化解纠纷的当事人增加的社会联系"}, "prior");
  list(p.village_first, "village_first", {"pull of the village", "小事先到村"}, "logit", 0, 5,
       {"gained by the village's door where every small matter is sent there first",
        "小额简单纠纷一律先引导至村（社区）时，选择村（社区）调解的对数优势增量"},
       "prior");
  list(p.studio_asked, "studio_asked", {"asking for a studio", "点名调解"}, "share", 0, 1,
       {"those who come to the town centre who ask for a studio", "到综治中心者中点名个人调解室的比例"}, "assumption");
  list(p.studio_skill, "studio_skill", {"skill of studio mediators", "个人调解室的技能"}, "1", 0, 5,
       {"skill of studio mediators above part-timers", "个人调解室调解员高于兼职调解员的技能"}, "prior");
  list(p.groups_door, "groups_door", {"pull of union, league and federation", "工青妇窗口的吸引力"}, "logit", 0, 5,
       {"gained by the sector door for labour and family disputes, per post of union, league and federation per 10,000 "
        "residents",
        "每万人每增加一个工青妇调解岗位，劳动、家庭纠纷选择行业调解的对数优势增量"},
       "prior");
  list(p.sector_delay, "sector_delay", {"appointment with a sector committee", "行业调解预约时间"}, "days", 0, 180,
       {"days until a sector committee's appointment: its specialists are few and far",
        "行业性专业性调解因专家少、路程远而需预约的天数"},
       "assumption");
  list(p.representation_door, "representation_door", {"pull of representation", "有代表者的选择倾向"}, "logit", 0, 5,
       {"gained by the village's door for those who are represented on its committee: hukou residents everywhere, "
        "migrants in the share of communities that the lever says",
        "在村（社区）有代表者选择村（社区）调解的对数优势增量：户籍居民均有代表，流动人口按杠杆设定的比例有代表"},
       "prior");
  list(p.referral_accepted, "referral_accepted", {"referrals accepted", "移交接受率"}, "share", 0, 1,
       {"parties sent to mediation who go", "被引导或移交调解的当事人中接受调解的比例"}, "assumption");
  list(p.false_flags, "false_flags", {"false flags", "误标记"}, "share", 0, 1,
       {"disputes just below violence that are flagged by mistake within a week, at full conferences",
        "会商全覆盖时，一周内被误标记为高风险的较平缓纠纷比例"},
       "assumption");
  list(p.hasty_reply, "hasty_reply", {"hasty replies", "草率答复"}, "share", 0, 1,
       {"replies to petitions that settle on paper alone, were they given at once",
        "若当即答复，信访件仅在纸面上化解的比例"},
       "prior");
  list(p.reply_standard, "reply_standard", {"time of a sound reply", "正常答复时间"}, "days", 1, 180,
       {"days that a reply takes when nothing is skipped", "不省略任何环节时答复信访所需的天数"},
       "assumption: within the statutory 60 days");
  list(p.batch_payment, "batch_payment", {"payment in a batch", "批量化解的支付额"}, "yuan", 0, 1000000,
       {"paid by an organisation for a case of severity 1 settled in a batch",
        "单位在批量化解中为一件严重程度为1的纠纷支付的金额"},
       "assumption");
  list(p.batch_accepted, "batch_accepted", {"batch settlements accepted", "批量方案接受率"}, "share", 0, 1,
       {"parties who accept what the organisation has agreed with another", "接受单位与他人所达成方案的当事人比例"},
       "assumption");
}

void list_violence(Parameters::Ladder& p, OfDisputes& of, const ParameterList& list) {
  list(of, &OfDispute::violence, dispute_types, "violence", {"violence", "暴力发生率"}, "1/year", 0, 20,
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

void list_ladder(Parameters::Ladder& p, OfDisputes& of, const ParameterVisit& visit) {
  const ParameterList list("ladder", visit);
  list_escalation(p, of, list);
  list_doors(p, list);
  list_meetings(p, of, list);
  list_linkage(p, list);
  list_durability(p, list);
  list_benches(p, list);
  list_closures(p, list);
  list_violence(p, of, list);
}

}  // namespace linli
