#include "record/claim.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/error.h"
#include "support/folder.h"

namespace linli {
namespace {

using support::TemporaryFolder;

std::size_t files_in(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

/// Another process claims the file and is killed.
void claim_and_be_killed(const std::filesystem::path& file) {
  const pid_t child = fork();
  if (child == 0) {
    const Claim claim(file);
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(Claim, GivesTheFileItsNameWhenItIsPublished) {
  const TemporaryFolder folder;
  {
    Claim claim(folder / "run.h5");
    support::write_file(claim.hidden(), "whole");
    EXPECT_FALSE(std::filesystem::exists(folder / "run.h5"));
    claim.publish();
  }
  EXPECT_EQ(support::content_of(folder / "run.h5"), "whole");
  EXPECT_EQ(files_in(folder), 1u);
}

TEST(Claim, LeavesNothingWhenItIsNotPublished) {
  const TemporaryFolder folder;
  { const Claim claim(folder / "run.h5"); }
  EXPECT_EQ(files_in(folder), 0u);
}

TEST(Claim, IsRefusedWhileAnotherHoldsIt) {
  const TemporaryFolder folder;
  {
    const Claim first(folder / "run.h5");
    EXPECT_THROW(Claim(folder / "run.h5"), InputError);
    EXPECT_NO_THROW(Claim(folder / "other.h5"));
  }
  EXPECT_NO_THROW(Claim(folder / "run.h5"));
}

TEST(Claim, OfAProcessThatWasKilledIsTakenOver) {
  const TemporaryFolder folder;
  claim_and_be_killed(folder / "run.h5");
  EXPECT_EQ(files_in(folder), 1u);
  EXPECT_NO_THROW(Claim(folder / "run.h5"));
}

TEST(Claim, OfProcessesThatAreGoneIsRemovedAndOthersStay) {
  const TemporaryFolder folder;
  claim_and_be_killed(folder / "gone.h5");
  support::write_file(folder / ".somebody-elses", "precious");
  const Claim going_on(folder / "going-on.h5");
  remove_abandoned(folder.path());
  EXPECT_EQ(files_in(folder), 2u);
  EXPECT_TRUE(std::filesystem::exists(going_on.hidden()));
  EXPECT_TRUE(std::filesystem::exists(folder / ".somebody-elses"));
}

}  // namespace
}  // namespace linli
