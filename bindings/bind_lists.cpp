#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <nlohmann/json.hpp>

#include "bindings.h"
#include "core/version.h"
#include "model/levers.h"
#include "model/schema.h"

namespace linli::python {
namespace {

using Table = py::typing::List<py::typing::Dict<py::str, py::object>>;

Table loaded(const nlohmann::ordered_json& table) {
  return py::module_::import("json").attr("loads")(table.dump()).cast<Table>();
}

Language language_named(const std::string& name) {
  return name == "zh" ? Language::chinese : Language::english;
}

std::vector<std::tuple<std::string, std::string, std::string>> groups() {
  std::vector<std::tuple<std::string, std::string, std::string>> named;
  for (const Kind& group : lever_groups()) named.emplace_back(group.key, group.name.english, group.name.chinese);
  return named;
}

}  // namespace

void bind_lists(py::module_& module) {
  module.def(
      "lever_table", [](const std::string& language) { return loaded(lever_table(language_named(language))); },
      py::arg("language"), "One dictionary per lever, in the order of the list.");
  module.def("lever_groups", &groups, "Key, English and Chinese name of the groups of levers, in the order of the list.");
  module.def(
      "parameter_table", [](const std::string& language) { return loaded(parameter_table(language_named(language))); },
      py::arg("language"), "One dictionary per parameter, in the order of the list.");
  module.def(
      "signpost_table", [](const std::string& language) { return loaded(signpost_table(language_named(language))); },
      py::arg("language"), "The figures that a conditional measure may watch.");
  module.def(
      "version", [] { return std::string(version()); }, "The released version.");
  module.def(
      "commit", [] { return std::string(commit()); }, "The commit this was built from.");
  module.def(
      "compiler", [] { return std::string(compiler()); }, "The compiler this was built with.");
}

}  // namespace linli::python
