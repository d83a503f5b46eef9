/// The list of levers: wages, migrants, communities, homes, the rounds in the grids, guardianship and support.
///
/// Posts and counts are those of Dongguan's plan for social governance (2021), for 2020, over 10,466,625 residents and
/// 593 villages and communities. Other values are assumptions, and so is every cost.

#include "model/lists/lever_list.h"

namespace linli {

using enum CostBasis;

void list_labour(LeverValues::Labour& v, const LeverVisit& visit) {
  const LeverList list("labour", visit);
  list(v.inspection, "inspection", {"labour inspection", "劳动监察"}, "share", 0, 1,
       {"firms in arrears found within a month", "一个月内被发现的欠薪单位所占比例"}, "assumption",
       {employer, 400, "assumption: if every firm in arrears is found"});
  list(v.sanctions, "sanctions", {"sanctions on firms in arrears", "欠薪处罚"}, "share", 0, 1,
       {"found firms that are sanctioned", "被发现的欠薪单位中受到处罚的比例"}, "assumption");
  list(v.fund, "fund", {"arrears fund", "欠薪保障金"}, "share", 0, 1,
       {"found firms whose workers the arrears fund pays", "由欠薪保障金垫付工资的被发现单位所占比例"}, "assumption",
       {employer, 500, "assumption: wages that are never claimed back"});
  list(v.warning, "warning", {"warning of firms in distress", "企业风险预警"}, "share", 0, 1,
       {"firms in distress that are warned and watched", "被预警并跟踪的经营困难单位所占比例"}, "assumption",
       {employer, 100, "assumption: if every firm in distress is watched"});
  list(v.false_alarms, "false_alarms", {"false alarms", "误报"}, "share", 0, 1,
       {"sound firms that are warned all the same", "经营正常却被预警的单位所占比例"}, "assumption");
}

void list_workplace(LeverValues::Workplace& v, const LeverVisit& visit) {
  const LeverList list("workplace", visit);
  list(v.culture, "culture", {"safe-enterprise culture", "平安企业文化"}, "share", 0, 1,
       {"firms that run a programme for a safe and caring workplace; large firms and manufacturing take it up first",
        "开展平安文化建设的用人单位所占比例；大企业和制造业率先开展"},
       "assumption", {employer, 3'000, "assumption: a programme for a year"});
}

namespace {

void list_integration(LeverValues::Integration& v, const LeverVisit& visit) {
  const LeverList list("integration", visit);
  list(v.services, "services", {"public services for migrants", "流动人口公共服务"}, "share", 0, 1,
       {"migrants with access to schooling, health and housing services",
        "可享有教育、医疗和住房服务的流动人口所占比例"},
       "assumption", {migrant, 2'000, "assumption: a migrant with full access"});
  list(v.representation, "representation", {"representation of migrants", "流动人口代表"}, "share", 0, 1,
       {"communities with migrants on the committee", "有非户籍委员的村（社区）所占比例"},
       "Dongguan 2020: 102 of 593 villages and communities", {community, 30'000, "assumption: allowances"});
  list(v.associations, "associations", {"hometown associations", "异地商会和同乡组织"}, "share", 0, 1,
       {"migrants reached by hometown associations", "异地商会、同乡组织覆盖的流动人口所占比例"}, "assumption",
       {migrant, 20, "assumption: grants for a migrant reached"});
}

void list_community(LeverValues::Community& v, const LeverVisit& visit) {
  const LeverList list("community", visit);
  list(v.covenant, "covenant", {"covenants and owners' committees", "村规民约与业主委员会"}, "share", 0, 1,
       {"communities with a covenant and owners' committees at work",
        "村规民约和业主委员会发挥作用的村（社区）所占比例"},
       "assumption", {community, 50'000, "assumption: meetings and a part-time secretary"});
  list(v.disclosure, "disclosure", {"disclosure of major decisions", "重大决策公开与评估"}, "share", 0, 1,
       {"major decisions that are disclosed and assessed beforehand", "事前公开并评估社会稳定风险的重大决策所占比例"},
       "assumption", {community, 20'000, "assumption: hearings and assessments"});
  list(v.social_workers, "social_workers", {"social workers", "社会工作者"}, "posts per 10,000 residents", 0, 20,
       {"posts of community social workers, paid by yearly grants", "按年度项目资助的社区社会工作者岗位数"},
       "assumption", {residents_10000, 90'000, "assumption: a post for a year"});
  list(v.credit, "credit", {"good-neighbour credit", "睦邻与道德积分"}, "share", 0, 1,
       {"residents and firms that good-neighbour and moral credit reaches",
        "睦邻与道德积分覆盖的居民和用人单位所占比例"},
       "assumption", {resident, 4, "assumption: gifts and a part-time clerk"});
  list(v.facilities, "facilities", {"service facilities", "社区服务设施"}, "share", 0, 1,
       {"communities with a service facility, which brings help nearer",
        "设有综合服务设施的村（社区）所占比例，设施使求助更近"},
       "assumption", {community, 250'000, "assumption: capital and upkeep for a year"});
}

}  // namespace

void list_residents(LeverValues& v, const LeverVisit& visit) {
  list_integration(v.integration, visit);
  list_community(v.community, visit);
  LeverList("housing", visit)(v.housing.inspection, "inspection", {"inspection of rented homes", "出租屋巡查"},
                              "1/year", 0, 12, {"inspections of a rented home", "每套出租屋每年接受巡查的次数"},
                              "assumption",
                              {residents_10000, 120'000, "assumption: 30 yuan for each of 4,000 rented homes"});
  LeverList("registration", visit)(v.registration.coverage, "coverage", {"registration of residents", "人口登记服务"},
                                   "share", 0, 1,
                                   {"tenants whose registration is kept up to date, by visits and checks",
                                    "通过走访与核查保持登记信息最新的租户所占比例"},
                                   "assumption", {resident, 3, "assumption: a resident kept up to date"});
}

void list_grids(LeverValues& v, const LeverVisit& visit) {
  const LeverList rounds("rounds", visit);
  rounds(v.rounds.workers, "workers", {"grid workers", "网格员"}, "posts per 10,000 residents", 0, 60,
         {"posts of grid workers", "网格员岗位数"}, "Dongguan 2020: 9,889 grid workers",
         {residents_10000, 80'000, "assumption: a post for a year"});
  rounds(v.rounds.visits, "visits", {"visits on a round", "每日走访量"}, "visits/day", 0, 40,
         {"homes and shops that a grid worker visits on a working day", "网格员每个工作日走访的住户和商铺数"},
         "assumption", {residents_10000, 94'480, "assumption: 40 yuan a visit at the posts of 2020", 8});
  rounds(v.rounds.targeting, "targeting", {"targeting of rounds", "巡查精准化"}, "share", 0, 1,
         {"rounds steered to grids with much on record, never to people",
          "按网格历史记录（不针对个人）安排的巡查所占比例"},
         "assumption", {residents_10000, 5'000, "assumption: the data platform"});
  LeverList("visits", visit)(v.visits.leaders, "leaders", {"visits of stationed teams", "驻点团队走访"}, "visits/year",
                             0, 10000,
                             {"visits of homes and shops by the team stationed in a community, each year",
                              "驻点团队每年在每个村（社区）走访的住户和商铺数"},
                             "Dongguan 2020: 578,000 visits of 593 teams", {community, 60, "assumption: a visit"});
  LeverList("safety", visit)(
      v.safety.inspectors, "inspectors", {"safety inspectors", "安全巡查员"}, "posts per 10,000 residents", 0, 20,
      {"posts of inspectors for safety at work and of food; homes are inspected for fire (housing.inspection)",
       "安全生产和食品安全巡查员岗位数；消防隐患由出租屋检查（housing.inspection）发现"},
      "assumption", {residents_10000, 140'000, "assumption: a post for a year"});
}

namespace {

void list_guardianship(LeverValues::Guardianship& v, const LeverVisit& visit) {
  const LeverList list("guardianship", visit);
  list(v.cameras, "cameras", {"cameras", "摄像头"}, "cameras per 10,000 residents", 1, 2000,
       {"public cameras", "公共视频监控摄像头数量"}, "Dongguan 2020: 113,000 points of classes 1 and 2",
       {residents_10000, 3'000, "assumption: upkeep and renewal of a camera for a year"});
  list(v.volunteers, "volunteers", {"citizen patrols", "群防群治"}, "hours per 10,000 residents and day", 0, 2000,
       {"hours that volunteers and couriers watch the streets", "志愿者、快递员等参与巡防的时间"},
       "assumption: more than 100,000 volunteers called up in the five years to 2020",
       {residents_10000, 365, "assumption: one yuan an hour for insurance and equipment"});
}

void list_fraud(LeverValues::Fraud& v, const LeverVisit& visit) {
  const LeverList list("fraud", visit);
  list(v.awareness, "awareness", {"warnings against fraud", "反诈宣传"}, "share", 0, 1,
       {"residents reached by warnings this year", "本年度反诈宣传覆盖的居民所占比例"}, "assumption",
       {resident, 5, "assumption: a resident reached"});
  list(v.freezing, "freezing", {"freezing of losses", "止付冻结"}, "share", 0, 1,
       {"reported losses that are frozen and paid back", "报案后被冻结并返还的损失所占比例"}, "assumption",
       {residents_10000, 20'000, "assumption: the desk that works with the banks"});
}

void list_reporting(LeverValues::Reporting& v, const LeverVisit& visit) {
  const LeverList list("reporting", visit);
  list(v.ease, "ease", {"ease of reporting", "报案便利度"}, "logit", -3, 3,
       {"log odds of reporting gained by hotline or app", "热线、应用程序使报案的对数优势增加的量"}, "assumption",
       {residents_10000, 10'000, "assumption: hotline and app"});
  list(v.rewards, "rewards", {"rewards for leads", "线索奖励"}, "yuan per lead", 0, 10000,
       {"paid for a lead that helps", "每条有效线索的奖金"}, "assumption", {lead, 1, "by definition"});
}

void list_emergency(LeverValues::Emergency& v, const LeverVisit& visit) {
  const LeverList list("emergency", visit);
  list(v.dispatch, "dispatch", {"time to dispatch", "调度时间"}, "minutes", 0.5, 60,
       {"minutes from the call until a unit is sent, with the linked platform of 2020",
        "在2020年联动平台的条件下，从接警到派出警力的时间"},
       "assumption", {unknown});
  list(v.platform, "platform", {"linked command platform", "市镇村联动指挥平台"}, "share", 0, 1,
       {"calls dispatched by the linked platform of city, towns and villages",
        "由市、镇、村联动指挥平台调度的警情所占比例"},
       "assumption", {residents_10000, 30'000, "assumption: the platform and its shifts, if all calls use it"});
}

}  // namespace

void list_prevention(LeverValues& v, const LeverVisit& visit) {
  list_guardianship(v.guardianship, visit);
  list_fraud(v.fraud, visit);
  list_reporting(v.reporting, visit);
  list_emergency(v.emergency, visit);
}

void list_support(LeverValues& v, const LeverVisit& visit) {
  LeverList("youth", visit)(
      v.youth.services, "services", {"youth services", "青少年服务"}, "share", 0, 1,
      {"residents aged 15 to 24 reached by youth services", "青少年服务覆盖的15至24岁居民所占比例"}, "assumption",
      {resident, 45, "assumption: 300 yuan for each of 15 residents in 100"});
  const LeverList reentry("reentry", visit);
  reentry(v.reentry.support, "support", {"re-entry support", "安置帮教"}, "share", 0, 1,
          {"people released from custody who get support", "获得安置帮教的释放人员所占比例"}, "assumption",
          {residents_10000, 50'000, "assumption: 5,000 yuan for each of 10 people released"});
  reentry(v.reentry.correction, "correction", {"community correction", "社区矫正"}, "share", 0, 1,
          {"minor criminal cases that end in community correction", "以社区矫正结案的轻微刑事案件所占比例"},
          "assumption", {residents_10000, 40'000, "assumption: 4,000 yuan for each of 10 people supervised"});
  const LeverList wellbeing("wellbeing", visit);
  wellbeing(v.wellbeing.services, "services", {"psychological services", "心理服务"}, "share", 0, 1,
            {"people in crisis or under strain who find psychological services",
             "处于危机或压力中的居民能够找到心理服务的比例"},
            "assumption", {residents_10000, 20'000, "assumption: stations and hotline, if all are reached"});
  wellbeing(
      v.wellbeing.specialists, "specialists", {"psychologists and counsellors", "心理咨询师"},
      "posts per 10,000 residents", 0, 5,
      {"posts of psychologists and counsellors, whose hours are scarce", "心理咨询师与辅导员岗位数，其服务时间有限"},
      "assumption", {residents_10000, 150'000, "assumption: a post for a year"});
  LeverList("aid", visit)(v.aid.households, "households", {"aid to households in hardship", "困难家庭帮扶"}, "share", 0,
                          1, {"households in hardship that aid reaches", "陷入困难的家庭中获得帮扶的比例"},
                          "assumption", {resident, 15, "assumption: aid to 3 residents in 100, 500 yuan each"});
}

}  // namespace linli
