#pragma once

/// What a policy can move, by town and day. Plain data; `Levers` is the one gate through which values change.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/column.h"
#include "core/text.h"
#include "model/kinds.h"

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
    double training = 16.0;        // [hours/year] per mediator, taken off cases
  } mediation;
  struct Legal {
    double awareness = 0.3;  // [share] of residents who know where to claim; the reference is 0.3
  } legal;
  struct Labour {
    double inspection = 0.10;  // [share] of firms in arrears found within a month
    double sanctions = 0.3;    // [share] of found firms sanctioned
    double fund = 0.1;         // [share] of found firms whose workers the arrears fund pays
  } labour;
  struct Integration {
    double services = 0.3;  // [share] of migrants with access to schooling, health and housing services
  } integration;
  struct Police {
    double officers = 14.0;       // [posts per 10,000 residents]
    double patrol = 0.35;         // [share] of officers on patrol
    double response = 0.15;       // [share] of officers answering calls
    double investigation = 0.20;  // [share] of officers investigating; the rest do community and office work
    double procedure = 0.80;      // [share] of contacts that follow fair procedure
  } police;
  struct Patrol {
    double hotspot_share = 0.0;     // [share] of patrol hours sent to hot spots of recorded crime
    double population_share = 0.5;  // [share] of patrol hours spread by population; the rest is random
    double hotspot_grids = 0.10;    // [share] of a town's grids that count as hot spots
    double visit_minutes = 12.0;    // [minutes] length of a visit
  } patrol;
  struct Guardianship {
    double cameras = 108.0;  // [cameras per 10,000 residents]
  } guardianship;
  struct Fraud {
    double awareness = 0.3;  // [share] of residents reached by warnings this year
  } fraud;
  struct Reporting {
    double ease = 0.0;  // [logit] of reporting, by hotline, app or reward
  } reporting;
};

inline constexpr double reference_awareness = 0.3;
inline constexpr double reference_cameras = 108.0;

/// One entry of the list of levers.
struct LeverInfo {
  std::string name;  // "mediation.full_time"
  Text label;
  std::string unit;  // a key of units.h
  double low, high;  // allowed, inclusive
  Text meaning;
  std::string_view source;
};

/// Calls visit(info, value) for every lever, in the order of the struct above. The one list.
void for_each_lever(LeverValues& values, const std::function<void(const LeverInfo& info, double& value)>& visit);

/// The entries of the two lists, in order, for those who need no values.
const std::vector<LeverInfo>& lever_list();

/// The position of a lever in the list, or -1.
int lever_index(std::string_view name);

/// The settings of all towns today. `set` is the only way to change one: it checks the range and logs the change.
class Levers {
 public:
  struct Change {
    Day day;
    Id<Town> town;
    int lever;
    double value;
  };

  Levers() = default;
  explicit Levers(std::size_t towns, const LeverValues& baseline = {});

  const LeverValues& operator[](Id<Town> town) const { return values_[town]; }
  double value(Id<Town> town, int lever) const;
  std::size_t towns() const { return values_.size(); }

  /// Throws InputError when the value is outside the lever's range; a value already in force is not logged.
  void set(Day day, Id<Town> town, int lever, double value);
  const std::vector<Change>& log() const { return log_; }

 private:
  Column<Town, LeverValues> values_;
  std::vector<Change> log_;
};

}  // namespace linli
