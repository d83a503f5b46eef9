#pragma once

/// What linli-sim does, command by command. Each returns the exit code and throws InputError for wrong input and
/// Failure when the world fails.

#include "app/command_line.h"

namespace linli {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_wrong_input = 2;
inline constexpr int exit_interrupted = 130;

/// Does what was asked for.
int perform(const Request& request);

int run_scenario(const Request& request);
int check_scenarios(const Request& request);
int show_result(const Request& request);
int list_levers(const Request& request);
int list_parameters(const Request& request);
int show_cards(const Request& request);
int print_schema(const Request& request);
int describe_model(const Request& request);

}  // namespace linli
