#pragma once

/// What may stand in a scenario, for editors, forms and documents: made from the same lists as the reader.

#include <nlohmann/json.hpp>

#include "core/text.h"

namespace linli {

/// JSON Schema (draft 2020-12) of scenario files. Titles and descriptions are English, with the Chinese in x-title-zh
/// and x-description-zh; unit and source in x-unit, x-unit-zh and x-source. Kept in scenarios/scenario.schema.json.
nlohmann::ordered_json scenario_schema();

/// One object per parameter, in the order of the list: name, label, kind, unit, unit_key, low, high, default, meaning,
/// source.
nlohmann::ordered_json parameter_table(Language language);
/// The same for levers, with unit_cost [yuan], cost_basis, cost_per and cost_source; the default is the reference
/// policy.
nlohmann::ordered_json lever_table(Language language);
/// The figures that a conditional measure may watch: name, label, unit, unit_key.
nlohmann::ordered_json signpost_table(Language language);

}  // namespace linli
