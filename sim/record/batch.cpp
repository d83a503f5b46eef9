#include "record/batch.h"

#include <Eigen/Core>

namespace linli {
namespace {

template <class Place, class Indicator>
void add_row(const Tally<Place, Indicator>& tally, const PerKind<Indicator, IndicatorInfo>& infos,
             Rows<Indicator>& rows) {
  using Row = Eigen::Array<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  for (Indicator indicator : every<Indicator>()) {
    const Row row = tally.block(indicator, infos).template cast<float>();
    rows[indicator].insert(rows[indicator].end(), row.data(), row.data() + row.size());
  }
}

template <class Record>
void add_records(std::span<const Record> some, std::vector<Record>& all) {
  all.insert(all.end(), some.begin(), some.end());
}

}  // namespace

template <class Report>
void Batch::add_events(const Report& report) {
  add_records(report.disputes, disputes);
  add_records(report.offences, offences);
  add_records(report.incidents, incidents);
  add_records(report.panel_people, panel_people);
}

template <class Report>
void Batch::add_week(const Report& report, Day week, Day last_day) {
  if (!report.weekly || !report.panel) return;
  weeks.push_back(week);
  week_days.push_back(last_day - week + 1);
  add_row(*report.weekly, weekly_indicators, weekly);
  add_row(*report.panel, panel_indicators, panel);
}

void Batch::add(const DayReport& report, Day week) {
  days.push_back(report.day);
  add_row(report.daily, daily_indicators, daily);
  add_records(report.lever_changes, lever_changes);
  add_events(report);
  add_week(report, week, report.day);
}

void Batch::add(const Unfinished& rest, Day week, Day days_completed) {
  add_events(rest);
  add_week(rest, week, days_completed - 1);
}

}  // namespace linli
