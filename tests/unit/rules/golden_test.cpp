// Every code of the rule language with a file that shows it, and the exact text in both languages.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(SRGCONV_SOURCE_DIR) / "tests/golden/rules";

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".rules") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Diagnostics diagnose(const std::string& name) {
  const fs::path shown = name + ".rules";
  FakeImports imports(shown);
  Diagnostics diagnostics;
  parse_rules(SourceText(shown.string(), content_of(folder / shown)), shown, imports, diagnostics);
  return diagnostics;
}

class GoldenRules : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenRules, SaysExactlyThis) {
  const Diagnostics diagnostics = diagnose(GetParam());
  for (const auto& [language, extension] : {std::pair{Language::nl, ".nl"}, std::pair{Language::en, ".en"}}) {
    const fs::path expected = folder / (GetParam() + extension);
    const std::string rendered = render_all(diagnostics, language);
    if (std::getenv("SRGCONV_UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << rendered;
    ASSERT_TRUE(fs::exists(expected)) << expected;
    EXPECT_EQ(rendered, content_of(expected));
  }
}

// The case of a code shows that code; a label (a row without a tip) is shown by its text.
TEST_P(GoldenRules, ShowsItsCode) {
  const auto rows = rule_messages();
  const auto row = std::find_if(rows.begin(), rows.end(), [](const Message& message) { return message.code == GetParam(); });
  if (row == rows.end()) return;  // a case about several codes
  const std::string rendered = render_all(diagnose(GetParam()), Language::en);
  const std::string sought = row->tip_en.empty() ? ": " + std::string(row->en) : "[" + GetParam() + "]";
  EXPECT_NE(rendered.find(sought), std::string::npos) << rendered;
}

INSTANTIATE_TEST_SUITE_P(Files, GoldenRules, ::testing::ValuesIn(cases()), [](const auto& instance) {
  std::string name = instance.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(GoldenRulesListing, HasACaseForEveryCode) {
  const std::vector<std::string> names = cases();
  ASSERT_FALSE(names.empty());
  ASSERT_FALSE(rule_messages().empty());
  for (const Message& row : rule_messages()) {
    for (const char* extension : {".rules", ".nl", ".en"}) {
      EXPECT_TRUE(fs::exists(folder / (std::string(row.code) + extension))) << row.code << extension;
    }
  }
}

TEST(GoldenRulesListing, EveryCaseFinds) {
  for (const std::string& name : cases()) EXPECT_FALSE(diagnose(name).all().empty()) << name;
}

}  // namespace
}  // namespace srgconv::rules::testing
