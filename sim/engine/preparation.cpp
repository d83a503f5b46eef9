#include "engine/preparation.h"

#include <algorithm>
#include <cmath>

#include "model/lists/costs.h"
#include "model/scenario/idle.h"

namespace linli {
namespace {

constexpr int most_threads = 1024;
constexpr double largest_scale = 100.0;
constexpr double most_unlike = 1.5;  // [1] times the residents that an office serves, until it is worth saying
constexpr double fewest_people =
    1000.0;  // of a world made smaller: with fewer, offices have no work and shares no meaning

/// The seed and the length belong to the run: whatever they are, it is still the same scenario.
Scenario as_asked(Scenario scenario, const SimulationOptions& options) {
  scenario.seed = options.seed.value_or(scenario.seed);
  const Day days = options.days.value_or(scenario.days());
  scenario.end = std::chrono::sys_days(scenario.start) + std::chrono::days(days - 1);
  return scenario;
}

void refuse_too_few_people(const World& world, double scale) {
  const double people = static_cast<double>(world.residents) * scale;
  if (scale >= 1.0 || people >= fewest_people) return;
  throw InputError("population_scale", say({"is {}, which leaves {:.0f} residents; allowed are {:.0f} or more",
                                            "为{}，只剩{:.0f}名居民；至少须有{:.0f}名"},
                                           scale, people, fewest_people));
}

/// Facilities with no grid near enough for anybody to object.
Notes far_facilities(const Setting& setting) {
  Notes notes;
  for (std::size_t i = 0; i < setting.near_facility.size(); ++i) {
    const std::vector<char>& near = setting.near_facility[i];
    if (std::find(near.begin(), near.end(), char{1}) == near.end())
      notes.push_back(
          {setting.scenario.facilities[i].where,
           say({"no grid lies within {} km of it, so that nobody will object", "{}公里内没有网格，不会有居民反对"},
               setting.scenario.parameters.grievance.siting_distance)});
  }
  return notes;
}

/// What a world made smaller or larger has fewer or more of, and what it then does not keep.
Notes on_scale(const Setting& setting) {
  const World& world = setting.scenario.world;
  const std::string where = fmt::format("population_scale {}", setting.population_scale);
  if (setting.population_scale == 1.0) return {};
  const std::size_t seats = setting.graph.seats.size();
  Notes notes = {{where, say({"{} grids and {} communities, as large as the {} and {} of the full world",
                              "{}个网格、{}个村（社区），规模与完整世界的{}个、{}个相同"},
                             setting.graph.grids(), setting.graph.communities(), world.grids, world.communities)}};
  if (seats < world.towns.size())
    notes.push_back(
        {where, say({"{} towns share the offices of {}", "{}个镇街共用{}处的机构"}, world.towns.size(), seats)});
  const auto towns = static_cast<double>(world.towns.size());
  const double served = setting.population_scale * towns / static_cast<double>(seats);
  if (std::abs(std::log(served)) > std::log(most_unlike))
    notes.push_back(
        {where, say({"offices serve {:.2g} times the residents that they serve in the full world, so that waiting "
                     "in days and what follows from it differ from it",
                     "各机构服务的居民为完整世界的{:.2g}倍，等待天数及其影响与完整世界不同"},
                    served)});
  return notes;
}

void append(Notes more, Notes& notes) {
  notes.insert(notes.end(), more.begin(), more.end());
}

}  // namespace

const SimulationOptions& checked(const SimulationOptions& options, Day days) {
  if (options.threads < 0 || options.threads > most_threads)
    throw InputError("threads", say({"is {}; allowed are 0 (one per core) to {}", "为{}；允许0（每核一个）至{}"},
                                    options.threads, most_threads));
  if (!(options.population_scale > 0.0 && options.population_scale <= largest_scale))
    throw InputError("population_scale", say({"is {}; allowed is more than 0, up to {}", "为{}；须大于0，至多{}"},
                                             options.population_scale, largest_scale));
  if (options.days && (*options.days < 1 || *options.days > days))
    throw InputError("days",
                     say({"is {}; this scenario allows 1 to {} days", "为{}；该场景允许1至{}天"}, *options.days, days));
  return options;
}

Setting prepare(Scenario scenario, const SimulationOptions& options) {
  checked(options, scenario.days());
  refuse_too_few_people(scenario.world, options.population_scale);
  return Setting(as_asked(std::move(scenario), options), options.population_scale);
}

Notes notes_on(const Setting& setting) {
  Notes notes = setting.scenario.notes;
  append(setting.graph.notes, notes);
  append(idle_parts(setting.scenario), notes);
  append(unpriced_parts(setting.scenario), notes);
  append(far_facilities(setting), notes);
  append(on_scale(setting), notes);
  return notes;
}

Findings check_run(const std::filesystem::path& file, const std::vector<Override>& overrides,
                   const SimulationOptions& options) {
  Findings findings = check_scenario(file, overrides);
  if (!findings.scenario) return findings;
  try {
    const Setting setting = prepare(*findings.scenario, options);
    findings.notes = notes_on(setting);
  } catch (const InputError& error) {
    findings.problems.push_back(error);
    findings.scenario.reset();
  }
  return findings;
}

}  // namespace linli
