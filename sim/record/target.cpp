#include "record/target.h"

#include <unistd.h>

#include "core/error.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// What a symbolic link leads to is written, and the link stays.
fs::path behind_links(const fs::path& file) {
  std::error_code ignored;
  return fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
}

void check_folder(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    throw InputError(folder.string(), say({"there is no such folder for the results", "存放结果的文件夹不存在"}));
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    throw InputError(folder.string(),
                     say({"no permission to write results in this folder", "没有权限向该文件夹写入结果"}));
}

void check_file(const fs::path& file, bool force) {
  std::error_code ignored;
  const fs::file_status status = fs::status(file, ignored);
  if (!file.has_filename() || (fs::exists(status) && !fs::is_regular_file(status)))
    throw InputError(file.string(), say({"this is not the name of a file", "这不是一个文件名"}));
  if (fs::exists(status) && !force)
    throw InputError(file.string(),
                     say({"the file exists already; allow it to be replaced (--force) or choose another name",
                          "文件已存在；请允许覆盖（--force）或换一个文件名"}));
}

}  // namespace

Target::Target(const fs::path& file, bool force) : file_(behind_links(file)), force_(force) {
  check_folder(folder_of(file_));
  check_file(file_, force_);
  remove_abandoned(folder_of(file_));
  claim_ = std::make_unique<Claim>(file_);
}

void Target::publish() {
  check_file(file_, force_);
  claim_->publish();
}

}  // namespace linli
