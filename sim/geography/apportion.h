#pragma once

/// Shares out whole things exactly, by the method of the largest remainder (Hamilton): everyone gets the whole part of
/// a proportional quota, and what is left goes to the largest fractions, to the earlier of equals.

#include <cstdint>
#include <vector>

namespace linli {

struct Share {
  double weight = 0.0;
  std::int64_t least = 0;
  std::int64_t most = INT64_MAX;
};

/// Splits `total` in proportion to the weights, within each share's bounds. The parts sum to `total` exactly, which
/// must lie between the sums of the bounds. Weights that are all zero count as equal.
std::vector<std::int64_t> apportion(std::int64_t total, std::vector<Share> shares);

}  // namespace linli
