#include "record/file_driver.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace linli {
namespace {

/// An open file. HDF5 knows it by its first member.
struct File {
  H5FD_t known_to_hdf5;
  int descriptor;
  haddr_t allocated;  // end of what HDF5 has given out
  haddr_t end;        // of what was written
  int* error;
};

File& file_of(H5FD_t* file) {
  return *reinterpret_cast<File*>(file);
}
const File& file_of(const H5FD_t* file) {
  return *reinterpret_cast<const File*>(file);
}

void keep_first(int* error) {
  if (*error == 0) *error = errno;
}

H5FD_t* open_file(const char* name, unsigned, hid_t access, haddr_t) {
  int* error = *static_cast<int* const*>(H5Pget_driver_info(access));
  const int descriptor = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    keep_first(error);
    return nullptr;
  }
  return &(new File{{}, descriptor, 0, 0, error})->known_to_hdf5;
}

herr_t close_file(H5FD_t* file) {
  File* const ours = &file_of(file);
  if (close(ours->descriptor) != 0) keep_first(ours->error);
  delete ours;
  return 0;
}

herr_t write_all(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* values) {
  File& ours = file_of(file);
  ours.end = std::max<haddr_t>(ours.end, address + size);
  const char* from = static_cast<const char*>(values);
  while (size > 0) {
    const ssize_t written = pwrite(ours.descriptor, from, size, static_cast<off_t>(address));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      keep_first(ours.error);
      return 0;
    }
    from += written;
    address += static_cast<haddr_t>(written);
    size -= static_cast<std::size_t>(written);
  }
  return 0;
}

herr_t read_all(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* values) {
  const File& ours = file_of(file);
  char* to = static_cast<char*>(values);
  while (size > 0) {
    const ssize_t got = pread(ours.descriptor, to, size, static_cast<off_t>(address));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    to += got;
    address += static_cast<haddr_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  std::memset(to, 0, size);  // nothing has been written there yet
  return 0;
}

herr_t set_length(H5FD_t* file, hid_t, hbool_t) {
  File& ours = file_of(file);
  if (ours.end == ours.allocated) return 0;
  if (ftruncate(ours.descriptor, static_cast<off_t>(ours.allocated)) != 0) keep_first(ours.error);
  ours.end = ours.allocated;
  return 0;
}

herr_t query(const H5FD_t*, unsigned long* features) {
  *features = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
              H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
  return 0;
}

const H5FD_class_t& file_class() {
  static const H5FD_class_t ours = [] {
    H5FD_class_t c{};
    c.name = "linli";
    c.maxaddr = (haddr_t{1} << 62) - 1;
    c.fc_degree = H5F_CLOSE_WEAK;
    c.fapl_size = sizeof(int*);
    c.open = open_file;
    c.close = close_file;
    c.query = query;
    c.get_eoa = [](const H5FD_t* file, H5FD_mem_t) { return file_of(file).allocated; };
    c.set_eoa = [](H5FD_t* file, H5FD_mem_t, haddr_t end) -> herr_t { return file_of(file).allocated = end, 0; };
    c.get_eof = [](const H5FD_t* file, H5FD_mem_t) { return file_of(file).end; };
    c.read = read_all;
    c.write = write_all;
    c.truncate = set_length;
    const H5FD_mem_t free_lists[H5FD_MEM_NTYPES] = H5FD_FLMAP_DICHOTOMY;
    std::ranges::copy(free_lists, c.fl_map);
    return c;
  }();
  return ours;
}

}  // namespace

Handle recording_errors(int* error) {
  // Registered for the life of the process: HDF5 calls through it once more when the last file has let it go.
  static const hid_t driver = checked(H5FDregister(&file_class()));
  Handle access(H5Pcreate(H5P_FILE_ACCESS));
  checked(H5Pset_driver(access, driver, &error));
  return access;
}

}  // namespace linli
