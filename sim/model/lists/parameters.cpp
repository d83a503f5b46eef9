#include "model/lists/parameters.h"

#include "model/lists/parameter_list.h"

namespace linli {

void for_each_parameter(Parameters& parameters,
                        const std::function<void(const ParameterInfo& info, double& value)>& visit) {
  list_population(parameters.population, visit);
  list_work(parameters.work, visit);
  list_migration(parameters.migration, visit);
  list_attitudes(parameters.attitudes, visit);
  list_grievance(parameters.grievance, parameters.dispute, visit);
  list_ladder(parameters.ladder, parameters.dispute, visit);
  list_service(parameters.service, visit);
  list_hazard(parameters.hazard, visit);
  list_collective(parameters.collective, visit);
  list_rumour(parameters.rumour, visit);
  list_wellbeing(parameters.wellbeing, visit);
  list_scrutiny(parameters.scrutiny, visit);
  list_predation(parameters.predation, visit);
  list_assessment(parameters.assessment, visit);
  list_crime(parameters.crime, parameters.offence, visit);
  list_police(parameters.police, parameters.offence, visit);
  list_travel(parameters.travel, visit);
}

}  // namespace linli
