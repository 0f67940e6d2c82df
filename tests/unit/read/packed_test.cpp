// Packed inputs: read as what is in them, in pieces and as a whole, and never shorter than they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "read/csv_reader.hpp"
#include "support/packed.hpp"
#include "unit/read/reading.hpp"
#include "xml/xml.hpp"

namespace srgconv::read {
namespace {

using ::testing::ElementsAre;

class Packed : public ::testing::Test {
 protected:
  struct Reading {
    std::vector<std::string> lines;
    std::string codes;
    bool complete = false;
    bool operator==(const Reading&) const = default;
  };
  Reading read(const InputFile& file, const rules::Format& format) {
    Notes notes;
    Diagnostics diagnostics;
    const Result result = read_records(file, format, notes, diagnostics);
    EXPECT_EQ(result.records, notes.lines.size());
    return {notes.lines, codes_of(diagnostics), result.complete};
  }
  InputFile gzip(std::string_view bytes) { return {folder_.write("a.gz", bytes), "a.gz", Packing::gzip}; }
  std::string found(const std::string& name, rules::FormatKind kind = rules::FormatKind::csv) {
    Diagnostics diagnostics;
    const auto files = find_inputs(folder_.path(), name, kind, {}, diagnostics);
    EXPECT_EQ(files.has_value(), !diagnostics.has_errors());
    std::string names;
    for (const InputFile& file : files.value_or(std::vector<InputFile>{})) {
      names += (names.empty() ? "" : " ") + file.name + (file.packing == Packing::none ? "" : file.packing == Packing::gzip ? "(gz)" : "(zip)");
    }
    return names + (diagnostics.all().empty() ? "" : " | " + codes_of(diagnostics));
  }
  xml::Library library_;
  test::TestFolder folder_;
};

RC_GTEST_FIXTURE_PROP(Packed, csv_gives_what_it_gives_unpacked, ()) {
  const auto part = rc::gen::elementOf(std::vector<std::string>{"1", ";", "\"", "\r\n", "\n", "\xE9", "\xC3\xA9", std::string(1, '\0'), "1;2\n"});
  std::string text = "A;B\n";
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(part)) text += piece;
  rules::Format format = csv_format({"A", "B"});
  format.encoding = *rc::gen::element(TextEncoding::utf_8, TextEncoding::windows_1252, TextEncoding::utf_16);
  const InputFile plain{folder_.write("a.csv", text), "a.csv"};
  const Reading expected = read(plain, format);
  RC_ASSERT(read(gzip(test::gzipped(text)), format) == expected);
  const auto zip = folder_.write("a.zip", test::zipped({{"x.csv", "other"}, {"a.csv", text}}));
  RC_ASSERT(read({zip, "a.zip/a.csv", Packing::zip, "a.csv", "a.zip"}, format) == expected);
}

TEST_F(Packed, a_large_csv_file_is_held_against_its_checksum_before_its_first_row) {
  std::string text = "A;B\n";
  while (text.size() < 3 * size_of_piece) text += std::to_string(text.size() * 7919 % 100003) + ";" + std::string(1000, 'x') + "\n";
  const rules::Format format = csv_format({"A", "B"});
  const std::string whole = test::gzipped(text);
  const Reading reading = read(gzip(whole), format);
  EXPECT_TRUE(reading.complete);
  EXPECT_GT(reading.lines.size(), 3000U);
  EXPECT_EQ(read(gzip(whole.substr(0, whole.size() - 1)), format), (Reading{{}, "READ-116", false}));
}

TEST_F(Packed, xml_that_is_cut_off_is_a_damaged_file_and_no_faulty_xml) {
  rules::Format format;
  format.name = "l";
  format.kind = rules::FormatKind::xml;
  format.root = "L";
  format.record_path = "R";
  format.fields = {xml_field("id", "N")};
  for (const char* text : {"<L><R><N>1</N></R><R><N>2</N></R></L>", "<L><R>", "<L>\xFF</L>", "<!DOCTYPE L><L/>", "<L><R><N>\xC3</N></R></L>", ""}) {
    const Reading plain = read({folder_.write("a.xml", text), "a.gz"}, format);
    EXPECT_TRUE(read(gzip(test::gzipped(text)), format) == plain) << text;
    EXPECT_EQ(plain.codes.empty(), plain.complete) << text;
  }
  const std::string whole = test::gzipped("<L><R><N>1</N></R><R><N>2</N></R></L>");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Reading cut = read(gzip(whole.substr(0, size)), format);
    EXPECT_FALSE(cut.complete) << size;
    EXPECT_EQ(cut.codes, size < 2 ? "READ-115" : "READ-116") << size;
  }
}

TEST_F(Packed, what_a_source_names) {
  folder_.write("map/b.CSV", "");
  folder_.write("map/a.txt.gz", "");
  folder_.write("map/c.xml", "");
  folder_.write("map/.d.csv", "");
  folder_.write("leeg/a.md", "");
  folder_.write("map.zip/a.csv", "");  // a folder that is called so
  folder_.write("e.zip", test::zipped({{"x/2.csv", ""}, {"1.TXT", ""}, {"x/3.pdf", ""}, {".h.csv", ""}}));
  EXPECT_EQ(found("map/"), "map/a.txt.gz(gz) map/b.CSV | READ-125");
  EXPECT_EQ(found("map"), "map/a.txt.gz(gz) map/b.CSV | READ-125");
  EXPECT_EQ(found("map", rules::FormatKind::xml), "map/c.xml | READ-125");
  EXPECT_EQ(found("leeg"), " | READ-124 READ-125");
  EXPECT_EQ(found("map.zip"), "map.zip/a.csv");
  EXPECT_EQ(found("map.zip/a.csv"), "map.zip/a.csv");
  EXPECT_EQ(found("e.zip"), "e.zip/1.TXT(zip) e.zip/x/2.csv(zip) | READ-125");
  EXPECT_EQ(found("?.zip/x/*.csv"), "e.zip/x/2.csv(zip)");
  EXPECT_EQ(found("e.zip/*2*"), "e.zip/x/2.csv(zip)");
  EXPECT_EQ(found("e.zip/.h.csv"), "e.zip/.h.csv(zip)");
  EXPECT_EQ(found("e.zip/4.csv"), " | READ-123");
  EXPECT_EQ(found("e.zip", rules::FormatKind::xml), " | READ-123 READ-125");
  EXPECT_EQ(found("none.csv"), "none.csv");  // that it is missing shows when it is read
  EXPECT_EQ(found("none.zip"), " | READ-001");
  EXPECT_EQ(found("n*.zip"), " | CASE-010");
  EXPECT_EQ(found("a.csv.gz.gz"), " | READ-122");
}

}  // namespace
}  // namespace srgconv::read
