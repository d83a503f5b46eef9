/// Figures of residents, livelihood, attitudes, gaps between hukou residents and migrants, and spending.

#include "model/lists/levers.h"
#include "state/figure_parts.h"

namespace linli::detail {
namespace {

using PopulationGroup::hukou, PopulationGroup::men, PopulationGroup::migrant, PopulationGroup::women;

std::vector<Figure> residents() {
  return {
      {"people.residents", {"residents", "常住人口"}, mean_of_days(), open, page, of(Daily::residents)},
      {"livelihood.wages_owed",
       {"workers owed wages, mean over days", "被欠薪人员的平均比例"},
       percent(),
       less,
       page,
       of(Daily::workers_owed),
       of(Daily::workers)},
      {"livelihood.wages_owed_construction",
       {"workers owed wages in construction, mean over days", "建筑业被欠薪人员的平均比例"},
       percent(),
       less,
       rest,
       of(Daily::workers_owed, Sector::construction),
       of(Daily::workers, Sector::construction)},
  };
}

std::vector<Figure> attitudes() {
  const auto trust = [](const char* key, const Message& name, Rank rank,
                        std::initializer_list<PopulationGroup> groups) {
    return Figure{key, name, zero_to(1), more, rank, of(Panel::trust, groups)};
  };
  return {
      trust("trust.all", {"trust in local institutions", "对基层机构的信任"}, page, {hukou, migrant}),
      trust("trust.hukou", {"trust of hukou residents", "户籍居民的信任"}, headline, {hukou}),
      trust("trust.migrant", {"trust of migrants", "流动人口的信任"}, headline, {migrant}),
      trust("trust.women", {"trust of women", "女性的信任"}, rest, {women}),
      trust("trust.men", {"trust of men", "男性的信任"}, rest, {men}),
      {"strain.all", {"strain", "压力"}, zero_to(5), less, page, of(Panel::strain, {hukou, migrant})},
      {"ties.all", {"local ties", "社会联系"}, zero_to(1), more, page, of(Panel::ties, {hukou, migrant})},
  };
}

/// Hukou residents less migrants.
template <class Part>
Figure gap(const char* key, const Message& name, FigureUnit unit, Rank rank, const Part& part,
           std::optional<Daily> whole) {
  Figure figure{key, name, unit, zero, rank, of(part, hukou), {}, of(part, migrant), Terms()};
  if (!whole) return figure;
  figure.whole = of(*whole, hukou);
  figure.less_whole = of(*whole, migrant);
  return figure;
}

FigureUnit points() {
  FigureUnit unit = percent();
  unit.name = {"percentage points", "百分点"};
  return unit;
}

std::vector<Figure> gaps() {
  return {
      gap("equity.trust_gap", {"gap in trust, hukou residents less migrants", "信任差距（户籍减流动人口）"}, zero_to(1),
          headline, Panel::trust, {}),
      gap("equity.settled_gap",
          {"gap in disputes settled by mediation, of those opened, hukou residents less migrants",
           "纠纷调解成功占比差距（户籍减流动人口）"},
          points(), headline, Daily::settled_by_group, Daily::claims_by_group),
      gap("equity.given_up_gap",
          {"gap in grievances given up, hukou residents less migrants", "放弃主张的矛盾占比差距（户籍减流动人口）"},
          points(), rest, Daily::given_up_by_group, Daily::grievances_by_group),
      gap("equity.victims_gap",
          {"gap in victims of offences, hukou residents less migrants", "受害率差距（户籍减流动人口）"},
          per_residents_a_year(1e3), rest, Daily::victims_by_group, Daily::residents_by_group),
      gap("equity.stops_gap", {"gap in stops, hukou residents less migrants", "盘查率差距（户籍减流动人口）"},
          per_residents_a_year(1e3), rest, Daily::stops_by_group, Daily::residents_by_group),
  };
}

std::vector<Figure> spending() {
  const auto a_head = [](const char* key, const Message& name, Rank rank, const Terms& part) {
    return Figure{key, name, yuan_a_head(), open, rank, part, of(Daily::residents)};
  };
  std::vector<Figure> list = {
      a_head("spending.all", {"spending in all", "支出合计"}, headline, of(Daily::spending)),
      a_head("spending.disputes",
             {"spending on mediation, courts, petitions and legal aid", "调解、司法、信访与法律服务支出"}, rest,
             spending_on({"mediation.", "court.", "arbitration.", "petition.", "referral.", "legal.", "labour."})),
      a_head("spending.services",
             {"spending on integration, community, housing and care", "融入、社区、住房与帮扶支出"}, rest,
             spending_on(
                 {"integration.", "community.", "housing.", "workplace.", "aid.", "youth.", "reentry.", "wellbeing."})),
      a_head(
          "spending.grid",
          {"spending on grid rounds, visits, registration and safety inspection", "网格巡查、走访、登记与安全检查支出"},
          rest, spending_on({"rounds.", "visits.", "safety.", "registration."})),
      a_head("spending.policing", {"spending on police, prevention and response", "公安、防范与处置支出"}, rest,
             spending_on({"police.", "patrol.", "guardianship.", "fraud.", "reporting.", "emergency.", "predation.",
                          "collective.", "information.", "assessment."})),
      {"spending.per_settlement",
       {"spending on mediation per dispute it settled", "每件调解成功的调解支出"},
       each({"yuan", "元"}, 0),
       less,
       page,
       spending_on({"mediation.", "police.desk"}),
       of(Daily::settled, is_mediation)},
      {"spending.total", {"spending in all", "支出总额"}, million_yuan(), open, page, of(Daily::spending)},
  };
  for (const Kind& group : lever_groups())
    list.push_back({"spending.on." + std::string(group.key), say({"spending: {}", "支出：{}"}, group.name),
                    million_yuan(), open, rest, spending_on({std::string(group.key) + "."})});
  return list;
}

}  // namespace

std::vector<Figure> people_figures() {
  std::vector<Figure> all;
  for (auto&& part : {residents(), attitudes(), gaps(), spending()}) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace linli::detail
