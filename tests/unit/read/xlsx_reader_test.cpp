// Workbooks as records: sheets, headers, cells of every kind, and what is wrong with them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "read/xlsx_workbook.hpp"
#include "support/workbooks.hpp"
#include "unit/read/reading.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

using test::HandmadeWorkbook;
using test::sheet_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Xlsx : public ::testing::Test {
 protected:
  Xlsx() : format_(csv_format({"A", "B"})) { format_.kind = rules::FormatKind::xlsx; }

  std::vector<std::string> read(std::string_view bytes) {
    Notes notes;
    said_ = {};
    result_ = read_records({folder_.write("w.xlsx", bytes), "w.xlsx"}, format_, notes, said_);
    EXPECT_EQ(result_.records, notes.lines.size());
    EXPECT_EQ(result_.complete, !said_.has_errors());
    return notes.lines;
  }
  std::vector<std::string> read(const HandmadeWorkbook& workbook) { return read(workbook.bytes()); }
  // A sheet with the header A, B and these cells in row 2.
  std::vector<std::string> read_cells(const std::string& cells, const std::string& styles = {}, const std::string& texts = {}, bool since_1904 = false) {
    const std::string header = "<row r='1'><c r='A1' t='inlineStr'><is><t>A</t></is></c><c r='B1' t='inlineStr'><is><t>B</t></is></c></row>";
    return read(HandmadeWorkbook{{{"Blad1", "<sheetData>" + header + "<row r='2'>" + cells + "</row></sheetData>"}}, texts, styles, since_1904});
  }

  xml::Library library_;
  test::TestFolder folder_;
  rules::Format format_;
  Diagnostics said_;
  Result result_;
};

TEST_F(Xlsx, columns_by_name_and_rows_with_their_numbers) {
  EXPECT_THAT(read({{{"Blad1", sheet_of({{}, {"B", "A"}, {"1", "2"}, {}, {"", "3"}, {}})}}}), ElementsAre("3 Blad1: 2|1", "5 Blad1: 3|"));
  EXPECT_EQ(codes_of(said_), "");
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"A", "C"}})}}}), IsEmpty());
  EXPECT_EQ(codes_of(said_), "READ-101 READ-102");
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"A", "B", "A"}, {"1"}})}}}), IsEmpty());
  EXPECT_EQ(codes_of(said_), "READ-103");
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"A", "", "B"}, {"1", "", "2"}, {"1", "x", "2"}, {"", "", "", "", "x"}})}}}),
              ElementsAre("2 Blad1: 1|2", "3 Blad1: 1|2 READ-137", "4 Blad1: | READ-137"));
}

TEST_F(Xlsx, preamble_and_headers_of_other_heights) {
  format_.preamble_lines = 2;
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"Titel"}, {}, {"A", "B"}, {"1", "2"}})}}}), ElementsAre("4 Blad1: 1|2"));
  format_.preamble_lines = 0;
  format_.header_lines = 0;
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"1", "2"}, {"", "", "3"}})}}}), ElementsAre("1 Blad1: 1|2", "2 Blad1: | READ-137"));
  format_ = csv_format({"A x", "B"});
  format_.kind = rules::FormatKind::xlsx;
  format_.header_lines = 2;
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"A"}, {"x", "B"}, {"1", "2"}})}}}), ElementsAre("3 Blad1: 1|2"));
  EXPECT_THAT(read({{{"Blad1", sheet_of({{"A x", "B"}})}}}), IsEmpty());
  EXPECT_EQ(codes_of(said_), "");
}

TEST_F(Xlsx, sheets_by_name) {
  const HandmadeWorkbook two{{{"Een", sheet_of({{"A", "B"}, {"1"}})}, {"Twee", sheet_of({{"B", "A"}, {"2"}})}, {"Grafiek", ""}}};
  EXPECT_THAT(read(two), ElementsAre("2 Een: 1|"));
  EXPECT_EQ(codes_of(said_), "READ-134");
  format_.sheets = {"Twee", "Een"};
  EXPECT_THAT(read(two), ElementsAre("2 Twee: |2", "2 Een: 1|"));
  EXPECT_EQ(codes_of(said_), "");
  format_.sheets = {"Twe", "Grafiek"};
  EXPECT_THAT(read(two), IsEmpty());
  EXPECT_EQ(codes_of(said_), "READ-133 READ-143");
  EXPECT_EQ(said_.all().front().suggestion, "Twee");
  format_.sheets = {"Leeg", "Een"};
  EXPECT_THAT(read({{{"Een", sheet_of({{"A", "B"}, {"1"}})}, {"Leeg", "<sheetData/>"}}}), ElementsAre("2 Een: 1|"));
  EXPECT_EQ(codes_of(said_), "READ-142");
}

TEST_F(Xlsx, texts_of_every_kind) {
  const std::string texts =
      "<si><t>007</t></si><si><r><t xml:space='preserve'>een </t></r><r><rPr><b/></rPr><t>twee</t></r><rPh sb='0' eb='1'><t>klank</t></rPh></si><si><t/></si>";
  EXPECT_THAT(read_cells("<c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c>", "", texts), ElementsAre("2 Blad1: 007|een twee"));
  EXPECT_THAT(read_cells("<c r='A2' t='s'><v>2</v></c><c r='B2' t='str'><f>A1&amp;A1</f><v>AA</v></c>", "", texts), ElementsAre("2 Blad1: |AA"));
  EXPECT_THAT(read_cells("<c t='inlineStr'><is><r><t>a_x000A_</t></r><r><t>b</t></r></is></c><c t='b'><v>1</v></c>"), ElementsAre("2 Blad1: a\nb|true"));
  EXPECT_THAT(read_cells("<c r='A2' t='s'><v>9</v></c>", "", texts), IsEmpty());
  EXPECT_EQ(codes_of(said_), "READ-138");
}

TEST_F(Xlsx, numbers_dates_and_formulas) {
  const std::string styles =
      "<numFmts><numFmt numFmtId='164' formatCode='dd\\-mm\\-yyyy'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>";
  EXPECT_THAT(read_cells("<c r='A2'><v>0.30000000000000004</v></c><c r='B2' s='0'><v>44256</v></c>", styles), ElementsAre("2 Blad1: 0.3|44256"));
  EXPECT_THAT(read_cells("<c r='A2' s='1'><v>44256</v></c><c r='B2' s='2' t='n'><v>44256.5625</v></c>", styles),
              ElementsAre("2 Blad1: 2021-03-01|2021-03-01 13:30:00"));
  EXPECT_THAT(read_cells("<c r='A2' s='1'><v>42794</v></c><c r='B2' t='d'><v>2021-03-01T00:00:00</v></c>", styles, "", true),
              ElementsAre("2 Blad1: 2021-03-01|2021-03-01"));
  EXPECT_THAT(read_cells("<c r='A2'><f>1+1</f><v>2</v></c><c r='B2'><f>NOW()</f></c>"), ElementsAre("2 Blad1: 2| READ-136"));
  EXPECT_THAT(read_cells("<c r='A2' t='e'><v>#N/A</v></c><c r='B2' s='99'><v>1</v></c>"), ElementsAre("2 Blad1: #N/A|1 READ-135"));
  EXPECT_THAT(read_cells("<c r='A2'><v>een</v></c>"), IsEmpty());
  EXPECT_EQ(codes_of(said_), "READ-138");
}

TEST_F(Xlsx, errors_in_columns_that_are_ignored_do_not_matter) {
  format_.ignored = {{"B", "niet nodig"}};
  EXPECT_THAT(read_cells("<c r='A2'><v>1</v></c><c r='B2' t='e'><v>#REF!</v></c>"), ElementsAre("2 Blad1: 1|#REF!"));
}

TEST_F(Xlsx, merged_cells_are_told) {
  const HandmadeWorkbook merged{{{"Blad1", sheet_of({{"A", "B"}, {"1", "2"}, {"", "3"}}) + "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"}}};
  EXPECT_THAT(read(merged), ElementsAre("2 Blad1: 1|2", "3 Blad1: |3"));
  EXPECT_EQ(codes_of(said_), "READ-141");
}

TEST_F(Xlsx, places_out_of_order_are_damage) {
  for (const char* data : {"<row r='0'/>", "<row r='2'/><row r='2'/>", "<row r='1048577'/>", "<row r='x'/>", "<row r='1'><c r='B1'/><c r='A1'/></row>",
                           "<row r='1'><c r='A2'/></row>", "<row r='1'><c r='XFE1'/></row>", "<c r='A1'/>"}) {
    EXPECT_THAT(read({{{"Blad1", std::string("<sheetData>") + data + "</sheetData>"}}}), IsEmpty()) << data;
    EXPECT_EQ(codes_of(said_), "READ-138") << data;
  }
}

TEST_F(Xlsx, what_is_no_workbook) {
  const auto said = [&](std::string_view bytes) {
    read(bytes);
    return codes_of(said_);
  };
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(70000, '\0');
  EXPECT_EQ(said(""), "READ-003");
  EXPECT_EQ(said("A;B\n1;2\n"), "READ-132");
  EXPECT_EQ(said(ole), "READ-131");
  EXPECT_EQ(said(ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)), "READ-130");
  EXPECT_EQ(said(test::zipped({{"content.xml", "<a/>"}})), "READ-132");
  EXPECT_EQ(said(test::zipped({{"_rels/.rels", "<R><Relationship Id='1' Type='x/officeDocument' Target='xl/workbook.bin'/></R>"}})), "READ-140");
  EXPECT_EQ(said(test::zipped({{"_rels/.rels", "<R><Relationship Id='1' Type='x/officeDocument' Target='xl/workbook.xml'/></R>"}})), "READ-138");
  EXPECT_EQ(said(test::zipped({{"_rels/.rels", "<!DOCTYPE a><R/>"}})), "READ-211");
}

TEST_F(Xlsx, every_cut_is_noticed) {
  const std::string whole = HandmadeWorkbook{{{"Blad1", sheet_of({{"A", "B"}, {"1", "2"}})}}, "<si><t>a</t></si>"}.bytes();
  for (std::size_t size = 0; size < whole.size(); size += 3) {
    read(std::string_view(whole).substr(0, size));
    EXPECT_FALSE(result_.complete) << size;
  }
}

TEST_F(Xlsx, shared_texts_have_a_bound) {
  std::string texts;
  for (int i = 0; i < 100; ++i) texts += "<si><t>tien tekens</t></si>";
  const InputFile file{folder_.write("t.xlsx", HandmadeWorkbook{{{"Blad1", sheet_of({{"A"}})}}, texts}.bytes()), "t.xlsx"};
  EXPECT_NE(Workbook::open(file, said_, 2000), nullptr);
  EXPECT_EQ(codes_of(said_), "");
  EXPECT_EQ(Workbook::open(file, said_, 1000), nullptr);
  EXPECT_EQ(codes_of(said_), "READ-139");
}

RC_GTEST_FIXTURE_PROP(Xlsx, texts_come_back_wherever_they_stand, ()) {
  const auto value = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab 0;\"'_")));
  const auto rows = *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(value, value));
  std::vector<std::vector<std::string>> cells = {{"A", "B"}};
  std::vector<std::string> expected;
  for (const auto& [a, b] : rows) {
    cells.push_back({a, b});
    if (!a.empty() || !b.empty()) expected.push_back(fmt::format("{} Blad1: {}|{}", cells.size(), a, b));
  }
  for (auto& row : cells) {
    for (std::string& text : row) {
      for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 1)) text.replace(at, 1, "&apos;");
    }
  }
  RC_ASSERT(read({{{"Blad1", sheet_of(cells)}}}) == expected);
}

}  // namespace
}  // namespace srgconv::read
