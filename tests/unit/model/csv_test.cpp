#include "model/csv.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"

namespace linli {
namespace {

class Csv : public testing::Test {
 protected:
  Table table(const std::string& content) {
    file_ = std::filesystem::path(testing::TempDir()) /
            (std::string("linli-csv-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv");
    std::ofstream(file_, std::ios::binary) << content;
    return read_csv(file_, notes_);
  }
  ~Csv() override { std::filesystem::remove(file_); }

  std::filesystem::path file_;
  Notes notes_;
};

TEST_F(Csv, a_table_written_by_a_spreadsheet_is_read) {
  const Table read = table("\xEF\xBB\xBFname,size\r\n\"a, \"\"quoted\"\"\",1.5\r\n\r\nb,-2\r\n");
  ASSERT_EQ(read.rows(), 2u);
  EXPECT_EQ(read.text(0, "name"), "a, \"quoted\"");
  EXPECT_EQ(read.number(1, "size", -5, 5), -2.0);
  EXPECT_FALSE(read.has("note"));
}

TEST_F(Csv, a_complaint_names_line_and_column) {
  const Table read = table("name,size\n\na,x\n");
  EXPECT_TRUE(read.where(0, "size").ends_with(".csv:3 size"));
  EXPECT_THROW(read.number(0, "size", 0, 1), InputError);
}

TEST_F(Csv, a_number_out_of_range_is_refused) {
  EXPECT_THROW(table("name,size\na,7\n").number(0, "size", 0, 1), InputError);
}

TEST_F(Csv, a_missing_column_is_refused_with_those_that_are_there) {
  try {
    table("name,note\na,b\n").require({"name", "size"});
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.what_is_wrong.english, "the column size is missing; the columns are name, note");
  }
}

TEST_F(Csv, a_column_is_found_in_capitals_and_with_blanks_around_it) {
  const Table read = table("Name, SIZE\na,1\n");
  EXPECT_EQ(read.number(0, "size", 0, 5), 1.0);
  EXPECT_TRUE(read.others({"name", "size"}).empty());
}

TEST_F(Csv, a_column_of_exactly_that_name_comes_before_one_in_capitals) {
  EXPECT_EQ(table("SIZE,size\n1,2\n").number(0, "size", 0, 5), 2.0);
}

TEST_F(Csv, two_columns_of_one_name_are_refused_but_nameless_ones_are_not) {
  EXPECT_THROW(table("name,size,name\na,1,b\n"), InputError);
  EXPECT_EQ(table("name,size,,\na,1,,\n").rows(), 1u);
}

TEST_F(Csv, other_separators_are_refused_by_name) {
  for (const char* content : {"name;size\na;1\n", "name\tsize\na\t1\n"}) try {
      table(content);
      FAIL();
    } catch (const InputError& error) {
      EXPECT_NE(error.what_is_wrong.english.find("allowed are commas"), std::string::npos);
    }
}

TEST_F(Csv, rows_of_empty_cells_are_passed_over) {
  EXPECT_EQ(table("name,size\n,\na,1\n , \n").rows(), 1u);
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
