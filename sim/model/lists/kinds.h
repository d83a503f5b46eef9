#pragma once

/// The kinds of things in the model, each with its name in files (`key`) and in the two languages.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/per_kind.h"
#include "core/text.h"

namespace linli {

// Entities. A tag names a table; rows are addressed by Id<Tag>.
struct Person;
struct Household;
struct Employer;
struct Grid;
struct Community;
struct Town;
struct Mediator;
struct Officer;
struct Dispute;
struct Respondent;

/// What a random draw is for. Append only: the numbers are part of every result.
enum class Purpose : std::uint8_t {
  synthesis_place,
  synthesis_person,
  synthesis_household,
  synthesis_employer,
  synthesis_work,
  synthesis_staff,
  solvency,
  migration,
  festival,
  arrival,
  new_job,
  grievance,
  arrears_grievance,
  burst,
  dispute,
  crime,
  fraud,
  offence,
  deployment,
  police,
  investigation,
  attitudes,
  job_search,
  rounds,
  turnover,
  shock,
  hazard,
  accident,
  stop,
  predation,
  collective,
  rumour,
  self_harm,
  assessment,
  scrutiny,
  counselling,
  aid,
  credit,
  social_work,
};

struct Kind {
  std::string_view key;
  Text name;
};

enum class DisputeType : std::uint8_t {
  labour_arrears,
  labour_other,
  neighbour,
  family,
  rental,
  property,
  consumer,
  lending,
  compensation,
  land,
  investment,
  siting,
  count
};
inline constexpr PerKind<DisputeType, Kind> dispute_types = {{
    {DisputeType::labour_arrears, "labour_arrears", {"unpaid wages", "拖欠工资"}},
    {DisputeType::labour_other,
     "labour_other",
     {"other labour (injury, dismissal, hours)", "其他劳动争议（工伤、解雇、工时）"}},
    {DisputeType::neighbour, "neighbour", {"neighbours", "邻里纠纷"}},
    {DisputeType::family, "family", {"family", "婚姻家庭纠纷"}},
    {DisputeType::rental, "rental", {"rental housing", "房屋租赁纠纷"}},
    {DisputeType::property, "property", {"property management", "物业管理纠纷"}},
    {DisputeType::consumer, "consumer", {"consumer", "消费纠纷"}},
    {DisputeType::lending, "lending", {"lending", "借贷纠纷"}},
    {DisputeType::compensation, "compensation", {"traffic and other compensation", "交通事故及其他损害赔偿"}},
    {DisputeType::land, "land", {"land and village affairs", "土地与村务纠纷"}},
    {DisputeType::investment, "investment", {"mass investment", "涉众投资纠纷"}},
    {DisputeType::siting, "siting", {"siting of facilities", "邻避设施选址纠纷"}},
}};

/// Where a dispute is being handled. The doors a party can knock at are community to petition.
enum class Stage : std::uint8_t {
  latent,
  bilateral,
  community,
  sector,
  town_centre,
  police_desk,
  arbitration,
  court,
  petition,
  closed,
  count
};
/// The posts and institutions that a dispute can be taken to.
constexpr bool is_door(Stage stage) {
  return stage >= Stage::community && stage <= Stage::petition;
}
/// Whether a mediator is at work at a stage.
constexpr bool is_mediation(Stage stage) {
  return stage >= Stage::community && stage <= Stage::police_desk;
}
inline constexpr PerKind<Stage, Kind> stages = {{
    {Stage::latent, "latent", {"latent grievance", "潜在矛盾"}},
    {Stage::bilateral, "bilateral", {"between the parties", "当事人自行协商"}},
    {Stage::community, "community", {"community mediation", "村（社区）调解"}},
    {Stage::sector, "sector", {"sector mediation", "行业性专业性调解"}},
    {Stage::town_centre, "town_centre", {"town dispute centre", "镇街综治中心"}},
    {Stage::police_desk, "police_desk", {"police mediation desk", "派出所调解室"}},
    {Stage::arbitration, "arbitration", {"labour arbitration", "劳动仲裁"}},
    {Stage::court, "court", {"court", "法院"}},
    {Stage::petition, "petition", {"petition office", "信访"}},
    {Stage::closed, "closed", {"closed", "已了结"}},
}};

/// What a sector committee's specialists are good at.
enum class Specialty : std::uint8_t { labour, family, housing, finance, compensation, count };
inline constexpr PerKind<Specialty, Kind> specialties = {{
    {Specialty::labour, "labour", {"labour", "劳动争议"}},
    {Specialty::family, "family", {"family and neighbours", "婚姻家庭与邻里"}},
    {Specialty::housing, "housing", {"housing, property and land", "房屋、物业与土地"}},
    {Specialty::finance, "finance", {"finance and consumption", "金融与消费"}},
    {Specialty::compensation, "compensation", {"medical and traffic compensation", "医疗与交通损害赔偿"}},
}};
inline constexpr PerKind<DisputeType, Specialty> specialty_of = {{
    {DisputeType::labour_arrears, Specialty::labour},
    {DisputeType::labour_other, Specialty::labour},
    {DisputeType::neighbour, Specialty::family},
    {DisputeType::family, Specialty::family},
    {DisputeType::rental, Specialty::housing},
    {DisputeType::property, Specialty::housing},
    {DisputeType::consumer, Specialty::finance},
    {DisputeType::lending, Specialty::finance},
    {DisputeType::compensation, Specialty::compensation},
    {DisputeType::land, Specialty::housing},
    {DisputeType::investment, Specialty::finance},
    {DisputeType::siting, Specialty::housing},
}};

/// How a case reached a mediator by somebody else's hand.
enum class Referral : std::uint8_t {
  rounds,
  visit,
  police,
  administration,
  petition,
  legal_aid,
  court,
  social_work,
  count
};
inline constexpr PerKind<Referral, Kind> referrals = {{
    {Referral::rounds, "rounds", {"found on a grid round", "网格巡查发现"}},
    {Referral::visit, "visit", {"found on a leaders' visit", "驻点走访发现"}},
    {Referral::police, "police", {"handed over by the police", "警调对接"}},
    {Referral::administration, "administration", {"handed over by an agency", "行调对接"}},
    {Referral::petition, "petition", {"handed over by the petition office", "访调对接"}},
    {Referral::legal_aid, "legal_aid", {"handed over by legal aid", "援调对接"}},
    {Referral::court, "court", {"diverted before filing", "诉前调解"}},
    {Referral::social_work, "social_work", {"found by social workers", "社工走访发现"}},
}};

/// Whom a dispute is with when it is no person.
enum class RespondentKind : std::uint8_t {
  employer,
  landlord,
  property_company,
  village_collective,
  merchant,
  clinic,
  platform,
  facility,
  count
};
inline constexpr PerKind<RespondentKind, Kind> respondent_kinds = {{
    {RespondentKind::employer, "employer", {"employer", "用人单位"}},
    {RespondentKind::landlord, "landlord", {"landlords of a class", "同类出租屋房东"}},
    {RespondentKind::property_company, "property_company", {"property company", "物业公司"}},
    {RespondentKind::village_collective, "village_collective", {"village collective", "村集体"}},
    {RespondentKind::merchant, "merchant", {"merchants", "商户"}},
    {RespondentKind::clinic, "clinic", {"clinic", "医疗机构"}},
    {RespondentKind::platform, "platform", {"lending or investment platform", "借贷与投资平台"}},
    {RespondentKind::facility, "facility", {"unwanted facility", "邻避设施"}},
}};

enum class Outcome : std::uint8_t { open, settled, judged, lumped, moved_away, count };
inline constexpr PerKind<Outcome, Kind> outcomes = {{
    {Outcome::open, "open", {"still open", "未了结"}},
    {Outcome::settled, "settled", {"settled", "化解"}},
    {Outcome::judged, "judged", {"judged", "判决"}},
    {Outcome::lumped, "lumped", {"given up", "放弃主张"}},
    {Outcome::moved_away, "moved_away", {"party moved away", "当事人离开"}},
}};

enum class OffenceType : std::uint8_t {
  theft,
  robbery,
  assault,
  disorder,
  fraud,
  extortion,
  dispute_violence,
  family_violence,
  count
};
inline constexpr PerKind<OffenceType, Kind> offence_types = {{
    {OffenceType::theft, "theft", {"theft and burglary", "盗窃"}},
    {OffenceType::robbery, "robbery", {"robbery and snatching", "抢劫抢夺"}},
    {OffenceType::assault, "assault", {"assault", "伤害"}},
    {OffenceType::disorder, "disorder", {"public disorder", "扰乱公共秩序"}},
    {OffenceType::fraud, "fraud", {"fraud", "诈骗"}},
    {OffenceType::extortion, "extortion", {"extortion and predatory lending", "敲诈勒索与非法放贷"}},
    {OffenceType::dispute_violence, "dispute_violence", {"violence from a dispute", "纠纷引发的暴力"}},
    {OffenceType::family_violence, "family_violence", {"family violence", "家庭暴力"}},
}};
/// Offences at a place that others are drawn to: these have an attractiveness field and near repeats.
inline constexpr std::size_t placed_offence_types = 4;

/// What follows for an offender who was found.
enum class Sanction : std::uint8_t { custody, detention, correction, diversion, count };
inline constexpr PerKind<Sanction, Kind> sanctions = {{
    {Sanction::custody, "custody", {"custody", "羁押服刑"}},
    {Sanction::detention, "detention", {"administrative detention", "行政拘留"}},
    {Sanction::correction, "correction", {"community correction", "社区矫正"}},
    {Sanction::diversion, "diversion", {"mediation or youth programme", "调解或帮教"}},
}};

enum class Harm : std::uint8_t { none, minor, injury, death, count };
inline constexpr PerKind<Harm, Kind> harms = {{
    {Harm::none, "none", {"no bodily harm", "无人身伤害"}},
    {Harm::minor, "minor", {"minor harm", "轻微伤"}},
    {Harm::injury, "injury", {"injury", "受伤"}},
    {Harm::death, "death", {"death", "死亡"}},
}};

enum class Sector : std::uint8_t { manufacturing, construction, services, other, count };
inline constexpr PerKind<Sector, Kind> sectors = {{
    {Sector::manufacturing, "manufacturing", {"manufacturing", "制造业"}},
    {Sector::construction, "construction", {"construction", "建筑业"}},
    {Sector::services, "services", {"services", "服务业"}},
    {Sector::other, "other", {"other", "其他"}},
}};

enum class AgeBand : std::uint8_t { child, youth, young_adult, adult, middle, senior, elder, count };
inline constexpr PerKind<AgeBand, Kind> age_bands = {{
    {AgeBand::child, "0-14", {"0 to 14", "0至14岁"}},
    {AgeBand::youth, "15-24", {"15 to 24", "15至24岁"}},
    {AgeBand::young_adult, "25-34", {"25 to 34", "25至34岁"}},
    {AgeBand::adult, "35-44", {"35 to 44", "35至44岁"}},
    {AgeBand::middle, "45-59", {"45 to 59", "45至59岁"}},
    {AgeBand::senior, "60-74", {"60 to 74", "60至74岁"}},
    {AgeBand::elder, "75+", {"75 and over", "75岁及以上"}},
}};

enum class HazardType : std::uint8_t { fire, workplace, traffic, food, count };
inline constexpr PerKind<HazardType, Kind> hazard_types = {{
    {HazardType::fire, "fire", {"fire", "消防"}},
    {HazardType::workplace, "workplace", {"workplace", "安全生产"}},
    {HazardType::traffic, "traffic", {"traffic", "道路交通"}},
    {HazardType::food, "food", {"food", "食品安全"}},
}};

/// How officials answer a collective incident.
enum class Response : std::uint8_t { negotiate, concede, contain, count };
inline constexpr PerKind<Response, Kind> responses = {{
    {Response::negotiate, "negotiate", {"negotiate", "协商"}},
    {Response::concede, "concede", {"concede", "让步"}},
    {Response::contain, "contain", {"contain", "管控"}},
}};

/// The groups that figures are given for: everybody is in one of the first two, one of the next two and one age.
enum class PopulationGroup : std::uint8_t {
  hukou,
  migrant,
  women,
  men,
  first_age,  // and so on: every age band is a group
  count = first_age + static_cast<std::uint8_t>(AgeBand::count)
};
constexpr PopulationGroup group_of(AgeBand age) {
  return static_cast<PopulationGroup>(static_cast<std::size_t>(PopulationGroup::first_age) +
                                      static_cast<std::size_t>(age));
}
constexpr PerKind<PopulationGroup, Kind> named_groups() {
  PerKind<PopulationGroup, Kind> named;
  named[PopulationGroup::hukou] = {"hukou", {"hukou residents", "户籍人口"}};
  named[PopulationGroup::migrant] = {"migrant", {"migrants", "流动人口"}};
  named[PopulationGroup::women] = {"women", {"women", "女性"}};
  named[PopulationGroup::men] = {"men", {"men", "男性"}};
  for (AgeBand age : every<AgeBand>()) named[group_of(age)] = age_bands[age];
  return named;
}
inline constexpr PerKind<PopulationGroup, Kind> groups = named_groups();
static_assert(std::ranges::none_of(groups, &std::string_view::empty, &Kind::key), "a group without a name");

enum class Duty : std::uint8_t { patrol, response, investigation, community, count };
inline constexpr PerKind<Duty, Kind> duties = {{
    {Duty::patrol, "patrol", {"patrol", "巡逻"}},
    {Duty::response, "response", {"emergency response", "接处警"}},
    {Duty::investigation, "investigation", {"investigation", "侦查"}},
    {Duty::community, "community", {"community work and office", "社区警务与内勤"}},
}};

enum class Character : std::uint8_t { core, old_town, industrial, hill, delta, park, count };
inline constexpr PerKind<Character, Kind> characters = {{
    {Character::core, "core", {"city core", "中心城区"}},
    {Character::old_town, "old-town", {"old town", "老城区"}},
    {Character::industrial, "industrial", {"industrial", "工业镇"}},
    {Character::hill, "hill", {"hills", "山区片"}},
    {Character::delta, "delta", {"river delta", "水乡片"}},
    {Character::park, "park", {"science park", "科技园区"}},
}};

}  // namespace linli
