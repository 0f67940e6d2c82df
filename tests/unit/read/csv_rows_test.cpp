// Rows that are cut where they lie are those that the scanner cuts, and reading them allocates per piece, not per row.
#include "read/csv_rows.hpp"

#include "support/counted_allocations.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "read/csv_reader.hpp"
#include "read/csv_scanner.hpp"
#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

std::string shown(std::uint32_t line, const std::vector<std::string>& texts) {
  std::string result = fmt::format("{}:", line);
  for (const std::string& text : texts) result += "[" + text + "]";
  return result;
}

std::string shown(const std::vector<RawValue>& cells, const CsvRow& row) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < row.cells; ++i) texts.push_back(cells[i].text);
  return shown(row.line, texts);
}

// Every row by the scanner alone.
std::vector<std::string> scanned(std::string_view text) {
  std::vector<std::string> lines;
  std::vector<RawValue> cells;
  CsvRow row;
  for (CsvScanner scanner(text, ';'); scanner.next(cells, row);) lines.push_back(shown(cells, row));
  return lines;
}

// Rows of three cells where they lie, every other one by the scanner. `in_place` counts the first.
std::vector<std::string> cut(std::string_view text, std::size_t& in_place) {
  std::vector<std::string> lines;
  std::vector<RawValue> cells;
  CsvRows rows(text, ';', TextEncoding::utf_8, 1, {0, 1, 2}, 3);
  while (true) {
    switch (rows.next()) {
      case CsvRows::Next::end: return lines;
      case CsvRows::Next::row:
        ++in_place;
        lines.push_back(shown(rows.line(), {std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))}));
        break;
      case CsvRows::Next::other: {
        CsvScanner scanner(rows.rest(), ';', rows.next_line());
        CsvRow row;
        if (!scanner.next(cells, row)) return lines;
        lines.push_back(shown(cells, row));
        rows.pass_over(scanner.position(), scanner.line());
      }
    }
  }
}

RC_GTEST_PROP(CsvRows, are_those_of_the_scanner, ()) {
  const auto part =
      rc::gen::elementOf(std::vector<std::string>{"1", "tweeentwintig", ";", ";", "\"", "\"\"", "\r\n", "\n", "\r", "\xC3\xA9", "1;2;3\n", "1;;\r\n",
                                                  "\"a\nb\";\"c;\"\"d\";\r\n", "\"x\";\"y;\"\"z\"\"\";\"\"\r\n", std::string(70, 'l') + ";b;c\n"});
  std::string text;
  const int parts = *rc::gen::inRange(0, 120);
  for (int i = 0; i < parts; ++i) text += *part;
  std::size_t in_place = 0;
  RC_ASSERT(cut(text, in_place) == scanned(text));
}

TEST(CsvRows, sound_rows_are_cut_in_place) {
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += fmt::format("{};\"a;\"\"{}\"\"\";{}{}", i, i, std::string(static_cast<std::size_t>(i % 90), 'x'), i % 2 == 0 ? "\r\n" : "\n");
  std::size_t in_place = 0;
  EXPECT_EQ(cut(text, in_place), scanned(text));
  EXPECT_EQ(in_place, 500U);
}

TEST(CsvRows, texts_are_decoded_when_they_are_asked_for) {
  CsvRows rows("caf\xE9;\"\x80 \"\"5\";\xE9\xE9\nx;y;z", ';', TextEncoding::windows_1252, 7, {2, 0, 1}, 3);
  ASSERT_EQ(rows.next(), CsvRows::Next::row);
  EXPECT_EQ(rows.text(2), "café");
  EXPECT_EQ(rows.text(0), "€ \"5");
  EXPECT_EQ(rows.text(0), "€ \"5");
  EXPECT_EQ(rows.text(1), "éé");
  EXPECT_EQ(rows.line(), 7U);
  ASSERT_EQ(rows.next(), CsvRows::Next::row);
  EXPECT_EQ(rows.text(2), "x");
  EXPECT_EQ(rows.line(), 8U);
  EXPECT_EQ(rows.next(), CsvRows::Next::end);
}

// Adds up the lengths of the texts.
class Lengths : public PieceSinks {
 public:
  std::unique_ptr<RecordSink> open() override { return std::make_unique<Sink>(*this); }
  void close(std::unique_ptr<RecordSink>) override {}
  std::size_t sum = 0, others = 0;

 private:
  class Sink : public RecordSink {
   public:
    explicit Sink(Lengths& lengths) : lengths_(lengths) {}
    void row(SourceRow& row) override {
      for (std::size_t i = 0; i < row.size(); ++i) lengths_.sum += row.text(i).size();
    }
    void record(const SourceRecord&) override { ++lengths_.others; }
    void faulty(const SourceRecord&, Diagnostic) override { ++lengths_.others; }

   private:
    Lengths& lengths_;
  };
};

TEST(CsvRows, reading_allocates_per_piece_and_not_per_row) {
  test::TestFolder folder;
  rules::Format format = csv_format({"NUMMER", "OMSCHRIJVING", "SOORT"});
  format.encoding = TextEncoding::windows_1252;
  const auto allocated = [&](int rows) {
    std::string text = "NUMMER;OMSCHRIJVING;SOORT\r\n";
    for (int i = 0; i < rows; ++i) text += "100000;een omschrijving die \xE9\xE9n cel vult;\"tussen \"\"aanhalingstekens\"\"\"\r\n";
    const InputFile file{folder.write("a.csv", text), "a.csv"};
    Lengths lengths;
    Diagnostics diagnostics;
    const std::size_t before = test::allocations;
    const auto result = read_csv_in_pieces(file, format, std::size_t{64} << 10U, 1, lengths, diagnostics);
    const std::size_t after = test::allocations;
    EXPECT_TRUE(result && result->complete);
    EXPECT_EQ(lengths.sum, static_cast<std::size_t>(rows) * (6 + 35 + 25));
    EXPECT_EQ(lengths.others, 0U);
    return after - before;
  };
  const std::size_t few = allocated(2000), many = allocated(20000);
  EXPECT_LT(many, few + 600);  // 20 pieces more, and 18,000 rows
}

}  // namespace
}  // namespace srgconv::read
