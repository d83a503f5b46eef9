#pragma once

/// Reads a result file back and sums it up: where it comes from and what happened, year by year.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/text.h"

namespace linli {

/// What happened in a calendar year of the run, or in all of it: sums over the city and the period's days.
struct PeriodSummary {
  int year = 0;  // 0: the whole run
  double days = 0;
  double resident_days = 0;  // [persons * days]

  double grievances = 0;
  double disputes = 0;  // opened
  double mediated = 0;  // settled by the community or at the town dispute centre
  double settled_between_parties = 0;
  double judged = 0;
  double given_up = 0;          // grievances and disputes
  double mediations_timed = 0;  // mediated disputes of the event table
  double mediation_days = 0;    // [days] from claim to settlement, summed over those

  double offences = 0;  // as they happened
  double reported = 0;
  double recorded_criminal = 0;
  double recorded_public_order = 0;
  double cleared = 0;
  double deaths = 0;

  double workers = 0;  // these four on the last day of the period
  double workers_owed = 0;
  double construction_workers = 0;
  double construction_workers_owed = 0;
};

/// A figure of a period, as shown on the page and kept in JSON under its key.
struct Figure {
  std::string_view key;
  Text name;
  int decimals;
  double (*value)(const PeriodSummary& period);  // not a number where there is nothing to divide by
};
std::span<const Figure> figures();

struct RunSummary {
  std::filesystem::path file;
  std::string title_en, title_zh;
  std::string scenario_hash;
  std::string lineage;  // file names, base first, one to a line
  std::uint64_t seed = 0;
  std::string version, commit, compiler;
  int threads = 0;
  double people = 0;
  double population_scale = 1;
  std::string start;  // "2021-01-01"
  Day days_planned = 0;
  Day days_completed = 0;
  bool complete = false;
  std::uint64_t events = 0;
  std::string state_hash;
  double wall_seconds = 0;
  std::vector<std::pair<std::string, double>> phase_seconds;

  std::vector<PeriodSummary> years;
  PeriodSummary total;
  double strain = 0, trust = 0, ties = 0;  // means over the residents in the last week, from the panel
};

/// Throws InputError for a file that is missing, is not HDF5, or was not written by a recorder of this version's
/// layout.
RunSummary read_summary(const std::filesystem::path& file);

/// A page of plain text.
std::string describe(const RunSummary& summary, Language language);

nlohmann::json to_json(const RunSummary& summary);

}  // namespace linli
