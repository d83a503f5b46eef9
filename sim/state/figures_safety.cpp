/// Figures of harm, offences, police, intrusion and collective incidents.

#include "state/figure_parts.h"

namespace linli::detail {
namespace {

Terms harmed(std::initializer_list<Harm> harm) {
  return of(Daily::victims_harmed, harm) + of(Daily::accident_victims, harm);
}

Terms recorded() {
  return of(Daily::recorded_criminal) + of(Daily::recorded_public_order);
}

Figure per_100k(const char* key, const Message& name, Better better, Rank rank, const Terms& part) {
  return {key, name, per_residents_a_year(1e5), better, rank, part, of(Daily::residents)};
}

std::vector<Figure> harm() {
  return {
      per_100k("harm.serious",
               {"serious harm: deaths and injuries from offences and accidents", "严重伤害（违法犯罪和事故致死致伤）"},
               less, headline, harmed({Harm::injury, Harm::death})),
      per_100k("harm.deaths", {"deaths from offences and accidents", "违法犯罪和事故致死"}, less, page,
               harmed({Harm::death})),
      per_100k("harm.deaths_by_violence", {"deaths by violence", "暴力致死"}, less, rest,
               of(Daily::victims_harmed, Harm::death)),
      per_100k("harm.self_harm", {"deaths by self-harm", "自杀死亡"}, less, page, of(Daily::self_harm)),
      per_100k("harm.violence", {"violence from disputes and in families", "纠纷引发的暴力和家庭暴力"}, less, page,
               of(Daily::offences, {OffenceType::dispute_violence, OffenceType::family_violence})),
      {"harm.losses",
       {"losses to offences that were not recovered", "违法犯罪造成且未挽回的损失"},
       yuan_a_head(),
       less,
       rest,
       of(Daily::losses) - of(Daily::recovered),
       of(Daily::residents)},
      per_100k("harm.accidents", {"accidents", "事故"}, less, page, of(Daily::accidents)),
      {"harm.hazards_found",
       {"hazards found, of those that arose", "隐患发现率"},
       percent(),
       more,
       rest,
       of(Daily::hazards_found),
       of(Daily::hazards_arisen)},
      {"harm.killed",
       {"people killed by offences", "违法犯罪致死人数"},
       count(),
       less,
       rest,
       of(Daily::victims_harmed, Harm::death)},
      {"harm.injured",
       {"people injured by offences", "违法犯罪致伤人数"},
       count(),
       less,
       rest,
       of(Daily::victims_harmed, Harm::injury)},
      {"harm.killed_in_accidents",
       {"people killed in accidents", "事故死亡人数"},
       count(),
       less,
       rest,
       of(Daily::accident_victims, Harm::death)},
      {"harm.injured_in_accidents",
       {"people injured in accidents", "事故受伤人数"},
       count(),
       less,
       rest,
       of(Daily::accident_victims, Harm::injury)},
      {"harm.hazards_arisen", {"hazards that arose", "新增隐患"}, count(), less, rest, of(Daily::hazards_arisen)},
      {"harm.hazards_fixed", {"hazards fixed", "整改的隐患"}, count(), more, rest, of(Daily::hazards_fixed)},
  };
}

std::vector<Figure> offences() {
  std::vector<Figure> list = {
      per_100k("crime.true", {"offences committed", "实际发生的违法犯罪"}, less, headline, of(Daily::offences)),
      per_100k("crime.recorded", {"offences recorded", "立案的违法犯罪"}, open, headline, recorded()),
      {"crime.recorded_share",
       {"offences recorded, of those committed", "实际发生的违法犯罪中立案的比例"},
       percent(),
       more,
       rest,
       recorded(),
       of(Daily::offences)},
      {"crime.clear_up",
       {"recorded offences cleared up", "破案（查处）率"},
       percent(),
       more,
       page,
       of(Daily::cleared),
       recorded()},
      per_100k("crime.reported", {"offences reported", "报案"}, open, rest, of(Daily::reported)),
      per_100k("crime.criminal", {"recorded as criminal cases", "刑事立案"}, open, rest, of(Daily::recorded_criminal)),
      per_100k("crime.public_order", {"recorded as public-order cases", "治安案件受理"}, open, rest,
               of(Daily::recorded_public_order)),
  };
  const auto rate = [](Better better, const Terms& part) {
    return Figure{.unit = per_residents_a_year(1e5), .better = better, .part = part, .whole = of(Daily::residents)};
  };
  add_by_kind(list, "crime.true", offence_types, {"committed: {}", "实际发生：{}"},
              [&](OffenceType type) { return rate(less, of(Daily::offences, type)); });
  add_by_kind(list, "crime.recorded", offence_types, {"recorded: {}", "立案：{}"}, [&](OffenceType type) {
    return rate(open, of(Daily::recorded_criminal, type) + of(Daily::recorded_public_order, type));
  });
  return list;
}

std::vector<Figure> police() {
  return {
      {"police.response_minutes",
       {"minutes to the scene", "平均到场时间"},
       each({"minutes", "分钟"}, 1),
       less,
       page,
       of(Daily::response_minutes),
       of(Daily::calls)},
      {"police.in_custody", {"people in custody", "在押人数"}, mean_of_days(), open, rest, of(Daily::in_custody)},
      {"police.in_reentry",
       {"people released not long ago", "处于回归期的刑满释放人员"},
       mean_of_days(),
       open,
       rest,
       of(Daily::in_reentry)},
  };
}

std::vector<Figure> intrusion() {
  const auto per_1000 = [](const char* key, const Message& name, Rank rank, const Terms& part) {
    return Figure{key, name, per_residents_a_year(1e3), less, rank, part, of(Daily::residents)};
  };
  return {
      per_1000("intrusion.contacts",
               {"times a resident was stopped, checked or felt watched", "居民被盘查、核查或感到被监视"}, headline,
               of(Daily::stops) + of(Daily::checks)),
      per_1000("intrusion.stops", {"residents stopped on patrol", "巡逻盘查"}, page, of(Daily::stops)),
      per_1000("intrusion.stops_unfair", {"stops without fair procedure", "程序不公正的盘查"}, rest,
               of(Daily::stops_unfair)),
      {"intrusion.stops_unfair_share",
       {"stops without fair procedure, of all", "程序不公正的盘查占比"},
       percent(),
       less,
       rest,
       of(Daily::stops_unfair),
       of(Daily::stops)},
      {"intrusion.cameras",
       {"spending on cameras", "视频监控支出"},
       yuan_a_head(),
       open,
       rest,
       spending_on({"guardianship.cameras"}),
       of(Daily::residents)},
  };
}

std::vector<Figure> collective() {
  std::vector<Figure> list = {
      per_100k("collective.incidents", {"collective incidents", "群体性事件"}, less, page, of(Daily::incidents)),
      per_100k("collective.participants", {"participants in collective incidents", "群体性事件参与人数"}, less, rest,
               of(Daily::incident_participants)),
  };
  add_by_kind(list, "collective.ended", responses, {"collective incidents answered so: {}", "群体性事件处置方式：{}"},
              [](Response response) { return Figure{.unit = count(), .part = of(Daily::incidents, response)}; });
  return list;
}

}  // namespace

std::vector<Figure> safety_figures() {
  std::vector<Figure> all;
  for (auto&& part : {harm(), offences(), police(), intrusion(), collective()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace linli::detail
