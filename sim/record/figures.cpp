#include "record/figures.h"

#include <limits>

namespace linli {

double ratio(double part, double whole) {
  return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

double percent(double part, double whole) {
  return 100.0 * ratio(part, whole);
}

double per_year(const PeriodSummary& period, double count) {
  return ratio(count * days_per_year, period.days);
}

double per_residents(double residents, const PeriodSummary& period, double count) {
  return ratio(count * residents * days_per_year, period.resident_days);
}

const std::vector<FigureGroup>& figure_groups() {
  static const std::vector<FigureGroup> all = [] {
    std::vector<FigureGroup> list;
    for (const auto& part : {dispute_figures(), safety_figures(), cost_figures()})
      list.insert(list.end(), part.begin(), part.end());
    return list;
  }();
  return all;
}

}  // namespace linli
