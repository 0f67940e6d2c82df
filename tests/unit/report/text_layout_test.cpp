// Laying out text: characters are counted, not bytes, and no line is wider than asked.
#include "report/text_layout.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace srgconv::report {
namespace {

using ::testing::ElementsAre;

TEST(TextLayout, counts_characters) {
  EXPECT_EQ(width(""), 0U);
  EXPECT_EQ(width("beëindigd"), 9U);
  EXPECT_EQ(fill_right("één", 5), "één  ");
  EXPECT_EQ(fill_left("één", 5), "  één");
  EXPECT_EQ(fill_left("één", 2), "één");
}

TEST(TextLayout, clips_with_a_sign) {
  EXPECT_EQ(clip("beëindigd", 9), "beëindigd");
  EXPECT_EQ(clip("beëindigd", 4), "beë…");
  EXPECT_EQ(clip("a b c", 3), "a…");
}

TEST(TextLayout, breaks_at_blanks_and_indents_what_follows) {
  EXPECT_THAT(wrap("een twee drie", 2, 8), ElementsAre("een twee", "  drie"));
  EXPECT_THAT(wrap("een twee drie", 2, 7), ElementsAre("een", "  twee", "  drie"));
  EXPECT_THAT(wrap("  een twee", 2, 6), ElementsAre("  een", "  twee"));
  EXPECT_THAT(wrap("", 2, 6), ElementsAre(""));
}

TEST(TextLayout, cuts_a_word_that_is_wider_than_a_line) { EXPECT_THAT(wrap("ëëëëëë b", 1, 4), ElementsAre("ëëëë", " ëë", " b")); }

TEST(TextLayout, never_exceeds_the_width_and_loses_no_sign) {
  EXPECT_TRUE(rc::check("wrapped lines fit, and together hold every word", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
    const auto columns = *rc::gen::inRange<std::size_t>(4, 20);
    std::string together;
    for (const std::string& line : wrap(text, 2, columns)) {
      RC_ASSERT(width(line) <= columns);
      together += line;
    }
    const auto signs = [](std::string all) {
      all.erase(std::remove(all.begin(), all.end(), ' '), all.end());
      return all;
    };
    RC_ASSERT(signs(together) == signs(text));
  }));
}

}  // namespace
}  // namespace srgconv::report
