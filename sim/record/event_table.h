#pragma once

/// The event tables: a netCDF group with one variable per field of a record, along a dimension `row` that grows.

#include <span>
#include <string_view>
#include <vector>

#include "record/netcdf.h"
#include "state/records.h"

namespace linli {

/// How the values of a field are stored. Only `optional_index` (-1) and the last two (not a number) may be missing.
enum class Storage { flag, code, bits, small, number, index, optional_index, real, time };

/// One field of a record. All values pass through double, which holds each of them exactly.
template <class Record>
struct Field {
  std::string_view key;
  Text title;
  std::string_view unit;
  Storage storage;
  double (*value)(const Record& record);
  std::span<const Kind> meanings{};  // of the codes 0, 1, 2, ... or of the bits 1, 2, 4, ...
};

const std::vector<Field<DisputeRecord>>& dispute_fields();
const std::vector<Field<OffenceRecord>>& offence_fields();

template <class Record>
class EventTable {
 public:
  /// Creates the group; `time_units` is of the form "days since 2021-01-01".
  EventTable(hid_t parent, const std::string& name, const Text& title, const std::vector<Field<Record>>& fields,
             const std::string& time_units);

  void append(std::span<const Record> records);

 private:
  const std::vector<Field<Record>>& fields_;
  Handle group_;
  Variable row_;
  std::vector<Variable> columns_;
};

}  // namespace linli
