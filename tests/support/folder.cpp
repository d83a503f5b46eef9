#include "support/folder.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace linli::support {

namespace fs = std::filesystem;

fs::path repository_file(std::string_view path) {
  return fs::path(LINLI_SOURCE_DIR) / path;
}

std::string content_of(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

void write_file(const fs::path& file, std::string_view content) {
  std::ofstream(file, std::ios::binary) << content;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "linli-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace linli::support
