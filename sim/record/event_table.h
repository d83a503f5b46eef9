#pragma once

/// The event tables: a netCDF group with one variable per field of a record, along a dimension `row` that grows.

#include <span>
#include <string>
#include <vector>

#include "record/event_fields.h"
#include "record/netcdf.h"

namespace linli {

template <class Record>
class EventTable {
 public:
  /// Creates the group; `time_units` is of the form "days since 2021-01-01".
  EventTable(hid_t parent, const std::string& name, const Text& title, const std::vector<Field<Record>>& fields,
             const std::string& time_units);

  void append(std::span<const Record> records);

  /// Adds the first rows of the same table of another file.
  void take_over(hid_t other, hsize_t rows);

 private:
  std::string name_;
  const std::vector<Field<Record>>& fields_;
  Handle group_;
  Variable row_;
  std::vector<Variable> columns_;
};

}  // namespace linli
