#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace linli::support {

/// A file of the repository: repository_file("scenarios/town/reference.toml").
std::filesystem::path repository_file(std::string_view path);

std::string content_of(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, std::string_view content);

/// An empty folder of a test's own, gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace linli::support
