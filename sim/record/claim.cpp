#include "record/claim.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "core/error.h"
#include "core/files.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".linli-partial";

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

fs::path hidden_name(const fs::path& file) {
  return folder_of(file) / fmt::format(".{}{}", file.filename().string(), suffix);
}

bool is_hidden_name(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with('.') && name.ends_with(suffix);
}

[[noreturn]] void fail(const fs::path& file) {
  throw Failure(say({"{}: {}", "{}：{}"}, file.string(), cause_of({errno, std::generic_category()})));
}

/// Whether the name still leads to what was opened: another process may have removed it in between.
bool is_still_there(int descriptor, const fs::path& file) {
  struct stat opened {
  }, named{};
  return fstat(descriptor, &opened) == 0 && stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

/// An open file that nobody else has a lock on; -1 where somebody has.
int lock(const fs::path& file, int flags) {
  while (true) {
    const int descriptor = open(file.c_str(), flags | O_CLOEXEC, 0666);
    if (descriptor < 0) return -1;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0 && is_still_there(descriptor, file)) return descriptor;
    const int cause = errno;
    close(descriptor);
    errno = cause;
    if (cause == EWOULDBLOCK || !fs::exists(file)) return -1;
  }
}

void flush(const fs::path& file, int flags) {
  const int descriptor = open(file.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) fail(file);
  const bool flushed = fsync(descriptor) == 0 || errno == EINVAL;  // some file systems cannot flush folders
  close(descriptor);
  if (!flushed) fail(file);
}

}  // namespace

Claim::Claim(fs::path file)
    : file_(std::move(file)), hidden_(hidden_name(file_)), lock_(lock(hidden_, O_RDWR | O_CREAT)) {
  if (lock_ >= 0) return;
  if (errno != EWOULDBLOCK) fail(hidden_);
  throw InputError(file_.string(), say({"another run is writing this file", "另一次运行正在写入该文件"}));
}

Claim::~Claim() {
  std::error_code ignored;
  if (!hidden_.empty()) fs::remove(hidden_, ignored);
  if (lock_ >= 0) close(lock_);
}

void Claim::publish() {
  flush(hidden_, O_RDONLY);
  fs::rename(hidden_, file_);
  hidden_.clear();
  close(std::exchange(lock_, -1));  // readers of the file lock it in their turn
  flush(folder_of(file_), O_RDONLY | O_DIRECTORY);
}

void remove_abandoned(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (!is_hidden_name(entry.path())) continue;
    const int descriptor = lock(entry.path(), O_RDWR);
    if (descriptor < 0) continue;
    fs::remove(entry.path(), ignored);
    close(descriptor);
  }
}

}  // namespace linli
