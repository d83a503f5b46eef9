#pragma once

/// The keys that measures, cards, facilities and shocks of a document share.

#include "model/files/suggestions.h"
#include "model/files/toml_document.h"
#include "model/scenario/policy.h"
#include "model/scenario/scenario.h"

namespace linli {

/// The day of the run on which a date lies; before the run it is negative.
Day day_in(const Item& item, const Scenario& scenario);

/// A number of whole days; months and years are rounded.
Day span_in(const Item& item, double low, const Text& label);

/// What one entry does to one lever.
struct LeverChange {
  int lever = 0;  // index in lever_list()
  Measure::Action action = Measure::Action::set;
  double amount = 0.0;
};

/// From `lever` and one of `set`, `add` and `scale`.
LeverChange change_in(const Item& table);

/// When, where and how fast an entry acts.
struct InForce {
  std::vector<Id<Town>> towns;
  Day from = 0;
  Day to = 0;
  Day ramp = 0;
  std::optional<Trigger> once;
};

/// From `towns`, `from`, `to`, `ramp` and `once`, each of which may be missing.
InForce force_in(const Item& table, const Scenario& scenario, Problems& problems);

std::vector<Id<Town>> towns_in(const Item& list, const Scenario& scenario);

/// One of the kinds of a table, by its key.
template <class Enum, class Info>
Enum kind_in(const Item& item, const PerKind<Enum, Info>& infos, const Text& nothing_of_that_name) {
  const std::string key = text_in(item);
  std::vector<std::string> known;
  for (const Enum kind : every<Enum>()) {
    if (infos[kind].key == key) return kind;
    known.emplace_back(infos[kind].key);
  }
  refuse(item, say(nothing_of_that_name, key, suggestion(key, known)));
}

}  // namespace linli
