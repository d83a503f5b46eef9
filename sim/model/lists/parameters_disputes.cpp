/// The list of parameters: how grievances arise and what becomes of disputes.
///
/// The stages from naming to claiming are those of Felstiner, Abel and Sarat (1980); the split of grievances between
/// giving up, settling alone and third parties follows Michelson (2007), the nine steps of escalation Glasl (1982).
/// Settlement and duration at the courts' pre-trial mediation (2023: 69 %, 13.9 days) and at people's mediation (96 to
/// 98 %) bound the priors of the ladder.

#include "model/lists/parameter_list.h"

namespace linli {

void list_grievance(Parameters::Grievance& p, OfDisputes& of, const ParameterVisit& visit) {
  const ParameterList list("grievance", visit);
  list(of, &OfDispute::rate, dispute_types, "rate", {"onset of grievances", "矛盾发生率"}, "1/(1000 person-years)", 0,
       2000,
       {"how often those exposed come to feel wronged, per 1,000 person-years",
        "每1000人年中面临该情形者产生矛盾的次数"},
       "prior");
  list(of, &OfDispute::power_gap, dispute_types, "power_gap", {"power gap", "力量差距"}, "share", 0, 1,
       {"how much stronger the other side is: 0 equals, 1 wholly", "对方的优势：0为势均力敌，1为完全强势"}, "prior");
  list(of, &OfDispute::claiming, dispute_types, "claiming", {"claiming", "主张权利的概率"}, "share", 0.01, 0.99,
       {"grievances that are raised with the other side, at reference conditions",
        "在基准条件下向对方提出主张的矛盾所占比例"},
       "prior from Miller and Sarat 1980");
  list(of, &OfDispute::ties_effect, dispute_types, "ties_effect", {"onset and ties", "社会联系对矛盾的作用"}, "1", 0, 1,
       {"the rate of onset is multiplied by 1 - this * ties", "矛盾发生率乘以（1－本值×社会联系）"}, "prior");
  list(p.strain_effect, "strain_effect", {"onset and strain", "压力对矛盾的作用"}, "1", 0, 3,
       {"the rate of onset is multiplied by 1 + this * strain", "矛盾发生率乘以（1＋本值×压力）"}, "prior");
  list(p.naming_strain, "naming_strain", {"strain of a grievance", "矛盾造成的压力"}, "strain", 0, 2,
       {"strain added per unit of severity", "每单位严重程度增加的压力"}, "prior");
  list(p.severity_deviation, "severity_deviation", {"spread of severity", "严重程度离散度"}, "1", 0, 2.5,
       {"standard deviation of the log of severity", "严重程度对数的标准差"}, "prior");
  list(p.claim_trust, "claim_trust", {"claiming and trust", "信任对主张的作用"}, "logit", -5, 10,
       {"log odds of claiming per unit of trust above its base", "信任每高于基准一个单位，提出主张的对数优势增量"},
       "prior");
  list(p.claim_awareness, "claim_awareness", {"claiming and legal awareness", "法律意识对主张的作用"}, "logit", -5, 10,
       {"log odds of claiming per unit of legal awareness above the reference",
        "法律知晓率每高于基准一个单位，提出主张的对数优势增量"},
       "prior");
  list(p.claim_distance, "claim_distance", {"claiming and distance", "距离对主张的作用"}, "logit/minute", 0, 0.5,
       {"log odds of claiming lost per minute to the nearest mediation committee",
        "到最近调解委员会每多一分钟路程，提出主张的对数优势减量"},
       "prior");
  list(p.latent_time, "latent_time", {"life of a latent grievance", "潜在矛盾持续时间"}, "days", 5, 3650,
       {"mean time until a latent grievance is given up", "潜在矛盾从产生到放弃主张的平均时间"}, "prior");
  list(p.density_cap, "density_cap", {"limit of crowding", "拥挤作用上限"}, "1", 1, 10,
       {"most that crowding multiplies disputes between neighbours", "居住拥挤使邻里纠纷增加的最大倍数"}, "prior");
  list(p.burst_share, "burst_share", {"quarters with failing schemes", "投资爆雷季度比例"}, "share", 0, 1,
       {"quarters in which investment schemes fail", "出现投资项目爆雷的季度所占比例"}, "prior");
  list(p.burst_factor, "burst_factor", {"onset when schemes fail", "爆雷时的发生倍数"}, "1", 1, 50,
       {"onset of investment grievances in such a quarter against the others",
        "爆雷季度投资类矛盾发生率相对于其他季度的倍数"},
       "prior");
  list(p.siting_distance, "siting_distance", {"reach of a facility", "选址影响距离"}, "km", 0.1, 20,
       {"distance within which residents may object to an announced facility", "居民可能反对已公示设施的距离范围"},
       "prior");
  list(p.covenant_effect, "covenant_effect", {"effect of covenants", "村规民约的预防作用"}, "share", 0, 1,
       {"share of neighbour, property and village grievances that covenants and owners' committees prevent where they "
        "are at work everywhere",
        "村规民约与业主委员会全面发挥作用时，邻里、物业与村务类矛盾减少的比例"},
       "assumption");
  list(p.disclosure_effect, "disclosure_effect", {"effect of disclosure", "事前公开评估的预防作用"}, "share", 0, 1,
       {"share of village and siting grievances prevented where all major decisions are disclosed and assessed",
        "重大事项全部事前公开并评估时，村务与选址类矛盾减少的比例"},
       "assumption");
  list(p.inspection_effect, "inspection_effect", {"effect of housing inspection", "出租屋检查的预防作用"}, "share", 0,
       1,
       {"share of rental grievances prevented where every rented home is inspected once a year",
        "每套出租屋每年检查一次时，租赁类矛盾减少的比例"},
       "assumption");
  list(p.rental_grade, "rental_grade", {"rental grievances and grade", "出租屋等级对租赁矛盾的作用"}, "1", 0, 3,
       {"the rate of rental grievances is in proportion to 1 + this * grades below the best; its mean over tenants "
        "stays",
        "租赁类矛盾发生率与（1＋本值×低于最好等级的级数）成正比，全体租户的平均值不变"},
       "assumption");
  list(p.disclosure_delay, "disclosure_delay", {"delay by disclosure", "公开评估造成的延迟"}, "days", 0, 730,
       {"days that full disclosure delays the decision on a facility", "事前公开与评估使设施决策推迟的天数"},
       "assumption");
  list(p.facility_effect, "facility_effect", {"way to help and facilities", "服务设施缩短的求助距离"}, "share", 0, 1,
       {"the way to help and to the village's office is multiplied by 1 - this * (communities with a facility - 0.7)",
        "求助及前往村（社区）的路程乘以〔1－本值×（设有服务设施的村（社区）比例－0.7）〕"},
       "assumption");
}

}  // namespace linli
