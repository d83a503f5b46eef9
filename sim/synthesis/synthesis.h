#pragma once

#include "processes/today.h"
#include "state/state.h"

namespace linli {

/// The city on the evening before the first day: exactly as many people as the towns have residents, in households and
/// dormitories to the margins, at work with employers found by gravity, and the posts and stations that serve them.
State synthesise(const Setting& setting);

}  // namespace linli
