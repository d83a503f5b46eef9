#include "model/idle.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "model/lever_list.h"

namespace linli {
namespace {

/// When a part of the scenario may act: from its first day up to its end, which is no longer part of it.
struct Window {
  Day first, end;

  bool meets(Day days) const { return std::max(first, Day{0}) < std::min(end, days); }
};

/// A measure has weight from the day after its first where it has a ramp. A signpost is read from day 1 on, and a
/// measure that waits for it acts once it has stayed beyond its threshold for so many days.
Window window_of(const Measure& measure) {
  const Day ramp = measure.ramp > 0 ? 1 : 0;
  if (!measure.once) return {measure.from + ramp, measure.end(measure.from)};
  return {std::max(measure.from, measure.once->for_days) + ramp, measure.to};
}

std::string date_on(const Scenario& scenario, Day day) {
  return to_string(Date(std::chrono::sys_days(scenario.start) + std::chrono::days(day)));
}

/// Why a window does not meet the run.
Message reason(const Scenario& scenario, const Window& window) {
  const std::string start = to_string(scenario.start), end = to_string(scenario.end);
  if (window.end <= 0)
    return say({"it ends before {}, and the run starts on {}", "其在{}前结束，而运行始于{}"},
               date_on(scenario, window.end), start);
  return say({"it can act from {} on, and the run ends on {}", "其最早于{}生效，而运行止于{}"},
             date_on(scenario, window.first), end);
}

template <class Name>
Note note_on(const Scenario& scenario, const std::string& where, const Name& name, const Window& window) {
  return {where, say({"{} never acts in this run: {}", "{}在本次运行中不起作用：{}"}, name, reason(scenario, window))};
}

using Measures = std::vector<const Measure*>;

Measures idle_among(const Scenario& scenario, const Measures& measures) {
  Measures idle;
  std::copy_if(measures.begin(), measures.end(), std::back_inserter(idle),
               [&](const Measure* measure) { return !window_of(*measure).meets(scenario.days()); });
  return idle;
}

Measures measures_of(const Scenario& scenario, const PlayedCard& card) {
  Measures measures;
  for (const Measure& measure : scenario.measures)
    if (measure.card == card.id && measure.where == card.where) measures.push_back(&measure);
  return measures;
}

/// A card is named as a whole when none of its measures acts.
void note_card(const Scenario& scenario, const PlayedCard& card, Notes& notes) {
  const Measures all = measures_of(scenario, card), idle = idle_among(scenario, all);
  if (!idle.empty() && idle.size() == all.size()) {
    const Message name = say({"the card {} ({})", "{}卡（{}）"}, card.id, card.name);
    return notes.push_back(note_on(scenario, card.where, name, window_of(*idle.front())));
  }
  for (const Measure* measure : idle) {
    const std::string& lever = lever_list()[static_cast<std::size_t>(measure->lever)].name;
    const Message name = say({"{} of the card {}", "{1}卡的{0}"}, lever, card.id);
    notes.push_back(note_on(scenario, card.where, name, window_of(*measure)));
  }
}

}  // namespace

Notes idle_parts(const Scenario& scenario) {
  Notes notes;
  const auto note_if_idle = [&](const std::string& where, const Text& name, const Window& window) {
    if (!window.meets(scenario.days())) notes.push_back(note_on(scenario, where, name, window));
  };
  for (const PlayedCard& card : scenario.cards) note_card(scenario, card, notes);
  for (const Measure& measure : scenario.measures)
    if (measure.card.empty()) note_if_idle(measure.where, {"this measure", "该措施"}, window_of(measure));
  for (const Shock& shock : scenario.shocks)
    note_if_idle(shock.where, {"this shock", "该冲击"}, {shock.day, shock.day + shock.lasts});
  const auto delay = static_cast<Day>(scenario.parameters.grievance.disclosure_delay);
  for (const Facility& facility : scenario.facilities)
    note_if_idle(facility.where, {"this facility", "该设施"}, {facility.announced, facility.decided + delay});
  return notes;
}

}  // namespace linli
