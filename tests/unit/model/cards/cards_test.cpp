#include "model/cards/cards.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/scenario/policy.h"
#include "model/scenario/scenario_reader.h"
#include "support/folder.h"

namespace linli {
namespace {

namespace fs = std::filesystem;
using support::repository_file;
using support::TemporaryFolder;

const Id<Town> here(0);
const fs::path beside = repository_file("scenarios/town/written-in-a-test.toml");

/// A scenario that lies over the small town's reference.
Scenario over_reference(const std::string& text) {
  return read_scenario_text("extends = \"reference.toml\"\n" + text, beside);
}

std::string card_text(const std::string& measures, const std::string& rest = "") {
  return "id = \"own\"\nname = { en = \"Own\", zh = \"自编\" }\nsummary = { en = \"s\", zh = \"概述\" }\n"
         "source = { en = \"assumption\", zh = \"假设\" }\n" +
         measures +
         "[effect]\nstatement = { en = \"fewer suits\", zh = \"起诉减少\" }\nindicator = \"entered\"\n"
         "kinds = [\"court\"]\nchange = \"less\"\n" +
         rest;
}

const std::string one_measure = "[[measures]]\nlever = \"court.diversion\"\nset = \"70 %\"\n";

Card card_of(const std::string& text) {
  const TemporaryFolder folder;
  support::write_file(folder / "own.toml", text);
  return read_card(folder / "own.toml");
}

/// What is wrong with a card, each with its place after "own.toml".
std::string complaints(const std::string& text) {
  std::string all;
  for (const InputError& problem : check_card(text, "own.toml")) all += std::string(problem.what()) + "\n";
  return all;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

double value_on(const Scenario& scenario, std::string_view lever, Day today) {
  return possible_value(scenario, lever_index(lever), here, today).high;
}

TEST(Cards, every_built_in_card_is_read_and_carries_its_text) {
  ASSERT_FALSE(built_in_cards().empty());
  for (const Card& card : built_in_cards()) {
    EXPECT_FALSE(card.measures.empty()) << card.id;
    EXPECT_FALSE(card.name.english.empty() || card.name.chinese.empty()) << card.id;
    EXPECT_EQ(card.text, support::content_of(repository_file("scenarios/cards/" + card.id + ".toml")));
    EXPECT_TRUE(card.file.empty());
  }
}

TEST(Cards, the_built_in_cards_are_those_of_the_folder_in_the_order_of_their_ids) {
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(repository_file("scenarios/cards")))
    files += entry.path().extension() == ".toml";
  EXPECT_EQ(built_in_cards().size(), files);
  const auto place = [](std::string_view id) {
    const auto& cards = built_in_cards();
    return std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.id == id; }) - cards.begin();
  };
  EXPECT_LT(place("A6"), place("A10"));
  EXPECT_LT(place("A10"), place("C1"));
}

TEST(Cards, all_built_in_cards_can_be_played_together) {
  std::string text;
  for (const Card& card : built_in_cards()) text += "[[cards]]\nid = \"" + card.id + "\"\nstrength = 0.05\n";
  EXPECT_EQ(over_reference(text).cards.size(), built_in_cards().size());
}

TEST(Cards, the_settings_of_every_trial_are_settings) {
  for (const Card& card : built_in_cards()) {
    std::vector<Override> overrides;
    for (const auto& [name, value] : card.trial.settings) overrides.push_back({name, value});
    for (const auto& [name, value] : card.trial.off) overrides.push_back({name, value});
    const std::string text = "extends = \"" + card.trial.scenario + "\"\n[[cards]]\nid = \"" + card.id + "\"\n";
    EXPECT_NO_THROW(read_scenario_text(text, repository_file("scenarios/trial.toml"), overrides)) << card.id;
  }
}

TEST(Cards, a_card_file_is_read_with_units_and_defaults) {
  const Card card =
      card_of(card_text("[[measures]]\nlever = \"court.diversion\"\nset = \"70 %\"\n"
                        "[[measures]]\nlever = \"police.officers\"\nscale = 1.5\nlasts = \"2 weeks\"\n"));
  EXPECT_EQ(card.id, "own");
  EXPECT_EQ(card.name.chinese, "自编");
  ASSERT_EQ(card.measures.size(), 2u);
  EXPECT_DOUBLE_EQ(card.measures[0].amount, 0.7);
  EXPECT_EQ(card.measures[0].lasts, 0);
  EXPECT_EQ(card.measures[1].action, Measure::Action::scale);
  EXPECT_EQ(card.measures[1].lasts, 14);
  EXPECT_EQ(card.effect.figure.per, "residents");
  EXPECT_FALSE(card.effect.more || card.side);
  EXPECT_EQ(card.trial.scenario, "town/reference.toml");
  EXPECT_EQ(card.trial.seeds, 10);
  EXPECT_EQ(card.trial.fewest, 10);
}

TEST(Cards, a_side_effect_is_a_figure_or_a_shape_of_the_direct_effect) {
  const std::string statement = "[side]\nstatement = { en = \"s\", zh = \"副作用\" }\n";
  const Card shape = card_of(card_text(one_measure, statement + "shape = \"fades\"\n"));
  EXPECT_EQ(shape.side->shape, CardEffect::Shape::fades);
  EXPECT_EQ(shape.side->figure.indicator, "entered");
  const Card figure =
      card_of(card_text(one_measure, statement + "indicator = \"waiting\"\nper = \"1\"\nchange = \"more\"\n"));
  EXPECT_EQ(figure.side->shape, CardEffect::Shape::change);
  EXPECT_TRUE(figure.side->more);
  EXPECT_EQ(figure.side->figure.per, "1");
}

TEST(Cards, settings_of_a_trial_may_be_numbers_texts_and_dotted_names) {
  const Card card = card_of(card_text(
      one_measure,
      "[trial]\nseeds = 4\nfewest = 3\nsettings = { \"rumour.arise\" = 300, days = 90 }\noff = { crime.x = 0.5, "
      "attitudes.strain_memory = \"2 months\" }\n"));
  EXPECT_EQ(card.trial.settings, (CardTrial::Settings{{"days", "90"}, {"rumour.arise", "300"}}));
  EXPECT_EQ(card.trial.off, (CardTrial::Settings{{"attitudes.strain_memory", "2 months"}, {"crime.x", "0.5"}}));
  EXPECT_EQ(card.trial.seeds, 4);
  EXPECT_EQ(card.trial.fewest, 3);
}

TEST(Cards, a_mistake_in_a_card_is_named_with_its_place_and_what_is_allowed) {
  EXPECT_EQ(complaints(card_text(one_measure)), "");
  const std::string lever = complaints(card_text("[[measures]]\nlever = \"court.divers\"\nset = 1\n"));
  EXPECT_TRUE(has(lever, "own.toml:6:9 measures[0].lever") && has(lever, "did you mean court.diversion?")) << lever;
  const std::string range = complaints(card_text("[[measures]]\nlever = \"court.diversion\"\nset = 1.2\n"));
  EXPECT_TRUE(has(range, "own.toml:7:7 measures[0].set") && has(range, "0 to 1")) << range;
  const std::string key = complaints(card_text(one_measure + "last = 3\n"));
  EXPECT_TRUE(has(key, "measures[0].last") && has(key, "did you mean lasts?")) << key;
  const std::string none = complaints(card_text("measures = []\n"));
  EXPECT_TRUE(has(none, "a card needs a measure")) << none;
  const std::string twice = complaints(card_text(one_measure + one_measure));
  EXPECT_TRUE(has(twice, "measures[1]") && has(twice, "set already")) << twice;
  const std::string shape =
      complaints(card_text(one_measure, "[side]\nstatement = { en = \"s\", zh = \"副\" }\nshape = \"fade\"\n"));
  EXPECT_TRUE(has(shape, "side.shape") && has(shape, "diminishing, fades")) << shape;
  const std::string seeds = complaints(card_text(one_measure, "[trial]\nseeds = 1\n"));
  EXPECT_TRUE(has(seeds, "trial.seeds") && has(seeds, "2 to 1000")) << seeds;
  const std::string fewest = complaints(card_text(one_measure, "[trial]\nseeds = 4\nfewest = 5\n"));
  EXPECT_TRUE(has(fewest, "trial.fewest") && has(fewest, "2 to 4")) << fewest;
}

TEST(Cards, several_mistakes_in_a_card_are_found_at_once) {
  const std::string found = complaints("id = \"\"\nname = \"one language\"\n");
  for (const char* part : {"id", "name", "summary", "source", "measures", "effect"})
    EXPECT_TRUE(has(found, part)) << part << " is missing in\n" << found;
}

TEST(Cards, a_card_cannot_extend_another_file) {
  const std::string base = repository_file("scenarios/cards/A6.toml").string();
  EXPECT_TRUE(has(complaints("extends = \"" + base + "\"\n"), "cannot extend"));
}

TEST(Cards, strength_is_the_share_of_each_measure) {
  const auto played = [](double strength, const std::string& lever) {
    const TemporaryFolder folder;
    support::write_file(folder / "own.toml", card_text("[[measures]]\nlever = \"court.diversion\"\nset = 0.7\n"
                                                       "[[measures]]\nlever = \"police.officers\"\nscale = 2\n"
                                                       "[[measures]]\nlever = \"rounds.visits\"\nadd = 2\n"));
    return value_on(over_reference(fmt::format("[[cards]]\nfile = \"{}\"\nstrength = {}\n",
                                               (folder / "own.toml").string(), strength)),
                    lever, 0);
  };
  EXPECT_DOUBLE_EQ(played(0.0, "court.diversion"), 0.2);
  EXPECT_DOUBLE_EQ(played(0.5, "court.diversion"), 0.45);
  EXPECT_DOUBLE_EQ(played(1.0, "court.diversion"), 0.7);
  EXPECT_DOUBLE_EQ(played(0.5, "police.officers"), 14.0 * 1.5);
  EXPECT_DOUBLE_EQ(played(0.5, "rounds.visits"), 9.0);
}

TEST(Cards, the_scenarios_own_measures_come_after_the_cards) {
  const Scenario scenario = over_reference(
      "[[measures]]\nlever = \"court.diversion\"\nset = 0.4\nfrom = 2022-01-01\n[[cards]]\nid = \"A6\"\n");
  ASSERT_EQ(scenario.measures.size(), 3u);
  EXPECT_EQ(names_of_measures(scenario), (std::vector<std::string>{"A6", "A6", "measures[0]"}));
  EXPECT_EQ(value_on(scenario, "court.diversion", 0), 0.7);
  EXPECT_EQ(value_on(scenario, "court.diversion", 365), 0.4);
}

TEST(Cards, an_overlay_adds_its_cards_and_paths_start_at_the_file_that_names_them) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "below");
  support::write_file(folder / "below/own.toml", card_text(one_measure));
  support::write_file(folder / "below/base.toml", "extends = \"" +
                                                      repository_file("scenarios/town/reference.toml").string() +
                                                      "\"\n[[cards]]\nfile = \"own.toml\"\nto = 2022-01-01\n");
  support::write_file(folder / "top.toml",
                      "extends = \"below/base.toml\"\n[[cards]]\nid = \"A6\"\nfrom = 2022-01-01\n");
  const Scenario scenario = read_scenario(folder / "top.toml");
  ASSERT_EQ(scenario.cards.size(), 2u);
  EXPECT_EQ(scenario.cards[0].id, "own");
  EXPECT_EQ(scenario.cards[1].id, "A6");
}

TEST(Cards, the_canonical_text_plays_the_same_cards) {
  const Scenario first = over_reference("[[cards]]\nid = \"A6\"\nstrength = 0.5\nramp = \"90 days\"\n");
  const Scenario again = read_scenario_text(first.text, beside);
  EXPECT_EQ(again.text, first.text);
  EXPECT_EQ(again.content_hash, first.content_hash);
  EXPECT_EQ(again.measures.size(), first.measures.size());
  EXPECT_EQ(again.measures[0].strength, 0.5);
}

TEST(Cards, what_a_card_says_is_part_of_the_content_of_a_scenario) {
  const TemporaryFolder folder;
  const std::string text = "[[cards]]\nfile = \"" + (folder / "own.toml").string() + "\"\n";
  support::write_file(folder / "own.toml", card_text(one_measure));
  const Scenario before = over_reference(text);
  support::write_file(folder / "own.toml", card_text(one_measure) + "# a remark\n");
  const Scenario after = over_reference(text);
  EXPECT_EQ(before.text, after.text);
  EXPECT_NE(before.content_hash, after.content_hash);
}

TEST(Cards, two_cards_may_set_one_lever_at_different_times_or_add_to_it_at_once) {
  const TemporaryFolder folder;
  const std::string own = "[[cards]]\nfile = \"" + (folder / "own.toml").string() + "\"\n";
  support::write_file(folder / "own.toml", card_text(one_measure));
  const std::string a6 = "[[cards]]\nid = \"A6\"\n";
  EXPECT_THROW(over_reference(a6 + own), InputError);
  EXPECT_NO_THROW(over_reference(a6 + "to = 2022-01-01\n" + own + "from = 2022-01-01\n"));
  support::write_file(folder / "own.toml", card_text(one_measure + "lasts = \"30 days\"\n"));
  EXPECT_NO_THROW(over_reference(own + a6 + "from = 2021-01-31\n"));
  EXPECT_THROW(over_reference(own + a6 + "from = 2021-01-30\n"), InputError);
  support::write_file(folder / "own.toml", card_text("[[measures]]\nlever = \"court.diversion\"\nadd = 0.1\n"));
  EXPECT_DOUBLE_EQ(value_on(over_reference(a6 + own), "court.diversion", 0), 0.8);
}

TEST(Cards, an_unknown_card_is_refused_with_what_is_close) {
  try {
    card_with_id("A6x", "here");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.where, "here");
    EXPECT_TRUE(has(error.what(), "did you mean A6?")) << error.what();
  }
}

}  // namespace
}  // namespace linli
