#pragma once

/// A name for a file that is being made: hidden, beside its own name, and locked for as long as the work goes on.
///
/// Two runs into one file would both work to the end, and one would be lost; the lock makes the second say so at once.
/// It goes with its process, however that ends, so what a run that was killed has left can be told from what is being
/// written, and the next run into that folder removes it.

#include <filesystem>

namespace linli {

class Claim {
 public:
  /// Makes the hidden file. Throws InputError where another process works on the same name, and Failure where the
  /// system refuses.
  explicit Claim(std::filesystem::path file);
  /// Removes the hidden file, unless it was published.
  ~Claim();
  Claim(const Claim&) = delete;
  Claim& operator=(const Claim&) = delete;

  /// What to write to.
  const std::filesystem::path& hidden() const { return hidden_; }

  /// Makes sure that all is on the disk, and gives the file its name.
  void publish();

 private:
  std::filesystem::path file_, hidden_;
  int lock_ = -1;
};

/// Removes what processes that are gone have left half made in a folder.
void remove_abandoned(const std::filesystem::path& folder);

}  // namespace linli
