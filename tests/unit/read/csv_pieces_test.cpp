// A file read in pieces gives what it gives as a whole: records, places, diagnostics, whatever the size of a piece and the number of threads.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "read/csv_reader.hpp"
#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

class Collected : public PieceSinks {
 public:
  std::unique_ptr<RecordSink> open() override { return std::make_unique<Notes>(); }
  void close(std::unique_ptr<RecordSink> piece) override {
    ++pieces;
    auto& notes = static_cast<Notes&>(*piece);
    lines.insert(lines.end(), notes.lines.begin(), notes.lines.end());
  }
  std::vector<std::string> lines;
  int pieces = 0;
};

struct Reading {
  std::vector<std::string> lines;
  std::string said;
  bool complete = false;
  std::uint64_t records = 0;
  int pieces = 0;
};

class CsvPiecesTest : public ::testing::Test {
 protected:
  Reading whole(const InputFile& file) {
    Notes notes;
    Diagnostics diagnostics;
    const Result result = read_csv_whole(file, format_, notes, diagnostics);
    return {notes.lines, render_all(diagnostics, Language::en), result.complete, result.records, 1};
  }
  std::optional<Reading> in_pieces(const InputFile& file, std::size_t size, unsigned threads) {
    Collected collected;
    Diagnostics diagnostics;
    const auto result = read_csv_in_pieces(file, format_, size, threads, collected, diagnostics);
    if (!result) {
      EXPECT_EQ(collected.pieces, 0);
      EXPECT_TRUE(diagnostics.all().empty());
      return std::nullopt;
    }
    return Reading{collected.lines, render_all(diagnostics, Language::en), result->complete, result->records, collected.pieces};
  }
  void expect_same(std::string_view text, std::size_t size) {
    const InputFile file{folder_.write("a.csv", text), "a.csv"};
    const Reading expected = whole(file);
    for (const unsigned threads : {1U, 3U}) {
      const auto reading = in_pieces(file, size, threads);
      if (!reading) continue;
      EXPECT_EQ(reading->lines, expected.lines) << text;
      EXPECT_EQ(reading->said, expected.said) << text;
      EXPECT_EQ(reading->complete, expected.complete) << text;
      EXPECT_EQ(reading->records, expected.records) << text;
    }
  }

  test::TestFolder folder_;
  rules::Format format_ = csv_format({"A", "B", "C"});
};

RC_GTEST_FIXTURE_PROP(CsvPiecesTest, any_text_in_any_pieces, ()) {
  const auto part = rc::gen::elementOf(
      std::vector<std::string>{"1", "22", ";", ";", "\"", "\"\"", "\r\n", "\n", "\r", "\xE9", "\x80", "\xC3\xA9", "1;2;3\n", "\"a\nb\";\"c;\"\"d\";\r\n"});
  format_.encoding = *rc::gen::element(TextEncoding::utf_8, TextEncoding::windows_1252, TextEncoding::iso_8859_15);
  format_.header_lines = *rc::gen::inRange<std::size_t>(0, 2);
  std::string text = format_.header_lines == 1 ? "A;B;C\n" : "";
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(part)) text += piece;
  expect_same(text, *rc::gen::inRange<std::size_t>(1, 40));
}

TEST_F(CsvPiecesTest, cuts_at_row_ends_of_every_kind) {
  format_.encoding = TextEncoding::windows_1252;
  std::string text = "A;B;C\r\n";
  for (int i = 0; i < 200; ++i) text += std::to_string(i) + ";\"x\r\n\"\"y;\";\xE9" + (i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\r" : "\n");
  const InputFile file{folder_.write("a.csv", text), "a.csv"};
  const Reading expected = whole(file);
  for (std::size_t size = 32; size < 120; ++size) {
    const auto reading = in_pieces(file, size, size % 2 == 0 ? 1 : 2);
    ASSERT_TRUE(reading) << size;
    EXPECT_GT(reading->pieces, 10) << size;
    EXPECT_EQ(reading->lines, expected.lines) << size;
    EXPECT_TRUE(reading->complete);
  }
}

TEST_F(CsvPiecesTest, a_quote_that_is_never_closed_is_told_with_its_place) {
  std::string text = "A;B;C\n";
  for (int i = 0; i < 50; ++i) text += "1;2;3\n";
  text += "4;\xC3\xA9;\"5\n";
  for (int i = 0; i < 50; ++i) text += "1;2;3\n";
  expect_same(text, 20);
  const auto reading = in_pieces({folder_.write("a.csv", text), "a.csv"}, 20, 2);
  ASSERT_TRUE(reading);
  EXPECT_FALSE(reading->complete);
  EXPECT_NE(reading->said.find("a.csv:52:5 (C): error [READ-107]"), std::string::npos) << reading->said;
}

// What has something to say about its bytes is read as a whole, wherever in the file it stands.
TEST_F(CsvPiecesTest, bytes_of_note_are_not_read_in_pieces) {
  std::string rows = "A;B;C\n";
  for (int i = 0; i < 20; ++i) rows += "1;2;3\n";
  const auto taken = [&](TextEncoding encoding, const std::string& text) {
    format_.encoding = encoding;
    return in_pieces({folder_.write("a.csv", text), "a.csv"}, 16, 1).has_value();
  };
  EXPECT_TRUE(taken(TextEncoding::utf_8, rows));
  EXPECT_TRUE(taken(TextEncoding::utf_8, "\xEF\xBB\xBF" + rows + "\xC3\xA9;;\n"));
  EXPECT_TRUE(taken(TextEncoding::windows_1252, rows + "\xE9;;\n\x80;;\n"));
  EXPECT_FALSE(taken(TextEncoding::utf_8, rows + "\xE9;;\n"));             // READ-111
  EXPECT_FALSE(taken(TextEncoding::utf_8, rows + std::string(1, '\0')));   // READ-108
  EXPECT_FALSE(taken(TextEncoding::windows_1252, rows + "\x81;;\n"));      // READ-111
  EXPECT_FALSE(taken(TextEncoding::windows_1252, rows + "\xC3\xA9;;\n"));  // READ-114
  EXPECT_FALSE(taken(TextEncoding::windows_1252, "\xEF\xBB\xBF" + rows));  // READ-112
  EXPECT_FALSE(taken(TextEncoding::utf_8, rows + "1;2;\xC3"));             // READ-111 at the very end
  EXPECT_FALSE(taken(TextEncoding::utf_16, rows));
}

}  // namespace
}  // namespace srgconv::read
