#include "record/result_file.h"

#include "record/event_table.h"
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
  Contents(const std::filesystem::path& path, const RunStart& start)
      : file(create_netcdf(path.string())),
        dimensions(create_dimensions(file, start)),
        daily(create_indicators(file, daily_indicators, dimensions.day, dimensions.town, dimensions)),
        weekly(create_indicators(file, weekly_indicators, dimensions.week, dimensions.grid, dimensions)),
        panel(create_indicators(file, panel_indicators, dimensions.week, dimensions.town, dimensions)),
        records(create_group(file, "records")),
        disputes(records, "disputes", {"disputes that were claimed", "提出的纠纷"}, dispute_fields(),
                 days_since(start.calendar.start())),
        offences(records, "offences", {"offences, reported or not", "违法犯罪（含未报案）"}, offence_fields(),
                 days_since(start.calendar.start())),
        provenance(write_provenance(file, start)) {
    write_heading(file, start);
    write_assumptions(file, start.scenario);
  }

  Handle file;
  Dimensions dimensions;
  PerKind<Daily, Variable> daily;
  PerKind<Weekly, Variable> weekly;
  PerKind<Panel, Variable> panel;
  Handle records;
  EventTable<DisputeRecord> disputes;
  EventTable<OffenceRecord> offences;
  Handle provenance;
};

ResultFile::ResultFile(const std::filesystem::path& file, const RunStart& start)
    : contents_(std::make_unique<Contents>(file, start)) {}

ResultFile::~ResultFile() = default;

void ResultFile::append(const Batch& batch) {
  Contents& to = *contents_;
  append_values(to.dimensions.day, batch.days.size(), batch.days);
  append_rows(to.daily, batch.days.size(), batch.daily);
  append_values(to.dimensions.week, batch.weeks.size(), batch.weeks);
  append_values(to.dimensions.week_days, batch.weeks.size(), batch.week_days);
  append_rows(to.weekly, batch.weeks.size(), batch.weekly);
  append_rows(to.panel, batch.weeks.size(), batch.panel);
  to.disputes.append(batch.disputes);
  to.offences.append(batch.offences);
}

void ResultFile::finish(const RunEnd& end) {
  complete_provenance(contents_->provenance, end);
  checked(H5Fflush(contents_->file, H5F_SCOPE_GLOBAL));
  Handle file = std::move(contents_->file);
  contents_.reset();
  file.close();
}

}  // namespace linli
