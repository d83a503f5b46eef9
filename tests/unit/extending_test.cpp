/// docs/extending.md names the files that an addition touches; here they are looked up.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "support/folder.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

using support::content_of;
using support::repository_file;

using Names = std::set<std::string>;

/// The first group of every match.
Names matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  Names found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), regex); match != std::sregex_iterator(); ++match)
    found.insert((*match)[1]);
  return found;
}

std::string page() {
  return content_of(repository_file("docs/extending.md"));
}

/// Whether there is a file, or with a star in its name, any of that kind.
bool exists(const std::string& named) {
  const fs::path path = repository_file(named);
  const std::string name = path.filename().string();
  const std::size_t star = name.find('*');
  if (star == name.npos) return fs::exists(path);
  const auto fits = [&](const fs::directory_entry& entry) {
    const std::string file = entry.path().filename().string();
    return file.starts_with(name.substr(0, star)) && file.ends_with(name.substr(star + 1));
  };
  return std::any_of(fs::directory_iterator(path.parent_path()), fs::directory_iterator(), fits);
}

/// The sources in which some list has a row for a kind of the enumeration.
Names files_with_rows_by(const std::string& enumeration) {
  const std::regex row(R"(\n\s*\{)" + enumeration + "::");
  Names files;
  for (const auto& entry : fs::recursive_directory_iterator(repository_file("sim")))
    if (entry.is_regular_file() && std::regex_search(content_of(entry.path()), row))
      files.insert(fs::relative(entry.path(), repository_file(".")).string());
  return files;
}

/// Of the table of kinds: enumeration, and the files with a row for each.
std::map<std::string, Names> rows_named() {
  const std::string text = page();
  const std::regex line(R"(\| [a-z ]+ \| `([A-Z]\w+)` \|([^|\n]+)\|)");
  std::map<std::string, Names> named;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), line); match != std::sregex_iterator(); ++match)
    named[(*match)[1]] = matches((*match)[2], "`([^`]+)`");
  return named;
}

TEST(Extending, NamesFilesThatExist) {
  const Names named = matches(page(), R"(`((?:sim|tests|docs|scenarios|scripts|analysis|bindings)/[\w./*]+)`)");
  ASSERT_GT(named.size(), 20u);
  for (const std::string& file : named) EXPECT_TRUE(exists(file)) << file;
}

TEST(Extending, NamesEveryFileWithARowForEachKind) {
  const std::map<std::string, Names> named = rows_named();
  ASSERT_EQ(named.size(), 4u);
  for (const auto& [enumeration, files] : named) EXPECT_EQ(files, files_with_rows_by(enumeration)) << enumeration;
}

TEST(Extending, NamesWhatTheSourcesSay) {
  for (const auto& [file, word] : std::vector<std::pair<std::string, std::string>>{
           {"sim/model/lists/kinds.h", "enum class Purpose "},
           {"sim/state/events.h", "enum class EffectSource "},
           {"sim/core/members.h", "define LINLI_MEMBERS("},
           {"sim/processes/grievance.cpp", "double exposure("},
           {"sim/processes/blame.cpp", "> organisation("},
           {"tests/model/levers_test.cpp", "AreEachReadBySomethingThatHappens) {"}})
    EXPECT_NE(content_of(repository_file(file)).find(word), std::string::npos) << file << ": " << word;
}

}  // namespace
}  // namespace linli
