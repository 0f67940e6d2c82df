// Encodings: every byte that is a character, and what is told of those that are not.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/read/reading.hpp"

namespace srgconv::read {
namespace {

class Decode : public ::testing::Test {
 protected:
  // The text, or the codes of what is wrong with the suggestion.
  std::string decoded(std::string_view bytes, TextEncoding encoding) {
    diagnostics_ = Diagnostics();
    const auto text = decode(bytes, encoding, "a.csv", diagnostics_);
    if (text) return *text;
    const Diagnostic& first = diagnostics_.all().at(0);
    return first.code + (first.suggestion ? " " + *first.suggestion : "");
  }
  Diagnostics diagnostics_;
};

TEST_F(Decode, utf_8_with_and_without_mark) {
  EXPECT_EQ(decoded("aé€𝒳", TextEncoding::utf_8), "aé€𝒳");
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "aé",
                    TextEncoding::utf_8),
            "aé");
  EXPECT_EQ(decoded("", TextEncoding::utf_8), "");
  EXPECT_EQ(decoded("\xEF\xBB\xBF", TextEncoding::utf_8), "");
}

TEST_F(Decode, utf_8_is_strict) {
  for (const char* bytes : {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xE2\x82", "\xFE", "\xC3\x28", "\xF0\x9D\x92"}) {
    EXPECT_EQ(decoded(std::string("12345678") + bytes + "x", TextEncoding::utf_8).substr(0, 8), "READ-111") << bytes;
  }
  EXPECT_EQ(decoded("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", TextEncoding::utf_8), "\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF");
}

TEST_F(Decode, tells_place_count_and_likelier_encoding) {
  EXPECT_EQ(decoded("NAAM;X\r\né;\xE9\r\nAndr\xE9;2", TextEncoding::utf_8), "READ-111 windows-1252");
  EXPECT_EQ(render_all(diagnostics_, Language::en),
            "a.csv:2:3: error [READ-111] bytes here are no character in utf-8 (places: 2)\n"
            "     = tip: the bytes fit 'windows-1252': declare 'encoding windows-1252' in the format\n");
  EXPECT_EQ(render_all(diagnostics_, Language::nl),
            "a.csv:2:3: fout [READ-111] hier staan bytes die in utf-8 geen teken zijn (plaatsen: 2)\n"
            "     = tip: de bytes passen bij 'windows-1252': geef in het formaat 'encoding windows-1252' op\n");
  EXPECT_EQ(decoded("\xE9\x81", TextEncoding::utf_8), "READ-111");  // 0x81 is in neither
}

TEST_F(Decode, windows_1252) {
  EXPECT_EQ(decoded("\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9E\x9F\xA0\xA4\xFF",
                    TextEncoding::windows_1252),
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0¤ÿ");
  for (const char* undefined : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"}) EXPECT_EQ(decoded(undefined, TextEncoding::windows_1252), "READ-111");
}

TEST_F(Decode, iso_8859_15) {
  EXPECT_EQ(decoded("\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE\xE9\xA0\xFF", TextEncoding::iso_8859_15), "€ŠšŽžŒœŸé\u00A0ÿ");
  EXPECT_EQ(decoded("\x80", TextEncoding::iso_8859_15), "READ-111 windows-1252");
}

TEST_F(Decode, utf_16) {
  const std::string_view little(
      "\xFF\xFE"
      "a\0\xAC\x20\x35\xD8\xB3\xDC",
      10);
  const std::string_view big(
      "\xFE\xFF"
      "\0a\x20\xAC\xD8\x35\xDC\xB3",
      10);
  EXPECT_EQ(decoded(little, TextEncoding::utf_16), "a€𝒳");
  EXPECT_EQ(decoded(big, TextEncoding::utf_16), "a€𝒳");
  EXPECT_EQ(decoded(little, TextEncoding::utf_16_le), "a€𝒳");
  EXPECT_EQ(decoded(little.substr(2), TextEncoding::utf_16_le), "a€𝒳");
  EXPECT_EQ(decoded(big.substr(2), TextEncoding::utf_16_be), "a€𝒳");
  EXPECT_EQ(decoded(little.substr(0, 9), TextEncoding::utf_16), "READ-111");  // an odd byte
  EXPECT_EQ(decoded(std::string_view("\x35\xD8"
                                     "a\0",
                                     4),
                    TextEncoding::utf_16_le),
            "READ-111");  // half a pair
  EXPECT_EQ(decoded(std::string_view("\xB3\xDC", 2), TextEncoding::utf_16_le), "READ-111 windows-1252");
}

TEST_F(Decode, marks_that_contradict) {
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a",
                    TextEncoding::windows_1252),
            "READ-112");
  EXPECT_EQ(diagnostics_.all()[0].arguments.at("found"), "utf-8");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE"
                                     "a\0",
                                     4),
                    TextEncoding::utf_8),
            "READ-112");
  EXPECT_EQ(diagnostics_.all()[0].arguments.at("found"), "utf-16le");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE"
                                     "a\0",
                                     4),
                    TextEncoding::utf_16_be),
            "READ-112");
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a",
                    TextEncoding::utf_16),
            "READ-112");
}

TEST_F(Decode, utf_16_without_a_mark_is_not_guessed) {
  EXPECT_EQ(decoded(std::string_view("a\0b\0c\0", 6), TextEncoding::utf_16), "READ-113 utf-16le");
  EXPECT_EQ(decoded(std::string_view("\0a\0b\0c", 6), TextEncoding::utf_16), "READ-113 utf-16be");
  EXPECT_EQ(decoded("abc", TextEncoding::utf_16), "READ-113 utf-8");
}

TEST_F(Decode, zero_bytes_hint_at_utf_16) {
  EXPECT_EQ(decoded(std::string_view("a\0b\0c\0", 6), TextEncoding::utf_8), "READ-108 utf-16le");
  EXPECT_EQ(decoded(std::string_view("\0a\0b\0c", 6), TextEncoding::windows_1252), "READ-108 utf-16be");
  EXPECT_EQ(decoded(std::string_view("abcdefgh\0x", 10), TextEncoding::utf_8), "READ-108");
}

TEST_F(Decode, warns_of_utf_8_under_another_name) {
  EXPECT_EQ(decoded("Andr\xC3\xA9", TextEncoding::windows_1252), "AndrÃ©");
  EXPECT_EQ(codes_of(diagnostics_), "READ-114");
  EXPECT_EQ(decoded("Andr\xE9", TextEncoding::windows_1252), "André");
  EXPECT_EQ(codes_of(diagnostics_), "");
  EXPECT_EQ(decoded("Andre", TextEncoding::windows_1252), "Andre");
  EXPECT_EQ(codes_of(diagnostics_), "");
}

TEST_F(Decode, never_gives_anything_but_utf_8) {
  EXPECT_TRUE(rc::check("decode(bytes) is UTF-8, and decode as UTF-8 of it is itself", [&](const std::string& bytes) {
    for (const TextEncoding encoding :
         {TextEncoding::utf_8, TextEncoding::utf_16_le, TextEncoding::utf_16_be, TextEncoding::windows_1252, TextEncoding::iso_8859_15}) {
      Diagnostics diagnostics;
      const auto text = decode(bytes, encoding, "a.csv", diagnostics);
      RC_ASSERT(text.has_value() != diagnostics.has_errors());
      if (!text || text->starts_with("\xEF\xBB\xBF")) continue;
      const auto again = decode(*text, TextEncoding::utf_8, "a.csv", diagnostics);
      RC_ASSERT(again && *again == *text);
    }
  }));
}

}  // namespace
}  // namespace srgconv::read
