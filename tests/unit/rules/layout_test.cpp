// The text as the grammar reads it: nothing moves, comments and inner line ends are blanks.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rules/layout.hpp"

namespace srgconv::rules {
namespace {

std::string joined(const std::string& content) { return Layout(content).joined(); }

std::vector<std::string> codes(const std::string& content) {
  const Layout layout(content);
  std::vector<std::string> result;
  for (const SignFault& fault : layout.faults()) result.push_back(fault.code);
  return result;
}

using Codes = std::vector<std::string>;

TEST(Joining, CommentsAreBlanked) { EXPECT_EQ(joined("a # b 'c\nd '#e'"), "a       \nd '#e'"); }

TEST(Joining, GoesOnInsideBracketsAfterOperatorsAndBeforeWords) {
  EXPECT_EQ(joined("a = f(b,\n  c)\nd"), "a = f(b,   c)\nd");
  EXPECT_EQ(joined("a = b &\n c\nd"), "a = b &  c\nd");
  EXPECT_EQ(joined("a = b\n\n  when c\nd"), "a = b    when c\nd");
  EXPECT_EQ(joined("a = b\n  whenever\nd"), "a = b\n  whenever\nd");
  EXPECT_EQ(joined("a = b # x\n  # y\n  because 'c'\nd"), "a = b             because 'c'\nd");
  EXPECT_EQ(joined("a-b\nc"), "a-b\nc");
}

TEST(Joining, ABraceOrASureStatementClosesBrackets) {
  EXPECT_EQ(joined("a = f(b\n}\nc\nd"), "a = f(b\n}\nc\nd");
  EXPECT_EQ(joined("a = f(b\nskip when c\nd"), "a = f(b\nskip when c\nd");
}

TEST(Signs, Faults) {
  EXPECT_EQ(codes("a = 'b"), Codes{"RULE-014"});
  EXPECT_EQ(codes("a = \"b\nc"), Codes{"RULE-014"});
  EXPECT_EQ(codes("a == b"), Codes{"RULE-016"});
  EXPECT_EQ(codes("a => b <= c >= d != e"), Codes{});
  EXPECT_EQ(codes("a = 'b\tc'"), Codes{"RULE-017"});
  EXPECT_EQ(codes("a\t= 'bc'"), Codes{});
  EXPECT_EQ(codes("a = 'it’s “right” here'"), Codes{});
  EXPECT_EQ(codes("a\xFF"), Codes{"RULE-019"});
  EXPECT_EQ(codes("\xEF\xBB\xBFimport 'a'"), Codes{});
}

TEST(Signs, CurvedQuotesAreStraightened) { EXPECT_EQ(joined("a = ‘b c’ d"), "a =   'b c'   d"); }

TEST(Layout, KeepsLengthAndLines) {
  EXPECT_TRUE(rc::check("both texts are as long as the file, and line ends stay in `lines`", [] {
    const auto piece = rc::gen::elementOf(
        std::vector<std::string>{"a", " ",     "\n", "'", "\"", "#",      "(",    ")",    "[",    "]",    "{", "}",        ";",   ",",  "&",
                                 "=", "when ", "‘",  "’", "“",  "\u00A0", "\xC3", "\xFF", "\r\n", "else", "-", "format x", "1.5", "\\", std::string(1, '\0')});
    std::string content;
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    for (const std::string& each : pieces) content += each;
    const Layout layout(content);
    RC_ASSERT(layout.lines().size() == content.size());
    RC_ASSERT(layout.joined().size() == content.size());
    for (std::size_t i = 0; i < content.size(); ++i) RC_ASSERT((content[i] == '\n') == (layout.lines()[i] == '\n'));
  }));
}

}  // namespace
}  // namespace srgconv::rules
