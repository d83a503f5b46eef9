/// Fields of collective incidents, members of the panel and changes of levers.

#include "record/event_fields.h"

#include <cmath>

#include "state/indicators.h"

namespace linli {

const std::vector<Field<IncidentRecord>>& incident_fields() {
  using R = IncidentRecord;
  static const std::vector<Field<R>> fields = {
      {"number",
       {"number of the incident", "事件编号"},
       "1",
       Storage::number,
       [](const R& r) { return r.number * 1.0; }},
      {"town",
       {"index of the town where most participants live", "多数参与者居住的镇街序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.town); }},
      {"respondent",
       {"whom it was directed against", "事件针对的对象"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.respondent); },
       respondent_kinds},
      {"response",
       {"how it was answered", "处置方式"},
       "1",
       Storage::code,
       [](const R& r) { return code(r.response); },
       responses},
      {"pool",
       {"people with an open dispute against the respondent", "与该对象有未了结纠纷的人数"},
       "1",
       Storage::number,
       [](const R& r) { return r.pool * 1.0; }},
      {"participants",
       {"participants", "参与人数"},
       "1",
       Storage::number,
       [](const R& r) { return r.participants * 1.0; }},
      {"began", {"time when it began", "发生时间"}, "", Storage::time, [](const R& r) { return double{r.began}; }},
      {"lasted",
       {"how long it lasted; missing while it goes on", "持续时间（尚未结束时缺失）"},
       "days",
       Storage::real,
       [](const R& r) { return double{r.lasted}; }},
  };
  return fields;
}

const std::vector<Field<PanelRecord>>& panel_fields() {
  using R = PanelRecord;
  static const std::vector<Field<R>> fields = {
      {"member",
       {"number of the place in the panel", "样本位置编号"},
       "1",
       Storage::number,
       [](const R& r) { return r.member * 1.0; }},
      {"generation",
       {"tells successive residents of a place apart", "同一位置先后居民的代次"},
       "1",
       Storage::number,
       [](const R& r) { return r.generation * 1.0; }},
      {"year",
       {"calendar year at whose end this was", "年份（年末）"},
       "1",
       Storage::index,
       [](const R& r) { return r.year * 1.0; }},
      {"town",
       {"index of the home town", "居住镇街序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.town); }},
      {"grid",
       {"index of the home grid", "居住网格序号"},
       "1",
       Storage::index,
       [](const R& r) { return row_of(r.grid); }},
      {"age", {"age", "年龄"}, "1", Storage::code, [](const R& r) { return code(r.age); }, age_bands},
      {"male", {"a man", "男性"}, "1", Storage::flag, [](const R& r) { return flag(r.male); }},
      {"migrant", {"a migrant", "流动人口"}, "1", Storage::flag, [](const R& r) { return flag(r.migrant); }},
      {"employed", {"in work", "在业"}, "1", Storage::flag, [](const R& r) { return flag(r.employed); }},
      {"strain", {"strain", "压力"}, "1", Storage::real, [](const R& r) { return double{r.strain}; }},
      {"trust",
       {"trust in local institutions", "对基层机构的信任"},
       "1",
       Storage::real,
       [](const R& r) { return double{r.trust}; }},
      {"ties", {"local ties", "社会联系"}, "1", Storage::real, [](const R& r) { return double{r.ties}; }},
  };
  return fields;
}

const std::vector<Field<Levers::Change>>& intervention_fields() {
  using R = Levers::Change;
  static const std::vector<Field<R>> fields = {
      {"day", {"day of the change", "调整日期"}, "", Storage::time, [](const R& r) { return r.day * 1.0; }},
      {"town", {"index of the town", "镇街序号"}, "1", Storage::index, [](const R& r) { return row_of(r.town); }},
      {"lever",
       {"lever that was moved", "调整的政策杠杆"},
       "1",
       Storage::code,
       [](const R& r) { return r.lever * 1.0; },
       axis_info(Axis::lever).kinds},
      {"value",
       {"value from then on, in the lever's own unit", "调整后的值（单位见杠杆说明）"},
       "",
       Storage::exact,  // so that a replay sets the same value
       [](const R& r) { return r.value; }},
      {"measure",
       {"index of the measure that moved it, in /provenance measures; none: set by hand",
        "引起调整的措施序号（见/provenance的measures）；缺失表示人工设定"},
       "1",
       Storage::optional_index,
       [](const R& r) { return r.cause.measure * 1.0; }},
      {"fired",
       {"day on which a conditional measure came into force", "条件性措施的触发日期"},
       "",
       Storage::time,
       [](const R& r) { return r.cause.fired == never ? std::nan("") : r.cause.fired * 1.0; }},
  };
  return fields;
}

}  // namespace linli
