/// Figures of livelihood, attitudes and spending.

#include <array>
#include <cmath>

#include "model/levers.h"
#include "record/figures.h"

namespace linli {
namespace {

using P = PeriodSummary;
using Means = PerKind<PopulationGroup, double>;

constexpr double million = 1e6;

FigureGroup livelihood() {
  return {{"Wages at the end", "期末工资支付"},
          {
              {"workers_owed_percent",
               {"workers owed wages, %", "被欠薪人员比例（%）"},
               2,
               [](const P& p) { return percent(p.of(Daily::workers_owed), p.of(Daily::workers)); }},
              {"construction_workers_owed_percent",
               {"  in construction, %", "  建筑业（%）"},
               2,
               [](const P& p) {
                 return percent(p.of(Daily::workers_owed, Sector::construction),
                                p.of(Daily::workers, Sector::construction));
               }},
          }};
}

/// Over all residents, who are either locals or migrants.
double mean_of(const P& p, const Means& means) {
  double sum = 0.0, people = 0.0;
  for (PopulationGroup group : {PopulationGroup::hukou, PopulationGroup::migrant}) {
    if (std::isnan(means[group])) continue;
    sum += means[group] * p.of(Daily::residents_by_group, group);
    people += p.of(Daily::residents_by_group, group);
  }
  return ratio(sum, people);
}

FigureGroup attitudes() {
  FigureGroup group{{"Attitudes at the end (means)", "期末态度（平均）"},
                    {
                        {"strain", {"strain", "压力"}, 3, [](const P& p) { return mean_of(p, p.strain); }},
                        {"ties", {"local ties", "社会联系"}, 3, [](const P& p) { return mean_of(p, p.ties); }},
                        {"trust",
                         {"trust in local institutions", "对基层机构的信任"},
                         3,
                         [](const P& p) { return mean_of(p, p.trust); }},
                    }};
  for (PopulationGroup who :
       {PopulationGroup::hukou, PopulationGroup::migrant, PopulationGroup::women, PopulationGroup::men})
    group.figures.push_back({fmt::format("trust.{}", groups[who].key), say(indented, groups[who].name), 3,
                             [=](const P& p) { return p.trust[who]; }});
  group.figures.push_back(
      {"trust_gap", {"  gap: hukou residents less migrants", "  差距：户籍减流动人口"}, 3, [](const P& p) {
         return p.trust[PopulationGroup::hukou] - p.trust[PopulationGroup::migrant];
       }});
  return group;
}

/// On the levers whose names begin so.
double spending_on(const P& p, std::string_view prefix) {
  double sum = 0.0;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    if (lever_list()[lever].name.starts_with(prefix)) sum += p.of(Daily::spending, lever);
  return sum;
}

/// Of mediation alone: most spending serves other ends as well.
double cost_per_settled(const P& p) {
  double mediated = 0.0;
  for (Stage stage : every<Stage>())
    if (is_mediation(stage)) mediated += p.of(Daily::settled, stage);
  return ratio(spending_on(p, "mediation.") + spending_on(p, "police.desk"), mediated);
}

FigureGroup spending() {
  FigureGroup group{{"Spending", "支出"},
                    {{"spending_million", {"in all, million yuan", "合计（百万元）"}, 1, [](const P& p) {
                        return p.of(Daily::spending) / million;
                      }}}};
  for (const Kind& kind : lever_groups()) {
    const std::string prefix = fmt::format("{}.", kind.key);
    group.figures.push_back({"spending_million." + std::string(kind.key), say(indented, kind.name), 1,
                             [=](const P& p) { return spending_on(p, prefix) / million; }, false});
  }
  group.figures.push_back({"cost_per_mediated_settlement",
                           {"mediation, yuan per dispute it settled", "每件调解成功的调解成本（元）"},
                           0,
                           cost_per_settled});
  return group;
}

}  // namespace

std::vector<FigureGroup> cost_figures() {
  return {livelihood(), attitudes(), spending()};
}

}  // namespace linli
