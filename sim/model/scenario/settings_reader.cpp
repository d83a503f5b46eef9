#include "model/scenario/settings_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/lists/costs.h"
#include "model/lists/units.h"

namespace linli {
namespace {

template <class Info>
Slot slot_of(const Info& info, double& value) {
  return {info.unit, info.low, info.high, info.label, &value};
}

/// The names that may follow a prefix such as "attitudes." at its level.
std::vector<std::string> names_below(const std::string& prefix, const Slots& slots) {
  std::vector<std::string> names;
  for (const auto& [name, slot] : slots) {
    if (!name.starts_with(prefix)) continue;
    const std::string next = name.substr(prefix.size(), name.find('.', prefix.size()) - prefix.size());
    if (std::find(names.begin(), names.end(), next) == names.end()) names.push_back(next);
  }
  return names;
}

void read_number(const Item& item, const std::string& name, const Slot& slot) {
  const double value = number_in(item, slot.unit);
  if (value < slot.low || value > slot.high)
    refuse(item, out_of_range(name, value, slot.low, slot.high, slot.unit, slot.label));
  *slot.value = value;
}

void require_table(const Item& item, const std::vector<std::string>& known) {
  if (item.node->is_table()) return;
  const auto names = [&](std::string_view comma) { return fmt::format("{}", fmt::join(known, comma)); };
  refuse(item, say({"is one value; allowed is a table with values for {}", "是单个值；应为表，可含{}"},
                   Message{names(", "), names("、")}));
}

void read_level(const Item& table, const std::string& prefix, const Slots& slots, Problems& problems) {
  const std::vector<std::string> known = names_below(prefix, slots);
  require_table(table, known);
  note_unknown(table, known, problems);
  for (const std::string& key : known)
    if (const auto item = find(table, key))
      attempt(problems, [&] {
        if (const auto slot = slots.find(prefix + key); slot != slots.end())
          read_number(*item, slot->first, slot->second);
        else
          read_level(*item, prefix + key + ".", slots, problems);
      });
}

}  // namespace

Slots slots_of(Parameters& parameters) {
  Slots slots;
  for_each_parameter(parameters,
                     [&](const ParameterInfo& info, double& value) { slots.emplace(info.name, slot_of(info, value)); });
  return slots;
}

Slots slots_of(LeverValues& levers) {
  Slots slots;
  for_each_lever(levers, [&](const LeverInfo& info, double& value) { slots.emplace(info.name, slot_of(info, value)); });
  return slots;
}

Slots slots_of(std::vector<double>& unit_costs) {
  Slots slots;
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    if (const LeverInfo& info = lever_list()[lever]; has_cost(info))
      slots.emplace(info.name, Slot{"yuan", 0.0, highest_unit_cost, info.label, &unit_costs[lever]});
  return slots;
}

void read_settings(const Item& table, const Slots& slots, Problems& problems) {
  attempt(problems, [&] { read_level(table, "", slots, problems); });
}

}  // namespace linli
