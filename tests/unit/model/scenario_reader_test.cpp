#include "model/scenario_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace linli {
namespace {

namespace fs = std::filesystem;

const fs::path scenarios = fs::path(LINLI_SOURCE_DIR) / "scenarios";
const fs::path beside = scenarios / "town/written-in-a-test.toml";

/// A scenario that lies over the small town's reference.
Scenario over_reference(const std::string& text, const std::vector<Override>& overrides = {}) {
  return read_scenario_text("extends = \"reference.toml\"\n" + text, beside, overrides);
}

std::string error_of(const std::vector<Override>& overrides) {
  try {
    over_reference("", overrides);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(ScenarioReader, every_scenario_that_comes_with_the_project_is_sound) {
  int scenarios_found = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(scenarios)) {
    if (entry.path().extension() != ".toml" || entry.path().parent_path().filename() == "cards") continue;
    ++scenarios_found;
    const Findings found = check_scenario(entry.path());
    for (const InputError& problem : found.problems) ADD_FAILURE() << problem.what();
    for (const Note& note : found.notes) ADD_FAILURE() << note.text(Language::english);
    EXPECT_TRUE(found.scenario);
  }
  EXPECT_GE(scenarios_found, 7);
}

TEST(ScenarioReader, dongguan_has_the_towns_and_residents_of_the_census) {
  const Scenario scenario = read_scenario(scenarios / "dongguan/reference.toml");
  EXPECT_EQ(scenario.title_zh, "东莞市基准场景");
  EXPECT_EQ(scenario.days(), 1826);
  EXPECT_EQ(scenario.world.towns.size(), 33u);
  EXPECT_EQ(scenario.world.residents, 10'466'625);
  EXPECT_EQ(scenario.world.communities, 593);
  EXPECT_EQ(scenario.world.grids, 2894);
  const TownFacts& humen = scenario.world.towns[23];
  EXPECT_EQ(humen.name_en, "Humen");
  EXPECT_EQ(humen.name_zh, "虎门镇");
  EXPECT_EQ(humen.residents, 838'144);
  EXPECT_EQ(humen.character, Character::industrial);
  EXPECT_EQ(scenario.parameters.population.migrant_share, 0.7598);
}

TEST(ScenarioReader, what_the_reference_writes_out_is_what_the_defaults_are) {
  Scenario scenario = read_scenario(scenarios / "dongguan/reference.toml");
  Parameters parameters;
  std::vector<double> defaults;
  for_each_parameter(parameters, [&](const ParameterInfo&, double& value) { defaults.push_back(value); });
  auto expected = defaults.begin();
  for_each_parameter(scenario.parameters,
                     [&](const ParameterInfo& info, double& value) { EXPECT_EQ(value, *expected++) << info.name; });
  const Levers written(1, scenario.levers), reference(1);
  for (std::size_t lever = 0; lever < lever_list().size(); ++lever)
    EXPECT_EQ(written.value(Id<Town>(0), static_cast<int>(lever)),
              reference.value(Id<Town>(0), static_cast<int>(lever)))
        << lever_list()[lever].name;
  EXPECT_EQ(scenario.costs.unit_costs, reference_unit_costs());
  EXPECT_FALSE(scenario.costs.budget);
}

TEST(ScenarioReader, an_overlay_changes_what_it_names_and_keeps_the_rest) {
  const Scenario scenario = over_reference(R"(
title = { en = "Warm hearts", zh = "热心" }
[parameters.attitudes]
strain_memory = "3 months"
[parameters.grievance.rate]
neighbour = 30
[levers.labour]
inspection = "40 %")");
  EXPECT_EQ(scenario.title_en, "Warm hearts");
  EXPECT_DOUBLE_EQ(scenario.parameters.attitudes.strain_memory, 91.3125);
  EXPECT_EQ(scenario.parameters.attitudes.trust_base, Parameters{}.attitudes.trust_base);
  EXPECT_EQ(scenario.parameters.dispute[DisputeType::neighbour].rate, 30.0);
  EXPECT_EQ(scenario.parameters.dispute[DisputeType::family].rate, Parameters{}.dispute[DisputeType::family].rate);
  EXPECT_DOUBLE_EQ(scenario.levers.labour.inspection, 0.4);
  EXPECT_EQ(scenario.world.residents, 100'000);
  EXPECT_EQ(scenario.days(), 730);
}

TEST(ScenarioReader, the_measures_of_an_overlay_follow_those_of_its_base) {
  const Scenario scenario = read_scenario_text(R"(
extends = "hotspot-patrol.toml"
[[measures]]
lever = "labour.inspection"
set = 0.8)",
                                               beside);
  ASSERT_EQ(scenario.measures.size(), 4u);
  EXPECT_EQ(scenario.measures[0].lever, lever_index("patrol.hotspot_share"));
  EXPECT_EQ(scenario.measures[3].lever, lever_index("labour.inspection"));
  EXPECT_TRUE(scenario.measures[0].where.ends_with("hotspot-patrol.toml:8:1 measures[0]"))
      << scenario.measures[0].where;
  EXPECT_TRUE(scenario.measures[3].where.ends_with("in-a-test.toml:3:1 measures[3]")) << scenario.measures[3].where;
  ASSERT_EQ(scenario.lineage.size(), 3u);
  EXPECT_TRUE(scenario.lineage[0].ends_with("reference.toml"));
  EXPECT_TRUE(scenario.lineage[2].ends_with("written-in-a-test.toml"));
}

TEST(ScenarioReader, a_measure_has_all_it_says) {
  const Scenario scenario = over_reference(R"(
[[measures]]
lever = "mediation.full_time"
add = 1.5
towns = ["示例镇"]
from = 2021-01-11
to = 2021-03-02
ramp = "2 weeks"
once = { indicator = "disputes.waiting", below = 4, for = "3 days" })");
  ASSERT_EQ(scenario.measures.size(), 1u);
  const Measure& measure = scenario.measures[0];
  EXPECT_EQ(measure.action, Measure::Action::add);
  EXPECT_EQ(measure.amount, 1.5);
  EXPECT_EQ(measure.towns, std::vector{Id<Town>(0)});
  EXPECT_EQ(measure.from, 10);
  EXPECT_EQ(measure.to, 60);
  EXPECT_EQ(measure.ramp, 14);
  ASSERT_TRUE(measure.once);
  EXPECT_EQ(measure.once->indicator, "disputes.waiting");
  EXPECT_FALSE(measure.once->above);
  EXPECT_EQ(measure.once->threshold, 4.0);
  EXPECT_EQ(measure.once->for_days, 3);
  EXPECT_TRUE(measure.where.ends_with("written-in-a-test.toml:3:1 measures[0]")) << measure.where;
}

TEST(ScenarioReader, a_measure_without_days_is_in_force_all_the_time) {
  const Measure measure = over_reference("[[measures]]\nlever = \"labour.fund\"\nset = 0.5").measures.at(0);
  EXPECT_EQ(measure.from, 0);
  EXPECT_EQ(measure.to, 730);
  EXPECT_TRUE(measure.towns.empty());
}

TEST(ScenarioReader, a_facility_has_its_place_and_days) {
  const Scenario scenario = over_reference(R"(
[[facilities]]
name = "Waste plant"
lon = 113.75
lat = 23
announced = 2021-02-01
decided = 2021-03-01)");
  ASSERT_EQ(scenario.facilities.size(), 1u);
  EXPECT_EQ(scenario.facilities[0].lat, 23.0);
  EXPECT_EQ(scenario.facilities[0].announced, 31);
  EXPECT_EQ(scenario.facilities[0].decided, 59);
}

TEST(ScenarioReader, a_shock_has_all_it_says) {
  const Scenario scenario = over_reference(R"(
[[shocks]]
kind = "closures"
size = "10 %"
sector = "construction"
towns = ["示例镇"]
from = 2021-02-01
lasts = "2 weeks"
[[shocks]]
kind = "slump"
size = 2.5
from = 2021-02-01
to = 2021-03-01
[[shocks]]
kind = "flood"
size = 0.2
from = 2021-06-10)");
  ASSERT_EQ(scenario.shocks.size(), 3u);
  const Shock &closures = scenario.shocks[0], &slump = scenario.shocks[1], &flood = scenario.shocks[2];
  EXPECT_EQ(closures.kind, Shock::Kind::closures);
  EXPECT_DOUBLE_EQ(closures.size, 0.1);
  EXPECT_EQ(closures.sector, Sector::construction);
  EXPECT_EQ(closures.towns, std::vector{Id<Town>(0)});
  EXPECT_EQ(closures.day, 31);
  EXPECT_EQ(closures.lasts, 14);
  EXPECT_TRUE(closures.where.ends_with("in-a-test.toml:3:1 shocks[0]")) << closures.where;
  EXPECT_EQ(slump.size, 2.5);
  EXPECT_EQ(slump.lasts, 28);
  EXPECT_FALSE(slump.sector);
  EXPECT_EQ(flood.lasts, 1);
  EXPECT_TRUE(flood.towns.empty());
}

TEST(ScenarioReader, a_shock_is_on_from_its_first_day_to_its_last_in_its_towns) {
  Shock shock;
  shock.day = 10;
  shock.lasts = 3;
  for (const Day today : {10, 12}) EXPECT_TRUE(shock.is_on(today)) << today;
  for (const Day today : {9, 13}) EXPECT_FALSE(shock.is_on(today)) << today;
  EXPECT_TRUE(shock.hits(Id<Town>(0)));
  shock.towns = {Id<Town>(1)};
  EXPECT_FALSE(shock.hits(Id<Town>(0)));
  EXPECT_TRUE(shock.hits(Id<Town>(1)));
}

TEST(ScenarioReader, the_shocks_of_an_overlay_follow_those_of_its_base_and_belong_to_the_hash) {
  const Scenario base = read_scenario(scenarios / "town/shocks.toml");
  const Scenario more = read_scenario_text(
      "extends = \"shocks.toml\"\n[[shocks]]\nkind = \"flood\"\nsize = 0.1\nfrom = 2022-08-01", beside);
  ASSERT_EQ(base.shocks.size(), 4u);
  EXPECT_EQ(base.facilities.size(), 1u);
  EXPECT_EQ(more.shocks.size(), 5u);
  EXPECT_EQ(more.shocks[4].size, 0.1);
  EXPECT_NE(more.content_hash, base.content_hash);
  EXPECT_EQ(read_scenario_text(more.text, beside).shocks.size(), 5u);
}

TEST(ScenarioReader, the_example_of_shocks_has_one_of_each_kind) {
  const Scenario scenario = read_scenario(scenarios / "town/shocks.toml");
  for (Shock::Kind kind : every<Shock::Kind>())
    EXPECT_EQ(std::count_if(scenario.shocks.begin(), scenario.shocks.end(), [&](auto& s) { return s.kind == kind; }),
              1);
}

TEST(ScenarioReader, costs_and_a_budget_are_read_in_yuan) {
  const Scenario scenario = over_reference(R"(
budget = "5.2 亿元"
[costs.mediation]
full_time = 135000
[costs.police]
officers = "30 万元")",
                                           {{"costs.rounds.workers", "90000"}});
  const auto cost = [&](std::string_view lever) {
    return scenario.costs.unit_costs[static_cast<std::size_t>(lever_index(lever))];
  };
  EXPECT_EQ(cost("mediation.full_time"), 135'000.0);
  EXPECT_EQ(cost("police.officers"), 300'000.0);
  EXPECT_EQ(cost("rounds.workers"), 90'000.0);
  EXPECT_EQ(cost("mediation.part_time"), 6'000.0);
  EXPECT_DOUBLE_EQ(scenario.costs.budget.value(), 520e6);
}

TEST(ScenarioReader, a_budget_from_the_command_line_is_enforced) {
  EXPECT_EQ(error_of({{"budget", "1 billion yuan"}}), "");
  EXPECT_TRUE(error_of({{"budget", "1e6"}}).starts_with("--set budget=1e6: budget: in 2021 spending is up to"))
      << error_of({{"budget", "1e6"}});
}

TEST(ScenarioReader, the_short_name_of_a_lever_does_not_mean_its_cost) {
  EXPECT_EQ(over_reference("", {{"mediation.full_time", "1.5"}}).levers.mediation.full_time, 1.5);
}

TEST(ScenarioReader, settings_from_the_command_line_come_last) {
  const Scenario scenario =
      over_reference("[parameters.attitudes]\ntrust_base = 0.4", {{"attitudes.trust_base", "0.5"},
                                                                  {"parameters.attitudes.strain_memory", "12 weeks"},
                                                                  {"levers.police.officers", "20"},
                                                                  {"crime.age_factor.75+", "0.1"},
                                                                  {"seed", "9"},
                                                                  {"days", "30"}});
  EXPECT_EQ(scenario.parameters.attitudes.trust_base, 0.5);
  EXPECT_EQ(scenario.parameters.attitudes.strain_memory, 84.0);
  EXPECT_EQ(scenario.parameters.crime.age_factor[AgeBand::elder], 0.1);
  EXPECT_EQ(scenario.levers.police.officers, 20.0);
  EXPECT_EQ(scenario.seed, 9u);
  EXPECT_EQ(scenario.days(), 30);
}

TEST(ScenarioReader, an_end_from_the_command_line_replaces_days) {
  EXPECT_EQ(over_reference("days = 90").days(), 90);
  EXPECT_EQ(over_reference("days = 90", {{"end", "2021-01-10"}}).days(), 10);
}

TEST(ScenarioReader, a_wrong_setting_is_reported_as_such) {
  EXPECT_EQ(error_of({{"attitudes.trust_bace", "0.5"}}),
            "--set attitudes.trust_bace=0.5: there is no parameter or lever attitudes.trust_bace; did you mean "
            "attitudes.trust_base?");
  EXPECT_EQ(
      error_of({{"attitudes.trust_base", "2"}}),
      "--set attitudes.trust_base=2: parameters.attitudes.trust_base: attitudes.trust_base is 2; allowed are 0.05 "
      "to 0.95 (share: base of trust)");
}

TEST(ScenarioReader, a_setting_is_a_name_and_a_value) {
  const Override setting = override_in("a.b=c=d");
  EXPECT_EQ(setting.name, "a.b");
  EXPECT_EQ(setting.value, "c=d");
  EXPECT_THROW(override_in("a.b"), InputError);
}

TEST(ScenarioReader, the_canonical_text_says_the_same_as_the_files_it_came_from) {
  const Scenario scenario = read_scenario(scenarios / "dongguan/hotspot-patrol.toml", {{"seed", "7"}});
  const Scenario again = read_scenario_text(scenario.text, scenarios / "dongguan/again.toml");
  EXPECT_EQ(again.text, scenario.text);
  EXPECT_EQ(again.content_hash, scenario.content_hash);
  EXPECT_EQ(again.seed, 7u);
  EXPECT_EQ(again.title_zh, scenario.title_zh);
  EXPECT_EQ(again.measures.size(), scenario.measures.size());
  EXPECT_EQ(scenario.text.find("extends"), std::string::npos);
}

TEST(ScenarioReader, the_canonical_text_does_not_depend_on_how_tables_are_written) {
  const fs::path overlay = scenarios / "town/overlay.toml";
  const Scenario inlined = read_scenario_text(
      "extends = 'reference.toml'\ntitle = { zh = '甲', en = 'A' }\n"
      "measures = [{ lever = 'court.diversion', set = 0.5, once = { indicator = 'disputes.waiting', above = 1.0 } }]",
      overlay);
  const Scenario in_sections = read_scenario_text(
      "extends = 'reference.toml'\n[title]\nen = 'A'\nzh = '甲'\n[[measures]]\nset = 0.5\nlever = 'court.diversion'\n"
      "[measures.once]\nabove = 1.0\nindicator = 'disputes.waiting'",
      overlay);
  EXPECT_EQ(inlined.text, in_sections.text);
  EXPECT_EQ(inlined.content_hash, in_sections.content_hash);
}

TEST(ScenarioReader, paths_are_relative_to_the_file_that_names_them) {
  const Scenario scenario =
      read_scenario_text("extends = \"town/reference.toml\"", scenarios / "written-in-a-test.toml");
  EXPECT_EQ(scenario.world.towns.size(), 1u);
  EXPECT_EQ(read_scenario_text(scenario.text, scenarios / "again.toml").text, scenario.text);
}

TEST(ScenarioReader, the_hash_depends_on_every_setting_and_on_the_data) {
  const std::string hash = over_reference("").content_hash;
  EXPECT_EQ(hash.size(), 32u);
  EXPECT_EQ(hash, over_reference("").content_hash);
  EXPECT_NE(hash, over_reference("", {{"seed", "2"}}).content_hash);

  const fs::path folder = fs::path(testing::TempDir()) / "linli-scenario-hash";
  fs::create_directories(folder);
  fs::copy_file(scenarios / "town/reference.toml", folder / "reference.toml", fs::copy_options::overwrite_existing);
  fs::copy_file(scenarios / "town/towns.csv", folder / "towns.csv", fs::copy_options::overwrite_existing);
  EXPECT_EQ(read_scenario(folder / "reference.toml").content_hash, hash);
  std::ofstream(folder / "towns.csv", std::ios::app) << "\n";
  EXPECT_NE(read_scenario(folder / "reference.toml").content_hash, hash);
  fs::remove_all(folder);
}

TEST(ScenarioReader, a_network_of_csv_files_or_of_graphml_is_found) {
  const std::string networks = (fs::path(LINLI_SOURCE_DIR) / "tests/data/networks").string();
  const Scenario tables = over_reference("[world]\nnetwork = { nodes = \"" + networks +
                                         "/places-nodes.csv\", edges = \"" + networks + "/places-edges.csv\" }");
  EXPECT_EQ(tables.world.network_file.filename(), "places-nodes.csv");
  EXPECT_EQ(tables.world.edges_file.filename(), "places-edges.csv");
  const Scenario streets = over_reference("[world]\nnetwork = { graphml = \"" + networks + "/streets.graphml\" }");
  EXPECT_EQ(streets.world.network_file.filename(), "streets.graphml");
  EXPECT_TRUE(streets.world.edges_file.empty());
}

}  // namespace
}  // namespace linli
