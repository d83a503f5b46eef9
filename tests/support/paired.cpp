#include "support/paired.h"

#include <fmt/format.h>

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "support/small_world.h"

namespace linli::support {

PairedMean::PairedMean(const std::vector<double>& differences) {
  Sample sample;
  for (const double difference : differences) sample.add(difference);
  const boost::math::students_t distribution(sample.count() - 1.0);
  mean = sample.mean();
  half_width = boost::math::quantile(distribution, 0.975) * sample.standard_error();
}

std::string PairedMean::text() const {
  return fmt::format("{:+.4g} +- {:.2g}", mean, half_width);
}

}  // namespace linli::support
