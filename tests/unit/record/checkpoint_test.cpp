// A simulation that was saved goes on as if nothing had been; a file that is not what it says is refused.

#include "record/checkpoint.h"

#include <gtest/gtest.h>
#include <hdf5.h>

#include <fstream>

#include "core/error.h"
#include "core/version.h"
#include "model/scenario/scenario_reader.h"
#include "record/hdf5.h"
#include "state/archive.h"
#include "state/state.h"
#include "support/folder.h"

namespace linli {
namespace {

namespace fs = std::filesystem;

constexpr Day days = 90;

/// The sample town with a measure, one that waits for a signpost, and a shock.
class Checkpoint : public testing::Test {
 protected:
  Checkpoint() {
    copy_town_to(folder_.path());
    const auto policy = support::repository_file("tests/data/policy-of-all-kinds.toml");
    support::write_file(scenario_file(), "extends = \"reference.toml\"\n" + support::content_of(policy));
  }

  static void copy_town_to(const fs::path& folder) {
    for (const char* name : {"reference.toml", "towns.csv"})
      fs::copy_file(support::repository_file("scenarios/town") / name, folder / name);
  }

  fs::path scenario_file() const { return folder_ / "mine.toml"; }
  fs::path file() const { return folder_ / "here.checkpoint"; }

  std::unique_ptr<Simulation> begun(int threads = 1) const {
    return std::make_unique<Simulation>(
        read_scenario(scenario_file()),
        SimulationOptions{.seed = 5, .days = days, .threads = threads, .population_scale = 0.04});
  }

  /// Sets a lever by hand on the way.
  static void live(Simulation& simulation, Day until) {
    for (; simulation.today() < until; simulation.step())
      if (simulation.today() == 10) simulation.set_lever({}, lever_index("labour.inspection"), 0.8);
  }

  void save(Day day) const {
    const auto simulation = begun();
    live(*simulation, day);
    save_checkpoint(*simulation, file(), true);
  }

  std::string refusal() const {
    try {
      load_checkpoint(file());
    } catch (const InputError& error) {
      return error.what();
    }
    return "none";
  }

  support::TemporaryFolder folder_;
};

TEST_F(Checkpoint, GoesOnAsIfNothingHadBeen) {
  const auto straight = begun(2);
  live(*straight, days);
  int threads = 0;
  for (Day day : {0, 1, 7, 10, 11, 29, 31, 52, 77, 89}) {
    save(day);
    const auto resumed = load_checkpoint(file(), threads++ % 3 + 1);
    EXPECT_EQ(resumed->today(), day);
    live(*resumed, days);
    EXPECT_EQ(resumed->state_hash(), straight->state_hash())
        << "stopped on day " << day
        << ", first different column: " << first_difference(resumed->state(), straight->state())->column;
    ASSERT_EQ(resumed->interventions().size(), 1u);
    EXPECT_EQ(resumed->interventions()[0].day, 10);
  }
}

TEST(SlowCheckpoint, OfTheCityGoesOnAsIfNothingHadBeen) {
  const fs::path city = support::repository_file("scenarios/dongguan/plan-2025.toml");
  const SimulationOptions options{.seed = 2, .days = 40, .population_scale = 0.1};
  const support::TemporaryFolder folder;
  Simulation straight(read_scenario(city), options);
  while (straight.today() < 40) straight.step();
  Simulation stopping(read_scenario(city), options);
  for (Day day : {5, 19, 33}) {
    while (stopping.today() < day) stopping.step();
    save_checkpoint(stopping, folder / "city.checkpoint", true);
    const auto resumed = load_checkpoint(folder / "city.checkpoint", day % 3 + 1);
    while (resumed->today() < 40) resumed->step();
    EXPECT_EQ(resumed->state_hash(), straight.state_hash()) << "stopped on day " << day;
  }
}

TEST_F(Checkpoint, SaysWhatItIsOf) {
  save(12);
  const CheckpointSummary summary = read_checkpoint_summary(file());
  EXPECT_EQ(summary.day, 12);
  EXPECT_EQ(summary.options.seed, 5u);
  EXPECT_EQ(summary.options.days, days);
  EXPECT_EQ(summary.options.population_scale, 0.04);
  EXPECT_EQ(summary.scenario_hash, read_scenario(scenario_file()).content_hash);
}

TEST_F(Checkpoint, ReplacesNothingUnlessAllowedTo) {
  save(3);
  const auto simulation = begun();
  EXPECT_THROW(save_checkpoint(*simulation, file()), InputError);
  EXPECT_NO_THROW(save_checkpoint(*simulation, file(), true));
  EXPECT_THROW(save_checkpoint(*simulation, folder_ / "no" / "such.checkpoint"), InputError);
}

TEST_F(Checkpoint, OfAScenarioThatHasChangedIsRefused) {
  save(3);
  fs::create_directory(folder_ / "moved");
  copy_town_to(folder_ / "moved");
  EXPECT_NO_THROW(load_checkpoint(file(), 1, folder_ / "moved" / "mine.toml"));
  std::string towns = support::content_of(folder_ / "moved" / "towns.csv");
  towns.replace(towns.find("100000"), 6, "100001");
  support::write_file(folder_ / "moved" / "towns.csv", towns);
  EXPECT_THROW(load_checkpoint(file(), 1, folder_ / "moved" / "mine.toml"), InputError);
}

/// Opens the file to be tampered with.
Handle opened(const fs::path& file) {
  return Handle(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT));
}

void replace_attribute(hid_t file, const char* name, const std::string& text) {
  checked(H5Adelete(file, name));
  write_attribute(file, name, text);
}

TEST_F(Checkpoint, OfAnotherProgramIsRefusedWithWhatDiffers) {
  save(3);
  replace_attribute(opened(file()), "version", "9.9.9");
  EXPECT_NE(refusal().find("another version of Linli: 9.9.9; this one is " + std::string(version())), std::string::npos)
      << refusal();
  save(3);
  replace_attribute(opened(file()), "columns", "0123");
  EXPECT_NE(refusal().find("another list of columns"), std::string::npos) << refusal();
}

TEST_F(Checkpoint, ThatIsDamagedIsRefused) {
  for (const char* column : {"persons.attitude.strain", "dockets.disputes.severity", "levers.values.police.officers"}) {
    save(5);
    checked(H5Ldelete(opened(file()), ("state/" + std::string(column)).c_str(), H5P_DEFAULT));
    EXPECT_NE(refusal().find("damaged"), std::string::npos) << column << ": " << refusal();
  }
  save(5);
  {
    const Handle tampered = opened(file());
    const Handle strain(H5Dopen2(tampered, "state/persons.attitude.strain", H5P_DEFAULT));
    std::vector<float> values = read_values<float>(tampered, "state/persons.attitude.strain");
    values[17] += 0.5f;
    checked(H5Dwrite(strain, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
  }
  EXPECT_NE(refusal().find("not the one that was saved"), std::string::npos) << refusal();
  save(5);
  fs::resize_file(file(), fs::file_size(file()) / 2);
  EXPECT_NE(refusal().find("damaged"), std::string::npos) << refusal();
  support::write_file(file(), "no checkpoint");
  EXPECT_NE(refusal().find("not a checkpoint"), std::string::npos) << refusal();
}

TEST_F(Checkpoint, WithASizeThatNoFileHoldsIsRefusedBeforeMemoryIsTaken) {
  save(5);
  {
    const Handle tampered = opened(file());
    const Handle sizes(H5Dopen2(tampered, "state/dockets.disputes.size", H5P_DEFAULT));
    const std::uint64_t huge = std::uint64_t{1} << 50;
    checked(H5Dwrite(sizes, H5T_NATIVE_UINT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, &huge));
  }
  EXPECT_NE(refusal().find("dockets.disputes.size does not fit"), std::string::npos) << refusal();
}

}  // namespace
}  // namespace linli
