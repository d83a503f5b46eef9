#include "bindings.h"
#include "core/version.h"

PYBIND11_MODULE(_core, module) {
  using namespace linli::python;
  module.doc() = "The engine of Linli. Private: use the package linli.";
  bind_errors(module);
  bind_lists(module);
  bind_figures(module);
  bind_scenario(module);
  bind_simulation(module);
  bind_state(module);
}
