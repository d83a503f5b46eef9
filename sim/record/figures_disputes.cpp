/// Figures of grievances, disputes and where they are settled.

#include "record/figures.h"

namespace linli {
namespace {

using P = PeriodSummary;

constexpr bool in_village(Stage stage) {
  return stage == Stage::community;
}
constexpr bool in_town(Stage stage) {
  return is_mediation(stage) && !in_village(stage);
}
constexpr bool in_city(Stage stage) {
  return is_door(stage) && !is_mediation(stage);
}

double at(const P& p, Daily indicator, bool (*belongs)(Stage stage)) {
  double sum = 0.0;
  for (Stage stage : every<Stage>())
    if (belongs(stage)) sum += p.of(indicator, stage);
  return sum;
}

double mediated(const P& p) {
  return at(p, Daily::settled, is_mediation);
}
double decided(const P& p) {
  return p.of(Daily::judged);
}
double helped(const P& p) {
  return at(p, Daily::settled, is_door) + decided(p);
}
double settled_alone(const P& p) {
  return p.of(Daily::settled, Stage::bilateral);
}
double ended(const P& p) {
  return p.of(Daily::given_up) + settled_alone(p) + helped(p);
}

void add_by_door(std::vector<Figure>& figures, const std::string& key, Daily indicator) {
  for (Stage stage : every<Stage>())
    if (is_door(stage))
      figures.push_back({fmt::format("{}.{}", key, stages[stage].key), say(indented, stages[stage].name), 0,
                         [=](const P& p) { return p.of(indicator, stage); }});
}

FigureGroup grievances() {
  return {
      {"Grievances", "不满"},
      {
          {"days", {"days", "天数"}, 0, [](const P& p) { return p.days; }},
          {"grievances", {"grievances felt", "产生的不满"}, 0, [](const P& p) { return p.of(Daily::grievances); }},
          {"claimed_percent",
           {"claimed, %", "提出主张的比例（%）"},
           1,
           [](const P& p) { return percent(p.of(Daily::claims), p.of(Daily::grievances)); }},
          {"given_up_unclaimed_percent",
           {"given up without a claim, %", "未提出即放弃的比例（%）"},
           1,
           [](const P& p) { return percent(p.of(Daily::given_up, Stage::latent), p.of(Daily::grievances)); }},
          {"latent",
           {"still unclaimed at the end", "期末仍潜在的不满"},
           0,
           [](const P& p) { return p.of(Daily::disputes_at, Stage::latent); }},
          {"ended_given_up_percent",
           {"of those that ended: given up, %", "已终结的：放弃（%）"},
           1,
           [](const P& p) { return percent(p.of(Daily::given_up), ended(p)); }},
          {"ended_between_parties_percent",
           {"  settled between the parties, %", "  自行和解（%）"},
           1,
           [](const P& p) { return percent(settled_alone(p), ended(p)); }},
          {"ended_third_party_percent",
           {"  settled or decided by a third party, %", "  第三方化解或裁判（%）"},
           1,
           [](const P& p) { return percent(helped(p), ended(p)); }},
      },
  };
}

FigureGroup disputes() {
  FigureGroup group{{"Disputes", "纠纷"},
                    {{"disputes", {"disputes opened", "新发纠纷"}, 0, [](const P& p) { return p.of(Daily::claims); }}}};
  add_by_kind(group.figures, "disputes_percent", dispute_types, indented_percent, 1,
              [](const P& p, DisputeType type) { return percent(p.of(Daily::claims, type), p.of(Daily::claims)); });
  group.figures.push_back({"taken_to_doors", {"taken to a post or institution", "进入各渠道合计"}, 0, [](const P& p) {
                             return at(p, Daily::entered, is_door);
                           }});
  add_by_door(group.figures, "entered", Daily::entered);
  group.figures.push_back({"waiting_at_end", {"waiting at the end", "期末排队等待合计"}, 0, [](const P& p) {
                             return at(p, Daily::waiting, is_door);
                           }});
  add_by_door(group.figures, "waiting", Daily::waiting);
  return group;
}

FigureGroup settlements() {
  const auto share_of = [](bool (*belongs)(Stage)) {
    return [=](const P& p) { return percent(at(p, Daily::settled, belongs), at(p, Daily::settled, is_door)); };
  };
  return {
      {"Settlement", "化解"},
      {
          {"settled_between_parties", {"settled between the parties", "当事人自行和解"}, 0, settled_alone},
          {"mediated", {"settled by mediation", "调解成功"}, 0, mediated},
          {"mediated_per_year",
           {"settled by mediation, a year", "每年调解成功"},
           0,
           [](const P& p) { return per_year(p, mediated(p)); }},
          {"mediation_days",
           {"days from claim to mediated settlement", "从提出到调解成功的平均天数"},
           1,
           [](const P& p) { return ratio(p.mediation_days, p.mediations_timed); }},
          {"settled_by_others",
           {"settled with a third party", "第三方化解"},
           0,
           [](const P& p) { return at(p, Daily::settled, is_door); }},
          {"recorded_settled",
           {"  recorded as settled", "  记录为化解"},
           0,
           [](const P& p) { return at(p, Daily::settled_recorded, is_door); }},
          {"settled_in_village_percent", {"  in the village, %", "  化解在村（社区）（%）"}, 1, share_of(in_village)},
          {"settled_in_town_percent", {"  in the town, %", "  化解在镇街（%）"}, 1, share_of(in_town)},
          {"settled_in_city_percent", {"  in the city, %", "  化解在市级（%）"}, 1, share_of(in_city)},
          {"settled_outside_judgment_percent",
           {"settled, of disputes taken to a third party, %", "交由第三方的纠纷中和解的比例（%）"},
           1,
           [](const P& p) { return percent(p.settled_of_those, p.with_institutions); }},
          {"judged", {"judged or awarded", "判决或裁决"}, 0, decided},
          {"suits_per_10k",
           {"suits per 10,000 residents a year", "每万人每年起诉"},
           1,
           [](const P& p) { return per_residents(1e4, p, p.of(Daily::entered, Stage::court)); }},
          {"given_up",
           {"given up, claimed or not", "放弃（含未提出的）"},
           0,
           [](const P& p) { return p.of(Daily::given_up); }},
          {"breached", {"settlements broken", "反悔的和解"}, 0, [](const P& p) { return p.of(Daily::breached); }},
      },
  };
}

}  // namespace

std::vector<FigureGroup> dispute_figures() {
  return {grievances(), disputes(), settlements()};
}

}  // namespace linli
