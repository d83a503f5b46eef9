#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings.h"
#include "engine/totals.h"
#include "record/summary.h"
#include "state/figure_table.h"

namespace linli::python {
namespace {

std::vector<std::tuple<std::string, std::string, std::string>> groups() {
  std::vector<std::tuple<std::string, std::string, std::string>> named;
  for (const Kind& group : figure_groups()) named.emplace_back(group.key, group.name.english, group.name.chinese);
  return named;
}

std::vector<double> values_of(const Totals& totals) {
  std::vector<std::optional<int>> years = {std::nullopt};
  for (const int year : totals.years()) years.emplace_back(year);
  std::vector<double> values;
  for (const Figure& figure : figures())
    for (const auto& year : years) {
      values.push_back(totals.value(figure, year));
      for (const Id<Town> town : all_rows<Town>(totals.towns())) values.push_back(totals.value(figure, year, town));
    }
  return values;
}

}  // namespace

Figures figures_of(const Totals& totals) {
  std::vector<double> values;
  {
    const py::gil_scoped_release others_run;
    values = values_of(totals);
  }
  const std::vector<int> years = totals.years();
  std::vector<int> days = {totals.days_of()};
  for (const int year : years) days.push_back(totals.days_of(year));
  const auto shape = {figures().size(), years.size() + 1, totals.towns() + 1};
  return {years, days, py::array_t<double>(std::vector<py::ssize_t>(shape.begin(), shape.end()), values.data())};
}

void bind_figures(py::module_& module) {
  module.def(
      "figure_table", [] { return loaded(figure_table()); }, "One dictionary per figure, in the order of the list.");
  module.def("figure_groups", &groups, "Key, English and Chinese name of the groups of figures, in order.");
  module.def(
      "figures_of_file",
      [](const std::filesystem::path& path) {
        RunSummary summary;
        {
          const py::gil_scoped_release others_run;
          summary = read_summary(path);
        }
        return figures_of(summary.totals);
      },
      py::arg("path"), "Years, days by year (the first: all), and figures by figure, year and town (the first: all).");
}

}  // namespace linli::python
