// CSV: columns by name, quotes and line ends of every kind, and rows that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>

#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

using ::testing::ElementsAre;

class Csv : public ::testing::Test {
 protected:
  Result read(std::string_view text) {
    diagnostics_ = Diagnostics();
    notes_ = Notes();
    return read_records({folder_.write("a.csv", text), "a.csv"}, format_, notes_, diagnostics_);
  }
  std::string codes() const { return codes_of(diagnostics_); }
  std::string english() const { return render_all(diagnostics_, Language::en); }

  test::TestFolder folder_;
  rules::Format format_ = csv_format({"A", "B", "C"});
  Diagnostics diagnostics_;
  Notes notes_;
};

TEST_F(Csv, finds_columns_in_any_order) {
  const Result result = read("C;A;B\n3;1;2\n6;4;5\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 2U);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|3", "3: 4|5|6"));
  EXPECT_EQ(codes(), "");
}

TEST_F(Csv, reads_without_a_header) {
  format_.header_lines = 0;
  EXPECT_TRUE(read("1;2;3\n4;5;6").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: 1|2|3", "2: 4|5|6"));
}

TEST_F(Csv, a_header_of_several_lines_names_columns_by_all_of_them) {
  format_ = csv_format({"Cliënt nr", "BSN", "Voorziening code", "Voorziening start"});
  format_.header_lines = 2;
  EXPECT_TRUE(read("Cliënt;;Voorziening;Voorziening\nnr;BSN;code;start\n1;2;3;4\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("3: 1|2|3|4"));
  EXPECT_TRUE(read("Cliënt;;Voorziening\nnr;BSN;code;Voorziening start\n1;2;3;4\n").complete);  // the first line is shorter
  EXPECT_THAT(notes_.lines, ElementsAre("3: 1|2|3|4"));
  EXPECT_FALSE(read("Cliënt;;Voorziening;Voorziening\n").complete);
  EXPECT_EQ(codes(), "READ-003");
}

TEST_F(Csv, passes_over_the_lines_above_the_header) {
  format_.preamble_lines = 2;
  EXPECT_TRUE(read("Lijst \"van\" 1 mei\r\n\"never closed\r\nA;B;C\r\n1;2;3\r\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("4: 1|2|3"));
  format_.header_lines = 0;
  EXPECT_TRUE(read("titel\n\n1;2;3\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("3: 1|2|3"));
  EXPECT_FALSE((format_.header_lines = 1, read("titel\n")).complete);
  EXPECT_EQ(codes(), "READ-003");
}

TEST_F(Csv, line_ends_of_every_kind_and_an_open_end) {
  EXPECT_TRUE(read("A;B;C\r\n1;2;3\r4;5;6\n7;8;9").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|3", "3: 4|5|6", "4: 7|8|9"));
  EXPECT_TRUE(read("A;B;C\r1;2;\r;;").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|", "3: ||"));
}

TEST_F(Csv, quoted_cells) {
  EXPECT_TRUE(read("\"A\";B;\"C\"\n\"a;b\";\"say \"\"hi\"\"\";\"two\r\nlines\nthree\"\n\"\";\"\"\"\";x\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: a;b|say \"hi\"|two\r\nlines\nthree", "5: |\"|x"));
}

TEST_F(Csv, keeps_blanks_and_skips_empty_lines) {
  EXPECT_TRUE(read("\nA;B;C\n\n 1 ;\t;3\n\n\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("4:  1 |\t|3"));
}

TEST_F(Csv, an_empty_line_is_a_row_of_a_single_column) {
  format_ = csv_format({"A"});
  EXPECT_TRUE(read("A\n1\n\n2\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1", "3: ", "4: 2"));
}

TEST_F(Csv, other_separators) {
  format_.separator = '\t';
  EXPECT_TRUE(read("A\tB\tC\n1;\t2,\t3").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1;|2,|3"));
}

TEST_F(Csv, header_only_is_no_error) {
  for (const char* text : {"A;B;C", "A;B;C\n", "A;B;C\r\n\r\n"}) {
    const Result result = read(text);
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.records, 0U);
    EXPECT_EQ(codes(), "");
  }
}

TEST_F(Csv, an_empty_file_is_an_error) {
  for (const char* text : {"", "\xEF\xBB\xBF", "\n\n"}) {
    EXPECT_FALSE(read(text).complete);
    EXPECT_EQ(codes(), "READ-003");
  }
}

TEST_F(Csv, missing_files_and_folders) {
  EXPECT_FALSE(read_records({folder_.path() / "none.csv", "none.csv"}, format_, notes_, diagnostics_).complete);
  EXPECT_FALSE(read_records({folder_.path(), "map"}, format_, notes_, diagnostics_).complete);
  EXPECT_EQ(english(),
            "map: error [READ-002] the file cannot be read: Is a directory\n"
            "     = tip: check that it is a file (not a folder) and that you may read it\n"
            "none.csv: error [READ-001] the file does not exist\n"
            "     = tip: check the name and the folder; a path starts at the folder of the rule file\n");
}

TEST_F(Csv, undeclared_and_missing_columns) {
  format_ = csv_format({"CLIENTNR", "INSTRUMENT"});
  EXPECT_FALSE(read("CLIENTNR;INSTRUMNT;NIEUW\n1;2;3\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre());
  EXPECT_EQ(english(),
            "a.csv:1: error [READ-101] the file has a column 'INSTRUMNT' that format 'export' does not declare\n"
            "     = tip: is column 'INSTRUMENT' of the format meant? Then change the name\n"
            "a.csv:1: error [READ-101] the file has a column 'NIEUW' that format 'export' does not declare\n"
            "     = tip: declare the column under 'columns' of the format, and under 'ignore ... because ...' too if no rule needs it\n"
            "a.csv:1: error [READ-102] column 'INSTRUMENT' of format 'export' is not in the file\n"
            "     = tip: the file does have a column 'INSTRUMNT'\n");
  EXPECT_EQ(render(diagnostics_.all()[1], diagnostics_, Language::nl),
            "a.csv:1: fout [READ-101] het bestand heeft een kolom 'NIEUW' die formaat 'export' niet noemt\n"
            "     = tip: noem de kolom in het formaat bij 'columns', of ook bij 'ignore ... because ...' als geen regel haar nodig heeft\n");
}

TEST_F(Csv, a_column_may_be_named_in_either_form_of_unicode) {
  const std::string composed = "Cli\u00EBntnummer", decomposed = "Clie\u0308ntnummer";
  format_ = csv_format({composed, "B"});
  EXPECT_TRUE(read(decomposed + ";B\n1;2\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2"));
  format_ = csv_format({decomposed, "B"});
  EXPECT_TRUE(read("B;" + composed + "\n1;2\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 2|1"));
  EXPECT_FALSE(read(composed + ";B;" + decomposed + "\n1;2;3\n").complete);
  EXPECT_EQ(codes(), "READ-103");  // one column, twice
}

TEST_F(Csv, a_field_of_ten_megabytes_is_read_whole) {
  const std::string large(10U << 20U, 'x');
  EXPECT_TRUE(read("A;B;C\n1;\"" + large + "\n\";3\n" + large + ";2;3\n4;5;6\n").complete);
  ASSERT_EQ(notes_.lines.size(), 3U);
  EXPECT_EQ(notes_.lines[0].size(), large.size() + 8);
  EXPECT_EQ(notes_.lines[1].size(), large.size() + 7);
  EXPECT_EQ(notes_.lines[2], "5: 4|5|6");
}

TEST_F(Csv, a_byte_order_mark_inside_is_a_sign_of_the_text) {
  EXPECT_TRUE(read("\uFEFFA;B;C\n1;\uFEFF2;3\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|\uFEFF2|3"));
  EXPECT_FALSE(read("A;\uFEFFB;C\n1;2;3\n").complete);
  EXPECT_EQ(codes(), "READ-101 READ-102");
}

TEST_F(Csv, ragged_rows_with_lone_carriage_returns) {
  EXPECT_TRUE(read("A;B;C\r1;2\r1;2;3;4\r\n\r5;6;7\n\r8;9;10\r").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|- READ-104", "3: 1|2|3 READ-104", "5: 5|6|7", "7: 8|9|10"));
}

TEST_F(Csv, doubled_columns) {
  EXPECT_FALSE(read("A;B;C;A\n1;2;3;4\n").complete);
  EXPECT_EQ(codes(), "READ-103");
  EXPECT_FALSE(read("A;B;C;X;X\n").complete);
  EXPECT_EQ(codes(), "READ-103 READ-101");
}

TEST_F(Csv, a_nameless_last_column_may_be_there_when_it_is_empty) {
  EXPECT_TRUE(read("A;B;C;\n1;2;3;\n4;5;6\n7;8;9;x\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|3", "3: 4|5|6", "4: 7|8|9 READ-104"));
  EXPECT_FALSE(read("A;;B;C\n").complete);
  EXPECT_EQ(codes(), "READ-101");
}

TEST_F(Csv, a_wrong_separator_is_one_message) {
  EXPECT_FALSE(read("A,B,C\n1,2,3\n").complete);
  EXPECT_EQ(english(),
            "a.csv:1: error [READ-109] the separator ';' does not occur in the header\n"
            "     = tip: declare 'separator ','' in the format\n");
}

TEST_F(Csv, rows_of_another_length_are_faulty) {
  const Result result = read("A;B;C\n1;2\n1;2;3;4\n1;2;3\n;\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 4U);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|- READ-104", "3: 1|2|3 READ-104", "4: 1|2|3", "5: ||- READ-104"));
  EXPECT_EQ(render(notes_.faults[0], diagnostics_, Language::en),
            "a.csv:2: warning [READ-104] the row has 2 fields; it should have 3\n"
            "     = tip: look for a separator or a line end inside a text; such a text belongs in quotes\n");
  EXPECT_EQ(codes(), "");
}

TEST_F(Csv, a_value_of_the_row_before_never_shows_up) {
  EXPECT_TRUE(read("A;B;C\nlong value of a;long value of b;long value of c\n1\n;;\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: long value of a|long value of b|long value of c", "3: 1|-|- READ-104", "4: ||"));
}

TEST_F(Csv, quotes_in_wrong_places_are_faulty_rows) {
  EXPECT_TRUE(read("A;B;C\nx\"y;2;3\n1; \"2\";3\n1;\"2\"x;3\n1;\"2\" ;3\n1;2;3\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: x\"y|2|3", "3: 1| \"2\"|3 READ-105", "4: 1|2x|3 READ-106", "5: 1|2 |3 READ-106", "6: 1|2|3"));
}

TEST_F(Csv, a_quote_that_swallows_rows_tells_how_far) {
  EXPECT_TRUE(read("A;B;C\n1;\"2;3\n4;5;6\n7;8\";9\n10;11;12\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2;3\n4;5;6\n7;8|9", "5: 10|11|12"));
  EXPECT_TRUE(read("A;B;C\n1;\"2;3\n4;\"5\";6\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2;3\n4;5\"|6 READ-106"));
  EXPECT_EQ(notes_.faults[0].arguments.at("last_line"), "3");
  EXPECT_EQ(notes_.faults[0].arguments.at("column"), "B");
}

TEST_F(Csv, an_unclosed_quote_makes_the_file_unusable) {
  const Result result = read("A;B;C\n1;2;3\né;\"open\n4;5;6\n");
  EXPECT_FALSE(result.complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1|2|3"));
  EXPECT_EQ(english(),
            "a.csv:3:3 (B): error [READ-107] the quote that begins here is never closed\n"
            "     = tip: close the field, or double the quote if it belongs to the text\n");
  EXPECT_FALSE(read("\"A;B;C\n").complete);
  EXPECT_EQ(codes(), "READ-107");
}

TEST_F(Csv, zero_bytes_are_an_error) {
  EXPECT_FALSE(read(std::string_view("A;B;C\n1;\0;3\n", 12)).complete);
  EXPECT_EQ(codes(), "READ-108");
  EXPECT_EQ(diagnostics_.all()[0].primary.line, 2U);
  EXPECT_EQ(diagnostics_.all()[0].primary.column, 3U);
}

TEST_F(Csv, reads_what_is_decoded) {
  format_.encoding = TextEncoding::windows_1252;
  EXPECT_TRUE(read("A;B;C\n\xE9\x80;\x92;z\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: é€|’|z"));
}

TEST_F(Csv, a_header_is_none_of_csv) { EXPECT_EQ(read_header({folder_.write("a.csv", "A;B;C\n"), "a.csv"}, format_, diagnostics_)->values.size(), 0U); }

// Whatever the values are: quoted as CSV wants it they come back as they were.
TEST_F(Csv, read_gives_back_what_was_quoted) {
  EXPECT_TRUE(rc::check("read(quote(values)) = values", [&] {
    const auto value = rc::gen::container<std::string>(rc::gen::element(';', '"', '\r', '\n', ' ', 'a', '\'', ',', '\t', '|'));
    const auto rows = *rc::gen::container<std::vector<std::array<std::string, 3>>>(rc::gen::container<std::array<std::string, 3>>(value));
    std::string text = "A;B;C\r\n";
    std::vector<std::string> expected;
    for (const auto& row : rows) {
      std::string shown;
      for (std::size_t i = 0; i < 3; ++i) {
        std::string quoted = "\"";
        for (const char sign : row[i]) {
          if (sign == '"') quoted += '"';
          quoted += sign;
        }
        text += (i > 0 ? ";" : "") + quoted + "\"";
        shown += (i > 0 ? "|" : "") + row[i];
      }
      text += *rc::gen::element<std::string>("\r\n", "\n", "\r");
      expected.push_back(shown);
    }
    const Result result = read(text);
    RC_ASSERT(result.complete);
    RC_ASSERT(result.records == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) RC_ASSERT(notes_.lines[i].ends_with(": " + expected[i]));
  }));
}

// Any bytes at all: no crash, and every row is handed over or the file is refused.
TEST_F(Csv, stands_any_bytes) {
  EXPECT_TRUE(rc::check("reading ends, and counts what it hands over", [&](const std::vector<std::string>& pieces) {
    std::string text = "A;B;C\n";
    for (const std::string& piece : pieces) text += piece + *rc::gen::element<std::string>(";", "\"", "\n", "\r", "\"\"", ";;", "a");
    const Result result = read(text);
    RC_ASSERT(result.records == notes_.lines.size());
    RC_ASSERT(result.complete != diagnostics_.has_errors());
  }));
}

}  // namespace
}  // namespace srgconv::read
