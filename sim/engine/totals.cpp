#include "engine/totals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "processes/measure.h"

namespace linli {
namespace {

double ratio(double part, double whole) {
  return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

/// visit(town) for one town, or (no row) for all of them.
template <class Visit>
void for_each_town(std::size_t towns, Id<Town> only, const Visit& visit) {
  for (const Id<Town> town : only ? Range<Town>{only, Id<Town>(only.row + 1)} : all_rows<Town>(towns)) visit(town);
}

template <class Indicator>
double sum_of(const Tally<Town, Indicator>& tally, Indicator indicator, const Term& term, Id<Town> only) {
  double sum = 0.0;
  for (const std::size_t kind : term.kinds)
    for_each_town(tally.places(), only, [&](Id<Town> town) { sum += tally(town, indicator, kind); });
  return term.sign * sum;
}

/// A stretch of days that all lie in one calendar year, and how one looks at it.
struct View {
  const Totals::Sums& sums;
  double days_in_year;
  Id<Town> town;

  double of(const Terms& terms, bool at_the_end) const {
    double sum = 0.0;
    for (const Term& term : terms) {
      if (const Panel* panel = std::get_if<Panel>(&term.indicator))
        sum += sum_of(sums.panel, *panel, term, town);
      else
        sum += sum_of(at_the_end ? sums.last : sums.daily, std::get<Daily>(term.indicator), term, town);
    }
    return sum;
  }
  double asked(const Terms& terms) const {
    double sum = 0.0;
    for (const Term& term : terms) sum += sum_of(sums.asked, std::get<Panel>(term.indicator), term, town);
    return sum;
  }
};

bool is_of_panel(const Terms& terms) {
  return std::holds_alternative<Panel>(terms.front().indicator);
}

/// What a view adds to the whole that a part is divided by.
double whole_in(const View& view, const FigureUnit& unit, const Terms& part, const Terms& whole) {
  if (is_of_panel(part)) return view.asked(part);
  const double years = unit.a_year ? 1.0 / view.days_in_year : 1.0;
  if (!whole.empty()) return years * view.of(whole, unit.period == Period::last);
  return unit.a_year || unit.period == Period::mean ? years * view.sums.days : 0.0;
}

double ratio_in(const std::vector<View>& views, const FigureUnit& unit, const Terms& part, const Terms& whole) {
  const bool at_the_end = unit.period == Period::last;
  const bool plain = whole.empty() && !is_of_panel(part) && !unit.a_year && unit.period != Period::mean;
  double above = 0.0, below = plain ? 1.0 : 0.0;
  for (const View& view : at_the_end ? std::vector{views.back()} : views) {
    above += view.of(part, at_the_end);
    below += whole_in(view, unit, part, whole);
  }
  return ratio(above, below);
}

}  // namespace

Totals::Sums::Sums(std::size_t towns)
    : daily(towns, daily_indicators),
      last(towns, daily_indicators),
      panel(towns, panel_indicators),
      asked(towns, panel_indicators) {}

void Totals::run_started(const RunStart& start) {
  calendar_ = &start.calendar;
  towns_ = start.graph.towns.size();
}

void Totals::day_ended(const DayReport& report) {
  latest_year_ = static_cast<int>(calendar_->date(report.day).year());
  Sums& sums = of_year(latest_year_);
  ++sums.days;
  sums.daily += report.daily;
  sums.last = report.daily;
  if (report.panel) add_week(*report.panel, report.daily, days_per_week, sums);
}

void Totals::run_ended(const RunEnd& end, const Unfinished& rest) {
  if (!rest.panel) return;
  Sums& sums = of_year(latest_year_);
  add_week(*rest.panel, sums.last, end.days % days_per_week, sums);
}

Totals::Sums& Totals::of_year(int year) {
  return by_year_.try_emplace(year, towns_).first->second;
}

std::vector<int> Totals::years() const {
  std::vector<int> all;
  for (const auto& [year, sums] : by_year_) all.push_back(year);
  return all;
}

int Totals::days_of(std::optional<int> year) const {
  int days = 0;
  for (const auto& [each, sums] : by_year_)
    if (!year || each == *year) days += sums.days;
  return days;
}

double Totals::value(const Figure& figure, std::optional<int> year, Id<Town> town) const {
  std::vector<View> views;
  for (const auto& [each, sums] : by_year_)
    if (!year || each == *year) views.push_back({sums, days_of_year(each), town});
  if (views.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double value = ratio_in(views, figure.unit, figure.part, figure.whole);
  const double less = figure.less_part ? ratio_in(views, figure.unit, *figure.less_part, *figure.less_whole) : 0.0;
  return figure.unit.factor * (value - less);
}

double Totals::over_run(const CardFigure& figure) const {
  return value(figure_of(figure));
}

double Totals::in_first_year(const CardFigure& figure) const {
  return value(figure_of(figure), by_year_.begin()->first);
}

double Totals::in_last_year(const CardFigure& figure) const {
  return value(figure_of(figure), by_year_.rbegin()->first);
}

double Totals::spending_per_year() const {
  double years = 0.0;
  for (const auto& [year, sums] : by_year_) years += sums.days / days_of_year(year);
  return sum(Daily::spending) / years;
}

double Totals::sum(Daily indicator) const {
  double sum = 0.0;
  for (const auto& [year, sums] : by_year_) sum += sums.daily.block(indicator, daily_indicators).sum();
  return sum;
}

void add_week(const PanelTally& panel, const DailyTally& last_day, int days, Totals::Sums& sums) {
  for (const Panel figure : every<Panel>()) {
    const bool by_group = panel_indicators[figure].axis == Axis::group;
    for (std::size_t kind = 0; kind < width(panel_indicators[figure].axis); ++kind)
      for (const Id<Town> town : all_rows<Town>(panel.places())) {
        const double mean = panel(town, figure, kind);
        if (std::isnan(mean)) continue;
        const double people =
            by_group ? last_day(town, Daily::residents_by_group, kind) : last_day(town, Daily::residents);
        sums.panel(town, figure, kind) += mean * people * days;
        sums.asked(town, figure, kind) += people * days;
      }
  }
}

}  // namespace linli
