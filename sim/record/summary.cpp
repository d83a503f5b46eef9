#include "record/summary.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/error.h"
#include "record/hdf5.h"
#include "state/indicators.h"
#include "state/records.h"

namespace linli {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// An indicator of which some kinds (none named: all) go into a field of the summary.
struct Source {
  double PeriodSummary::*field;
  Daily indicator;
  std::vector<std::size_t> kinds{};
};

template <class... Kinds>
std::vector<std::size_t> only(Kinds... kinds) {
  return {static_cast<std::size_t>(kinds)...};
}

const std::vector<Source>& summed() {
  using P = PeriodSummary;
  static const std::vector<Source> sources = {
      {&P::resident_days, Daily::residents},
      {&P::grievances, Daily::grievances},
      {&P::disputes, Daily::claims},
      {&P::mediated, Daily::settled, only(Stage::community, Stage::town_centre)},
      {&P::settled_between_parties, Daily::settled, only(Stage::bilateral)},
      {&P::judged, Daily::judged},
      {&P::given_up, Daily::given_up},
      {&P::offences, Daily::offences},
      {&P::reported, Daily::reported},
      {&P::recorded_criminal, Daily::recorded_criminal},
      {&P::recorded_public_order, Daily::recorded_public_order},
      {&P::cleared, Daily::cleared},
      {&P::deaths, Daily::victims_harmed, only(Harm::death)},
  };
  return sources;
}

const std::vector<Source>& at_the_end() {
  using P = PeriodSummary;
  static const std::vector<Source> sources = {
      {&P::workers, Daily::workers},
      {&P::workers_owed, Daily::workers_owed},
      {&P::construction_workers, Daily::workers, only(Sector::construction)},
      {&P::construction_workers_owed, Daily::workers_owed, only(Sector::construction)},
  };
  return sources;
}

/// The city's value on every day.
std::vector<double> city_series(hid_t file, const Source& source) {
  const IndicatorInfo& info = daily_indicators[source.indicator];
  std::vector<hsize_t> shape;
  const std::vector<float> values = read_values<float>(file, std::string(info.key), &shape);
  const std::size_t kinds = shape.size() == 3 ? shape[2] : 1;
  if (shape.size() < 2 || kinds != width(info.axis))
    throw Hdf5Error(fmt::format("{} has other kinds than this version knows", info.key));
  std::vector<double> series(shape[0], 0.0);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (source.kinds.empty() || std::ranges::find(source.kinds, i % kinds) != source.kinds.end())
      series[i / (shape[1] * kinds)] += values[i];
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

PeriodSummary& year_of(RunSummary& summary, int year) {
  for (PeriodSummary& period : summary.years)
    if (period.year == year) return period;
  PeriodSummary& period = summary.years.emplace_back();
  period.year = year;
  return period;
}

void sum_up_days(hid_t file, const Years& years, RunSummary& summary) {
  const std::vector<std::int32_t> days = read_values<std::int32_t>(file, "day");
  for (std::int32_t day : days)
    for (PeriodSummary* period : {&summary.total, &year_of(summary, years.of(day))}) period->days += 1;
  const auto visit = [&](const Source& source, auto&& combine) {
    const std::vector<double> series = city_series(file, source);
    for (std::size_t i = 0; i < days.size(); ++i)
      for (PeriodSummary* period : {&summary.total, &year_of(summary, years.of(days[i]))})
        combine(period->*source.field, series.at(i));
  };
  for (const Source& source : summed()) visit(source, [](double& sum, double value) { sum += value; });
  for (const Source& source : at_the_end()) visit(source, [](double& last, double value) { last = value; });
}

void time_mediations(hid_t file, const Years& years, RunSummary& summary) {
  const Handle group(H5Gopen2(file, "records/disputes", H5P_DEFAULT));
  const auto outcome = read_values<std::uint8_t>(group, "outcome");
  const auto stage = read_values<std::uint8_t>(group, "last_stage");
  const auto opened = read_values<float>(group, "opened");
  const auto closed = read_values<float>(group, "closed");
  const double last_day = summary.total.days - 1.0;  // a float may round the last evening up to the day after
  for (std::size_t i = 0; i < outcome.size(); ++i) {
    const Stage at = static_cast<Stage>(stage[i]);
    if (static_cast<Outcome>(outcome[i]) != Outcome::settled) continue;
    if (at != Stage::community && at != Stage::town_centre) continue;
    for (PeriodSummary* period : {&summary.total, &year_of(summary, years.of(std::min<double>(closed[i], last_day)))}) {
      period->mediations_timed += 1;
      period->mediation_days += double{closed[i]} - double{opened[i]};
    }
  }
}

/// The panel's last week, each town with the weight of its residents on the last day.
double mean_at_end(hid_t file, Panel indicator) {
  std::vector<hsize_t> shape;
  const auto values = read_values<float>(file, std::string(panel_indicators[indicator].key), &shape);
  const auto residents = read_values<float>(file, std::string(daily_indicators[Daily::residents].key));
  const std::size_t towns = shape.at(1);
  if (values.empty() || residents.empty()) return nothing;
  double sum = 0.0, weight = 0.0;
  for (std::size_t town = 0; town < towns; ++town) {
    const double value = values[values.size() - towns + town];
    const double people = residents[residents.size() - towns + town];
    if (std::isnan(value)) continue;
    sum += people * value;
    weight += people;
  }
  return sum / weight;
}

void read_provenance(hid_t file, RunSummary& summary) {
  const Handle group(H5Gopen2(file, "provenance", H5P_DEFAULT));
  summary.title_en = read_text(file, "title");
  summary.title_zh = read_text(file, "title_zh");
  summary.scenario_hash = read_text(group, "scenario_hash");
  summary.lineage = read_text(group, "lineage");
  summary.seed = read_count(group, "seed");
  summary.version = read_text(group, "version");
  summary.commit = read_text(group, "commit");
  summary.compiler = read_text(group, "compiler");
  summary.threads = static_cast<int>(read_number(group, "threads"));
  summary.people = read_number(group, "people");
  summary.population_scale = read_number(group, "population_scale");
  summary.start = read_text(group, "start");
  summary.days_planned = static_cast<Day>(read_number(group, "days_planned"));
  summary.days_completed = static_cast<Day>(read_number(group, "days_completed"));
  summary.complete = read_number(group, "complete") != 0.0;
  summary.events = read_count(group, "events");
  summary.state_hash = read_text(group, "state_hash");
  summary.wall_seconds = read_number(group, "wall_seconds");
  constexpr std::string_view prefix = "seconds_";
  for (const std::string& name : attribute_names(group))
    if (name.starts_with(prefix))
      summary.phase_seconds.emplace_back(name.substr(prefix.size()), read_number(group, name));
}

Handle open_hdf5(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored))
    throw InputError(file.string(), say({"there is no such file", "文件不存在"}));
  if (H5Fis_hdf5(file.c_str()) <= 0)
    throw InputError(file.string(), say({"this is not an HDF5 file", "这不是HDF5文件"}));
  return Handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
}

}  // namespace

RunSummary read_summary(const std::filesystem::path& file) {
  const Quiet quiet;
  try {
    const Handle opened = open_hdf5(file);
    RunSummary summary;
    summary.file = file;
    read_provenance(opened, summary);
    const Years years(summary.start);
    sum_up_days(opened, years, summary);
    time_mediations(opened, years, summary);
    summary.strain = mean_at_end(opened, Panel::strain);
    summary.trust = mean_at_end(opened, Panel::trust);
    summary.ties = mean_at_end(opened, Panel::ties);
    return summary;
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& error) {
    throw InputError(file.string(), say({"this is not a result of linli-sim, or it is damaged ({})",
                                         "这不是linli-sim的结果文件，或文件已损坏（{}）"},
                                        std::string(error.what())));
  }
}

}  // namespace linli
