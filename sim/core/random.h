#pragma once

/// Random draws as pure functions of their key.
///
/// A draw is Philox4x32-10 (Salmon et al. 2011) of (seed; purpose, who, when, n). There is no state to share, so
/// the same agent meets the same luck on any number of threads and under any policy, and a new agent, process or
/// output changes nobody else's draws. Distributions come from Boost.Random, whose algorithms are the same on every
/// platform (those of the standard library are not).

#include <Random123/philox.h>

#include <boost/random/bernoulli_distribution.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <cstdint>

namespace linli {

/// The words drawn for one purpose by one agent at one time. Models UniformRandomBitGenerator.
class Draws {
 public:
  using result_type = std::uint32_t;

  Draws() = default;

  /// `purpose` is an enumerator below 256; a stream holds 2^26 words.
  template <class Purpose>
  Draws(std::uint64_t seed, Purpose purpose, std::uint64_t who, std::uint32_t when)
      : counter_{{static_cast<std::uint32_t>(purpose) << 24, when, static_cast<std::uint32_t>(who),
                  static_cast<std::uint32_t>(who >> 32)}},
        key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}} {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xFFFFFFFFu; }

  result_type operator()() {
    if (used_ == 4) {
      block_ = r123::Philox4x32()(counter_, key_);
      ++counter_[0];
      used_ = 0;
    }
    return block_[used_++];
  }

 private:
  r123::Philox4x32::ctr_type counter_{};
  r123::Philox4x32::key_type key_{};
  r123::Philox4x32::ctr_type block_{};
  int used_ = 4;
};

/// Uniform in (0, 1), never 0 or 1, from one word.
inline double unit(Draws& draws) {
  return (draws() + 0.5) * 0x1p-32;
}

/// A row number in [0, count), from one word; the bias is below count / 2^32.
inline std::uint32_t pick(Draws& draws, std::uint32_t count) {
  return static_cast<std::uint32_t>((std::uint64_t{draws()} * count) >> 32);
}

inline bool happens(Draws& draws, double probability) {
  return unit(draws) < probability;
}

inline double exponential(Draws& draws, double rate) {
  return boost::random::exponential_distribution<double>(rate)(draws);
}

inline double normal(Draws& draws, double mean = 0.0, double deviation = 1.0) {
  return boost::random::normal_distribution<double>(mean, deviation)(draws);
}

/// exp(N(log_mean, log_deviation)).
inline double lognormal(Draws& draws, double log_mean, double log_deviation) {
  return boost::random::lognormal_distribution<double>(log_mean, log_deviation)(draws);
}

/// Gamma with the given shape and mean.
inline double gamma(Draws& draws, double shape, double mean) {
  return boost::random::gamma_distribution<double>(shape, mean / shape)(draws);
}

inline std::uint32_t poisson(Draws& draws, double mean) {
  return mean <= 0.0 ? 0u : static_cast<std::uint32_t>(boost::random::poisson_distribution<int, double>(mean)(draws));
}

/// How many of `count` happen.
inline std::uint32_t binomial(Draws& draws, std::uint32_t count, double probability) {
  if (count == 0 || probability <= 0.0) return 0u;
  using Distribution = boost::random::binomial_distribution<int, double>;
  return static_cast<std::uint32_t>(Distribution(static_cast<int>(count), probability)(draws));
}

}  // namespace linli
