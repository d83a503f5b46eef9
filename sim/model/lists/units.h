#pragma once

/// The units of parameters and levers, and quantities written with a unit: "90 days", "3 months", "5 %", "2 hours".
/// Units of one dimension convert into one another. Spans of days, months (a twelfth of 365.25 days) and years are one
/// dimension, the hours and minutes of work another: "2 days" of work could mean 16 hours or 48, so it is refused.

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace linli {

struct Unit {
  std::string_view key;  // as in the lists of parameters and levers
  Text name;
  std::string_view dimension;                    // only units of one dimension convert
  double size = 1.0;                             // in the dimension's first unit
  std::vector<std::string_view> spellings = {};  // accepted in quantities besides the key
};

const std::vector<Unit>& unit_list();

/// The unit of that key, which must exist.
const Unit& unit_of(std::string_view key);

/// Reads a text such as "3 months" as a number in the unit `key`. Throws InputError, without a place, when it is no
/// quantity or one of another dimension; the message names what was given and what is allowed.
double quantity_in(std::string_view text, std::string_view key);

/// "90 days", "12 weeks", ...: an example of every way to write a quantity in this unit.
Message ways_to_write(std::string_view key);

/// A number as people write it, without the last digits of a sum.
std::string plain(double number);

/// "patrol.hotspot_share is 1.4; allowed are 0 to 1 (share: patrol hours at hot spots)"
Message out_of_range(const std::string& name, double value, double low, double high, std::string_view unit,
                     const Text& label);

}  // namespace linli
