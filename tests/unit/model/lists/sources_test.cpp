#include "model/lists/sources.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "model/lists/levers.h"
#include "model/lists/parameters.h"

namespace linli {
namespace {

/// Everything that the lists give as a source.
std::set<std::string_view> all_sources() {
  std::set<std::string_view> sources;
  Parameters parameters;
  for_each_parameter(parameters, [&](const ParameterInfo& info, double&) { sources.insert(info.source); });
  for (const LeverInfo& lever : lever_list()) sources.insert({lever.source, lever.cost_source});
  sources.erase("");
  return sources;
}

TEST(Sources, read_in_chinese_unless_they_are_published_works) {
  const std::regex work(R"([A-Z][A-Za-z ]+ (19|20)\d\d)");
  const std::regex english_words("[a-z]{2,} [a-z]{2,}");
  for (std::string_view source : all_sources()) {
    const std::string chinese = source_of(source).chinese;
    const std::string without_works = std::regex_replace(chinese, work, "");
    EXPECT_FALSE(std::regex_search(without_works, english_words)) << source << ": " << chinese;
    EXPECT_TRUE(chinese != source || std::regex_match(chinese, work)) << source;
  }
}

TEST(Sources, say_what_is_judgement_and_keep_citations) {
  EXPECT_EQ(source_of("prior").chinese, "先验值");
  EXPECT_EQ(source_of("prior from Koper 1995").chinese, "先验值，依据Koper 1995");
  EXPECT_EQ(source_of("assumption: a visit").chinese, "假设：每次走访");
  EXPECT_EQ(source_of("Skogan 2006").chinese, "Skogan 2006");
  EXPECT_EQ(source_of("2020 census").english, "2020 census");
}

}  // namespace
}  // namespace linli
