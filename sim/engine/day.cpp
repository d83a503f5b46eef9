#include "engine/day.h"

#include "processes/attitudes.h"
#include "processes/crime.h"
#include "processes/dispute.h"
#include "processes/economy.h"
#include "processes/govern.h"
#include "processes/grievance.h"
#include "processes/measure.h"
#include "processes/migration.h"
#include "processes/police.h"

namespace linli {
namespace {

using Names = std::string_view[];

constexpr Names govern_writes = {"levers", "services"};
constexpr Names economy_writes = {"employers.solvency", "employers.arrears_since", "employers.inspected",
                                  "employers.open", "employers.in_arrears"};
constexpr Names migration_writes = {"persons.generation", "persons.nature",   "persons.employer", "persons.desk",
                                    "employers.filled",   "employers.worker", "vacant",           "reopenings",
                                    "job_searches",       "newcomers"};
constexpr Names dispute_writes = {"dockets"};
constexpr Names crime_writes = {"persons.last_victimised", "streets"};
constexpr Names police_writes = {"persons.nature", "stations", "streets", "releases", "reentry_ends"};
constexpr Names attitudes_writes = {"persons.attitude"};

// The whole model on one page: the phase, what it does, what it may change. Between phases there are only events.
constexpr Phase table[] = {
    {"govern", [](const Today& t, State& s) { govern(t, s); }, govern_writes},
    {"economy", [](const Today& t, State& s) { work_and_pay(t, s); }, economy_writes},
    {"migration", [](const Today& t, State& s) { find_moves(t, s), settle_moves(t, s); }, migration_writes},
    {"grievance", [](const Today& t, State& s) { find_grievances(t, s); }, {}},
    {"dispute", [](const Today& t, State& s) { advance_disputes(t, s); }, dispute_writes},
    {"crime", [](const Today& t, State& s) { find_offences(t, s), settle_offences(t, s); }, crime_writes},
    {"police", [](const Today& t, State& s) { police_day(t, s); }, police_writes},
    {"attitudes", [](const Today& t, State& s) { apply_effects(t, s); }, attitudes_writes},
    {"measure", [](const Today& t, State& s) { count_stocks(t, s), read_signposts(t, s); }, {}},
};

}  // namespace

std::span<const Phase> phases() {
  return table;
}

}  // namespace linli
