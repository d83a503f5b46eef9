/// Figures of grievances, disputes and where they are settled.

#include "state/figure_parts.h"

namespace linli::detail {
namespace {

constexpr bool in_village(Stage stage) {
  return stage == Stage::community;
}
constexpr bool in_town(Stage stage) {
  return is_mediation(stage) && !in_village(stage);
}
constexpr bool in_city(Stage stage) {
  return is_door(stage) && !is_mediation(stage);
}

Terms mediated() {
  return of(Daily::settled, is_mediation);
}
Terms helped() {
  return of(Daily::settled, is_door);
}
Terms ended() {
  return of(Daily::given_up) + of(Daily::settled, Stage::bilateral) + helped() + of(Daily::judged);
}

std::vector<Figure> grievances() {
  return {
      {"grievances.felt", {"grievances felt", "新增矛盾"}, count(), less, page, of(Daily::grievances)},
      {"grievances.claimed",
       {"grievances that were claimed", "提出主张的比例"},
       percent(),
       open,
       rest,
       of(Daily::claims),
       of(Daily::grievances)},
      {"grievances.given_up_unclaimed",
       {"grievances given up without a claim", "未提出主张即放弃的比例"},
       percent(),
       less,
       rest,
       of(Daily::given_up, Stage::latent),
       of(Daily::grievances)},
      {"grievances.latent",
       {"grievances that nobody has claimed yet", "尚未提出主张的潜在矛盾"},
       at_the_end(),
       less,
       rest,
       of(Daily::disputes_at, Stage::latent)},
      {"grievances.ended_given_up",
       {"grievances given up, of those that ended", "放弃主张的占已终结矛盾的比例"},
       percent(),
       less,
       rest,
       of(Daily::given_up),
       ended()},
      {"grievances.ended_between_parties",
       {"grievances settled between the parties, of those that ended", "当事人自行和解的占已终结矛盾的比例"},
       percent(),
       open,
       rest,
       of(Daily::settled, Stage::bilateral),
       ended()},
      {"grievances.ended_third_party",
       {"grievances settled or decided with a third party, of those that ended",
        "经调解、仲裁、诉讼、信访等渠道办结的占已终结矛盾的比例"},
       percent(),
       open,
       rest,
       helped() + of(Daily::judged),
       ended()},
  };
}

std::vector<Figure> shares_of_places() {
  const auto share = [](const char* key, const Message& name, Better better, bool (*belongs)(Stage)) {
    return Figure{key, name, percent(), better, rest, of(Daily::settled, belongs), helped()};
  };
  return {
      share("disputes.in_village",
            {"settled in the village, of those settled with a third party", "化解在村（社区）的比例"}, more,
            in_village),
      share("disputes.in_town", {"settled in the town, of those settled with a third party", "化解在镇街的比例"}, open,
            in_town),
      share("disputes.in_city", {"settled in the city, of those settled with a third party", "化解在市级的比例"}, less,
            in_city),
  };
}

std::vector<Figure> rates() {
  return {
      {"disputes.settled_early",
       {"disputes settled early: by mediation in village or town, of those opened",
        "纠纷早期化解率（村、镇调解成功占新发纠纷）"},
       percent(),
       more,
       headline,
       mediated(),
       of(Daily::claims)},
      {"disputes.suits",
       {"suits", "万人成讼率"},
       per_residents_a_year(1e4),
       less,
       headline,
       of(Daily::entered, Stage::court),
       of(Daily::residents)},
      {"disputes.settled",
       {"disputes truly settled with a third party", "实际化解的纠纷（各渠道）"},
       per_residents_a_year(1e4),
       more,
       headline,
       helped(),
       of(Daily::residents)},
      {"disputes.settled_on_record",
       {"disputes recorded as settled with a third party", "登记为化解的纠纷（各渠道）"},
       per_residents_a_year(1e4),
       open,
       headline,
       of(Daily::settled_recorded, is_door),
       of(Daily::residents)},
      {"disputes.recorded_settled",
       {"recorded as settled, of those truly settled with a third party", "登记化解数与实际化解数之比"},
       percent(),
       open,
       rest,
       of(Daily::settled_recorded, is_door),
       helped()},
      {"disputes.outside_judgment",
       {"settled rather than judged, of those a third party ended", "非裁判方式化解的比例"},
       percent(),
       more,
       page,
       helped(),
       helped() + of(Daily::judged)},
      {"disputes.petitions",
       {"petitions", "信访"},
       per_residents_a_year(1e4),
       less,
       rest,
       of(Daily::entered, Stage::petition),
       of(Daily::residents)},
      {"disputes.given_up",
       {"grievances given up, claimed or not, of those felt", "放弃主张的矛盾占比（含未提出的）"},
       percent(),
       less,
       page,
       of(Daily::given_up),
       of(Daily::grievances)},
      {"disputes.breached",
       {"settlements broken", "化解后反悔的比例"},
       percent(),
       less,
       rest,
       of(Daily::breached),
       of(Daily::settled)},
      {"disputes.days_to_settlement",
       {"days from claim to mediated settlement", "从提出主张到调解成功的平均天数"},
       each({"days", "天"}, 1),
       less,
       page,
       of(Daily::settled_days),
       of(Daily::settled_by_type)},
      {"disputes.waiting",
       {"disputes waiting, mean over days", "平均排队等待的纠纷"},
       per_residents(1e4),
       less,
       rest,
       of(Daily::waiting, is_door),
       of(Daily::residents)},
      {"disputes.mediator_load",
       {"meetings per mediator", "调解员人均调解次数"},
       a_year({"per mediator and year", "次/人·年"}),
       open,
       rest,
       of(Daily::meetings, is_mediation),
       of(Daily::mediators)},
  };
}

/// A count for everything of an indicator behind the doors, and for each door.
void add_by_door(std::vector<Figure>& list, const std::string& key, const Message& name, const Text& at,
                 const FigureUnit& unit, Better better, Daily indicator) {
  list.push_back({key, name, unit, better, rest, of(indicator, is_door)});
  add_by_kind(list, key, stages, at, [&](Stage stage) {
    return Figure{.unit = unit, .better = better, .part = is_door(stage) ? of(indicator, stage) : Terms()};
  });
}

std::vector<Figure> counts() {
  std::vector<Figure> list = {
      {"disputes.opened", {"disputes opened", "新发纠纷"}, count(), open, page, of(Daily::claims)},
      {"disputes.mediated", {"disputes settled by mediation", "调解成功"}, count(), more, page, mediated()},
      {"disputes.between_parties",
       {"disputes settled between the parties", "当事人自行和解"},
       count(),
       open,
       page,
       of(Daily::settled, Stage::bilateral)},
      {"disputes.judged", {"disputes judged or awarded", "判决或裁决"}, count(), open, page, of(Daily::judged)},
  };
  add_by_kind(list, "disputes.mix", dispute_types, {"{}, of disputes opened", "{}占新发纠纷的比例"},
              [](DisputeType type) {
                return Figure{.unit = percent(), .part = of(Daily::claims, type), .whole = of(Daily::claims)};
              });
  add_by_kind(list, "disputes.mediated_mix", dispute_types,
              {"{}, of disputes settled by mediation", "{}占调解成功的比例"}, [](DisputeType type) {
                return Figure{
                    .unit = percent(), .part = of(Daily::settled_by_type, type), .whole = of(Daily::settled_by_type)};
              });
  add_by_kind(list, "disputes.settled_at", stages, {"settled: {}", "化解：{}"}, [](Stage stage) {
    return Figure{.unit = count(), .part = is_door(stage) ? of(Daily::settled, stage) : Terms()};
  });
  add_by_door(list, "disputes.entered", {"taken to a post or institution", "进入各渠道"}, {"taken to: {}", "进入：{}"},
              count(), open, Daily::entered);
  add_by_door(list, "disputes.waiting_at_end", {"waiting at posts and institutions", "各渠道排队等待"},
              {"waiting: {}", "排队：{}"}, at_the_end(), less, Daily::waiting);
  return list;
}

}  // namespace

std::vector<Figure> dispute_figures() {
  std::vector<Figure> all;
  for (auto&& part : {grievances(), rates(), shares_of_places(), counts()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace linli::detail
