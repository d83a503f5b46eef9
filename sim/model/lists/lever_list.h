#pragma once

/// How the list of levers is written down: one call per field, in the order of the struct. The groups are in
/// levers_disputes.cpp, levers_prevention.cpp and levers_police.cpp.
///
/// What a lever costs a town in a year is its value, beyond what other levers pay for, times the unit cost times what
/// the basis counts. Levers without a cost are rules, or divide what other levers pay for; those that take somebody's
/// time which nobody has counted say so.

#include <fmt/format.h>

#include <functional>
#include <string_view>

#include "model/lists/levers.h"

namespace linli {

using LeverVisit = std::function<void(const LeverInfo& info, double& value)>;

/// [yuan] per unit of the lever and of the basis.
struct LeverCost {
  CostBasis basis = CostBasis::none;
  double unit_cost = 0.0;
  std::string_view source = {};
  double included = 0.0;  // what other levers pay for
};

class LeverList {
 public:
  LeverList(std::string_view group, const LeverVisit& visit) : group_(group), visit_(visit) {}

  void operator()(double& value, std::string_view name, const Text& label, std::string_view unit, double low,
                  double high, const Text& meaning, std::string_view source, const LeverCost& cost = {}) const {
    visit_({fmt::format("{}.{}", group_, name), label, std::string(unit), low, high, meaning, source, cost.basis,
            cost.unit_cost, cost.source, cost.included},
           value);
  }

 private:
  std::string_view group_;
  const LeverVisit& visit_;
};

void list_mediation(LeverValues::Mediation& v, const LeverVisit& visit);
void list_institutions(LeverValues& v, const LeverVisit& visit);  // court, arbitration, petition
void list_referral(LeverValues& v, const LeverVisit& visit);      // referral, legal
void list_labour(LeverValues::Labour& v, const LeverVisit& visit);
void list_workplace(LeverValues::Workplace& v, const LeverVisit& visit);
void list_residents(LeverValues& v, const LeverVisit& visit);  // integration, community, housing, registration
void list_grids(LeverValues& v, const LeverVisit& visit);      // rounds, visits, safety
void list_police(LeverValues::Police& v, const LeverVisit& visit);
void list_patrol(LeverValues::Patrol& v, const LeverVisit& visit);
void list_prevention(LeverValues& v, const LeverVisit& visit);  // guardianship, fraud, reporting, emergency
void list_support(LeverValues& v, const LeverVisit& visit);     // youth, reentry, wellbeing, aid
void list_order(LeverValues& v, const LeverVisit& visit);       // predation, collective, information, assessment

}  // namespace linli
