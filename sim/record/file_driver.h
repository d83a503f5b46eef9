#pragma once

/// A way for HDF5 to write a file that never lets it see a write fail.
///
/// HDF5 (1.8 to 2.2) cannot close a file on a full disk: what it failed to write stays behind half released, and the
/// process dies of it at the latest when it exits (h5py issue 914, HDF5 issue 6601). So the first failure is kept here
/// for our own code to look at, HDF5 is told that all is well, and the useless file can be closed and removed.

#include "record/hdf5.h"

namespace linli {

/// File access properties for a new file. While the file is open, `*error` becomes the first error number of the
/// system when something could not be opened or written; set it to 0 before and look at it after writing.
Handle recording_errors(int* error);

}  // namespace linli
