#pragma once

/// Governing: the morning's policy. Measures move levers, and nothing but levers (policy.h); conditional measures look
/// at what was recorded until last evening. Writes levers, triggers, ties_memory and
/// warnings_memory.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

void govern(const Today& today, State& state);

/// In the evening: what tomorrow's conditional measures will see. Reads the recorded stream only.
void read_signposts(const Today& today, State& state);

}  // namespace linli
