#include "state/variables.h"

namespace linli {
namespace {

using Variables = std::vector<StateVariable>;

/// Writes down the variables of an entity, one per call.
class VariableList {
 public:
  VariableList(Entity entity, Variables& variables) : entity_(entity), variables_(variables) {}

  void operator()(std::string_view name, std::string_view column, const Text& unit, const Text& range,
                  const Text& meaning) const {
    variables_.push_back({entity_, name, column, unit, range, meaning});
  }

 private:
  Entity entity_;
  Variables& variables_;
};

constexpr Text none;
constexpr Text share{"share", "比例"};
constexpr Text days{"days", "天"};
constexpr Text hours{"hours", "小时"};
constexpr Text minutes{"minutes", "分钟"};
constexpr Text deviations{"standard deviations", "标准差"};

constexpr Text from_0_to_1{"0 to 1", "0至1"};
constexpr Text from_0{"0 or more", "不小于0"};
constexpr Text any_number{"any number", "任意数"};
constexpr Text count_from_0{"whole number from 0", "非负整数"};
constexpr Text yes_or_no{"yes or no", "是或否"};
constexpr Text a_day{"day", "日期"};
constexpr Text a_day_or_never{"day, or never", "日期，或从未"};
constexpr Text a_time{"moment", "时刻"};
constexpr Text a_grid{"grid", "网格"};
constexpr Text a_person{"person", "居民"};
constexpr Text a_person_or_none{"person, or nobody", "居民，或无"};
constexpr Text an_organisation_or_none{"organisation, or none", "组织，或无"};
constexpr Text an_employer_or_none{"employer, or none", "用人单位，或无"};
constexpr Text a_mediator_or_none{"mediator, or none", "调解员，或无"};
constexpr Text a_number{"number", "编号"};
constexpr Text a_kind{"kind", "类别"};

void list_persons(Variables& variables) {
  const VariableList person(Entity::person, variables);
  person("home", "persons.home", none, a_grid, {"where the person lives", "居住的网格"});
  person("household", "persons.household", none, {"household", "住户"}, {"with whom", "所在住户"});
  person("generation", "persons.generation", none, count_from_0,
         {"tells the people apart who have lived in one place after another; part of the key of all their draws",
          "区分先后住在同一位置的人；也是其全部随机抽取的键的一部分"});
  person("age", "persons.nature", none, {"age band", "年龄段"}, {"age band", "年龄段"});
  person("male", "persons.nature", none, yes_or_no, {"man or woman", "性别"});
  person("migrant", "persons.nature", none, yes_or_no,
         {"without local household registration; decides on exposure, enters no rate of conflict or offending",
          "没有本地户籍；只决定所处的条件，不进入任何冲突或违法犯罪的发生率"});
  person("impulsivity", "persons.nature", share, from_0_to_1, {"fixed disposition", "固定的性格倾向"});
  person("vacant", "persons.nature", none, yes_or_no,
         {"nobody lives in this place until a newcomer comes", "该位置暂时无人，等待新来者"});
  person("custody", "persons.nature", none, yes_or_no, {"held or in prison", "被羁押或服刑"});
  person("reentry", "persons.nature", none, yes_or_no, {"released from custody not long ago", "处于释放后的回归期"});
  person("employer", "persons.employer", none, an_employer_or_none, {"where the person works", "工作单位"});
  person("desk", "persons.desk", none, a_number, {"place among the employer's workers", "在单位中的岗位"});
  person("strain", "persons.attitude", {"strain", "压力单位"}, {"0 to 5", "0至5"},
         {"what wrongs, losses and threats have left behind", "委屈、损失和威胁留下的压力"});
  person("trust", "persons.attitude", share, from_0_to_1, {"trust in local institutions", "对基层机构的信任"});
  person("ties", "persons.attitude", share, from_0_to_1,
         {"local ties: people one knows and can turn to", "本地社会联系：熟识且可求助的人"});
  person("day", "persons.attitude", none, a_day,
         {"when these three were last brought up to date", "以上三项最近一次更新的日期"});
  person("last_victimised", "persons.last_victimised", none, a_day_or_never,
         {"when the person was last the victim of an offence", "最近一次受害的日期"});
  person("heard", "persons.heard", none, a_number, {"the last rumour that reached the person", "最近听到的谣言"});
  person("job_search", "job_searches", none, a_day, {"when somebody looks for work next", "下次求职的日期"});
  person("newcomer", "newcomers", none, a_day, {"when a newcomer takes a vacant place", "新来者填补空缺的日期"});
  person("release", "releases", none, a_day, {"when custody ends", "羁押结束的日期"});
  person("reentry_end", "reentry_ends", none, a_day, {"when re-entry is over", "回归期结束的日期"});
}

void list_households_and_employers(Variables& variables) {
  const VariableList household(Entity::household, variables);
  household("members", "households.first", none, {"1 to 8 persons", "1至8名居民"},
            {"who belongs to it; fixed", "住户成员；不变"});
  household("tenure", "households.facts", none, {"own, rent or dormitory", "自有、租住或集体宿舍"},
            {"how it is housed", "居住方式"});
  household("rental_class", "households.facts", none, {"1 (best) to 8", "1（最好）至8"},
            {"class of the rented home; two classes make a grade", "出租屋类别，每两类为一级"});
  household("in_estate", "households.facts", none, yes_or_no,
            {"lives in an estate with a property company", "住在有物业公司的小区"});
  household("in_village", "households.facts", none, yes_or_no, {"belongs to the village collective", "属于村集体"});
  const VariableList employer(Entity::employer, variables);
  employer("sector", "employers.sector", none, a_kind, {"line of business", "行业"});
  employer("grid", "employers.grid", none, a_grid, {"where it is", "所在网格"});
  employer("reluctance", "employers.reluctance", share, from_0_to_1,
           {"share of firms that are readier to run a workplace programme; fixed",
            "比其更愿意开展平安企业文化的用人单位所占比例；不变"});
  employer("solvency", "employers.solvency", deviations, any_number,
           {"how well it can pay; 0 is the mean", "支付能力，0为平均水平"});
  employer("arrears_since", "employers.arrears_since", none, a_day_or_never,
           {"since when it owes wages", "自何日起欠薪"});
  employer("inspected", "employers.inspected", none, a_day_or_never,
           {"when labour inspectors found these arrears", "此次欠薪被劳动监察发现的日期"});
  employer("warned", "employers.warned", none, a_day_or_never,
           {"when it was last warned and put under watch", "最近一次被预警的日期"});
  employer("open", "employers.open", none, yes_or_no, {"in business", "是否在营业"});
  employer("in_arrears", "employers.in_arrears", none, {"list", "名单"},
           {"the firms of a town that owe wages", "镇街内欠薪的用人单位"});
  employer("filled", "employers.filled", none, count_from_0, {"desks taken", "已占用的岗位数"});
  employer("workers", "employers.worker", none, {"persons", "居民"}, {"who sits at which desk", "各岗位上的劳动者"});
  employer("reopening", "reopenings", none, a_day,
           {"when another firm opens in the premises of one that closed", "新单位在关闭单位原址开业的日期"});
}

void list_places(Variables& variables) {
  const VariableList grid(Entity::grid, variables);
  grid("place", "places", {"degrees", "度"}, {"longitude and latitude", "经度和纬度"},
       {"where its middle is", "中心位置"});
  grid("area", "places", {"km²", "平方公里"}, {"above 0", "大于0"}, {"its area", "面积"});
  grid("residents", "places", {"persons", "人"}, count_from_0, {"places to live", "居住位置数"});
  grid("roads", "places", minutes, {"above 0", "大于0"},
       {"travel time to every neighbouring grid", "到各相邻网格的行程时间"});
  grid("base", "streets", {"of the mean grid", "以平均网格为1"}, from_0,
       {"attractiveness that stays, by type of placed offence", "各类有地点犯罪的固有吸引力"});
  grid("boost", "streets", {"of the mean grid", "以平均网格为1"}, from_0,
       {"attractiveness that recent offences have added, by type", "近期案件增加的吸引力，分类型"});
  grid("solved", "streets", share, from_0_to_1,
       {"attractiveness that work on the grid's problems holds down", "问题导向治理所压低的吸引力比例"});
  grid("patrol_minutes", "streets", minutes, from_0, {"patrol in the last deployment", "最近一次部署的巡逻时间"});
  grid("guardianship", "streets", none, from_0,
       {"patrols, cameras and volunteers: an attempt succeeds with exp(-this)",
        "巡逻、摄像头与志愿者的守护：作案成功率为exp(－本值)"});
  grid("stops", "streets", none, from_0, {"stops in the last deployment", "最近一次部署的盘查次数"});
  grid("hot", "streets", none, from_0,
       {"recorded offences, the older the less they count", "记录的案件，越久远权重越小"});
  grid("worker_visits", "rounds", none, from_0, {"household visits of grid workers today", "网格员当日入户次数"});
  grid("leader_visits", "rounds", none, from_0,
       {"household visits of the stationed team today", "驻点团队当日入户次数"});
  grid("inspections", "rounds", none, from_0, {"safety inspections today", "当日安全检查次数"});
  grid("social_visits", "rounds", none, from_0, {"visits of social workers today", "社工当日走访次数"});
  grid("record", "rounds_record", none, from_0,
       {"hazards and grievances found and offences recorded, the older the less they count",
        "发现的隐患、潜在矛盾与记录的案件，越久远权重越小"});
  const VariableList community(Entity::community, variables);
  community("office", "places", none, a_grid, {"where its mediation committee sits", "调解委员会所在网格"});
  community("post", "dockets", none, {"mediators and a queue", "调解员与队列"},
            {"the committee: its mediators and the disputes that wait, in three classes of intensity",
             "调解委员会：其调解员和按激烈程度分三档排队的纠纷"});
  const VariableList town(Entity::town, variables);
  town("facts", "places", none, {"name, centre, character", "名称、中心、类型"},
       {"the town's entry in the table of towns", "镇街表中的资料"});
  town("levers", "levers", none, {"a value per lever", "每个杠杆一个值"}, {"the policy in force", "现行政策"});
  town("vacant", "vacant", {"persons", "人"}, count_from_0, {"places without a resident", "空缺的居住位置"});
  town("residents_by_group", "residents_by_group", {"persons", "人"}, count_from_0,
       {"residents of every group for which figures are given", "各统计群体的常住人口"});
  town("ties_memory", "ties_memory", share, from_0_to_1,
       {"what levers have added to ties up to each day: for everybody, for migrants, and for migrants in family homes",
        "截至每日政策杠杆累计增加的社会联系，分全体居民、流动人口与家庭居住的流动人口"});
  town("warnings", "warnings_memory", share, from_0_to_1,
       {"whom warnings against fraud have reached over time, which tires people",
        "一段时间以来反诈宣传覆盖的居民比例，会使人疲劳"});
  town("counselling", "counselling", none, a_time,
       {"when the next place at a counsellor is free", "心理咨询下一个空位的时刻"});
  town("posts", "dockets", none, {"mediators and queues", "调解员与队列"},
       {"the town dispute centre and its studios, the sector committees and the police desk",
        "镇街综治中心及个人调解室、行业性专业性调委会和派出所调解室"});
  town("arbitration, court, petition", "dockets", none, {"a moment and a count", "时刻与件数"},
       {"when the next case can be taken up, and how many wait", "何时可受理下一件，以及等待的件数"});
  town("searches", "dockets", none, {"a hazard and a list per grid", "每个网格一个累积风险与一份名单"},
       {"how far rounds have searched each grid, and the latent grievances that they have yet to find",
        "巡查走访对各网格的累计覆盖程度，以及尚待发现的潜在矛盾"});
  town("pools", "dockets", none, {"disputes by organisation", "按组织归集的纠纷"},
       {"the open disputes with each organisation", "与同一组织之间未了结的纠纷"});
  town("in_custody", "stations", {"persons", "人"}, count_from_0,
       {"people held on the town station's cases", "因本镇街案件在押的人数"});
  town("known_offences, known_cleared", "stations", none, from_0,
       {"offences and those cleared up, the older the less they count: the risk that people perceive",
        "发案数与破案数，越久远权重越小：居民感知的风险"});
  town("handed_over", "stations", none, {"disputes", "纠纷"},
       {"disputes that the police hand to the mediators tomorrow", "警方将于次日移交调解的纠纷"});
  town("believers", "rumours", {"persons", "人"}, count_from_0, {"residents who believe a rumour", "相信谣言的居民"});
}

void list_services(Variables& variables) {
  const VariableList mediator(Entity::mediator, variables);
  mediator("post", "dockets", none, a_number, {"the committee, centre or desk", "所在的调委会、综治中心或调解室"});
  mediator("full_time", "dockets", none, yes_or_no, {"full-time or part-time", "专职或兼职"});
  mediator("in_service", "dockets", none, yes_or_no, {"no longer once the post is cut", "岗位撤销后为否"});
  mediator("position", "dockets", none, a_number,
           {"place among the full-timers or part-timers of the post", "在本岗位专职或兼职调解员中的序位"});
  mediator("at_work_on", "dockets", none, {"dispute, or none", "纠纷，或无"},
           {"the dispute being mediated", "正在调解的纠纷"});
  mediator("appointed", "dockets", none, a_day, {"when the mediator took the post", "上岗日期"});
  mediator(
      "skill", "dockets", deviations, any_number,
      {"skill for each type of dispute; 0 is a part-timer's mean", "对各类纠纷的调解能力，0为兼职调解员的平均水平"});
  const VariableList officer(Entity::officer, variables);
  officer("duty", "stations", none, a_kind, {"what the officer does", "勤务类别"});
  officer("auxiliary", "stations", none, yes_or_no, {"patrols and nothing else", "只承担巡逻的辅警"});
  officer("on_duty", "stations", none, yes_or_no, {"today", "当日是否当班"});
  officer("place", "stations", none, a_grid, {"where the officer is", "所在网格"});
  officer("busy_until", "stations", none, a_time, {"when the last call is over", "上一次出警结束的时刻"});
}

void list_cases(Variables& variables) {
  const VariableList dispute(Entity::dispute, variables);
  dispute("type", "dockets", none, a_kind, {"what it is about", "纠纷类型"});
  dispute("complainant", "dockets", none, a_person, {"who feels wronged", "主张权利的一方"});
  dispute("opponent", "dockets", none, a_person_or_none, {"the other side, if a person", "对方（居民）"});
  dispute("respondent", "dockets", none, an_organisation_or_none,
          {"the other side, if an organisation", "对方（组织）"});
  dispute("severity", "dockets", none, {"above 0, median 1", "大于0，中位数为1"}, {"how much is at stake", "严重程度"});
  dispute("intensity, peak_intensity", "dockets", {"stage", "级"}, {"1 to 9", "1至9"},
          {"Glasl's stage of escalation, now and at its worst", "格拉斯尔冲突升级阶段：当前与最高"});
  dispute("stage", "dockets", none, a_kind, {"where it is being handled", "所处环节"});
  dispute("doors", "dockets", none, {"set of stages", "环节的集合"}, {"stages it has been in", "到过的环节"});
  dispute(
      "opened, clock, queued", "dockets", days, from_0,
      {"when it was opened, last acted, joined its queue (or will)", "产生、最近一次变化、进入（或将进入）队列的时间"});
  dispute("wakes, cause", "dockets", none, {"moment and kind", "时刻与类别"},
          {"when its next event is due, and which", "下一事件的时刻与种类"});
  dispute("mediator", "dockets", none, a_mediator_or_none, {"who is at work on it", "承办的调解员"});
  dispute("meetings, violent_events", "dockets", none, count_from_0,
          {"how often it was mediated and turned violent", "调解次数与暴力次数"});
  dispute(
      "waiting, has_appointment, at_studio, aided, diverted, reopened, hard", "dockets", none, yes_or_no,
      {"stands in a queue; waits for an appointment with specialists; asked for a studio; has legal aid; was diverted "
       "from court; its settlement was broken; a leader answers for it",
       "在排队；等待专业调解预约；点名个人调解室；有法律援助；由法院诉前分流；化解后曾反悔；由领导包案"});
  dispute("luck, steps", "dockets", none, a_number, {"the key of all its draws", "其全部随机抽取的键"});
  const VariableList offence(Entity::offence, variables);
  offence("type, harm, loss", "stations", none, {"kinds, and yuan", "类别与金额（元）"},
          {"what was done", "类型、伤害与损失"});
  offence("grid, committed", "stations", none, {"grid and moment", "网格与时刻"}, {"where and when", "地点与时间"});
  offence("offender, victim", "stations", none, a_person_or_none,
          {"by whom and to whom; offenders may be from elsewhere, victims may be organisations",
           "加害人与受害人；前者可能来自外地，后者可能是组织"});
  offence("recorded", "stations", none, {"public-order or criminal", "治安案件或刑事案件"},
          {"how officials recorded it", "官方如何记录"});
  offence("hours_left", "stations", hours, from_0, {"work that the case still needs", "办案尚需的工时"});
  offence("response_minutes", "stations", minutes, {"0 or more, or nobody was sent", "不小于0，或未出警"},
          {"how long help took to come", "到场用时"});
}

void list_disorder(Variables& variables) {
  const VariableList predatory_group(Entity::predatory_group, variables);
  predatory_group("town, territory", "predatory_groups", none, {"town and grids", "镇街与网格"},
                  {"where it works", "活动范围"});
  predatory_group("members", "predatory_groups", {"persons", "人"}, from_0,
                  {"its size; members are no residents of the table of persons", "人数；成员不对应居民表中的个人"});
  predatory_group("exposure", "predatory_groups", hours, from_0,
                  {"investigation spent on it, reports counted as hours", "已投入的侦查工时，报案折算为工时"});
  predatory_group("number", "last_predatory_group", none, a_number,
                  {"tells groups apart; the last one is remembered", "区分各团伙；记住最后一个编号"});
  const VariableList incident(Entity::incident, variables);
  incident("respondent", "collective", none, {"organisation", "组织"}, {"against whom", "针对的对象"});
  incident("participants", "collective", {"persons", "人"}, {"10 or more by default", "默认不少于10"},
           {"how many take part", "参与人数"});
  incident("response, ends", "collective", none, {"kind and moment", "类别与时刻"},
           {"how officials answer, and when it is over", "处置方式与结束时刻"});
  incident(
      "resolutions", "collective", none, {"list", "名单"},
      {"what today's answers mean for the disputes of the pool tomorrow", "当日处置对同一对象的纠纷次日产生的影响"});
  incident("demonstration", "collective", none, from_0,
           {"recent concessions by kind of organisation and town, which invite others",
            "各镇街各类组织近期的让步，会带来示范效应"});
  const VariableList rumour(Entity::rumour, variables);
  rumour("about", "rumours", none, a_kind, {"whom or what it accuses", "所指的对象或事项"});
  rumour("arose", "rumours", none, a_day, {"when it arose", "产生日期"});
  rumour("answered, denied_wrongly", "rumours", none, yes_or_no,
         {"officials have answered; their answer proved wrong", "官方已回应；回应后被证明有误"});
  rumour("believers", "rumours", none, {"persons", "居民"}, {"who believes it", "相信者"});
  const VariableList hazard(Entity::hazard, variables);
  hazard("open", "hazards", none, count_from_0,
         {"hazards of a grid and type that nobody has found", "网格内各类未被发现的隐患数"});
  hazard("found", "hazards", none, count_from_0, {"hazards found and not fixed yet", "已发现、尚未整改的隐患数"});
  const VariableList city(Entity::city, variables);
  city("signposts", "signposts", none, from_0,
       {"recorded figures as of last evening that conditional measures watch",
        "截至前一日晚、供条件性措施参考的记录指标"});
  city("triggers", "triggers", none, {"days, and a day or never", "天数，以及日期或从未"},
       {"for how long each condition has held, and when its measure came into force",
        "各条件已持续的天数，以及措施生效的日期"});
}

Variables list_all() {
  Variables variables;
  list_persons(variables);
  list_households_and_employers(variables);
  list_places(variables);
  list_services(variables);
  list_cases(variables);
  list_disorder(variables);
  return variables;
}

}  // namespace

const std::vector<StateVariable>& state_variables() {
  static const Variables variables = list_all();
  return variables;
}

}  // namespace linli
