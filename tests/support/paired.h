#pragma once

/// Student intervals of paired differences.

#include <string>
#include <vector>

namespace linli::support {

/// Mean of differences and half the width of its 95 % interval.
struct PairedMean {
  double mean = 0.0;
  double half_width = 0.0;

  explicit PairedMean(const std::vector<double>& differences);

  bool is_resolved() const { return mean - half_width > 0.0 || mean + half_width < 0.0; }
  /// Resolved, and to the side that is said.
  bool goes(bool more) const { return is_resolved() && (mean > 0.0) == more; }
  std::string text() const;
};

}  // namespace linli::support
