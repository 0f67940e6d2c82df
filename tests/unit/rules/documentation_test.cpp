// The examples of docs/rule-language.md are one rule file, and it is right.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "rules/functions.hpp"
#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

std::string page() {
  std::ifstream file(std::string(SRGCONV_SOURCE_DIR) + "/docs/rule-language.md");
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// The blocks fenced as rules (or checks), one below the other.
std::string examples(const std::string& of = "rules") {
  const std::string text = page(), fence = "```" + of + "\n";
  std::string result;
  for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at)) {
    at += fence.size();
    const std::size_t end = text.find("```", at);
    result += text.substr(at, end - at);
    at = end;
  }
  return result;
}

TEST(RuleLanguagePage, ItsExamplesAreRight) {
  FakeImports imports;
  const Parsed parsed = parse(examples(), imports);
  EXPECT_EQ(parsed.messages, "");
  ASSERT_TRUE(parsed.rules);
  EXPECT_EQ(parsed.rules->transitions.size(), 8U);
}

TEST(RuleLanguagePage, ItsChecksAreRight) {
  FakeImports imports;
  const Parsed parsed = parse(examples("checks"), imports);
  EXPECT_EQ(parsed.messages, "");
  ASSERT_TRUE(parsed.rules);
  EXPECT_EQ(parsed.rules->checks.size(), 4U);
}

TEST(RuleLanguagePage, NamesEveryFunction) {
  for (const std::string& name : function_names()) EXPECT_NE(page().find("`" + name + "("), std::string::npos) << name;
}

}  // namespace
}  // namespace srgconv::rules::testing
