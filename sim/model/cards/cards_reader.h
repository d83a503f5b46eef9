#pragma once

/// Reads the list `cards` of a scenario: each card played becomes measures.
///
///     [[cards]]
///     id       = "A6"                 # or file = "my-card.toml"
///     strength = 0.8                  # 0 to 1; none: 1
///     towns    = ["Humen"]            # none: everywhere
///     from     = 2022-01-01           # none: the first day. to, ramp and once as in measures

#include "model/files/toml_document.h"
#include "model/scenario/scenario.h"

namespace linli {

/// Needs the start, end and towns of the scenario; comes before its own measures are read. What is wrong is noted; that
/// card is left out. Two cards that set one lever in one town on one day are wrong.
void read_cards(const Item& list, const Document& document, Scenario& scenario, Problems& problems);

}  // namespace linli
