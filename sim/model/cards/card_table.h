#pragma once

/// Cards as data, for tables, documents and Python.

#include <nlohmann/json.hpp>

#include "model/cards/cards.h"

namespace linli {

/// id, name {en, zh}, summary, source, measures (lever, label, action, amount, unit, unit_cost, cost_per, lasts),
/// effect and side (statement, shape, indicator, kinds, per, per_kinds, change), trial (scenario, seeds, fewest,
/// settings, off).
nlohmann::ordered_json card_row(const Card& card, Language language);

/// A row for every built-in card, in order.
nlohmann::ordered_json card_table(Language language);

}  // namespace linli
