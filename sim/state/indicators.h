#pragma once

/// What is counted every day and week, by place and kind: the one list that measuring, recording and describing share.

#include <Eigen/Core>
#include <array>
#include <string_view>
#include <vector>

#include "core/column.h"
#include "core/per_kind.h"
#include "core/text.h"
#include "model/lists/kinds.h"

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
inline constexpr PerKind<Quantile, Kind> quantiles = {{
    {Quantile::tenth, "p10", {"tenth percentile", "第10百分位"}},
    {Quantile::median, "p50", {"median", "中位数"}},
    {Quantile::ninetieth, "p90", {"ninetieth percentile", "第90百分位"}},
}};

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
  Axis axis = Axis::none;
  bool is_stock = false;        // state at the end of the day rather than a count over it
  std::string_view unit = "1";  // of one value
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
inline constexpr PerKind<Daily, IndicatorInfo> daily_indicators = {{
    {Daily::grievances, "grievances", {"grievances felt", "新增矛盾"}, Axis::dispute_type},
    {Daily::grievances_by_group, "grievances_by_group", {"grievances felt, by group", "各群体新增矛盾"}, Axis::group},
    {Daily::claims, "claims", {"disputes opened", "新发纠纷"}, Axis::dispute_type},
    {Daily::claims_by_group,
     "claims_by_group",
     {"disputes opened, by group of the complainant", "各群体新发纠纷"},
     Axis::group},
    {Daily::entered, "entered", {"disputes that entered a stage", "进入各环节的纠纷"}, Axis::stage},
    {Daily::referred, "referred", {"disputes referred to mediation", "移交调解的纠纷"}, Axis::referral},
    {Daily::turned_away, "turned_away", {"suits and petitions turned away", "被劝返的起诉与信访"}, Axis::stage},
    {Daily::settled, "settled", {"disputes settled at a stage", "各环节化解的纠纷"}, Axis::stage},
    {Daily::settled_recorded,
     "settled_recorded",
     {"disputes recorded as settled at a stage", "各环节登记为化解的纠纷"},
     Axis::stage},
    {Daily::settled_by_type,
     "settled_by_type",
     {"disputes settled by mediation", "调解成功的纠纷"},
     Axis::dispute_type},
    {Daily::settled_days,
     "settled_days",
     {"days from claim to mediated settlement", "从提出主张到调解成功的天数"},
     Axis::dispute_type,
     false,
     "days"},
    {Daily::settled_part_time,
     "settled_part_time",
     {"disputes settled by part-time mediators", "兼职调解员调解成功的纠纷"}},
    {Daily::settled_by_group,
     "settled_by_group",
     {"disputes settled by mediation, by group of the complainant", "各群体调解成功的纠纷"},
     Axis::group},
    {Daily::settled_in_batch,
     "settled_in_batch",
     {"disputes settled together with another of the same respondent", "批量化解的纠纷"}},
    {Daily::confirmed, "confirmed", {"settlements confirmed by the court", "司法确认的调解协议"}},
    {Daily::replies, "replies", {"replies to petitions", "信访答复"}},
    {Daily::replies_heeded,
     "replies_heeded",
     {"replies to petitions that made the other side give way", "促使对方让步的信访答复"}},
    {Daily::breached, "breached", {"settlements broken", "化解后反悔的纠纷"}, Axis::stage},
    {Daily::conferences, "conferences", {"conferences on disputes near violence", "高风险纠纷会商"}},
    {Daily::false_flags, "false_flags", {"conferences on disputes flagged by mistake", "误标记纠纷的会商"}},
    {Daily::respondent_payments,
     "respondent_payments",
     {"paid by organisations in batch settlements", "单位在批量化解中支付的金额"},
     Axis::none,
     false,
     "yuan"},
    {Daily::judged, "judged", {"disputes judged", "判决的纠纷"}, Axis::dispute_type},
    {Daily::judged_days,
     "judged_days",
     {"days from opening to judgment, over all judged", "判决的纠纷从提出到判决的总天数"},
     Axis::dispute_type,
     false,
     "days"},
    {Daily::given_up, "given_up", {"grievances and disputes given up", "放弃主张的矛盾纠纷"}, Axis::stage},
    {Daily::given_up_by_group,
     "given_up_by_group",
     {"grievances and disputes given up, by group", "各群体放弃主张的矛盾纠纷"},
     Axis::group},
    {Daily::moved_away, "moved_away", {"disputes closed because a party moved away", "因当事人离开而终结的纠纷"}},
    {Daily::disputes_at, "disputes_at", {"open disputes at a stage", "各环节未了结的纠纷"}, Axis::stage, true},
    {Daily::waiting, "waiting", {"disputes waiting at a stage", "各环节等待处理的纠纷"}, Axis::stage, true},
    {Daily::meetings, "meetings", {"mediation meetings held", "调解次数"}, Axis::stage},
    {Daily::meeting_hours, "meeting_hours", {"hours of mediation", "调解工时"}, Axis::stage, false, "hours"},
    {Daily::mediators, "mediators", {"mediators in post", "在岗调解员"}, Axis::none, true},
    {Daily::mediators_quit, "mediators_quit", {"mediators who quit", "离职调解员"}},
    {Daily::studio_waiting,
     "studio_waiting",
     {"disputes waiting for a mediation studio", "等待个人调解室的纠纷"},
     Axis::none,
     true},
    {Daily::projects_open,
     "projects_open",
     {"announced facilities not yet decided", "已公示未决定的设施"},
     Axis::none,
     true},
    {Daily::social_visits, "social_visits", {"visits by social workers", "社工走访"}},
    {Daily::posts_unfunded,
     "posts_unfunded",
     {"posts of social workers that no grant pays", "经费空档中的社工岗位"},
     Axis::none,
     true},
    {Daily::residents, "residents", {"residents (vacant places left out)", "常住人口（不含空缺）"}, Axis::none, true},
    {Daily::residents_by_group, "residents_by_group", {"residents by group", "各群体常住人口"}, Axis::group, true},
    {Daily::departures, "departures", {"residents who left the city", "离开本市人数"}},
    {Daily::arrivals, "arrivals", {"newcomers", "新来人数"}},
    {Daily::job_changes, "job_changes", {"changes of employer", "更换用人单位人次"}},
    {Daily::layoffs, "layoffs", {"jobs lost by closures", "因企业关闭失去的岗位"}, Axis::sector},
    {Daily::workers, "workers", {"people in work, by place of work", "就业人员（按工作地）"}, Axis::sector, true},
    {Daily::workers_owed,
     "workers_owed",
     {"workers owed wages, by place of work", "被拖欠工资的人员（按工作地）"},
     Axis::sector,
     true},
    {Daily::workers_owed_found,
     "workers_owed_found",
     {"workers owed wages by firms that inspectors have found", "经查实的被拖欠工资人员"},
     Axis::none,
     true},
    {Daily::firms_warned, "firms_warned", {"firms warned", "被预警的用人单位"}},
    {Daily::false_alarms, "false_alarms", {"sound firms warned", "被误报的用人单位"}},
    {Daily::arrears_began, "arrears_began", {"firms that fell into arrears", "新发生欠薪的用人单位"}, Axis::sector},
    {Daily::wrong_sanctions, "wrong_sanctions", {"sound firms under credit sanctions", "被误惩戒的用人单位"}},
    {Daily::workers_covered,
     "workers_covered",
     {"workers under a workplace programme, by place of work", "平安企业文化覆盖的就业人员（按工作地）"},
     Axis::sector,
     true},
    {Daily::workers_uncovered,
     "workers_uncovered",
     {"workers without a workplace programme, by place of work", "平安企业文化未覆盖的就业人员（按工作地）"},
     Axis::sector,
     true},
    {Daily::aid_given, "aid_given", {"people in hardship whom aid reached", "获得帮扶的困难人员"}},
    {Daily::aid_misplaced, "aid_misplaced", {"aid to people who were not in hardship", "落到非困难人员的帮扶"}},
    {Daily::household_visits, "household_visits", {"household visits by grid workers", "网格员入户走访"}},
    {Daily::leader_visits, "leader_visits", {"household visits by stationed teams", "驻点团队入户走访"}},
    {Daily::visits_at_hot_spots,
     "visits_at_hot_spots",
     {"visits in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的走访"}},
    {Daily::inspections, "inspections", {"inspections for safety", "安全检查"}},
    {Daily::offences, "offences", {"offences committed", "实际发生的违法犯罪"}, Axis::offence_type},
    {Daily::offences_at_hot_spots,
     "offences_at_hot_spots",
     {"offences in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的违法犯罪"}},
    {Daily::reoffences, "reoffences", {"offences by people in re-entry", "回归社会期人员再犯"}},
    {Daily::victims_by_group, "victims_by_group", {"victims of offences, by group", "各群体受害人"}, Axis::group},
    {Daily::offenders_by_group, "offenders_by_group", {"offenders, by group", "各群体违法犯罪人员"}, Axis::group},
    {Daily::victims_harmed, "victims_harmed", {"victims by bodily harm", "按伤害程度的受害人"}, Axis::harm},
    {Daily::losses, "losses", {"losses to offences", "违法犯罪造成的损失"}, Axis::none, false, "yuan"},
    {Daily::recovered, "recovered", {"losses recovered", "挽回的损失"}, Axis::none, false, "yuan"},
    {Daily::reported, "reported", {"offences reported", "报案数"}, Axis::offence_type},
    {Daily::false_reports, "false_reports", {"false reports", "虚假报案"}},
    {Daily::leads, "leads", {"useful leads from residents", "群众有效线索"}},
    {Daily::recorded_criminal,
     "recorded_criminal",
     {"offences recorded as criminal cases", "刑事立案数"},
     Axis::offence_type},
    {Daily::recorded_public_order,
     "recorded_public_order",
     {"offences recorded as public-order cases", "治安案件受理数"},
     Axis::offence_type},
    {Daily::cleared, "cleared", {"recorded offences cleared up", "破案（查处）数"}, Axis::offence_type},
    {Daily::sanctioned, "sanctioned", {"offenders by what followed", "按处理结果的违法犯罪人员"}, Axis::sanction},
    {Daily::in_custody, "in_custody", {"residents in custody", "在押人数"}, Axis::none, true},
    {Daily::in_reentry, "in_reentry", {"residents in re-entry", "回归社会期人员"}, Axis::none, true},
    {Daily::calls, "calls", {"calls answered on the spot", "出警次数"}},
    {Daily::response_minutes,
     "response_minutes",
     {"minutes to the scene, over all calls", "到场总时间"},
     Axis::none,
     false,
     "minutes"},
    {Daily::officers_on_patrol,
     "officers_on_patrol",
     {"officers and auxiliaries on patrol", "巡逻警力"},
     Axis::none,
     true},
    {Daily::stops, "stops", {"residents stopped on patrol", "巡逻盘查人次"}},
    {Daily::stops_at_hot_spots,
     "stops_at_hot_spots",
     {"stops in the tenth of grids with most on record lately", "近期记录最多的十分之一网格内的盘查"}},
    {Daily::checks, "checks", {"times that somebody was checked or felt watched", "居民被核查或感到被监视的次数"}},
    {Daily::stops_by_group,
     "stops_by_group",
     {"residents stopped on patrol, by group", "各群体被盘查人次"},
     Axis::group},
    {Daily::stops_unfair, "stops_unfair", {"stops without fair procedure", "程序不公正的盘查"}},
    {Daily::cases_waiting,
     "cases_waiting",
     {"recorded cases waiting for an investigator", "待侦办案件"},
     Axis::none,
     true},
    {Daily::predatory_groups, "predatory_groups", {"predatory groups", "涉恶团伙"}, Axis::none, true},
    {Daily::groups_dismantled, "groups_dismantled", {"predatory groups dismantled", "打掉的涉恶团伙"}},
    {Daily::incidents, "incidents", {"collective incidents", "群体性事件"}, Axis::response},
    {Daily::incident_participants,
     "incident_participants",
     {"participants in collective incidents", "群体性事件参与人数"},
     Axis::response},
    {Daily::rumours, "rumours", {"rumours that arose", "新增谣言"}},
    {Daily::believers, "believers", {"residents who believe a rumour", "相信谣言的居民"}, Axis::none, true},
    {Daily::wrong_answers, "wrong_answers", {"rumours answered wrongly", "回应有误的谣言"}},
    {Daily::hazards_arisen, "hazards_arisen", {"hazards that arose", "新增隐患"}, Axis::hazard_type},
    {Daily::hazards_found, "hazards_found", {"hazards found", "发现的隐患"}, Axis::hazard_type},
    {Daily::hazards_fixed, "hazards_fixed", {"hazards fixed", "整改的隐患"}, Axis::hazard_type},
    {Daily::hazards_open, "hazards_open", {"hazards not found", "未发现的隐患"}, Axis::hazard_type, true},
    {Daily::accidents, "accidents", {"accidents", "事故"}, Axis::hazard_type},
    {Daily::accident_victims,
     "accident_victims",
     {"victims of accidents by bodily harm", "按伤害程度的事故伤亡"},
     Axis::harm},
    {Daily::self_harm, "self_harm", {"deaths by self-harm", "自杀死亡"}},
    {Daily::crises_reached,
     "crises_reached",
     {"people in crisis reached by psychological services", "心理服务干预人次"}},
    {Daily::counselled, "counselled", {"people under strain who were counselled", "获得心理辅导的人"}},
    {Daily::counselling_missed,
     "counselling_missed",
     {"people who found no counsellor free", "未能及时得到心理辅导的人"}},
    {Daily::spending, "spending", {"spending", "支出"}, Axis::lever, false, "yuan"},
    {Daily::bounds_exceeded,
     "bounds_exceeded",
     {"rates above their bound (a fault of the model)", "超过上界的发生率（模型缺陷）"}},
}};

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
inline constexpr PerKind<Weekly, IndicatorInfo> weekly_indicators = {{
    {Weekly::grievances, "grid_grievances", {"grievances felt", "新增矛盾"}},
    {Weekly::claims, "grid_claims", {"disputes opened", "新发纠纷"}},
    {Weekly::settled, "grid_settled", {"disputes settled by mediation", "调解成功的纠纷"}},
    {Weekly::offences, "grid_offences", {"offences committed", "实际发生的违法犯罪"}, Axis::offence_type},
    {Weekly::recorded, "grid_recorded", {"offences recorded", "记录的违法犯罪"}, Axis::offence_type},
    {Weekly::patrol_minutes, "grid_patrol_minutes", {"minutes of patrol", "巡逻分钟数"}, Axis::none, false, "minutes"},
    {Weekly::stops, "grid_stops", {"residents stopped on patrol", "巡逻盘查人次"}},
    {Weekly::visits, "grid_visits", {"household visits by grid workers and stationed teams", "入户走访"}},
    {Weekly::hazards_open,
     "grid_hazards",
     {"hazards not found, on the week's last day", "周末未发现的隐患"},
     Axis::hazard_type,
     true},
    {Weekly::accidents, "grid_accidents", {"accidents", "事故"}, Axis::hazard_type},
}};

/// Per week and town, from a fixed panel of one resident in a hundred. A group nobody asked belongs to has no value.
enum class Panel : std::uint8_t { strain, trust, ties, strain_spread, trust_spread, ties_spread, count };
inline constexpr PerKind<Panel, IndicatorInfo> panel_indicators = {{
    {Panel::strain, "strain", {"mean strain", "平均压力"}, Axis::group, true},
    {Panel::trust, "trust", {"mean trust in local institutions", "对基层机构的平均信任"}, Axis::group, true},
    {Panel::ties, "ties", {"mean local ties", "平均社会联系"}, Axis::group, true},
    {Panel::strain_spread, "strain_spread", {"strain over the panel", "压力的分布"}, Axis::quantile, true},
    {Panel::trust_spread, "trust_spread", {"trust over the panel", "信任的分布"}, Axis::quantile, true},
    {Panel::ties_spread, "ties_spread", {"ties over the panel", "社会联系的分布"}, Axis::quantile, true},
}};

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
