#pragma once

/// Reads a result file back and sums it up: where it comes from and what happened, year by year.

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/text.h"
#include "engine/totals.h"

namespace linli {

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

  Totals totals;
};

/// Throws InputError for a file that is missing, is not HDF5, or was not written by a recorder of this version's
/// layout.
RunSummary read_summary(const std::filesystem::path& file);

/// A page of plain text: where the result comes from, and every figure by year.
std::string describe(const RunSummary& summary, Language language);

nlohmann::json to_json(const RunSummary& summary);

}  // namespace linli
