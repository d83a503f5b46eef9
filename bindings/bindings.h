#pragma once

/// The private module linli._core: translation only, one file per topic. What Python users see is in analysis/linli.

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <nlohmann/json_fwd.hpp>
#include <tuple>
#include <vector>

#include "core/calendar.h"
#include "core/text.h"

namespace linli {
class Totals;
}

namespace linli::python {

namespace py = pybind11;

/// linli.InputError, linli.InternalError and OSError for what is thrown in C++.
void bind_errors(py::module_& module);
/// The list of figures, and figures of result files.
void bind_figures(py::module_& module);
/// The lists of levers, parameters and signposts.
void bind_lists(py::module_& module);
void bind_scenario(py::module_& module);
void bind_simulation(py::module_& module);
/// Columns of the state as arrays.
void bind_state(py::module_& module);

/// Python objects that stubs show with their types.
struct TextObject : py::object {
  PYBIND11_OBJECT_DEFAULT(TextObject, py::object, PyObject_Type)
};
struct DateObject : py::object {
  PYBIND11_OBJECT_DEFAULT(DateObject, py::object, PyObject_Type)
};

using Table = py::typing::List<py::typing::Dict<py::str, py::object>>;
Table loaded(const nlohmann::ordered_json& table);

/// The years of a run and their days, and every figure by figure, year and town. Year and town 0 are all of them.
using Figures = std::tuple<std::vector<int>, std::vector<int>, py::array_t<double>>;
Figures figures_of(const Totals& totals);

TextObject text_of(const Message& message);
DateObject date_of(const Date& date);

}  // namespace linli::python

template <>
struct pybind11::detail::handle_type_name<linli::python::TextObject> {
  static constexpr auto name = const_name("linli._language.Text");
};
template <>
struct pybind11::detail::handle_type_name<linli::python::DateObject> {
  static constexpr auto name = const_name("datetime.date");
};
