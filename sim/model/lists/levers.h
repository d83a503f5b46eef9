#pragma once

/// What a policy can move, by town and day. Plain data; `Levers` is the one gate through which values change. What
/// they cost is worked out in costs.h.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/column.h"
#include "core/text.h"
#include "model/lists/kinds.h"

namespace linli {

/// The settings in force in one town. Defaults are the reference policy of 2020.
struct LeverValues {
  struct Mediation {
    double full_time = 0.60;       // [posts per 10,000 residents]
    double part_time = 8.546;      // [posts per 10,000 residents]
    double full_time_hours = 7.0;  // [hours per working day]
    double part_time_hours = 0.6;  // [hours per working day]
    double weekend_hours = 0.0;    // [share] of a working day's hours offered at weekends and on holidays
    double town_share = 0.30;      // [share] of full-time posts at the town dispute centre
    double sector = 0.10;          // [posts per 10,000 residents] specialists of the sector committees
    double training = 16.0;        // [hours/year] per mediator, taken off cases
    double turnover = 0.20;        // [1/year] of full-timers and specialists who quit
    double subsidy = 0.0;          // [yuan per case] paid to part-timers for a settled case
    double online = 0.05;          // [share] of simple cases that are mediated online
    double batch = 0.05;           // [share] of settlements with an organisation that are offered to all its cases
    double conferences = 0.10;     // [share] of disputes at stage 5 or above that get a conference within a week
    double ladder = 0.0;           // [share] of small matters that every counter sends to the village first
    double studios = 0.0;          // [posts per 10,000 residents] of named mediators with a studio of their own
    double groups = 0.10;          // [posts per 10,000 residents] of mediators at union, league and federation
  } mediation;
  struct Court {
    double capacity = 130.0;     // [cases per 10,000 residents and year]
    double diversion = 0.20;     // [share] of suits sent to mediation before filing
    double confirmation = 0.05;  // [share] of mediated settlements that the court confirms
  } court;
  struct Arbitration {
    double capacity = 25.0;  // [cases per 10,000 residents and year]
  } arbitration;
  struct Petition {
    double capacity = 40.0;    // [cases per 10,000 residents and year]
    double reply_days = 30.0;  // [days]
    double leaders = 0.10;     // [share] of hard cases that a leader answers for
  } petition;
  struct Referral {
    double police = 0.30;          // [share] of dispute calls handed to a mediator
    double administration = 0.20;  // [share] of open disputes that agencies hand to a mediator within a quarter
    double petition = 0.20;        // [share] of petitions handed to a mediator
    double legal_aid = 0.20;       // [share] of aided cases handed to a mediator before a suit
  } referral;
  struct Legal {
    double awareness = 0.3;  // [share] of residents who know where to claim; the reference is 0.3
    double aid = 0.10;       // [share] of weaker parties before court or arbitration who get legal aid
  } legal;
  struct Labour {
    double inspection = 0.10;     // [share] of firms in arrears found within a month
    double sanctions = 0.3;       // [share] of found firms sanctioned
    double fund = 0.1;            // [share] of found firms whose workers the arrears fund pays
    double warning = 0.1;         // [share] of firms in distress that are warned and watched
    double false_alarms = 0.005;  // [share] of sound firms that are warned all the same
  } labour;
  struct Workplace {
    double culture = 0.1;  // [share] of firms that run a programme for a safe and caring workplace
  } workplace;
  struct Integration {
    double services = 0.3;         // [share] of migrants with access to schooling, health and housing services
    double representation = 0.17;  // [share] of communities with migrants on the committee
    double associations = 0.1;     // [share] of migrants reached by hometown associations
  } integration;
  struct Community {
    double covenant = 0.3;        // [share] of communities with a covenant and owners' committees at work
    double disclosure = 0.3;      // [share] of major decisions that are disclosed and assessed beforehand
    double social_workers = 0.5;  // [posts per 10,000 residents]
    double credit = 0.1;          // [share] of residents and firms that good-neighbour and moral credit reaches
    double facilities = 0.7;      // [share] of communities with a service facility
  } community;
  struct Housing {
    double inspection = 0.3;  // [1/year] inspections of a rented home
  } housing;
  struct Registration {
    double coverage = 0.5;  // [share] of tenants whose registration is kept up to date
  } registration;
  struct Rounds {
    double workers = 9.448;  // [posts per 10,000 residents]
    double visits = 8.0;     // [visits/day] a worker's round
    double targeting = 0.0;  // [share] of rounds steered to grids with much on record
  } rounds;
  struct Visits {
    double leaders = 975.0;  // [visits/year] of the stationed team, per community
  } visits;
  struct Safety {
    double inspectors = 0.5;  // [posts per 10,000 residents]
  } safety;
  struct Police {
    double officers = 14.0;       // [posts per 10,000 residents]
    double auxiliaries = 10.0;    // [posts per 10,000 residents] who patrol and do nothing else
    double patrol = 0.35;         // [share] of officers on patrol
    double response = 0.15;       // [share] of officers answering calls
    double investigation = 0.20;  // [share] of officers investigating; the rest do community and office work
    double procedure = 0.80;      // [share] of contacts that follow fair procedure
    double stops = 0.2;           // [stops/hour] on patrol
    double desk = 0.10;           // [posts per 10,000 residents] at the police mediation desk
  } police;
  struct Patrol {
    double hotspot_share = 0.0;     // [share] of patrol hours sent to hot spots of recorded crime
    double problem_share = 0.0;     // [share] of patrol hours spent on the problems of hot spots
    double beat_share = 0.2;        // [share] of patrol hours on a beat in one community
    double population_share = 0.4;  // [share] of patrol hours spread by population; the rest is random
    double hotspot_grids = 0.10;    // [share] of a town's grids that count as hot spots
    double visit_minutes = 12.0;    // [minutes] length of a visit
  } patrol;
  struct Guardianship {
    double cameras = 108.0;     // [cameras per 10,000 residents]
    double volunteers = 200.0;  // [hours per 10,000 residents and day] of citizen patrols
  } guardianship;
  struct Fraud {
    double awareness = 0.3;  // [share] of residents reached by warnings this year
    double freezing = 0.1;   // [share] of reported losses that are frozen and paid back
  } fraud;
  struct Reporting {
    double ease = 0.0;     // [logit] of reporting, by hotline or app
    double rewards = 0.0;  // [yuan per lead]
  } reporting;
  struct Emergency {
    double dispatch = 4.0;  // [minutes] until a unit is sent, with the linked platform of 2020
    double platform = 0.3;  // [share] of calls that the linked city, town and village platform dispatches
  } emergency;
  struct Youth {
    double services = 0.2;  // [share] of those aged 15 to 24 reached by youth services
  } youth;
  struct Reentry {
    double support = 0.2;     // [share] of those released who get support
    double correction = 0.3;  // [share] of minor criminal cases that end in community correction
  } reentry;
  struct Wellbeing {
    double services = 0.1;      // [share] of people in crisis or under strain who find psychological services
    double specialists = 0.05;  // [posts per 10,000 residents] of psychologists and counsellors
  } wellbeing;
  struct Aid {
    double households = 0.1;  // [share] of households in hardship that aid reaches
  } aid;
  struct Predation {
    double suppression = 0.05;  // [share] of investigation hours spent on predatory groups
  } predation;
  struct Collective {
    double watch = 0.2;      // [share] of growing pools noticed before they act
    double negotiate = 0.5;  // [share] of incidents answered by negotiation
    double contain = 0.3;    // [share] of incidents contained; the rest get what they ask for
  } collective;
  struct Information {
    double openness = 0.3;  // [share] of rumours answered within a day
    double accuracy = 0.9;  // [share] of answers that prove right
  } information;
  struct Assessment {
    double pressure = 0.1;  // [share] of officials' careers that hangs on recorded targets
  } assessment;
};

inline constexpr double reference_awareness = 0.3;
inline constexpr double reference_cameras = 108.0;
inline constexpr double reference_volunteers = 200.0;
inline constexpr double reference_registration = 0.5;
inline constexpr double reference_facilities = 0.7;
inline constexpr double reference_platform = 0.3;
inline constexpr double reference_services = 0.3;

/// What one unit of a lever is multiplied by to get what it costs in a town.
enum class CostBasis : std::uint8_t {
  none,             // a rule: costs nothing by itself
  unknown,          // takes somebody's time, and nobody knows how much
  residents_10000,  // per 10,000 residents, per year
  resident,         // per resident, per year
  migrant,          // per migrant, per year
  employer,         // per firm, per year
  community,        // per community, per year
  settled_case,     // per case settled by a part-time mediator
  lead,             // per lead that helped
  count
};

/// One entry of the list of levers.
struct LeverInfo {
  std::string name;  // "mediation.full_time"
  Text label;
  std::string unit;  // a key of units.h
  double low, high;  // allowed, inclusive
  Text meaning;
  std::string_view source;
  CostBasis basis = CostBasis::none;
  double unit_cost = 0.0;  // [yuan] per unit of the lever and of the basis
  std::string_view cost_source = {};
  double included = 0.0;  // what other levers pay for: only what is beyond costs
};

/// Calls visit(info, value) for every lever, in the order of the struct above. The one list.
void for_each_lever(LeverValues& values, const std::function<void(const LeverInfo& info, double& value)>& visit);

/// The entries of the two lists, in order, for those who need no values.
const std::vector<LeverInfo>& lever_list();

/// The groups of the list, in its order: the part of a lever's name before the dot.
const std::vector<Kind>& lever_groups();

/// The unit costs of the list, by position in it.
std::vector<double> reference_unit_costs();

/// The values as a row, in the order of the list.
std::span<double> values_of(LeverValues& values);

/// The position of a lever in the list, or -1.
int lever_index(std::string_view name);

/// The settings of all towns today. `set` is the only way to change one: it checks the range and logs the change.
class Levers {
 public:
  /// What moved a lever.
  struct Cause {
    std::int32_t measure = -1;  // position in Scenario::measures; -1: somebody's hand
    Day fired = never;          // on which a conditional measure came into force

    LINLI_MEMBERS(measure, fired)
  };
  struct Change {
    Day day;
    Id<Town> town;
    int lever;
    double value;
    Cause cause = {};

    LINLI_MEMBERS(day, town, lever, value, cause)
  };

  Levers() = default;
  explicit Levers(std::size_t towns, const LeverValues& baseline = {});

  const LeverValues& operator[](Id<Town> town) const { return values_[town]; }
  double value(Id<Town> town, int lever) const;
  std::size_t towns() const { return values_.size(); }

  /// Throws InputError when the value is outside the lever's range. A value already in force is logged only on the day
  /// that its conditional measure fires.
  void set(Day day, Id<Town> town, int lever, double value, const Cause& cause);
  void set(Day day, Id<Town> town, int lever, double value) { set(day, town, lever, value, Cause{}); }
  const std::vector<Change>& log() const { return log_; }

 private:
  Column<Town, LeverValues> values_;
  std::vector<Change> log_;

 public:
  LINLI_MEMBERS(values_, log_)
};

}  // namespace linli
