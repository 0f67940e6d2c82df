// Fixed width: characters by their places, lines that hold for those after them, and lines that are none.
#include "read/fixed_width_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using rules::LineKind;
using rules::Positions;
using Columns = std::vector<std::pair<std::string, Positions>>;

class Format {
 public:
  Format() {
    format.name = "export";
    format.kind = rules::FormatKind::fixed;
  }
  Format& kind_at(Positions at) {
    format.kind_at = at;
    return *this;
  }
  Format& line(std::string kind, LineKind::Role role, const Columns& columns = {}) {
    LineKind line;
    line.kind = std::move(kind);
    line.role = role;
    for (const LineKind& above : format.line_kinds) line.levels += above.role == LineKind::Role::before ? 1 : 0;
    for (const auto& [name, at] : columns) {
      rules::Field field;
      field.name = name;
      field.optional = true;
      line.columns.push_back({format.fields.size(), at});
      format.fields.push_back(std::move(field));
    }
    format.line_kinds.push_back(std::move(line));
    return *this;
  }
  Format& count(std::string kind, Positions at) {
    line(std::move(kind), LineKind::Role::count);
    format.line_kinds.back().count = at;
    return *this;
  }
  rules::Format format;
};

rules::Format one_kind() { return Format().line("", LineKind::Role::record, {{"A", {1, 3}}, {"B", {4, 4}}, {"C", {5, 8}}}).format; }

// A municipality, its persons, their provisions; a provision of another kind; a trailer.
rules::Format several_kinds() {
  return Format()
      .kind_at({1, 1})
      .line("G", LineKind::Role::before, {{"GEMEENTE", {2, 5}}})
      .line("P", LineKind::Role::before, {{"BSN", {2, 5}}})
      .line("V", LineKind::Role::record, {{"SOORT", {2, 3}}})
      .line("X", LineKind::Role::ignored)
      .format;
}

class FixedWidth : public ::testing::Test {
 protected:
  Result read(std::string_view text) {
    diagnostics_ = Diagnostics();
    notes_ = Notes();
    return read_records({folder_.write("a.txt", text), "a.txt"}, format_, notes_, diagnostics_);
  }
  std::string codes() const { return codes_of(diagnostics_); }
  std::string english() const { return render_all(diagnostics_, Language::en); }

  test::TestFolder folder_;
  rules::Format format_ = one_kind();
  Diagnostics diagnostics_;
  Notes notes_;
};

TEST_F(FixedWidth, cuts_a_line_at_its_positions_and_blanks_at_both_ends) {
  const Result result = read("abc1wxyz\n  d e 5 \n   2    \n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 3U);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|wxyz", "2: d||e 5", "3: |2|"));
  EXPECT_EQ(codes(), "");
}

TEST_F(FixedWidth, counts_characters_and_not_bytes) {
  EXPECT_TRUE(read("ëé\xF0\x9F\x98\x80"
                   "1œxyz\n  ë2é\n")
                  .complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: ëé\xF0\x9F\x98\x80|1|œxyz", "2: ë|2|é"));
  format_.encoding = TextEncoding::windows_1252;
  EXPECT_TRUE(read("\xEB\xE9\x80"
                   "1wx\xFCz\n")
                  .complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: ëé€|1|wxüz"));
  format_.encoding = TextEncoding::utf_16_le;
  EXPECT_TRUE(read(std::string_view("\xEB\0b\0c\0001\0w\0\n\0", 12)).complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: ëbc|1|w"));
}

TEST_F(FixedWidth, line_ends_of_every_kind_an_open_end_and_a_mark) {
  EXPECT_TRUE(read("\xEF\xBB\xBF"
                   "abc1wxyz\r\ndef2\rghi3\n\r\njkl4z")
                  .complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|wxyz", "2: def|2|", "3: ghi|3|", "5: jkl|4|z"));
  EXPECT_TRUE(read("abc1\r\r\ndef2\r").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|", "3: def|2|"));
}

TEST_F(FixedWidth, passes_over_a_preamble_blank_lines_and_the_end_of_file_mark) {
  format_.preamble_lines = 2;
  EXPECT_TRUE(read("a title that is longer than the lines\n \nabc1wxyz\n\n         \n\x1A").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("3: abc|1|wxyz"));
  EXPECT_EQ(codes(), "");
  EXPECT_TRUE(read("title\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre());
  EXPECT_FALSE(read("").complete);
  EXPECT_EQ(codes(), "READ-003");
}

TEST_F(FixedWidth, quotes_separators_and_tabs_are_characters_like_any_other) {
  EXPECT_TRUE(read("\"a;1\tb'c\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: \"a;|1|\tb'c"));
}

// Lines that end in blanks show that the file does not cut them off: a line that is too short then lacks something.
TEST_F(FixedWidth, a_short_line_is_taken_where_blanks_are_cut_off_and_refused_where_they_are_not) {
  EXPECT_TRUE(read("abc1wxyz\nabc1w\nab\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|wxyz", "2: abc|1|w", "3: ab||"));
  EXPECT_TRUE(read("abc1w\nabc1    \n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|w READ-401", "2: abc|1|"));
  ASSERT_EQ(notes_.faults.size(), 1U);
  EXPECT_EQ(notes_.faults[0].primary.line, 1U);
  EXPECT_EQ(notes_.faults[0].primary.column, 6U);
  EXPECT_EQ(notes_.faults[0].primary.field, "C");
  EXPECT_THAT(sentence(notes_.faults[0], Language::en), HasSubstr("has 5 characters, and the columns run to 8"));
  EXPECT_THAT(sentence(notes_.faults[0], Language::en), HasSubstr("line 2"));
  EXPECT_TRUE(read("abc1w\n         \n").complete);  // a blank line shows nothing
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|w"));
}

TEST_F(FixedWidth, text_where_no_column_is_refuses_the_line) {
  format_ = Format().line("", LineKind::Role::record, {{"A", {2, 3}}, {"B", {6, 8}}}).format;
  const Result result = read(" ab  cde\n ab  cde   \n ab  cde x\nxab  cde\n ëb x\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 5U);
  EXPECT_THAT(notes_.lines, ElementsAre("1: ab|cde", "2: ab|cde", "3: ab|cde READ-402", "4: ab|cde READ-402", "5: ëb| READ-401"));
  EXPECT_EQ(notes_.faults[0].primary.column, 10U);
  EXPECT_EQ(notes_.faults[1].primary.column, 1U);
  EXPECT_TRUE(read(" ëb x\n").complete);
  EXPECT_EQ(notes_.faults.at(0).primary.column, 5U);
}

TEST_F(FixedWidth, lines_hold_for_the_records_after_them_and_an_upper_one_empties_the_lower) {
  format_ = several_kinds();
  const Result result = read("G0363\nP1111\nV22\nXwhatever is here\nV30\nP2222\nP3333\nV40\nG0344\nV41\nP4444\nV42\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 5U);
  EXPECT_THAT(notes_.lines, ElementsAre("3: 0363|1111|22", "5: 0363|1111|30", "8: 0363|3333|40", "10: 0344||41 READ-404", "12: 0344|4444|42"));
  EXPECT_THAT(sentence(notes_.faults.at(0), Language::en), HasSubstr("no line 'P'"));
}

TEST_F(FixedWidth, values_keep_the_line_they_stand_on) {
  format_ = several_kinds();
  class Lines : public RecordSink {
   public:
    void record(const SourceRecord& record) override {
      for (const RawValue& value : record.values) lines.push_back(value.line);
    }
    void faulty(const SourceRecord&, Diagnostic) override {}
    std::vector<std::uint32_t> lines;
  } sink;
  EXPECT_TRUE(read_records({folder_.write("a.txt", "G0363\nP1111\n\nV22\n"), "a.txt"}, format_, sink, diagnostics_).complete);
  EXPECT_THAT(sink.lines, ElementsAre(1U, 2U, 4U));
}

TEST_F(FixedWidth, a_record_does_not_take_what_is_declared_below_it) {
  format_ = Format()
                .kind_at({1, 1})
                .line("P", LineKind::Role::before, {{"BSN", {2, 5}}})
                .line("V", LineKind::Role::record, {{"SOORT", {2, 3}}})
                .line("T", LineKind::Role::before, {{"TRAJECT", {2, 3}}})
                .line("M", LineKind::Role::record, {{"MODULE", {2, 3}}})
                .format;
  EXPECT_TRUE(read("P1111\nM99\nT77\nV22\nM33\nP2222\nM44\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("2: 1111|||99 READ-404", "4: 1111|22||", "5: 1111||77|33", "7: 2222|||44 READ-404"));
}

// A person whose line is wrong must not lend the person before it to the records.
TEST_F(FixedWidth, a_refused_line_refuses_the_records_that_belong_to_it) {
  format_ = several_kinds();
  const Result result = read("G0363\nP1111\nV22\nP2222x\nV30\nV31\nP3333\nV40\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 5U);  // the refused line is one
  EXPECT_THAT(notes_.lines,
              ElementsAre("3: 0363|1111|22", "4: |2222| READ-402", "5: 0363||30 READ-405", "6: 0363||31 READ-405", "8: 0363|3333|40"));
}

TEST_F(FixedWidth, after_an_unknown_kind_nothing_before_it_holds) {
  format_ = several_kinds();
  const Result result = read("G0363\nP1111\nQ2222\nV30\nP3333\nV31\nG0363\nP3333\nV32\n");
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records, 4U);
  EXPECT_THAT(notes_.lines, ElementsAre("3: || READ-403", "4: ||30 READ-406", "6: |3333|31 READ-406", "9: 0363|3333|32"));
  EXPECT_EQ(notes_.faults[0].suggestion, "Q");
  EXPECT_EQ(notes_.faults[0].primary.column, 1U);
  format_.kind_at = {1, 9};
  EXPECT_TRUE(read("123456782\n").complete);
  EXPECT_EQ(notes_.faults.at(0).suggestion, std::nullopt);  // no contents in messages
}

TEST_F(FixedWidth, a_trailer_states_the_number_of_records) {
  format_ = Format().kind_at({1, 1}).line("V", LineKind::Role::record, {{"SOORT", {2, 3}}}).count("Z", {2, 5}).format;
  EXPECT_TRUE(read("V22\nV30x\nZ0002 and more\n").complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: 22", "2: 30 READ-402"));
  EXPECT_TRUE(read("V22\nZ   1\nV30\nV40\nZ 2\n").complete);
  const Result wrong = read("V22\nV30\nZ0003\n");
  EXPECT_FALSE(wrong.complete);
  EXPECT_EQ(wrong.records, 2U);
  EXPECT_THAT(english(), HasSubstr("a.txt:3:2: error [READ-410] line 'Z' states 3 lines with records, and there are 2"));
  EXPECT_FALSE(read("V22\nV30\n").complete);
  EXPECT_EQ(codes(), "READ-411");
  EXPECT_FALSE(read("V22\nZ0001\nV30\n").complete);
  EXPECT_EQ(codes(), "READ-411");
  EXPECT_FALSE(read("V22\nZ1x\n").complete);
  EXPECT_EQ(codes(), "READ-412");
  EXPECT_FALSE(read("V22\nZ99999999999999999999999\n").complete);
}

TEST_F(FixedWidth, bytes_that_are_no_text_make_the_file_unusable) {
  EXPECT_FALSE(read(std::string_view("abc1wxyz\nab\0c1xyz\n", 18)).complete);
  EXPECT_EQ(codes(), "READ-108");
  EXPECT_FALSE(read("abc1wxyz\nab\xE9"
                    "1wxyz\n")
                   .complete);
  EXPECT_THAT(english(), HasSubstr("a.txt:2:3: error [READ-111]"));
  EXPECT_FALSE(read_records({folder_.path() / "no.txt", "no.txt"}, format_, notes_, diagnostics_).complete);
}

TEST_F(FixedWidth, very_long_lines) {
  const std::string blanks(10U << 20U, ' ');
  const Result result = read("abc1wxyz" + blanks + "\nabc1wxyz" + blanks + "x\n" + "ëbc1wxyz" + blanks + "\ndef2wxyz\n");
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(notes_.lines, ElementsAre("1: abc|1|wxyz", "2: abc|1|wxyz READ-402", "3: ëbc|1|wxyz", "4: def|2|wxyz"));
  EXPECT_EQ(notes_.faults[0].primary.column, 8 + (10U << 20U) + 1);
}

// Lone carriage returns in a piece without a line feed: each line must not cost a look at the whole piece.
TEST_F(FixedWidth, many_lines_that_end_in_a_carriage_return) {
  std::string text;
  for (int i = 0; i < 400000; ++i) text += "abc1wxyz\r";
  EXPECT_EQ(read(text).records, 400000U);
}

// ---------------------------------------------------------------------------------------------- in pieces

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

RC_GTEST_FIXTURE_PROP(FixedWidth, any_text_in_any_pieces_is_as_the_whole, ()) {
  const auto part = rc::gen::elementOf(std::vector<std::string>{"P1234", "P12 ", "V22", "G0363", "X", "Z1", "Q", "\r\n", "\n", "\n", "\r", " ", "\xE9", "\xC3\xA9",
                                                                "\n\n", "\"", "\nP1111\nV22\nV30\n"});
  format_ = *rc::gen::inRange(0, 2) == 0 ? one_kind() : several_kinds();
  if (*rc::gen::inRange(0, 2) == 0) format_ = Format().kind_at({1, 1}).line("V", LineKind::Role::record, {{"SOORT", {2, 3}}}).count("Z", {2, 2}).format;
  format_.preamble_lines = *rc::gen::inRange<std::size_t>(0, 3);
  format_.encoding = *rc::gen::element(TextEncoding::utf_8, TextEncoding::windows_1252, TextEncoding::iso_8859_15);
  std::string text = *rc::gen::element(std::string(), std::string("G0363\nP1111\n"));
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(part)) text += piece;
  const InputFile file{folder_.write("a.txt", text), "a.txt"};
  Notes whole;
  Diagnostics of_whole;
  const Result expected = read_fixed_width_whole(file, format_, whole, of_whole);
  const std::size_t size = *rc::gen::inRange<std::size_t>(1, 40);
  for (const unsigned threads : {1U, 3U}) {
    Collected collected;
    Diagnostics of_pieces;
    const auto result = read_fixed_width_in_pieces(file, format_, size, threads, collected, of_pieces);
    if (!result) {
      RC_ASSERT(collected.pieces == 0 && of_pieces.all().empty());
      continue;
    }
    RC_ASSERT(collected.lines == whole.lines);
    RC_ASSERT(render_all(of_pieces, Language::en) == render_all(of_whole, Language::en));
    RC_ASSERT(result->complete == expected.complete);
    RC_ASSERT(result->records == expected.records);
  }
}

TEST_F(FixedWidth, many_pieces_keep_what_holds_from_one_to_the_next) {
  format_ = several_kinds();
  std::string text = "G0363\r\nP1111\r\n";
  for (int i = 0; i < 500; ++i) text += i % 7 == 6 ? "P2222\r\n" : "V22\r\n";
  const InputFile file{folder_.write("a.txt", text), "a.txt"};
  Notes whole;
  EXPECT_TRUE(read_fixed_width_whole(file, format_, whole, diagnostics_).complete);
  for (const unsigned threads : {1U, 2U, 4U}) {
    Collected collected;
    const auto result = read_fixed_width_in_pieces(file, format_, 40, threads, collected, diagnostics_);
    ASSERT_TRUE(result);
    EXPECT_GT(collected.pieces, 50);
    EXPECT_EQ(collected.lines, whole.lines);
    EXPECT_EQ(result->records, whole.lines.size());
  }
}

// What is written with padding is read back, whatever the characters.
RC_GTEST_FIXTURE_PROP(FixedWidth, padded_values_come_back, ()) {
  const auto character = rc::gen::elementOf(std::vector<std::string>{"a", "Z", "0", "ë", "€", "\xF0\x9F\x98\x80", ";", "\"", "'", "-"});
  const auto value = [&](int widest) {
    std::string text;
    for (int i = *rc::gen::inRange(0, widest + 1); i > 0; --i) text += *character;
    return text;
  };
  const auto padded = [](const std::string& text, std::size_t width, bool left) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    const std::string blanks(width - count, ' ');
    return left ? blanks + text : text + blanks;
  };
  std::string text;
  std::vector<std::string> expected;
  const int lines = *rc::gen::inRange(1, 6);
  for (int i = 1; i <= lines; ++i) {
    const std::string a = value(3), b = value(1), c = value(4);
    text += padded(a, 3, *rc::gen::arbitrary<bool>()) + padded(b, 1, false) + padded(c, 4, *rc::gen::arbitrary<bool>()) + "\n";
    if (!(a + b + c).empty()) expected.push_back(fmt::format("{}: {}|{}|{}", i, a, b, c));
  }
  RC_ASSERT(read(text).complete);
  RC_ASSERT(notes_.lines == expected);
}

}  // namespace
}  // namespace srgconv::read
