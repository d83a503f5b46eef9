# Writes version.cpp with the version and commit of this tree; the file changes only when they do.
set(COMMIT "unknown")
if(GIT)
  execute_process(COMMAND ${GIT} describe --always --dirty --abbrev=12 WORKING_DIRECTORY ${SOURCE}
                  OUTPUT_VARIABLE FOUND OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE FAILED)
  if(NOT FAILED)
    set(COMMIT "${FOUND}")
  endif()
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include "core/version.h"

namespace linli {
const char* version() { return "@VERSION@"; }
const char* commit() { return "@COMMIT@"; }
const char* compiler() { return __VERSION__; }
}  // namespace linli
]] @ONLY)
