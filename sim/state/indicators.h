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
enum class Axis : std::uint8_t { none, dispute_type, stage, offence_type, harm, sector, count };

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
  claims,
  entered,
  settled,
  settled_by_type,
  judged,
  given_up,
  moved_away,
  disputes_at,
  waiting,
  meetings,
  meeting_hours,
  mediators,
  residents,
  departures,
  arrivals,
  job_changes,
  layoffs,
  workers,
  workers_owed,
  offences,
  victims_harmed,
  reported,
  recorded_criminal,
  recorded_public_order,
  cleared,
  in_custody,
  calls,
  response_minutes,
  officers_on_patrol,
  cases_waiting,
  count
};
inline constexpr PerKind<Daily, IndicatorInfo> daily_indicators = {{{
    {"grievances", {"grievances felt", "产生的不满"}, "1", Axis::dispute_type, false},
    {"claims", {"disputes opened", "新发纠纷"}, "1", Axis::dispute_type, false},
    {"entered", {"disputes that entered a stage", "进入各环节的纠纷"}, "1", Axis::stage, false},
    {"settled", {"disputes settled at a stage", "各环节和解的纠纷"}, "1", Axis::stage, false},
    {"settled_by_type", {"disputes settled by mediation", "调解成功的纠纷"}, "1", Axis::dispute_type, false},
    {"judged", {"disputes judged", "判决的纠纷"}, "1", Axis::dispute_type, false},
    {"given_up", {"grievances and disputes given up", "放弃的不满与纠纷"}, "1", Axis::stage, false},
    {"moved_away", {"disputes closed because a party moved away", "因当事人离开而终结的纠纷"}, "1", Axis::none, false},
    {"disputes_at", {"open disputes at a stage", "各环节未了结的纠纷"}, "1", Axis::stage, true},
    {"waiting", {"disputes waiting for a mediator", "等待调解的纠纷"}, "1", Axis::stage, true},
    {"meetings", {"mediation meetings held", "调解次数"}, "1", Axis::stage, false},
    {"meeting_hours", {"hours of mediation", "调解工时"}, "hours", Axis::stage, false},
    {"mediators", {"mediators in post", "在岗调解员"}, "1", Axis::none, true},
    {"residents", {"residents (vacant places left out)", "常住人口（不含空缺）"}, "1", Axis::none, true},
    {"departures", {"residents who left the city", "离莞人数"}, "1", Axis::none, false},
    {"arrivals", {"newcomers", "新来人数"}, "1", Axis::none, false},
    {"job_changes", {"changes of employer", "更换雇主人次"}, "1", Axis::none, false},
    {"layoffs", {"jobs lost by closures", "因企业关闭失去的岗位"}, "1", Axis::sector, false},
    {"workers", {"people in work, by place of work", "就业人员（按工作地）"}, "1", Axis::sector, true},
    {"workers_owed", {"workers owed wages, by place of work", "被拖欠工资的人员（按工作地）"}, "1", Axis::sector, true},
    {"offences", {"offences committed", "实际发生的违法犯罪"}, "1", Axis::offence_type, false},
    {"victims_harmed", {"victims by bodily harm", "按伤害程度的受害人"}, "1", Axis::harm, false},
    {"reported", {"offences reported", "报案数"}, "1", Axis::offence_type, false},
    {"recorded_criminal", {"offences recorded as criminal cases", "刑事立案数"}, "1", Axis::offence_type, false},
    {"recorded_public_order",
     {"offences recorded as public-order cases", "治安案件受理数"},
     "1",
     Axis::offence_type,
     false},
    {"cleared", {"recorded offences cleared up", "破案（查处）数"}, "1", Axis::offence_type, false},
    {"in_custody", {"residents in custody", "在押人数"}, "1", Axis::none, true},
    {"calls", {"calls answered on the spot", "出警次数"}, "1", Axis::none, false},
    {"response_minutes", {"minutes to the scene, over all calls", "到场总时间"}, "minutes", Axis::none, false},
    {"officers_on_patrol", {"officers on patrol", "巡逻警力"}, "1", Axis::none, true},
    {"cases_waiting", {"recorded cases waiting for an investigator", "待侦办案件"}, "1", Axis::none, true},
}}};

/// Per week and grid.
enum class Weekly : std::uint8_t { grievances, claims, settled, offences, recorded, patrol_minutes, count };
inline constexpr PerKind<Weekly, IndicatorInfo> weekly_indicators = {{{
    {"grid_grievances", {"grievances felt", "产生的不满"}, "1", Axis::none, false},
    {"grid_claims", {"disputes opened", "新发纠纷"}, "1", Axis::none, false},
    {"grid_settled", {"disputes settled by mediation", "调解成功的纠纷"}, "1", Axis::none, false},
    {"grid_offences", {"offences committed", "实际发生的违法犯罪"}, "1", Axis::offence_type, false},
    {"grid_recorded", {"offences recorded", "记录的违法犯罪"}, "1", Axis::offence_type, false},
    {"grid_patrol_minutes", {"minutes of patrol", "巡逻分钟数"}, "minutes", Axis::none, false},
}}};

/// Per week and town, from a fixed panel of one resident in a hundred.
enum class Panel : std::uint8_t { strain, trust, ties, count };
inline constexpr PerKind<Panel, IndicatorInfo> panel_indicators = {{{
    {"strain", {"mean strain", "平均压力"}, "1", Axis::none, true},
    {"trust", {"mean trust in local institutions", "对基层机构的平均信任"}, "1", Axis::none, true},
    {"ties", {"mean local ties", "平均社会联系"}, "1", Axis::none, true},
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

 private:
  using Values = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  PerKind<Indicator, Eigen::Index> first_{};
  Values values_;
};

using DailyTally = Tally<Town, Daily>;
using WeeklyTally = Tally<Grid, Weekly>;
using PanelTally = Tally<Town, Panel>;

}  // namespace linli
