#pragma once

/// "Did you mean ...?": the known name nearest to a mistyped one.

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace linli {

/// Fewest letters to add, drop, change or swap with a neighbour to turn one text into the other (optimal string
/// alignment). Counts characters, not bytes, and takes capitals for small letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known name nearest to `name`, or nothing when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

/// "; did you mean strain_memory?", or when nothing is near "; known are ..." as far as these are few; otherwise empty.
Message suggestion(std::string_view name, const std::vector<std::string>& known);

}  // namespace linli
