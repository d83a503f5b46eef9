#pragma once

/// Reads a result file back and sums it up: where it comes from and what happened, year by year.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/text.h"
#include "state/indicators.h"

namespace linli {

/// Whether a mediator is at work at a stage.
constexpr bool is_mediation(Stage stage) {
  return stage >= Stage::community && stage <= Stage::police_desk;
}

/// What happened in the whole city in a calendar year of the run, or in all of it.
struct PeriodSummary {
  int year = 0;  // 0: the whole run
  double days = 0;
  double resident_days = 0;                    // [persons * days]
  PerKind<Daily, std::vector<double>> counts;  // by kind: sums over the days; of stocks the last day's value

  double mediations_timed = 0;   // disputes of the event table that were settled by mediation
  double mediation_days = 0;     // [days] from claim to settlement, summed over those
  double with_institutions = 0;  // disputes of the event table that ended after somebody was called in
  double settled_of_those = 0;

  // Means of the panel over the city's residents, in the last week that ended in the period.
  PerKind<PopulationGroup, double> strain, trust, ties;

  PeriodSummary();
  double of(Daily indicator) const;  // all kinds
  template <class Kind>
  double of(Daily indicator, Kind kind) const {
    return counts[indicator][static_cast<std::size_t>(kind)];
  }
};

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
};

/// Throws InputError for a file that is missing, is not HDF5, or was not written by a recorder of this version's
/// layout.
RunSummary read_summary(const std::filesystem::path& file);

/// A page of plain text.
std::string describe(const RunSummary& summary, Language language);

nlohmann::json to_json(const RunSummary& summary);

}  // namespace linli
