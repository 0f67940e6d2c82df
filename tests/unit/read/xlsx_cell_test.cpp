// Cells of workbooks as text.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "read/xlsx_cell.hpp"

namespace srgconv::read {
namespace {

TEST(XlsxCell, places) {
  const auto place = [](std::string_view text) {
    const auto found = cell_place(text);
    return found ? std::to_string(found->row) + "," + std::to_string(found->column) : "none";
  };
  EXPECT_EQ(place("A1"), "1,1");
  EXPECT_EQ(place("b7"), "7,2");
  EXPECT_EQ(place("AA10"), "10,27");
  EXPECT_EQ(place("XFD1048576"), "1048576,16384");
  for (const char* text : {"", "A", "1", "A0", "XFE1", "AAAA1", "A1048577", "A1B", "A-1", "A99999999999999", "$A$1"}) EXPECT_EQ(place(text), "none") << text;
}

RC_GTEST_PROP(XlsxCell, letters_and_places_are_each_others_inverse, ()) {
  const auto column = *rc::gen::inRange<std::uint32_t>(1, 16385);
  const auto row = *rc::gen::inRange<std::uint32_t>(1, 1048577);
  const auto place = cell_place(column_letters(column) + std::to_string(row));
  RC_ASSERT(place.has_value());
  RC_ASSERT(place->column == column && place->row == row);
}

TEST(XlsxCell, numbers_as_people_read_them) {
  const auto text = [](std::string_view written) { return number_text(written).value_or("none"); };
  EXPECT_EQ(text("0.30000000000000004"), "0.3");
  EXPECT_EQ(text("45.5"), "45.5");
  EXPECT_EQ(text("4.5499999999999998"), "4.55");
  EXPECT_EQ(text("1E-3"), "0.001");
  EXPECT_EQ(text("1.2E+3"), "1200");
  EXPECT_EQ(text("1.23456789012345E+17"), "123456789012345000");
  EXPECT_EQ(text("12345678901234567"), "12345678901234567");  // whole as it is written
  EXPECT_EQ(text("123456782.0"), "123456782");
  EXPECT_EQ(text("007"), "7");
  EXPECT_EQ(text("-0"), "0");
  EXPECT_EQ(text("-0.0"), "0");
  EXPECT_EQ(text("-12.50"), "-12.5");
  EXPECT_EQ(text("0.99999999999999999"), "1");
  for (const char* none : {"", "x", "1x", "nan", "inf", "1e999", "1,5", "0x10", "--1"}) EXPECT_EQ(text(none), "none") << none;
}

RC_GTEST_PROP(XlsxCell, numbers_of_four_decimals_come_back_as_they_were, ()) {
  const auto units = *rc::gen::inRange<std::int64_t>(-999999999999, 1000000000000);
  std::string written = std::to_string(units < 0 ? -units : units);
  if (written.size() < 5) written.insert(0, 5 - written.size(), '0');
  written.insert(written.size() - 4, ".");
  if (units < 0) written.insert(0, "-");
  std::string expected = written.substr(0, written.find_last_not_of('0') + 1);
  if (expected.ends_with('.')) expected.pop_back();
  char binary[64];
  std::snprintf(binary, sizeof binary, "%.17g", std::stod(written));
  RC_ASSERT(number_text(binary) == expected);
}

TEST(XlsxCell, formats_that_show_dates) {
  for (const char* code : {"dd-mm-yyyy", "[$-413]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "[Red]d/m/yy", "hh:mm", "mmm-yy", "\"op \"d", "[<1]h:mm;d"})
    EXPECT_TRUE(shows_date(code)) << code;
  for (const char* code : {"General", "0.00", "\"dag\" 0", "[h]:mm", "[mm]:ss", "\\d0", "#,##0_d", "0;d", "@", "", "\"", "[", "0.00E+00", "[$€-413] #,##0.00"})
    EXPECT_FALSE(shows_date(code)) << code;
  for (const unsigned format : {14U, 22U, 45U, 47U, 57U}) EXPECT_TRUE(shows_date(format)) << format;
  for (const unsigned format : {0U, 9U, 13U, 23U, 46U, 49U, 164U}) EXPECT_FALSE(shows_date(format)) << format;
}

TEST(XlsxCell, serial_numbers_as_dates) {
  const auto date = [](double serial, bool since_1904 = false) { return date_text(serial, since_1904).value_or("none"); };
  EXPECT_EQ(date(44256), "2021-03-01");
  EXPECT_EQ(date(44256.5625), "2021-03-01 13:30:00");
  EXPECT_EQ(date(44255.9999999), "2021-03-01");  // rounded to a second it is midnight
  EXPECT_EQ(date(1), "1900-01-01");
  EXPECT_EQ(date(59), "1900-02-28");
  EXPECT_EQ(date(60), "1900-02-29");
  EXPECT_EQ(date(61), "1900-03-01");
  EXPECT_EQ(date(0.5), "12:00:00");
  EXPECT_EQ(date(2958465), "9999-12-31");
  EXPECT_EQ(date(42794, true), "2021-03-01");
  EXPECT_EQ(date(0, true), "1904-01-01");
  EXPECT_EQ(date(2957004, true), "none");
  EXPECT_EQ(date(2958466), "none");
  EXPECT_EQ(date(-1), "none");
  EXPECT_EQ(date_text(std::string_view("2021-03-01T00:00:00.000Z")), "2021-03-01");
  EXPECT_EQ(date_text(std::string_view("2021-03-01T13:30:00")), "2021-03-01 13:30:00");
  EXPECT_EQ(date_text(std::string_view("2021-03-01")), "2021-03-01");
}

TEST(XlsxCell, escaped_signs) {
  EXPECT_EQ(unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(unescaped("_x00e9__x00E9_"), "éé");
  for (const char* plain : {"_x00D_", "_xD800_", "_x0000_", "_x00G0_", "_x000D", "_x", "a_xb"}) EXPECT_EQ(unescaped(plain), plain);
}

}  // namespace
}  // namespace srgconv::read
