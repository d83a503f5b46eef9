#include "model/scenario/policy.h"

#include "model/scenario/divergence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "model/lists/units.h"

namespace linli {
namespace {

bool covers(const Measure& measure, Id<Town> town) {
  return measure.towns.empty() || std::find(measure.towns.begin(), measure.towns.end(), town) != measure.towns.end();
}

/// The first day on which a measure acts, or `never`.
Day first_day(const Measure& measure, Day fired) {
  return measure.once ? fired : measure.from;
}

double weight_on(const Measure& measure, Day first, Day today) {
  if (first == never || today < first || today >= measure.end(first)) return 0.0;
  const double ramp = measure.ramp == 0 ? 1.0 : std::min(1.0, static_cast<double>(today - first) / measure.ramp);
  return measure.strength * ramp;
}

bool moves_on(const Measure& measure, Day first, Day today) {
  if (first == never) return false;
  const Day end = measure.end(first);
  const bool starts_or_ramps = today >= first && today <= std::min(first + measure.ramp, end);
  return starts_or_ramps || today == end || (today == 0 && first < 0);
}

double combine(double before, const Measure& measure, double weight) {
  switch (measure.action) {
    case Measure::Action::set:
      return std::lerp(before, measure.amount, weight);
    case Measure::Action::add:
      return before + weight * measure.amount;
    case Measure::Action::scale:
      break;
  }
  return before * std::lerp(1.0, measure.amount, weight);
}

/// The combination is linear in either argument, so its extremes lie at the corners.
Span combine(const Span& before, const Measure& measure, const Span& weight) {
  const auto [low, high] =
      std::minmax({combine(before.low, measure, weight.low), combine(before.low, measure, weight.high),
                   combine(before.high, measure, weight.low), combine(before.high, measure, weight.high)});
  return {low, high};
}

/// The value of a lever in a town, given the weight of each measure as weight(position).
template <class Value, class Weight>
Value value_with(const Scenario& scenario, int lever, Id<Town> town, Value value, const Weight& weight,
                 std::size_t first_measures) {
  using enum Measure::Action;
  for (const Measure::Action action : {set, add, scale})
    for (std::size_t m = 0; m < first_measures; ++m) {
      const Measure& measure = scenario.measures[m];
      if (measure.lever == lever && measure.action == action && covers(measure, town))
        value = combine(value, measure, weight(m));
    }
  return value;
}

double baseline_of(const Scenario& scenario, int lever) {
  return Levers(1, scenario.levers).value(Id<Town>(0), lever);
}

void note_day(const Measure& measure, double reading, Day today, Day& days_beyond, Day& fired) {
  const Trigger& trigger = *measure.once;
  const bool beyond = trigger.above ? reading > trigger.threshold : reading < trigger.threshold;
  days_beyond = beyond ? days_beyond + 1 : 0;
  const bool may_fire = fired == never && today >= measure.from && today < measure.to;
  if (may_fire && days_beyond >= trigger.for_days) fired = today;
}

double reading_of(const std::string& indicator, const SignpostReadings& readings) {
  for (const Signpost signpost : every<Signpost>())
    if (signposts[signpost].key == indicator) return readings[signpost];
  return 0.0;
}

}  // namespace

void watch_signposts(const Scenario& scenario, Day today, const SignpostReadings& readings, TriggerWatch& watch) {
  watch.days_beyond.resize(scenario.measures.size(), 0);
  watch.fired.resize(scenario.measures.size(), never);
  if (today == 0) return;
  for (std::size_t m = 0; m < scenario.measures.size(); ++m)
    if (const Measure& measure = scenario.measures[m]; measure.once)
      note_day(measure, reading_of(measure.once->indicator, readings), today, watch.days_beyond[m], watch.fired[m]);
}

bool policy_changes(const Scenario& scenario, Day today, const TriggerWatch& watch) {
  for (std::size_t m = 0; m < scenario.measures.size(); ++m)
    if (moves_on(scenario.measures[m], first_day(scenario.measures[m], watch.fired_on(m)), today)) return true;
  return false;
}

void apply_measures(const Scenario& scenario, Day today, const TriggerWatch& watch, Levers& levers) {
  const auto first = [&](std::size_t m) { return first_day(scenario.measures[m], watch.fired_on(m)); };
  const auto weight = [&](std::size_t m) { return weight_on(scenario.measures[m], first(m), today); };
  for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
    const Measure& measure = scenario.measures[m];
    if (!moves_on(measure, first(m), today)) continue;
    const double baseline = baseline_of(scenario, measure.lever);
    const Levers::Cause cause{static_cast<std::int32_t>(m), watch.fired_on(m)};
    for (const Id<Town> town : all_rows<Town>(levers.towns()))
      if (covers(measure, town))
        levers.set(today, town, measure.lever,
                   value_with(scenario, measure.lever, town, baseline, weight, scenario.measures.size()), cause);
  }
}

namespace {

/// The watch of another policy: what is known of its measures that have been watched already.
TriggerWatch watch_of(const Scenario& before, const Scenario& after, const TriggerWatch& watch) {
  TriggerWatch known{std::vector<Day>(after.measures.size(), 0), std::vector<Day>(after.measures.size(), never)};
  std::vector<bool> taken(before.measures.size(), false);
  for (std::size_t m = 0; m < after.measures.size(); ++m)
    for (std::size_t old = 0; old < watch.fired.size(); ++old) {
      if (taken[old] || !same(before.measures[old], after.measures[m])) continue;
      taken[old] = true;
      known.days_beyond[m] = watch.days_beyond[old], known.fired[m] = watch.fired[old];
      break;
    }
  return known;
}

/// What a policy has a lever at.
double value_under(const Scenario& scenario, const TriggerWatch& watch, int lever, Id<Town> town, Day day) {
  const auto weight = [&](std::size_t m) {
    return weight_on(scenario.measures[m], first_day(scenario.measures[m], watch.fired_on(m)), day);
  };
  return value_with(scenario, lever, town, baseline_of(scenario, lever), weight, scenario.measures.size());
}

std::set<int> levers_moved_by(const Scenario& one, const Scenario& other) {
  std::set<int> levers;
  for (const Scenario* scenario : {&one, &other})
    for (const Measure& measure : scenario->measures) levers.insert(measure.lever);
  return levers;
}

}  // namespace

void take_over(const Scenario& before, const Scenario& after, Day today, TriggerWatch& watch, Levers& levers) {
  const TriggerWatch known = watch_of(before, after, watch);
  for (int lever : today > 0 ? levers_moved_by(before, after) : std::set<int>())
    for (Id<Town> town : all_rows<Town>(levers.towns())) {
      const double now = value_under(after, known, lever, town, today - 1);
      if (now != value_under(before, watch, lever, town, today - 1)) levers.set(today, town, lever, now);
    }
  if (today > 0) watch = known;
}

namespace {

constexpr double rounding = 1e-9;        // of a sum of shares
constexpr std::size_t most_firings = 8;  // signposts that are tried in all combinations; more count as fired

Message names_of(const SharedWhole& whole) {
  return {fmt::format("{}", fmt::join(whole.levers, " + ")), fmt::format("{}", fmt::join(whole.levers, "＋"))};
}

}  // namespace

const std::vector<SharedWhole>& shared_wholes() {
  static const std::vector<SharedWhole> wholes = {
      {{"patrol.hotspot_share", "patrol.problem_share", "patrol.beat_share", "patrol.population_share"},
       {"patrol hours", "巡逻时间"}},
      {{"collective.negotiate", "collective.contain"}, {"collective incidents", "群体性事件"}},
      {{"police.patrol", "police.response", "police.investigation"}, {"police officers", "民警"}},
  };
  return wholes;
}

std::optional<Message> excess(const SharedWhole& whole, const Levers& levers, Id<Town> town) {
  double total = 0.0;
  for (const std::string_view name : whole.levers) total += levers.value(town, lever_index(name));
  if (total <= 1.0 + rounding) return {};
  return say({"{} is {}; the shares of {} may add up to 1 at most", "{}为{}；{}的各项比例合计不得超过1"},
             names_of(whole), plain(total), whole.name);
}

namespace {

bool may_be_in_force(const Measure& measure, Day today) {
  return today >= measure.from && today < measure.to;
}

/// The weights that a measure may have on a day.
Span possible_weight(const Measure& measure, Day today) {
  if (measure.once) return {0.0, may_be_in_force(measure, today) ? measure.strength : 0.0};
  const double weight = weight_on(measure, measure.from, today);
  return {weight, weight};
}

/// One look at a town on a day, while a policy is checked.
struct Look {
  const Scenario& scenario;
  Day today;
  Id<Town> town;

  Span value(int lever) const { return possible_value(scenario, lever, town, today); }

  /// The place of the last measure that acts on the lever here.
  std::string place(int lever) const {
    std::string where = "levers." + lever_list()[static_cast<std::size_t>(lever)].name;
    for (std::size_t m = 0; m < scenario.measures.size(); ++m) {
      const Measure& measure = scenario.measures[m];
      if (measure.lever == lever && covers(measure, town) && possible_weight(measure, today).high > 0.0)
        where = measure.where;
    }
    return where;
  }

  Message circumstances() const {
    const TownFacts& facts = scenario.world.towns[town.row];
    const Date date{std::chrono::sys_days(scenario.start) + std::chrono::days(today)};
    return say({"in {0} on {2}", "{1}，{2}"}, facts.name_en, facts.name_zh, to_string(date));
  }
};

std::optional<InputError> range_problem(const Look& look, int lever) {
  const LeverInfo& info = lever_list()[static_cast<std::size_t>(lever)];
  const Span value = look.value(lever);
  if (value.low >= info.low && value.high <= info.high) return {};
  const double wrong = value.low < info.low ? value.low : value.high;
  const Message range = out_of_range(info.name, wrong, info.low, info.high, info.unit, info.label);
  return InputError(look.place(lever), say({"{} {}", "{}（{}）"}, range, look.circumstances()));
}

/// Measures that wait for the same signpost, as those of one card do, come into force together.
bool fire_together(const Measure& a, const Measure& b) {
  return a.once == b.once && a.from == b.from && a.to == b.to;
}

/// One conditional measure for each signpost that shares of the whole wait for.
std::vector<const Measure*> firings_of(const Scenario& scenario, const SharedWhole& whole) {
  std::vector<const Measure*> firings;
  for (const Measure& measure : scenario.measures) {
    const std::string& lever = lever_list()[static_cast<std::size_t>(measure.lever)].name;
    const bool is_share = std::ranges::find(whole.levers, lever) != whole.levers.end();
    const auto known = [&](const Measure* other) { return fire_together(*other, measure); };
    if (measure.once && is_share && std::ranges::none_of(firings, known)) firings.push_back(&measure);
  }
  return firings;
}

/// The total of the shares when some of the signposts, given as bits, have fired.
double total_when(const Look& look, const SharedWhole& whole, const std::vector<const Measure*>& firings,
                  std::uint32_t fired) {
  const auto has_fired = [&](const Measure& measure) {
    for (std::size_t i = 0; i < firings.size(); ++i)
      if (fire_together(*firings[i], measure)) return i >= most_firings || (fired >> i & 1u) != 0;
    return false;
  };
  const auto weight = [&](std::size_t m) {
    const Measure& measure = look.scenario.measures[m];
    const Span possible = possible_weight(measure, look.today);
    return !measure.once || has_fired(measure) ? possible.high : possible.low;
  };
  double total = 0.0;
  for (const std::string_view name : whole.levers)
    total += value_with(look.scenario, lever_index(name), look.town, baseline_of(look.scenario, lever_index(name)),
                        weight, look.scenario.measures.size());
  return total;
}

double highest_total(const Look& look, const SharedWhole& whole) {
  const std::vector<const Measure*> firings = firings_of(look.scenario, whole);
  const auto combinations = std::uint32_t{1} << std::min(firings.size(), most_firings);
  double highest = 0.0;
  for (std::uint32_t fired = 0; fired < combinations; ++fired)
    highest = std::max(highest, total_when(look, whole, firings, fired));
  return highest;
}

std::optional<InputError> total_problem(const Look& look, const SharedWhole& whole) {
  const double total = highest_total(look, whole);
  std::string where;
  for (const std::string_view name : whole.levers) {
    const std::string place = look.place(lever_index(name));
    if (where.empty() || place.find("measures") != place.npos) where = place;
  }
  if (total <= 1.0 + rounding) return {};
  return InputError(
      where, say({"{} is {} {}; the shares of {} may add up to 1 at most", "{}为{}（{}）；{}的各项比例合计不得超过1"},
                 names_of(whole), plain(total), look.circumstances(), whole.name));
}

/// Looks at every town on every day of change until a problem is found.
template <class Problem>
void look_through(const Scenario& scenario, const Problem& problem_at, std::vector<InputError>& problems) {
  for (Day today = 0; today < scenario.days(); ++today) {
    if (!may_change(scenario, today)) continue;
    for (const Id<Town> town : all_rows<Town>(scenario.world.towns.size()))
      if (const std::optional<InputError> problem = problem_at(Look{scenario, today, town}))
        return problems.push_back(*problem);
  }
}

}  // namespace

Span possible_value(const Scenario& scenario, int lever, Id<Town> town, Day today) {
  return possible_value(scenario, lever, town, today, scenario.measures.size());
}

Span possible_value(const Scenario& scenario, int lever, Id<Town> town, Day today, std::size_t first_measures) {
  const double baseline = baseline_of(scenario, lever);
  const auto weight = [&](std::size_t m) { return possible_weight(scenario.measures[m], today); };
  return value_with(scenario, lever, town, Span{baseline, baseline}, weight, first_measures);
}

bool may_change(const Scenario& scenario, Day today) {
  return today == 0 || std::any_of(scenario.measures.begin(), scenario.measures.end(), [&](const Measure& measure) {
           return measure.once ? today == measure.from || today == measure.to : moves_on(measure, measure.from, today);
         });
}

std::vector<InputError> check_policy(const Scenario& scenario) {
  std::vector<InputError> problems;
  std::vector<int> moved;
  for (const Measure& measure : scenario.measures)
    if (std::find(moved.begin(), moved.end(), measure.lever) == moved.end()) moved.push_back(measure.lever);
  for (const int lever : moved)
    look_through(
        scenario, [&](const Look& look) { return range_problem(look, lever); }, problems);
  for (const SharedWhole& whole : shared_wholes())
    look_through(
        scenario, [&](const Look& look) { return total_problem(look, whole); }, problems);
  return problems;
}

}  // namespace linli
