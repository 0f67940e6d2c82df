// The splitter of the pack's small tables: what it takes, and every fault with its place.
#include "pack/table_file.hpp"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv::pack {
namespace {

constexpr std::array<std::string_view, 2> columns{"code", "name"};

std::vector<std::vector<std::string>> read(const std::string& content) {
  Diagnostics diagnostics;
  const auto rows = read_table(SourceText("t.csv", content), columns, diagnostics);
  EXPECT_TRUE(rows) << render_all(diagnostics, Language::en);
  std::vector<std::vector<std::string>> result;
  for (const TableRow& row : rows.value_or(std::vector<TableRow>())) {
    result.emplace_back();
    for (const Cell& cell : row) result.back().push_back(cell.text);
  }
  return result;
}

std::string faults(const std::string& content, Language language = Language::en) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_table(SourceText("t.csv", content), columns, diagnostics));
  return render_all(diagnostics, language);
}

std::vector<std::string> codes(const std::string& content) {
  Diagnostics diagnostics;
  EXPECT_FALSE(read_table(SourceText("t.csv", content), columns, diagnostics));
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.all())
    result.push_back(diagnostic.code + "@" + std::to_string(diagnostic.primary.line) + ":" + std::to_string(diagnostic.primary.column));
  return result;
}

using testing::ElementsAre;

TEST(TableFile, ReadsCellsInTheWantedOrder) {
  EXPECT_THAT(read("code;name\n1;een\n2;\n"), ElementsAre(ElementsAre("1", "een"), ElementsAre("2", "")));
  EXPECT_THAT(read("name;code\r\neen;1\r\n"), ElementsAre(ElementsAre("1", "een")));
  EXPECT_THAT(read("\xEF\xBB\xBF"
                   "code;name\n1;één"),
              ElementsAre(ElementsAre("1", "één")));
  EXPECT_THAT(read("code;name\n"), ElementsAre());
}

TEST(TableFile, ReadsQuotes) {
  EXPECT_THAT(read("code;name\n\"1;2\";\"a \"\"b\"\"\"\n\"\";\"\"\n"), ElementsAre(ElementsAre("1;2", "a \"b\""), ElementsAre("", "")));
}

TEST(TableFile, KeepsThePlaceOfACell) {
  Diagnostics diagnostics;
  const auto rows = read_table(SourceText("t.csv", "code;name\né;\"een\"\n"), columns, diagnostics);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->at(0).at(1).span, (SourceSpan{"t.csv", 2, 3, 5, "name"}));
}

TEST(TableFile, ReportsAnUnknownColumnWithATip) {
  EXPECT_EQ(faults("code;nmae\n1;een\n"),
            "t.csv:1:1: error [PACK-026] column 'name' is missing\n"
            "   1 | code;nmae\n"
            "     | ^^^^^^^^^\n"
            "     = tip: add the column; its cells may be empty where the value is not required\n"
            "t.csv:1:6: error [PACK-024] unknown column 'nmae'\n"
            "   1 | code;nmae\n"
            "     |      ^^^^\n"
            "     = tip: a known column with a similar name is 'name'\n");
}

TEST(TableFile, ReportsARowOfAnotherWidth) {
  EXPECT_EQ(faults("code;name\n1;een;x\n", Language::nl),
            "t.csv:2:1: fout [PACK-027] deze regel heeft 3 cellen, de kop heeft er 2\n"
            "   2 | 1;een;x\n"
            "     | ^^^^^^^\n"
            "     = tip: controleer de puntkomma's; zet een waarde met een puntkomma tussen dubbele aanhalingstekens\n");
}

TEST(TableFile, ReportsEveryFault) {
  EXPECT_THAT(codes(""), ElementsAre("PACK-020@1:1"));
  EXPECT_THAT(codes("\xEF\xBB\xBF"), ElementsAre("PACK-020@1:2"));
  EXPECT_THAT(codes("code;code;name\n"), ElementsAre("PACK-025@1:6"));
  EXPECT_THAT(codes("code\n"), ElementsAre("PACK-026@1:1"));
  EXPECT_THAT(codes("code;name\n1;\xFF\n2; x\n3;a\"b\n4;\"a\"b\n5;\"a\n6\n\n7;a\tb\n8;ok\n"),
              ElementsAre("PACK-021@2:3", "PACK-022@3:3", "PACK-023@4:4", "PACK-023@5:3", "PACK-023@6:3", "PACK-027@7:1", "PACK-027@8:1", "PACK-021@9:4"));
}

TEST(TableFile, RefusesWhatIsNotUtf8) {
  for (const auto* bytes : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xC3", "\x80"})
    EXPECT_THAT(codes("code;name\n1;" + std::string(bytes)), ElementsAre("PACK-021@2:3"));
  EXPECT_THAT(read("code;name\n1;\xF0\x9F\x99\x82\xE2\x82\xAC\n"), ElementsAre(ElementsAre("1", "\xF0\x9F\x99\x82\xE2\x82\xAC")));
}

TEST(TableFile, TakesAnyBytesWithoutHarm) {
  EXPECT_TRUE(rc::check("reading ends with rows or with a fault", [](const std::string& tail) {
    Diagnostics diagnostics;
    const auto rows = read_table(SourceText("t.csv", "code;name\n" + tail), columns, diagnostics);
    RC_ASSERT(rows.has_value() == diagnostics.all().empty());
  }));
}

TEST(TableFile, ReadsBackWhatIsQuoted) {
  EXPECT_TRUE(rc::check("a quoted cell gives its text", [](const std::vector<std::uint8_t>& picks) {
    std::string text;
    for (const std::uint8_t pick : picks) text += "a;\"b"[pick % 4];
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    const auto rows = read("code;name\n" + quoted + "\";x\n");
    RC_ASSERT(rows.size() == 1U);
    RC_ASSERT(rows[0][0] == text);
  }));
}

TEST(TableFile, ReadsDates) {
  Diagnostics diagnostics;
  EXPECT_EQ(read_date({"2022-01-31", {}}, diagnostics), Date::from_parts(2022, 1, 31));
  EXPECT_EQ(read_date({"", {}}, diagnostics), std::nullopt);
  EXPECT_TRUE(diagnostics.all().empty());
  for (const auto* wrong : {"2022-02-30", "20220131", "2022-01-00", "2022-1-31", "x"}) EXPECT_EQ(read_date({wrong, {}}, diagnostics), std::nullopt);
  EXPECT_EQ(diagnostics.error_count(), 5U);
}

}  // namespace
}  // namespace srgconv::pack
