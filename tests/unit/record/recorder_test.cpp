#include "record/recorder.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

#include "core/error.h"
#include "model/lists/parameters.h"
#include "record/hdf5.h"
#include "small_run.h"

namespace linli {
namespace {

Handle opened(const std::filesystem::path& file) {
  return Handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
}

void record_all(const std::filesystem::path& file, Day days) {
  SmallRun run(days);
  Recorder recorder(file);
  run.tell(recorder);
}

TEST(Recorder, EveryValueComesBackAtItsDayTownAndKind) {
  const Folder folder;
  record_all(folder / "run.h5", 70);
  std::vector<hsize_t> shape;
  const auto claims = read_values<float>(opened(folder / "run.h5"), "claims", &shape);
  ASSERT_EQ(shape, (std::vector<hsize_t>{70, 2, 12}));
  for (std::size_t i = 0; i < claims.size(); ++i)
    ASSERT_EQ(claims[i], 1000.0f * static_cast<float>(i / 24) + 100.0f * static_cast<float>(i / 12 % 2) +
                             static_cast<float>(i % 12));
}

TEST(Recorder, WeeksAreNamedByTheirFirstDayAndTheirLengthIsKept) {
  const Folder folder;
  record_all(folder / "run.h5", 12);  // starts on a Saturday
  const Handle file = opened(folder / "run.h5");
  EXPECT_EQ(read_values<std::int32_t>(file, "week"), (std::vector<std::int32_t>{0, 2, 9}));
  EXPECT_EQ(read_values<std::int32_t>(file, "week_days"), (std::vector<std::int32_t>{2, 7, 3}));
  std::vector<hsize_t> shape;
  const auto offences = read_values<float>(file, "grid_offences", &shape);
  ASSERT_EQ(shape, (std::vector<hsize_t>{3, 5, 8}));
  const std::size_t robbery_in_last_grid = 4 * 8 + 1;
  EXPECT_EQ(offences[40 + robbery_in_last_grid], 8.0f);
}

TEST(Recorder, AGroupThatNobodyBelongsToHasNoValue) {
  const Folder folder;
  record_all(folder / "run.h5", 8);
  std::vector<hsize_t> shape;
  const auto trust = read_values<float>(opened(folder / "run.h5"), "trust", &shape);
  ASSERT_EQ(shape, (std::vector<hsize_t>{2, 2, 11}));
  EXPECT_EQ(trust[0], 0.6f);
  EXPECT_TRUE(std::isnan(trust[11])) << "hukou residents of Chang'an";
}

TEST(Recorder, TheProvenanceIsEnoughToRunItAgain) {
  const Folder folder;
  record_all(folder / "run.h5", 3);
  const Handle file = opened(folder / "run.h5");
  const Handle provenance(H5Gopen2(file, "provenance", H5P_DEFAULT));
  EXPECT_EQ(read_text(provenance, "scenario"), small_scenario().text);
  EXPECT_EQ(read_count(provenance, "seed"), small_scenario().seed);
  EXPECT_EQ(read_text(provenance, "state_hash"), "feedface");
  EXPECT_EQ(read_number(provenance, "complete"), 1.0);
  EXPECT_EQ(read_number(provenance, "seconds_economy"), 0.25);
}

TEST(Recorder, AllParametersAreInTheFileUnderTheirNames) {
  const Folder folder;
  record_all(folder / "run.h5", 3);
  const Handle file = opened(folder / "run.h5");
  const Handle group(H5Gopen2(file, "parameters", H5P_DEFAULT));
  Parameters parameters;
  std::size_t count = 0;
  for_each_parameter(parameters, [&](const ParameterInfo& info, double& value) {
    EXPECT_EQ(read_number(group, info.name), value) << info.name;
    ++count;
  });
  EXPECT_EQ(attribute_names(group).size(), count);
}

TEST(Recorder, TheFileIsNetcdf) {
  const Folder folder;
  record_all(folder / "run.h5", 8);
  if (printed("command -v ncdump").empty()) GTEST_SKIP() << "ncdump is not installed";
  const std::string header = printed("ncdump -h " + (folder / "run.h5").string());
  for (const char* line : {
           "day = UNLIMITED ; // (8 currently)",
           "grid = 5 ;",
           "dispute_type = 12 ;",
           "int day(day) ;",
           "day:units = \"days since 2021-12-25\" ;",
           "float claims(day, town, dispute_type) ;",
           "claims:long_name_zh = \"新发纠纷\" ;",
           "claims:_FillValue = NaNf ;",
           "claims:cell_methods = \"day: sum\" ;",
           "residents:cell_methods = \"day: point\" ;",
           "float grid_offences(week, grid, offence_type) ;",
           "float trust(week, town, group) ;",
           "float trust_spread(week, town, quantile) ;",
           "float spending(day, town, lever) ;",
           "float hazards_found(day, town, hazard_type) ;",
           "float referred(day, town, referral) ;",
           "float incidents(day, town, response) ;",
           "float sanctioned(day, town, sanction) ;",
           "string group_name_zh(group) ;",
           "string town_name_zh(town) ;",
           "string dispute_type(dispute_type) ;",
           "meeting_hours:units = \"hour\" ;",
           "lasted:units = \"day\" ;",
           "row = UNLIMITED ; // (8 currently)",
           "ubyte outcome(row) ;",
           "outcome:flag_meanings = \"open settled judged lumped moved_away\" ;",
           "float closed(row) ;",
           "ushort doors(row) ;",
           "doors:flag_masks = 1US, 2US, 4US, 8US, 16US, 32US, 64US, 128US, 256US, 512US ;",
           "group: incidents {",
           "group: panel {",
           "group: interventions {",
           ":Conventions = \"CF-1.11\" ;",
       })
    EXPECT_NE(header.find(line), std::string::npos) << line << "\nis missing in\n" << header;
}

TEST(Recorder, Hdf5ToolsReadIt) {
  const Folder folder;
  record_all(folder / "run.h5", 8);
  if (printed("command -v h5dump").empty()) GTEST_SKIP() << "h5dump is not installed";
  EXPECT_NE(printed("h5dump -d /day " + (folder / "run.h5").string()).find("(0): 0, 1, 2, 3, 4, 5, 6, 7"),
            std::string::npos);
  EXPECT_NE(printed("h5dump -H " + (folder / "run.h5").string()).find("DATASET \"claims\""), std::string::npos);
}

TEST(Recorder, AnExistingFileIsLeftAloneUnlessForced) {
  const Folder folder;
  support::write_file(folder / "run.h5", "precious");
  EXPECT_THROW(Recorder(folder / "run.h5"), InputError);
  SmallRun run(3);
  {
    Recorder recorder(folder / "run.h5", true);
    recorder.run_started(run.start());
    EXPECT_EQ(std::filesystem::file_size(folder / "run.h5"), 8u);  // replaced at the end only
  }
  EXPECT_EQ(std::filesystem::file_size(folder / "run.h5"), 8u);
  Recorder recorder(folder / "run.h5", true);
  run.tell(recorder);
  EXPECT_EQ(read_values<std::int32_t>(opened(folder / "run.h5"), "day").size(), 3u);
}

TEST(Recorder, AFileThatAppearsDuringTheRunIsNotOverwritten) {
  const Folder folder;
  SmallRun run(3);
  Recorder recorder(folder / "run.h5");
  recorder.run_started(run.start());
  run.tell(recorder, 0, 3);
  support::write_file(folder / "run.h5", "precious");
  EXPECT_THROW(recorder.run_ended(run.end(3), {}), Failure);
  EXPECT_EQ(std::filesystem::file_size(folder / "run.h5"), 8u);
}

TEST(Recorder, PlacesWhereNoFileCanBeAreRefusedBeforeTheRun) {
  const Folder folder;
  support::write_file(folder / "file", "precious");
  EXPECT_THROW(Recorder(folder / "missing" / "run.h5"), InputError);
  EXPECT_THROW(Recorder(folder / "file" / "run.h5"), InputError);
  EXPECT_THROW(Recorder(folder.path(), true), InputError);
  EXPECT_THROW(Recorder(folder / "", true), InputError);
  EXPECT_THROW(Recorder("/dev/null", true), InputError);
  try {
    const Recorder recorder(folder / "missing" / "run.h5");
  } catch (const InputError& error) {
    EXPECT_EQ(error.where, (folder / "missing").string());
    EXPECT_EQ(error.what_is_wrong.chinese, "存放结果的文件夹不存在");
  }
}

TEST(Recorder, AnInterruptedRunKeepsTheDaysCompletedAndSaysSo) {
  const Folder folder;
  SmallRun run(70);
  Recorder recorder(folder / "run.h5");
  recorder.run_started(run.start());
  run.tell(recorder, 0, 37);
  recorder.run_ended(run.end(37), {});
  const Handle file = opened(folder / "run.h5");
  std::vector<hsize_t> shape;
  read_values<float>(file, "residents", &shape);
  EXPECT_EQ(shape, (std::vector<hsize_t>{37, 2}));
  const Handle provenance(H5Gopen2(file, "provenance", H5P_DEFAULT));
  EXPECT_EQ(read_number(provenance, "complete"), 0.0);
  EXPECT_EQ(read_number(provenance, "days_completed"), 37.0);
  EXPECT_EQ(read_number(provenance, "days_planned"), 70.0);
}

TEST(Recorder, NothingHasTheFinalNameBeforeTheEndAndNothingStaysOfARunThatDies) {
  const Folder folder;
  SmallRun run(40);
  {
    Recorder recorder(folder / "run.h5");
    recorder.run_started(run.start());
    run.tell(recorder, 0, 40);
    EXPECT_FALSE(std::filesystem::exists(folder / "run.h5"));
    EXPECT_FALSE(std::filesystem::is_empty(folder.path()));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Recorder, AFolderThatDisappearsFailsTheRun) {
  const Folder folder;
  std::filesystem::create_directory(folder / "results");
  SmallRun run(3);
  Recorder recorder(folder / "results" / "run.h5");
  std::filesystem::remove_all(folder / "results");
  EXPECT_THROW(recorder.run_started(run.start()), Failure);
}

constexpr Day days_on_small_disk = 100;

/// Runs in a process of its own that may write files of no more than `bytes`, the nearest to a full disk that needs no
/// disk. Exit status: 0 the run succeeded, 1 it failed as it should, 2 it went on although it had failed.
int run_on_small_disk(const std::filesystem::path& file, rlim_t bytes) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    int status = 0;
    try {
      record_all(file, days_on_small_disk);
    } catch (const Failure& failure) {
      const bool says_why = failure.what_is_wrong.english.find("File too large") != std::string::npos;
      status = says_why ? 1 : 2;
    }
    std::exit(status);  // with HDF5's own clean-up
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

TEST(Recorder, AFullDiskFailsTheRunAndLeavesNothingBehind) {
  const Folder folder;
  record_all(folder / "whole.h5", days_on_small_disk);
  const std::uintmax_t needed = std::filesystem::file_size(folder / "whole.h5");
  std::filesystem::remove_all(folder / "whole.h5");
  for (std::uintmax_t bytes : {std::uintmax_t{100}, needed / 2, needed * 3 / 4, needed - 2000}) {
    EXPECT_EQ(run_on_small_disk(folder / "run.h5", bytes), 1) << bytes << " of " << needed << " bytes";
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << bytes << " of " << needed << " bytes";
  }
}

TEST(Recorder, AfterAFailureEveryFurtherCallFailsTheSameWay) {
  const Folder folder;
  std::filesystem::create_directory(folder / "results");
  SmallRun run(3);
  Recorder recorder(folder / "results" / "run.h5");
  std::filesystem::remove_all(folder / "results");
  EXPECT_THROW(recorder.run_started(run.start()), Failure);
  EXPECT_THROW(run.tell(recorder, 0), Failure);
  EXPECT_THROW(recorder.run_ended(run.end(1), {}), Failure);
}

}  // namespace
}  // namespace linli
