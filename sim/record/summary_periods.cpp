#include "record/summary_periods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "state/records.h"

namespace linli {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// All values of an indicator: time by time, place by place, kind by kind.
struct Series {
  std::vector<float> values;
  std::size_t times = 0, places = 0, kinds = 1;

  double at(std::size_t time, std::size_t place, std::size_t kind) const {
    return values.at((time * places + place) * kinds + kind);
  }
  double city(std::size_t time, std::size_t kind) const {
    double sum = 0.0;
    for (std::size_t place = 0; place < places; ++place) sum += at(time, place, kind);
    return sum;
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

/// Which year a time of the run falls into.
class Years {
 public:
  explicit Years(std::string_view start) {
    int year = 0;
    unsigned month = 0, day = 0;
    const auto number = [&](std::size_t from, std::size_t length, auto& value) {
      if (start.size() != 10 || std::from_chars(&start[from], &start[from] + length, value).ec != std::errc())
        throw Hdf5Error("the start of the run is not a date");
    };
    number(0, 4, year);
    number(5, 2, month);
    number(8, 2, day);
    start_ = Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
  }

  int of(double time) const {
    const auto day = std::chrono::days(static_cast<Day>(std::floor(time)));
    return static_cast<int>(Date(std::chrono::sys_days(start_) + day).year());
  }

 private:
  Date start_;
};

/// Adds up one file.
class Adding {
 public:
  Adding(hid_t file, RunSummary& summary) : file_(file), summary_(summary), years_(summary.start) {}

  void add_days() {
    const std::vector<std::int32_t> days = read_values<std::int32_t>(file_, "day");
    for (std::int32_t day : days)
      for (PeriodSummary* period : periods_of(day)) period->days += 1;
    for (Daily indicator : every<Daily>()) {
      const Series series = read_series(file_, daily_indicators[indicator]);
      for (std::size_t i = 0; i < days.size(); ++i) add_day(series, indicator, i, days[i]);
    }
  }

  void add_panel() {
    const std::vector<std::int32_t> first_days = read_values<std::int32_t>(file_, "week");
    const std::vector<std::int32_t> lengths = read_values<std::int32_t>(file_, "week_days");
    const Series residents = read_series(file_, daily_indicators[Daily::residents_by_group]);
    const auto add = [&](Panel indicator, PerKind<PopulationGroup, double> PeriodSummary::*means) {
      const Series series = read_series(file_, panel_indicators[indicator]);
      for (std::size_t week = 0; week < series.times; ++week) {
        const Day last = first_days.at(week) + lengths.at(week) - 1;
        for (PeriodSummary* period : periods_of(last)) period->*means = city_means(series, week, residents, last);
      }
    };
    add(Panel::strain, &PeriodSummary::strain);
    add(Panel::trust, &PeriodSummary::trust);
    add(Panel::ties, &PeriodSummary::ties);
  }

  void add_disputes() {
    const Handle group(H5Gopen2(file_, "records/disputes", H5P_DEFAULT));
    const auto outcome = read_values<std::uint8_t>(group, "outcome");
    const auto stage = read_values<std::uint8_t>(group, "last_stage");
    const auto doors = read_values<std::uint16_t>(group, "doors");
    const auto opened = read_values<float>(group, "opened");
    const auto closed = read_values<float>(group, "closed");
    for (std::size_t i = 0; i < outcome.size(); ++i)
      if (static_cast<Outcome>(outcome[i]) != Outcome::open)
        add_dispute(static_cast<Outcome>(outcome[i]), static_cast<Stage>(stage[i]), doors[i], opened[i], closed[i]);
  }

 private:
  void add_day(const Series& series, Daily indicator, std::size_t i, Day day) {
    for (std::size_t kind = 0; kind < series.kinds; ++kind) {
      const double value = series.city(i, kind);
      for (PeriodSummary* period : periods_of(day)) {
        double& sum = period->counts[indicator][kind];
        sum = daily_indicators[indicator].is_stock ? value : sum + value;
        if (indicator == Daily::residents) period->resident_days += value;
      }
    }
  }

  /// Each town with the weight of its residents; a group that nobody asked belongs to is left out there.
  static PerKind<PopulationGroup, double> city_means(const Series& panel, std::size_t week, const Series& residents,
                                                     Day day) {
    PerKind<PopulationGroup, double> means;
    for (std::size_t group = 0; group < means.size(); ++group) {
      double sum = 0.0, weight = 0.0;
      for (std::size_t town = 0; town < panel.places; ++town) {
        const double mean = panel.at(week, town, group);
        if (std::isnan(mean)) continue;
        const double people = residents.at(static_cast<std::size_t>(day), town, group);
        sum += people * mean;
        weight += people;
      }
      means[static_cast<PopulationGroup>(group)] = weight > 0.0 ? sum / weight : nothing;
    }
    return means;
  }

  void add_dispute(Outcome outcome, Stage stage, unsigned doors, double opened, double closed) {
    const double last_day = summary_.total.days - 1.0;  // a float may round the last evening up to the day after
    const bool settled = outcome == Outcome::settled;
    for (PeriodSummary* period : periods_of(std::min(closed, last_day))) {
      if (settled && is_mediation(stage)) {
        period->mediations_timed += 1;
        period->mediation_days += closed - opened;
      }
      if (doors >> static_cast<unsigned>(Stage::community) == 0) continue;
      period->with_institutions += 1;
      period->settled_of_those += settled;
    }
  }

  std::array<PeriodSummary*, 2> periods_of(double time) { return {&summary_.total, &year(years_.of(time))}; }

  PeriodSummary& year(int number) {
    for (PeriodSummary& period : summary_.years)
      if (period.year == number) return period;
    PeriodSummary& period = summary_.years.emplace_back();
    period.year = number;
    return period;
  }

  hid_t file_;
  RunSummary& summary_;
  Years years_;
};

}  // namespace

PeriodSummary::PeriodSummary() {
  for (Daily indicator : every<Daily>()) counts[indicator].assign(width(daily_indicators[indicator].axis), 0.0);
  for (auto* means : {&strain, &trust, &ties}) means->fill(nothing);
}

double PeriodSummary::of(Daily indicator) const {
  double sum = 0.0;
  for (double value : counts[indicator]) sum += value;
  return sum;
}

void sum_up_periods(hid_t file, RunSummary& summary) {
  Adding adding(file, summary);
  adding.add_days();
  adding.add_panel();
  adding.add_disputes();
}

}  // namespace linli
