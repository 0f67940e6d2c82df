#include "domain/utf8.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv {
namespace {

TEST(Utf8, WhatIsWrittenIsWellFormed) {
  EXPECT_TRUE(rc::check("utf8_length(append_utf8(p)) is the length of what was written", [] {
    const auto point = static_cast<char32_t>(*rc::gen::inRange(0, 0x110000));
    RC_PRE(point < 0xD800 || point > 0xDFFF);
    std::string text;
    append_utf8(text, point);
    RC_ASSERT(utf8_length(text, 0) == text.size());
    RC_ASSERT(text.size() == 1 || utf8_length(std::string_view(text).substr(0, text.size() - 1), 0) == 0);
  }));
}

TEST(Utf8, RefusesWhatUnicodeRefuses) {
  for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                           "\xE9"
                           "en"}) {
    EXPECT_EQ(utf8_length(text, 0), 0U);
  }
  EXPECT_EQ(utf8_length("e\xC3\xA9", 1), 2U);
}

TEST(Utf8, CountsCharacters) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("V12"), 3U);
  EXPECT_EQ(count_characters("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 3U);
}

TEST(Utf8, IsNotCutInsideACharacter) {
  EXPECT_EQ(beginning("e\xC3\xA9n", 9), "e\xC3\xA9n");
  EXPECT_EQ(beginning("e\xC3\xA9n", 3), "e\xC3\xA9");
  EXPECT_EQ(beginning("e\xC3\xA9n", 2), "e");
  EXPECT_EQ(beginning("\xC3\xA9n", 1), "");
}

}  // namespace
}  // namespace srgconv
