#pragma once

/// What the event tables hold of each record: names in both languages, units, how it is stored and where it is.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "model/lists/levers.h"
#include "state/records.h"

namespace linli {

/// How the values of a field are stored. Only `optional_index` (-1) and the last two (not a number) may be missing.
enum class Storage { flag, code, bits, small, number, index, optional_index, real, exact, time };

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
const std::vector<Field<IncidentRecord>>& incident_fields();
const std::vector<Field<PanelRecord>>& panel_fields();
const std::vector<Field<Levers::Change>>& intervention_fields();

/// Stands for the row of nothing.
inline constexpr std::int32_t no_row = -1;

template <class Entity>
double row_of(Id<Entity> id) {
  return id ? static_cast<double>(id.row) : no_row;
}
template <class Enum>
double code(Enum kind) {
  return static_cast<double>(kind);
}
inline double flag(bool is_so) {
  return is_so ? 1.0 : 0.0;
}

}  // namespace linli
