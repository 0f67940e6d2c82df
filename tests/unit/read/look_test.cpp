#include <gtest/gtest.h>

#include "read/read.hpp"
#include "support/test_folder.hpp"

namespace srgconv::read {
namespace {

TextLook look_at(std::string_view bytes) {
  const test::TestFolder folder;
  Diagnostics diagnostics;
  const auto look = look_at_text({folder.write("export", bytes), "export"}, diagnostics);
  EXPECT_TRUE(look.has_value());
  return look.value_or(TextLook{});
}

TEST(Look, FindsTheEncodingAndItsEvidence) {
  using Evidence = TextLook::Evidence;
  EXPECT_EQ(look_at("a;b\n").evidence, Evidence::ascii_only);
  EXPECT_EQ(look_at("\xEF\xBB\xBF"
                    "a;b\n")
                .evidence,
            Evidence::mark);
  EXPECT_EQ(look_at("\xEF\xBB\xBF"
                    "a;b\n")
                .sample,
            "a;b\n");
  EXPECT_EQ(look_at("Zo\xC3\xAB\n").evidence, Evidence::utf_8_sequences);
  const TextLook windows = look_at("\x80 45\n");
  EXPECT_EQ(windows.encoding, TextEncoding::windows_1252);
  EXPECT_EQ(windows.sample, "\xE2\x82\xAC 45\n");
  EXPECT_EQ(look_at("\xA4 45\n").encoding, TextEncoding::iso_8859_15);
  EXPECT_TRUE(look_at("Zo\xEB\n").alternatives);
  EXPECT_EQ(look_at(std::string_view("a\0;\0b\0\n\0", 8)).encoding, TextEncoding::utf_16_le);
  EXPECT_EQ(look_at(std::string_view("\xFE\xFF\0a\0\n", 6)).sample, "a\n");
}

TEST(Look, WhatIsNoTextIsToldSo) {
  EXPECT_FALSE(look_at(std::string_view("a\0b\0\0c", 6)).is_text);
  EXPECT_FALSE(look_at("\x81\xE9\n").is_text);
  EXPECT_TRUE(look_at("PK\x03\x04rest").is_zip);
}

TEST(Look, ALargeFileIsSampledByWholeLinesAndJudgedAsAWhole) {
  std::string text;
  while (text.size() < 2'000'000) text += "1001;na\xC3\xAFve;JC\n";
  const TextLook utf_8 = look_at(text);
  EXPECT_FALSE(utf_8.whole);
  EXPECT_TRUE(utf_8.sample.ends_with(";JC\n"));
  EXPECT_EQ(look_at(text + "Zo\xEB\n").encoding, TextEncoding::windows_1252) << "the last byte of the file decides";
}

TEST(Look, RowsAreCutAsTheReaderCutsThem) {
  const auto rows = cut_rows("a;\"b;c\"\r\n\n1;2\n", ';', 10);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"a", "b;c"}));
  EXPECT_EQ(rows[2].line, 3U);
  EXPECT_EQ(cut_rows("a\nb\nc\n", ';', 2).size(), 2U);
}

}  // namespace
}  // namespace srgconv::read
