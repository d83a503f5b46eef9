#pragma once

/// What a run adds up to: every indicator of the whole city by calendar year, and the figures of cards made from it.
///
/// A figure is a ratio of sums over days, kinds and towns: per 100,000 residents and year for what happens, per 100,000
/// residents for what there is, per cent where one count is a part of another. Figures of the panel (strain, trust,
/// ties) are means over the weeks, weighted by residents.

#include <Eigen/Core>
#include <map>

#include "core/error.h"
#include "engine/observer.h"
#include "model/cards.h"

namespace linli {

class Totals : public Observer {
 public:
  /// The sums of a stretch of days.
  struct Sums {
    Sums();

    int days = 0;
    PerKind<Daily, Eigen::ArrayXd> daily;     // by kind
    PerKind<Panel, Eigen::ArrayXd> panel;     // by kind, times the residents they stand for
    PerKind<Panel, Eigen::ArrayXd> panel_of;  // by kind: those residents
  };

  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;

  // Each throws InputError for an indicator or a kind that there is not; not a number where there is nothing to divide
  // by.
  double over_run(const CardFigure& figure) const;
  double in_first_year(const CardFigure& figure) const;
  double in_last_year(const CardFigure& figure) const;

  /// [yuan/year]
  double spending_per_year() const;

 private:
  const Calendar* calendar_ = nullptr;
  std::map<int, Sums> by_year_;
  Sums all_;
};

/// What the values of a figure are given in. Throws InputError for an indicator or a kind that there is not.
Message unit_of(const CardFigure& figure);

}  // namespace linli
