#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include <map>
#include <nlohmann/json.hpp>

#include "bindings.h"
#include "core/version.h"
#include "engine/totals.h"
#include "engine/trial.h"
#include "model/cards/card_table.h"
#include "model/files/suggestions.h"
#include "model/lists/levers.h"
#include "model/scenario/schema.h"

namespace linli::python {
namespace {

Language language_named(const std::string& name) {
  return name == "zh" ? Language::chinese : Language::english;
}

std::vector<std::tuple<std::string, std::string, std::string>> groups() {
  std::vector<std::tuple<std::string, std::string, std::string>> named;
  for (const Kind& group : lever_groups()) named.emplace_back(group.key, group.name.english, group.name.chinese);
  return named;
}

std::vector<std::tuple<std::string, bool, bool>> stages_of_disputes() {
  std::vector<std::tuple<std::string, bool, bool>> all;
  for (const Stage stage : every<Stage>()) all.emplace_back(stages[stage].key, is_door(stage), is_mediation(stage));
  return all;
}

using PairOfFigures = std::pair<double, double>;

std::map<std::string, PairOfFigures> trial_of(const std::string& card, const std::filesystem::path& scenarios,
                                              std::uint64_t seed) {
  const py::gil_scoped_release others_run;
  const Trial trial = run_trial(card_with_id(card, "card"), scenarios, seed);
  const auto pair = [](const Pair& figures) { return PairOfFigures{figures.base, figures.played}; };
  return {{"direct", pair(trial.direct)},
          {"side", pair(trial.side)},
          {"switched_off", pair(trial.switched_off)},
          {"half", pair(trial.half)},
          {"first_year", pair(trial.first_year)},
          {"last_year", pair(trial.last_year)},
          {"spending", pair(trial.spending)}};
}

}  // namespace

Table loaded(const nlohmann::ordered_json& table) {
  return py::module_::import("json").attr("loads")(table.dump()).cast<Table>();
}

void bind_lists(py::module_& module) {
  module.def(
      "lever_table", [](const std::string& language) { return loaded(lever_table(language_named(language))); },
      py::arg("language"), "One dictionary per lever, in the order of the list.");
  module.def("lever_groups", &groups,
             "Key, English and Chinese name of the groups of levers, in the order of the list.");
  module.def(
      "parameter_table", [](const std::string& language) { return loaded(parameter_table(language_named(language))); },
      py::arg("language"), "One dictionary per parameter, in the order of the list.");
  module.def(
      "signpost_table", [](const std::string& language) { return loaded(signpost_table(language_named(language))); },
      py::arg("language"), "The figures that a conditional measure may watch.");
  module.def(
      "card_table", [](const std::string& language) { return loaded(card_table(language_named(language))); },
      py::arg("language"), "One dictionary per built-in card, in order.");
  module.def("run_trial", &trial_of, py::arg("card"), py::arg("scenarios"), py::arg("seed"),
             "Figures without and with a card under one seed; see sim/engine/trial.h.");
  module.def(
      "unit_of_card",
      [](const std::string& card, bool side) {
        const Card& found = card_with_id(card, "card");
        return text_of(unit_of(side && found.side ? found.side->figure : found.effect.figure));
      },
      py::arg("card"), py::arg("side"), "What the figure of the direct effect, or of the side effect, is given in.");
  module.def(
      "suggestion",
      [](const std::string& name, const std::vector<std::string>& known) { return text_of(suggestion(name, known)); },
      py::arg("name"), py::arg("known"),
      "What may follow a complaint about an unknown name: the nearest that there is.");
  module.def("stages", &stages_of_disputes, "(key, a door, with mediators) of the stages of a dispute, in order.");
  module.def(
      "version", [] { return std::string(version()); }, "The released version.");
  module.def(
      "commit", [] { return std::string(commit()); }, "The commit that the engine was built from.");
}

}  // namespace linli::python
