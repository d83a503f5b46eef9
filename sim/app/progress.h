#pragma once

/// Shows how far a run is. On a terminal one line is redrawn a few times a second; elsewhere, as in the log of a batch
/// job, one line is logged at the end of every year of the run.

#include <chrono>
#include <iosfwd>
#include <string>

#include "core/text.h"
#include "engine/observer.h"

namespace linli {

/// Columns of the terminal that standard error is, or 0 when it is none.
int terminal_columns();

class Progress : public Observer {
 public:
  /// `columns` is the width of the terminal behind `out`; 0: it is no terminal.
  Progress(std::ostream& out, int columns, Language language);
  ~Progress() override;

  void run_started(const RunStart& start) override;
  void day_ended(const DayReport& report) override;
  void run_ended(const RunEnd& end, const Unfinished& rest) override;

 private:
  using Clock = std::chrono::steady_clock;

  void end_line();
  bool ends_year(Day day) const;
  void draw(const DayReport& report, const std::string& left);

  std::ostream& out_;
  int columns_;
  Language language_;
  const Calendar* calendar_ = nullptr;
  std::string people_;
  Clock::time_point start_;
  Clock::time_point drawn_;
  bool line_is_open_ = false;
};

/// "[#####.....]" with so many columns between the brackets.
std::string bar(double share, int columns);

}  // namespace linli
