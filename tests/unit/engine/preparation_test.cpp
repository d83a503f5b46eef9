#include "engine/preparation.h"

#include <gtest/gtest.h>

#include "engine/simulation.h"
#include "support/folder.h"

namespace linli {
namespace {

const std::filesystem::path data = support::repository_file("tests/data");

class Preparation : public testing::Test {
 protected:
  /// A scenario of one small town with a network.
  std::filesystem::path scenario(const std::string& network, const std::string& more = "") {
    support::write_file(folder_ / "towns.csv",
                        "code,name_en,residents,area_km2,lon,lat,character\nT1,Smalltown,2000,8,113.71,23.01,core\n");
    support::write_file(folder_ / "mine.toml",
                        "title = { en = \"Mine\" }\nstart = 2021-01-01\ndays = 10\n[world]\ntowns = \"towns.csv\"\n"
                        "residents = 2000\ncommunities = 4\ngrids = 8\nnetwork = " +
                            network + "\n" + more);
    return folder_ / "mine.toml";
  }
  std::string graphml(const std::string& name) { return "{ graphml = \"" + (data / name).string() + "\" }"; }

  support::TemporaryFolder folder_;
};

std::string refusal_of_run(const std::filesystem::path& file) {
  try {
    Simulation(read_scenario(file));
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST_F(Preparation, ASoundNetworkIsSoundForACheckAndForARun) {
  const Findings found = check_run(scenario(graphml("networks/m_plain.graphml")));
  EXPECT_TRUE(found.problems.empty()) << found.problems[0].what();
  EXPECT_TRUE(found.notes.empty());
  EXPECT_TRUE(found.scenario);
}

TEST_F(Preparation, ACheckRefusesTheNetworksThatARunWouldRefuse) {
  support::write_file(folder_ / "e.csv", "from,to\na,b\n");
  support::write_file(folder_ / "n.csv", "id,x,y\na,1,2\n");
  for (const std::string& network :
       {std::string("{ graphml = \"/etc/passwd\" }"), graphml("hostile/huge_len.graphml"), graphml("hostile/gbk.csv"),
        graphml("networks/streets.graphml"), graphml("networks/m_gz.graphml.gz/x"),
        std::string("{ nodes = \"n.csv\", edges = \"e.csv\" }"),
        std::string("{ nodes = \"e.csv\", edges = \"n.csv\" }")}) {
    const std::filesystem::path file = scenario(network);
    const std::string refused = refusal_of_run(file);
    const Findings found = check_run(file);
    EXPECT_EQ(found.problems.size(), network.find("streets") == network.npos ? 1u : 0u) << network;
    EXPECT_EQ(found.problems.empty() ? "" : found.problems[0].what(), refused) << network;
    EXPECT_EQ(found.scenario.has_value(), refused.empty());
  }
}

TEST_F(Preparation, NotesComeFromTheNetworkAndFromWhatTheRunWillNotSee) {
  const Findings found =
      check_run(scenario(graphml("networks/m_nan.graphml"),
                         "[[measures]]\nlever = \"labour.inspection\"\nset = 0.8\nfrom = 2031-01-01\n"
                         "[[facilities]]\nname = \"plant\"\nlon = 23\nlat = 23\nannounced = "
                         "2021-01-02\ndecided = 2022-01-01\n"));
  ASSERT_EQ(found.notes.size(), 3u);
  EXPECT_NE(found.notes[0].where.find("m_nan.graphml edge 0_0 - 1_0 speed_kph"), std::string::npos);
  EXPECT_NE(found.notes[1].where.find("measures[0]"), std::string::npos);
  EXPECT_NE(found.notes[2].what.english.find("nobody will object"), std::string::npos);
}

TEST_F(Preparation, TheNotesOfARunKnowItsDays) {
  const auto file = scenario(graphml("networks/m_plain.graphml"),
                             "[[measures]]\nlever = \"labour.inspection\"\nset = 0.8\nfrom = 2021-01-06\n");
  EXPECT_TRUE(check_run(file).notes.empty());
  EXPECT_EQ(check_run(file, {}, {.days = 5}).notes.size(), 1u);
  EXPECT_EQ(Simulation(read_scenario(file), {.days = 5}).notes().size(), 1u);
}

TEST_F(Preparation, NotesSayWhatAScaleMakesFewerOfAndWhatItDoesNotKeep) {
  const auto notes_at = [](const char* world, double scale) {
    const auto file = support::repository_file("scenarios") / world;
    std::vector<std::string> said;
    for (const Note& note : check_run(file, {}, {.population_scale = scale}).notes)
      if (note.where.starts_with("population_scale")) said.push_back(note.what.english);
    return said;
  };
  EXPECT_TRUE(notes_at("dongguan/reference.toml", 1.0).empty());
  EXPECT_EQ(notes_at("dongguan/reference.toml", 0.1),
            (std::vector<std::string>{"289 grids and 57 communities, as large as the 2894 and 593 of the full world",
                                      "33 towns share the offices of 3"}));
  const std::vector<std::string> town = notes_at("town/reference.toml", 0.2);
  ASSERT_EQ(town.size(), 2u);
  EXPECT_NE(town[1].find("offices serve 0.2 times the residents"), std::string::npos);
}

TEST_F(Preparation, NotesAreGivenAlsoOnAScenarioThatIsWrong) {
  const auto file = scenario(graphml("hostile/huge_len.graphml"));
  support::write_file(
      folder_ / "towns.csv",
      "code,name_en,residents,area_km2,lon,lat,character,mayor\nT1,Smalltown,2000,8,113.71,23.01,core,X\n");
  const Findings found = check_run(file);
  EXPECT_EQ(found.problems.size(), 1u);
  EXPECT_EQ(found.notes.size(), 1u);
}

}  // namespace
}  // namespace linli
