#pragma once

#include <string>

namespace linli {

/// From now on the first SIGINT (Ctrl-C), SIGTERM or SIGHUP asks the run to stop, and `words` say so at once on
/// standard error; a second one ends the program. What the parent process ignores stays ignored.
void watch_for_interrupt(const std::string& words);

/// Has one come?
bool is_interrupted();

}  // namespace linli
