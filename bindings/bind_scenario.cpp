#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings.h"
#include "engine/preparation.h"
#include "model/costs.h"
#include "model/divergence.h"
#include "model/scenario_reader.h"

namespace linli::python {
namespace {

namespace fs = std::filesystem;

using Settings = std::vector<std::pair<std::string, std::string>>;

std::vector<Override> overrides_of(const Settings& settings) {
  std::vector<Override> overrides;
  for (const auto& [name, value] : settings) overrides.push_back({name, value});
  return overrides;
}

/// A place and what is said of it.
using Remark = py::typing::Tuple<py::str, TextObject>;
using Remarks = py::typing::List<Remark>;

/// What is wrong, and what deserves a second look, before a run of the file.
std::pair<Remarks, Remarks> findings_in(const fs::path& file) {
  const Findings found = [&] {
    const py::gil_scoped_release unlocked;
    return check_run(file);
  }();
  Remarks problems, notes;
  for (const InputError& error : found.problems)
    problems.append(py::make_tuple(error.where, text_of(error.what_is_wrong)));
  for (const Note& note : found.notes) notes.append(py::make_tuple(note.where, text_of(note.what)));
  return {problems, notes};
}

std::vector<std::string> town_names(const Scenario& scenario, Language language) {
  std::vector<std::string> names;
  for (const TownFacts& town : scenario.world.towns)
    names.push_back(language == Language::chinese ? town.name_zh : town.name_en);
  return names;
}

/// [yuan] by year of the run and lever.
std::vector<std::tuple<int, std::string, double>> spending_of(const Scenario& scenario) {
  std::vector<std::tuple<int, std::string, double>> spending;
  for (const YearOfSpending& year : expected_spending(scenario))
    for (std::size_t lever = 0; lever < year.by_lever.size(); ++lever)
      spending.emplace_back(year.year, lever_list()[lever].name, year.by_lever[lever]);
  return spending;
}

/// [yuan] by card, town and year of the run.
std::vector<std::tuple<std::string, std::string, int, double>> spending_by_card(const Scenario& scenario) {
  std::vector<std::tuple<std::string, std::string, int, double>> spending;
  for (const CardSpending& part : expected_spending_by_card(scenario))
    spending.emplace_back(part.card, scenario.world.towns[part.town.row].name_en, part.year, part.yuan);
  return spending;
}

}  // namespace

void bind_scenario(py::module_& module) {
  module.def(
      "check_scenario", &findings_in, py::arg("file"),
      "Places and complaints of everything wrong in a file, and places and notes on what deserves a second look.");
  py::class_<Scenario>(module, "Scenario", "A scenario that has been read and found sound.")
      .def_static(
          "load",
          [](const fs::path& file, const Settings& settings) { return read_scenario(file, overrides_of(settings)); },
          py::arg("file"), py::arg("settings") = Settings{})
      .def_static(
          "from_text",
          [](const std::string& text, const fs::path& file, const Settings& settings,
             std::vector<std::string> lineage) {
            Scenario scenario = read_scenario_text(text, file, overrides_of(settings));
            scenario.lineage = std::move(lineage);
            return scenario;
          },
          py::arg("text"), py::arg("file"), py::arg("settings") = Settings{},
          py::arg("lineage") = std::vector<std::string>{},
          "Reads a text that would stand at `file`, made from the files of `lineage`.")
      .def_property_readonly("title",
                             [](const Scenario& s) {
                               return text_of({s.title_en, s.title_zh});
                             })
      .def_property_readonly("start", [](const Scenario& s) { return date_of(s.start); })
      .def_property_readonly(
          "end", [](const Scenario& s) { return date_of(s.end); }, "The last day.")
      .def_property_readonly("days", [](const Scenario& s) { return s.days(); })
      .def_property_readonly("residents", [](const Scenario& s) { return s.world.residents; })
      .def_property_readonly("towns", [](const Scenario& s) { return town_names(s, Language::english); })
      .def_property_readonly("towns_zh", [](const Scenario& s) { return town_names(s, Language::chinese); })
      .def_property_readonly(
          "budget", [](const Scenario& s) { return s.costs.budget; }, "[yuan/year]")
      .def_readonly("seed", &Scenario::seed)
      .def_readonly("text", &Scenario::text, "Canonical TOML, overlays applied.")
      .def_readonly("content_hash", &Scenario::content_hash)
      .def_readonly("lineage", &Scenario::lineage, "The files it was made from, base first.")
      .def("first_difference", &first_day_of_difference, py::arg("other"),
           "The first day on which a run with the same seed may differ.")
      .def("expected_spending", &spending_of, "(year, lever, yuan) for every year of the run and lever.")
      .def("expected_spending_by_card", &spending_by_card, "(card, town, year, yuan): what each card adds in turn.");
}

}  // namespace linli::python
