#include "record/read_totals.h"

#include <charconv>

namespace linli {
namespace {

/// All values of an indicator: time by time, place by place, kind by kind.
struct Series {
  std::vector<float> values;
  std::size_t times = 0, places = 0, kinds = 1;

  double at(std::size_t time, std::size_t place, std::size_t kind) const {
    return values.at((time * places + place) * kinds + kind);
  }
};

Series read_series(hid_t file, const IndicatorInfo& info) {
  std::vector<hsize_t> shape;
  Series series;
  series.values = read_values<float>(file, std::string(info.key), &shape);
  if (shape.size() == 3) series.kinds = shape[2];
  if (shape.size() < 2 || series.kinds != width(info.axis))
    throw Hdf5Error(fmt::format("{} has other kinds than this version knows", info.key));
  series.times = shape[0];
  series.places = shape[1];
  return series;
}

Date date_of(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  const auto number = [&](std::size_t from, std::size_t length, auto& value) {
    if (text.size() != 10 || std::from_chars(&text[from], &text[from] + length, value).ec != std::errc())
      throw Hdf5Error("the start of the run is not a date");
  };
  number(0, 4, year);
  number(5, 2, month);
  number(8, 2, day);
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

/// Adds up one file.
class Adding {
 public:
  Adding(hid_t file, const std::string& start, Day first)
      : file_(file), start_(date_of(start)), first_(first), days_(read_values<std::int32_t>(file, "day")) {}

  Totals add_up() {
    for (std::size_t i = 0; i < days_.size(); ++i)
      if (days_[i] != static_cast<std::int32_t>(i)) throw Hdf5Error("the days of the run are not one after another");
    for (const Daily indicator : every<Daily>()) add(indicator);
    for (const std::int32_t day : days_)
      if (totals_.counts(day)) ++totals_.of_year(year_of(day)).days;
    add_panel();
    return std::move(totals_);
  }

 private:
  int year_of(Day day) const {
    return static_cast<int>(Date(std::chrono::sys_days(start_) + std::chrono::days(day)).year());
  }

  void add(Daily indicator) {
    const Series series = read_series(file_, daily_indicators[indicator]);
    if (totals_.towns() == 0) totals_ = Totals(series.places, first_);
    if (series.places != totals_.towns() || series.times < days_.size())
      throw Hdf5Error(fmt::format("{} has other towns or days than the rest", daily_indicators[indicator].key));
    for (std::size_t i = 0; i < days_.size(); ++i)
      if (totals_.counts(days_[i])) add_day(series, indicator, i);
  }

  void add_day(const Series& series, Daily indicator, std::size_t i) {
    Totals::Sums& sums = totals_.of_year(year_of(days_[i]));
    for (const Id<Town> town : all_rows<Town>(series.places))
      for (std::size_t kind = 0; kind < series.kinds; ++kind) {
        const double value = series.at(i, town.row, kind);
        sums.daily(town, indicator, kind) += value;
        sums.last(town, indicator, kind) = value;
      }
  }

  void add_panel() {
    const auto first_days = read_values<std::int32_t>(file_, "week");
    const auto lengths = read_values<std::int32_t>(file_, "week_days");
    PerKind<Panel, Series> means;
    for (const Panel figure : every<Panel>()) means[figure] = read_series(file_, panel_indicators[figure]);
    const Series residents = read_series(file_, daily_indicators[Daily::residents]);
    const Series by_group = read_series(file_, daily_indicators[Daily::residents_by_group]);
    for (std::size_t week = 0; week < first_days.size(); ++week) {
      if (first_days[week] < 0) throw Hdf5Error("a week lies outside the run");
      if (!totals_.counts(first_days[week])) continue;
      const auto last = static_cast<std::size_t>(first_days[week] + lengths.at(week) - 1);
      DailyTally people(totals_.towns(), daily_indicators);
      PanelTally panel(totals_.towns(), panel_indicators);
      copy(residents, last, Daily::residents, people);
      copy(by_group, last, Daily::residents_by_group, people);
      for (const Panel figure : every<Panel>()) copy(means[figure], week, figure, panel);
      add_week(panel, people, lengths[week], totals_.of_year(year_of(static_cast<Day>(last))));
    }
  }

  template <class Indicator>
  static void copy(const Series& from, std::size_t time, Indicator indicator, Tally<Town, Indicator>& to) {
    for (const Id<Town> town : all_rows<Town>(from.places))
      for (std::size_t kind = 0; kind < from.kinds; ++kind) to(town, indicator, kind) = from.at(time, town.row, kind);
  }

  hid_t file_;
  Date start_;
  Day first_;
  std::vector<std::int32_t> days_;
  Totals totals_;
};

}  // namespace

Totals read_totals(hid_t file, const std::string& start, Day first) {
  return Adding(file, start, first).add_up();
}

}  // namespace linli
