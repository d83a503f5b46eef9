#include "model/scenario/schema.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/lists/levers.h"
#include "model/lists/parameters.h"
#include "model/scenario/policy.h"
#include "model/scenario/scenario.h"

namespace linli {
namespace {

TEST(Schema, the_file_next_to_the_scenarios_is_the_one_the_lists_make) {
  std::ifstream file(std::filesystem::path(LINLI_SOURCE_DIR) / "scenarios/scenario.schema.json");
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(kept == scenario_schema().dump(2) + "\n")
      << "The lists have changed. Refresh with: linli-sim schema > scenarios/scenario.schema.json";
}

TEST(Schema, every_parameter_and_lever_is_described_with_range_and_default) {
  const nlohmann::ordered_json properties = scenario_schema()["properties"];
  const auto& memory = properties["parameters"]["properties"]["attitudes"]["properties"]["strain_memory"];
  EXPECT_EQ(memory["default"], 60.0);
  EXPECT_EQ(memory["minimum"], 5.0);
  EXPECT_EQ(memory["x-title-zh"], "压力消退时间");
  const auto& rate = properties["parameters"]["properties"]["grievance"]["properties"]["rate"]["properties"];
  EXPECT_EQ(rate.size(), dispute_types.size());
  EXPECT_EQ(rate["neighbour"]["title"], "onset of grievances: neighbours");
  EXPECT_EQ(properties["levers"]["properties"]["patrol"]["properties"]["hotspot_share"]["maximum"], 1.0);
}

TEST(Schema, a_measure_names_a_known_lever_and_one_action) {
  const nlohmann::ordered_json measure = scenario_schema()["properties"]["measures"]["items"];
  EXPECT_EQ(measure["properties"]["lever"]["enum"].size(), lever_list().size());
  EXPECT_EQ(measure["oneOf"].size(), 3u);
}

TEST(Schema, a_shock_has_a_known_kind_and_a_size_that_goes_with_it) {
  const nlohmann::ordered_json shock = scenario_schema()["properties"]["shocks"]["items"];
  EXPECT_EQ(shock["properties"]["kind"]["enum"].size(), shock_kinds.size());
  EXPECT_EQ(shock["properties"]["sector"]["enum"].size(), sectors.size());
  ASSERT_EQ(shock["allOf"].size(), shock_kinds.size());
  EXPECT_EQ(shock["allOf"][2]["if"]["properties"]["kind"]["const"], "slump");
  EXPECT_EQ(shock["allOf"][2]["then"]["properties"]["size"]["maximum"], 4.0);
}

TEST(Schema, costs_have_the_layout_of_the_levers_and_leave_rules_out) {
  const nlohmann::ordered_json properties = scenario_schema()["properties"];
  const auto& police = properties["costs"]["properties"]["police"]["properties"];
  EXPECT_EQ(police["officers"]["default"], 250'000.0);
  EXPECT_EQ(police["officers"]["x-unit"], "yuan");
  EXPECT_FALSE(police.contains("patrol"));
  EXPECT_FALSE(properties["costs"]["properties"].contains("assessment"));
  EXPECT_EQ(properties["budget"]["minimum"], 0.0);
}

TEST(Schema, the_tables_hold_every_entry_in_both_languages) {
  Parameters parameters;
  std::size_t count = 0;
  for_each_parameter(parameters, [&](const ParameterInfo&, double&) { ++count; });
  for (const Language language : {Language::english, Language::chinese}) {
    EXPECT_EQ(parameter_table(language).size(), count);
    EXPECT_EQ(lever_table(language).size(), lever_list().size());
    EXPECT_EQ(signpost_table(language).size(), signposts.size());
  }
  EXPECT_EQ(lever_table(Language::chinese)[0]["label"], "专职调解员");
  EXPECT_EQ(lever_table(Language::english)[0]["default"], 0.6);
  EXPECT_EQ(lever_table(Language::english)[0]["unit_cost"], 120'000.0);
  EXPECT_EQ(lever_table(Language::chinese)[0]["cost_per"], "每年每万常住人口");
}

}  // namespace
}  // namespace linli
