#pragma once

/// The file that is to be written: checked before the work starts, made under a hidden name, named when it is whole.

#include <filesystem>
#include <memory>

#include "record/claim.h"

namespace linli {

class Target {
 public:
  /// Claims the name, and removes what runs that are gone have left in its folder. Throws InputError for a folder that
  /// is missing or cannot be written to, for a name that belongs to something other than a file or that another run is
  /// writing, and for a file that exists already unless `force` allows to replace it.
  explicit Target(const std::filesystem::path& file, bool force = false);

  /// What to write to. It is gone with the target, unless it was published.
  const std::filesystem::path& hidden() const { return claim_->hidden(); }

  /// Gives the file its name. Throws InputError where somebody else has taken it meanwhile.
  void publish();

  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
  bool force_;
  std::unique_ptr<Claim> claim_;
};

}  // namespace linli
