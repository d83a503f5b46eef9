#pragma once

/// How the list of parameters is written down: one call per field, in the order of the struct. The groups are in
/// parameters_people.cpp, parameters_disputes.cpp and parameters_crime.cpp.

#include <fmt/format.h>

#include <functional>
#include <string>
#include <string_view>

#include "model/lists/parameters.h"

namespace linli {

using ParameterVisit = std::function<void(const ParameterInfo& info, double& value)>;

class ParameterList {
 public:
  ParameterList(std::string_view group, const ParameterVisit& visit) : group_(group), visit_(visit) {}

  void operator()(double& value, std::string_view name, const Text& label, std::string_view unit, double low,
                  double high, const Text& meaning, std::string_view source) const {
    visit_({fmt::format("{}.{}", group_, name), label, std::string(unit), low, high, meaning, source}, value);
  }

  /// One value per kind: an entry for each, "crime.age_factor.75+".
  template <class Enum>
  void operator()(PerKind<Enum, double>& values, const PerKind<Enum, Kind>& kinds, std::string_view name,
                  const Text& label, std::string_view unit, double low, double high, const Text& meaning,
                  std::string_view source) const {
    for (Enum kind : every<Enum>()) of_kind(values[kind], kinds[kind], name, label, unit, low, high, meaning, source);
  }

  /// The same for a field of what is assumed of every kind: "grievance.rate.neighbour".
  template <class Enum, class Of>
  void operator()(PerKind<Enum, Of>& of, double Of::*field, const PerKind<Enum, Kind>& kinds, std::string_view name,
                  const Text& label, std::string_view unit, double low, double high, const Text& meaning,
                  std::string_view source) const {
    for (Enum kind : every<Enum>())
      of_kind(of[kind].*field, kinds[kind], name, label, unit, low, high, meaning, source);
  }

 private:
  void of_kind(double& value, const Kind& kind, std::string_view name, const Text& label, std::string_view unit,
               double low, double high, const Text& meaning, std::string_view source) const {
    visit_({fmt::format("{}.{}.{}", group_, name, kind.key), label, std::string(unit), low, high, meaning, source,
            kind.name},
           value);
  }

  std::string_view group_;
  const ParameterVisit& visit_;
};

void list_population(Parameters::Population& population, const ParameterVisit& visit);
void list_work(Parameters::Work& work, const ParameterVisit& visit);
void list_migration(Parameters::Migration& migration, const ParameterVisit& visit);
void list_attitudes(Parameters::Attitudes& attitudes, const ParameterVisit& visit);
void list_grievance(Parameters::Grievance& grievance, OfDisputes& disputes, const ParameterVisit& visit);
void list_ladder(Parameters::Ladder& ladder, OfDisputes& disputes, const ParameterVisit& visit);
void list_service(Parameters::Service& service, const ParameterVisit& visit);
void list_hazard(Parameters::Hazard& hazard, const ParameterVisit& visit);
void list_collective(Parameters::Collective& collective, const ParameterVisit& visit);
void list_rumour(Parameters::Rumour& rumour, const ParameterVisit& visit);
void list_wellbeing(Parameters::Wellbeing& wellbeing, const ParameterVisit& visit);
void list_scrutiny(Parameters::Scrutiny& scrutiny, const ParameterVisit& visit);
void list_predation(Parameters::Predation& predation, const ParameterVisit& visit);
void list_assessment(Parameters::Assessment& assessment, const ParameterVisit& visit);
void list_crime(Parameters::Crime& crime, OfOffences& offences, const ParameterVisit& visit);
void list_police(Parameters::Police& police, OfOffences& offences, const ParameterVisit& visit);
void list_travel(Parameters::Travel& travel, const ParameterVisit& visit);

}  // namespace linli
