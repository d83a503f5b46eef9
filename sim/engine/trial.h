#pragma once

/// Trials of cards: does a card do what it says? Two runs with the same seed differ in nothing but the card (paired
/// luck), so the difference of a figure is the card's work; over several seeds it has a mean and an interval. Where the
/// mechanism is switched off in both runs, the direct effect must be gone.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/observer.h"
#include "model/cards.h"

namespace linli {

/// Sums a run up: daily indicators over days and towns, panel indicators as means over weeks and residents, for the
/// whole run and by calendar year.
class Totals : public Observer {
 public:
  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;

  /// By kind of the indicator, the whole run. A mean that nobody was asked for is not a number.
  std::vector<double> sums(Daily indicator) const { return all_.daily[indicator]; }
  std::vector<double> means(Panel indicator) const { return all_.means(indicator); }
  /// The same for a calendar year of the run.
  std::vector<double> sums(Daily indicator, int year) const { return by_year_.at(year).daily[indicator]; }
  std::vector<double> means(Panel indicator, int year) const { return by_year_.at(year).means(indicator); }

  /// Calendar years of which the run has a day, the first of them first.
  std::vector<int> years() const;

 private:
  struct Sums {
    PerKind<Daily, std::vector<double>> daily;
    PerKind<Panel, std::vector<double>> panel;    // weighted by residents, over towns and weeks
    PerKind<Panel, std::vector<double>> weights;  // of what was asked

    Sums();
    void add(const DayReport& report);
    std::vector<double> means(Panel indicator) const;
  };

  std::chrono::sys_days start_{};
  Sums all_;
  std::map<int, Sums> by_year_;
};

/// The figure of a run or of one of its years. Of a daily indicator it is the sum over days, towns and kinds, divided
/// by that of `per`; of a panel indicator the mean over weeks and residents, or over quantiles the sum of those named,
/// which is not divided by residents. Throws InputError for indicators and kinds that do not exist.
double figure(const Totals& totals, const CardFigure& figure);
double figure(const Totals& totals, const CardFigure& figure, int year);

/// Throws InputError at `where` when the figure names an indicator or a kind that does not exist.
void check_figure(const CardFigure& figure, const std::string& where);

/// The scenario of a file with the card played everywhere from the first day; at strength 0 without it. Settings as
/// in --set.
Scenario with_card(const std::filesystem::path& base, const Card& card, double strength,
                   const CardTrial::Settings& settings = {});

/// A figure in the base world and with the card, seed by seed.
struct Paired {
  std::vector<double> base, played;

  std::vector<double> differences() const;
};

/// A mean and its 95 % interval (Student), from independent values. There must be two or more.
struct Estimate {
  double mean = 0.0;
  double low = 0.0;
  double high = 0.0;

  bool excludes_zero() const { return low > 0.0 || high < 0.0; }
};
Estimate estimate(const std::vector<double>& values);

/// What the runs of a trial gave.
struct TrialResult {
  Paired direct, side;              // side: where the card has a side effect that is a figure
  Paired direct_off;                // the mechanism switched off in base and card; none: the card names no switch
  Paired half;                      // at half the strength, where the side effect is diminishing returns
  std::map<int, Paired> direct_in;  // by calendar year, where the side effect is fading

  /// The differences of which the side effect speaks, positive where it is as the card says.
  std::vector<double> side_as_said(const Card& card) const;
};

/// Runs the trial with the seeds first, first + 1, ... one after another, each run in one thread; the caller may run
/// several trials side by side. `scenarios` is the folder of the scenarios.
TrialResult run_trial(const Card& card, const std::filesystem::path& scenarios, std::uint64_t first, int seeds);

}  // namespace linli
