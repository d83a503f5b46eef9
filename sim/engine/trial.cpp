#include "engine/trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "engine/simulation.h"
#include "model/scenario_reader.h"
#include "model/suggestions.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

/// How much a town counts for a kind: its residents of that group, or all of them.
double weight_of(const DailyTally& daily, Id<Town> town, Axis axis, std::size_t kind) {
  return axis == Axis::group ? daily(town, Daily::residents_by_group, kind) : daily(town, Daily::residents);
}

// Figures.

template <class Indicator>
std::optional<Indicator> indicator_with(const std::string& key, const PerKind<Indicator, IndicatorInfo>& infos) {
  for (const Indicator indicator : every<Indicator>())
    if (infos[indicator].key == key) return indicator;
  return std::nullopt;
}

std::vector<std::string> known_indicators() {
  std::vector<std::string> known;
  for (const IndicatorInfo& info : daily_indicators) known.emplace_back(info.key);
  for (const IndicatorInfo& info : panel_indicators) known.emplace_back(info.key);
  return known;
}

const IndicatorInfo& info_of(const std::string& key, const std::string& where) {
  if (const auto daily = indicator_with(key, daily_indicators)) return daily_indicators[*daily];
  if (const auto panel = indicator_with(key, panel_indicators)) return panel_indicators[*panel];
  throw InputError(where,
                   say({"there is no indicator {}{}", "没有名为{}的指标{}"}, key, suggestion(key, known_indicators())));
}

/// The positions of the kinds named, or of all.
std::vector<std::size_t> positions_of(const std::vector<std::string>& keys, const IndicatorInfo& info,
                                      const std::string& where) {
  std::vector<std::string> known;
  for (const Kind& kind : axis_info(info.axis).kinds) known.emplace_back(kind.key);
  std::vector<std::size_t> positions(width(info.axis));
  std::iota(positions.begin(), positions.end(), 0u);
  if (keys.empty()) return positions;
  positions.clear();
  for (const std::string& key : keys) {
    const auto found = std::find(known.begin(), known.end(), key);
    if (found == known.end())
      throw InputError(where, say({"{} has no kind {}{}", "指标{}没有{}这一类别{}"}, std::string(info.key), key,
                                  suggestion(key, known)));
    positions.push_back(static_cast<std::size_t>(found - known.begin()));
  }
  return positions;
}

double sum_over(const std::vector<double>& values, const std::vector<std::size_t>& positions) {
  double sum = 0.0;
  for (const std::size_t position : positions) sum += values[position];
  return sum;
}

/// The mean over groups, weighted by their residents; groups that nobody asked belongs to are left out.
double mean_over(const std::vector<double>& values, const std::vector<double>& weights,
                 const std::vector<std::size_t>& positions) {
  double sum = 0.0, weight = 0.0;
  for (const std::size_t position : positions) {
    if (std::isnan(values[position])) continue;
    sum += weights[position] * values[position];
    weight += weights[position];
  }
  return sum / weight;
}

/// The indicators of a run, or of a year of it.
struct Values {
  const Totals& totals;
  std::optional<int> year;

  std::vector<double> sums(Daily indicator) const {
    return year ? totals.sums(indicator, *year) : totals.sums(indicator);
  }
  std::vector<double> means(Panel indicator) const {
    return year ? totals.means(indicator, *year) : totals.means(indicator);
  }

  double of(const std::string& key, const std::vector<std::string>& kinds) const {
    const IndicatorInfo& info = info_of(key, "");
    const std::vector<std::size_t> positions = positions_of(kinds, info, "");
    if (const auto daily = indicator_with(key, daily_indicators)) return sum_over(sums(*daily), positions);
    const std::vector<double> values = means(*indicator_with(key, panel_indicators));
    if (info.axis != Axis::group) return sum_over(values, positions);
    return mean_over(values, sums(Daily::residents_by_group), positions);
  }
};

bool is_divided(const CardFigure& figure) {
  const bool is_mean = indicator_with(figure.indicator, panel_indicators).has_value();
  return figure.per != "1" && !(is_mean && figure.per == "residents");
}

double figure_of(const Values& values, const CardFigure& figure) {
  const double value = values.of(figure.indicator, figure.kinds);
  return is_divided(figure) ? value / values.of(figure.per, figure.per_kinds) : value;
}

// Trials.

std::string quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string text_with(const fs::path& base, const Card& card, double strength) {
  const std::string extends = fmt::format("extends = {}\n", quoted(base.filename().string()));
  if (strength == 0.0) return extends;
  const std::string name =
      card.file.empty() ? "id = " + quoted(card.id) : "file = " + quoted(fs::absolute(card.file).generic_string());
  return fmt::format("{}[[cards]]\n{}\nstrength = {}\n", extends, name, strength);
}

CardTrial::Settings both(CardTrial::Settings settings, const CardTrial::Settings& more) {
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

/// One card in one world, seed by seed.
struct World {
  Scenario base, played;

  World(const fs::path& file, const Card& card, const CardTrial::Settings& settings)
      : base(with_card(file, card, 0.0, settings)), played(with_card(file, card, 1.0, settings)) {}
};

Totals run_once(const Scenario& scenario, std::uint64_t seed) {
  Totals totals;
  Simulation simulation(scenario, {.seed = seed, .threads = 1});
  simulation.observe(totals);
  simulation.run();
  return totals;
}

void note(const Totals& base, const Totals& played, const CardFigure& of, Paired& pairs) {
  pairs.base.push_back(figure(base, of));
  pairs.played.push_back(figure(played, of));
}

bool has_shape(const Card& card, CardEffect::Shape shape) {
  return card.side && card.side->shape == shape;
}

/// The direct effect, counted positive where it goes as the card says.
double as_said(const CardEffect& effect, double difference) {
  return effect.more ? difference : -difference;
}

}  // namespace

// Totals.

Totals::Sums::Sums() {
  for (const Daily indicator : every<Daily>()) daily[indicator].resize(width(daily_indicators[indicator].axis));
  for (const Panel indicator : every<Panel>()) panel[indicator].resize(width(panel_indicators[indicator].axis));
  weights = panel;
}

void Totals::Sums::add(const DayReport& report) {
  for (const Daily indicator : every<Daily>()) {
    const auto block = report.daily.block(indicator, daily_indicators);
    for (Eigen::Index kind = 0; kind < block.cols(); ++kind)
      daily[indicator][static_cast<std::size_t>(kind)] += block.col(kind).sum();
  }
  if (!report.panel) return;
  for (const Panel indicator : every<Panel>())
    for (std::size_t kind = 0; kind < panel[indicator].size(); ++kind)
      for (const Id<Town> town : all_rows<Town>(report.panel->places())) {
        const double value = (*report.panel)(town, indicator, kind);
        const double weight = weight_of(report.daily, town, panel_indicators[indicator].axis, kind);
        if (std::isnan(value)) continue;
        panel[indicator][kind] += weight * value;
        weights[indicator][kind] += weight;
      }
}

std::vector<double> Totals::Sums::means(Panel indicator) const {
  std::vector<double> means;
  for (std::size_t kind = 0; kind < panel[indicator].size(); ++kind) {
    const double weight = weights[indicator][kind];
    means.push_back(weight > 0.0 ? panel[indicator][kind] / weight : std::numeric_limits<double>::quiet_NaN());
  }
  return means;
}

void Totals::run_started(const RunStart& start) {
  start_ = std::chrono::sys_days(start.calendar.start());
}

void Totals::day_ended(const DayReport& report) {
  const Date today{start_ + std::chrono::days(report.day)};
  all_.add(report);
  by_year_[static_cast<int>(today.year())].add(report);
}

std::vector<int> Totals::years() const {
  std::vector<int> years;
  for (const auto& [year, sums] : by_year_) years.push_back(year);
  return years;
}

double figure(const Totals& totals, const CardFigure& figure) {
  return figure_of({totals, std::nullopt}, figure);
}

double figure(const Totals& totals, const CardFigure& figure, int year) {
  return figure_of({totals, year}, figure);
}

void check_figure(const CardFigure& figure, const std::string& where) {
  positions_of(figure.kinds, info_of(figure.indicator, where), where);
  if (figure.per != "1") positions_of(figure.per_kinds, info_of(figure.per, where), where);
}

// Estimates.

std::vector<double> Paired::differences() const {
  std::vector<double> differences(base.size());
  std::transform(played.begin(), played.end(), base.begin(), differences.begin(), std::minus<>());
  return differences;
}

Estimate estimate(const std::vector<double>& values) {
  assert(values.size() >= 2);
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t student(count - 1.0);
  const double half = boost::math::quantile(student, 0.975) * std::sqrt(squares / (count - 1.0) / count);
  return {mean, mean - half, mean + half};
}

// Trials.

Scenario with_card(const fs::path& base, const Card& card, double strength, const CardTrial::Settings& settings) {
  std::vector<Override> overrides;
  for (const auto& [name, value] : settings) overrides.push_back({name, value});
  const fs::path here = base.parent_path() / "trial.toml";
  return read_scenario_text(text_with(base, card, strength), here, overrides);
}

std::vector<double> TrialResult::side_as_said(const Card& card) const {
  std::vector<double> differences = side.differences();
  const bool diminishing = has_shape(card, CardEffect::Shape::diminishing);
  const bool fades = has_shape(card, CardEffect::Shape::fades);
  const std::vector<double> whole = direct.differences();
  if (diminishing) {
    differences = half.differences();
    for (std::size_t i = 0; i < whole.size(); ++i) differences[i] -= whole[i] / 2.0;
  }
  if (fades) {
    differences = direct_in.begin()->second.differences();
    const std::vector<double> last = direct_in.rbegin()->second.differences();
    for (std::size_t i = 0; i < last.size(); ++i) differences[i] -= last[i];
  }
  const CardEffect& effect = diminishing || fades ? card.effect : *card.side;
  for (double& difference : differences) difference = as_said(effect, difference);
  return differences;
}

TrialResult run_trial(const Card& card, const fs::path& scenarios, std::uint64_t first, int seeds) {
  const fs::path file = scenarios / card.trial.scenario;
  const World world(file, card, card.trial.settings);
  const bool has_switch = !card.trial.off.empty();
  const World off(file, card, both(card.trial.settings, card.trial.off));
  const bool diminishing = has_shape(card, CardEffect::Shape::diminishing);
  const Scenario half = with_card(file, card, 0.5, card.trial.settings);
  TrialResult result;
  for (std::uint64_t seed = first; seed < first + static_cast<std::uint64_t>(seeds); ++seed) {
    const Totals base = run_once(world.base, seed), played = run_once(world.played, seed);
    note(base, played, card.effect.figure, result.direct);
    if (card.side && card.side->shape == CardEffect::Shape::change) note(base, played, card.side->figure, result.side);
    if (has_switch) note(run_once(off.base, seed), run_once(off.played, seed), card.effect.figure, result.direct_off);
    if (diminishing) note(base, run_once(half, seed), card.effect.figure, result.half);
    if (!has_shape(card, CardEffect::Shape::fades)) continue;
    for (const int year : base.years()) {
      result.direct_in[year].base.push_back(figure(base, card.effect.figure, year));
      result.direct_in[year].played.push_back(figure(played, card.effect.figure, year));
    }
  }
  return result;
}

}  // namespace linli
