#pragma once

namespace linli {

/// The released version, the commit (with "-dirty" for a changed tree) and the compiler that built this library.
const char* version();
const char* commit();
const char* compiler();

}  // namespace linli
