/// Figures of violence, offences and police, collective incidents, hazards and self-harm.

#include "record/figures.h"

namespace linli {
namespace {

using P = PeriodSummary;

double per_100k(const P& p, double count) {
  return per_residents(1e5, p, count);
}

double recorded(const P& p) {
  return p.of(Daily::recorded_criminal) + p.of(Daily::recorded_public_order);
}

/// A plain sum over the period, or the value of a kind.
Figure sum_of(const std::string& key, const Message& name, Daily indicator) {
  return {key, name, 0, [=](const P& p) { return p.of(indicator); }};
}
template <class Kind>
Figure sum_of(const std::string& key, const Message& name, Daily indicator, Kind kind) {
  return {key, name, 0, [=](const P& p) { return p.of(indicator, kind); }};
}

Figure rate_of(const std::string& key, const Message& name, double (*count)(const P& p)) {
  return {key, name, 1, [=](const P& p) { return per_100k(p, count(p)); }};
}

FigureGroup violence() {
  return {{"Violence", "暴力"},
          {
              sum_of("dispute_violence", {"violence from disputes", "纠纷引发的暴力"}, Daily::offences,
                     OffenceType::dispute_violence),
              sum_of("family_violence", {"family violence", "家庭暴力"}, Daily::offences, OffenceType::family_violence),
              sum_of("injuries", {"injured by offences", "违法犯罪致伤人数"}, Daily::victims_harmed, Harm::injury),
              sum_of("deaths", {"deaths by violence", "暴力致死人数"}, Daily::victims_harmed, Harm::death),
          }};
}

FigureGroup offences() {
  FigureGroup group{
      {"Offences, per 100,000 residents a year", "违法犯罪（每十万人每年）"},
      {
          rate_of("offences_per_100k", {"offences", "实际发生"}, [](const P& p) { return p.of(Daily::offences); }),
          rate_of("reported_per_100k", {"reported", "报案"}, [](const P& p) { return p.of(Daily::reported); }),
          rate_of("recorded_criminal_per_100k", {"recorded as criminal cases", "刑事立案"},
                  [](const P& p) { return p.of(Daily::recorded_criminal); }),
          rate_of("recorded_public_order_per_100k", {"recorded as public-order cases", "治安案件受理"},
                  [](const P& p) { return p.of(Daily::recorded_public_order); }),
          rate_of("cleared_per_100k", {"cleared up", "破案（查处）"}, [](const P& p) { return p.of(Daily::cleared); }),
          {"clear_up_percent",
           {"recorded cases cleared up, %", "破案（查处）率（%）"},
           1,
           [](const P& p) { return percent(p.of(Daily::cleared), recorded(p)); }},
          {"recorded_percent",
           {"offences recorded, %", "实际发生中被记录的比例（%）"},
           1,
           [](const P& p) { return percent(recorded(p), p.of(Daily::offences)); }},
      }};
  for (OffenceType type : every<OffenceType>()) {
    const Kind& kind = offence_types[type];
    group.figures.push_back({fmt::format("offences_per_100k.{}", kind.key), say({"{}", "{}"}, kind.name), 1,
                             [=](const P& p) { return per_100k(p, p.of(Daily::offences, type)); }});
    group.figures.push_back(
        {fmt::format("recorded_per_100k.{}", kind.key), {"  recorded", "  记录"}, 1, [=](const P& p) {
           return per_100k(p, p.of(Daily::recorded_criminal, type) + p.of(Daily::recorded_public_order, type));
         }});
  }
  return group;
}

FigureGroup stops() {
  return {{"Police", "警务"},
          {
              {"stops_per_1000",
               {"stops per 1,000 residents a year", "每千人每年盘查人次"},
               1,
               [](const P& p) { return per_residents(1e3, p, p.of(Daily::stops)); }},
              {"stops_unfair_percent",
               {"  without fair procedure, %", "  程序不公正的比例（%）"},
               1,
               [](const P& p) { return percent(p.of(Daily::stops_unfair), p.of(Daily::stops)); }},
              {"response_minutes",
               {"minutes to the scene", "平均到场时间（分钟）"},
               1,
               [](const P& p) { return ratio(p.of(Daily::response_minutes), p.of(Daily::calls)); }},
          }};
}

FigureGroup collective() {
  FigureGroup group{{"Collective incidents", "群体性事件"},
                    {sum_of("incidents", {"incidents", "事件数"}, Daily::incidents)}};
  add_by_kind(group.figures, "incidents", responses, indented, 0,
              [](const P& p, Response response) { return p.of(Daily::incidents, response); });
  group.figures.push_back(sum_of("incident_participants", {"participants", "参与人数"}, Daily::incident_participants));
  add_by_kind(group.figures, "incident_participants", responses, indented, 0,
              [](const P& p, Response response) { return p.of(Daily::incident_participants, response); });
  return group;
}

FigureGroup hazards() {
  return {{"Hazards and life", "隐患与生命安全"},
          {
              sum_of("hazards_arisen", {"hazards that arose", "产生的隐患"}, Daily::hazards_arisen),
              sum_of("hazards_found", {"  found", "  发现"}, Daily::hazards_found),
              sum_of("hazards_fixed", {"  fixed", "  整改"}, Daily::hazards_fixed),
              sum_of("accidents", {"accidents", "事故"}, Daily::accidents),
              sum_of("accident_injuries", {"  injured", "  受伤人数"}, Daily::accident_victims, Harm::injury),
              sum_of("accident_deaths", {"  deaths", "  死亡人数"}, Daily::accident_victims, Harm::death),
              rate_of("self_harm_per_100k", {"deaths by self-harm per 100,000 a year", "每十万人每年自杀死亡"},
                      [](const P& p) { return p.of(Daily::self_harm); }),
          }};
}

}  // namespace

std::vector<FigureGroup> safety_figures() {
  return {violence(), offences(), stops(), collective(), hazards()};
}

}  // namespace linli
