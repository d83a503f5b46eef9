/// The list of parameters: people in crisis, being watched, and groups that live off others.
///
/// The level of deaths by self-harm starts from the 8.1 per 100,000 that the World Health Organization estimates for
/// China in 2019, set lower because one resident in twenty of this city is 60 or older, not one in five. The turnover
/// of groups starts from the 1,700 or so that the Ministry of Public Security reports as broken up in 2022, a good one
/// per million residents.

#include "model/lists/parameter_list.h"

namespace linli {
namespace {

void list_groups(Parameters::Predation& p, const ParameterList& list) {
  list(p.groups, "groups", {"groups at the start", "初始团伙数"}, "groups per million residents", 0, 100,
       {"predatory groups at the start of a run", "运行开始时涉恶团伙的数量"}, "prior");
  list(p.members, "members", {"size of a group", "团伙规模"}, "persons", 1, 200,
       {"mean number of members of a new group", "新成立团伙的平均人数"}, "prior");
  list(p.territory, "territory", {"territory", "活动范围"}, "1", 1, 100,
       {"neighbouring grids that a group works", "一个团伙所盘踞的相邻网格数"}, "assumption");
  list(p.offences, "offences", {"offences of a member", "每名成员作案率"}, "1/month", 0, 60,
       {"extortions and loans per member", "每名成员敲诈勒索与非法放贷的次数"}, "prior");
  list(p.lending, "lending", {"share of loans", "非法放贷比例"}, "share", 0, 1,
       {"a group's offences that are loans at usury, which find the strained; the others are extortion",
        "团伙作案中非法放贷所占比例，其对象多为压力较大者；其余为敲诈勒索"},
       "assumption");
  list(p.loss, "loss", {"loss to predation", "敲诈与放贷损失"}, "yuan", 1, 1000000, {"median loss", "损失的中位数"},
       "assumption");
}

void list_dismantling(Parameters::Predation& p, const ParameterList& list) {
  list(p.dismantle_hours, "dismantle_hours", {"hours to dismantle", "打击所需工时"}, "hours", 1, 100000,
       {"investigation per member that dismantles a group nobody reports: an investigator's year",
        "无人举报时，打掉团伙按每名成员计所需的侦查工时，约为一名侦查员一年的工时"},
       "prior");
  list(p.report_help, "report_help", {"help by reports", "报案对打击的作用"}, "share", 0, 1,
       {"hours for a member that a reported offence saves", "一起报案所节省的工时，以打击一名成员所需工时的比例计"},
       "prior");
  list(p.displaced, "displaced", {"displacement", "转移比例"}, "share", 0, 1,
       {"members of a dismantled group who go on in another town; the others are arrested",
        "团伙被打掉后转移到其他镇街继续活动的成员比例，其余被抓获"},
       "prior");
  list(p.founding, "founding", {"founding of groups", "团伙新生率"}, "1/(million person-years)", 0, 50,
       {"new groups per million residents and year", "每百万常住人口每年新成立的团伙数"},
       "prior from groups broken up in 2022");
  list(p.harm, "harm", {"bodily harm", "人身伤害比例"}, "share", 0, 1,
       {"offences of a group with minor bodily harm", "团伙作案中造成轻微伤的比例"}, "assumption");
}

}  // namespace

void list_wellbeing(Parameters::Wellbeing& p, const ParameterVisit& visit) {
  const ParameterList list("wellbeing", visit);
  list(p.rate, "rate", {"deaths by self-harm", "自杀死亡率"}, "1/(100,000 person-years)", 0, 100,
       {"deaths of adults without strain and with full ties whom no service reaches",
        "无压力、社会联系充分且未获心理服务的成年人的自杀死亡率"},
       "prior from World Health Organization 2019");
  list(p.strain_effect, "strain_effect", {"crises and strain", "压力对危机的作用"}, "1", 0, 10,
       {"the rate is multiplied by 1 + this * strain", "发生率乘以（1＋本值×压力）"}, "prior");
  list(p.isolation_effect, "isolation_effect", {"crises and isolation", "孤立对危机的作用"}, "1", 0, 10,
       {"the rate is multiplied by 1 + this * (1 - ties)", "发生率乘以（1＋本值×（1－社会联系））"}, "prior");
  list(p.age_factor, age_bands, "age_factor", {"crises by age", "各年龄段危机发生率"}, "1", 0, 20,
       {"rate of the age band against the mean adult", "该年龄段发生率相对于一般成年人的倍数"}, "prior");
  list(p.relief, "relief", {"relief by services", "心理服务的减压作用"}, "strain", 0, 5,
       {"strain taken off somebody in crisis whom psychological services reach", "心理服务使危机中的人减轻的压力"},
       "prior");
  list(p.bereavement, "bereavement", {"bereavement", "丧亲压力"}, "strain", 0, 5,
       {"strain added to each member of the household after a death", "死亡发生后每名家庭成员增加的压力"}, "prior");
  list(p.seek_rate, "seek_rate", {"seeking counsel", "求助率"}, "1/year", 0, 20,
       {"rate, per unit of strain, at which somebody looks for counsel", "每单位压力下居民寻求心理辅导的发生率"},
       "prior");
  list(p.clients, "clients", {"clients of a counsellor", "咨询师年服务人数"}, "1/year", 1, 2000,
       {"people whom a counsellor can take in a year", "一名咨询师一年可以服务的人数"}, "assumption");
}

void list_scrutiny(Parameters::Scrutiny& p, const ParameterVisit& visit) {
  const ParameterList list("scrutiny", visit);
  list(p.camera_rate, "camera_rate", {"being watched by cameras", "视频监控感受"}, "1/year", 0, 5,
       {"rate at which a resident feels watched, at the reference density of cameras",
        "在参照的摄像头密度下，居民感到被监视的发生率"},
       "prior");
  list(p.targeting_rate, "targeting_rate", {"being watched by data", "数据研判感受"}, "1/year", 0, 5,
       {"rate at which a resident feels watched, where all rounds follow the data",
        "巡查全部依据数据安排时，居民感到被监视的发生率"},
       "prior");
  list(p.check_rate, "check_rate", {"checks of tenants", "租户核查"}, "1/year", 0, 12,
       {"rate at which a tenant is checked, where registration is complete", "登记全覆盖时，租户被核查的发生率"},
       "assumption");
}

void list_predation(Parameters::Predation& p, const ParameterVisit& visit) {
  const ParameterList list("predation", visit);
  list_groups(p, list);
  list_dismantling(p, list);
}

}  // namespace linli
