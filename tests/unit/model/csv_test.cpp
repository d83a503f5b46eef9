#include "model/csv.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"

namespace linli {
namespace {

class Csv : public testing::Test {
 protected:
  CsvTable table(const std::string& content, CsvTable::OtherColumns others = CsvTable::OtherColumns::refused) {
    file_ = std::filesystem::path(testing::TempDir()) /
            (std::string("linli-csv-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv");
    std::ofstream(file_, std::ios::binary) << content;
    return CsvTable(file_, {"name", "size"}, {"note"}, others);
  }
  ~Csv() override { std::filesystem::remove(file_); }

  std::filesystem::path file_;
};

TEST_F(Csv, a_table_written_by_a_spreadsheet_is_read) {
  const CsvTable read = table("\xEF\xBB\xBFname,size\r\n\"a, \"\"quoted\"\"\",1.5\r\n\r\nb,-2\r\n");
  ASSERT_EQ(read.rows(), 2u);
  EXPECT_EQ(read.text(0, "name"), "a, \"quoted\"");
  EXPECT_EQ(read.number(1, "size", -5, 5), -2.0);
  EXPECT_FALSE(read.has("note"));
}

TEST_F(Csv, a_complaint_names_line_and_column) {
  const CsvTable read = table("name,size\n\na,x\n");
  EXPECT_TRUE(read.where(0, "size").ends_with(".csv:3 size"));
  EXPECT_THROW(read.number(0, "size", 0, 1), InputError);
}

TEST_F(Csv, a_number_out_of_range_is_refused) {
  EXPECT_THROW(table("name,size\na,7\n").number(0, "size", 0, 1), InputError);
}

TEST_F(Csv, a_missing_column_is_refused) {
  EXPECT_THROW(table("name,note\na,b\n"), InputError);
}

TEST_F(Csv, an_unknown_column_is_refused) {
  EXPECT_THROW(table("name,size,colour\na,1,red\n"), InputError);
}

TEST_F(Csv, an_unknown_column_is_passed_over_where_others_are_ignored) {
  const CsvTable read = table("name,size,colour\na,1,red\n", CsvTable::OtherColumns::ignored);
  EXPECT_EQ(read.number(0, "size", 0, 5), 1.0);
  EXPECT_TRUE(read.where(0).ends_with(".csv:2"));
}

TEST_F(Csv, a_row_of_the_wrong_length_is_refused) {
  EXPECT_THROW(table("name,size\na,1,2\n"), InputError);
}

TEST_F(Csv, an_open_quotation_mark_is_refused) {
  EXPECT_THROW(table("name,size\n\"a,1\n"), InputError);
}

TEST_F(Csv, an_empty_file_is_refused) {
  EXPECT_THROW(table(""), InputError);
}

}  // namespace
}  // namespace linli
