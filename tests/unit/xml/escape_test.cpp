// Escaping, and the paths of formats.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/xml/documents.hpp"

namespace srgconv::xml {
namespace {

TEST(Escape, five_signs_and_references_for_line_ends) {
  std::string out = "x";
  EXPECT_TRUE(append_escaped(out, "a<b>&\"c'\r\n\té€𝒳"));
  EXPECT_EQ(out, "xa&lt;b&gt;&amp;&quot;c'&#13;\n\té€𝒳");
  out.clear();
  EXPECT_TRUE(append_escaped(out, "\r\n\t", true));
  EXPECT_EQ(out, "&#13;&#10;&#9;");
}

TEST(Escape, refuses_what_xml_cannot_carry) {
  for (const std::string& text :
       {std::string("a\x01"), std::string("a\0", 2), std::string("\x1F"), std::string("\xC3"), std::string("\xE9x"), std::string("\xED\xA0\x80"),
        std::string("\xC0\x80"), std::string("\xEF\xBF\xBE"), std::string("\xEF\xBF\xBF"), std::string("\xF4\x90\x80\x80")}) {
    std::string out = "before";
    EXPECT_FALSE(append_escaped(out, text));
    EXPECT_EQ(out, "before");
  }
  std::string out;
  EXPECT_TRUE(append_escaped(out, "\x7F\xC2\x80"));  // ugly, but lawful
}

TEST(Escape, a_parser_gets_back_the_text) {
  const Library library;
  const test::TestFolder folder;
  EXPECT_TRUE(rc::check("parse(escape(text)) = text, in elements and attributes", [&](const std::string& text) {
    std::string element;
    std::string attribute;
    const bool carried = append_escaped(element, text);
    RC_ASSERT(append_escaped(attribute, text, true) == carried);
    if (!carried) return;
    Transcript transcript;
    Diagnostics diagnostics;
    RC_ASSERT(parse(folder.write("d.xml", "<a b=\"" + attribute + "\">" + element + "</a>"), "d.xml", nullptr, transcript, diagnostics) == Outcome::complete);
    RC_ASSERT(transcript.told == "<{}a:" + std::to_string(1) + " b=" + text + ">" + text + "</a>");
  }));
}

TEST(Path, parts) {
  const auto path = parse_path("../../A/B/@c");
  ASSERT_TRUE(path);
  EXPECT_EQ(path->up, 2U);
  EXPECT_EQ(path->elements, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(path->attribute, "c");
  for (const char* wrong : {"", "/", "A/", "/A", "A//B", "..", "../..", "A/../B", "@", "@a/B", "@a/@b"}) EXPECT_FALSE(parse_path(wrong)) << wrong;
  for (const char* right : {"A", "@a", "../@a", "../A"}) EXPECT_TRUE(parse_path(right)) << right;
}

}  // namespace
}  // namespace srgconv::xml
