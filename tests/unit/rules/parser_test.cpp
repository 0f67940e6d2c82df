// No text may crash the reader, however wrong it is.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rules/parser.hpp"
#include "rules/statement_words.hpp"
#include "unit/rules/design_example.hpp"
#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

// A property runs a hundred times, each time with this many texts.
constexpr int texts_per_run = 30;

// Parses and renders: places, arguments and templates must fit, whatever the text is.
void survive(const std::string& content) {
  FakeImports imports;
  const Parsed parsed = parse(content, imports);
  render_all(parsed.diagnostics, Language::nl);
  RC_ASSERT(parsed.rules.has_value() != parsed.diagnostics.has_errors());
}

TEST(RandomTexts, Bytes) {
  EXPECT_TRUE(rc::check("random bytes", [] {
    const auto texts = *rc::gen::container<std::vector<std::string>>(texts_per_run, rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
    for (const std::string& content : texts) survive(content);
  }));
}

TEST(RandomTexts, Words) {
  Names words = all_keywords();
  for (const char* sign : {"=",          "=>",
                           "'a'",        "'22'",
                           "\"A\"",      "(",
                           ")",          "[",
                           "]",          "{",
                           "}",          ";",
                           "\n",         ",",
                           "&",          "+",
                           "-",          "*",
                           "/",          "<",
                           ">=",         "!=",
                           "%",          ":",
                           ".",          "1",
                           "2.5",        "2022-01",
                           "2022-02-30", "bsn",
                           "id",         "old.id",
                           "new.id",     "this.type.role",
                           "csv",        "xml",
                           "provision",  "link",
                           "bron",       "date",
                           "digits",     "#",
                           "‘",          "'"}) {
    words.emplace_back(sign);
  }
  EXPECT_TRUE(rc::check("random words of the language", [&] {
    for (int run = 0; run < texts_per_run; ++run) {
      std::string content;
      const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words));
      for (const std::string& word : chosen) content += word + " ";
      survive(content);
    }
  }));
}

TEST(RandomTexts, DamagedExample) {
  EXPECT_TRUE(rc::check("the example with parts cut out, doubled and changed", [] {
    std::string content = std::string(design_example) + design_check;
    for (int i = 0; i < texts_per_run; ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, content.size());
      const auto length = *rc::gen::inRange<std::size_t>(0, 40);
      switch (*rc::gen::inRange(0, 3)) {
        case 0: content.erase(at, length); break;
        case 1: content.insert(at, content.substr(at / 2, length)); break;
        default: content[at] = *rc::gen::arbitrary<char>();
      }
      survive(content);
    }
  }));
}

TEST(DeepTexts, DoNotExhaustTheStack) {
  FakeImports imports;
  const std::string head = "import 'test-pack'\nformat b : csv { columns A }\nmapping m from b to link {\n  old.id = A\n  new.id = ";
  for (const char* piece : {"(", "not ", "- ", "f(", "t[", "A + ", "{", "split when "}) {
    std::string content = head;
    for (int i = 0; i < 2000; ++i) content += piece;
    EXPECT_FALSE(parse(content + "A\n}\n", imports).rules) << piece;
  }
  std::string long_chain = head + "A";
  for (int i = 0; i < 20000; ++i) long_chain += " & A";
  EXPECT_TRUE(parse(long_chain + "\n}\n", imports).rules);
}

TEST(EmptyFile, IsARuleSetWithNothingInIt) {
  FakeImports imports;
  const Parsed parsed = parse("", imports);
  ASSERT_TRUE(parsed.rules);
  EXPECT_TRUE(parsed.rules->formats.empty());
  EXPECT_TRUE(parse("\xEF\xBB\xBF# niets\r\n", imports).rules);
}

TEST(WindowsLineEnds, AreLineEnds) {
  FakeImports imports;
  std::string content = design_example;
  for (std::size_t at = content.find('\n'); at != std::string::npos; at = content.find('\n', at + 2)) content.replace(at, 1, "\r\n");
  EXPECT_TRUE(parse(content, imports).rules);
}

}  // namespace
}  // namespace srgconv::rules::testing
