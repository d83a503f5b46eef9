#pragma once

#include <map>
#include <string>
#include <vector>

namespace linli::support {

/// What a program said and how it ended.
struct Ended {
  int exit_code = -1;  // 128 + the signal, if one ended it
  std::string output;  // standard output
  std::string errors;  // standard error
};

/// A program with its arguments, in an English locale unless `environment` says otherwise. With `interrupt_at` it is
/// sent SIGINT once that text has appeared on its standard error.
Ended run(std::vector<std::string> command, const std::map<std::string, std::string>& environment = {},
          const std::string& interrupt_at = {});

/// linli-sim with these arguments.
Ended linli_sim(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment = {},
                const std::string& interrupt_at = {});

}  // namespace linli::support
