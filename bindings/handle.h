#pragma once

#include <pybind11/pybind11.h>

#include <memory>

#include "core/error.h"
#include "engine/simulation.h"
#include "engine/totals.h"
#include "record/recorder.h"

namespace linli::python {

/// A simulation as Python holds it. Both flags are read and written under the interpreter's lock.
struct Handle {
  std::unique_ptr<Recorder> recorder;  // before the simulation, which refers to it
  Totals totals;                       // likewise
  std::unique_ptr<Simulation> simulation;
  bool ended = false;
  bool busy = false;  // works without the interpreter's lock: nobody else may touch it

  Simulation& at_rest() const {
    if (busy) throw InputError("simulation", say({"is at work; wait until that is done", "正在运行；请等待其完成"}));
    return *simulation;
  }
};

/// Takes the simulation and lets go of the interpreter's lock, until the end of the block.
class AtWork {
 public:
  explicit AtWork(Handle& handle) : simulation(handle.at_rest()), handle_(handle) { handle_.busy = true; }
  ~AtWork() { handle_.busy = false; }
  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;

  Simulation& simulation;

 private:
  Handle& handle_;
};

}  // namespace linli::python
