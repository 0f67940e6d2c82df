// The canonical layout: reading what was printed gives the same tree, and nothing that a person wrote is lost.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/parser.hpp"
#include "rules/print.hpp"
#include "rules/rules.hpp"
#include "unit/rules/random_tree.hpp"
#include "unit/rules/tree_text.hpp"

namespace srgconv::rules::testing {
namespace {

namespace fs = std::filesystem;

std::string formatted(const std::string& content) {
  Diagnostics diagnostics;
  const auto result = format_rules(SourceText("a.rules", content), diagnostics);
  return result ? *result : render_all(diagnostics, Language::en);
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

RC_GTEST_PROP(Print, ReadingWhatWasPrintedGivesTheSameTree, ()) {
  const syntax::File tree = RandomTree().file();
  const std::string printed = print(tree, Layout(""), "");
  Diagnostics diagnostics;
  const syntax::File read = parse_text(SourceText("a.rules", printed), diagnostics);
  if (diagnostics.has_errors()) RC_FAIL(printed + render_all(diagnostics, Language::en));
  RC_ASSERT(TreeText::of(read) == TreeText::of(tree));
}

RC_GTEST_PROP(Print, LayingOutAgainChangesNothing, ()) {
  const std::string once = formatted(print(RandomTree().file(), Layout(""), ""));
  RC_ASSERT(formatted(once) == once);
}

// Every rule file of the project and of the tests that can be read: tree, comments and layout stay.
TEST(Print, KeepsTreeAndCommentsOfEveryFileThereIs) {
  std::size_t files = 0;
  for (const char* folder : {"mappings", "schemas", "fixtures", "tests/golden"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SRGCONV_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".rules") continue;
      const std::string content = content_of(entry.path());
      Diagnostics diagnostics;
      const syntax::File tree = parse_text(SourceText("a.rules", content), diagnostics);
      if (diagnostics.has_errors()) continue;
      ++files;
      const std::string once = formatted(content);
      EXPECT_EQ(TreeText::of(parse_text(SourceText("a.rules", once), diagnostics)), TreeText::of(tree)) << entry.path();
      EXPECT_EQ(formatted(once), once) << entry.path();
      EXPECT_EQ(Layout(once).comments().size(), Layout(content).comments().size()) << entry.path();
    }
  }
  EXPECT_GT(files, 100U);
}

TEST(Print, ShippedFilesAreInTheLayout) {
  for (const char* folder : {"mappings", "schemas", "fixtures"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SRGCONV_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".rules") continue;
      EXPECT_EQ(formatted(content_of(entry.path())), content_of(entry.path())) << entry.path();
    }
  }
  const std::string page = content_of(fs::path(SRGCONV_SOURCE_DIR) / "docs" / "rule-language.md");
  const std::regex fence("```rules\n([^`]*)```");
  std::size_t examples = 0;
  for (std::sregex_iterator at(page.begin(), page.end(), fence), end; at != end; ++at, ++examples) EXPECT_EQ(formatted((*at)[1].str()), (*at)[1].str());
  EXPECT_GE(examples, 5U);
  // The first conversion of the README, which is set in by four blanks.
  std::istringstream readme(content_of(fs::path(SRGCONV_SOURCE_DIR) / "README.md"));
  std::string block;
  for (std::string line; std::getline(readme, line);) {
    if (block.empty() ? line == "    import 'srg-2026'" : line.starts_with("    "))
      block += line.substr(4) + "\n";
    else if (!block.empty())
      break;
  }
  EXPECT_NE(block.find("transition"), std::string::npos);
  EXPECT_EQ(formatted(block), block);
}

TEST(Print, KeepsCommentsWhereTheyBelong) {
  const std::string content =
      "# at the top\n\n\n\nimport   'srg-2026' # behind an import\n"
      "codes a{# behind a brace\n  # alone\n\n\n  'x'=>'22'  # behind an entry\n  'longer'   =>   '30';else reject because 'r' # behind the last\n  # before "
      "the brace\n}  # behind the "
      "brace\n"
      "mapping m from a to provision {\n\n  bsn = BSN # one\n  wage_value = decimal(A, # inside\n    ',')\n}\n# at the end";
  EXPECT_EQ(
      formatted(content),
      "# at the top\n\nimport 'srg-2026'  # behind an import\n"
      "codes a {  # behind a brace\n  # alone\n\n  'x'      => '22'  # behind an entry\n  'longer' => '30'\n  else reject because 'r'  # behind the last\n"
      "  # before the brace\n}  # behind the brace\n"
      "mapping m from a to provision {\n  bsn = BSN  # one\n  # inside\n  wage_value = decimal(A, ',')\n}\n# at the end\n");
}

TEST(Print, BreaksLongStatements) {
  const std::string column = "\"a column with a long name, of which there are many\"";
  const std::string condition = column + " = 'x' and " + column + " = 'y' and " + column + " is not empty";
  EXPECT_EQ(formatted("mapping m from a to provision {\n skip when " + condition + " because 'long'\n type = case(" + column + " = 'a' => '22', " + column +
                      " = 'b' => '30', else => '40')\n}\n"),
            "mapping m from a to provision {\n"
            "  skip when " +
                column + " = 'x'\n    and " + column + " = 'y'\n    and " + column +
                " is not empty\n    because 'long'\n"
                "  type = case(\n    " +
                column + " = 'a' => '22',\n    " + column + " = 'b' => '30',\n    else => '40')\n}\n");
}

TEST(Print, AFileWithAMistakeIsLeftAlone) { EXPECT_NE(formatted("import srg\n").find("RULE-004"), std::string::npos); }

}  // namespace
}  // namespace srgconv::rules::testing
