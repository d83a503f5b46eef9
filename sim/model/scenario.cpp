#include "model/scenario.h"

namespace linli {

Day Scenario::days() const {
  return static_cast<Day>((std::chrono::sys_days(end) - std::chrono::sys_days(start)).count()) + 1;
}

}  // namespace linli
