#include "record/hdf5.h"

#include "small_run.h"

namespace linli {
namespace {

Handle new_file(const std::filesystem::path& path) {
  return Handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
}

TEST(Hdf5, AFailedCallNamesItsInnermostCause) {
  const Quiet quiet;
  try {
    const Handle file(H5Fopen("/nowhere/at/all.h5", H5F_ACC_RDONLY, H5P_DEFAULT));
    FAIL() << "a file that is not there was opened";
  } catch (const Hdf5Error& error) {
    EXPECT_STREQ(error.what(), "No such file or directory");
  }
}

TEST(Hdf5, NothingIsPrintedWhileQuiet) {
  testing::internal::CaptureStderr();
  {
    const Quiet quiet;
    EXPECT_THROW(Handle(H5Fopen("/nowhere", H5F_ACC_RDONLY, H5P_DEFAULT)), Hdf5Error);
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Hdf5, TextsOfAnyLengthComeBackAsTheyWere) {
  const Folder folder;
  const Handle file = new_file(folder / "texts.h5");
  for (const std::string& text : {std::string(), std::string("邻里"), std::string(200'000, 'x')}) {
    const std::string name = fmt::format("of {}", text.size());
    write_attribute(file, name, text);
    EXPECT_EQ(read_text(file, name), text);
  }
}

TEST(Hdf5, SeedsKeepAllTheirDigits) {
  const Folder folder;
  const Handle file = new_file(folder / "seed.h5");
  write_number(file, "seed", std::uint64_t{18446744073709551557ull});
  EXPECT_EQ(read_count(file, "seed"), 18446744073709551557ull);
}

}  // namespace
}  // namespace linli
