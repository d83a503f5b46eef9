#pragma once

/// Where the values of parameters, levers and costs come from, in both languages.

#include <string_view>

#include "core/text.h"

namespace linli {

/// A source as the lists give it, and in Chinese. Published works stay as they are cited: "prior from Koper 1995" is
/// 先验值，依据Koper 1995.
Message source_of(std::string_view source);

}  // namespace linli
