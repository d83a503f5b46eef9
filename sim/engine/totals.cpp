#include "engine/totals.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "model/units.h"

namespace linli {
namespace {

constexpr double people_per_rate = 100'000.0;

/// An indicator of one of the two lists, and the kinds of it that count.
struct Series {
  std::optional<Daily> daily;
  std::optional<Panel> panel;
  const IndicatorInfo* info = nullptr;
  std::vector<Eigen::Index> kinds;
};

template <class Indicator>
std::optional<Indicator> indicator_named(std::string_view key, const PerKind<Indicator, IndicatorInfo>& infos) {
  for (const Indicator indicator : every<Indicator>())
    if (infos[indicator].key == key) return indicator;
  return {};
}

Eigen::Index kind_named(const std::string& key, const IndicatorInfo& info) {
  const std::vector<Kind>& kinds = axis_info(info.axis).kinds;
  const auto found = std::ranges::find(kinds, key, &Kind::key);
  if (found != kinds.end()) return found - kinds.begin();
  std::vector<std::string_view> allowed;
  for (const Kind& kind : kinds) allowed.push_back(kind.key);
  throw InputError(std::string(info.key), say({"there is no kind {}; allowed are {}", "没有{}这一类别；允许{}"}, key,
                                              fmt::format("{}", fmt::join(allowed, ", "))));
}

std::vector<Eigen::Index> kinds_named(const std::vector<std::string>& keys, const IndicatorInfo& info) {
  std::vector<Eigen::Index> kinds;
  for (const std::string& key : keys) kinds.push_back(kind_named(key, info));
  if (keys.empty())
    for (std::size_t kind = 0; kind < width(info.axis); ++kind) kinds.push_back(static_cast<Eigen::Index>(kind));
  return kinds;
}

Series series_named(const std::string& key, const std::vector<std::string>& kinds) {
  Series series{.daily = indicator_named(key, daily_indicators), .panel = indicator_named(key, panel_indicators)};
  if (!series.daily && !series.panel) throw InputError("", say({"there is no indicator {}", "没有名为{}的指标"}, key));
  series.info = series.daily ? &daily_indicators[*series.daily] : &panel_indicators[*series.panel];
  series.kinds = kinds_named(kinds, *series.info);
  return series;
}

/// Both sides of a figure; none to divide by for means of the panel and for plain totals.
struct Ratio {
  Series part;
  std::optional<Series> whole;

  explicit Ratio(const CardFigure& figure) : part(series_named(figure.indicator, figure.kinds)) {
    const bool plain = figure.per == "1" || (part.panel && figure.per == "residents");
    if (!plain) whole = series_named(figure.per, figure.per_kinds);
  }

  bool is_of_residents() const { return whole && whole->daily == Daily::residents; }
  /// Of meetings and calls, not of cases.
  bool is_of_visits() const { return whole && (whole->daily == Daily::meetings || whole->daily == Daily::calls); }
  bool is_flow() const { return part.daily && !part.info->is_stock; }
  bool is_rate_over_time() const { return is_flow() && (!whole || whole->info->is_stock); }
  bool is_percentage() const {
    return whole && !is_of_residents() && !is_rate_over_time() && !is_sum_of_days() &&
           part.info->unit == whole->info->unit && part.daily;
  }
  /// Cases that wait, summed over the days, for each case that ends.
  bool is_sum_of_days() const {
    return part.daily && whole && whole->daily && part.info->is_stock && !whole->info->is_stock &&
           part.info->unit == "1";
  }
};

double sum_of(const Totals::Sums& sums, const Series& series) {
  double sum = 0.0, weight = 0.0;
  for (const Eigen::Index kind : series.kinds) {
    sum += series.daily ? sums.daily[*series.daily](kind) : sums.panel[*series.panel](kind);
    if (series.panel) weight += sums.panel_of[*series.panel](kind);
  }
  return series.panel ? sum / weight : sum;
}

double scale_of(const Ratio& ratio) {
  const double of_time = ratio.is_rate_over_time() ? days_per_year : 1.0;
  if (ratio.is_percentage()) return 100.0;
  return of_time * (ratio.is_of_residents() && ratio.part.info->unit != "yuan" ? people_per_rate : 1.0);
}

double value_of(const Totals::Sums& sums, const CardFigure& figure) {
  const Ratio ratio(figure);
  double whole = ratio.part.panel ? 1.0 : sums.days;
  if (ratio.whole) whole = sum_of(sums, *ratio.whole);
  if (!(whole > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  return scale_of(ratio) * sum_of(sums, ratio.part) / whole;
}

void add_panel(const PanelTally& panel, const DailyTally& daily, Totals::Sums& sums) {
  for (const Panel figure : every<Panel>()) {
    const bool by_group = panel_indicators[figure].axis == Axis::group;
    for (Eigen::Index kind = 0; kind < sums.panel[figure].size(); ++kind)
      for (const Id<Town> town : all_rows<Town>(panel.places())) {
        const double mean = panel(town, figure, kind);
        const double people = by_group ? daily(town, Daily::residents_by_group, kind) : daily(town, Daily::residents);
        if (!(mean == mean)) continue;
        sums.panel[figure](kind) += mean * people;
        sums.panel_of[figure](kind) += people;
      }
  }
}

void add_day(const DayReport& report, Totals::Sums& sums) {
  ++sums.days;
  for (const Daily indicator : every<Daily>())
    sums.daily[indicator] += report.daily.block(indicator, daily_indicators).colwise().sum().transpose();
  if (report.panel) add_panel(*report.panel, report.daily, sums);
}

}  // namespace

Totals::Sums::Sums() {
  for (const Daily indicator : every<Daily>())
    daily[indicator].setZero(static_cast<Eigen::Index>(width(daily_indicators[indicator].axis)));
  for (const Panel indicator : every<Panel>()) {
    panel[indicator].setZero(static_cast<Eigen::Index>(width(panel_indicators[indicator].axis)));
    panel_of[indicator] = panel[indicator];
  }
}

void Totals::run_started(const RunStart& start) {
  calendar_ = &start.calendar;
}

void Totals::day_ended(const DayReport& report) {
  add_day(report, all_);
  add_day(report, by_year_[static_cast<int>(calendar_->date(report.day).year())]);
}

double Totals::over_run(const CardFigure& figure) const {
  return value_of(all_, figure);
}

double Totals::in_first_year(const CardFigure& figure) const {
  return value_of(by_year_.begin()->second, figure);
}

double Totals::in_last_year(const CardFigure& figure) const {
  return value_of(by_year_.rbegin()->second, figure);
}

double Totals::spending_per_year() const {
  return all_.daily[Daily::spending].sum() / all_.days * days_per_year;
}

Message unit_of(const CardFigure& figure) {
  const Ratio ratio(figure);
  const std::string_view unit = ratio.part.info->unit;
  if (ratio.is_percentage()) return {"%", "%"};
  if (ratio.is_of_residents() && unit == "yuan") return {"yuan per resident and year", "元/人·年"};
  if (ratio.is_of_residents() && ratio.is_flow()) return {"per 100,000 residents and year", "每十万人每年"};
  if (ratio.is_of_residents()) return {"per 100,000 residents", "每十万人"};
  const Message of = unit == "1" ? Message{"", ""} : say({"{} ", "{}"}, unit_of(unit).name);
  if (ratio.part.panel && unit == "1") return ratio.whole ? Message{"ratio", "比值"} : Message{"mean", "均值"};
  if (ratio.is_sum_of_days()) return {"days each", "天/件"};
  if (!ratio.whole && !ratio.is_flow() && unit == "1") return {"on any one day", "某日同时存在"};
  if (ratio.is_rate_over_time()) return say({"{}a year", "{}每年"}, of);
  if (!ratio.whole || !ratio.part.daily) return of;
  return ratio.is_of_visits() ? say({"{}each", "{}每次"}, of) : say({"{}each", "{}每件"}, of);
}

}  // namespace linli
