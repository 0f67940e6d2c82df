#include "diagnostics/diagnostics.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace srgconv {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SourceText, CountsCharactersNotBytes) {
  const SourceText text("a.rules", "één\nDATUM é = x\r\n");
  const SourceSpan span = text.span(text.content().find('x'), 1);
  EXPECT_EQ(span.line, 2U);
  EXPECT_EQ(span.column, 11U);
  EXPECT_EQ(text.line(2), "DATUM é = x");
  EXPECT_EQ(text.line(3), "");
  EXPECT_EQ(text.line(9), "");
}

TEST(SourceText, ASpanEndsWithItsLine) { EXPECT_EQ(SourceText("a", "abc\ndef").span(1, 100).length, 2U); }

TEST(SimilarName, FindsSlipsAndCase) {
  const std::vector<std::string> names{"INSTRUMENT", "DATUM IN", "BSN"};
  EXPECT_EQ(similar_name("INSTRUMNT", names), "INSTRUMENT");
  EXPECT_EQ(similar_name("bsn", names), "BSN");
  EXPECT_EQ(similar_name("BNS", names), "BSN");
  EXPECT_EQ(similar_name("GEMEENTE", names), std::nullopt);
}

TEST(Render, ShowsPlaceLineCaretAndTip) {
  Diagnostics diagnostics;
  diagnostics.keep_text(SourceText("a.rules", "eerste\n\tone twee\n"));
  const SourceText text("a.rules", "eerste\n\tone twee\n");
  diagnostics.add({"USE-001", text.span(8, 3), {{"command", "convrt"}}, "convert", {}});
  EXPECT_EQ(render_all(diagnostics, Language::en),
            "a.rules:2:2: error [USE-001] unknown command 'convrt'\n"
            "   2 |  one twee\n"
            "     |  ^^^\n"
            "     = tip: perhaps 'convert' is meant; 'srgconv --help' lists the commands\n");
  EXPECT_THAT(render_all(diagnostics, Language::nl), HasSubstr("a.rules:2:2: fout [USE-001] onbekend commando 'convrt'"));
}

TEST(Render, OrdersByPlaceAndCode) {
  Diagnostics diagnostics;
  diagnostics.add({"USE-005", {"b", 1, 0, 0, {}}, {}, {}, {}});
  diagnostics.add({"USE-005", {"a", 10, 0, 0, {}}, {}, {}, {}});
  diagnostics.add({"USE-005", {"a", 9, 0, 0, {}}, {}, {}, {}});
  const std::string text = render_all(diagnostics, Language::nl);
  EXPECT_LT(text.find("a:9"), text.find("a:10"));
  EXPECT_LT(text.find("a:10"), text.find("b:1"));
}

TEST(Render, MasksPersonalDataEverywhere) {
  Diagnostics diagnostics;
  diagnostics.keep_text(SourceText("a.rules", "example given BSN = '123456782'"));
  diagnostics.add({"USE-001", {"a.rules", 1, 9, 5, "1234.56.782"}, {{"command", "111222333"}}, "999999990", {}});
  for (const Language language : {Language::nl, Language::en}) {
    const std::string text = render_all(diagnostics, language);
    for (const char* bsn : {"123456782", "1234.56.782", "111222333", "999999990"}) EXPECT_THAT(text, Not(HasSubstr(bsn)));
  }
}

// The names in the places of a template; a doubled brace is a brace.
std::set<std::string> places(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (text.substr(at).starts_with("{{")) {
      ++at;
      continue;
    }
    const std::size_t end = text.find('}', at);
    names.emplace(text.substr(at + 1, end - at - 1));
  }
  return names;
}

TEST(Messages, EveryRowIsWholeInBothLanguages) {
  ASSERT_GT(all_messages().size(), 50U);
  for (const Message* row : all_messages()) {
    SCOPED_TRACE(row->code);
    EXPECT_FALSE(row->nl.empty());
    EXPECT_FALSE(row->en.empty());
    if (row->severity != Severity::note) {  // a note may be a label beside another message, which has the tip
      EXPECT_FALSE(row->tip_nl.empty());
      EXPECT_FALSE(row->tip_en.empty());
    }
    EXPECT_EQ(row->tip_nl.empty(), row->tip_en.empty());
    EXPECT_EQ(places(row->nl), places(row->en));
    EXPECT_EQ(places(row->tip_nl), places(row->tip_en));
    EXPECT_EQ(row->suggestion_nl.empty(), row->suggestion_en.empty());
    EXPECT_EQ(places(row->suggestion_nl), places(row->suggestion_en));
    EXPECT_EQ(places(row->tip_nl).count("suggestion"), 0U) << "a tip without a suggestion cannot name one";
  }
}

TEST(Diagnostics, CountsErrorsOnly) {
  Diagnostics diagnostics;
  diagnostics.add({"CASE-031", {}, {}, {}, {}});
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.add({"USE-005", {}, {}, {}, {}});
  Diagnostics more;
  more.add({"USE-005", {}, {}, {}, {}});
  diagnostics.append(std::move(more));
  EXPECT_EQ(diagnostics.error_count(), 2U);
}

TEST(Render, ShowsThePartOfALongLineAroundThePlace) {
  const std::string content = std::string(300, 'a') + "XYZ" + std::string(300, 'b');
  SourceText text("lang.rules", content);
  Diagnostics diagnostics;
  diagnostics.add({"RULE-016", text.span(300, 3), {}, {}, {}});
  diagnostics.keep_text(text);
  const std::string shown = render(diagnostics.all()[0], diagnostics, Language::en);
  const std::string expected = "   1 | ..." + std::string(60, 'a') + "XYZ" + std::string(137, 'b') + "...\n     | " + std::string(63, ' ') + "^^^\n";
  EXPECT_NE(shown.find(expected), std::string::npos) << shown;
}

TEST(Render, CaretsEndWithWhatIsShown) {
  SourceText text("lang.rules", std::string(1000, 'x'));
  Diagnostics diagnostics;
  diagnostics.add({"RULE-016", text.span(0, 1000), {}, {}, {}});
  diagnostics.keep_text(text);
  const std::string shown = render(diagnostics.all()[0], diagnostics, Language::en);
  EXPECT_NE(shown.find("   1 | " + std::string(200, 'x') + "...\n     | " + std::string(200, '^') + "\n"), std::string::npos) << shown;
}

}  // namespace
}  // namespace srgconv
