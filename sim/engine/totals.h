#pragma once

/// What a run adds up to, by calendar year and town: whatever figures (state/figures.h) are made from.
///
///     Totals totals;
///     simulation.observe(totals);
///     simulation.run();
///     totals.value(figure_named("disputes.suits"), 2023);

#include <map>
#include <optional>
#include <vector>

#include "engine/observer.h"
#include "model/cards/cards.h"
#include "state/figures.h"

namespace linli {

class Totals : public Observer {
 public:
  /// The sums over some days.
  struct Sums {
    explicit Sums(std::size_t towns);

    int days = 0;
    DailyTally daily, last;   // summed over the days; as on the last of them
    PanelTally panel, asked;  // times the residents that it stands for and the days of its week; and those
  };

  /// From a day of the run on; weeks of the panel count when all of them lies there.
  explicit Totals(Day first = 0) : first_(first) {}
  /// For those who read a file instead of watching a run.
  explicit Totals(std::size_t towns, Day first) : first_(first), towns_(towns) {}

  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;
  void run_ended(const RunEnd& end, const Unfinished& rest) override;

  Sums& of_year(int year);
  bool counts(Day day) const { return day >= first_; }

  /// Calendar years of the run, in order.
  std::vector<int> years() const;
  int days_of(std::optional<int> year = {}) const;
  std::size_t towns() const { return towns_; }

  /// No year: the whole run; no town: the city. Not a number where there is nothing to divide by.
  double value(const Figure& figure, std::optional<int> year = {}, Id<Town> town = {}) const;

  // Of cards. Each throws InputError for an indicator or a kind that there is not.
  double over_run(const CardFigure& figure) const;
  double in_first_year(const CardFigure& figure) const;
  double in_last_year(const CardFigure& figure) const;

  /// Over the whole run, all towns and kinds.
  double sum(Daily indicator) const;

  /// [yuan/year]
  double spending_per_year() const;

 private:
  Day first_ = 0;
  const Calendar* calendar_ = nullptr;
  std::size_t towns_ = 0;
  std::map<int, Sums> by_year_;
  int latest_year_ = 0;
};

/// Adds a week of the panel to the sums that its last day belongs to: every mean with the residents that it stands for.
void add_week(const PanelTally& panel, const DailyTally& last_day, int days, Totals::Sums& sums);

/// The unit of a card's figure.
Message unit_of(const CardFigure& figure);

/// The figure that a card names, in a unit that fits what is divided by what: per 100,000 residents and year for what
/// happens, per 100,000 residents for what there is, per cent where one count is a part of another. Throws InputError
/// for an indicator or a kind that there is not.
Figure figure_of(const CardFigure& named);

}  // namespace linli
