#pragma once

namespace linli {

/// From now on the first SIGINT (Ctrl-C) or SIGTERM asks the run to stop; a second one ends the program at once.
void watch_for_interrupt();

/// Has one come?
bool is_interrupted();

}  // namespace linli
