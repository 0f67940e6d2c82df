// A workbook as a program of a supplier writes it, by libxlsxwriter: what was put in comes out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "unit/read/reading.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

using ::testing::ElementsAre;

TEST(XlsxWritten, by_a_library_that_suppliers_use) {
  const xml::Library library;
  const test::TestFolder folder;
  const std::string path = (folder.path() / "w.xlsx").string();
  for (const bool constant_memory : {false, true}) {  // shared texts, and texts inside the cells
    lxw_workbook_options options{};
    options.constant_memory = constant_memory ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Lopend");
    lxw_format* date = workbook_add_format(workbook);
    format_set_num_format(date, "dd-mm-yyyy");
    lxw_format* percent = workbook_add_format(workbook);
    format_set_num_format(percent, "0.0%");
    const std::vector<const char*> names = {"BSN", "START", "LOONW", "DEEL", "NAAM", "JA"};
    for (std::size_t i = 0; i < names.size(); ++i) worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), names[i], nullptr);
    lxw_datetime day{2021, 3, 1, 0, 0, 0};
    worksheet_write_string(sheet, 1, 0, "012345672", nullptr);
    worksheet_write_datetime(sheet, 1, 1, &day, date);
    worksheet_write_number(sheet, 1, 2, 0.1 + 0.2, nullptr);
    worksheet_write_number(sheet, 1, 3, 0.455, percent);
    worksheet_write_string(sheet, 1, 4, "Beëindigd & <nieuw>", nullptr);
    worksheet_write_boolean(sheet, 1, 5, 1, nullptr);
    worksheet_write_number(sheet, 3, 0, 123456782, nullptr);
    worksheet_write_formula_num(sheet, 3, 2, "=20*2", nullptr, 40);
    worksheet_write_blank(sheet, 4, 1, date);
    ASSERT_EQ(workbook_close(workbook), LXW_NO_ERROR);

    rules::Format format = csv_format({"BSN", "START", "LOONW", "DEEL", "NAAM", "JA"});
    format.kind = rules::FormatKind::xlsx;
    Notes notes;
    Diagnostics diagnostics;
    const Result result = read_records({path, "w.xlsx"}, format, notes, diagnostics);
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(codes_of(diagnostics), "");
    EXPECT_THAT(notes.lines, ElementsAre("2 Lopend: 012345672|2021-03-01|0.3|0.455|Beëindigd & <nieuw>|true", "4 Lopend: 123456782||40|||"));
  }
}

}  // namespace
}  // namespace srgconv::read
