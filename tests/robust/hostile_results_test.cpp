/// Result files that somebody made to do harm, or that a disk has damaged: refused, and nothing is written over memory.

#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"
#include "record/hdf5.h"
#include "record/recorder.h"
#include "record/summary.h"
#include "support/folder.h"
#include "unit/record/small_run.h"

namespace linli {
namespace {

/// A sound file of ten days, changed by `spoil`.
template <class Spoil>
std::filesystem::path spoilt(const support::TemporaryFolder& folder, const Spoil& spoil) {
  const std::filesystem::path file = folder / "run.h5";
  SmallRun run(10);
  Recorder recorder(file, true);
  run.tell(recorder);
  const Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT));
  spoil(opened);
  return file;
}

std::string complaint_about(const std::filesystem::path& file) {
  try {
    read_summary(file);
    return "";
  } catch (const InputError& error) {
    return error.what_is_wrong.english;
  }
}

std::vector<std::string> attributes_of_provenance() {
  const support::TemporaryFolder folder;
  std::vector<std::string> names;
  spoilt(folder, [&](hid_t file) {
    const Handle group(H5Gopen2(file, "provenance", H5P_DEFAULT));
    names = attribute_names(group);
  });
  return names;
}

TEST(HostileResult, WithManyNumbersWhereOneIsExpectedIsRefused) {
  const std::vector<double> numbers(4096, 1e300);
  for (const std::string& name : {std::string("people"), std::string("seed"), std::string("days_completed"),
                                  std::string("wall_seconds"), std::string("seconds_economy")}) {
    const support::TemporaryFolder folder;
    const auto file = spoilt(folder, [&](hid_t opened) {
      const Handle group(H5Gopen2(opened, "provenance", H5P_DEFAULT));
      checked(H5Adelete(group, name.c_str()));
      write_attribute(group, name, std::span<const double>(numbers));
    });
    EXPECT_NE(complaint_about(file).find("damaged"), std::string::npos) << name;
  }
}

TEST(HostileResult, WithTextWhereANumberIsExpectedOrTheOtherWayRoundIsRefused) {
  for (const std::string& name : attributes_of_provenance()) {
    const support::TemporaryFolder folder;
    const auto file = spoilt(folder, [&](hid_t opened) {
      const Handle group(H5Gopen2(opened, "provenance", H5P_DEFAULT));
      const Handle attribute(H5Aopen(group, name.c_str(), H5P_DEFAULT));
      const Handle type(H5Aget_type(attribute));
      const bool is_text = H5Tget_class(type) == H5T_STRING;
      checked(H5Adelete(group, name.c_str()));
      if (is_text)
        write_number(group, name, 1e300);
      else
        write_attribute(group, name, std::string(5000, 'x'));
    });
    // What the summary does not read may be anything.
    const bool is_read = !std::set<std::string>{"scenario", "measures", "end"}.contains(name);
    if (is_read) {
      EXPECT_NE(complaint_about(file), "") << name;
    }
  }
}

TEST(HostileResult, ThatClaimsMoreDaysThanItHoldsIsRefusedAtOnce) {
  for (const char* name : {"day", "claims", "records/disputes/severity"}) {
    const support::TemporaryFolder folder;
    const auto file = spoilt(folder, [&](hid_t opened) {
      const Handle dataset(H5Dopen2(opened, name, H5P_DEFAULT));
      const Handle space(H5Dget_space(dataset));
      std::vector<hsize_t> extents(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space)));
      H5Sget_simple_extent_dims(space, extents.data(), nullptr);
      extents.front() = 1'000'000'000;
      checked(H5Dset_extent(dataset, extents.data()));
    });
    if (std::string_view(name).starts_with("records")) continue;  // the summary reads no table
    EXPECT_NE(complaint_about(file).find("claims more than it holds"), std::string::npos) << name;
  }
}

TEST(HostileResult, WhoseDaysAreNotOneAfterAnotherIsRefused) {
  const support::TemporaryFolder folder;
  const auto file = spoilt(folder, [](hid_t opened) {
    const Handle dataset(H5Dopen2(opened, "day", H5P_DEFAULT));
    const std::vector<std::int32_t> days = {0, 1, 2, 3, 2'000'000'000, 5, 6, 7, 8, 9};
    checked(H5Dwrite(dataset, native<std::int32_t>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, days.data()));
  });
  EXPECT_NE(complaint_about(file).find("one after another"), std::string::npos);
}

TEST(HostileResult, WhoseWeeksLieOutsideTheRunIsRefused) {
  for (const std::int32_t first : {-5, 1'000'000}) {
    const support::TemporaryFolder folder;
    const auto file = spoilt(folder, [&](hid_t opened) {
      const Handle dataset(H5Dopen2(opened, "week", H5P_DEFAULT));
      const std::vector<std::int32_t> weeks(3, first);
      checked(H5Dwrite(dataset, native<std::int32_t>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, weeks.data()));
    });
    EXPECT_NE(complaint_about(file), "") << first;
  }
}

/// Where in the file the first chunk of a variable lies, and how long it is there.
std::pair<haddr_t, hsize_t> first_chunk(const std::filesystem::path& file, const char* variable) {
  const Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
  const Handle data(H5Dopen2(opened, variable, H5P_DEFAULT));
  const Handle space(H5Dget_space(data));
  hsize_t offset[3];
  unsigned filters = 0;
  haddr_t address = 0;
  hsize_t size = 0;
  checked(H5Dget_chunk_info(data, space, 0, offset, &filters, &address, &size));
  return {address, size};
}

TEST(HostileResult, WithOneFlippedBitIsRefusedWhereverItLies) {
  const support::TemporaryFolder folder;
  const auto file = spoilt(folder, [](hid_t) {});
  const auto [address, size] = first_chunk(file, "settled");
  ASSERT_EQ(complaint_about(file), "");
  for (hsize_t byte = 0; byte < size; byte += 1 + size / 20) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto place = static_cast<std::streamoff>(address + byte);
    const auto flip = [&] {
      bytes.seekg(place);
      const char flipped = static_cast<char>(bytes.get() ^ 4);
      bytes.seekp(place);
      bytes.put(flipped).flush();
    };
    flip();
    EXPECT_NE(complaint_about(file).find("damaged"), std::string::npos) << byte << " of " << size;
    flip();
  }
  EXPECT_EQ(complaint_about(file), "");
}

}  // namespace
}  // namespace linli
