#pragma once

/// What the result file holds besides its values: coordinates with the names and places of things, the indicators'
/// variables, and where it all comes from.

#include "engine/observer.h"
#include "record/netcdf.h"

namespace linli {

/// The dimensions of the indicators.
struct Dimensions {
  Variable day;
  Variable week;
  Variable week_days;  // over week: how many days were counted
  Variable town;
  Variable community;
  Variable grid;
  PerKind<Axis, Variable> kinds;  // none is empty
};

/// "days since 2021-01-01".
std::string days_since(const Date& start);

/// Creates the dimensions and the variables that describe towns, communities, grids and kinds.
Dimensions create_dimensions(hid_t file, const RunStart& start);

/// An empty variable for an indicator over time, place and perhaps kind.
Variable create_indicator(hid_t file, const IndicatorInfo& info, const Variable& time, const Variable& place,
                          const Dimensions& dimensions);

/// Title, source, history and conventions of the file.
void write_heading(hid_t file, const RunStart& start);

/// The groups parameters and levers: a number per name.
void write_assumptions(hid_t file, const Scenario& scenario);

/// The group provenance, as far as it is known at the start, and what the end adds to it.
Handle write_provenance(hid_t file, const RunStart& start);
void complete_provenance(hid_t provenance, const RunEnd& end);

}  // namespace linli
