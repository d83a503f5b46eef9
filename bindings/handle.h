#pragma once

#include <pybind11/pybind11.h>

#include <memory>

#include "engine/simulation.h"
#include "record/recorder.h"

namespace linli::python {

/// A simulation as Python holds it.
struct Handle {
  std::unique_ptr<Recorder> recorder;  // before the simulation, which refers to it
  std::unique_ptr<Simulation> simulation;
  bool ended = false;
};

}  // namespace linli::python
