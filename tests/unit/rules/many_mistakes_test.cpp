// A file with twenty mistakes gives twenty diagnostics, each at its mistake: no more, no fewer, no follow-ups.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "unit/rules/fake_imports.hpp"

namespace srgconv::rules::testing {
namespace {

// `line:code` of every error of a golden file, in order of place.
std::vector<std::string> mistakes(const std::string& name) {
  std::ifstream file(std::filesystem::path(SRGCONV_SOURCE_DIR) / "tests/golden/rules" / name, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  FakeImports imports;
  const Parsed parsed = parse(content.str(), imports);
  std::vector<std::string> found;
  for (const Diagnostic* each : by_place(parsed.diagnostics.all())) {
    if (message(each->code).severity == Severity::error) found.push_back(std::to_string(each->primary.line) + ":" + each->code);
  }
  return found;
}

using Lines = std::vector<std::string>;

TEST(TwentyMistakes, AreTwentyDiagnostics) {
  EXPECT_EQ(mistakes("twintig-fouten.rules"), (Lines{"5:RULE-001",  "8:RULE-120",  "9:RULE-062",  "10:RULE-061", "11:RULE-073", "14:RULE-015", "15:RULE-014",
                                                     "16:RULE-054", "17:RULE-002", "18:RULE-036", "19:RULE-012", "20:RULE-035", "21:RULE-026", "22:RULE-043",
                                                     "24:RULE-048", "25:RULE-051", "26:RULE-037", "27:RULE-131", "30:RULE-023", "33:RULE-090"}));
}

TEST(TwentyMistakes, AndTwentyOthersToo) {
  EXPECT_EQ(mistakes("twintig-andere-fouten.rules"),
            (Lines{"3:RULE-092",  "6:RULE-072",  "7:RULE-071",  "8:RULE-073",  "9:RULE-012",  "16:RULE-123", "20:RULE-016",
                   "21:RULE-114", "22:RULE-040", "23:RULE-058", "24:RULE-038", "25:RULE-052", "26:RULE-116", "27:RULE-111",
                   "28:RULE-022", "30:RULE-069", "32:RULE-067", "34:RULE-050", "37:RULE-070", "42:RULE-090"}));
}

}  // namespace
}  // namespace srgconv::rules::testing
