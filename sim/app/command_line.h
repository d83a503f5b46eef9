#pragma once

/// The command line as plain data.

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"

namespace linli {

struct RunOptions {
  std::filesystem::path output;
  std::filesystem::path resume;  // a result that was interrupted: instead of a scenario and an output
  std::filesystem::path from;    // a checkpoint that the scenario takes over at
  std::optional<std::uint64_t> seed;
  std::optional<int> days;
  int threads = 0;  // 0: one per core
  double population_scale = 1.0;
  std::vector<std::string> overrides;   // "name=value"
  std::optional<int> checkpoint_every;  // [days]
  bool checkpoint = false;
  bool force = false;
  bool quiet = false;
  bool verbose = false;
};

struct Request {
  std::string command;  // "run", "check", "info", "levers", "parameters", "cards", "schema" or "describe"
  std::vector<std::filesystem::path> files;  // scenarios, or a result file
  std::string card;                          // to show: an id or a file; empty: list all
  RunOptions run;
  bool json = false;
  Language language = Language::english;
};

/// What the user asks for; nothing when it was help or the version, which are then shown on `out`. Throws InputError
/// for a command line that cannot be understood.
std::optional<Request> parse_command_line(int count, const char* const* arguments, Language language,
                                          std::ostream& out);

}  // namespace linli
