#include "engine/day.h"

#include "processes/attitudes.h"
#include "processes/collective.h"
#include "processes/counselling.h"
#include "processes/crime.h"
#include "processes/dispute.h"
#include "processes/economy.h"
#include "processes/govern.h"
#include "processes/grievance.h"
#include "processes/hazard.h"
#include "processes/investigation.h"
#include "processes/measure.h"
#include "processes/migration.h"
#include "processes/patrol.h"
#include "processes/police.h"
#include "processes/predation.h"
#include "processes/rounds.h"
#include "processes/rumour.h"
#include "processes/scrutiny.h"
#include "processes/self_harm.h"
#include "processes/spending.h"

namespace linli {
namespace {

using Names = std::string_view[];

constexpr Names govern_writes = {"levers", "triggers", "ties_memory", "warnings_memory"};
constexpr Names rounds_writes = {"rounds"};
constexpr Names economy_writes = {"employers.solvency", "employers.arrears_since", "employers.inspected",
                                  "employers.warned",   "employers.open",          "employers.in_arrears"};
constexpr Names migration_writes = {
    "persons.generation", "persons.nature", "persons.employer", "persons.desk", "employers.filled",
    "employers.worker",   "vacant",         "reopenings",       "job_searches", "newcomers",
    "residents_by_group"};
constexpr Names dispute_writes = {"dockets"};
constexpr Names predation_writes = {"predatory_groups", "last_predatory_group"};
constexpr Names patrol_writes = {"stations", "streets"};
constexpr Names crime_writes = {"persons.last_victimised", "streets"};
constexpr Names police_writes = {"persons.nature", "stations", "streets", "releases", "reentry_ends"};
constexpr Names collective_writes = {"collective"};
constexpr Names rumour_writes = {"rumours", "persons.heard"};
constexpr Names hazard_writes = {"hazards"};
constexpr Names self_harm_writes = {"counselling"};
constexpr Names attitudes_writes = {"persons.attitude"};
constexpr Names measure_writes = {"rounds_record", "signposts"};

// The whole model on one page: the phase, what it does, what it may change. Between phases there are only events.
constexpr Phase table[] = {
    {"govern", [](const Today& t, State& s) { govern(t, s); }, govern_writes},
    {"rounds", [](const Today& t, State& s) { mark_hot_spots(t, s), walk_rounds(t, s); }, rounds_writes},
    {"economy", [](const Today& t, State& s) { work_and_pay(t, s); }, economy_writes},
    {"migration", [](const Today& t, State& s) { find_moves(t, s), settle_moves(t, s); }, migration_writes},
    {"grievance", [](const Today& t, State& s) { find_grievances(t, s); }, {}},
    {"dispute", [](const Today& t, State& s) { advance_disputes(t, s); }, dispute_writes},
    {"predation", [](const Today& t, State& s) { prey_and_suppress(t, s); }, predation_writes},
    {"patrol", [](const Today& t, State& s) { deploy_patrols(t, s); }, patrol_writes},
    {"crime", [](const Today& t, State& s) { find_offences(t, s), settle_offences(t, s); }, crime_writes},
    {"police", [](const Today& t, State& s) { answer_calls(t, s), investigate(t, s); }, police_writes},
    {"scrutiny", [](const Today& t, State& s) { check_and_watch(t, s); }, {}},
    {"collective", [](const Today& t, State& s) { act_together(t, s); }, collective_writes},
    {"rumour", [](const Today& t, State& s) { spread_rumours(t, s); }, rumour_writes},
    {"hazard", [](const Today& t, State& s) { live_with_hazards(t, s); }, hazard_writes},
    {"self_harm", [](const Today& t, State& s) { help_in_crisis(t, s), counsel(t, s); }, self_harm_writes},
    {"attitudes", [](const Today& t, State& s) { apply_effects(t, s); }, attitudes_writes},
    {"measure",
     [](const Today& t, State& s) {
       count_stocks(t, s), count_spending(t, s), read_signposts(t, s), keep_record(t, s);
     },
     measure_writes},
};

}  // namespace

std::span<const Phase> phases() {
  return table;
}

}  // namespace linli
