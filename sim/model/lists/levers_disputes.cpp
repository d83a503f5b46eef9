/// The list of levers: mediators, courts, arbitration, petitions, referral and legal services.
///
/// Posts are those of Dongguan in 2020, over 10,466,625 residents. Other values are assumptions, and so is every cost.

#include "model/lists/lever_list.h"

namespace linli {

using enum CostBasis;

namespace {

void list_mediators(LeverValues::Mediation& v, const LeverList& list) {
  list(v.full_time, "full_time", {"full-time mediators", "专职调解员"}, "posts per 10,000 residents", 0, 20,
       {"posts of full-time people's mediators", "专职人民调解员岗位数"}, "Dongguan 2020: 628 posts",
       {residents_10000, 120'000, "assumption: a post for a year"});
  list(v.part_time, "part_time", {"part-time mediators", "兼职调解员"}, "posts per 10,000 residents", 0, 60,
       {"posts of part-time people's mediators", "兼职人民调解员岗位数"}, "Dongguan 2020: 8,945 posts",
       {residents_10000, 6'000, "assumption: a post for a year"});
  list(v.full_time_hours, "full_time_hours", {"hours of full-timers", "专职调解员工时"}, "hours per working day", 0, 12,
       {"hours a full-time mediator gives to cases on a working day", "专职调解员每个工作日用于办案的时间"},
       "assumption", {residents_10000, 10'500, "assumption: 70 yuan an hour at the posts of 2020", 7});
  list(v.part_time_hours, "part_time_hours", {"hours of part-timers", "兼职调解员工时"}, "hours per working day", 0, 12,
       {"hours a part-time mediator gives to cases on a working day", "兼职调解员每个工作日用于办案的时间"},
       "assumption", {residents_10000, 85'460, "assumption: 40 yuan an hour at the posts of 2020", 0.6});
  list(v.weekend_hours, "weekend_hours", {"weekend service", "周末调解服务"}, "share", 0, 1,
       {"share of a working day's hours offered at weekends and on holidays",
        "周末和节假日提供的工时占工作日工时的比例"},
       "assumption", {residents_10000, 80'000, "assumption: overtime pay at the posts and hours of 2020"});
  list(v.town_share, "town_share", {"full-timers at the town centre", "综治中心专职比例"}, "share", 0, 1,
       {"full-time posts at the town dispute centre, the rest in the communities",
        "配置在镇街综治中心的专职岗位比例，其余在村（社区）"},
       "assumption");
  list(v.sector, "sector", {"specialists of sector committees", "行业性专业性调解员"}, "posts per 10,000 residents", 0,
       5,
       {"posts of specialists for labour, family, housing, finance and compensation",
        "劳动、婚姻家庭、房屋、金融和损害赔偿等领域的专业调解员岗位数"},
       "assumption", {residents_10000, 150'000, "assumption: a post for a year"});
}

void list_mediating(LeverValues::Mediation& v, const LeverList& list) {
  list(v.training, "training", {"training of mediators", "调解员培训"}, "hours/year", 0, 400,
       {"training per mediator, taken off the hours for cases", "每名调解员的培训时间，从办案工时中扣除"}, "assumption",
       {residents_10000, 450, "assumption: 50 yuan an hour at the posts of 2020"});
  list(v.turnover, "turnover", {"turnover of mediators", "调解员离职率"}, "1/year", 0, 2,
       {"full-time mediators and specialists who quit, whose skill is lost",
        "专职和专业调解员的离职率，离职即失去其经验"},
       "assumption", {unknown});
  list(v.subsidy, "subsidy", {"subsidy per case", "以案定补"}, "yuan per case", 0, 2000,
       {"paid to part-time mediators for a settled case", "兼职调解员每调解成功一件所得的补贴"}, "assumption",
       {settled_case, 1, "by definition"});
  list(v.online, "online", {"online mediation", "线上调解"}, "share", 0, 1,
       {"simple cases that are mediated online", "简单纠纷中通过线上调解的比例"}, "assumption",
       {residents_10000, 5'000, "assumption: the platform, if all simple cases use it"});
}

void list_procedures(LeverValues::Mediation& v, const LeverList& list) {
  list(v.batch, "batch", {"batch settlement at the source", "批量化解"}, "share", 0, 1,
       {"settlements with an organisation that are offered to all its open cases",
        "与同一单位达成的解决方案推广到该单位全部未结纠纷的比例"},
       "assumption", {residents_10000, 10'000, "assumption: clerks who find and call the others"});
  list(v.conferences, "conferences", {"conferences on grave disputes", "高风险纠纷会商"}, "share", 0, 1,
       {"disputes at stage 5 or above that get a conference within a week",
        "激烈程度达到5级及以上、一周内获得会商的纠纷所占比例"},
       "assumption", {residents_10000, 10'000, "assumption: all grave disputes of a year"});
  list(v.ladder, "ladder", {"small matters to the village", "小事不出村"}, "share", 0, 1,
       {"small matters that every counter sends to the village first",
        "各受理窗口先引导至村（社区）调解的小额简单纠纷所占比例"},
       "assumption", {residents_10000, 5'000, "assumption: guides at the counters"});
}

void list_further_posts(LeverValues::Mediation& v, const LeverList& list) {
  list(v.studios, "studios", {"mediation studios", "个人调解室"}, "posts per 10,000 residents", 0, 5,
       {"named mediators with a studio of their own, whom parties may ask for",
        "设有个人调解室、当事人可以点名的调解员岗位数"},
       "assumption", {residents_10000, 180'000, "assumption: a post for a year"});
  list(v.groups, "groups", {"mediators of union, league and federation", "工青妇调解员"}, "posts per 10,000 residents",
       0, 5,
       {"mediators at service centres of the union, the youth league and the women's federation",
        "工会、共青团、妇联服务中心的调解员岗位数"},
       "assumption: 146 union service centres in 2020", {residents_10000, 120'000, "assumption: a post for a year"});
}

}  // namespace

void list_mediation(LeverValues::Mediation& v, const LeverVisit& visit) {
  const LeverList list("mediation", visit);
  list_mediators(v, list);
  list_mediating(v, list);
  list_procedures(v, list);
  list_further_posts(v, list);
}

namespace {

void list_court(LeverValues::Court& v, const LeverVisit& visit) {
  const LeverList list("court", visit);
  list(v.capacity, "capacity", {"capacity of the court", "法院审理能力"}, "cases per 10,000 residents and year", 1,
       2000, {"suits that the court can decide in a year", "法院一年能够审结的案件数"}, "assumption",
       {residents_10000, 3'000, "assumption: a case"});
  list(v.diversion, "diversion", {"diversion before filing", "诉前分流"}, "share", 0, 1,
       {"suits that are sent to mediation before they are filed", "立案前引导至调解的起诉所占比例"}, "assumption",
       {residents_10000, 30'000, "assumption: clerks and rooms, if all suits are diverted"});
  list(v.confirmation, "confirmation", {"judicial confirmation", "司法确认"}, "share", 0, 1,
       {"mediated settlements that the court confirms, which makes them enforceable",
        "经法院司法确认而具有强制执行力的调解协议所占比例"},
       "assumption", {residents_10000, 12'000, "assumption: 100 yuan for each settlement of 2020"});
}

void list_petition(LeverValues::Petition& v, const LeverVisit& visit) {
  const LeverList list("petition", visit);
  list(v.capacity, "capacity", {"capacity of petition offices", "信访办理能力"}, "cases per 10,000 residents and year",
       1, 2000, {"petitions that the offices can handle in a year", "信访部门一年能够办理的信访件数"}, "assumption",
       {residents_10000, 500, "assumption: a petition"});
  list(v.reply_days, "reply_days", {"time to reply to a petition", "信访答复时间"}, "days", 1, 180,
       {"days until a petition that is taken up gets its reply", "信访件受理后到答复的天数"},
       "assumption: within the statutory 60 days", {unknown});
  list(v.leaders, "leaders", {"leaders who answer for hard cases", "领导包案"}, "share", 0, 1,
       {"hard cases that a leader answers for", "由领导包案化解的疑难案件所占比例"}, "assumption",
       {residents_10000, 10'000, "assumption: if every hard case has its leader"});
}

}  // namespace

void list_institutions(LeverValues& v, const LeverVisit& visit) {
  list_court(v.court, visit);
  LeverList("arbitration", visit)(
      v.arbitration.capacity, "capacity", {"capacity of labour arbitration", "劳动仲裁能力"},
      "cases per 10,000 residents and year", 1, 1000,
      {"cases that labour arbitration can decide in a year", "劳动仲裁一年能够裁决的案件数"}, "assumption",
      {residents_10000, 2'000, "assumption: a case"});
  list_petition(v.petition, visit);
}

void list_referral(LeverValues& v, const LeverVisit& visit) {
  const LeverList referral("referral", visit);
  referral(v.referral.police, "police", {"referral by the police", "警调对接"}, "share", 0, 1,
           {"dispute calls that are handed to a mediator", "移交调解的纠纷类警情所占比例"}, "assumption",
           {residents_10000, 20'000, "assumption: clerks and joint rooms, if all are handed over"});
  referral(v.referral.administration, "administration", {"referral by agencies", "行调对接"}, "share", 0, 1,
           {"open disputes that agencies hand to a mediator within a quarter",
            "一个季度内由行政部门移交调解的未结纠纷所占比例"},
           "assumption", {residents_10000, 20'000, "assumption: clerks and joint rooms, if all are handed over"});
  referral(v.referral.petition, "petition", {"referral by petition offices", "访调对接"}, "share", 0, 1,
           {"petitions that are handed to a mediator", "移交调解的信访事项所占比例"}, "assumption",
           {residents_10000, 20'000, "assumption: clerks and joint rooms, if all are handed over"});
  referral(v.referral.legal_aid, "legal_aid", {"referral by legal aid", "援调对接"}, "share", 0, 1,
           {"aided cases that are handed to a mediator before a suit", "起诉前移交调解的法律援助案件所占比例"},
           "assumption", {residents_10000, 20'000, "assumption: clerks and joint rooms, if all are handed over"});
  const LeverList legal("legal", visit);
  legal(v.legal.awareness, "awareness", {"legal awareness", "法律知晓率"}, "share", 0, 1,
        {"residents who know where to claim", "知道到哪里主张权利的居民所占比例"}, "assumption",
        {resident, 20, "assumption: a resident fully reached"});
  legal(v.legal.aid, "aid", {"legal aid", "法律援助"}, "share", 0, 1,
        {"weaker parties before court or arbitration who get legal aid", "诉讼或仲裁中获得法律援助的弱势一方所占比例"},
        "assumption: 48,075 cases in the five years to 2020, a part of them before court or arbitration",
        {residents_10000, 300'000, "assumption: 2,000 yuan for each of 150 cases"});
}

}  // namespace linli
