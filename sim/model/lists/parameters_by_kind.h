#pragma once

/// What is assumed about each type of dispute, offence and hazard, and about each sector: one block per kind, in which
/// every number has a name. parameters.h holds them; their keys, units and sources are in the list of parameters.

#include "core/per_kind.h"
#include "model/lists/kinds.h"

namespace linli {

/// For fields that every row has to give. Declared only: a row that leaves one out does not compile.
double not_given();

/// Of a type of dispute: the parameters grievance.rate.family, ladder.violence.family and so on.
struct OfDispute {
  double rate = not_given();           // [1/(1000 person-years)] onset of grievances
  double power_gap = not_given();      // [share]
  double claiming = not_given();       // [share] at reference conditions
  double ties_effect = not_given();    // [1] rate times 1 - this * ties
  double escalation = not_given();     // [1] of one level per escalation_time
  double meeting_hours = not_given();  // [hours] mean
  double violence = not_given();       // [1/year] at intensity 4
};
using OfDisputes = PerKind<DisputeType, OfDispute>;
inline constexpr OfDisputes assumed_of_disputes = {{
    {DisputeType::labour_arrears,
     {.rate = 600,
      .power_gap = 0.6,
      .claiming = 0.6,
      .ties_effect = 0.0,
      .escalation = 0.5,
      .meeting_hours = 5,
      .violence = 0.4}},
    {DisputeType::labour_other,
     {.rate = 25,
      .power_gap = 0.6,
      .claiming = 0.45,
      .ties_effect = 0.0,
      .escalation = 0.4,
      .meeting_hours = 5,
      .violence = 0.3}},
    {DisputeType::neighbour,
     {.rate = 49.5,
      .power_gap = 0.0,
      .claiming = 0.35,
      .ties_effect = 0.4,
      .escalation = 0.5,
      .meeting_hours = 3,
      .violence = 0.6}},
    {DisputeType::family,
     {.rate = 40,
      .power_gap = 0.1,
      .claiming = 0.25,
      .ties_effect = 0.2,
      .escalation = 0.5,
      .meeting_hours = 4,
      .violence = 1.2}},
    {DisputeType::rental,
     {.rate = 27.5,
      .power_gap = 0.3,
      .claiming = 0.4,
      .ties_effect = 0.2,
      .escalation = 0.35,
      .meeting_hours = 3,
      .violence = 0.4}},
    {DisputeType::property,
     {.rate = 16.5,
      .power_gap = 0.4,
      .claiming = 0.4,
      .ties_effect = 0.2,
      .escalation = 0.3,
      .meeting_hours = 4,
      .violence = 0.3}},
    {DisputeType::consumer,
     {.rate = 35,
      .power_gap = 0.3,
      .claiming = 0.35,
      .ties_effect = 0.0,
      .escalation = 0.25,
      .meeting_hours = 2,
      .violence = 0.2}},
    {DisputeType::lending,
     {.rate = 12,
      .power_gap = 0.2,
      .claiming = 0.6,
      .ties_effect = 0.0,
      .escalation = 0.5,
      .meeting_hours = 4,
      .violence = 0.7}},
    {DisputeType::compensation,
     {.rate = 22,
      .power_gap = 0.2,
      .claiming = 0.8,
      .ties_effect = 0.0,
      .escalation = 0.35,
      .meeting_hours = 5,
      .violence = 0.2}},
    {DisputeType::land,
     {.rate = 13,
      .power_gap = 0.5,
      .claiming = 0.5,
      .ties_effect = 0.3,
      .escalation = 0.4,
      .meeting_hours = 6,
      .violence = 0.4}},
    {DisputeType::investment,
     {.rate = 3,
      .power_gap = 0.7,
      .claiming = 0.7,
      .ties_effect = 0.0,
      .escalation = 0.5,
      .meeting_hours = 6,
      .violence = 0.3}},
    {DisputeType::siting,
     {.rate = 176,
      .power_gap = 0.7,
      .claiming = 0.5,
      .ties_effect = 0.2,
      .escalation = 0.4,
      .meeting_hours = 6,
      .violence = 0.2}},
}};

/// Of a type of offence: crime.rate.theft, police.custody.theft and so on.
struct OfOffence {
  double rate = not_given();         // [1/(person-year)] attempts; fraud: attempts met
  double boost = not_given();        // [1] attraction added by an event, in units of the base
  double reporting = not_given();    // [share] at reference
  double solvability = not_given();  // [share] fresh case, full hours
  double case_hours = not_given();   // [hours] mean work on a case
  double custody = not_given();      // [days] mean, criminal cases
};
using OfOffences = PerKind<OffenceType, OfOffence>;
inline constexpr OfOffences assumed_of_offences = {{
    {OffenceType::theft,
     {.rate = 0.046, .boost = 0.2, .reporting = 0.22, .solvability = 0.32, .case_hours = 10, .custody = 240}},
    {OffenceType::robbery,
     {.rate = 0.00045, .boost = 0.5, .reporting = 0.5, .solvability = 0.65, .case_hours = 40, .custody = 1500}},
    {OffenceType::assault,
     {.rate = 0.0110, .boost = 0.3, .reporting = 0.35, .solvability = 0.75, .case_hours = 12, .custody = 500}},
    {OffenceType::disorder,
     {.rate = 0.011, .boost = 0.1, .reporting = 0.4, .solvability = 0.60, .case_hours = 4, .custody = 60}},
    {OffenceType::fraud,
     {.rate = 0.170, .boost = 0.0, .reporting = 0.20, .solvability = 0.28, .case_hours = 18, .custody = 900}},
    {OffenceType::extortion,
     {.rate = 0.0, .boost = 0.0, .reporting = 0.25, .solvability = 0.45, .case_hours = 20, .custody = 900}},
    {OffenceType::dispute_violence,
     {.rate = 0.0, .boost = 0.0, .reporting = 0.35, .solvability = 0.92, .case_hours = 10, .custody = 300}},
    {OffenceType::family_violence,
     {.rate = 0.0, .boost = 0.0, .reporting = 0.15, .solvability = 0.95, .case_hours = 8, .custody = 120}},
}};

/// Of a type of hazard: hazard.rate.fire and so on.
struct OfHazard {
  double rate = not_given();         // [1/(1000 person-years)] of those exposed
  double persistence = not_given();  // [days] until an unfound hazard goes by itself
  double repair = not_given();       // [days] until a found hazard is fixed
  double accident = not_given();     // [1/year] per hazard that lasts
  double injury = not_given();       // [share] of accidents that injure somebody
  double death = not_given();        // [share] of accidents that kill somebody
};
inline constexpr PerKind<HazardType, OfHazard> assumed_of_hazards = {{
    {HazardType::fire,
     {.rate = 140, .persistence = 180, .repair = 10, .accident = 0.003, .injury = 0.02, .death = 0.005}},
    {HazardType::workplace,
     {.rate = 80, .persistence = 150, .repair = 12, .accident = 0.006, .injury = 0.5, .death = 0.05}},
    {HazardType::traffic,
     {.rate = 45, .persistence = 120, .repair = 15, .accident = 0.015, .injury = 0.7, .death = 0.05}},
    {HazardType::food, {.rate = 40, .persistence = 90, .repair = 5, .accident = 0.005, .injury = 0.6, .death = 0.001}},
}};

/// Of a sector: work.sector_share.construction and so on.
struct OfSector {
  double share = not_given();           // [share] of jobs
  double arrears_factor = not_given();  // [1]
  double culture_uptake = not_given();  // [1] of workplace programmes
};
inline constexpr PerKind<Sector, OfSector> assumed_of_sectors = {{
    {Sector::manufacturing, {.share = 0.55, .arrears_factor = 1.0, .culture_uptake = 1.0}},
    {Sector::construction, {.share = 0.07, .arrears_factor = 2.6, .culture_uptake = 0.3}},
    {Sector::services, {.share = 0.33, .arrears_factor = 0.6, .culture_uptake = 0.5}},
    {Sector::other, {.share = 0.05, .arrears_factor = 0.8, .culture_uptake = 0.6}},
}};

}  // namespace linli
