#include "core/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/folder.h"

namespace linli {
namespace {

using support::TemporaryFolder;

const std::filesystem::path networks = support::repository_file("tests/data/networks");

template <class Read>
std::string complaint(const Read& read) {
  try {
    read();
  } catch (const InputError& error) {
    return error.text(Language::english) + " | " + error.text(Language::chinese);
  }
  return "";
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

class Files : public testing::Test {
 protected:
  std::filesystem::path written(std::string_view content) {
    support::write_file(folder_ / "file", content);
    return folder_ / "file";
  }
  std::string text(std::string_view content) { return read_text(written(content), "here", notes_); }

  TemporaryFolder folder_;
  Notes notes_;
};

TEST_F(Files, ThatAreMissingOrNoFilesAreRefusedWhereTheyAreNamed) {
  const auto refused = [](const std::filesystem::path& file) {
    return complaint([&] { read_bytes(file, "town.toml:3:9 world.towns"); });
  };
  EXPECT_TRUE(says(refused("/no/such"), "town.toml:3:9 world.towns: there is no file /no/such"));
  EXPECT_TRUE(says(refused(folder_.path()), "is a folder"));
  EXPECT_TRUE(says(refused(std::string(300, 'x')), "cannot be read: the name is too long"));
  EXPECT_TRUE(says(refused("/dev/zero"), "is a pipe or a device"));
  std::filesystem::create_symlink("self", folder_ / "self");
  EXPECT_TRUE(says(refused(folder_ / "self"), "its links go in a circle"));
}

TEST_F(Files, ThatArePipesAreRefusedAtOnce) {
  const std::filesystem::path pipe = folder_ / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_TRUE(says(complaint([&] { read_bytes(pipe, ""); }), "is a pipe or a device"));
}

TEST_F(Files, AboveTheLimitAreRefusedAlsoWhereItIsReachedByUnpacking) {
  const auto file = written(std::string((2 << 20) + 1, 'x'));
  EXPECT_EQ(read_bytes(file, "").size(), (2u << 20) + 1);
  EXPECT_TRUE(says(complaint([&] { read_bytes(file, "", 2 << 20); }), "more than 2 MB"));
  const auto packed = networks / "m_gz.graphml.gz";
  const std::size_t size = read_bytes(packed, "").size();
  EXPECT_LT(std::filesystem::file_size(packed), size);
  EXPECT_EQ(read_bytes(packed, "", size).size(), size);
  EXPECT_NE(complaint([&] { read_bytes(packed, "", size - 1); }), "");
}

TEST_F(Files, ThatArePackedAreUnpacked) {
  EXPECT_EQ(read_bytes(networks / "m_gz.graphml.gz", ""), read_bytes(networks / "m_plain.graphml", ""));
  const std::string packed = support::content_of(networks / "m_gz.graphml.gz");
  EXPECT_TRUE(says(complaint([&] { text(packed.substr(0, packed.size() / 2)); }), "packed, but damaged"));
}

TEST_F(Files, InUtf8AreTakenAsTheyAreWithoutTheirMark) {
  EXPECT_EQ(text("\xEF\xBB\xBF示例镇\n"), "示例镇\n");
  EXPECT_EQ(read_utf8(written("\xEF\xBB\xBF示例镇"), ""), "示例镇");
  EXPECT_TRUE(notes_.empty());
}

TEST_F(Files, InGb18030AreConvertedWithANoteThatShowsAWord) {
  EXPECT_EQ(text("1,\xCA\xBE\xC0\xFD\xD5\xF2,x"), "1,示例镇,x");
  ASSERT_EQ(notes_.size(), 1u);
  EXPECT_EQ(notes_[0].where, (folder_ / "file").string());
  EXPECT_TRUE(says(notes_[0].what.english, "GB18030")) << notes_[0].what.english;
  EXPECT_TRUE(says(notes_[0].what.english, "示例镇")) << notes_[0].what.english;
}

TEST_F(Files, InUtf16AreConvertedWithANote) {
  using namespace std::string_view_literals;
  EXPECT_EQ(text("\xFF\xFE"
                 "1\0,\0\x47\x95"sv),
            "1,镇");
  EXPECT_EQ(text("\xFE\xFF"
                 "\0"
                 "1\0,\x95\x47"sv),
            "1,镇");
  EXPECT_EQ(notes_.size(), 2u);
}

TEST_F(Files, InNoEncodingThatIsKnownAreRefusedWithTheWayOut) {
  const std::string refused = complaint([&] { text("1,\x81\xFF\xFF"); });
  EXPECT_TRUE(says(refused, "save it as UTF-8")) << refused;
  EXPECT_TRUE(says(refused, "请另存为UTF-8")) << refused;
  EXPECT_TRUE(says(complaint([&] { read_utf8(written("\xCA\xBE\xC0\xFD"), ""); }), "save it as UTF-8"))
      << "what must be in UTF-8 is not converted";
}

TEST_F(Files, WithNulCharactersAreNoTexts) {
  using namespace std::string_view_literals;
  EXPECT_TRUE(says(complaint([&] { text("a\nb\0c"sv); }), "line 2 of"));
  EXPECT_TRUE(says(complaint([&] { read_utf8(written("a\0b"sv), ""); }), "NUL"));
}

}  // namespace
}  // namespace linli
