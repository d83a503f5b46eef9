#pragma once

/// The kinds of things in the model, each with its name in files (`key`) and in the two languages.

#include <array>
#include <cstdint>
#include <string_view>

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

/// One value per enumerator.
template <class Enum, class T>
struct PerKind : std::array<T, static_cast<std::size_t>(Enum::count)> {
  using Base = std::array<T, static_cast<std::size_t>(Enum::count)>;
  constexpr const T& operator[](Enum kind) const { return Base::operator[](static_cast<std::size_t>(kind)); }
  constexpr T& operator[](Enum kind) { return Base::operator[](static_cast<std::size_t>(kind)); }
};

/// `for (DisputeType type : every<DisputeType>())`
template <class Enum>
constexpr auto every() {
  std::array<Enum, static_cast<std::size_t>(Enum::count)> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = static_cast<Enum>(i);
  return kinds;
}

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
inline constexpr PerKind<DisputeType, Kind> dispute_types = {{{
    {"labour_arrears", {"unpaid wages", "拖欠工资"}},
    {"labour_other", {"other labour (injury, dismissal, hours)", "其他劳动争议（工伤、解雇、工时）"}},
    {"neighbour", {"neighbours", "邻里纠纷"}},
    {"family", {"family", "婚姻家庭纠纷"}},
    {"rental", {"rental housing", "房屋租赁纠纷"}},
    {"property", {"property management", "物业管理纠纷"}},
    {"consumer", {"consumer", "消费纠纷"}},
    {"lending", {"lending", "借贷纠纷"}},
    {"compensation", {"traffic and other compensation", "交通事故及其他损害赔偿"}},
    {"land", {"land and village affairs", "土地与村务纠纷"}},
    {"investment", {"mass investment", "涉众投资纠纷"}},
    {"siting", {"siting of facilities", "邻避设施选址纠纷"}},
}}};

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
inline constexpr PerKind<Stage, Kind> stages = {{{
    {"latent", {"latent grievance", "潜在不满"}},
    {"bilateral", {"between the parties", "当事人自行协商"}},
    {"community", {"community mediation", "村（社区）调解"}},
    {"sector", {"sector mediation", "行业性专业性调解"}},
    {"town_centre", {"town dispute centre", "镇街矛盾调处中心"}},
    {"police_desk", {"police mediation desk", "派出所调解室"}},
    {"arbitration", {"labour arbitration", "劳动仲裁"}},
    {"court", {"court", "法院"}},
    {"petition", {"petition office", "信访"}},
    {"closed", {"closed", "已了结"}},
}}};

/// What a sector committee's specialists are good at.
enum class Specialty : std::uint8_t { labour, family, housing, finance, compensation, count };
inline constexpr PerKind<Specialty, Kind> specialties = {{{
    {"labour", {"labour", "劳动争议"}},
    {"family", {"family and neighbours", "婚姻家庭与邻里"}},
    {"housing", {"housing, property and land", "房屋、物业与土地"}},
    {"finance", {"finance and consumption", "金融与消费"}},
    {"compensation", {"medical and traffic compensation", "医疗与交通损害赔偿"}},
}}};
inline constexpr PerKind<DisputeType, Specialty> specialty_of = {{{
    Specialty::labour,
    Specialty::labour,
    Specialty::family,
    Specialty::family,
    Specialty::housing,
    Specialty::housing,
    Specialty::finance,
    Specialty::finance,
    Specialty::compensation,
    Specialty::housing,
    Specialty::finance,
    Specialty::housing,
}}};

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
inline constexpr PerKind<Referral, Kind> referrals = {{{
    {"rounds", {"found on a grid round", "网格巡查发现"}},
    {"visit", {"found on a leaders' visit", "驻点走访发现"}},
    {"police", {"handed over by the police", "警调对接"}},
    {"administration", {"handed over by an agency", "行调对接"}},
    {"petition", {"handed over by the petition office", "访调对接"}},
    {"legal_aid", {"handed over by legal aid", "援调对接"}},
    {"court", {"diverted before filing", "诉前调解"}},
    {"social_work", {"found by social workers", "社工走访发现"}},
}}};

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
inline constexpr PerKind<RespondentKind, Kind> respondent_kinds = {{{
    {"employer", {"employer", "用人单位"}},
    {"landlord", {"landlords of a class", "同类出租屋房东"}},
    {"property_company", {"property company", "物业公司"}},
    {"village_collective", {"village collective", "村集体"}},
    {"merchant", {"merchants", "商户"}},
    {"clinic", {"clinic", "医疗机构"}},
    {"platform", {"lending or investment platform", "借贷与投资平台"}},
    {"facility", {"unwanted facility", "邻避设施"}},
}}};

enum class Outcome : std::uint8_t { open, settled, judged, lumped, moved_away, count };
inline constexpr PerKind<Outcome, Kind> outcomes = {{{
    {"open", {"still open", "未了结"}},
    {"settled", {"settled", "达成和解"}},
    {"judged", {"judged", "判决"}},
    {"lumped", {"given up", "忍让放弃"}},
    {"moved_away", {"party moved away", "当事人离开"}},
}}};

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
inline constexpr PerKind<OffenceType, Kind> offence_types = {{{
    {"theft", {"theft and burglary", "盗窃"}},
    {"robbery", {"robbery and snatching", "抢劫抢夺"}},
    {"assault", {"assault", "伤害"}},
    {"disorder", {"public disorder", "扰乱公共秩序"}},
    {"fraud", {"fraud", "诈骗"}},
    {"extortion", {"extortion and predatory lending", "敲诈勒索与非法放贷"}},
    {"dispute_violence", {"violence from a dispute", "纠纷引发的暴力"}},
    {"family_violence", {"family violence", "家庭暴力"}},
}}};
/// Offences at a place that others are drawn to: these have an attractiveness field and near repeats.
inline constexpr std::size_t placed_offence_types = 4;

/// What follows for an offender who was found.
enum class Sanction : std::uint8_t { custody, detention, correction, diversion, count };
inline constexpr PerKind<Sanction, Kind> sanctions = {{{
    {"custody", {"custody", "羁押服刑"}},
    {"detention", {"administrative detention", "行政拘留"}},
    {"correction", {"community correction", "社区矫正"}},
    {"diversion", {"mediation or youth programme", "调解或帮教"}},
}}};

enum class Harm : std::uint8_t { none, minor, injury, death, count };
inline constexpr PerKind<Harm, Kind> harms = {{{
    {"none", {"no bodily harm", "无人身伤害"}},
    {"minor", {"minor harm", "轻微伤"}},
    {"injury", {"injury", "受伤"}},
    {"death", {"death", "死亡"}},
}}};

enum class Sector : std::uint8_t { manufacturing, construction, services, other, count };
inline constexpr PerKind<Sector, Kind> sectors = {{{
    {"manufacturing", {"manufacturing", "制造业"}},
    {"construction", {"construction", "建筑业"}},
    {"services", {"services", "服务业"}},
    {"other", {"other", "其他"}},
}}};

enum class AgeBand : std::uint8_t { child, youth, young_adult, adult, middle, senior, elder, count };
inline constexpr PerKind<AgeBand, Kind> age_bands = {{{
    {"0-14", {"0 to 14", "0至14岁"}},
    {"15-24", {"15 to 24", "15至24岁"}},
    {"25-34", {"25 to 34", "25至34岁"}},
    {"35-44", {"35 to 44", "35至44岁"}},
    {"45-59", {"45 to 59", "45至59岁"}},
    {"60-74", {"60 to 74", "60至74岁"}},
    {"75+", {"75 and over", "75岁及以上"}},
}}};

enum class HazardType : std::uint8_t { fire, workplace, traffic, food, count };
inline constexpr PerKind<HazardType, Kind> hazard_types = {{{
    {"fire", {"fire", "消防"}},
    {"workplace", {"workplace", "安全生产"}},
    {"traffic", {"traffic", "道路交通"}},
    {"food", {"food", "食品安全"}},
}}};

/// How officials answer a collective incident.
enum class Response : std::uint8_t { negotiate, concede, contain, count };
inline constexpr PerKind<Response, Kind> responses = {{{
    {"negotiate", {"negotiate", "协商"}},
    {"concede", {"concede", "让步"}},
    {"contain", {"contain", "管控"}},
}}};

/// The groups that figures are given for: everybody is in one of the first two, one of the next two and one age.
enum class PopulationGroup : std::uint8_t {
  hukou,
  migrant,
  women,
  men,
  child,
  youth,
  young_adult,
  adult,
  middle,
  senior,
  elder,
  count
};
inline constexpr PerKind<PopulationGroup, Kind> groups = {{{
    {"hukou", {"hukou residents", "户籍人口"}},
    {"migrant", {"migrants", "流动人口"}},
    {"women", {"women", "女性"}},
    {"men", {"men", "男性"}},
    {"0-14", {"0 to 14", "0至14岁"}},
    {"15-24", {"15 to 24", "15至24岁"}},
    {"25-34", {"25 to 34", "25至34岁"}},
    {"35-44", {"35 to 44", "35至44岁"}},
    {"45-59", {"45 to 59", "45至59岁"}},
    {"60-74", {"60 to 74", "60至74岁"}},
    {"75+", {"75 and over", "75岁及以上"}},
}}};

enum class Duty : std::uint8_t { patrol, response, investigation, community, count };
inline constexpr PerKind<Duty, Kind> duties = {{{
    {"patrol", {"patrol", "巡逻"}},
    {"response", {"emergency response", "接处警"}},
    {"investigation", {"investigation", "侦查"}},
    {"community", {"community work and office", "社区警务与内勤"}},
}}};

enum class Character : std::uint8_t { core, old_town, industrial, hill, delta, park, count };
inline constexpr PerKind<Character, Kind> characters = {{{
    {"core", {"city core", "中心城区"}},
    {"old-town", {"old town", "老城区"}},
    {"industrial", {"industrial", "工业镇"}},
    {"hill", {"hills", "山区片"}},
    {"delta", {"river delta", "水乡片"}},
    {"park", {"science park", "科技园区"}},
}}};

}  // namespace linli
