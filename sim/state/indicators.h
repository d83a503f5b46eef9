#pragma once

/// What is counted every day and week, by place and kind: the one list that measuring, recording and describing share.

#include <Eigen/Core>
#include <array>
#include <string_view>
#include <vector>

#include "core/column.h"
#include "core/text.h"
#include "model/kinds.h"

namespace linli {

/// The kinds an indicator is split by, besides its place.
enum class Axis : std::uint8_t {
  none,
  dispute_type,
  stage,
  offence_type,
  harm,
  sector,
  group,
  referral,
  hazard_type,
  response,
  sanction,
  lever,
  quantile,
  count
};

/// The points of a distribution that are given.
enum class Quantile : std::uint8_t { tenth, median, ninetieth, count };
inline constexpr PerKind<Quantile, Kind> quantiles = {{{
    {"p10", {"tenth percentile", "第10百分位"}},
    {"p50", {"median", "中位数"}},
    {"p90", {"ninetieth percentile", "第90百分位"}},
}}};

struct AxisInfo {
  std::string_view key;  // name of the dimension in the result file
  Text name;
  std::vector<Kind> kinds;  // empty for none
};
const AxisInfo& axis_info(Axis axis);
std::size_t width(Axis axis);  // number of kinds; 1 for none

struct IndicatorInfo {
  std::string_view key;
  Text name;
  std::string_view unit;  // of one value: "1" for counts
  Axis axis;
  bool is_stock;  // state at the end of the day rather than a count over it
};

/// Per day and town.
enum class Daily : std::uint8_t {
  grievances,
  grievances_by_group,
  claims,
  claims_by_group,
  entered,
  referred,
  turned_away,
  settled,
  settled_recorded,
  settled_by_type,
  settled_days,
  settled_part_time,
  settled_by_group,
  settled_in_batch,
  confirmed,
  replies,
  replies_heeded,
  breached,
  conferences,
  false_flags,
  respondent_payments,
  judged,
  judged_days,
  given_up,
  given_up_by_group,
  moved_away,
  disputes_at,
  waiting,
  meetings,
  meeting_hours,
  mediators,
  mediators_quit,
  studio_waiting,
  projects_open,
  social_visits,
  posts_unfunded,
  residents,
  residents_by_group,
  departures,
  arrivals,
  job_changes,
  layoffs,
  workers,
  workers_owed,
  workers_owed_found,
  firms_warned,
  false_alarms,
  arrears_began,
  wrong_sanctions,
  workers_covered,
  workers_uncovered,
  aid_given,
  aid_misplaced,
  household_visits,
  leader_visits,
  visits_at_hot_spots,
  inspections,
  offences,
  offences_at_hot_spots,
  reoffences,
  victims_by_group,
  offenders_by_group,
  victims_harmed,
  losses,
  recovered,
  reported,
  false_reports,
  leads,
  recorded_criminal,
  recorded_public_order,
  cleared,
  sanctioned,
  in_custody,
  in_reentry,
  calls,
  response_minutes,
  officers_on_patrol,
  stops,
  stops_at_hot_spots,
  checks,
  stops_by_group,
  stops_unfair,
  cases_waiting,
  predatory_groups,
  groups_dismantled,
  incidents,
  incident_participants,
  rumours,
  believers,
  wrong_answers,
  hazards_arisen,
  hazards_found,
  hazards_fixed,
  hazards_open,
  accidents,
  accident_victims,
  self_harm,
  crises_reached,
  counselled,
  counselling_missed,
  spending,
  bounds_exceeded,
  count
};
inline constexpr PerKind<Daily, IndicatorInfo> daily_indicators = {{{
    {"grievances", {"grievances felt", "产生的不满"}, "1", Axis::dispute_type, false},
    {"grievances_by_group", {"grievances felt, by group", "各群体产生的不满"}, "1", Axis::group, false},
    {"claims", {"disputes opened", "新发纠纷"}, "1", Axis::dispute_type, false},
    {"claims_by_group", {"disputes opened, by group of the complainant", "各群体新发纠纷"}, "1", Axis::group, false},
    {"entered", {"disputes that entered a stage", "进入各环节的纠纷"}, "1", Axis::stage, false},
    {"referred", {"disputes referred to mediation", "移送调解的纠纷"}, "1", Axis::referral, false},
    {"turned_away", {"suits and petitions turned away", "被劝返的起诉与信访"}, "1", Axis::stage, false},
    {"settled", {"disputes settled at a stage", "各环节和解的纠纷"}, "1", Axis::stage, false},
    {"settled_recorded",
     {"disputes recorded as settled at a stage", "各环节记录为和解的纠纷"},
     "1",
     Axis::stage,
     false},
    {"settled_by_type", {"disputes settled by mediation", "调解成功的纠纷"}, "1", Axis::dispute_type, false},
    {"settled_days",
     {"days from claim to mediated settlement", "从提出主张到调解成功的天数"},
     "days",
     Axis::dispute_type,
     false},
    {"settled_part_time",
     {"disputes settled by part-time mediators", "兼职调解员调解成功的纠纷"},
     "1",
     Axis::none,
     false},
    {"settled_by_group",
     {"disputes settled by mediation, by group of the complainant", "各群体调解成功的纠纷"},
     "1",
     Axis::group,
     false},
    {"settled_in_batch",
     {"disputes settled together with another of the same respondent", "批量化解的纠纷"},
     "1",
     Axis::none,
     false},
    {"confirmed", {"settlements confirmed by the court", "司法确认的调解协议"}, "1", Axis::none, false},
    {"replies", {"replies to petitions", "信访答复"}, "1", Axis::none, false},
    {"replies_heeded",
     {"replies to petitions that made the other side give way", "促使对方让步的信访答复"},
     "1",
     Axis::none,
     false},
    {"breached", {"settlements broken", "反悔的和解"}, "1", Axis::stage, false},
    {"conferences", {"conferences on disputes near violence", "高风险纠纷会商"}, "1", Axis::none, false},
    {"false_flags", {"conferences on disputes flagged by mistake", "误标记纠纷的会商"}, "1", Axis::none, false},
    {"respondent_payments",
     {"paid by organisations in batch settlements", "单位在批量化解中支付的金额"},
     "yuan",
     Axis::none,
     false},
    {"judged", {"disputes judged", "判决的纠纷"}, "1", Axis::dispute_type, false},
    {"judged_days",
     {"days from opening to judgment, over all judged", "判决的纠纷从提出到判决的总天数"},
     "days",
     Axis::dispute_type,
     false},
    {"given_up", {"grievances and disputes given up", "放弃的不满与纠纷"}, "1", Axis::stage, false},
    {"given_up_by_group",
     {"grievances and disputes given up, by group", "各群体放弃的不满与纠纷"},
     "1",
     Axis::group,
     false},
    {"moved_away", {"disputes closed because a party moved away", "因当事人离开而终结的纠纷"}, "1", Axis::none, false},
    {"disputes_at", {"open disputes at a stage", "各环节未了结的纠纷"}, "1", Axis::stage, true},
    {"waiting", {"disputes waiting at a stage", "各环节等待处理的纠纷"}, "1", Axis::stage, true},
    {"meetings", {"mediation meetings held", "调解次数"}, "1", Axis::stage, false},
    {"meeting_hours", {"hours of mediation", "调解工时"}, "hours", Axis::stage, false},
    {"mediators", {"mediators in post", "在岗调解员"}, "1", Axis::none, true},
    {"mediators_quit", {"mediators who quit", "离职调解员"}, "1", Axis::none, false},
    {"studio_waiting", {"disputes waiting for a mediation studio", "等待个人调解室的纠纷"}, "1", Axis::none, true},
    {"projects_open", {"announced facilities not yet decided", "已公示未决定的设施"}, "1", Axis::none, true},
    {"social_visits", {"visits by social workers", "社工走访"}, "1", Axis::none, false},
    {"posts_unfunded", {"posts of social workers that no grant pays", "经费空档中的社工岗位"}, "1", Axis::none, true},
    {"residents", {"residents (vacant places left out)", "常住人口（不含空缺）"}, "1", Axis::none, true},
    {"residents_by_group", {"residents by group", "各群体常住人口"}, "1", Axis::group, true},
    {"departures", {"residents who left the city", "离莞人数"}, "1", Axis::none, false},
    {"arrivals", {"newcomers", "新来人数"}, "1", Axis::none, false},
    {"job_changes", {"changes of employer", "更换雇主人次"}, "1", Axis::none, false},
    {"layoffs", {"jobs lost by closures", "因企业关闭失去的岗位"}, "1", Axis::sector, false},
    {"workers", {"people in work, by place of work", "就业人员（按工作地）"}, "1", Axis::sector, true},
    {"workers_owed", {"workers owed wages, by place of work", "被拖欠工资的人员（按工作地）"}, "1", Axis::sector, true},
    {"workers_owed_found",
     {"workers owed wages by firms that inspectors have found", "经查实的被拖欠工资人员"},
     "1",
     Axis::none,
     true},
    {"firms_warned", {"firms warned", "被预警的用人单位"}, "1", Axis::none, false},
    {"false_alarms", {"sound firms warned", "被误报的用人单位"}, "1", Axis::none, false},
    {"arrears_began", {"firms that fell into arrears", "新发生欠薪的用人单位"}, "1", Axis::sector, false},
    {"wrong_sanctions", {"sound firms under credit sanctions", "被误惩戒的用人单位"}, "1", Axis::none, false},
    {"workers_covered",
     {"workers under a workplace programme, by place of work", "平安企业文化覆盖的就业人员（按工作地）"},
     "1",
     Axis::sector,
     true},
    {"workers_uncovered",
     {"workers without a workplace programme, by place of work", "平安企业文化未覆盖的就业人员（按工作地）"},
     "1",
     Axis::sector,
     true},
    {"aid_given", {"people in hardship whom aid reached", "获得帮扶的困难人员"}, "1", Axis::none, false},
    {"aid_misplaced", {"aid to people who were not in hardship", "落到非困难人员的帮扶"}, "1", Axis::none, false},
    {"household_visits", {"household visits by grid workers", "网格员入户走访"}, "1", Axis::none, false},
    {"leader_visits", {"household visits by stationed teams", "驻点团队入户走访"}, "1", Axis::none, false},
    {"visits_at_hot_spots",
     {"visits in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的走访"},
     "1",
     Axis::none,
     false},
    {"inspections", {"inspections for safety", "安全检查"}, "1", Axis::none, false},
    {"offences", {"offences committed", "实际发生的违法犯罪"}, "1", Axis::offence_type, false},
    {"offences_at_hot_spots",
     {"offences in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的违法犯罪"},
     "1",
     Axis::none,
     false},
    {"reoffences", {"offences by people in re-entry", "回归社会期人员再犯"}, "1", Axis::none, false},
    {"victims_by_group", {"victims of offences, by group", "各群体受害人"}, "1", Axis::group, false},
    {"offenders_by_group", {"offenders, by group", "各群体违法犯罪人员"}, "1", Axis::group, false},
    {"victims_harmed", {"victims by bodily harm", "按伤害程度的受害人"}, "1", Axis::harm, false},
    {"losses", {"losses to offences", "违法犯罪造成的损失"}, "yuan", Axis::none, false},
    {"recovered", {"losses recovered", "挽回的损失"}, "yuan", Axis::none, false},
    {"reported", {"offences reported", "报案数"}, "1", Axis::offence_type, false},
    {"false_reports", {"false reports", "虚假报案"}, "1", Axis::none, false},
    {"leads", {"useful leads from residents", "群众有效线索"}, "1", Axis::none, false},
    {"recorded_criminal", {"offences recorded as criminal cases", "刑事立案数"}, "1", Axis::offence_type, false},
    {"recorded_public_order",
     {"offences recorded as public-order cases", "治安案件受理数"},
     "1",
     Axis::offence_type,
     false},
    {"cleared", {"recorded offences cleared up", "破案（查处）数"}, "1", Axis::offence_type, false},
    {"sanctioned", {"offenders by what followed", "按处理结果的违法犯罪人员"}, "1", Axis::sanction, false},
    {"in_custody", {"residents in custody", "在押人数"}, "1", Axis::none, true},
    {"in_reentry", {"residents in re-entry", "回归社会期人员"}, "1", Axis::none, true},
    {"calls", {"calls answered on the spot", "出警次数"}, "1", Axis::none, false},
    {"response_minutes", {"minutes to the scene, over all calls", "到场总时间"}, "minutes", Axis::none, false},
    {"officers_on_patrol", {"officers and auxiliaries on patrol", "巡逻警力"}, "1", Axis::none, true},
    {"stops", {"residents stopped on patrol", "巡逻盘查人次"}, "1", Axis::none, false},
    {"stops_at_hot_spots",
     {"stops in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的盘查"},
     "1",
     Axis::none,
     false},
    {"checks",
     {"times that somebody was checked or felt watched", "居民被核查或感到被监视的次数"},
     "1",
     Axis::none,
     false},
    {"stops_by_group", {"residents stopped on patrol, by group", "各群体被盘查人次"}, "1", Axis::group, false},
    {"stops_unfair", {"stops without fair procedure", "程序不公正的盘查"}, "1", Axis::none, false},
    {"cases_waiting", {"recorded cases waiting for an investigator", "待侦办案件"}, "1", Axis::none, true},
    {"predatory_groups", {"predatory groups", "涉恶团伙"}, "1", Axis::none, true},
    {"groups_dismantled", {"predatory groups dismantled", "打掉的涉恶团伙"}, "1", Axis::none, false},
    {"incidents", {"collective incidents", "群体性事件"}, "1", Axis::response, false},
    {"incident_participants",
     {"participants in collective incidents", "群体性事件参与人数"},
     "1",
     Axis::response,
     false},
    {"rumours", {"rumours that arose", "产生的谣言"}, "1", Axis::none, false},
    {"believers", {"residents who believe a rumour", "相信谣言的居民"}, "1", Axis::none, true},
    {"wrong_answers", {"rumours answered wrongly", "回应有误的谣言"}, "1", Axis::none, false},
    {"hazards_arisen", {"hazards that arose", "产生的隐患"}, "1", Axis::hazard_type, false},
    {"hazards_found", {"hazards found", "发现的隐患"}, "1", Axis::hazard_type, false},
    {"hazards_fixed", {"hazards fixed", "整改的隐患"}, "1", Axis::hazard_type, false},
    {"hazards_open", {"hazards not found", "未发现的隐患"}, "1", Axis::hazard_type, true},
    {"accidents", {"accidents", "事故"}, "1", Axis::hazard_type, false},
    {"accident_victims", {"victims of accidents by bodily harm", "按伤害程度的事故伤亡"}, "1", Axis::harm, false},
    {"self_harm", {"deaths by self-harm", "自杀死亡"}, "1", Axis::none, false},
    {"crises_reached",
     {"people in crisis reached by psychological services", "心理服务干预人次"},
     "1",
     Axis::none,
     false},
    {"counselled", {"people under strain who were counselled", "获得心理辅导的人"}, "1", Axis::none, false},
    {"counselling_missed", {"people who found no counsellor free", "未能及时得到心理辅导的人"}, "1", Axis::none, false},
    {"spending", {"spending", "支出"}, "yuan", Axis::lever, false},
    {"bounds_exceeded",
     {"rates above their bound (a fault of the model)", "超过上界的发生率（模型缺陷）"},
     "1",
     Axis::none,
     false},
}}};

/// Per week and grid.
enum class Weekly : std::uint8_t {
  grievances,
  claims,
  settled,
  offences,
  recorded,
  patrol_minutes,
  stops,
  visits,
  hazards_open,
  accidents,
  count
};
inline constexpr PerKind<Weekly, IndicatorInfo> weekly_indicators = {{{
    {"grid_grievances", {"grievances felt", "产生的不满"}, "1", Axis::none, false},
    {"grid_claims", {"disputes opened", "新发纠纷"}, "1", Axis::none, false},
    {"grid_settled", {"disputes settled by mediation", "调解成功的纠纷"}, "1", Axis::none, false},
    {"grid_offences", {"offences committed", "实际发生的违法犯罪"}, "1", Axis::offence_type, false},
    {"grid_recorded", {"offences recorded", "记录的违法犯罪"}, "1", Axis::offence_type, false},
    {"grid_patrol_minutes", {"minutes of patrol", "巡逻分钟数"}, "minutes", Axis::none, false},
    {"grid_stops", {"residents stopped on patrol", "巡逻盘查人次"}, "1", Axis::none, false},
    {"grid_visits", {"household visits by grid workers and stationed teams", "入户走访"}, "1", Axis::none, false},
    {"grid_hazards", {"hazards not found, on the week's last day", "周末未发现的隐患"}, "1", Axis::hazard_type, true},
    {"grid_accidents", {"accidents", "事故"}, "1", Axis::hazard_type, false},
}}};

/// Per week and town, from a fixed panel of one resident in a hundred. A group nobody asked belongs to has no value.
enum class Panel : std::uint8_t { strain, trust, ties, strain_spread, trust_spread, ties_spread, count };
inline constexpr PerKind<Panel, IndicatorInfo> panel_indicators = {{{
    {"strain", {"mean strain", "平均压力"}, "1", Axis::group, true},
    {"trust", {"mean trust in local institutions", "对基层机构的平均信任"}, "1", Axis::group, true},
    {"ties", {"mean local ties", "平均社会联系"}, "1", Axis::group, true},
    {"strain_spread", {"strain over the panel", "压力的分布"}, "1", Axis::quantile, true},
    {"trust_spread", {"trust over the panel", "信任的分布"}, "1", Axis::quantile, true},
    {"ties_spread", {"ties over the panel", "社会联系的分布"}, "1", Axis::quantile, true},
}}};

/// A value for every (place, indicator, kind). Rows of different places may be written in parallel.
template <class Place, class Indicator>
class Tally {
 public:
  Tally(std::size_t places, const PerKind<Indicator, IndicatorInfo>& infos) {
    Eigen::Index columns = 0;
    for (Indicator indicator : every<Indicator>()) {
      first_[indicator] = columns;
      columns += static_cast<Eigen::Index>(width(infos[indicator].axis));
    }
    values_.setZero(static_cast<Eigen::Index>(places), columns);
  }

  double& operator()(Id<Place> place, Indicator indicator) { return values_(place.row, first_[indicator]); }
  template <class Kind>
  double& operator()(Id<Place> place, Indicator indicator, Kind kind) {
    return values_(place.row, first_[indicator] + static_cast<Eigen::Index>(kind));
  }
  template <class Kind = int>
  double operator()(Id<Place> place, Indicator indicator, Kind kind = {}) const {
    return values_(place.row, first_[indicator] + static_cast<Eigen::Index>(kind));
  }

  /// All values of an indicator: places by kinds.
  auto block(Indicator indicator, const PerKind<Indicator, IndicatorInfo>& infos) const {
    return values_.middleCols(first_[indicator], static_cast<Eigen::Index>(width(infos[indicator].axis)));
  }
  std::size_t places() const { return static_cast<std::size_t>(values_.rows()); }
  void clear() { values_.setZero(); }
  Tally& operator+=(const Tally& other) {
    values_ += other.values_;
    return *this;
  }

 private:
  using Values = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  PerKind<Indicator, Eigen::Index> first_{};
  Values values_;

 public:
  LINLI_MEMBERS(first_, values_)
};

using DailyTally = Tally<Town, Daily>;
using WeeklyTally = Tally<Grid, Weekly>;
using PanelTally = Tally<Town, Panel>;

}  // namespace linli
