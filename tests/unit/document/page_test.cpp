#include "document/page.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "document/document.hpp"
#include "support/test_rules.hpp"

namespace srgconv::document {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Page page_with(std::string_view name) { return {"T", "Contents", {Heading{2, strong(name)}, Paragraph{strong(name)}, Table{{"a"}, {{strong(name)}}, false}}}; }

TEST(Page, SignsOfHtmlMeanThemselves) {
  const std::string text = html(page_with("<b> & \"x\" 'y'"), Language::nl);
  EXPECT_FALSE(has(text, "<b>"));
  EXPECT_TRUE(has(text, "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;"));
}

TEST(Page, SignsOfMarkdownMeanThemselves) {
  const std::string text = markdown(page_with("a|b*_<b>[x](y)`#"));
  EXPECT_TRUE(has(text, "| **a\\|b\\*\\_\\<b\\>\\[x\\]\\(y\\)\\`\\#** |\n")) << text;
  EXPECT_TRUE(has(markdown({"T", "C", {List{{"- x", "12. y", "+ z"}, false}}}), "- \\- x\n- 12\\. y\n- \\+ z\n"));
}

// Whatever a name holds: a table row stays one row of one cell.
RC_GTEST_PROP(Page, NoNameBreaksATable, ()) {
  const auto name = *rc::gen::container<std::string>(rc::gen::inRange(' ', '\x7f'));
  const std::string text = markdown(page_with("x" + name));
  const std::size_t at = text.find("| --- |\n") + 8;
  const std::string row = text.substr(at, text.find('\n', at) - at);
  std::size_t bars = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\')
      ++i;
    else if (row[i] == '|')
      ++bars;
  }
  RC_ASSERT(bars == 2U);
  const std::string page = html(page_with("x" + name), Language::en);
  const std::size_t cell = page.find("<td>") + 4;
  RC_ASSERT(page.substr(cell, page.find("</td>", cell) - cell).find_first_of("<>", 8) != std::string::npos);
  std::string inner = page.substr(cell + 8, page.find("</strong></td>", cell) - cell - 8);
  RC_ASSERT(inner.find_first_of("<>\"'") == std::string::npos);
}

TEST(Page, HtmlFetchesAndRunsNothing) {
  const std::string text = html(page_with("x"), Language::en);
  for (const char* part : {"<script", "http:", "https:", "<link", "<img", "url(", "onload"}) EXPECT_FALSE(has(text, part)) << part;
  for (const char* part : {"<html lang=\"en\">", "<meta charset=\"utf-8\">", "<th scope=\"col\">", "<main>", "@media print", "<nav"})
    EXPECT_TRUE(has(text, part)) << part;
}

TEST(Page, EveryHeadingCanBeReachedFromTheContents) {
  const Page page{"T", "C", {Heading{2, "one"}, Heading{3, "two"}, Heading{3, "three"}, Heading{2, "four"}, Heading{3, "five"}}};
  const std::string text = html(page, Language::nl);
  for (int i = 1; i <= 5; ++i) {
    EXPECT_TRUE(has(text, "href=\"#part-" + std::to_string(i) + "\"")) << i;
    EXPECT_TRUE(has(text, "id=\"part-" + std::to_string(i) + "\"")) << i;
  }
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  for (const char* tag : {"ol", "li", "h2", "h3", "nav"}) EXPECT_EQ(count(std::string("<") + tag), count(std::string("</") + tag)) << tag;
}

TEST(Document, MasksThePersonOfAnExample) {
  test::TestPack pack;
  const std::string text =
      "format f : csv { columns A, B, C, geboortedatum }\nmapping m from f to provision {\n skip when geboortedatum is empty because 'x'\n bsn = A; id = B; "
      "type = '22'; "
      "start = date(C, 'dd-mm-yyyy')\n example given A = '123456782', B = '1', C = '01-03-2021', geboortedatum = '1970-02-03' expect bsn = '123456782', id = "
      "'1'\n}\n";
  const auto rules = test::parse_right(text, pack);
  ASSERT_TRUE(rules);
  Diagnostics diagnostics;
  const std::string hash(64, 'a');
  for (const Form form : {Form::markdown, Form::html}) {
    const std::string page =
        document({{*rules, nullptr, {{"t.rules", hash, rules::parse_text(SourceText("t.rules", text), diagnostics)}}}}, Language::nl, form);
    EXPECT_FALSE(has(page, "123456782"));
    EXPECT_FALSE(has(page, "1970"));
    EXPECT_TRUE(has(page, hash));
    EXPECT_TRUE(has(page, "1 maart 2021") || has(page, "01-03-2021"));
    EXPECT_TRUE(has(page, "Akkoord"));
  }
}

}  // namespace
}  // namespace srgconv::document
