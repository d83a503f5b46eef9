#include "record/result_file.h"

#include <exception>
#include <system_error>

#include "record/event_table.h"
#include "record/file_driver.h"
#include "record/result_layout.h"

namespace linli {
namespace {

template <class Indicator>
PerKind<Indicator, Variable> create_indicators(hid_t file, const PerKind<Indicator, IndicatorInfo>& infos,
                                               const Variable& time, const Variable& place,
                                               const Dimensions& dimensions) {
  PerKind<Indicator, Variable> variables;
  for (Indicator indicator : every<Indicator>())
    variables[indicator] = create_indicator(file, infos[indicator], time, place, dimensions);
  return variables;
}

template <class Indicator>
void append_rows(PerKind<Indicator, Variable>& variables, std::size_t rows, const Rows<Indicator>& values) {
  for (Indicator indicator : every<Indicator>()) append_values(variables[indicator], rows, values[indicator]);
}

}  // namespace

/// All that is open; the file is declared first because it must be released last.
struct ResultFile::Contents {
  Contents(const std::filesystem::path& path, const RunStart& start, int* error)
      : file(create_netcdf(path.string(), recording_errors(error))),
        dimensions(create_dimensions(file, start)),
        daily(create_indicators(file, daily_indicators, dimensions.day, dimensions.town, dimensions)),
        weekly(create_indicators(file, weekly_indicators, dimensions.week, dimensions.grid, dimensions)),
        panel(create_indicators(file, panel_indicators, dimensions.week, dimensions.town, dimensions)),
        records(create_group(file, "records")),
        disputes(records, "disputes", {"disputes that were claimed", "提出的纠纷"}, dispute_fields(),
                 days_since(start.calendar.start())),
        offences(records, "offences", {"offences, reported or not", "违法犯罪（含未报案）"}, offence_fields(),
                 days_since(start.calendar.start())),
        incidents(records, "incidents", {"collective incidents", "群体性事件"}, incident_fields(),
                  days_since(start.calendar.start())),
        panel_people(records, "panel", {"a fixed panel of one resident in a hundred", "固定样本（百分之一居民）"},
                     panel_fields(), days_since(start.calendar.start())),
        interventions(records, "interventions", {"changes of levers", "政策杠杆的调整"}, intervention_fields(),
                      days_since(start.calendar.start())),
        provenance(write_provenance(file, start)) {
    write_heading(file, start);
    write_assumptions(file, start.scenario);
  }

  void append(const Batch& batch);
  void take_over(hid_t other, const Written& rows);

  Handle file;
  Dimensions dimensions;
  PerKind<Daily, Variable> daily;
  PerKind<Weekly, Variable> weekly;
  PerKind<Panel, Variable> panel;
  Handle records;
  EventTable<DisputeRecord> disputes;
  EventTable<OffenceRecord> offences;
  EventTable<IncidentRecord> incidents;
  EventTable<PanelRecord> panel_people;
  EventTable<Levers::Change> interventions;
  Handle provenance;
};

void ResultFile::Contents::append(const Batch& batch) {
  append_values(dimensions.day, batch.days.size(), batch.days);
  append_rows(daily, batch.days.size(), batch.daily);
  append_values(dimensions.week, batch.weeks.size(), batch.weeks);
  append_values(dimensions.week_days, batch.weeks.size(), batch.week_days);
  append_rows(weekly, batch.weeks.size(), batch.weekly);
  append_rows(panel, batch.weeks.size(), batch.panel);
  disputes.append(batch.disputes);
  offences.append(batch.offences);
  incidents.append(batch.incidents);
  panel_people.append(batch.panel_people);
  interventions.append(batch.lever_changes);
}

template <class Indicator>
void take_over_all(PerKind<Indicator, Variable>& variables, hid_t other, hsize_t rows) {
  for (Variable& variable : variables) linli::take_over(variable, other, variable.name, rows);
}

void ResultFile::Contents::take_over(hid_t other, const Written& rows) {
  linli::take_over(dimensions.day, other, "day", rows.days);
  linli::take_over(dimensions.week, other, "week", rows.weeks);
  linli::take_over(dimensions.week_days, other, "week_days", rows.weeks);
  take_over_all(daily, other, rows.days);
  take_over_all(weekly, other, rows.weeks);
  take_over_all(panel, other, rows.weeks);
  const Handle tables(H5Gopen2(other, "records", H5P_DEFAULT));
  disputes.take_over(tables, rows.disputes);
  offences.take_over(tables, rows.offences);
  incidents.take_over(tables, rows.incidents);
  panel_people.take_over(tables, rows.panel_people);
  interventions.take_over(tables, rows.interventions);
}

/// Does some of the work; what the system complained about comes before what HDF5 made of it.
template <class Work>
void ResultFile::or_cause(const Work& work) {
  std::exception_ptr failure;
  try {
    work();
  } catch (...) {
    failure = std::current_exception();
  }
  if (error_ != 0) throw Hdf5Error(std::generic_category().message(error_));
  if (failure) std::rethrow_exception(failure);
}

ResultFile::ResultFile(const std::filesystem::path& file, const RunStart& start) {
  or_cause([&] { contents_ = std::make_unique<Contents>(file, start, &error_); });
}

ResultFile::~ResultFile() = default;

void ResultFile::append(const Batch& batch) {
  or_cause([&] { contents_->append(batch); });
}

void ResultFile::take_over(const std::filesystem::path& other, const Written& rows) {
  or_cause([&] {
    const Handle opened(H5Fopen(other.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    contents_->take_over(opened, rows);
  });
}

void ResultFile::flush() {
  or_cause([&] { checked(H5Fflush(contents_->file, H5F_SCOPE_GLOBAL)); });
}

void ResultFile::finish(const RunEnd& end) {
  or_cause([&] {
    complete_provenance(contents_->provenance, end);
    checked(H5Fflush(contents_->file, H5F_SCOPE_GLOBAL));
    Handle file = std::move(contents_->file);
    contents_.reset();
    file.close();
  });
}

}  // namespace linli
