#include "geography/apportion.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace linli {
namespace {

constexpr double same_fraction = 1e-6;  // fractions nearer than this are ties

double quota(const Share& share, double scale) {
  return std::clamp(scale * share.weight, static_cast<double>(share.least), static_cast<double>(share.most));
}

double sum_of_quotas(const std::vector<Share>& shares, double scale) {
  double sum = 0.0;
  for (const Share& share : shares) sum += quota(share, scale);
  return sum;
}

/// The scale at which the bounded quotas add up to the total, by bisection.
double fitting_scale(double total, const std::vector<Share>& shares) {
  double low = 0.0, high = 1.0;
  while (sum_of_quotas(shares, high) < total && high < 1e300) high *= 2.0;
  for (double middle = high / 2.0; low < middle && middle < high; middle = low + (high - low) / 2.0)
    (sum_of_quotas(shares, middle) < total ? low : high) = middle;
  return high;
}

/// Zero weights could never grow to the total: all zero count as equal, single ones as next to nothing.
void give_everyone_some_weight(std::vector<Share>& shares) {
  double sum = 0.0;
  for (const Share& share : shares) sum += share.weight;
  const double trifle = sum > 0.0 ? sum * 1e-12 : 1.0;
  for (Share& share : shares) share.weight = std::max(share.weight, trifle);
}

}  // namespace

std::vector<std::int64_t> apportion(std::int64_t total, std::vector<Share> shares) {
  for (Share& share : shares) share.most = std::min(share.most, total);
  give_everyone_some_weight(shares);
  const double scale = fitting_scale(static_cast<double>(total), shares);

  std::vector<std::int64_t> parts, fractions;
  for (const Share& share : shares) {
    const double exact = quota(share, scale);
    parts.push_back(static_cast<std::int64_t>(std::floor(exact + same_fraction)));
    const double fraction = std::max(0.0, exact - static_cast<double>(parts.back()));
    fractions.push_back(std::llround(fraction / same_fraction));
  }

  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return fractions[a] > fractions[b]; });
  const auto left = static_cast<std::size_t>(total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0}));
  assert(left <= parts.size());
  for (std::size_t rank = 0; rank < left; ++rank) ++parts[order[rank]];
  return parts;
}

}  // namespace linli
